"""Errors of whole articles, mended: sentences over paragraphs, dates, rows, quotations, whose article it is."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

ASSERTED: list[tuple[tuple[str, ...], Said]] = [
    (
        (
            "President Joe Phiri of Zambia and the visiting Chadian President Idris Moussa on Tuesday, 7th May 2024 "
            "held talks in Lusaka.",
        ),
        ("Joe Phiri", "metWith", "Idris Moussa"),
    ),
    (
        (
            "The forum was attended by Ana Rojas, Minister of Trade of Peru;",
            "the Honourable Joe Phiri, M.P., Minister of Trade of Zambia; and Luis Vega, Minister of Trade of Chile.",
        ),
        ("Joe Phiri", "attended", "forum"),
    ),
    (
        ("The Honourable Joe Phiri, M.P., Minister of Trade of Zambia, opened the fair.",),
        ("Joe Phiri", "represents", "Zambia"),
    ),
    (
        ("Ana Rojas represented Peru and Joe Phiri, Ambassador to the African Union, represented Zambia.",),
        ("Joe Phiri", "represents", "Zambia"),
    ),
    (
        ("In talks on trade between Chad and Niger, the Sahel Institute and the Kwanza Bank signed an agreement.",),
        ("Sahel Institute", "signedAgreementWith", "Kwanza Bank"),
    ),
    (("Chad and Niger signed twelve agreements and memoranda of understanding.",), ("Chad", "signedMoUWith", "Niger")),
    (
        ('"We will follow this," assured President Joe Phiri during a press conference in Lusaka.',),
        ("Joe Phiri", "attended", "press conference"),
    ),
    (
        ("The President of the Republic, Ana Rojas, opened the fair. Peru is a friend of all, and Peru trades.",),
        ("Ana Rojas", "represents", "Peru"),
    ),
    (
        ("The fair was opened by Ruth Kilonzo, Chairperson of the Trade Fair Committees at NACCIMA.",),
        ("Ruth Kilonzo", "represents", "NACCIMA"),
    ),
    (
        ("Luis Vega, Minister of Foreign Affairs and Worship of the Republic of Peru, spoke.",),
        ("Luis Vega", "represents", "Peru"),
    ),
    (
        (
            "Zambia's missions met. Present were Ambassador Ruth Kilonzo, Havana; Joe Banda, Consul General, "
            "Toronto; and Ambassador Ana Phiri, Brussels. Zambia thanked them.",
        ),
        ("Joe Banda", "represents", "Zambia"),
    ),
    (
        ("Trade Minister Joe Phiri and his Chadian colleague Idris Moussa spoke of Zambian-Chadian trade.",),
        ("Joe Phiri", "represents", "Zambia"),
    ),
    (
        ("On 3 May 2024 the Universitas Maju Jaya (UMJ) and PT Tracol signed a memorandum of understanding.",),
        ("Universitas Maju Jaya", "signedMoUWith", "PT Tracol"),
    ),
    (
        ("Emir Salim Al Habsi received Qatar's Emir Tamim Al Harthi in Muscat. The Emir also received Joe Phiri.",),
        ("Salim Al Habsi", "metWith", "Joe Phiri"),
    ),
    (
        ("Kwanza Bank and Dala Freight on Friday signed an agreement in Huambo. Ana Rojas spoke at the signing.",),
        ("signing", "heldIn", "Huambo"),
    ),
    (
        ("During a visit to Dushanbe, Minister Ana Rojas of Peru held talks with Minister Joe Phiri of Zambia.",),
        ("talks between Ana Rojas and Joe Phiri", "heldIn", "Dushanbe"),
    ),
    (
        ("On 3 May 2024, President Ana Rojas left for a two-day visit to Chile.",),
        ("two-day visit", "heldOn", "2024-05-03"),
    ),
    (
        ("It was signed by mayor of Yancheng Zhou Bin and mayor of Cakovec Ljerka Horvat.",),
        ("Zhou Bin", "represents", "Yancheng"),
    ),
    (
        ("Cakovec, a city in northern Croatia, and Huambo, a city in Angola, have signed an agreement.",),
        ("Cakovec", "signedAgreementWith", "Huambo"),
    ),
    (("Cakovec, a city in northern Croatia, signed it.",), ("Cakovec", "locatedIn", "Croatia")),
    (
        ("Chairman of the Lima Chamber Pham Tan Minh met Tan Sri Ahmad Rashid.",),
        ("Pham Tan Minh", "metWith", "Ahmad Rashid"),
    ),
    (
        ("The agreement of Kenya and Peru stands. The guests from Acme Bank came early. They met Joe Phiri.",),
        ("Acme Bank", "metWith", "Joe Phiri"),
    ),
    (
        ("The accord was signed by the State Committee of Chad for Television, Radio and Cinema and Kwanza Bank.",),
        ("State Committee of Chad for Television, Radio and Cinema", "signedAgreementWith", "Kwanza Bank"),
    ),
    (
        ("The Research Center at the Andes University opened.",),
        ("Research Center", "partOf", "Andes University"),
    ),
]
NEVER: list[tuple[tuple[str, ...], Said]] = [
    (
        (
            "Zambian Trade Minister Ruth Kilonzo on Tuesday met with her Chadian counterpart Idris Moussa and both "
            "sides discussed trade. Zambia and Chad are near.",
        ),
        ("Ruth Kilonzo", "metWith", "Zambia"),
    ),
    (("The Heads of Mission received Joe Phiri, who is the Ambassador.",), ("Joe Phiri", "represents", "Mission")),
    (
        (
            "Minister Ruth Kilonzo met the envoys.",
            "The envoys received a briefing on trade from Ana Rojas. Among those attending were Joe Phiri, Rector of "
            "the Lima Institute, and Luis Vega.",
        ),
        ("Joe Phiri", "attended", "briefing on trade"),
    ),
    (
        ("Ruth Kilonzo met Joe Phiri, Ambassador of Zambia to Peru at Kwanza Headquarters.",),
        ("Joe Phiri", "represents", "Kwanza Headquarters"),
    ),
]


@pytest.mark.parametrize(("paragraphs", "fact"), ASSERTED, ids=[text[0][:30] for text, _ in ASSERTED])
def test_an_article_is_read_as_a_whole(extractor: StandardExtractor, paragraphs: tuple[str, ...], fact: Said) -> None:
    assert fact in said(extractor, *paragraphs)


@pytest.mark.parametrize(("paragraphs", "fact"), NEVER, ids=[text[0][:30] for text, _ in NEVER])
def test_what_only_seems_so_is_not_told(extractor: StandardExtractor, paragraphs: tuple[str, ...], fact: Said) -> None:
    assert fact not in said(extractor, *paragraphs)
