"""``kg identity``: what was judged of which things are one; why; as a file; and undone."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from kg.cli.judging import COLUMNS, emit, judge, keeping, rows_of, told
from kg.cli.options import Group, Word, answering, option, using_store
from kg.cli.output import Output, Page
from kg.cli.session import Session
from kg.errors import KgError, UsageError
from kg.identity.file import VERDICTS, dumped, parsed, plain
from kg.identity.reviewing import Why
from kg.identity.reviewing import why as reasons_of
from kg.lookup import resolve_one
from kg.model import Entity, Judgement


@click.group("identity", cls=Group)
def command() -> None:
    """Show, explain, save and undo what was judged of which things are one.

    docs/identity.md tells how kg decides it, and how you do.
    """


@command.command("log")
@option("--rules", is_flag=True, help="Also what the rules judged.")
@option("--verdict", type=Word(VERDICTS), help="Only judgements of this verdict.")
@answering
def log(session: Session, rules: bool, verdict: str | None) -> None:
    """List what persons judged, oldest first."""
    chosen = [j for j in session.view().judgements() if (j.who or rules) and verdict in (None, j.verdict)]
    chosen.sort(key=lambda j: (j.date, j))
    if not chosen:
        session.note("nobody has judged anything yet" if not rules else "nothing was judged yet")
    session.emit(Output(COLUMNS, rows_of(chosen), [plain(j) for j in chosen], lambda page: _told(page, chosen)))


@command.command("why")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@answering
def why(session: Session, one: str, other: str) -> None:
    """Tell why two names mean one thing, or two.

    A and B are names, or IRIs.
    """
    view = session.view()
    things = resolve_one(view, one), resolve_one(view, other)
    found = reasons_of(view, *things, (one, other))
    rows = [*rows_of(found.judgements), *((None, None, None, None, "rules", None, None, f) for f in found.findings)]
    document = {
        "same": found.same,
        "left": _entity(things[0]),
        "right": _entity(things[1]),
        "judgements": [plain(j) for j in found.judgements],
        "findings": list(found.findings),
    }
    session.emit(Output(COLUMNS, rows, document, lambda page: _why(page, things, found)))


@command.command("undo")
@click.argument("judgement", required=False, metavar="[ID]")
@answering
def undo(session: Session, judgement: str | None) -> None:
    """Take back the latest decision, or the one that the judgement ID belongs to.

    The graph is then as if nobody had decided it.
    """
    with keeping(session) as keeper:
        outcome = judge(keeper, "undo").undo(judgement)
    emit(session, outcome, "undone", *(_line(j) for j in outcome.judgements))


@command.command("dump")
@click.argument("file", metavar="[FILE|-]", default="-")
@option("--rules", is_flag=True, help="Also what the rules judged, to read; load passes it over.")
@using_store
def dump(session: Session, file: str, rules: bool) -> None:
    """Write what persons judged as a text file, one JSON object a line: to be kept under version control."""
    chosen = [j for j in session.view().judgements() if j.who or rules]
    text = "".join(dumped(chosen))
    if file == "-":
        sys.stdout.write(text)
    else:
        try:
            Path(file).write_text(text, encoding="utf-8")
        except OSError as error:
            raise KgError(f"{file} cannot be written: {error.strerror or error}") from error
    session.note(f"{'standard output' if file == '-' else file}: {len(chosen)} judgements")


@command.command("load")
@click.argument("file", metavar="FILE|-")
@option("--replace", is_flag=True, help="Also take back what was judged and is not in the file.")
@answering
def load(session: Session, file: str, replace: bool) -> None:
    """Obey the judgements of a file that kg identity dump wrote.

    Those that name articles which the graph does not have wait until it has them.
    """
    judgements = {j.digest: j for j in parsed(_lines(file), "standard input" if file == "-" else file)}
    with keeping(session) as keeper:
        known = {j.digest: j for j in keeper.persons}
        new = [j for digest, j in judgements.items() if known.get(digest) != j]
        gone = [j for digest, j in known.items() if digest not in judgements] if replace else []
        keeper.judge(new, gone)
        conflicts = keeper.resolver.conflicts
        waiting = [j for j in new if any(a and a not in keeper.resolver for a, _ in j.pair)]
    for conflict in conflicts:
        session.note(f"conflict: {conflict.against.id} overrules {conflict.judgement.id}: {_line(conflict.judgement)}")
    for judgement in waiting:
        session.note(f"waiting for its article: {_line(judgement)}")
    counts = {"new": len(new), "known": len(judgements) - len(new), "taken back": len(gone)}
    counts |= {"in conflict": len(conflicts), "waiting": len(waiting)}
    session.emit(Output(("judgements", "count"), list(counts.items()), counts))


def _lines(file: str) -> Sequence[str]:
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read: {error}") from error
    return text.splitlines()


def _entity(entity: Entity) -> dict[str, object]:
    return {"id": entity.id, "label": entity.label, "type": entity.type}


def _line(j: Judgement) -> str:
    who = f"{j.who}, {j.date}" if j.who else f"rule {j.rule}, {j.score:.2f}"
    said = f"{told(j.left)} {j.verdict} {told(j.right)} ({who})"
    return f"{said}: {j.reason}" if j.reason else said


def _told(page: Page, judgements: Sequence[Judgement]) -> None:
    for judgement in judgements:
        page.line(f"{judgement.id}  {_line(judgement)}")


def _why(page: Page, things: tuple[Entity, Entity], found: Why) -> None:
    one, other = things
    if found.same:
        page.line(f"one thing: {one.label} ({one.type})", "bold")
    else:
        page.line(f"two things: {one.label} ({one.type}) and {other.label} ({other.type})", "bold")
    _told(page, found.judgements)
    for finding in found.findings:
        page.line(finding)
