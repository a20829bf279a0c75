"""``kg analyse``: what the shape of the graph tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import Word, answering_in_time, option
from kg.cli.output import Output, Page
from kg.cli.session import Session
from kg.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from kg.analysis import Analysis

AGENTS = ("Person", "Organization")
Table = tuple[tuple[str, ...], list[tuple[object, ...]]]
"""Columns and rows."""


@click.command("analyse")
@click.argument("what", required=False, type=Word(("active", "central", "communities", "countries", "growth")))
@option("--top", "-n", type=click.IntRange(min=1), default=10, show_default=True, help="Show so many of each.")
@answering_in_time
def command(session: Session, what: str | None, top: int) -> None:
    """Measure the graph: who is most active, who stands between others, who belongs together.

    WHAT is active (people and bodies by how many reports tell of their ties), central (by the share of shortest ways
    that lead through them), communities, countries (what ties two countries) or growth (by month). Without it all are
    shown. kg export --analysis writes the same measures beside the things.
    """
    # networkx takes a while to load, which the other commands need not wait for.
    from kg.analysis import Analysis  # noqa: PLC0415

    if what is None and session.settings.format not in ("table", "json"):
        raise UsageError(f"one table at a time is written as {session.settings.format}", "say which: kg analyse active")
    analysis = Analysis(session.view())
    tables = {name: TABLES[name](analysis, top) for name in ([what] if what else TABLES)}
    if not any(rows for _, rows in tables.values()):
        raise NotFoundError("there are no ties to measure", "kg build FOLDER adds articles")
    columns, rows = next(iter(tables.values()))  # the formats of one table are given one
    session.emit(Output(columns, rows, _document(tables, what), lambda page: _text(page, tables)))


def _active(analysis: Analysis, top: int) -> Table:
    rows = [(s.label, s.type, s.country, s.reports, s.partners) for s in analysis.most_active(AGENTS)[:top]]
    return ("name", "class", "country", "reports", "partners"), list(rows)


def _central(analysis: Analysis, top: int) -> Table:
    rows = [(s.label, s.type, s.country, s.betweenness, s.partners, s.community) for s in analysis.standings[:top]]
    return ("name", "class", "country", "betweenness", "partners", "community"), list(rows)


def _communities(analysis: Analysis, top: int) -> Table:
    rows = [(c.number, c.size, ", ".join(c.foremost), ", ".join(c.countries)) for c in analysis.communities[:top]]
    return ("community", "things", "foremost", "countries"), list(rows)


def _countries(analysis: Analysis, top: int) -> Table:
    rows = [(*b.countries, b.ties, b.agreements, ", ".join(b.foremost)) for b in analysis.bridges[:top]]
    return ("country", "and", "ties", "agreements", "foremost"), list(rows)


def _growth(analysis: Analysis, top: int) -> Table:
    rows = [(p.time or "no date", p.articles, p.ties, p.new_things) for p in analysis.growth[-top:]]
    return ("month", "articles", "new ties", "new things"), list(rows)


TABLES: Mapping[str, Callable[[Analysis, int], Table]] = {
    "active": _active,
    "central": _central,
    "communities": _communities,
    "countries": _countries,
    "growth": _growth,
}


def _document(tables: Mapping[str, Table], what: str | None) -> Any:
    found = {name: [dict(zip(columns, row, strict=True)) for row in rows] for name, (columns, rows) in tables.items()}
    return found[what] if what else found


def _text(page: Page, tables: Mapping[str, Table]) -> None:
    for number, (name, (columns, rows)) in enumerate(tables.items()):
        if number:
            page.line()
        if len(tables) > 1:
            page.line(name, "bold")
        page.table(columns, rows)
