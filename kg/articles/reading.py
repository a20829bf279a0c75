"""From one file to one Article."""

from __future__ import annotations

import hashlib
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from kg.articles.dates import parse_date
from kg.articles.decoding import decode
from kg.articles.files import SourceFile
from kg.articles.frontmatter import split_front_matter
from kg.articles.layout import read_layout
from kg.errors import ArticleError
from kg.model import Article, Block

MAX_BYTES = 20 * 1024 * 1024
"""Larger files are not opened."""
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


@dataclass(frozen=True, slots=True)
class Document:
    """An article as its source holds it, not yet looked into."""

    name: str
    raw: bytes

    @property
    def sha256(self) -> str:
        """Names the content: an article is read again where this changes."""
        return hashlib.sha256(self.raw).hexdigest()


def read_article(path: Path, name: str) -> Article:
    """Read the file at ``path`` as the article called ``name``.

    Raises ArticleError, whose message says in one line what is wrong with the file (without naming it): it cannot
    be opened, is empty, too large, not text, or holds no sentence.
    """
    return parse_document(read_document(SourceFile(name, path)))


def read_document(source: SourceFile) -> Document:
    """The bytes of a file. Raises ArticleError where it cannot be opened or is too large."""
    return Document(source.name, _read_bytes(source.path))


def parse_document(document: Document) -> Article:
    """The article that a document holds. Raises ArticleError as ``read_article`` does."""
    return parse_article(document.raw, document.name)


def parse_article(raw: bytes, name: str) -> Article:
    """The article that the bytes of a text file hold. Raises ArticleError as ``read_article`` does."""
    if not raw:
        raise ArticleError("the file is empty", _HINT_EMPTY)
    text = decode(raw)
    _check_size(text)
    fields, start = split_front_matter(text)
    blocks, clues = read_layout(text, start, fields.get("title"))
    _check_prose(text, blocks)
    return Article(
        name=name,
        text=text,
        sha256=hashlib.sha256(raw).hexdigest(),
        blocks=tuple(blocks),
        title=fields.get("title") or clues.title,
        publisher=fields.get("publisher") or clues.publisher,
        author=fields.get("author") or clues.author,
        published=parse_date(fields.get("published", "")) or clues.published,
        source=fields.get("source") or clues.source,
        dateline=fields.get("dateline") or clues.place,
    )


def _read_bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            next(path.iterdir(), None)
            raise ArticleError("a folder, not a file", "Give the files in it.")
        if not stat.S_ISREG(status.st_mode):
            raise ArticleError("not a regular file", "Copy what it holds to a file.")
        if status.st_size > MAX_BYTES:
            size = f"{status.st_size / 1024 / 1024:.0f} MB"
            raise ArticleError(f"{size}: too large for an article (limit {MAX_BYTES // 1024 // 1024} MB)", _HINT_TEXT)
        return path.read_bytes()
    except FileNotFoundError as error:
        if path.is_symlink():
            raise ArticleError("a link to a file that does not exist", "Mend or remove the link.") from error
        raise ArticleError("the file does not exist any more", "Run the command again.") from error
    except PermissionError as error:
        raise ArticleError("no permission to read it", "Change its permissions, or leave it out.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ArticleError(f"cannot be read: {reason}", "Check the file and the disk.") from error


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
