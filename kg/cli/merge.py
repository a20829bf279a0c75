"""``kg merge``: two things of the graph are one."""

from __future__ import annotations

import click

from kg.cli.judging import emit, judge, judged, keeping
from kg.cli.options import answering
from kg.cli.session import Session
from kg.lookup import resolve_one


@click.command("merge")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@judged
@answering
def command(session: Session, one: str, other: str, by: str | None, reason: str) -> None:
    """Judge two things of the graph to be one.

    A and B are names, or IRIs. The judgement is kept with your name and the date, holds against all rules, also after
    the articles are read again, and can be taken back with kg identity undo.
    """
    with keeping(session) as keeper:
        left, right = resolve_one(keeper.view, one), resolve_one(keeper.view, other)
        outcome = judge(keeper, by).merge(left, right, reason)
        article, key = outcome.judgements[0].left
        merged = keeper.resolver.entities[keeper.resolver.entity_of(article)[key]]
    emit(session, outcome, f"{left.label} and {right.label} are one: {merged.label} ({merged.type})", merged.id)
