"""The RDF that leaves the store: which graphs, in which parts, in which order.

Exported are the entities graph and the graph of each article. The ledger, which knows the machine's paths,
never is, and neither are the vocabulary's own triples: they come with kg (``kg/vocabulary/ontology.ttl``),
are the same for every store, and hold the only blank nodes there are.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby
from operator import itemgetter

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD

from kg.names import Names
from kg.store import GraphView
from kg.store.ordering import in_order
from kg.store.rdf import GEO, OA, nt
from kg.store.whole import article_names
from kg.vocabulary import Vocabulary

FIRST = (str(RDF.type), str(RDFS.label))
"""What is said of a thing before all else."""

Told = tuple[str, str, str]
"""A triple as texts: the IRIs of its subject and its predicate, and its object as N-Triples has it."""


@dataclass(frozen=True, slots=True)
class Block:
    """All that one part says of one subject: objects by predicate, both in the order in which they are written.

    Subject and predicates are IRIs, objects are terms of N-Triples. ``notes`` are, in RDF 1.2, what is said of a triple
    by its predicate and object: a block for each of its reifiers.
    """

    subject: str
    predicates: Mapping[str, Sequence[str]]
    notes: Mapping[tuple[str, str], Sequence[Block]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """The number of triples; that a reifier reifies is one too."""
        notes = sum(note.size + 1 for notes in self.notes.values() for note in notes)
        return sum(map(len, self.predicates.values())) + notes


def named_graphs(view: GraphView) -> Iterator[tuple[str, Iterator[Block]]]:
    """The exported graphs, each with its IRI: the entities', then the articles' in the order of their names."""
    for graph in (view.names.entities_graph, *_articles(view)):
        yield graph, _blocks(_triples(view, graph))


def merged_parts(view: GraphView) -> Iterator[tuple[str, Iterator[Block]]]:
    """The exported graphs as one, in parts that share no triple, each with a heading.

    First what is known of the entities, with the relations that any article asserts between them; then, article
    by article, the statements and the places in the text that they rest on.
    """
    relations = {view.names.term(name) for name in view.vocabulary.relations}
    edges = (edge for relation in sorted(relations) for edge in _edges(view, relation))
    known = chain(_triples(view, view.names.entities_graph), edges)
    yield "Things, and the relations between them", _blocks(known)
    for graph in _articles(view):
        yield f"What <{graph}> says, and where", _blocks(_triples(view, graph, without=relations))


def _blocks(triples: Iterable[Told]) -> Iterator[Block]:
    """Triples by subject, each with its class first, then its label, then all else by predicate and value."""
    for subject, about in groupby(in_order(triples, 3), key=itemgetter(0)):
        predicates: dict[str, list[str]] = {}
        for _, predicate, value in about:
            predicates.setdefault(predicate, []).append(value)
        first = {predicate: predicates[predicate] for predicate in FIRST if predicate in predicates}
        yield Block(subject, first | predicates)


def literal_of(term: str) -> tuple[str, str, str]:
    """The text, language and datatype of a literal of N-Triples in canonical form; the latter two may be empty."""
    text, _, rest = term.rpartition('"')
    value = json.loads(f'{text}"')  # JSON escapes in texts all that N-Triples does, and likewise
    return value, rest[1:] if rest.startswith("@") else "", rest[3:-1] if rest.startswith("^^") else ""


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


def _triples(view: GraphView, graph: str, without: Container[str] = ()) -> Iterator[Told]:
    """A graph's triples but for those of some predicates."""
    for line in view.store.lines(graph):
        subject, predicate, value = line.split(" ", 2)
        if predicate[1:-1] not in without:
            yield subject[1:-1], predicate[1:-1], value[:-3]


def _edges(view: GraphView, relation: str) -> Iterator[Told]:
    for subject, value in view.store.rows(f"SELECT ?s ?o WHERE {{ GRAPH ?g {{ ?s <{relation}> ?o }} }}"):
        if value is not None:
            yield str(subject), relation, nt(value)
