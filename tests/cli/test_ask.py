"""``kg ask``: what it prints of an answer, and what it ends with."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.running import run


def test_an_answer_for_people(saved_store: Path) -> None:
    done = run("ask", "who", "attended", "the", "forum", "--store", saved_store)
    assert (done.exit_code, done.stderr) == (0, "")
    first, *rest = done.stdout.splitlines()
    assert {"Babar Amin", "Pakistan Software Export Board"} <= set(first.split(", "))
    assert "     — forum.txt, The Test Times, 2024-05-01" in rest


def test_an_answer_as_json_and_rows(saved_store: Path) -> None:
    words = ("ask", "who represents Huawei", "--store", saved_store)
    found = json.loads(run(*words, "-f", "json").stdout)
    assert found["status"] == "answered"
    assert [item["label"] for item in found["answers"]] == ["Yi Xiang"]
    evidence = found["answers"][0]["evidence"][0]
    assert evidence["article"] == "huawei.txt"
    assert {"question", "understood", "sparql", "value", "alternatives"} <= set(found)
    row = json.loads(run(*words, "-f", "jsonl").stdout)
    assert (row["answer"], row["article"], row["published"]) == ("Yi Xiang", "huawei.txt", "2024-05-01")


def test_a_value(saved_store: Path) -> None:
    assert run("ask", "when was the forum held", "--store", saved_store).stdout.startswith("2014-12-15\n")
    assert run("ask", "did PSEB sign an MoU with Huawei", "--store", saved_store).stdout.startswith("yes\n")
    row = json.loads(run("ask", "when was the forum held", "--store", saved_store, "-f", "jsonl").stdout)
    assert (row["answer"], row["thing"]) == ("2014-12-15", "Pakistan-China Software and IT Forum")


def test_explain_goes_to_standard_error(saved_store: Path) -> None:
    done = run("ask", "who represents Huawei", "--explain", "--store", saved_store)
    assert "SELECT" in done.stderr
    assert "SELECT" not in done.stdout


def test_no_answer_is_3(saved_store: Path) -> None:
    unknown = run("ask", "who attended the Zorkmid Gala", "--store", saved_store)
    assert (unknown.exit_code, unknown.stdout) == (3, "")
    assert unknown.stderr.startswith("not in the graph: ")
    nonsense = run("ask", "colourless green ideas", "--store", saved_store, "-f", "json")
    assert nonsense.exit_code == 3
    assert json.loads(nonsense.stdout)["status"] == "not-understood"
