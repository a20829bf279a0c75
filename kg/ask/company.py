"""Who was in a place, and who went along with somebody, of which no one relation tells: the nearest is told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.ask.items import Named
from kg.ask.linking import Linker
from kg.ask.plan import Condition, Edge, Either, OfClass, Other, Plan, Things, Together, Var, Within
from kg.ask.reading import Clauses
from kg.ask.text import Word, text_of
from kg.ask.truth import TARGET

GO = "travell?ed|travell?ing|travell?|went|go|came|come|flew|fly|toured|tour"
SHAPES = (
    rf"who (?:else )?(?:accompanied|(?:{GO}) (?:together |along )?with|was with) (?P<who>.+?)(?: to (?P<to>.+))?",
    rf"(?:who|with whom) (?:did|has|have) (?P<who>.+?) (?:{GO})(?: to (?P<to>.+?))?(?: with)?",
    r"(?:by )?(?:who|whom) (?:was|were) (?P<who>.+?) accompanied(?: by)?(?: to (?P<to>.+?))?(?: by)?",
)
WAS_IN = r"(?:who|which people) (?:else )?(?:was|were) in (?P<place>.+)"
VISITS = ("visit", "tour", "trip", "mission")
"""Beginnings of the words by which an event is known as one where people travel."""
NEAREST = "the nearest that is told: who visited the same place, in one article, or was on the same visit"


def present(words: Sequence[Word], linker: Linker, clauses: Clauses) -> Plan | None:
    """The plan of "who was in X": who visited it, or attended what was held there; None for any other question."""
    match = re.fullmatch(WAS_IN, text_of(words))
    place = clauses.things(Named(match["place"], linker.find(match["place"])), ("Place",)) if match else None
    if place is None:
        return None
    event = Var("event")
    there = ((Edge(TARGET, "visited", place),), (Edge(TARGET, "attended", event), Within(event, place)))
    said = f"visited {place.label} or attended an event there"
    return Plan("list", TARGET, (Either(there, (said, said)),))


def company(words: Sequence[Word], linker: Linker, clauses: Clauses) -> Plan | None:
    """The plan of a question for those who went along with somebody; None where it asks anything else."""
    text = text_of(words)
    asked = any(word.text in ("with", "accompanied") for word in words)
    match = next(filter(None, (re.fullmatch(shape, text) for shape in SHAPES)), None) if asked else None
    if match is None:
        return None
    who, *goal = (Named(said, linker.find(said.removeprefix("the "))) for said in match.group("who", "to") if said)
    chief = clauses.things(who, ("Person", "Organization", "Place"))
    place = clauses.things(goal[0], ("Place",)) if goal else None
    if chief is None or (goal and place is None):
        return None
    there: Var | Things = place or Var("there")
    visit = Var("visit")
    visited = Together(Edge(TARGET, "visited", there), Edge(chief, "visited", there))
    on_visit: list[Condition] = [Edge(chief, "attended", visit), Edge(TARGET, "attended", visit)]
    on_visit.append(OfClass(visit, ("Event",), "visit", VISITS))
    if place is not None:
        on_visit.append(Within(visit, place))
    other = Other(TARGET, chief)
    said = f"went along with {chief.label}" + (f" to {place.label}" if place else "")
    return Plan("list", TARGET, (Either(((visited, other), (*on_visit, other)), (said, said)),), note=NEAREST)
