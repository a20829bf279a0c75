"""Dates in running text, and what they mean on the day of the article."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.text.dates import MONTHS, UNKNOWN_YEAR, WEEKDAYS, find_dates
from tests.extract.reading import PUBLISHED

FORMS = {
    "2024-03-07": "2024-03-07",
    "7 March 2024": "2024-03-07",
    "7th March, 2024": "2024-03-07",
    "March 7, 2024": "2024-03-07",
    "Mar. 7th 2024": "2024-03-07",
    "7th of March 2024": "2024-03-07",
    "Sept 3, 2020": "2020-09-03",
    "Aug. 2, 2023": "2023-08-02",
    "7-9 March 2024": "2024-03-07",
    "7 to 9 March 2024": "2024-03-07",
    "7 and 8 March 2024": "2024-03-07",
    "March 7-9, 2024": "2024-03-07",
    "March 7–9, 2024": "2024-03-07",
    "30 April to 2 May 2023": "2023-04-30",
    "28 February - 2 March 2022": "2022-02-28",
    "March 2024": "2024-03",
    "in March": "2024-03",
    "during early June": "2024-06",
    "in 2019": "2019",
    "7 March": "2024-03-07",
    "2nd of April": "2024-04-02",
    "March 7": "2024-03-07",
    "in December": "2023-12",
    "12 December": "2023-12-12",
    "3 January": "2024-01-03",
    "today": "2024-05-15",
    "tonight": "2024-05-15",
    "yesterday": "2024-05-14",
    "tomorrow": "2024-05-16",
    "Monday": "2024-05-13",
    "Wednesday": "2024-05-15",
    "Thursday": "2024-05-09",
    "last Monday": "2024-05-13",
    "last Wednesday": "2024-05-08",
    "next Monday": "2024-05-20",
    "next Wednesday": "2024-05-22",
    "last month": "2024-04",
    "this month": "2024-05",
    "next month": "2024-06",
    "last year": "2023",
    "this year": "2024",
    "next year": "2025",
}


@pytest.mark.parametrize("form", FORMS)
def test_forms(form: str) -> None:
    text = f"It was said that {form} mattered."
    (found,) = find_dates(text, PUBLISHED)
    assert found.value == FORMS[form]
    assert form.removeprefix("during ") in found.span.of(text)


@pytest.mark.parametrize(
    "text", ["2024-13-40", "4 boats", "2024 boats", "the sun", "Marching", "Mondays", "decent 5", "20245-01-01", "may"]
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(f"It was {text} that mattered.", PUBLISHED) == []


@pytest.mark.parametrize("form", ["today", "Monday", "next Friday", "last month", "this year", "in March"])
def test_what_is_relative_needs_the_articles_date(form: str) -> None:
    assert find_dates(form, PUBLISHED)
    assert not find_dates(form, None)


@pytest.mark.parametrize("form", ["2024-03-07", "7 March 2024", "March 2024", "in 2019"])
def test_what_is_whole_does_not(form: str) -> None:
    assert [d.value for d in find_dates(form, None)] == [FORMS[form]]


@pytest.mark.parametrize("published", [PUBLISHED, None])
def test_a_weekday_belongs_to_the_day_behind_it(published: date | None) -> None:
    (found,) = find_dates("It was opened on Thursday (7 March 2024) in Lima.", published)
    assert found.span.of("It was opened on Thursday (7 March 2024) in Lima.") == "Thursday (7 March 2024"


def test_a_day_without_a_year_keeps_a_gap_where_the_article_has_no_date() -> None:
    assert [d.value for d in find_dates("7 March", None)] == [f"{UNKNOWN_YEAR}-03-07"]


@pytest.mark.parametrize(
    ("published", "form", "value"),
    [
        (date(2024, 1, 5), "in December", "2023-12"),
        (date(2024, 12, 20), "in January", "2025-01"),
        (date(2024, 1, 31), "last month", "2023-12"),
        (date(2024, 12, 1), "next month", "2025-01"),
        (date(2024, 3, 1), "yesterday", "2024-02-29"),
        (date(2024, 12, 31), "tomorrow", "2025-01-01"),
        (date(2024, 5, 13), "next Sunday", "2024-05-19"),
        (date(2024, 5, 13), "Wednesday (7/8/2024)", "2024-08-07"),
        (date(2024, 5, 15), "They met this Tuesday", "2024-05-14"),
        (date(2024, 5, 15), "The fair opens this Friday", "2024-05-17"),
        (date(2024, 5, 15), "They met over the weekend.", "2024-05-11"),
        (date(2024, 5, 15), "They will meet over the weekend.", "2024-05-18"),
        (date(2024, 5, 15), "It was held on the 14th in Lima", "2024-05-14"),
        (date(2024, 5, 3), "It was held on the 30th.", "2024-04-30"),
        (date(2024, 5, 3), "from the 3rd to the 5th of May", "2024-05-03"),
    ],
)
def test_the_turn_of_month_and_year(published: date, form: str, value: str) -> None:
    assert [d.value for d in find_dates(form, published)] == [value]


def test_several_dates_stand_in_the_order_of_the_text() -> None:
    text = "On Monday they met; on 3 May 2024 they had left, and in 2019 they came."
    assert [(d.span.of(text), d.value) for d in find_dates(text, PUBLISHED)] == [
        ("Monday", "2024-05-13"),
        ("3 May 2024", "2024-05-03"),
        ("in 2019", "2019"),
    ]


WORDS = """
0 7 12 31 32 45 99 1st 22nd 3rd 19 2024 1999 2031 2024-02-30 2024-02-29 today tomorrow last next this month year week
in of to - – , . and the early since for
""".split()
PIECES = st.sampled_from([*sorted(MONTHS), *WEEKDAYS, *WORDS])


@given(
    st.lists(PIECES, max_size=12).map(" ".join) | st.lists(PIECES, max_size=6).map("".join) | st.text(max_size=40),
    st.none() | st.dates(date(1900, 1, 2), date(2098, 12, 30)),
)
def test_any_text_gives_valid_values_in_order(text: str, published: date | None) -> None:
    found = find_dates(text, published)
    for each in found:
        if not each.value.startswith(UNKNOWN_YEAR):
            assert re.fullmatch(r"\d{4}(-\d\d){0,2}", each.value)
            date.fromisoformat(each.value + "-01-01"[len(each.value) - 4 :])
        assert text[each.span.start : each.span.end].strip()
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))
    assert published is None or not any(d.value.startswith(UNKNOWN_YEAR) for d in found)
