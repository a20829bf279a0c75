"""Parts of the graph: what filters and neighbourhoods let pass, alike in every format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO, StringIO
from pathlib import Path

import pyoxigraph
import pytest
from rdflib.term import Node

from kg.errors import NotFoundError, UsageError
from kg.export import FORMATS, Selection, export, read_selection, to_networkx
from kg.store import GraphView
from tests.graphs import End, Said, graph_of

Rows = Callable[[str], Iterator[tuple[Node | None, ...]]]

MINISTRY: End = ("Organization", "Ministry of Trade")
PORT: End = ("Organization", "Port Authority")
ANA: End = ("Person", "Ana Costa")
BEN: End = ("Person", "Ben Otieno")
FAIR: End = ("Event", "Trade Fair")
KENYA: End = ("Place", "Kenya")
BRAZIL: End = ("Place", "Brazil")


@pytest.fixture(scope="module")
def trade() -> GraphView:
    places = {KENYA: {"country": "KE"}, PORT: {"country": "KE"}, BRAZIL: {"country": "BR"}}
    store = graph_of(
        {
            "old.txt": [
                Said(MINISTRY, "signedMoUWith", PORT, confidence=0.9),
                Said(MINISTRY, "locatedIn", BRAZIL, confidence=0.6),
                Said(ANA, "represents", MINISTRY),
                Said(BRAZIL, "visited", KENYA, confidence=0.5),
                Said(KENYA, "visited", BRAZIL, confidence=0.9),
            ]
        },
        described=places,
        published="2023-11-30",
    )
    return GraphView(
        graph_of(
            {
                "new.txt": [
                    Said(PORT, "organized", FAIR),
                    Said(FAIR, "heldOn", "2024-02-01"),
                    Said(BEN, "attended", FAIR, modality="planned"),
                    Said(PORT, "signedMoUWith", MINISTRY, confidence=0.7),
                    Said(FAIR, "heldIn", KENYA),
                ]
            },
            described=places,
            published="2024-01-15",
            store=store,
        )
    )


def edges(view: GraphView, *filters: str, ego: str | None = None, hops: int = 1) -> set[tuple[str, str, str]]:
    graph = to_networkx(view, selection=read_selection(view, filters, ego, hops))
    label = {iri: str(data["label"]) for iri, data in graph.nodes(data=True)}
    return {(label[s], str(data["relation"]), label[o]) for s, o, data in graph.edges(data=True)}


MOU = ("Ministry of Trade", "signedMoUWith", "Port Authority")
SEAT = ("Ministry of Trade", "locatedIn", "Brazil")
ANA_S = ("Ana Costa", "represents", "Ministry of Trade")
OUT, BACK = ("Brazil", "visited", "Kenya"), ("Kenya", "visited", "Brazil")
FAIRS = ("Port Authority", "organized", "Trade Fair")
PLACE = ("Trade Fair", "heldIn", "Kenya")


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (["relation=signedMoUWith"], {MOU}),
        (["relation=signedMoUWith", "relation=heldIn"], {MOU, PLACE}),
        (["class=Person"], {ANA_S}),
        (["class=Agent", "class=Event"], {MOU, SEAT, ANA_S, OUT, BACK, FAIRS, PLACE}),
        (["country=Kenya"], {MOU, OUT, BACK, FAIRS, PLACE}),
        (["country=brazilian"], {SEAT, OUT, BACK}),
        (["country=KE", "class=Organization"], {MOU, FAIRS}),
        (["date=2023"], {MOU, SEAT, ANA_S, OUT, BACK}),
        (["date=2023-12..2024"], {MOU, FAIRS, PLACE}),
        (["date=..2023-11-30"], {MOU, SEAT, ANA_S, OUT, BACK}),
        (["date=2024-01-16.."], set()),
        (["confidence=0.9"], {MOU, ANA_S, BACK, FAIRS, PLACE}),
        (["article=new.txt"], {MOU, FAIRS, PLACE}),
        (["article=old.txt", "relation=visited", "confidence=0.6"], {BACK}),
    ],
)
def test_filters_let_pass_what_meets_all_keys(
    trade: GraphView, filters: list[str], expected: set[tuple[str, str, str]]
) -> None:
    assert edges(trade, *filters) == expected


def test_an_ego_network_has_what_lies_between_its_things(trade: GraphView) -> None:
    assert edges(trade, ego="Ana Costa") == {ANA_S}
    assert edges(trade, ego="Ana Costa", hops=2) == {ANA_S, MOU, SEAT}
    assert edges(trade, ego="Ana Costa", hops=3) == {ANA_S, MOU, SEAT, FAIRS, PLACE, OUT, BACK}
    assert edges(trade, "relation=signedMoUWith", "relation=organized", ego="Trade Fair", hops=9) == {MOU, FAIRS}
    # What is only planned leads nowhere; the thing itself is there all the same.
    graph = to_networkx(trade, selection=read_selection(trade, (), "Ben Otieno"))
    assert {iri: data["label"] for iri, data in graph.nodes(data=True)} == {trade.names.entity(*BEN): "Ben Otieno"}


@pytest.mark.parametrize("name", ["gexf", "jsonl"])
def test_what_lies_far_away_is_not_read_for_an_ego_network(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    near = [Said(ANA, "represents", MINISTRY), Said(MINISTRY, "locatedIn", BRAZIL), Said(ANA, "visited", BRAZIL)]
    far = [Said(("Person", f"Nobody {n}"), "visited", KENYA) for n in range(40)]
    written, read = [], []
    for said in ({"a.txt": near}, {"a.txt": [*near, *far], "b.txt": far}):
        store, stream = graph_of(said), BytesIO()
        view, asked, rows = GraphView(store), [0], store.rows

        def counted(sparql: str, asked: list[int] = asked, rows: Rows = rows) -> Iterator[tuple[Node | None, ...]]:
            for row in rows(sparql):
                asked[0] += 1
                yield row

        monkeypatch.setattr(store, "rows", counted)
        monkeypatch.setattr(store, "lines", pytest.fail)
        export(view, stream, name, selection=Selection(around=(view.names.entity(*ANA),)))
        written.append(stream.getvalue())
        read.append(asked[0])
    assert written[0] == written[1]
    assert read[0] == read[1] > 0


def test_rdf_of_a_part_is_closed_and_says_nothing_else(trade: GraphView) -> None:
    stream = BytesIO()
    export(trade, stream, "trig", selection=read_selection(trade, ["confidence=0.9", "relation=visited"]))
    read = list(pyoxigraph.parse(stream.getvalue(), format=pyoxigraph.RdfFormat.TRIG))
    whole = BytesIO()
    export(trade, whole, "trig")
    assert set(read) < set(pyoxigraph.parse(whole.getvalue(), format=pyoxigraph.RdfFormat.TRIG))
    said = [q for q in read if q.predicate.value == trade.names.term("visited")]
    assert [(q.subject.value, q.object.value) for q in said] == [
        (trade.names.entity(*KENYA), trade.names.entity(*BRAZIL))
    ]
    assert {q.graph_name.value for q in read} == {trade.names.entities_graph, trade.names.article("old.txt")}
    ways = ("refersTo", "subjectReference", "objectReference", "wasDerivedFrom", "hasSource", "hasSelector", "subject")
    ends = {q.object for q in read if q.predicate.value.rsplit("#")[-1] in ways}
    assert len(ends) > len(ways)
    assert ends <= {q.subject for q in read}, "every end is described"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_a_part(view: GraphView, name: str) -> None:
    one, whole, stream = BytesIO(), BytesIO(), BytesIO()
    part = export(view, one, name, selection=Selection(relations=("represents",)))
    assert 0 < sum(part.counts.values()) < sum(export(view, whole, name).counts.values())
    export(view, stream, name, selection=Selection(classes=tuple(view.vocabulary.classes)))
    if not FORMATS[name].edges:
        assert stream.getvalue() == whole.getvalue(), "what lets all pass gives the whole"


def test_a_large_part_goes_through_the_disk(view: GraphView, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    selection, small, large = Selection(confidence=0.8), StringIO(), StringIO()
    export(view, small, "turtle", selection=selection)
    monkeypatch.setattr("kg.export.excerpts.IN_MEMORY", 100)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    export(view, large, "turtle", selection=selection)
    assert large.getvalue() == small.getvalue()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("wrong", "message", "hint"),
    [
        ("colour=red", "no filter is called 'colour'", "did you mean country"),
        ("relation", "has no value", "relation=signedMoUWith"),
        ("relation=signedMouWithh", "no relation", "signedMoUWith"),
        ("class=Persn", "no class", "did you mean Person?"),
        ("country=Kenia", "no country", "Kenya"),
        ("date=2023-13", "no date", "2023"),
        ("date=..", "no date", "2023"),
        ("date=2024..2023", "ends before", "2023..2024"),
        ("confidence=high", "between 0 and 1", "0.8"),
        ("confidence=nan", "between 0 and 1", "0.8"),
        ("article=nw.txt", "no article", "did you mean new.txt"),
    ],
)
def test_what_is_not_known_is_answered_with_what_is(trade: GraphView, wrong: str, message: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_selection(trade, [wrong])
    assert message in caught.value.message
    assert hint in str(caught.value.hint)


def test_an_unknown_middle_is_no_answer(trade: GraphView) -> None:
    with pytest.raises(NotFoundError):
        read_selection(trade, (), "Nobody At All")
