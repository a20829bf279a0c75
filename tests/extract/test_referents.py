"""Which names of an article name one thing, and what it is called."""

from __future__ import annotations

import pytest

from kg.extract.reference.referents import Registry
from kg.extract.standard import StandardExtractor
from kg.extract.text.lexicon import load_lexicon
from kg.gazetteer import load_gazetteer
from tests.extract.reading import article, referent

SIGNED = "Kwanza Bank signed an agreement with {}."


def labels_of(extractor: StandardExtractor, kind: str, *paragraphs: str) -> set[tuple[str, ...]]:
    """The names of the things of that kind, each in the order of the alphabet."""
    extraction = extractor.extract(article(*paragraphs), everything=True)
    return {tuple(sorted(r.labels)) for r in extraction.referents if r.type == kind}


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("National Fisheries Board", "NFB"),
        ("National Board of Fisheries", "NBF"),
        ("Institute of Marine Research", "IMR"),
        ("University of Lima", "University"),
        ("Zenith Insurance Limited", "Zenith Insurance"),
        ("Lake Institute of Marine Research", "Lake Institute"),
    ],
)
def test_the_short_name_of_a_body(full: str, short: str, extractor: StandardExtractor) -> None:
    found = labels_of(extractor, "Organization", f"They praised the {full}. Later they left the {short}.")
    assert found == {tuple(sorted((full, short)))}
    assert referent(extractor.extract(article(SIGNED.format(f"the {full}"), f"They left the {short}.")), full)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("National Fisheries Board", "NFC"),
        ("University of Lima", "University of Dakar"),
        ("Kwanza Bank", "Kwanza Insurance"),
    ],
)
def test_bodies_that_only_look_alike(first: str, second: str, extractor: StandardExtractor) -> None:
    found = labels_of(extractor, "Organization", f"They praised the {first}. Later they left the {second}.")
    assert found == {(first,), (second,)}


def test_an_acronym_in_brackets_need_not_fit(extractor: StandardExtractor) -> None:
    found = labels_of(extractor, "Organization", "They praised the National Fisheries Board (Nafibo).", "Nafibo left.")
    assert found == {("Nafibo", "National Fisheries Board")}


def test_a_company_is_not_the_branch_that_is_named_after_it(extractor: StandardExtractor) -> None:
    found = labels_of(extractor, "Organization", "They praised Huawei.", "They praised Huawei Pakistan.")
    assert found == {("Huawei",), ("Huawei Pakistan",)}


def test_the_same_ministry_of_two_countries_is_two(extractor: StandardExtractor) -> None:
    text = "Kenya's Ministry of Trade signed an agreement with Peru's Ministry of Trade."
    found = [r for r in extractor.extract(article(text)).referents if r.type == "Organization"]
    assert [(r.label, r.hints["country"]) for r in found] == [("Ministry of Trade", "KE"), ("Ministry of Trade", "PE")]
    assert len({r.key for r in found}) == 2
    one = labels_of(extractor, "Organization", "Kenya's Ministry of Trade left.", "The Ministry of Trade returned.")
    assert one == {("Ministry of Trade",)}


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Ruth Kilonzo", "Ms. Kilonzo"),
        ("Liu Jianhua", "Lu Jianhua"),
        ("Asim Shahryar Husain", "Mr. Hussain"),
    ],
)
def test_the_names_of_a_person(full: str, short: str, extractor: StandardExtractor) -> None:
    found = labels_of(extractor, "Person", f"They met Dr. {full} in Lima.", f"Later they left {short} in Dakar.")
    assert found == {tuple(sorted((full, short.removeprefix("Ms. ").removeprefix("Mr. "))))}


@pytest.mark.parametrize("other", ["Mr. Amin Kilonzi", "Dr. Amina Kilonzo", "Mr. Kilo", "Dr. Ruth Mutiso"])
def test_other_people(other: str, extractor: StandardExtractor) -> None:
    found = labels_of(extractor, "Person", "They met Dr. Ruth Kilonzo in Lima.", f"Later they left {other} in Dakar.")
    assert len(found) == 2


def test_a_surname_of_two_is_the_one_named_last_before(extractor: StandardExtractor) -> None:
    text = ("Dr. Ruth Kilonzo left Lima.", "Dr. Amina Kilonzo visited Mombasa.", "Dr. Kilonzo rested.")
    assert labels_of(extractor, "Person", *text) == {("Ruth Kilonzo",), ("Amina Kilonzo", "Kilonzo")}


def test_a_country_has_its_names_and_the_usual_one_is_its_label(extractor: StandardExtractor) -> None:
    text = "The Republic of Kenya left. The Government of Kenya returned, and the Kenyan government praised Lima."
    extraction = extractor.extract(article(text), everything=True)
    kenya = referent(extraction, "Kenya")
    assert kenya.hints["iso"] == "KE"
    assert {"Republic of Kenya", "Government of Kenya"} <= set(kenya.labels)


def test_what_resolution_needs_to_know_is_hinted(extractor: StandardExtractor) -> None:
    text = "They praised the Embassy of Chad in Lima, the Consulate General of Peru, Agadir, and Kenya Power Group."
    found = {r.label: r.hints for r in extractor.extract(article(text), everything=True).referents}
    assert found["Embassy of Chad"]["sends"] == "TD"
    assert found["Consulate General of Peru, Agadir"]["sends"] == "PE"
    assert found["Consulate General of Peru, Agadir"]["seat"] == "Agadir"
    assert found["Kenya Power Group"]["country"] == "KE"
    assert found["Lima"]["country"] == "PE"


def test_mentions_tell_names_from_descriptions_and_pronouns(extractor: StandardExtractor) -> None:
    text = "Ruth Kilonzo, Chair of Kwanza Bank, visited Lima. She met Carlos Soto. The Chair left Lima."
    extraction = extractor.extract(article(text))
    mentions = [(m.form, m.span.of(text)) for m in referent(extraction, "Ruth Kilonzo").mentions]
    assert mentions == [("name", "Ruth Kilonzo"), ("pronoun", "She"), ("nominal", "The Chair")]


def test_things_alike_are_keyed_in_the_order_in_which_they_were_made() -> None:
    registry = Registry(load_lexicon(), load_gazetteer())
    made = [registry.new("Agreement", "MoU between Chad and Peru", 10) for _ in range(8)]
    keys = [registry.referents(made[::-1])[thing].key for thing in made]
    assert keys == [
        "Agreement:MoU between Chad and Peru",
        *(f"Agreement:MoU between Chad and Peru#{n}" for n in range(2, 9)),
    ]
