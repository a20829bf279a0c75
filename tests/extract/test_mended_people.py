"""Names of people and whose officers they are: one sentence for each error that extraction made once."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

ASSERTED: list[tuple[str, Said]] = [
    # names
    ("Joseph “Jo” Phiri, President of Malawi, spoke.", ("Joseph “Jo” Phiri", "represents", "Malawi")),
    (
        "Mr. Luis Vega, President of the Chamber of Trade of Peru & Mr. Carlo Rossi, President of Lecce Chamber of "
        "Commerce attended the forum.",
        ("Carlo Rossi", "represents", "Lecce Chamber of Commerce"),
    ),
    (
        "The former ministers Ana Rojas, Luis Mendoza & Carla Quispe met Joe Phiri.",
        ("Carla Quispe", "metWith", "Joe Phiri"),
    ),
    (
        "They met the Ambassador of Chad to Peru E.R. Dembele and the representative of Sudvodstroy A.M. Karimov.",
        ("A.M. Karimov", "represents", "Sudvodstroy"),
    ),
    (
        "The Head of the Trade Office I.S. Petrova visited Lima.",
        ("I.S. Petrova", "represents", "Trade Office"),
    ),
    (
        "The guest was Chairman of the Committee on Trade and Defense of the State Council Ulan Sadykov.",
        ("Ulan Sadykov", "represents", "Committee on Trade and Defense of the State Council"),
    ),
    ("The Sri Lankan High Commissioner Ruwan Perera spoke.", ("Ruwan Perera", "represents", "Sri Lanka")),
    ("Ambassador of the Vatican Carlo Rossi spoke.", ("Carlo Rossi", "represents", "Holy See")),
    # offices
    ("Among them was Ana Rojas, Ambassador-Designate of Peru.", ("Ana Rojas", "represents", "Peru")),
    ("Among them was Ana Rojas, High Commissioner-Designate of Malta.", ("Ana Rojas", "represents", "Malta")),
    ("CATS members Ana Rojas and Luis Vega took part.", ("Luis Vega", "represents", "CATS")),
    (
        "With them was Acting Trade Council Chairman Chen Mei-ling.",
        ("Chen Mei-ling", "represents", "Trade Council"),
    ),
    (
        "Chad's Minister of Culture, and Minister of State for Youth Affairs Ali Deby met Ana Rojas.",
        ("Ali Deby", "represents", "Chad"),
    ),
    (
        "The Foreign Ministers of Chad and Peru, His Excellency Ali Deby and the Most Honourable Ana Rojas, met.",
        ("Ana Rojas", "represents", "Peru"),
    ),
    ("Ivan Bondar, the adviser to the Ukrainian President, left.", ("Ivan Bondar", "represents", "Ukraine")),
    (
        "Ravi Menon, Secretary to the Chief Minister, Government of Kerala, left.",
        ("Ravi Menon", "represents", "Kerala"),
    ),
    (
        "Guests were met by Chen Li, president of Kwanza University and vice president Wang Bao.",
        ("Chen Li", "represents", "Kwanza University"),
    ),
    ("Peru was also represented at the talks by Ana Rojas.", ("Ana Rojas", "represents", "Peru")),
    # whose side they are on
    (
        "The delegation of Peru was headed by Ana Rojas, Minister of Trade and included Luis Vega, Minister of Ports.",
        ("Luis Vega", "represents", "Peru"),
    ),
    ("Led by Minister of Trade Ali Deby, a delegation of Chad came to Lima.", ("Ali Deby", "represents", "Chad")),
    (
        "The Malian delegation, with Prime Minister Ali Traore at its head, is in Lima.",
        ("Ali Traore", "represents", "Mali"),
    ),
    (
        "Chad's President Ali Deby came to Lima, Peru. With Deby were Trade Minister Issa Abakar and others.",
        ("Issa Abakar", "represents", "Chad"),
    ),
    (
        "Chad's President Ali Deby spoke in Peru. Peru listened. Ali Deby and his counterpart Ana Rojas then left.",
        ("Ana Rojas", "represents", "Peru"),
    ),
    (
        "Chad's Trade Minister Ali Deby conveyed greetings from President Issa Abakar to the leader of Peru.",
        ("Issa Abakar", "represents", "Chad"),
    ),
    (
        "Ivan Petrov, Ambassador of Serbia, came to Lima, Peru. Peru and Serbia trade. "
        "I. Petrov was received by Deputy Prime Minister Ana Rojas.",
        ("Ana Rojas", "represents", "Peru"),
    ),
]
NEVER: list[tuple[str, Said]] = [
    ("The former ministers of Peru, Ana Rojas & Carla Quispe, met Joe Phiri.", ("Carla Quispe", "represents", "Peru")),
    (
        "The Chadian delegation included Ali Deby and met with Trade Minister Ana Rojas.",
        ("Ana Rojas", "represents", "Chad"),
    ),
    ("Ana Rojas, Minister for Police, spoke.", ("Ana Rojas", "represents", "Police")),
    ("And Luis Vega, representative of the Workers' Party (PT), left.", ("Workers' Party", "represents", "PT")),
]


@pytest.mark.parametrize(("text", "fact"), ASSERTED, ids=lambda value: value if isinstance(value, str) else "")
def test_people_and_their_offices(text: str, fact: Said, extractor: StandardExtractor) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), NEVER, ids=lambda value: value if isinstance(value, str) else "")
def test_no_office_that_is_not_theirs(text: str, fact: Said, extractor: StandardExtractor) -> None:
    assert fact not in said(extractor, text)


@pytest.mark.parametrize(
    "field",
    [
        "Customs and for Seniors",
        "Foreign Affairs and Worship",
        "Religious Affairs and Endowments",
        "Youth, Mauritanians Abroad",
        "Road Transport and Highways",
        "Solidarity and Fight against Poverty",
    ],
)
def test_fields_of_ministers(field: str, extractor: StandardExtractor) -> None:
    assert ("Ana Rojas", "represents", "Peru") in said(extractor, f"Peru's Minister of {field} Ana Rojas spoke.")
