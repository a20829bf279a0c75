"""Bodies without a name that somebody opens."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Ghana opened an honorary consulate in Suva last year.",
            {("Ghana", "established", "honorary consulate"), ("honorary consulate", "locatedIn", "Suva")},
        ),
        (
            "Nakuru University has inaugurated a Swahili language centre in Lima.",
            {
                ("Nakuru University", "established", "Swahili language centre"),
                ("Swahili language centre", "locatedIn", "Lima"),
            },
        ),
        (
            "A regional office was opened in Apia by Zambia Airways on Monday.",
            {("Zambia Airways", "established", "regional office"), ("regional office", "locatedIn", "Apia")},
        ),
    ],
)
def test_what_is_opened_is_a_body_in_a_place(extractor: StandardExtractor, text: str, facts: set[Said]) -> None:
    assert facts <= said(extractor, text)


@pytest.mark.parametrize(
    "text",
    [
        "Zambia Airways opened a new office in Apia.",
        "Zambia Airways opened the regional office in Apia.",
        "Zambia Airways plans to open a regional office in Apia.",
        "Zambia Airways opened a regional market in Apia.",
    ],
)
def test_what_is_plain_known_or_planned_is_none(extractor: StandardExtractor, text: str) -> None:
    assert not {fact for fact in said(extractor, text) if fact[1] in ("established", "locatedIn")}
