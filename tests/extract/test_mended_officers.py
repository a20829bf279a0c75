"""One text for each error that reading rows and captions of officers made once, as ministries and embassies write."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

ROW = (
    "The ceremony was attended by Ana Rojas, Under Secretary of Commerce for International Trade; Joe Phiri, U.S. "
    "Ambassador to Zambia; and Luis Vega, CEO-Director General of Kwanza Bank."
)
FOUND: list[tuple[str, Said]] = [
    (ROW, ("Joe Phiri", "attended", "ceremony")),
    (ROW, ("Luis Vega", "attended", "ceremony")),
    (ROW, ("Luis Vega", "represents", "Kwanza Bank")),
    ("Ambassador of Japan to Fiji Haruo MOTODA left.", ("Haruo MOTODA", "represents", "Japan")),
    ("He was met by the Rector of UNAS Lusaka Widodo Prabowo.", ("Widodo Prabowo", "represents", "UNAS Lusaka")),
    (
        "Ambassador Extraordinary and Plenipotentiary of Peru to the Russian Federation Luis Vega spoke.",
        ("Luis Vega", "represents", "Peru"),
    ),
    (
        "From left, Ambassador H.E. Luis Vega Secretary General of the Andes Association (AA), H.E. Joe Phiri Minister "
        "of Foreign Affairs of the Republic of Zambia.",
        ("Luis Vega", "represents", "Andes Association"),
    ),
    (
        "It was signed for Oman by Sultan Salim Al Harthy, Minister of Finance.",
        ("Sultan Salim Al Harthy", "represents", "Oman"),
    ),
    (
        "It was signed by Sultan bin Fahd Al Harthy, CEO of the Andes Fund.",
        ("Sultan bin Fahd Al Harthy", "represents", "Andes Fund"),
    ),
    (
        "Ana Rojas, who is also chairman of Kwanza Bank, spoke.",
        ("Ana Rojas", "represents", "Kwanza Bank"),
    ),
    (
        "Dr Joe Phiri and Ana Rojas signed an MoU between the Andes Association (AA), and Lima University.",
        ("Andes Association", "signedMoUWith", "Lima University"),
    ),
    (
        "The Premier of the Turks and Caicos Islands Luis Vega spoke.",
        ("Luis Vega", "represents", "Turks and Caicos Islands"),
    ),
    (
        "The MoU was signed on behalf of Oman by Joe Phiri, and on behalf of the Kwanza Bank by Luis Vega. The signing "
        "ceremony was held in Muscat.",
        ("Luis Vega", "attended", "signing ceremony"),
    ),
    (
        "The meeting was attended by: Ana Rojas, Deputy Minister of Trade; Joe Phiri, CEO of Kwanza Bank; Luis Vega.",
        ("Luis Vega", "attended", "meeting"),
    ),
    (
        "At Lima University the visitors were received by Vice-Chancellor Professor Luis Vega.",
        ("Luis Vega", "represents", "Lima University"),
    ),
    (
        "He met the Rector of Lima University Ana Rojas, accompanied by Vice Rector for Research Joe Phiri.",
        ("Joe Phiri", "represents", "Lima University"),
    ),
    ("Delta Free Zone chairman Luis Vega spoke.", ("Luis Vega", "represents", "Delta Free Zone")),
    ("Members elected Ana Rojas chair of the Delta Council.", ("Ana Rojas", "represents", "Delta Council")),
    ("Kwanza Bank named Ana Rojas director.", ("Ana Rojas", "represents", "Kwanza Bank")),
    (
        "Zephyr Bank of Ghana and Mirai Bank signed a deal. The Ghanaian bank's chief executive Joe Phiri spoke.",
        ("Joe Phiri", "represents", "Zephyr Bank of Ghana"),
    ),
    (
        "Satbek University hosted Hanbit University in Seoul. The rector of the Kazakh university, Ana Rojas, spoke.",
        ("Ana Rojas", "represents", "Satbek University"),
    ),
    (
        "Satbek University and the University of Bergen signed a pact. Ana Rojas signed for the Norwegian institution.",
        ("Ana Rojas", "represents", "University of Bergen"),
    ),
]
NOT_SAID: list[tuple[str, Said]] = [
    (
        "A team of Andes University (AUE) headed by Vice President Luis Vega paid a visit to Kenya and Peru.",
        ("Luis Vega", "represents", "Kenya"),
    ),
    (
        "The MoU was signed by Ana Rojas, CEO of Kwanza Bank, Luis Vega, CEO of Zenith Insurance, and Joe Phiri.",
        ("Zenith Insurance", "signedMoUWith", "Joe Phiri"),
    ),
    (
        "Luis Vega, Rector of Lima College, signed an MoU between Kwanza Bank and Zenith Insurance.",
        ("Lima College", "signedMoUWith", "Kwanza Bank"),
    ),
    (
        "The Kwanza Bank team included Dr Ana Rojas (Senior Manager Programmes: Critical Change). It visited Accra.",
        ("Programmes", "represents", "Kwanza Bank"),
    ),
    (
        "Lima University and Chimbote University were visited by Vice-Chancellor Professor Luis Vega.",
        ("Luis Vega", "represents", "Lima University"),
    ),
    (
        "The following will attend the forum: Ana Rojas and Joe Phiri.",
        ("Joe Phiri", "attended", "forum"),
    ),
    (
        "The grant of Fiscal Year 2016 pays for it. Ana Rojas and Joe Phiri attended the ceremony.",
        ("Ana Rojas", "attended", "Fiscal Year 2016"),
    ),
    (
        "Satbek University and the University of Bergen signed a pact. Ana Rojas signed for the Norwegian institution.",
        ("Ana Rojas", "represents", "Norway"),
    ),
    (
        "Kivuli University and Hanbit University signed a pact. Ana Rojas signed for the Ugandan university.",
        ("Ana Rojas", "represents", "Hanbit University"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), FOUND, ids=[text[:40] for text, _ in FOUND])
def test_a_row_of_officers_once_misread(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), NOT_SAID, ids=[text[:40] for text, _ in NOT_SAID])
def test_an_officer_does_not_do_what_the_text_does_not_say(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)
