"""Text in capitals throughout says what the same text says in ordinary case, and is quoted as it stands."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import article, said

SENTENCES = [
    "President Kwesi Amankwah of Ghana arrived in Lomé on Tuesday for a two-day state visit to Togo.",
    "The Ministry of Education of Fiji and the University of Otara signed a memorandum of understanding (MoU) in Suva.",
    "Foreign Minister Leonid Harasymchuk of Ukraine met his Turkish counterpart, Mehmet Sarioglu, in Ankara yesterday.",
    "The Pacific Fisheries Forum was organised by the Melanesian Spearhead Group (MSG) in Port Vila.",
    "UNDP Resident Representative Aissatou Barry called on the Minister of Finance and Economic Planning, Dr. Henry "
    "Musonda, in Lusaka.",
    "Kenya's Permanent Secretary for Agriculture Jane Wambui said the agreement with the Netherlands will create jobs.",
    "SADC Executive Secretary Elias Magosi received Ambassador Li Wei of the People's Republic of China in Gaborone.",
    "The African Development Bank (AFDB) and the Government of Malawi signed a loan agreement worth US$45 million.",
    "Namibia and Angola have agreed to cooperate in the field of water and energy.",
    "Belize Prime Minister John Briceno met Guatemalan President Bernardo Arevalo at the CARICOM Summit.",
    "Acting Director General of the Kenya Maritime Authority, Col. John Omingo, attended the workshop.",
    "H.E. Ms. Nguyen Thi Hoa, Ambassador of Viet Nam, presented her credentials to President Maria Sandu.",
    "The Desert Solar Fair in Agadez was sponsored by Tisza Polymers and the Sailors' School of Mombasa.",
    "His Excellency Sheikh Omar bin Khalid Al Wardi visited the Joint Permanent Commission on Water in Nouakchott.",
    "The Abena Okyere-Darko University of Skills Training and Entrepreneurial Development (AODUSTED) signed a "
    "memorandum of understanding with the National Assembly of Zambia.",
    "Mr. Key and Omar Bello, Director of the Institute of Virology, spoke at the Adriatic Women's Chess Forum.",
]
"""Whatever stands in them, names are told from the words around them."""


@pytest.mark.parametrize("text", SENTENCES)
def test_capitals_say_the_same(extractor: StandardExtractor, text: str) -> None:
    facts = said(extractor, text)
    assert said(extractor, text.upper()) == facts


def test_the_rest_of_an_article_tells_how_its_words_are_written(extractor: StandardExtractor) -> None:
    lede = "QUETZIL AND THE UNIVERSITY OF OTARA SIGNED AN AGREEMENT IN LIMA."
    facts = said(extractor, lede, "The head of QUETZIL, Joe Phiri, thanked the hosts.")
    assert ("QUETZIL", "signedAgreementWith", "University of Otara") in facts


def test_evidence_is_quoted_as_it_stands(extractor: StandardExtractor) -> None:
    text = "PRESIDENT KWESI AMANKWAH VISITED THE UNIVERSITY OF OTARA IN SUVA."
    extraction = extractor.extract(article(text))
    assert extraction.statements
    assert all(e.quote == text[e.start : e.end] for s in extraction.statements for e in s.evidence)


def test_rows_of_acronyms_stay(extractor: StandardExtractor) -> None:
    facts = said(extractor, "Experts of UNDP, FAO, ILO, WIPO, IMF, UNEP, WTO and SADC attended the forum.")
    assert ("SADC", "attended", "forum") in facts
