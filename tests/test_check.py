"""A good store conforms; each way of being wrong is found and told in one line."""

from __future__ import annotations

import pytest
from rdflib import Graph
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from kg.check import check, exported_graph
from kg.store import GraphStore
from kg.store.dataset import Change
from kg.vocabulary import load_vocabulary
from kg.vocabulary.shapes import MARK, relation_shapes, shapes_text
from tests.graphs import Said, graph_of

LI, AMIN = ("Person", "Li Wei"), ("Person", "Babar Amin")
FORUM, SHENZHEN = ("Event", "IT Forum"), ("Place", "Shenzhen")
SAID = {
    "a.txt": [
        Said(LI, "metWith", AMIN),
        Said(FORUM, "heldIn", SHENZHEN),
        Said(FORUM, "heldOn", "2014-12-29"),
        Said(FORUM, "agreementCount", 25),
        Said(LI, "visited", SHENZHEN, modality="planned"),
    ],
    "b/c.txt": [Said(LI, "attended", FORUM)],
}
PREFIXES = """PREFIX kg: <https://kg.example/ns#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
A, ENTITIES = "<https://kg.example/id/article/a.txt>", "<https://kg.example/id/graph/entities>"
LEDGER = "<https://kg.example/id/graph/ledger>"


@pytest.fixture
def store() -> GraphStore:
    described = {SHENZHEN: {"country": "CN", "latitude": 22.5, "longitude": 114.1}}
    return graph_of(SAID, labels={LI: ["Mr Li"]}, described=described)


def test_a_good_store_conforms(store: GraphStore) -> None:
    report = check(store)
    assert report.problems == ()
    assert report.conforms


def test_an_empty_store_conforms() -> None:
    assert check(graph_of({})).conforms


def test_the_exported_graph_leaves_the_ledger_out(store: GraphStore) -> None:
    text = exported_graph(store).serialize(format="nt")
    assert "Li Wei" in text
    assert "readFrom" not in text


WRONG = [
    # the shapes
    ("DELETE WHERE { GRAPH ?g { ?s kg:confidence ?c } }", "one confidence"),
    ("INSERT { GRAPH ?g { ?s kg:confidence 1.5 } } WHERE { GRAPH ?g { ?s kg:confidence ?c } }", "one confidence"),
    ("DELETE WHERE { GRAPH ?g { ?s kg:modality ?m } }", "one modality"),
    ("INSERT { GRAPH ?g { ?s rdf:subject ?o } } WHERE { GRAPH ?g { ?s rdf:object ?o } }", "one subject"),
    ("DELETE WHERE { GRAPH ?g { ?s prov:wasDerivedFrom ?span } }", "at least one"),
    ("DELETE WHERE { GRAPH ?g { ?s oa:exact ?quote } }", "one quote"),
    ("DELETE WHERE { GRAPH ?g { ?s oa:start ?n } }", "one start"),
    ("DELETE WHERE { GRAPH ?g { ?s oa:hasSource ?a } }", "lies in one article"),
    ("DELETE WHERE { GRAPH ?g { ?s kg:refersTo ?e } }", "to one thing"),
    (f"DELETE WHERE {{ GRAPH {ENTITIES} {{ ?s rdfs:label ?l }} }}", "one label"),
    (f"DELETE WHERE {{ GRAPH {ENTITIES} {{ ?s a kg:Event }} }}", "heldIn is said of an Event"),
    (
        f"DELETE {{ GRAPH {ENTITIES} {{ ?s a kg:Place }} }} INSERT {{ GRAPH {ENTITIES} {{ ?s a kg:Person }} }}"
        f" WHERE {{ GRAPH {ENTITIES} {{ ?s a kg:Place }} }}",
        "heldIn wants a Place",
    ),
    (
        f'INSERT DATA {{ GRAPH {A} {{ <https://kg.example/id/event/it-forum> kg:heldOn "soon" }} }}',
        "heldOn wants a date",
    ),
    (
        f"INSERT {{ GRAPH {ENTITIES} {{ ?s geo:lat 95.0 }} }} WHERE {{ GRAPH {ENTITIES} {{ ?s a kg:Place }} }}",
        "latitude",
    ),
    (
        f"INSERT {{ GRAPH {ENTITIES} {{ ?s skos:altLabel ?l }} }} WHERE {{ GRAPH {ENTITIES} {{ ?s rdfs:label ?l }} }}",
        "other than its label",
    ),
    ("DELETE WHERE { GRAPH ?g { ?a kg:sha256 ?d } }", "one digest"),
    # what they cannot say
    (
        f'DELETE {{ GRAPH {LEDGER} {{ ?a kg:text ?t }} }} INSERT {{ GRAPH {LEDGER} {{ ?a kg:text "Something else" }} }}'
        f" WHERE {{ GRAPH {LEDGER} {{ ?a kg:text ?t }} }}",
        "is not the quote",
    ),
    (f"DELETE WHERE {{ GRAPH {LEDGER} {{ ?a kg:text ?t }} }}", "its text is missing"),
    (f"DELETE WHERE {{ GRAPH {LEDGER} {{ ?a kg:fileName ?t }} }}", "is not in the ledger"),
    (f"DROP GRAPH {A}", "is not in the graph"),
    ("DELETE WHERE { GRAPH ?g { ?s kg:metWith ?o } }", "is asserted, and not a plain triple"),
    (
        "INSERT { GRAPH ?g { ?s kg:visited ?o } }"
        " WHERE { GRAPH ?g { ?st rdf:subject ?s ; rdf:object ?o ; kg:modality kg:planned } }",
        "is a plain triple that nothing asserts",
    ),
    (
        f'INSERT DATA {{ GRAPH {ENTITIES} {{ <https://kg.example/id/person/x> a kg:Person ; rdfs:label "X" }} }}',
        "is described and never referred to",
    ),
    (f"DROP GRAPH {ENTITIES}", "is referred to and not described"),
    (
        "DELETE { GRAPH ?g { ?s oa:end ?n } } INSERT { GRAPH ?g { ?s oa:end 3 } } WHERE { GRAPH ?g { ?s oa:end ?n } }",
        "says that it is 0–3",
    ),
    (
        "DELETE { GRAPH ?g { ?s rdf:object ?o } } "
        "INSERT { GRAPH ?g { ?s rdf:object <https://kg.example/id/person/li-wei> } }"
        " WHERE { GRAPH ?g { ?s rdf:object ?o ; rdf:predicate kg:visited } }",
        "the vocabulary does not allow these ends",
    ),
]


@pytest.mark.parametrize(("damage", "told"), WRONG)
def test_what_is_wrong_is_told_in_one_line(store: GraphStore, damage: str, told: str) -> None:
    store.dataset.store.update(PREFIXES + damage, {}, {}, DATASET_DEFAULT_GRAPH_ID)
    report = check(store)
    assert not report.conforms
    assert any(told in problem for problem in report.problems), report.problems
    assert all("\n" not in problem for problem in report.problems)


def test_the_generated_shapes_are_those_of_the_ontology() -> None:
    written = shapes_text().split(MARK)[1].strip()
    assert written == relation_shapes(load_vocabulary()).strip(), "run: python -m kg.vocabulary.shapes"
    assert len(Graph().parse(data=shapes_text(), format="turtle")) > 300


def test_a_dropped_article_leaves_its_things_undescribed_only_if_asked(store: GraphStore) -> None:
    store.apply(Change(remove=["b/c.txt"]))
    assert check(store).conforms
    store.apply(Change(remove=["a.txt"]))
    assert not check(store).conforms
