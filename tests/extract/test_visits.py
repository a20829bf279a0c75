"""Visits and meetings: one sentence for each error that extraction made once."""

from __future__ import annotations

import pytest

from kg.extract.extractor import RuleExtractor
from tests.extract.reading import Said, said

ASSERTED: list[tuple[str, Said]] = [
    ("A Kenyan delegation was welcomed by Minister Ana Rojas.", ("Ana Rojas", "metWith", "Kenya")),
    ("Kwanza Bank hosted a trade delegation from Peru.", ("Peru", "visited", "Kwanza Bank")),
    (
        "A delegation of the Andes Institute led by its export manager, Ruth Kilonzo, on Monday visited Lima.",
        ("Ruth Kilonzo", "visited", "Lima"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), ASSERTED, ids=[text[:40] for text, _ in ASSERTED])
def test_visits_and_meetings(extractor: RuleExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)
