"""Reads ``ontology.ttl`` into plain values, so that no other module needs to know its RDF."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import pyoxigraph
from rdflib import OWL, RDF, RDFS, SKOS, Namespace

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
    ontology = _Ontology(ontology_text())
    classes = {c.name: c for c in sorted(_classes(ontology), key=lambda c: c.name)}
    relations = {r.name: r for r in sorted(_relations(ontology, set(classes)), key=lambda r: r.name)}
    terms = frozenset(_name(node) for node in ontology.nodes if node.startswith(NAMESPACE))
    return Vocabulary(classes, relations, terms=terms)


class _Ontology:
    """What Turtle says, as texts by node and predicate: rdflib's graphs take a tenth of a second at every start."""

    def __init__(self, text: str) -> None:
        self.nodes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE):
            self.nodes[_value(quad.subject)][quad.predicate.value].append(_value(quad.object))

    def texts(self, node: str, predicate: str) -> tuple[str, ...]:
        """All values, each once, sorted."""
        return tuple(sorted(set(self.nodes[node].get(str(predicate), ()))))

    def text(self, node: str, predicate: str) -> str:
        """The value where there is one, or nothing."""
        return next(iter(self.texts(node, predicate)), "")

    def names(self, node: str, predicate: str) -> tuple[str, ...]:
        """The values that are terms of kg, by name."""
        return tuple(_name(value) for value in self.texts(node, predicate) if value.startswith(NAMESPACE))

    def ends(self, node: str) -> tuple[str, ...]:
        """The class names of a domain or range, which may be a union."""
        members, rest = [], self.text(node, OWL.unionOf)
        if not rest:
            return (_name(node),) if node else ()
        while rest != str(RDF.nil):
            members.append(_name(self.text(rest, RDF.first)))
            rest = self.text(rest, RDF.rest)
        return tuple(members)


def _value(term: object) -> str:
    return term.value if isinstance(term, (pyoxigraph.NamedNode, pyoxigraph.Literal)) else str(term)


def ontology_text() -> str:
    """The ontology as it stands in its file, in Turtle."""
    return files("kg.vocabulary").joinpath("ontology.ttl").read_text(encoding="utf-8")


def _classes(ontology: _Ontology) -> Iterator[EntityClass]:
    text = ontology.text
    for node in list(ontology.nodes):
        plural, colour = text(node, KG.plural), text(node, KG.colour)
        if str(OWL.Class) not in ontology.texts(node, RDF.type) or not plural or not colour:
            continue
        yield EntityClass(
            name=_name(node),
            label=text(node, RDFS.label),
            plural=plural,
            definition=text(node, SKOS.definition),
            parents=ontology.names(node, RDFS.subClassOf),
            matches=ontology.texts(node, SKOS.closeMatch),
            colour=colour,
        )


def _relations(ontology: _Ontology, classes: set[str]) -> Iterator[Relation]:
    text, texts = ontology.text, ontology.texts
    for node in list(ontology.nodes):
        domain = ontology.ends(text(node, RDFS.domain))
        if not texts(node, KG.asks) or not set(domain) <= classes:
            continue
        datatype = text(node, KG.datatype) or None
        yield Relation(
            name=_name(node),
            label=text(node, RDFS.label),
            inverse_label=text(node, KG.inverseLabel),
            definition=text(node, SKOS.definition),
            domain=domain,
            range=() if datatype else ontology.ends(text(node, RDFS.range)),
            datatype=datatype,
            symmetric=str(OWL.SymmetricProperty) in texts(node, RDF.type),
            implies=ontology.names(node, RDFS.subPropertyOf),
            matches=texts(node, SKOS.closeMatch),
            codes=texts(node, KG.code),
            asks=texts(node, KG.asks),
            asks_inverse=texts(node, KG.asksInverse),
        )


def _name(node: str) -> str:
    return node.removeprefix(NAMESPACE)
