"""Names as people type them lead to the entities they mean, in one order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import NotFoundError
from kg.lookup import SURE, Finder, find, fold, resolve_one
from kg.model import Extraction, Referent, Source
from kg.store import GraphView
from kg.store.dataset import ArticleRecord, Change
from tests.graphs import Said, graph_of

FORUM = ("Event", "Pakistan-China Software and IT Forum")
BOARD = ("Organization", "Pakistan Software Export Board")
AMIN = ("Person", "Babar Amin")
SHANGHAI_CONSULATE = ("Organization", "Consulate General of Pakistan Shanghai")
GUANGZHOU_CONSULATE = ("Organization", "Consulate General of Pakistan, Guangzhou")
HAIDER = ("Person", "Hussain Haider")
GATEWAY = ("Organization", "E-Commerce Gateway Pakistan Private Limited")
FIAME = ("Person", "Fiame Naomi Mata'afa")


@pytest.fixture(scope="module")
def view() -> GraphView:
    store = graph_of(
        {
            "a.txt": [
                Said(BOARD, "attended", FORUM),
                Said(AMIN, "attended", FORUM),
                Said(FORUM, "heldIn", ("Place", "Shenzhen")),
                Said(HAIDER, "represents", SHANGHAI_CONSULATE),
                Said(HAIDER, "represents", ("Place", "Pakistan")),
                Said(SHANGHAI_CONSULATE, "locatedIn", ("Place", "Shanghai")),
                Said(AMIN, "represents", GUANGZHOU_CONSULATE),
                Said(("Organization", "Huawei Pakistan"), "partOf", ("Organization", "Huawei")),
                Said(GATEWAY, "promotes", ("Event", "ITCN Asia 2025")),
                Said(FIAME, "represents", ("Place", "Samoa")),
            ]
        },
        labels={
            HAIDER: ["Consul General Hussain Haider"],
            SHANGHAI_CONSULATE: ["Consulate General of Pakistan"],
            GUANGZHOU_CONSULATE: ["Consulate General of Pakistan"],
        },
    )
    return GraphView(store)


@pytest.mark.parametrize(
    ("text", "label", "how"),
    [
        ("babar amin", "Babar Amin", "exact"),
        ("Mr. Babar AMIN", "Babar Amin", "exact"),
        ("consul general Babar Amin", "Babar Amin", "exact"),
        ("PSEB", "Pakistan Software Export Board", "acronym"),
        ("software export board", "Pakistan Software Export Board", "partial"),
        ("E-Commerce Gateway Pakistan", "E-Commerce Gateway Pakistan Private Limited", "exact"),
        ("ecommerce gatway pakistan private limited", "E-Commerce Gateway Pakistan Private Limited", "misspelt"),
        ("Shenzhen forum", "Pakistan-China Software and IT Forum", "described"),
        ("event in Shenzhen", "Pakistan-China Software and IT Forum", "described"),
        ("the Pakistani consul in Shanghai", "Hussain Haider", "described"),
        ("mataafa", "Fiame Naomi Mata'afa", "partial"),
        ("huawei", "Huawei", "exact"),
        ("Huawey", "Huawei", "misspelt"),
        ("itcn asia", "ITCN Asia 2025", "partial"),
    ],
)
def test_the_best_match_is_what_was_meant(view: GraphView, text: str, label: str, how: str) -> None:
    best = find(view, text)[0]
    assert (best.entity.label, best.how) == (label, how)
    assert 0.5 <= best.score <= 1


def test_an_exact_name_goes_before_longer_ones(view: GraphView) -> None:
    assert [m.entity.label for m in find(view, "huawei")] == ["Huawei", "Huawei Pakistan"]


def test_types_keep_only_these_classes(view: GraphView) -> None:
    assert {m.entity.type for m in find(view, "Pakistan", types=["Place"])} == {"Place"}
    assert find(view, "Babar Amin", types=["Agent"])[0].entity.label == "Babar Amin"


def test_limit_cuts_the_list(view: GraphView) -> None:
    assert len(find(view, "pakistan", limit=2)) == 2


def test_the_order_is_the_same_every_time(view: GraphView) -> None:
    assert find(view, "pakistan") == find(view, "pakistan") == Finder(view).find("pakistan")


def test_resolve_one_gives_the_entity_for_a_name_or_an_iri(view: GraphView) -> None:
    entity = resolve_one(view, "babar amin")
    assert entity.label == "Babar Amin"
    assert resolve_one(view, entity.id) == entity


def test_resolve_one_offers_near_names(view: GraphView) -> None:
    with pytest.raises(NotFoundError, match="nothing in the graph") as failure:
        resolve_one(view, "Babur Emin")
    assert "Babar Amin" in (failure.value.hint or "")


def test_resolve_one_lists_what_fits_equally(view: GraphView) -> None:
    with pytest.raises(NotFoundError, match="may mean 2 things") as failure:
        resolve_one(view, "Consulate General of Pakistan")
    assert "Shanghai" in (failure.value.hint or "")
    assert "Guangzhou" in (failure.value.hint or "")


@pytest.mark.parametrize(
    "text", ["", "   ", "?", "the", '"} DROP ALL #', "https://kg.example/id/nothing", "x" * 10_000]
)
def test_what_names_nothing_is_not_found(view: GraphView, text: str) -> None:
    with pytest.raises(NotFoundError):
        resolve_one(view, text)


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_any_text_gives_a_list_in_falling_order(text: str) -> None:
    view = GraphView(graph_of({"a.txt": [Said(AMIN, "attended", FORUM)]}))
    scores = [match.score for match in find(view, text)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("P.E.I.", "pei"), ("São Paulo", "sao paulo"), ("The Forum", "forum"), ("P@SHA", "pasha"), ("A & B", "a and b")],
)
def test_fold_takes_off_what_does_not_tell_names_apart(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_offices_and_numbered_events_are_found() -> None:
    named = ("Event", "4th Global Digital Economy Conference 2024")
    store = graph_of({"a.txt": [Said(AMIN, "attended", named), Said(AMIN, "represents", ("Place", "Samoa"))]})
    name = "office.txt"
    office = Referent("Person:Babar Amin", *AMIN, (AMIN[1],), (), {"office": "Prime Minister"})
    source = Source(store.names.article(name), name, sha256="x")
    held = ArticleRecord(source, Extraction(name, (office,), ()), {office.key: store.names.entity(*AMIN)})
    store.apply(Change(write=[held]))
    assert find(GraphView(store), "GDEC")[0].entity.label == named[1]
    assert find(GraphView(store), "the Samoan prime minister")[0].entity.label == "Babar Amin"
    store.apply(Change(remove=[name]))
    assert all(match.score < SURE for match in find(GraphView(store), "the Samoan prime minister"))


def test_names_of_a_store_without_an_index_are_found_and_indexed_with_its_next_change() -> None:
    store = graph_of({"a.txt": [Said(AMIN, "attended", FORUM)]})
    ledger = store.names.ledger_graph
    store.dataset.update(f"DELETE WHERE {{ GRAPH <{ledger}> {{ ?s ?p ?o }} }}", initNs={})
    assert find(GraphView(store), "babar amin")[0].how == "exact"
    assert find(GraphView(store), "Babbar Amin")[0].how == "misspelt"
    graph_of({"b.txt": [Said(HAIDER, "attended", FORUM)]}, store=store)
    assert {m.entity.label for m in find(GraphView(store), "forum")} == {FORUM[1]}
    assert find(GraphView(store), "Babbar Amin")[0].entity.label == "Babar Amin"
    amin = GraphView(store).entities()[store.names.entity(*AMIN)]
    store.apply(Change(remove=["a.txt"], drop=[amin]))
    assert not [m for m in find(GraphView(store), "babar amin") if m.entity.label == "Babar Amin"]
