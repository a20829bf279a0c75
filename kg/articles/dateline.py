"""The dateline that news begins with: place, perhaps date and agency, and a dash or colon."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from kg.articles.dates import date_at, find_dates
from kg.articles.furniture import is_agency, is_outlet
from kg.articles.words import SPEAKERS

_WINDOW = 240
_WORD = r"[^\W\da-z_][\w'’]*(?:-[\w'’]+)*(?:(?<!\w{4})\.(?=[\s,])|(?:\.[A-Z])+\.?)?"
_PLACE = re.compile(rf"{_WORD}(?:\s(?:{_WORD}|(?:de|of|the|da|do|del|di|al|el|upon|am|la|los|las)(?=\s))){{0,4}}")
_AGENCY = re.compile(r"\(([^()\n]{1,90})\)|/([^/\n]{2,40})/|\[([^\[\]\n]{1,60})\]")
_STOP = re.compile(r"\s{0,3}(?::{1,3}|\.?[-–—]{1,3}|\|)\s{0,3}(?::{1,3})?\s{0,3}")
_UNKNOWN_AGENCY = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}")
"""What stands in brackets behind the place and the day, whether the agency is known or not."""
_NO_PLACES = frozenset(("on", "in", "at", "by", "from", "since", "until", "the", "between"))
_INITIAL = re.compile(r"\b\w\.$")
_GLUE = re.compile(r"\s/\s(?=[A-Z])|[\s,.|]{1,4}|(?<=\w)/(?=[A-Z][a-z])")
_FULL_STOP = re.compile(r"\.\s{1,2}(?=[A-Z\"“])")
"""What ends a dateline that has a day: "Yerevan, 11 July 2024. The minister …"."""
_PASSED_ON = re.compile(r"\(MENAFN\s?[-–][^()\n]{1,60}(?:\([^()\n]{1,30}\))?\)\s+")
"""What a distributor puts before the agency's own dateline."""
_DASH = re.compile(r"\s[-–—]{1,3}\s?|\.?[–—]{1,2}\s|\.-\s|[-]{2,3}")


@dataclass(frozen=True, slots=True)
class Dateline:
    """``length`` characters that stand before the story, and what they tell."""

    length: int
    place: str | None
    day: date | None
    agency: str | None


@dataclass(slots=True)
class _Parts:
    places: list[str]
    day: date | None = None
    dated: bool = False
    agency: str | None = None
    bracket: bool = False

    @property
    def capitals(self) -> bool:
        """The first place stands in capitals, as datelines write it, and is no speaker's title."""
        first = self.places[0] if self.places else ""
        return (
            first.isupper() and len(first) > 3 and not SPEAKERS & {word.strip(".").casefold() for word in first.split()}
        )


def read_dateline(words: str) -> Dateline | None:
    """The dateline at the start of ``words``; a whole line of its own may be one as well.

    A place in capitals, a date, or an agency that we know makes it sure; without any of these only a short place
    before a spaced dash, or "City, Country:", and then a capital, is taken for one.
    """
    passed_on = _PASSED_ON.match(words)
    if passed_on is not None:
        own = read_dateline(words[passed_on.end() :])
        return replace(own, length=own.length + passed_on.end()) if own is not None else None
    window = words[:_WINDOW]
    parts = _Parts([])
    position = 0
    while position < len(window):
        if parts.places or parts.agency or parts.dated:
            stop = _STOP.match(window, position)
            if stop is not None and _dated_behind(window, stop.end()):
                position = stop.end()
                continue
            if stop is not None and stop[0].strip() and _begins_story(words, stop.end()):
                accepted = _accept(parts, stop.end(), stop[0])
                if accepted is not None or "|" not in stop[0]:
                    return accepted
            if parts.bracket and _begins_story(words, position) and window[position - 1].isspace():
                return _accept(parts, position, "")
            last = window[position - 1 : position].isdigit() or parts.agency
            full = _FULL_STOP.match(window, position) if parts.dated and last else None
            if full is not None and _is_told(parts) and not _agency_behind(window, full.end()):
                return _accept(parts, full.end(), ".")
        step = _step(window, position, parts)
        if step is None:
            return None
        position = step
    if len(words) > _WINDOW or not (parts.dated and parts.places):
        return None
    return Dateline(len(words), ", ".join(parts.places), parts.day, parts.agency) if parts.capitals else None


def _step(window: str, position: int, parts: _Parts) -> int | None:
    """Take the next part of the dateline; None if what stands there is none."""
    glue = _GLUE.match(window, position)
    if glue is not None and (position or glue[0].isspace()):
        return glue.end()
    bracket = _AGENCY.match(window, position)
    if bracket is not None:
        _take_bracket(next(group for group in bracket.groups() if group), parts)
        return bracket.end()
    found = date_at(window, position)
    if found is not None:
        parts.dated = True
        parts.day = parts.day or found.value
        return found.end
    place = _PLACE.match(window, position)
    if place is None or len(parts.places) >= 4 or parts.bracket:
        return None
    if is_agency(place[0]) and parts.places:
        parts.agency = parts.agency or place[0]
    elif parts.dated and parts.places and not place[0].isupper() and len(place[0].split()) > 3:
        return None
    else:
        parts.places.append(place[0] if _INITIAL.search(place[0]) else place[0].rstrip("."))
    return place.end() if not place[0].endswith(".") or _INITIAL.search(place[0]) else place.end() - 1


def _take_bracket(inside: str, parts: _Parts) -> None:
    left, position = "", 0
    for found in find_dates(inside):
        parts.dated = True
        parts.day = parts.day or found.value
        left += inside[position : found.start]
        position = found.end
    left = (left + inside[position:]).strip(" ,-–—/\xa0")
    if not left:
        parts.bracket = True
        return
    bare = date_at(left, 0)
    if bare is not None and bare.end >= len(left):
        parts.dated = True
    elif position or _may_be_agency(left, parts):
        parts.agency = parts.agency or left
        parts.bracket = True


def _may_be_agency(words: str, parts: _Parts) -> bool:
    if is_agency(words) or is_outlet(words) or any(is_agency(part) for part in re.split(r"[/,-]\s?", words)):
        return True
    placed = not {place.casefold() for place in parts.places} & _NO_PLACES
    return parts.dated and placed and _UNKNOWN_AGENCY.fullmatch(words) is not None


def _is_told(parts: _Parts) -> bool:
    """Whether what came before a full stop is a place and a day, and no sentence: "Lima, 4 May", not "On 4 May"."""
    return bool(parts.places) and parts.places[0].casefold() not in _NO_PLACES and len(parts.places[0].split()) <= 4


def _agency_behind(window: str, position: int) -> bool:
    """ "BAKU, March 4. Trend News Agency. The …", "May 7. /Kabar/ –": the dateline goes on."""
    name = _PLACE.match(window, position)
    known = name is not None and is_agency(name[0].rstrip("."))
    return known or _AGENCY.match(window, position) is not None


def _dated_behind(window: str, position: int) -> bool:
    """ "ACCRA, Ghana – 5 May 2024 – …": the day stands between two dashes, or a dash and a full stop."""
    day = date_at(window, position)
    stop = (_STOP.match(window, day.end) or _FULL_STOP.match(window, day.end)) if day is not None else None
    return stop is not None and bool(stop[0].strip())


def _begins_story(words: str, position: int) -> bool:
    rest = words[position : position + 3].lstrip("\"'“‘«(")
    return bool(rest) and (rest[0].isupper() or rest[0].isdigit() or not rest[0].isascii())


def _accept(parts: _Parts, length: int, stop: str) -> Dateline | None:
    place = ", ".join(parts.places) or None
    if not (parts.capitals or parts.agency or (parts.dated and parts.places)):
        colon = ":" in stop and len(parts.places) == 2 and all(len(part.split()) <= 2 for part in parts.places)
        dash = _DASH.fullmatch(stop) is not None and place is not None and len(place.split()) <= 3
        if parts.dated or not (colon or dash):
            return None
    elif not parts.places and not (parts.agency and stop):
        return None
    return Dateline(length, place, parts.day, parts.agency)
