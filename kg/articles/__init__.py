"""The first stage: source files in, Articles out.

    for source in find_sources([Path("articles")]):
        article = read_article(source.path, source.name)

``find_sources`` says which files are articles and what they are called; ``read_article`` decodes one, takes its
front matter, head, foot and dateline apart, and lays out its blocks. Both change nothing on the disk.
"""

from __future__ import annotations

from kg.articles.files import ENDINGS, SourceFile, find_sources
from kg.articles.reading import (
    MAX_BYTES,
    MAX_CHARACTERS,
    MAX_PARAGRAPH,
    Document,
    parse_article,
    parse_document,
    read_article,
    read_document,
)

__all__ = [
    "ENDINGS",
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "MAX_PARAGRAPH",
    "Document",
    "SourceFile",
    "find_sources",
    "parse_article",
    "parse_document",
    "read_article",
    "read_document",
]
