"""``kg link``: things of the graph are items of Wikidata."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import click

from kg.cli.judging import judge, judged, keeping
from kg.cli.options import answering, option
from kg.cli.output import Output
from kg.cli.session import Session
from kg.errors import NotFoundError, UsageError
from kg.identity.judging import WIKIDATA, is_item
from kg.lookup import Finder
from kg.model import Entity
from kg.store import GraphView

SURE = 0.95
"""Only names that are a thing's own, but for case and titles, are linked."""


@click.command("link")
@option(
    "--wikidata",
    "file",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A table (.csv, or .tsv) of names and Wikidata ids, with a class as third column where a name needs one.",
)
@judged
@answering
def command(session: Session, file: Path, by: str | None, reason: str) -> None:
    """Link things of the graph to Wikidata, by a table of your own.

    Each line is a name (or an IRI), its Wikidata id (Q42) and, if need be, its class (Person). Links are owl:sameAs in
    the RDF, hold after rebuilds, and can be taken back with kg identity undo. Names that the graph does not have, or
    that may mean several things, are told and passed over; ends with 3 where nothing was linked.
    """
    table = list(_table(file))
    with keeping(session) as keeper:
        finder, links, rows = Finder(keeper.view), [], []
        for name, item, kind in table:
            entity, trouble = _meant(keeper.view, finder, name, kind)
            if entity is not None:
                if WIKIDATA + item not in entity.links:
                    links.append((entity, item))
                rows.append((name, item, entity.label, entity.id))
            else:
                session.note(f"passed over: {name}: {trouble}")
        if links:
            outcome = judge(keeper, by).link(links, reason or f"table {file.name}")
            for conflict in outcome.overruled:
                session.note(f"conflict: {conflict.against.id} overrules {conflict.judgement.id}")
    if not rows:
        raise NotFoundError(f"nothing of {file} is in the graph", "kg search NAME tells what a thing is called there")
    session.emit(Output(("name", "wikidata", "label", "id"), rows))


def _table(file: Path) -> Iterator[tuple[str, str, str]]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read: {error}", "it must be a table in UTF-8") from error
    delimiter = "\t" if "\t" in text.partition("\n")[0] else ","
    for number, cells in enumerate(csv.reader(text.splitlines(), delimiter=delimiter), start=1):
        name, item, kind, *_ = [*(cell.strip() for cell in cells), "", "", ""]
        item = item.removeprefix(WIKIDATA).removeprefix("https://www.wikidata.org/wiki/").removeprefix("wd:")
        if not name or name.startswith("#") or (number == 1 and not is_item(item)):
            continue  # empty, a comment, or the head of the table
        if not is_item(item):
            raise UsageError(f"{file}:{number}: {item!r} is no Wikidata id", "write it as Q42")
        yield name, item, kind


def _meant(view: GraphView, finder: Finder, name: str, kind: str) -> tuple[Entity | None, str]:
    entity = view.entity(name) if name.startswith(("http://", "https://")) else None
    if entity is not None:
        return entity, ""
    matches = [m for m in finder.find(name, types=[kind] if kind else None) if m.score >= SURE]
    best = [m.entity for m in matches if m.score == matches[0].score]
    if len(best) == 1:
        return best[0], ""
    if not best:
        return None, "the graph has nothing of that name"
    return None, f"it may mean {len(best)} things: {' · '.join(entity.id for entity in best)}"
