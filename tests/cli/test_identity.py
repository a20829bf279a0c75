"""``kg review``, ``merge``, ``split``, ``link`` and ``identity``: at the terminal and without one."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.build import build
from kg.cli.evidence import Citations
from kg.cli.output import Page
from kg.cli.review import walk
from kg.identity.judging import Judge
from kg.identity.keeping import Keeper
from kg.identity.reviewing import undecided
from kg.store import GraphView, open_store
from tests.cli.running import run
from tests.test_build import TinyExtractor, write

ARTICLES = {
    "a.txt": "Port\n\n[Organization:Karachi Port Trust|KPT] cooperatesWith [Person:Ahmed Ali Khan].\n",
    "b.txt": "Harbour\n\n[Organization:Port of Karachi] cooperatesWith [Person:Ahmed Khan].\n",
    "c.txt": "Trust\n\n[Organization:KPT] cooperatesWith [Organization:ZTE].\n",
    "d.txt": "Talks\n\n[Organization:Karachi Port Trust] cooperatesWith [Place:Kenya|iso=KE].\n",
}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store built of ARTICLES, which commands find by themselves."""
    folder = tmp_path / "kg.store"
    with open_store(folder, write=True) as opened:
        build(opened, [write(tmp_path / "articles", ARTICLES)], TinyExtractor())
    monkeypatch.setenv("KG_STORE", str(folder))
    monkeypatch.setenv("KG_BY", "ana")
    return folder


@pytest.fixture
def view(store: Path) -> Iterator[GraphView]:
    with open_store(store) as opened:
        yield GraphView(opened)


def exported(tmp_path: Path) -> tuple[bytes, ...]:
    """The bytes of the exports."""
    found = []
    for name in ("graph.ttl", "graph.gexf", "graph.trig", "graph.jsonl"):
        assert run("export", tmp_path / name, "--quiet").exit_code == 0
        found.append((tmp_path / name).read_bytes())
    return tuple(found)


def told(*words: str) -> dict[str, object]:
    result = run(*words, "--format", "json")
    assert result.exit_code == 0, result.stderr
    document: dict[str, object] = json.loads(result.stdout)
    return document


@pytest.mark.usefixtures("store")
def test_a_merge_joins_and_its_undoing_restores_every_byte(tmp_path: Path) -> None:
    before = exported(tmp_path)
    result = run("merge", "Karachi Port Trust", "Port of Karachi", "--reason", "one port")
    assert result.exit_code == 0
    assert "are one" in result.stdout
    assert told("show", "Port of Karachi")["label"] == "Karachi Port Trust"
    assert exported(tmp_path) != before
    assert "undone" in run("identity", "undo").stdout
    assert exported(tmp_path) == before


@pytest.mark.usefixtures("store")
def test_a_split_parts_and_its_undoing_restores_every_byte(tmp_path: Path) -> None:
    before = exported(tmp_path)
    assert run("split", "Karachi", "Port", "Trust", "--mention", "d.txt").exit_code == 0
    assert len(json.loads(run("search", "Karachi Port Trust", "--format", "json").stdout)) >= 2
    why = told("identity", "why", "KPT", "Kenya")
    assert why["same"] is False
    assert run("identity", "undo").exit_code == 0
    assert exported(tmp_path) == before


def test_judgements_outlive_a_rebuild_and_travel_as_a_file(store: Path, tmp_path: Path) -> None:
    run("merge", "Karachi Port Trust", "Port of Karachi")
    wanted = exported(tmp_path)
    articles = tmp_path / "articles"
    with open_store(store, write=True) as opened:
        build(opened, [articles], TinyExtractor("2"))
    assert exported(tmp_path) == wanted
    file = tmp_path / "judgements.jsonl"
    assert run("identity", "dump", file).exit_code == 0
    assert run("identity", "dump").stdout == file.read_text(encoding="utf-8")
    other = tmp_path / "other.store"
    with open_store(other, write=True) as opened:
        build(opened, [articles / "a.txt"], TinyExtractor())
    loaded = run("identity", "load", file, "--store", other, "--format", "json")
    assert json.loads(loaded.stdout)["waiting"] == 1
    assert "waiting for its article" in loaded.stderr
    with open_store(other, write=True) as opened:
        build(opened, [articles], TinyExtractor())
    run("export", tmp_path / "other.ttl", "--store", other, "--quiet")
    assert (tmp_path / "other.ttl").read_bytes() == wanted[0]
    assert run("identity", "dump", "--store", other).stdout == file.read_text(encoding="utf-8")


@pytest.mark.usefixtures("store")
def test_load_can_replace_and_tells_what_is_no_judgement(tmp_path: Path) -> None:
    before = exported(tmp_path)
    run("merge", "Karachi Port Trust", "Port of Karachi")
    empty = tmp_path / "none.jsonl"
    empty.write_text("", encoding="utf-8")
    assert told("identity", "load", str(empty), "--replace")["taken back"] == 1
    assert exported(tmp_path) == before
    for text in ("[]", "{", '{"verdict": "same"}', '{"verdict":"may be","who":"a","date":"2024-05-01T12:00:00Z"}'):
        empty.write_text(text, encoding="utf-8")
        result = run("identity", "load", empty)
        assert result.exit_code == 2
        assert "none.jsonl:1: not a judgement" in result.stderr
    assert run("identity", "load", tmp_path / "missing").exit_code == 2
    assert run("identity", "load", "-", stdin="").exit_code == 0


@pytest.mark.usefixtures("store")
def test_a_later_judgement_overrules_and_says_so() -> None:
    run("merge", "Karachi Port Trust", "Port of Karachi")
    result = run("split", "Karachi Port Trust", "-m", "b.txt")
    assert result.exit_code == 0
    assert "conflict:" in result.stderr
    again = run("merge", "Karachi Port Trust", "Port of Karachi")
    assert "conflict:" in again.stderr
    assert told("show", "Port of Karachi")["label"] == "Karachi Port Trust"
    log = run("identity", "log", "--format", "jsonl").stdout.splitlines()
    assert json.loads(log[0])["verdict"] == "same"
    assert {json.loads(line)["who"] for line in log} == {"ana"}


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("merge", "Karachi Port Trust", "KPT"), 2, "one thing already"),
        (("merge", "Karachi Port Trust", "Kenya"), 2, "is a Organization"),
        (("merge", "Karachi Port Trust", "Atlantis"), 3, "nothing in the graph"),
        (("split", "Kenya", "-m", "d.txt"), 2, "all the mentions"),
        (("split", "Kenya", "-m", "z.txt"), 3, "no mention 'z.txt'"),
        (("split", "Kenya"), 2, "--mention"),
        (("identity", "undo"), 3, "nobody has judged"),
        (("identity", "undo", "zzz"), 3, "no judgement is called"),
        (("identity", "undoo"), 2, "undo"),
        (("review", "--decide", "zzz", "--verdict", "same"), 3, "no undecided pair"),
        (("review", "--decide", "zzz"), 2, "go together"),
        (("merge", "Kenya", "KPT", "--by", " "), 2, "somebody who made it"),
        (("identity", "log", "--verdict", "sam"), 2, "same"),
    ],
)
def test_bad_input_gets_a_line_and_the_right_code(words: tuple[str, ...], code: int, message: str) -> None:
    result = run(*words)
    assert result.exit_code == code
    assert message in result.stderr
    assert result.stdout == ""


def test_without_a_store_none_is_made(tmp_path: Path) -> None:
    for words in (
        ("merge", "a", "b"),
        ("split", "a", "-m", "b"),
        ("identity", "undo"),
        ("review",),
        ("identity", "log"),
    ):
        result = run(*words, "--store", tmp_path / "none")
        assert result.exit_code == 1
        assert "there is no store" in result.stderr
    assert not (tmp_path / "none").exists()


@pytest.mark.usefixtures("store")
def test_undecided_pairs_are_listed_and_decided_by_flags() -> None:
    (question,) = json.loads(run("review", "--format", "json").stdout)
    assert {question["left"]["label"], question["right"]["label"]} == {"Ahmed Ali Khan", "Ahmed Khan"}
    assert question["left"]["evidence"][0]["quote"]
    assert 0.3 < question["score"] < 0.8
    assert "Ahmed Ali Khan" in run("review").stdout
    assert told("review", "--decide", question["id"], "--verdict", "same")["verdict"] == "same"
    assert json.loads(run("review", "--format", "json").stdout) == []
    assert told("identity", "why", "Ahmed Khan", "Ahmed Ali Khan")["same"] is True
    run("identity", "undo")
    assert len(json.loads(run("review", "--format", "json").stdout)) == 1
    run("review", "--decide", question["id"], "--verdict", "undecided")
    assert json.loads(run("review", "--format", "json").stdout) == []


@pytest.mark.parametrize(("answers", "judged"), [(["s"], 1), (["d"], 1), (["u"], 1), (["n"], 0), (["q"], 0)])
def test_a_walk_obeys_each_answer(store: Path, answers: list[str], judged: int) -> None:
    with open_store(store, write=True) as opened:
        keeper, stream = Keeper(opened), io.StringIO()
        questions = undecided(keeper.view)
        page, waiting = Page(stream, "never"), iter(answers)
        citations = Citations(keeper.view)
        assert walk(page, questions, citations, Judge(keeper, "ana"), "", lambda: next(waiting)) == judged
        assert len(keeper.persons) == judged
        assert "[s]ame" in stream.getvalue()
        assert "“[Organization:Karachi Port Trust|KPT]" in stream.getvalue()


@pytest.mark.usefixtures("store")
def test_a_table_links_to_wikidata_and_hard_names_are_told(tmp_path: Path) -> None:
    before = exported(tmp_path)
    table = tmp_path / "table.csv"
    table.write_text("name,wikidata\nKPT,Q6367859\nKenya,Q114,Place\nAtlantis,Q1\n", encoding="utf-8")
    result = run("link", "--wikidata", table, "--format", "json")
    assert [row["wikidata"] for row in json.loads(result.stdout)] == ["Q6367859", "Q114"]
    assert "passed over: Atlantis" in result.stderr
    assert b"http://www.wikidata.org/entity/Q6367859" in exported(tmp_path)[0]
    assert run("link", "--wikidata", table).exit_code == 0
    assert run("identity", "undo").exit_code == 0
    assert exported(tmp_path) == before
    table.write_text("name\tid\nKenya\tP31\n", encoding="utf-8")
    assert run("link", "--wikidata", table).exit_code == 2
    table.write_text("Atlantis,Q1\n", encoding="utf-8")
    assert run("link", "--wikidata", table).exit_code == 3


@pytest.mark.usefixtures("store")
def test_why_and_log_tell_the_rules_reasons() -> None:
    found = told("identity", "why", "KPT", "Karachi Port Trust")
    assert found["same"] is True
    assert "acronym" in json.dumps(found)
    assert "rule" in run("identity", "log", "--rules").stdout
    assert "two things" in run("identity", "why", "Kenya", "KPT").stdout


def test_identity_stays_out_of_the_exports(view: GraphView, tmp_path: Path) -> None:
    assert view.judgements()
    for content in exported(tmp_path):
        assert b"judgement" not in content.lower()
