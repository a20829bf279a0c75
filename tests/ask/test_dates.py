"""First and last: what dates an answer, what it is said to rest on; and the countries of what was visited or signed."""

from __future__ import annotations

import pytest

from kg.ask import answer
from kg.ask.answer import Answer
from kg.store import GraphView
from tests.graphs import End, Said, graph_of
from tests.questions.asked import view_of


def ask(question: str) -> Answer:
    return answer(view_of("straits"), question)


@pytest.mark.parametrize(
    ("question", "expected", "measure"),
    [
        ("latest MoU", "MoU on green hydrogen", "2022-09-18"),
        ("Busan Shipyard's first MoU", "MoU on dry docks", "2021-03-04"),
        ("latest agreement signed by Kenya", "agreement on double taxation", "2024-02-15"),
        ("first agreement of Kenya", "agreement on fisheries", "2019-07-02"),
        ("earliest MoU between Kenya and Korea", "MoU on green hydrogen", "2022-09-18"),
        ("most recent agreement Mombasa Polytechnic signed", "Galle Ropeworks", "2024-02-15"),
        ("who was the first to sign an MoU with Busan Shipyard", "Lanka Harbour Works", "2021-03-04"),
        ("who was the last person Park Ji-woo met", "Nimal Perera", "2024-02-15"),
        ("who did Park Ji-woo meet first", "Wanjiru Kamau", "2022-09-17"),
        ("what was the last place Park Ji-woo visited", "Mombasa", "2022-09-20"),
    ],
)
def test_first_and_last(question: str, expected: str, measure: str) -> None:
    found = ask(question)
    assert [(item.entity.label, item.measure) for item in found.answers] == [(expected, measure)], found.understood


def test_several_in_the_order_of_their_dates() -> None:
    found = ask("last two agreements")
    assert [item.entity.label for item in found.answers] == ["agreement on double taxation", "MoU on green hydrogen"]
    assert "by the dates told, or else those of the first articles that tell it" in found.understood


def test_an_answer_says_which_date_it_rests_on() -> None:
    assert "by the date told: 18 September 2022" in ask("latest MoU").understood
    told = ask("what was the first MoU that Busan Shipyard signed")
    assert "no date is told, so by the first article that tells it: 4 March 2021" in told.understood
    assert told.sentence == (
        "MoU on dry docks is the earliest of the MoUs that were agreed by Busan Shipyard Corporation."
    )  # fmt: skip


def test_a_date_that_is_told_is_quoted() -> None:
    (found,) = ask("latest MoU").answers
    assert any("signedOn 2022-09-18" in citation.evidence.quote for citation in found.evidence)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("when did Park Ji-woo first meet Wanjiru Kamau", "2022-09-17"),
        ("when was the last meeting between Park Ji-woo and Wanjiru Kamau", "2023-06-08"),
    ],
)
def test_when_two_met_first_and_last(question: str, day: str) -> None:
    assert ask(question).value == day


def test_a_meeting_of_others_is_not_the_last_one_of_two() -> None:
    assert ask("when was the last meeting between Park Ji-woo and Nimal Perera").status == "not-in-graph"


def test_age_is_no_order_of_deeds() -> None:
    assert ask("what is the oldest company that signed an MoU with Busan Shipyard").status == "not-understood"


def test_agreements_of_two_without_any_order() -> None:
    found = ask("agreements between Kenya and South Korea")
    assert {f.entity.label for f in found.answers} == {"agreement on fisheries", "agreement on double taxation"}


def test_countries_of_the_cities_and_bodies_that_were_visited() -> None:
    found = ask("which countries did Wanjiru Kamau visit")
    assert [item.entity.label for item in found.answers] == ["South Korea", "Sri Lanka"]
    assert all(item.evidence for item in found.answers)
    assert found.sentence == "Wanjiru Kamau visited South Korea and Sri Lanka."


def test_countries_that_signed_themselves_come_first() -> None:
    found = ask("which countries did Kenya sign agreements with")
    assert [item.entity.label for item in found.answers] == ["South Korea"]


def test_a_country_is_known_by_the_page_of_its_code() -> None:
    ann, peru, lima = ("Person", "Ann Berg"), ("Place", "Peru"), ("Place", "Lima")
    cuba, nowhere = ("Place", "Cuba"), ("Place", "Nowhere")
    said = [Said(ann, "visited", lima), Said(lima, "locatedIn", peru), Said(ann, "visited", nowhere)]
    said.append(Said(("Person", "Ben Holm"), "visited", cuba))
    page = "https://www.iso.org/obp/ui/#iso:code:3166:PE"
    described: dict[End, dict[str, object]] = {
        lima: {"country": "PE"},
        peru: {"country": "PE", "links": (page,)},
        cuba: {"country": "CU"},
    }
    view = GraphView(graph_of({"a.txt": said}, described=described))
    (found,) = answer(view, "which countries did Ann Berg visit").answers
    assert found.entity == view.entity(found.entity.id)
    assert found.entity.label == "Peru"


def test_what_has_no_date_is_said_to_have_none() -> None:
    acme, bolt, deal = ("Organization", "Acme Group"), ("Organization", "Bolt Works"), ("Agreement", "treaty of Acme")
    said = [Said(deal, "party", acme), Said(deal, "party", bolt)]
    found = answer(GraphView(graph_of({"a.txt": said}, published="")), "latest agreement signed by Acme Group")
    assert found.status == "not-in-graph"
    assert "neither a date nor an article with a date tells when it came about: treaty of Acme" in found.understood
