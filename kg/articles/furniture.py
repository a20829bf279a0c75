"""The lines of a page that are not story: dates, bylines, credits, buttons, addresses — and what they tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from kg.articles.dates import find_dates
from kg.articles.words import (
    AGENCIES,
    CONTACT_STARTS,
    CREDIT_STARTS,
    FURNITURE_LINES,
    FURNITURE_STARTS,
    LABELS,
    NAME_PARTICLES,
    NOT_IN_NAMES,
    OUTLET_WORDS,
    ROLES,
    TAIL_STARTS,
    WEEKDAYS,
)

MAX_LENGTH = 220
"""No line of furniture is longer."""
DESK_WORDS = 12
"""No line of agencies' names alone has more."""

_MASK = "\x1f"
_URL = re.compile(r"https?://[^\s<>()]{3,500}|\bwww\.[^\s<>()]{3,300}")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,64}")
_PHONE = re.compile(r"(?<![\w/])\+?[0-9][0-9 ()./-]{7,20}[0-9](?!\w)")
_TIME = re.compile(
    r"\b(?:at\s)?[0-2]?[0-9][:.][0-5][0-9](?::[0-5][0-9])?(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:UTC|GMT|PKT|IST|EST|EDT|CET|BST|MYT|HKT)\b)?"
    r"(?:\s?[+-][0-9]{1,2}(?::?[0-9]{2})?)?|\b[0-9]{1,2}\s?[ap]\.?m\b\.?",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"(?:<\s?)?\b(?:[0-9][0-9,.]{0,7}k?|an?|no|one|two|three|four|five)\s?(?:min(?:ute)?s?(?:\sread)?|hours?|days?|weeks?|comments?|views?|shares?|"
    r"reads?|likes?)(?:\sago)?\b(?:\sread\b)?|(?<![\w.,])[0-9]{1,4}(?![\w.,])",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b[.,]?", re.IGNORECASE)
_HANDLE = re.compile(r"\(?@\w{2,30}\)?")
_DATE_LABEL = re.compile(
    r"((?:first\s)?published|posted|last\supdated|last\smodified|updated|modified|date|created|issued|released)"
    r"(?:\s(?:on|at))?\s?[:-]?\s{0,2}$",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:^|(?<=[\x1f|•]))\s{0,3}(?:By|BY|From|Posted by|Written by|Story by|(?<=[\x1f|•] )by)\s{1,3}"
    r"(?=[^\W\da-z_]|our\b|staff\b)"
)
_LABEL = re.compile(
    rf"(?<![\w]) ?({'|'.join(sorted(map(re.escape, LABELS), key=len, reverse=True))})\s{{0,2}}:\s{{0,3}}", re.IGNORECASE
)
_SEPARATOR = re.compile(r"\x1f+|[|•·»›]|\s[–—/-]{1,3}\s|\s{2,8}")
_OWNER = re.compile(r"(?:copyright|©|\(c\)|\s){1,6}(?:(?:19|20)[0-9]{2}[-–—, ]{0,3}){0,3}([^.|,]{2,40})", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=[\w.!?])[*_](?!\w)")
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_]*(?:['’.-][^\W\d_]*){0,4}$")
_ENDING = re.compile(r"[-–—*#\s]{0,6}(?:ends?|endi|enditem|30)?[-–—*#\s]{0,6}$", re.IGNORECASE)
PUBLISHED, DATELINE, PLAIN, FOOT, STAMP, UPDATED = range(6)
"""How far a date can be trusted to be the day of publication, best first."""


@dataclass(slots=True)
class Clues:
    """What furniture tells of the article. ``dates`` are pairs of rank and date."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    source: str | None = None
    place: str | None = None
    dates: list[tuple[int, date]] = field(default_factory=list)
    junk: bool = False
    """It is furniture wherever it stands, not only at the head or foot."""

    def add(self, other: Clues) -> None:
        """Take over what ``other`` knows and this does not."""
        self.title = self.title or other.title
        self.publisher = self.publisher or other.publisher
        self.author = self.author or other.author
        self.source = self.source or other.source
        self.place = self.place or other.place
        self.dates.extend(other.dates)

    @property
    def published(self) -> date | None:
        """The date that is most likely the day of publication; among equals the one nearest to the story."""
        return min(reversed(self.dates), key=lambda pair: pair[0])[1] if self.dates else None


def fold(words: str) -> str:
    """``words`` for comparison: casefolded, one space between, no punctuation at the ends."""
    return " ".join(words.casefold().split()).strip(" .,:;!?|*_#-–—>»<«\"'“”‘’")


def without_emphasis(words: str) -> str:
    """``words`` without the asterisks and underscores of Markdown."""
    return _EMPHASIS.sub("", words)


def is_agency(words: str) -> bool:
    """Whether ``words`` are the name of a news agency, or several with dashes or slashes."""
    folded = fold(words)
    if folded.replace(" ", "_") in AGENCIES:
        return True
    parts = [part for part in re.split(r"\s?[/-]\s?", folded) if part]
    return bool(parts) and all(part.replace(" ", "_") in AGENCIES for part in parts)


def is_outlet(words: str) -> bool:
    """Whether ``words`` look like the name of a newspaper, a site or an agency."""
    return is_agency(words) or any(word in OUTLET_WORDS for word in re.split(r"[\s/-]", fold(words)))


def is_name(words: str) -> bool:
    """Whether ``words`` could be the bare name of a reporter: two to four capitalised words, none a headline's."""
    parts = words.split()
    if not 2 <= len(parts) <= 4 or len(words) > 50:
        return False
    if any(part.casefold().strip(".,") in NOT_IN_NAMES for part in parts):
        return False
    return _capitalised(parts) and parts[-1][0].isupper() and not is_outlet(words)


def is_tail(words: str) -> bool:
    """Whether ``words`` head the links and addresses behind a story."""
    folded = fold(words)
    return len(words) <= 60 and folded.startswith(TAIL_STARTS) and len(folded.split()) <= 6


@lru_cache(maxsize=512)
def read_furniture(words: str) -> Clues | None:
    """What the line ``words`` tells if it is furniture; None if it may be story. Kept for a while, since each line is
    asked about at several steps: not to be changed.

    One grammar for all of it: what is a date, a time, a count, an address, a labelled value or a
    byline is taken away; the line is furniture if something was, and what stays is at most a few names.
    """
    if len(words) > MAX_LENGTH:
        return None
    words = without_emphasis(words)
    if _is_junk(words):
        clues = Clues(junk=True)
        if (url := _URL.search(words)) is not None and fold(words).startswith("http"):
            clues.source = url[0].rstrip(".,;")
        if (owner := _OWNER.match(words)) is not None and is_outlet(owner[1]):
            clues.publisher = owner[1].strip()
        return clues
    bracket = words.strip()
    if bracket[:1] in "([" and bracket[-1:] in ")]" and is_agency(bracket[1:-1]):
        return Clues(publisher=bracket[1:-1].strip(), junk=True)
    if bracket[:1] in "-–—" and is_agency(bracket):
        return Clues(publisher=bracket.strip("-–— ."), junk=True)
    clues = Clues()
    rest, found = _take_dates(words, clues)
    rest = _TIME.sub(_MASK, rest) if found else rest
    labelled = False
    for _ in range(3):
        rest, more = _take_labelled(rest, clues)
        if not more:
            break
        labelled = True
    if found or labelled:
        rest = _WEEKDAY.sub(_MASK, _COUNT.sub(_MASK, rest))
    rest = _HANDLE.sub(_MASK, rest)
    rest, byline = _take_byline(rest, clues, bool(found))
    if not (found or labelled or byline) and _MASK not in rest:
        return _desk(words)
    return clues if _take_names(rest, clues, found) else None


def _is_junk(words: str) -> bool:
    folded = fold(words)
    count = len(folded.split())
    if folded in FURNITURE_LINES or _ENDING.match(words):
        return True
    if folded.startswith("http") and count == 1:
        return True
    inner = words.strip().strip("([])").casefold().lstrip()
    if inner.startswith(CREDIT_STARTS) and words.strip()[:1] in "([":
        return True
    if count <= 12 and inner.startswith(FURNITURE_STARTS + CONTACT_STARTS):
        return True
    if count <= 5 and inner.endswith(("photo", "photos", "pic", "photobernama")) and words.strip()[:1] in "([":
        return True
    if "all rights reserved" in folded or inner.startswith(("©", "copyright ©", "copyright (c)")):
        return True
    if inner.startswith(CONTACT_STARTS) and count <= 30:
        return True
    return count <= 12 and (_EMAIL.search(words) is not None or (count <= 8 and _bare_phone(words)))


def _bare_phone(words: str) -> bool:
    match = _PHONE.search(words)
    return match is not None and sum(char.isdigit() for char in match[0]) >= 8 and not list(find_dates(words))


def _take_dates(words: str, clues: Clues) -> tuple[str, int]:
    rest, position, count = "", 0, 0
    for found in find_dates(words):
        before = words[position : found.start]
        label = _DATE_LABEL.search(before)
        rank = PLAIN
        if label is not None:
            word = label[1].casefold()
            rank = UPDATED if "updated" in word or "modified" in word else PUBLISHED
            before = before[: label.start()]
        if found.value is not None:
            clues.dates.append((rank, found.value))
        rest += before + _MASK
        position = found.end
        count += 1
    return rest + words[position:], count


def _take_labelled(words: str, clues: Clues) -> tuple[str, bool]:
    match = _LABEL.search(words)
    if match is None:
        return words, False
    before = words[: match.start()].strip(_MASK + " |•-–—")
    if before and not before.istitle():
        return words, False
    kind = LABELS[match[1].casefold()]
    value, _, after = words[match.end() :].partition(_MASK)
    pieces = re.split(r"\s?[|•]\s?", value, maxsplit=1)
    value = pieces[0].strip()
    after = _MASK + "".join(pieces[1:]) + _MASK + after
    url = _URL.search(value)
    if url is not None:
        clues.source = url[0].rstrip(".,;")
        value = value[: url.start()].strip(" ,:-–—")
    if len(value.split()) > 14 or (kind != "title" and len(value.split()) > 3 and value.endswith(".")):
        return words, False
    if kind in ("publisher", "title", "author") and value:
        setattr(clues, kind, _shorten(value) if kind == "author" else value.strip(" .,;"))
    return words[: match.start()] + after, True


def _take_byline(words: str, clues: Clues, dated: bool) -> tuple[str, bool]:
    match = _BYLINE.search(words)
    if match is None:
        return words, False
    value, _, after = words[match.end() :].partition(_MASK)
    pieces = _SEPARATOR.split(value, maxsplit=1)
    name = pieces[0].strip(" ,.;")
    parts = name.replace(",", "").split()
    capital = sum(1 for part in parts if part[0].isupper())
    role = any(part.casefold() in ROLES for part in parts)
    if not parts or len(parts) > 14 or (2 * capital < len(parts) and not role):
        return words, False
    if len(parts) > 3 and not role and not dated and value.rstrip().endswith("."):
        return words, False
    if any(
        part.islower() and fold(part) not in NAME_PARTICLES | ROLES | {"and", "in", "for", "at", "of", "the"}
        for part in parts
    ):
        return words, False
    clues.author = _shorten(name)
    return words[: match.start()] + _MASK + _MASK.join(pieces[1:]) + _MASK + after, True


def _shorten(name: str) -> str:
    """A byline without role and place: "A B, Senior Reporter" and "A B in Rome" are "A B"."""
    names = [part.strip() for part in name.split(",")]
    kept = [names[0]]
    for part in names[1:]:
        if any(word.casefold().strip(".") in ROLES for word in part.split()) or not _capitalised(
            part.replace(" and ", " ").split()
        ):
            break
        kept.append(part)
    if len(kept) == 2 and " and " not in kept[1]:
        kept = kept[:1]
    return re.sub(r" (?:in|for|at) [^,]{1,40}?(?=$| and )", "", ", ".join(kept)).strip(" .,;")


def _take_names(rest: str, clues: Clues, dated: int) -> bool:
    """Whether what is left are only a few names: a place, an outlet, a section."""
    segments = [segment.strip(" ,.;:()[]–—-\xa0") for segment in _SEPARATOR.split(rest)]
    segments = [segment.removeprefix("in ") for segment in segments]
    segments = [segment for segment in segments if segment and not _is_junk(segment)]
    if sum(len(segment.split()) for segment in segments) > 8 or len(segments) > 4:
        return False
    for segment in segments:
        words = segment.replace(",", " ").split()
        role = any(word.casefold() in ROLES for word in words)
        if len(words) > 5 or not (_capitalised(words) or role or (dated and len(words) == 1)):
            return False
        if is_outlet(segment) and not clues.publisher:
            clues.publisher = segment
        elif dated and not role and not clues.place and segment[0].isupper() and _stands_as_place(segment, rest):
            clues.place = segment
    return True


def _stands_as_place(segment: str, rest: str) -> bool:
    """Beside a date, "Ottawa, Ontario", "Ottawa," and "- Ottawa" are places; a bare "World" is a section."""
    return "," in segment or f"{segment}," in rest or re.search(rf"[-–—] {re.escape(segment)}", rest) is not None


def _desk(words: str) -> Clues | None:
    """A line such as "Our Correspondent" or "Web Desk", or an agency's bare name."""
    parts = fold(words).split()
    if len(parts) > DESK_WORDS:
        return None
    if is_agency(words):
        return Clues(publisher=words.strip())
    if 1 < len(parts) <= 4 and all(part in ROLES or is_agency(part) for part in parts):
        return Clues(author=words.strip())
    return None


def _capitalised(words: list[str]) -> bool:
    return all(
        (word[0].isupper() and _NAME_WORD.match(word.rstrip(",")) is not None)
        or fold(word) in NAME_PARTICLES
        or fold(word) in ("and", "&", "of", "the")
        for word in words
    )
