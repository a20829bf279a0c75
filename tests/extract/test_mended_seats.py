"""One sentence for each error that extraction made once in where bodies are, and in their names: what it says now."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

ASSERTED: list[tuple[str, Said]] = [
    (
        "Kwanza University of Lima signed an accord with Moana College.",
        ("Kwanza University of Lima", "locatedIn", "Lima"),
    ),
    ("Moana Foods Inc. of Lima, Peru, signed an accord.", ("Moana Foods Inc.", "locatedIn", "Lima")),
    (
        "The president of the Lima-based Kwanza Development Bank, Jean Mugabo, met Ana Rojas.",
        ("Kwanza Development Bank", "locatedIn", "Lima"),
    ),
    (
        "The guild and the Trinidad and Tobago-based trading house Moana Foods Ltd. entered into an accord.",
        ("Moana Foods Ltd.", "locatedIn", "Trinidad and Tobago"),
    ),
    ("PT Kwanza and Rotterdam-based Moana Terminals signed an accord.", ("Moana Terminals", "locatedIn", "Rotterdam")),
    ("The Lomé-headquartered Kwanza Regulators' Forum met.", ("Kwanza Regulators' Forum", "locatedIn", "Lomé")),
    ("Moana Services LLC, Peru's largest freight handler, paid.", ("Moana Services LLC", "locatedIn", "Peru")),
    ("The Lima exporter Kwanza Frutas S.A. signed an accord.", ("Kwanza Frutas S.A.", "locatedIn", "Lima")),
    (
        "Moana College, in Lima, and Chad's Kwanza University opened a laboratory.",
        ("Moana College", "locatedIn", "Lima"),
    ),
    (
        "Kwanza Institute, Thrissur, Kerala, India, and Moana College signed an accord.",
        ("Kwanza Institute", "locatedIn", "Thrissur"),
    ),
    (
        "St. Kwanza College of Nursing, Masaka, and the Moana Clinic in Lima signed an accord.",
        ("St. Kwanza College of Nursing", "locatedIn", "Masaka"),
    ),
    (
        "Kwanza Harbour Group, from east China's Shandong Province, paid.",
        ("Kwanza Harbour Group", "locatedIn", "Shandong Province"),
    ),
    ("Kwanza University, in Somalia's Mudug region, has opened.", ("Kwanza University", "locatedIn", "Mudug")),
    ("Seven Chadian firms, among them Kwanza LLC and Moana JSC, came.", ("Moana JSC", "locatedIn", "Chad")),
    ("Moana Board signed an accord at the board's office in Lima.", ("Moana Board", "locatedIn", "Lima")),
    (
        "Chad signed an accord with the shipyard Kwanza. The shipyard, which is located in Lima, builds ferries.",
        ("Kwanza", "locatedIn", "Lima"),
    ),
    ("Kwanza Telecom, with headquarters in Lima, will supply the masts.", ("Kwanza Telecom", "locatedIn", "Lima")),
    (
        "Kwanza Dairy Group, which is based in Nghe An province, owns cows.",
        ("Kwanza Dairy Group", "locatedIn", "Nghe An"),
    ),
    (
        "Lima: The Kwanza Film Archive here and Moana College signed an accord.",
        ("Kwanza Film Archive", "locatedIn", "Lima"),
    ),
    ("The Chadian embassy in Lima organised a fair.", ("Chadian embassy", "locatedIn", "Lima")),
    (
        "The Chadian embassy organised a fair. The Embassy of Chad is in Lima.",
        ("Embassy of Chad", "organized", "fair"),
    ),
    ("He lives in the Mont-Ngafula district of Kinshasa.", ("Mont-Ngafula", "locatedIn", "Kinshasa")),
    ("They met in Kilwa Masoko, in Lindi Region.", ("Kilwa Masoko", "locatedIn", "Lindi Region")),
    ("They went to Kazan in the Russian republic of Tatarstan.", ("Tatarstan", "locatedIn", "Russia")),
    ("They met at the Moana Hotel in Lima.", ("Moana Hotel", "locatedIn", "Lima")),
    ('Ana Rojas visited the "Ali Kwanza" University in Lima.', ("Ana Rojas", "visited", "Ali Kwanza University")),
    (
        "Samoa National Teachers College and Kwanza University signed an accord.",
        ("Samoa National Teachers College", "signedAgreementWith", "Kwanza University"),
    ),
    ("Three Chadian wineries - Moana Kakhuri, Ali Veli and Zen Kari - came.", ("Ali Veli", "locatedIn", "Chad")),
    ("Kwanza Cooperative, Lima, and Chadian importer Moana Ltd. paid.", ("Kwanza Cooperative", "locatedIn", "Lima")),
    (
        "A Lima clinic, Zdor Plus, and Kwanza Bank signed an accord.",
        ("Zdor Plus", "signedAgreementWith", "Kwanza Bank"),
    ),
    ("Kwanza Institute, a Lima think tank, paid for it.", ("Kwanza Institute", "locatedIn", "Lima")),
    ("Students of Kwanza University from Doba, Chad, came.", ("Kwanza University", "locatedIn", "Doba")),
    ("The Chadian NGO Kwanza Bleu, of Doba, runs a school.", ("Kwanza Bleu", "locatedIn", "Chad")),
    ("Lima-incorporated Kwanza Alumina Ltd. signed an accord.", ("Kwanza Alumina Ltd.", "locatedIn", "Lima")),
    ("The foundation Kwanza der Welt (Winterthur) paid.", ("Kwanza der Welt", "locatedIn", "Winterthur")),
    ("The King Kwanza Specialist Hospital in Lima paid.", ("King Kwanza Specialist Hospital", "locatedIn", "Lima")),
    ("The Lima Court Reporters' Guild is based in Doba.", ("Lima Court Reporters' Guild", "locatedIn", "Doba")),
    ("The Kwanza Academy of Law at The Hague trains judges.", ("Kwanza Academy of Law", "locatedIn", "The Hague")),
    ("Kwanza Cloud, an IT firm in Chad, paid.", ("Kwanza Cloud", "locatedIn", "Chad")),
    ("It is a subsidiary of Lima's Kwanza Holdings.", ("Kwanza Holdings", "locatedIn", "Lima")),
    ("Kwanza Cantina, Chad's only wine cooperative, paid.", ("Kwanza Cantina", "locatedIn", "Chad")),
    ("They met in Trincomalee, eastern Sri Lanka.", ("Trincomalee", "locatedIn", "Sri Lanka")),
    (
        "Kwanza Bank signed an accord with Moana Hydro a.s. in Lima.",
        ("Kwanza Bank", "signedAgreementWith", "Moana Hydro a.s."),
    ),
    (
        "Kwanza Marine Ltd. signed an accord with Moana Works Ltd. The Doba-based company will build it.",
        ("Kwanza Marine Ltd.", "locatedIn", "Doba"),
    ),
    ("Delta University (Lima, Peru) signed an accord.", ("Lima", "locatedIn", "Peru")),
    ("The New Zealand charity Kwanza Foundation paid.", ("Kwanza Foundation", "locatedIn", "New Zealand")),
    ("Chadian cold-chain specialist Kwanza Ltd paid.", ("Kwanza Ltd", "locatedIn", "Chad")),
    ("The Lima-based Kwanza Institute is partner of the project.", ("Kwanza Institute", "locatedIn", "Lima")),
    ("The Embassy of Chad held a digital skills fair.", ("Embassy of Chad", "organized", "digital skills fair")),
    (
        "Chadian researcher Ana Rojas of the Kwanza Institute gave a lecture.",
        ("Ana Rojas", "represents", "Kwanza Institute"),
    ),
]
NEVER: list[tuple[str, Said]] = [
    (
        "The representative of Moana Fund in Lima, Ana Rojas, met Kwanza Bank's director in Chad, Jean Mugabo.",
        ("Kwanza Bank", "locatedIn", "Chad"),
    ),
    ("He thanked the Lima-based Kwanza Bank executives.", ("Kwanza Bank", "locatedIn", "Lima")),
    ("The Lima-based bank and Kwanza Group signed an accord.", ("Kwanza Group", "locatedIn", "Lima")),
    (
        "Kwanza Ltd and the Moana School in Lima, Peru have signed an accord.",
        ("Kwanza Ltd", "signedAgreementWith", "Peru"),
    ),
    (
        "Ana Rojas received a delegation from the Kwanza Institute in Lima on Tuesday.",
        ("Kwanza Institute", "locatedIn", "Lima"),
    ),
    (
        "Moana Bank signed an accord with the Finnish equipment maker Kwanza Oy in Lima.",
        ("Kwanza Oy", "locatedIn", "Lima"),
    ),
    ("Lima-listed, Doba-based Kwanza Group paid.", ("Lima-listed", "locatedIn", "Doba")),
    ("The Kwanza Law Society on Kenya's coast paid Ana Rojas.", ("Kwanza Law Society on Kenya", "locatedIn", "Kenya")),
]


@pytest.mark.parametrize(("text", "fact"), ASSERTED, ids=[text[:30] for text, _ in ASSERTED])
def test_what_the_text_says_is_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), NEVER, ids=[text[:30] for text, _ in NEVER])
def test_what_the_text_does_not_say_is_not_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)
