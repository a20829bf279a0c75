"""Which articles print one report: near-duplicate texts, found by the runs of words that they share.

A text's sketch is a fixed part of the hashes of its runs of five words (FracMinHash), so that the share of one text
that stands in another can be told from the sketches alone, also where one of them is cut short.
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from array import array
from base64 import b85decode, b85encode
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b, sha256
from math import ceil, floor, log2
from typing import Any

RUN = 5
"""Words in a run."""
KEPT = 4
"""One of so many hashes is kept."""
FEWEST = 10
"""A sketch of fewer hashes tells too little: such texts are copies only where they are equal, word for word."""
COPIED = 0.6
"""A text of which this share stands in another is its copy."""
BYTES = 6
FREQUENT = 50
"""A hash that so many articles have is looked for only where there is no way around it: what all articles of a
newspaper end with would bring all of them together."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS sketch
    (id INTEGER PRIMARY KEY, name TEXT UNIQUE, date TEXT, first TEXT, class INTEGER, hashes BLOB);
CREATE TABLE IF NOT EXISTS hash (class INTEGER, hash INTEGER, sketch INTEGER, PRIMARY KEY (class, hash, sketch))
    WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS near (one INTEGER, other INTEGER, PRIMARY KEY (one, other)) WITHOUT ROWID;
"""


def sketch(text: str) -> str:
    """A text in brief: what comes out is the same for texts with the same words."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    words = re.findall(r"[^\W_]+", plain)
    runs = {" ".join(words[i : i + RUN]).encode() for i in range(max(1, len(words) - RUN + 1))}
    hashes = (blake2b(run, digest_size=BYTES).digest() for run in runs)
    kept = sorted(h for h in hashes if h[-1] % KEPT == 0)
    if len(kept) < FEWEST:
        return "=" + sha256(" ".join(words).encode()).hexdigest()[:24]
    return b85encode(b"".join(kept)).decode()


class Copies:
    """Articles by their sketches, and which of them print one report. The first article of a report, by its date of
    publication and its name, is the one that its copies are said to copy.

    All of it is in SQLite, where hashes are filed by the size of their sketch: of a sketch of some size, so many hashes
    must be shared that those which most articles have need not be looked at. Changes are kept by whoever owns the
    connection.
    """

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        for statement in SCHEMA.split(";"):
            base.execute(statement)
        self._classes = {size for (size,) in self._all("SELECT DISTINCT class FROM sketch")}

    def copy_of(self, name: str) -> str | None:
        """The article that an article copies; None where it is the first, or the only one, of its report."""
        first = next((first for (first,) in self._all("SELECT first FROM sketch WHERE name = ?", name)), name)
        return None if first == name else str(first)

    def put(self, name: str, sketched: str, date: str | None) -> set[str]:
        """Give an article this sketch; tells which other articles now copy another one than before."""
        touched = self._forget(name)
        hashes = _hashes(sketched)
        near = self._near(hashes)
        size = int(2 * log2(len(hashes)))
        added = self._base.execute(
            "INSERT INTO sketch (name, date, first, class, hashes) VALUES (?, ?, ?, ?, ?)",
            (name, date or "9999", name, size, hashes.tobytes()),
        )
        number = added.lastrowid
        self._classes.add(size)
        self._base.executemany("INSERT INTO hash VALUES (?, ?, ?)", ((size, each, number) for each in hashes))
        pairs = [pair for other in near for pair in ((number, other), (other, number))]
        self._base.executemany("INSERT INTO near VALUES (?, ?)", pairs)
        return self._settle({*touched, name}) - {name}

    def remove(self, name: str) -> set[str]:
        """Take an article away; tells which others now copy another one than before."""
        return self._settle(self._forget(name)) - {name}

    def _near(self, hashes: array[int]) -> list[int]:
        """The articles that share so much with a sketch that one copies the other."""
        own, found = set(hashes), []
        for size in sorted(self._classes):
            least = min(floor(2 ** (size / 2)), len(hashes))
            for number, raw in self._candidates(size, hashes, ceil(COPIED * least)):
                others = array("Q", raw)
                if len(own.intersection(others)) >= COPIED * min(len(own), len(others)):
                    found.append(number)
        return found

    def _candidates(self, size: int, hashes: array[int], shared: int) -> Iterator[tuple[int, bytes]]:
        """The articles with a sketch of that size that may share so many of the hashes, and what theirs are."""
        counted = (
            "SELECT value, (SELECT COUNT(*) FROM (SELECT 1 FROM hash WHERE class = ? AND hash = value LIMIT ?))"
            " FROM json_each(?)"
        )
        spread = sorted((count, each) for each, count in self._all(counted, size, FREQUENT, json.dumps(list(hashes))))
        rare = sum(count < FREQUENT for count, _ in spread)
        looked = max(rare, len(spread) - shared + 1)
        unseen = len(spread) - looked
        chosen = json.dumps([each for count, each in spread[:looked] if count])
        yield from self._base.execute(
            "SELECT id, hashes FROM sketch JOIN (SELECT sketch, COUNT(*) AS seen FROM hash"
            " WHERE class = ? AND hash IN (SELECT value FROM json_each(?)) GROUP BY sketch HAVING seen >= ?)"
            " ON id = sketch WHERE seen + ? >= ? * min(?, length(hashes) / ?)",
            (size, chosen, shared - unseen, unseen, COPIED, len(hashes), hashes.itemsize),
        )

    def _forget(self, name: str) -> set[str]:
        """Take out the article; gives those that were near it."""
        near: set[str] = set()
        for number, size, raw in self._all("SELECT id, class, hashes FROM sketch WHERE name = ?", name):
            near = set(self._named(self._beside(number)))
            gone = ((size, each, number) for each in array("Q", raw))
            self._base.executemany("DELETE FROM hash WHERE class = ? AND hash = ? AND sketch = ?", gone)
            self._base.execute("DELETE FROM near WHERE one = ? OR other = ?", (number, number))
            self._base.execute("DELETE FROM sketch WHERE id = ?", (number,))
        return near

    def _settle(self, names: Iterable[str]) -> set[str]:
        """Work out the first article of the reports of these; gives those for which it is another now."""
        changed: set[str] = set()
        done: set[int] = set()
        for name in sorted(names):
            for (number,) in self._all("SELECT id FROM sketch WHERE name = ?", name):
                report = set() if number in done else self._report(number)
                done |= report
                chosen = "SELECT name, first FROM sketch WHERE id IN (SELECT value FROM json_each(?))"
                members = self._all(f"{chosen} ORDER BY date, name", json.dumps(list(report)))
                moved = [(members[0][0], each) for each, first in members if first != members[0][0]]
                self._base.executemany("UPDATE sketch SET first = ? WHERE name = ?", moved)
                changed.update(each for _, each in moved)
        return changed

    def _report(self, number: int) -> set[int]:
        found, waiting = {number}, [number]
        while waiting:
            new = set(self._beside(waiting.pop())) - found
            found |= new
            waiting += new
        return found

    def _beside(self, number: int) -> list[int]:
        return [other for (other,) in self._all("SELECT other FROM near WHERE one = ?", number)]

    def _named(self, numbers: Iterable[int]) -> list[str]:
        chosen = "SELECT name FROM sketch WHERE id IN (SELECT value FROM json_each(?))"
        return [name for (name,) in self._all(chosen, json.dumps(list(numbers)))]

    def _all(self, sql: str, *values: object) -> list[Any]:
        return self._base.execute(sql, values).fetchall()


def _hashes(sketched: str) -> array[int]:
    """The hashes of a sketch, each once, as numbers: an article has about a hundred of them."""
    if sketched.startswith("="):
        return array("Q", [int(sketched[1:16], 16) | 1 << 62])  # as no hash of six bytes is
    raw = b85decode(sketched)
    return array("Q", dict.fromkeys(int.from_bytes(raw[i : i + BYTES]) for i in range(0, len(raw), BYTES)))


def independent(articles: Iterable[str], copy_of: Mapping[str, str | None]) -> int:
    """How many reports these articles are: copies of one count once."""
    return len({copy_of.get(name) or name for name in articles})
