"""Web archives: the pages of a WARC file, and the texts of a WET file."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path
from typing import Any

from kg.articles.bounds import MAX_BYTES, too_large
from kg.articles.decoding import charset_of, refuse_other_formats
from kg.articles.document import Broken, Document, Media, told
from kg.articles.naming import Keys
from kg.errors import ArticleError

_MEDIA: dict[str, Media] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "application/pdf": "pdf",
}
_HINT = "Fetch the file again."
_MAX_UNBROKEN = 4 * 1024 * 1024
_MAX_BLANK = 256 * 1024


class _Piecewise:
    """A stream that gives what it has at hand: what comes before a broken place is not lost with it.

    Raises ArticleError where there are no lines, or nothing but blank ones: warcio would search them for hours.
    """

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._unbroken = 0
        self._blank = 0

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read1(size)
        last = piece.rfind(b"\n")
        self._unbroken = self._unbroken + len(piece) if last < 0 else len(piece) - last
        self._blank = 0 if piece.strip() else self._blank + len(piece)
        if self._unbroken > _MAX_UNBROKEN or self._blank > _MAX_BLANK:
            raise ArticleError("not a WARC file, or a broken one from here on", _HINT)
        return piece


def warc_documents(stream: io.BufferedReader, name: str, path: Path) -> Iterator[Document | Broken]:
    """The pages that a web archive holds, one at a time in memory, each called by its address.

    Pages that were delivered (status 200), and extracted texts; not pictures, requests or redirections. The day of the
    crawl is told for want of a better date. ArticleError where the archive is broken from some record on.
    """
    keys = Keys(name)
    for record in _records(stream):
        media = _media_of(record)
        if media is None:
            continue
        address = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
        called = keys.name(address or str(record.rec_headers.get_header("WARC-Record-ID") or ""))
        try:
            with redirect_stderr(io.StringIO()):  # where warcio would write what it thinks of a broken page
                raw = record.content_stream().read(MAX_BYTES + 1)
        except ArticleError:
            raise
        except Exception as error:  # what was packed within its record may be broken too, in many ways
            yield Broken(called, f"broken in its archive: {type(error).__name__}", _HINT)
            continue
        if len(raw) > MAX_BYTES:
            yield Broken(called, str(too_large(len(raw))), "Leave it out.")
            continue
        crawled = str(record.rec_headers.get_header("WARC-Date") or "")[:10]
        charset = _charset(record) if media == "html" else None
        if raw.strip():
            yield Document(called, raw, media, told(source=address, crawled=crawled, charset=charset), path)


def _records(stream: io.BufferedReader) -> Iterator[Any]:
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ArticleError("reading WARC needs warcio, which is not installed", "pip install 'kg[formats]'") from error
    logging.getLogger("warcio").setLevel(logging.CRITICAL)
    refuse_other_formats(stream.peek(64))
    try:
        records = ArchiveIterator(_Piecewise(stream))
        records.INC_RECORD = ""  # it would write this on standard error
        yield from records
    except ArticleError:
        raise
    except Exception as error:  # what warcio meets in a broken file it tells in many ways
        raise ArticleError("not a WARC file, or a broken one from here on", _HINT) from error


def _media_of(record: Any) -> Media | None:
    """What an article's record holds; None for records that are no articles."""
    if record.rec_type == "conversion":
        kind = record.rec_headers.get_header("Content-Type")
    elif record.rec_type == "response" and record.http_headers is not None:
        if record.http_headers.get_statuscode() != "200":
            return None
        kind = record.http_headers.get_header("Content-Type")
    else:
        return None
    return _MEDIA.get(str(kind or "text/html").split(";")[0].strip().casefold())


def _charset(record: Any) -> str | None:
    kind = str(record.http_headers.get_header("Content-Type") or "") if record.http_headers is not None else ""
    return charset_of(kind)
