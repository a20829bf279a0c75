"""Styles of address that are no part of a name, and surnames in capitals: one sentence for each error made once."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

ASSERTED: list[tuple[str, Said]] = [
    ("His Worship Joe Phiri, the Mayor of Suva, hosted a dinner.", ("Joe Phiri", "represents", "Suva")),
    ("Their Excellencies Ana Rojas and Luis Vega met in Quito.", ("Ana Rojas", "metWith", "Luis Vega")),
    ("His Holiness Marcellus met His Beatitude Theodoros in Bucharest.", ("Marcellus", "metWith", "Theodoros")),
    ("The Honourable Lady Justice Amina Jallow visited Banjul.", ("Amina Jallow", "visited", "Banjul")),
    ("Smt. Ana Rojas, Arch. Joe Phiri and Dr. (Mrs.) Rosa Vega visited Accra.", ("Ana Rojas", "visited", "Accra")),
    ("Col. (Dr.) Ana Silva and Maestro Joe Phiri visited Accra.", ("Joe Phiri", "visited", "Accra")),
    ("Mr. Joe Phiri, High Commissioner of New Zealand to Fiji, spoke.", ("Joe Phiri", "represents", "New Zealand")),
    ("Deputy Minister SOK Chenda Sophea met Joe Phiri.", ("SOK Chenda Sophea", "metWith", "Joe Phiri")),
    ("Secretary General LIM Jock Hoi met Joe Phiri.", ("LIM Jock Hoi", "metWith", "Joe Phiri")),
    ("Managing Director PSEB Asim Shahryar met Joe Phiri.", ("Asim Shahryar", "represents", "PSEB")),
    ("Joe Phiri visited Apia on Monday.", ("Joe Phiri", "visited", "Apia")),
]


@pytest.mark.parametrize(("text", "fact"), ASSERTED)
def test_styles_are_no_names(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)
