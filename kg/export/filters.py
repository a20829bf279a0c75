"""Selections as people write them: ``relation=signedMoUWith``, ``country=Kenya``, ``date=2023..2024`` …"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from kg.errors import UsageError
from kg.export.selection import Period, Selection
from kg.lookup import fold, nations, resolve_one
from kg.store import GraphView
from kg.store.whole import article_names
from kg.suggest import did_you_mean, or_known

DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def read_selection(view: GraphView, filters: Iterable[str] = (), ego: str | None = None, hops: int = 1) -> Selection:
    """The selection that filters ``KEY=VALUE`` describe, around the thing that ``ego`` (a name or an IRI) means.

    Several values of one key: any of them; of different keys: all. UsageError, with the nearest words, for an unknown
    key or value, NotFoundError where nothing is called ``ego``.
    """
    given: dict[str, list[str]] = defaultdict(list)
    for text in filters:
        key, mark, value = text.partition("=")
        if key not in READERS:
            raise UsageError(f"no filter is called {key!r}", or_known(key, READERS))
        if not mark or not value:
            raise UsageError(f"the filter {text!r} has no value", f"write {key}={EXAMPLES[key]}")
        given[key].append(value)
    conditions: dict[str, Any] = {}
    for key, values in given.items():
        field, read = READERS[key]
        conditions[field] = read(view, values)
    around = () if ego is None else (resolve_one(view, ego).id,)
    return Selection(**conditions, around=around, hops=hops)


def _known(values: list[str], known: Iterable[str], what: str) -> tuple[str, ...]:
    """The values, if all of them are known."""
    words = list(known)
    for value in values:
        if value not in words:
            raise UsageError(f"no {what} is called {value!r}", or_known(value, words))
    return tuple(sorted(set(values)))


def _articles(view: GraphView, values: list[str]) -> tuple[str, ...]:
    known = set(article_names(view))
    for value in values:
        if value not in known:
            hint = did_you_mean(value, known) or "kg query -e 'SELECT ?name { ?article kg:fileName ?name }' lists them"
            raise UsageError(f"no article is called {value!r}", hint)
    return tuple(sorted(set(values)))


def _countries(_: GraphView, values: list[str]) -> tuple[str, ...]:
    """Countries by ISO code, name or adjective."""
    codes = {country.code.casefold(): country.code for country in nations().values()}
    for demonym, country in nations().items():
        codes |= dict.fromkeys((demonym, *country.names), country.code)
    for value in values:
        if fold(value) not in codes:
            hint = (
                did_you_mean(value, (word.title() for word in codes))
                or "give its English name or its ISO 3166-1 code: Kenya, KE"
            )
            raise UsageError(f"no country is called {value!r}", hint)
    return tuple(sorted({codes[fold(value)] for value in values}))


def _dates(_: GraphView, values: list[str]) -> tuple[Period, ...]:
    return tuple(sorted({_period(value) for value in values}, key=lambda p: (p.first, p.last)))


def _period(value: str) -> Period:
    first, mark, last = value.partition("..")
    last = last if mark else first
    if not (first or last) or any(day and not DAY.fullmatch(day) for day in (first, last)):
        raise UsageError(f"{value!r} is no date and no period", "write 2023, 2023-05, 2023-05-17, 2023..2024 or ..2024")
    if first and last and first[: len(last)] > last:
        raise UsageError(f"the period {value!r} ends before it begins", f"write {last}..{first}")
    return Period(first, last)


def _confidence(_: GraphView, values: list[str]) -> float:
    try:
        least = min(map(float, values))
    except ValueError:
        least = -1.0
    if not 0 <= least <= 1:
        raise UsageError(f"a confidence lies between 0 and 1, not at {', '.join(values)}", "write confidence=0.8")
    return least


READERS: Mapping[str, tuple[str, Callable[[GraphView, list[str]], object]]] = {
    "class": ("classes", lambda view, values: _known(values, view.vocabulary.classes, "class")),
    "relation": ("relations", lambda view, values: _known(values, view.vocabulary.relations, "relation")),
    "country": ("countries", _countries),
    "date": ("dates", _dates),
    "confidence": ("confidence", _confidence),
    "article": ("articles", _articles),
}
"""What each filter is called: the field of the selection, and how its values are read."""
EXAMPLES = {
    "class": "Person",
    "relation": "signedMoUWith",
    "country": "Kenya",
    "date": "2023..2024",
    "confidence": "0.8",
    "article": "a.txt",
}
