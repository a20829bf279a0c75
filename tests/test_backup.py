"""Backups: everything comes back, nothing is overwritten, and what is damaged is told."""

from __future__ import annotations

import gzip
import json
import threading
from io import BytesIO
from pathlib import Path

import pyoxigraph
import pytest

from kg.backup import HEAD, backup, restore
from kg.build import build
from kg.errors import KgError, StoreBusyError, StoreError, UsageError
from kg.export import export
from kg.names import Names
from kg.store import GraphStore, GraphView, memory_store, open_store
from kg.store.format import FORMAT, format_line
from kg.store.whole import article_names
from tests.cli.running import run
from tests.graphs import Said, graph_of
from tests.test_build import ARTICLES, TinyExtractor, dump, write
from tests.test_own_relations import ACQUIRED


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in a folder, with its articles beside it."""
    folder = tmp_path_factory.mktemp("backup")
    articles = write(folder / "articles", ARTICLES)
    with open_store(folder / "store", write=True) as store:
        build(store, [articles], TinyExtractor())
        store.remember([ACQUIRED])
    return folder


@pytest.fixture(scope="module")
def saved(built: Path) -> Path:
    """Its backup."""
    file = built / "graph.nq.gz"
    assert run("backup", file, "--store", built / "store").exit_code == 0
    return file


def exported(store: GraphStore) -> list[bytes]:
    written = [BytesIO() for _ in range(3)]
    for stream, kind in zip(written, ("trig", "gexf", "jsonl"), strict=True):
        export(GraphView(store), stream, kind)
    return [stream.getvalue() for stream in written]


def test_all_comes_back_and_a_build_finds_nothing_to_do(built: Path, saved: Path, tmp_path: Path) -> None:
    done = run("restore", saved, "--store", tmp_path / "again")
    assert (done.exit_code, done.stdout) == (0, "")
    with open_store(built / "store") as before, open_store(tmp_path / "again", write=True) as after:
        assert dump(after) == dump(before)
        assert exported(after) == exported(before)
        assert after.relations == before.relations == (ACQUIRED,)
        assert GraphView(after).judgements() == GraphView(before).judgements()
        report = build(after, [built / "articles"], TinyExtractor(), relations=[ACQUIRED])
        assert (report.read, len(report.unchanged)) == ((), len(ARTICLES))
        assert dump(after) == dump(before)
    assert [path.name for path in tmp_path.iterdir()] == ["again"]


def test_the_same_graph_gives_the_same_bytes(built: Path, saved: Path, tmp_path: Path) -> None:
    store = memory_store()
    build(store, [built / "articles"], TinyExtractor())
    store.remember([ACQUIRED])
    backup(store, tmp_path / "memory.nq.gz")
    assert (tmp_path / "memory.nq.gz").read_bytes() == saved.read_bytes()
    restore(saved, tmp_path / "again", Names())
    with open_store(tmp_path / "again") as again:
        backup(again, tmp_path / "second.nq.gz")
    assert (tmp_path / "second.nq.gz").read_bytes() == saved.read_bytes()


def test_nothing_is_overwritten(saved: Path, built: Path, tmp_path: Path) -> None:
    before = sorted(path.name for path in built.iterdir())
    for place in (built / "store", built / "articles", saved):
        done = run("restore", saved, "--store", place)
        assert done.exit_code == 1
        assert done.stderr.startswith(f"error: there is something at {place} already\n")
    assert sorted(path.name for path in built.iterdir()) == before
    (tmp_path / "empty").mkdir()
    assert run("restore", saved, "--store", tmp_path / "empty").exit_code == 0


def _cut(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


def _flipped(whole: bytes) -> bytes:
    middle = len(whole) // 2
    return whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]


def _changed(whole: bytes) -> bytes:
    return gzip.compress(gzip.decompress(whole).replace(b"Babar", b"Baber"))


def _shortened(whole: bytes) -> bytes:
    return gzip.compress(b"\n".join(gzip.decompress(whole).split(b"\n")[:-2]) + b"\n")


def _newer(whole: bytes) -> bytes:
    return gzip.compress(gzip.decompress(whole).replace(b'"version": 1', b'"version": 2', 1))


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (_cut, "is damaged"),
        (_flipped, "is damaged"),
        (_changed, "is damaged"),
        (_shortened, "is damaged"),
        (_newer, "was written by a newer version of kg"),
        (lambda _: b"", "no backup of kg"),
        (lambda _: b"just a text\n", "is damaged"),
        (lambda _: gzip.compress(b"<s> <p> <o> .\n"), "no backup of kg"),
        (lambda _: gzip.compress(HEAD.encode() + b"[1]\n"), "no backup of kg"),
        (lambda _: gzip.compress(b"\xff\xfe\n"), "is damaged"),
    ],
)  # fmt: skip
def test_what_is_no_whole_backup_is_told_in_one_line(saved: Path, tmp_path: Path, harm: object, told: str) -> None:
    file = tmp_path / "harmed.nq.gz"
    file.write_bytes(harm(saved.read_bytes()))  # type: ignore[operator]
    done = run("restore", file, "--store", tmp_path / "store")
    assert done.exit_code in (1, 2)
    assert told in done.stderr.splitlines()[0]
    assert len(done.stderr.splitlines()) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["harmed.nq.gz"]


def test_what_cannot_be_read_or_written_is_told(saved: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert run("restore", tmp_path / "nothing", "--store", tmp_path / "store").exit_code == 2
    assert run("restore", tmp_path, "--store", tmp_path / "store").exit_code == 2
    assert run("restore", saved, "--store", tmp_path / "file" / "store").exit_code == 1
    assert run("backup", tmp_path / "graph.nq.gz", "--store", tmp_path / "nowhere").exit_code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_graph_of_another_base_is_told(saved: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="another base"):
        restore(saved, tmp_path / "store", Names(base="https://example.org/id/"))


def test_half_a_restore_leaves_nothing(saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(store: GraphStore, quads: BytesIO) -> None:
        store._engine.load(BytesIO(b"".join(quads.readlines()[:50])))
        raise StoreError("no space left")

    monkeypatch.setattr(GraphStore, "load", half)
    with pytest.raises(StoreError, match="no space left"):
        restore(saved, tmp_path / "store", Names())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_saved_as_it_was_while_another_writes(tmp_path: Path) -> None:
    people = [("Person", f"Person {number}") for number in range(40)]
    done = threading.Event()

    def article(number: int) -> dict[str, list[Said]]:
        return {f"{number:03}.txt": [Said(people[number % 40], "metWith", people[(number * 7 + 1) % 40])]}

    with open_store(tmp_path / "store", write=True) as store:
        for number in range(30):
            graph_of(article(number), store=store)

        def go_on() -> None:
            for number in range(30, 200):
                if not done.is_set():
                    graph_of(article(number), store=store)

        writer = threading.Thread(target=go_on)
        writer.start()
        try:
            with open_store(tmp_path / "store") as reader:
                backup(reader, tmp_path / "graph.nq.gz")
        finally:
            done.set()
            writer.join()
    restore(tmp_path / "graph.nq.gz", tmp_path / "again", Names())
    with open_store(tmp_path / "again") as again:
        read = sorted(again.ledger())
        assert len(read) >= 30
        assert read == article_names(GraphView(again)) == [f"{number:03}.txt" for number in range(len(read))]
        assert len(GraphView(again).facts()) == len(read)


def test_a_graph_that_changes_meanwhile_gives_no_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = graph_of({"a.txt": [Said(("Person", "A"), "metWith", ("Person", "B"))]})
    found = iter([store.ledger(), {}])
    monkeypatch.setattr(store, "ledger", lambda: next(found))
    with pytest.raises(StoreBusyError):
        backup(store, tmp_path / "graph.nq.gz")
    assert list(tmp_path.iterdir()) == []


def test_any_triple_store_reads_a_backup(saved: Path) -> None:
    text = gzip.decompress(saved.read_bytes())
    head, *lines, tail, _ = text.decode().split("\n")
    assert json.loads(head.removeprefix(HEAD))["version"] == 1
    assert tail.startswith("# sha256 ")
    quads = set(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_QUADS))
    assert len(quads) == len(lines)
    assert {str(quad.graph_name.value) for quad in quads} > {Names().ledger_graph, Names().vocabulary_graph}


def test_a_store_of_a_newer_kg_is_told(tmp_path: Path) -> None:
    with open_store(tmp_path / "store", write=True) as store:
        graph_of({"a.txt": [Said(("Person", "A"), "metWith", ("Person", "B"))]}, store=store)
        graph, known = store.names.ledger_graph, format_line(store.names)
        newer = [format_line(store.names, FORMAT + 1)]
        store._engine.update([f"DELETE DATA {{ GRAPH <{graph}> {{ {known} }} }}"], {graph: newer})
    for words in (("stats",), ("show", "A"), ("build", tmp_path), ("export", "-", "--format", "nt")):
        done = run(*words, "--store", tmp_path / "store")
        assert done.exit_code == 1
        assert "was written by a newer version of kg" in done.stderr.splitlines()[0]
    with pytest.raises(KgError):
        open_store(tmp_path / "store", write=True)
