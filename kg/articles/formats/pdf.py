"""PDF files: their text, page by page, without what stands on every page."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence

from kg.articles.formats.extracted import Extracted, with_title
from kg.errors import ArticleError

MAX_PAGES = 400
"""A longer document is a book."""
_EDGE = 3
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]{0,4}(?:page|p\.)?\s{0,2}[0-9]{1,4}(?:\s{0,2}(?:/|of)\s{0,2}[0-9]{1,4})?[-–—|\s]{0,4}", re.I
)
_BROKEN_WORD = re.compile(r"([^\W\d_]{2,})[-\u00ad\u2010]\n[ \t]*([^\W\d_]+)")
_BLANKS = re.compile(r"[ \t\xa0]+")


def read_pdf(raw: bytes) -> Extracted:
    """The text of a PDF, with words mended that were broken at the ends of lines.

    Raises ArticleError where pypdf is not installed, and for files that are encrypted, broken, or hold only pictures.
    """
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - an extra, and slow to load
        from pypdf.errors import PyPdfError  # noqa: PLC0415 - as above
    except ImportError as error:
        raise ArticleError("reading PDF needs pypdf, which is not installed", "pip install 'kg[formats]'") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(raw), strict=False)
        if reader.is_encrypted:
            raise ArticleError("an encrypted PDF", "Save it without its password.")
        if len(reader.pages) > MAX_PAGES:
            raise ArticleError(f"{len(reader.pages):,} pages: not an article (limit {MAX_PAGES})", "Split it.")
        pages = [page.extract_text() or "" for page in reader.pages]
        title = reader.metadata.title if reader.metadata else None
    except PyPdfError as error:
        raise ArticleError(f"a broken PDF: {' '.join(str(error).split())[:100]}", "Fetch the file again.") from error
    text = mended(pages)
    if not text.strip():
        raise ArticleError("a PDF without text: its pages are pictures", "Have its text recognised (OCR) first.")
    fields = {"title": " ".join(title.split())} if isinstance(title, str) and _stands_in(title, text) else {}
    return Extracted(with_title(fields.get("title"), text), fields)


def mended(pages: Sequence[str]) -> str:
    """The text of pages as one: heads, feet and page numbers dropped, broken words joined."""
    cut = [[_BLANKS.sub(" ", line).strip() for line in page.split("\n")] for page in pages]
    lines = [[line for line in page if line] if "" not in page[1:-1] else _trimmed(page) for page in cut]
    repeated = _repeated(lines)
    text = ""
    for page in lines:
        kept = [line for index, line in enumerate(page) if not _is_furniture(index, page, repeated)]
        body = "\n".join(kept).strip()
        if body:
            ended = not text or text[-1] in '.!?:”"’'
            text += ("\n\n" if ended and text else "\n" if text else "") + body
    whole = set(re.findall(r"[^\W\d_]+-[^\W\d_]+", text))

    def join(match: re.Match[str]) -> str:
        first, second = match[1], match[2]
        compound = second[0].isupper() or f"{first}-{second}" in whole
        return f"{first}-{second}" if compound else first + second

    return _BROKEN_WORD.sub(join, text) + "\n"


def _trimmed(page: list[str]) -> list[str]:
    return "\n".join(page).strip("\n").split("\n")


def _shape(line: str) -> str:
    return re.sub(r"[0-9]+", "#", line.casefold())


def _repeated(pages: Sequence[Sequence[str]]) -> set[str]:
    """The shapes of lines that stand at the top or bottom of at least half of the pages, and of more than one."""
    counted: Counter[str] = Counter()
    for page in pages:
        counted.update({_shape(line) for line in (*page[:_EDGE], *page[-_EDGE:]) if line})
    return {shape for shape, count in counted.items() if count >= max(2, len(pages) / 2)}


def _is_furniture(index: int, page: Sequence[str], repeated: set[str]) -> bool:
    if _EDGE <= index < len(page) - _EDGE:
        return False
    return _shape(page[index]) in repeated or _PAGE_NUMBER.fullmatch(page[index]) is not None


def _stands_in(title: str, text: str) -> bool:
    """Whether the title that a PDF's maker noted is one: many are the name of a file."""
    words = re.findall(r"[^\W_]{3,}", title.casefold())
    head = set(re.findall(r"[^\W_]{3,}", text[:3000].casefold()))
    return len(words) >= 3 and sum(word in head for word in words) >= 0.8 * len(words)
