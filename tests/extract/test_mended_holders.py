"""One text for each error that reading who holds which office made once: brackets, nouns for bodies, members."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import ends, said

FOUND: list[tuple[str, str, str]] = [
    (
        "Ana Rojas, Additional Secretary (Medical Services) to the Ministry of Health of Peru, signed.",
        "Ana Rojas",
        "Ministry of Health of Peru",
    ),
    ("Chad's Minister of State (Water Resources) Joe Phiri visited Lima.", "Joe Phiri", "Chad"),
    ("Peru's Minister of Foreign Affairs and Worship (MFAW), Ana Rojas, left.", "Ana Rojas", "Peru"),
    (
        "Delta University hosted the guests on Monday. The university's rector, Ana Rojas, opened the talks.",
        "Ana Rojas",
        "Delta University",
    ),
    ("Kwanza Bank opened a branch. The bank's CEO Luis Vega cut the ribbon.", "Luis Vega", "Kwanza Bank"),
    ("Kenya and Peru held talks in Lima. Joe Mutua, the country's ambassador to Peru, spoke.", "Joe Mutua", "Kenya"),
    ("Drake Marine's chairman, Khalid Said Omar, will chair the new company.", "Khalid Said Omar", "Drake Marine"),
    (
        "The Peruvian side was headed by the minister of trade, HE Ana Rojas; the minister of state for energy, "
        "HE Luis Vega; and the ambassador, Marta Gil.",
        "Luis Vega",
        "Peru",
    ),
    ("President BUET Dr Anwar Karim signed the MoU.", "Anwar Karim", "BUET"),
    ("Dean Faculty of Law Prof Dr Salim Haidar was present.", "Salim Haidar", "Faculty of Law"),
    ("Chairman Board of Investment Luis Vega met the delegation.", "Luis Vega", "Board of Investment"),
    (
        "The Deputy Chairman of the Chad-Peru Chamber of Commerce (CPCC) - Mr. Joe Phiri met the guests.",
        "Joe Phiri",
        "Chad-Peru Chamber of Commerce",
    ),
    ("The Ambassador of Japan to the Republic of Fiji, Tuvalu and Nauru H.E. Ren Ito spoke.", "Ren Ito", "Japan"),
    ("The Ambassador of Peru to Kenya, Uganda and Rwanda, Ana Rojas, arrived.", "Ana Rojas", "Peru"),
    ("Mayor of Gunsan City, South Korea Kim Byung-su spoke.", "Kim Byung-su", "Gunsan City"),
    ("The Governor of Russia's Omsk Region Yuri Karpov spoke.", "Yuri Karpov", "Omsk Region"),
    ("Foreign Ministers Ana Rojas, of Peru, and Joe Phiri, of Zambia, presided.", "Joe Phiri", "Zambia"),
    ("Foreign Ministers Ana Rojas and Joe Phiri, from Peru and Zambia, respectively, spoke.", "Joe Phiri", "Zambia"),
    ("The Prime Minister of Chad and PM Modi Singh of India agreed on it.", "Modi Singh", "India"),
    ("The Foreign Minister of the Italian Republic, HE Luigi Di Marco, left.", "Luigi Di Marco", "Italy"),
    ("The Ambassador of Bangladesh to Oman, MD. ZIAUL HAQUE, was there.", "MD. ZIAUL HAQUE", "Bangladesh"),
    (
        "The executive secretary of the Sahel Alliance, Ibrahim ag Mohamed, signed.",
        "Ibrahim ag Mohamed",
        "Sahel Alliance",
    ),
    (
        "The Speaker of the Transitional Assembly of Burkina Faso, Dr. Ousmane Bougou, left.",
        "Ousmane Bougou",
        "Transitional Assembly of Burkina Faso",
    ),
    ("Kenyan Embassy CDA Ruth Atieno attended.", "Ruth Atieno", "Kenyan Embassy"),
    (
        "Ana Rojas, representative of the Latin American and Caribbean Space Agency, spoke.",
        "Ana Rojas",
        "Latin American and Caribbean Space Agency",
    ),
    (
        "Joe Phiri, Permanent Secretary, Ministry of Education, Labour and Customer Services, attended.",
        "Joe Phiri",
        "Ministry of Education, Labour and Customer Services",
    ),
    (
        "Ana Rojas, Head of the International Collaboration and Networking Section, took part.",
        "Ana Rojas",
        "International Collaboration and Networking Section",
    ),
    (
        "Ana Rojas, Director of the Institute for Research and Executive Education, spoke.",
        "Ana Rojas",
        "Institute for Research and Executive Education",
    ),
    ("Her guest was Antonia Arellano, Chile's Minister of Women and Gender Equity.", "Antonia Arellano", "Chile"),
    (
        "The guest was Jean Amougou, Director of the office of the Secretary General of the Andes Organization.",
        "Jean Amougou",
        "Andes Organization",
    ),
    (
        "The Foreign Minister, Ali Ghandi, received the Ambassadors of Chad, Malta and Albania. He told of Sudan's "
        "keenness.",
        "Ali Ghandi",
        "Sudan",
    ),
    (
        "Vice chancellor, Delta University (DU), Prof Alok Kumar Ray on Tuesday signed.",
        "Alok Kumar Ray",
        "Delta University",
    ),
    (
        "The speakers are Steve Killen, Institute for Economics; and Ana Rojas, Strategist, Kwanza Bank.",
        "Steve Killen",
        "Institute for Economics",
    ),
    (
        "Luis Vega, Chair of the Intergovernmental Panel on Forests, spoke.",
        "Luis Vega",
        "Intergovernmental Panel on Forests",
    ),
    ("The Vice Governor of Hyogo Prefecture Kazuo Kanazawa spoke.", "Kazuo Kanazawa", "Hyogo Prefecture"),
    ("Board of Investments Managing Head Lanie Dormido joined.", "Lanie Dormido", "Board of Investments"),
    ("The guests were Ngozi Okonta of Peru and Ajay Rao, Andes Bank Group President.", "Ajay Rao", "Andes Bank Group"),
    ("This is good, said Ken Ooi, chief of Singapore-based Sembra Energy.", "Ken Ooi", "Sembra Energy"),
    ("Ken Ooi, head of the Chinese company Dala Temir, spoke.", "Ken Ooi", "Dala Temir"),
    (
        "Tran Duc Binh, Deputy Secretary-General of ASEAN for Community and Corporate Affairs, came.",
        "Tran Duc Binh",
        "ASEAN",
    ),
    ("Bulgarian Ambassador in Cairo Deyan Katrachov was present.", "Deyan Katrachov", "Bulgaria"),
    (
        "Kenyan President Ana Rojas and her Chadian counterpart, President Idris Moussa, met in Nairobi.",
        "Idris Moussa",
        "Chad",
    ),
    (
        "The Zambian ambassador to Peru, Joe Phiri, said that President Ruth Moyo's vision had changed Zambia.",
        "Ruth Moyo",
        "Zambia",
    ),
    (
        "Fiji's Premier Sione Rabu arrived in Samoa on Monday. He was greeted by acting Deputy Prime Minister Ioane "
        "Leota.",
        "Ioane Leota",
        "Samoa",
    ),
    ("The Peruvian Head of State was joined by Prime Minister Alberto Quispe.", "Alberto Quispe", "Peru"),
    ("He sent greetings to the leader of Uzbekistan Shavkat Yusupov.", "Shavkat Yusupov", "Uzbekistan"),
    (
        "The Deputy Chairman of the Cabinet of Ministers of Chad Idris Moussa and Minister of Health Ana Deby spoke.",
        "Ana Deby",
        "Chad",
    ),
    ("He met Oyo Governor Brig (Retd) Dr Ben Misha at State House.", "Ben Misha", "Oyo"),
    (
        "It was chaired by Secretary General Yusuf Shamal, from the Jordanian side, and Minister Tarek Shaar from "
        "the Egyptian side.",
        "Tarek Shaar",
        "Egypt",
    ),
    ("Dr Hakan Ugar (Cardiologist, Andes Clinic Lima) gave a talk.", "Hakan Ugar", "Andes Clinic Lima"),
    ("Her Excellency Linda Duffel CMG, the British Ambassador to Chad, spoke.", "Linda Duffel", "United Kingdom"),
    (
        "He received from Mr Enrique Vigera, Letters of Credence accrediting him as the Ambassador of Spain.",
        "Enrique Vigera",
        "Spain",
    ),
    ("He received President of the Republic of Paraguay Santiago Pena.", "Santiago Pena", "Paraguay"),
    ("Chief Trade Negotiator of Thailand Auramon Sup spoke.", "Auramon Sup", "Thailand"),
    (
        "Nigeria's Minister of Trade, represented by the Permanent Secretary, Ambassador Nura Rimi, opened it.",
        "Nura Rimi",
        "Nigeria",
    ),
    ('"It opens doors," Sembra Energy CEO Wong Kim Yin said.', "Wong Kim Yin", "Sembra Energy"),
    ("He met Samoa's Head of State, His Highness Tuima Sualo II, on Monday.", "Tuima Sualo II", "Samoa"),
    ("For Kenya: Hon. Joe Mutua, Cabinet Secretary for Trade", "Joe Mutua", "Kenya"),
]
MEMBERS = [
    (
        "A delegation of Delta University consisting of rector N. I. Orlov, vice rector for studies S. V. Larin and "
        "head of the department of international relations G. N. Kamysheva took part in the talks."
    ),
    "Several executives from Delta University were there, including Dr. Sione Orlov, Vice President for Research; Dr. "
    "Mele Larin, Assistant to the President; and Ms. Ana Kamysheva, Registrar.",
    "Other members of the Delta University delegation were Prof. Abel Orlov, Dr. Obi Larin and Ana Kamysheva.",
]


@pytest.mark.parametrize(("text", "person", "body"), FOUND)
def test_whom_the_holder_of_an_office_represents(
    extractor: StandardExtractor, text: str, person: str, body: str
) -> None:
    found = ends(said(extractor, text), "represents")
    assert {end for subject, end in found if subject == person} >= {body}


@pytest.mark.parametrize("text", MEMBERS)
def test_those_named_as_a_bodys_party_represent_it(extractor: StandardExtractor, text: str) -> None:
    found = ends(said(extractor, text), "represents")
    assert {subject.split()[-1] for subject, end in found if end == "Delta University"} == {
        "Orlov",
        "Larin",
        "Kamysheva",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ana Rojas told of Chad's role as a partner for Peru.",
        "From the Uzbek side it was headed by Ana Rojas, from the Peruvian side – by Luis Vega.",
    ],
)
def test_what_is_said_of_others_gives_nobody_a_country(extractor: StandardExtractor, text: str) -> None:
    assert ("Ana Rojas", "Peru") not in ends(said(extractor, text), "represents")


def test_a_rector_in_a_row_is_of_no_company(extractor: StandardExtractor) -> None:
    found = ends(said(extractor, "Luis Vega, Director of Kwanza Bank, and the rector, Ana Rojas, spoke."), "represents")
    assert ("Ana Rojas", "Kwanza Bank") not in found
