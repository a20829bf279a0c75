"""One sentence for each error that extraction once made about agreements, seats and parts of bodies."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

SAID: list[tuple[tuple[str, ...], Said]] = [
    (("Kenya, Peru Sign MoU",), ("Kenya", "signedMoUWith", "Peru")),
    (("Kenya, Peru Ink Trade Deal",), ("Kenya", "signedAgreementWith", "Peru")),
    (
        ("Ana Rojas and Joe Phiri signed in Lima the agreement of Nakuru Bank with Lima Bank.",),
        ("Nakuru Bank", "signedAgreementWith", "Lima Bank"),
    ),
    (
        ("The governments of Kenya and Peru have signed, following the talks in Lima, 14 agreements.",),
        ("Kenya", "signedAgreementWith", "Peru"),
    ),
    (
        ("Kenya and Peru signed on Saturday 18 cooperation agreements and memoranda of understanding.",),
        ("Peru", "agreementCount", "18"),
    ),
    (
        ("Nakuru Bank signed an agreement to boost trade in coffee with Lima Bank.",),
        ("Nakuru Bank", "signedAgreementWith", "Lima Bank"),
    ),
    (
        ("The minister announced the signing of an MoU between Nakuru Bank and Lima Bank to set up a council.",),
        ("Nakuru Bank", "signedMoUWith", "Lima Bank"),
    ),
    (
        ("MoUs were signed between Nakuru Bank and Lima Bank, between Osh Bank and Suva Bank.",),
        ("Osh Bank", "signedMoUWith", "Suva Bank"),
    ),
    (
        (
            "The Nakuru University delegation visited Lima College. The visit led to the signing of an MoU with "
            "Lima College.",
        ),
        ("Nakuru University", "signedMoUWith", "Lima College"),
    ),
    (("The Peruvian–Chilean agreement on water was signed on Monday.",), ("Peru", "signedAgreementWith", "Chile")),
    (
        ("The Faculty of Law of Nakuru University signed an MoU with the Faculty of Law of Lima University.",),
        ("Faculty of Law of Nakuru University", "signedMoUWith", "Faculty of Law of Lima University"),
    ),
    (
        ("An MoU between the Kenyan Chamber of Trade and Sectoral Associations and the Lima Bank was signed.",),
        ("Kenyan Chamber of Trade and Sectoral Associations", "signedMoUWith", "Lima Bank"),
    ),
    (
        ("Nakuru Oil signed contracts with South Korean ZS Engineering and Construction and Lima Oil.",),
        ("Nakuru Oil", "signedAgreementWith", "ZS Engineering and Construction"),
    ),
    (
        ("Nakuru Bank formed a venture with Lima Motor Co. The two will build cars.",),
        ("Nakuru Bank", "cooperatesWith", "Lima Motor Co."),
    ),
    (("The Samoan mission of Nakuru Bank in the Fijian capital, Suva, is new.",), ("Suva", "locatedIn", "Fiji")),
    (
        ("They opened the new Nakuru Trade Centre in the Fijian capital city of Suva.",),
        ("Nakuru Trade Centre", "locatedIn", "Suva"),
    ),
    (("Joe Phiri is the founder of Nakuru Bank based in Lima, Peru.",), ("Nakuru Bank", "locatedIn", "Lima")),
    (("They will meet in Nassau, the capital of The Bahamas.",), ("Nassau", "locatedIn", "Bahamas")),
    (
        ("An agreement was reached between the companies Nakuru Foods from Kenya and Lima Foods from Peru.",),
        ("Lima Foods", "locatedIn", "Peru"),
    ),
    (
        ("Acme formed a venture with a parts maker from Peru, Lima Piston Co., itself an affiliate of Lima Motor Co.",),
        ("Lima Piston Co.", "partOf", "Lima Motor Co."),
    ),
    (
        ("The Council for Trade Relations (CTR) of the Lake Community (LAC) met in Lima.",),
        ("Council for Trade Relations", "partOf", "Lake Community"),
    ),
    (
        ("Thanks go to the sponsors of the Lima Coffee Fair: Nakuru Bank, Lima Bank and Acme Bank.",),
        ("Acme Bank", "promotes", "Lima Coffee Fair"),
    ),
    (
        ("The Lima Coffee Fair is supported by the Government and the People of Japan.",),
        ("Japan", "promotes", "Lima Coffee Fair"),
    ),
    (
        ("Rector Ana Rojas of Nakuru University met Lima College President Joe Phiri. There, an MoU was signed.",),
        ("Nakuru University", "signedMoUWith", "Lima College"),
    ),
    (
        ("An MoU was exchanged in the field of civil nuclear between Nakuru Power, Kenya, and Lima Power.",),
        ("Nakuru Power", "signedMoUWith", "Lima Power"),
    ),
    (
        ("The Trade Authority (TA) of Peru and Kenya's Ministry of Trade renewed an MoU.",),
        ("Trade Authority", "signedMoUWith", "Ministry of Trade"),
    ),
    (
        ("It is the “Memorandum of Understanding Between the Ministry of Trade of Peru and Lima Bank”.",),
        ("Ministry of Trade of Peru", "signedMoUWith", "Lima Bank"),
    ),
    (
        ("The Nakuru Chamber of Commerce and Industry Inc. and the Lima Chamber have signed an agreement.",),
        ("Nakuru Chamber of Commerce and Industry Inc.", "signedAgreementWith", "Lima Chamber"),
    ),
    (
        ("Nakuru Motor said that its subsidiary Nakuru Steel hired Ana Rojas.",),
        ("Nakuru Steel", "partOf", "Nakuru Motor"),
    ),
    (
        ("Nakuru Steel is a joint venture company between Nakuru Motor and Lima Motor.",),
        ("Nakuru Motor", "cooperatesWith", "Lima Motor"),
    ),
    (
        ("The Lake Trade Institute (LTI), based in Lima, hired Ana Rojas.",),
        ("Lake Trade Institute", "locatedIn", "Lima"),
    ),
    (("Nakuru Airways is a Lake Alliance member.",), ("Nakuru Airways", "partOf", "Lake Alliance")),
    (
        ("Kenya and Peru signed on Friday, in Lima, nine legal instruments aiming at trade.",),
        ("Kenya", "agreementCount", "9"),
    ),
    (("Rabat and Kigali signed 23 agreements.",), ("Rabat", "signedAgreementWith", "Kigali")),
    (("They visited Kosha City in Japan.",), ("Kosha City", "locatedIn", "Japan")),
    (
        ("The United Nations Development Programme has partnered with Lima Bank.",),
        ("United Nations Development Programme", "cooperatesWith", "Lima Bank"),
    ),
    (
        ("The Ministry of ICT opened the Lake Coding Academy.",),
        ("Ministry of ICT", "established", "Lake Coding Academy"),
    ),
    (("Nakuru Steel (part of Lake Motor Holdings) hired her.",), ("Nakuru Steel", "partOf", "Lake Motor Holdings")),
    (("Lima Bank backs the Nakuru Gateway project.",), ("Lima Bank", "promotes", "Nakuru Gateway")),
    (
        ("Ana Rojas leads the Lake Seeds Project. The project is financed by Lima Bank.",),
        ("Lima Bank", "promotes", "Lake Seeds Project"),
    ),
]

NOT_SAID: list[tuple[tuple[str, ...], Said]] = [
    (
        ("Japan-based trading house Kosha Trading and Lima Bank have teamed up.",),
        ("Lima Bank", "locatedIn", "Japan"),
    ),
    (
        ("Nakuru University, Lusaka, Zambia, and Lima College, Lima, Peru, signed an MoU.",),
        ("Zambia", "signedMoUWith", "Lima College"),
    ),
    (
        ("Nakuru Bank signed an MoU that allows it to trade with Lima Bank.",),
        ("Nakuru Bank", "signedMoUWith", "Lima Bank"),
    ),
    (
        ("The Nairobi-based Nakuru Bank and the Lima Bank signed an MoU.",),
        ("Lima Bank", "locatedIn", "Nairobi"),
    ),
    (
        ("The signing ceremony was watched by Joe Phiri of Kenya and Ana Rojas of Peru.",),
        ("Kenya", "signedAgreementWith", "Peru"),
    ),
    (("Nakuru Steel (formerly part of Lake Motor) hired her.",), ("Nakuru Steel", "partOf", "Lake Motor")),
    (
        ("They lead the Lake Seeds Project and the Hill Project. The project is financed by Lima Bank.",),
        ("Lima Bank", "promotes", "Hill Project"),
    ),
]


@pytest.mark.parametrize(("paragraphs", "fact"), SAID)
def test_bodies_once_missed(extractor: StandardExtractor, paragraphs: tuple[str, ...], fact: Said) -> None:
    assert fact in said(extractor, *paragraphs)


@pytest.mark.parametrize(("paragraphs", "fact"), NOT_SAID)
def test_bodies_once_made_up(extractor: StandardExtractor, paragraphs: tuple[str, ...], fact: Said) -> None:
    assert fact not in said(extractor, *paragraphs)
