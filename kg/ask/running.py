"""Runs a plan against the graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rdflib import Literal as RdfLiteral
from rdflib import URIRef
from rdflib.term import Node

from kg.ask.answer import Found
from kg.ask.citing import MAX_ROWS, cite, cite_mentions, evidence_by_target, facts_behind
from kg.ask.dating import LATEST, rests_on
from kg.ask.hops import Hop, hops_of, steps
from kg.ask.places import unheld_country
from kg.ask.plan import Plan
from kg.ask.sparql import Writer
from kg.model import Entity, Fact
from kg.store import GraphView

Row = Mapping[str, Node | None]
"""What stands for a plan's variables, by their names."""
MAX_RANKED = 1000
"""So many answers are looked at; ``total`` still counts them all."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a plan gave: entities in order with their evidence, or a value with its own."""

    plan: Plan
    sparql: str
    found: tuple[Found, ...] = ()
    value: int | str | bool | None = None
    others: tuple[str, ...] = ()
    """Further values that articles give."""
    total: int = 0
    """How many answers there are before any limit."""

    @property
    def empty(self) -> bool:
        """Whether nothing was found."""
        return not self.found and self.value is None


def run(view: GraphView, plan: Plan, limit: int | None = None) -> Result:
    """Run the plan, and where it finds nothing its fallback."""
    result = _run(view, plan, limit)
    if result.empty and plan.fallback is not None:
        second = run(view, replace(plan.fallback, unused=plan.unused), limit)
        return second if not second.empty else result
    return result


def _run(view: GraphView, plan: Plan, limit: int | None) -> Result:
    writer = Writer(plan, view)
    if plan.rank and plan.goal != "value":
        return _ranked(view, plan, writer, limit)
    hops = hops_of(plan, view.vocabulary) if plan.goal in ("list", "count") else ()
    sparql = writer.reached(hops) if hops else writer.select()
    if sparql.partition(" WHERE")[0].endswith("ASK"):
        return _truth(view, plan, sparql)
    target = plan.target.name
    names = [target, *(f"{hop.var.name}Way" for hop in hops)] if hops else [v[1:] for v in writer.variables()]
    rows: list[Row] = [dict(zip(names, row, strict=True)) for row in view.store.rows(sparql)]
    if plan.goal == "yes-no":
        facts = facts_behind(view, plan, rows[:MAX_ROWS])
        return Result(plan, sparql, _about(view, facts), value=bool(rows))
    if plan.goal == "value" or any(isinstance(row[target], RdfLiteral) for row in rows):
        return _value(view, plan, sparql, rows)
    ends = [str(row[target]) for row in rows if isinstance(row[target], URIRef)]
    total = len(set(ends))
    known = sorted(set(ends))[:MAX_RANKED]
    things = [*view.entities(known).values(), *filter(None, map(unheld_country, known))] if ends else []
    entities = sorted(things, key=lambda e: (e.label.casefold(), e.id))
    shown = entities if limit is None else entities[:limit]
    found = _found(view, plan, shown, [_with_ways(row, hops) for row in rows])
    return Result(plan, sparql, found, value=total or None if plan.goal == "count" else None, total=total)


def _with_ways(row: Row, hops: Sequence[Hop]) -> Row:
    """A row with the variables that are on its ways."""
    found: dict[str, Node | None] = dict(row)
    for hop in hops:
        way = str(row[f"{hop.var.name}Way"]).split(" ")
        found |= {step.var.name: URIRef(node) for step, node in zip(steps([hop]), way, strict=True)}
    return found


def _found(view: GraphView, plan: Plan, shown: Sequence[Entity], rows: Sequence[Row]) -> tuple[Found, ...]:
    """The answers with their sentences; where only its name says what a thing is, with sentences that name it."""
    kept = {entity.id for entity in shown}
    evidence = evidence_by_target(view, plan, [row for row in rows if str(row[plan.target.name]) in kept])
    return tuple(Found(entity, evidence.get(entity.id) or cite_mentions(view, entity)) for entity in shown)


def _ranked(view: GraphView, plan: Plan, writer: Writer, limit: int | None) -> Result:
    """The first answers in the plan's order, and those that come out equal with the last of them."""
    rank = plan.rank
    assert rank is not None
    rows = view.store.rows(writer.select(limit=MAX_RANKED))
    measures = {str(x): (str(n), *map(str, told)) for x, n, *told in rows if x is not None}
    measured = [(x, n) for x, (n, *_) in measures.items() if n not in ("0", "None", LATEST)]
    if rank.top is not None and len(measured) > rank.top:
        last = measured[rank.top - 1][1]
        measured = measured[: rank.top] + [pair for pair in measured[rank.top :] if pair[1] == last]
    if not measured:
        return Result(plan, writer.select())
    sparql = Writer(plan, view).select(limit=len(measured))
    shown = measured if limit is None else measured[:limit]
    again = Writer(plan, view)
    names = [variable[1:] for variable in again.variables()]
    only = again.select(only=[x for x, _ in shown])
    solutions = [dict(zip(names, row, strict=True)) for row in view.store.rows(only)]
    entities = view.entities([x for x, _ in shown])
    found = _found(view, plan, [entities[x] for x, _ in shown], solutions)
    found = tuple(replace(one, measure=n) for one, (_, n) in zip(found, shown, strict=True))
    total = len(measured)
    if plan.dated() is not None:
        rests = rests_on([(n, measures[x][1]) for x, n in shown])
        plan = replace(plan, note="; ".join(filter(None, [plan.note, rests])))
    return Result(plan, sparql, found, value=total if plan.goal == "count" else None, total=total)


def _truth(view: GraphView, plan: Plan, sparql: str) -> Result:
    true = view.store.ask(sparql)
    return Result(plan, sparql, _about(view, facts_behind(view, plan, [{}])) if true else (), value=true)


def _value(view: GraphView, plan: Plan, sparql: str, rows: Sequence[Row]) -> Result:
    """The value that most statements give; the finer date and the smaller number first where they are as many."""
    facts = facts_behind(view, plan, rows[:MAX_ROWS])
    backed = Counter(fact.object.value for fact in facts if not isinstance(fact.object, Entity))
    values = sorted({str(row[plan.target.name]) for row in rows}, key=lambda v: (-backed[v], -len(v), v))
    if plan.rank:
        values.sort(reverse=plan.rank.descending)
        values = values[:1]
    if not values:
        return Result(plan, sparql)
    first = values[0]
    relation = next((edge.relation for edge in plan.edges() if edge.object == plan.target), "")
    counted = bool(relation) and view.vocabulary.relations[relation].datatype == "integer"
    telling = [f for f in facts if isinstance(f.object, Entity) or f.object.value == first]
    return Result(plan, sparql, _about(view, telling), int(first) if counted else first, tuple(values[1:]))


def _about(view: GraphView, facts: Sequence[Fact]) -> tuple[Found, ...]:
    """What the facts behind a value are about, with their sentences."""
    subjects = {fact.subject.id: fact.subject for fact in facts}
    found = (Found(entity, cite(view, [f for f in facts if f.subject.id == iri])) for iri, entity in subjects.items())
    return tuple(sorted(found, key=lambda f: (f.entity.label.casefold(), f.entity.id)))
