"""What the ledger says as triples: what was read, from where, and who is told of there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import astuple
from typing import TYPE_CHECKING

from kg.names import Names
from kg.store.known import in_brief
from kg.store.lines import Line, iri, line, literal
from kg.store.rdf import TYPE

if TYPE_CHECKING:
    from kg.store.dataset import ArticleRecord, ReadRecord, UnreadEntry


def reading_lines(names: Names, reading: ReadRecord) -> Iterator[Line]:
    """One reading of an article: the entry, the text, its sketch where there is one."""
    entry = reading.entry
    node = iri(names.article(entry.article))
    yield line(node, TYPE, iri(names.term("Article")))
    texts = {
        "fileName": entry.article,
        "sha256": entry.sha256,
        "extractor": entry.extractor,
        "readFrom": entry.read_from,
        "text": reading.text,
    }
    for name, text in (texts | {"sketch": reading.sketch} if reading.sketch else texts).items():
        yield line(node, iri(names.term(name)), literal(text))


def unread_line(names: Names, entry: UnreadEntry) -> Line:
    """A document that gave no article, as one text."""
    text = json.dumps(astuple(entry), ensure_ascii=False, separators=(",", ":"))
    return line(iri(names.article(entry.article)), iri(names.term("unread")), literal(text))


def brief_line(names: Names, article: ArticleRecord) -> Line:
    """An article's referents in brief."""
    text = in_brief(article.extraction.referents, article.entity_of)
    return line(iri(names.article(article.source.name)), iri(names.term("referents")), literal(text))
