"""Answers in the order of their dates: what dates each, and how that stands in a query."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.ask.operators import Ranked
from kg.ask.plan import Dated, Edge, InTime, Occasion, OfClass, Plan, Rank, Things, date_of
from kg.ask.reading import OCCASIONAL, Clauses
from kg.ask.times import spoken

DEEDS = OCCASIONAL - {"represents"}
"""What two do on some day, so that one can have done it first or last."""
OF_AGE = ("oldest", "newest")
"""Words that tell of bodies and people how old they are, and not when they did something."""
EARLIEST, LATEST = "", "9999"
"""Texts before and after every date."""


def by_date(plan: Plan, rank: Ranked, clauses: Clauses) -> Plan | None:
    """The plan with its answers, and those of its fallback, ordered by date; None where nothing dates them."""
    order = Rank(None, rank.order == "latest", rank.n)
    if plan.goal == "value":
        occasion = any(isinstance(c, Occasion) for c in plan.conditions)
        return replace(plan, rank=order) if occasion else None
    if _is(plan, "Event", clauses):
        second = by_date(plan.fallback, rank, clauses) if plan.fallback else None
        by_article = (*plan.conditions, Dated(None, plan.target, "heldOn"))
        undated = replace(plan, goal="list", conditions=by_article, rank=order, fallback=second)
        return replace(undated, conditions=(*plan.conditions, InTime(plan.target)), fallback=undated)
    by = _dated(plan, rank, clauses)
    if by is None:
        return None
    second = by_date(plan.fallback, rank, clauses) if plan.fallback else None
    return replace(plan, goal="list", conditions=(*plan.conditions, by), rank=order, fallback=second)


def _is(plan: Plan, kind: str, clauses: Clauses) -> bool:
    """Whether the target is of that class, by its noun or else by its edges."""
    for condition in plan.conditions:
        if isinstance(condition, OfClass) and condition.var == plan.target:
            return kind in condition.classes
    for edge in plan.edges():
        relation = clauses.vocabulary.relations[edge.relation]
        if (edge.subject == plan.target and kind in relation.domain) or (
            edge.object == plan.target and kind in relation.range
        ):
            return True
    return False


def _dated(plan: Plan, rank: Ranked, clauses: Clauses) -> Dated | None:
    own = [edge for edge in plan.edges() if edge.told == "asserted" and plan.target in (edge.subject, edge.object)]
    if _is(plan, "Agreement", clauses):
        edge = next((e for e in own if e.relation == "party"), Edge(plan.target, "party", clauses.fresh()))
        return Dated(edge, plan.target, "signedOn")
    named = [edge for edge in own if isinstance(edge.subject, Things) or isinstance(edge.object, Things)]
    deed = next((edge for edge in named if edge.relation in DEEDS), None)
    if deed is None or rank.said.removeprefix("the ") in OF_AGE:
        return None
    return Dated(deed, clauses.fresh(), "heldOn")


def issued_of(dated: Dated) -> str:
    """The variable that holds the day on which an article that tells the edge appeared."""
    return f"?{dated.of.name}Issued"


def dated_lines(dated: Dated, told: str, graph: str, part: str) -> Iterator[str]:
    """What dates an edge, as SPARQL.

    ``told`` is the edge's pattern, or that of a mention, ``graph`` a fresh variable, ``part`` the path from someone to
    their events.
    """
    of, date, edge = f"?{dated.of.name}", f"?{date_of(dated.of)}", told.removesuffix(" .")
    subject, _, end = edge.split(" ")
    yield f"GRAPH {graph} {{ {told} }} OPTIONAL {{ GRAPH {graph} {{ {graph} dct:issued {issued_of(dated)} }} }}"
    if dated.edge is None or dated.of in (dated.edge.subject, dated.edge.object):
        event = ""
    elif dated.edge.relation == "visited":
        event = f"GRAPH {graph} {{ {subject} {part} {of} }} {of} kg:heldIn/kg:locatedIn* {end} . "
    else:
        event = f"GRAPH {graph} {{ {subject} {part} {of} . {end} {part} {of} }} "
    yield f"OPTIONAL {{ {event}{of} kg:{dated.relation} {date} }}"


def date_measure(dated: Dated, latest: bool) -> str:
    """Selected for an order by date: ``?n``, and ``?told``, which differs from it where only articles date a thing."""
    date, issued = f"?{date_of(dated.of)}", issued_of(dated)
    first, none = ("MAX", EARLIEST) if latest else ("MIN", LATEST)
    own = f'{first}(IF(BOUND({date}), STR({date}), "{none}"))'
    published = f'MIN(IF(BOUND({issued}), STR({issued}), "{LATEST}"))'
    return f'(IF({own} = "{none}", {published}, {own}) AS ?n) ({own} AS ?told)'


def rests_on(dates: Sequence[tuple[str, str]]) -> str:
    """Which dates an order rests on, said in words: each the date that ordered a thing, and the one told of it."""
    days = ", ".join(dict.fromkeys(spoken(n) for n, _ in dates))
    if all(n == told for n, told in dates):
        return f"by the date told: {days}"
    if any(n == told for n, told in dates):
        return f"by the dates told, or else those of the first articles that tell it: {days}"
    return f"no date is told, so by the first article that tells it: {days}"
