"""Whatever a question holds, it ends in a clear answer, soon, and its words never become syntax."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ask import answer
from kg.ask.quoting import iri, literal
from kg.store import GraphView
from tests.questions.asked import questions, view_of

PIECES = """
who what which where when how many did is was were by with in at of and or that not the an MoU signed sign attend
attended represents meet CEO forum universities Kenyan KPA Rotterdam Hanoi TU Delft 2023 } { ; # ' " \\ > < ?x . *
whose one ones latest first any may between KPA's company
"""
WORDS = st.sampled_from(PIECES.split())


@pytest.fixture(scope="module")
def view() -> GraphView:
    return view_of("harbour")


@given(st.text(max_size=200))
@settings(max_examples=100)
def test_any_text_ends_in_an_answer(text: str) -> None:
    assert answer(view_of("harbour"), text).status in ("answered", "not-in-graph", "not-understood")


@given(st.lists(WORDS, max_size=20))
@settings(max_examples=200)
def test_any_words_end_in_an_answer_whose_query_runs(words: list[str]) -> None:
    view = view_of("harbour")
    found = answer(view, " ".join(words))
    if found.sparql:
        view.store.query(found.sparql)


@pytest.mark.parametrize("kind", ["developed", "held_back"])
def test_the_query_shown_runs_as_it_stands(kind: str) -> None:
    for item in questions(kind):
        view = view_of(item["graph"])
        found = answer(view, item["q"])
        if found.sparql and found.plan and found.plan.goal == "list":
            shown = {str(row[0]) for row in view.store.rows(found.sparql)}
            assert {item.entity.id for item in found.answers} == shown


@pytest.mark.parametrize(
    "question",
    [
        "who attended " + "x" * 10_000,
        "who attended " * 700,
        "who signed an MoU with " + "Rotterdam and " * 200,
        "Rotterdam's Hanoi's KPA's meetings " * 15,
        "bodies whose representatives met " * 16,
        "first latest " * 40,
        " ".join(["who who which that KPA Rotterdam Port Hanoi forum of in"] * 7)[:590],
        'who attended "} DELETE WHERE { ?s ?p ?o } #',
        "who represents <https://kg.example/id/x> } INSERT DATA { <a> <b> <c> }",
        "who attended \x00\x1b[31m\u202e forum",
    ],
)
def test_hostile_questions_end_soon_in_a_clear_line(view: GraphView, question: str) -> None:
    before = len(view.facts())
    started = time.process_time()
    found = answer(view, question)
    assert time.process_time() - started < 1
    assert found.status in ("answered", "not-in-graph", "not-understood")
    assert len(found.understood) < 1000
    assert len(view.facts()) == before


@given(st.text())
def test_a_literal_holds_its_text_and_nothing_else(text: str) -> None:
    store = view_of("harbour").store
    safe = text.replace("\x00", "").encode("utf-8", "ignore").decode()
    rows = list(store.rows(f"SELECT ?x WHERE {{ BIND({literal(safe)} AS ?x) }}"))
    assert str(rows[0][0]) == safe


@pytest.mark.parametrize("text", ["", "a b", "x> . <y", 'a"b', "a{b}"])
def test_what_is_no_iri_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an IRI"):
        iri(text)
