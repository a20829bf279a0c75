"""Tables and scripts for Gephi, Neo4j and Graphviz: what is read back is the projection."""

from __future__ import annotations

import csv
import shutil
import subprocess
from io import BytesIO, StringIO

import pytest

from kg.export import export, project
from kg.store import GraphView
from tests.export.conftest import FORUM, HAN, LI, PSEB


def written(view: GraphView, name: str) -> str:
    stream = BytesIO()
    export(view, stream, name)
    return stream.getvalue().decode()


def rows(view: GraphView, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(written(view, name), newline=""), strict=True))


def test_gephi_gets_the_headers_that_it_knows(view: GraphView) -> None:
    projection, nodes, edges = project(view), rows(view, "gephi-nodes"), rows(view, "gephi-edges")
    assert [(n["Id"], n["Label"]) for n in nodes] == [(n.id, n.entity.label) for n in projection.nodes()]
    assert list(edges[0])[:7] == ["Source", "Target", "Type", "Id", "Label", "Kind", "Weight"]
    assert [(e["Source"], e["Target"], e["Kind"], e["Id"], e["Weight"]) for e in edges] == [
        (e.subject, e.object, e.predicate, e.id, str(e.weight)) for e in projection.edges()
    ]
    assert {e["Type"] for e in edges} == {"Directed"}
    (forum,) = [n for n in nodes if n["Label"] == FORUM[1]]
    assert (forum["class"], forum["heldOn"], forum["latitude"]) == ("Event", "2014-12-27", "")
    # Gephi takes any cell of a column for its value: nothing may say None, or be a list.
    assert not {"None", "[]"} & {cell for row in (*nodes, *edges) for cell in row.values()}


def test_neo4j_gets_the_headers_of_its_import(view: GraphView) -> None:
    projection, nodes, edges = project(view), rows(view, "neo4j-nodes"), rows(view, "neo4j-edges")
    ids = [n["iri:ID"] for n in nodes]
    assert ids == [n.id for n in projection.nodes()]
    (person,) = [n for n in nodes if n["name:string"] == "Li Wei"]
    assert person[":LABEL"] == "Thing;Person;Agent"
    assert [(e[":START_ID"], e[":TYPE"], e[":END_ID"]) for e in edges] == [
        (e.subject, e.predicate, e.object) for e in projection.edges()
    ]
    assert {e["symmetric:boolean"] for e in edges} == {"true", "false"}
    kinds = {name.rpartition(":")[2] for row in (nodes[0], edges[0]) for name in row}
    assert kinds == {"ID", "LABEL", "START_ID", "END_ID", "TYPE", "string", "long", "double", "boolean"}


def test_a_cypher_engine_runs_the_script_and_running_it_again_changes_nothing(view: GraphView) -> None:
    kglite = pytest.importorskip("kglite")
    graph = kglite.KnowledgeGraph()
    for line in written(view, "cypher").removesuffix("\n").split("\n") * 2:
        assert line.endswith(";")
        graph.cypher(line.removesuffix(";"))
    projection = project(view)
    found = {
        row["n.iri"]: row for row in graph.cypher("MATCH (n:Thing) RETURN n.iri, n.name, n.degree, labels(n) AS l")
    }
    assert {iri: (row["n.name"], row["n.degree"]) for iri, row in found.items()} == {
        node.id: (node.entity.label, node.degree) for node in projection.nodes()
    }
    assert set(found[view.names.entity(*LI)]["l"]) == {"Thing", "Person", "Agent"}
    query = "MATCH (a)-[r]->(b) RETURN a.iri, type(r) AS t, b.iri, r.id, r.independent, r.symmetric, r.confidence"
    assert {tuple(dict(row).values()) for row in graph.cypher(query)} == {
        (
            e.subject,
            e.predicate,
            e.object,
            e.id,
            e.weight,
            view.vocabulary.relation(e.predicate).symmetric,
            e.confidence,
        )
        for e in projection.edges()
    }


@pytest.mark.filterwarnings("ignore::DeprecationWarning:pydot.*")
def test_dot_is_read_back_and_names_are_only_names(view: GraphView) -> None:
    pydot = pytest.importorskip("pydot")
    text = written(view, "dot")
    (graph,) = pydot.graph_from_dot_data(text)
    projection = project(view)
    nodes = {node.get_name().strip('"') for node in graph.get_nodes()} - {"node"}
    assert nodes == {node.id for node in projection.nodes()}
    edges = {
        (e.get_source().strip('"'), e.get_destination().strip('"'), e.get("id").strip('"')) for e in graph.get_edges()
    }
    assert edges == {(edge.subject, edge.object, edge.id) for edge in projection.edges()}
    assert r'label="Han \"Soft\" & <Partners>	A\\B"' in text
    assert HAN[1] not in text
    assert PSEB[1] in text


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not there")
def test_graphviz_reads_it(view: GraphView) -> None:
    done = subprocess.run(["dot", "-Tplain"], input=written(view, "dot").encode(), capture_output=True, check=True)
    assert not done.stderr
    assert done.stdout.count(b"\nnode ") == len(list(project(view).nodes()))
