"""The graph as nodes and edges."""

from __future__ import annotations

import pytest

from kg.export import project, to_networkx
from kg.store import GraphView
from tests.export.conftest import CHINA, FORUM, HAN, LI, PSEB
from tests.graphs import Said, graph_of


def test_articles_that_say_the_same_make_one_edge(view: GraphView) -> None:
    (edge,) = [e for e in project(view).edges() if e.predicate == "signedMoUWith"]
    assert (edge.subject, edge.object) == tuple(sorted([view.names.entity(*HAN), view.names.entity(*PSEB)]))
    assert edge.articles == ("a.txt", "b c/ü&1.txt")
    assert (edge.weight, edge.confidence, len(edge.statements)) == (2, 0.95, 2)
    assert (edge.first, edge.last) == ("2024-05-01", "2024-05-01")


def test_dates_are_those_of_the_first_and_the_last_article() -> None:
    store = graph_of({"new.txt": [Said(LI, "metWith", PSEB)]}, published="2025-02-01")
    store = graph_of({"old.txt": [Said(PSEB, "metWith", LI)]}, published="2019-07-30", store=store)
    (edge,) = project(GraphView(store)).edges()
    assert (edge.first, edge.last) == ("2019-07-30", "2025-02-01")


def test_only_asserted_claims_are_edges_unless_asked(view: GraphView) -> None:
    assert {e.modality for e in project(view).edges()} == {"asserted"}
    planned = project(view, ["planned"]).edges()
    assert [(e.subject, e.predicate) for e in planned] == [(view.names.entity(*LI), "spokeAt")]
    everything = project(view, ["asserted", "planned", "negated", "hypothetical"])
    assert len(list(everything.edges())) == len(list(project(view).edges())) + 2
    ids = [edge.id for edge in everything.edges()]
    assert len(set(ids)) == len(ids)


def test_every_entity_is_a_node_with_its_degree_and_values(view: GraphView) -> None:
    nodes = {node.id: node for node in project(view).nodes()}
    assert list(nodes) == sorted(view.entities())
    forum = nodes[view.names.entity(*FORUM)]
    assert forum.degree == 2
    assert dict(forum.values) == {"agreementCount": "25", "heldOn": "2014-12-27"}
    assert forum.articles == ("a.txt", "b c/ü&1.txt")
    assert nodes[view.names.entity(*CHINA)].entity.latitude == 35.0


def test_an_edge_keeps_its_id_when_articles_are_added() -> None:
    said = [Said(LI, "represents", HAN)]
    before = project(GraphView(graph_of({"b.txt": said}))).edges()
    after = project(GraphView(graph_of({"a.txt": [Said(PSEB, "metWith", LI)], "b.txt": said}))).edges()
    assert {e.id for e in before} < {e.id for e in after}


def test_an_empty_graph_has_no_nodes() -> None:
    projection = project(GraphView(graph_of({})))
    assert [*projection.nodes(), *projection.edges(), *projection.values()] == []


def test_networkx_gets_the_same_nodes_and_edges(view: GraphView) -> None:
    graph, projection = to_networkx(view), project(view)
    assert set(graph) == {node.id for node in projection.nodes()}
    assert {key for _, _, key in graph.edges(keys=True)} == {e.id for e in projection.edges()}
    data = graph.nodes[view.names.entity(*CHINA)]
    assert (data["label"], data["class"], data["country"]) == (CHINA[1], "Place", "CN")
    assert data["longitude"] == pytest.approx(105.5)
    (edge,) = [d for *_, d in graph.edges(data=True) if d["relation"] == "signedMoUWith"]
    assert (edge["weight"], edge["symmetric"], edge["label"]) == (2, True, "signed MoU with")
