"""Reads all of a graph, little of it in memory at a time: for what must work however large the graph is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import islice

from rdflib import DCTERMS, RDF
from rdflib import Literal as RdfLiteral

from kg.model import Entity, Fact, Literal
from kg.store.ordering import texts_in_order
from kg.store.rdf import model_literal
from kg.store.view import GraphView

PART = 500
"""How many facts or entities are read at once."""


@dataclass(frozen=True, slots=True)
class StatementBrief:
    """A statement in brief: its IRI, what it says of which things by IRI, and the article that says it."""

    statement: str
    subject: str
    predicate: str
    object: str | Literal
    modality: str
    confidence: float
    article: str


def article_names(view: GraphView) -> list[str]:
    """The names of the articles that the graph knows, in order."""
    return sorted(name for name, _, _ in publications(view))


def publications(view: GraphView) -> Iterator[tuple[str, str | None, str | None]]:
    """Each article's name, its date of publication, and the name of the article that it copies."""
    rows = view.store.rows(
        f"PREFIX kg: <{view.names.namespace}> SELECT ?name ?issued ?copy WHERE {{ GRAPH ?a {{"
        f" ?a kg:fileName ?name ; kg:sha256 ?sha"
        f" OPTIONAL {{ ?a <{DCTERMS.issued}> ?issued }} OPTIONAL {{ ?a kg:copyOf ?copy }} }} }}"
    )
    for name, issued, first in rows:
        copied = None if first is None else view.names.article_name(str(first))
        yield str(name), None if issued is None else str(issued), copied


def entities_in_order(view: GraphView) -> Iterator[Entity]:
    """All entities in the order of their IRIs."""
    rows = view.store.rows(f"SELECT ?e WHERE {{ GRAPH <{view.names.entities_graph}> {{ ?e <{RDF.type}> ?class }} }}")
    for some in _parts(texts_in_order(str(entity) for (entity,) in rows)):
        yield from view.entities(some).values()


def facts_in_order(view: GraphView) -> Iterator[Fact]:
    """All facts in the order of their IRIs."""
    statement = view.names.term("Statement")
    rows = view.store.rows(f"SELECT ?st WHERE {{ GRAPH ?article {{ ?st a <{statement}> }} }}")
    for some in _parts(texts_in_order(str(st) for (st,) in rows)):
        yield from view.facts_of(some)


def claims(view: GraphView) -> Iterator[StatementBrief]:
    """All statements in brief, in no fixed order."""
    return _briefs(view, "")


def claims_among(view: GraphView, things: Collection[str]) -> Iterator[StatementBrief]:
    """The statements, in brief and in no fixed order, about two of these things, by IRI, or a value of one."""
    inside = frozenset(things)
    for some in _parts(_statements_among(view, inside)):
        yield from _briefs(view, f"VALUES ?st {{ {_iris(some)} }}")


def _statements_among(view: GraphView, things: Set[str]) -> Iterator[str]:
    """Statements by their ends alone: a thing may be in many more statements than those about two of the things."""
    for some in _parts(iter(sorted(things))):
        rows = view.store.rows(
            f"SELECT ?st ?o WHERE {{ VALUES ?s {{ {_iris(some)} }}"
            f" GRAPH ?article {{ ?st <{RDF.subject}> ?s ; <{RDF.object}> ?o }} }}"
        )
        yield from (str(st) for st, o in rows if isinstance(o, RdfLiteral) or str(o) in things)


def _briefs(view: GraphView, condition: str) -> Iterator[StatementBrief]:
    local, name = view.names.local, view.names.article_name
    rows = view.store.rows(
        f"PREFIX rdf: <{RDF}> PREFIX kg: <{view.names.namespace}> SELECT ?st ?s ?p ?o ?m ?c ?article WHERE {{"
        f" {condition} GRAPH ?article {{ ?st a kg:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;"
        " kg:modality ?m ; kg:confidence ?c } }"
    )
    for st, s, p, o, m, c, article in rows:
        end = model_literal(o) if isinstance(o, RdfLiteral) else str(o)
        yield StatementBrief(str(st), str(s), local(str(p)), end, local(str(m)), float(str(c)), name(str(article)))


def _iris(iris: Iterable[str]) -> str:
    return " ".join(f"<{iri}>" for iri in iris)


def _parts(texts: Iterator[str]) -> Iterator[list[str]]:
    while some := list(islice(texts, PART)):
        yield some
