"""Names of people and whose officers they are: one sentence for each error that extraction made once."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

ASSERTED: list[tuple[str, Said]] = [
    # names
    (
        "Ana Rojas, President of Peru, met Joe Phiri, President of Chad. A note was signed by the ambassadors Carlos "
        "Vega and Luis Soto. There was a dinner in Lima. At the dinner, both Presidents gave speeches.",
        ("Ana Rojas", "spokeAt", "dinner"),
    ),
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
        ("Ulan Sadykov", "represents", "Committee on Trade and Defense"),
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
    # with whom they are
    (
        "Chad's President Ali Deby visited Lima. With him was Trade Minister Issa Abakar.",
        ("Issa Abakar", "visited", "Lima"),
    ),
    (
        "Chad's President Ali Deby visited Lima. With Deby were Trade Minister Issa Abakar, Chair of the Ports "
        "Committee Amina Diop and others.",
        ("Amina Diop", "visited", "Lima"),
    ),
    ("Led by Trade Minister Ali Deby, a business delegation of Chad came to Lima.", ("Ali Deby", "visited", "Lima")),
    ("Chad's President Ali Deby, together with Amina Diop, visited Lima.", ("Amina Diop", "visited", "Lima")),
    ("Ali Deby visited Lima alongside Amina Diop, Trade Minister, and Joe Phiri.", ("Joe Phiri", "visited", "Lima")),
    (
        "The 9th Session of the Peru/Chile Joint Trade Commission was held in Lima. The delegation of Chile was led by "
        "Juan Prieto.",
        ("Juan Prieto", "attended", "9th Session of the Peru/Chile Joint Trade Commission"),
    ),
    # bodies
    ("Ana Rojas (Peru) and Joe Phiri (Kwanza Bank) attended the fair.", ("Joe Phiri", "represents", "Kwanza Bank")),
    (
        "Juan Prieto, Executive Director, and Ms. Ana Rojas, Protocol Manager, Kwanza Institute, attended.",
        ("Juan Prieto", "represents", "Kwanza Institute"),
    ),
    (
        "Ana Rojas, Head of the Trade Section, External Office, Kwanza University, attended.",
        ("Ana Rojas", "represents", "Kwanza University"),
    ),
    (
        "Luis Vega, Director of the Trade Unit, Ministry of Economy of Chile and the Peruvian team left.",
        ("Luis Vega", "represents", "Ministry of Economy of Chile"),
    ),
    (
        "Ana Rojas, Assistant to the President of Kwanza University, attended.",
        ("Ana Rojas", "represents", "Kwanza University"),
    ),
    (
        "Chad's Speaker Ali Deby visited Azerbaijan. Deby was accompanied by Head of the Friendship Group for "
        "Cooperation with Azerbaijan Issa Abakar.",
        ("Issa Abakar", "visited", "Azerbaijan"),
    ),
]
NEVER: list[tuple[str, Said]] = [
    ("The former ministers of Peru, Ana Rojas & Carla Quispe, met Joe Phiri.", ("Carla Quispe", "represents", "Peru")),
    (
        "The Chadian delegation included Ali Deby and met with Trade Minister Ana Rojas.",
        ("Ana Rojas", "represents", "Chad"),
    ),
    ("Ana Rojas, Minister for Police, spoke.", ("Ana Rojas", "represents", "Police")),
    ("Envoy Jane Miller (OBE) met Ana Rojas.", ("Jane Miller", "represents", "OBE")),
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
