"""One sentence for each error in names, offices and what words refer to that extraction made once."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

ASSERTED: list[tuple[tuple[str, ...], Said]] = [
    (("Ana Rojas, CEO of Hessen Trade and Invest, spoke.",), ("Ana Rojas", "represents", "Hessen Trade and Invest")),
    (("She met Antonia Orellana, Chile's Minister of Health.",), ("Antonia Orellana", "represents", "Chile")),
    (
        ("The Minister of Chile, Luis Vega, met his Kenyan counterpart, Premier Joe Phiri.",),
        ("Joe Phiri", "represents", "Kenya"),
    ),
    (
        ("The NUSA Delegation left. NUSA signed an agreement with the Kenya Space Agency.",),
        ("NUSA", "signedAgreementWith", "Kenya Space Agency"),
    ),
    (
        ("The Turkish Parliamentary Delegation visited the University of Lagos.",),
        ("Turkey", "visited", "University of Lagos"),
    ),
    (
        ("Luis Vega, the Foreign Minister of the People's Democratic Republic of Algeria, spoke.",),
        ("Luis Vega", "represents", "Algeria"),
    ),
    (("The Kenyan FM visited Lima. FM Mutua of Kenya met Ana Rojas.",), ("Mutua", "represents", "Kenya")),
    (
        ("Dr. Tomoda Vann, Vice President for Academic Affairs and Lifelong Learning of Lima University, spoke.",),
        ("Tomoda Vann", "represents", "Lima University"),
    ),
    (
        ("A deal between the Chad Standards Institute and the Peru General Organization for Metrology was signed.",),
        ("Chad Standards Institute", "signedAgreementWith", "Peru General Organization for Metrology"),
    ),
    (
        ("The forum was attended by Governor of Osh region Berdi Sapar, Governor of Naryn region Arkhimed Kulbatov.",),
        ("Arkhimed Kulbatov", "represents", "Naryn"),
    ),
    (
        ("Mr. Yan Xi, Chargé d'affaires of the Embassy of China, and Professor Siri Song, Rector of UNILI, met.",),
        ("Yan Xi", "represents", "Embassy of China"),
    ),
    (
        ("Director of the Slovak Trade Development Agency Juraj Kral met Ana Rojas.",),
        ("Juraj Kral", "represents", "Slovak Trade Development Agency"),
    ),
    (
        ("Rector of the University of Lima Ana Chukwu met Joe Phiri.",),
        ("Ana Chukwu", "represents", "University of Lima"),
    ),
    (
        (
            "Prime Minister of Laos Kham Vong met Joe Phiri. The talks were attended by Minister for the Office of the "
            "State Counsellor U Kyaw Tint.",
        ),
        ("Kyaw Tint", "represents", "Office of the State Counsellor"),
    ),
    (
        (
            "President of Peru Ana Rojas met Prime Minister of Laos Kham Vong.",
            "The State Counsellor and the Laotian Prime Minister visited Lima.",
        ),
        ("Kham Vong", "visited", "Lima"),
    ),
    (
        ("The Andean Chamber of Commerce and Sectorial Association (ACCSA) signed an MoU with Lima University.",),
        ("Andean Chamber of Commerce and Sectorial Association", "signedMoUWith", "Lima University"),
    ),
    (
        (
            "Friends of the Andes and Pacific Islands (FAPI) is a club.",
            "Friends of the Andes and Pacific Islands signed an MoU with Lima University.",
        ),
        ("Friends of the Andes and Pacific Islands", "signedMoUWith", "Lima University"),
    ),
    (
        ("An agreement between CJSC Ganja Railways, JSC National Company Altai Railways and Acme Bank was signed.",),
        ("CJSC Ganja Railways", "signedAgreementWith", "JSC National Company Altai Railways"),
    ),
    (("DU Vice-Chancellor (VC) Professor Dr ASM Kamal met Ana Rojas.",), ("ASM Kamal", "represents", "DU")),
    (("DU Science Faculty Dean Prof Dr Md Samad met Ana.",), ("Md Samad", "represents", "DU Science Faculty")),
    (("Dr Nasrullah Jan Wazir met Ana Rojas.",), ("Nasrullah Jan Wazir", "metWith", "Ana Rojas")),
    (
        ("Mayor of the City of Gothenburg, Mrs. Lena Holm, met Ana Rojas.",),
        ("Lena Holm", "represents", "Gothenburg"),
    ),
    (
        ("The President of the Association of Ghanaians in Peru, Dr. Edward Fynn, met Ana Rojas.",),
        ("Edward Fynn", "represents", "Association of Ghanaians"),
    ),
    (("SICAN President Pro-tempore Luis Vega left.",), ("Luis Vega", "represents", "SICAN")),
    (
        ("Minister of Trade of Qatar H E Sultan bin Saad Al Mura met H. E. Ana Rojas, Ambassador of Peru.",),
        ("Sultan bin Saad Al Mura", "metWith", "Ana Rojas"),
    ),
    (
        ("Joe Phiri met the Prime Ministers of Tajikistan Kokhir Rasulov, Kazakhstan Bakyt Sagintov.",),
        ("Joe Phiri", "metWith", "Bakyt Sagintov"),
    ),
    (("Luis Vega, Ambassador of the Republic of Italy, left.",), ("Luis Vega", "represents", "Italy")),
    (
        ("They met Saudi Ambassador to Kuwait Prince Sultan bin Saad.",),
        ("Prince Sultan bin Saad", "represents", "Saudi Arabia"),
    ),
    (
        ("Mike Sylves, Deputy Permanent Secretary, Ministry of Finance and Ana Rojas, Manager, Acme Bank, left.",),
        ("Mike Sylves", "represents", "Ministry of Finance"),
    ),
    (("On 24 October 2024 MMU and Lima University signed an MoU.",), ("MMU", "signedMoUWith", "Lima University")),
    (
        ("Luis Vega, the Chairman of the All-Party Parliamentary Group on Peru, left.",),
        ("Luis Vega", "represents", "All-Party Parliamentary Group on Peru"),
    ),
    (
        ("The Andean Guild for the Promotion of Exchange between Peru and Latin America (AGPEPL) met Luis Vega.",),
        ("Andean Guild for the Promotion of Exchange between Peru and Latin America", "metWith", "Luis Vega"),
    ),
]
NEVER: list[tuple[tuple[str, ...], str | Said]] = [
    (
        ("The meeting was attended by Ministers Luis Vega, Joe Phiri, Ana Rojas and Governor Lena Holm.",),
        "metWith",
    ),
    (
        ("Fiji's Roving Ambassador in the Pacific, William Tonga, met Joe Phiri.",),
        ("William Tonga", "represents", "Pacific"),
    ),
    (
        ("Minister Luis Vega and Minister Joe Phiri praised the strong cooperation between Peru and Zambia.",),
        ("Luis Vega", "cooperatesWith", "Joe Phiri"),
    ),
    (("They spoke of the potential for a partnership between Peru and Zambia.",), "cooperatesWith"),
    (("A memorandum of cooperation between Acme Bank and Kwanza Bank is under preparation.",), "cooperatesWith"),
    (("The sides will hold the next meeting of the Lake Commission in Lagos.",), "locatedIn"),
    (("Peru and Chile held a Commission meeting in Lima.",), "visited"),
    (
        ("The guests went to the Office of the State Counsellor. Later the State Counsellor visited Lima.",),
        ("Office of the State Counsellor", "visited", "Lima"),
    ),
    (
        ("FM Vega gave a message from Algerian President Lotfi Saad to PM Adisu Bekele, who spoke.",),
        ("Adisu Bekele", "represents", "Algeria"),
    ),
    (("Peru and Chile agreed to sign an MoU.",), "signedMoUWith"),
    (
        ("A speech by the President of Andes Bank, Ana Rojas, the ambassador of Chad took the floor.",),
        ("Ana Rojas", "represents", "Chad"),
    ),
    (
        ("There were the Ambassador of Oman, Saleh Al Balushi, Senator Anne Urquhart, and Joe Phiri.",),
        ("Anne Urquhart", "represents", "Oman"),
    ),
    (
        ("Alan Duncan, Minister of State for Europe and the Americas at the Foreign Office, met Joe Phiri.",),
        ("Alan Duncan", "represents", "Europe"),
    ),
    (("Luis Vega, Mayor of the City of Lima, left.",), ("Luis Vega", "represents", "City")),
    (
        ("He was there as SICAN President Pro-tempore, Foreign Secretary Meade said.",),
        ("Meade", "represents", "SICAN"),
    ),
    (("He assured Ambassador Wanhai of Grenada's support.",), ("Wanhai", "represents", "Grenada")),
    (
        ("Acme Bank signed an MoU with the Lagos University of Technology (LUT), Ikeja, Lagos State.",),
        ("Acme Bank", "signedMoUWith", "Lagos State"),
    ),
    (("Lima (ANP) – Peru and Chile signed an MoU.",), ("ANP", "signedMoUWith", "Peru")),
    (("Prof Luis Vega (Vice Rector, Academic Affairs) left.",), "represents"),
    (("Luis Vega said that they were visiting Chilean universities.",), "visited"),
]


@pytest.mark.parametrize(("texts", "fact"), ASSERTED, ids=[texts[0][:30] for texts, _ in ASSERTED])
def test_names_and_offices_that_were_cut_or_mixed_are_whole(
    extractor: StandardExtractor, texts: tuple[str, ...], fact: Said
) -> None:
    assert fact in said(extractor, *texts)


@pytest.mark.parametrize(("texts", "fact"), NEVER, ids=[texts[0][:30] for texts, _ in NEVER])
def test_what_the_names_do_not_say_is_not_found(
    extractor: StandardExtractor, texts: tuple[str, ...], fact: str | Said
) -> None:
    facts = said(extractor, *texts)
    assert fact not in {*facts, *(predicate for _, predicate, _ in facts)}
