"""One story for each error that extraction made once about an event that several sentences tell of."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

SIGNED = (
    "The Lusaka Chamber of Trade and the Lima Trade Board signed a memorandum of understanding in Lusaka on Monday."
)
TOLD: list[tuple[str, Said]] = [
    (
        f"{SIGNED} Speaking on the occasion, Ana Rojas said trade would grow.",
        ("Ana Rojas", "spokeAt", "signing ceremony"),
    ),
    (f"{SIGNED} Speaking on the occasion, Ana Rojas said trade would grow.", ("signing ceremony", "heldIn", "Lusaka")),
    (
        f"{SIGNED} Speaking on the occasion, Ana Rojas praised it. Joe Phiri, on his part, thanked the Board.",
        ("Joe Phiri", "spokeAt", "signing ceremony"),
    ),
    (
        "Acme Bank and Kwanza Bank signed an agreement at a function in Lima. Those who were present included "
        "Ana Rojas, Joe Phiri and Luis Vega.",
        ("Joe Phiri", "attended", "function"),
    ),
    (
        "Chadian Trade Minister Joe Phiri met Peruvian Ambassador Ana Rojas in Lima. Officials of both sides attended "
        "the meeting.",
        ("Ana Rojas", "attended", "meeting between Joe Phiri and Ana Rojas"),
    ),
    (
        "The delegation called upon Rector Joe Phiri. Dean Ana Rojas and Registrar Ruth Kilonzo were also present on "
        "the occasion.",
        ("Ruth Kilonzo", "attended", "meeting"),
    ),
    (
        'President of Peru Luis Vega attended the opening of a trade fair called "Expo Andes 2023".',
        ("Luis Vega", "attended", "Expo Andes 2023"),
    ),
    (
        "A trade forum opened on Monday in Lima. The 2024 Peru-Chad Business Forum was hosted by Acme Bank.",
        ("2024 Peru-Chad Business Forum", "heldIn", "Lima"),
    ),
    (
        "Ana Rojas inaugurated the Lake Trade and Investment Forum 2023. She opened the forum in Lima.",
        ("Lake Trade and Investment Forum 2023", "heldIn", "Lima"),
    ),
    (
        "Prime Minister Joe Phiri was in Lima, Peru for the annual Lake Heads of Government meeting.",
        ("Joe Phiri", "attended", "annual Lake Heads of Government meeting"),
    ),
    (
        "President Luis Vega held talks with President Joe Phiri in Lima. They witnessed the signing of two pacts. "
        "Luis Vega was accompanied by Ana Rojas; the minister of energy, Ruth Kilonzo; and several other officials.",
        ("Ruth Kilonzo", "attended", "talks between Luis Vega and Joe Phiri"),
    ),
    ("The Lake Forum was held at the Serena Hotel.", ("Lake Forum", "heldIn", "Serena Hotel")),
    (
        "The forum was held in Lima. Ministers from Chile and Peru are participating in the sessions.",
        ("Chile", "attended", "forum"),
    ),
    ("The Lake Forum brought together officials from Chad, Peru and Chile.", ("Peru", "attended", "Lake Forum")),
    (
        "The Lake Forum brought together leaders of three localities, namely the provinces of Luzon and Leyte.",
        ("Leyte", "attended", "Lake Forum"),
    ),
    (
        "The Lake Forum was attended by Ministers of Foreign Affairs of Chad and Peru.",
        ("Peru", "attended", "Lake Forum"),
    ),
    (
        "On Monday Joe Phiri took part in an online meeting of universities with the head of the Board, Ana Rojas, and "
        "the administrator, Luis Vega.",
        ("Ana Rojas", "attended", "online meeting"),
    ),
    (
        "The signing ceremony was held in the presence of Ana Rojas, Vice President for Research; Joe Phiri, Assistant "
        "to the President; and Ruth Kilonzo, Head of the Section.",
        ("Joe Phiri", "attended", "signing ceremony"),
    ),
    (
        "Trade Minister Joe Phiri met Ambassador Ana Rojas on Monday. During the meeting, they spoke of trade. He also "
        "met Rector Luis Vega on Tuesday. Ruth Kilonzo attended the meeting.",
        ("Ruth Kilonzo", "attended", "meeting between Joe Phiri and Luis Vega"),
    ),
    (
        "Officials gathered for a meeting in Lima. Since their last meeting much has been done. Joe Phiri is also "
        "present at the meeting.",
        ("Joe Phiri", "attended", "meeting"),
    ),
    (
        "The Lake Forum was opened in Lima. It is a part of the Lake Summit. Ana Rojas spoke at the ceremony.",
        ("Ana Rojas", "spokeAt", "Lake Forum"),
    ),
    ("Ruth Kilonzo flew to Lima, where she attended the Lake Summit.", ("Lake Summit", "heldIn", "Lima")),
    ("Prime Minister Joe Phiri arrived in Lima to attend the Lake Summit.", ("Lake Summit", "heldIn", "Lima")),
    (
        "Ana Rojas attended the signing of a pact between Acme Bank and Kwanza Bank in Lima.",
        ("signing", "heldIn", "Lima"),
    ),
    ("Acme Bank signed a deal with Kwanza Bank during the Lake Forum.", ("Kwanza Bank", "attended", "Lake Forum")),
    (
        "Minister Ana Rojas, together with her Chinese counterpart Luis Vega, today opened the Lake Forum.",
        ("Luis Vega", "attended", "Lake Forum"),
    ),
    (
        "The Lake Forum was held in Lima. In her welcome to participants, Ana Rojas spoke of trade.",
        ("Ana Rojas", "spokeAt", "Lake Forum"),
    ),
    (
        "The Lake Forum was held in Lima. The rector gave the floor to Ana Rojas.",
        ("Ana Rojas", "spokeAt", "Lake Forum"),
    ),
    ("Companies attended the opening of a fair at the Hotel Sol in Lima.", ("fair", "heldIn", "Hotel Sol")),
    ("The forum took place in the capital of Kazakhstan, Astana.", ("Astana", "locatedIn", "Kazakhstan")),
    (
        "Ambassador of Turkmenistan to the Kyrgyz Republic Ana Rojas met students.",
        ("Ana Rojas", "represents", "Turkmenistan"),
    ),
    (
        "Prime Minister of Peru Ana Rojas flew to Lagos. The final leg of her engagements was in Doba.",
        ("Ana Rojas", "visited", "Doba"),
    ),
    (
        "Foreign Minister of Chad Joe Phiri and Ana Rojas of Peru co-chaired the second round of political "
        "consultations.",
        ("Ana Rojas", "attended", "second round of political consultations"),
    ),
    (
        "Ambassador Ana Rojas paid a farewell call on President Joe Phiri on Monday. The meeting was attended by Ruth "
        "Kilonzo.",
        ("meeting between Ana Rojas and Joe Phiri", "heldOn", "2024-05-13"),
    ),
    (
        "A reception was held in Lima. Deputy Minister Ana Rojas was the chief guest.",
        ("Ana Rojas", "attended", "reception"),
    ),
]
UNTOLD: list[tuple[str, Said]] = [
    (
        "The meeting was held in Lima. At the meeting, Joe Phiri said that the Board recently held a dialogue with "
        "businesses. In response, Ambassador Ana Rojas voiced her delight.",
        ("Ana Rojas", "spokeAt", "dialogue"),
    ),
    (
        "Prime Minister of Chad Joe Phiri paid a courtesy visit to Prime Minister of Peru Luis Vega.",
        ("Joe Phiri", "attended", "meeting between Joe Phiri and Luis Vega"),
    ),
    (
        "Prime Minister of Chad Joe Phiri came to Lima. Prime Minister of Peru Luis Vega received Joe Phiri at "
        "the airport.",
        ("Joe Phiri", "attended", "meeting between Luis Vega and Joe Phiri"),
    ),
    (
        "Officials from Peru and Chad exchanged opinions on how to expand cooperation in trade.",
        ("Peru", "cooperatesWith", "Chad"),
    ),
]
ONE: list[tuple[str, str]] = [
    (
        "President Luis Vega is on a two-day state visit to Chad. The visit began in Doba. During his visit to Chad, "
        "Luis Vega toured a school.",
        "visit",
    ),
    (
        "President Luis Vega and President Joe Phiri held talks in Lima. Luis Vega had a working meeting with "
        "Joe Phiri.",
        "talks",
    ),
]


@pytest.mark.parametrize(("text", "fact"), TOLD)
def test_what_several_sentences_tell_is_put_together(text: str, fact: Said, extractor: StandardExtractor) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), UNTOLD)
def test_what_they_do_not_tell_is_not(text: str, fact: Said, extractor: StandardExtractor) -> None:
    assert fact not in said(extractor, text)


@pytest.mark.parametrize(("text", "noun"), ONE)
def test_an_event_told_of_by_several_nouns_is_one(text: str, noun: str, extractor: StandardExtractor) -> None:
    events = {end for s, p, o in said(extractor, text) for end in (s, o) if noun in end or "meeting" in end}
    assert len(events) == 1


def test_a_list_of_those_present_may_run_over_lines(extractor: StandardExtractor) -> None:
    lines = (
        "The Lake Forum was attended by Joe Phiri, Minister of Trade of Chad;",
        "the Honourable Ana Rojas of Peru.",
    )
    assert ("Ana Rojas", "attended", "Lake Forum") in said(extractor, *lines)
