"""Finds dates in a text and says which day, month or year they mean, relative to the article's own date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from kg.model import Span

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sep sept", "october oct", "november nov", "december dec"), 1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: i for i, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
UNKNOWN_YEAR = "????"
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_UNTIL = r"(?:\s*(?:-|–|—|to|and|&)\s*[0-3]?\d(?:st|nd|rd|th)?)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE | re.ASCII)
    for pattern in (
        r"\b(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)\b",
        rf"\b{_DAY}\s+{_MONTH}\s*(?:to|until|till|through|-|–)\s*[0-3]?\d(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+{_YEAR}",
        rf"\b{_DAY}{_UNTIL}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"\b{_MONTH}\s+{_DAY}{_UNTIL},?\s+{_YEAR}",
        rf"\b{_DAY}{_UNTIL}\s+(?:of\s+)?{_MONTH}(?!\s*\d)",
        rf"\b{_MONTH}\s+{_DAY}{_UNTIL}\b(?!\s*,?\s*\d)",
        rf"\b{_MONTH},?\s+{_YEAR}",
        r"\b(?P<relative>today|yesterday|tomorrow|tonight)\b",
        r"\b(?:(?P<which>last|next|this)\s+)?(?P<weekday>" + "|".join(WEEKDAYS) + r")\b",
        r"\b(?P<whichunit>last|next|this)\s+(?P<unit>month|year|week)\b",
        rf"\b(?:in|during|since|of|early|late|mid)\s+{_MONTH}(?!\s*\d)",
        rf"\b(?:in|during|for)\s+{_YEAR}",
    )
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as the text has it: its place, and the ISO date, month or year (the start, where a range is told)."""

    span: Span
    value: str


def find_dates(text: str, published: date | None) -> list[DateMention]:
    """The dates of a text in order, never overlapping. Without ``published``, relative ones are left out, and a day
    without a year has ``UNKNOWN_YEAR`` in the year's place."""
    found: list[DateMention] = []
    taken: list[Span] = []
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if any(span.start < t.end and t.start < span.end for t in taken):
                continue
            value = _value(match.groupdict(), published)
            if value:
                found.append(DateMention(span, value))
                taken.append(span)
    return sorted(found, key=lambda d: d.span)


def _value(parts: dict[str, str | None], published: date | None) -> str | None:
    if parts.get("iso"):
        return _checked(parts["iso"])
    if parts.get("relative"):
        days = {"yesterday": -1, "tomorrow": 1}.get(str(parts["relative"]).casefold(), 0)
        return (published + timedelta(days=days)).isoformat() if published else None
    if parts.get("weekday"):
        return _weekday(str(parts["weekday"]), parts.get("which"), published) if published else None
    if parts.get("unit"):
        return _unit(str(parts["unit"]), str(parts["whichunit"]), published) if published else None
    month = MONTHS.get(str(parts.get("month") or "").casefold())
    year = parts.get("year") or (_year_of(month, published) if month and published else None)
    if year is None and month and parts.get("day"):
        return f"{UNKNOWN_YEAR}-{month:02d}-{int(str(parts['day'])):02d}"
    if year is None:
        return None
    if month is None:
        return year
    if parts.get("day"):
        return _checked(f"{year}-{month:02d}-{int(str(parts['day'])):02d}")
    return f"{year}-{month:02d}"


def _checked(value: str | None) -> str | None:
    try:
        return date.fromisoformat(value or "").isoformat()
    except ValueError:
        return None


def _year_of(month: int, published: date) -> str:
    """The year of a bare month: the one that brings it nearest to the article's date."""
    years = (published.year - 1, published.year, published.year + 1)
    return str(min(years, key=lambda y: abs((y - published.year) * 12 + month - published.month)))


def _weekday(name: str, which: str | None, published: date) -> str:
    """ "On Monday" in the news is the last one; "next Monday" the coming one."""
    back = (published.weekday() - WEEKDAYS[name.casefold()]) % 7
    if (which or "").casefold() == "next":
        return (published + timedelta(days=7 - back if back else 7)).isoformat()
    if (which or "").casefold() == "last" and back == 0:
        back = 7
    return (published - timedelta(days=back)).isoformat()


def _unit(unit: str, which: str, published: date) -> str | None:
    step = {"last": -1, "this": 0, "next": 1}[which.casefold()]
    if unit.casefold() == "year":
        return str(published.year + step)
    if unit.casefold() == "month":
        months = published.year * 12 + published.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02d}"
    return None
