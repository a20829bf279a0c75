"""One sentence for each error that extraction made once about who met, or works with, whom: what it says now."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

ASSERTED: list[tuple[str, Said]] = [
    (
        "Accompanied by Minister of Trade Jean Mugabo, President Amina Kilonzo met Ambassador of Peru Ana Rojas.",
        ("Jean Mugabo", "metWith", "Ana Rojas"),
    ),
    (
        "Minister of Trade Jean Mugabo, accompanied by Amina Kilonzo, held talks with Ambassador of Peru Ana Rojas.",
        ("Amina Kilonzo", "metWith", "Ana Rojas"),
    ),
    (
        "Minister of Trade Jean Mugabo's trip to Lima included meetings with Ambassador of Peru Ana Rojas.",
        ("Jean Mugabo", "metWith", "Ana Rojas"),
    ),
    (
        "Minister of Trade Jean Mugabo also had the opportunity to meet with Ambassador of Peru Ana Rojas.",
        ("Jean Mugabo", "metWith", "Ana Rojas"),
    ),
    (
        "Minister of Trade Jean Mugabo was pleased to receive Ambassador of Peru Ana Rojas.",
        ("Jean Mugabo", "metWith", "Ana Rojas"),
    ),
    (
        "Chairman of the Chamber of Deputies Jean Mugabo met Ambassador of Peru Ana Rojas.",
        ("Jean Mugabo", "metWith", "Ana Rojas"),
    ),
    (
        "Minister of Trade Jean Mugabo held negotiations with Ambassador of Peru Ana Rojas.",
        ("Jean Mugabo", "metWith", "Ana Rojas"),
    ),
    (
        "Jean Mugabo, the rector of Delta College, is in Lima. The rector's first stop was a meeting with Elm Bank.",
        ("Jean Mugabo", "metWith", "Elm Bank"),
    ),
    (
        "Minister of Trade Jean Mugabo and Ambassador of Peru Ana Rojas signed it after talks lasting two hours.",
        ("Jean Mugabo", "metWith", "Ana Rojas"),
    ),
    (
        "President Jean Mugabo said in a statement issued after a meeting with Ambassador Ana Rojas that trade grew.",
        ("Jean Mugabo", "metWith", "Ana Rojas"),
    ),
    (
        "Minister of Trade Jean Mugabo received three envoys in May. The envoys are Ana Rojas and Amina Kilonzo.",
        ("Jean Mugabo", "metWith", "Amina Kilonzo"),
    ),
    (
        "Minister of Trade Jean Mugabo met business leaders. Among them were Ana Rojas and Amina Kilonzo.",
        ("Jean Mugabo", "metWith", "Ana Rojas"),
    ),
    (
        "Jean Mugabo, director of Elm Bank, hosted a dinner in honour of a delegation from Lima headed by Ana Rojas.",
        ("Jean Mugabo", "metWith", "Ana Rojas"),
    ),
    (
        "Moana Bank, together with Kwanza Bank, runs a course for farmers.",
        ("Moana Bank", "cooperatesWith", "Kwanza Bank"),
    ),
    (
        "The joint master's programme of Moana University and Delta College has admitted 18 students.",
        ("Moana University", "cooperatesWith", "Delta College"),
    ),
    (
        "Moana Bank and Kwanza Bank opened branches in Chad. The two lenders have cooperated since 1990.",
        ("Moana Bank", "cooperatesWith", "Kwanza Bank"),
    ),
    (
        "The mayor of Trujillo came to Mombasa. The two cities have cooperated since 1990.",
        ("Trujillo", "cooperatesWith", "Mombasa"),
    ),
    (
        "Moana Bank is proud to partner with Kwanza Bank.",
        ("Moana Bank", "cooperatesWith", "Kwanza Bank"),
    ),
    (
        "Minister Jean Mugabo met envoys. Jean Mugabo praised them. Ambassador of Peru Ana Rojas also called on him.",
        ("Ana Rojas", "metWith", "Jean Mugabo"),
    ),
    (
        "Minister of Trade Jean Mugabo met on the sidelines of the conference with Ambassador of Peru Ana Rojas.",
        ("Jean Mugabo", "metWith", "Ana Rojas"),
    ),
    (
        "Minister Jean Mugabo held a meeting with Ana Rojas and talks with Ambassador of Chad Amina Kilonzo, Elm said.",
        ("Jean Mugabo", "metWith", "Amina Kilonzo"),
    ),
    (
        "Minister of Trade Jean Mugabo discussed cooperation in railways with Ambassador of Peru Ana Rojas.",
        ("Jean Mugabo", "metWith", "Ana Rojas"),
    ),
    (
        "A delegation of Delta College met Jean Mugabo. The delegation, which was headed by Ana Rojas, left on Monday.",
        ("Ana Rojas", "metWith", "Jean Mugabo"),
    ),
    (
        "Ana Rojas visited Lima in July with a delegation of five. The delegation held a meeting with Jean Mugabo.",
        ("Ana Rojas", "metWith", "Jean Mugabo"),
    ),
    (
        "The envoy Ana Rojas paid a visit to the Prime Minister, Jean Mugabo.",
        ("Ana Rojas", "metWith", "Jean Mugabo"),
    ),
    (
        "Moana Bank vaccinates cattle in partnership with Kwanza Bank.",
        ("Moana Bank", "cooperatesWith", "Kwanza Bank"),
    ),
    (
        "The school is run by Moana University and Delta College.",
        ("Moana University", "cooperatesWith", "Delta College"),
    ),
]

UNSAID: list[tuple[str, Said]] = [
    (
        "Minister of Trade Jean Mugabo had no chance to meet Ambassador of Peru Ana Rojas.",
        ("Jean Mugabo", "metWith", "Ana Rojas"),
    ),
    (
        "Moana Bank would be delighted to partner with Kwanza Bank.",
        ("Moana Bank", "cooperatesWith", "Kwanza Bank"),
    ),
    (
        "President Jean Mugabo met investors. Also present were Ana Rojas and Amina Kilonzo. They exchanged views.",
        ("Ana Rojas", "metWith", "Amina Kilonzo"),
    ),
    (
        "President Jean Mugabo met business leaders. Among those present were Ana Rojas and Amina Kilonzo.",
        ("Jean Mugabo", "metWith", "Ana Rojas"),
    ),
    (
        "Minister of Trade Jean Mugabo, together with Ambassador of Peru Ana Rojas, opened a school.",
        ("Jean Mugabo", "cooperatesWith", "Ana Rojas"),
    ),
    (
        "Minister of Trade Jean Mugabo and Secretary Amina Kilonzo took part in a meeting of universities.",
        ("Jean Mugabo", "metWith", "Amina Kilonzo"),
    ),
    (
        "Jean Mugabo and Ana Rojas reviewed aspects of the cooperation between Peru and Chad.",
        ("Peru", "cooperatesWith", "Chad"),
    ),
    (
        "Moana Bank and Kwanza Bank run plants in Lima.",
        ("Moana Bank", "cooperatesWith", "Kwanza Bank"),
    ),
]


@pytest.mark.parametrize(("text", "statement"), ASSERTED)
def test_meetings_and_partners_that_were_missed(extractor: StandardExtractor, text: str, statement: Said) -> None:
    assert statement in said(extractor, text)


@pytest.mark.parametrize(("text", "statement"), UNSAID)
def test_meetings_and_partners_that_nobody_told_of(extractor: StandardExtractor, text: str, statement: Said) -> None:
    assert statement not in said(extractor, text)
