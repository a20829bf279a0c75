"""Errors mended in what people and bodies do with each other: who met, visited and signed with whom; where they are."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

ASSERTED: list[tuple[str, Said]] = [
    (
        "The Ministry of Justice of Chad signed a protocol with the Bank of Peru.",
        ("Ministry of Justice of Chad", "signedAgreementWith", "Bank of Peru"),
    ),
    (
        "Kwanza Bank met the Bank of Zambia in Lima.",
        ("Kwanza Bank", "metWith", "Bank of Zambia"),
    ),
    (
        "Paul Wekesa received on Sunday Chad's Ambassador, Ana Rojas.",
        ("Paul Wekesa", "metWith", "Ana Rojas"),
    ),
    (
        "President Ana Rojas received today, at the Government Palace, the Ambassador of Chad, Luis Vega.",
        ("Ana Rojas", "metWith", "Luis Vega"),
    ),
    (
        "The Fiji Hotels Association signed, together with the Kwanza Development Bank, an agreement on storms.",
        ("Fiji Hotels Association", "signedAgreementWith", "Kwanza Development Bank"),
    ),
    (
        "Kwanza Bank, with its Fijian counterpart, Moana Bank, signed an agreement on loans.",
        ("Kwanza Bank", "signedAgreementWith", "Moana Bank"),
    ),
    (
        "The tie-up between Zambia Airways and Fiji Airways covers twelve routes.",
        ("Zambia Airways", "cooperatesWith", "Fiji Airways"),
    ),
    (
        "On her arrival in Lima, Minister of Trade of Kenya Ruth Kilonzo was welcomed by bankers.",
        ("Ruth Kilonzo", "visited", "Lima"),
    ),
    (
        "When he met Ana Rojas in Lima, Minister of Trade of Kenya Paul Wekesa spoke of tea.",
        ("Paul Wekesa", "metWith", "Ana Rojas"),
    ),
    (
        "Ana Rojas visited the Training Centre in Doba and the Moana Institute in Apia.",
        ("Ana Rojas", "visited", "Moana Institute"),
    ),
    (
        "Kwanza Bank signed a deal with Delta Cable Company, which makes wire, and Moana Group on Monday.",
        ("Kwanza Bank", "signedAgreementWith", "Moana Group"),
    ),
    (
        "Luis Vega was received by the President of Kwanza Bank, Paul Wekesa, along with the Director of Kwanza Bank, "
        "Ana Rojas.",
        ("Ana Rojas", "metWith", "Luis Vega"),
    ),
    (
        "Ana Rojas was received by the Dean of Law, Dr. Luis Vega, S.Ag., M.H., Vice Dean of Law, Paul Wekesa, S.E., "
        "M.H., LL.M., and Rector Joe Phiri, M.Hum.",
        ("Paul Wekesa", "metWith", "Ana Rojas"),
    ),
    ("Ana Rojas flew to Lima to meet Luis Vega.", ("Ana Rojas", "metWith", "Luis Vega")),
    (
        "Kenya's Minister of Education, Paul Wekesa, met with Kwanza Bank's President Luis Vega and signed an MoU.",
        ("Kenya", "signedMoUWith", "Kwanza Bank"),
    ),
    (
        "Kenya's Minister of Education, Paul Wekesa, met with Kwanza Bank's President Luis Vega to sign an MoU.",
        ("Kenya", "signedMoUWith", "Kwanza Bank"),
    ),
    (
        "Peru and Chad signed agreements. The MoUs include: MoU on promoting trade between Kwanza Bank and Moana Bank; "
        "and MoU on fish.",
        ("Kwanza Bank", "signedMoUWith", "Moana Bank"),
    ),
    (
        "The two sides exchanged two documents: MoU on sports between Kwanza College and Moana College; protocol on "
        "fish.",
        ("Kwanza College", "signedMoUWith", "Moana College"),
    ),
    (
        "Delegates of Moana College visited Lima University.\n\nThey met Prof. Luis Vega.",
        ("Moana College", "metWith", "Luis Vega"),
    ),
    (
        "Ana Rojas of Kwanza Bank visited Chad. In Lima, Ana Rojas met bankers.",
        ("Ana Rojas", "visited", "Lima"),
    ),
    (
        "Ana Rojas visited the Doba Hall campus of Moana University.",
        ("Ana Rojas", "visited", "Moana University"),
    ),
    ("Gyumri and Vanadzor, two vibrant cities of Armenia, hosted it.", ("Gyumri", "locatedIn", "Armenia")),
    ("Qingdao, in east China's Shandong Province, grew.", ("Qingdao", "locatedIn", "Shandong Province")),
    ("They met at the Kwanza Union headquarters, Lima.", ("Kwanza Union", "locatedIn", "Lima")),
    ("Kwanza Bank, one of Chad's largest lenders, grew.", ("Kwanza Bank", "locatedIn", "Chad")),
    ("The Lima-headquartered Kwanza Bank grew.", ("Kwanza Bank", "locatedIn", "Lima")),
    ("Kwanza College and Moana College from Fiji signed an MoU.", ("Moana College", "locatedIn", "Fiji")),
    (
        "Kenya's Permanent Secretary, Ministry of Trade, Ana Rojas, met with Luis Vega.",
        ("Ana Rojas", "metWith", "Luis Vega"),
    ),
    (
        "The Ministry of Health signed an agreement with Acme Group, while the Ministry of Energy reached an agreement "
        "with Moana Group.",
        ("Ministry of Energy", "signedAgreementWith", "Moana Group"),
    ),
    ("Peru's second city, Arequipa, hosted the fair.", ("Arequipa", "locatedIn", "Peru")),
    (
        "Moana Health Fund, with its head office in Lima, supports clinics.",
        ("Moana Health Fund", "locatedIn", "Lima"),
    ),
    (
        "The Department of Trade within the Ministry of Economy of Peru published figures.",
        ("Department of Trade", "partOf", "Ministry of Economy of Peru"),
    ),
    (
        "A seminar was organised in Lima by Moana University, the Ocean Foundation and the government of Chad.",
        ("Chad", "organized", "seminar"),
    ),
]
FALSE: list[tuple[str, Said]] = [
    ("Guests came from Ege University in Turkey, Gulf University in Chad.", ("Gulf University", "locatedIn", "Turkey")),
    (
        "Ana Rojas of Peru, ahead of her visit to Zambia next week, spoke to bankers.",
        ("Ana Rojas", "visited", "Zambia"),
    ),
    ("President of Peru Ana Rojas has met neither Luis Vega nor bankers.", ("Ana Rojas", "metWith", "Luis Vega")),
    (
        "The MoU was signed from the Bangladeshi side by Kwanza Council and from the Korean side by Moana Agency.",
        ("Kwanza Council", "signedMoUWith", "South Korea"),
    ),
    (
        "The MoU was signed by the Dean of the Faculty of Law of Lima University and the Director of Moana Institute.",
        ("Faculty of Law", "signedMoUWith", "Lima University"),
    ),
    (
        "The rector of Moana University, member of the Senate of Kenya Ana Rojas, met bankers.",
        ("Moana University", "partOf", "Senate of Kenya"),
    ),
    (
        "Peru and Chad signed a memorandum on establishing the Lima Trade Centre.",
        ("Chad", "established", "Lima Trade Centre"),
    ),
    (
        "She endorsed the finalization of the memorandum between Fiji and Samoa.",
        ("Fiji", "signedMoUWith", "Samoa"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), ASSERTED, ids=[text[:30] for text, _ in ASSERTED])
def test_what_was_missed_is_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    facts = said(extractor, *text.split("\n\n"))
    first, relation, second = fact
    assert {fact, (second, relation, first)} & facts


@pytest.mark.parametrize(("text", "fact"), FALSE, ids=[text[:30] for text, _ in FALSE])
def test_what_the_text_does_not_say_is_not_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    first, relation, second = fact
    assert not {fact, (second, relation, first)} & said(extractor, text)
