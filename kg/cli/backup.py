"""``kg backup``: all of a store in one file."""

from __future__ import annotations

from pathlib import Path

import click

from kg.backup import backup
from kg.cli.options import using_store
from kg.cli.session import Session


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@using_store
def command(session: Session, file: Path) -> None:
    """Write all that the store holds to one file, also while kg build runs.

    FILE gets the graph, what was read, what was judged of which things are one, and relations of your own, with a
    checksum: gzipped N-Quads, by custom with the ending .nq.gz. The same store gives the same bytes.
    """
    report = backup(session.view().store, file)
    session.note(f"{file}: {report.quads} quads in {report.graphs} graphs")
