"""The statements file and the edge list."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.export import export, project
from kg.store import GraphView
from tests.export.conftest import FORUM, HAN, LI
from tests.graphs import Said, graph_of


def statements(view: GraphView) -> list[dict[str, object]]:
    stream = BytesIO()
    export(view, stream, "jsonl")
    return [json.loads(line) for line in stream.getvalue().decode().splitlines()]


def rows(view: GraphView) -> list[dict[str, str]]:
    stream = StringIO(newline="")
    export(view, stream, "csv")
    return list(csv.DictReader(StringIO(stream.getvalue(), newline=""), strict=True))


def test_every_statement_is_a_line_in_the_form_of_the_evaluation(view: GraphView) -> None:
    lines = statements(view)
    assert [line["id"] for line in lines] == sorted(fact.id for fact in view.facts())
    assert {line["modality"] for line in lines} == {"asserted", "planned", "negated", "hypothetical"}
    (line,) = [line for line in lines if line["predicate"] == "represents"]
    subject, end = view.names.entity(*LI), view.names.entity(*HAN)
    assert line == {
        "id": line["id"],
        "predicate": "represents",
        "subject": {"id": subject, "label": "Li Wei", "labels": ["Li Wei", "Mr. Li", "李伟"], "type": "Person"},
        "object": {"id": end, "label": HAN[1], "labels": [HAN[1]], "type": "Organization"},
        "confidence": 0.7,
        "modality": "asserted",
        "evidence": line["evidence"],
        "frame": "test",
    }


def test_values_have_a_datatype(view: GraphView) -> None:
    found = [line["object"] for line in statements(view) if line["predicate"] in ("heldOn", "agreementCount")]
    assert {"value": "25", "datatype": "integer"} in found
    assert {"value": "2014-12", "datatype": "date"} in found


def test_quotes_stand_at_their_offsets_in_the_article(view: GraphView) -> None:
    for line in statements(view):
        evidence = line["evidence"]
        assert isinstance(evidence, list)
        assert evidence
        for place in evidence:
            text = view.text(place["article"])
            assert text is not None
            assert text[place["start"] : place["end"]] == place["quote"]


def test_csv_has_a_row_for_each_edge_and_value(view: GraphView) -> None:
    projection, found = project(view), rows(view)
    assert len(found) == len(list(projection.edges())) + len(list(projection.values()))
    (row,) = [row for row in found if row["predicate"] == "signedMoUWith"]
    assert (row["weight"], row["confidence"], row["articles"]) == ("2", "0.95", "a.txt | b c/ü&1.txt")
    assert HAN[1] in (row["subject"], row["object"])
    dates = [row for row in found if row["predicate"] == "heldOn"]
    assert [(row["object_id"], row["object"], row["object_type"]) for row in dates] == [
        ("", "2014-12", "date"),
        ("", "2014-12-27", "date"),
    ]
    assert {row["subject"] for row in dates} == {FORUM[1]}


@given(st.text(min_size=1).filter(lambda text: text.strip() != ""))
@example("a\u2028b\x85c\u2029\r\nd\x1ce")
@example('=cmd|"/c calc"!A0, "quoted"\r')
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_any_name_survives(label: str) -> None:
    view = GraphView(graph_of({"a.txt": [Said(("Person", label), "represents", ("Organization", "X"))]}))
    (line,) = statements(view)
    assert isinstance(line["subject"], dict)
    assert line["subject"]["label"] == label
    (row,) = rows(view)
    assert row["subject"] == label
