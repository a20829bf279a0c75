"""Which articles print one report: near-duplicate texts, found by the runs of words that they share.

A text's sketch is a fixed part of the hashes of its runs of five words (FracMinHash), so that the share of one text
that stands in another can be told from the sketches alone, also where one of them is cut short.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from base64 import b85decode, b85encode
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import blake2b, sha256

RUN = 5
"""Words in a run."""
KEPT = 4
"""One of so many hashes is kept."""
FEWEST = 10
"""A sketch of fewer hashes tells too little: such texts are copies only where they are equal, word for word."""
COPIED = 0.6
"""A text of which this share stands in another is its copy."""
BYTES = 6


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
    """Articles by their sketches, and which of them print one report.

    ``dates`` gives each article's date of publication; the first article of a report is the one that its copies
    are said to copy.
    """

    def __init__(self, sketches: Mapping[str, str], dates: Mapping[str, str | None]) -> None:
        self._hashes: dict[str, array[int]] = {}
        self._holders: dict[int, tuple[str, ...]] = {}
        self._dates: dict[str, str] = {}
        self._first: dict[str, str] = {}
        self._near: dict[str, set[str]] = {}
        for name in sorted(sketches):
            self._learn(name, sketches[name], dates.get(name))
        self._settle(self._near)

    def copy_of(self, name: str) -> str | None:
        """The article that an article copies; None where it is the first, or the only one, of its report."""
        first = self._first.get(name, name)
        return None if first == name else first

    def put(self, name: str, sketched: str, date: str | None) -> set[str]:
        """Give an article this sketch; tells which other articles now copy another one than before."""
        touched = self._forget(name)
        self._learn(name, sketched, date)
        return self._settle(touched | {name}) - {name}

    def remove(self, name: str) -> set[str]:
        """Take an article away; tells which others now copy another one than before."""
        return self._settle(self._forget(name)) - {name}

    def _learn(self, name: str, sketched: str, date: str | None) -> None:
        hashes = _hashes(sketched)
        shared = Counter(other for each in hashes for other in self._holders.get(each, ()))
        near = {o for o, n in shared.items() if n >= COPIED * min(len(hashes), len(self._hashes[o]))}
        self._hashes[name], self._dates[name], self._near[name] = hashes, date or "9999", near
        for other in near:
            self._near[other].add(name)
        for each in hashes:
            self._holders[each] = (*self._holders.get(each, ()), name)

    def _forget(self, name: str) -> set[str]:
        """Take out the article; gives those that were near it."""
        for each in self._hashes.pop(name, ()):
            others = tuple(other for other in self._holders.pop(each) if other != name)
            if others:
                self._holders[each] = others
        near = self._near.pop(name, set())
        for other in near:
            self._near[other].discard(name)
        self._dates.pop(name, None)
        self._first.pop(name, None)
        return near

    def _settle(self, names: Iterable[str]) -> set[str]:
        """Work out the first article of the reports of these; gives those for which it is another now."""
        changed: set[str] = set()
        done: set[str] = set()
        for name in names:
            if name in done or name not in self._near:
                continue
            report = self._report(name)
            done |= report
            first = min(report, key=lambda n: (self._dates[n], n))
            for each in report:
                if self._first.get(each, each) != first:
                    changed.add(each)
                self._first[each] = first
        return changed

    def _report(self, name: str) -> set[str]:
        found, waiting = {name}, [name]
        while waiting:
            new = self._near[waiting.pop()] - found
            found |= new
            waiting += new
        return found


def _hashes(sketched: str) -> array[int]:
    """The hashes of a sketch, each once, as numbers: an article has about a hundred of them."""
    if sketched.startswith("="):
        return array("Q", [int(sketched[1:16], 16) | 1 << 63])  # as no hash of six bytes is
    raw = b85decode(sketched)
    return array("Q", dict.fromkeys(int.from_bytes(raw[i : i + BYTES]) for i in range(0, len(raw), BYTES)))


def independent(articles: Iterable[str], copy_of: Mapping[str, str | None]) -> int:
    """How many reports these articles are: copies of one count once."""
    return len({copy_of.get(name) or name for name in articles})
