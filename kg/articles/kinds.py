"""What kind a file is: by its ending, and for single articles by what it really holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from kg.articles.document import Kind, Media

KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".md": "text",
    ".markdown": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".eml": "mail",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".warc": "warc",
    ".wet": "warc",
    ".zip": "zip",
}
"""The kind behind each ending; behind all of them ``.gz`` may stand."""
ENDINGS = (*KINDS, ".gz")
STREAMED: tuple[Kind, ...] = ("text", "html", "pdf", "mail", "jsonl", "warc")
"""The kinds that can be read from standard input."""

_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,100}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--.{0,2000}?-->\s{0,100}){0,5}"
                   rb"<(?:!doctype\s{1,5}html|html|head|body)\b", re.IGNORECASE | re.DOTALL)  # fmt: skip
_TAG = re.compile(rb"</?[a-zA-Z][a-zA-Z0-9]{0,20}[\s/>]")
_HEADER = re.compile(rb"(?:From |[A-Za-z][A-Za-z0-9-]{1,60}:)")
_FRAGMENT = re.compile(r"</(?:p|div|h[1-6]|li|article|span)>|<br\s?/?>|<p[\s>]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file, and whether it is packed with gzip."""

    kind: Kind
    gzipped: bool = False


def form_of(name: str) -> Form | None:
    """What the ending of a file name says; None where no article has that ending."""
    path = PurePath(name)
    gzipped = path.suffix.casefold() == ".gz"
    kind = KINDS.get((PurePath(path.stem) if gzipped else path).suffix.casefold())
    return None if kind is None else Form(kind, gzipped)


def media_of(raw: bytes, said: Kind) -> Media:
    """What an article's bytes are, of whatever its ending says."""
    head = raw[:4096]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if said != "mail" and _PAGE.match(head):
        return "html"
    if said == "html":
        return "html" if _TAG.search(raw) or b"\x00" in head else "text"
    if said == "mail":
        return "mail" if _HEADER.match(head.lstrip()) else "text"
    return "text"


def is_markup(text: str) -> bool:
    """Whether the text of a record is a piece of HTML."""
    return len(_FRAGMENT.findall(text[:20_000])) >= 2
