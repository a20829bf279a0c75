"""Shows the sentences that a result rests on, and where each stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from kg.cli.output import Page
from kg.copies import independent
from kg.model import Evidence, Source
from kg.store import GraphView

SHOWN = 3
"""So many sentences are shown for one fact; the other formats hold all."""


def evidence_json(evidence: Evidence) -> dict[str, object]:
    """A sentence and its place, as all JSON output gives it."""
    return {"article": evidence.article, "quote": evidence.quote, "start": evidence.start, "end": evidence.end}


class Citations:
    """Knows the articles, so as to name them beside their sentences."""

    def __init__(self, view: GraphView) -> None:
        self._source: Callable[[str], Source | None] = cache(view.source)

    def name(self, article: str) -> str:
        """An article as a citation: file, publisher and date, as far as they are known."""
        source = self._source(article)
        known = (article, source.publisher, source.published) if source else (article,)
        return ", ".join(part for part in known if part)

    def published(self, article: str) -> str | None:
        """The article's date, if it has one."""
        source = self._source(article)
        return source.published if source else None

    def sources(self, articles: Iterable[str]) -> tuple[int, int]:
        """How many articles these are, and how many reports: copies of one report are one."""
        known = {name: self._source(name) for name in articles}
        return len(known), independent(known, {n: s.copy_of for n, s in known.items() if s})

    def show(self, page: Page, evidence: Iterable[Mapping[str, Any]], indent: int = 3) -> None:
        """The first few sentences, each with its article below it, and how many there are beyond them."""
        found = list({(e["article"], e["start"], e["end"]): e for e in evidence}.values())
        for item in found[:SHOWN]:
            page.line(f"“{' '.join(str(item['quote']).split())}”", indent=indent)
            page.line(f"— {self.name(str(item['article']))}", style="dim", indent=indent + 2)
        articles, reports = self.sources(str(item["article"]) for item in found)
        if articles > reports:
            page.line(f"{articles} articles, {reports} independent", style="dim", indent=indent)
        if len(found) > SHOWN:
            page.line(f"and {len(found) - SHOWN} more (--format json has all)", style="dim", indent=indent)
