"""What each command says of a small graph."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from kg.check import CheckReport
from tests.cli.running import process, run


def answer(saved_store: Path, *words: str) -> Any:
    """What a command answers as JSON."""
    done = run(*words, "--store", saved_store, "--format", "json")
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_path_json(saved_store: Path) -> None:
    found = answer(saved_store, "path", "PSEB", "Yi Xiang", "-k", "2")
    assert found["from"]["label"] == "Pakistan Software Export Board"
    assert found["to"] == {"id": "https://kg.example/id/person/yi-xiang", "label": "Yi Xiang", "type": "Person"}
    labels = [[node["label"] for node in path["nodes"]] for path in found["paths"]]
    assert labels[0] == ["Pakistan Software Export Board", "Huawei", "Yi Xiang"]
    edge = found["paths"][0]["edges"][0]
    assert edge["predicate"] == "signedMoUWith"
    assert {e["article"] for e in edge["evidence"]} == {"forum.txt", "huawei.txt"}
    assert set(edge["evidence"][0]) == {"article", "quote", "start", "end"}


def test_path_by_relations_and_through_places(saved_store: Path) -> None:
    assert run("path", "PSEB", "Yi Xiang", "--without", "signedMoUWith", "--store", saved_store).exit_code == 0
    assert run("path", "PSEB", "Yi Xiang", "--only", "signedMoUWith", "--store", saved_store).exit_code == 3
    words: list[str | Path] = ["path", "China", "Yi Xiang", "--store", saved_store]
    assert run(*words).exit_code == 3
    assert "→ Shenzhen → Huawei →" in run(*words, "--through-places").stdout


def test_path_as_text_cites_each_step(saved_store: Path) -> None:
    lines = run("path", "PSEB", "Yi Xiang", "--store", saved_store).stdout.splitlines()
    assert lines[0] == "1. Pakistan Software Export Board → Huawei → Yi Xiang (2 steps)"
    assert "   Pakistan Software Export Board — signed MoU with — Huawei" in lines
    assert "       — huawei.txt, The Test Times, 2024-05-01" in lines


def test_show(saved_store: Path) -> None:
    found = answer(saved_store, "show", "Babar", "Amin")
    assert found["label"] == "Babar Amin"
    facts = {(f["relation"], f["other"].get("label"), f["modality"], f["inverse"]) for f in found["facts"]}
    assert ("spokeAt", "Pakistan-China Software and IT Forum", "asserted", False) in facts
    assert ("visited", "Shenzhen", "planned", False) in facts
    assert ("metWith", "Yi Xiang", "asserted", False) in facts
    forum = answer(saved_store, "show", "forum")
    assert {"value": "2014-12-15"} in [f["other"] for f in forum["facts"]]
    assert ("heldIn", False) in {(f["relation"], f["inverse"]) for f in forum["facts"]}
    text = run("show", "Huawei", "--store", saved_store).stdout
    assert "is represented by" in text
    assert "visited (planned)" in run("show", "Babar Amin", "--store", saved_store).stdout


def test_a_fact_of_two_articles_is_one_line_with_both(saved_store: Path) -> None:
    found = answer(saved_store, "show", "Huawei")
    signed = [f for f in found["facts"] if f["relation"] == "signedMoUWith"]
    assert len(signed) == 1
    assert {e["article"] for e in signed[0]["evidence"]} == {"forum.txt", "huawei.txt"}


def test_search(saved_store: Path) -> None:
    labels = [row["label"] for row in answer(saved_store, "search", "hwawei")]
    assert labels == ["Huawei"]
    people = answer(saved_store, "search", "babar", "--type", "person")
    assert [row["type"] for row in people] == ["Person"]
    assert run("search", "babar", "--type", "Event", "--store", saved_store).exit_code == 3


def test_stats(saved_store: Path) -> None:
    found = answer(saved_store, "stats")
    assert found["articles"] == 2
    assert found["entities"]["by class"] == {"Event": 1, "Organization": 3, "Person": 2, "Place": 3}
    assert found["statements"]["total"] == 17
    assert found["statements"]["by modality"] == {"asserted": 16, "planned": 1}
    assert found["statements"]["by relation"]["signedMoUWith"] == {"asserted": 2}


def test_query_from_everywhere(saved_store: Path, tmp_path: Path) -> None:
    sparql = "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s kg:signedMoUWith $with }"
    words: list[str | Path] = ["--param", "with:entity=PSEB", "--store", saved_store, "--format", "csv"]
    file = tmp_path / "count.rq"
    file.write_text(sparql)
    for done in (
        run("query", "-e", sparql, *words),
        run("query", file, *words),
        run("query", "-", *words, stdin=sparql),
    ):
        assert (done.exit_code, done.stdout) == (0, "n\n1\n"), done.stderr


def test_query_ask_and_construct(saved_store: Path) -> None:
    assert answer(saved_store, "query", "-e", "ASK { ?s kg:attended ?o }") is True
    assert run("query", "-e", "ASK { ?s kg:established ?o }", "--store", saved_store).stdout == "false\n"
    construct = "CONSTRUCT { ?s kg:heldIn ?o } { ?s kg:heldIn ?o }"
    assert "kg:heldIn" in run("query", "-e", construct, "--store", saved_store).stdout
    assert answer(saved_store, "query", "-e", construct)[0]["predicate"] == "https://kg.example/ns#heldIn"


def test_export_to_standard_output_and_to_a_file(saved_store: Path, tmp_path: Path) -> None:
    streamed = process("export", "-", "--format", "ttl", "--store", saved_store)
    assert streamed.returncode == 0
    assert streamed.stderr.startswith("standard output: turtle")
    done = run("export", tmp_path / "graph.ttl", "--store", saved_store, "--quiet")
    assert (done.exit_code, done.output) == (0, "")
    assert (tmp_path / "graph.ttl").read_text(encoding="utf-8") == streamed.stdout


def test_export_of_a_part(saved_store: Path) -> None:
    words = ("--ego", "Huawei", "--hops", "2", "--filter", "relation=signedMoUWith", "--filter", "confidence=0.5")
    done = process("export", "-", "--format", "gephi-edges", *words, "--store", saved_store)
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert rows
    assert {row["Kind"] for row in rows} == {"signedMoUWith"}
    assert done.stderr == f"standard output: gephi-edges, {len(rows)} edges\n"


@pytest.mark.parametrize("word", ["mou", ""])
def test_the_shell_completes_queries(word: str) -> None:
    env = {"_KG_COMPLETE": "bash_complete", "COMP_WORDS": f"kg query {word}", "COMP_CWORD": "2"}
    assert "plain,mou-partners" in process(env=env).stdout


def test_check(saved_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("check", "--store", saved_store).stdout == "the graph conforms\n"
    assert answer(saved_store, "check") == {"conforms": True, "problems": []}
    monkeypatch.setattr("kg.cli.check.check", lambda _: CheckReport(False, ("a.txt: no such quote",)))
    done = run("check", "--store", saved_store)
    assert done.exit_code == 1
    assert done.stdout == "1 problems\n  a.txt: no such quote\n"
