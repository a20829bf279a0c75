"""Signings, cooperation and counts of agreements as the daily press tells of them, once missed or made up."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, laid_out, said, told

ASSERTED: list[tuple[tuple[str, ...], Said]] = [
    (
        ("The city of Arequipa in the south of Peru and Nakuru in Kenya on Friday signed an agreement.",),
        ("Arequipa", "signedAgreementWith", "Nakuru"),
    ),
    (
        ("Peru has concluded agreements with the following countries: Kenya, Chad and Fiji.",),
        ("Peru", "signedAgreementWith", "Chad"),
    ),
    (
        (
            "Three universities signed an MoU with Lima University. The universities are Nakuru University, Suva "
            "University and Moundou University.",
        ),
        ("Lima University", "signedMoUWith", "Suva University"),
    ),
    (("Kenya and Peru signed the Andes Partnership in Lima.",), ("Kenya", "signedAgreementWith", "Peru")),
    (("Fiji Airways inked a partnership with Air Vanuatu.",), ("Fiji Airways", "signedAgreementWith", "Air Vanuatu")),
    (
        ("Kenya and Peru cemented their ties with the signing of a trade agreement.",),
        ("Kenya", "signedAgreementWith", "Peru"),
    ),
    (
        ("Relations between Kenya and Peru entered a new phase with the signing of a trade agreement.",),
        ("Kenya", "signedAgreementWith", "Peru"),
    ),
    (
        ("In a memorandum signed on Friday, Kenya and Peru agreed to build a supply centre.",),
        ("Kenya", "signedMoUWith", "Peru"),
    ),
    (
        ("Minister of Trade Ana Rojas of Peru visited Kenya on Monday. The two ministers signed an agreement.",),
        ("Peru", "signedAgreementWith", "Kenya"),
    ),
    (("Fiji Airways signed a memo with Air Vanuatu.",), ("Fiji Airways", "signedMoUWith", "Air Vanuatu")),
    (
        ("Chile's Codena copper producer and Peru's Lumbra mining group signed a contract.",),
        ("Codena", "signedAgreementWith", "Lumbra"),
    ),
    (("As many as 11 agreements were signed during the visit.",), ("visit", "agreementCount", "11")),
    (("The talks were followed by the signing of five agreements.",), ("talks", "agreementCount", "5")),
    (
        ("An MoU was signed between Nakuru University and three banks: Kuri Bank, Pola Bank and Osh Bank.",),
        ("Nakuru University", "signedMoUWith", "Pola Bank"),
    ),
    (
        ("Lima Wagons signed a contract with a consortium of Nakuru Rail and Suva Steel.",),
        ("Lima Wagons", "signedAgreementWith", "Suva Steel"),
    ),
    (
        ("Both Nakuru University and Lima University pledged to collaborate in teaching.",),
        ("Nakuru University", "cooperatesWith", "Lima University"),
    ),
    (
        ("The pact was signed by Peru's Ambassador to Chad, Ana Rojas, and Finance Secretary Joe Phiri.",),
        ("Peru", "signedAgreementWith", "Chad"),
    ),
    (
        ("The pact was signed by Finance Secretary Joe Phiri and Peruvian Ambassador to Chad Ana Rojas.",),
        ("Joe Phiri", "represents", "Chad"),
    ),
    (
        ("Kenya signed a treaty with Peru, and an accord was signed with Chad.",),
        ("Kenya", "signedAgreementWith", "Chad"),
    ),
    (
        ("Peru's National Library and Archive and the National Archives of Chad inked an MoU.",),
        ("National Library and Archive", "signedMoUWith", "National Archives of Chad"),
    ),
]
NOT_SAID: list[tuple[tuple[str, ...], Said]] = [
    (
        ("A pact was signed between Fiji Airways and Air Vanuatu, the Andes News Agency, Andina, reported.",),
        ("Fiji Airways", "signedAgreementWith", "Andes News Agency"),
    ),
    (
        ("Fiji Airways signed a pact with Air Vanuatu and Lima Wagons, the Ministry of Trade said.",),
        ("Fiji Airways", "signedAgreementWith", "Ministry of Trade"),
    ),
    (("Chad is the largest trading partner of Kenya.",), ("Chad", "cooperatesWith", "Kenya")),
    (
        ("An MoU was signed between Nakuru University and Suva University (SU), Saraibad.",),
        ("Nakuru University", "signedMoUWith", "Saraibad"),
    ),
    (
        ("Nakuru University, Kenya and Lima University, Peru signed an MoU.",),
        ("Nakuru University", "signedMoUWith", "Kenya"),
    ),
    (
        ("Kenya and Peru resumed talks after the signing of the agreement between Chad and Fiji.",),
        ("Kenya", "signedAgreementWith", "Peru"),
    ),
    (
        ("Nakuru University and Lima University have agreed to cooperate with Fijian institutions.",),
        ("Nakuru University", "cooperatesWith", "Lima University"),
    ),
    (
        ("An MoU was signed between Nakuru University and three banks: Kuri Bank, Pola Bank and Osh Bank.",),
        ("Kuri Bank", "signedMoUWith", "Pola Bank"),
    ),
    (
        ("The pacts make cooperation between any two countries easier. Kenya met Peru.",),
        ("Kenya", "cooperatesWith", "Peru"),
    ),
]


@pytest.mark.parametrize(("paragraphs", "fact"), ASSERTED)
def test_a_signing_once_missed(extractor: StandardExtractor, paragraphs: tuple[str, ...], fact: Said) -> None:
    assert fact in said(extractor, *paragraphs)


@pytest.mark.parametrize(("paragraphs", "fact"), NOT_SAID)
def test_a_signing_once_made_up(extractor: StandardExtractor, paragraphs: tuple[str, ...], fact: Said) -> None:
    assert fact not in said(extractor, *paragraphs)


def test_what_a_listed_agreement_is_on_may_lead_to_its_parties(extractor: StandardExtractor) -> None:
    text = (
        "Kenya and Peru signed two MoUs, and many people rested in Lima after that.\n\n"
        "The MoUs, which will deepen their ties, are namely:\n\n"
        "- MoU on cooperation in the field of training between Nakuru University and Lima University;\n"
        "- MoU on the export of fish.\n"
    )
    assert (("Nakuru University", "signedMoUWith", "Lima University"), "asserted") in told(
        extractor.extract(laid_out(text))
    )
