"""Times as questions write them: "in 2022", "since May 2020", "on 9 May 2025", "between 2019 and 2021"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from kg.ask.items import When
from kg.ask.text import Word, number_of, split_words, text_of
from kg.namekeys import CARDINALS

MONTHS = {
    name: n
    for n, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sep sept", "october oct", "november nov", "december dec"), start=1)
    for name in names.split()
}  # fmt: skip
BEFORE = ("before", "until", "till")
SINCE = ("since", "after", "from")
JOINING = ("and", "to", "until", "till")
RELATIVE = re.compile(
    rf"(?:in |over |during |within )?the (?:last|past) (?:(?P<n>\d+|{'|'.join(CARDINALS)}) )?"
    r"(?P<span>day|week|month|year)s? "
    r"|(?:in |during )?(?:the )?(?P<which>last|previous|this|current) (?P<unit>week|month|year) "
    r"|(?P<day>today|yesterday) "
)
"""Times that are told from the day on which the question is asked."""
LONGEST = 6
YEAR = r"(?:19|20)\d\d"


def as_dated(words: Sequence[Word], today: date) -> list[Word]:
    """The words with times told from today as dates: "last year", "in the past three months", "yesterday"."""
    for at in range(len(words)):
        match = RELATIVE.match(text_of(words[at : at + LONGEST]) + " ")
        if match and all(word.raw.islower() or word.raw.isdigit() for word in words[at : at + len(match[0].split())]):
            return [*words[:at], *split_words(_dated(match, today)), *words[at + len(match[0].split()) :]]
    return list(words)


def _dated(match: re.Match[str], today: date) -> str:
    if match["day"]:
        return f"on {spoken((today - timedelta(days=match['day'] == 'yesterday')).isoformat())}"
    if match["span"]:
        number = number_of(match["n"] or "one")
        back = {"day": 1, "week": 7, "month": 30, "year": 365}[match["span"]] * number
        start = f"{today.year - number}" if match["span"] == "year" else (today - timedelta(days=back)).isoformat()
        return f"since {spoken(start)}"
    before = match["which"] in ("last", "previous")
    if match["unit"] == "year":
        return f"in {today.year - before}"
    if match["unit"] == "month":
        month = today.replace(day=1) - timedelta(days=before)
        return f"in {spoken(month.isoformat()[:7])}"
    monday = today - timedelta(days=today.weekday() + 7 * before)
    return f"between {spoken(monday.isoformat())} and {spoken((monday + timedelta(days=6)).isoformat())}"


def time_at(words: Sequence[Word], start: int, end: int, before: str = "") -> tuple[int, When] | None:
    """The stretch of time told by the words from ``start`` on, and where it ends; None where they tell none.

    ``before`` is the word that goes before: a bare year is a time only after a preposition, or as the last word.
    """
    texts = [word.text for word in words[start:end]]
    if not texts:
        return None
    length, first = _date(texts) if not _lacks_year(texts, before) else _first_of_two(texts)
    if first is None:
        return None
    bare = before not in ("in", "during", "of", "from", "between", *BEFORE, *SINCE) and start + 1 < len(words)
    if length == 1 and len(first) == 4 and bare:
        return None
    if before in ("between", "from") and texts[length : length + 1] and texts[length] in JOINING:
        more, second = _date(texts[length + 1 :])
        if second is not None:
            said = f"{before} {spoken(first)} {texts[length]} {spoken(second)}"
            return start + length + 1 + more, When(first, following(second), said)
    since, until = first, following(first)
    if before in BEFORE:
        since, until = "", first if before == "before" else following(first)
    elif before in SINCE:
        since, until = following(first) if before == "after" else first, ""
    said = f"{before if before in (*BEFORE, *SINCE, 'in', 'on', 'during') else 'in'} {spoken(first)}"
    return start + length, When(since, until, said)


def _lacks_year(texts: Sequence[str], before: str) -> bool:
    """Whether a month goes before another one that has the year of both: "between January and March 2024"."""
    return before in ("between", "from") and texts[0] in MONTHS and texts[1:2] != [] and texts[1] in JOINING


def _first_of_two(texts: Sequence[str]) -> tuple[int, str | None]:
    _, second = _date(texts[2:])
    return 1, f"{second[:4]}-{MONTHS[texts[0]]:02}" if second else None


def following(time: str) -> str:
    """The day, month or year right after one."""
    if len(time) == 4:
        return f"{int(time) + 1:04}"
    if len(time) == 7:
        year, month = int(time[:4]), int(time[5:])
        return f"{year + month // 12:04}-{month % 12 + 1:02}"
    return (date.fromisoformat(time) + timedelta(days=1)).isoformat()


def spoken(time: str) -> str:
    """An ISO date as people say it: "9 May 2025", "May 2025"."""
    names = [name for name in MONTHS if len(name) > 3 or name == "may"]
    full = {MONTHS[name]: name.capitalize() for name in names if name != "sept"}
    parts = time.split("-")
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", time):
        return time
    said = [str(int(parts[2]))] if len(parts) == 3 else []
    return " ".join([*said, *([full[int(parts[1])]] if len(parts) > 1 else []), parts[0]])


def _date(texts: Sequence[str]) -> tuple[int, str | None]:
    """How many words make a date, and the date: "9 may 2025", "may 9 2025", "may 2025", "2025 05 09", "2025"."""
    joined = " ".join(texts[:4]) + " "
    day, month = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?", f"(?P<m>{'|'.join(MONTHS)})"
    year = f"(?P<y>{YEAR})"
    for shape in (
        f"{day} (?:of )?{month} (?:, )?{year} ",
        f"{month} {day} (?:, )?{year} ",
        rf"{year} (?P<m>\d\d) (?P<d>\d\d) ",
        f"{month} (?:of )?{year} ",
        f"{year} ",
    ):
        match = re.match(shape, joined)
        if match:
            found = match.groupdict()
            number = found.get("m") or ""
            parts = [found["y"]]
            if number:
                parts.append(f"{MONTHS.get(number) or int(number):02}")
            if found.get("d"):
                parts.append(f"{int(found['d']):02}")
            return _words_of(texts, len(match[0].split())), _checked("-".join(parts))
    return 0, None


def _words_of(texts: Sequence[str], pieces: int) -> int:
    """How many words hold so many pieces: "2025-05-09" is one word of three."""
    for count, text in enumerate(texts, start=1):
        pieces -= len(text.split())
        if pieces <= 0:
            return count
    return len(texts)


def _checked(time: str) -> str | None:
    try:
        date.fromisoformat((time + "-01-01")[:10])
    except ValueError:
        return None
    return time
