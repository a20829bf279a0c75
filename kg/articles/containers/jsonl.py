"""JSON lines: one article a line, as an object with its text, title and so on."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from kg.articles.decoding import refuse_other_formats
from kg.articles.document import Broken, Document, told
from kg.articles.kinds import is_markup
from kg.articles.naming import Keys
from kg.errors import ArticleError

MAX_LINE = 4 * 1024 * 1024
"""A longer line is not read into memory: four times the longest text that is an article."""
FIELDS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content"),
    "title": ("title", "headline"),
    "published": ("published", "date", "published_at"),
    "source": ("url", "source", "link"),
    "publisher": ("publisher",),
    "author": ("author",),
    "id": ("id",),
}
"""The keys under which each field of an article is looked for, the first that has a value first."""

_PATIENCE = 100
_SECONDS = re.compile(r"[0-9]{10}(?:[0-9]{3})?(?:\.[0-9]*)?")
_TOLD = ("title", "published", "source", "publisher", "author")
_SKIP = 1 << 20


def jsonl_documents(
    stream: BinaryIO, name: str, path: Path, fields: Mapping[str, str], *, numbered: bool = True
) -> Iterator[Document | Broken]:
    """The articles of a stream of JSON lines, one at a time in memory.

    ``fields`` names other keys than ``FIELDS``; a dot leads into an object (``meta.url``). A record is called by its
    id, else its address, else its line's number, or without ``numbered`` by its content. A line that gives no article
    is told as Broken; ArticleError where this is no file of JSON lines at all.
    """
    keys = Keys(name)
    where = {field: (fields[field],) if field in fields else known for field, known in FIELDS.items()}
    good = False
    for number, line in _lines(stream):
        try:
            found = {field: _first(_record(line), paths) for field, paths in where.items()}
        except ArticleError as error:
            if not good and number >= _PATIENCE:
                raise ArticleError("not one article in its first lines: not a file of JSON lines", error.hint) from None
            yield Broken(keys.name(f"line {number}"), error.message, error.hint, hides=name)
            continue
        good = True
        fallback = str(number) if numbered else hashlib.sha256(line or b"").hexdigest()[:12]
        called = keys.name(found["id"] or found["source"] or fallback)
        if found["text"]:
            yield _document(called, found, path)
        else:
            wanted = ", ".join(where["text"])
            yield Broken(called, f"no text in it: looked for {wanted}", "Name the key of the text: --fields text=KEY.")


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """The lines that are not blank, each with its number; None for one that is too long."""
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        if number == 1:
            refuse_other_formats(line)
        if len(line) <= MAX_LINE:
            if line.strip():
                yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_SKIP)
        yield number, None


def _record(line: bytes | None) -> dict[str, Any]:
    if line is None:
        raise ArticleError(f"a line of more than {MAX_LINE // 1024 // 1024} MB", "Leave it out, or split it.")
    try:
        record = json.loads(line.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        where = f": {error}" if isinstance(error, json.JSONDecodeError) else ""
        raise ArticleError(f"not JSON{where}", "Each line is an object: {…}.") from None
    if not isinstance(record, dict):
        raise ArticleError("not a JSON object", "Each line is an object: {…}.")
    return record


def _document(name: str, found: dict[str, str], path: Path) -> Document:
    raw = found["text"].encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode()
    fields = {field: _clean(found[field]) for field in _TOLD}
    fields["published"] = _day(fields["published"])
    return Document(name, raw, "html" if is_markup(found["text"]) else "text", told(**fields), path)


def _first(record: dict[str, Any], paths: tuple[str, ...]) -> str:
    return next(filter(None, (_plain(_at(record, path)) for path in paths)), "")


def _at(record: dict[str, Any], path: str) -> object:
    """What lies under a key, or under several, one in the other."""
    if path in record:
        return record[path]
    value: object = record
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _plain(value: object) -> str:
    """A value as text: of a list its members, of an object its name."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return ", ".join(filter(None, (_plain(each) for each in value[:20])))
    return _plain(value.get("name")) if isinstance(value, dict) else ""


def _day(value: str) -> str:
    """A date; seconds or milliseconds since 1970 become one."""
    if not _SECONDS.fullmatch(value):
        return value
    return datetime.fromtimestamp(int(value[:10]), UTC).date().isoformat()


def _clean(value: str) -> str:
    return " ".join(value.encode("utf-8", "replace").decode().split())[:2000]
