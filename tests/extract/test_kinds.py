"""What kind of thing a name names, by the signs around it."""

from __future__ import annotations

import pytest

from kg.extract.extractor import common_words, load_model
from kg.extract.naming.names import NameFinder
from kg.extract.text.lexicon import load_lexicon
from kg.gazetteer import load_gazetteer
from tests.extract.reading import article, kinds, names

PERSON, BODY, PLACE, EVENT = "Person", "Organization", "Place", "Event"

SIGNS = {
    "Dr. Amina Yusuf arrived.": {"Amina Yusuf": PERSON},
    "Minister Amina Yusuf arrived.": {"Amina Yusuf": PERSON},
    "Mr. Paris left early.": {"Paris": PERSON},
    "They met Vesna Petrović, Chief Economist of Kwanza Bank.": {"Vesna Petrović": PERSON, "Kwanza Bank": BODY},
    "The Ambassador of Serbia to Kazakhstan, Vesna Petrović, left.": {
        "Serbia": PLACE,
        "Kazakhstan": PLACE,
        "Vesna Petrović": PERSON,
    },
    "They praised the Ministry of Energy.": {"Ministry of Energy": BODY},
    "They praised Alma Tech, a subsidiary of Bolt Group.": {"Alma Tech": BODY, "Bolt Group": BODY},
    "They praised the firm Borealis.": {"Borealis": BODY},
    "They praised the mining firm Occident.": {"Occident": BODY},
    "Elm CEO Amina Yusuf left. They praised Elm.": {"Elm": BODY, "Amina Yusuf": PERSON},
    "They praised the Lobos Agency, led by Bahli Lahada.": {"Lobos Agency": BODY, "Bahli Lahada": PERSON},
    "They praised the mining major Sepik.": {"Sepik": BODY},
    "They praised the Lima-based Galpa.": {"Lima": PLACE, "Galpa": BODY},
    "They praised the carrier MSC.": {"MSC": BODY},
    "Drone Junction, a service provider, grew.": {"Drone Junction": BODY},
    "Rio Verde CEO Amina Yusuf left.": {"Rio Verde": BODY, "Amina Yusuf": PERSON},
    "They praised Zipla, Ampersand and Sepik Group.": {"Zipla": BODY, "Ampersand": BODY, "Sepik Group": BODY},
    "They praised Kazan, owned by Bolt Group.": {"Kazan": BODY, "Bolt Group": BODY},
    "They praised Kazan, a maker of pumps.": {"Kazan": BODY},
    "They praised Amina Yusuf, a bank manager.": {"Amina Yusuf": PERSON},
    "Sepik is a Dutch agency.": {"Sepik": BODY, "Dutch": "Demonym"},
    "They bought a stake in Sepik.": {"Sepik": BODY},
    "Boulder Word, based in Lima, left.": {"Boulder Word": BODY, "Lima": PLACE},
    "Kwanza Bank, Bolt Group, SK Tumen and Kitwe Ltd. signed it.": {
        "Kwanza Bank": BODY,
        "Bolt Group": BODY,
        "SK Tumen": BODY,
        "Kitwe Ltd.": BODY,
    },
    "Bolt Oil Company (Bolto) and Sepik signed it.": {"Bolt Oil Company": BODY, "Bolto": BODY, "Sepik": BODY},
    "They praised SungEel and NADRA.": {"SungEel": BODY, "NADRA": BODY},
    "They praised Lithium Australia.": {"Lithium Australia": BODY},
    "They praised the Embassy of Chad.": {"Embassy of Chad": BODY},
    "They opened the 4th Global Fisheries Forum.": {"4th Global Fisheries Forum": EVENT},
    "They opened the Lima Expo 2031.": {"Lima Expo 2031": EVENT},
    "The Bilateral Trade Mission left for Chile.": {"Bilateral Trade Mission": EVENT, "Chile": PLACE},
    "The UN Mission grew.": {"UN Mission": BODY},
    "They praised the National Assembly.": {"National Assembly": BODY},
    "They signed the Framework Agreement on Fisheries.": {"Framework Agreement on Fisheries": "Agreement"},
    "They met in Lima and Mombasa.": {"Lima": PLACE, "Mombasa": PLACE},
    "The Government of Kenya praised the Chinese Government.": {
        "Government of Kenya": PLACE,
        "Chinese Government": PLACE,
    },
    "They praised Kenyan exports.": {"Kenyan": "Demonym"},
    "They praised China-Kenya ties.": {},
    "They praised the IT and ICT of it.": {},
}


@pytest.mark.parametrize("text", SIGNS)
def test_signs(text: str) -> None:
    assert kinds(text) == SIGNS[text]


def test_a_country_is_known_by_its_government_and_its_adjective() -> None:
    found = {name.text: name.place for name in names("The Government of Kenya praised Peruvian and Dutch ports.")}
    assert {text: place and place.country for text, place in found.items()} == {
        "Government of Kenya": "KE",
        "Peruvian": "PE",
        "Dutch": "NL",
    }


def test_a_name_in_brackets_is_of_the_kind_before_it() -> None:
    (board, alias) = names("They praised the National Fisheries Board (Nafibo).")
    assert (alias.text, alias.kind, alias.alias_of) == ("Nafibo", board.kind, board.text)
    assert kinds("They praised Carlos Soto (Lima).")["Lima"] == PLACE


def test_what_is_listed_after_a_noun_for_bodies_is_a_body() -> None:
    assert set(kinds("They met companies such as Borealis, Martina Solar and Zenith Foods.").values()) == {BODY}


def test_what_looks_like_a_person_is_a_body_among_companies() -> None:
    assert set(kinds("They met Marina Duarte and Lina Mutiso.").values()) == {PERSON}
    assert set(kinds("They met companies such as Marina Duarte and Lina Mutiso.").values()) == {BODY}


def test_the_owner_of_a_body_is_the_country_before_it_or_in_its_name() -> None:
    text = "Kenya's Ministry of Trade, the Peruvian Ministry of Trade, the Ministry of Trade of Chad and Borealis."
    owners = [name.owner for name in names(f"They met {text}") if name.kind == BODY]
    assert owners == ["KE", "PE", "TD", None]


def test_the_same_words_name_the_same_kind_throughout() -> None:
    found = names("Sokoine met them.", "Minister Sokoine praised them.", "They thanked Sokoine.")
    assert {name.kind for name in found if name.text == "Sokoine"} == {PERSON}


def test_a_part_of_a_persons_name_is_that_person() -> None:
    found = kinds("Dr. Amina Lagos left.", "Lagos was tired.", "They met in Dakar.")
    assert found == {"Amina Lagos": PERSON, "Lagos": PERSON, "Dakar": PLACE}


def test_a_surname_that_opens_a_sentence_is_found_again() -> None:
    assert kinds("Dr. Amina Peters left.", "Peters was tired.")["Peters"] == PERSON
    assert "Peters" not in kinds("Peters was tired.") or kinds("Peters was tired.")["Peters"] != PERSON


def test_a_word_of_unclear_kind_is_what_the_clear_names_of_its_row_are() -> None:
    found = kinds("E-Plant, Kilimo Technology Company, ZTX and Tenwa took part.")
    assert (found["E-Plant"], found["Tenwa"]) == ("Organization", "Organization")
    assert kinds("Ana, Luis and the Kilimo Technology Company met.")["Luis"] == "Person"


def test_only_blocks_with_names_whose_kind_is_open_are_read_by_the_recogniser() -> None:
    nlp, lexicon = load_model(), load_lexicon()
    given = article("The Ministry of Trade of Peru signed it.", "Kamba Zuri signed it.")
    read: list[str] = []
    finder = NameFinder(lexicon, load_gazetteer(), common_words(nlp), lambda docs: read.extend(d.text for d in docs))
    finder.read(given.blocks, [nlp.make_doc(block.span.of(given.text)) for block in given.blocks])
    assert read == ["Kamba Zuri signed it."]
