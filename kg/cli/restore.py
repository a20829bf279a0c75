"""``kg restore``: a store from a backup."""

from __future__ import annotations

from pathlib import Path

import click

from kg.backup import restore
from kg.cli.options import using_store
from kg.cli.session import Session


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@using_store
def command(session: Session, file: Path) -> None:
    """Make a store from a file of kg backup.

    The store must not be there yet: nothing is overwritten. It is made whole or not at all, and kg build goes on from
    it as from the one that was backed up.
    """
    restore(file, session.settings.store, session.settings.names())
    session.note(f"{session.settings.store}: restored from {file}")
