"""Validates a store: SHACL shapes over its graph, and what shapes cannot say (quotes, plain triples, ledger)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import PROV, RDF, SH, Graph, Literal, URIRef
from rdflib.term import Node

from kg.store import GraphStore, GraphView
from kg.store.rdf import OA, parse_span
from kg.vocabulary.reader import NAMESPACE
from kg.vocabulary.shapes import shapes_text

Triple = tuple[Node | None, ...]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Whether the store is as it should be; if not, each problem in one line."""

    conforms: bool
    problems: tuple[str, ...]


def check(store: GraphStore) -> CheckReport:
    """Hold the whole store against the shapes and against the articles' texts. Changes nothing."""
    problems = sorted({*_shapes(store), *_Checks(store).run()})
    return CheckReport(not problems, tuple(problems))


def exported_graph(store: GraphStore) -> Graph:
    """All that an export holds, the articles' graphs and the entities, as one graph in memory."""
    names = store.names
    kept = ", ".join(f"<{graph}>" for graph in (names.ledger_graph, names.vocabulary_graph, names.identity_graph))
    graph = Graph()
    for subject, predicate, value in store.rows(
        f"SELECT DISTINCT ?s ?p ?o WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g NOT IN ({kept})) }}"
    ):
        if subject is not None and predicate is not None and value is not None:
            graph.add((subject, predicate, value))
    return graph


def _shapes(store: GraphStore) -> Iterator[str]:
    """What the SHACL shapes object to."""
    from pyshacl import validate  # noqa: PLC0415 - slow to load, and only this command needs it

    text = shapes_text(store.vocabulary).replace(NAMESPACE, store.names.namespace)
    shapes = Graph().parse(data=text, format="turtle")
    _, results, _ = validate(exported_graph(store), shacl_graph=shapes, inference="none")
    for result in results.subjects(RDF.type, SH.ValidationResult):
        message, focus = results.value(result, SH.resultMessage), results.value(result, SH.focusNode)
        value = results.value(result, SH.value)
        shown = f" ({_short(store, value)})" if value is not None and value != focus else ""
        yield f"{_short(store, focus)}: {message}{shown}"


def _short(store: GraphStore, node: object) -> str:
    return str(node).removeprefix(store.names.base).removeprefix(store.names.namespace)


class _Checks:
    """What shapes cannot say."""

    def __init__(self, store: GraphStore) -> None:
        self.store = store
        self.view = GraphView(store)
        self.sources = self.view.sources()
        self.entities = self.view.entities()

    def run(self) -> Iterator[str]:
        """All problems, as lines."""
        yield from self._ledger()
        yield from self._entities()
        for name, source in self.sources.items():
            text = self.view.text(name)
            if text is not None:
                yield from self._quotes(name, source.id, text)
            yield from self._plain_triples(name, source.id)

    def _ledger(self) -> Iterator[str]:
        """What was read is in the graph, and what is in the graph was read."""
        ledger = self.store.ledger()
        for name in sorted(ledger.keys() ^ self.sources.keys()):
            missing = "the ledger" if name in self.sources else "the graph"
            yield f"{name}: is not in {missing}"
        for name in sorted(ledger.keys() & self.sources.keys()):
            if ledger[name].sha256 != self.sources[name].sha256:
                yield f"{name}: the ledger has another digest"
            if self.view.text(name) is None:
                yield f"{name}: its text is missing"

    def _entities(self) -> Iterator[str]:
        """What is referred to is described, and the other way round."""
        refers_to = self.store.names.term("refersTo")
        rows = self.store.rows(f"SELECT DISTINCT ?e WHERE {{ GRAPH ?g {{ ?r <{refers_to}> ?e }} }}")
        meant = {str(row[0]) for row in rows}
        described = self.entities.keys()
        for iri in sorted(meant - described):
            yield f"{_short(self.store, iri)}: is referred to and not described"
        for iri in sorted(described - meant):
            yield f"{_short(self.store, iri)}: is described and never referred to"

    def _quotes(self, name: str, graph: str, text: str) -> Iterator[str]:
        """Each quote stands in the stored text, at the offsets of its span."""
        rows = self.store.rows(
            f"SELECT ?span ?quote ?start ?end WHERE {{ GRAPH <{graph}> {{ ?st <{PROV.wasDerivedFrom}> ?span ."
            f" OPTIONAL {{ ?span <{OA.hasSelector}> ?q . ?q <{OA.exact}> ?quote }}"
            f" OPTIONAL {{ ?span <{OA.hasSelector}> ?p . ?p <{OA.start}> ?start ; <{OA.end}> ?end }} }} }}"
        )
        for span, quote, start, end in rows:
            place = parse_span(str(span))
            if (str(start), str(end)) != (str(place.start), str(place.end)):
                yield f"{name}: the span {place.start}–{place.end} says that it is {start}–{end}"
            if place.of(text) != str(quote):
                yield f"{name}: what stands at {place.start}–{place.end} is not the quote {str(quote)[:60]!r}"

    def _plain_triples(self, name: str, graph: str) -> Iterator[str]:
        """What is asserted, and only that, is a plain triple of the article's graph."""
        said: dict[Triple, str] = {}
        for triple, modality in self._statements(graph):
            told = " ".join(_short(self.store, term) for term in triple)
            if not self._fits(triple):
                yield f"{name}: {told}: the vocabulary does not allow these ends"
            if modality == "asserted":
                said |= dict.fromkeys(self._asserted(triple), told)
        plain = self._plain(graph)
        for triple in said.keys() - plain:
            yield f"{name}: {said[triple]}: is asserted, and not a plain triple"
        for triple in plain - said.keys():
            told = " ".join(_short(self.store, term) for term in triple)
            yield f"{name}: {told}: is a plain triple that nothing asserts"

    def _statements(self, graph: str) -> Iterator[tuple[Triple, str]]:
        rows = self.store.rows(
            f"SELECT ?s ?p ?o ?modality WHERE {{ GRAPH <{graph}> {{ ?st <{RDF.subject}> ?s ; <{RDF.predicate}> ?p ;"
            f" <{RDF.object}> ?o ; <{self.store.names.term('modality')}> ?modality }} }}"
        )
        for *triple, modality in rows:
            yield tuple(triple), _short(self.store, modality)

    def _fits(self, triple: Triple) -> bool:
        """Whether the ends fit, also of what is only planned or denied; ends that are unknown are told elsewhere."""
        vocabulary, (subject, predicate, value) = self.store.vocabulary, triple
        relation, known = _short(self.store, predicate), self.entities
        if relation not in vocabulary.relations or str(subject) not in known:
            return True
        if isinstance(value, Literal):
            return vocabulary.accepts(relation, known[str(subject)].type)
        other = known.get(str(value))
        return other is None or vocabulary.accepts(relation, known[str(subject)].type, other.type)

    def _asserted(self, triple: Triple) -> Iterator[Triple]:
        subject, predicate, value = triple
        yield triple
        relation = self.store.vocabulary.relations.get(_short(self.store, predicate))
        if relation is not None and relation.symmetric and isinstance(value, URIRef):
            yield value, predicate, subject

    def _plain(self, graph: str) -> set[Triple]:
        relations = " ".join(f"<{self.store.names.term(name)}>" for name in self.store.vocabulary.relations)
        return set(
            self.store.rows(f"SELECT ?s ?p ?o WHERE {{ VALUES ?p {{ {relations} }} GRAPH <{graph}> {{ ?s ?p ?o }} }}")
        )
