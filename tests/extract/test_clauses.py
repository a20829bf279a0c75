"""Who does what in a clause, whatever its construction."""

from __future__ import annotations

import pytest

from kg.extract.extractor import load_model
from kg.extract.syntax.clauses import arguments
from kg.extract.syntax.tokens import Tokens


def slots(text: str, trigger: str) -> dict[str, list[str]]:
    """The filled slots of the word ``trigger`` of a text, by the words in them."""
    nlp = load_model()
    (token,) = [t for t in Tokens(nlp).read(nlp(text)) if t.text == trigger]
    return {name: [t.text for t in tokens] for name, tokens in arguments(token).items() if tokens}


@pytest.mark.parametrize(
    ("text", "trigger", "subject", "other"),
    [
        ("Anna met Peter.", "met", "Anna", {"object": ["Peter"]}),
        ("Peter was met by Anna.", "met", "Anna", {"object": ["Peter"]}),
        ("Anna, who met Peter, left.", "met", "Anna", {"object": ["Peter"]}),
        ("Anna came and met Peter.", "met", "Anna", {"object": ["Peter"]}),
        ("Anna agreed to meet Peter.", "meet", "Anna", {"object": ["Peter"]}),
        ("Microsoft signed an agreement with Google.", "signed", "Microsoft", {"with": ["Google"]}),
        ("Microsoft works in collaboration with Google.", "works", "Microsoft", {"in-collaboration-with": ["Google"]}),
    ],
)
def test_slots(text: str, trigger: str, subject: str, other: dict[str, list[str]]) -> None:
    found = slots(text, trigger)
    assert found["subject"] == [subject]
    for name, expected in other.items():
        assert expected in (found.get(name), found.get(f"object.{name}"))


@pytest.mark.parametrize("text", ["It rained while Anna met Peter.", "Anna met Peter, and Paul left."])
def test_the_subject_of_another_clause_is_not_its(text: str) -> None:
    assert slots(text, "met")["subject"] == ["Anna"]


def test_a_noun_has_the_subject_of_its_verb_as_holder() -> None:
    found = slots("Anna held a meeting with Peter in Paris.", "meeting")
    assert (found["holder"], found["with"], found["in"]) == (["Anna"], ["Peter"], ["Paris"])
