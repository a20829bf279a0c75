"""What words other than names stand for, and what the row of words tells of bodies and places."""

from __future__ import annotations

import pytest

from kg.model import Extractor
from tests.extract.reading import Said, article, ends, pairs, said

BANK, ZENITH, RUTH, SOTO, AMINA = "Kwanza Bank", "Zenith Insurance", "Ruth Kilonzo", "Carlos Soto", "Amina Yusuf"

POINTING: dict[str, set[tuple[str, str]]] = {
    "Kwanza Bank and Zenith Insurance left. The two companies visited Lima.": {(BANK, "Lima"), (ZENITH, "Lima")},
    "Ruth Kilonzo and Amina Yusuf left. They visited Lima.": {(RUTH, "Lima"), (AMINA, "Lima")},
    "Ruth Kilonzo left Dakar. She visited Lima.": {(RUTH, "Lima")},
    "Ruth Kilonzo met Carlos Soto. She visited Lima.": {(RUTH, "Lima")},
    "The National Fisheries Board left. The Board visited Lima.": {("National Fisheries Board", "Lima")},
    "Kwanza Bank said that it had visited Lima.": {(BANK, "Lima")},
    "A Kenyan delegation visited Lima.": {("Kenya", "Lima")},
    "A delegation of Kwanza Bank visited Lima.": {(BANK, "Lima")},
    "A delegation of Kwanza Bank led by Ruth Kilonzo visited Lima.": {(BANK, "Lima"), (RUTH, "Lima")},
    "They visited Lima.": set(),
    "The two companies visited Lima.": set(),
    "A board visited Lima.": set(),
}


@pytest.mark.parametrize("text", POINTING)
def test_descriptions_and_pronouns(text: str, extractor: Extractor) -> None:
    assert ends(said(extractor, text), "visited") == POINTING[text]


def test_the_two_countries_are_those_that_the_article_names_most(extractor: Extractor) -> None:
    text = "Kenya praised Peru. Peru praised Kenya and Chad. The two countries signed an agreement."
    assert pairs(said(extractor, text), "signedAgreementWith") == {frozenset(("Kenya", "Peru"))}
    unclear = "Kenya praised Peru and Chad. The two countries signed an agreement."
    assert pairs(said(extractor, unclear), "signedAgreementWith") == set()


def test_we_is_the_body_of_who_speaks(extractor: Extractor) -> None:
    text = "Ruth Kilonzo, Chair of Kwanza Bank, said that we signed an agreement with Zenith Insurance."
    assert pairs(said(extractor, text), "signedAgreementWith") == {frozenset((BANK, ZENITH))}


LOCATED: dict[str, set[tuple[str, str]]] = {
    "Kwanza Bank is based in Lima.": {(BANK, "Lima")},
    "They praised the Embassy of Chad in Lima.": {("Embassy of Chad", "Lima")},
    "They praised the Consulate General of Peru, Agadir.": {("Consulate General of Peru, Agadir", "Agadir")},
    "They praised the Chinese city of Shenzhen.": {("Shenzhen", "China")},
    "At Kwanza Bank's headquarters in Lusaka they rested.": {(BANK, "Lusaka")},
    "They praised the Dutch firm Waterloop.": {("Waterloop", "Netherlands")},
    "They praised Kenya's Ministry of Trade.": {("Ministry of Trade", "Kenya")},
    "Kwanza Bank praised Lima.": set(),
    "Kwanza Bank opened a branch in Lima.": set(),
}


@pytest.mark.parametrize("text", LOCATED)
def test_where_bodies_are(text: str, extractor: Extractor) -> None:
    assert ends(said(extractor, text), "locatedIn") == LOCATED[text]


PARTS: dict[str, set[tuple[str, str]]] = {
    "They praised Gezira University's Faculty of Medicine.": {("Faculty of Medicine", "Gezira University")},
    "They praised the Law Faculty of the University of Lima.": {("Law Faculty", "University of Lima")},
    "They praised the University of Lima and the Faculty of Law.": set(),
}


@pytest.mark.parametrize("text", PARTS)
def test_units_are_part_of_their_body(text: str, extractor: Extractor) -> None:
    assert ends(said(extractor, text), "partOf") == PARTS[text]


def test_two_countries_joined_by_a_hyphen_cooperate_only_in_joint_work(extractor: Extractor) -> None:
    expected: set[Said] = {("Kenya", "cooperatesWith", "Peru")}
    assert said(extractor, "They praised Kenya-Peru cooperation.") == expected
    assert said(extractor, "They praised the Kenya-Peru border.") == set()


SIGNED: dict[str, set[frozenset[str]]] = {
    "Kwanza Bank signed an agreement with Zenith Insurance.": {frozenset((BANK, ZENITH))},
    "Yesterday Kwanza Bank and Zenith Insurance signed an agreement.": {frozenset((BANK, ZENITH))},
    "An agreement between Kwanza Bank and Zenith Insurance was signed.": {frozenset((BANK, ZENITH))},
    "They witnessed the signing of an agreement between Kwanza Bank and Zenith Insurance.": {frozenset((BANK, ZENITH))},
    "Kwanza Bank proposed an agreement with Zenith Insurance.": set(),
    "Kwanza Bank signed a letter to Zenith Insurance.": set(),
    "Kwanza Bank met Zenith Insurance.": set(),
    "Ruth Kilonzo, Chair of Kwanza Bank, signed an agreement with Zenith Insurance.": {frozenset((BANK, ZENITH))},
}


@pytest.mark.parametrize("text", SIGNED)
def test_signing_binds_the_bodies(text: str, extractor: Extractor) -> None:
    assert pairs(said(extractor, text), "signedAgreementWith") == SIGNED[text]


def test_an_agreement_is_a_thing_with_its_parties_and_who_held_the_pen(extractor: Extractor) -> None:
    text = "Ruth Kilonzo, Chair of Kwanza Bank, signed an agreement with Zenith Insurance."
    extraction = extractor.extract(article(text))
    labels = {r.key: r.label for r in extraction.referents}
    (node,) = [r for r in extraction.referents if r.type == "Agreement"]
    roles = {(s.predicate, labels[str(s.object)]) for s in extraction.statements if s.subject == node.key}
    assert roles == {("party", BANK), ("party", ZENITH), ("signatory", RUTH)}
    assert not any(s.object == node.key for s in extraction.statements)
