"""Questions that lean on the one before."""

from __future__ import annotations

import pytest

from kg.ask.conversation import Conversation
from kg.store import GraphView
from tests.questions.asked import view_of


@pytest.fixture
def view() -> GraphView:
    return view_of("harbour")


def said(talk: Conversation, question: str) -> set[str]:
    found = talk.ask(question)
    assert found.status == "answered", found.understood
    return {item.entity.label for item in found.answers}


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        ("which events were held in 2023", "and in 2022?", {"Rotterdam Port Summit"}),
        ("events in Nairobi", "and in Rotterdam", {"Rotterdam Port Summit"}),
        ("who represents KPA", "what about the University of Nairobi?", {"Peter Kamau"}),
        ("who attended the rotterdam port summit", "what do they represent", {
            "Delta Dredging BV", "Vietnam", "Ministry of Transport of Vietnam"}),
        ("who represents KPA", "which events did she attend", {"Blue Economy Forum 2023"}),
        ("where is Delta Dredging based", "who represents it", {"Pieter de Vries", "Tom Bakker"}),
        ("which events were held in Nairobi", "who spoke at them?", {"Amina Otieno"}),
    ],
)  # fmt: skip
def test_a_question_may_lean_on_the_one_before(view: GraphView, first: str, then: str, expected: set[str]) -> None:
    talk = Conversation(view)
    talk.ask(first)
    assert said(talk, then) == expected


def test_a_whole_question_stands_alone(view: GraphView) -> None:
    talk = Conversation(view)
    talk.ask("events in Nairobi")
    assert said(talk, "who represents KPA") == {"Amina Otieno"}
    assert talk.ask("colourless green ideas").status == "not-understood"
    assert said(talk, "what about the University of Nairobi") == {"Peter Kamau"}


def test_nothing_is_leant_on_where_nothing_was_asked(view: GraphView) -> None:
    assert Conversation(view).ask("who represents them").status != "answered"
    assert Conversation(view).ask("and in 2023?").status == "not-understood"


def test_a_choice_settles_what_a_name_means(view: GraphView) -> None:
    talk = Conversation(view)
    lan = next(e for e in view.entities().values() if e.label == "Nguyen Thi Lan")
    talk.choose("the minister", lan)
    assert said(talk, "which organisations did the minister visit") == {"Delta Dredging BV"}
