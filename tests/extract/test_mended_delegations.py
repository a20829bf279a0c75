"""One text for each error that extraction made once in news of delegations and their journeys: what it says now."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

SAID: list[tuple[str, Said]] = [
    (
        "A group from Moana University, led by Rector Ana Rojas, visited Kwanza College.",
        ("Ana Rojas", "visited", "Kwanza College"),
    ),
    (
        "A delegation comprising staff of several banks, led by Minister of Trade Ana Rojas, arrived in Lima.",
        ("Ana Rojas", "visited", "Lima"),
    ),
    (
        "A delegation of guests visited Kwanza College. The delegation included Ana Rojas and Jean Mugabo.",
        ("Jean Mugabo", "visited", "Kwanza College"),
    ),
    (
        "Kwanza Bank hosted a Peruvian delegation in Nairobi. The delegation, led by Ana Rojas, left on Friday.",
        ("Ana Rojas", "visited", "Nairobi"),
    ),
    (
        "A team led by Ana Rojas visited Lima. Officers including Jean Mugabo and Amina Okoth joined the team.",
        ("Jean Mugabo", "visited", "Lima"),
    ),
    (
        "A delegation representing Moana University visited Kwanza College.",
        ("Moana University", "visited", "Kwanza College"),
    ),
    (
        "A delegation of Moana University visited Peru. Members of the delegation toured Kwanza Bank.",
        ("Moana University", "visited", "Kwanza Bank"),
    ),
    (
        "As part of her visit to Lima, Ana Rojas and her delegation met with Jean Mugabo.",
        ("Ana Rojas", "metWith", "Jean Mugabo"),
    ),
    (
        "Rector Jean Mugabo welcomed Ana Rojas and a delegation on a visit to Kwanza College.",
        ("Ana Rojas", "visited", "Kwanza College"),
    ),
    ("Ana Rojas visited Lima in May, followed by Callao and Cusco in June.", ("Ana Rojas", "visited", "Cusco")),
    ("Ana Rojas landed in Lima in the company of her sister Amina Okoth.", ("Amina Okoth", "visited", "Lima")),
    ("Ana Rojas is on a tour through Peru and Chad.", ("Ana Rojas", "visited", "Chad")),
    ("Ana Rojas stopped by Kwanza Bank facilities in Lima.", ("Ana Rojas", "visited", "Kwanza Bank")),
    (
        "Jean Mugabo visited Kwanza College. His deputy, Ana Rojas, toured the campus on Friday.",
        ("Ana Rojas", "visited", "Kwanza College"),
    ),
    ("Ana Rojas was welcomed to Kwanza College.", ("Ana Rojas", "visited", "Kwanza College")),
    ("Chair of the Mwanza People's Committee Phan Van Hoa visited Lima.", ("Phan Van Hoa", "visited", "Lima")),
    ("Ana Rojas visited Saint Joseph's College in Lima.", ("Ana Rojas", "visited", "Saint Joseph's College")),
    ("Minister Ana Field met Jean Mugabo. In reply, Field visited Lima.", ("Ana Field", "visited", "Lima")),
    (
        "Ana Rojas, Minister Responsible for Defence Affairs, and her delegation visited Lima.",
        ("Ana Rojas", "visited", "Lima"),
    ),
    (
        "At the invitation of the Rector of Kwanza College, Ana Rojas, Dean of Moana University, visited Lima.",
        ("Ana Rojas", "represents", "Moana University"),
    ),
    (
        "Ana Rojas led a team to Peru and met Kwanza Bank and Puno Bank. During their stay in Lima, the team met Ali.",
        ("Ana Rojas", "visited", "Lima"),
    ),
    ("The Bank of Puno, part of the Kwanza Group, opened.", ("Bank of Puno", "partOf", "Kwanza Group")),
]
NEVER: list[tuple[str, Said]] = [
    (
        "Ana Rojas visited Moana University, Lima Institute of Technology, Kwanza University and Puno College.",
        ("Lima Institute of Technology", "partOf", "Kwanza University"),
    ),
    (
        "At the invitation of the Rector of Kwanza College, Ana Rojas, Dean of Moana University, visited Lima.",
        ("Ana Rojas", "represents", "Kwanza College"),
    ),
    (
        "At Moana University, a group led by Ana Rojas developed a vaccine.",
        ("Ana Rojas", "visited", "Moana University"),
    ),
    (
        "The Pacific Alliance welcomed Moana University to the Pacific Association.",
        ("Moana University", "visited", "Pacific Association"),
    ),
    (
        "Kwanza Bank concluded a visit of a delegation of Puno College to Lima.",
        ("Kwanza Bank", "visited", "Lima"),
    ),
    (
        "The guests were shown around Kwanza Bank by Ana Rojas.",
        ("Ana Rojas", "visited", "Kwanza Bank"),
    ),
    ("Kwanza Bank, as part of the Puno Bank programme, gave loans.", ("Kwanza Bank", "partOf", "Puno Bank")),
]


@pytest.mark.parametrize(("text", "fact"), SAID, ids=[text[:40] for text, _ in SAID])
def test_what_is_said_of_journeys_is_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), NEVER, ids=[text[:40] for text, _ in NEVER])
def test_what_is_not_said_of_journeys_is_not_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)
