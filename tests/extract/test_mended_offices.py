"""One text for each error that reading offices made once: whom people speak for, and whom they do not."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

FOUND: list[tuple[str, Said]] = [
    ("CEO of Andean Copper Diego Vial left.", ("Diego Vial", "represents", "Andean Copper")),
    (
        "Secretary of the Chamber of Commerce of Lima Roberto Salcedo left.",
        ("Roberto Salcedo", "represents", "Chamber of Commerce of Lima"),
    ),
    (
        "Head of the Department of Foreign Affairs of Da Nang City Tran Phuoc Son left.",
        ("Tran Phuoc Son", "represents", "Department of Foreign Affairs of Da Nang City"),
    ),
    ("President of Peru Belén Teva Ana María Rojas left.", ("Belén Teva Ana María Rojas", "represents", "Peru")),
    (
        "The president of the Peruvian Chamber of Commerce and Industry Ana Rojas left.",
        ("Ana Rojas", "represents", "Peruvian Chamber of Commerce and Industry"),
    ),
    ("Ana Rojas, a leading specialist of the Kwanza Fund, left.", ("Ana Rojas", "represents", "Kwanza Fund")),
    ("Kwanza Bank sub-governor Ana Rojas left.", ("Ana Rojas", "represents", "Kwanza Bank")),
    ("Ana Rojas, Governor, Kisumu County, left.", ("Ana Rojas", "represents", "Kisumu County")),
    ("It helped Sembra Foods. Its director, Luis Vega, left.", ("Luis Vega", "represents", "Sembra Foods")),
    ("They met the chief executive of Western Digital, Luis Vega.", ("Luis Vega", "represents", "Western Digital")),
    ("They met WHO Director Luis Vega. WHO Director Luis Vega left.", ("Luis Vega", "represents", "WHO")),
    (
        "Ana Rojas, Head of the Trade and NAFTA Office at the Kwanza Fund, left.",
        ("Ana Rojas", "represents", "Kwanza Fund"),
    ),
    ("The branch head of the office of Kwanza Textil Diego Vial left.", ("Diego Vial", "represents", "Kwanza Textil")),
    (
        "The head of the Lima regional branch of the Kwanza Fund, Ana Rojas, left.",
        ("Ana Rojas", "represents", "Kwanza Fund"),
    ),
    ("Governor of Guizhou Ana Rojas left.", ("Ana Rojas", "represents", "Guizhou")),
    ("Ana Rojas, Auditor General of Kenya, left.", ("Ana Rojas", "represents", "Kenya")),
    ("Italy's anti-mafia prosecutor Marco Serra left.", ("Marco Serra", "represents", "Italy")),
    ("Kwanza Bank office head Ana Rojas left.", ("Ana Rojas", "represents", "Kwanza Bank")),
    ("Kwanza Bank's deputy group CEO Ana Rojas left.", ("Ana Rojas", "represents", "Kwanza Bank")),
    ("Acme Bank's vice president for planning, Ana Rojas, left.", ("Ana Rojas", "represents", "Acme Bank")),
    (
        "The Lima Export Agency (LEA) director Ana Rojas left.",
        ("Ana Rojas", "represents", "Lima Export Agency"),
    ),
    ("Peru's Investment, Industry and Trade Minister Ana Rojas left.", ("Ana Rojas", "represents", "Peru")),
    (
        "The presidents of Brazil, Chad and Angola, Luis Vega, Idriss Ali and Ana Rojas, left.",
        ("Idriss Ali", "represents", "Chad"),
    ),
    ("The negotiators were Ana Rojas for Peru and Omar Diallo for Chad.", ("Ana Rojas", "represents", "Peru")),
    (
        "The head of the trade section at the Embassy of Peru, Ana Rojas, left.",
        ("Ana Rojas", "represents", "Embassy of Peru"),
    ),
    (
        "Ana Rojas, Head of Trade Finance, Acme Bank; Luis Vega, Director, Zambia Bank, left.",
        ("Ana Rojas", "represents", "Acme Bank"),
    ),
    (
        "Sembra Foods will dig in Chad. The mining firm's boss, Omar Diallo, left.",
        ("Omar Diallo", "represents", "Sembra Foods"),
    ),
    ("Chief Executive Ana Rojas of the Peruvian ports firm Sembra left.", ("Ana Rojas", "represents", "Sembra")),
    (
        "Luis Vega, a hydrologist, left with Professor Ana Rojas at Delta University.",
        ("Ana Rojas", "represents", "Delta University"),
    ),
    (
        "Shakeel Amin, Chief Secretary to the Government of Balochistan, left.",
        ("Shakeel Amin", "represents", "Balochistan"),
    ),
    ("It was signed by Ana Rojas for Acme Bank.", ("Ana Rojas", "represents", "Acme Bank")),
    ("The Seimas member Ana Rojas left.", ("Ana Rojas", "represents", "Seimas")),
    (
        "Omar Diallo, Ambassador Extraordinary and Plenipotentiary of the Republic of Chad to Peru, left.",
        ("Omar Diallo", "represents", "Chad"),
    ),
    ("Luis Vega, Mayor of Port Vila, left.", ("Luis Vega", "represents", "Port Vila")),
    ("The mayor of Lima Ana Flores and the CEO of Acme Bank left.", ("Ana Flores", "represents", "Lima")),
    (
        "Deputy Chairman of the Cabinet of Ministers of the Kyrgyz Republic Berdi Sapar and Minister Ana Rojas left.",
        ("Berdi Sapar", "represents", "Cabinet of Ministers of the Kyrgyz Republic"),
    ),
    (
        "Omar Diallo, Vice President of the Chadian Association for Friendship with Foreign Countries, left.",
        ("Omar Diallo", "represents", "Chadian Association for Friendship with Foreign Countries"),
    ),
    ("Minister of Trade of Peru H E Luis Vega left.", ("Luis Vega", "represents", "Peru")),
    ("It was signed by H. E. Omar Diallo, Ambassador of Chad.", ("Omar Diallo", "represents", "Chad")),
    ("Mr. Luis Vega - Ambassador of the Federal Republic of Germany", ("Luis Vega", "represents", "Germany")),
    ("Ana Rojas, Ambassador of the Republic of Italy in Lima, left.", ("Ana Rojas", "represents", "Italy")),
    (
        "Saudi Ambassador to Kuwait Prince Sultan bin Fahd spoke.",
        ("Prince Sultan bin Fahd", "represents", "Saudi Arabia"),
    ),
    ("They met King Olaf VII of Norway.", ("King Olaf VII", "represents", "Norway")),
    (
        "Ana Rojas met the ministers of Chad, Omar Diallo; Peru, Luis Vega; and Kenya, Joe Phiri.",
        ("Joe Phiri", "represents", "Kenya"),
    ),
    (
        "He met the Prime Ministers of Chad Omar Diallo, Kazakhstan Anvar Sagintov and Peru Luis Vega.",
        ("Anvar Sagintov", "represents", "Kazakhstan"),
    ),
    (
        "Presidents Joe Phiri and Omar Diallo of Guinea-Bissau led the talks.",
        ("Omar Diallo", "represents", "Guinea-Bissau"),
    ),
    (
        "Kenya's Cabinet Secretaries Dr Joe Phiri (Interior) and Amb Ana Rojas (Trade) spoke.",
        ("Ana Rojas", "represents", "Kenya"),
    ),
    ("Andes Senate President Pro Tempore Luis Vega spoke.", ("Luis Vega", "represents", "Andes Senate")),
    (
        "Joe Phiri the Deputy Commanding General for the Andes Task Force spoke.",
        ("Joe Phiri", "represents", "Andes Task Force"),
    ),
    ("The Mayor of the City of Dakar, Mrs. Ana Rojas, spoke.", ("Ana Rojas", "represents", "Dakar")),
    (
        "It was signed by Luis Vega, Chairman, Andes Towns International, and Ana Rojas.",
        ("Luis Vega", "represents", "Andes Towns International"),
    ),
    (
        "Present was Secretary to the Ministry of Foreign Affairs Aruna Wijeratne.",
        ("Aruna Wijeratne", "represents", "Ministry of Foreign Affairs"),
    ),
    (
        "Deputy Chairman of the Cabinet of Ministers of Tajikistan Emin Rahmonov spoke.",
        ("Emin Rahmonov", "represents", "Cabinet of Ministers of Tajikistan"),
    ),
    (
        "High Representative of the EU for Foreign Affairs and Security Policy H E Luis Vega spoke.",
        ("Luis Vega", "represents", "EU"),
    ),
    (
        "The Secretary-General of the Cooperation Council for the Andes States (CCA) H E Luis Vega spoke.",
        ("Luis Vega", "represents", "Cooperation Council for the Andes States"),
    ),
    (
        "Victor Nguema, minister of Agriculture, Animal Husbandry and Food of Gabon, spoke.",
        ("Victor Nguema", "represents", "Gabon"),
    ),
    ("The deputy Consul-General of Peru Ana Rojas spoke.", ("Ana Rojas", "represents", "Peru")),
    ("Andes Science Faculty Dean Prof Dr Omar Diallo spoke.", ("Omar Diallo", "represents", "Andes Science Faculty")),
    ("Director External Linkages Dr Sara Khan of Kwanza Bank spoke.", ("Sara Khan", "represents", "Kwanza Bank")),
    ("Omar Diallo, who heads the operator Kwanza Rail, spoke.", ("Omar Diallo", "represents", "Kwanza Rail")),
    ("Ana Rojas, a member of the Hungarian delegation, spoke.", ("Ana Rojas", "represents", "Hungary")),
    (
        "The Uruguayan trade mission led by Vice Minister Luis Vega arrived in Dakar.",
        ("Luis Vega", "represents", "Uruguay"),
    ),
    (
        "The accord was signed from the Uzbek side by Minister Anvar Karimov.",
        ("Anvar Karimov", "represents", "Uzbekistan"),
    ),
    (
        "Present were the Vice-Chancellor of Durban College, Prof Ana Rojas, and the Registrar, Mr Joe Phiri.",
        ("Joe Phiri", "represents", "Durban College"),
    ),
    (
        "Durban College hosted them. The rector of the college, Prof Ana Rojas, spoke.",
        ("Ana Rojas", "represents", "Durban College"),
    ),
    (
        "Zambian President Joe Phiri, in his role as Andes League Chair, spoke.",
        ("Joe Phiri", "represents", "Andes League"),
    ),
    (
        "Ministers Joe Phiri (Finance) and Ana Rojas (Trade) of Kenya spoke.",
        ("Joe Phiri", "represents", "Kenya"),
    ),
    ("Prime Ministers Joe Phiri (Kenya) and Ana Rojas (Peru) spoke.", ("Ana Rojas", "represents", "Peru")),
    ("Deputy Ministers of Trade of Peru Ana Rojas and Luis Vega spoke.", ("Luis Vega", "represents", "Peru")),
    ("The presidents of Kenya and Peru, Joe Phiri and Ana Rojas, met.", ("Ana Rojas", "represents", "Peru")),
    (
        "The governors of the Cusco and Puno regions, Joe Phiri and Ana Rojas, respectively, met.",
        ("Ana Rojas", "represents", "Puno"),
    ),
    ("Joe Phiri and Ana Rojas, foreign ministers of Kenya and Peru, met.", ("Joe Phiri", "represents", "Kenya")),
    (
        "Omar Diallo of Chad met his Kenyan and Peruvian counterparts, Joe Phiri and Ana Rojas.",
        ("Joe Phiri", "represents", "Kenya"),
    ),
    (
        "The heads of Kwanza University and Durban College, Joe Phiri and Ana Rojas, spoke.",
        ("Ana Rojas", "represents", "Durban College"),
    ),
    ("Joe Phiri, adviser to the President of Kenya, spoke.", ("Joe Phiri", "represents", "Kenya")),
    ("Joe Phiri (Minister of Trade, Kenya) spoke.", ("Joe Phiri", "represents", "Kenya")),
    ("Premier Joe Phiri, who is also Minister of Trade of Kenya, spoke.", ("Joe Phiri", "represents", "Kenya")),
    ("The Minister-Counselor of Kwanza Embassy Joe Phiri spoke.", ("Joe Phiri", "represents", "Kwanza Embassy")),
]
COUNTRIES: list[tuple[str, Said]] = [
    (
        "Serbia's envoy is in Kazakhstan. Minister of Trade of Serbia Dragan Ilic met Prime Minister Alma Bekova.",
        ("Alma Bekova", "represents", "Kazakhstan"),
    ),
    (
        "New Zealand's minister Jane Doyle visited Samoa to meet with Prime Minister Sina Leota.",
        ("Sina Leota", "represents", "Samoa"),
    ),
    (
        "Prime Minister Arun Mehta's visit to Guyana deepened the ties of India and Guyana.",
        ("Arun Mehta", "represents", "India"),
    ),
    (
        "President Joe Phiri of Kenya was accompanied to the talks by Trade Minister Ana Rojas. Chad sent experts.",
        ("Ana Rojas", "represents", "Kenya"),
    ),
    (
        "Foreign Minister Chen Bo came to Peru. The Chinese Foreign Minister left Peru for Chad.",
        ("Chen Bo", "represents", "China"),
    ),
]
NOT_SAID: list[tuple[str, Said]] = [
    (
        "The Danish Minister of Trade and the Minister of Mines of Ghana, Joe Phiri, met.",
        ("Joe Phiri", "represents", "Denmark"),
    ),
    (
        "Ana Rojas of the Navy of Peru, and Admiral Kang Min, Chief of Naval Operations of Korea, left.",
        ("Kang Min", "represents", "Navy of Peru"),
    ),
    (
        "For Peru it is a first: the treaty was signed by President Omar Diallo of Chad.",
        ("Omar Diallo", "represents", "Peru"),
    ),
    ("The Minister of Trade of Chad met with Tevfik Ahmed Bozkır.", ("Ahmed Bozkır", "represents", "Tevfik")),
    ("Prime Minister Fiame Naomi Lelei left.", ("Naomi Lelei", "represents", "Fiame")),
    ("The presidents of Kenya and Peru, Joe Phiri and Ana Rojas, met.", ("Ana Rojas", "represents", "Kenya")),
    ("Cabinet Secretaries Joe Phiri (Treasury) and Ana Rojas spoke.", ("Joe Phiri", "represents", "Treasury")),
    ("Joe Phiri, Minister for ASEAN Affairs, spoke.", ("Joe Phiri", "represents", "ASEAN Affairs")),
    ("Ambassador Rojas of Kenya's embassy heard of Chad's plans.", ("Rojas", "represents", "Chad")),
    ("Present were the Ambassador of Oman, Omar Saleh, and Senator Ana Rojas.", ("Ana Rojas", "represents", "Oman")),
    (
        "Ambassador Luis Vega, who speaks for the Andes Space Agency, visited Mexico. Mexico City was hot.",
        ("Luis Vega", "represents", "Mexico"),
    ),
    (
        "Joe Phiri, Director of the Andes Agency at the Kwanza Bank, spoke.",
        ("Joe Phiri", "represents", "Kwanza Bank"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), FOUND, ids=[text[:40] for text, _ in FOUND])
def test_an_office_tells_whom_its_holder_represents(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), COUNTRIES, ids=[text[:40] for text, _ in COUNTRIES])
def test_the_country_that_an_office_leaves_out_is_told_by_the_rest(
    extractor: StandardExtractor, text: str, fact: Said
) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), NOT_SAID, ids=[text[:40] for text, _ in NOT_SAID])
def test_an_office_is_not_held_where_the_text_does_not_say_so(
    extractor: StandardExtractor, text: str, fact: Said
) -> None:
    assert fact not in said(extractor, text)
