"""The same fact in other words: constructions that no single frame's words decide."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import said


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Kwanza Bank and its partner Moana Airways built a school.",
            ("Moana Airways", "cooperatesWith", "Kwanza Bank"),
        ),
        (
            "Kwanza Bank, through its arm Moana Airways, runs a school.",
            ("Moana Airways", "partOf", "Kwanza Bank"),
        ),
        (
            "Moana Airways was awarded a contract by Kwanza Bank.",
            ("Kwanza Bank", "signedAgreementWith", "Moana Airways"),
        ),
        ("Moana Airways, whose headquarters are in Suva, runs a school.", ("Moana Airways", "locatedIn", "Suva")),
        ("Headquartered in Suva, Moana Airways runs a school.", ("Moana Airways", "locatedIn", "Suva")),
        ("Kwanza Bank, to which Moana Airways belongs, runs a school.", ("Moana Airways", "partOf", "Kwanza Bank")),
        (
            "Thanks to an MoU with Moana Airways, Kwanza Bank will train pilots.",
            ("Kwanza Bank", "signedMoUWith", "Moana Airways"),
        ),
        (
            "Minister of Trade Ana Rojas flew to Suva for the Pacific Book Fair.",
            ("Ana Rojas", "attended", "Pacific Book Fair"),
        ),
        (
            "As host of the Pacific Book Fair, Kwanza Bank paid for all.",
            ("Kwanza Bank", "organized", "Pacific Book Fair"),
        ),
        ("Moana Airways is a carrier based in Suva.", ("Moana Airways", "locatedIn", "Suva")),
        ("Moana Airways is situated in the heart of Suva.", ("Moana Airways", "locatedIn", "Suva")),
    ],
)
def test_said_in_other_words(extractor: StandardExtractor, text: str, fact: tuple[str, str, str]) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(
    "text",
    [
        "Kwanza Bank stopped funding the Blue Harvest Programme.",
        "Luis Vega was not named head of Kwanza Bank.",
        "Minister of Trade Ana Rojas will be among the guests of the Pacific Book Fair.",
        "Minister of Trade Ana Rojas listened to speeches at the Pacific Book Fair.",
        "Kwanza Bank spoke about an MoU with Moana Airways.",
    ],
)
def test_what_is_denied_or_ahead_is_not_told_as_done(extractor: StandardExtractor, text: str) -> None:
    relations = {relation for _, relation, _ in said(extractor, text)}
    assert not relations & {"promotes", "represents", "spokeAt", "signedMoUWith"}
    assert "among" not in text or "attended" not in relations
