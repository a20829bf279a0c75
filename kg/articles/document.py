"""What the disk, or a container on it, holds: articles not yet looked into, and places where one could not be had."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Kind = Literal["text", "html", "pdf", "mail", "jsonl", "warc", "zip"]
"""What a file can be: one article, or a container of some."""
Media = Literal["text", "html", "pdf", "mail"]
"""What the bytes of one article can be."""
Told = tuple[tuple[str, str], ...]
"""What is known of an article from outside its bytes, by field, sorted: title, author, publisher, published, source;
``crawled`` is a date for want of a better one, ``charset`` what its server said of its bytes."""

STANDARD_INPUT = Path("-")
"""Where an article is read from that has no file."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article as its source holds it, not yet looked into. ``path`` is the file that it lies in."""

    name: str
    raw: bytes
    media: Media = "text"
    told: Told = ()
    path: Path | None = None

    @property
    def sha256(self) -> str:
        """Names the content and all that is told of it: an article is read again where this changes."""
        if self.media == "text" and not self.told:
            return hashlib.sha256(self.raw).hexdigest()
        digest = hashlib.sha256(json.dumps([self.media, self.told]).encode())
        digest.update(self.raw)
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Broken:
    """Something in a source that gives no article, why, and what to do.

    ``hides`` is the source, or the record of a container, below whose name there may be more articles, which could not
    be reached; empty where there are none.
    """

    name: str
    reason: str
    hint: str | None = None
    hides: str = ""


@dataclass(frozen=True, slots=True)
class InputOptions:
    """How sources are read: ``fields`` name the keys of JSON lines that hold an article's text, title and so on;
    ``standard_input`` is the kind of what ``-`` gives (None: one article, its kind found out)."""

    fields: Mapping[str, str] = field(default_factory=dict)
    standard_input: Kind | None = None


def told(**fields: str | None) -> Told:
    """The fields that have a value, as documents carry them."""
    return tuple(sorted((name, value.strip()) for name, value in fields.items() if value and value.strip()))
