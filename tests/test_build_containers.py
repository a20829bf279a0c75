"""Builds of files that hold many articles: each is an article of its own, in every respect."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from kg.articles import InputOptions
from kg.build import build
from kg.errors import UsageError
from kg.store import GraphView, memory_store
from tests.articles.samples import archive, lines
from tests.test_build import ARTICLES, TinyExtractor, dump, labels
from tests.test_build import write as write_texts


def records(**texts: str) -> bytes:
    return lines(*({"id": key, "text": text} for key, text in texts.items()))


LI = "Two officials\n\n[Person:Li Wei|body=Huawei] metWith [Person:Babar Amin|Mr Amin].\n"
PSEB = "A pact\n\n[Organization:PSEB] cooperatesWith [Organization:Huawei].\n"
ZTE = "Another pact\n\n[Organization:PSEB] cooperatesWith [Organization:ZTE].\n"


def test_a_container_gives_the_graph_of_its_articles(tmp_path: Path) -> None:
    store, extractor = memory_store(), TinyExtractor()
    (tmp_path / "n.jsonl").write_bytes(records(a=LI, b=PSEB, c=ZTE))
    report = build(store, [tmp_path], extractor)
    assert report.read == ("n.jsonl/a", "n.jsonl/b", "n.jsonl/c")
    assert (report.statements, report.failures) == (3, ())
    evidence = [each for fact in GraphView(store).facts() for each in fact.evidence]
    assert {each.article for each in evidence} == set(report.read)
    assert build(store, [tmp_path], extractor).unchanged == report.read
    (tmp_path / "n.jsonl").write_bytes(records(a=LI, b=PSEB.replace("PSEB", "Tencent"), c=ZTE, d=ZTE))
    assert build(store, [tmp_path], extractor).read == ("n.jsonl/b", "n.jsonl/d")


def test_what_is_told_of_an_article_counts_as_its_content(tmp_path: Path) -> None:
    store, extractor = memory_store(), TinyExtractor()
    (tmp_path / "n.jsonl").write_bytes(lines({"id": "a", "text": LI, "title": "One"}, {"id": "b", "text": PSEB}))
    build(store, [tmp_path], extractor)
    (tmp_path / "n.jsonl").write_bytes(lines({"id": "a", "text": LI, "title": "Two"}, {"id": "b", "text": PSEB}))
    assert build(store, [tmp_path], extractor).read == ("n.jsonl/a",)
    assert GraphView(store).sources()["n.jsonl/a"].title == "Two"


def test_prune_takes_out_records_that_are_gone(tmp_path: Path) -> None:
    store, extractor = memory_store(), TinyExtractor()
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    (one / "n.jsonl").write_bytes(records(a=LI, b=PSEB))
    (two / "z.zip").write_bytes(archive({"c.txt": ZTE.encode()}))
    build(store, [one, two], extractor)
    (one / "n.jsonl").write_bytes(records(b=PSEB))
    assert build(store, [one], extractor).pruned == ()
    assert build(store, [one / "n.jsonl"], extractor, prune=True).pruned == ("n.jsonl/a",)
    (two / "z.zip").unlink()
    assert build(store, [one], extractor, prune=True).pruned == ()
    assert build(store, [two], extractor, prune=True).pruned == ("z.zip/c.txt",)
    assert labels(store) == {"PSEB", "Huawei"}
    fresh = memory_store()
    build(fresh, [one], extractor)
    assert dump(store) == dump(fresh)


def test_prune_keeps_what_a_broken_container_may_hold(tmp_path: Path) -> None:
    store, extractor = memory_store(), TinyExtractor()
    whole = gzip.compress(records(a=LI, b=PSEB, c=ZTE), mtime=0)
    (tmp_path / "n.jsonl.gz").write_bytes(whole)
    (tmp_path / "m.jsonl").write_bytes(records(a=LI))
    build(store, [tmp_path], extractor)
    (tmp_path / "n.jsonl.gz").write_bytes(whole[:-20])
    (tmp_path / "m.jsonl").write_bytes(b"{broken\n")
    report = build(store, [tmp_path], extractor, prune=True)
    assert report.pruned == ()
    assert [failure.article for failure in report.failures] == ["m.jsonl/line 1", "n.jsonl.gz"]
    assert len(store.ledger()) == 4


def test_prune_keeps_what_lies_in_a_folder_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, extractor = memory_store(), TinyExtractor()
    write_texts(tmp_path / "in", {"a.txt": LI})
    write_texts(tmp_path / "in" / "deep", {"b.txt": PSEB})
    build(store, [tmp_path / "in"], extractor)
    real = os.listdir
    for closed in ("in", "deep"):

        def listdir(path: Path, closed: str = closed) -> list[str]:
            if Path(path).name == closed:
                raise PermissionError(13, "Permission denied")
            return real(path)

        monkeypatch.setattr("kg.articles.files.os.listdir", listdir)
        report = build(store, [tmp_path / "in"], extractor, prune=True)
        assert (report.pruned, len(report.failures)) == ((), 1)
    assert len(store.ledger()) == 2


def test_containers_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    store, extractor = memory_store(), TinyExtractor()
    for folder, text in (("one", LI), ("two", PSEB)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "n.jsonl").write_bytes(records(a=text))
    build(store, [tmp_path / "one"], extractor)
    report = build(store, [tmp_path / "two"], extractor)
    assert [failure.article for failure in report.failures] == ["n.jsonl/a"]
    assert "Li Wei" in labels(store)
    with pytest.raises(UsageError, match=r"n\.jsonl"):
        build(store, [tmp_path / "one", tmp_path / "two"], extractor)


def test_an_archive_and_a_folder_of_its_name_cannot_be_told_apart(tmp_path: Path) -> None:
    store = memory_store()
    (tmp_path / "n.zip").write_bytes(archive({"a.txt": LI.encode()}))
    write_texts(tmp_path / "in" / "n.zip", {"a.txt": PSEB})
    report = build(store, [tmp_path / "n.zip", tmp_path / "in"], TinyExtractor())
    assert report.read == ("n.zip/a.txt",)
    assert "another article" in report.failures[0].reason


def test_progress_grows_with_what_turns_up(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    (tmp_path / "e.jsonl").write_bytes(b"")
    (tmp_path / "n.jsonl").write_bytes(records(a=LI, b=PSEB))
    write_texts(tmp_path, {"z.txt": ARTICLES["a.txt"]})
    build(memory_store(), [tmp_path], TinyExtractor(), progress=lambda *args: told.append(args))
    assert [done for done, _, _ in told] == [1, 2, 3]
    assert told[-1] == (3, 3, "z.txt")


def test_records_stream_and_are_never_all_in_memory(tmp_path: Path) -> None:
    taken = []

    class Watching(TinyExtractor):
        def extract(self, article):  # type: ignore[no-untyped-def]
            taken.append(article.name)
            if len(taken) == 3:
                raise KeyboardInterrupt
            return super().extract(article)

    with (tmp_path / "n.jsonl").open("wb") as file:
        for number in range(20_000):
            file.write(records(**{f"r{number}": LI}))
    store = memory_store()
    with pytest.raises(KeyboardInterrupt):
        build(store, [tmp_path], Watching())
    assert len(store.ledger()) == 2


def test_other_languages_are_skipped_and_no_failure(tmp_path: Path) -> None:
    foreign = (
        "El ministro de Agricultura se reunió ayer con su homólogo para hablar del comercio de té, y los dos países "
        "acordaron que una comisión conjunta se reunirá dos veces al año para que los estudiantes puedan viajar."
    )
    store = memory_store()
    write_texts(tmp_path, {"a.txt": foreign, "b.txt": LI})
    report = build(store, [tmp_path], TinyExtractor())
    assert (report.read, report.failures) == (("b.txt",), ())
    assert [(each.article, each.reason) for each in report.skipped] == [("a.txt", "in Spanish, and kg reads English")]


def test_fields_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "n.jsonl").write_bytes(lines({"key": "x", "story": LI}))
    options = InputOptions({"text": "story", "id": "key"})
    assert build(memory_store(), [tmp_path], TinyExtractor(), options=options).read == ("n.jsonl/x",)
