"""Tokens read out of a parse say what spaCy's own say."""

from __future__ import annotations

import pytest

from kg.extract.extractor import load_model
from kg.extract.syntax.tokens import Tokens

TEXTS = (
    "Anna, who met Peter in Lima, signed the 3 accords and will be leaving for Suva, she said.",
    "There is a forum in Lima. There were talks, but it has had no end.",
    "The deal, worth $5 million, is signed. What did they do? They do trade.",
)
ATTRIBUTES = ("i", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "is_punct", "is_currency")


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_are_those_of_spacy(text: str) -> None:
    nlp = load_model()
    doc = nlp(text)
    tokens = Tokens(nlp).read(doc)
    for theirs, ours in zip(doc, tokens, strict=True):
        assert [getattr(ours, name) for name in ATTRIBUTES] == [getattr(theirs, name) for name in ATTRIBUTES]
        assert ours.head.i == theirs.head.i
        assert ours.left_edge.i == theirs.left_edge.i
        assert (ours.sent.start, ours.sent.end, ours.sent.root.i) == (
            theirs.sent.start,
            theirs.sent.end,
            theirs.sent.root.i,
        )
        for name in ("children", "subtree", "ancestors"):
            assert [t.i for t in getattr(ours, name)] == [t.i for t in getattr(theirs, name)]


def test_no_words_no_tokens() -> None:
    nlp = load_model()
    assert Tokens(nlp).read(nlp("")) == []
