"""The options that commands share, and the types of their values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

import click
from click.shell_completion import CompletionItem

from kg.cli.session import Session
from kg.settings import FORMATS, load_settings, variable_of
from kg.suggest import or_known

P = ParamSpec("P")

SHARED = ("store", "color", "quiet")
"""The settings that every command takes as options."""

if TYPE_CHECKING:
    WordType = click.ParamType[str]
else:
    WordType = click.ParamType  # generic only for type checkers of newer releases of click


class Word(WordType):
    """One of some words; another one is met with the nearest of them."""

    name = "word"

    def __init__(self, known: Sequence[str]) -> None:
        self.known = tuple(known)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002
        """The words, as the help shows them."""
        return f"[{'|'.join(self.known)}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word, if it is one of them."""
        if value not in self.known:
            self.fail(f"{value!r} is none of them; {or_known(str(value), self.known)}", param, ctx)
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        """The words that begin so."""
        return [CompletionItem(word) for word in self.known if word.startswith(incomplete)]


class Flag(click.Option):
    """An option that also has an environment variable, and says so in the help."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"show_envvar": True, **kwargs})

    def get_error_hint(self, ctx: click.Context | None) -> str:  # noqa: ARG002
        """How an error names the option; click would name the variable too, whichever was used."""
        return " / ".join(f"'{name}'" for name in (*self.opts, *self.secondary_opts))


class SettingFlag(Flag):
    """An option that is a setting: its variable is read by ``load_settings``, which has ``kg.toml`` behind it."""

    def resolve_envvar_value(self, ctx: click.Context) -> str | None:  # noqa: ARG002
        """Nothing: see the class."""
        return None


class Group(click.Group):
    """A command that has commands of its own; an unknown one is met with the nearest of them."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names; UsageError with the nearest ones where there is none."""
        if args[0] not in self.commands and not args[0].startswith("-"):
            hint = or_known(args[0], self.commands)
            raise click.UsageError(f"There is no command {ctx.info_name} {args[0]!r}: {hint}", ctx)
        return super().resolve_command(ctx, args)


def option(*names: str, **kwargs: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """``click.option`` with an environment variable (KG_COMMAND_OPTION) that the help shows."""
    return click.option(*names, cls=Flag, **kwargs)


def answering(command: Callable[Concatenate[Session, P], None]) -> Callable[..., None]:
    """Give a command the options of all that answer: ``--format``, and those of ``using_store``."""
    how = _setting("--format", "-f", "format", type=Word(FORMATS), help="How the answer is written (table).")
    return how(_with_session(command, (*SHARED, "format")))


def answering_in_time(command: Callable[Concatenate[Session, P], None]) -> Callable[..., None]:
    """The options of ``answering``, and ``--timeout``: for commands that only read."""

    @wraps(command)
    def run(session: Session, /, *args: P.args, **kwargs: P.kwargs) -> None:
        session.clock.start()
        try:
            command(session, *args, **kwargs)
        finally:
            session.clock.stop()

    how = _setting("--format", "-f", "format", type=Word(FORMATS), help="How the answer is written (table).")
    limit = _setting("--timeout", "timeout", metavar="SECONDS", help="Give up where there is no answer by then.")
    decorated: Callable[..., None] = how(limit(_with_session(run, (*SHARED, "format", "timeout"))))
    return decorated


def answering_with_frames(command: Callable[Concatenate[Session, P], None]) -> Callable[..., None]:
    """The options of ``answering``, and ``--frames``."""
    how = _setting("--format", "-f", "format", type=Word(FORMATS), help="How the answer is written (table).")
    return how(_frames(_with_session(command, (*SHARED, "format", "frames"))))


def using_store_with_frames(command: Callable[Concatenate[Session, P], None]) -> Callable[..., None]:
    """The options of ``using_store``, and ``--frames``."""
    return _frames(_with_session(command, (*SHARED, "frames")))


def building(command: Callable[Concatenate[Session, P], None]) -> Callable[..., None]:
    """The options of ``using_store``, ``--frames``, ``--fields`` and ``--cache``."""
    decorated = _frames(_with_session(command, (*SHARED, "frames", "fields", "cache")))
    for decorate in (
        _setting(
            "--cache",
            "cache",
            metavar="FOLDER",
            help="Where what was found in articles is kept (~/.cache/kg); none keeps nothing.",
        ),
        _setting("--fields", "fields", metavar="FIELD=KEY,…", help="Keys of JSON lines: text=body,title=headline."),
    ):
        decorated = decorate(decorated)
    return decorated


def _frames(command: Callable[..., None]) -> Callable[..., None]:
    decorate = _setting(
        "--frames",
        "frames",
        multiple=True,
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="A TOML file with relations and frames of your own (may be given more than once).",
    )
    decorated: Callable[..., None] = decorate(command)
    return decorated


def using_store(command: Callable[Concatenate[Session, P], None]) -> Callable[..., None]:
    """Give a command ``--store``, ``--color`` and ``--quiet``; it gets a Session of them."""
    return _with_session(command, SHARED)


def _with_session(command: Callable[Concatenate[Session, P], None], settings_of: Sequence[str]) -> Callable[..., None]:
    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        given = {name: kwargs.pop(name, None) for name in settings_of}
        if given["color"] is not None:
            given["color"] = "always" if given["color"] else "never"
        given["frames"] = given.get("frames") or None
        context = click.get_current_context()
        settings = load_settings({**(context.find_object(dict) or {}), **given})
        command(Session(settings, context), *args, **kwargs)

    decorated: Callable[..., None] = run
    for decorate in (
        _setting("--quiet", "-q", "quiet", is_flag=True, default=None, help="Say nothing but results and errors."),
        _setting(
            "--color/--no-color", "color", default=None, help="Colour even in a pipe, or nowhere; NO_COLOR works too."
        ),
        _setting(
            "--store",
            "store",
            type=click.Path(),
            metavar="FOLDER",
            help="The store (./kg.store), or the address of a SPARQL server.",
        ),
    ):
        decorated = decorate(decorated)
    return decorated


def _setting(*names: str, **kwargs: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(*names, cls=SettingFlag, envvar=variable_of(names[-1]), **kwargs)
