"""The explorer, in a real Chromium, at a real ``kg serve``."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from selenium import webdriver
from selenium.webdriver.common.keys import Keys

from kg.serve.app import STATIC
from kg.store import open_store
from tests import conftest as story
from tests.graphs import Said, graph_of
from tests.serve.browser import Browser, browsing, is_there
from tests.serve.running import serving

pytestmark = [
    pytest.mark.skipif(not is_there(), reason="Chromium and its driver are not installed"),
    pytest.mark.xdist_group("explorer"),
]
drawn = pytest.mark.skipif(not (STATIC / "vendor" / "d3.min.js").exists(), reason="built without drawing libraries")

EVIL = ("Person", "<script>document.title='hit'</script><img src=x onerror=\"document.title='hit'\">")
LAKE = ("Organization", 'Lake & Sons "<b>Trading</b>"')
PACT = ("Agreement", "Software Pact")
ARTICLES = {
    **story.ARTICLES,
    "evil.txt": [
        Said(EVIL, "represents", LAKE),
        Said(LAKE, "cooperatesWith", story.HUAWEI, modality="negated"),
        Said(PACT, "party", story.PSEB),
        Said(PACT, "party", story.HUAWEI),
        Said(PACT, "signatory", story.YI),
        Said(PACT, "signedIn", story.SHENZHEN),
        Said(PACT, "signedOn", "2014-12-16"),
    ],
}
EVERYWHERE = {
    "/": "Who met",
    "/search?q=who+attended+the+forum": "who attended the forum",
    "/entity?name=PSEB": "Pakistan Software Export Board",
    "/entity?name=PSEB&tab=time": "Pakistan Software Export Board",
    "/entity?name=PSEB&tab=graph": "Pakistan Software Export Board",
    "/articles": "Articles",
    "/article?name=forum.txt": "Title of forum.txt",
    "/path?start=PSEB&end=Yi+Xiang": "Paths",
    "/map": "Where it happened",
    "/timeline": "When it happened",
    "/query?name=who-met-whom": "Query",
    "/query?sparql=ASK+%7B+%3Fs+%3Fp+%3Fo+%7D": "Query",
}
"""Every view by its address, and a word of its heading."""


@pytest.fixture(scope="module")
def driver() -> Iterator[webdriver.Chrome]:
    with browsing() as found:
        yield found


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("explored") / "store"
    place = {"country": "CN", "latitude": 22.5, "longitude": 114.1}
    with open_store(folder, write=True) as store:
        graph_of(ARTICLES, labels=story.LABELS, described={story.SHENZHEN: place}, store=store)
    with serving(folder) as found:
        yield found


@pytest.fixture
def browser(driver: webdriver.Chrome, address: str) -> Iterator[Browser]:
    """A browser that must not have complained when the test is over."""
    found = Browser(driver, address)
    found.resize(1280)
    found.errors()
    yield found
    assert found.errors() == []


def test_from_a_name_to_the_sentence_and_on_to_a_path(browser: Browser) -> None:
    browser.go("/")
    browser.one("#q").send_keys("babar")
    browser.one("[role=option]", "Babar Amin")
    browser.press(Keys.ARROW_DOWN)
    assert browser.one("#q").get_attribute("aria-activedescendant")
    browser.press(Keys.ENTER)
    browser.heading("Babar Amin")
    browser.click(".sentence figcaption a", "Title of forum.txt")
    browser.heading("Title of forum.txt")
    assert "Babar Amin" in browser.one(".said.target").text
    assert "start=" in browser.driver.current_url
    browser.click("a.name", "Babar Amin")
    browser.heading("Babar Amin")
    browser.click(".tabs a", "Path to")
    browser.one("#path-end").send_keys("Huawei")
    browser.click("button.main")
    browser.one(".lead", "connected in")
    assert browser.one(".steps blockquote").text
    for _ in range(3):
        browser.driver.back()
    browser.heading("Title of forum.txt")
    assert browser.one(".said.target")


def test_a_question_is_answered_with_its_sentences(browser: Browser) -> None:
    browser.go("/")
    browser.one("#q").send_keys("who attended the forum", Keys.ENTER)
    assert "attended" in browser.one(".answer .lead").text
    browser.one(".understood", "Understood as")
    assert browser.one(".answers mark").text
    assert browser.one("figcaption .publisher").text == "The Test Times"
    browser.go("/search?q=flurb+the+blarg")
    browser.one(".notice", "not understood")


def test_every_view_has_an_address_and_fits_a_phone(browser: Browser) -> None:
    for width in (1280, 360):
        browser.resize(width)
        for address, heading in EVERYWHERE.items():
            browser.go(address)
            browser.heading(heading)
            assert browser.run("return document.documentElement.scrollWidth <= innerWidth"), (address, width)
            assert not browser.all(".notice.failed"), address


def test_what_is_planned_or_denied_stands_apart(browser: Browser) -> None:
    browser.go("/entity?name=Babar+Amin")
    assert "Shenzhen" in browser.one(".modality.planned").text
    assert "visited" not in [h.text for h in browser.all(".facts > .relation > h3")]
    browser.go("/entity?name=Huawei")
    browser.one(".modality.negated .tag", "denied")
    assert "3 sentences" not in browser.one(".facts").text
    browser.one(".reports", "2 independent sources")


def test_an_agreement_and_an_event_begin_with_who_where_and_when(browser: Browser) -> None:
    browser.go("/entity?name=Software+Pact")
    told = browser.one(".upfront").text
    assert all(
        word in told for word in ("Parties", "Huawei", "Signatories", "Yi Xiang", "Shenzhen", "16 December 2014")
    )
    browser.go("/entity?name=Pakistan-China+Software+and+IT+Forum&tab=time")
    assert browser.one(".entry.own").text.startswith("15 December 2014")


@drawn
def test_the_drawing_opens_by_keyboard_and_keeps_its_state_in_the_address(browser: Browser) -> None:
    browser.go("/entity?name=Yi+Xiang&tab=graph")
    browser.one(".node")
    before = len(browser.all(".node"))
    browser.tab_to(".node:not(.center)")
    browser.press(Keys.ENTER)
    browser.until(lambda: len(browser.all(".node")) > before)
    browser.until(lambda: "open=" in browser.driver.current_url)
    assert browser.run("return document.activeElement.matches('.node')")
    after = len(browser.all(".node"))
    browser.click(".panel .tie", "represents")
    assert browser.one(".panel blockquote").text
    browser.go(browser.driver.current_url.removeprefix(browser.server))
    browser.until(lambda: len(browser.all(".node")) == after)
    browser.click("details summary", "Filter")
    browser.click(".filters label", "met with")
    browser.until(lambda: len(browser.all(".node")) == 2)
    assert "relation=metWith" in browser.driver.current_url


@drawn
def test_what_is_shown_can_be_taken_away(browser: Browser) -> None:
    browser.go("/entity?name=PSEB&tab=graph")
    browser.one(".node")
    browser.run("window.kept = []; URL.createObjectURL = (blob) => { window.kept.push(blob); return 'data:,'; }")
    for label in ("CSV", "SVG"):
        browser.click(".downloads button", label)
    blobs = "return Promise.all(window.kept.map((blob) => blob.text()))"
    csv, svg = browser.run(blobs)
    assert csv.startswith("subject,relation,object,articles")
    assert "Pakistan Software Export Board" in csv
    assert svg.startswith("<svg")
    browser.go("/entity?name=PSEB&tab=graph")
    browser.one(".node")
    browser.run("HTMLAnchorElement.prototype.click = function () { window.saved = this.download; }")
    browser.run(
        "const make = URL.createObjectURL;"
        "URL.createObjectURL = (blob) => { window.last = blob; return make.call(URL, blob); }"
    )
    browser.click(".downloads button", "PNG")
    browser.until(lambda: browser.run("return window.saved"))
    found = browser.run(
        "return window.last.arrayBuffer().then((b) => btoa(String.fromCharCode(...new Uint8Array(b).slice(0, 8))))"
    )
    assert base64.b64decode(found) == b"\x89PNG\r\n\x1a\n"
    assert {"GEXF", "Turtle"} <= {found.text for found in browser.all(".downloads button")}


@drawn
def test_the_map_shows_what_happened_in_a_city(browser: Browser) -> None:
    browser.go("/map")
    browser.one(".world .land")
    browser.tab_to(".place")
    browser.press(Keys.ENTER)
    assert "Software Pact" in browser.one(".atplace li", "Software Pact").text
    assert "place=" in browser.driver.current_url


def test_queries_named_and_free(browser: Browser) -> None:
    browser.go("/query?name=mou-partners")
    browser.one("#param-of").send_keys("PSEB")
    browser.click("button.main", "Run")
    browser.one("td", "Huawei")
    assert "of=PSEB" in browser.driver.current_url
    browser.go("/query?sparql=SELECT+*+WHERE+%7B+%3Fs")
    browser.one(".notice.failed", "cannot be asked so")
    area = browser.one("textarea")
    area.clear()
    area.send_keys("SELECT ?x { ?x a kg:Agreement }", Keys.CONTROL, Keys.ENTER)
    browser.click("td a", "software-pact")
    browser.heading("Software Pact")


def test_hostile_names_stay_text(browser: Browser) -> None:
    def is_text() -> None:
        assert not browser.all("main img, main script, main b")
        assert browser.driver.title != "hit"

    browser.go(f"/entity?name={quote(LAKE[1])}")
    is_text()
    browser.click(".factlist a.thing", EVIL[1][:20])
    browser.heading(EVIL[1])
    is_text()
    browser.click(".tabs a", "Neighbourhood")
    browser.one(".neighbourhood .note", "Showing 1 of 1")
    is_text()
    for address in ("/article?name=evil.txt", f"/search?q={quote(EVIL[1])}", f"/entity?name={quote(EVIL[1][:30])}"):
        browser.go(address)
        is_text()


def test_the_keyboard_is_enough(browser: Browser) -> None:
    browser.go("/")
    browser.tab_to(".skip", 1)
    browser.press(Keys.ENTER)
    assert browser.run("return document.activeElement.id") == "main"
    browser.tab_to("main a")
    ring = browser.run("return getComputedStyle(document.activeElement).outlineStyle")
    assert ring == "solid"
    browser.press(Keys.ENTER)
    browser.settle()
    assert browser.run("return document.activeElement.id") == "main"
    unnamed = (
        "return [...document.querySelectorAll('button, a, input')]"
        ".filter((e) => !e.textContent.trim() && !e.ariaLabel && !e.labels?.length).length"
    )
    assert browser.run(unnamed) == 0


def test_light_and_dark(browser: Browser) -> None:
    browser.go("/")
    paper = "return getComputedStyle(document.documentElement).backgroundColor"
    before = browser.run(paper)
    browser.click("#theme")
    assert browser.run(paper) != before
    browser.go("/articles")
    assert browser.run(paper) != before
    browser.click("#theme")
    assert browser.run(paper) == before


def test_without_drawing_libraries_it_says_why(browser: Browser) -> None:
    browser.tell("Network.enable")
    browser.tell("Network.setBlockedURLs", urls=["*/static/vendor/*"])
    try:
        for address, listed in (
            ("/map", "Shenzhen"),
            ("/entity?name=PSEB&tab=graph", "attended"),
            ("/path?start=PSEB&end=Huawei", "signed"),
        ):
            browser.go(address)
            browser.one(".notice", "without its drawing libraries")
            browser.until(lambda wanted=listed: wanted in browser.text())  # type: ignore[misc]
    finally:
        browser.tell("Network.setBlockedURLs", urls=[])
        assert [error for error in browser.errors() if "/static/vendor/" not in error] == []


def test_a_server_that_is_gone_is_told_kindly(browser: Browser) -> None:
    browser.go("/")
    browser.tell("Network.enable")
    browser.tell("Network.setBlockedURLs", urls=["*/api/*"])
    try:
        browser.click("header nav a", "Articles")
        browser.one(".notice.failed", "No connection")
        browser.one(".notice.failed button", "Try again")
    finally:
        browser.tell("Network.setBlockedURLs", urls=[])
        browser.errors()


def test_an_empty_store_says_what_to_do(driver: webdriver.Chrome, tmp_path: Path) -> None:
    with open_store(tmp_path / "store", write=True):
        pass
    with serving(tmp_path / "store") as address:
        browser = Browser(driver, address)
        browser.go("/")
        browser.heading("The graph is empty")
        assert "kg build" in browser.text()
        for place, told in (
            ("/map", "No event"),
            ("/timeline", "No event"),
            ("/articles", "No article"),
            ("/search?q=Huawei", "Huawei"),
            ("/entity?name=Huawei", "Not in the graph"),
        ):
            browser.go(place)
            assert told in browser.text()
        assert browser.errors() == []
