"""Reads texts for tests: as articles of plain paragraphs, as names, as what is said of labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from kg.articles import parse_article
from kg.extract.extractor import common_words, load_model, recogniser
from kg.extract.naming.mentions import Name
from kg.extract.naming.names import NameFinder
from kg.extract.naming.offices import Office, find_offices
from kg.extract.text.lexicon import load_lexicon
from kg.extract.text.words import Word, words_of
from kg.gazetteer import load_gazetteer
from kg.model import Article, Block, Extraction, Extractor, Literal, Referent, Span

Said = tuple[str, str, str]
PUBLISHED = date(2024, 5, 15)
"""A Wednesday."""
BETWEEN = "\n\n"


def article(*paragraphs: str, published: date | None = PUBLISHED, name: str = "a.txt") -> Article:
    """An article of paragraphs alone: a test's sentence must not be taken for a title."""
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(start, start + len(paragraph)), "paragraph"))
        start += len(paragraph) + len(BETWEEN)
    return Article(name, BETWEEN.join(paragraphs), "", tuple(blocks), published=published)


def laid_out(text: str, published: date | None = PUBLISHED) -> Article:
    """An article as a file would give it, with headings and items."""
    return replace(parse_article(text.encode(), "a.txt"), published=published)


def said(extractor: Extractor, *paragraphs: str, modality: str = "asserted") -> set[Said]:
    """What the paragraphs say in that modality, by the labels of the things; the agreements' own nodes left out."""
    return {triple for triple, how in told(extractor.extract(article(*paragraphs))) if how == modality}


def told(extraction: Extraction) -> Iterator[tuple[Said, str]]:
    """What was found, with its modality."""
    labels = {referent.key: referent.label for referent in extraction.referents}
    for statement in extraction.statements:
        if statement.predicate in ("party", "signatory", "subjectMatter"):
            continue
        end = statement.object
        shown = end.value if isinstance(end, Literal) else labels[end]
        yield (labels[statement.subject], statement.predicate, shown), statement.modality


def ends(facts: set[Said], relation: str) -> set[tuple[str, str]]:
    """The pairs that stand in a relation."""
    return {(subject, end) for subject, predicate, end in facts if predicate == relation}


def pairs(facts: set[Said], relation: str) -> set[frozenset[str]]:
    """The pairs that stand in a symmetric relation, in no order."""
    return {frozenset(pair) for pair in ends(facts, relation)}


def referent(extraction: Extraction, label: str) -> Referent:
    """The one thing of that label."""
    (found,) = [r for r in extraction.referents if r.label == label]
    return found


def words(text: str) -> list[Word]:
    """The words of a text."""
    return words_of(load_model().make_doc(text))


def texts(text: str) -> list[str]:
    """The words of a text, as they are written."""
    return [word.text for word in words(text)]


def offices(text: str) -> list[Office]:
    """The offices in a text."""
    return find_offices(words(text), load_lexicon())


def names(*paragraphs: str) -> list[Name]:
    """The names in paragraphs, countries' adjectives among them."""
    nlp, given = load_model(), article(*paragraphs)
    docs = [nlp.make_doc(paragraph) for paragraph in paragraphs]
    return [name for block in _finder().read(given.blocks, docs) for name in block.names]


def kinds(*paragraphs: str) -> dict[str, str]:
    """The kind of each name in paragraphs."""
    return {name.text: name.kind for name in names(*paragraphs)}


@cache
def _finder() -> NameFinder:
    lexicon, nlp = load_lexicon(), load_model()
    return NameFinder(lexicon, load_gazetteer(), common_words(nlp) | lexicon.function, recogniser(nlp))
