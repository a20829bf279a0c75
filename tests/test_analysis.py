"""What the shape of the graph tells, in graphs small enough to count by hand."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kg.analysis import Analysis
from kg.store import GraphView, open_store
from tests.cli.running import process, run
from tests.graphs import Said, graph_of

CHINA, PERU = ("Place", "China"), ("Place", "Peru")
BANK, SCHOOL, MINES = ("Organization", "Lake Bank"), ("Organization", "Hill School"), ("Organization", "Mines Board")
ANA, FAR, FARTHER = ("Person", "Ana Rojas"), ("Organization", "Far Works"), ("Organization", "Farther Works")
DESCRIBED = {CHINA: {"country": "CN"}, PERU: {"country": "PE"}}
ARTICLES = {
    "one.txt": [
        Said(BANK, "locatedIn", CHINA),
        Said(SCHOOL, "locatedIn", PERU),
        Said(ANA, "represents", SCHOOL),
        Said(BANK, "signedMoUWith", SCHOOL),
        Said(ANA, "metWith", BANK, modality="planned"),
    ],
    "two.txt": [Said(BANK, "signedMoUWith", SCHOOL), Said(FAR, "cooperatesWith", FARTHER)],
}


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return Analysis(GraphView(graph_of(ARTICLES, described=DESCRIBED)))


def test_who_is_most_active_counts_reports_and_not_plans(analysis: Analysis) -> None:
    found = [(s.label, s.reports, s.partners) for s in analysis.most_active(("Person", "Organization"))]
    assert found[:2] == [("Hill School", 4, 3), ("Lake Bank", 3, 2)]
    assert ("Ana Rojas", 1, 1) in found


def test_betweenness_is_the_share_of_shortest_ways(analysis: Analysis) -> None:
    """A chain of China, bank, school and its two ends, beside a pair: (n-1)(n-2)/2 = 15 pairs in all."""
    told = {s.label: s.betweenness for s in analysis.standings}
    assert told["Hill School"] == pytest.approx(5 / 15, abs=1e-6)
    assert told["Lake Bank"] == pytest.approx(3 / 15, abs=1e-6)
    assert told["Far Works"] == 0


def test_communities_are_numbered_from_the_largest(analysis: Analysis) -> None:
    number = {s.label: s.community for s in analysis.standings}
    assert number["Far Works"] == number["Farther Works"] != number["Lake Bank"]
    sizes = [community.size for community in analysis.communities]
    assert sizes == sorted(sizes, reverse=True)
    assert sum(sizes) == len(number)


def test_bodies_are_at_home_where_they_lie_and_people_where_their_bodies_are(analysis: Analysis) -> None:
    country = {s.label: s.country for s in analysis.standings}
    assert (country["Lake Bank"], country["Ana Rojas"], country["Far Works"]) == ("China", "Peru", None)
    [bridge] = analysis.bridges
    assert (bridge.countries, bridge.ties, bridge.agreements) == (("China", "Peru"), 1, 1)
    assert set(bridge.foremost) == {"Lake Bank", "Hill School"}


def test_growth_counts_each_thing_once() -> None:
    store = graph_of({"one.txt": ARTICLES["one.txt"]}, described=DESCRIBED, published="2023-11-30")
    graph_of({"two.txt": ARTICLES["two.txt"]}, store=store, published="2024-02-01")
    found = [(p.time, p.articles, p.new_things) for p in Analysis(GraphView(store)).growth]
    assert found == [("2023-11", 1, 5), ("2024-02", 1, 2)]


def test_figures_do_not_depend_on_the_run(saved_store: Path) -> None:
    words = ("analyse", "--store", saved_store, "--format", "json")
    told = {process(*words, env={"PYTHONHASHSEED": seed}).stdout for seed in ("1", "2", "3")}
    assert len(told) == 1
    assert set(json.loads(told.pop())) == {"active", "central", "communities", "countries", "growth"}


def test_exports_have_the_measures_where_they_are_asked_for(saved_store: Path) -> None:
    def written(*words: str) -> dict[str, dict[str, str]]:
        text = run("export", "-", "--format", "gephi-nodes", "--store", saved_store, *words).stdout
        return {row["Label"]: row for row in csv.DictReader(io.StringIO(text))}

    board = written("--analysis")["Pakistan Software Export Board"]
    assert float(board["betweenness"]) > 0
    assert int(board["community"]) >= 1
    assert "betweenness" not in written()["Pakistan Software Export Board"]


def test_the_command_shows_one_table_or_all(saved_store: Path, tmp_path: Path) -> None:
    everything = run("analyse", "--store", saved_store, "--top", "2").stdout
    assert [line for line in everything.splitlines() if line.isalpha()] == [
        "active", "central", "communities", "countries", "growth",
    ]  # fmt: skip
    one = run("analyse", "active", "--store", saved_store, "--format", "csv").stdout
    assert one.startswith("name,class,country,reports,partners\n")
    several = run("analyse", "--store", saved_store, "--format", "csv")
    assert (several.exit_code, several.stdout) == (2, "")
    with open_store(tmp_path / "empty", write=True):
        pass
    assert run("analyse", "--store", tmp_path / "empty").exit_code == 3
