"""What the ledger says as triples: what was read, from where, and who is told of there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rdflib import RDF, URIRef
from rdflib import Literal as RdfLiteral

from kg.names import Names
from kg.store.known import in_brief
from kg.store.rdf import Triple

if TYPE_CHECKING:
    from kg.store.dataset import ArticleRecord, ReadRecord


def reading_triples(names: Names, reading: ReadRecord) -> Iterator[Triple]:
    """One reading of an article: the entry, the text, its sketch where there is one."""
    entry, term = reading.entry, names.term
    node = URIRef(names.article(entry.article))
    yield node, RDF.type, URIRef(term("Article"))
    yield node, URIRef(term("fileName")), RdfLiteral(entry.article)
    yield node, URIRef(term("sha256")), RdfLiteral(entry.sha256)
    yield node, URIRef(term("extractor")), RdfLiteral(entry.extractor)
    yield node, URIRef(term("readFrom")), RdfLiteral(entry.read_from)
    yield node, URIRef(term("text")), RdfLiteral(reading.text)
    if reading.sketch:
        yield node, URIRef(term("sketch")), RdfLiteral(reading.sketch)


def brief_triple(names: Names, article: ArticleRecord) -> Triple:
    """An article's referents in brief."""
    text = in_brief(article.extraction.referents, article.entity_of)
    return URIRef(names.article(article.source.name)), URIRef(names.term("referents")), RdfLiteral(text)
