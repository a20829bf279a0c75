"""One sentence for each error that extraction made once in who holds an office, and in which body or country."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, laid_out, said, told

HELD: list[tuple[str, Said]] = [
    (
        "Chairman of the Board of Directors of Dala Bank Omar Ali opened the hall.",
        ("Omar Ali", "represents", "Dala Bank"),
    ),
    (
        "They met Head of the Lake Customs Service under the Ministry of Finance of Chad Ali Kamal.",
        ("Ali Kamal", "represents", "Lake Customs Service"),
    ),
    (
        "They met Director of the Lake Youth Agency under the President of Chad Ali Kamal.",
        ("Ali Kamal", "represents", "Lake Youth Agency"),
    ),
    (
        "The Deputy Dean, Faculty of Law, Delta University, Peru, Professor Ana Rojas, spoke.",
        ("Ana Rojas", "represents", "Faculty of Law"),
    ),
    (
        "The Permanent Secretary, Ministry of Trade, Government of Ghana, Dr Kofi Mensah, spoke.",
        ("Kofi Mensah", "represents", "Ghana"),
    ),
    (
        "They met the Chairperson of the Lake Budget Committee, Senator Ana Rojas.",
        ("Ana Rojas", "represents", "Lake Budget Committee"),
    ),
    ("They met the Rector of TSUL A.Sh. Rakhimov.", ("A.Sh. Rakhimov", "represents", "TSUL")),
    ("They met Vice-Prime Minister Ali Kamal of Chad.", ("Ali Kamal", "represents", "Chad")),
    ("Prime-Minister of Chad Ali Kamal spoke.", ("Ali Kamal", "represents", "Chad")),
    (
        "Ali Kamal, DPM and Minister of Mines of Chad, met Luis Vega.",
        ("Ali Kamal", "represents", "Chad"),
    ),
    (
        "They met Deputy Minister of Defence of Chad Sen. Lieut. Gen. Ali Kamal.",
        ("Ali Kamal", "represents", "Chad"),
    ),
    (
        "Peruvian Ambassador to Fiji and Vanuatu Siswo Pramono spoke.",
        ("Siswo Pramono", "represents", "Peru"),
    ),
    (
        "Several Peruvian ministers attended, including Coordinating Minister for Trade Ana Rojas.",
        ("Ana Rojas", "represents", "Peru"),
    ),
    ("They met the Minister of Trade of Peru, Germán Ortiz.", ("Germán Ortiz", "represents", "Peru")),
    (
        "Musa El Haji Jallow, President of the Lake Chamber, spoke.",
        ("Musa El Haji Jallow", "represents", "Lake Chamber"),
    ),
    (
        "Foreign Minister of the Democratic Republic of the Congo (DR Congo) Ana Rojas spoke.",
        ("Ana Rojas", "represents", "Democratic Republic of the Congo"),
    ),
    (
        "From Kwanza Bank, there were Ana Rojas, Director, and Luis Vega.",
        ("Ana Rojas", "represents", "Kwanza Bank"),
    ),
    (
        "Liqun Jin, the Lake Development Bank (LDB) vice-president of operations, arrived.",
        ("Liqun Jin", "represents", "Lake Development Bank"),
    ),
    (
        "He met Ana Rojas, who introduced Alkis Vryenios Drakinos as a new Regional Director of Delta Bank.",
        ("Alkis Vryenios Drakinos", "represents", "Delta Bank"),
    ),
    (
        "Luis Vega, CEO of Delta Bank, met Peru's trade and industry minister Ana Rojas.",
        ("Ana Rojas", "represents", "Peru"),
    ),
    (
        "Vice Minister of Trade Choi Jong had bilateral meetings with Vice Minister of Trade of Peru Luis Vega and "
        "Vice Minister of Trade of Chad Ali Kamal, who are on a visit to the Republic of Korea.",
        ("Choi Jong", "represents", "South Korea"),
    ),
    (
        "On Monday, at the Ministry of Energy of Chad, Deputy Minister Ali Kamal received guests.",
        ("Ali Kamal", "represents", "Ministry of Energy of Chad"),
    ),
    (
        "The Minister of State for Mines in-charge of Oil Affairs Hon. Ana Rojas reaffirmed Chad's commitment to Peru.",
        ("Ana Rojas", "represents", "Chad"),
    ),
    (
        "Luis Vega and Ana Rojas, Rector of Delta University and Director of Kwanza Bank, respectively, spoke.",
        ("Luis Vega", "represents", "Delta University"),
    ),
    (
        "Luis Vega and Ana Rojas, the Minister of Mines of Chad and the Minister of Mines of Peru respectively, spoke.",
        ("Ana Rojas", "represents", "Peru"),
    ),
    (
        "The Director General of the Lake Ports Authority, (LPA), Dr Ama Boateng, met guests from Peru.",
        ("Ama Boateng", "represents", "Lake Ports Authority"),
    ),
    ("Mr. Komla Ayi, Honourable Minister of Finance of Togo, spoke.", ("Komla Ayi", "represents", "Togo")),
    (
        "It was opened by Deputy Minister of Higher Education Malaysia, Dr. Hou Ming.",
        ("Hou Ming", "represents", "Malaysia"),
    ),
    (
        "Second Secretary Hans Berg and First Secretary Eva Lund of the Lake Embassy of Peru spoke.",
        ("Hans Berg", "represents", "Lake Embassy of Peru"),
    ),
]

NOBODYS: list[tuple[str, Said]] = [
    (
        "They met head of the Lake Union Ana Rojas, representatives of Kwanza Bank and others.",
        ("Ana Rojas", "represents", "Kwanza Bank"),
    ),
    ("The Board Chairman Joe Phiri spoke.", ("Joe Phiri", "represents", "Board")),
    (
        "Cabinet Secretaries Amina Moyo (Trade), Joe Phiri (Interior and Affairs of National Government) left.",
        ("Joe Phiri", "represents", "National Government"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), HELD, ids=[text[:40] for text, _ in HELD])
def test_who_holds_an_office(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), NOBODYS, ids=[text[:40] for text, _ in NOBODYS])
def test_who_holds_no_office_there(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)


def test_a_headline_comma_stands_for_and(extractor: StandardExtractor) -> None:
    text = "Kamal, Peruvian minister discuss trade\n\nPrime Minister of Chad Ali Kamal met guests on Monday."
    assert ("Ali Kamal", "represents", "Peru") not in {fact for fact, _ in told(extractor.extract(laid_out(text)))}
