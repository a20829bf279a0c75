"""Writes a command's result as a table, JSON, JSON lines, CSV, TSV or Markdown."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

Value = object
"""A cell: text, a number, a truth value or None."""


class _Console(Console):
    """Leaves a reader that has gone to the error boundary; rich would exit with 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


class Page:
    """Lays out text for people: wrapped on a terminal, one line each everywhere else; nothing is ever cut."""

    def __init__(self, stream: TextIO, color: str) -> None:
        self.on_terminal = stream.isatty()
        self._console = _Console(
            file=stream,
            force_terminal=True if color == "always" else None,
            no_color=False if color == "always" else None,
            color_system=None if color == "never" else "auto",
            highlight=False,
            markup=False,
            emoji=False,
        )

    def line(self, text: str = "", style: str = "", indent: int = 0) -> None:
        """One line of text, or more where a terminal is too narrow for it."""
        text = " ".join(_printable(text).split()) if text else ""
        if self.on_terminal and text:
            self._console.print(Padding(Text(text, style=style, overflow="fold"), (0, 0, 0, indent), expand=False))
        else:
            self._console.print(Text(" " * indent + text, style=style), soft_wrap=True)

    def spans(self, parts: Sequence[tuple[str, str]], indent: int = 0) -> None:
        """One line of text in pieces, each with a style of its own."""
        line = Text()
        for text, style in parts:
            line.append(_printable(text), style=style)
        # What was a line break in the article is a space by now; its ends are not wanted.
        line = Text(" ").join(piece for piece in line.split(" ") if piece.plain)
        if self.on_terminal and line.plain:
            line.overflow = "fold"
            self._console.print(Padding(line, (0, 0, 0, indent), expand=False))
        else:
            self._console.print(Text(" " * indent) + line, soft_wrap=True)

    def quote(self, text: str, marks: Sequence[tuple[int, int]] = (), indent: int = 0) -> None:
        """A sentence in quotation marks, some of its words (begin and end) set off where the terminal can."""
        said, text_end = Text("“"), len(text.rstrip())
        at = len(text) - len(text.lstrip())
        for begin, end in [*marks, (text_end, text_end)]:
            said.append(_tidy(text[at:begin]))
            said.append(_tidy(text[begin:end]), style="underline")
            at = end
        said.append("”")
        if self.on_terminal:
            said.overflow = "fold"
            self._console.print(Padding(said, (0, 0, 0, indent), expand=False))
        else:
            self._console.print(Text(" " * indent) + said, soft_wrap=True)

    def verbatim(self, text: str) -> None:
        """Text of several lines that must stay as it is, such as Turtle."""
        self._console.print(Text(text.rstrip("\n")), soft_wrap=True)

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
        """A table: wrapped to fit on a terminal, aligned by spaces elsewhere."""
        cells = [[one_line(value) for value in row] for row in rows]
        numeric = [all(isinstance(row[i], int | float) for row in rows) and bool(rows) for i in range(len(columns))]
        if not self.on_terminal:
            for line in _aligned([list(columns), *cells], numeric):
                self._console.print(Text(line), soft_wrap=True)
            return
        table = Table(box=None, header_style="bold", pad_edge=False)
        for name, right in zip(columns, numeric, strict=True):
            table.add_column(name, overflow="fold", justify="right" if right else "left")
        for row in cells:
            table.add_row(*(Text(cell) for cell in row))
        self._console.print(table)


def _tidy(text: str) -> str:
    """A piece of a sentence on one line: no control characters, one space between words; those at its ends stay."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    return re.sub(r" +", " ", plain)


@dataclass(frozen=True, slots=True)
class Output:
    """A result: rows for the formats of rows; ``document`` for JSON and ``text`` for people where those say more."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Value]]
    document: object = None
    text: Callable[[Page], None] | None = None


def write(output: Output, format: str, color: str, stream: TextIO) -> None:
    """Write a result in one of the formats of the settings."""
    if format == "table":
        page = Page(stream, color)
        if output.text:
            output.text(page)
        else:
            page.table(output.columns, output.rows)
    elif format == "json":
        objects = list(_objects(output)) if output.document is None else output.document
        stream.write(json.dumps(objects, ensure_ascii=False, indent=2) + "\n")
    elif format == "jsonl":
        stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in _objects(output))
    elif format == "markdown":
        stream.writelines(line + "\n" for line in _markdown(output))
    else:
        writer = csv.writer(stream, delimiter="\t" if format == "tsv" else ",", lineterminator="\n")
        writer.writerow(output.columns)
        for row in output.rows:
            # A tab or a line break within a TSV cell would break the table for most of its readers.
            writer.writerow([one_line(value) if format == "tsv" else _word(value) for value in row])


def one_line(value: Value) -> str:
    """A value as a cell of one line."""
    return " ".join(_printable(_word(value)).split())


def _printable(text: str) -> str:
    """The text without control characters: articles may hold some, and on a terminal they could do anything."""
    return "".join(c if c.isprintable() else " " for c in text)


def _word(value: Value) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _objects(output: Output) -> Iterable[dict[str, Value]]:
    for row in output.rows:
        yield dict(zip(output.columns, row, strict=True))


def _markdown(output: Output) -> Iterable[str]:
    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(cell.replace("\\", "\\\\").replace("|", "\\|") for cell in cells) + " |"

    yield line(output.columns)
    yield line("---" for _ in output.columns)
    for row in output.rows:
        yield line(one_line(value) for value in row)


def _aligned(table: Sequence[Sequence[str]], numeric: Sequence[bool]) -> Iterable[str]:
    widths = [max(cell_len(row[i]) for row in table) for i in range(len(numeric))]
    for row in table:
        cells = []
        for text, width, right in zip(row, widths, numeric, strict=True):
            gap = " " * (width - cell_len(text))
            cells.append(gap + text if right else text + gap)
        yield "  ".join(cells).rstrip()
