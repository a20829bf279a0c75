"""Folders that are no store, damaged ones, ones without permission, and several processes at one store."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest

from kg.errors import StoreBusyError, StoreError
from kg.store import GraphView, engine, open_store
from kg.store.dataset import Change
from tests.graphs import Said, graph_of

SAID = Said(("Person", "Li Wei"), "metWith", ("Person", "Babar Amin"))
as_user = pytest.mark.skipif(os.geteuid() == 0, reason="root may do everything")


@pytest.fixture
def store_at(tmp_path: Path) -> Path:
    with open_store(tmp_path / "store", write=True) as store:
        graph_of({"a.txt": [SAID]}, store=store)
    return tmp_path / "store"


def read_elsewhere(path: Path) -> str:
    """How many statements another process sees, or the error that it ends with."""
    program = (
        "import sys\nfrom kg.errors import KgError\nfrom kg.store import GraphView, open_store\n"
        "try: print(GraphView(open_store(sys.argv[1])).size()[0])\n"
        "except KgError as error: print(type(error).__name__)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_what_was_written_is_there_after_opening_again(store_at: Path) -> None:
    with open_store(store_at) as store:
        assert GraphView(store).size() == (1, 2)
    with open_store(store_at, write=True) as store:
        assert GraphView(store).size() == (1, 2)
    store.close()


def test_a_folder_without_a_store_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store at") as caught:
        open_store(tmp_path / "none")
    assert "kg build" in (caught.value.hint or "")
    assert not (tmp_path / "none").exists()


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("precious")
    with pytest.raises(StoreError, match="not a store and not empty"):
        open_store(tmp_path, write=True)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    for place in (file, file / "below"):
        with pytest.raises(StoreError, match="is not a folder"):
            open_store(place, write=True)
        with pytest.raises(StoreError, match="there is no store at"):
            open_store(place)


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize("damage", ["truncated", "garbled", "deleted"])
@pytest.mark.parametrize("file", ["CURRENT", "*.sst"])
def test_a_damaged_store_says_so(store_at: Path, file: str, damage: str, write: bool) -> None:
    for path in store_at.glob(file):
        content = path.read_bytes()
        if damage == "truncated":
            path.write_bytes(content[: len(content) // 2])
        elif damage == "garbled":
            path.write_bytes(bytes(byte ^ 0x5A for byte in content))
        else:
            path.unlink()
    with pytest.raises(StoreError) as caught:
        open_store(store_at, write=write)
    assert caught.value.hint
    assert caught.value.exit_code == 1


def test_a_second_writer_is_told_that_the_store_is_busy(store_at: Path) -> None:
    with open_store(store_at, write=True), pytest.raises(StoreBusyError) as caught:
        open_store(store_at, write=True)
    assert caught.value.exit_code == 4
    open_store(store_at, write=True).close()


def test_a_writer_that_opens_its_store_anew_keeps_others_out(store_at: Path) -> None:
    holder = (
        "import sys\nfrom pathlib import Path\nfrom kg.store.claim import Claim\nclaim = Claim(Path(sys.argv[1]))\n"
    )
    program = [sys.executable, "-c", f"{holder}print(flush=True)\nsys.stdin.read()", str(store_at)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline()
        with pytest.raises(StoreBusyError):  # Oxigraph's own lock is free, as it is while a store is opened anew
            open_store(store_at, write=True)
        other.kill()
    open_store(store_at, write=True).close()


def test_a_store_is_opened_anew_while_it_is_written_but_not_while_it_is_read(
    store_at: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    inner = pyoxigraph.Store

    def opening(path: str) -> pyoxigraph.Store:
        opened.append(path)
        return inner(path)

    monkeypatch.setattr(engine, "FLUSHED", 0)
    with open_store(store_at, write=True) as store:
        monkeypatch.setattr(pyoxigraph, "Store", opening)
        rows = store.rows("SELECT ?s WHERE { ?s ?p ?o }")
        next(rows)
        graph_of({f"{i}.txt": [SAID] for i in range(5)}, store=store)
        assert not opened
        del rows
        graph_of({f"{i}.txt": [SAID] for i in range(5, 9)}, store=store)
        assert opened
        assert GraphView(store).size() == (10, 2)


def test_readers_work_beside_a_writer(store_at: Path) -> None:
    with open_store(store_at, write=True) as store:
        assert read_elsewhere(store_at) == "1"
        graph_of({"b.txt": [SAID]}, store=store)
        assert read_elsewhere(store_at) == "2"


def test_a_reader_keeps_what_it_opened_while_a_writer_goes_on(store_at: Path) -> None:
    with open_store(store_at) as reader, open_store(store_at, write=True) as writer:
        graph_of({f"{i}.txt": [SAID] for i in range(20)}, store=writer)
        assert GraphView(reader).size() == (1, 2)
        assert GraphView(writer).size() == (21, 2)


def test_a_reader_cannot_write(store_at: Path) -> None:
    with open_store(store_at) as store, pytest.raises(StoreError, match="for reading only"):
        graph_of({"b.txt": [SAID]}, store=store)


@as_user
def test_a_folder_that_may_not_be_written_can_be_read(store_at: Path) -> None:
    paths = [store_at, *store_at.iterdir()]
    for path in paths:
        path.chmod(0o555)
    try:
        with open_store(store_at) as store:
            assert GraphView(store).size() == (1, 2)
        with pytest.raises(StoreError, match="may not be used"):
            open_store(store_at, write=True)
        with pytest.raises(StoreError, match="may not be used"):
            open_store(store_at / "below", write=True)
    finally:
        for path in paths:
            path.chmod(0o755)


def test_an_update_that_fails_changes_nothing(store_at: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def __init__(self, inner: pyoxigraph.Store) -> None:
            self.query = inner.query

        def update(self, _: str) -> None:
            raise OSError("No space left on device")

    with open_store(store_at, write=True) as store, monkeypatch.context() as patch:
        patch.setattr(store._engine, "_inner", Full(store._engine._inner))  # type: ignore[attr-defined]
        with pytest.raises(StoreError, match="No space left") as caught:
            store.apply(Change(resolver="2"))
        assert "free some space" in (caught.value.hint or "")
        patch.undo()
        assert GraphView(store).size() == (1, 2)


def test_a_fault_while_solutions_are_read_is_a_store_error(store_at: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Torn:
        def query(self, *_: object, **__: object) -> object:
            raise RuntimeError("Corruption: block checksum mismatch")

    with open_store(store_at) as store:
        monkeypatch.setattr(store._engine, "_inner", Torn())
        with pytest.raises(StoreError, match="could not be read"):
            list(store.rows("SELECT * WHERE { ?s ?p ?o }"))


def test_a_store_whose_making_was_stopped_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    for name in ("LOCK", "LOG", "IDENTITY", "MANIFEST-000001", "000001.dbtmp"):
        (folder / name).touch()
    with open_store(folder, write=True) as store:
        assert not store.ledger()
