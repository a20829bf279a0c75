"""From the bytes of a file to its text."""

from __future__ import annotations

import codecs
import re

from kg.errors import ArticleError

_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3", "an SQLite database"),
)
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_CONTROL_SHARE = 0.01
_HINT = "Save it as plain text (UTF-8), or leave it out."


def decode(raw: bytes) -> str:
    """The text of a file, with newlines as ``\\n`` and nothing else changed.

    Tried in turn: a byte order mark, UTF-8, UTF-16 without a mark, Windows-1252, Latin-1. For a UTF-8 file
    the result is what ``Path.read_text(encoding="utf-8")`` gives, a mark at its start included.
    Raises ArticleError for what is not text.
    """
    refuse_other_formats(raw)
    text = _decode(raw).replace("\r\n", "\n").replace("\r", "\n")
    controls = len(_CONTROL.findall(text))
    if "\x00" in text or controls > 1 + _CONTROL_SHARE * len(text):
        raise ArticleError("binary data, not a text", _HINT)
    return text


def refuse_other_formats(raw: bytes) -> None:
    """Raises ArticleError, which names the format, where a file that should be text begins as others do."""
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise ArticleError(f"{what}, not a text", _HINT)


def _decode(raw: bytes) -> str:
    for mark, codec in _BOMS:
        if raw.startswith(mark):
            return _strict(raw, codec)
    wide = _utf16_without_mark(raw)
    if wide is not None:
        return _strict(raw, wide)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    mended = raw.decode("utf-8", errors="replace")
    good = sum(1 for char in mended if char > "\x7f" and char != "\ufffd")
    if 4 * mended.count("\ufffd") <= good:  # UTF-8 with a broken byte or two
        return mended
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _utf16_without_mark(raw: bytes) -> str | None:
    """Western text in UTF-16 has a NUL in every other byte, always on the same side."""
    head = raw[:4096]
    half = len(head) // 2
    if half == 0:
        return None
    even, odd = head[0::2].count(0) / half, head[1::2].count(0) / half
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    if even > 0.4 and odd < 0.05:
        return "utf-16-be"
    return None


def _strict(raw: bytes, codec: str) -> str:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError as error:
        raise ArticleError(f"broken {codec.upper()} text", _HINT) from error


def charset_of(media_type: str) -> str | None:
    """The charset that a Content-Type names."""
    _, found, charset = media_type.casefold().partition("charset=")
    return charset.split(";")[0].strip(" \"'")[:40] if found else None
