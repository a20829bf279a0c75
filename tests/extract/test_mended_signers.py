"""One text for each error that extraction made once in telling who signed where the sentence hardly names them."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

SIGNED: list[tuple[str, Said]] = [
    (
        "An agreement was signed between the Nakuru City Council and the municipality of Arequipa.",
        ("Nakuru City Council", "signedAgreementWith", "Arequipa"),
    ),
    ("Zhelandi region signed a memorandum with Lima province.", ("Zhelandi", "signedMoUWith", "Lima")),
    (
        "An MoU was signed between Kuno District of Lima region and Sanda County.",
        ("Kuno District", "signedMoUWith", "Sanda County"),
    ),
    (
        "The companies Hyverta (Peru), Anders Strom (Chad) and Dakla Lund (Kenya) signed a memorandum.",
        ("Anders Strom", "signedMoUWith", "Dakla Lund"),
    ),
    (
        "Nakuru University forged a memorandum of understanding with Lima College.",
        ("Nakuru University", "signedMoUWith", "Lima College"),
    ),
    (
        "Nakuru University and Lima College have agreed to cooperate. A memorandum was signed in Lima on Monday.",
        ("Nakuru University", "signedMoUWith", "Lima College"),
    ),
    (
        "Nakuru University and Lima College will launch a joint degree. The two rectors signed the agreement.",
        ("Nakuru University", "signedAgreementWith", "Lima College"),
    ),
    (
        "Nakuru University and Lima College will cooperate in law. This is told in an MoU signed between the parties.",
        ("Nakuru University", "signedMoUWith", "Lima College"),
    ),
    (
        "Nakuru University and Lima College formalised their cooperation with the signing of a memorandum.",
        ("Nakuru University", "signedMoUWith", "Lima College"),
    ),
    (
        "Under the agreement, signed in Lima by Joe Phiri, head of Nakuru Clinic, and Ana Rojas, director of Lima "
        "Hospital, Kenyan doctors will travel to Peru.",
        ("Nakuru Clinic", "signedAgreementWith", "Lima Hospital"),
    ),
    (
        "Two MoUs were signed, one between Nakuru University and Lima College, and the other between the Kenya Tea "
        "Board and Arequipa Tea Traders.",
        ("Kenya Tea Board", "signedMoUWith", "Arequipa Tea Traders"),
    ),
    (
        "(BUSINESS WIRE)--Voltara AB has entered into an agreement with Lima Mining Bank.",
        ("Voltara AB", "signedAgreementWith", "Lima Mining Bank"),
    ),
    (
        "They witnessed the signing of a letter of intent to strengthen cooperation between Kuno City in Peru and "
        "Sanda City in Chad.",
        ("Kuno City", "signedAgreementWith", "Sanda City"),
    ),
    (
        "An agreement aimed at promoting trade between Kenya and Peru was signed on Monday.",
        ("Kenya", "signedAgreementWith", "Peru"),
    ),
    ("An agreement between Bac Lam and Xaysom provinces was signed.", ("Bac Lam", "signedAgreementWith", "Xaysom")),
    (
        "A memorandum between the Academy of Law under the President of Kenya and the Institute of Law under the "
        "Ministry of Justice of Peru was signed.",
        ("Academy of Law", "signedMoUWith", "Institute of Law"),
    ),
    (
        "Trade Minister Ana Rojas of Peru said that a customs treaty was signed with Chad last week.",
        ("Peru", "signedAgreementWith", "Chad"),
    ),
    (
        "Nakuru Bank and Lima Pay have formed a partnership. The agreement was signed by CEOs Joe Phiri and Ana Rojas.",
        ("Nakuru Bank", "signedAgreementWith", "Lima Pay"),
    ),
]
NOT_SIGNED: list[tuple[str, Said]] = [
    (
        "The Dean of Nakuru University and his counterpart at Lima College, Arequipa, Peru, signed an MoU.",
        ("Nakuru University", "signedMoUWith", "Arequipa"),
    ),
    (
        "Nakuru City has signed a twinning agreement with Arequipa, Peru.",
        ("Nakuru City", "signedAgreementWith", "Peru"),
    ),
    ("A Kenyan company signed a contract with Lima Bank.", ("Kenya", "signedAgreementWith", "Lima Bank")),
    (
        "The Kenyan firms Nakuru Motors Ltd and Savanna Ltd signed a deal with Lima Bank.",
        ("Kenya", "signedAgreementWith", "Lima Bank"),
    ),
    (
        "Kenya and Peru work together, and talks are to lead to the signing of an MoU.",
        ("Kenya", "signedMoUWith", "Peru"),
    ),
    (
        "Zenith Bank signed an agreement to boost trade between Kenya and Peru.",
        ("Kenya", "signedAgreementWith", "Peru"),
    ),
    (
        "An MoU between Lima College and Nakuru University was signed along with an agreement for the exchange of "
        "help between Chad and Peru.",
        ("Lima College", "signedMoUWith", "Chad"),
    ),
    (
        "A delegation took part in negotiations on signing an agreement on trade between Kenya and Peru.",
        ("Kenya", "signedAgreementWith", "Peru"),
    ),
    ("The Council praised the 2019 treaty between Chad and Peru.", ("Chad", "agreementCount", "2019")),
]


@pytest.mark.parametrize(("text", "fact"), SIGNED)
def test_signers_once_missed(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), NOT_SIGNED)
def test_signers_once_made_up(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)
