"""Places of one name: the one in a country that the article tells of is meant."""

from __future__ import annotations

import pytest

from kg.resolve.places import in_context
from tests.resolve.names import thing

GUESSED = {
    "Hyderabad": "Place:Hyderabad|country=IN|geoname=1269843|latitude=17.38|longitude=78.46",
    "Georgia": "Place:Georgia|iso=GE|geoname=614540",
    "Córdoba": "Place:Córdoba|country=AR|geoname=3860259|latitude=-31.4|longitude=-64.2",
    "Valencia": "Place:Valencia|country=VE|geoname=3625549",
    "London": "Place:London|country=GB|geoname=2643743",
}


@pytest.mark.parametrize(
    ("place", "others", "country"),
    [
        ("Hyderabad", ["Place:Pakistan|iso=PK", "Organization:PSEB|country=PK"], "PK"),
        ("Hyderabad", ["Place:India|iso=IN"], "IN"),
        ("Hyderabad", ["Place:India|iso=IN", "Place:Pakistan|iso=PK"], "IN"),
        ("Hyderabad", [], "IN"),
        ("Georgia", ["Place:United States|iso=US", "Place:Atlanta|country=US"], "US"),
        ("Georgia", ["Place:Tbilisi|country=GE", "Place:United States|iso=US"], "GE"),
        ("Córdoba", ["Place:Spain|iso=ES", "Place:Seville|country=ES"], "ES"),
        ("Córdoba", ["Place:Mexico|iso=MX"], "MX"),
        ("Córdoba", ["Place:Argentina|iso=AR"], "AR"),
        ("Valencia", ["Person:Ana Ruiz|country=ES"], "ES"),
        ("London", ["Place:Canada|iso=CA", "Organization:Health Canada|country=CA"], "GB"),
    ],
)
def test_the_context_tells_which_is_meant(place: str, others: list[str], country: str) -> None:
    found = next(r for r in in_context([thing(line) for line in (GUESSED[place], *others)]) if r.label == place)
    assert (found.hints.get("iso") or found.hints["country"]) == country


def test_another_place_has_other_coordinates_and_another_identifier() -> None:
    found, _ = in_context([thing(GUESSED["Hyderabad"]), thing("Place:Pakistan|iso=PK")])
    assert found.hints["geoname"] == "1176734"
    assert found.hints["latitude"].startswith("25.")
    state, *_ = in_context([thing(GUESSED["Georgia"]), thing("Place:United States|iso=US")])
    assert state.hints == {"country": "US", "geoname": "4197000"}


def test_what_the_article_itself_says_of_a_place_stands() -> None:
    told = thing("Place:Hyderabad|country=PK")
    assert in_context([told, thing("Place:India|iso=IN")])[0] == told
