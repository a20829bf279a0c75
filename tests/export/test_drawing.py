"""GEXF and GraphML: what networkx and plain XML readers make of them."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree

import networkx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.export import export, project, to_networkx
from kg.store import GraphView
from tests.export.conftest import CHINA, FORUM, HAN, LI, PSEB
from tests.graphs import Said, graph_of

NS = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz", "m": "http://graphml.graphdrawing.org/xmlns"}
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = "svg style defs marker path g title circle text"
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def written(view: GraphView, name: str) -> bytes:
    stream = BytesIO()
    export(view, stream, name)
    return stream.getvalue()


def read(view: GraphView, name: str) -> networkx.MultiDiGraph[str]:
    data = BytesIO(written(view, name))
    if name == "gexf":
        return networkx.MultiDiGraph(networkx.read_gexf(data))
    return networkx.MultiDiGraph(networkx.read_graphml(data, force_multigraph=True))


def shown(label: str) -> str:
    """A label as XML can hold it."""
    return NOT_XML.sub("\ufffd", label)


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_networkx_reads_the_nodes_and_edges_that_it_gets_directly(view: GraphView, name: str) -> None:
    got, expected = read(view, name), to_networkx(view)
    assert set(got) == set(expected)
    assert {(s, t, k) for s, t, k in got.edges(keys=True)} == {(s, t, k) for s, t, k in expected.edges(keys=True)}
    for iri, data in expected.nodes(data=True):
        for attribute, value in data.items():
            if attribute in ("heldOn", "agreementCount"):
                value = int(value) if attribute == "agreementCount" else value
            assert got.nodes[iri][attribute] == (shown(value) if isinstance(value, str) else value), attribute
    for source, target, key, data in expected.edges(keys=True, data=True):
        assert {**got.edges[source, target, key], **data} == {**got.edges[source, target, key]}


def test_gexf_has_colours_sizes_and_kinds(view: GraphView) -> None:
    root = ElementTree.fromstring(written(view, "gexf"))
    assert root.get("version") == "1.3"
    graph = root.find("g:graph", NS)
    assert graph is not None
    assert (graph.get("mode"), graph.get("defaultedgetype")) == ("static", "directed")
    nodes = {node.get("id"): node for node in graph.iterfind("g:nodes/g:node", NS)}
    person = nodes[view.names.entity(*LI)].find("viz:color", NS)
    assert person is not None
    assert person.attrib == {"r": "213", "g": "94", "b": "0"}
    sizes = {iri: float(node.find("viz:size", NS).get("value", "0")) for iri, node in nodes.items()}  # type: ignore[union-attr]
    assert sizes[view.names.entity(*HAN)] > sizes[view.names.entity(*CHINA)]
    edges = list(graph.iterfind("g:edges/g:edge", NS))
    assert len({edge.get("id") for edge in edges}) == len(edges) == len(list(project(view).edges()))
    assert {edge.get("kind") for edge in edges} == {e.predicate for e in project(view).edges()}
    assert {edge.get("type") for edge in edges} == {"directed"}


def test_gexf_with_a_timeline_says_when_articles_told_of_it() -> None:
    store = graph_of({"old.txt": [Said(LI, "represents", HAN)]}, published="2019-07-30")
    said = [Said(LI, "represents", HAN), Said(HAN, "signedMoUWith", PSEB)]
    view, stream = GraphView(graph_of({"new.txt": said}, published="2024-05-01", store=store)), BytesIO()
    export(view, stream, "gexf", variant="dynamic")
    graph = ElementTree.fromstring(stream.getvalue()).find("g:graph", NS)
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    shown = {e.get("kind", e.get("label")): (e.get("start"), e.get("end")) for e in graph.iterfind("*/*[@label]", NS)}
    assert shown == {
        "Li Wei": ("2019-07-30", "2024-05-01"),
        HAN[1]: ("2019-07-30", "2024-05-01"),
        PSEB[1]: ("2024-05-01", "2024-05-01"),
        "represents": ("2019-07-30", "2024-05-01"),
        "signedMoUWith": ("2024-05-01", "2024-05-01"),
    }
    stream.seek(0)
    assert len(networkx.read_gexf(stream)) == 3
    with pytest.raises(UsageError, match="no variant"):
        export(view, BytesIO(), "graphml", variant="dynamic")


def test_a_picture_has_every_node_and_edge_and_no_markup_of_names(view: GraphView) -> None:
    root = ElementTree.fromstring(written(view, "svg"))
    ids = [element.get("data-id") for element in root.iter() if element.get("data-id")]
    projection = project(view)
    assert sorted(map(str, ids)) == sorted([n.id for n in projection.nodes()] + [e.id for e in projection.edges()])
    assert shown(HAN[1]) in {title.text.rpartition(" (")[0] for title in root.iter(SVG + "title") if title.text}
    assert {element.tag for element in root.iter()} <= {SVG + tag for tag in DRAWN.split()}


def test_the_page_holds_all_of_it_and_asks_nothing_of_any_server(view: GraphView) -> None:
    page = Page()
    page.feed(written(view, "html").decode())
    assert page.tags.count("script") == 2
    assert not page.addresses
    data, projection = json.loads(page.data), project(view)
    assert [n["id"] for n in data["nodes"]] == [n.id for n in projection.nodes()]
    assert [(e["id"], e["source"], e["target"], e["relation"]) for e in data["edges"]] == [
        (e.id, e.subject, e.object, e.predicate) for e in projection.edges()
    ]
    labels = {n["id"]: n["label"] for n in data["nodes"]}
    assert labels[view.names.entity(*HAN)] == HAN[1]
    for edge in data["edges"]:
        assert edge["evidence"]
        assert {place["article"] for place in edge["evidence"]} <= set(data["articles"])


class Page(HTMLParser):
    """What a browser finds in a page: its elements, the data, and whatever it would load."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.data = ""
        self._within = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value for name, value in attrs if name in ("src", "href") and value]
        self._within = ("id", "data") in attrs

    def handle_data(self, data: str) -> None:
        self.data += data if self._within else ""


def test_what_is_too_large_for_a_picture_is_for_gephi(view: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("layout", "svg"):
        monkeypatch.setattr(f"kg.export.{module}.MOST", 2)
    with pytest.raises(UsageError, match="shows nothing"):
        written(view, "svg")
    read_places = {(data["x"], data["y"]) for _, data in read(view, "graphml").nodes(data=True)}
    assert len(read_places) == len(list(project(view).nodes())), "a place for each, also without a layout"


def test_joined_nodes_lie_closer_together_than_others() -> None:
    told = {"a.txt": [Said(("Person", f"P{n}"), "represents", ("Organization", f"O{n % 3}")) for n in range(30)]}
    graph = read(GraphView(graph_of(told)), "graphml")

    def apart(one: str, other: str) -> float:
        (x1, y1), (x2, y2) = ((graph.nodes[n]["x"], graph.nodes[n]["y"]) for n in (one, other))
        return float(((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5)

    joined = [apart(one, other) for one, other in graph.edges()]
    others = [apart(one, other) for one in graph for other in graph if one < other and not graph.has_edge(one, other)]
    assert sum(joined) / len(joined) < 0.5 * sum(others) / len(others)


def test_graphml_key_ids_are_unique_and_those_that_gephi_knows(view: GraphView) -> None:
    root = ElementTree.fromstring(written(view, "graphml"))
    keys = [key.get("id") for key in root.iterfind("m:key", NS)]
    assert len(set(keys)) == len(keys)
    assert {"label", "edgelabel", "weight", "size", "r", "g", "b"} <= set(keys)
    used = {data.get("key") for data in root.iterfind(".//m:data", NS)}
    assert used <= set(keys)


def test_what_is_not_known_is_left_out(view: GraphView) -> None:
    for name in ("gexf", "graphml"):
        assert b"None" not in written(view, name)
    graph = read(view, "gexf")
    assert "latitude" not in graph.nodes[view.names.entity(*LI)]
    assert graph.nodes[view.names.entity(*LI)]["aliases"] == "Mr. Li | 李伟"
    assert graph.nodes[view.names.entity(*FORUM)]["agreementCount"] == 25
    assert graph.nodes[view.names.entity(*PSEB)]["label"] == PSEB[1]


def test_other_modalities_are_edges_where_asked(view: GraphView) -> None:
    stream = BytesIO()
    report = export(view, stream, "gexf", modalities=["asserted", "planned", "negated"])
    assert report.counts["edges"] == len(list(project(view).edges())) + 2
    stream.seek(0)
    kinds = {data["modality"] for *_, data in networkx.read_gexf(stream).edges(data=True)}
    assert kinds == {"asserted", "planned", "negated"}


@given(st.text(min_size=1).filter(lambda text: text.strip() != ""))
@example("\x00\x01\x08\x0b\x0c\x0e\x1f\ufffe\uffff")
@example("]]><![CDATA[ &amp; <b>\"'</b> --> \r\n\t\x85\u2028")
@example("\u202eright to left\u202c \U0001f9d1\U0001f3fd\u200d\U0001f680 e\u0301")
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_any_name_survives(label: str) -> None:
    view = GraphView(graph_of({"a.txt": [Said(("Person", label), "represents", ("Organization", "X"))]}))
    iri = view.names.entity("Person", label)
    for name in ("gexf", "graphml"):
        assert read(view, name).nodes[iri]["label"] == shown(label)
    assert to_networkx(view).nodes[iri]["label"] == label
