"""What one worker does with one document: its bytes in, its article and what it says out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Protocol

from kg.articles import Document, parse_document
from kg.errors import ArticleError, ForeignError
from kg.model import Article, Extraction, Extractor

OUR_FAULT = "this is a fault in kg: please report it"


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's article, and what an extractor found in it: not yet held against the text. ``path`` is the file that
    it lies in."""

    path: Path | None
    article: Article
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that gave no article, why, and what to do.

    ``foreign``: nothing is wrong with it, it is in another language. ``sha256`` names the document where the same one
    will give none again; else it is empty.
    """

    name: str
    reason: str
    hint: str | None = None
    foreign: bool = False
    sha256: str = ""
    path: Path | None = None


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
        foreign = isinstance(error, ForeignError)
        # What reads pages and PDFs may be installed, or be quicker, the next time.
        sha256 = document.sha256 if foreign or document.media == "text" else ""
        return Unread(document.name, error.message, error.hint, foreign, sha256, document.path)
    try:
        with _ONE_AT_A_TIME:  # a cluster's workers may have threads, and extractors need not be made for them
            return Reading(document.path, article, extractor.extract(article))
    except Exception as error:
        return Unread(document.name, f"the extractor failed: {type(error).__name__}: {error}", OUR_FAULT)
