"""``kg ask``: what it prints of an answer, and what it ends with."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.running import run


def test_an_answer_for_people(saved_store: Path) -> None:
    done = run("ask", "who", "attended", "the", "forum", "--store", saved_store)
    assert (done.exit_code, done.stderr) == (0, "")
    first, *rest = done.stdout.splitlines()
    assert "Babar Amin" in first
    assert first.endswith("attended Pakistan-China Software and IT Forum.")
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
    assert run("ask", "when was the forum held", "--store", saved_store).stdout.startswith(
        "Pakistan-China Software and IT Forum was held on 15 December 2014.\n"
    )
    assert run("ask", "did PSEB sign an MoU with Huawei", "--store", saved_store).stdout.startswith("Yes: ")
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


def test_questions_from_a_pipe_lean_on_each_other(saved_store: Path) -> None:
    asked = "who represents Huawei\n\nwhom did he meet?\ncolourless green ideas\n"
    done = run("ask", "--store", saved_store, stdin=asked)
    assert done.exit_code == 0
    assert "Huawei is represented" not in done.stdout
    lines = done.stdout.splitlines()
    assert "Yi Xiang represents Huawei." in lines
    assert any(line.startswith("Yi Xiang met Babar Amin") for line in lines), lines
    assert "not understood" in done.stderr


def test_the_words_of_an_answer_are_marked(saved_store: Path) -> None:
    item = json.loads(run("ask", "who represents Huawei", "--store", saved_store, "-f", "json").stdout)["answers"][0]
    told = item["evidence"][0]
    marked = {told["quote"][begin - told["start"] : end - told["start"]] for begin, end in told["marks"]}
    assert marked == {"Yi Xiang", "Huawei"}
    shown = run("ask", "who represents Huawei", "--store", saved_store, "--color").stdout
    assert "\x1b[4mYi Xiang" in shown


def test_a_limit_says_how_many_more(saved_store: Path) -> None:
    done = run("ask", "who attended the forum", "--limit", "1", "--store", saved_store)
    assert "and 2 more" in done.stdout
