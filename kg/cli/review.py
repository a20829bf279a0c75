"""``kg review``: a walk through the pairs that the rules left undecided."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

import click

from kg.cli.evidence import Citations
from kg.cli.judging import judge, judged, keeping, told
from kg.cli.options import Word, answering, option
from kg.cli.output import Output, Page
from kg.cli.session import Session
from kg.errors import NotFoundError, UsageError
from kg.identity.judging import Judge
from kg.identity.reviewing import Question, Side, undecided
from kg.model import Verdict
from kg.profile import evidence_json

COLUMNS = ("id", "score", "left", "right", "type", "reason")
ANSWERS: dict[str, Verdict | None] = {"s": "same", "d": "different", "u": "undecided", "n": None}
ASKED = "[s]ame  [d]ifferent  [u]ndecided for good  [n]ext  [q]uit"
Ask = Callable[[], str]


@click.command("review")
@option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="So many pairs at most.")
@option("--decide", metavar="ID", help="Judge this pair and ask nothing; with --verdict.")
@option("--verdict", type=Word(("same", "different", "undecided")), help="What you judge of the pair of --decide.")
@judged
@answering
def command(
    session: Session, limit: int, decide: str | None, verdict: Verdict | None, by: str | None, reason: str
) -> None:
    """Walk through the pairs that the rules left undecided, the most useful first.

    Shows both sides with their sentences and asks whether they are one. Without a terminal, or with --format, lists
    the pairs; --decide ID --verdict same|different|undecided then judges one of them.
    """
    if (decide is None) != (verdict is None):
        raise UsageError("--decide and --verdict go together", "kg review --decide ID --verdict same")
    if decide is not None and verdict is not None:
        _decide(session, decide, verdict, by, reason)
    elif session.settings.format == "table" and sys.stdin.isatty() and sys.stdout.isatty():
        _walk(session, limit, by, reason)
    else:
        questions = undecided(session.view(), limit)
        citations = Citations(session.view())
        rows = [_row(question) for question in questions]
        session.emit(Output(COLUMNS, rows, [_document(q) for q in questions], lambda p: _list(p, questions, citations)))
        if not questions:
            session.note("nothing is left undecided")


def _decide(session: Session, name: str, verdict: Verdict, by: str | None, reason: str) -> None:
    with keeping(session) as keeper:
        found = [q for q in undecided(keeper.view) if q.judgement.digest.startswith(name)] if name else []
        if len(found) != 1:
            raise NotFoundError(f"no undecided pair is called {name!r}", "kg review --format json lists them")
        judgement = found[0].judgement
        judge(keeper, by).judge(judgement.left, judgement.right, verdict, reason)
    session.emit(
        Output(COLUMNS, [_row(found[0])], {**_document(found[0]), "verdict": verdict}, lambda p: p.line(verdict))
    )


def _walk(session: Session, limit: int, by: str | None, reason: str) -> None:
    page = Page(sys.stdout, session.settings.color)
    with keeping(session) as keeper:
        questions = undecided(keeper.view, limit)
        done = walk(page, questions, Citations(keeper.view), judge(keeper, by), reason, _asked)
    session.note(f"{done} judged; kg identity undo takes the latest back" if done else "nothing judged")


def walk(page: Page, questions: Sequence[Question], citations: Citations, person: Judge, reason: str, ask: Ask) -> int:
    """Show each pair, ask for a verdict and obey it, until all are done or the person quits.

    Tells how many were judged. Pairs that an earlier answer has settled are passed over.
    """
    resolver, done = person.keeper.resolver, 0
    for number, question in enumerate(questions, start=1):
        ends = [resolver.entity_of(article)[key] for article, key in question.judgement.pair]
        if ends[0] == ends[1]:
            continue
        page.line()
        page.line(f"{number} of {len(questions)}", "dim")
        _show(page, question, citations)
        page.line(ASKED, "bold")
        answer = ask()
        if answer == "q":
            break
        verdict = ANSWERS[answer]
        if verdict is not None:
            person.judge(question.judgement.left, question.judgement.right, verdict, reason)
            done += 1
    return done


def _asked() -> str:
    while True:
        answer = click.getchar().casefold()
        if answer in ("\x03", "\x04", "\x1b"):
            return "q"
        if answer in (*ANSWERS, "q"):
            return answer


def _row(question: Question) -> tuple[object, ...]:
    j = question.judgement
    left, right = question.left.entity, question.right.entity
    return (j.id, j.score, left.label, right.label, left.type, j.reason)


def _document(question: Question) -> dict[str, object]:
    j = question.judgement
    return {
        "id": j.id,
        "score": j.score,
        "rule": j.rule,
        "reason": j.reason,
        "use": question.use,
        "left": _side(question.left),
        "right": _side(question.right),
    }


def _side(side: Side) -> dict[str, object]:
    entity, (article, key) = side.entity, side.reference
    return {
        "id": entity.id,
        "label": entity.label,
        "labels": list(entity.labels),
        "type": entity.type,
        "reference": {"article": article, "key": key},
        "evidence": [evidence_json(evidence) for evidence in side.sentences],
    }


def _list(page: Page, questions: Sequence[Question], citations: Citations) -> None:
    for question in questions:
        page.line(question.judgement.id, "dim")
        _show(page, question, citations)
        page.line()


def _show(page: Page, question: Question, citations: Citations) -> None:
    j = question.judgement
    page.line(f"{j.reason} ({j.rule}, {j.score:.2f})")
    for side in (question.left, question.right):
        entity = side.entity
        page.line(f"{entity.label} ({entity.type})", "bold", indent=2)
        others = [label for label in entity.labels if label != entity.label]
        if others:
            page.line(f"also: {' · '.join(others)}", indent=4)
        page.line(told(side.reference), "dim", indent=4)
        citations.show(page, [evidence_json(evidence) for evidence in side.sentences], indent=4)
