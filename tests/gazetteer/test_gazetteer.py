"""Places of the world by their names: countries, their adjectives, cities, namesakes."""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.gazetteer import load_gazetteer
from kg.gazetteer.places import fold

GAZETTEER = load_gazetteer()


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("Kenya", "KE"),
        ("kenya", "KE"),
        ("KENYA", "KE"),
        ("Côte d'Ivoire", "CI"),
        ("Cote d’Ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("U.S.", "US"),
        ("USA", "US"),
        ("UK", "GB"),
        ("Türkiye", "TR"),
        ("Turkiye", "TR"),
        ("Turkey", "TR"),
        ("DRC", "CD"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("Guinea", "GN"),
        ("Papua New Guinea", "PG"),
        ("Guinea-Bissau", "GW"),
        ("South Korea", "KR"),
        ("North Korea", "KP"),
        ("People's Republic of China", "CN"),
        ("Republic of Kenya", "KE"),
        ("Sri Lanka", "LK"),
        ("Kosovo", "XK"),
    ],
)
def test_countries(name: str, iso: str) -> None:
    place = GAZETTEER.find(name)
    assert place is not None
    assert (place.kind, place.country) == ("country", iso)
    assert place == GAZETTEER.countries[iso]


@pytest.mark.parametrize(
    ("name", "iso"), [("Islamabad", "PK"), ("Cancun", "MX"), ("St. Petersburg", "RU"), ("Zaragoza", "ES")]
)
def test_a_citys_own_name_goes_before_what_others_were_once_called(name: str, iso: str) -> None:
    place = GAZETTEER.find(name)
    assert place is not None
    assert (place.kind, place.country) == ("city", iso)


@pytest.mark.parametrize(
    ("demonym", "iso"),
    [
        ("Kenyan", "KE"),
        ("kenyan", "KE"),
        ("Kenyans", "KE"),
        ("Dutch", "NL"),
        ("Swiss", "CH"),
        ("Filipino", "PH"),
        ("Emirati", "AE"),
        ("British", "GB"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("Ni-Vanuatu", "VU"),
        ("Guinean", "GN"),
    ],
)
def test_adjectives_of_countries(demonym: str, iso: str) -> None:
    assert GAZETTEER.country_of(demonym) == GAZETTEER.countries[iso]


@pytest.mark.parametrize("word", ["Table", "Kenya", "", " ", "polish-made"])
def test_what_is_no_adjective_of_a_country(word: str) -> None:
    assert GAZETTEER.country_of(word) is None


@pytest.mark.parametrize(
    ("name", "usual", "iso"),
    [
        ("Shenzhen", "Shenzhen", "CN"),
        ("Bombay", "Mumbai", "IN"),
        ("Peking", "Beijing", "CN"),
        ("Córdoba", "Córdoba", "AR"),
        ("cordoba", "Córdoba", "AR"),
        ("Santiago", "Santiago", "CL"),
        ("Tripoli", "Tripoli", "LY"),
        ("Paris", "Paris", "FR"),
    ],
)
def test_cities_and_the_largest_of_namesakes(name: str, usual: str, iso: str) -> None:
    place = GAZETTEER.find(name)
    assert place is not None
    assert (place.kind, place.name, place.country) == ("city", usual, iso)
    assert place.latitude is not None
    assert place.longitude is not None
    assert place.link == f"https://sws.geonames.org/{place.geoname}/"


@pytest.mark.parametrize(
    ("name", "country", "found"),
    [
        ("San José", "CR", "CR"),
        ("San Jose", "CR", "CR"),
        ("Tripoli", "LB", "LB"),
        ("Córdoba", "ES", "ES"),
        ("Paris", "US", "US"),
        ("Paris", "KE", "FR"),
    ],
)
def test_a_country_decides_between_namesakes(name: str, country: str, found: str) -> None:
    place = GAZETTEER.find(name, country)
    assert place is not None
    assert place.country == found


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Georgia", "country"),
        ("Mexico", "country"),
        ("Luxembourg", "country"),
        ("Mexico City", "city"),
        ("Middle East", "region"),
        ("the Middle East", "region"),
        ("Southeast Asia", "region"),
    ],
)
def test_a_country_or_region_comes_before_cities(name: str, kind: str) -> None:
    place = GAZETTEER.find(name)
    assert place is not None
    assert place.kind == kind


@pytest.mark.parametrize("name", ["", " ", "Ruritania", "The Republic of", "JFK", "LHR"])
def test_unknown_names(name: str) -> None:
    assert GAZETTEER.find(name) is None


def test_wide_regions_have_no_country_and_no_link() -> None:
    place = GAZETTEER.find("Africa")
    assert place is not None
    assert (place.country, place.link, place.is_wide) == (None, None, True)
    african = GAZETTEER.country_of("African")
    assert african == place


def test_regions_of_one_country_know_it() -> None:
    place = GAZETTEER.find("P.E.I.")
    assert place is not None
    assert (place.name, place.country, place.is_wide) == ("Prince Edward Island", "CA", False)


def test_the_table_is_sound() -> None:
    text = files("kg.gazetteer").joinpath("countries.tsv").read_text(encoding="utf-8")
    rows = [row for row in csv.reader(text.splitlines(), delimiter="\t") if not row[0].startswith("#")]
    codes = Counter(row[0] for row in rows)
    assert set(codes.values()) == {1}
    assert set(GAZETTEER.countries) == set(codes)
    assert all(place.geoname for place in GAZETTEER.countries.values())
    for row in rows:
        for name in (row[1], *(row[2].split("|") if len(row) > 2 and row[2] else ())):
            place = GAZETTEER.find(name)
            assert place is not None, name
            assert place.country == row[0], name


def test_no_name_is_that_of_two_countries() -> None:
    shared = {
        name
        for name in GAZETTEER.names
        if len({place.country for place in GAZETTEER.named(name) if place.kind == "country"}) > 1
    }
    assert shared == set()


@given(st.sampled_from(sorted(GAZETTEER.countries)), st.sampled_from([str.upper, str.lower, str.title]))
def test_case_and_accents_do_not_matter(iso: str, change: object) -> None:
    place = GAZETTEER.countries[iso]
    assert callable(change)
    plain = "".join(c for c in unicodedata.normalize("NFKD", place.name) if not unicodedata.combining(c))
    assert GAZETTEER.find(change(place.name)) == place
    assert GAZETTEER.find(change(plain)) == place


@given(st.text(max_size=20))
def test_folding_is_idempotent_and_any_text_may_be_asked(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    GAZETTEER.find(text)
    GAZETTEER.country_of(text)


@pytest.mark.parametrize(("name", "country"), [("Astana", "KZ"), ("Ulaanbaatar", "MN"), ("San José", "CR")])
def test_a_capital_is_known_as_one_however_it_is_spelt(name: str, country: str) -> None:
    place = load_gazetteer().find(name)
    assert place is not None
    assert (place.country, place.capital) == (country, True)
