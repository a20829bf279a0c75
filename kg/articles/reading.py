"""From one document to one Article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from kg.articles.dates import parse_date
from kg.articles.decoding import decode
from kg.articles.document import Document
from kg.articles.files import SourceFile
from kg.articles.formats.apart import extract
from kg.articles.formats.extracted import with_title
from kg.articles.frontmatter import split_front_matter
from kg.articles.language import foreign_language
from kg.articles.layout import read_layout
from kg.articles.opening import read_document
from kg.errors import ArticleError, ForeignError
from kg.model import Article, Block

MAX_CHARACTERS = 1_000_000
"""Longer texts are not articles; a language model is not to be fed more at once."""
MAX_PARAGRAPH = 100_000
"""A longer line or paragraph is data, not prose."""
MAX_LINES = 20_000
"""A file with more lines is a table or a log."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_MIN_WORDS = 3
_MIN_LETTERS = 0.5
_HINT_TEXT = "Leave it out, or split it into articles."
_HINT_EMPTY = "Leave it out, or fetch the article again."


def read_article(path: Path, name: str) -> Article:
    """Read the file at ``path`` as the article called ``name``.

    Raises ArticleError, whose message says in one line what is wrong with the file (without naming it): it cannot
    be opened, is empty, too large, not text, holds no sentence or several articles; ForeignError where it is not in
    English.
    """
    return parse_document(read_document(SourceFile(name, path)))


def parse_document(document: Document) -> Article:
    """The article that a document holds. Raises ArticleError as ``read_article`` does."""
    told = dict(document.told)
    if not document.raw:
        raise ArticleError("the file is empty", _HINT_EMPTY)
    if document.media == "text":
        text, fields = decode(document.raw), told
    else:
        found = extract(document.media, document.raw, told)
        text, fields = found.text, {**found.fields, **told}
    return _article(with_title(told.get("title"), text), document, fields, in_english=True)


def parse_article(raw: bytes, name: str) -> Article:
    """The article that the bytes of a text file hold, in whatever language. Raises ArticleError as ``read_article``."""
    if not raw:
        raise ArticleError("the file is empty", _HINT_EMPTY)
    return _article(decode(raw), Document(name, raw), {})


def _article(text: str, document: Document, told: Mapping[str, str], *, in_english: bool = False) -> Article:
    _check_size(text)
    front, start = split_front_matter(text)
    fields = {**front, **told}
    blocks, clues = read_layout(text, start, fields.get("title"))
    if in_english:
        _check_language(text, blocks)
    _check_prose(text, blocks)
    return Article(
        name=document.name,
        text=text,
        sha256=document.sha256,
        blocks=tuple(blocks),
        title=fields.get("title") or clues.title,
        publisher=fields.get("publisher") or clues.publisher,
        author=fields.get("author") or clues.author,
        published=parse_date(fields.get("published", "")) or clues.published or parse_date(fields.get("crawled", "")),
        source=fields.get("source") or clues.source,
        dateline=fields.get("dateline") or clues.place,
    )


def _check_size(text: str) -> None:
    if not text.strip("\ufeff \t\n\r\f\v\xa0\u200b"):
        raise ArticleError("nothing but blank space in it", _HINT_EMPTY)
    lines = text.split("\n")
    longest = max(map(len, lines))
    if longest > MAX_PARAGRAPH:
        raise ArticleError(f"one line of {longest:,} characters: not an article (limit {MAX_PARAGRAPH:,})", _HINT_TEXT)
    if sum(1 for line in lines if line.strip()) > MAX_LINES:
        raise ArticleError(f"{len(lines):,} lines: not an article (limit {MAX_LINES:,})", _HINT_TEXT)
    if len(text) > MAX_CHARACTERS:
        raise ArticleError(f"{len(text):,} characters: too long for an article (limit {MAX_CHARACTERS:,})", _HINT_TEXT)


def _check_language(text: str, blocks: list[Block]) -> None:
    foreign = foreign_language(" ".join(block.span.of(text) for block in blocks))
    if foreign:
        raise ForeignError(f"in {foreign}, and kg reads English", "Leave it out, or have it translated.")


def _check_prose(text: str, blocks: list[Block]) -> None:
    longest = max((block.span.end - block.span.start for block in blocks), default=0)
    if longest > MAX_PARAGRAPH:
        raise ArticleError(f"one paragraph of {longest:,} characters: not an article", _HINT_TEXT)
    for block in blocks:
        words = _WORD.findall(block.span.of(text))
        solid = sum(1 for char in block.span.of(text) if not char.isspace())
        if len(words) >= _MIN_WORDS and sum(map(len, words)) >= _MIN_LETTERS * solid:
            return
    raise ArticleError("no sentence in it: not an article", "Leave it out, or check what the file holds.")
