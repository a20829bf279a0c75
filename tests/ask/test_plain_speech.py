"""Questions as people put them: with what they add, leave out or say in another way."""

from __future__ import annotations

from datetime import date

import pytest

from kg.ask import answer
from kg.ask.answer import Answer
from kg.ask.text import split_words
from kg.ask.times import as_dated, time_at
from kg.store import GraphView
from tests.graphs import Said, graph_of
from tests.questions.asked import view_of


def ask(question: str, graph: str = "harbour") -> Answer:
    return answer(view_of(graph), question)


def labels(found: Answer) -> set[str]:
    return {item.entity.label for item in found.answers}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("who else has ever visited Hanoi", {"Pieter de Vries"}),
        ("which universities signed MoUs with each other", {
            "University of Nairobi", "Delft University of Technology", "Hanoi Maritime University"}),
        ("which universities are Kenyan", {"University of Nairobi"}),
        ("who is Dutch", {"Pieter de Vries", "Tom Bakker"}),  # an ambassador there is not
        ("who is Kenyan", {"Amina Otieno", "Peter Kamau", "Grace Wanjiku"}),
        ("who is from Vietnam", {"Nguyen Thi Lan"}),
        ("everyone who spoke in Nairobi", {"Amina Otieno"}),
        ("which universities does Vietnam have", {"Hanoi Maritime University"}),
        ("where is Nguyen Thi Lan from", {"Vietnam"}),
        ("what is the nationality of Grace Wanjiku", {"Kenya"}),
        ("where is Hanoi Maritime University from", {"Hanoi"}),
        ("which companies operate in Hanoi", {"Delta Dredging Asia"}),
        ("which firm has an office in Rotterdam", {"Delta Dredging BV"}),
        ("what has been established", {"Blue Harbour Academy", "Coastal Research Unit"}),
        ("who was in Hanoi", {"Pieter de Vries", "Nguyen Thi Lan"}),
        ("which Kenyans attended the forum", {"Grace Wanjiku", "Amina Otieno", "Peter Kamau"}),
        ("which universities have Dutch partners", {"University of Nairobi", "Hanoi Maritime University"}),
        ("universities in Kenya with partners in Europe", {"University of Nairobi"}),
        ("parts of Delft University of Technology", {"Coastal Research Unit"}),
    ],
)  # fmt: skip
def test_what_is_put_in_other_words(question: str, expected: set[str]) -> None:
    found = ask(question)
    assert labels(found) == expected, found.understood


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("which African universities signed MoUs with European ones", {"University of Nairobi"}),
        ("universities in Southeast Asia", {"Hanoi Maritime University"}),
        ("events in Africa", {"Blue Economy Forum 2023"}),
        ("who visited Europe", {"Nguyen Thi Lan"}),
        ("which universities are Asian", {"Hanoi Maritime University"}),
        ("which African countries are there", {"Kenya"}),
    ],
)
def test_groups_of_countries_need_not_be_in_the_graph(question: str, expected: set[str]) -> None:
    found = ask(question)
    assert labels(found) == expected, found.understood


def test_a_group_of_countries_is_said_by_its_name() -> None:
    assert ask("events in Africa").understood == "which events are in “Africa”"
    assert not ask("who visited Europe").choices


def test_so_many_as_are_wanted() -> None:
    found = ask("name two universities")
    assert (len(found.answers), found.total) == (2, 3)


@pytest.mark.parametrize("question", [
    "Tom Bakker and Pieter de Vries", "compare Tom Bakker with Pieter de Vries",
    "what do Tom Bakker and Pieter de Vries have in common", "tell me about Tom Bakker and Pieter de Vries",
])  # fmt: skip
def test_two_names_ask_what_connects_them(question: str) -> None:
    found = ask(question)
    assert found.paths
    assert "Delta Dredging BV" in labels(found)


def test_a_direct_connection_is_told() -> None:
    said = "Grace Wanjiku and Kenya are connected directly: Grace Wanjiku represents Kenya."
    assert ask("how are Grace Wanjiku and Kenya connected").sentence == said


def test_all_that_is_told_of_what_somebody_did() -> None:
    for question in ("what did Tom Bakker do", "what is said about Tom Bakker", "do you know Tom Bakker"):
        assert ask(question).understood == "what is told of “Tom Bakker”"


def test_a_name_that_the_graph_does_not_know_is_said() -> None:
    found = ask("what is UNCTAD")
    assert (found.status, "“UNCTAD”" in found.understood) == ("not-in-graph", True)


def test_what_is_measured_elsewhere_is_pointed_to() -> None:
    found = ask("who is the most active person")
    assert (found.status, "kg analyse" in found.understood) == ("not-understood", True)


LAN, VIETNAM, TRADE = ("Person", "Nguyen Thi Lan"), ("Place", "Vietnam"), ("Organization", "Ministry of Trade")
CHAD, PERU = ("Place", "Chad"), ("Place", "Peru")
PACT, DEAL = ("Agreement", "pact between Chad and Peru"), ("Agreement", "deal between Chad and Vietnam")
TOLD = {
    "a.txt": [
        Said(LAN, "represents", VIETNAM),
        Said(LAN, "represents", TRADE),
        Said(CHAD, "signedMoUWith", PERU, modality="negated"),
        Said(CHAD, "metWith", PERU, modality="hypothetical"),
        Said(CHAD, "visited", PERU, modality="planned"),
    ],
    "b.txt": [
        *(Said(PACT, "party", end) for end in (CHAD, PERU)),
        *(Said(DEAL, "party", end) for end in (CHAD, VIETNAM)),
        Said(PACT, "subjectMatter", "fisheries"),
        Said(DEAL, "subjectMatter", "rail freight"),
        *(Said(end, "agreementCount", 5) for end in (CHAD, PERU)),
    ],
}
CODES: dict[tuple[str, str], dict[str, object]] = {
    place: {"country": code, "links": (f"urn:iso:std:iso:3166:{code}",)}
    for place, code in ((CHAD, "TD"), (PERU, "PE"), (VIETNAM, "VN"))
}
POSTS = {LAN: {"post": "Minister of Trade , Industry; Minister; counterpart"}}


def view() -> GraphView:
    return GraphView(graph_of(TOLD, described=CODES, hints=POSTS))


@pytest.mark.parametrize("question", [
    "what position does Nguyen Thi Lan hold", "what is Nguyen Thi Lan's job", "what does Nguyen Thi Lan do",
    "which offices are held by Nguyen Thi Lan", "what is the role of Nguyen Thi Lan",
])  # fmt: skip
def test_the_offices_of_a_person(question: str) -> None:
    found = answer(view(), question)
    assert found.understood == "which offices “Nguyen Thi Lan” holds"
    assert labels(found) == {"Vietnam", "Ministry of Trade"}
    assert found.sentence.startswith("Nguyen Thi Lan, Minister of Trade, Industry: ")
    assert all(item.evidence for item in found.answers)


def test_a_profile_begins_with_the_offices() -> None:
    said = answer(view(), "who is Nguyen Thi Lan").sentence
    assert said.startswith("Nguyen Thi Lan (Person: Minister of Trade, Industry), in 1 article: ")


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("is Nguyen Thi Lan a minister", True),
        ("is Nguyen Thi Lan the trade minister of Vietnam", True),
        ("is Nguyen Thi Lan an ambassador", False),
        ("is there a pact between Chad and Peru", True),
        ("how many agreements are there", 2),
        ("how many agreements did Chad and Peru sign", 5),
    ],
)
def test_offices_and_agreements_by_their_values(question: str, value: object) -> None:
    found = answer(view(), question)
    assert found.value == value, found.understood


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("events last year", "2023", "2024"),
        ("events this month", "2024-05", "2024-06"),
        ("events last week", "2024-05-06", "2024-05-13"),
        ("events in the past three years", "2021", ""),
        ("events in the last 10 days", "2024-05-05", ""),
        ("events yesterday", "2024-05-14", "2024-05-15"),
    ],
)
def test_times_told_from_today(question: str, since: str, until: str) -> None:
    words = as_dated(split_words(question), date(2024, 5, 15))
    found = time_at(words, 2, len(words), words[1].text)
    assert found is not None
    assert found[1].since == since
    assert found[1].until == until or not until


def test_an_unknown_university_is_not_any_other() -> None:
    for question in ("rector university of Arequipa", "who is the rector of the university of Arequipa"):
        assert not ask(question).answers


@pytest.mark.parametrize("question", ["agreements Chad Peru", "Chad Peru agreements"])
def test_two_names_beside_a_noun(question: str) -> None:
    assert labels(answer(view(), question)) == {PACT[1]}


def test_a_share_is_not_counted() -> None:
    found = answer(view(), "percentage of agreements about fisheries")
    assert (found.status, "“percentage”" in found.understood) == ("not-understood", True)


def test_agreements_between_two_groups_have_a_party_of_each() -> None:
    found = answer(view(), "what agreements exist between African and Asian countries")
    assert labels(found) == {"deal between Chad and Vietnam"}, found.understood
    assert not answer(view(), "agreements between African and European countries").answers


def test_agreements_by_where_they_were_signed() -> None:
    forum, lima = ("Event", "Cotton Forum"), ("Place", "Lima")
    told = {"c.txt": [Said(PACT, "signedAt", forum), Said(forum, "heldIn", lima), Said(DEAL, "signedIn", CHAD)]}
    there = GraphView(graph_of({**TOLD, **told}, described=CODES))
    assert labels(answer(there, "which agreements were signed in Lima")) == {PACT[1]}
    assert labels(answer(there, "which agreements were signed in Africa")) == {DEAL[1]}


def test_a_surname_may_mean_all_who_bear_it() -> None:
    rao, full, ito = ("Person", "Rao"), ("Person", "Anita Rao"), ("Person", "Ken Ito")
    told = {"a.txt": [Said(rao, "visited", PERU)], "b.txt": [Said(full, "metWith", ito)]}
    found = answer(GraphView(graph_of(told)), "who did Rao meet")
    assert labels(found) == {"Ken Ito"}
    assert [said for said, _ in found.choices] == ["Rao"]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("what was denied", "Chad signed an MoU with Peru (negated)"),
        ("which facts are uncertain", "Chad met Peru (hypothetical)"),
        ("what is planned", "Chad visited Peru (planned)"),
        ("what is planned for Peru", "Chad visited Peru (planned)"),
    ],
)
def test_what_has_not_happened(question: str, said: str) -> None:
    found = answer(view(), question)
    assert {line for item in found.answers for line in item.said} == {said}, found.understood


@pytest.mark.parametrize(
    "question",
    ["what are the agreements about", "which topics do the agreements cover", "what areas are covered by agreements"],
)
def test_what_all_agreements_are_about(question: str) -> None:
    assert answer(view(), question).sentence == "Agreements are about rail freight and fisheries."
