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
FULL_DATE = 10
"""Letters of a whole ISO date."""
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_UNTIL = r"(?:\s*(?:-|–|—|to|through|till|until|and|&)\s*(?:the\s+)?[0-3]?\d(?:st|nd|rd|th)?)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_THAT_YEAR = r"(?P<whichunit>last|next|this)\s+(?P<unit>year)\b"
_MEASURED = (
    r"(?!\s*(?:%|percent|per\s+cent|miles?|km|kilomet|met(?:er|re)s|million|billion|thousand|hundred|people|countries"
    r"|companies|years?|months?|weeks?|days?|hours?|minutes?|points?|times)\b)"
)
_WEEKDAY_BEFORE = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)}),?\s*(?:\(|the\s+)?$", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|shall|scheduled|slated|set\s+to|due\s+to|expected\s+to)\b[^.;:“”\"]*$", re.IGNORECASE)
"""What tells that a weekday behind it is to come."""
_DONE = re.compile(
    r"\b(?:met|held|took|had|paid|made|began|left|came|went|was|were|(?!expected|planned|invited|need)[a-z]{3,}ed)\b"
    r"[^.;:“”\"]*$"
)
"""What tells that a day behind it has been."""
_REPORTED = re.compile(r"\b(?:said|says|told|announced|noted|added)\b")
_ON_AHEAD = re.compile(
    r",?\s(?:(?!said|says|told|announced|noted|added)\w+\s){1,4}"
    r"(?:will|shall|(?:is|are)\s(?:due|set|scheduled|expected)\sto)\b"
)
_OPENED = re.compile(r"(?:^|[.;:”\n]\s*)On\s$")
"""What follows a weekday to come with which a sentence opens: "On Tuesday, she will open it"."""
FARTHEST_WILL = 150
_FIRST_WORD = re.compile(r"\W")
_LONGEST_WEEKDAY = 16
_PART_BEFORE = re.compile(r"\b(?:the\s+)?(?:early\s+|late\s+)?(?:morning|afternoon|evening|night)\s+of\s+$")
"""What may stand before a day: "on the morning of 7 May"."""
_LONGEST_PART = 25
_PART_OF_DAY = re.compile(r"\s+(?:morning|afternoon|evening|night)\b")
_PART_BEFORE = re.compile(r"\b(?:the )?(?:morning|afternoon|evening|night) of $")
_LONGEST_PART = 20
_NUMERIC = (
    rf"(?:\b(?P<named>{'|'.join(WEEKDAYS)}),?\s+\(?)?"
    r"\b(?P<one>\d{1,2})(?P<sign>[/.])(?P<two>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)\b"
)
PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE | re.ASCII)
    for pattern in (
        r"\b(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)\b",
        _NUMERIC,
        rf"\b{_DAY}\s+{_MONTH}\s*(?:to|until|till|through|-|–)\s*[0-3]?\d(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+{_YEAR}",
        rf"\b{_DAY}{_UNTIL}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"\b{_MONTH}\s+{_DAY}{_UNTIL},?\s+{_YEAR}",
        rf"\b{_DAY}{_UNTIL}\s+(?:of\s+)?{_MONTH},?\s+(?:of\s+)?{_THAT_YEAR}",
        rf"\b{_MONTH}\s+{_DAY}{_UNTIL},?\s+(?:of\s+)?{_THAT_YEAR}",
        rf"\b{_DAY}{_UNTIL}\s+(?:of\s+)?{_MONTH}(?!\s*\d)",
        rf"\b{_MONTH}\s+{_DAY}{_UNTIL}\b(?!\s*,?\s*\d){_MEASURED}",
        rf"\b{_MONTH},?\s+{_YEAR}",
        rf"\b{_MONTH},?\s+(?:of\s+)?{_THAT_YEAR}",
        rf"\b(?P<whichmonth>last|next|this)\s+{_MONTH}(?!\s*\d)",
        r"\b(?P<relative>today|yesterday|tomorrow|tonight|this\s+(?:morning|afternoon|evening))\b",
        r"\b(?:(?P<which>last|next|this)\s+)?(?P<weekday>" + "|".join(WEEKDAYS) + r")\b",
        r"\b(?P<whichunit>last|next|this)\s+(?P<unit>month|year|week)\b",
        r"\b(?:over|at|during)\s+the\s+(?:past\s+)?(?P<weekend>weekend)\b|\blast\s+(?P<lastweekend>weekend)\b",
        r"(?<=\bon\sthe\s)(?P<ofmonth>[0-3]?\d)(?:st|nd|rd|th)\b(?=[,.;)]|\s+(?:of\s+this\s+month|in|at|with|by)\b)",
        rf"\b(?:in|during|since|of|early|late|mid)\s+{_MONTH}(?!\s*\d)",
        rf"\b(?:in|during|for)\s+{_YEAR}",
    )
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as the text has it: its place, and the ISO date, month or year (the start, where a range is told)."""

    span: Span
    value: str
    weekday: int | None = None
    """The day of the week told with a day, from Monday's 0."""

    def fits(self, year: str) -> bool:
        """Whether a day without a year can be one of that year."""
        try:
            day = date.fromisoformat(self.value.replace(UNKNOWN_YEAR, year))
        except ValueError:
            return False
        return self.weekday in (None, day.weekday())


def find_dates(text: str, published: date | None) -> list[DateMention]:
    """The dates of a text in order, never overlapping. Without ``published``, relative ones are left out, and a day
    without a year has ``UNKNOWN_YEAR`` in the year's place."""
    found: list[DateMention] = []
    taken: list[Span] = []
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            span = _with_part_of_day(text, *match.span())
            if _overlaps(span, taken):
                continue
            parts = match.groupdict()
            ahead = bool(parts.get("weekday") or parts.get("weekend")) and _to_come(text, span)
            if ahead and not parts.get("which"):
                parts["which"] = "this"
            elif not ahead and parts.get("which", "") in ("this", "This") and _done(text, span):
                parts["which"] = None  # "met this Tuesday"
            value = _value(parts, published)
            if value:
                longer = _with_weekday(text, span) if parts.get("day") else span
                span = _with_part_before(text, span if _overlaps(longer, taken) else longer)
                found.append(DateMention(span, value, WEEKDAYS.get(_FIRST_WORD.split(span.of(text).casefold())[0])))
                taken.append(span)
    return sorted(found, key=lambda d: d.span)


def _to_come(text: str, day: Span) -> bool:
    """Whether a weekday is told of as one that lies ahead."""
    before = text[max(0, day.start - FARTHEST_WILL) : day.start]
    will = _AHEAD.search(before)
    ahead = will is not None and _REPORTED.search(will[0]) is None
    return ahead or bool(_OPENED.search(before) and _ON_AHEAD.match(text, day.end))


def _done(text: str, day: Span) -> bool:
    """Whether the words before a day tell of something done."""
    return _DONE.search(text[max(0, day.start - FARTHEST_WILL) : day.start]) is not None


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(span.start < t.end and t.start < span.end for t in others)


def _with_part_of_day(text: str, start: int, end: int) -> Span:
    """ "Friday morning" is one date, and so is "the morning of 5 May"."""
    part = _PART_OF_DAY.match(text, end)
    before = _PART_BEFORE.search(text[max(0, start - _LONGEST_PART) : start])
    return Span(start - len(before[0]) if before else start, part.end() if part else end)


def _with_part_before(text: str, span: Span) -> Span:
    """ "The morning of 7 May" is one date."""
    before = max(0, span.start - _LONGEST_PART)
    part = _PART_BEFORE.search(text[before : span.start])
    return Span(before + part.start(), span.end) if part else span


def _with_weekday(text: str, span: Span) -> Span:
    """ "Thursday, 5 May" is one date."""
    before = max(0, span.start - _LONGEST_WEEKDAY)
    weekday = _WEEKDAY_BEFORE.search(text[before : span.start])
    return Span(before + weekday.start(), span.end) if weekday else span


def _value(parts: dict[str, str | None], published: date | None) -> str | None:
    if parts.get("iso"):
        return _checked(parts["iso"])
    if parts.get("relative"):
        days = {"yesterday": -1, "tomorrow": 1}.get(str(parts["relative"]).casefold(), 0)
        return (published + timedelta(days=days)).isoformat() if published else None
    if parts.get("weekday"):
        return _weekday(str(parts["weekday"]), parts.get("which"), published) if published else None
    if parts.get("weekend") or parts.get("lastweekend"):
        return _weekday("saturday", parts.get("which"), published) if published else None
    if parts.get("ofmonth"):
        return _of_month(int(str(parts["ofmonth"])), published) if published else None
    if parts.get("unit") and not parts.get("month"):
        return _unit(str(parts["unit"]), str(parts["whichunit"]), published) if published else None
    if parts.get("one"):
        return _numeric(int(str(parts["one"])), int(str(parts["two"])), str(parts["year"]), parts["named"], published)
    if str(parts.get("month") or "").islower():
        return None
    month = MONTHS.get(str(parts.get("month") or "").casefold())
    year = parts.get("year") or _told_year(month, parts, published)
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


def _numeric(one: int, two: int, year: str, weekday: str | None, published: date | None) -> str | None:
    """ "7/8/2019": day and month in the order that is one, on the weekday told with it, or else nearer to the article's
    date; day first in doubt."""
    known = [value for day, month in ((one, two), (two, one)) if (value := _checked(f"{year}-{month:02d}-{day:02d}"))]
    named = [d for d in known if weekday and date.fromisoformat(d).weekday() == WEEKDAYS[weekday.casefold()]]
    known = named or known
    if published is None or not known:
        return known[0] if known else None
    return min(known, key=lambda value: abs((date.fromisoformat(value) - published).days))


def _told_year(month: int | None, parts: dict[str, str | None], published: date | None) -> str | None:
    """The year of a month without a number: "of last year", "last November", or the nearest."""
    if month is None or published is None:
        return None
    if parts.get("unit"):
        return _unit("year", str(parts["whichunit"]), published)
    which = str(parts.get("whichmonth") or "").casefold()
    if which == "last":
        return str(published.year - (month >= published.month))
    if which == "next":
        return str(published.year + (month <= published.month))
    return _year_of(month, published)


def _year_of(month: int, published: date) -> str:
    """The year of a bare month: the one that brings it nearest to the article's date."""
    years = (published.year - 1, published.year, published.year + 1)
    return str(min(years, key=lambda y: abs((y - published.year) * 12 + month - published.month)))


def _weekday(name: str, which: str | None, published: date) -> str:
    """ "On Monday" in the news is the last one; "this Monday" and "next Monday" are coming."""
    back = (published.weekday() - WEEKDAYS[name.casefold()]) % 7
    if (which or "").casefold() == "this" and back:
        return (published + timedelta(days=7 - back)).isoformat()
    if (which or "").casefold() == "next":
        return (published + timedelta(days=7 - back if back else 7)).isoformat()
    if (which or "").casefold() == "last" and back == 0:
        back = 7
    return (published - timedelta(days=back)).isoformat()


def _of_month(day: int, published: date) -> str | None:
    """ "On the 14th": the day of that number last before the article's."""
    before = published.replace(day=1) - timedelta(days=1)
    month = published if day <= published.day else before
    return _checked(f"{month.year}-{month.month:02d}-{day:02d}")


def _unit(unit: str, which: str, published: date) -> str | None:
    step = {"last": -1, "this": 0, "next": 1}[which.casefold()]
    if unit.casefold() == "year":
        return str(published.year + step)
    if unit.casefold() == "month":
        months = published.year * 12 + published.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02d}"
    return None
