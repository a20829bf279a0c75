"""The RDF that leaves the store: which graphs, in which parts, in which order.

Exported are the entities graph and the graph of each article. The ledger, which knows the machine's paths,
never is, and neither are the vocabulary's own triples: they come with kg (``kg/vocabulary/ontology.ttl``),
are the same for every store, and hold the only blank nodes there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, groupby

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD, URIRef
from rdflib.term import Node

from kg.names import Names
from kg.store import GraphView
from kg.store.ordering import rank, triples_in_order
from kg.store.rdf import GEO, OA, Triple
from kg.store.whole import article_names
from kg.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Block:
    """All that one part says of one subject: objects by predicate, both in the order in which they are written."""

    subject: URIRef
    predicates: Mapping[URIRef, tuple[Node, ...]]

    @property
    def size(self) -> int:
        """The number of triples."""
        return sum(len(objects) for objects in self.predicates.values())


def named_graphs(view: GraphView) -> Iterator[tuple[str, Iterator[Block]]]:
    """The exported graphs, each with its IRI: the entities', then the articles' in the order of their names."""
    yield view.names.entities_graph, _blocks(triples_in_order(_triples(view, view.names.entities_graph)))
    for graph in _articles(view):
        yield graph, _blocks(_sorted(_triples(view, graph)))


def merged_parts(view: GraphView) -> Iterator[tuple[str, Iterator[Block]]]:
    """The exported graphs as one, in parts that share no triple, each with a heading.

    First what is known of the entities, with the relations that any article asserts between them; then, article
    by article, the statements and the places in the text that they rest on.
    """
    relations = {URIRef(view.names.term(name)) for name in view.vocabulary.relations}
    edges = (edge for relation in sorted(relations) for edge in _edges(view, relation))
    known = chain(_triples(view, view.names.entities_graph), edges)
    yield "Things, and the relations between them", _blocks(triples_in_order(known))
    for graph in _articles(view):
        own = (triple for triple in _triples(view, graph) if triple[1] not in relations)
        yield f"What <{graph}> says, and where", _blocks(_sorted(own))


def _sorted(triples: Iterable[Triple]) -> list[Triple]:
    """The triples of one article, which memory always holds, in the order of ``triples_in_order``."""
    return sorted(set(triples), key=rank)


def _blocks(ordered: Iterable[Triple]) -> Iterator[Block]:
    """Triples in order, grouped by subject."""
    for subject, about in groupby(ordered, key=lambda t: t[0]):
        yield Block(subject, {p: tuple(o for _, _, o in same) for p, same in groupby(about, key=lambda t: t[1])})


def prefixes(names: Names, vocabulary: Vocabulary) -> dict[str, str]:
    """Short names of the namespaces in use: the vocabularies', and one for each kind of thing."""
    kinds = sorted([*(name.casefold() for name in vocabulary.classes), "article", "graph", "statement"])
    return {
        "dct": str(DCTERMS),
        "kg": names.namespace,
        "oa": str(OA),
        "owl": str(OWL),
        "prov": str(PROV),
        "rdf": str(RDF),
        "rdfs": str(RDFS),
        "skos": str(SKOS),
        # Not "geo": that is the scheme of geo: URIs, which JSON-LD would then misread.
        "wgs84": str(GEO),
        "xsd": str(XSD),
        **{kind: f"{names.base}{kind}/" for kind in kinds},
    }


def _articles(view: GraphView) -> Iterator[str]:
    return (view.names.article(name) for name in article_names(view))


def _triples(view: GraphView, graph: str) -> Iterator[Triple]:
    return _read(view, f"SELECT ?s ?p ?o WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")


def _edges(view: GraphView, relation: URIRef) -> Iterator[Triple]:
    return _read(view, f"SELECT ?s (<{relation}> AS ?p) ?o WHERE {{ GRAPH ?g {{ ?s <{relation}> ?o }} }}")


def _read(view: GraphView, query: str) -> Iterator[Triple]:
    for subject, predicate, value in view.store.rows(query):
        # The graph has no blank nodes, and a subject or predicate is never anything but an IRI.
        if isinstance(subject, URIRef) and isinstance(predicate, URIRef) and value is not None:
            yield subject, predicate, value
