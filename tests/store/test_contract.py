"""What every store must do, whatever holds it: memory, a folder, an Oxigraph server, a Virtuoso server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest

from kg.ask import answer
from kg.backup import backup, restore
from kg.build import build
from kg.check import check
from kg.errors import QueryError, StoreError
from kg.export import export
from kg.lookup import find
from kg.paths import find_paths
from kg.queries import named_query, run_query
from kg.store import GraphStore, GraphView, memory_store, open_store
from tests.conftest import ARTICLES as STORY
from tests.conftest import FORUM, LABELS, PSEB, SHENZHEN
from tests.graphs import graph_of
from tests.store.servers import has, oxigraph, virtuoso
from tests.test_build import ARTICLES, TinyExtractor, dump, write

pytestmark = pytest.mark.xdist_group("servers")


@pytest.fixture(scope="module", params=["memory", "folder", "oxigraph", "virtuoso"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str | Path | None]:
    """Where stores are opened; None for memory."""
    folder = tmp_path_factory.mktemp("contract") / "store"
    if request.param == "oxigraph":
        with oxigraph(folder) as address:
            yield address
    elif request.param == "virtuoso":
        if not has("virtuoso-t"):
            pytest.skip("virtuoso-t is not installed (Debian: virtuoso-opensource-7-bin)")
        with virtuoso(folder) as address:
            yield address
    else:
        yield folder if request.param == "folder" else None


@pytest.fixture
def store(place: str | Path | None) -> Iterator[GraphStore]:
    """An empty store in that place."""
    with memory_store() if place is None else open_store(place, write=True) as opened:
        opened.drop(graphs_of(opened))
        opened.close()
    with memory_store() if place is None else open_store(place, write=True) as opened:
        yield opened


def graphs_of(store: GraphStore) -> list[str]:
    """The graphs that kg has put there: a server has some of its own."""
    graphs = {str(g) for (g,) in store.rows("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")}
    return sorted(graph for graph in graphs if graph.startswith(store.names.base))


def exported(store: GraphStore, kind: str) -> bytes:
    written = BytesIO()
    export(GraphView(store), written, kind)
    return written.getvalue()


def ours(store: GraphStore) -> list[str]:
    """What kg has put there: a server has graphs of its own."""
    return [line for line in dump(store) if line.rsplit("<", 1)[1].startswith(store.names.base)]


def test_builds_leave_what_they_leave_in_memory(store: GraphStore, tmp_path: Path) -> None:
    expected = memory_store()
    for each in (expected, store):
        folder = write(tmp_path / str(id(each)), ARTICLES)
        build(each, [folder], TinyExtractor())
        (folder / "a.txt").write_text("Another\n\n[Person:Wu] metWith [Person:Babar Amin].\n", encoding="utf-8")
        (folder / "c.txt").unlink()
        report = build(each, [folder], TinyExtractor(), prune=True)
        assert (report.read, report.unchanged, report.pruned) == (("a.txt",), ("b.txt",), ("c.txt",))
    assert ours(store) == dump(expected)


@pytest.mark.parametrize("kind", ["turtle", "ntriples", "trig", "jsonld", "gexf", "graphml", "jsonl", "csv"])
def test_exports_are_the_same_bytes(store: GraphStore, kind: str) -> None:
    expected = graph_of(STORY, labels=LABELS)
    graph_of(STORY, labels=LABELS, store=store)
    assert exported(store, kind) == exported(expected, kind)


def test_questions_names_paths_and_queries_have_the_same_answers(store: GraphStore) -> None:
    expected = graph_of(STORY, labels=LABELS)
    graph_of(STORY, labels=LABELS, store=store)
    one, other = GraphView(store), GraphView(expected)
    for question in ("who attended the shenzhen forum", "MoU partners of PSEB", "who spoke in 2014", "huawai partners"):
        found, wanted = answer(one, question), answer(other, question)
        assert found == wanted
    assert find(one, "hua") == find(other, "hua")
    ends = store.names.entity(*PSEB), store.names.entity(*SHENZHEN)
    assert find_paths(one, *ends, k=3) == find_paths(other, *ends, k=3)
    partners = named_query("mou-partners")
    assert run_query(one, partners, {}) == run_query(other, partners, {})
    assert one.facts(store.names.entity(*FORUM)) == other.facts(store.names.entity(*FORUM))
    assert check(store).conforms


def test_backups_are_the_same_bytes_and_come_back(store: GraphStore, place: str | Path | None, tmp_path: Path) -> None:
    expected = memory_store()
    folder = write(tmp_path / "articles", {**ARTICLES, "ö ä?.txt": f"Odd\n\n[Person:{ODD}] attended [Event:Fair].\n"})
    for each, name in ((expected, "expected"), (store, "found")):
        build(each, [folder], TinyExtractor())
        backup(each, tmp_path / name)
    assert (tmp_path / "found").read_bytes() == (tmp_path / "expected").read_bytes()
    if isinstance(place, str):
        with pytest.raises(StoreError, match="there is a graph"):
            restore(tmp_path / "found", place, store.names)
        store.drop(graphs_of(store))
        restore(tmp_path / "found", place, store.names)
        backup(store, tmp_path / "again")
        assert (tmp_path / "again").read_bytes() == (tmp_path / "expected").read_bytes()
        assert build(store, [folder], TinyExtractor()).read == ()


def test_half_a_restore_to_a_server_leaves_nothing(
    store: GraphStore, place: str | Path | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not isinstance(place, str):
        pytest.skip("folders have a test of their own")
    expected = memory_store()
    build(expected, [write(tmp_path / "articles", ARTICLES)], TinyExtractor())
    backup(expected, tmp_path / "file")
    whole = GraphStore.load

    def half(opened: GraphStore, quads: BinaryIO) -> None:
        whole(opened, BytesIO(b"".join(quads.readlines()[:50])))
        assert graphs_of(store)
        raise StoreError("the server is gone")

    monkeypatch.setattr(GraphStore, "load", half)
    with pytest.raises(StoreError, match="the server is gone"):
        restore(tmp_path / "file", place, store.names)
    assert graphs_of(store) == []


ODD = 'Zoë “Łęcka” \\ "of" \u2028 Łódź\u0085 & <b>'


def test_odd_characters_and_values_come_back_as_they_were(store: GraphStore, tmp_path: Path) -> None:
    text = f"Values\n\n[Person:{ODD}] attended [Event:Fair of 2024].\n"
    build(store, [write(tmp_path, {"ö ä?.txt": text})], TinyExtractor())
    view = GraphView(store)
    assert ODD in {entity.label for entity in view.entities().values()}
    assert view.text("ö ä?.txt") == text
    (fact,) = view.facts()
    assert fact.evidence[0].quote in text


def test_relations_of_ones_own_are_remembered(store: GraphStore, place: str | Path | None) -> None:
    own = replace(store.vocabulary.relation("cooperatesWith"), name="lentTo", label="lent to", implies=(), codes=())
    own = replace(own, matches=(), asks=("lent",), asks_inverse=())
    store.remember([own])
    if isinstance(place, str):
        with open_store(place) as again:
            assert again.relations == (own,)
    store.remember([])
    assert store.relations == ()


def test_faults_of_queries_are_told_as_such(store: GraphStore) -> None:
    for work in (lambda: list(store.rows("SELECT nonsense")), lambda: store.ask("ASK {"), lambda: store.query("FIND")):
        with pytest.raises(QueryError):
            work()


def test_a_server_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.remote.FIRST_WAIT", 0.001)
    with pytest.raises(StoreError, match=r"no server answers at http://127\.0\.0\.1:9/"):
        open_store("http://127.0.0.1:9/")
