"""Questions about small graphs: what is answered, with which sentences, and what is honestly not."""

from __future__ import annotations

import pytest

from kg.ask import answer
from kg.store import GraphView
from tests.graphs import Said, graph_of

FORUM = ("Event", "Cooperation Forum")
MEETING = ("Event", "meeting in Oslo")
ACME, BOLT = ("Organization", "Acme Group"), ("Organization", "Bolt University")
NORTH = ("Organization", "Ministry of Trade of Norway")
ANN, BEN, CAT = ("Person", "Ann Berg"), ("Person", "Ben Holm"), ("Person", "Cat Lund")
OSLO, NORWAY = ("Place", "Oslo"), ("Place", "Norway")


@pytest.fixture(scope="module")
def view() -> GraphView:
    store = graph_of(
        {
            "one.txt": [
                Said(ANN, "attended", FORUM),
                Said(BEN, "spokeAt", FORUM, sentence="Ben Holm gave a talk at the Cooperation Forum."),
                Said(CAT, "organized", FORUM),
                Said(ACME, "organized", FORUM),
                Said(ANN, "represents", ACME, sentence="Ann Berg, director of Acme Group, was there."),
                Said(BEN, "represents", BOLT, sentence="Ben Holm teaches at Bolt University."),
                Said(FORUM, "heldIn", OSLO),
                Said(FORUM, "heldOn", "2023-05-09"),
                Said(OSLO, "locatedIn", NORWAY),
                Said(ACME, "signedMoUWith", BOLT),
                Said(NORTH, "attended", FORUM, modality="planned"),
                Said(NORTH, "signedMoUWith", ACME, modality="negated"),
            ],
            "two.txt": [
                Said(ANN, "metWith", BEN),
                Said(ANN, "attended", MEETING),
                Said(BEN, "attended", MEETING),
                Said(MEETING, "heldOn", "2024-02"),
                Said(MEETING, "heldIn", OSLO),
                Said(BOLT, "locatedIn", OSLO),
                Said(ACME, "visited", BOLT),
                Said(ACME, "cooperatesWith", NORTH),
            ],
        },
        described={NORWAY: {"country": "NO"}, OSLO: {"country": "NO"}, NORTH: {"country": "NO"}},
    )
    return GraphView(store)


def labels(view: GraphView, question: str) -> set[str]:
    found = answer(view, question)
    assert found.status == "answered", found.understood
    return {item.entity.label for item in found.answers}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("who attended the Cooperation Forum?", {"Ann Berg", "Ben Holm", "Cat Lund"}),
        ("the cooperation forum was attended by whom", {"Ann Berg", "Ben Holm", "Cat Lund"}),
        ("cooperation forum participants", {"Ann Berg", "Ben Holm", "Cat Lund"}),
        ("who spoke at the cooperation forum", {"Ben Holm"}),
        ("who organised the cooperation forum", {"Cat Lund", "Acme Group"}),
        ("which organisation hosted the cooperation forum", {"Acme Group"}),
        ("which people organised the cooperation forum", {"Cat Lund"}),
        ("what did Ann Berg attend", {"Cooperation Forum", "meeting in Oslo"}),
        ("which university signed an MoU with Acme", {"Bolt University"}),
        ("who signed an agreement with bolt university", {"Acme Group"}),
        ("who does acme cooperate with", {"Bolt University", "Ministry of Trade of Norway"}),
        ("who signed with Acme Group", {"Bolt University"}),
        ("who was visited by Acme Group", {"Bolt University"}),
        ("who visited Bolt University", {"Acme Group"}),
        ("what did Acme Group visit", {"Bolt University"}),
        ("where is Bolt University", {"Oslo"}),
        ("which events were held in Norway", {"Cooperation Forum", "meeting in Oslo"}),
        ("events held in 2023", {"Cooperation Forum"}),
        ("director of Acme Group", {"Ann Berg"}),
        ("where did Ann Berg meet Ben Holm", {"Oslo"}),
        ("which Norwegian organisations cooperate with Acme Group", {"Ministry of Trade of Norway", "Bolt University"}),
        ("which organisations do the people who met Ann Berg represent", {"Bolt University"}),
        ("who met Ann Berg and represents Bolt University", {"Ben Holm"}),
        ("who is expected to attend the cooperation forum", {"Ministry of Trade of Norway"}),
        ("who will attend the cooperation forum", {"Ministry of Trade of Norway"}),
    ],
)
def test_lists(view: GraphView, question: str, expected: set[str]) -> None:
    if not expected:
        assert answer(view, question).status != "answered"
    else:
        assert labels(view, question) == expected


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("when was the cooperation forum held", "2023-05-09"),
        ("when did Ann Berg meet Ben Holm in Oslo", "2024-02"),
        ("how many people attended the cooperation forum", 3),
        ("did Acme Group sign an MoU with Bolt University", True),
        ("did Bolt University and Acme Group sign an MoU", True),
        ("did the Ministry of Trade of Norway sign an MoU with Acme Group", False),
        ("was the cooperation forum held in Norway", True),
        ("was the cooperation forum held in 2022", False),
        ("is Bolt University in Oslo", True),
        ("does Ann Berg represent Bolt University", False),
    ],
)
def test_values(view: GraphView, question: str, value: object) -> None:
    found = answer(view, question)
    assert (found.status, found.value) == ("answered", value), found.understood
    if value is False:
        assert "does not say" in found.understood


def test_every_answer_cites_its_sentences(view: GraphView) -> None:
    found = {item.entity.label: item for item in answer(view, "who spoke at the cooperation forum").answers}
    told = found["Ben Holm"].evidence[0]
    assert told.evidence.quote == "Ben Holm gave a talk at the Cooperation Forum."
    assert told.evidence.article == "one.txt"
    text = view.text("one.txt") or ""
    assert text[told.evidence.start : told.evidence.end] == told.evidence.quote
    assert told.title == "Title of one.txt"


def test_an_answer_over_two_statements_cites_both(view: GraphView) -> None:
    found = answer(view, "which organisations do the people who met Ann Berg represent").answers[0]
    assert {c.evidence.article for c in found.evidence} == {"one.txt", "two.txt"}


def test_a_value_cites_its_sentences(view: GraphView) -> None:
    assert answer(view, "when was the cooperation forum held").answers[0].evidence


@pytest.mark.parametrize(
    ("question", "status", "near"),
    [
        ("who attended the Vienna Congress", "not-in-graph", set()),
        ("who represents Acme Grupp Holding Xyz", "not-in-graph", {"Acme Group"}),
        ("who promotes the cooperation forum", "not-in-graph", set()),
        ("what colour is Acme Group", "not-understood", set()),
        ("why did Acme Group sign an MoU", "not-understood", set()),
        ("who did not attend the cooperation forum", "not-in-graph", set()),
        ("", "not-understood", set()),
        ("???", "not-understood", set()),
    ],
)
def test_what_is_not_known_is_said(view: GraphView, question: str, status: str, near: set[str]) -> None:
    found = answer(view, question)
    assert found.status == status, found
    assert not found.answers
    assert found.value is None
    assert near <= {entity.label for entity in found.alternatives}
    assert found.understood


def test_what_is_denied_is_no_answer(view: GraphView) -> None:
    assert "Ministry of Trade of Norway" not in labels(view, "who signed an MoU with Acme Group")


def test_names_that_fit_equally_are_all_answered_for_and_listed() -> None:
    one, other = ("Organization", "Consulate in Rome"), ("Organization", "Consulate in Bern")
    store = graph_of(
        {"a.txt": [Said(ANN, "represents", one), Said(BEN, "represents", other)]},
        labels={one: ["Consulate"], other: ["Consulate"]},
    )
    found = answer(GraphView(store), "who represents the Consulate")
    assert {item.entity.label for item in found.answers} == {"Ann Berg", "Ben Holm"}
    assert {entity.label for entity in found.alternatives} == {"Consulate in Rome", "Consulate in Bern"}


def test_connections_name_what_stands_between(view: GraphView) -> None:
    found = answer(view, "how is Ben Holm connected to Acme Group").to_json()
    assert found["status"] == "answered"
    assert {"Bolt University", "Cooperation Forum"} <= {item["label"] for item in found["answers"]}  # type: ignore[attr-defined]
    assert found["paths"]


def test_limit_cuts_the_list(view: GraphView) -> None:
    assert len(answer(view, "who attended the Cooperation Forum", limit=2).answers) == 2


def test_the_object_has_the_keys_of_the_contract(view: GraphView) -> None:
    found = answer(view, "who spoke at the cooperation forum").to_json()
    first = ["question", "status", "understood", "sparql", "answers", "value", "alternatives"]
    assert list(found)[: len(first)] == first
    item = found["answers"][0]  # type: ignore[index]
    assert {"id", "label", "labels", "type", "evidence"} <= set(item)
    assert {"article", "quote", "start", "end"} <= set(item["evidence"][0])


def test_a_question_of_many_ways_gives_each_answer_once_with_one_whole_way() -> None:
    """Each hop may be taken in ten ways; going through all ways together would be a thousand solutions."""
    china, x = ("Place", "China"), ("Person", "Asim Shahryar")
    guests, bodies = (
        [(kind, f"{name} {n}") for n in range(10)] for kind, name in (("Person", "Guest"), ("Organization", "Body"))
    )
    events = [("Event", f"Trade Fair {n}") for n in range(10)]
    said = [Said(one, "attended", event) for one in (x, *guests) for event in events]
    said += [Said(guest, "represents", body) for guest in guests for body in bodies]
    store = graph_of({"a.txt": [*said, *(Said(body, "locatedIn", china) for body in bodies)]})
    found = answer(
        GraphView(store), "which people attended events that people who represent bodies located in China attended"
    )
    assert {one.entity.label for one in found.answers} == {x[1], *(label for _, label in guests)}
    assert found.sparql is not None
    assert len(list(store.rows(found.sparql))) == 11
    (first,) = (one for one in found.answers if one.entity.label == x[1])
    told = {citation.evidence.quote for citation in first.evidence}
    assert told >= {"Asim Shahryar attended Trade Fair 0.", "Guest 0 represents Body 0.", "Body 0 locatedIn China."}
