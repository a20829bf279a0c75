"""Who holds which office in which body, and whom that makes them speak for."""

from __future__ import annotations

import pytest

from kg.model import Extractor
from tests.extract.reading import ends, pairs, said

RUTH, SOTO, VESNA, BANK = "Ruth Kilonzo", "Carlos Soto", "Vesna Petrović", "Kwanza Bank"

REPRESENT = {
    "before the name": ("They met Kwanza Bank Managing Director Ruth Kilonzo.", {(RUTH, BANK)}),
    "after the name": ("Ruth Kilonzo, Managing Director of Kwanza Bank, left.", {(RUTH, BANK)}),
    "in brackets": ("They met Ruth Kilonzo (Managing Director of Kwanza Bank).", {(RUTH, BANK)}),
    "with is": ("Ruth Kilonzo is the Chief Executive of Kwanza Bank.", {(RUTH, BANK)}),
    "with its": ("Kwanza Bank, led by its Managing Director, Ruth Kilonzo, praised Lima.", {(RUTH, BANK)}),
    "with its, no comma": ("Kwanza Bank is led by its Chairman Ruth Kilonzo.", {(RUTH, BANK)}),
    "and its": ("Kwanza Bank and its Managing Director Ruth Kilonzo praised Lima.", {(RUTH, BANK)}),
    "body behind the name": ("They met Rector Ruth Kilonzo of the University of Lima.", {(RUTH, "University of Lima")}),
    "possessive": ("They met Kwanza Bank's Managing Director Ruth Kilonzo.", {(RUTH, BANK)}),
    "no office": ("Kwanza Bank's Ruth Kilonzo left.", {(RUTH, BANK)}),
    "unit and body": (
        "They met Ruth Kilonzo, Chief Economist at the SDG Support Unit, Ministry of Planning.",
        {(RUTH, "SDG Support Unit"), (RUTH, "Ministry of Planning")},
    ),
    "represented by": (
        "Kwanza Bank, represented by Ruth Kilonzo, signed an agreement with Zenith Insurance.",
        {(RUTH, BANK)},
    ),
    "signed for": (
        "The agreement with Zenith Insurance was signed for Kwanza Bank by Ruth Kilonzo.",
        {(RUTH, BANK)},
    ),
    "two offices": (
        "Ruth Kilonzo, President of Kwanza Bank and Chair of Zenith Insurance, left.",
        {(RUTH, BANK), (RUTH, "Zenith Insurance")},
    ),
    "former": ("Ruth Kilonzo, former President of Kwanza Bank, left.", set()),
    "minister": ("Kenya's Minister of Trade Ruth Kilonzo left.", {(RUTH, "Kenya")}),
    "demonym": ("They met Kenyan Trade Minister Ruth Kilonzo.", {(RUTH, "Kenya")}),
    "minister of a country behind": ("They met Ruth Kilonzo, the Minister for Trade of Kenya.", {(RUTH, "Kenya")}),
    "mayor": ("They met Ruth Kilonzo, Mayor of Mombasa.", {(RUTH, "Mombasa")}),
    "ambassador": ("The Ambassador of Serbia to Kazakhstan, Vesna Petrović, left.", {(VESNA, "Serbia")}),
    "ambassador, short": ("They met Serbian Ambassador to Kenya Vesna Petrović.", {(VESNA, "Serbia")}),
    "chargé": ("Peru's chargé d'affaires in Kenya, Vesna Petrović, left.", {(VESNA, "Peru")}),
    "engineer": ("They met Vesna Petrović, a Chilean engineer.", set()),
    "counterpart": (
        "Kenya's Trade Minister Ruth Kilonzo met her Peruvian counterpart Carlos Soto.",
        {(RUTH, "Kenya"), (SOTO, "Peru")},
    ),
    "plural": (
        "Foreign Ministers Agron Hoxha of Albania and Karim Ziani of Algeria met in Tirana.",
        {("Agron Hoxha", "Albania"), ("Karim Ziani", "Algeria")},
    ),
    "a row of ministers": (
        "President of Iran Darius Kia, Energy Minister Reza Moin and Oil Minister Ali Sadr visited Baku.",
        {("Darius Kia", "Iran"), ("Reza Moin", "Iran"), ("Ali Sadr", "Iran")},
    ),
}


@pytest.mark.parametrize("case", REPRESENT)
def test_whom_people_speak_for(case: str, extractor: Extractor) -> None:
    text, expected = REPRESENT[case]
    assert ends(said(extractor, text), "represents") == expected


def test_a_unit_is_part_of_the_body_named_after_it(extractor: Extractor) -> None:
    text = "They met Ruth Kilonzo, Chief Economist at the SDG Support Unit, Ministry of Planning."
    assert ends(said(extractor, text), "partOf") == {("SDG Support Unit", "Ministry of Planning")}


def test_a_minister_without_a_country_is_of_the_chief_country_that_has_no_other(extractor: Extractor) -> None:
    story = "Kenya and Peru agreed on trade. Kenya's Foreign Minister Ruth Kilonzo met Foreign Minister Carlos Soto. "
    found = ends(said(extractor, story + "Kenya praised Peru."), "represents")
    assert found == {(RUTH, "Kenya"), (SOTO, "Peru")}


def test_who_signs_for_a_country_binds_the_country(extractor: Extractor) -> None:
    text = "Ruth Kilonzo, on behalf of the Government of Kenya, signed the agreement with Peru."
    assert pairs(said(extractor, text), "signedAgreementWith") == {frozenset(("Kenya", "Peru"))}


def test_an_office_stands_for_the_one_who_holds_it(extractor: Extractor) -> None:
    story = "Mongolia's Trade Minister Bat Bold met Kenya's Energy Minister Ruth Kilonzo. "
    found = said(extractor, story + "The Mongolian Trade Minister visited Mombasa. The Energy Minister visited Lima.")
    assert ends(found, "visited") == {("Bat Bold", "Mombasa"), (RUTH, "Lima")}


def test_an_ambassador_serves_at_the_mission_that_the_article_names(extractor: Extractor) -> None:
    text = "Serbian Ambassador Vesna Petrović left early. They praised the Embassy of Serbia in Nairobi."
    assert ends(said(extractor, text), "represents") == {(VESNA, "Serbia"), (VESNA, "Embassy of Serbia")}


def test_a_minister_speaks_for_the_ministry_of_the_field_and_country(extractor: Extractor) -> None:
    text = "Kenya's Minister for Energy Ruth Kilonzo left. They met Kenya's Ministry of Energy and Chad's."
    assert ends(said(extractor, text), "represents") == {(RUTH, "Kenya"), (RUTH, "Ministry of Energy")}
