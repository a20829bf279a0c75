"""One text for each error that extraction made once with agreements and their parties: what it says now."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, ends, said

BODIES = "The Nakuru Space Agency and the Lima Space Agency have worked on this for years."
ASSERTED: list[tuple[tuple[str, ...], Said]] = [
    (
        ("The Andes Institute under the Ministry of Trade of Peru and Nakuru University signed an MoU.",),
        ("Andes Institute", "signedMoUWith", "Nakuru University"),
    ),
    (
        ("The Andes Institute, which works under the Ministry of Trade of Peru, signed an MoU with Nakuru Bank.",),
        ("Andes Institute", "partOf", "Ministry of Trade of Peru"),
    ),
    (
        (
            "The rector of Nakuru University, Joe Phiri, met the rector of Lima University, Ana Rojas. "
            "The two rectors signed an MoU.",
        ),
        ("Nakuru University", "signedMoUWith", "Lima University"),
    ),
    (("Kenya Signs Agreement With Peru On Mining",), ("Kenya", "signedAgreementWith", "Peru")),
    (("The cities of Lodra and Harsova signed an agreement.",), ("Lodra", "signedAgreementWith", "Harsova")),
    (
        ("A joint project of the Nakuru Grain Institute and the Lima Society for Plants has produced new wheat.",),
        ("Nakuru Grain Institute", "cooperatesWith", "Lima Society for Plants"),
    ),
    (
        ("Nakuru Wildlife Trust partners with Peru's Arequipa Foundation on a programme that has trained rangers.",),
        ("Nakuru Wildlife Trust", "cooperatesWith", "Arequipa Foundation"),
    ),
    (
        ("Nakuru Airways has struck a deal with Turkish caterer Lezzet Sky.",),
        ("Nakuru Airways", "signedAgreementWith", "Lezzet Sky"),
    ),
    (("KENYA AND PERU SIGN TRADE AGREEMENT IN LIMA",), ("Kenya", "signedAgreementWith", "Peru")),
    (
        ("Nakuru Space Agency, Lima Space Agency Ink MoU On Satellites", BODIES),
        ("Nakuru Space Agency", "signedMoUWith", "Lima Space Agency"),
    ),
    (
        ("Nakuru University has entered into an agreement with Arequipa University to train nurses.",),
        ("Nakuru University", "signedAgreementWith", "Arequipa University"),
    ),
    (
        ("Nakuru University has entered into a partnership with Arequipa University.",),
        ("Nakuru University", "cooperatesWith", "Arequipa University"),
    ),
    (
        ("The MoU was signed by the rector of Nakuru University and the rector of Arequipa University.",),
        ("Nakuru University", "signedMoUWith", "Arequipa University"),
    ),
    (("The treaty was signed by the foreign ministers of Kenya and Peru.",), ("Kenya", "signedAgreementWith", "Peru")),
    (
        ("The Kenyan foreign minister and his Peruvian counterpart signed an agreement on fisheries.",),
        ("Kenya", "signedAgreementWith", "Peru"),
    ),
    (
        ("The MoU was signed by Joe Phiri on behalf of Nakuru University and by Ana Rojas for Arequipa University.",),
        ("Nakuru University", "signedMoUWith", "Arequipa University"),
    ),
    (
        ("The MoU was signed by Joe Phiri on behalf of Nakuru University and Ana Rojas on behalf of Lima University.",),
        ("Ana Rojas", "represents", "Lima University"),
    ),
    (
        ("The deal is done: Joe Phiri signed for Fiji Airways. Ana Rojas signed on behalf of Zambia Airways.",),
        ("Fiji Airways", "signedAgreementWith", "Zambia Airways"),
    ),
    (
        ("From the Kenyan side, the document was signed by Joe Phiri, and from the Peruvian side by Ana Rojas.",),
        ("Kenya", "signedAgreementWith", "Peru"),
    ),
    (("Kenya and Peru signed four memoranda of understanding in Lima.",), ("Kenya", "agreementCount", "4")),
    (("Kenya and Peru have inked a total of 12 agreements.",), ("Peru", "agreementCount", "12")),
    (
        (
            "The first MoU was signed between Fiji Airways and Air Vanuatu.",
            "Another was signed between Zambia Airways and Air Vanuatu.",
        ),
        ("Zambia Airways", "signedMoUWith", "Air Vanuatu"),
    ),
    (
        ("Nakuru College has signed an MoU with Lima College. Another MoU was signed with Suva College.",),
        ("Nakuru College", "signedMoUWith", "Suva College"),
    ),
    (
        ("One of the agreements was between the Nakuru Space Agency and the Lima Space Agency.",),
        ("Nakuru Space Agency", "signedAgreementWith", "Lima Space Agency"),
    ),
    (("Kenya and Peru exchanged notes on a grant of 4 million dollars.",), ("Kenya", "signedAgreementWith", "Peru")),
    (("Kenya and Guinea-Bissau have signed an agreement.",), ("Kenya", "signedAgreementWith", "Guinea-Bissau")),
    (
        ("Kenya and Peru signed an agreement establishing the Andes Coffee Council.",),
        ("Peru", "established", "Andes Coffee Council"),
    ),
    (
        ("The MoU was signed by the rector of Nakuru University, Prof. Ts. Dr. Joe Phiri, and Lima University.",),
        ("Joe Phiri", "represents", "Nakuru University"),
    ),
]
NOT_SAID: list[tuple[tuple[str, ...], Said]] = [
    (("Kenya and Peru no longer cooperate on mining safety.",), ("Kenya", "cooperatesWith", "Peru")),
    (
        ("The joint venture between Nakuru Coal and Lima Mines was called off before a contract was signed.",),
        ("Nakuru Coal", "cooperatesWith", "Lima Mines"),
    ),
    (
        ("The joint venture between Nakuru Coal and Lima Mines was called off before a contract was signed.",),
        ("Nakuru Coal", "signedAgreementWith", "Lima Mines"),
    ),
    (("Kenya and Peru are finalising an air services agreement.",), ("Kenya", "signedAgreementWith", "Peru")),
    (
        ("Nakuru Rail and Lima Wagons exchanged views on a draft contract.",),
        ("Nakuru Rail", "signedAgreementWith", "Lima Wagons"),
    ),
    (
        ("The pact was signed by Joe Phiri of Kenya, the Embassy of Peru and the Government of Peru.",),
        ("Embassy of Peru", "signedAgreementWith", "Peru"),
    ),
    (
        ("Joe Phiri signed the MoU with Lima University on behalf of his side at the Andes Studies Centre.",),
        ("Joe Phiri", "represents", "Andes Studies Centre"),
    ),
    (("Unless Kenya signs the treaty with Peru, trade will stop.",), ("Kenya", "signedAgreementWith", "Peru")),
    (
        ("Agreements were signed with Lima University and Arequipa University.",),
        ("Lima University", "signedAgreementWith", "Arequipa University"),
    ),
    (
        ("Fiji Airways, represented by its chief Joe Phiri, and Air Vanuatu, represented by Ana Rojas, met.",),
        ("Joe Phiri", "represents", "Air Vanuatu"),
    ),
    (("Kenya and Peru signed a treaty during the visit of Ana Rojas to Lima.",), ("Kenya", "visited", "Lima")),
    (("They discussed strengthening cooperation between Kenya and Peru.",), ("Kenya", "cooperatesWith", "Peru")),
    (("Kenya and Peru signed deals of $100 million.",), ("Kenya", "agreementCount", "100")),
    (
        ("Fiji Airways signed an MoU with Moana College, Suva, on Monday.",),
        ("Fiji Airways", "signedMoUWith", "Suva"),
    ),
    (
        ("The MoU was signed by Joe Phiri on behalf of Nakuru University and Ana Rojas on behalf of Lima University.",),
        ("Joe Phiri", "represents", "Lima University"),
    ),
    (
        ("The MoU will be signed by Joe Phiri for Nakuru University and by Ana Rojas for Arequipa University.",),
        ("Nakuru University", "signedMoUWith", "Arequipa University"),
    ),
]


@pytest.mark.parametrize(("paragraphs", "fact"), ASSERTED)
def test_an_agreement_once_missed(extractor: StandardExtractor, paragraphs: tuple[str, ...], fact: Said) -> None:
    assert fact in said(extractor, *paragraphs)


@pytest.mark.parametrize(("paragraphs", "fact"), NOT_SAID)
def test_an_agreement_once_made_up(extractor: StandardExtractor, paragraphs: tuple[str, ...], fact: Said) -> None:
    assert fact not in said(extractor, *paragraphs)


def test_parties_are_paired_between_semicolons(extractor: StandardExtractor) -> None:
    facts = said(
        extractor,
        "Memorandums were signed between the following institutions: Lima State University and Chad Technical "
        "University; National Library of Peru and National Library of Chad.",
    )
    assert ends(facts, "signedMoUWith") == {
        ("Lima State University", "Chad Technical University"),
        ("National Library of Peru", "National Library of Chad"),
    }
