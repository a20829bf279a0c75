"""``kg stats``: how much of what is in the graph."""

from __future__ import annotations

import click

from kg.census import Census, census
from kg.cli.options import answering_in_time
from kg.cli.output import Output
from kg.cli.session import Session


@click.command("stats")
@answering_in_time
def command(session: Session) -> None:
    """Count what is in the graph.

    Articles, things by class, statements by relation and modality.
    """
    session.emit(_output(census(session.view())))


def _output(found: Census) -> Output:
    rows: list[tuple[object, ...]] = [
        ("articles", "", "", found.articles),
        ("entities", "", "", found.entities.total()),
    ]
    rows += [("entities", name, "", count) for name, count in sorted(found.entities.items())]
    rows += [("statements", "", "", found.statements.total())]
    rows += [("statements", name, modality, count) for (name, modality), count in sorted(found.statements.items())]
    return Output(("what", "kind", "modality", "count"), rows, found.to_json())
