"""What is described by who took part in it, as in "X's visit to Y"; what two have to do with each other."""

from __future__ import annotations

from functools import cache

import pytest

from kg.ask import answer
from kg.ask.answer import Answer
from kg.store import GraphView
from tests.graphs import Said, graph_of

ILVA, BRANT = ("Person", "Ilva Torv"), ("Person", "Brant Okoro")
ODA, RUI = ("Person", "Oda Lind"), ("Person", "Rui Paz")
FJORD, SOLAR = ("Organization", "Fjord Institute"), ("Organization", "Solaria Works")
KELP, DUNE = ("Organization", "Kelp University"), ("Organization", "Dune Steel")
NORWAY, PERU, LIMA = ("Place", "Norway"), ("Place", "Peru"), ("Place", "Lima")
TALKS, CEREMONY = ("Event", "meeting in Lima"), ("Event", "signing ceremony")
TOUR = ("Event", "trade mission to Peru")
TIDES, STEEL, OLD = ("Agreement", "MoU on tides"), ("Agreement", "agreement on steel"), ("Agreement", "MoU on kelp")


@cache
def view() -> GraphView:
    articles = {
        "early.txt": [
            Said(OLD, "party", FJORD),
            Said(OLD, "party", KELP),
            Said(FJORD, "signedMoUWith", KELP),
        ],
        "late.txt": [
            Said(TIDES, "party", FJORD),
            Said(TIDES, "party", SOLAR),
            Said(TIDES, "signatory", ODA),
            Said(TIDES, "signedAt", CEREMONY),
            Said(TIDES, "subjectMatter", "tidal power"),
            Said(FJORD, "signedMoUWith", SOLAR),
            Said(ODA, "represents", FJORD),
            Said(RUI, "represents", SOLAR),
            Said(ODA, "attended", CEREMONY),
            Said(RUI, "attended", CEREMONY),
            Said(CEREMONY, "heldIn", LIMA),
        ],
        "steel.txt": [
            Said(STEEL, "party", DUNE),
            Said(STEEL, "party", FJORD),
            Said(STEEL, "signedOn", "2021-07-01"),
            Said(DUNE, "signedAgreementWith", FJORD),
        ],
        "travel.txt": [
            Said(ILVA, "represents", NORWAY),
            Said(BRANT, "represents", PERU),
            Said(ILVA, "visited", LIMA),
            Said(ILVA, "visited", PERU),
            Said(ODA, "visited", PERU),
            Said(ILVA, "attended", TOUR),
            Said(ODA, "attended", TOUR),
            Said(TOUR, "heldIn", PERU),
            Said(ILVA, "metWith", BRANT),
            Said(ILVA, "attended", TALKS),
            Said(BRANT, "attended", TALKS),
            Said(TALKS, "heldIn", LIMA),
            Said(TALKS, "heldOn", "2023-05-04"),
            Said(LIMA, "locatedIn", PERU),
        ],
    }
    published = {"early.txt": "2019-03-01", "late.txt": "2023-09-12", "steel.txt": "2021-07-03"}
    described = {
        end: {"country": code} | ({"links": (f"urn:iso:std:iso:3166:{code}",)} if end in (NORWAY, PERU) else {})
        for end, code in {NORWAY: "NO", PERU: "PE", LIMA: "PE", FJORD: "NO", SOLAR: "PE", DUNE: "PE"}.items()
    }
    return GraphView(graph_of(articles, described=described, published=published | {"travel.txt": "2023-05-06"}))


def ask(question: str) -> Answer:
    return answer(view(), question)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("who signed the latest MoU", {"Oda Lind"}),
        ("where was the latest MoU signed", {"Lima"}),
        ("who signed the MoU between Fjord Institute and Solaria Works", {"Oda Lind"}),
        ("who signed the first MoU", {"Fjord Institute", "Kelp University"}),
        ("who signed the Fjord Institute Dune Steel agreement", {"Fjord Institute", "Dune Steel"}),
        ("who attended the signing ceremony of Fjord Institute and Solaria Works", {"Oda Lind", "Rui Paz"}),
        ("which organisations do the people who attended the signing ceremony of Fjord Institute and Solaria Works "
         "represent", {"Fjord Institute", "Solaria Works"}),
        ("where was the meeting of Norway and Peru held", {"Lima"}),
        ("who took part in the talks between Norway and Peru", {"Ilva Torv", "Brant Okoro"}),
        ("the talks between Norway and Peru", {"meeting in Lima"}),
        ("who was at Ilva Torv's visit to Peru", {"Ilva Torv", "Oda Lind"}),
        ("Ilva Torv's last visit to Peru", {"trade mission to Peru"}),
        ("the last visit of Ilva Torv to Peru", {"trade mission to Peru"}),
        ("Ilva Torv's visits", {"trade mission to Peru"}),
        ("Ilva Torv and Brant Okoro's meeting", {"meeting in Lima"}),
        ("Ilva Torv's first meeting with Brant Okoro", {"meeting in Lima"}),
    ],
)  # fmt: skip
def test_what_a_description_stands_for_is_found_first(question: str, expected: set[str]) -> None:
    found = ask(question)
    assert {item.entity.label for item in found.answers} == expected, found.understood


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("what is the MoU between Fjord Institute and Solaria Works about", "tidal power"),
        ("what was the latest MoU about", "tidal power"),
        ("when was the agreement between Dune Steel and Fjord Institute signed", "2021-07-01"),
        ("when was Ilva Torv's first meeting with Brant Okoro", "2023-05-04"),
        ("when was Ilva Torv's last visit to Peru", "2023-05-04"),
        ("how often did Ilva Torv meet Brant Okoro", 1),
        ("has Ilva Torv been to Peru", True),
        ("has Ilva Torv been to Norway", False),
        ("how many MoUs did Peruvian companies sign", 1),
        ("how many MoUs were signed in 2023", 1),
    ],
)
def test_values_of_what_is_described(question: str, value: object) -> None:
    found = ask(question)
    assert found.value == value, found.understood


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("which countries has Ilva Torv been to", {"Peru"}),
        ("where has Ilva Torv been", {"Lima", "Peru"}),
        ("what did Fjord Institute sign with Dune Steel", {"agreement on steel"}),
        ("what have Fjord Institute and Kelp University signed", {"MoU on kelp"}),
        ("Fjord Institute's partners", {"Kelp University", "Solaria Works", "Dune Steel"}),
        ("partners of Solaria Works", {"Fjord Institute"}),
        ("Fjord Institute's MoU partners", {"Kelp University", "Solaria Works"}),
        ("who works with Dune Steel", {"Fjord Institute"}),
        ("MoUs signed by Peruvian companies", {"MoU on tides"}),
        ("agreements with Peruvian companies", {"MoU on tides", "agreement on steel"}),
        ("agreements signed in 2021", {"agreement on steel"}),
    ],
)
def test_what_two_have_to_do_with_each_other(question: str, expected: set[str]) -> None:
    found = ask(question)
    assert {item.entity.label for item in found.answers} == expected, found.understood


def test_agreements_without_a_date_are_dated_by_articles() -> None:
    found = ask("which MoUs were signed in 2023")
    assert [item.entity.label for item in found.answers] == ["MoU on tides"]
    assert "dated by the articles that tell it" in found.understood
    assert "MoUs" in found.understood


def test_what_has_no_date_is_told_with_those_of_its_articles() -> None:
    found = ask("when was Oda Lind's last visit to Peru")
    assert found.status == "not-in-graph"
    assert "what tells of it appeared on 6 May 2023" in found.understood


def test_what_leaves_nothing_of_a_description_is_told() -> None:
    found = ask("who attended the signing ceremony of Fjord Institute and Dune Steel")
    assert found.status == "not-in-graph"
    assert "nothing fits “was attended by “Dune Steel” or its people”" in found.understood


def test_who_holds_an_office_is_not_called_it() -> None:
    ministers = {("Person", "Kai Moor"): {"labels": ("Kai Moor", "Minister Kai Moor")}}
    facts = {"a.txt": [Said(("Person", "Kai Moor"), "visited", LIMA)]}
    shown = answer(GraphView(graph_of(facts, labels={end: d["labels"] for end, d in ministers.items()})),
                   "which ministers visited Lima")  # fmt: skip
    assert shown.sentence == "Kai Moor visited Lima."


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("who accompanied Ilva Torv", {"Oda Lind"}),
        ("who accompanied Ilva Torv to Peru", {"Oda Lind"}),
        ("who travelled with Ilva Torv", {"Oda Lind"}),
        ("who did Oda Lind travel to Peru with", {"Ilva Torv"}),
        ("who was Oda Lind accompanied by", {"Ilva Torv"}),
        ("who went with Brant Okoro to Peru", set()),
    ],
)
def test_who_went_along_is_the_nearest_that_is_told(question: str, expected: set[str]) -> None:
    found = ask(question)
    assert {item.entity.label for item in found.answers} == expected, found.understood
    assert ("the nearest that is told" in found.understood) == bool(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Fjord Institute Dune Steel agreement", {"agreement on steel"}),
        ("Dune Steel partners", {"Fjord Institute"}),
        ("visits to Peru by Oda Lind", {"trade mission to Peru"}),
        ("which agreements did Oda Lind sign", {"MoU on tides"}),
        ("organisations represented at the signing ceremony", {"Fjord Institute", "Solaria Works"}),
        ("where did Ilva Torv go besides Lima", {"Peru"}),
        ("who attended the meeting in Lima but did not organise it", {"Ilva Torv", "Brant Okoro"}),
    ],
)
def test_fragments_and_exceptions(question: str, expected: set[str]) -> None:
    found = ask(question)
    assert {item.entity.label for item in found.answers} == expected, found.understood


def test_both_before_a_noun_is_not_passed_over() -> None:
    assert ask("who attended both meetings").status == "not-in-graph"
    assert ask("who attended both").status == "not-understood"


def test_what_two_countries_share_is_had_by_both() -> None:
    assert ask("meetings of Norway and Peru").sentence.startswith(
        "meeting in Lima was attended by Norway or its people"
    )
    found = ask("who attended the signing ceremony of Norway and Lima")
    assert found.status == "not-in-graph", found.understood


@pytest.mark.parametrize(
    "question",
    [
        "when was the last meeting between Xanthe Quill and Yorick Vole",
        "who attended the last meeting of Ilva Torv and Yorick Vole",
        "who signed the latest MoU with Quillsoft",
        "where was the latest meeting in Quilltown held",
    ],
)
def test_no_description_is_cut_short_at_a_name_that_is_not_known(question: str) -> None:
    assert ask(question).status != "answered", ask(question).sentence
