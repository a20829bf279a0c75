"""Dates as heads and feet of news files write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.articles.words import MONTHS, WEEKDAYS

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_FORMS = (
    r"(?P<y1>(?:19|20)[0-9]{2})(?P<s>[-/.])(?P<n1>[01]?[0-9])(?P=s)(?P<d1>[0-3]?[0-9])(?![0-9])(?:T[0-9:.+Z-]{2,30})?",
    rf"(?P<d2>{_DAY})[\s.-]{{0,3}}(?:of\s)?(?P<m2>{_MONTH})[\s,.'-]{{0,3}}(?P<y2>{_YEAR})",
    rf"(?P<m3>{_MONTH})[\s-]{{0,3}}(?P<d3>{_DAY})[\s,.-]{{1,3}}(?P<y3>{_YEAR})",
    rf"(?P<d4>[0-3]?[0-9])(?P<t>[./-])(?P<n4>[0-3]?[0-9])(?P=t)(?P<y4>{_YEAR})",
)
_WEEKDAY = "(?:" + "|".join(WEEKDAYS) + r")\b[.,]?\s{0,2}"
_DATE = re.compile(rf"(?<![\w.])(?:{_WEEKDAY})?(?:{'|'.join(_FORMS)})(?![0-9])", re.IGNORECASE)
_YEARLESS = re.compile(
    rf"(?<!\w)(?:{_WEEKDAY})?(?:{_DAY}\s{{0,2}}{_MONTH}|{_MONTH}\s{{0,2}}{_DAY})(?![\w])|(?<!\w){_WEEKDAY}(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands in the string that was searched; ``value`` is None where no year is given."""

    start: int
    end: int
    value: date | None


def find_dates(text: str) -> Iterator[FoundDate]:
    """All dates of ``text`` that give day, month and year, from left to right.

    A numeric date that could be read in two ways (04/05/2023) is not one.
    """
    for match in _DATE.finditer(text):
        value = _value(match)
        if value is not None:
            yield FoundDate(match.start(), match.end(), value)


def date_at(text: str, position: int) -> FoundDate | None:
    """The date that begins at ``position``, be it with a year or, as datelines have it, without one."""
    match = _DATE.match(text, position)
    if match is not None and (value := _value(match)) is not None:
        return FoundDate(match.start(), match.end(), value)
    match = _YEARLESS.match(text, position)
    return None if match is None else FoundDate(match.start(), match.end(), None)


def parse_date(text: str) -> date | None:
    """The first full date that ``text`` holds."""
    return next((found.value for found in find_dates(text)), None)


def _value(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    try:
        if parts["y1"]:
            return date(int(parts["y1"]), int(parts["n1"]), int(parts["d1"]))
        if parts["y2"]:
            return date(int(parts["y2"]), _month(parts["m2"]), _day(parts["d2"]))
        if parts["y3"]:
            return date(int(parts["y3"]), _month(parts["m3"]), _day(parts["d3"]))
        first, second = int(parts["d4"]), int(parts["n4"])
        if parts["t"] != ".":
            if first <= 12 and second <= 12 and first != second:
                return None
            if second > 12:  # as in the United States
                first, second = second, first
        return date(int(parts["y4"]), second, first)
    except ValueError:
        return None


def _month(word: str) -> int:
    return MONTHS[word.casefold().rstrip(".")]


def _day(word: str) -> int:
    return int(word[:2] if word[:2].isdigit() else word[:1])
