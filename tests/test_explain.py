"""Explanations of statements."""

from __future__ import annotations

import pytest

from kg.errors import NotFoundError, UsageError
from kg.explain import End, explain, find_statement, slots_told
from kg.extract.frames import Frame
from kg.model import Literal
from kg.store import GraphStore, GraphView
from tests.graphs import Said, graph_of

ACME, BOLT = ("Organization", "Acme Corp"), ("Organization", "Bolt Ltd")
FORUM = ("Event", "Lusaka Forum")
FRAME = Frame(
    id="test",
    relation="cooperatesWith",
    verbs=frozenset(("partner", "meet")),
    pair=(("subject",), ("with",)),
    confidence=0.95,
)


@pytest.fixture
def view() -> GraphView:
    said = [
        Said(ACME, "cooperatesWith", BOLT, sentence="Acme Corp partnered with Bolt Ltd."),
        Said(ACME, "visited", ("Place", "Lusaka"), modality="planned", sentence="Acme Corp will visit Lusaka."),
        Said(FORUM, "heldOn", "2024-05-01"),
    ]
    store: GraphStore = graph_of({"a.txt": said, "b.txt": said[:1]}, labels={ACME: ["Acme"]})
    return GraphView(store)


def fact_of(view: GraphView, predicate: str) -> str:
    return next(fact.id for fact in view.facts(article="a.txt") if fact.predicate == predicate)


def test_a_statement_of_a_frame(view: GraphView) -> None:
    found = explain(view, find_statement(view, fact_of(view, "cooperatesWith")), [FRAME])
    assert (found.rule, found.frame, found.words) == ("test", FRAME, ("partnered",))
    assert found.reads == "Relates the subject (who does it, or whose it is), with what stands behind “with”."
    assert isinstance(found.object, End)
    assert (found.subject.role, found.object.role) == (slots_told(["subject"]), slots_told(["subject", "with"]))
    assert [(p.text, p.form, p.in_evidence) for p in found.subject.pointers] == [("Acme Corp", "name", True)]
    assert found.subject.entity.labels == ("Acme Corp", "Acme")
    assert found.subject.articles == ("a.txt", "b.txt")
    assert found.modality == "nothing makes it planned, denied or supposed"
    assert found.confidence == "the frame's own is 0.95; less for what had to be inferred"


def test_a_planned_one_of_a_frame_that_is_not_known(view: GraphView) -> None:
    found = explain(view, find_statement(view, fact_of(view, "visited")), [])
    assert found.frame is None
    assert "--frames" in found.reads
    assert found.modality.endswith("“will”")
    assert [(p.text, p.in_evidence) for p in found.subject.pointers] == [("Acme Corp", False)]


def test_a_value(view: GraphView) -> None:
    found = explain(view, find_statement(view, fact_of(view, "heldOn")), [])
    assert found.object == Literal("2024-05-01", "date")


def test_statements_are_found_by_iri_number_and_its_beginning(view: GraphView) -> None:
    iri = fact_of(view, "visited")
    number = iri.rsplit("/", 1)[-1]
    for name in (iri, number, number[:10], f"statement/{number}"):
        assert find_statement(view, name).id == iri
    with pytest.raises(NotFoundError, match="has no statement"):
        find_statement(view, "0" * 20)
    with pytest.raises(UsageError, match="is no statement"):
        find_statement(view, 'x"} DROP')


def test_slots_in_plain_words() -> None:
    assert slots_told(["with", "in-collaboration-with"]) == "what stands behind “with”, “in collaboration with”"
    assert slots_told(["object.of"]) == "what stands behind the object and “of”"
