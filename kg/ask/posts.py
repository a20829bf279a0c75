"""Questions for the offices that a person holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.ask.items import Named
from kg.ask.linking import Linker
from kg.ask.plan import Edge, InRole, Plan, Things, Var
from kg.ask.reading import Clauses
from kg.ask.rewording import as_typed
from kg.ask.roles import GENERIC, role_words
from kg.ask.text import ARTICLES, Word, text_of
from kg.ask.truth import TARGET

NOUN = r"(?:job )?(?:roles?|offices?|positions?|posts?|jobs?|titles?|ranks?|functions?|occupation|designation|capacity)"
LEAST = 3
"""Words of the shortest question for an office: "is X president"."""
SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"(?:what|which) (?:is|are|was|were) (?:the )?(?:current |official )?{NOUN} of (?P<who>.+)",
        rf"(?:what|which) (?:is|are|was|were) (?P<who>.+?) (?:current |official )?{NOUN}",
        rf"(?:in )?(?:what|which) {NOUN} (?:does|do|did|is|was|has) (?P<who>.+?)"
        r"(?: (?:hold|have|held|occupy|occupied|play|serve|serving|fill|in|as))*",
        rf"(?:what|which) {NOUN} (?:is|are|was|were) (?:held|occupied|filled) by (?P<who>.+)",
        r"what (?:does|did) (?P<who>.+?) do(?: for a living| for work)?",
    )
)


def offices_asked(words: Sequence[Word], linker: Linker, clauses: Clauses) -> Plan | None:
    """The plan of a question for a person's offices, or for whether they hold one; None where it asks anything else."""
    text = text_of(words)
    for shape in SHAPES:
        match = shape.fullmatch(text)
        person = match and _person(match["who"], linker)
        if person:
            return Plan("facts", Var("x"), (), about=person, only="offices")
    return _held(words, linker, clauses)


def _person(said: str, linker: Linker) -> Things | None:
    matches = linker.find(said)
    best = [match.entity for match in matches if match.score == matches[0].score and match.how != "misspelt"]
    people = tuple(entity for entity in best if entity.type == "Person")
    return Things(people, said) if people and len(people) == len(best) else None


def _held(words: Sequence[Word], linker: Linker, clauses: Clauses) -> Plan | None:
    """ "Is X a minister", "was X the cabinet secretary of Kenya": an office of what is named, or of anything."""
    if len(words) < LEAST or words[0].text not in ("is", "was"):
        return None
    ends = [at for at, word in enumerate(words) if word.stem in clauses.lexicon.offices and word.text not in GENERIC]
    end = next((at + 1 for at in reversed(ends) if at + 1 == len(words) or words[at + 1].text in ("of", "for")), 0)
    whose = (
        clauses.things(Named(of := as_typed(words[end + 1 :]), linker.find(of)), ("Agent",)) if words[end:] else None
    )
    if not end or (words[end:] and whose is None):
        return None
    for at in range(end - 1, 1, -1):
        person = _person(as_typed(words[1:at]), linker) if linker.exact(as_typed(words[1:at])) else None
        role = [word.text for word in words[at:end] if word.text not in ARTICLES]
        if person and role:
            holds = InRole(person, role_words(role), " ".join(role))
            return Plan("yes-no", TARGET, (Edge(person, "represents", whose or TARGET), holds))
    return None
