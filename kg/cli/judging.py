"""What the commands share that change identity: the store to write to, who judges, and how an outcome is told."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from kg.cli.options import option
from kg.cli.output import Output, Page
from kg.cli.session import Session
from kg.identity.file import plain
from kg.identity.judging import Judge, Outcome
from kg.identity.keeping import Keeper
from kg.model import Judgement, Reference
from kg.store import open_store

COLUMNS = ("id", "verdict", "left", "right", "who", "date", "score", "reason")


@contextmanager
def keeping(session: Session) -> Iterator[Keeper]:
    """Identity in the store, to change. StoreError where there is no store, StoreBusyError where another writes."""
    settings = session.settings
    open_store(settings.store, names=settings.names()).close()  # says so where there is none, and makes none
    with open_store(settings.store, write=True, names=settings.names()) as store, Keeper(store) as keeper:
        yield keeper


def judged(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--by`` and ``--reason``."""
    by = option("--by", metavar="NAME", envvar="KG_BY", help="Who judges (your user name).")
    return by(option("--reason", default="", metavar="TEXT", help="Why; kept with the judgement.")(command))


def judge(keeper: Keeper, by: str | None) -> Judge:
    """The person who judges."""
    return Judge(keeper, user_name() if by is None else by)


def user_name() -> str:
    """The name of whoever runs the command, as far as the machine knows it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "somebody"


def told(reference: Reference) -> str:
    """A reference as people write it: article#key, or an IRI."""
    article, key = reference
    return f"{article}#{key}" if article else key


def row(judgement: Judgement) -> tuple[object, ...]:
    """A judgement as a row."""
    who, score = judgement.who or f"rule {judgement.rule}", None if judgement.who else judgement.score
    sides = told(judgement.left), told(judgement.right)
    return (judgement.id, judgement.verdict, *sides, who, judgement.date or None, score, judgement.reason)


def rows_of(judgements: Sequence[Judgement]) -> list[tuple[object, ...]]:
    """Judgements as rows."""
    return [row(judgement) for judgement in judgements]


def emit(session: Session, outcome: Outcome, what: str, *details: str) -> None:
    """Tell what a decision changed, and which earlier ones it overrules."""
    document = {
        "done": what,
        "judgements": [plain(j) for j in outcome.judgements],
        "overruled": [plain(conflict.judgement) for conflict in outcome.overruled],
        "entities": outcome.entities,
    }

    def text(page: Page) -> None:
        page.line(what, "bold")
        for line in details:
            page.line(line, indent=2)

    for conflict in outcome.overruled:
        one = conflict.judgement
        session.note(
            f"conflict: {conflict.against.id} overrules {one.id}: {told(one.left)} {one.verdict} {told(one.right)}"
            f" ({one.who}, {one.date})"
        )
    session.emit(Output(COLUMNS, rows_of(outcome.judgements), document, text))
