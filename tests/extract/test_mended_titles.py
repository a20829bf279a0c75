"""One text for each error made in reading who holds which office where one sentence tells it, as agencies write."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

FOUND: list[tuple[str, Said]] = [
    (
        "Guests included Kwanza Bank's Ana Rojas, Chief Representative.",
        ("Ana Rojas", "represents", "Kwanza Bank"),
    ),
    (
        "Ana Rojas of the Andes Fund, president of the Traders' Union, spoke.",
        ("Ana Rojas", "represents", "Traders' Union"),
    ),
    ("Ana Rojas, now head of sales at Kwanza Bank, spoke.", ("Ana Rojas", "represents", "Kwanza Bank")),
    ("Ana Rojas, export director with Kwanza Bank, spoke.", ("Ana Rojas", "represents", "Kwanza Bank")),
    ("Ana Rojas, programme lead at Kwanza Bank, spoke.", ("Ana Rojas", "represents", "Kwanza Bank")),
    ("Joe Phiri of Peru's Trade Agency spoke.", ("Joe Phiri", "represents", "Trade Agency")),
    ("Joe Phiri of Lima-based Kwanza Bank spoke.", ("Joe Phiri", "represents", "Kwanza Bank")),
    (
        "Ana Rojas, Head, Private Sector Engagement, Andes Climate Fund, spoke.",
        ("Ana Rojas", "represents", "Andes Climate Fund"),
    ),
    (
        "Ana Rojas, Principal Scientist – Millets, Andes Crops Institute, spoke.",
        ("Ana Rojas", "represents", "Andes Crops Institute"),
    ),
    (
        "Ana Rojas, Minister of International Cooperation, Arab Republic of Egypt, spoke.",
        ("Ana Rojas", "represents", "Egypt"),
    ),
    (
        "Ana Rojas, vice president and general secretary of the Andes Union of Science, spoke.",
        ("Ana Rojas", "represents", "Andes Union of Science"),
    ),
    (
        "Ana Rojas, head of South Cooperation at the Andes Development Agency, spoke.",
        ("Ana Rojas", "represents", "Andes Development Agency"),
    ),
    (
        "Ana Rojas (Head of AI Policy, Kwanza Bank) spoke.",
        ("Ana Rojas", "represents", "Kwanza Bank"),
    ),
    ("Kwanza Bank is betting on Peru, says its Lima head Ana Rojas.", ("Ana Rojas", "represents", "Kwanza Bank")),
    ("It is paid by Kwanza Bank, whose manager Ana Rojas flew in.", ("Ana Rojas", "represents", "Kwanza Bank")),
    ("Zambia's ICT minister Joe Phiri spoke.", ("Joe Phiri", "represents", "Zambia")),
    ("“Andesenergo” general director Joe Phiri spoke.", ("Joe Phiri", "represents", "Andesenergo")),
    ("The event was opened by Andes Freight director Mark Tallis.", ("Mark Tallis", "represents", "Andes Freight")),
    ("He met Cairns mayor Bob Hargreave.", ("Bob Hargreave", "represents", "Cairns")),
    (
        "The Ambassador of Peru to Minsk Saeed Zarei, and Minister of Trade of Belarus, Ivan Kruglov met.",
        ("Saeed Zarei", "represents", "Peru"),
    ),
    (
        "The President received the Ambassador of the Republic of Korea to Mongolia Park Sung-ho.",
        ("Park Sung-ho", "represents", "South Korea"),
    ),
    ("State Minister of Foreign Affairs of Japan TSUJI Kiyota spoke.", ("TSUJI Kiyota", "represents", "Japan")),
    (
        "Director General of Fisheries of Peru's Ministry of Agriculture Celestino Guterres spoke.",
        ("Celestino Guterres", "represents", "Ministry of Agriculture"),
    ),
    (
        "It was told by Zambia's Mines Secretary Ana Rojas, Andes Lumwana Country Manager Anthony Malenga and others.",
        ("Anthony Malenga", "represents", "Andes Lumwana"),
    ),
    (
        "Rev. Joe Phiri, General Secretary of the Andes Conference of Churches, prayed.",
        ("Joe Phiri", "represents", "Andes Conference of Churches"),
    ),
    (
        "It was signed by the head of consultancy & outreach initiative of the AND-run Nanak College Dr. Swati Pal.",
        ("Swati Pal", "represents", "Nanak College"),
    ),
    (
        "Joe Phiri, a senior professor in law at Delta University, spoke.",
        ("Joe Phiri", "represents", "Delta University"),
    ),
    (
        "Joe Phiri, Chairman and Executive Director, of Kwanza Bank Limited, spoke.",
        ("Joe Phiri", "represents", "Kwanza Bank Limited"),
    ),
    ("Joe Phiri, CEO and company chairman of Kwanza Bank, spoke.", ("Joe Phiri", "represents", "Kwanza Bank")),
    (
        "Ms. Ana Rojas, Country Manager for Peru, Chad and Ghana, Kwanza Bank, spoke.",
        ("Ana Rojas", "represents", "Kwanza Bank"),
    ),
    ("Kwanza Bank vice president (corporate banking) Ms. Ana Rojas spoke.", ("Ana Rojas", "represents", "Kwanza Bank")),
    ("Ms. Ana Rojas – KADC member – spoke.", ("Ana Rojas", "represents", "KADC")),
    (
        "Turkmen Deputy Chairman of the Cabinet of Ministers Nurmuhammet Amanepes spoke.",
        ("Nurmuhammet Amanepes", "represents", "Cabinet of Ministers"),
    ),
    ("Siri Vikanes, adviser at Oslo Teacher College, spoke.", ("Siri Vikanes", "represents", "Oslo Teacher College")),
    (
        "Representatives from the Andes Wildlife Society, among them Dr. Joe Phiri, came.",
        ("Joe Phiri", "represents", "Andes Wildlife Society"),
    ),
    ("Director of Kazan Helicopters Alexei Belykh spoke.", ("Alexei Belykh", "represents", "Kazan Helicopters")),
    ("Prof. Ana Rojas, Director, IIT Doon, spoke.", ("Ana Rojas", "represents", "IIT Doon")),
    (
        "- Prof. Ana Rojas, Andes Agrarian University",
        ("Ana Rojas", "represents", "Andes Agrarian University"),
    ),
    (
        "Janet Mwale, a midwife at Delta General Hospital, spoke.",
        ("Janet Mwale", "represents", "Delta General Hospital"),
    ),
    ("Joe Phiri, biologist with the Delta Institute, spoke.", ("Joe Phiri", "represents", "Delta Institute")),
    ("Kwanza Bank fundraiser Rita Saab spoke.", ("Rita Saab", "represents", "Kwanza Bank")),
    (
        "Joe Phiri, whose firm Dala Agro exports flax, spoke.",
        ("Joe Phiri", "represents", "Dala Agro"),
    ),
    (
        "Under its director Ilona Kish, the Danube Cultural Centre has grown.",
        ("Ilona Kish", "represents", "Danube Cultural Centre"),
    ),
    (
        "Joe Phiri and Ana Rojas, both of the Delta Traders Association, left for Peru.",
        ("Joe Phiri", "represents", "Delta Traders Association"),
    ),
    (
        "Attending for the Bank of Mindanao were Ana Rojas and Joe Phiri.",
        ("Joe Phiri", "represents", "Bank of Mindanao"),
    ),
    ("From the Bank of Mindanao came Ana Rojas.", ("Ana Rojas", "represents", "Bank of Mindanao")),
    (
        "They were greeted by Joe Phiri for the Delta Ports Union.",
        ("Joe Phiri", "represents", "Delta Ports Union"),
    ),
    ("The commission's Zambian co-chair, Joe Phiri, spoke.", ("Joe Phiri", "represents", "Zambia")),
    ("Joe Phiri commands the Delta Marine Unit on the lake.", ("Joe Phiri", "represents", "Delta Marine Unit")),
    ("Signatories: Ana Rojas – Andes Chamber; Joe Phiri – Delta Union.", ("Ana Rojas", "represents", "Andes Chamber")),
    (
        "Present were Joe Phiri, chairman, and Ana Rojas, secretary, of the Delta Traders Union.",
        ("Joe Phiri", "represents", "Delta Traders Union"),
    ),
    (
        "They visited the Lima Exchange, where CEO Ana Rojas received them.",
        ("Ana Rojas", "represents", "Lima Exchange"),
    ),
    ("He met Eti Maden deputy general manager Serkan Keles.", ("Serkan Keles", "represents", "Eti Maden")),
    ("Peru's Special Envoy for the Horn, Ana Rojas, spoke.", ("Ana Rojas", "represents", "Peru")),
    ("The head of Nitra Region, Branislav Becik, spoke.", ("Branislav Becik", "represents", "Nitra Region")),
]
NOT_SAID: list[tuple[str, Said]] = [
    (
        "Zambia was represented by its Minister of Trade, Joe Phiri, and Peru by Ambassador Ana Rojas.",
        ("Ana Rojas", "represents", "Zambia"),
    ),
    ("Ana Rojas, a student at Delta University, sang.", ("Ana Rojas", "represents", "Delta University")),
    ("The Lima Post reporter Ana Rojas wrote this.", ("Ana Rojas", "represents", "Lima Post")),
    (
        "They met at the Lima Hotel, where Kwanza Bank chair Ana Rojas spoke.",
        ("Ana Rojas", "represents", "Lima Hotel"),
    ),
    (
        "The delegation, consisting of officials of Lima Dock Complex including Chairman Joe Phiri, left for Peru.",
        ("Dock Complex", "represents", "Lima Dock Complex"),
    ),
    (
        "Dr. Ana Rojas, Director, Andes Polytechnic, Tine Sorensen and Joe Phiri spoke.",
        ("Ana Rojas", "represents", "Tine Sorensen"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), FOUND, ids=[text[:40] for text, _ in FOUND])
def test_an_office_told_in_one_sentence(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), NOT_SAID, ids=[text[:40] for text, _ in NOT_SAID])
def test_an_office_is_nobody_elses(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)
