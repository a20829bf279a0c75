"""Whom descriptions mean across the sentences of an article, and what is not said: one text for each mended error."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

TOLD: list[tuple[str, Said]] = [
    # whose the delegation is
    (
        "Ana Rojas, Mayor of Lima, came with a six-member delegation. The delegation met with Joe Phiri.",
        ("Ana Rojas", "metWith", "Joe Phiri"),
    ),
    (
        "Ana Rojas of Peru visited Delta University. The delegation toured the Chad National Museum.",
        ("Ana Rojas", "visited", "Chad National Museum"),
    ),
    (
        "Rector Ana Rojas of Lima University received Registrar Joe Phiri of Doba University during the latter's visit "
        "to Peru.",
        ("Joe Phiri", "visited", "Peru"),
    ),
    (
        "Mr. Luis Vega, Chairman of the Board of Trade, received and worked with a delegation of the Chad Mining "
        "Agency.",
        ("Luis Vega", "metWith", "Chad Mining Agency"),
    ),
    ("Luis Vega had a working session with Joe Phiri.", ("Luis Vega", "metWith", "Joe Phiri")),
    (
        "Deputy Minister of Vietnam Ho Quoc Ha flew to Lima. During the visit, Ha held talks with Ana Rojas.",
        ("Ho Quoc Ha", "metWith", "Ana Rojas"),
    ),
    (
        "Dr. Joe Phiri on Sunday discussed with a delegation from the Lima Institute of Mining, headed by its "
        "director, Prof. Ana Rojas, ways to work together.",
        ("Joe Phiri", "metWith", "Ana Rojas"),
    ),
    # of which body officers are
    (
        "The Chad Investment Board and the Peruvian Union of Weavers signed an accord. It was signed by Joe Phiri, "
        "director of the board, and Ana Rojas, chairwoman of the Peruvian union.",
        ("Joe Phiri", "represents", "Chad Investment Board"),
    ),
    (
        "The Chad Investment Board and the Peruvian Union of Weavers signed an accord. It was signed by Joe Phiri, "
        "director of the board, and Ana Rojas, chairwoman of the Peruvian union.",
        ("Ana Rojas", "represents", "Peruvian Union of Weavers"),
    ),
    (
        "HydroLima has plants in Chad. Its representative in Doba, Mr Joe Phiri, was there.",
        ("Joe Phiri", "represents", "HydroLima"),
    ),
    (
        "At the Lima Institute of Mining, the delegation met with Director Ana Rojas.",
        ("Ana Rojas", "represents", "Lima Institute of Mining"),
    ),
    (
        "The minister visited Delta Bank, where he was received by CEO Joe Phiri.",
        ("Joe Phiri", "represents", "Delta Bank"),
    ),
    (
        "He met with Chairman of the Council of Ministers Rashid Orazov.",
        ("Rashid Orazov", "represents", "Council of Ministers"),
    ),
    (
        "The minister met Lake Business Forum president Ana Rojas.",
        ("Ana Rojas", "represents", "Lake Business Forum"),
    ),
    # bodies and events
    (
        "NordAqua is headquartered in Aarhus. It is a member of the Danish Water Alliance.",
        ("NordAqua", "partOf", "Danish Water Alliance"),
    ),
    ("Joe Phiri spoke at Expo Madera in Lima.", ("Expo Madera", "heldIn", "Lima")),
    ("On Friday, Joe Phiri will open the Lake Forum in Lima.", ("Lake Forum", "heldOn", "2024-05-17")),
]
UNTOLD: list[tuple[str, Said]] = [
    (
        "The Doba Chamber hosted a Peruvian trade mission headed by Ana Rojas.",
        ("Doba Chamber", "organized", "Peruvian trade mission"),
    ),
    (
        "Ana Rojas of Peru met Joe Phiri and paid a courtesy call on Luis Vega. The meeting was short.",
        ("Luis Vega", "attended", "meeting between Ana Rojas and Joe Phiri"),
    ),
    (
        "President Joe Phiri of Chad held talks with President Ana Rojas of Peru at Doba Palace.",
        ("Joe Phiri", "visited", "Doba Palace"),
    ),
    (
        "Also there were leaders of the Department of Trade and Consul Joe Phiri of the Embassy of Chad.",
        ("Joe Phiri", "represents", "Department of Trade"),
    ),
    (
        "Luis Vega received and worked with a delegation of the Chad Mining Agency led by Joe Phiri.",
        ("Luis Vega", "cooperatesWith", "Joe Phiri"),
    ),
    (
        "President Luis Vega was represented at the Lake Forum by Joe Phiri.",
        ("Luis Vega", "attended", "Lake Forum"),
    ),
    (
        "The Peruvian leader is scheduled to visit Doba before proceeding to Harare. He is Luis Vega.",
        ("Luis Vega", "visited", "Harare"),
    ),
    (
        "Ana Rojas of Peru will visit Doba, meeting Joe Phiri of Chad.",
        ("Ana Rojas", "metWith", "Joe Phiri"),
    ),
    (
        "Minister Ana Rojas met a Delta Chamber delegation led by its President Joe Phiri.",
        ("Delta Chamber", "metWith", "Joe Phiri"),
    ),
    (
        "Rector of Lima University Ana Rojas spoke. The rector met Joe Phiri. Vice Rector for Trade Luis Vega left.",
        ("Luis Vega", "metWith", "Joe Phiri"),
    ),
    (
        "Ana Rojas of Delta University visited Chad. Ana Rojas said in Lima that it was fine.",
        ("Ana Rojas", "visited", "Lima"),
    ),
    (
        "There is talk of a twinning agreement between Lima and Doba.",
        ("Lima", "signedAgreementWith", "Doba"),
    ),
    (
        "Minister Ana Rojas of Peru met Minister Joe Phiri of Chad. A charter on friendship between the two cities was "
        "signed in 2009.",
        ("Peru", "signedAgreementWith", "Chad"),
    ),
    (
        "Minister Joe Phiri of Chad came to Lima. In the hall, Mayor Luis Vega received him.",
        ("Luis Vega", "represents", "Peru"),
    ),
    (
        "Ana Rojas opened the Lake Forum in Lima. She also met with Joe Phiri. “Our ties are strong,” Joe Phiri told "
        "the guests.",
        ("Joe Phiri", "spokeAt", "Lake Forum"),
    ),
    (
        "At the Lake Forum in Lima, Joe Phiri presented a shield to Ana Rojas.",
        ("Joe Phiri", "spokeAt", "Lake Forum"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), TOLD)
def test_what_descriptions_mean_is_told(text: str, fact: Said, extractor: StandardExtractor) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), UNTOLD)
def test_what_is_not_said_is_not_told(text: str, fact: Said, extractor: StandardExtractor) -> None:
    assert fact not in said(extractor, text)


def test_an_agreement_is_signed_at_the_event_that_others_became(extractor: StandardExtractor) -> None:
    text = (
        "Delta Bank and Lima University signed an accord on Tuesday during a business forum in Lima.",
        "Joe Phiri spoke at the Peru-Chad Business Forum in Lima.",
    )
    assert ("Joe Phiri", "spokeAt", "Peru-Chad Business Forum") in said(extractor, *text)
