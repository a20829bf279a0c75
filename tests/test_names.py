"""IRIs are made from content, are valid, and tell different things apart."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.model import Literal, Span, Statement
from kg.names import Names, slug

NAMES = Names()
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Pakistan Software Export Board", "pakistan-software-export-board"),
        ("Consulate General of Pakistan, Guangzhou", "consulate-general-of-pakistan-guangzhou"),
        ("P@SHA", "p-at-sha"),
        ("R&D Centre", "r-and-d-centre"),
        ("São Tomé", "sao-tome"),
        ("Huawei's Cloud", "huaweis-cloud"),
    ],
)
def test_names_become_readable_pieces_of_iris(label: str, expected: str) -> None:
    assert slug(label) == expected


def test_a_name_without_words_still_has_an_iri() -> None:
    assert re.fullmatch("[0-9a-f]{8}", slug("!!!"))
    assert slug("!!!") != slug("???")


def test_entities_are_named_by_class_and_name_and_distinction() -> None:
    assert NAMES.entity("Place", "China") == "https://kg.example/id/place/china"
    assert NAMES.entity("Place", "China") != NAMES.entity("Organization", "China")
    assert NAMES.entity("Organization", "Ministry of Education", "PK").endswith("/ministry-of-education~pk")


def test_namespace_and_base_can_be_chosen() -> None:
    names = Names("https://a.example/v#", "https://a.example/e/")
    assert names.term("metWith") == "https://a.example/v#metWith"
    assert names.local("https://a.example/v#metWith") == "metWith"
    assert names.entity("Person", "Li Wei") == "https://a.example/e/person/li-wei"
    assert names.ledger_graph.startswith("https://a.example/e/")


@given(label=texts, other=texts)
def test_every_iri_is_valid(label: str, other: str) -> None:
    statement = Statement(label, "metWith", other, ())
    for iri in (
        NAMES.entity("Person", label, other),
        NAMES.article(label),
        NAMES.reference(label, other),
        NAMES.span(label, Span(1, 2)),
        NAMES.statement(label, statement),
    ):
        assert NamedNode(iri).value == iri
        assert not re.search(r'[\s<>"{}|\\^`]', iri)


@given(one=texts, other=texts)
def test_articles_and_references_never_share_an_iri(one: str, other: str) -> None:
    assert (NAMES.article(one) == NAMES.article(other)) == (one == other)
    assert (NAMES.reference("a", one) == NAMES.reference("a", other)) == (one == other)


@given(subject=texts, other=texts, predicate=st.sampled_from(["metWith", "visited"]))
def test_a_symmetric_statement_is_one_in_both_directions(subject: str, other: str, predicate: str) -> None:
    there, back = Statement(subject, predicate, other, ()), Statement(other, predicate, subject, ())
    assert NAMES.statement("a", there, symmetric=True) == NAMES.statement("a", back, symmetric=True)
    assert (NAMES.statement("a", there) == NAMES.statement("a", back)) == (subject == other)


def test_a_statement_is_named_by_what_it_says() -> None:
    said = Statement("f", "heldOn", Literal("2024", "date"), ())
    iris = {
        NAMES.statement("a", said),
        NAMES.statement("b", said),
        NAMES.statement("a", Statement("f", "heldOn", Literal("2024", "string"), ())),
        NAMES.statement("a", Statement("f", "heldOn", Literal("2024", "date"), (), "planned")),
        NAMES.statement("a", Statement("g", "heldOn", Literal("2024", "date"), ())),
    }
    assert len(iris) == 5
    assert NAMES.statement("a", Statement("f", "heldOn", Literal("2024", "date"), (), confidence=0.1)) in iris
