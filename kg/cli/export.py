"""``kg export``: the graph as a file."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from kg.cli.options import Word, option, using_store
from kg.cli.session import Session
from kg.export import ASSERTED, FORMATS, export


@click.command("export")
@click.argument("file", metavar="FILE|-")
@option(
    "--format",
    "-f",
    "format",
    type=Word([n for f in FORMATS.values() for n in (f.name, f.ending[1:])]),
    metavar="FORMAT",
    help="The format, where the file's ending does not tell: "
    + ", ".join(f"{f.name} ({f.ending})" for f in FORMATS.values())
    + ".",
)
@option(
    "--modality",
    "modalities",
    multiple=True,
    type=Word(("asserted", "planned", "negated", "hypothetical")),
    help="Which statements become edges in GEXF, GraphML and CSV (asserted; may be given more than once).",
)
@using_store
def command(session: Session, file: str, format: str | None, modalities: Sequence[str]) -> None:
    """Write the graph to a file, for Gephi, a triple store or a notebook.

    FILE may be - for standard output. The file's ending tells the format. The same articles give the same bytes,
    whenever and wherever.
    """
    target = sys.stdout if file == "-" else file
    report = export(session.view(), target, format, modalities=modalities or ASSERTED)  # type: ignore[arg-type]
    counts = ", ".join(f"{count} {what}" for what, count in report.counts.items())
    session.note(f"{'standard output' if file == '-' else file}: {report.format}, {counts}")
