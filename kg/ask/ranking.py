"""What is done to a plan once it is read: answers ranked or bounded, times told by articles, words checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.ask.clauses import is_timely
from kg.ask.dating import by_date
from kg.ask.items import Item, Little, Some, When
from kg.ask.operators import Ranked
from kg.ask.plan import (
    Around,
    Condition,
    Edge,
    Either,
    InCountry,
    InTime,
    Not,
    Occasion,
    OfClass,
    Plan,
    Published,
    Rank,
    Setting,
    Var,
    Within,
)  # fmt: skip
from kg.ask.reading import Clauses
from kg.ask.text import stem

MEASURES = {
    "mou": ("signedMoUWith", False), "memorandum": ("signedMoUWith", False),
    "agreement": ("signedAgreementWith", False), "deal": ("signedAgreementWith", False),
    "contract": ("signedAgreementWith", False), "partner": ("cooperatesWith", False),
    "meeting": ("metWith", False), "visit": ("visited", False), "speech": ("spokeAt", False),
    "representative": ("represents", True), "people": ("represents", True), "visitor": ("visited", True),
    "event": ("attended", False), "participant": ("attended", True), "attendee": ("attended", True),
    "speaker": ("spokeAt", True), "organiser": ("organized", True), "member": ("partOf", True),
}  # fmt: skip
"""What is counted when someone has the most of it: the relation, and whether the one asked for is its object."""
OF_PLACES = {"event": ("heldIn", True), "organisation": ("locatedIn", True), "company": ("locatedIn", True)}
BY_STEM = {stem(noun): found for noun, found in MEASURES.items()}
PLACES_BY_STEM = {stem(noun): found for noun, found in OF_PLACES.items()}


def ranked(plan: Plan, rank: Ranked, clauses: Clauses) -> Plan | None:
    """The plan with its answers in that order; None where nothing in it can be counted or dated."""
    if rank.order in ("latest", "earliest"):
        return by_date(plan, rank, clauses) if plan.goal in ("list", "count", "value") else None
    if plan.goal not in ("list", "count"):
        return None
    if rank.measure:
        edge = _measured(plan, rank.measure, clauses)
        if edge is None:
            return None
        plan = replace(plan, conditions=(*plan.conditions, edge))
        counted: Var | None = clauses_end(edge, plan.target)
    else:
        ends = (clauses_end(edge, plan.target) for edge in _own_edges(plan.conditions))
        counted = next((end for end in ends if end is not None), None)
    if counted is None:
        return None
    bounds = {"at-least": Rank(counted, True, None, least=rank.n), "at-most": Rank(counted, True, None, most=rank.n)}
    order = bounds.get(rank.order) or Rank(counted, rank.order == "most", rank.n)
    return replace(plan, rank=order, fallback=None)


def clauses_end(edge: Edge, target: Var) -> Var | None:
    """The variable at the other end of an edge of the target."""
    ends = (edge.subject, edge.object)
    other = next((end for end in ends if end != target), None)
    return other if target in ends and isinstance(other, Var) else None


def _own_edges(conditions: Sequence[Condition]) -> Iterator[Edge]:
    for condition in conditions:
        if isinstance(condition, Edge):
            yield condition
        elif isinstance(condition, Occasion):
            yield condition.edge


def _measured(plan: Plan, noun: str, clauses: Clauses) -> Edge | None:
    place = any(isinstance(c, OfClass) and c.var == plan.target and "Place" in c.classes for c in plan.conditions)
    found = (PLACES_BY_STEM if place else {}).get(stem(noun)) or BY_STEM.get(stem(noun))
    if found is None:
        return None
    relation, inverse = found
    other = clauses.fresh()
    return Edge(other, relation, plan.target) if inverse else Edge(plan.target, relation, other)


def dated_by_articles(plan: Plan) -> Plan:
    """The plan with a second best: where no event tells when something came about, the article's own date does."""
    occasions = {c.event: c.edge for c in plan.conditions if isinstance(c, Occasion)}
    if plan.fallback is not None or plan.goal not in ("list", "count"):
        return plan
    if not occasions:
        return _placed_itself(plan)
    if not any(isinstance(c, InTime) and c.term in occasions for c in plan.conditions):
        return plan
    found: list[Condition] = []
    for condition in plan.conditions:
        if isinstance(condition, Occasion):
            continue
        if isinstance(condition, Around):
            return plan
        if isinstance(condition, InTime) and condition.term in occasions:
            edge = occasions[condition.term]
            found.append(Published(edge, condition.since, condition.until, condition.said))
        else:
            found.append(condition)
    return replace(plan, fallback=replace(plan, conditions=tuple(found), note="dated by the articles that tell it"))


def _placed_itself(plan: Plan) -> Plan:
    """Where a plan asks what came about in a place, things that lie there themselves are second best."""
    settings = [c for c in plan.conditions if isinstance(c, Setting) and c.at.entities[0].type == "Place"]
    if not settings:
        return plan
    kept = tuple(Within(plan.target, c.at) if c in settings else c for c in plan.conditions)
    return replace(plan, fallback=replace(plan, conditions=kept))


OF_COUNTRIES = {"visited": False, "signedMoUWith": True, "signedAgreementWith": True, "cooperatesWith": True}
"""What is done with a country by doing it with what lies in it, or (True) with what belongs to it."""


def of_countries(plan: Plan, clauses: Clauses) -> Plan:
    """The plan, where it asks which countries something was done with, with those of cities and bodies.

    Who visits a city visits its country; what a body signs, its country only where no country signed.
    """
    kind = next((c for c in plan.conditions if isinstance(c, OfClass) and c.var == plan.target), None)
    edges = list(_own_edges(plan.conditions))
    if kind is None or kind.place != "country" or len(edges) != 1 or plan.goal != "list":
        return plan
    edge, nation = edges[0], OF_COUNTRIES.get(edges[0].relation)
    if nation is None or edge.object != plan.target or edge.told != "asserted" or len(plan.conditions) != 2:
        return plan
    there = clauses.fresh()
    conditions = (Edge(edge.subject, edge.relation, there), InCountry(there, plan.target, nation))
    note = "the countries of those it did so with" if nation else ""
    asked = OfClass(plan.target, (), kind.said, plural=kind.plural)  # the graph need not hold the country itself
    through = replace(plan, conditions=(asked, *conditions), note=note)
    return replace(plan, fallback=through) if nation else replace(through, fallback=plan)


PLANNED_KINDS = {"visit": "visited", "trip": "visited", "meeting": "metWith", "talk": "metWith"}
PLANNED_BY_STEM = {stem(noun): relation for noun, relation in PLANNED_KINDS.items()}


def planned_only(plan: Plan, clauses: Clauses) -> Plan | None:
    """A plan that finds only what is planned: what it asks for without a verb stands in something that is."""
    if any(edge.told == "planned" for edge in _own_edges(plan.conditions)) or plan.goal not in ("list", "count"):
        return plan
    if any(edge.relation in ("heldIn", "heldOn") for edge in _own_edges(plan.conditions)):
        return plan
    kind = next((c for c in plan.conditions if isinstance(c, OfClass) and c.var == plan.target), None)
    if kind is None or list(_own_edges(plan.conditions)):
        return None
    relation = PLANNED_BY_STEM.get(stem(kind.said))
    other = clauses.fresh()
    if relation:
        ways = (Edge(plan.target, relation, other, "planned"), Edge(other, relation, plan.target, "planned"))
        rest = tuple(c for c in plan.conditions if c is not kind)
        return replace(plan, conditions=(*rest, Either(tuple((way,) for way in ways))))
    of_class = [r for r in clauses.vocabulary.relations.values() if not r.datatype and r.name != "heldIn"]
    edges: list[Edge] = []
    for r in of_class:
        edges += [Edge(other, r.name, plan.target, "planned")] * any(c in r.range for c in kind.classes)
        edges += [Edge(plan.target, r.name, other, "planned")] * any(c in r.domain for c in kind.classes)
    return replace(plan, conditions=(*plan.conditions, Either(tuple((edge,) for edge in edges)))) if edges else None


def uses_all(plan: Plan, items: Sequence[Item]) -> bool:
    """Whether every time and every denial of the question is in the plan: what leaves one out asks something else."""
    times, denials = _said(items)
    return times <= _times(plan.conditions) and (denials == 0 or _denials(plan) > 0)


def _said(items: Sequence[Item]) -> tuple[int, int]:
    times = denials = 0
    for item in items:
        if isinstance(item, When) or is_timely(item):
            times += 1
        elif isinstance(item, Little) and item.word in ("not", "without", "except"):
            denials += 1
        elif isinstance(item, Some):
            inner = _said([*item.relative, *item.inside, *item.outside])
            times, denials = times + inner[0], denials + inner[1] + len(item.outside)
    return times, denials


def _times(conditions: Sequence[Condition]) -> int:
    count = 0
    for condition in conditions:
        if isinstance(condition, Not):
            count += _times(condition.conditions)
        elif isinstance(condition, Either):
            count += sum(_times(branch) for branch in condition.branches)
        else:
            count += isinstance(condition, InTime | Around | Published)
    return count


def _denials(plan: Plan) -> int:
    told = sum(isinstance(c, Edge) and c.told == "negated" for c in plan.conditions)
    named = [c for c in plan.conditions if not isinstance(c, OfClass | Edge | InTime | Around | Occasion)]
    return told + sum(_has_not(c) for c in named)


def _has_not(condition: Condition) -> bool:
    if isinstance(condition, Either):
        return any(_has_not(inner) for branch in condition.branches for inner in branch)
    return isinstance(condition, Not) or type(condition).__name__ == "Other"
