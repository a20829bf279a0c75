"""Keeps extractions between builds: what was read once, by this extractor, need not be read again for another store."""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import suppress
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.model import Article, Evidence, Extraction, Extractor, Literal, Mention, Referent, Span, Statement

FILE = "extractions.sqlite"
FORM = 1
"""Raised where an extraction is written in another way."""


class CachedExtractor:
    """An extractor that keeps what it found, by the article's content, in a file that several builds may use at once.

    The file is only ever a help: where it cannot be read or written, nothing is found and nothing kept. Failures are
    not kept.
    """

    def __init__(self, extractor: Extractor, folder: Path) -> None:
        """``folder`` is made where there is none."""
        self._extractor = extractor
        self._folder = folder

    def __reduce__(self) -> tuple[Any, ...]:
        return _made_again, (self._extractor, self._folder)

    @property
    def version(self) -> str:
        """The extractor's own."""
        return self._extractor.version

    def extract(self, article: Article) -> Extraction:
        """What the extractor found in an article of this content, whatever it was called, now or before."""
        version_for = getattr(self._extractor, "version_for", None)
        # Of the same page another release of a library may take another text.
        text = sha256(article.text.encode("utf-8", "replace")).hexdigest()
        key = f"{FORM} {article.sha256} {text} {version_for(article.text) if version_for else self.version}"
        found = self._get(key, article.name)
        if found is None:
            found = self._extractor.extract(article)
            body = zlib.compress(json.dumps(_plain(found), ensure_ascii=False, separators=(",", ":")).encode())
            self._run("INSERT OR REPLACE INTO extraction VALUES (?, ?)", key, body)
        return found

    def _get(self, key: str, article: str) -> Extraction | None:
        for (body,) in self._run("SELECT body FROM extraction WHERE key = ?", key):
            with suppress(ValueError, KeyError, TypeError, zlib.error):
                return _extraction(article, json.loads(zlib.decompress(body)))
        return None

    def _run(self, sql: str, *values: object) -> list[Any]:
        with suppress(sqlite3.Error):
            return self._connection.execute(sql, values).fetchall() if self._connection else []
        return []

    @cached_property
    def _connection(self) -> sqlite3.Connection | None:
        with suppress(OSError, sqlite3.Error):
            self._folder.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self._folder / FILE, isolation_level=None)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = OFF")  # what is lost in a crash is read again
            connection.execute("CREATE TABLE IF NOT EXISTS extraction (key TEXT PRIMARY KEY, body BLOB)")
            return connection
        return None


@lru_cache(maxsize=1)
def _made_again(extractor: Extractor, folder: Path) -> CachedExtractor:
    """One for all the documents that another process reads: the connection stays open."""
    return CachedExtractor(extractor, folder)


def _plain(extraction: Extraction) -> dict[str, list[Any]]:
    """An extraction as JSON knows it, without the name of its article."""
    return {
        "referents": [
            [r.key, r.type, r.label, r.labels, [[m.span.start, m.span.end, m.form] for m in r.mentions], dict(r.hints)]
            for r in extraction.referents
        ],
        "statements": [
            [
                s.subject,
                s.predicate,
                [s.object.value, s.object.datatype] if isinstance(s.object, Literal) else s.object,
                [[e.start, e.end, e.quote] for e in s.evidence],
                s.modality,
                s.confidence,
                s.frame,
            ]
            for s in extraction.statements
        ],
    }


def _extraction(article: str, plain: dict[str, list[Any]]) -> Extraction:
    """The extraction that ``_plain`` wrote, for an article of this name."""
    referents = tuple(
        Referent(key, kind, label, tuple(labels), tuple(Mention(Span(a, b), form) for a, b, form in mentions), hints)
        for key, kind, label, labels, mentions, hints in plain["referents"]
    )
    statements = tuple(
        Statement(
            subject,
            predicate,
            Literal(*end) if isinstance(end, list) else end,
            tuple(Evidence(article, a, b, quote) for a, b, quote in evidence),
            modality,
            confidence,
            frame,
        )
        for subject, predicate, end, evidence, modality, confidence, frame in plain["statements"]
    )
    return Extraction(article, referents, statements)
