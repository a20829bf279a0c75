"""What each chunk of an article is: title, heading, paragraph, item, caption, or no part of the story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.articles.chunks import Chunk, ends_sentence, find_chunks
from kg.articles.dateline import read_dateline
from kg.articles.dates import find_dates
from kg.articles.furniture import (
    DATELINE,
    FOOT,
    PLAIN,
    STAMP,
    Clues,
    fold,
    is_agency,
    is_name,
    is_outlet,
    is_tail,
    read_furniture,
    without_emphasis,
)
from kg.articles.words import ROLES
from kg.model import Block, BlockKind, Span

_STAMP = re.compile(r"date\s{1,3}(?=(?:19|20)[0-9]{2}-)|(?=(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]\s)", re.IGNORECASE)
_MARKUP = re.compile(r"(#{1,6}\s{1,4}|>\s{0,3}|\*{1,3}(?=[^\s*])|_{1,3}(?=[^\s_]))")
_LETTERS = re.compile(r"[^\W\d_]")
_IMAGE = re.compile(r"!\[[^\]]{0,500}\]\(|<!--|\[!\[")
_CAPTION = re.compile(
    r"\W{0,2}(?:seated|standing|pictured|in (?:the|this) (?:photo|picture|image)|photo ?:|caption ?:|"
    r"from (?:the )?left|\(?l[- ]r\b|(?:file|handout) photo)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\s{0,3}(?:[-–—|/.]\s{0,2})?[(\[]?(?:photos?|image|picture|credits?|file photo)"
    r"\s{0,2}(?:by|courtesy|credit)?\s{0,2}[:/][^:]{1,60}[\])|\s]{0,3}$",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"(?:\s{1,3}(?:[-–—]{1,3}\s?|[(/\[]\s?)|(?<=[.”\"])\s{0,2}(?:[Ss]ource|[Cc]ourtesy)\s?:\s{0,2})"
    r"([^\W\d_][\w /-]{1,40})[)/\]]?\.?$"
)
_HEADING_WORDS = 18
_HEADING_LENGTH = 160
_DATELINE_REACH = 3
_TITLE_REACH = 30
_FOOT_WORDS = 5


def read_layout(text: str, start: int, known_title: str | None = None) -> tuple[list[Block], Clues]:
    """The blocks of ``text`` from ``start`` on, and what its head, foot and dateline tell of the article.

    ``known_title`` is the title from the front matter; the line that repeats it is then the title block.
    """
    clues = Clues()
    chunks = [chunk for chunk in find_chunks(text, start) if not _is_decoration(chunk)]
    chunks = _take_stamp(text, chunks, clues)
    if not chunks:
        return [], clues
    first, last = _story(chunks)
    head = _read_head(text, chunks[:first], clues, known_title)
    body = _read_body(text, chunks[first : last + 1], clues)
    foot = _read_foot(text, chunks[last + 1 :], clues)
    return _end_signature(text, head + body + foot, clues), clues


def _is_decoration(chunk: Chunk) -> bool:
    if _LETTERS.search(chunk.words) is None:
        return next(find_dates(chunk.words[:40]), None) is None
    return _IMAGE.match(chunk.words) is not None


def _take_stamp(text: str, chunks: list[Chunk], clues: Clues) -> list[Chunk]:
    """Scraped pages may begin with "date 2022-02-23" or the day alone, before whatever the page itself begins with."""
    if not chunks:
        return chunks
    first = chunks[0]
    match = _STAMP.match(first.words)
    found = next(find_dates(first.words[:60]), None) if match is not None else None
    if match is None or found is None or found.start != match.end() or found.value is None:
        return chunks
    clues.dates.append((STAMP, found.value))
    rest = first.cut(text, first.span.start + found.end, first.span.end)
    return ([] if rest is None else [rest]) + chunks[1:]


def _is_prose(words: str) -> bool:
    if len(words) > _HEADING_LENGTH:
        return True
    count = len(words.split())
    if not ends_sentence(words):
        return count > 2 * _HEADING_WORDS
    bare = words.rstrip("\"'”’»)]*_ ")
    return count >= 3 if bare.endswith(".") else count >= _HEADING_WORDS


def _story(chunks: Sequence[Chunk]) -> tuple[int, int]:
    """The first and the last chunk of the story itself; all of them if none is a sentence."""
    prose = [
        index
        for index, chunk in enumerate(chunks)
        if _is_prose(chunk.words)
        and not _is_bracketed(chunk)
        and not chunk.words.startswith("#")
        and not _is_furniture(chunk)
    ]
    if not prose:
        return (0, len(chunks) - 1) if len(chunks) == 1 else (len(chunks), len(chunks) - 1)
    first = prose[0]
    while first > 0 and chunks[first - 1].bullet:
        first -= 1
    last = max(prose[-1], max((index for index, chunk in enumerate(chunks) if chunk.bullet), default=0))
    return first, last


def _is_furniture(chunk: Chunk) -> bool:
    return not chunk.bullet and read_furniture(chunk.words) is not None


def _is_bracketed(chunk: Chunk) -> bool:
    return chunk.words[0] in "([" and chunk.words.rstrip(".")[-1:] in ")]"


def _is_caption(chunk: Chunk) -> bool:
    return _is_bracketed(chunk) or (_CAPTION.match(chunk.words) or _CREDIT.search(chunk.words[-100:])) is not None


# --- head ---------------------------------------------------------------------------------------------


def _read_head(text: str, chunks: Sequence[Chunk], clues: Clues, known_title: str | None) -> list[Block]:
    blocks: list[Block] = []
    lines: list[Chunk] = []
    for chunk in chunks:
        found = None if chunk.words.startswith("#") else read_furniture(chunk.words)
        dateline = read_dateline(chunk.words) if found is None else None
        if found is not None:
            clues.add(found)
        elif dateline is not None and dateline.length == len(chunk.words):
            _take_dateline(dateline.place, dateline.agency, clues)
            clues.dates.extend([(DATELINE, dateline.day)] if dateline.day else [])
        elif _is_caption(chunk):
            blocks.extend(_caption(text, chunk))
        else:
            lines.append(chunk)
    title = _choose_title(lines[:_TITLE_REACH], clues, known_title)
    seen: set[str] = set()
    for index, line in enumerate(lines):
        folded = fold(line.words)
        other = index != title and not line.bullet
        if index < title or folded in seen or (other and (" " not in line.words or _is_byline(line, clues))):
            continue
        seen.add(folded)
        span = _without_markup(text, line.span)
        blocks.append(Block(span, "title" if index == title else "item" if line.bullet else "heading"))
        if index == title:
            clues.title = clues.title or " ".join(without_emphasis(span.of(text)).split())
    return sorted(blocks, key=lambda block: block.span)


def _choose_title(lines: Sequence[Chunk], clues: Clues, known_title: str | None) -> int:
    """Which of the head's lines is the headline; their number if none is."""
    wanted = fold(known_title or clues.title or "")
    marked = [index for index, line in enumerate(lines) if wanted and fold(line.words) == wanted]
    marked += [index for index, line in enumerate(lines) if line.words.startswith("# ")]
    if marked:
        return marked[0]
    names = [index for index, line in enumerate(lines) if is_name(line.words)]
    likely = [index for index in range(len(lines)) if index not in names and not _is_kicker(lines, index)]
    if not likely:
        likely = [index for index in range(len(lines)) if index not in names and len(lines[index].words.split()) > 1]
    chosen = likely[0] if likely else len(lines)
    for index in range(chosen):
        if index in names and not clues.author:
            clues.author = lines[index].words
        elif is_outlet(lines[index].words) or lines[index].words.split(" - ")[0].isupper():
            clues.publisher = clues.publisher or _outlet(lines[index].words)
    return chosen


def _is_kicker(lines: Sequence[Chunk], index: int) -> bool:
    """A line above the headline: a section, a site's name, "UNIVERSITY OF X - News"."""
    words = lines[index].words
    later = [line.words for line in lines[index + 1 :] if not is_name(line.words) and fold(line.words) != fold(words)]
    longer = any(len(line.split()) > len(words.split()) for line in later)
    if len(words.split()) == 1:
        return True
    outlet = is_outlet(words) and len(words.split()) <= 5
    return longer and (outlet or len(words.split()) == 2 or (words.split(" - ")[0].isupper() and " - " in words))


def _outlet(words: str) -> str:
    return re.split(r" [-–—|] ", words)[0].strip()


def _is_byline(line: Chunk, clues: Clues) -> bool:
    """A line below the headline that is a bare name: a reporter's or an outlet's."""
    words = line.words.split()
    if is_name(line.words) or (len(words) <= 3 and words[-1].casefold() in ROLES):
        clues.author = clues.author or line.words
        return True
    if is_outlet(line.words) and len(words) <= 4 and line.words.istitle():
        clues.publisher = clues.publisher or line.words
        return True
    return False


# --- body ---------------------------------------------------------------------------------------------


def _read_body(text: str, chunks: Sequence[Chunk], clues: Clues) -> list[Block]:
    blocks: list[Block] = []
    reach = _DATELINE_REACH
    skipping = False
    for index, chunk in enumerate(chunks):
        prose = _is_prose(chunk.words)
        if skipping and not prose:
            continue
        skipping = is_tail(chunk.words) and not prose and not chunk.bullet
        found = read_furniture(chunk.words)
        told = found is not None and not chunk.bullet and (found.publisher or found.source)
        if skipping or told or (found is not None and found.junk):
            continue
        if reach and prose and not chunk.bullet:
            reach -= 1
            inner = _after_dateline(text, chunk, clues)
            if inner is not chunk:
                chunk, reach = inner, 0
        after = chunks[index + 1] if index + 1 < len(chunks) else None
        blocks.extend(_block(text, chunk, after, len(chunks)))
    return blocks


def _after_dateline(text: str, chunk: Chunk, clues: Clues) -> Chunk:
    dateline = read_dateline(chunk.words)
    if dateline is None:
        return chunk
    # A chunk's words differ from its text in blanks only where lines were joined, never in the window of one line.
    inner = chunk.cut(text, chunk.span.start + _length_in_text(text, chunk, dateline.length), chunk.span.end)
    if inner is None:
        return chunk
    _take_dateline(dateline.place, dateline.agency, clues)
    if dateline.day is not None:
        clues.dates.append((DATELINE, dateline.day))
    return inner


def _length_in_text(text: str, chunk: Chunk, length: int) -> int:
    """How many characters of the text the first ``length`` of the chunk's words are."""
    wanted = sum(1 for char in chunk.words[:length] if not char.isspace())
    seen = 0
    for offset in range(chunk.span.end - chunk.span.start):
        if seen == wanted:
            return offset
        if not text[chunk.span.start + offset].isspace():
            seen += 1
    return chunk.span.end - chunk.span.start


def _take_dateline(place: str | None, agency: str | None, clues: Clues) -> None:
    clues.place = place or clues.place
    if agency and not clues.publisher:
        clues.publisher = " ".join(agency.split())


def _block(text: str, chunk: Chunk, after: Chunk | None, count: int) -> list[Block]:
    words = chunk.words
    if _is_caption(chunk):
        return _caption(text, chunk)
    kind: BlockKind = "paragraph"
    if chunk.bullet:
        numbered = chunk.bullet.strip("().").isdigit()
        lonely = after is not None and not after.bullet and _is_prose(after.words)
        short = _is_heading(words) and len(words.split()) <= 8
        kind = "heading" if numbered and lonely and short else "item"
    elif count > 1 and (words.startswith("#") or _is_heading(words)):
        kind = "heading"
    span = _without_markup(text, chunk.span)
    return [Block(span, kind)] if span.end > span.start else []


def _is_heading(words: str) -> bool:
    if ends_sentence(words) or len(words) > _HEADING_LENGTH:
        return False
    return len(words.split()) <= _HEADING_WORDS and not words.endswith((",", ";", "-")) and not words[0].islower()


def _caption(text: str, chunk: Chunk) -> list[Block]:
    """A caption without its brackets and its credit; nothing if a credit is all that it is."""
    start, end = chunk.span.start, chunk.span.end
    if _is_bracketed(chunk):
        start, end = start + 1, start + text[start:end].rstrip(".").rfind(text[start:end].rstrip(".")[-1:])
    credit = _CREDIT.search(text[max(start, end - 100) : end])
    if credit is not None:
        end = max(start, end - 100) + credit.start()
    inner = chunk.cut(text, start, end)
    return [] if inner is None or len(inner.words.split()) < 3 else [Block(inner.span, "caption")]


def _without_markup(text: str, span: Span) -> Span:
    """A heading's hashes, a quotation's mark and emphasis around the whole chunk are no part of it."""
    start, end = span.start, span.end
    while (match := _MARKUP.match(text, start, end)) is not None:
        mark = match[1]
        if mark[0] in "*_":
            if not text.endswith(mark, start + len(mark), end) or text.count(mark[0], start, end) != 2 * len(mark):
                break
            end -= len(mark)
        start = match.end()
    piece = text[start:end]
    inner = piece.strip()
    if not inner:
        return span
    start += len(piece) - len(piece.lstrip())
    return Span(start, start + len(inner))


# --- foot ---------------------------------------------------------------------------------------------


def _read_foot(text: str, chunks: Sequence[Chunk], clues: Clues) -> list[Block]:
    """Behind the last full sentence: furniture, and maybe a sentence without its stop; bare names tell nothing."""
    blocks: list[Block] = []
    for chunk in chunks:
        if is_tail(chunk.words):
            break
        found = read_furniture(chunk.words)
        if found is not None:
            found.dates = [(FOOT if rank == PLAIN else rank, day) for rank, day in found.dates]
            clues.add(found)
        elif len(chunk.words.split()) >= _FOOT_WORDS:
            blocks.extend(_block(text, chunk, None, len(chunks) + 1))
    return blocks


def _end_signature(text: str, blocks: list[Block], clues: Clues) -> list[Block]:
    """An agency's name behind the last sentence ("… said. – Bernama") is no part of it."""
    if not blocks:
        return blocks
    span = blocks[-1].span
    begin = max(span.start, span.end - 60)
    match = _SIGNATURE.search(text[begin : span.end])
    if match is None or not is_agency(match[1]) or begin + match.start() <= span.start:
        return blocks
    clues.publisher = clues.publisher or match[1].strip()
    return [*blocks[:-1], Block(Span(span.start, begin + match.start()), blocks[-1].kind)]
