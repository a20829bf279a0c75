"""Whatever a file holds: one clear line, in a few seconds, and the sound articles beside it get in."""

from __future__ import annotations

import random
import resource
import time
from pathlib import Path

import pytest
from pypdf import PdfWriter

from kg.articles import Broken, documents, find_sources, parse_document
from kg.articles.formats.apart import Helper
from kg.errors import ArticleError
from tests.articles.hostile import BOMBS, hostile_files, sound_files
from tests.articles.samples import STORY, archive, lines, page, pdf, write

SLOW = 10
"""Seconds that no file may take."""


def outcomes(folder: Path) -> dict[str, str]:
    """What becomes of each document: its failure, or nothing."""
    found = {}
    for source in find_sources([folder]):
        begun = time.monotonic()
        for each in documents(source):
            found[each.name] = _outcome(each)
        assert time.monotonic() - begun < SLOW, source.name
    return found


def _outcome(each: object) -> str:
    if isinstance(each, Broken):
        message, hint = each.reason, each.hint
    else:
        try:
            parse_document(each)  # type: ignore[arg-type]
        except ArticleError as error:
            message, hint = error.message, error.hint
        else:
            return ""
    assert message
    assert "\n" not in message
    assert len(message) < 300
    assert hint
    return message


@pytest.mark.parametrize("seed", [1, 2])
def test_hostile_files_fail_in_one_line_each(seed: int, tmp_path: Path) -> None:
    files = dict(hostile_files(seed, 4))
    assert len(files) >= 56
    write(tmp_path, files | {"zz-good.txt": STORY.encode(), "zz-good.html": page()})
    found = outcomes(tmp_path)
    assert found["zz-good.txt"] == found["zz-good.html"] == ""


@pytest.mark.parametrize("make", BOMBS, ids=lambda make: make.__name__)
def test_bombs_fill_no_memory(make: object, tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    ending, raw = make(random.Random(3))  # type: ignore[operator]
    made = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    write(tmp_path, {f"bomb.{ending}": raw})
    found = outcomes(tmp_path)
    assert all(found.values())
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - max(before, made) < 200_000


def test_a_bomb_in_an_archive_leaves_the_others_alone(tmp_path: Path) -> None:
    write(tmp_path, {"z.zip": archive({"a.txt": STORY.encode(), "bomb.jsonl": b" " * (70 << 20), "c.html": page()})})
    found = outcomes(tmp_path)
    assert [name for name, failure in found.items() if not failure] == []
    assert "unpacks to more than" in found["z.zip"]
    padding = {f"{n}.txt": random.Random(n).randbytes(200_000) for n in range(5)}
    write(
        tmp_path,
        {"z.zip": archive({"a.txt": STORY.encode(), "bomb.jsonl": b" " * (70 << 20), "c.html": page(), **padding})},
    )
    found = outcomes(tmp_path)
    assert found["z.zip/a.txt"] == found["z.zip/c.html"] == ""
    assert "unpacks to more than" in found["z.zip/bomb.jsonl"]


def test_an_encrypted_pdf_says_so(tmp_path: Path) -> None:
    write(tmp_path, {"a.pdf": pdf([STORY.split("\n")])})
    writer = PdfWriter(clone_from=tmp_path / "a.pdf")
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    assert "encrypted" in outcomes(tmp_path)["a.pdf"]


def test_a_file_of_no_json_lines_fails_once(tmp_path: Path) -> None:
    write(
        tmp_path, {"a.jsonl": b"The ministers met.\n" * 5000, "b.jsonl": b"%PDF-1.4", "c.jsonl": lines({"text": STORY})}
    )
    found = outcomes(tmp_path)
    assert len(found) == 102
    assert "not a file of JSON lines" in found["a.jsonl"]
    assert "PDF" in found["b.jsonl"]
    assert found["c.jsonl/1"] == ""


def test_what_hangs_or_dies_apart_is_told_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write(tmp_path, {"trafilatura.py": b"def bare_extraction(page, **_):\n    while True: pass\n"})
    monkeypatch.setattr("kg.articles.formats.apart.PATIENCE", 1)
    helper = Helper()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(ArticleError, match="too long"):
        helper.extract("html", page(), {})
    monkeypatch.delenv("PYTHONPATH")
    monkeypatch.setattr("kg.articles.formats.apart.PATIENCE", 30)
    assert "Ilam" in helper.extract("html", page(), {}).text
    helper.close()


def test_the_generator_makes_the_same_files_again() -> None:
    assert list(hostile_files(5, 1)) == list(hostile_files(5, 1))
    assert len(sound_files()) == 9
