"""Who went along with somebody: "who accompanied X to Y", which no relation tells, so that the nearest is told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.ask.linking import Linker
from kg.ask.plan import Condition, Edge, Either, OfClass, Other, Plan, Things, Together, Var, Within
from kg.ask.text import Word
from kg.lookup import SURE
from kg.model import Entity

GO = "travell?ed|travell?ing|travell?|went|go|came|come|flew|fly|toured|tour"
SHAPES = (
    rf"who (?:else )?(?:accompanied|(?:{GO}) (?:together |along )?with|was with) (?P<who>.+?)(?: to (?P<to>.+))?",
    rf"(?:who|with whom) (?:did|has|have) (?P<who>.+?) (?:{GO})(?: to (?P<to>.+?))?(?: with)?",
    r"(?:by )?(?:who|whom) (?:was|were) (?P<who>.+?) accompanied(?: by)?(?: to (?P<to>.+?))?(?: by)?",
)
VISITS = ("visit", "tour", "trip", "mission")
"""Beginnings of the words by which an event is known as one where people travel."""
TARGET = Var("x")
NEAREST = "the nearest that is told: who visited the same place, in one article, or was on the same visit"


def company(words: Sequence[Word], linker: Linker) -> Plan | None:
    """The plan of a question for those who went along with somebody; None where it asks anything else."""
    text = " ".join(word.text for word in words)
    asked = any(word.text in ("with", "accompanied") for word in words)
    match = next(filter(None, (re.fullmatch(shape, text) for shape in SHAPES)), None) if asked else None
    if match is None:
        return None
    who = _meant(match["who"], linker, ("Person", "Organization", "Place"))
    place = _meant(match["to"], linker, ("Place",)) if match["to"] else None
    if who is None or (match["to"] and place is None):
        return None
    there: Var | Things = place or Var("there")
    visit = Var("visit")
    visited = Together(Edge(TARGET, "visited", there), Edge(who, "visited", there))
    on_visit: list[Condition] = [Edge(who, "attended", visit), Edge(TARGET, "attended", visit)]
    on_visit.append(OfClass(visit, ("Event",), "visit", VISITS))
    if place is not None:
        on_visit.append(Within(visit, place))
    other = Other(TARGET, who)
    said = f"went along with {who.label}" + (f" to {place.label}" if place else "")
    return Plan("list", TARGET, (Either(((visited, other), (*on_visit, other)), (said, said)),), note=NEAREST)


def _meant(text: str, linker: Linker, classes: Sequence[str]) -> Things | None:
    """What a text names, of these classes, where it is nothing but a name."""
    matches = [m for m in linker.find(text.removeprefix("the ")) if m.score >= SURE and m.entity.type in classes]
    best: tuple[Entity, ...] = tuple(
        m.entity for m in matches if (m.score, m.how) == (matches[0].score, matches[0].how)
    )
    return Things(best, text) if best else None
