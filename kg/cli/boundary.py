"""Where errors end: each becomes one line, a hint of what to do, and the exit code of the contract."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

import click

from kg.errors import KgError

STOPPED = 130
"""What shells give for a program that Ctrl-C ended."""


@contextlib.contextmanager
def exit_code_of() -> Iterator[None]:
    """Turn whatever is raised within into a message on standard error and a SystemExit."""
    try:
        yield
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.UsageError as error:
        say(error.format_message(), f"{error.ctx.command_path if error.ctx else 'kg'} --help tells what there is")
        sys.exit(error.exit_code)
    except click.ClickException as error:
        say(error.format_message())
        sys.exit(error.exit_code)
    except KgError as error:
        say(error.message, error.hint)
        sys.exit(error.exit_code)
    except (Stopped, KeyboardInterrupt, click.Abort):
        if sys.stderr.isatty():
            click.echo(err=True)  # the terminal has just shown ^C
        say("stopped", "what was done so far is kept; run the same command again to go on")
        sys.exit(STOPPED)
    except Exception as error:
        if os.environ.get("KG_DEBUG", "0") not in ("", "0"):
            raise
        text = " ".join(str(error).split()) or "no message"
        say(
            f"something that kg did not foresee: {type(error).__name__}: {text}",
            "please report it; KG_DEBUG=1 before the command shows where it happened",
        )
        sys.exit(1)


class Stopped(Exception):  # noqa: N818 - no error: a person wanted it
    """Ctrl-C."""


@contextlib.contextmanager
def quiet_ends() -> Iterator[None]:
    """End with 0 where the reader of standard output has gone (``kg … | head``), and with one line on Ctrl-C."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes standard output once more at its end; that must not fail either.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None
    except KeyboardInterrupt:
        # Before click sees it, which would begin with an empty line.
        raise Stopped from None


def prepare_streams() -> None:
    """Write UTF-8 whatever the locale, and never fail on a character: file names may hold any bytes."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(message: str, hint: str | None = None) -> None:
    """Tell an error on standard error, with what to do about it."""
    colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    label = click.style("error:", fg="red", bold=True) if colour else "error:"
    with contextlib.suppress(OSError):
        click.echo(f"{label} {message}", err=True, color=colour)
        if hint:
            click.echo(f"hint:  {hint}", err=True, color=colour)
