"""A user's own relations as triples of the store: what lets it be asked, shown and checked without their file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rdflib import OWL, RDF, RDFS, SKOS, Namespace
from rdflib.term import Node

from kg.names import Names
from kg.store.lines import Line, iri, line, literal
from kg.store.rdf import LABEL, TYPE
from kg.vocabulary import Relation

SCHEMA = Namespace("https://schema.org/")
"""Its domainIncludes and rangeIncludes may have several values, where RDFS would need a blank node for their union."""


def relation_lines(relation: Relation, names: Names) -> Iterator[Line]:
    """The definition of a relation, in the terms of kg's own ontology; without blank nodes."""

    def term(name: str) -> str:
        return iri(names.term(name))

    node = term(relation.name)
    yield line(node, TYPE, iri(OWL.DatatypeProperty if relation.datatype else OWL.ObjectProperty))
    if relation.symmetric:
        yield line(node, TYPE, iri(OWL.SymmetricProperty))
    yield line(node, LABEL, literal(relation.label))
    yield line(node, iri(SKOS.definition), literal(relation.definition))
    if relation.inverse_label:
        yield line(node, term("inverseLabel"), literal(relation.inverse_label))
    if relation.datatype:
        yield line(node, term("datatype"), literal(relation.datatype))
    yield from (line(node, iri(SCHEMA.domainIncludes), term(name)) for name in relation.domain)
    yield from (line(node, iri(SCHEMA.rangeIncludes), term(name)) for name in relation.range)
    yield from (line(node, iri(RDFS.subPropertyOf), term(name)) for name in relation.implies)
    yield from (line(node, iri(SKOS.closeMatch), iri(match)) for match in relation.matches)
    yield from (line(node, term("code"), literal(code)) for code in relation.codes)
    yield from (line(node, term("asks"), literal(phrase)) for phrase in relation.asks)
    yield from (line(node, term("asksInverse"), literal(phrase)) for phrase in relation.asks_inverse)


def relations_from(triples: Iterable[tuple[Node | None, ...]], names: Names) -> tuple[Relation, ...]:
    """The relations that such triples define, in the order of their names."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in triples:
        found[str(subject)][str(predicate)].append(str(value))
    return tuple(_relation(iri, found[iri], names) for iri in sorted(found))


def _relation(iri: str, values: dict[str, list[str]], names: Names) -> Relation:
    def many(predicate: str) -> tuple[str, ...]:
        return tuple(sorted(values.get(predicate, ())))

    def one(predicate: str) -> str:
        return next(iter(values.get(predicate, ())), "")

    def named(predicate: str) -> tuple[str, ...]:
        return tuple(sorted(names.local(value) for value in values.get(predicate, ())))

    return Relation(
        name=names.local(iri),
        label=one(str(RDFS.label)),
        inverse_label=one(names.term("inverseLabel")),
        definition=one(str(SKOS.definition)),
        domain=named(str(SCHEMA.domainIncludes)),
        range=named(str(SCHEMA.rangeIncludes)),
        datatype=one(names.term("datatype")) or None,
        symmetric=str(OWL.SymmetricProperty) in values.get(str(RDF.type), ()),
        implies=named(str(RDFS.subPropertyOf)),
        matches=many(str(SKOS.closeMatch)),
        codes=many(names.term("code")),
        asks=many(names.term("asks")),
        asks_inverse=many(names.term("asksInverse")),
    )
