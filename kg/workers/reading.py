"""What one worker does with one document: its bytes in, its article and what it says out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from kg.articles import Document, parse_document
from kg.errors import ArticleError, ForeignError
from kg.model import Article, Extraction, Extractor

OUR_FAULT = "this is a fault in kg: please report it"


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's article, and what an extractor found in it: not yet held against the text."""

    document: Document
    article: Article
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that gave no article, why, and what to do."""

    name: str
    reason: str
    hint: str | None = None
    foreign: bool = False
    """Nothing is wrong with it: it is in another language."""


Outcome = Reading | Unread

_ONE_AT_A_TIME = Lock()


class Workers(Protocol):
    """Whoever reads documents."""

    def read(self, extractor: Extractor, documents: Iterable[Document]) -> Iterator[Outcome]:
        """The outcome of each document, in their order; takes documents only a few ahead of the outcomes."""


def read(extractor: Extractor, document: Document) -> Outcome:
    """Read one document. Whatever goes wrong is told in the outcome: one article must not end a build."""
    try:
        article = parse_document(document)
    except ArticleError as error:
        return Unread(document.name, error.message, error.hint, isinstance(error, ForeignError))
    try:
        with _ONE_AT_A_TIME:  # a cluster's workers may have threads, and extractors need not be made for them
            return Reading(document, article, extractor.extract(article))
    except Exception as error:
        return Unread(document.name, f"the extractor failed: {type(error).__name__}: {error}", OUR_FAULT)
