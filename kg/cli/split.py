"""``kg split``: some mentions of a thing mean another one."""

from __future__ import annotations

from collections.abc import Sequence

import click

from kg.cli.judging import emit, judge, judged, keeping
from kg.cli.options import answering, option
from kg.cli.session import Session
from kg.lookup import resolve_one


@click.command("split")
@click.argument("entity", nargs=-1, required=True)
@option(
    "--mention",
    "-m",
    "mentions",
    multiple=True,
    required=True,
    metavar="MENTION",
    help="What means another thing: an article's name, article#key, or a way in which the thing is written. "
    "May be given more than once; what is given is one thing.",
)
@judged
@answering
def command(session: Session, entity: Sequence[str], mentions: Sequence[str], by: str | None, reason: str) -> None:
    """Judge some mentions of a thing to mean another one.

    ENTITY is a name, or an IRI. The judgement holds against all rules, and can be taken back with kg identity undo.
    """
    with keeping(session) as keeper:
        thing = resolve_one(keeper.view, " ".join(entity))
        outcome = judge(keeper, by).split(thing, mentions, reason)
        article, key = outcome.judgements[0].right
        parted = keeper.resolver.entities[keeper.resolver.entity_of(article)[key]]
    emit(session, outcome, f"{thing.label} is parted from another {parted.label} ({parted.type})", parted.id)
