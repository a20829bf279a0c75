"""Fetching pages: politely, again only what is missing, and never from where it should not."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kg.articles import documents, find_sources, parse_document
from kg.articles.document import Document
from kg.articles.fetched import MANIFEST, read_manifest
from kg.fetch import FetchOptions, fetch, file_for, read_addresses
from kg.fetch.addresses import RefusedError, check_address
from tests.articles.samples import PARAGRAPHS, page, pdf
from tests.cli.running import run


class Site(BaseHTTPRequestHandler):
    """A small site whose pages misbehave as their names say; counts what is asked of it."""

    def do_GET(self) -> None:
        path = self.path
        site: Server = self.server  # type: ignore[assignment]
        site.asked.append((path, self.headers.get("User-Agent", "")))
        if path == "/robots.txt":
            self._answer(200, b"User-agent: *\nDisallow: /private/*.html$\n", "text/plain")
        elif path == "/busy" and sum(1 for asked, _ in site.asked if asked == path) < 3:
            self._answer(429, b"", "text/html", {"Retry-After": "7"})
        elif path == "/down":
            self._answer(503, b"", "text/html")
        elif path == "/gone":
            self._answer(404, b"none", "text/html")
        elif path == "/moved":
            self._answer(301, b"", "text/html", {"Location": "/a"})
        elif path == "/circle":
            self._answer(302, b"", "text/html", {"Location": "/circle"})
        elif path == "/picture":
            self._answer(200, b"\x89PNG", "image/png")
        elif path == "/large":
            self._answer(200, b"<p>" + b"x" * 300_000, "text/html")
        elif path == "/latin":
            text = page(paragraphs=["The café is where they met, he said.", *PARAGRAPHS]).decode()
            raw = text.replace('<meta charset="utf-8">', "").encode("iso-8859-2")
            self._answer(200, raw, "text/html; charset=ISO-8859-2")
        elif path == "/inwards":
            self._answer(302, b"", "text/html", {"Location": site.address.replace("127.0.0.1", "localhost") + "/a"})
        elif path == "/slow":
            time.sleep(1.5)
        elif path == "/paper.pdf":
            self._answer(200, pdf([PARAGRAPHS]), "application/pdf")
        else:
            self._answer(200, page(), "text/html; charset=utf-8")

    def _answer(self, status: int, body: bytes, media: str, more: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": media, "Content-Length": str(len(body)), **(more or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """The site, and what was asked of it."""

    daemon_threads = True
    asked: list[tuple[str, str]]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


@pytest.fixture
def site() -> Iterator[Server]:
    server = Server(("127.0.0.1", 0), Site)
    server.asked = []
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


WAITED: list[float] = []
QUICK = FetchOptions(delay=0, timeout=1, retries=2, allow_private=True, max_bytes=200_000, wait=WAITED.append)


def test_pages_are_stored_with_their_addresses_and_built_from(site: Server, tmp_path: Path) -> None:
    urls = [f"{site.address}/{name}" for name in ("news/2024/tea-accord.html?page=1", "moved", "latin", "paper.pdf")]
    report = fetch(urls, tmp_path, QUICK)
    assert (report.fetched, report.failures) == (tuple(urls), ())
    sources = find_sources([tmp_path])
    assert len(sources) == 4
    found = {}
    for source in sources:
        for document in documents(source):
            assert isinstance(document, Document)
            found[document.name.partition("/")[2]] = parse_document(document)
    by_source = {article.source: article for article in found.values()}
    assert set(by_source) == {urls[0], f"{site.address}/a", urls[2], urls[3]}
    assert "The café is where they met" in by_source[urls[2]].text
    assert any(name.startswith("news-2024-tea-accord.html-page-1.") for name in found)
    assert all(PARAGRAPHS[0][:40] in " ".join(article.text.split()) for article in found.values())


def test_a_second_run_fetches_only_what_is_missing_or_failed(site: Server, tmp_path: Path) -> None:
    urls = [f"{site.address}/{name}" for name in ("a", "gone", "b")]
    assert [entry.reason for entry in fetch(urls, tmp_path, QUICK).failures] == ["status 404"]
    again = fetch(urls, tmp_path, QUICK)
    assert (again.fetched, again.there) == ((), (urls[0], urls[2]))
    assert site.paths() == ["/a", "/gone", "/b", "/gone"]
    (tmp_path / read_manifest(tmp_path)[urls[2]].file).unlink()
    (tmp_path / MANIFEST).open("a").write('{"url": "broken off')
    assert fetch(urls, tmp_path, QUICK).fetched == (urls[2],)


def test_failures_have_reasons_and_busy_hosts_are_asked_again(site: Server, tmp_path: Path) -> None:
    WAITED.clear()
    names = {
        "busy": None,
        "down": "status 503",
        "circle": "circles",
        "picture": "not a page, but image/png",
        "large": "larger than",
        "slow": "timed out",
        "private/x.html": "robots.txt",
        "private/x.html?ok": None,
    }
    report = fetch([f"{site.address}/{name}" for name in names], tmp_path, QUICK)
    reasons = {entry.url.removeprefix(f"{site.address}/"): entry.reason for entry in report.failures}
    assert list(reasons) == [name for name, reason in names.items() if reason]
    assert all(str(names[name]) in reason for name, reason in reasons.items())
    assert "/private/x.html" not in site.paths()
    assert site.paths().count("/busy") == 3
    assert WAITED[:2] == [7.0, 7.0]
    assert site.paths().count("/down") == 3


def test_a_host_is_asked_for_one_page_at_a_time_with_a_pause(site: Server, tmp_path: Path) -> None:
    WAITED.clear()
    options = replace(QUICK, delay=60, contact="desk@example.org")
    fetch([f"{site.address}/{name}" for name in "abc"], tmp_path, options)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a", "/b", "/c"]
    assert len(WAITED) == 3
    assert all(30 < seconds <= 60 for seconds in WAITED)
    assert {agent.split("/")[0] for _, agent in site.asked} == {"kg"}
    assert "desk@example.org" in site.asked[0][1]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("file:///etc/passwd", "file: addresses"),
        ("ftp://example.org/a", "ftp: addresses"),
        ("example.org/a", "begins with https"),
        ("http://127.0.0.1/a", "private"),
        ("http://[::1]:80/a", "private"),
        ("http://localhost/a", "private"),
        ("http://10.0.0.1/", "private"),
        ("http://169.254.169.254/latest", "private"),
        ("http://[::ffff:127.0.0.1]/", "private"),
        ("http://0x7f000001/", "private"),
        ("http://user:secret@example.org/", "password"),
        ("http:///a", "not an address"),
        ("http://[", "not an address"),
        ("http://exa mple.org/", "not an address"),
    ],
)
def test_what_is_not_fetched(address: str, reason: str) -> None:
    with pytest.raises(RefusedError, match=reason):
        check_address(address, allow_private=False)


def test_nothing_is_asked_of_private_hosts(site: Server, tmp_path: Path) -> None:
    report = fetch([f"{site.address}/a", "http://[bad"], tmp_path, replace(QUICK, allow_private=False))
    assert ["private" in entry.reason for entry in report.failures] == [True, False]
    assert site.asked == []


def test_a_redirection_leads_nowhere_private(site: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(host: str) -> None:
        if host == "localhost":
            raise RefusedError("a private address")

    monkeypatch.setattr("kg.fetch.addresses._check_public", check)
    report = fetch([f"{site.address}/inwards"], tmp_path, replace(QUICK, allow_private=False))
    assert [entry.reason for entry in report.failures] == ["a private address"]
    assert site.paths() == ["/inwards"]


def test_files_are_named_by_host_and_path_and_never_twice() -> None:
    names = [
        file_for(address, media)
        for address, media in (
            ("https://a.example/", "text/html"),
            ("https://a.example/x/y.html", "text/html"),
            ("https://a.example/x-y.html", "text/html"),
            ("https://a.example:8080/..%2f..%2fetc", "text/html"),
            (f"https://a.example/{'long' * 100}", "application/pdf"),
        )
    ]
    assert [name.rsplit(".", 2)[0] for name in names[:3]] == ["a.example/index", "a.example/x-y", "a.example/x-y"]
    assert len(set(names)) == 5
    assert all(name.count("/") == 1 and ".." not in name and len(name) < 120 for name in names)
    assert names[4].endswith(".pdf")


def test_lists_of_addresses() -> None:
    assert read_addresses("\ufeffhttps://a.example/\n\n# no\n https://b.example/ \nhttps://a.example/\n") == [
        "https://a.example/",
        "https://b.example/",
    ]


def test_the_command(site: Server, tmp_path: Path) -> None:
    (tmp_path / "urls.txt").write_text(f"{site.address}/a\n{site.address}/gone\n")
    words = ("fetch", tmp_path / "urls.txt", tmp_path / "pages", "--allow-private", "--delay", "0")
    done = run(*words)
    assert done.exit_code == 5
    assert done.stderr.startswith("pages: 1 fetched, 0 there already, 1 failed\n")
    assert f"failed: {site.address}/gone: status 404" in done.stderr
    assert run("fetch", "-", tmp_path / "pages", "--allow-private", stdin=f"{site.address}/a\n").exit_code == 0
    missing = run("fetch", tmp_path / "none.txt", tmp_path / "pages")
    assert (missing.exit_code, "none.txt cannot be read" in missing.stderr) == (2, True)
