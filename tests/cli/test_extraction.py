"""The commands for the work on extraction: frames, annotate, explain, eval and build --frames."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from kg import KnowledgeGraph
from tests.cli.running import process, run

MINE = """
[[relation]]
name = "acquired"
definition = "Bought it, or took it over."
domain = ["Organization"]
range = ["Organization"]
asks = ["acquired", "bought"]

[[frame]]
id = "acquire"
relation = "acquired"
verbs = ["acquire", "buy"]
from = ["subject"]
to = ["object"]
confidence = 0.9
examples = [
    { text = "Zambia Airways bought Proflight Zambia.", gives = [["Zambia Airways", "acquired", "Proflight Zambia"]] },
    { text = "Zambia Airways plans to buy Proflight Zambia.", gives = [] },
]
"""
ARTICLE = """Zambia Airways takes over a rival

LUSAKA, May 3 2024 – Zambia Airways acquired Proflight Zambia on Monday. Huawei wants to buy Lusaka Telecom.
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(MINE, encoding="utf-8")
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "deal.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_from_a_file_of_frames_to_an_answer(mine: Path, article: Path, tmp_path: Path) -> None:
    store = ("--store", tmp_path / "kg.store")
    assert "1 read" in run("build", article, "--frames", mine, *store).stderr
    assert run("build", article, *store, env={"KG_FRAMES": str(mine)}).stderr.startswith("articles: 0 read")
    mine.write_text(MINE.replace('asks = ["acquired"', 'asks = ["swallowed", "acquired"').replace("plans", "wants"))
    assert "0 read, 1 unchanged" in run("build", article, "--frames", mine, *store).stderr
    assert "Proflight Zambia" in run("ask", "what did Zambia Airways swallow", *store).stdout
    assert run("check", *store).exit_code == 0
    found = json.loads(run("annotate", "deal.txt", *store, "-f", "json").stdout)
    said = [s for p in found["passages"] for sentence in p["sentences"] for s in sentence["statements"]]
    number = next(s["id"] for s in said if s["predicate"] == "acquired" and s["modality"] == "asserted")
    told = run("explain", number, "--frames", mine, *store).stdout
    for words in ("frame: acquire", "evoked by: acquire, buy", "here by: “acquired”", "“Zambia Airways” (name)"):
        assert words in told
    assert "--frames" in run("explain", number, *store).stdout
    forgotten = run("build", article, *store)
    assert "1 read" in forgotten.stderr
    assert "whose frames were not given: acquired" in forgotten.stderr


def test_the_library_takes_frames_too(mine: Path, article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.toml").write_text("")
    with KnowledgeGraph(tmp_path / "kg.store") as graph:
        graph.build(article, frames=[mine, tmp_path / "empty.toml"])
        assert ("acquired", "asserted") in {(fact.predicate, fact.modality) for fact in graph.facts()}
        assert graph.check().conforms


def test_frames_from_the_environment_and_the_settings_file(mine: Path, tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text(MINE.replace('"acquire"\n', '"purchase"\n'), encoding="utf-8")
    both = os.pathsep.join([str(mine), str(tmp_path / "other.toml")])
    listed = run("frames", "list", "-f", "csv", env={"KG_FRAMES": both}).stdout
    assert "\nacquire,acquired,2,0.9," in listed
    assert "\npurchase,acquired,2,0.9," in listed
    (tmp_path / "kg.toml").write_text('frames = ["mine.toml"]\n')
    assert "mine.toml" in process("frames", "list", cwd=tmp_path).stdout
    (tmp_path / "kg.toml").write_text("frames = 3\n")
    assert process("frames", "list", cwd=tmp_path).returncode == 2


def test_frames_list() -> None:
    rows: list[dict[str, Any]] = json.loads(run("frames", "list", "-f", "json").stdout)
    frame = next(row for row in rows if row["id"] == "meet")
    assert (frame["relation"], frame["verbs"], frame["file"]) == ("metWith", ["meet"], "kg")
    assert frame["examples"][0]["gives"]


def test_frames_test(mine: Path) -> None:
    done = run("frames", "test", mine)
    assert (done.exit_code, done.stdout) == (0, "2 of 2 examples hold\n")
    mine.write_text(MINE.replace('"acquired", "Proflight Zambia"', '"acquired", "Lusaka Telecom"'))
    failed = run("frames", "test", mine)
    assert failed.exit_code == 1
    assert "   does not give: Zambia Airways — acquired — Lusaka Telecom\n" in failed.stdout
    assert "   gives: Zambia Airways — acquired — Proflight Zambia (acquire)\n" in failed.stdout
    assert "1 of 2 examples hold" in failed.stdout
    mine.write_text(MINE.replace("plans to buy", "acquired"))
    assert "must not give: Zambia Airways — acquired" in run("frames", "test", mine).stdout


def test_annotate_a_file(mine: Path, article: Path) -> None:
    text = run("annotate", article, "--frames", mine).stdout
    assert "Zambia Airways[1] acquired Proflight Zambia[2] on Monday.\n    → Zambia Airways[1] — acquired" in text
    assert "(planned, 0.81, acquire)" in text
    assert "[1] Zambia Airways (Organization)" in text
    assert run("annotate", "-", "--frames", mine, stdin=ARTICLE).stdout == text
    assert "\x1b[" in run("annotate", article, "--color").stdout
    page = run("annotate", article, "--format", "html").stdout
    assert page.startswith("<!doctype html>")
    assert "Proflight Zambia<sub>2</sub>" in page


def test_annotate_what_is_not_there(tmp_path: Path) -> None:
    done = run("annotate", "none.txt", "--store", tmp_path / "none")
    assert done.exit_code == 3
    assert "no file none.txt" in done.stderr


def test_eval(mine: Path, article: Path, tmp_path: Path) -> None:
    gold = {
        "doc": "deal.txt",
        "entities": {
            "za": {"type": "Organization", "names": ["Zambia Airways"]},
            "pz": {"type": "Organization", "names": ["Proflight Zambia"]},
            "lusaka": {"type": "Place", "names": ["Lusaka"]},
        },
        "facts": [["za", "acquired", "pz"], ["za", "visited", "lusaka"]],
        "wrong": [["pz", "acquired", "za"]],
    }
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "deal.json").write_text(json.dumps(gold))
    words: list[str | Path] = ["eval", "--gold", tmp_path / "gold", article, "--frames", mine]
    done = run(*words, "--verbose")
    assert done.exit_code == 0, done.stderr
    assert "missed: za | visited | lusaka" in done.stdout
    assert "precision 1.000, recall 0.500, F1 0.667: 1 of 2 facts found, 0 false, 0 trapped" in done.stdout
    assert "missed" not in run(*words).stdout
    found = json.loads(run(*words, "-f", "json").stdout)
    assert found["by relation"]["acquired"]["recall"] == 1
    assert run(*words, "--min-recall", "0.5", "--min-precision", "1").exit_code == 0
    low = run(*words, "--min-recall", "0.6")
    assert (low.exit_code, low.stdout != "") == (1, True)
    (tmp_path / "gold" / "other.json").write_text(json.dumps({**gold, "doc": "other.txt"}))
    assert "not given: other.txt" in run(*words).stderr
    unknown = run(*words[:-2])
    assert unknown.exit_code == 2
    assert "no relation is called 'acquired'" in unknown.stderr
