"""The result of a query as text, in the first format that the one who asks can read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, BinaryIO, cast

import pyoxigraph
from pyoxigraph import QueryResultsFormat, RdfFormat

TABLES = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
"""What SELECT and ASK can be given in; the first where anything is accepted."""
GRAPHS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
}
"""What CONSTRUCT and DESCRIBE can be given in."""


class UnacceptableError(Exception):
    """None of the formats that are accepted can hold a result of this form."""


class TooLargeError(Exception):
    """A result is larger than it may be."""


@dataclass(frozen=True, slots=True)
class GraphQuery:
    """A query as SPARQL's protocol has it: its text, and the graphs that it is asked of.

    Without any these are all graphs as one, unless the query names its ``own`` (FROM).
    """

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    own: bool = False

    @property
    def chosen(self) -> bool:
        """Whether the request says of which graphs it is asked; that goes before what the query says."""
        return bool(self.default_graphs or self.named_graphs)


class Bounded:
    """A file that takes so many bytes; TooLargeError beyond."""

    def __init__(self, file: BinaryIO, most: int) -> None:
        self._file = file
        self._left = most

    def write(self, piece: bytes) -> int:
        """As a file's."""
        self._left -= len(piece)
        if self._left < 0:
            raise TooLargeError
        return self._file.write(piece)

    def flush(self) -> None:
        """As a file's."""
        self._file.flush()


def media_for(ranges: Sequence[str], known: Iterable[str]) -> str:
    """The media type for one who accepts ``ranges``, best first (none: anything). UnacceptableError where none fits."""
    types = tuple(known)
    for wanted in ranges or ("*/*",):
        for media in types:
            if wanted in ("*/*", media, f"{media.split('/')[0]}/*"):
                return media
    raise UnacceptableError(f"this can be had as {', '.join(types)}")


def write_result(result: object, ranges: Sequence[str], prefixes: Mapping[str, str], file: Bounded) -> str:
    """Write what Oxigraph answered, and tell its media type."""
    if isinstance(result, pyoxigraph.QueryTriples):
        media = media_for(ranges, GRAPHS)
        pyoxigraph.serialize(result, cast("IO[bytes]", file), GRAPHS[media], prefixes=dict(prefixes))
    else:
        media = media_for(ranges, TABLES)
        result.serialize(file, TABLES[media])  # type: ignore[attr-defined]
    return media
