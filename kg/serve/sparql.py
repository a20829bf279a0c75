"""SPARQL 1.1's protocol: what a request asks, and in which formats it takes the answer.

https://www.w3.org/TR/sparql11-protocol/ and https://www.w3.org/TR/sparql11-service-description/
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qsl

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Triple

from kg.queries import says
from kg.store.serialized import GRAPHS, GraphQuery, media_for

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
MOST_FIELDS = 100
SD = "http://www.w3.org/ns/sparql-service-description#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
FORMATS = "http://www.w3.org/ns/formats/"
NAMED_FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "RDF_XML", "JSON-LD",
)  # fmt: skip


class RefusedError(Exception):
    """A request that is not answered: the HTTP status, and why."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


def query_of(method: str, url_fields: Sequence[tuple[str, str]], media: str, body: bytes) -> GraphQuery | None:
    """The query that a request asks; None where it asks for none (GET: the service's description).

    ``url_fields`` are the names and values after the ``?``. RefusedError for everything that is no query.
    """
    fields = list(url_fields)
    if method == "POST":
        kind = media.split(";")[0].strip().casefold()
        if kind == UPDATE:
            raise RefusedError(403, "this endpoint only reads: SELECT, ASK, CONSTRUCT or DESCRIBE")
        if kind == FORM:
            fields += _form(body)
        elif kind == QUERY:
            fields.append(("query", _utf8(body)))
        else:
            raise RefusedError(415, f"a query is sent as {FORM} or as {QUERY}")
    if any(name in ("update", "using-graph-uri", "using-named-graph-uri") for name, _ in fields):
        raise RefusedError(403, "this endpoint only reads: SELECT, ASK, CONSTRUCT or DESCRIBE")
    queries = [value for name, value in fields if name == "query"]
    if not queries and method != "POST":
        return None
    if len(queries) != 1:
        raise RefusedError(400, "there must be one query")
    if says(queries[0], "SERVICE"):
        raise RefusedError(403, "this endpoint asks no other servers: leave SERVICE out")
    default = tuple(value for name, value in fields if name == "default-graph-uri")
    named = tuple(value for name, value in fields if name == "named-graph-uri")
    return GraphQuery(queries[0], default, named, own=says(queries[0], "FROM"))


def accepted(header: str | None) -> list[str]:
    """The media types of an Accept header, best first (https://www.rfc-editor.org/rfc/rfc9110#field.accept)."""
    found = []
    for number, part in enumerate((header or "").split(",")):
        media, *parameters = (piece.strip().casefold() for piece in part.split(";"))
        quality = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        try:
            weight = float(quality)
        except ValueError:
            weight = 0.0
        if media and weight > 0:
            found.append((-weight, media == "*/*", number, media))
    return [media for *_, media in sorted(found)]


def description(address: str, ranges: Sequence[str]) -> tuple[str, bytes]:
    """What the endpoint at this address can do, as RDF, and its media type."""
    service, dataset = NamedNode(address), NamedNode(f"{address}#dataset")

    def sd(name: str) -> NamedNode:
        return NamedNode(SD + name)

    kind = NamedNode(RDF_TYPE)
    triples = [
        Triple(service, kind, sd("Service")),
        Triple(service, sd("endpoint"), service),
        Triple(service, sd("supportedLanguage"), sd("SPARQL11Query")),
        Triple(service, sd("feature"), sd("UnionDefaultGraph")),
        *(Triple(service, sd("resultFormat"), NamedNode(FORMATS + name)) for name in NAMED_FORMATS),
        Triple(service, sd("defaultDataset"), dataset),
        Triple(dataset, kind, sd("Dataset")),
        Triple(dataset, NamedNode("http://purl.org/dc/terms/title"), Literal("Knowledge graph of kg", language="en")),
    ]
    media = media_for(ranges, GRAPHS)
    text = pyoxigraph.serialize(triples, format=GRAPHS[media], prefixes={"sd": SD})
    return media, bytes(text or b"")


def _form(body: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(
            _utf8(body), keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=MOST_FIELDS
        )
    except ValueError as error:
        raise RefusedError(400, "the fields of the request cannot be read") from error


def _utf8(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(400, "the request is not UTF-8") from error
