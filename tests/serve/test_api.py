"""The JSON interface: what it gives, and that it is as its description says, whatever is sent."""

from __future__ import annotations

import json
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
import schemathesis
from hypothesis import HealthCheck, settings

pytestmark = pytest.mark.xdist_group("serve")


@pytest.fixture(scope="session")
def described(server: str) -> Any:
    """The interface as it describes itself."""
    return schemathesis.openapi.from_url(f"{server}/api/openapi.json")


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@settings(max_examples=15, suppress_health_check=list(HealthCheck), derandomize=True)
def test_every_answer_is_as_described(case: Any) -> None:
    case.call_and_validate()


def get(server: str, path: str, **fields: object) -> Any:
    with urlopen(f"{server}/api/{path}?{urlencode(fields, doseq=True)}", timeout=20) as answer:
        return json.load(answer)


def failure(server: str, path: str, **fields: object) -> tuple[int, dict[str, str]]:
    with pytest.raises(HTTPError) as raised:
        get(server, path, **fields)
    return raised.value.code, json.load(raised.value)


def test_a_question_is_answered_with_its_sentences_and_articles(server: str) -> None:
    found = get(server, "ask", q="who attended the Andes Forum")
    assert [answer["label"] for answer in found["answers"]] == ["Ana Rojas"]
    evidence = found["answers"][0]["evidence"][0]
    assert evidence["quote"] == "Ana Rojas attended Andes Forum."
    assert found["articles"][evidence["article"]]["published"] == "2024-05-01"


def test_a_thing_is_told_with_planned_apart_from_done(server: str) -> None:
    facts = get(server, "entity", name="Andes Forum")["facts"]
    told = {(fact["relation"], fact["other"].get("label", fact["other"].get("value"))): fact for fact in facts}
    assert told["attended", "Ana Rojas"]["modality"] == "asserted"
    assert told["attended", "Ben Otieno"]["modality"] == "planned"
    assert told["heldOn", "2024-03-05"]["other"] == {"value": "2024-03-05"}


def test_two_articles_of_one_fact_count_twice(server: str) -> None:
    [fact] = [f for f in get(server, "entity", name="Lake Bank")["facts"] if f["relation"] == "signedMoUWith"]
    assert (fact["sources"], fact["independent"], len(fact["evidence"])) == (2, 2, 2)


def test_what_stands_around_a_thing_can_be_narrowed(server: str) -> None:
    def labels(**fields: object) -> set[str]:
        return {node["label"] for node in get(server, "near", name="Lake Bank", **fields)["nodes"]}

    assert labels() == {"Lake Bank", "Ana Rojas", "Ministry of Mines"}
    assert labels(relation="represents") == {"Lake Bank", "Ana Rojas"}
    assert labels(type="Organization") == {"Lake Bank", "Ministry of Mines"}
    assert labels(since="2025") == {"Lake Bank"}
    assert labels(until="2024-05") == labels()
    cut = get(server, "near", name="Lake Bank", limit=1)
    assert (cut["total"], len(cut["nodes"])) == (2, 2)
    assert cut["nodes"][1]["label"] == "Ministry of Mines"  # of which two articles tell


def test_ties_that_others_imply_are_not_drawn_beside_them(server: str) -> None:
    edges = get(server, "near", name="Lake Bank", type="Organization")["edges"]
    assert [(edge["predicate"], edge["articles"]) for edge in edges] == [("signedMoUWith", 2)]


def test_paths_name_every_sentence(server: str) -> None:
    [path] = get(server, "path", start="Ana Rojas", end="Ben Otieno", k=1)["paths"]
    assert [node["label"] for node in path["nodes"]] == ["Ana Rojas", "Lake Bank", "Ministry of Mines", "Ben Otieno"]
    assert all(step["evidence"] for step in path["edges"])


def test_events_have_their_place_and_their_time(server: str) -> None:
    [place] = get(server, "places")["places"]
    assert (place["label"], place["latitude"], [e["label"] for e in place["events"]]) == (
        "Lima",
        -12.04,
        ["Andes Forum"],
    )
    [event] = get(server, "times")["events"]
    assert (event["label"], event["dates"]) == ("Andes Forum", ["2024-03-05"])


def test_an_article_comes_with_its_marks(server: str) -> None:
    found = get(server, "article", name="one.txt")
    sentences = [sentence for passage in found["passages"] for sentence in passage["sentences"]]
    [said] = [s for s in sentences if s["text"].strip() == "Ana Rojas attended Andes Forum."]
    assert [mention["text"] for mention in said["mentions"]] == ["Ana Rojas", "Andes Forum"]
    assert said["statements"][0]["predicate"] == "attended"


def test_the_sentences_of_an_edge_are_told_in_both_directions(server: str) -> None:
    found = get(server, "tie", subject="Ministry of Mines", predicate="signedMoUWith", object="Lake Bank")
    assert {e["article"] for e in found["evidence"]} == set(found["articles"]) == {"one.txt", "two.txt"}
    assert failure(server, "tie", subject="Lake Bank", predicate="sold", object="Lima")[0] == 404


def test_named_queries_take_their_parameters_by_name(server: str) -> None:
    found = get(server, "query", name="mou-partners", of="Lake Bank")
    assert any("Ministry of Mines" in row for row in found["rows"])
    assert len(found["columns"]) == len(found["rows"][0])
    assert failure(server, "query", name="mou-partners", of="Nobody at all")[0] == 404
    assert failure(server, "query", name="mou-partner")[1]["hint"] == "did you mean mou-partners?"


def test_what_lies_around_a_thing_comes_as_a_file(server: str) -> None:
    address = f"{server}/api/export?{urlencode({'name': 'Lake Bank', 'format': 'gexf'})}"
    with urlopen(address, timeout=20) as answer:
        text = answer.read().decode()
        assert answer.headers["Content-Disposition"] == 'attachment; filename="graph.gexf"'
    assert "Ministry of Mines" in text
    assert "Lima" not in text


def test_what_is_not_there_is_said_with_what_is_near(server: str) -> None:
    status, told = failure(server, "entity", name="Ana Rojaz Prieto")
    assert status == 404
    assert "Ana Rojas" in told["hint"]
    assert failure(server, "article", name="three.txt")[0] == 404
    assert failure(server, "near", name="Lake Bank", since="yesterday")[0] == 422
    assert failure(server, "nothing")[0] == 404
