"""When and where events were, told near their noun or far from it."""

from __future__ import annotations

import pytest

from kg.extract.text.dates import find_dates
from kg.model import Extractor
from tests.extract.reading import PUBLISHED, ends, said

FORUM = "Lake Basin Fisheries Forum"
HELD: dict[str, tuple[set[tuple[str, str]], set[tuple[str, str]]]] = {
    "Ana Rojas spoke at a seminar in Apia on Friday morning.": ({("seminar", "Apia")}, {("seminar", "2024-05-10")}),
    "Ana Rojas, Chair of the Lake Board, on Friday outlined her aims at a seminar in Apia.": (
        {("seminar", "Apia")},
        {("seminar", "2024-05-10")},
    ),
    "On 3 May Kwanza Bank invited guests to a reception in Lima.": (
        {("reception", "Lima")},
        {("reception", "2024-05-03")},
    ),
    f"He praised the {FORUM}, to take place in Kisumu in June 2024.": ({(FORUM, "Kisumu")}, {(FORUM, "2024-06")}),
    "Ana Rojas told a reception given last Friday with friends at Casa Luz in Lima that trade grows.": (
        {("reception", "Lima")},
        {("reception", "2024-05-10")},
    ),
    f"The {FORUM} (3–5 May 2024) was held in Apia.": ({(FORUM, "Apia")}, {(FORUM, "2024-05-03")}),
    "Ana Rojas praised the Lagos ports conference.": ({("ports conference", "Lagos")}, set()),
    "The workshop was held at the Ministry of Health of Sri Lanka.": ({("workshop", "Sri Lanka")}, set()),
    "The workshop took place at the headquarters of Kwanza Bank in Lima.": ({("workshop", "Lima")}, set()),
    "The workshop was held at the Serena Hotel in Lima.": (
        {("workshop", "Serena Hotel"), ("workshop", "Lima")},
        set(),
    ),
    "Ana Rojas met Joe Phiri in Lima on Friday.": (
        {("meeting between Ana Rojas and Joe Phiri", "Lima")},
        {("meeting between Ana Rojas and Joe Phiri", "2024-05-10")},
    ),
    "Ana Rojas visited Peru. During the visit Ana Rojas praised the farms.": ({("visit", "Peru")}, set()),
    "The 3rd meeting of the Board took place in Lima. The 4th meeting will take place in Quito.": (
        {("3rd meeting", "Lima"), ("4th meeting", "Quito")},
        set(),
    ),
    "Chad has a mission in Lima.": (set(), set()),
    "The reception in honour of the National Day of Kazakhstan ended.": (set(), set()),
}


@pytest.mark.parametrize("text", HELD)
def test_where_and_when_events_were(text: str, extractor: Extractor) -> None:
    found = said(extractor, text)
    assert (ends(found, "heldIn"), ends(found, "heldOn")) == HELD[text]


DATES = {
    "Thursday, 9 May": ["2024-05-09"],
    "Wednesday (7/8/2019)": ["2019-08-07"],
    "13/02/2024": ["2024-02-13"],
    "in April this year": ["2024-04"],
    "on 12 June last year": ["2023-06-12"],
    "last November": ["2023-11"],
    "next March": ["2025-03"],
    "this Friday": ["2024-05-17"],
    "Friday morning": ["2024-05-10"],
    "this morning": [PUBLISHED.isoformat()],
    "March 10 miles": [],
    "June 5 percent": [],
    "it may 5 be": [],
}


@pytest.mark.parametrize("text", DATES)
def test_dates(text: str) -> None:
    assert [d.value for d in find_dates(text, PUBLISHED)] == DATES[text]
