"""``kg search``: things by name."""

from __future__ import annotations

from collections.abc import Sequence

import click

from kg.cli.options import answering_in_time, option
from kg.cli.output import Output
from kg.cli.session import Session
from kg.errors import NotFoundError, UsageError
from kg.lookup import find
from kg.suggest import or_known


@click.command("search")
@click.argument("text", nargs=-1, required=True)
@option(
    "--type", "types", multiple=True, metavar="CLASS", help="Only things of this class (may be given more than once)."
)
@option("--limit", "-n", type=click.IntRange(min=1), default=10, show_default=True, help="Give at most so many.")
@answering_in_time
def command(session: Session, text: Sequence[str], types: Sequence[str], limit: int) -> None:
    """Find things by name, whole, partial or misspelt.

    The likeliest come first. Ends with 3 where nothing is near.
    """
    view = session.view()
    by_name = {name.casefold(): name for name in view.vocabulary.classes}
    for name in types:
        if name.casefold() not in by_name:
            raise UsageError(f"no class is called {name!r}", or_known(name, view.vocabulary.classes))
    words = " ".join(text)
    wanted = [by_name[name.casefold()] for name in types] or None
    matches = find(view, words, types=wanted, limit=limit)
    if not matches:
        raise NotFoundError(f"nothing in the graph is called anything like {words!r}", "kg stats tells what it holds")
    rows = [
        (m.entity.label, m.entity.type, m.score, m.how, " · ".join(m.entity.labels[1:]), m.entity.id) for m in matches
    ]
    session.emit(Output(("label", "type", "score", "how", "other names", "id"), rows))
