"""``kg build``: what it says, what it ends with, and what it leaves behind."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kg.model import Article, Evidence, Extraction, Literal, Referent, Statement
from tests.articles.hostile import hostile_files
from tests.articles.samples import STORY, TITLE, lines, write
from tests.cli.running import run


class FirstLine:
    """An extractor that takes every article's first line for an event of 2024; quick, and needs no model."""

    version = "first line"

    def __init__(self, *_: object) -> None:
        """Takes frames and vocabulary like the real one, and needs neither."""

    def extract(self, article: Article) -> Extraction:
        first = next(block for block in article.blocks)
        line = first.span.of(article.text)
        evidence = (Evidence(article.name, first.span.start, first.span.end, line),)
        statement = Statement("e", "heldOn", Literal("2024", "date"), evidence)
        return Extraction(article.name, (Referent("e", "Event", line, (line,), ()),), (statement,))


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.cli.build.load_extractor", FirstLine)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of two articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "fair.txt").write_text("Spring Fair\n\nIt took place in 2024.\n")
    (folder / "expo.md").write_text("Autumn Expo\n\nIt took place in 2024.\n")
    return folder


def test_build_reads_what_is_new_or_changed(articles: Path, tmp_path: Path) -> None:
    words = ("build", articles, "--store", tmp_path / "kg.store")
    first = run(*words)
    assert (first.exit_code, first.stdout) == (0, "")
    assert first.stderr == "articles: 2 read, 0 unchanged; graph: 2 things, 2 statements\n"
    assert run(*words).stderr == "articles: 0 read, 2 unchanged; graph: 2 things, 2 statements\n"
    (articles / "fair.txt").write_text("Summer Fair\n\nIt took place in 2024.\n")
    (articles / "expo.md").unlink()
    assert run(*words, "--prune").stderr == "articles: 1 read, 0 unchanged, 1 pruned; graph: 1 things, 1 statements\n"
    assert run(*words, "--quiet").stderr == ""


def test_bad_articles_are_named_and_the_good_ones_kept(articles: Path, tmp_path: Path) -> None:
    (articles / "empty.txt").write_text("")
    (articles / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    (articles / "latin.txt").write_bytes("Jubiläum in Zürich\n\nDie Feier fand 2024 statt.\n".encode("latin-1"))
    (articles / "sixteen.txt").write_text("Fête à Besançon\n\nElle a eu lieu en 2024.\n", encoding="utf-16")
    (articles / "long.txt").write_text("word " * 1_000_000)
    (articles / "dangling.txt").symlink_to(tmp_path / "nowhere.txt")
    (articles / "closed.txt").write_text("Closed Fair\n\nIt took place in 2024.\n")
    (articles / "closed.txt").chmod(0)
    store = tmp_path / "kg.store"
    done = run("build", articles, "--store", store)
    assert done.exit_code == 5
    assert "Traceback" not in done.stderr
    failed = {line.split(": ")[1] for line in done.stderr.splitlines() if line.startswith("failed: ")}
    bad = {
        "empty.txt",
        "picture.txt",
        "dangling.txt",
        *([] if os.access(articles / "closed.txt", os.R_OK) else ["closed.txt"]),
    }
    assert bad <= failed <= bad | {"long.txt"}
    assert all(len(line.split(": ", 2)[2]) > 5 for line in done.stderr.splitlines() if line.startswith("failed: "))
    found = json.loads(run("query", "timeline", "--store", store, "-f", "json").stdout)
    assert {"Spring Fair", "Autumn Expo", "Jubiläum in Zürich", "Fête à Besançon"} <= {row["what"] for row in found}


def test_ctrl_c_keeps_what_was_read(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(FirstLine):
        def extract(self, article: Article) -> Extraction:
            if article.name == "fair.txt":
                raise KeyboardInterrupt
            return super().extract(article)

    monkeypatch.setattr("kg.cli.build.load_extractor", Interrupted)
    words = ("build", articles, "--store", tmp_path / "kg.store")
    stopped = run(*words)
    assert stopped.exit_code == 130
    assert stopped.stderr.startswith("error: stopped")
    monkeypatch.setattr("kg.cli.build.load_extractor", FirstLine)
    assert run(*words).stderr.startswith("articles: 1 read, 1 unchanged")


def test_standard_input_and_fields(tmp_path: Path) -> None:
    words = ("build", "-", "--store", tmp_path / "kg.store")
    text = "Spring Fair\n\nIt took place in 2024.\n"
    assert run(*words, stdin=text).stderr.startswith("articles: 1 read")
    assert run(*words, stdin=text).stderr.startswith("articles: 0 read, 1 unchanged")
    line = json.dumps({"story": text.replace("Spring", "Winter"), "url": "https://example.org/1"})
    done = run(*words, "--input", "jsonl", "--fields", "text=story", stdin=line)
    assert done.stderr == "articles: 1 read, 0 unchanged; graph: 2 things, 2 statements\n"
    again = run(*words, "--input", "jsonl", stdin=line, env={"KG_FIELDS": "text=story"})
    assert again.stderr.startswith("articles: 0 read, 1 unchanged")
    assert run(*words, "--input", "jsonl", stdin=line).exit_code == 5
    wrong = run(*words, "--fields", "texte=story", stdin=line)
    assert (wrong.exit_code, "no field texte" in wrong.stderr) == (2, True)


def test_hostile_files_are_told_in_one_line_each_and_the_good_ones_kept(articles: Path, tmp_path: Path) -> None:
    write(articles, dict(hostile_files(7, 2)))
    write(articles, {"bad\x1b[31m\u202e.txt": b"", "z.jsonl": lines({"id": "\x1b[2J", "text": ""}, {"text": STORY})})
    done = run("build", articles, "--store", tmp_path / "kg.store")
    assert done.exit_code == 5
    assert "Traceback" not in done.stderr
    assert "the extractor failed" not in done.stderr
    assert all(line.isprintable() for line in done.stderr.splitlines())
    told = [line.split(": ")[0] for line in done.stderr.splitlines()]
    assert {line for line in told if not line.startswith("  ")} <= {"articles", "failed", "skipped", "error", "hint"}
    assert "failed: bad\\x1b[31m\\u202e.txt: the file is empty" in done.stderr
    found = json.loads(run("query", "timeline", "--store", tmp_path / "kg.store", "-f", "json").stdout)
    assert {"Spring Fair", "Autumn Expo", TITLE} <= {row["what"] for row in found}


def test_what_does_not_exist_makes_no_store(tmp_path: Path) -> None:
    for path in ("nothing", "nothing/*.txt"):
        done = run("build", tmp_path / path, "--store", tmp_path / "kg.store")
        assert (done.exit_code, "no such file" in done.stderr) == (2, True)
    assert not (tmp_path / "kg.store").exists()


def test_articles_in_other_languages_are_told_of(articles: Path, tmp_path: Path) -> None:
    text = "Le ministre a rencontré hier son homologue pour parler du commerce du thé, et les deux pays sont convenus "
    (articles / "fr.txt").write_text(f"{text}qu'une commission se réunira deux fois par an dans une des capitales.\n")
    done = run("build", articles, "--store", tmp_path / "kg.store")
    assert done.exit_code == 0
    assert "articles: 2 read, 0 unchanged, 1 skipped; graph" in done.stderr
    assert "skipped: fr.txt: in French, and kg reads English\n" in done.stderr
    write(articles, {"fr2.txt": (articles / "fr.txt").read_bytes()})
    done = run("build", articles, "--store", tmp_path / "kg.store")
    assert "skipped: fr.txt and 1 more: in French" in done.stderr
