"""Relations of a user's own: a store built with them knows them without their file, until nothing uses them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kg.ask import answer
from kg.build import BuildReport, build
from kg.check import check
from kg.errors import UsageError
from kg.export import export
from kg.model import Article, Evidence, Extraction, Referent, Statement
from kg.names import Names
from kg.paths import find_paths
from kg.store import GraphStore, GraphView, memory_store, open_store
from kg.vocabulary import Relation, load_vocabulary

ACQUIRED = Relation(
    name="acquired",
    label="acquired",
    inverse_label="was acquired by",
    definition="Bought it, or took it over.",
    domain=("Organization",),
    range=("Organization",),
    datatype=None,
    symmetric=False,
    implies=("cooperatesWith",),
    matches=(),
    codes=(),
    asks=("acquired", "bought"),
    asks_inverse=("owner of",),
)
STAFF = Relation(
    "staff", "staff", "", "How many work there.", ("Organization",), (), "integer", False, (), (), (), ("how many",), ()
)
RIVAL = Relation(
    "rivalOf", "rival of", "rival of", "Competes with it.", ("Organization", "Person"), ("Organization", "Person"),
    None, True, (), (), (), (), (),
)  # fmt: skip


class Buyer:
    """Takes "A acquired B" for an acquisition, where it was told of the relation."""

    def __init__(self, knows: bool = True) -> None:
        self.knows = knows
        self.version = f"buyer {knows}"

    def extract(self, article: Article) -> Extraction:
        if not self.knows:
            return Extraction(article.name, (), ())
        block = article.blocks[-1]
        quote = block.span.of(article.text)
        one, other = quote.rstrip(".").split(" acquired ")
        referents = tuple(Referent(name, "Organization", name, (name,), ()) for name in (one, other))
        evidence = (Evidence(article.name, block.span.start, block.span.end, quote),)
        return Extraction(article.name, referents, (Statement(one, "acquired", other, evidence),))


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text("A takeover is told\n\nAcme Corp acquired Bolt Ltd.\n")
    (folder / "two.txt").write_text("Another takeover is told\n\nBolt Ltd acquired Cargo Inc.\n")
    return folder


def built(store: GraphStore, folder: Path, relations: tuple[Relation, ...] = (ACQUIRED,)) -> BuildReport:
    return build(store, [folder], Buyer(bool(relations)), relations=relations)


def test_a_store_remembers_them(articles: Path, tmp_path: Path) -> None:
    with open_store(tmp_path / "kg.store", write=True) as store:
        assert not built(store, articles).failures
    with open_store(tmp_path / "kg.store") as store:
        assert store.relations == (ACQUIRED,)
        assert store.vocabulary.relation("acquired") == ACQUIRED
        view = GraphView(store)
        assert [fact.predicate for fact in view.facts()] == ["acquired", "acquired"]
        assert [a.entity.label for a in answer(view, "what did Acme Corp acquire").answers] == ["Bolt Ltd"]
        assert [a.entity.label for a in answer(view, "who bought Cargo Inc").answers] == ["Bolt Ltd"]
        ends = store.names.entity("Organization", "Acme Corp"), store.names.entity("Organization", "Cargo Inc")
        assert len(find_paths(view, *ends, only=["acquired"])[0].edges) == 2
        assert check(store).problems == ()


def test_a_check_holds_their_ends_against_their_definition(articles: Path) -> None:
    people_only = Relation(**{**{f: getattr(ACQUIRED, f) for f in ACQUIRED.__slots__}, "range": ("Person",)})
    with memory_store() as store:
        built(store, articles)
        store.remember([people_only])
        assert any("acquired wants a Person" in problem for problem in check(store).problems)


def test_their_definitions_are_not_exported(articles: Path) -> None:
    with memory_store() as store:
        built(store, articles)
        for format in ("ttl", "trig", "nt", "jsonld"):
            stream = io.StringIO()
            export(GraphView(store), stream, format)
            assert "acquired" in stream.getvalue()
            assert ACQUIRED.definition not in stream.getvalue(), format
        rows = store.rows(f"SELECT ?d WHERE {{ GRAPH <{store.names.vocabulary_graph}> {{ ?s <{DEFINITION}> ?d }} }}")
        assert [str(row[0]) for row in rows] == [ACQUIRED.definition]


DEFINITION = "http://www.w3.org/2004/02/skos/core#definition"


def test_without_frames_what_is_read_says_nothing_of_them_and_they_are_forgotten(articles: Path) -> None:
    with memory_store() as store:
        built(store, articles)
        assert built(store, articles).unchanged == ("one.txt", "two.txt")
        report = built(store, articles / "one.txt", ())
        assert report.unfed == ("acquired",)
        assert store.relations == (ACQUIRED,), "the other article still says so"
        report = built(store, articles / "two.txt", ())
        assert (report.unfed, report.statements) == (("acquired",), 0)
        assert not store.relations
        assert built(store, articles, ()).unfed == ()


def test_a_changed_definition_takes_the_place_of_the_old_one(articles: Path) -> None:
    asked = Relation(**{**{f: getattr(ACQUIRED, f) for f in ACQUIRED.__slots__}, "asks": ("snapped up",)})
    with memory_store() as store:
        built(store, articles)
        assert built(store, articles, (asked,)).read == ()
        assert store.relations == (asked,)


def test_every_kind_of_relation_comes_back_as_it_was() -> None:
    names = Names("https://a.example/v#", "https://a.example/e/")
    with memory_store(names) as store:
        store.remember([STAFF, RIVAL, ACQUIRED])
        assert store.relations == (ACQUIRED, RIVAL, STAFF)
        assert store._remembered() == store.relations
        store.remember([])
        assert store._remembered() == ()
        assert store.vocabulary == load_vocabulary()


def test_what_a_used_relation_implies_is_not_forgotten(articles: Path) -> None:
    fields = {f: getattr(ACQUIRED, f) for f in ACQUIRED.__slots__}
    linked = Relation(**{**fields, "name": "linkedTo"})
    acquired = Relation(**{**fields, "implies": ("linkedTo",)})
    with memory_store() as store:
        built(store, articles, (acquired, linked, STAFF))
        assert built(store, articles / "one.txt", ()).unfed == ("acquired", "linkedTo", "staff")
        assert store.relations == (acquired, linked)


def test_a_relation_that_kg_has_got_since_gives_way(tmp_path: Path) -> None:
    with open_store(tmp_path / "kg.store", write=True) as store:
        store.remember([ACQUIRED, STAFF])
    newer = load_vocabulary().extended(
        [Relation(**{f: getattr(RIVAL, f) for f in RIVAL.__slots__} | {"name": "staff"})]
    )
    with open_store(tmp_path / "kg.store", vocabulary=newer) as store:
        assert store.relations == (ACQUIRED,)
        assert store.vocabulary.relation("staff").symmetric


def test_a_name_that_is_taken_is_refused() -> None:
    visited = load_vocabulary().relation("visited")
    other = Relation(**{**{f: getattr(ACQUIRED, f) for f in ACQUIRED.__slots__}, "name": "visited"})
    assert load_vocabulary().extended([visited]) == load_vocabulary()
    with memory_store() as store:
        with pytest.raises(UsageError, match="comes with kg and means something else"):
            store.remember([other])
        assert store.relations == ()
