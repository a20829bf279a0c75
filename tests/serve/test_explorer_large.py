"""The explorer over a graph of 50,000 statements."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.benchmarks.graphs import write_graph
from tests.serve.browser import Browser, browsing, is_there
from tests.serve.running import serving

pytestmark = [
    pytest.mark.skipif(not is_there(), reason="Chromium and its driver are not installed"),
    pytest.mark.xdist_group("explorer-large"),
]
STATEMENTS = 50_000
SOON = 12.0
"""Seconds that a page of a hub may take: twice or thrice what it does, for machines that are busy with other tests."""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    folder = tmp_path_factory.mktemp("large") / "store"
    write_graph(STATEMENTS, folder)
    with serving(folder, "--seconds", "5") as address, browsing() as driver:
        yield Browser(driver, address)


def test_the_page_of_a_hub_is_there_within_seconds(browser: Browser) -> None:
    for address, selector in (
        ("/entity?name=China", ".relation .more"),
        ("/timeline", ".bars"),
        ("/search?q=China", ".names"),
    ):
        start = time.monotonic()
        browser.go(address)
        browser.one(selector)
        assert time.monotonic() - start < SOON, address
    assert browser.errors() == []


def test_a_hub_is_cut_at_a_limit_and_shows_more(browser: Browser) -> None:
    browser.go("/entity?name=China")
    told = browser.one(".relation .more .count").text
    assert told.startswith("Showing 20 of ")
    before = len(browser.all(".factlist > li"))
    browser.click(".relation .more button")
    assert len(browser.all(".factlist > li")) > before
    browser.go("/entity?name=China&tab=graph")
    assert browser.one(".neighbourhood .note").text.startswith("Showing 40 of ")
    browser.click(".neighbourhood .note button", "Show more")
    browser.one(".neighbourhood .note", "Showing 80 of ")
    assert "limit=80" in browser.driver.current_url


def test_a_query_that_takes_too_long_is_told_kindly(browser: Browser) -> None:
    browser.go("/query?sparql=SELECT+(COUNT(*)+AS+%3Fn)+%7B+%3Fa+%3Fb+%3Fc+.+%3Fd+%3Fe+%3Ff+.+%3Fg+%3Fh+%3Fi+%7D")
    browser.one(".notice.failed", "Too much for one request")
    browser.go("/")
    browser.heading("Who met")
