"""Visits and meetings: one sentence for each error that extraction made once."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

ASSERTED: list[tuple[str, Said]] = [
    (
        "Prime Minister of Peru Ana Rojas received a delegation from Chad headed by Minister Joe Phiri.",
        ("Ana Rojas", "metWith", "Joe Phiri"),
    ),
    ("Negotiations between Ministers Ana Rojas and Joe Phiri began.", ("Ana Rojas", "metWith", "Joe Phiri")),
    (
        "President of Chad Omar Diallo landed in Lima. He is accompanied by Ministers Joe Phiri and Luis Vega.",
        ("Luis Vega", "visited", "Lima"),
    ),
    ("Accompanied by Joe Phiri, President of Chad Omar Diallo landed in Lima.", ("Joe Phiri", "visited", "Lima")),
    (
        "President of Chad Omar Diallo landed in Lima. His delegation includes Joe Phiri and Luis Vega.",
        ("Joe Phiri", "visited", "Lima"),
    ),
    (
        "President of Chad Omar Diallo visited Peru. Also in the delegation were Joe Phiri and Luis Vega.",
        ("Joe Phiri", "visited", "Peru"),
    ),
    ("Minister Omar Diallo flew to Lima with Joe Phiri.", ("Joe Phiri", "visited", "Lima")),
    ("On the occasion of the coming of Omar Diallo to Lima, they sang.", ("Omar Diallo", "visited", "Lima")),
    ("The arrival of Minister Omar Diallo in Lima drew crowds.", ("Omar Diallo", "visited", "Lima")),
    ("A Kenyan delegation was welcomed by Minister Ana Rojas.", ("Ana Rojas", "metWith", "Kenya")),
    ("Kwanza Bank hosted a trade delegation from Peru.", ("Peru", "visited", "Kwanza Bank")),
    (
        "A delegation of the Andes Institute led by its export manager, Ruth Kilonzo, on Monday visited Lima.",
        ("Ruth Kilonzo", "visited", "Lima"),
    ),
    ("The opposition leader of Chad, Amina Yusuf, visited Lima.", ("Amina Yusuf", "visited", "Lima")),
    (
        "A visit by top officials led by Rector Ruth Kilonzo to Kwanza University followed.",
        ("Ruth Kilonzo", "visited", "Kwanza University"),
    ),
    (
        "A delegation of the Andes Institute arrived in Chad. The delegation is led by Rector Ruth Kilonzo.",
        ("Ruth Kilonzo", "visited", "Chad"),
    ),
    (
        "A Peruvian delegation visited Accra. The delegation included representatives of Kwanza Bank and Acme Oil.",
        ("Acme Oil", "visited", "Accra"),
    ),
    (
        "President Joe Phiri of Zambia received Minister Ana Rojas of Peru. Zambia and Peru are friends. "
        "Ana Rojas is in the country on a two-day visit.",
        ("Ana Rojas", "visited", "Zambia"),
    ),
    (
        "The talks brought together Minister Ana Rojas of Peru and Minister Joe Phiri of Zambia.",
        ("Ana Rojas", "metWith", "Joe Phiri"),
    ),
    (
        "Presidents Joe Phiri and Ana Rojas led their delegations in bilateral talks in Lusaka.",
        ("Joe Phiri", "metWith", "Ana Rojas"),
    ),
    ("Luis Vega met President Joe Phiri and Foreign Minister Ana Rojas.", ("Luis Vega", "metWith", "Ana Rojas")),
    ("The Peruvian foreign minister visited Chad.", ("Peru", "visited", "Chad")),
    (
        "President Joe Phiri of Zambia left. The president of Peru visited Chad.",
        ("Peru", "visited", "Chad"),
    ),
    ("Minister Ana Rojas toured the Kwanza University campus.", ("Ana Rojas", "visited", "Kwanza University")),
    ("Minister Ana Rojas visited the headquarters of Acme Bank.", ("Ana Rojas", "visited", "Acme Bank")),
    ("Minister Ana Rojas made a trip to the vineyards of Ica.", ("Ana Rojas", "visited", "Ica")),
    (
        "Delegates from universities including the Andes Institute visited Lima.",
        ("Andes Institute", "visited", "Lima"),
    ),
    (
        "A meeting took place on Monday between Rector Joe Phiri and Ambassador Ana Rojas.",
        ("Joe Phiri", "metWith", "Ana Rojas"),
    ),
]
NEVER: list[tuple[str, Said]] = [
    (
        "Kwanza Bank organised a visit of the delegation from the Andes Institute to Lima.",
        ("Kwanza Bank", "visited", "Lima"),
    ),
    (
        "The visitors from Peru visited various universities of Chad.",
        ("Peru", "visited", "various universities from Chad"),
    ),
    (
        "During her stay in Kenya the film maker met the Mayor, Carlos Soto.",
        ("Carlos Soto", "visited", "Kenya"),
    ),
    ("The son of dictator Carlos Soto went to Peru.", ("Carlos Soto", "visited", "Peru")),
    ("Ambassador Ana Rojas visited the Peruvian president.", ("Ana Rojas", "visited", "Peru")),
    (
        "Minister Ana Rojas of Peru was welcomed by Minister Joe Phiri.",
        ("Ana Rojas", "attended", "meeting between Joe Phiri and Ana Rojas"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), ASSERTED, ids=[text[:40] for text, _ in ASSERTED])
def test_visits_and_meetings(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), NEVER, ids=[text[:40] for text, _ in NEVER])
def test_what_no_visit_or_meeting_is(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)
