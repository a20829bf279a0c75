"""Shows the sentences that a result rests on, and where each stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kg.cli.output import Page
from kg.profile import Articles

SHOWN = 3
"""So many sentences are shown for one fact; the other formats hold all."""


class Citations(Articles):
    """Names articles below their sentences."""

    def show(self, page: Page, evidence: Iterable[Mapping[str, Any]], indent: int = 3) -> None:
        """The first few sentences, each with its article below it, and how many there are beyond them."""
        found = list({(e["article"], e["start"], e["end"]): e for e in evidence}.values())
        for item in found[:SHOWN]:
            page.line(f"“{' '.join(str(item['quote']).split())}”", indent=indent)
            page.line(f"— {self.name(str(item['article']))}", style="dim", indent=indent + 2)
        articles, reports = self.counted(str(item["article"]) for item in found)
        if articles > reports:
            page.line(f"{articles} articles, {reports} independent", style="dim", indent=indent)
        if len(found) > SHOWN:
            page.line(f"and {len(found) - SHOWN} more (--format json has all)", style="dim", indent=indent)
