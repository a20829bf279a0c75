"""Connections between things: which, in which order, on what evidence."""

from __future__ import annotations

from itertools import pairwise

import networkx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import NotFoundError, UsageError
from kg.paths import find_paths
from kg.store import GraphView
from tests.graphs import End, Said, graph_of

LI: End = ("Person", "Li Wei")
KHAN: End = ("Person", "Sara Khan")
HAN: End = ("Organization", "Han Software")
PSEB: End = ("Organization", "Pakistan Software Export Board")
FORUM: End = ("Event", "Shenzhen Forum")
EXPO: End = ("Event", "Lahore Expo")
CHINA: End = ("Place", "China")


def named(view: GraphView, end: End) -> str:
    return view.names.entity(*end)


def ways(view: GraphView, one: End, other: End, **options: object) -> list[list[str]]:
    paths = find_paths(view, named(view, one), named(view, other), **options)  # type: ignore[arg-type]
    return [[node.label for node in path.nodes] for path in paths]


@pytest.fixture
def view() -> GraphView:
    return GraphView(
        graph_of(
            {
                "a.txt": [
                    Said(LI, "represents", HAN),
                    Said(HAN, "attended", FORUM),
                    Said(PSEB, "organized", FORUM),
                    Said(KHAN, "represents", PSEB),
                    Said(HAN, "locatedIn", CHINA),
                    Said(PSEB, "visited", CHINA),
                    Said(LI, "metWith", KHAN, modality="planned"),
                ],
                "b.txt": [Said(PSEB, "organized", EXPO), Said(HAN, "attended", EXPO), Said(HAN, "spokeAt", EXPO)],
                "c.txt": [Said(HAN, "attended", EXPO)],
            }
        )
    )


def test_the_way_that_more_articles_speak_for_comes_first(view: GraphView) -> None:
    assert ways(view, HAN, PSEB, k=5) == [
        ["Han Software", "Lahore Expo", "Pakistan Software Export Board"],
        ["Han Software", "Shenzhen Forum", "Pakistan Software Export Board"],
    ]


def test_what_is_only_planned_connects_nothing(view: GraphView) -> None:
    assert ways(view, LI, KHAN) == [
        ["Li Wei", "Han Software", "Lahore Expo", "Pakistan Software Export Board", "Sara Khan"]
    ]


def test_places_lie_between_only_where_asked(view: GraphView) -> None:
    through = ways(view, HAN, PSEB, k=5, through_places=True)
    assert ["Han Software", "China", "Pakistan Software Export Board"] in through
    assert ways(view, LI, CHINA, k=2) == [
        ["Li Wei", "Han Software", "China"],
        ["Li Wei", "Han Software", "Lahore Expo", "Pakistan Software Export Board", "China"],
    ]
    assert ways(view, CHINA, LI)[0] == ["China", "Han Software", "Li Wei"]


def test_relations_can_be_chosen_and_left_out(view: GraphView) -> None:
    with pytest.raises(NotFoundError):
        ways(view, HAN, PSEB, only=["organized", "attended"], without=["attended"])
    assert ways(view, HAN, EXPO, only=["spokeAt"]) == [["Han Software", "Lahore Expo"]]
    for choice in ({"only": ["attendd"]}, {"without": ["attendd"]}):
        with pytest.raises(UsageError, match="attendd"):
            find_paths(view, named(view, HAN), named(view, EXPO), **choice)  # type: ignore[arg-type]


def test_a_step_shows_the_relation_that_most_articles_assert(view: GraphView) -> None:
    (path,) = find_paths(view, named(view, EXPO), named(view, HAN))
    (edge,) = path.edges
    assert (edge.subject, edge.predicate, edge.object) == (named(view, HAN), "attended", named(view, EXPO))
    assert [fact.evidence[0].article for fact in sorted(edge.facts, key=lambda f: f.evidence)] == ["b.txt", "c.txt"]


def test_of_equally_supported_relations_the_most_specific_is_shown() -> None:
    said = [Said(HAN, relation, PSEB) for relation in ("cooperatesWith", "signedMoUWith", "signedAgreementWith")]
    view = GraphView(graph_of({"a.txt": said}))
    (path,) = find_paths(view, named(view, PSEB), named(view, HAN))
    assert [(e.subject, e.predicate) for e in path.edges] == [(named(view, PSEB), "signedMoUWith")]
    assert len(path.edges[0].facts) == 1


def test_json_has_nodes_edges_and_evidence(view: GraphView) -> None:
    (path,) = find_paths(view, named(view, LI), named(view, HAN))
    assert path.to_json() == {
        "nodes": [
            {"id": named(view, LI), "label": "Li Wei", "type": "Person"},
            {"id": named(view, HAN), "label": "Han Software", "type": "Organization"},
        ],
        "edges": [
            {
                "predicate": "represents",
                "subject": named(view, LI),
                "object": named(view, HAN),
                "evidence": [{"article": "a.txt", "quote": "Li Wei represents Han Software.", "start": 0, "end": 31}],
            }
        ],
    }


def test_no_path_says_what_may_help(view: GraphView) -> None:
    with pytest.raises(NotFoundError) as caught:
        find_paths(view, named(view, LI), named(view, KHAN), max_hops=2, without=["visited"])
    assert caught.value.message == "no path of at most 2 steps connects Li Wei and Sara Khan"
    assert caught.value.hint is not None
    for advice in ("--through-places", "--max-hops 4", "more relations"):
        assert advice in caught.value.hint


def test_more_steps_are_not_advised_where_they_cannot_help() -> None:
    view = GraphView(graph_of({"a.txt": [Said(LI, "represents", HAN), Said(KHAN, "represents", PSEB)]}))
    with pytest.raises(NotFoundError) as caught:
        find_paths(view, named(view, LI), named(view, KHAN))
    assert "--max-hops" not in str(caught.value.hint)


def test_ends_and_numbers_are_checked(view: GraphView) -> None:
    with pytest.raises(NotFoundError, match="nobody"):
        find_paths(view, named(view, LI), "https://kg.example/id/person/nobody")
    for numbers in ({"k": 0}, {"max_hops": 0}):
        with pytest.raises(UsageError):
            find_paths(view, named(view, LI), named(view, HAN), **numbers)  # type: ignore[arg-type]
    (itself,) = find_paths(view, named(view, LI), named(view, LI))
    assert [n.label for n in itself.nodes] == ["Li Wei"]
    assert itself.edges == ()


@pytest.fixture(scope="module")
def chain() -> GraphView:
    """P00 to P60, each of whom met the next."""
    met = [Said(("Person", f"P{i:02}"), "metWith", ("Person", f"P{i + 1:02}")) for i in range(60)]
    return GraphView(graph_of({f"{i:02}.txt": met[i : i + 10] for i in range(0, 60, 10)}))


def test_a_search_reads_the_neighbourhood_and_not_the_graph(chain: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()
    links_of = chain.links_of

    def spy(ids: set[str], *rest: object, **options: object) -> object:
        asked.update(ids)
        return links_of(ids, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(chain, "links_of", spy)
    assert len(ways(chain, ("Person", "P20"), ("Person", "P26"))[0]) == 7
    assert len(asked) < 14


def test_a_long_way_is_no_trouble(chain: GraphView) -> None:
    assert len(ways(chain, ("Person", "P00"), ("Person", "P60"), max_hops=10**9)[0]) == 61


STATEMENTS = st.lists(
    st.tuples(
        st.integers(0, 7),
        st.sampled_from(["partOf", "cooperatesWith", "metWith"]),
        st.integers(0, 7),
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=24,
)


@given(STATEMENTS, st.integers(1, 6), st.integers(1, 6))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_paths_are_those_of_networkx_in_the_order_promised(
    statements: list[tuple[int, str, int, int]], k: int, max_hops: int
) -> None:
    articles: dict[str, list[Said]] = {}
    support: dict[tuple[int, str, int], set[int]] = {}
    for one, relation, other, article in statements:
        said = Said(("Organization", f"N{one}"), relation, ("Organization", f"N{other}"))
        articles.setdefault(f"{article}.txt", []).append(said)
        support.setdefault((one, relation, other), set()).add(article)
        if relation != "partOf":
            support.setdefault((other, relation, one), set()).add(article)
    graph: networkx.Graph[int] = networkx.Graph()
    for (one, _, other), said_in in sorted(support.items()):
        weight = max(len(said_in), graph.get_edge_data(one, other, {"weight": 0})["weight"])
        graph.add_edge(one, other, weight=weight)
    start, end = statements[0][0], statements[-1][2]
    view = GraphView(graph_of(articles))

    def order(path: list[int]) -> tuple[int, int, list[int]]:
        return len(path), -sum(graph.edges[step]["weight"] for step in pairwise(path)), path

    expected = sorted(networkx.all_simple_paths(graph, start, end, cutoff=max_hops), key=order)[:k]
    if start == end:
        expected = [[start]]
    try:
        found = ways(view, ("Organization", f"N{start}"), ("Organization", f"N{end}"), k=k, max_hops=max_hops)
    except NotFoundError:
        found = []
    assert found == [[f"N{n}" for n in path] for path in expected]
