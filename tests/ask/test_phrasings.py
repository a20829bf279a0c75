"""Turns of phrase: each asked of a small graph, with all that must be answered."""

from __future__ import annotations

import pytest

from kg.ask import answer
from kg.ask.answer import Answer
from kg.ask.text import split_words
from kg.ask.times import time_at
from kg.store import GraphView
from tests.graphs import Said, graph_of
from tests.questions.asked import view_of


def ask(graph: str, question: str) -> Answer:
    return answer(view_of(graph), question)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Tom Bakker's organisation", {"Delta Dredging BV"}),
        ("what is Grace Wanjiku's embassy", {"Embassy of Kenya in The Hague"}),
        ("who spoke at KPA's events", {"Amina Otieno"}),
        ("organisations whose representatives met Nguyen Thi Lan", {"Delta Dredging BV"}),
        ("who met whom in Hanoi", {"Pieter de Vries", "Nguyen Thi Lan"}),
        ("who spoke in Nairobi", {"Amina Otieno"}),
        ("where did Amina Otieno speak", {"Nairobi"}),
        ("events between May and November 2023", {"Blue Economy Forum 2023"}),
        ("meetings in 2024", {"meeting of Pieter de Vries and Nguyen Thi Lan, 2024-03-05"}),
        ("which Kenyan bodies signed MoUs with Dutch ones", {"Kenya Ports Authority", "University of Nairobi"}),
        ("who represented Kenya at the forum", {"Grace Wanjiku"}),
        ("ambassador in The Hague", {"Grace Wanjiku"}),
        ("who attended the last meeting", {"Pieter de Vries", "Nguyen Thi Lan"}),
        ("which companies not from Kenya attended the forum", {"Delta Dredging BV"}),
    ],
)
def test_what_is_asked_in_other_words(question: str, expected: set[str]) -> None:
    found = ask("harbour", question)
    assert {item.entity.label for item in found.answers} == expected, found.understood


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("who attended the 2023 summit but not the 2021 one", {"University of Chile", "Youssef Alami"}),
        ("which organisations organised the first event in Morocco", {
            "National Institute of Agronomic Research", "Rif Foundation"}),
        ("where was the most recent summit", {"Santiago"}),
    ],
)  # fmt: skip
def test_one_thing_among_several_of_its_kind(question: str, expected: set[str]) -> None:
    found = ask("orchard", question)
    assert {item.entity.label for item in found.answers} == expected, found.understood


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("did KPA or UoN sign with TU Delft", True),
        ("did KPA and UoN sign with TU Delft", False),
        ("did KPA and UoN sign with Rotterdam Port Authority", True),
        ("did any Dutch company attend the forum", True),
        ("has anyone from Vietnam attended the forum", False),
        ("is an MoU planned between Kenya and Vietnam", True),
        ("when did Amina Otieno speak", "2023-11-14"),
        ("how many times did Pieter de Vries meet Nguyen Thi Lan", 1),
    ],
)
def test_values(question: str, value: object) -> None:
    found = ask("harbour", question)
    assert found.value == value, found.understood


def test_a_body_named_after_a_city_belongs_to_its_country() -> None:
    oslo, club, mission = (
        ("Place", "Oslo"),
        ("Organization", "Oslo Chess Club"),
        ("Organization", "Oslo Embassy of Peru"),
    )
    said = [Said(club, "cooperatesWith", mission), Said(("Person", "Oslo Jensen"), "represents", mission)]
    norway = ("Place", "Norway")
    told = {"a.txt": [*said, Said(oslo, "locatedIn", norway)]}
    described = {oslo: {"country": "NO"}, norway: {"country": "NO"}}
    found = answer(GraphView(graph_of(told, described=described)), "which Norwegian organisations are there")
    assert [item.entity.label for item in found.answers] == ["Oslo Chess Club"]


def test_an_order_that_nothing_dates_is_not_passed_over() -> None:
    assert ask("harbour", "who signed the first agreement").status == "not-in-graph"


def test_a_name_may_begin_with_an_order() -> None:
    found = ask("gazette", "who represents those who attended the first meeting of the Intergovernmental Commission")
    assert "Green" not in found.understood
    assert ask("gazette", "where was the first meeting of the Intergovernmental Commission").answers


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("who spoke in Nairobi", "Amina Otieno spoke at an event that is in Nairobi."),
        ("who met whom in Hanoi", "Nguyen Thi Lan and Pieter de Vries met someone in Hanoi."),
        ("how many people spoke at the forum", "1 person spoke at Blue Economy Forum 2023."),
        ("has anyone visited Hanoi", "Yes: there are people that visited Hanoi."),
        (
            "who attended the summit but not the forum",
            "Nguyen Thi Lan and Tom Bakker attended Rotterdam Port Summit and are not among those that attended "
            "Blue Economy Forum 2023.",
        ),
    ],
)
def test_the_answer_as_a_sentence(question: str, sentence: str) -> None:
    assert ask("harbour", question).sentence == sentence


@pytest.mark.parametrize(
    ("said", "since", "until"),
    [
        ("between january and march 2024", "2024-01", "2024-04"),
        ("from may to june 2020", "2020-05", "2020-07"),
        ("between 2019 and 2021", "2019", "2022"),
    ],
)
def test_two_months_share_their_year(said: str, since: str, until: str) -> None:
    words = split_words(said)
    found = time_at(words, 1, len(words), words[0].text)
    assert found is not None
    assert (found[1].since, found[1].until) == (since, until)
