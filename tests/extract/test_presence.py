"""Who was at an event, whatever the words that say so: one made-up text for each way."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import article, said

FORUM = "The Lima Trade Forum was held in Lima on Monday."
ATTENDED: list[tuple[tuple[str, ...], set[tuple[str, str]]]] = [
    (
        ("Ana Rojas met Luis Vega in Lima on Monday.", "The meeting was attended by Ambassador Lena Holm."),
        {(who, "meeting between Ana Rojas and Luis Vega") for who in ("Ana Rojas", "Luis Vega", "Lena Holm")},
    ),
    (
        ("President of Peru Ana Rojas received Ambassador of Chile Luis Vega.",),
        {(who, "meeting between Ana Rojas and Luis Vega") for who in ("Ana Rojas", "Luis Vega")},
    ),
    (
        (
            "Ana Rojas, Rector of Lima College, and Luis Vega, Director of Andes Institute, signed a memorandum of "
            "understanding.",
            "Dean of Arts Lena Holm and Registrar Omar Said were present on the occasion.",
        ),
        {(who, "signing ceremony") for who in ("Ana Rojas", "Luis Vega", "Lena Holm", "Omar Said")},
    ),
    (
        (
            "The agreement was signed by Ana Rojas of Acme Bank and Luis Vega of Kwanza Bank.",
            "The online ceremony was watched by hundreds.",
        ),
        {("Ana Rojas", "online ceremony"), ("Luis Vega", "online ceremony")},
    ),
    (
        (
            FORUM,
            "It brought together more than 90 participants from nine countries, including representatives from Acme "
            "Bank, Zenith Insurance and Kwanza College.",
        ),
        {(who, "Lima Trade Forum") for who in ("Acme Bank", "Zenith Insurance", "Kwanza College")},
    ),
    (
        (
            FORUM,
            "Participants: Omar Said, Rector of Lima College; Luis Vega, Director of Andes Institute; and Lena Holm.",
        ),
        {(who, "Lima Trade Forum") for who in ("Omar Said", "Luis Vega", "Lena Holm")},
    ),
    (
        (FORUM, "Joining Ana Rojas at the forum were Luis Vega and Ambassador Lena Holm."),
        {("Luis Vega", "Lima Trade Forum"), ("Lena Holm", "Lima Trade Forum")},
    ),
    (
        (
            "Ana Rojas held talks with Luis Vega in Lima.",
            "Present at the talks were Ambassador Lena Holm and Dr. Omar Said.",
        ),
        {(who, "talks between Ana Rojas and Luis Vega") for who in ("Lena Holm", "Omar Said", "Ana Rojas")},
    ),
    (
        ("Ana Rojas held talks with Luis Vega in Lima.", "The meeting was attended by Ambassador Lena Holm."),
        {(who, "talks between Ana Rojas and Luis Vega") for who in ("Lena Holm", "Ana Rojas")},
    ),
    (
        ("The session of talks was attended by Ambassador Lena Holm.", "The talks were chaired by Ana Rojas."),
        {("Lena Holm", "session of talks"), ("Ana Rojas", "session of talks")},
    ),
    (
        ("Ana Rojas was accompanied to the Lima Trade Forum by Luis Vega and Lena Holm.",),
        {(who, "Lima Trade Forum") for who in ("Ana Rojas", "Luis Vega", "Lena Holm")},
    ),
    (
        ("The Lima Trade Forum was held in Lima, with Ana Rojas and Luis Vega in attendance.",),
        {(who, "Lima Trade Forum") for who in ("Ana Rojas", "Luis Vega")},
    ),
    (
        (FORUM, "Peru was represented by Ana Rojas, while Chile was represented by Luis Vega."),
        {(who, "Lima Trade Forum") for who in ("Ana Rojas", "Luis Vega")},
    ),
    (
        ("Ana Rojas conferred with Luis Vega on the sideline of the Lima Trade Forum.",),
        {(who, "Lima Trade Forum") for who in ("Ana Rojas", "Luis Vega")},
    ),
    (
        ("The Lima Trade Forum was attended by Ana Rojas and by Luis Vega.",),
        {(who, "Lima Trade Forum") for who in ("Ana Rojas", "Luis Vega")},
    ),
    (
        ("President of Peru Ana Rojas met Luis Vega. Also present were Ambassador Lena Holm and Dr. Omar Said.",),
        {(who, "meeting between Ana Rojas and Luis Vega") for who in ("Ana Rojas", "Lena Holm", "Omar Said")},
    ),
    (
        ("Also at the ceremony, from the left: Ana Rojas, Ambassador of Peru; Luis Vega, a professor; Lena Holm.",),
        {(who, "ceremony") for who in ("Ana Rojas", "Luis Vega", "Lena Holm")},
    ),
    (
        ("The signing ceremony was attended by, among others, Ana Rojas and Luis Vega.",),
        {(who, "signing ceremony") for who in ("Ana Rojas", "Luis Vega")},
    ),
    (
        ("The agreement was signed on Monday. Witnessing the signing were Lena Holm and Omar Said.",),
        {(who, "signing") for who in ("Lena Holm", "Omar Said")},
    ),
    (
        (FORUM, "Speaking at the opening, Ana Rojas thanked all."),
        {("Ana Rojas", "Lima Trade Forum")},
    ),
    (
        ("Ambassador Ana Rojas presented her credentials to President Luis Vega at a ceremony in Lima.",),
        {(who, "ceremony") for who in ("Ana Rojas", "Luis Vega")},
    ),
    (
        (
            "A reception was held in Lima. Those who came to the reception liked the music of the reception.",
            "The band played on. " * 30,
            "A dinner was held in Cusco. Ana Rojas and Luis Vega were in attendance.",
        ),
        {("Ana Rojas", "dinner")},
    ),
    (
        (
            FORUM,
            "The event was attended by the Director of Acme Bank, Ana Rojas, members of the clergy and leaders of the "
            "Chilean community.",
        ),
        {("Ana Rojas", "Lima Trade Forum")},
    ),
]


@pytest.mark.parametrize(("text", "attending"), ATTENDED)
def test_who_was_there(extractor: StandardExtractor, text: tuple[str, ...], attending: set[tuple[str, str]]) -> None:
    assert {(who, "attended", event) for who, event in attending} <= said(extractor, *text)


def test_those_who_attend_a_meeting_are_not_said_to_meet_each_other(extractor: StandardExtractor) -> None:
    facts = said(extractor, "Ana Rojas met Luis Vega. The meeting was attended by Lena Holm and Omar Said.")
    assert ("Lena Holm", "metWith", "Omar Said") not in facts


def test_those_thanked_for_hosting_are_the_hosts(extractor: StandardExtractor) -> None:
    facts = said(extractor, "Ana Rojas thanked Kwanza Bank for hosting the Lima Trade Forum.")
    assert [who for who, what, _ in facts if what == "organized"] == ["Kwanza Bank"]


def test_a_meeting_of_a_body_is_not_where_two_people_met(extractor: StandardExtractor) -> None:
    facts = said(
        extractor,
        "Ana Rojas met Luis Vega in Lima.",
        "Lena Holm attended a meeting of the Andes Trade Council in May.",
    )
    events = {event for who, what, event in facts if what == "attended" and who == "Ana Rojas"}
    assert not events & {event for who, what, event in facts if what == "attended" and who == "Lena Holm"}


def test_a_participle_that_opens_a_sentence_is_no_briefing(extractor: StandardExtractor) -> None:
    text = article("Briefing Ana Rojas on the plan, Luis Vega said nothing had happened.")
    assert not [r for r in extractor.extract(text, everything=True).referents if r.type == "Event"]


def test_events_named_behind_their_number_are_held_by_those_who_hold_them(extractor: StandardExtractor) -> None:
    facts = said(
        extractor,
        "Acme Bank and Kwanza Bank organised two events: an academic forum on trade and a cocktail reception.",
    )
    events = {"academic forum on trade", "cocktail reception"}
    assert {(who, "organized", event) for who in ("Acme Bank", "Kwanza Bank") for event in events} <= facts


def test_talks_that_others_hold_are_not_where_two_people_met(extractor: StandardExtractor) -> None:
    facts = said(extractor, "Ana Rojas met Luis Vega in Lima.", "Kyrgyz and Maltese ministers hold talks in Geneva.")
    assert not [f for f in facts if f[1] == "heldIn" and "Ana Rojas" in f[0] and f[2] == "Geneva"]


def test_a_diplomatic_mission_is_no_event(extractor: StandardExtractor) -> None:
    text = article("Peru opened its diplomatic mission in Accra. Peru has no mission in Lomé.")
    assert not [r for r in extractor.extract(text, everything=True).referents if r.type == "Event"]
