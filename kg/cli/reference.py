"""Writes docs/cli.md from the commands' own ``--help``: ``python -m kg.cli.reference docs/cli.md``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kg.cli.main import COMMANDS, cli

WIDTH = 100


def reference() -> str:
    """The page, in Markdown. The same commands give the same page, whatever the terminal."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# The commands of kg"
    yield ""
    yield "Written from `--help` by `make docs`; a test holds the two together."
    yield ""
    yield from _page("kg", _help(cli, "kg", None))
    root = _context(cli, "kg", None)
    for name in COMMANDS:
        command = cli.get_command(root, name)
        assert command is not None
        yield ""
        yield from _page(f"kg {name}", _help(command, name, root))
        if isinstance(command, click.Group):
            group = _context(command, name, root)
            for own, below in command.commands.items():
                yield ""
                yield from _page(f"kg {name} {own}", _help(below, own, group))


def _page(title: str, text: str) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    yield "```text"
    yield from (line.rstrip() for line in text.splitlines())
    yield "```"


def _help(command: click.Command, name: str, parent: click.Context | None) -> str:
    context = _context(command, name, parent)
    formatter = click.HelpFormatter(width=WIDTH, max_width=WIDTH)
    command.format_help(context, formatter)
    return formatter.getvalue()


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    return click.Context(command, info_name=name, parent=parent, **command.context_settings)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(), encoding="utf-8")
