"""From lines to chunks: a chunk is what its writer meant as one paragraph, heading or list item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.articles.furniture import is_agency, read_furniture
from kg.model import Span

BLANK = " \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
BLANK += "\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\u00ad"
"""What is trimmed from the ends of spans: white space, and characters that have no width."""

WRAP_WIDTH = 132
"""Longer lines are whole paragraphs, never the lines of a wrapped one."""

_LINE = re.compile("[^\n\f\v\x85\u2028\u2029]+")
_BREAK = re.compile("\n[^\\S\n]*\n|[\f\v]")
_BULLET = re.compile(
    r"(?:[*•▪◦‣●■►–—+-]|[0-9]{1,2}[.)]|\([0-9]{1,2}\)|\([a-z]\)|\([ivx]{1,4}\)|[a-z]\))[ \t\xa0]{1,8}(?=\S)"
    r"|[•▪◦‣●■►](?=\S)"
)
_CLOSERS = "\"'”’»)]*_"
_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|No|Bros|St|Dr|Mr|Mrs|Ms|vs)\.$")
_NOTE = re.compile(r"(?<=[.!?”\"])\s{0,2}[(\[][^()\[\]]{1,30}[)\]]$")
_MARGIN = 14
_MARK = "•"
_GOING_ON = (";", "; and", ";and")
_LEAD_WORDS = 4
_LINE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Chunk:
    """A span of the text, trimmed, with its words on one line, and the bullet that stood before it."""

    span: Span
    words: str
    bullet: str = ""
    gap: bool = True
    """A blank line stands before it."""

    def cut(self, text: str, start: int, end: int) -> Chunk | None:
        """The chunk with less on either side; None if nothing is left of it."""
        span = trim(text, start, end)
        return None if span is None else replace(self, span=span, words=flat(span.of(text)))


def trim(text: str, start: int, end: int) -> Span | None:
    """``start`` to ``end`` without blanks at its ends; None if it is all blank."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(BLANK))
    if left == len(piece):
        return None
    return Span(start + left, start + len(piece.rstrip(BLANK)))


def flat(text: str) -> str:
    """``text`` with each run of white space as it shows on one line: newlines become spaces."""
    return text.replace("\n", " ")


def ends_sentence(words: str) -> bool:
    """Whether ``words`` end as a sentence does, and not in an abbreviation such as "P.E.I."."""
    bare = _NOTE.sub("", words[-200:]).rstrip(_CLOSERS + BLANK)
    if not bare or bare[-1] not in ".!?…":
        return False
    return _ABBREVIATION.search(bare[-24:]) is None


def find_chunks(text: str, start: int) -> list[Chunk]:
    """The chunks of ``text`` from ``start`` on: lines, with those of a wrapped paragraph put together.

    Lines are of a wrapped paragraph when they stand together and are so full that the next word would not have
    fitted, or when a sentence runs on in the next line in lower case. Lines that each end in a full stop, and lines
    that are longer than anybody wraps, are paragraphs of their own.
    """
    lines = list(_lines(text, start))
    width = _wrap_width(lines)
    groups: list[list[Chunk]] = []
    for line in lines:
        if groups and not line.gap and not line.bullet and _continues(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return _marked([_join(group) for group in groups])


def _marked(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks with a mark before the lines of a list that has none: at least two unfinished lines behind a colon,
    or lines that end in semicolons."""
    found = list(chunks)
    index = 0
    while index < len(chunks):
        led = len(chunks[index].words.split()) >= _LEAD_WORDS and chunks[index].words.endswith(":")
        end = start = index + 1 if led else index
        while end < len(chunks) and _is_line(chunks[end], open_ended=led):
            end += 1
        closed = start < end < len(chunks) and chunks[end - 1].words.endswith(_GOING_ON)
        end += closed and not chunks[end].bullet
        if end - start > 1:
            found[start:end] = [replace(chunk, bullet=chunk.bullet or _MARK) for chunk in chunks[start:end]]
        index = max(end, index + 1)
    return found


def _is_line(chunk: Chunk, *, open_ended: bool) -> bool:
    """Whether it is one line of a list: it goes on behind a semicolon, or, where told, has no full stop."""
    if chunk.bullet or len(chunk.words.split()) < _LINE_WORDS:
        return False
    unfinished = open_ended and len(chunk.words) < WRAP_WIDTH and chunk.words[-1] not in '.!?:…”"'
    return chunk.words.endswith(_GOING_ON) or unfinished


def _join(lines: list[Chunk]) -> Chunk:
    span = Span(lines[0].span.start, lines[-1].span.end)
    return replace(lines[0], span=span, words=" ".join(line.words for line in lines))


def _lines(text: str, start: int) -> Iterator[Chunk]:
    previous_end = start
    for match in _LINE.finditer(text, start):
        span = trim(text, match.start(), match.end())
        if span is None:
            continue
        gap = _BREAK.search(text, previous_end, span.start) is not None
        previous_end = span.end
        bullet = _BULLET.match(text, span.start, span.end)
        if bullet is not None and (inner := trim(text, bullet.end(), span.end)) and not is_agency(inner.of(text)):
            yield Chunk(inner, inner.of(text), bullet[0].strip(BLANK), gap)
        else:
            yield Chunk(span, span.of(text), "", gap)


def _wrap_width(lines: list[Chunk]) -> int:
    """The width at which the file's lines were wrapped; 0 if they were not."""
    upper = [a for a, b in pairwise(lines) if not b.gap and not b.bullet and len(a.words) <= WRAP_WIDTH]
    width = max((len(line.words) for line in upper), default=0)
    long = [line for line in upper if len(line.words) >= width - _MARGIN]
    running_on = sum(1 for line in long if not ends_sentence(line.words))
    return width if width >= 40 and running_on >= 2 and 2 * running_on > len(long) else 0


def _continues(before: Chunk, line: Chunk, width: int) -> bool:
    last = before.words
    first_word = line.words.split(None, 1)[0]
    if len(last) > WRAP_WIDTH or len(line.words) > WRAP_WIDTH:
        return line.words[0].islower() and last[-1].isalnum()
    if any(len(words) <= 100 and read_furniture(words) is not None for words in (last, line.words)):
        return False
    if line.words[0].islower() and not ends_sentence(last) and not last.endswith(":"):
        return True
    full = width > 0 and len(last) + 1 + len(first_word) > width
    return full and not line.words.startswith(("#", ">", "---", "==="))
