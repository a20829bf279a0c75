"""Puts more rows of text in order than memory holds: what does not fit is kept on disk, and gone afterwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain, groupby, islice
from operator import itemgetter

IN_MEMORY = 1 << 21
"""Characters of rows that are put in order in memory."""

PART = 1000


def scratch() -> sqlite3.Connection:
    """A database of its own that is in memory while it is small, then in a temporary file; it goes with its closing."""
    base = sqlite3.connect("", isolation_level=None)
    base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000;")
    return base


def in_order(rows: Iterable[tuple[str, ...]], columns: int) -> Iterator[tuple[str, ...]]:
    """Rows of so many texts in the order of their characters, equal ones once."""
    left = iter(rows)
    held: list[tuple[str, ...]] = []
    size = 0
    while part := list(islice(left, PART)):
        held += part
        size += sum(map(len, chain.from_iterable(part)))
        if size > IN_MEMORY:
            return _on_disk(chain(held, left), columns)
    return iter(sorted(set(held)))


def _on_disk(rows: Iterable[tuple[str, ...]], columns: int) -> Iterator[tuple[str, ...]]:
    names = [f"c{number}" for number in range(columns)]
    with closing(scratch()) as base:
        base.execute(f"CREATE TABLE line ({', '.join(f'{name} TEXT' for name in names)})")
        base.execute("BEGIN")
        base.executemany(f"INSERT INTO line VALUES ({', '.join('?' * columns)})", rows)
        found = base.execute(f"SELECT * FROM line ORDER BY {', '.join(names)}")
        yield from (row for row, _ in groupby(found))


def texts_in_order(texts: Iterable[str]) -> Iterator[str]:
    """Texts in the order of their characters, equal ones once."""
    return map(itemgetter(0), in_order(((text,) for text in texts), 1))
