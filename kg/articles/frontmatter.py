"""The ``---`` block at the start of a Markdown file."""

from __future__ import annotations

import re

_FENCE = re.compile(r"[\ufeff\s]{0,8}---[ \t]*\n")
_KEY = re.compile(r"([A-Za-z][\w -]{0,40})[ \t]*:(?:[ \t]+(.*))?$")
_MAX_LINES = 200
_NAMES = {
    "headline": "title",
    "site": "publisher",
    "site_name": "publisher",
    "outlet": "publisher",
    "newspaper": "publisher",
    "authors": "author",
    "byline": "author",
    "by": "author",
    "date": "published",
    "published_at": "published",
    "published_time": "published",
    "url": "source",
    "link": "source",
    "address": "source",
}


def split_front_matter(text: str) -> tuple[dict[str, str], int]:
    """The fields of the front matter, and where the text behind it begins.

    Keys come out as title, publisher, author, published, source or, if others, in lower case as written. Without
    front matter (none there, no closing line, no ``key: value`` in it): ``({}, 0)``.
    """
    opening = _FENCE.match(text)
    if opening is None:
        return {}, 0
    fields: dict[str, str] = {}
    position = opening.end()
    for _ in range(_MAX_LINES):
        end = text.find("\n", position)
        line = text[position : end if end >= 0 else len(text)]
        position = end + 1 if end >= 0 else len(text)
        if line.rstrip() in ("---", "..."):
            return (fields, position) if fields else ({}, 0)
        match = _KEY.match(line.rstrip()) if len(line) <= 5000 else None
        if match is not None:
            key = match[1].strip().casefold()
            value = _unquote((match[2] or "").strip())
            if value:
                fields.setdefault(_NAMES.get(key, key), value)
        if end < 0:
            break
    return {}, 0


def _unquote(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        inner = value[1:-1]
        return inner.replace("''", "'") if value[0] == "'" else inner.replace('\\"', '"').replace("\\\\", "\\")
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_unquote(part.strip()) for part in value[1:-1].split(",") if part.strip())
    return value
