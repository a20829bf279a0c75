"""HTML pages: the story without menus, teasers and adverts, by trafilatura."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

from kg.articles.decoding import decode
from kg.articles.formats.extracted import Extracted, with_title
from kg.errors import ArticleError

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,3}=\s{0,3}["']?([\w.:-]{1,40})""", re.IGNORECASE)
_DECLARATION = re.compile(r"\s{0,100}<\?xml[^>]{0,300}\?>", re.IGNORECASE)
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
"""Only dates that the page tells as its own; and none that depends on the day of reading."""


def read_html(raw: bytes, told: Mapping[str, str]) -> Extracted:
    """The story of a page. ``told`` may hold its address (``source``) and ``charset``.

    Raises ArticleError where trafilatura is not installed or finds no story.
    """
    try:
        import trafilatura  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        raise ArticleError(
            "reading HTML needs trafilatura, which is not installed", "pip install 'kg[formats]'"
        ) from error
    page = _DECLARATION.sub("", _decoded(raw, told.get("charset", "")), count=1)
    found = trafilatura.bare_extraction(
        page,
        url=told.get("source"),
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params=_DATES,
    )
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise ArticleError("no story in the page", "Leave it out: it may be a list of links, or need JavaScript.")
    paragraphs = [line.strip() for line in (found.text or "").split("\n") if line.strip()]
    fields = {
        "title": found.title,
        "author": found.author,
        "publisher": found.sitename,
        "published": found.date,
        "source": found.url,
    }
    known = {
        name: " ".join(value.split()) for name, value in fields.items() if isinstance(value, str) and value.strip()
    }
    return Extracted(with_title(known.get("title"), "\n\n".join(paragraphs)) + "\n", known)


def _decoded(raw: bytes, charset: str) -> str:
    """The page as text: by its byte order mark, what its server said, what it says itself, or what it looks like."""
    if not raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        declared = _CHARSET.search(raw[:4096])
        for name in (charset, declared[1].decode("ascii", "replace") if declared else ""):
            try:
                if name:
                    return raw.decode(codecs.lookup(name).name, "replace").replace("\x00", "")
            except (LookupError, UnicodeError):
                continue
    return decode(raw.replace(b"\x00", b"") if b"\x00<" not in raw[:200] and b"<\x00" not in raw[:200] else raw)
