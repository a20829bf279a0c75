"""The SPARQL endpoint as clients meet it, and as those meet it who mean no good."""

from __future__ import annotations

import csv
import http.client
import io
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import Request, urlopen

import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

from kg.store import open_store
from tests.graphs import Said, graph_of
from tests.serve.running import serving

pytestmark = pytest.mark.xdist_group("serve")

WHO = "SELECT ?name WHERE { ?who kg:attended ?what ; rdfs:label ?name }"
ANA = '"Ana Rojas"'


def ask(server: str, query: str, accept: str = "application/sparql-results+json") -> tuple[int, str, bytes]:
    """Status, media type and body for a query by GET."""
    return fetched(Request(f"{server}/sparql?{urlencode({'query': query})}", headers={"Accept": accept}))


def fetched(request: Request) -> tuple[int, str, bytes]:
    try:
        with urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read()
    except HTTPError as error:
        return error.code, error.headers.get_content_type(), error.read()


def names(body: bytes) -> list[str]:
    return [row["name"]["value"] for row in json.loads(body)["results"]["bindings"]]


def test_a_query_comes_by_get_and_by_post_both_ways(server: str) -> None:
    form = Request(f"{server}/sparql", urlencode({"query": WHO}).encode())
    plain = Request(f"{server}/sparql", WHO.encode(), {"Content-Type": "application/sparql-query; charset=utf-8"})
    for status, media, body in (ask(server, WHO), fetched(form), fetched(plain)):
        assert (status, media, names(body)) == (200, "application/sparql-results+json", ["Ana Rojas"])


@pytest.mark.parametrize(
    ("accept", "media", "holds"),
    [
        ("application/sparql-results+json", "application/sparql-results+json", ANA),
        ("application/sparql-results+xml", "application/sparql-results+xml", "<literal>Ana Rojas</literal>"),
        ("text/csv", "text/csv", "name\r\nAna Rojas\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values", f"?name\n{ANA}\n"),
        ("text/*;q=0.3, application/xml;q=0.9", "text/csv", "Ana Rojas"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.8", "application/sparql-results+xml", "Ana Rojas"),
        ("*/*", "application/sparql-results+json", ANA),
    ],
)
def test_the_format_is_the_one_asked_for(server: str, accept: str, media: str, holds: str) -> None:
    status, given, body = ask(server, WHO, accept)
    assert (status, given) == (200, media)
    assert holds in body.decode()


@pytest.mark.parametrize(
    "media", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]
)
def test_graphs_come_in_every_format_of_rdf(server: str, media: str) -> None:
    status, given, body = ask(server, "CONSTRUCT { ?a kg:attended ?b } WHERE { ?a kg:attended ?b }", media)
    assert (status, given) == (200, media)
    assert len(Graph().parse(data=body, format=media)) == 1


def test_what_cannot_be_given_as_asked_is_said(server: str) -> None:
    assert ask(server, WHO, "image/png")[0] == 406
    status, _, body = ask(server, "SELECT ?a WHERE { ?a kg:attended }")
    assert status == 400
    assert json.loads(body)["error"].startswith("line 1, column")
    assert fetched(Request(f"{server}/sparql", b"query=x", {"Content-Type": "text/plain"}))[0] == 415
    assert fetched(Request(f"{server}/sparql", b"nothing=x"))[0] == 400
    assert fetched(Request(f"{server}/sparql", b"query=%FF%FE"))[0] == 400
    assert fetched(Request(f"{server}/sparql", method="DELETE"))[0] == 405


def test_the_service_describes_itself(server: str) -> None:
    _, media, body = fetched(Request(f"{server}/sparql", headers={"Accept": "text/turtle"}))
    told = Graph().parse(data=body, format=media)
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert (URIRef(f"{server}/sparql"), URIRef(f"{sd}endpoint"), URIRef(f"{server}/sparql")) in told
    assert len(list(told.objects(predicate=URIRef(f"{sd}resultFormat")))) == 8


def test_a_dataset_may_be_named(server: str, store_folder: Path) -> None:
    with open_store(store_folder) as store:
        graph = store.names.article("two.txt")
    query = "SELECT ?name WHERE { ?who kg:attended ?what . GRAPH ?g { ?who rdfs:label ?name } }"
    everywhere = names(ask(server, query)[2])
    there = fetched(Request(f"{server}/sparql?{urlencode({'query': query, 'default-graph-uri': graph})}"))
    assert (everywhere, there[0], names(there[2])) == (["Ana Rojas"], 200, [])


def test_sparqlwrapper_reads_it(server: str) -> None:
    client = SPARQLWrapper(f"{server}/sparql")
    client.setQuery(WHO)
    for form, told in ((JSON, "Ana Rojas"), (XML, "Ana Rojas"), (CSV, "Ana Rojas"), (TSV, "Ana Rojas")):
        client.setReturnFormat(form)
        found: Any = client.queryAndConvert()
        text = found if isinstance(found, bytes) else (found.toxml() if form == XML else json.dumps(found)).encode()
        assert told in text.decode()
    client.setQuery("CONSTRUCT { ?a kg:attended ?b } WHERE { ?a kg:attended ?b }")
    client.setMethod(POST)
    for form in (TURTLE, RDFXML):
        client.setReturnFormat(form)
        assert b"attended" in bytes(client.query().response.read())


def test_rdflib_reads_it(server: str) -> None:
    graph = Graph(SPARQLStore(f"{server}/sparql"))
    label = URIRef("http://www.w3.org/2000/01/rdf-schema#label")
    assert {str(name) for name in graph.objects(predicate=label)} >= {"Ana Rojas", "Andes Forum"}
    assert bool(graph.query("ASK { ?a <https://kg.example/ns#attended> ?b }").askAnswer)
    table = graph.query("SELECT ?s WHERE { ?s a ?c } LIMIT 3").serialize(format="csv")
    assert table is not None
    assert len(list(csv.reader(io.StringIO(table.decode())))) == 4


@contextmanager
def listener() -> Iterator[tuple[int, list[bytes]]]:
    """A port of this machine, and what comes in there."""
    came: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as sock:
        sock.settimeout(0.2)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, _ = sock.accept()
                except TimeoutError:
                    continue
                came.append(connection.recv(100))
                connection.close()

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield sock.getsockname()[1], came
        finally:
            done.set()
            thread.join()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <{url}> { ?s ?p ?o } }",
        "SELECT * { service silent <{url}> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <{url}> { ?s ?p ?o } }",
        "SELECT * { #'\nSERVICE <{url}> { ?s ?p ?o } }#'",
        "SELECT * { ?a kg:x\\' ?b . SERVICE <{url}> { ?s ?p ?o } ?c kg:x\\' ?d }",
        "SELECT * { BIND('\\\\' AS ?x) SERVICE <{url}> { ?s ?p ?o } BIND('' AS ?y) }",
        "SELECT * { FILTER(1<2)SERVICE<{url}>{ ?s ?p ?o } }",
        "SELECT * { VALUES ?u { <{url}> } SERVICE ?u { ?s ?p ?o } }",
        "SELECT * FROM <{url}> { ?s ?p ?o }",
        "LOAD <{url}>",
        "INSERT DATA { <{url}> <{url}> 1 } ; LOAD <{url}>",
    ],
)
def test_no_query_reaches_another_server(server: str, query: str) -> None:
    with listener() as (port, came):
        status, _, body = ask(server, query.replace("{url}", f"http://127.0.0.1:{port}/"))
    assert came == []
    assert status in (400, 403) or json.loads(body)["results"]["bindings"] == []
    assert names(ask(server, WHO)[2]) == ["Ana Rojas"]


def test_a_service_that_is_only_written_of_is_no_service(server: str) -> None:
    query = "SELECT ?name { # no SERVICE\n ?who kg:attended ?what ; rdfs:label ?name . FILTER(?name != 'SERVICE <x>') }"
    assert names(ask(server, query)[2]) == ["Ana Rojas"]


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"update": "DROP ALL"}, "application/x-www-form-urlencoded"),
        ({"query": "DROP ALL"}, "application/x-www-form-urlencoded"),
        (None, "application/sparql-update"),
    ],
)
def test_nothing_can_be_changed(server: str, fields: dict[str, str] | None, kind: str) -> None:
    body = urlencode(fields).encode() if fields else b"DROP ALL"
    assert fetched(Request(f"{server}/sparql", body, {"Content-Type": kind}))[0] in (400, 403)
    assert names(ask(server, WHO)[2]) == ["Ana Rojas"]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (COUNT(*) AS ?n) { ?a (rdf:type|!rdf:type)* ?b . ?c (rdf:type|!rdf:type)* ?d . ?e !rdf:type* ?f }",
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?a ?d ?g",
        "SELECT (COUNT(DISTINCT CONCAT(STR(?a), STR(?d), STR(?g))) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    ],
)
def test_what_would_take_for_ever_is_stopped(server: str, query: str) -> None:
    start = time.monotonic()
    status, _, body = ask(server, query)
    assert time.monotonic() - start < 10
    assert status == 500
    assert json.loads(body)["error"].startswith(("no answer within", "this takes more memory"))
    assert names(ask(server, WHO)[2]) == ["Ana Rojas"]


def test_what_is_too_much_is_refused(server: str) -> None:
    status, _, body = ask(server, "SELECT * { ?a ?b ?c . ?d ?e ?f }")
    assert (status, json.loads(body)["error"]) == (500, "the answer is larger than 1 MB")
    large = b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/sparql-query\r\n"
    for told in (b"Content-Length: 10000000\r\n\r\n", b"Transfer-Encoding: chunked\r\n\r\n989680\r\n"):
        assert raw(server, large + told + b"x" * 10_000_000)[:12] in (b"HTTP/1.1 413", b"")
    deep = "SELECT * { " + "{" * 50_000 + "}" * 50_000 + " }"
    plain = {"Content-Type": "application/sparql-query"}
    assert fetched(Request(f"{server}/sparql", deep.encode(), plain))[0] in (400, 500)
    assert names(ask(server, WHO)[2]) == ["Ana Rojas"]


@pytest.mark.parametrize(
    "request_line",
    [
        b"GET /static/../../../../etc/passwd HTTP/1.1",
        b"GET /static/%2e%2e/%2e%2e/app.py HTTP/1.1",
        b"GET /static/..%2f..%2fapp.py HTTP/1.1",
        b"GET /static//etc/passwd HTTP/1.1",
        b"GET /static/..\\..\\app.py HTTP/1.1",
        b"GET file:///etc/passwd HTTP/1.1",
        b"GET /sparql?query=%00%ff HTTP/1.1",
    ],
)
def test_paths_lead_nowhere_else(server: str, request_line: bytes) -> None:
    answer = raw(server, request_line + b"\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
    assert answer.split()[1] in (b"400", b"404")
    assert b"root:" not in answer
    assert b"import" not in answer


@pytest.mark.parametrize(
    "headers",
    [
        b"Host: evil.example\r\n",
        b"Host: 127.0.0.1\r\nX: " + b"x" * 200_000 + b"\r\n",
        b"Host: 127.0.0.1\r\nContent-Length: 5\r\nContent-Length: 50\r\n",
        b"Host: 127.0.0.1\r\nContent-Length: -1\r\n",
        b"Host: 127.0.0.1\r\nTransfer-Encoding: nonsense\r\n",
        b"Host: 127.0.0.1\r\nBad Header\r\n",
        b"",
    ],
)
def test_tricks_with_headers_are_refused(server: str, headers: bytes) -> None:
    answer = raw(server, b"GET /api/overview HTTP/1.1\r\n" + headers + b"Connection: close\r\n\r\n")
    assert answer[:12] in (b"HTTP/1.1 400", b"HTTP/1.1 431", b"HTTP/1.1 501", b"")
    assert names(ask(server, WHO)[2]) == ["Ana Rojas"]


def raw(server: str, request: bytes) -> bytes:
    address = urlsplit(server)
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=10) as sock:
        answer = bytearray()
        with suppress(ConnectionError):  # it may have heard enough, and close
            sock.sendall(request)
            while piece := sock.recv(65536):
                answer += piece
    return bytes(answer)


def test_what_a_build_adds_is_seen_without_a_new_start(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    with open_store(folder, write=True) as store:
        graph_of({"one.txt": [Said(("Person", "Ana Rojas"), "attended", ("Event", "Andes Forum"))]}, store=store)
    with serving(folder, "--workers", "1") as server:
        assert names(ask(server, WHO)[2]) == ["Ana Rojas"]
        with open_store(folder, write=True) as store:
            graph_of({"two.txt": [Said(("Person", "Ben Otieno"), "attended", ("Event", "Andes Forum"))]}, store=store)
        assert sorted(names(ask(server, WHO)[2])) == ["Ana Rojas", "Ben Otieno"]


def test_more_than_can_wait_is_told_to_come_again(server: str) -> None:
    """Slow queries hold both processes; short ones wait for them, and none is lost."""
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    found: list[int] = []
    threads = [threading.Thread(target=lambda q=q: found.append(ask(server, q)[0])) for q in [slow] * 2 + [WHO] * 10]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [200] * 10 + [500] * 2


def test_a_connection_serves_many_requests(server: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=10)
    for _ in range(3):
        connection.request("GET", f"/sparql?query={quote(WHO)}")
        assert names(connection.getresponse().read()) == ["Ana Rojas"]
    connection.close()
