"""One text for each error that extraction made once in telling who is paired with whom, where parties stand in rows
with what describes them, and where they are left out or told by an adjective: what it says now."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

PAIRED: list[tuple[tuple[str, ...], Said]] = [
    (
        ("Nakuru Bank signed a deal with Lima Cable Group, which makes more wire than all but two, and Chad Holding.",),
        ("Nakuru Bank", "signedAgreementWith", "Chad Holding"),
    ),
    (
        ("A protocol between Nakuru Radio Corporation and Peruvian counterpart Lima Radio Corporation was signed.",),
        ("Nakuru Radio Corporation", "signedAgreementWith", "Lima Radio Corporation"),
    ),
    (
        ("These include the MoU among Nakuru Bank, Lima Bank, and the Insurance Fund of Chad, which builds plants.",),
        ("Nakuru Bank", "signedMoUWith", "Insurance Fund of Chad"),
    ),
    (
        ("Nakuru Group, a Kenyan company, and Lima Trading Company, from Peru signed an investment agreement.",),
        ("Nakuru Group", "signedAgreementWith", "Lima Trading Company"),
    ),
    (
        ("The Pension Fund of Kenya, the Pension Fund of Chad, and Peruvian producer Lima Power signed an accord.",),
        ("Pension Fund of Kenya", "signedAgreementWith", "Lima Power"),
    ),
    (
        ("The talks were co-chaired by Ana Rojas from the Ministry of Trade of Peru, and Joe Phiri from Nakuru Bank.",),
        ("Ana Rojas", "metWith", "Joe Phiri"),
    ),
    (
        ("The plan was confirmed by President of Peru Ana Rojas following talks with President of Chad Joe Phiri.",),
        ("Ana Rojas", "metWith", "Joe Phiri"),
    ),
    (
        ("President of Peru Ana Rojas met a number of officials, including Ambassador of Chad Joe Phiri.",),
        ("Ana Rojas", "metWith", "Joe Phiri"),
    ),
    (
        ("Views were exchanged between President of Peru Ana Rojas and Ambassador of Chad Joe Phiri.",),
        ("Ana Rojas", "metWith", "Joe Phiri"),
    ),
    (
        ("The plan came up in talks that President of Peru Ana Rojas held with President of Chad Joe Phiri.",),
        ("Ana Rojas", "metWith", "Joe Phiri"),
    ),
    (
        ("Minister Ana Rojas said that President of Peru Luis Vega spoke so when he met President of Chad Joe Phiri.",),
        ("Luis Vega", "metWith", "Joe Phiri"),
    ),
    (
        (
            "Nakuru Bank signed MoUs with banks all over the world.",
            "The first MoU of the year was signed with Lima Bank.",
        ),
        ("Nakuru Bank", "signedMoUWith", "Lima Bank"),
    ),
    (
        ("Nakuru Bank visited Lima last week and, after two days of talks, entered into an MoU with Lima Bank.",),
        ("Nakuru Bank", "signedMoUWith", "Lima Bank"),
    ),
    (
        ("Thanks to its cooperation with Lima Bank, Nakuru Bank trains engineers.",),
        ("Nakuru Bank", "cooperatesWith", "Lima Bank"),
    ),
    (
        ("Under the agreement, Nakuru Bank and Lima Bank will train engineers.",),
        ("Nakuru Bank", "signedAgreementWith", "Lima Bank"),
    ),
    (
        ("The signing of the deal with Lima Bank by Nakuru Bank is over.",),
        ("Nakuru Bank", "signedAgreementWith", "Lima Bank"),
    ),
    (
        ("President of Peru Ana Rojas said following talks with President of Chad Joe Phiri that trade is growing.",),
        ("Ana Rojas", "metWith", "Joe Phiri"),
    ),
    (
        ('"I met President of Chad Joe Phiri yesterday," President of Peru Ana Rojas said.',),
        ("Ana Rojas", "metWith", "Joe Phiri"),
    ),
    (
        ("President of Peru Ana Rojas spoke after a meeting with Chad's President, Joe Phiri, Andes Wire reports.",),
        ("Ana Rojas", "metWith", "Joe Phiri"),
    ),
    (
        ("Two deals exist. The first was signed by CEO of Nakuru Bank Joe Phiri and CEO of Lima Bank Ana Rojas.",),
        ("Nakuru Bank", "signedAgreementWith", "Lima Bank"),
    ),
    (
        ("Minister of Peru Ana Rojas met with Minister of Chad Joe Phiri, discussed tea and signed an accord.",),
        ("Peru", "signedAgreementWith", "Chad"),
    ),
    (("The Kenyan and Peruvian defence ministers signed a pact.",), ("Kenya", "signedAgreementWith", "Peru")),
    (("The Kenyan and Peruvian governments signed a pact.",), ("Kenya", "signedAgreementWith", "Peru")),
    (
        (
            "The Kenyan Chamber of Trade signed an MoU with its Peruvian counterpart.",
            "The Peruvian Chamber of Trade left.",
        ),
        ("Kenyan Chamber of Trade", "signedMoUWith", "Peruvian Chamber of Trade"),
    ),
    (
        ("The Governor of the Peruvian region of Ica, Ana Rojas, met Ambassador of Chad Joe Phiri.",),
        ("Ana Rojas", "metWith", "Joe Phiri"),
    ),
    (
        ("Ana Rojas, President of the Democratic Socialist Republic of Sri Lanka, spoke.",),
        ("Ana Rojas", "represents", "Sri Lanka"),
    ),
]

NOT_PAIRED: list[tuple[tuple[str, ...], Said]] = [
    (
        ("Nakuru Bank signed an agreement with Lima Bank, a lender based in Peru, and Chad Holding said it would.",),
        ("Nakuru Bank", "signedAgreementWith", "Chad Holding"),
    ),
    (
        ("Nakuru Power, a unit of the Kenyan utility Savanna Group, and the Peruvian Lima Power signed a pact.",),
        ("Savanna Group", "signedAgreementWith", "Lima Power"),
    ),
    (
        ("Nakuru Bank and Lima Bank may work under an agreement.",),
        ("Nakuru Bank", "signedAgreementWith", "Lima Bank"),
    ),
    (
        ("The accord foresees an arrangement between Nakuru Bank and Lima Bank.",),
        ("Nakuru Bank", "signedAgreementWith", "Lima Bank"),
    ),
    (("The cities of Nairobi and Lima signed a sister city pact.",), ("Kenya", "signedAgreementWith", "Peru")),
]


@pytest.mark.parametrize(("paragraphs", "fact"), PAIRED)
def test_pairs_once_missed(extractor: StandardExtractor, paragraphs: tuple[str, ...], fact: Said) -> None:
    found = said(extractor, *paragraphs)
    assert fact in found or fact[::-1] in found


@pytest.mark.parametrize(("paragraphs", "fact"), NOT_PAIRED)
def test_pairs_once_made_up(extractor: StandardExtractor, paragraphs: tuple[str, ...], fact: Said) -> None:
    found = said(extractor, *paragraphs)
    assert fact not in found
    assert fact[::-1] not in found
