"""Names of bodies of every make are whole, and known as bodies'; what only looks like one is none."""

from __future__ import annotations

import pytest

from tests.extract.reading import kinds

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
    "Access Bank grew.": "Access Bank",
    "They praised Lobos S.p.A. and left.": "Lobos S.p.A.",
    "They praised Lobos A/S and left.": "Lobos A/S",
    "They praised Lobos (Pty) Ltd and left.": "Lobos (Pty) Ltd",
    "They praised PT Lobos Raya (Persero) and left.": "PT Lobos Raya (Persero)",
    "They praised eLobosi Foundation.": "eLobosi Foundation",
    "They praised Bursa Malaysia.": "Bursa Malaysia",
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


NO_BODIES = {
    "They praised the World Economic Forum Annual Meeting.": "World Economic Forum",
    "Peru hosted the World Youth Assembly.": "World Youth Assembly",
    "His Royal Highness Prince Amari came.": "Royal Highness Prince Amari",
    "Officials of Trade came.": "Trade",
    "He saw employees of the Bank.": "the Bank",
    "Representatives of Buddhism came.": "Buddhism",
    "A deal between Joe Phiri and Lobos Bank was made.": "Joe Phiri",
    "The Red Cross committee praised Prince Amari.": "Prince Amari",
}


@pytest.mark.parametrize("text", NO_BODIES)
def test_what_is_no_name_of_a_body(text: str) -> None:
    assert kinds(text).get(NO_BODIES[text]) != "Organization"
