"""Puts more rows of text in order than memory holds: what does not fit is kept on disk, and gone afterwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import groupby
from operator import itemgetter

from rdflib import RDF, RDFS, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from kg.store.rdf import Triple, as_written, nt


def scratch() -> sqlite3.Connection:
    """A database of its own that is in memory while it is small, then in a temporary file; it goes with its closing."""
    base = sqlite3.connect("", isolation_level=None)
    base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -8000;")
    return base


def in_order(rows: Iterable[Sequence[str]], columns: int) -> Iterator[tuple[str, ...]]:
    """Rows of so many texts in the order of their characters, equal ones once."""
    names = [f"c{number}" for number in range(columns)]
    with closing(scratch()) as base:
        base.execute(f"CREATE TABLE line ({', '.join(f'{name} TEXT' for name in names)})")
        base.execute("BEGIN")
        base.executemany(f"INSERT INTO line VALUES ({', '.join('?' * columns)})", rows)
        found = base.execute(f"SELECT * FROM line ORDER BY {', '.join(names)}")
        yield from (row for row, _ in groupby(found))


def texts_in_order(texts: Iterable[str]) -> Iterator[str]:
    """Texts in the order of their characters, equal ones once."""
    return map(itemgetter(0), in_order(((text,) for text in texts), 1))


def triples_in_order(triples: Iterable[Triple]) -> Iterator[Triple]:
    """Triples by subject, each with its class first, then its label, then all else by predicate and value."""
    for subject, _, predicate, _, *value in in_order(map(_row, triples), 7):
        yield URIRef(subject), URIRef(predicate), _value(*value)


def rank(triple: Triple) -> tuple[str, str, str, str]:
    """Where a triple stands in that order."""
    subject, predicate, value = triple
    place = "0" if predicate == RDF.type else "1" if predicate == RDFS.label else "2"
    return str(subject), place, str(predicate), nt(value)


def _row(triple: Triple) -> tuple[str, ...]:
    value = triple[2]
    if isinstance(value, RdfLiteral):
        return *rank(triple), str(value), value.language or "", value.datatype or ""
    return *rank(triple), str(value), "", "@id"


def _value(text: str, language: str, datatype: str) -> Node:
    if datatype == "@id":
        return URIRef(text)
    return as_written(text, language, datatype)
