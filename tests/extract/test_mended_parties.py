"""One text for each error that extraction made once in telling who is party to an agreement: what it says now."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

SIGNED: list[tuple[tuple[str, ...], Said]] = [
    (
        ("Two Turkish firms, Anadolu Celik and Kuzey Yapi, signed contracts with Ghana's Ministry of Energy.",),
        ("Kuzey Yapi", "signedAgreementWith", "Ministry of Energy"),
    ),
    (
        ("Three universities signed the agreement: Nakuru University, Kumasi Polytechnic and Lima College.",),
        ("Nakuru University", "signedAgreementWith", "Lima College"),
    ),
    (
        ("Nakuru Bank signed MoUs with two Chadian firms, Savanna Square and Dala Hub.",),
        ("Nakuru Bank", "signedMoUWith", "Savanna Square"),
    ),
    (
        ("Three Tasmanian companies flew to Peru: Kestova and Associates, Tindall Foods and Portwell Bay.",),
        ("Portwell Bay", "visited", "Peru"),
    ),
    (
        ("Three Tasmanian companies flew to Peru: Kestova and Associates, Tindall Foods and Portwell Bay.",),
        ("Tindall Foods", "locatedIn", "Tasmania"),
    ),
    (
        ("Nakuru Bank signed an agreement with Baraka Solis on Monday.",),
        ("Nakuru Bank", "signedAgreementWith", "Baraka Solis"),
    ),
    (
        ("Nakuru Motors Ltd. has formed a joint venture with a parts maker from Peru, Tenwa Co.",),
        ("Nakuru Motors Ltd.", "cooperatesWith", "Tenwa Co."),
    ),
    (
        ("Nakuru Motors Ltd. signed an MoU with a Peruvian maker of car parts, Tenwa Co., on Thursday.",),
        ("Nakuru Motors Ltd.", "signedMoUWith", "Tenwa Co."),
    ),
    (
        (
            "An MoU was signed between the Ministry of Trade in the Republic of Chad and the Ministry of Trade "
            "of the Republic of Peru.",
        ),
        ("Ministry of Trade", "signedMoUWith", "Ministry of Trade of the Republic of Peru"),
    ),
    (
        ("An MoU was exchanged between Nakuru Space Agency (NSA), Kenya, and Lima Space Agency, Peru.",),
        ("Nakuru Space Agency", "signedMoUWith", "Lima Space Agency"),
    ),
    (
        ("Nakuru University (NU) and Arequipa University (AU) Peru on Wednesday signed an MoU.",),
        ("Nakuru University", "signedMoUWith", "Arequipa University"),
    ),
    (
        ("Nakuru University and Arequipa University (AU) Peru signed an MoU.",),
        ("Arequipa University", "locatedIn", "Peru"),
    ),
    (
        ("The School of Law, University of Nakuru, signed an MoU with Arequipa University.",),
        ("School of Law", "signedMoUWith", "Arequipa University"),
    ),
    (
        ("The School of Law, University of Nakuru, signed an MoU with Arequipa University.",),
        ("School of Law", "partOf", "University of Nakuru"),
    ),
    (
        ("The Andes Institute of the Ministry of Trade of Peru signed an MoU with Nakuru Bank.",),
        ("Andes Institute", "partOf", "Ministry of Trade of Peru"),
    ),
    (
        ("The Forest Agency under Peru's Ministry of Trade signed an MoU with Nakuru Bank.",),
        ("Forest Agency", "partOf", "Ministry of Trade"),
    ),
    (
        (
            "Two papers were signed: a memorandum on health between Nakuru Bank and Lima Bank; another, on the sale of "
            "tea and coffee, between Nakuru University and Arequipa University.",
        ),
        ("Nakuru University", "signedMoUWith", "Arequipa University"),
    ),
    (
        ("The memorandum is on trade in fish between the Ministry of Trade, Peru & Ministry of Fisheries.",),
        ("Ministry of Trade", "signedMoUWith", "Ministry of Fisheries"),
    ),
    (
        ("Framework of collaboration in trade and technology transfer signed by Nakuru Bank and Lima Bank",),
        ("Nakuru Bank", "signedAgreementWith", "Lima Bank"),
    ),
    (
        ("Nakuru Bank and the Government of Bavaria signed an agreement on coffee.",),
        ("Nakuru Bank", "signedAgreementWith", "Bavaria"),
    ),
    (
        ("The two ministers used the visit to sign an MoU of Nakuru University with Arequipa University.",),
        ("Nakuru University", "signedMoUWith", "Arequipa University"),
    ),
    (
        ("Kenya's foreign ministry announced the signing of an MoU between Nakuru Bank and Lima Bank.",),
        ("Nakuru Bank", "signedMoUWith", "Lima Bank"),
    ),
    (
        (
            "Sixteen agreements and memorandums of understanding were signed by the time the 3rd session of the "
            "Chadian-Peruvian Joint Commission came to its end.",
        ),
        ("Chad", "signedMoUWith", "Peru"),
    ),
    (
        (
            "Kenyan President Joe Phiri and his Peruvian counterpart, Ana Rojas, held talks at State House, at "
            "the end of which seven agreements were signed.",
        ),
        ("Kenya", "signedAgreementWith", "Peru"),
    ),
    (
        (
            "List of agreements signed between Chad and Peru:",
            "MoU between Nakuru Bank and Lima Bank: the sum is small.",
        ),
        ("Nakuru Bank", "signedMoUWith", "Lima Bank"),
    ),
    (
        ('The company "Dala Nur" JSC and the Algerian group "El Hidab" SPA signed a contract.',),
        ("Dala Nur", "signedAgreementWith", "El Hidab"),
    ),
    (
        ("An agreement was reached between the companies Alay Foods from Kyrgyzstan and Sutchi Dom from Uzbekistan.",),
        ("Alay Foods", "signedAgreementWith", "Sutchi Dom"),
    ),
    (("MoU Between Nakuru Bank and Lima Bank was signed.",), ("Nakuru Bank", "signedMoUWith", "Lima Bank")),
    (
        (
            "Nakuru University formalised partnerships with institutions: the Lima Institute of Languages (Peru); "
            "Osh Pedagogical Institute named after A. Sydykov (Kyrgyzstan); and Moana College.",
        ),
        ("Nakuru University", "cooperatesWith", "Osh Pedagogical Institute named after A. Sydykov"),
    ),
    (
        ("Kenya and Peru have agreed on the need to promote closer cooperation.",),
        ("Kenya", "cooperatesWith", "Peru"),
    ),
    (
        (
            "The Chamber of Trade of Kenya and the Chamber of Trade of Peru met. "
            "The heads of the Chambers of Trade of Kenya and Peru signed a plan.",
        ),
        ("Chamber of Trade of Kenya", "signedAgreementWith", "Chamber of Trade of Peru"),
    ),
    (
        ("The Lima Trade Chamber and the Nakuru Trade Chamber met. The two Trade Chambers signed an MoU.",),
        ("Lima Trade Chamber", "signedMoUWith", "Nakuru Trade Chamber"),
    ),
    (
        ("Under an MoU that Nakuru Bank and Lima Bank inked on Monday, both will train clerks.",),
        ("Nakuru Bank", "signedMoUWith", "Lima Bank"),
    ),
    (
        ("The School of Law and the Institute of Physics of Lima College signed an MoU.",),
        ("Institute of Physics", "partOf", "Lima College"),
    ),
    (
        ("The Peruvian Chamber of Commerce in Kenya signed an MoU with Lima Bank.",),
        ("Peruvian Chamber of Commerce in Kenya", "signedMoUWith", "Lima Bank"),
    ),
]
NOT_SIGNED: list[tuple[tuple[str, ...], Said]] = [
    (
        ("Nakuru Motors Ltd. has formed a joint venture with a parts maker from Peru, Tenwa Co.",),
        ("Nakuru Motors Ltd.", "established", "Tenwa Co."),
    ),
    (("Joe Phiri signed an agreement between Kenya and Peru.",), ("Joe Phiri", "signedAgreementWith", "Peru")),
    (("Joe Phiri and Nakuru Bank signed a deal.",), ("Joe Phiri", "signedAgreementWith", "Nakuru Bank")),
    (
        ("Both sides signed a treaty. Another round of talks between Kenya and Peru is due.",),
        ("Kenya", "signedMoUWith", "Peru"),
    ),
    (
        ("An MoU on health and closer ties between Kenya and Peru was welcomed by Nakuru Bank and Lima Bank.",),
        ("Nakuru Bank", "signedMoUWith", "Lima Bank"),
    ),
    (
        ("To further cooperation between Kenya and Peru, Nakuru Bank and Lima Bank signed an MoU.",),
        ("Kenya", "cooperatesWith", "Nakuru Bank"),
    ),
    (
        ("A memorandum of cooperation between Nakuru Bank and Lima Bank is under preparation.",),
        ("Nakuru Bank", "cooperatesWith", "Lima Bank"),
    ),
    (
        ("Nakuru University (NU), Kenya, and Lima College have entered into a partnership.",),
        ("Kenya", "cooperatesWith", "Lima College"),
    ),
    (
        ("Nakuru Bank, which belongs to the Savanna Group, and Lima Bank are partners.",),
        ("Lima Bank", "partOf", "Savanna Group"),
    ),
    (
        ("The envoys used the visit of President Joe Phiri of Kenya to sign an MoU of Nakuru Bank with Lima Bank.",),
        ("Kenya", "signedMoUWith", "Lima Bank"),
    ),
    (
        ("The Faculty of Law at Nakuru University is large. The Faculty of Law has many students.",),
        ("Faculty of Law at Nakuru University", "partOf", "Faculty of Law"),
    ),
    (("There is much potential for Kenya-Peru collaboration.",), ("Kenya", "cooperatesWith", "Peru")),
    (("He asked that the treaty between Kenya and Peru be signed soon.",), ("Kenya", "signedAgreementWith", "Peru")),
]


@pytest.mark.parametrize(("paragraphs", "fact"), SIGNED)
def test_parties_once_missed(extractor: StandardExtractor, paragraphs: tuple[str, ...], fact: Said) -> None:
    assert fact in said(extractor, *paragraphs)


@pytest.mark.parametrize(("paragraphs", "fact"), NOT_SIGNED)
def test_parties_once_made_up(extractor: StandardExtractor, paragraphs: tuple[str, ...], fact: Said) -> None:
    assert fact not in said(extractor, *paragraphs)
