"""Runs a plan and gathers what its answer rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from rdflib import RDF, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from kg.ask.plan import Edge, Plan, Things, Var
from kg.ask.sparql import BY_PERSONS, TRANSITIVE, Writer, iri
from kg.model import Entity, Evidence, Fact
from kg.paths import Path
from kg.store import GraphView
from kg.store.rdf import nt

Status = Literal["answered", "not-in-graph", "not-understood"]
MAX_ROWS = 2000
"""Beyond this many solutions the evidence is gathered for the first ones only."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence that an answer rests on, with its article's title and date."""

    evidence: Evidence
    title: str | None = None
    published: str | None = None

    def to_json(self) -> dict[str, object]:
        """As ``kg ask --format json`` prints it."""
        said = self.evidence
        found: dict[str, object] = {"article": said.article, "quote": said.quote, "start": said.start, "end": said.end}
        if self.title:
            found["title"] = self.title
        if self.published:
            found["published"] = self.published
        return found


@dataclass(frozen=True, slots=True)
class Found:
    """One answer: a thing, and the sentences that say so."""

    entity: Entity
    evidence: tuple[Citation, ...] = ()

    def to_json(self) -> dict[str, object]:
        """As ``kg ask --format json`` prints it."""
        return {**entity_json(self.entity), "evidence": [citation.to_json() for citation in self.evidence]}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question.

    ``value`` is the number, date or truth asked for; ``answers`` are the things asked for, or what the value
    is about. ``alternatives`` are near names, or other things that a name may mean. ``paths`` are the ways
    between two things, where a connection was asked for.
    """

    question: str
    status: Status
    understood: str
    sparql: str | None = None
    answers: tuple[Found, ...] = ()
    value: int | str | bool | None = None
    alternatives: tuple[Entity, ...] = ()
    plan: Plan | None = field(default=None, compare=False)
    paths: tuple[Path, ...] | None = None

    def to_json(self) -> dict[str, object]:
        """The object that ``kg ask --format json`` prints."""
        found: dict[str, object] = {
            "question": self.question,
            "status": self.status,
            "understood": self.understood,
            "sparql": self.sparql,
            "answers": [found.to_json() for found in self.answers],
            "value": self.value,
            "alternatives": [entity_json(entity) for entity in self.alternatives],
        }
        if self.paths is not None:
            found["paths"] = [path.to_json() for path in self.paths]
        return found


@dataclass(frozen=True, slots=True)
class Result:
    """What a plan gave: entities in order with their evidence, or a value with its own."""

    plan: Plan
    sparql: str
    found: tuple[Found, ...] = ()
    value: int | str | bool | None = None
    others: tuple[str, ...] = ()
    """Further values that articles give."""

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
    writer = Writer(plan, view.vocabulary, view.names)
    sparql = writer.select()
    if sparql.partition(" WHERE")[0].endswith("ASK"):
        return _truth(view, plan, sparql)
    names = [variable[1:] for variable in writer.variables()]
    rows = [dict(zip(names, row, strict=True)) for row in view.store.rows(sparql)]
    target = plan.target.name
    if plan.goal == "yes-no":
        facts = _facts(view, plan, rows[:MAX_ROWS])
        return Result(plan, sparql, _about(view, facts), value=bool(rows))
    if plan.goal == "value" or any(isinstance(row[target], RdfLiteral) for row in rows):
        return _value(view, plan, sparql, rows)
    ends = [str(row[target]) for row in rows if isinstance(row[target], URIRef)]
    entities = sorted(view.entities(set(ends)).values(), key=lambda e: (e.label.casefold(), e.id)) if ends else []
    shown = entities if limit is None else entities[:limit]
    kept = {entity.id for entity in shown}
    evidence = _evidence_by_target(view, plan, [row for row in rows if str(row[target]) in kept])
    found = tuple(Found(entity, evidence.get(entity.id, ())) for entity in shown)
    return Result(plan, sparql, found, value=len(entities) or None if plan.goal == "count" else None)


def _truth(view: GraphView, plan: Plan, sparql: str) -> Result:
    true = view.store.ask(sparql)
    return Result(plan, sparql, _about(view, _facts(view, plan, [{}])) if true else (), value=true)


def _value(view: GraphView, plan: Plan, sparql: str, rows: Sequence[Mapping[str, Node | None]]) -> Result:
    """The value that most statements give; the finer date and the smaller number first where they are as many."""
    facts = _facts(view, plan, rows[:MAX_ROWS])
    backed = Counter(fact.object.value for fact in facts if not isinstance(fact.object, Entity))
    values = sorted({str(row[plan.target.name]) for row in rows}, key=lambda v: (-backed[v], -len(v), v))
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


def _evidence_by_target(
    view: GraphView, plan: Plan, rows: Sequence[Mapping[str, Node | None]]
) -> dict[str, tuple[Citation, ...]]:
    facts = _facts(view, plan, rows[:MAX_ROWS])
    by_ends: dict[str, list[Fact]] = {}
    for fact in facts:
        for end in (fact.subject, fact.object):
            if isinstance(end, Entity):
                by_ends.setdefault(end.id, []).append(fact)
    target = plan.target.name
    found: dict[str, dict[str, Fact]] = {}
    for row in rows[:MAX_ROWS]:
        mine = found.setdefault(str(row[target]), {})
        for edge in plan.edges():
            for fact in _of_edge(by_ends, edge, row):
                mine[fact.id] = fact
    return {end: cite(view, mine.values()) for end, mine in found.items()}


def _of_edge(by_ends: Mapping[str, list[Fact]], edge: Edge, row: Mapping[str, Node | None]) -> list[Fact]:
    subjects, ends = _ids(edge.subject, row), _ids(edge.object, row)
    found = []
    for subject in sorted(subjects):
        for fact in by_ends.get(subject, []):
            others = {end.id for end in (fact.subject, fact.object) if isinstance(end, Entity)} - {subject}
            # What is held in a city answers for its country: the fact then ends elsewhere than the edge.
            if edge.relation in TRANSITIVE or not others or others & ends:
                found.append(fact)
    return found


def _ids(term: Var | Things, row: Mapping[str, Node | None]) -> set[str]:
    if isinstance(term, Things):
        return {entity.id for entity in term.entities}
    value = row.get(term.name)
    return set() if value is None else {str(value)}


def _facts(view: GraphView, plan: Plan, rows: Sequence[Mapping[str, Node | None]]) -> list[Fact]:
    """The facts behind the plan's edges, as the rows bind them, in one query for each edge."""
    ids: set[str] = set()
    for edge in plan.edges():
        pairs = sorted({(s, o) for row in rows for s in _nodes(edge.subject, row) for o in _nodes(edge.object, row)})
        if pairs:
            ids.update(_statements(view, edge, pairs))
    return view.facts_of(ids)


def _nodes(term: Var | Things, row: Mapping[str, Node | None]) -> list[str]:
    if isinstance(term, Things):
        return [iri(entity.id) for entity in term.entities]
    value = row.get(term.name)
    return [] if value is None else [nt(value)]


def _statements(view: GraphView, edge: Edge, pairs: Sequence[tuple[str, str]]) -> Iterable[str]:
    kg, rdf = view.names.namespace, str(RDF)
    relations = [*view.vocabulary.implied_by(edge.relation), *filter(None, [BY_PERSONS.get(edge.relation)])]
    kinds = " ".join(f"<{kg}{name}>" for name in relations)
    modality = "planned" if edge.planned and edge.relation not in ("heldIn", "heldOn") else "asserted"
    if edge.relation in TRANSITIVE:
        values = " ".join(sorted({subject for subject, _ in pairs}))
        ends = f"VALUES ?s {{ {values} }} ?st <{rdf}subject> ?s ."
    else:
        values = " ".join(f"({s} {o})" for s, o in pairs)
        ends = f"VALUES (?s ?o) {{ {values} }} {{ ?st <{rdf}subject> ?s ; <{rdf}object> ?o }}"
        if view.vocabulary.relations[edge.relation].symmetric:
            ends += f" UNION {{ ?st <{rdf}subject> ?o ; <{rdf}object> ?s }}"
    told = f"?st <{rdf}predicate> ?p ; <{kg}modality> <{kg}{modality}>"
    query = f"SELECT DISTINCT ?st WHERE {{ VALUES ?p {{ {kinds} }} {ends} {told} }}"
    return [str(row[0]) for row in view.store.rows(query)]


def cite(view: GraphView, facts: Iterable[Fact]) -> tuple[Citation, ...]:
    said = sorted({evidence for fact in facts for evidence in fact.evidence})
    sources = view.sources() if said else {}
    found = []
    for evidence in said:
        source = sources.get(evidence.article)
        found.append(Citation(evidence, source.title if source else None, source.published if source else None))
    return tuple(found)


def entity_json(entity: Entity) -> dict[str, object]:
    """An entity as answers and alternatives show it."""
    return {"id": entity.id, "label": entity.label, "labels": list(entity.labels), "type": entity.type}
