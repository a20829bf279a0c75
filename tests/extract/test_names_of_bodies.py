"""Names of bodies of every make are whole, and known as bodies'; what only looks like one is none."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import kinds, said

BODIES = {
    "They praised the Ministry of Posts and Umrah.": "Ministry of Posts and Umrah",
    "They praised the Ministry of Statistics and Programme Review.": "Ministry of Statistics and Programme Review",
    "They praised the Ministry of Micro, Small and Medium Enterprises.": (
        "Ministry of Micro, Small and Medium Enterprises"
    ),
    "They praised the Ministry for Africa and Foreign Affairs.": "Ministry for Africa and Foreign Affairs",
    "They praised the Secretary of the Ministry of Energy and Mines Mr. Joe Phiri.": "Ministry of Energy and Mines",
    "They praised the Commonwealth Trade and Research Agency.": "Commonwealth Trade and Research Agency",
    "They praised the State Records and Archives Department.": "State Records and Archives Department",
    "They praised the Union of Guilds and Trade Unions of Chad.": "Union of Guilds and Trade Unions of Chad",
    "They praised the Commission for Africa and the Pacific.": "Commission for Africa and the Pacific",
    "They praised the Bank for Southern Trade.": "Bank for Southern Trade",
    "They praised the Royal Harbour Police.": "Royal Harbour Police",
    "They praised Sultan Amari University.": "Sultan Amari University",
    "They praised the King Amari Relief and Aid Centre.": "King Amari Relief and Aid Centre",
    "They praised the Baltic Economists Association.": "Baltic Economists Association",
    "They praised the Prime Minister's Office.": "Prime Minister's Office",
    "They praised the Baltic Court of Justice.": "Baltic Court of Justice",
    "They praised the director of the State Border Service.": "State Border Service",
    "They praised the Ministry of Health's Nursing Department.": "Ministry of Health",
    "They praised the Provincial Assembly of Kasai.": "Provincial Assembly of Kasai",
    "They praised the Geological Survey of Chad.": "Geological Survey of Chad",
    "They praised Konrad-Vogel-Stiftung.": "Konrad-Vogel-Stiftung",
    "They praised Umweltministerium Bremen.": "Umweltministerium Bremen",
    "They praised Doctors Without Borders.": "Doctors Without Borders",
    "They praised the World Economic Forum.": "World Economic Forum",
    "First Lobos Bank grew.": "First Lobos Bank",
    "They praised the First People's Hospital.": "First People's Hospital",
    "They praised the USP-managed Centre for Crops.": "Centre for Crops",
    "They praised the Faculty of Law of the Mexican school.": "Faculty of Law",
    "They praised the Turkish Electrical and Electronics Exporters' Association.": (
        "Turkish Electrical and Electronics Exporters' Association"
    ),
    "They praised the Peru-Chad Business Council of the Harbour Board.": "Peru-Chad Business Council",
    "They praised the Ministério da Agricultura, Pecuária e Abastecimento.": (
        "Ministério da Agricultura, Pecuária e Abastecimento"
    ),
    "Wing Bank grew.": "Wing Bank",
    "They praised Lobos Bank, Ltd. Elm has a share.": "Lobos Bank, Ltd.",
    "They praised the Agence française de développement.": "Agence française de développement",
    "They praised the president of the firm Lobos L&T Amina Yusuf.": "Lobos L&T",
    "Access Bank grew.": "Access Bank",
    "They praised Lobos S.p.A. and left.": "Lobos S.p.A.",
    "They praised Lobos A/S and left.": "Lobos A/S",
    "They praised Lobos (Pty) Ltd and left.": "Lobos (Pty) Ltd",
    "They praised PT Lobos Raya (Persero) and left.": "PT Lobos Raya (Persero)",
    "They praised eLobosi Foundation.": "eLobosi Foundation",
    "They praised Bursa Malaysia.": "Bursa Malaysia",
    "They praised the Ministry of Fisheries and the Blue Economy.": "Ministry of Fisheries and the Blue Economy",
    "They praised the Côte d’Ivoire Chamber of Trade.": "Côte d’Ivoire Chamber of Trade",
    "They praised Saudi Arabia’s Housing Fund.": "Housing Fund",
    "They praised the South African Power Pool.": "South African Power Pool",
    "They praised the Export Initiative of the Trade Administration.": "Trade Administration",
    "They praised the Superintendency of Banking.": "Superintendency of Banking",
    "They praised the Academy of Physics and Radioelectronics.": "Academy of Physics and Radioelectronics",
    "They praised the American University in Cairo.": "American University in Cairo",
    "People's Labour Party came.": "People's Labour Party",
    "They praised Lobos AG and left.": "Lobos AG",
    "They praised KTH Royal Institute of Arts.": "KTH Royal Institute of Arts",
    "They praised Group 42.": "Group 42",
    "They praised airLobos.": "airLobos",
    "They praised the CEO of Telecom Egypt.": "Telecom Egypt",
    "They praised the Head of Department of Physics.": "Department of Physics",
    "They praised Barrick Gold.": "Barrick Gold",
    "They thanked Zipline for its support.": "Zipline",
    "They visited Palantir.": "Palantir",
    "They praised Gulf Energy Development and left.": "Gulf Energy Development",
    "They praised Petra Energy and left.": "Petra Energy",
    "They praised Lobos Mining plc and left.": "Lobos Mining plc",
    "He worked at Alba.": "Alba",
    "They praised the Directorate-General for Trade.": "Directorate-General for Trade",
    "Engineers at BP came.": "BP",
    "Employees of Oracle came.": "Oracle",
    "Oracle grew. Employees of Oracle came.": "Oracle",
    "The contract was awarded to Hitachi.": "Hitachi",
    "Palantir and its partners came.": "Palantir",
    "A deal between Voith Hydro and Lobos Bank was made.": "Voith Hydro",
}


@pytest.mark.parametrize("text", BODIES)
def test_names_of_bodies_are_whole(text: str) -> None:
    assert kinds(text).get(BODIES[text]) == "Organization"


PEOPLE = ("Inzam-ul-Haq Sayeed", "K.P. Dharma Loi", "Sinéad O’Malley", "Kwadwo Asare", "Nguyen Van Loi")


@pytest.mark.parametrize("name", PEOPLE)
def test_names_of_people_of_all_peoples(name: str) -> None:
    assert kinds(f"{name} praised the road.").get(name) == "Person"


NO_BODIES = {
    "They praised the World Economic Forum Annual Meeting.": "World Economic Forum",
    "Peru hosted the World Youth Assembly.": "World Youth Assembly",
    "His Royal Highness Prince Amari came.": "Royal Highness Prince Amari",
    "Officials of Trade came.": "Trade",
    "Nguyen Van Loi came.": "Nguyen Van",
    "The Vice Provost (Mainland Affairs) came.": "Mainland Affairs",
    "It was signed by Noor-ul-Ain Sayeed and Ana Rojas.": "Noor-ul-Ain Sayeed",
    "It was signed by Sinéad O’Malley and Ana Rojas.": "Sinéad O’Malley",
    "He saw employees of the Bank.": "the Bank",
    "Representatives of Buddhism came.": "Buddhism",
    "A deal between Joe Phiri and Lobos Bank was made.": "Joe Phiri",
    "The Red Cross committee praised Prince Amari.": "Prince Amari",
}


@pytest.mark.parametrize("text", NO_BODIES)
def test_what_is_no_name_of_a_body(text: str) -> None:
    assert kinds(text).get(NO_BODIES[text]) != "Organization"


@pytest.mark.parametrize("text", ["CEO of", "Head of Department of", "Ministry of Health and the", "State"])
def test_texts_that_break_off_name_nothing_wrong(text: str) -> None:
    assert set(kinds(text).values()) <= {"Organization"}


def test_a_body_told_first_without_its_country_is_one_body(extractor: StandardExtractor) -> None:
    texts = ("Delta Bank has a partner.", "Delta Bank of Ghana met Fiji Airways. Joe Phiri leads Delta Bank.")
    assert ("Joe Phiri", "represents", "Delta Bank of Ghana") in said(extractor, *texts)


def test_of_two_bodies_told_with_their_countries_neither_is_the_one_without(extractor: StandardExtractor) -> None:
    texts = ("Joe Phiri leads the Ports Union.", "The Ports Union of Ghana met the Ports Union of Peru.")
    assert ("Joe Phiri", "represents", "Ports Union") in said(extractor, *texts)
