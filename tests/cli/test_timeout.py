"""Commands that would take too long are stopped, whatever the engine is at."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest

from kg.store import open_store
from tests.cli.running import process, run
from tests.graphs import Said, graph_of

HOSTILE = {
    "a product": "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }",
    "a path": "ASK { ?a (<x:p>|!<x:q>)* ?b . ?c !<x:q>* ?d . ?e !<x:q>+ ?f . ?g !<x:q>+ ?h FILTER(?b = ?d && ?a = 1) }",
    "rows to be put in order": "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?j ?a",
}
SLACK = 8
"""Seconds that a process may take to start and to end where others use the machine."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("timeout") / "store"
    people = [("Person", f"Person {number}") for number in range(60)]
    said = [Said(one, "metWith", other) for one, other in pairwise(people)]
    with open_store(folder, write=True) as store:
        graph_of({"a.txt": said}, store=store)
    return folder


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE)
def test_a_slow_query_is_stopped_with_one_line(place: Path, query: str) -> None:
    start = time.monotonic()
    done = process("query", "-e", query, "--store", place, "--timeout", "0.5")
    assert time.monotonic() - start < 0.5 + SLACK
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[0] == "error: stopped: no answer within 0.5 s"
    assert "Traceback" not in done.stderr


def test_the_limit_is_a_setting_too(place: Path, tmp_path: Path) -> None:
    words = ("query", "-e", HOSTILE["a product"], "--store", place)
    assert process(*words, env={"KG_TIMEOUT": "0.3"}).returncode == 1
    (tmp_path / "kg.toml").write_text("timeout = 0.3\n", encoding="utf-8")
    assert "no answer within 0.3 s" in process(*words, cwd=tmp_path).stderr


def test_what_is_quick_is_answered(place: Path) -> None:
    for words in (("query", "-e", "ASK { ?s ?p ?o }"), ("search", "person 7"), ("stats",), ("show", "Person 7")):
        assert run(*words, "--store", place, "--timeout", "60").exit_code == 0


@pytest.mark.parametrize("value", ["0", "-1", "soon", "nan", "inf"])
def test_a_limit_must_be_a_time(place: Path, value: str) -> None:
    done = run("query", "-e", "ASK { ?s ?p ?o }", "--store", place, "--timeout", value)
    assert done.exit_code == 2
    assert "give a number of seconds" in done.stderr
