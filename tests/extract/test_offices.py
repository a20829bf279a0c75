"""Offices: where they begin and end, their core nouns, their fields."""

from __future__ import annotations

import pytest

from tests.extract.reading import offices, words


def shown(text: str) -> list[str]:
    """The offices of a text, as written."""
    found = words(text)
    return [text[found[o.first].start : found[o.last - 1].end] for o in offices(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Managing Director of Zambezi Power", ["Managing Director"]),
        ("Director General of the Port Authority", ["Director General"]),
        ("General Director Tran Van Nam", ["General Director"]),
        ("Chargé d'affaires Ana Lopez", ["Chargé d'affaires"]),
        ("the chargé d’affaires of Peru", ["chargé d’affaires"]),
        ("Chairman and CEO Tamba Moyo", ["Chairman and CEO"]),
        ("Acting Consul General and Trade Counsellor", ["Acting Consul General and Trade Counsellor"]),
        ("Chairman Coordination of the Federation", ["Chairman Coordination"]),
        ("President Ousmane Ba", ["President"]),
        ("Speaker of the National Assembly", ["Speaker"]),
        ("the deputy minister left", ["deputy minister"]),
        ("the minister of trade met the foreign minister", ["minister of trade", "foreign minister"]),
        ("Ministers of Energy", ["Ministers of Energy"]),
        ("His Majesty King Tupou", ["King"]),
        ("the Sultan of Brunei", ["Sultan"]),
        ("Vice-Chancellor Professor Ruth Kilonzo", ["Vice-Chancellor", "Professor"]),
    ],
)
def test_an_office_ends_where_its_body_or_holder_begins(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize("text", ["Sultan Hamdani left", "Dean Foster left", "the Consulate General of Chad", "Huawei"])
def test_names_bodies_and_adjectives_are_no_offices(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "portfolio"),
    [
        ("Minister of Science, Technology and Innovation Tamba Moyo", "science technology and innovation"),
        ("Minister for Foreign and Caricom Affairs", "foreign and caricom affairs"),
        ("Minister of Infrastructure, Communications and Transportation", "infrastructure communications and transpor"),
        ("the minister of trade", "trade"),
        ("Minister of Shenzhen Science Commission", ""),
        ("Director of the Institute of Health", ""),
        ("Minister of Kenya", ""),
    ],
)
def test_the_field_of_an_office_is_no_body_or_country(text: str, portfolio: str) -> None:
    (office,) = offices(text)
    assert " ".join(office.portfolio).startswith(portfolio)
    assert bool(office.portfolio) == bool(portfolio)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Deputy Prime Minister and Minister for Foreign Affairs", ("prime-minister", "minister")),
        ("Chairman and CEO", ("chairman", "ceo")),
        ("Chargé d’Affaires", ("chargé-d'affaires",)),
        ("Deputy Director General", ("director",)),
        ("Foreign Ministers", ("minister",)),
        ("Chief Economist", ("economist",)),
    ],
)
def test_core_nouns(text: str, heads: tuple[str, ...]) -> None:
    (office,) = offices(text)
    assert office.heads == heads


def test_the_case_of_an_office_is_told() -> None:
    assert [office.capital for office in offices("The Foreign Minister met a deputy minister")] == [True, False]
