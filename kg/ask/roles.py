"""Offices: the words that people, articles and questions use for the same one."""

from __future__ import annotations

from collections.abc import Sequence

from kg.namekeys import word_set

ROLE_SYNONYMS: dict[str, tuple[str, ...]] = {
    "ceo": ("ceo", "chief executive"),
    "president": ("president",),
    "chairman": ("chairman", "chairperson", "chairwoman", "chair"),
    "chair": ("chairman", "chairperson", "chairwoman", "chair"),
    "chairperson": ("chairman", "chairperson", "chairwoman", "chair"),
    "boss": ("ceo", "chief executive", "president", "head"),
}
GENERIC = frozenset(
    {
        "representatives",
        "delegates",
        "staff",
        "employee",
        "employees",
        "chiefs",
        "head",
        "leader",
        "representative",
        "official",
        "delegate",
        "chief",
        "officials",
        "heads",
        "leaders",
    }
)
"""Offices that say no more than that someone represents the body, or leads it."""

LEADERS = (
    "head", "chief", "ceo", "president", "director", "chair", "chairman", "chairperson", "chairwoman", "leader",
    "leads", "led by", "minister", "premier", "rector", "governor", "mayor", "founder", "managing", "consul general",
)  # fmt: skip
OFFICE_WORDS = word_set(
    "prime vice deputy cabinet permanent foreign chief general consul executive finance defence defense interior "
    "managing former trade parliamentary assistant joint honorary federal regional country senior additional "
    "commercial technical health it agriculture education energy environment tourism transport culture sports "
    "labour justice home external industry commerce information communications water mines mining planning economy "
    "youth fisheries affairs investment science"
)
"""Words before the noun of an office that belong to it."""


def role_words(role: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Groups of words, one of each of which an office must be told with; none where any representative will do."""
    specific = [word for word in role if word not in GENERIC or len(role) > 1]
    if not specific:
        return (LEADERS,) if role and role[0] in ("head", "chief", "leader") else ()
    return tuple(
        ROLE_SYNONYMS.get(word) or ROLE_SYNONYMS.get(one := word.rstrip("s")) or (one if len(word) > 4 else word,)
        for word in specific
    )
