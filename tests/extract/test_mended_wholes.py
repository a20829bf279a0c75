"""One sentence for each error that extraction made once in what bodies and places lie in or belong to: what it says
now."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

ASSERTED: list[tuple[str, Said]] = [
    (
        "Kwanza and Moana Power, a wholly-owned subsidiary of Moana dedicated to wind, have signed an accord.",
        ("Moana Power", "partOf", "Moana"),
    ),
    ("Kwanza Ltd has formed a new unit called Moana Freight Ltd.", ("Moana Freight Ltd.", "partOf", "Kwanza Ltd")),
    (
        "The project is led by Ana Rojas of Kwanza Lab, one of Moana University's Centres of Excellence.",
        ("Kwanza Lab", "partOf", "Moana University"),
    ),
    ("The Kwanza Alliance comprises Moana Bank and Doba College.", ("Doba College", "partOf", "Kwanza Alliance")),
    ("Other Kwanza Alliance members include Moana Bank.", ("Moana Bank", "partOf", "Kwanza Alliance")),
    (
        "Members include Moana University – Tonga, Doba University – Chad and Lima College – Peru.",
        ("Doba University", "locatedIn", "Chad"),
    ),
    ("The Kwanza Transport Agency at MOTRA paid.", ("Kwanza Transport Agency", "partOf", "MOTRA")),
    (
        "The Faculty of Law and the Institute of Energy of Kwanza University paid.",
        ("Faculty of Law", "partOf", "Kwanza University"),
    ),
    (
        "Kwanza University signed an accord. The university's Faculty of Law paid.",
        ("Faculty of Law", "partOf", "Kwanza University"),
    ),
    ("Swedish wind and solar power giant Kwanza Group paid.", ("Kwanza Group", "locatedIn", "Sweden")),
    ("Ana Rojas sold Kwanza Pay, another Kenyan fintech.", ("Kwanza Pay", "locatedIn", "Kenya")),
    ("U.S.-based Kwanza Aid paid.", ("Kwanza Aid", "locatedIn", "United States")),
    ("The UAE's Kwanza Ltd company paid.", ("Kwanza Ltd", "locatedIn", "United Arab Emirates")),
    ("Peru's state-run Kwanza Norte paid.", ("Kwanza Norte", "locatedIn", "Peru")),
    (
        "Two Norwegian ministries (Ministry of Trade, and Ministry of Health) paid.",
        ("Ministry of Trade", "locatedIn", "Norway"),
    ),
    (
        "The fund chose Kwanza Labs from Kenya (a clinic) and Moana Foods from Peru (a mill).",
        ("Kwanza Labs", "locatedIn", "Kenya"),
    ),
    (
        "They met at the Nairobi headquarters of Kwanza Bank.",
        ("Kwanza Bank", "locatedIn", "Nairobi"),
    ),
    (
        "He paid Kwanza University, with headquarters located in Kingston, Jamaica.",
        ("Kwanza University", "locatedIn", "Kingston"),
    ),
    (
        "The embassy of the Kingdom of Morocco in Dakar paid.",
        ("embassy of the Kingdom of Morocco", "locatedIn", "Dakar"),
    ),
    (
        "The mayor met leaders of the provinces of Attapeu and Sekong of Laos.",
        ("Attapeu", "locatedIn", "Laos"),
    ),
    ("The cities of Gyumri and Vanadzor in Armenia paid.", ("Vanadzor", "locatedIn", "Armenia")),
    ("Sennan in Osaka, Japan, is twinned with Davao.", ("Sennan", "locatedIn", "Osaka")),
    (
        "He praised the Kwanza International Airport in the southern province of Dong Nai.",
        ("Kwanza International Airport", "locatedIn", "Dong Nai"),
    ),
    ("Wuxi is a city in eastern China near Shanghai.", ("Wuxi", "locatedIn", "China")),
    ("Kisumu is one of the largest cities in Kenya.", ("Kisumu", "locatedIn", "Kenya")),
    ("The towns are Beira, in Sofala Province; and Doba.", ("Beira", "locatedIn", "Sofala Province")),
    (
        "The clinic in Daru, the capital of the country's Western Province, was opened.",
        ("Daru", "locatedIn", "Western Province"),
    ),
    (
        "CEO of Moana Board, Nepal, Joe Phiri and Vice President of Kwanza Cement of China Xu Gang paid.",
        ("Kwanza Cement", "locatedIn", "China"),
    ),
    ("Kwanza News, a British-based service, paid.", ("Kwanza News", "locatedIn", "United Kingdom")),
    ("Kwanza Ltd and its parent company, Moana Ltd, paid.", ("Kwanza Ltd", "partOf", "Moana Ltd")),
    (
        "He met the team from the Doba Branch, Kwanza Institute, Ministry of Agriculture, Taiwan.",
        ("Doba Branch", "partOf", "Kwanza Institute"),
    ),
    ("OQ Ltd and the Belgian Kwanza Group paid.", ("Belgian Kwanza Group", "locatedIn", "Belgium")),
    (
        "It has stakes in Portuguese companies such as brewer Kwanza Frio.",
        ("Kwanza Frio", "locatedIn", "Portugal"),
    ),
    (
        "The partners are Moana College (USA) and Kwanza University (UK).",
        ("Kwanza University", "locatedIn", "United Kingdom"),
    ),
]
NEVER: list[tuple[str, Said]] = [
    ("Kwanza Bank (not a member of the Moana Alliance) paid.", ("Kwanza Bank", "partOf", "Moana Alliance")),
    ("Kwanza Bank, formerly a unit of Moana Group, paid.", ("Kwanza Bank", "partOf", "Moana Group")),
    (
        "The fair was organized by the Kwanza Promotion Center (KPC) at Moana Residences.",
        ("Kwanza Promotion Center", "partOf", "Moana Residences"),
    ),
    (
        "He spoke of a proposal to establish the Moana Institute at Kwanza University.",
        ("Moana Institute", "partOf", "Kwanza University"),
    ),
    ("They plan to open the Moana Centre in Lima.", ("Moana Centre", "locatedIn", "Lima")),
    (
        "Kwanza Group, a Kenyan transport company based in Nairobi, paid.",
        ("Kenyan transport company", "locatedIn", "Nairobi"),
    ),
    ("Kwanza Bank, owned by Angolan investors, paid.", ("Kwanza Bank", "partOf", "Angolan investors")),
    ("The accords were signed on the sidelines of COP29 in Baku.", ("COP29", "locatedIn", "Baku")),
]


@pytest.mark.parametrize(("text", "fact"), ASSERTED, ids=[text[:30] for text, _ in ASSERTED])
def test_what_the_text_says_is_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), NEVER, ids=[text[:30] for text, _ in NEVER])
def test_what_the_text_does_not_say_is_not_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)
