"""One text for each error that reading people once made whose country or body is told elsewhere: in another sentence,
behind other people, by where they go or what they say."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

FOUND: list[tuple[str, Said]] = [
    ("Professors Ana Rojas and Luis Vega of Delta University left.", ("Ana Rojas", "represents", "Delta University")),
    (
        "Assistant Ministers Ana Rojas and Luis Vega, Ministry of Science of Serbia, came.",
        ("Ana Rojas", "represents", "Ministry of Science of Serbia"),
    ),
    (
        "It was seen by Professor Ana Rojas of the Faculty of Law of Delta University.",
        ("Ana Rojas", "represents", "Delta University"),
    ),
    (
        "Kwanza Bank lent it. They met Luis Vega, the Lima-based bank's director general.",
        ("Luis Vega", "represents", "Kwanza Bank"),
    ),
    ("They met Luis Vega, of the Ministry of Finance.", ("Luis Vega", "represents", "Ministry of Finance")),
    (
        '"Chad needs it," said Luis Vega, the country\'s ambassador to Peru and Cuba.',
        ("Luis Vega", "represents", "Chad"),
    ),
    (
        "The guests were met by the Delta University Rector, Ana Rojas; and Head of the Relations Office, Luis Vega.",
        ("Luis Vega", "represents", "Delta University"),
    ),
    (
        "Joining her from Delta University were Provost Ana Rojas; and Luis Vega, director of finance.",
        ("Luis Vega", "represents", "Delta University"),
    ),
    ("Ana Rojas, Founding President of the Kwanza Alliance, left.", ("Ana Rojas", "represents", "Kwanza Alliance")),
    (
        "The UK's Minister of State with responsibility for the Caribbean, Hugh Grey, left.",
        ("Hugh Grey", "represents", "United Kingdom"),
    ),
    (
        "Chile's Assistant Secretary for Caribbean Affairs and Haiti, Ana Rojas, left.",
        ("Ana Rojas", "represents", "Chile"),
    ),
    (
        "A Peruvian trade delegation is in Ghana. The delegation led by Mr. Luis Vega, Vice Minister of Mines, left. "
        "Ghana and Peru trade.",
        ("Luis Vega", "represents", "Peru"),
    ),
    ("Minister Ana Rojas reaffirmed Chad's commitment to Peru and Cuba.", ("Ana Rojas", "represents", "Chad")),
    ("Muscat: Dr. Ana Rojas, Minister of Education, left.", ("Ana Rojas", "represents", "Oman")),
    (
        "President Ana Rojas will leave for Peru to meet her counterpart, Luis Vega. Chad and Peru trade. Chad won.",
        ("Ana Rojas", "represents", "Chad"),
    ),
    (
        "The Chairman, Governing Council, Kwanza Investment Commission (KIC), Ana Rojas, left.",
        ("Ana Rojas", "represents", "Kwanza Investment Commission"),
    ),
    (
        "Head of the European Union (EU) Delegation to Jamaica, Ana Rojas, left.",
        ("Ana Rojas", "represents", "European Union"),
    ),
    ("They met Mr. Badou Camara, Ambassador of Mauritania.", ("Badou Camara", "represents", "Mauritania")),
    ("Vietnamese Ambassador to Indonesia Pham Duc Lam left.", ("Pham Duc Lam", "represents", "Vietnam")),
    (
        "Secretary of the Lima Party Committee Ana Rojas left.",
        ("Ana Rojas", "represents", "Lima Party Committee"),
    ),
    ("They met Han Bo, China's Foreign Minister.", ("Han Bo", "represents", "China")),
    (
        "She met Ali Al Marzooqi, head of public libraries at the Department of Culture.",
        ("Ali Al Marzooqi", "represents", "Department of Culture"),
    ),
    (
        "Kwanza Bank director of operations Ana Rojas and strategic advisor Luis Vega left.",
        ("Luis Vega", "represents", "Kwanza Bank"),
    ),
    (
        "They will meet Bangladeshi advisers, including Chief Adviser Ana Rojas and Commerce Adviser Luis Vega.",
        ("Luis Vega", "represents", "Bangladesh"),
    ),
    (
        "Ana Rojas, Deputy Director of National Heritage Administration, left.",
        ("Ana Rojas", "represents", "National Heritage Administration"),
    ),
    (
        "Director for Southeast Asia at the Ministry of Mines Ana Rojas left.",
        ("Ana Rojas", "represents", "Ministry of Mines"),
    ),
    (
        "Secretary of the provincial Party Committee Ana Rojas left.",
        ("Ana Rojas", "represents", "Party Committee"),
    ),
    (
        "A delegation from the southern province of Puno, led by Luis Vega, came.",
        ("Luis Vega", "represents", "Puno"),
    ),
    (
        "Among them is Ana Rojas, Director, External Affairs, Delta University.",
        ("Ana Rojas", "represents", "Delta University"),
    ),
    (
        "Foreign Minister Ana Rojas accompanied President Luis Vega of Peru to Chile.",
        ("Ana Rojas", "represents", "Peru"),
    ),
    (
        "Minister Ana Rojas received a delegation of Peruvian experts. Chile and Peru trade, and Chile and Peru won.",
        ("Ana Rojas", "represents", "Chile"),
    ),
    (
        "EBRD Director for Eastern Europe and the Caucasus Ana Rojas left.",
        ("Ana Rojas", "represents", "EBRD"),
    ),
]

NOT_FOUND: list[tuple[str, Said]] = [
    (
        "Chad's Minister Ana Rojas met them at the visit of President Luis Vega to Chad.",
        ("Luis Vega", "represents", "Chad"),
    ),
    (
        "Ana Rojas and Luis Vega, the Chamber's Board of Directors, left. Luis Vega, Chairman of the Lima Chamber's "
        "Board of Directors, spoke.",
        ("Luis Vega", "represents", "Board of Directors"),
    ),
    (
        "KAPRESS Deputy Minister of Mines of the Republic of Chad Ana Rojas left.",
        ("Ana Rojas", "represents", "KAPRESS"),
    ),
    (
        "Peru and Chad will meet during the visit of Peruvian Prime Minister Luis Vega this week, Trade Secretary "
        "Ana Rojas said.",
        ("Ana Rojas", "represents", "Peru"),
    ),
    (
        "Presidents Ana Rojas and Luis Vega of Chad left.",
        ("Ana Rojas", "represents", "Chad"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), FOUND, ids=[text[:60] for text, _ in FOUND])
def test_what_was_missed_once_is_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), NOT_FOUND, ids=[text[:60] for text, _ in NOT_FOUND])
def test_what_was_made_up_once_is_not(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)
