"""The first stage: source files in, Articles out.

    for source in find_sources([Path("articles")]):
        for document in documents(source):
            article = parse_document(document)

``find_sources`` says which files hold articles and what they are called; ``documents`` opens one and gives what is
in it, one article at a time; ``parse_document`` takes the text out of its format, its front matter, head, foot and
dateline apart, and lays out its blocks. They change nothing on the disk.
"""

from __future__ import annotations

from kg.articles.bounds import MAX_BYTES
from kg.articles.document import STANDARD_INPUT, Broken, Document, InputOptions, Kind
from kg.articles.files import SourceFile, check_paths, find_sources
from kg.articles.kinds import ENDINGS, STREAMED
from kg.articles.naming import readable
from kg.articles.opening import documents, read_document
from kg.articles.reading import (
    MAX_CHARACTERS,
    MAX_PARAGRAPH,
    parse_article,
    parse_document,
    read_article,
)

__all__ = [
    "ENDINGS",
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "MAX_PARAGRAPH",
    "STANDARD_INPUT",
    "STREAMED",
    "Broken",
    "Document",
    "InputOptions",
    "Kind",
    "SourceFile",
    "check_paths",
    "documents",
    "find_sources",
    "parse_article",
    "parse_document",
    "read_article",
    "read_document",
    "readable",
]
