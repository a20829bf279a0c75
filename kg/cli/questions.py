"""Questions one after the other: history, completion, and asking back where a name means several things."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from kg.ask import Answer
from kg.ask.conversation import Conversation
from kg.cli.session import Session
from kg.lookup import Finder
from kg.store import GraphView

try:
    import readline
except ImportError:  # a Python without it asks all the same, only without history
    readline = None  # type: ignore[assignment]

PROMPT = "ask> "
LEAVE = ("quit", "exit", "bye", "q")
HISTORY = 1000
WORDS = (
    "who", "what", "which", "where", "when", "how many", "did", "list", "attended", "signed", "represents", "organised",
    "spoke at", "cooperates with", "met", "visited", "held in", "tell me about", "how is", "connected to",
)  # fmt: skip


def converse(session: Session, view: GraphView, show: Callable[[Answer], None], limit: int | None) -> None:
    """Read questions until there are no more: from a terminal with a prompt, else line by line."""
    talk = Conversation(view)
    if not sys.stdin.isatty():
        for line in sys.stdin:
            if line.strip():
                session.clock.start()
                show(talk.ask(line, limit))
        return
    session.clock.stop()
    session.note("Ask in plain English; quit, or Ctrl-D, ends.")
    with _line_editing(view):
        for question in _questions():
            try:
                show(_answered(session, talk, question, limit))
            except KeyboardInterrupt:
                click.echo("\nstopped", err=True)
            click.echo()


def _answered(session: Session, talk: Conversation, question: str, limit: int | None) -> Answer:
    """The answer; where a name means several things, once it is said which one is meant."""
    session.clock.start()
    found = talk.ask(question, limit)
    session.clock.stop()
    for said, things in found.choices:
        chosen = _choose(said, [f"{thing.label} ({thing.type})" for thing in things])
        if chosen is not None:
            talk.choose(said, things[chosen])
            session.clock.start()
            found = talk.ask(found.question, limit)
            session.clock.stop()
    return found


def _questions() -> Iterator[str]:
    """The questions that are typed, until Ctrl-D or a word that ends; Ctrl-C drops the line."""
    while True:
        try:
            question = input(PROMPT).strip()
        except KeyboardInterrupt:
            click.echo()
            continue
        except EOFError:
            click.echo()
            return
        if question.casefold() in LEAVE:
            return
        if question:
            yield question


def _choose(said: str, labels: list[str]) -> int | None:
    """Which of several things a name means: its place in the list, or None for all of them."""
    click.echo(f"“{said}” can mean:", err=True)
    for number, label in enumerate(labels, start=1):
        click.echo(f"  {number}. {label}", err=True)
    try:
        answer = input(f"which one? [1-{len(labels)}, Enter for all] ").strip()
    except EOFError:
        return None
    return int(answer) - 1 if answer.isdigit() and 1 <= int(answer) <= len(labels) else None


def history_file() -> Path:
    """Where the questions asked are kept: below XDG_STATE_HOME, or ~/.local/state."""
    state = os.environ.get("XDG_STATE_HOME") or "~/.local/state"
    return Path(state).expanduser() / "kg" / "questions"


@contextmanager
def _line_editing(view: GraphView) -> Iterator[None]:
    """History and completion for as long as questions are read."""
    if readline is None:
        yield
        return
    file = history_file()
    readline.set_completer_delims("\n")
    readline.set_completer(Completer(view))
    readline.parse_and_bind("bind ^I rl_complete" if "libedit" in (readline.__doc__ or "") else "tab: complete")
    with suppress(OSError):  # there is none yet
        readline.read_history_file(file)
    try:
        yield
    finally:
        readline.set_completer(None)
        with suppress(OSError):  # a home that cannot be written to keeps no history
            file.parent.mkdir(parents=True, exist_ok=True)
            readline.set_history_length(HISTORY)
            readline.write_history_file(file)


class Completer:
    """Completes the end of a question: question words, relation words, and names of the graph."""

    def __init__(self, view: GraphView) -> None:
        self._finder = Finder(view)
        self._phrases = sorted({p for r in view.vocabulary.relations.values() for p in (*r.asks, *r.asks_inverse)})
        self._found: list[str] = []

    def __call__(self, text: str, state: int) -> str | None:
        """What readline calls: the completion of that number, None where there are no more."""
        if state == 0:
            self._found = self.completions(text)
        return self._found[state] if state < len(self._found) else None

    def completions(self, text: str) -> list[str]:
        """The whole line with its last words completed, the longest match of words first."""
        words = text.split(" ")
        for start in range(max(0, len(words) - 4), len(words)):
            head, end = words[:start], " ".join(words[start:])
            if len(end) < 2:
                continue
            fitting = [p for p in (*WORDS, *self._phrases) if p.startswith(end.casefold())]
            fitting += self._finder.beginning(end, 20)
            if fitting:
                return [" ".join([*head, found]) for found in dict.fromkeys(fitting)]
        return []
