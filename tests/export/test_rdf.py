"""RDF exports: what two independent readers make of them is what is in the store."""

from __future__ import annotations

import re
from io import StringIO

import pyoxigraph
import pytest
from rdflib import RDF, Dataset, Graph, URIRef
from rdflib.compare import isomorphic

from kg.export import export
from kg.export.triples import merged_parts
from kg.export.turtle import TurtleText
from kg.names import Names
from kg.store import GraphView, memory_store
from kg.vocabulary import load_vocabulary
from tests.export.conftest import ARTICLES, PSEB

READERS = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
}
RDFLIB = {"turtle": "turtle", "ntriples": "nt", "trig": "trig", "jsonld": "json-ld", "rdfxml": "xml"}
MERGED = ("turtle", "ntriples")
NAMED = ("trig", "jsonld")
# As N-Triples writes them.
NOT_XML = re.compile(r"\\u(?:00(?:0[0-8BCEF]|1[0-9A-F])|FFF[EF])")


def written(view: GraphView, format_name: str) -> str:
    stream = StringIO()
    export(view, stream, format_name)
    return stream.getvalue()


def stored(view: GraphView) -> set[pyoxigraph.Quad]:
    """The quads of the store but for the ledger's, read past kg's own views."""
    inner = view.store.dataset.store._inner  # type: ignore[attr-defined]
    return {quad for quad in inner if quad.graph_name.value != view.names.ledger_graph}


@pytest.mark.parametrize("name", MERGED)
def test_oxigraph_reads_the_triples_of_all_graphs(view: GraphView, name: str) -> None:
    text = written(view, name)
    read = list(pyoxigraph.parse(text.encode(), format=READERS[name]))
    assert {quad.triple for quad in read} == {quad.triple for quad in stored(view)}
    assert len(read) == len(set(read)), "no triple is written twice"


@pytest.mark.parametrize("name", NAMED)
def test_oxigraph_reads_the_named_graphs(view: GraphView, name: str) -> None:
    read = list(pyoxigraph.parse(written(view, name).encode(), format=READERS[name]))
    assert set(read) == stored(view)
    assert len(read) == len(set(read))


@pytest.mark.parametrize("name", MERGED)
def test_rdflib_reads_the_same(view: GraphView, name: str) -> None:
    expected = Graph().parse(data=_nquads(view, named=False), format="nt")
    assert isomorphic(Graph().parse(data=written(view, name), format=RDFLIB[name]), expected)


@pytest.mark.parametrize("name", NAMED)
def test_rdflib_reads_the_same_named_graphs(view: GraphView, name: str) -> None:
    read, expected = Dataset(), Dataset()
    read.parse(data=written(view, name), format=RDFLIB[name])
    expected.parse(data=_nquads(view, named=True), format="nquads")
    assert set(read.quads()) == set(expected.quads())
    assert {str(graph) for *_, graph in read.quads()} == {
        view.names.entities_graph,
        *(view.names.article(article) for article in ARTICLES),
    }


@pytest.mark.parametrize("name", READERS)
def test_nothing_of_the_machine_is_exported(view: GraphView, name: str) -> None:
    text = written(view, name)
    assert "/articles/" not in text
    assert "graph/ledger" not in text
    assert "readFrom" not in text


def test_turtle_is_readable(view: GraphView) -> None:
    text = written(view, "turtle")
    assert "place:china\n    a kg:Place ;\n    rdfs:label" in text
    assert '    kg:countryCode "CN" .\n' in text
    assert "kg:agreementCount 25 ;" in text
    assert 'kg:heldOn "2014-12"^^xsd:gYearMonth,\n        "2014-12-27"^^xsd:date' in text
    assert PSEB[1] in text


def test_rdfxml_is_the_same_but_for_characters_that_xml_forbids(view: GraphView) -> None:
    text = written(view, "rdfxml")
    expected = Graph().parse(data=NOT_XML.sub("\ufffd", written(view, "ntriples")), format="nt")
    assert isomorphic(Graph().parse(data=text, format="xml"), expected)
    read = list(pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.RDF_XML))
    assert len(read) == len(set(read)) == len(expected)
    assert {(str(s), str(p), str(o)) for s, p, o in expected} == {
        (quad.subject.value, quad.predicate.value, quad.object.value) for quad in read
    }


REIFIES = pyoxigraph.NamedNode(f"{RDF}reifies")
ENDS = [pyoxigraph.NamedNode(str(end)) for end in (RDF.subject, RDF.predicate, RDF.object)]


def as_rdf12(quads: set[pyoxigraph.Quad]) -> set[pyoxigraph.Quad]:
    """What RDF 1.2 says in place of rdf:subject, rdf:predicate and rdf:object."""
    found = {quad for quad in quads if quad.predicate not in ENDS}
    ends = {(quad.subject, quad.predicate): quad.object for quad in quads}
    for quad in quads:
        if quad.predicate == ENDS[0]:
            triple = pyoxigraph.Triple(*(ends[quad.subject, end] for end in ENDS))  # type: ignore[arg-type]
            found.add(pyoxigraph.Quad(quad.subject, REIFIES, triple, quad.graph_name))
    return found


@pytest.mark.parametrize("name", ["turtle", "ntriples", "trig"])
def test_oxigraph_reads_statements_as_rdf_1_2_has_them(view: GraphView, name: str) -> None:
    stream = StringIO()
    report = export(view, stream, name, variant="rdf12")
    text, wanted = stream.getvalue(), as_rdf12(stored(view))
    read = list(pyoxigraph.parse(text.encode(), format=READERS[name]))
    assert len(read) == len(set(read)) == report.counts["triples"]
    assert set(read) == wanted if name in NAMED else {q.triple for q in read} == {q.triple for q in wanted}
    assert (" {| a kg:Statement ;" in text) == (name != "ntriples")
    assert "<<(" in text
    store = pyoxigraph.Store()
    store.bulk_load(text.encode(), READERS[name])
    query = f"""PREFIX kg: <{view.names.namespace}> SELECT ?c WHERE {{
        ?s kg:represents ?o ~ ?st {{| kg:confidence ?c |}} }}"""
    rows = store.query(query, use_default_graph_as_union=True)
    assert [row["c"].value for row in rows] == ["0.7"]  # type: ignore[union-attr]


def test_what_is_not_asserted_is_no_triple(view: GraphView) -> None:
    graph = Graph().parse(data=written(view, "turtle"), format="turtle")
    assert not list(graph.triples((None, URIRef(view.names.term("spokeAt")), None)))
    assert list(graph.triples((None, None, URIRef(view.names.term("planned")))))


def test_counts_are_those_of_the_file(view: GraphView) -> None:
    report = export(view, StringIO(), "nt")
    assert report.counts == {"triples": written(view, "ntriples").count("\n")}
    assert report.format == "ntriples"


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        ("https://kg.example/id/person/li-wei", "person:li-wei"),
        ("https://kg.example/id/event/forum~2014", "event:forum\\~2014"),
        ("https://kg.example/id/person/%E6%9D%8E", "person:%E6%9D%8E"),
        ("https://kg.example/id/article/a.txt", "article:a.txt"),
        ("https://kg.example/id/article/a.", "<https://kg.example/id/article/a.>"),
        ("https://kg.example/id/article/a.txt#char=0,3", "<https://kg.example/id/article/a.txt#char=0,3>"),
        ("https://kg.example/id/article/a/b.txt", "<https://kg.example/id/article/a/b.txt>"),
        ("https://kg.example/ns#", "<https://kg.example/ns#>"),
    ],
)
def test_iris_are_shortened_where_turtle_allows(iri: str, expected: str) -> None:
    text = TurtleText(Names(), load_vocabulary())
    assert text.term(f"<{iri}>") == expected
    document = f"{text.header()}<x:s> <x:p> {expected} ."
    (quad,) = pyoxigraph.parse(document.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    assert quad.object.value == iri


def test_an_empty_store_gives_files_that_load() -> None:
    view = GraphView(memory_store())
    for name, reader in READERS.items():
        assert list(pyoxigraph.parse(written(view, name).encode(), format=reader)) == []


def test_blocks_put_class_and_label_first(view: GraphView) -> None:
    _, parts = next(merged_parts(view))
    for block in parts:
        assert [str(p).rsplit("#")[-1] for p in block.predicates][:2] == ["type", "label"]


def _nquads(view: GraphView, *, named: bool) -> str:
    lines = (quad if named else quad.triple for quad in stored(view))
    return "".join(f"{line} .\n" for line in lines)
