"""One text for each error that extraction made once about who spoke in turn, who a caption shows, and shared nouns."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

FORUM = "The Lake Forum was held in Lima. "
OPENED = FORUM + "Minister Joe Phiri gave the opening address. "
TURNS: list[tuple[str, Said]] = [
    (OPENED + "Mr Luis Vega and Ms Ana Rojas followed.", ("Ana Rojas", "spokeAt", "Lake Forum")),
    (OPENED + "He was followed by Luis Vega, CEO of Acme Bank.", ("Luis Vega", "spokeAt", "Lake Forum")),
    (OPENED + "After him came Luis Vega, CEO of Acme Bank.", ("Luis Vega", "spokeAt", "Lake Forum")),
    (OPENED + "Next came Luis Vega, followed by Ana Rojas.", ("Ana Rojas", "spokeAt", "Lake Forum")),
    (OPENED + "Then it was the turn of Ana Rojas.", ("Ana Rojas", "spokeAt", "Lake Forum")),
    (OPENED + "Luis Vega was the last of the speakers.", ("Luis Vega", "spokeAt", "Lake Forum")),
    (FORUM + "First to speak at the forum was Ana Rojas.", ("Ana Rojas", "spokeAt", "Lake Forum")),
    (FORUM + "Ana Rojas was the first to take the floor.", ("Ana Rojas", "spokeAt", "Lake Forum")),
    (FORUM + "The final speech came from Ana Rojas.", ("Ana Rojas", "spokeAt", "Lake Forum")),
    (FORUM + "Among those who spoke were Joe Phiri, Rector; and Ana Rojas.", ("Ana Rojas", "spokeAt", "Lake Forum")),
    (
        "Acme Bank held a reception in Oslo and a second reception in Lima. Joe Phiri gave a speech.",
        ("Joe Phiri", "spokeAt", "second reception"),
    ),
]
RANKED: list[tuple[str, Said]] = [
    ("Peru was the first country to sign the agreement with Chad.", ("Peru", "signedAgreementWith", "Chad")),
    ("Joe Phiri was not the last to attend the Lake Forum.", ("Joe Phiri", "attended", "Lake Forum")),
]
CAPTIONS: list[tuple[str, Said]] = [
    (
        "Acme Bank and Durban College signed an agreement. (Seated: Joe Phiri, Director of Acme Bank, and the rector, "
        "Luis Vega, pen in hand. Also at the ceremony, from the left: Ana Rojas; Ruth Kilonzo.)",
        ("Luis Vega", "attended", "signing ceremony"),
    ),
    ("Front row, left to right: Joe Phiri, Luis Vega and Ana Rojas. " + FORUM, ("Ana Rojas", "attended", "Lake Forum")),
    (
        "Durban College and Acme Bank signed an agreement. Durban College has a centre, as Moana University does. The "
        "rector, Luis Vega, thanked the bank.",
        ("Luis Vega", "represents", "Durban College"),
    ),
]
SHARED: list[tuple[str, Said]] = [
    (
        "Acme Bank signed an MoU with the universities of Lagos and Nairobi.",
        ("Acme Bank", "signedMoUWith", "University of Nairobi"),
    ),
    (
        "Acme Bank has agreements with three universities: those of Lagos and Nairobi, both in Africa, and the "
        "University of Oslo.",
        ("Acme Bank", "signedAgreementWith", "University of Lagos"),
    ),
    (
        "The fair was organised by the embassies of Ghana and Peru.",
        ("Embassy of Peru", "organized", "fair"),
    ),
    (
        "Three universities cooperate with Acme Bank: Moana University, in Suva, and Delta University.",
        ("Delta University", "cooperatesWith", "Acme Bank"),
    ),
]
FOUND = TURNS + RANKED + CAPTIONS + SHARED
NEVER: list[tuple[str, Said]] = [
    (OPENED + "Talks with Luis Vega followed.", ("Luis Vega", "spokeAt", "Lake Forum")),
    (OPENED + "Luis Vega came to Lima on Monday.", ("Luis Vega", "spokeAt", "Lake Forum")),
    (FORUM + "Ana Rojas is the speaker of the assembly.", ("Ana Rojas", "spokeAt", "Lake Forum")),
    ("Those standing for election: Joe Phiri and Ana Rojas. " + FORUM, ("Ana Rojas", "attended", "Lake Forum")),
    ("Photo: Joe Phiri. " + FORUM, ("Joe Phiri", "attended", "Lake Forum")),
    ("Peru will be the first to sign the agreement with Chad.", ("Peru", "signedAgreementWith", "Chad")),
    (
        "Acme Bank works with the universities of Kenya and Peru.",
        ("Acme Bank", "cooperatesWith", "University of Kenya"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), FOUND, ids=[f"{fact[0]} {text[-30:]}" for text, fact in FOUND])
def test_what_is_said_in_turn_or_together_is_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), NEVER, ids=[text[-30:] for text, _ in NEVER])
def test_what_nobody_says_is_not_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)
