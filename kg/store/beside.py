"""A database beside a store, for what can be worked out from the store again, but not at every start.

It is true to the store only while it bears a stamp: that goes before the first change and comes back at the end.
Whoever was stopped in between finds it empty.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import StoreError
from kg.store.ordering import scratch

FILE = "identity.sqlite"
MEMORY = 8_000
"""Kilobytes of it that are held in memory."""


class Beside:
    """The database of the store in a folder; without a folder (of a store in memory, or on a server), one that lasts as
    long as it is open."""

    def __init__(self, folder: Path | None, stamp: str) -> None:
        """``stamp`` is what the database must bear to be ``whole``; another one, or one that was left unfinished or is
        damaged, is thrown away."""
        self._path = folder and folder / FILE
        kept = self._opened(stamp)
        self.whole = kept is not None
        self.base = kept or self._new()
        self.base.execute("BEGIN")

    def close(self, stamp: str | None) -> None:
        """Keep what it holds, as true to the store of that stamp; None where it is not."""
        with telling():
            self.base.execute("COMMIT")
            if stamp is not None and self._path:
                self.base.execute("PRAGMA synchronous = FULL")
                self.base.execute("INSERT INTO stamp VALUES (?)", (stamp,))
            self.base.close()

    def _opened(self, stamp: str) -> sqlite3.Connection | None:
        if self._path is None or not self._path.is_file():
            return None
        with suppress(sqlite3.Error):
            base = self._connection(self._path)
            if base.execute("SELECT text FROM stamp").fetchall() == [(stamp,)]:
                base.execute("PRAGMA synchronous = FULL")
                base.execute("DELETE FROM stamp")
                base.execute("PRAGMA synchronous = OFF")
                return base
            base.close()
        return None

    def _new(self) -> sqlite3.Connection:
        with telling():
            if self._path is None:
                return scratch()
            self._path.unlink(missing_ok=True)
            base = self._connection(self._path)
            base.execute("CREATE TABLE stamp (text TEXT)")
            return base

    def _connection(self, path: Path) -> sqlite3.Connection:
        base = sqlite3.connect(path, isolation_level=None)
        base.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -{MEMORY};")
        return base


@contextmanager
def telling() -> Iterator[None]:
    """Turns what goes wrong with the database into a StoreError."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StoreError(
            f"{FILE} of the store could not be written: {error}", "free some space, then try again"
        ) from error
