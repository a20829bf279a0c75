"""The statements behind a plan's edges, and the sentences that they were taken from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rdflib import RDF
from rdflib.term import Node

from kg.ask.answer import Citation
from kg.ask.plan import Edge, Plan, Things, Var
from kg.ask.quoting import iri
from kg.ask.sparql import BY_PERSONS, TRANSITIVE
from kg.model import Entity, Evidence, Fact
from kg.store import GraphView
from kg.store.rdf import nt

MAX_ROWS = 2000
"""Beyond this many solutions the evidence is gathered for the first ones only."""
PAIRS = 200
"""So many pairs of ends are asked for at once: for more, Oxigraph goes through all statements that there are."""
MENTIONS = 50
"""So many statements about a thing are looked at for a sentence that names it."""


def evidence_by_target(
    view: GraphView, plan: Plan, rows: Sequence[Mapping[str, Node | None]]
) -> dict[str, tuple[Citation, ...]]:
    facts = facts_behind(view, plan, rows[:MAX_ROWS])
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


def facts_behind(view: GraphView, plan: Plan, rows: Sequence[Mapping[str, Node | None]]) -> list[Fact]:
    """The facts behind the plan's edges, as the rows bind them, in few queries for each edge."""
    ids: set[str] = set()
    for edge in plan.edges():
        pairs = sorted({(s, o) for row in rows for s in _nodes(edge.subject, row) for o in _nodes(edge.object, row)})
        for start in range(0, len(pairs), PAIRS):
            ids.update(_statements(view, edge, pairs[start : start + PAIRS]))
    return view.facts_of(ids)


def _nodes(term: Var | Things, row: Mapping[str, Node | None]) -> list[str]:
    if isinstance(term, Things):
        return [iri(entity.id) for entity in term.entities]
    value = row.get(term.name)
    return [] if value is None else [nt(value)]


def _statements(view: GraphView, edge: Edge, pairs: Sequence[tuple[str, str]]) -> Iterable[str]:
    kg, rdf = view.names.namespace, str(RDF)
    relations = [*view.vocabulary.implied_by(edge.relation), *filter(None, [BY_PERSONS.get(edge.relation)])]
    kinds = ", ".join(f"<{kg}{name}>" for name in relations)
    modality = "asserted" if edge.relation in ("heldIn", "heldOn") else edge.told
    # Kinds in a filter and no union: Oxigraph would join either with all the statements that there are.
    if edge.relation in TRANSITIVE:
        values = " ".join(sorted({subject for subject, _ in pairs}))
        ends = f"VALUES ?s {{ {values} }} ?st <{rdf}subject> ?s ."
    else:
        both = (
            pairs if not view.vocabulary.relations[edge.relation].symmetric else [*pairs, *((o, s) for s, o in pairs)]
        )
        values = " ".join(f"({s} {o})" for s, o in sorted(set(both)))
        ends = f"VALUES (?s ?o) {{ {values} }} ?st <{rdf}subject> ?s ; <{rdf}object> ?o ."
    told = f"?st <{rdf}predicate> ?p ; <{kg}modality> <{kg}{modality}>"
    query = f"SELECT DISTINCT ?st WHERE {{ {ends} {told} FILTER(?p IN ({kinds})) }}"
    return [str(row[0]) for row in view.store.rows(query)]


def cite(view: GraphView, facts: Iterable[Fact]) -> tuple[Citation, ...]:
    """The sentences of some facts, each with its article and the words that name the facts' ends."""
    names: dict[Evidence, set[str]] = {}
    for fact in facts:
        ends = [end for end in (fact.subject, fact.object) if isinstance(end, Entity)]
        for evidence in fact.evidence:
            names.setdefault(evidence, set()).update(label for end in ends for label in end.labels)
    sources = {name: view.source(name) for name in sorted({evidence.article for evidence in names})}
    found = []
    for evidence in sorted(names):
        source = sources[evidence.article]
        known = (source.title, source.published, source.publisher) if source else (None, None, None)
        copied = source.copy_of if source else None
        found.append(Citation(evidence, *known, tuple(sorted(names[evidence])), copied))
    return tuple(found)


def cite_mentions(view: GraphView, entity: Entity) -> tuple[Citation, ...]:
    """Sentences that name an entity, for what its own description says and no statement."""
    node = iri(entity.id)
    rdf = str(RDF)
    query = (
        f"SELECT ?st WHERE {{ {{ ?st <{rdf}subject> {node} }} UNION {{ ?st <{rdf}object> {node} }} }} LIMIT {MENTIONS}"
    )
    facts = view.facts_of(str(row[0]) for row in view.store.rows(query))
    naming = [f for f in facts if any(label in e.quote for e in f.evidence for label in entity.labels)]
    return cite(view, naming)[:2]
