"""Clauses that share a verb with the one before, or that the parser takes for a part of it."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

LED = "The Kenyan side was led by Vice Minister Joe Phiri"
ASSERTED: list[tuple[str, Said]] = [
    (f"{LED} and the Chinese side by Vice Minister Li Fei.", ("Li Fei", "represents", "China")),
    (f"{LED}, while the Chinese team was headed by Li Fei.", ("Li Fei", "represents", "China")),
    (
        "Peru was represented by Ana Rojas, Chad by Luis Vega and Laos by Kham Souk.",
        ("Luis Vega", "represents", "Chad"),
    ),
    (
        "Peru was represented by Ana Rojas, Chad by Luis Vega and Laos by Kham Souk.",
        ("Kham Souk", "represents", "Laos"),
    ),
    ("The forum was opened by Joe Phiri and held in Port Vila on 3 May 2023.", ("forum", "heldIn", "Port Vila")),
    ("The forum was opened by Joe Phiri and held in Port Vila on 3 May 2023.", ("forum", "heldOn", "2023-05-03")),
]
FALSE: list[tuple[str, Said]] = [
    (f"{LED} and the Chinese side by Vice Minister Li Fei.", ("Li Fei", "represents", "Kenya")),
    (
        "The Peruvian delegation was headed by Ana Rojas, Director of Trade, and the Chadian delegation was headed by "
        "Luis Vega, Director of the Trade Section.",
        ("Luis Vega", "represents", "Peru"),
    ),
    (
        "The Peruvian delegation was led by Ana Rojas while the Chadian delegation was led by Mr. Vega, Minister of "
        "Trade Joe Phiri and others.",
        ("Joe Phiri", "represents", "Peru"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), ASSERTED)
def test_each_clause_has_its_verb(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), FALSE)
def test_nobody_is_of_the_other_side(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)
