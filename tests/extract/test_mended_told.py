"""One text for each error that reading whole news items, statement by statement, found once: what was done and told as
planned, what is wished for and told as done, rooms and forms of companies taken for names, people taken for others."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

FOUND: list[tuple[str, Said]] = [
    ("Peru and Chad have agreed to boost trade and signed a protocol.", ("Peru", "signedAgreementWith", "Chad")),
    (
        "Minister Joe Phiri of Zambia came to Lima to discuss trade and met President Ana Rojas.",
        ("Joe Phiri", "metWith", "Ana Rojas"),
    ),
    (
        "The signing was witnessed by Norwegian Ambassador to India Hans Jacob Nordli.",
        ("Hans Jacob Nordli", "represents", "Norway"),
    ),
    (
        'The fair was opened by Chairman of "Lake Railways" CJSC Joe Phiri and others.',
        ("Joe Phiri", "represents", "Lake Railways"),
    ),
    ('Chairman of "Lake Bank" Joe Phiri met Luis Vega.', ("Joe Phiri", "metWith", "Luis Vega")),
    ("Ana Rojas was sworn in as Minister of Trade of Peru.", ("Ana Rojas", "represents", "Peru")),
    ("Ana Rojas has been appointed Peru's ambassador to Chad.", ("Ana Rojas", "represents", "Peru")),
    (
        "Zambia signed a memorandum of understanding with the Republic of Peru, represented by Ms. Ana Rojas.",
        ("Ana Rojas", "represents", "Peru"),
    ),
    (
        "The Zambian delegation called on the Lima Chamber of Commerce.",
        ("Zambia", "metWith", "Lima Chamber of Commerce"),
    ),
    (
        "President Joe Phiri of Zambia held a summit with President Ana Rojas of Peru.",
        ("Joe Phiri", "metWith", "Ana Rojas"),
    ),
    (
        "Joe Phiri met Malaysian Foreign Minister Dato' Seri Mokhtar Bin Haji Rahim.",
        ("Joe Phiri", "metWith", "Mokhtar Bin Haji Rahim"),
    ),
    ("Joe Phiri, Ambassador of the United States to Peru, spoke.", ("Joe Phiri", "represents", "United States")),
    ("President Joe Phiri of Chad paid a Working Visit to Peru.", ("Joe Phiri", "visited", "Peru")),
    (
        "President Joe Phiri of Zambia held a Bilateral Meeting with President Ana Rojas of Peru.",
        ("Joe Phiri", "metWith", "Ana Rojas"),
    ),
    (
        "At the invitation of Peruvian President Ana Rojas, President Joe Phiri on Monday paid a visit to Peru.",
        ("Joe Phiri", "visited", "Peru"),
    ),
    ("The forum was held from the 18th to the 22nd March 2024.", ("forum", "heldOn", "2024-03-18")),
    (
        "Kenyan President Ana Rojas is on a visit in Peru on the invitation of Peruvian Foreign Minister Luis Vega and "
        "Minister for Industry Elena Quispe.",
        ("Elena Quispe", "represents", "Peru"),
    ),
    (
        "Kuwait's Minister of Trade Salem Al-Badr received Peru's Minister of Trade Luis Vega on the occasion of his "
        "visit to the country.",
        ("Luis Vega", "visited", "Kuwait"),
    ),
]
NOT_SAID: list[tuple[str, Said]] = [
    (
        "They stressed the importance of signing the partnership agreement between Peru and Chad.",
        ("Peru", "signedAgreementWith", "Chad"),
    ),
    ("They are working on concluding a pact between Peru and Chad.", ("Peru", "signedAgreementWith", "Chad")),
    ("They hoped for an early conclusion of a treaty between Peru and Chad.", ("Peru", "signedAgreementWith", "Chad")),
    (
        "Signing of the agreements between Peru and Chad is to take place at 3 PM.",
        ("Peru", "signedAgreementWith", "Chad"),
    ),
    ("It is important that Peru and Chad hold frequent consultations.", ("Peru", "metWith", "Chad")),
    (
        "Ana Rojas and Joe Phiri highlighted their interest in advancing talks with Kwanza Bank.",
        ("Ana Rojas", "metWith", "Kwanza Bank"),
    ),
    (
        "Ana Rojas of Peru gave information on the ongoing trade negotiations with Chad.",
        ("Ana Rojas", "metWith", "Chad"),
    ),
    (
        "Peru and Kwanza Bank, in collaboration with Lima University, are organising a meeting in Chad.",
        ("Peru", "metWith", "Kwanza Bank"),
    ),
    ("The Zambian delegation called on Ms. Ana Rojas to work out a tour.", ("Zambia", "metWith", "Ana Rojas")),
    (
        "Ana Rojas visited Lima University at the 9th Floor Conference Room.",
        ("Ana Rojas", "attended", "9th Floor Conference Room"),
    ),
    (
        "Peru and Chad held talks. The two sides welcomed the signing of the Agreement on trade of the two countries.",
        ("signing of the Agreement on trade of the two countries", "heldIn", "Chad"),
    ),
    ("Before the end of the NATO summit President Luis Vega left.", ("Luis Vega", "represents", "NATO")),
    ("Busan is a sister city of Lima, Peru and Quito, Ecuador.", ("Busan", "cooperatesWith", "Peru")),
    ("LAKES.AZ/ Prime Minister of Chad Joe Phiri left for Peru.", ("Joe Phiri", "represents", "LAKES.AZ/")),
    (
        "During his meeting with his Thai counterpart, Prime Minister Chinh spoke of trade.",
        ("Chinh", "represents", "Thailand"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), FOUND, ids=[text[:40] for text, _ in FOUND])
def test_a_fact_once_lost(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), NOT_SAID, ids=[text[:40] for text, _ in NOT_SAID])
def test_a_statement_once_made_up(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)
