"""The ontology: valid, complete, and the only place that relations are described in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.collection import Collection

import kg.vocabulary
from kg.errors import UsageError
from kg.store.rdf import FORM_PREDICATES
from kg.vocabulary import Relation, load_vocabulary
from kg.vocabulary.reader import KG, NAMESPACE, ontology_text
from kg.vocabulary.shapes import shapes_text

VOCABULARY = load_vocabulary()
GRAPH = Graph().parse(data=ontology_text(), format="turtle")
RELATIONS = list(VOCABULARY.relations.values())
EVALUATED = re.findall(
    r"\w+",
    """signedMoUWith signedAgreementWith represents attended spokeAt organized heldIn heldOn locatedIn visited metWith
    partOf cooperatesWith promotes established agreementCount""",
)


def declared() -> set[URIRef]:
    return {node for node in GRAPH.subjects() if isinstance(node, URIRef) and node.startswith(NAMESPACE)}


def test_the_classes_and_relations_of_the_evaluation_are_there() -> None:
    assert set(EVALUATED) <= set(VOCABULARY.relations)
    assert {"Person", "Organization", "Event", "Place", "Agreement", "Programme"} <= set(VOCABULARY.classes)
    assert list(VOCABULARY.relations) == sorted(VOCABULARY.relations)


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda r: r.name)
def test_every_relation_describes_itself(relation: Relation) -> None:
    assert relation.label
    assert relation.definition.endswith(".")
    assert relation.domain
    assert set(relation.domain) | set(relation.range) <= set(VOCABULARY.classes)
    assert bool(relation.range) != bool(relation.datatype)
    assert relation.datatype in (None, "date", "integer", "string")
    assert relation.asks
    assert relation.matches
    assert relation.inverse_label or relation.datatype
    assert set(relation.implies) <= set(VOCABULARY.relations)


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda r: r.name)
def test_every_relation_is_a_property_of_owl_and_of_the_right_kind(relation: Relation) -> None:
    node = KG[relation.name]
    kind = OWL.DatatypeProperty if relation.datatype else OWL.ObjectProperty
    assert (node, RDF.type, kind) in GRAPH
    assert len(list(GRAPH.objects(node, RDFS.domain))) == 1
    assert len(list(GRAPH.objects(node, RDFS.range))) == 1
    if relation.symmetric:
        assert relation.domain == relation.range
        assert relation.label == relation.inverse_label


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda r: r.name)
def test_what_a_relation_implies_can_hold_wherever_it_does(relation: Relation) -> None:
    for weaker in relation.implies:
        for subject in relation.domain:
            for value in relation.range:
                assert VOCABULARY.accepts(weaker, subject, value)


def test_implication_follows_the_evaluation() -> None:
    assert VOCABULARY.implied_by("cooperatesWith") == ("cooperatesWith", "signedAgreementWith", "signedMoUWith")
    assert VOCABULARY.implied_by("attended") == ("attended", "spokeAt")


def test_symmetric_relations_are_those_of_the_evaluation() -> None:
    symmetric = {r.name for r in RELATIONS if r.symmetric}
    assert symmetric == {"signedMoUWith", "signedAgreementWith", "metWith", "cooperatesWith"}


def test_alignments_name_terms_of_the_vocabularies_that_they_promise() -> None:
    known = (
        "https://schema.org/",
        "http://www.w3.org/ns/org#",
        "http://www.w3.org/ns/prov#",
        "http://xmlns.com/foaf/0.1/",
        "http://purl.org/dc/terms/",
    )
    for node, match in GRAPH.subject_objects(SKOS.closeMatch):
        assert str(match).startswith(known), (node, match)
    used = " ".join(str(match) for match in GRAPH.objects(None, SKOS.closeMatch))
    assert all(prefix in used for prefix in known)


def test_event_codes_are_those_of_plover_and_cameo() -> None:
    codes = {relation.name: set(relation.codes) for relation in RELATIONS if relation.codes}
    assert all(re.fullmatch(r"PLOVER:[A-Z]+|CAMEO:\d{2,4}", c) for found in codes.values() for c in found)
    assert codes["signedAgreementWith"] == {"PLOVER:AGREE", "CAMEO:057"}
    assert "PLOVER:COOPERATE" in codes["cooperatesWith"]
    assert "PLOVER:CONSULT" in codes["metWith"]
    assert "CAMEO:042" in codes["visited"]
    assert codes["spokeAt"] == {"CAMEO:010"}


def test_every_term_that_is_used_is_declared() -> None:
    used = {n for triple in GRAPH for n in triple if isinstance(n, URIRef) and n.startswith(NAMESPACE)}
    assert used <= declared()
    for node in declared():
        assert GRAPH.value(node, RDFS.label) or GRAPH.value(node, RDF.type) == OWL.Ontology, node


def test_every_term_of_the_code_and_the_shapes_is_declared() -> None:
    package = Path(kg.vocabulary.__file__).parents[1]
    terms = set(FORM_PREDICATES.values())
    for path in package.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        terms |= set(re.findall(r'\bterm\("(\w+)"\)', text))
    shapes = Graph().parse(data=shapes_text(), format="turtle")
    named = {n for triple in shapes for n in triple if isinstance(n, URIRef) and n.startswith(NAMESPACE)}
    terms |= {str(n).removeprefix(NAMESPACE) for n in named if not n.endswith("Shape")}
    assert {KG[name] for name in terms} <= declared()


def test_the_ontology_is_plain_owl() -> None:
    properties = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
    kinds: dict[object, set[object]] = {}
    for node, kind in GRAPH.subject_objects(RDF.type):
        kinds.setdefault(node, set()).add(kind)
    for subject, found in kinds.items():
        assert len(found & properties) <= 1, f"{subject} is of two kinds"
        assert not (OWL.Class in found and found & properties), f"{subject} is a class and a property"
    for node, union in GRAPH.subject_objects(OWL.unionOf):
        assert (node, RDF.type, OWL.Class) in GRAPH
        for member in Collection(GRAPH, union):
            assert (member, RDF.type, OWL.Class) in GRAPH
    for node in GRAPH.subjects(RDF.type, OWL.SymmetricProperty):
        assert (node, RDF.type, OWL.ObjectProperty) in GRAPH
    for lower, upper in GRAPH.subject_objects(RDFS.subPropertyOf):
        assert kinds[lower] & properties == kinds[upper] & properties, (lower, upper)


def test_classes_know_their_ancestors() -> None:
    assert VOCABULARY.is_a("Person", "Agent")
    assert not VOCABULARY.is_a("Event", "Agent")
    assert VOCABULARY.is_a("Unknown", "Unknown")
    colours = [c.colour for c in VOCABULARY.classes.values()]
    assert len(set(colours)) == len(colours)
    assert all(re.fullmatch("#[0-9A-F]{6}", colour or "") for colour in colours)
    assert all(c.plural and c.definition for c in VOCABULARY.classes.values())


@pytest.mark.parametrize(
    ("relation", "subject", "value", "fits"),
    [
        ("metWith", "Person", "Place", True),
        ("metWith", "Event", "Person", False),
        ("heldOn", "Event", None, True),
        ("heldOn", "Event", "Place", False),
        ("heldIn", "Event", None, False),
        ("represents", "Person", "Organization", True),
        ("represents", "Organization", "Organization", False),
        ("agreementCount", "Person", None, True),
    ],
)
def test_domains_and_ranges_are_held(relation: str, subject: str, value: str | None, fits: bool) -> None:
    assert VOCABULARY.accepts(relation, subject, value) is fits


def test_an_unknown_relation_is_told_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="marriedTo") as caught:
        VOCABULARY.relation("marriedTo")
    assert "metWith" in (caught.value.hint or "")
