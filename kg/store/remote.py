"""A store behind a SPARQL 1.1 server: the same queries and updates, over HTTP."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from io import BytesIO
from itertools import groupby, islice
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import (
    HTTPBasicAuthHandler,
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithPriorAuth,
    OpenerDirector,
    Request,
    build_opener,
)

from rdflib import BNode, Dataset, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLUpdateStore
from rdflib.query import Result
from rdflib.term import Node

from kg.errors import QueryError, StoreBusyError, StoreError
from kg.store.engine import MOST_TRIPLES, Added, insertions
from kg.store.rdf import as_written, nt
from kg.store.serialized import GRAPHS, TABLES, Bounded, GraphQuery, media_for

PATIENCE = 300
"""Seconds to wait for an answer."""
TRIES = 6
"""How often a request is sent that the server, or the way to it, was too busy for; the wait doubles each time."""
FIRST_WAIT = 0.5
BUSY = {429, 502, 503, 504}
VIRTUOSO_TRUTH = "__ASK_RETVAL"
"""The variable in which some releases of Virtuoso give the answer of an ASK query, instead of a truth value."""
JSON = "application/sparql-results+json"
ANY = f"{JSON}, application/sparql-results+xml;q=0.9, text/turtle;q=0.8, application/n-triples;q=0.8, */*;q=0.1"


class Service(SPARQLUpdateStore):
    """rdflib's store for SPARQL servers, with requests that are tried again and errors that say what to do.

    Updates may be sent twice without harm: all that kg sends says what shall be there and what not.
    """

    def __init__(self, url: str, user: str | None, password: str | None) -> None:
        """``url`` is the folder of ``query`` and ``update`` where it ends in a slash, else the address for both."""
        query, update = (f"{url}query", f"{url}update") if url.endswith("/") else (url, url)
        super().__init__(query, update, sparql11=True, context_aware=True)
        self.url, self._query_url, self._update_url = url, query, update
        self._user, self._password = user, password

    @cached_property
    def _opener(self) -> OpenerDirector:
        passwords = HTTPPasswordMgrWithPriorAuth()
        if self._user is not None:
            passwords.add_password(None, self.url, self._user, self._password or "", is_authenticated=True)
        return build_opener(HTTPBasicAuthHandler(passwords), HTTPDigestAuthHandler(passwords))

    def _query(self, query: str, *_: object, **__: object) -> Result:
        """What rdflib's query methods end in."""
        body, media = self.sent(query, ANY)
        return Result.parse(BytesIO(body), content_type=media.split(";")[0])

    def _update(self, update: str) -> None:
        """What rdflib's update methods end in."""
        # Oxigraph asks for the second field where queries within an update are to see all graphs as one.
        self._post(self._update_url, {"update": update, "using-union-graph": ""}, "*/*")

    def sent(
        self,
        query: str,
        accept: str,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        *,
        union: bool = True,
    ) -> tuple[bytes, str]:
        """The server's answer to a query, and its media type. QueryError where it cannot be parsed."""
        graphs = {"default-graph-uri": default_graphs, "named-graph-uri": named_graphs}
        fields: dict[str, str | Sequence[str]] = {"query": query, **graphs}
        if union:
            fields["union-default-graph"] = ""
        return self._post(self._query_url, fields, accept)

    def _post(self, url: str, fields: Mapping[str, str | Sequence[str]], accept: str) -> tuple[bytes, str]:
        request = Request(url, urlencode(fields, doseq=True).encode(), {"Accept": accept})
        for wait in (*(FIRST_WAIT * 2**turn for turn in range(TRIES - 1)), None):
            try:
                return self._answer(request)
            except HTTPError as error:
                if wait is None or error.code not in BUSY:
                    raise _fault(self.url, error, "query" in fields) from error
            except (URLError, OSError) as error:
                if wait is None:
                    told = f"no server answers at {self.url}: {getattr(error, 'reason', error)}"
                    raise StoreError(told, "start it, or mend the address") from error
            time.sleep(wait)
        raise AssertionError("the last try returns or raises")

    def _answer(self, request: Request) -> tuple[bytes, str]:
        with self._opener.open(request, timeout=PATIENCE) as answer:
            if answer.headers.get("X-SPARQL-MaxRows"):
                raise StoreError(
                    f"{self.url} cuts its answers off at {answer.headers['X-SPARQL-MaxRows']} rows",
                    "raise ResultSetMaxRows in its configuration",
                )
            return answer.read(), answer.headers.get("Content-Type", "")


class Remote:
    """An engine behind a SPARQL 1.1 server. One update is one request, which servers carry out whole or not at all.

    Nobody keeps a second writer out: that is the server's business, or its users'.
    """

    def __init__(self, url: str, user: str | None = None, password: str | None = None) -> None:
        self.folder: Path | None = None
        self._service = Service(url, user, password)

    @cached_property
    def dataset(self) -> Dataset:
        """See ``Engine``."""
        return Dataset(store=self._service, default_union=True)

    def query(self, sparql: str) -> Result:
        """See ``Engine``."""
        return self.dataset.query(sparql, initNs={})

    def rows(self, sparql: str) -> Iterator[tuple[Node | None, ...]]:
        """See ``Engine``."""
        answer = self._json(sparql)
        if "results" not in answer:
            raise QueryError("only a SELECT query gives rows")
        for solution in answer["results"]["bindings"]:
            yield tuple(_node(solution.get(name)) for name in answer["head"]["vars"])

    def ask(self, sparql: str) -> bool:
        """See ``Engine``."""
        answer = self._json(sparql)
        if "boolean" not in answer:
            raise QueryError("only an ASK query gives a truth value")
        return bool(answer["boolean"])

    def write(self, query: GraphQuery, ranges: Sequence[str], prefixes: Mapping[str, str], file: Bounded) -> str:
        """See ``Engine``."""
        known = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in prefixes.items())
        wanted = ", ".join(ranges or (*TABLES, *GRAPHS))
        body, media = self._service.sent(
            known + query.text,
            wanted,
            query.default_graphs,
            query.named_graphs,
            union=not query.chosen and not query.own,
        )
        kind = media.split(";")[0].strip()
        file.write(body)
        return media_for(ranges, [kind])

    def update(self, operations: Sequence[str], added: Added = MappingProxyType({})) -> None:
        """See ``Engine``."""
        self._service._update(";\n".join([*operations, *insertions(added)]))

    def lines(self, graph: str) -> Iterator[str]:
        """See ``Engine``."""
        for row in self.rows(f"SELECT ?s ?p ?o WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"):
            yield f"{' '.join(nt(term) for term in row if term is not None)} .\n"

    def load(self, quads: BinaryIO) -> None:
        """See ``Engine``."""
        lines = (line.decode() for line in quads if not line.startswith(b"#"))
        for graph, same in groupby(lines, key=lambda line: line[line.rindex(" <") + 1 : -3]):
            while part := [line[: line.rindex(" <")] for line in islice(same, MOST_TRIPLES)]:
                self.update([], {graph[1:-1]: part})

    def close(self) -> None:
        """See ``Engine``: there is nothing to let go of."""

    def _json(self, sparql: str) -> Any:
        body, _ = self._service.sent(sparql, JSON)
        try:
            answer = json.loads(body)
        except ValueError as error:
            raise StoreError(
                f"what answers at {self._service.url} is no SPARQL server", "give the address of its SPARQL service"
            ) from error
        if answer["head"].get("vars") == [VIRTUOSO_TRUTH]:
            told = answer["results"]["bindings"]
            return {"head": {}, "boolean": bool(told) and told[0][VIRTUOSO_TRUTH]["value"] == "1"}
        return answer


def _fault(url: str, error: HTTPError, query: bool) -> Exception:
    told = " ".join(error.read(2000).decode(errors="replace").split())[:300] or error.reason
    if error.code in (401, 403):
        return StoreError(f"{url} does not let you in: {told}", "set KG_STORE_USER and KG_STORE_PASSWORD")
    if error.code in BUSY:
        return StoreBusyError(f"{url} is too busy: {told}", "wait a while, then try again")
    if error.code in (404, 405):
        return StoreError(f"there is no SPARQL service at {url}: {told}", "give the address that its manual names")
    if query and error.code == 400:
        return QueryError(f"not a query that can be run: {told}", "see https://www.w3.org/TR/sparql11-query/")
    return StoreError(f"{url} could not do it ({error.code}): {told}", "see what the server's own log says")


def _node(term: dict[str, str] | None) -> Node | None:
    """A term as SPARQL's JSON has it (https://www.w3.org/TR/sparql11-results-json/), its value as written."""
    if term is None:
        return None
    if term["type"] == "uri":
        return str.__new__(URIRef, term["value"])
    if term["type"] == "bnode":
        return BNode(term["value"])
    return as_written(term["value"], term.get("xml:lang"), term.get("datatype"))
