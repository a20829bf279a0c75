"""Offices: the words that people, articles and questions use for the same one."""

from __future__ import annotations

from collections.abc import Sequence

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


def role_words(role: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Groups of words, one of each of which an office must be told with; none where any representative will do."""
    specific = [word for word in role if word not in GENERIC or len(role) > 1]
    if not specific:
        return (LEADERS,) if role and role[0] in ("head", "chief", "leader") else ()
    return tuple(
        ROLE_SYNONYMS.get(word) or ROLE_SYNONYMS.get(one := word.rstrip("s")) or (one if len(word) > 4 else word,)
        for word in specific
    )
