"""One sentence for each error that extraction made once where a later sentence of an article tells who is meant."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

FOUND: list[tuple[str, Said]] = [
    ("Moroccan King Amari VI visited Lima.", ("Amari VI", "represents", "Morocco")),
    (
        "Chadian Minister Ana Rojas arrived in Lima. They spoke during the visit paid by the Chadian Minister to Peru.",
        ("Ana Rojas", "visited", "Peru"),
    ),
    ("Ambassador of China to Peru Chen Bo left.", ("Chen Bo", "represents", "China")),
    ("LIMA. ANP Kenyan Prime Minister Joe Phiri met Luis Vega.", ("Joe Phiri", "represents", "Kenya")),
    (
        "The Trade Division (TD) under the Ministry of Finance signed a deal with Kwanza Bank.",
        ("Trade Division", "partOf", "Ministry of Finance"),
    ),
    ("Peru's Minister Luis Vega spoke at a fair in the country's capital Lima.", ("Lima", "locatedIn", "Peru")),
    (
        "Ana Rojas, Director of the Education Office of the Chinese Embassy in Peru, left.",
        ("Ana Rojas", "represents", "Chinese Embassy"),
    ),
    (
        "It was founded by Moana University in Tonga and Kwanza College in Peru.",
        ("Kwanza College", "locatedIn", "Peru"),
    ),
    (
        "Moana University signed an MoU with Kwanza College (KC), Peru that will run for a year.",
        ("Kwanza College", "locatedIn", "Peru"),
    ),
    (
        "Luis Vega received a team led by Ana Rojas, Chairman of the Board of Trade of Peru.",
        ("Ana Rojas", "represents", "Board of Trade of Peru"),
    ),
    (
        "The Vice-Chancellor, Ama Boateng, received a delegation from Moana University. They toured Volta University.",
        ("Ama Boateng", "represents", "Volta University"),
    ),
    ("Luis Vega met with Secretary of State in charge of Trade Ana Rojas.", ("Luis Vega", "metWith", "Ana Rojas")),
    (
        "Luis Vega met Director of the Ministry of Trade and Tourism Ali Daoud.",
        ("Ali Daoud", "represents", "Ministry of Trade and Tourism"),
    ),
    (
        "The fair was organised by the Trade Centre of Quang Tri province and Kwanza Bank.",
        ("Trade Centre of Quang Tri", "organized", "fair"),
    ),
    (
        "The Kwanza Institute was opened in Lima on Monday. Ana Rojas attended the opening ceremony.",
        ("opening ceremony", "heldIn", "Lima"),
    ),
    ("The President of Moana University, Antich, praised it.", ("Antich", "represents", "Moana University")),
    (
        "Kazakh Prime Minister Daniyar Omarov came. The Premier held talks with Luis Vega.",
        ("Daniyar Omarov", "metWith", "Luis Vega"),
    ),
    (
        "Officials from Hunan Province, headed by Vice Governor Zhang Yi, visited Lima.",
        ("Zhang Yi", "represents", "Hunan Province"),
    ),
    (
        "On the afternoon of March 10, 2023, at a meeting with Minister Ana Rojas, Minister Luis Vega spoke.",
        ("meeting between Luis Vega and Ana Rojas", "heldOn", "2023-03-10"),
    ),
    (
        "Rector Ana Rojas of Osh University visited Kyrgyz-Turkish Amari University. The farm of the Amari University"
        " was shown to her. A protocol was signed between the two universities.",
        ("Osh University", "signedAgreementWith", "Kyrgyz-Turkish Amari University"),
    ),
    (
        "Head of Iran Chamber of Trade, Mines and Crafts (ICTMC) Gholam-Hossein Shafaei left.",
        ("Gholam-Hossein Shafaei", "represents", "Iran Chamber of Trade, Mines and Crafts"),
    ),
    (
        "Kwanza Bank met the University of Namibia. UNAM signed a deal with Moana College.",
        ("University of Namibia", "signedAgreementWith", "Moana College"),
    ),
    (
        "Prime Minister Ana Rojas came to Lima. During the visit PM met Luis Vega.",
        ("Ana Rojas", "metWith", "Luis Vega"),
    ),
    (
        "Minister Ana Rojas of Chad came. Rojas met Minister Luis Vega of Peru. Rojas left. The Minister went to Lima.",
        ("Ana Rojas", "visited", "Lima"),
    ),
    (
        "The session was held in Lima. The Kenyan side was chaired by Joe Phiri.",
        ("Joe Phiri", "attended", "session"),
    ),
]
UNSAID: list[tuple[str, Said]] = [
    (
        "She saw the Embassy of the Republic of China (Taiwan) in Peru.",
        ("Embassy of the Republic of China", "locatedIn", "Taiwan"),
    ),
    (
        "Kwanza University launched a new Horizon Europe project.",
        ("Kwanza University", "established", "Horizon Europe project"),
    ),
    ("Peru's Chinese Ambassador, Zheng Yi, left.", ("Zheng Yi", "represents", "Peru")),
    (
        "Ambassador Wang Ke of China saw the handover by Yang Yi on behalf of Kwanza Bank to Luis Vega.",
        ("Wang Ke", "represents", "Kwanza Bank"),
    ),
    (
        "Moana University, Lima and the University of Doba, Chad have agreed to cooperate.",
        ("Moana University", "cooperatesWith", "Chad"),
    ),
    (
        "During talks with the Director of Kwanza Bank, Ana Rojas praised its work.",
        ("Ana Rojas", "represents", "Kwanza Bank"),
    ),
    (
        "Luis Vega was told of the Vice-Chancellor, Ama Boateng, who met with a delegation from Moana University.",
        ("Ama Boateng", "represents", "Moana University"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), FOUND, ids=[text[:40] for text, _ in FOUND])
def test_what_an_article_tells_is_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), UNSAID, ids=[text[:40] for text, _ in UNSAID])
def test_what_only_looks_told_is_not(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)
