"""Reads ``ontology.ttl`` into plain values, so that no other module needs to know its RDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import pyoxigraph
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.errors import UsageError

NAMESPACE = "https://kg.example/ns#"
KG = Namespace(NAMESPACE)


@dataclass(frozen=True, slots=True)
class EntityClass:
    """A kind of thing. ``matches`` are the IRIs of the classes elsewhere that it corresponds to."""

    name: str
    label: str
    plural: str
    definition: str
    parents: tuple[str, ...]
    matches: tuple[str, ...]
    colour: str | None


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between things, or between a thing and a value.

    ``domain`` and ``range`` are class names; ``datatype`` is ``date``, ``integer`` or ``string`` where
    the object is a value (``range`` is then empty). ``implies`` names the weaker relations that hold
    with it. ``asks`` and ``asks_inverse`` are the words with which people ask for its objects and for
    its subjects. ``codes`` are PLOVER and CAMEO codes.
    """

    name: str
    label: str
    inverse_label: str
    definition: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    datatype: str | None
    symmetric: bool
    implies: tuple[str, ...]
    matches: tuple[str, ...]
    codes: tuple[str, ...]
    asks: tuple[str, ...]
    asks_inverse: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """All classes and relations by name, in the order of their names.

    ``own`` names the relations that do not come with kg; ``terms`` are all names that the ontology uses.
    """

    classes: Mapping[str, EntityClass]
    relations: Mapping[str, Relation]
    own: frozenset[str] = field(default=frozenset())
    terms: frozenset[str] = field(default=frozenset())

    def relation(self, name: str) -> Relation:
        """The relation of that name; UsageError where there is none."""
        try:
            return self.relations[name]
        except KeyError:
            known = ", ".join(self.relations)
            raise UsageError(f"no relation is called {name!r}", f"known relations: {known}") from None

    def extended(self, relations: Iterable[Relation]) -> Vocabulary:
        """The vocabulary with relations of a user's own beside its own ones.

        UsageError where a name already means something else: to kg, or to two of ``relations``.
        """
        found, own = dict(self.relations), set(self.own)
        for relation in relations:
            known = found.get(relation.name)
            if known is not None and known != relation:
                whose = "is defined in two ways" if relation.name in own else "comes with kg and means something else"
                raise UsageError(
                    f"the relation {relation.name!r} {whose}: {known.definition}",
                    "give yours another name, or leave its definition out to use the one that is there",
                )
            if known is None and relation.name in self.terms:
                raise UsageError(f"{relation.name!r} is a term of kg's vocabulary", "give the relation another name")
            if known is None:
                found[relation.name] = relation
                own.add(relation.name)
        return Vocabulary(self.classes, dict(sorted(found.items())), frozenset(own), self.terms)

    def is_a(self, class_name: str, ancestor: str) -> bool:
        """Whether ``class_name`` is ``ancestor`` or lies below it."""
        if class_name == ancestor:
            return True
        parents = self.classes[class_name].parents if class_name in self.classes else ()
        return any(self.is_a(parent, ancestor) for parent in parents)

    def accepts(self, relation: str, subject_type: str, object_type: str | None = None) -> bool:
        """Whether the ends fit domain and range; ``object_type`` is left out for values."""
        known = self.relations[relation]
        if not any(self.is_a(subject_type, c) for c in known.domain):
            return False
        if known.datatype or object_type is None:
            return bool(known.datatype) == (object_type is None)
        return any(self.is_a(object_type, c) for c in known.range)

    def implied_by(self, relation: str) -> tuple[str, ...]:
        """The relation itself and all that imply it, nearest first: what answers a question about it."""
        found = [relation]
        for name in found:
            found += [r.name for r in self.relations.values() if name in r.implies and r.name not in found]
        return tuple(found)


@cache
def load_vocabulary() -> Vocabulary:
    """The vocabulary that comes with kg."""
    graph = _graph(ontology_text())
    classes = {c.name: c for c in sorted(_classes(graph), key=lambda c: c.name)}
    relations = {r.name: r for r in sorted(_relations(graph, set(classes)), key=lambda r: r.name)}
    terms = frozenset(_name(node) for node in graph.subjects() if str(node).startswith(NAMESPACE))
    return Vocabulary(classes, relations, terms=terms)


def _graph(text: str) -> Graph:
    """Turtle as an rdflib graph. Oxigraph's parser reads it: rdflib's own takes a tenth of a second at every start."""
    graph = Graph()
    for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE):
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _term(term: object) -> Node:
    if isinstance(term, pyoxigraph.NamedNode):
        return str.__new__(URIRef, term.value)
    if isinstance(term, pyoxigraph.Literal):
        return Literal(term.value, lang=term.language)
    return BNode(str(term))


def ontology_text() -> str:
    """The ontology as it stands in its file, in Turtle."""
    return files("kg.vocabulary").joinpath("ontology.ttl").read_text(encoding="utf-8")


def _classes(graph: Graph) -> Iterator[EntityClass]:
    for node in graph.subjects(RDF.type, OWL.Class):
        if not isinstance(node, URIRef) or not graph.value(node, KG.plural):
            continue
        colour = _text(graph, node, KG.colour)
        if not colour:
            continue
        yield EntityClass(
            name=_name(node),
            label=_text(graph, node, RDFS.label),
            plural=_text(graph, node, KG.plural),
            definition=_text(graph, node, SKOS.definition),
            parents=_names(graph, node, RDFS.subClassOf),
            matches=_texts(graph, node, SKOS.closeMatch),
            colour=colour,
        )


def _relations(graph: Graph, classes: set[str]) -> Iterator[Relation]:
    for node in graph.subjects(KG.asks):
        domain = _ends(graph, graph.value(node, RDFS.domain))
        if not set(domain) <= classes:
            continue
        datatype = _text(graph, node, KG.datatype) or None
        yield Relation(
            name=_name(node),
            label=_text(graph, node, RDFS.label),
            inverse_label=_text(graph, node, KG.inverseLabel),
            definition=_text(graph, node, SKOS.definition),
            domain=domain,
            range=() if datatype else _ends(graph, graph.value(node, RDFS.range)),
            datatype=datatype,
            symmetric=(node, RDF.type, OWL.SymmetricProperty) in graph,
            implies=_names(graph, node, RDFS.subPropertyOf),
            matches=_texts(graph, node, SKOS.closeMatch),
            codes=_texts(graph, node, KG.code),
            asks=_texts(graph, node, KG.asks),
            asks_inverse=_texts(graph, node, KG.asksInverse),
        )


def _ends(graph: Graph, node: Node | None) -> tuple[str, ...]:
    """The class names of a domain or range, which may be a union."""
    if node is None:
        return ()
    union = graph.value(node, OWL.unionOf)
    members = Collection(graph, union) if union is not None else [node]
    return tuple(_name(member) for member in members)


def _name(node: Node) -> str:
    return str(node).removeprefix(NAMESPACE)


def _names(graph: Graph, node: Node, predicate: URIRef) -> tuple[str, ...]:
    return tuple(sorted(_name(o) for o in graph.objects(node, predicate) if str(o).startswith(NAMESPACE)))


def _text(graph: Graph, node: Node, predicate: URIRef) -> str:
    value = graph.value(node, predicate)
    return "" if value is None else str(value)


def _texts(graph: Graph, node: Node, predicate: URIRef) -> tuple[str, ...]:
    return tuple(sorted(str(o) for o in graph.objects(node, predicate)))
