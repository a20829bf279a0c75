"""What a build leaves in the graph: the same for the same articles, whatever was read when."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.build import BuildReport, build
from kg.errors import UsageError
from kg.model import Article, Evidence, Extraction, Mention, Referent, Span, Statement
from kg.store import GraphStore, GraphView, memory_store, open_store
from kg.store.rdf import nt

THING = re.compile(r"\[(\w+):([^\]|]+)((?:\|[^\]|]+)*)\]")


class TinyExtractor:
    """Reads ``[Person:Li Wei|Mr Li|body=Huawei] met [Person:Babar Amin].``: things in brackets, the first two of
    a line related by the word between them."""

    def __init__(self, version: str = "1") -> None:
        self.version = version
        self.seen: list[str] = []

    def extract(self, article: Article) -> Extraction:
        self.seen.append(article.name)
        if "CRASH" in article.text:
            raise KeyError("crash")
        referents: dict[str, Referent] = {}
        statements = []
        for line in re.finditer(r"[^\n]+", article.text):
            things = list(THING.finditer(line.group()))
            keys = [self._referent(t, line.start(), referents) for t in things]
            if len(things) > 1:
                relation = line.group()[things[0].end() : things[1].start()].strip()
                evidence = Evidence(article.name, line.start(), line.end(), line.group())
                statements.append(Statement(keys[0], relation, keys[1], (evidence,)))
        return Extraction(article.name, tuple(referents.values()), tuple(statements))

    def _referent(self, thing: re.Match[str], start: int, known: dict[str, Referent]) -> str:
        rest = [part for part in thing.group(3).split("|") if part]
        hints = dict(part.split("=", 1) for part in rest if "=" in part)
        labels = (thing.group(2), *(part for part in rest if "=" not in part))
        key = f"{thing.group(1)}:{thing.group(2)}"
        mention = Mention(Span(start + thing.start(), start + thing.end()))
        known.setdefault(key, Referent(key, thing.group(1), thing.group(2), labels, (mention,), hints))
        return key


def dump(store: GraphStore) -> list[str]:
    """Everything but the ledger, as sorted lines."""
    ledger = store.names.ledger_graph
    rows = store.rows("SELECT ?g ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }")
    return sorted(" ".join(nt(t) for t in (s, p, o, g) if t) for g, s, p, o in rows if str(g) != ledger)


def write(folder: Path, articles: Mapping[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in articles.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def labels(store: GraphStore) -> set[str]:
    return {entity.label for entity in GraphView(store).entities().values()}


ARTICLES = {
    "a.txt": "Two officials\n\n[Person:Li Wei|body=Huawei] metWith [Person:Babar Amin|Mr Amin].\n",
    "b.txt": "A pact\n\n[Organization:Pakistan Software Export Board|PSEB] cooperatesWith [Organization:Huawei].\n",
    "c.txt": "Another pact\n\n[Organization:PSEB] cooperatesWith [Organization:ZTE].\n",
}


def test_reads_what_is_new_and_reports_it(tmp_path: Path) -> None:
    store, extractor = memory_store(), TinyExtractor()
    report = build(store, [write(tmp_path, ARTICLES)], extractor)
    assert report.read == ("a.txt", "b.txt", "c.txt")
    assert (report.statements, report.entities, report.failures) == (3, 5, ())
    assert labels(store) == {"Li Wei", "Babar Amin", "Pakistan Software Export Board", "Huawei", "ZTE"}


def test_reads_nothing_twice_unless_article_or_extractor_changed(tmp_path: Path) -> None:
    store, extractor = memory_store(), TinyExtractor()
    folder = write(tmp_path, ARTICLES)
    build(store, [folder], extractor)
    before = dump(store)
    again = build(store, [folder], extractor)
    assert (again.read, again.unchanged) == ((), ("a.txt", "b.txt", "c.txt"))
    assert (again.statements, again.entities) == (3, 5)
    assert dump(store) == before
    write(folder, {"a.txt": ARTICLES["a.txt"].replace("Babar Amin", "Sultan Hamdani")})
    assert build(store, [folder], extractor).read == ("a.txt",)
    assert "Babar Amin" not in labels(store)
    assert build(store, [folder], TinyExtractor("2")).read == ("a.txt", "b.txt", "c.txt")


def test_prune_takes_out_what_is_gone_and_only_that(tmp_path: Path) -> None:
    store, extractor = memory_store(), TinyExtractor()
    here = write(tmp_path / "here", ARTICLES)
    there = write(tmp_path / "there", {"d.txt": "Elsewhere\n\n[Organization:Tencent] cooperatesWith [Place:Lahore]."})
    build(store, [here, there], extractor)
    (here / "b.txt").unlink()
    assert build(store, [here], extractor).pruned == ()
    assert "Pakistan Software Export Board" in labels(store)
    report = build(store, [here], extractor, prune=True)
    assert report.pruned == ("b.txt",)
    assert labels(store) == {"Li Wei", "Babar Amin", "PSEB", "ZTE", "Tencent", "Lahore"}
    assert set(store.ledger()) == {"a.txt", "c.txt", "d.txt"}


def test_a_failing_article_is_told_and_touches_nothing(tmp_path: Path) -> None:
    store, extractor = memory_store(), TinyExtractor()
    folder = write(tmp_path, {**ARTICLES, "d.txt": "Trouble\n\nThe reader will CRASH on this one.\n", "e.txt": ""})
    report = build(store, [folder], extractor)
    assert report.read == ("a.txt", "b.txt", "c.txt")
    assert [(f.article, f.kept) for f in report.failures] == [("d.txt", False), ("e.txt", False)]
    assert "KeyError" in report.failures[0].reason
    assert "d.txt" not in store.ledger()
    before = dump(store)
    write(folder, {"a.txt": "Trouble\n\nThe reader will CRASH on this one.\n"})
    report = build(store, [folder], extractor)
    assert [(f.article, f.kept) for f in report.failures] == [("a.txt", True), ("d.txt", False), ("e.txt", False)]
    assert dump(store) == before
    write(folder, {"d.txt": "Mended\n\n[Place:Lahore] is mentioned.\n"})
    assert build(store, [folder], extractor).read == ("d.txt",)


def test_what_gives_no_article_is_told_again_without_looking_into_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign = (
        "Le ministre des Affaires étrangères a rencontré hier à Paris son homologue pour parler du commerce.\n" * 8
    )
    texts = {"a.txt": ARTICLES["a.txt"], "b.txt": "", "c.txt": foreign}
    store, folder = memory_store(), write(tmp_path, texts)
    first = build(store, [folder], TinyExtractor())
    assert ([f.article for f in first.failures], [f.article for f in first.skipped]) == (["b.txt"], ["c.txt"])
    with monkeypatch.context() as patch:
        patch.delattr("kg.workers.reading.parse_document")
        again = build(store, [folder], TinyExtractor())
    assert (again.failures, again.skipped) == (first.failures, first.skipped)
    write(folder, {"b.txt": ARTICLES["b.txt"]})
    (folder / "c.txt").unlink()
    assert build(store, [folder], TinyExtractor(), prune=True).read == ("b.txt",)
    assert store.unread() == {}


def test_an_article_of_which_nothing_is_found_is_still_read(tmp_path: Path) -> None:
    store, extractor = memory_store(), TinyExtractor()
    folder = write(tmp_path, {"a.txt": "Nothing\n\nNothing is said here.\n"})
    assert build(store, [folder], extractor).read == ("a.txt",)
    assert build(store, [folder], extractor).unchanged == ("a.txt",)
    assert list(GraphView(store).sources()) == ["a.txt"]


def test_statements_that_do_not_hold_are_refused(tmp_path: Path) -> None:
    class Faulty(TinyExtractor):
        def extract(self, article: Article) -> Extraction:
            found = super().extract(article)
            right = found.statements[0]
            moved = Evidence(article.name, 0, 4, "Nope")
            wrong = [
                Statement(right.subject, right.predicate, right.object, (moved,), "planned"),
                Statement(right.subject, "heldIn", right.object, right.evidence),
                Statement(right.subject, "unheardOf", right.object, right.evidence),
                Statement(right.subject, right.predicate, "nobody", right.evidence),
                Statement(right.subject, right.predicate, right.object, right.evidence, confidence=1.5),
                Statement(right.subject, right.predicate, right.object, ()),
            ]
            return Extraction(article.name, found.referents, (*found.statements, *wrong))

    store = memory_store()
    report = build(store, [write(tmp_path, {"a.txt": ARTICLES["a.txt"]})], Faulty())
    assert (report.statements, len(report.refused)) == (1, 6)
    assert any("does not stand at 0–4" in refusal.reason for refusal in report.refused)


def test_statements_that_say_the_same_become_one_with_all_their_evidence(tmp_path: Path) -> None:
    text = "Talks\n\n[Person:Li Wei] metWith [Person:Babar Amin].\n[Person:Babar Amin] metWith [Person:Li Wei].\n"
    store = memory_store()
    build(store, [write(tmp_path, {"a.txt": text})], TinyExtractor())
    (fact,) = GraphView(store).facts()
    assert len(fact.evidence) == 2


def test_two_articles_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    store, extractor = memory_store(), TinyExtractor()
    build(store, [write(tmp_path / "one", {"a.txt": ARTICLES["a.txt"]})], extractor)
    report = build(store, [write(tmp_path / "two", {"a.txt": ARTICLES["b.txt"]})], extractor)
    assert [f.article for f in report.failures] == ["a.txt"]
    assert "Li Wei" in labels(store)
    (tmp_path / "one" / "a.txt").unlink()
    assert build(store, [tmp_path / "two"], extractor).read == ("a.txt",)


def test_a_store_resolved_by_other_rules_is_put_right_without_reading_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, extractor = memory_store(), TinyExtractor()
    folder = write(tmp_path, ARTICLES)
    build(store, [folder], extractor)
    right = dump(store)
    graph = store.names.entities_graph
    store.dataset.update(f"DELETE WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
    monkeypatch.setattr("kg.identity.keeping.RESOLVER_VERSION", "next")
    report = build(store, [folder], extractor)
    assert report.read == ()
    assert dump(store) == right


@pytest.mark.parametrize("spoilt", ["not", "gone", "left unfinished", "damaged"])
def test_what_is_kept_beside_a_store_is_only_ever_a_help(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoilt: str
) -> None:
    folder, kept = write(tmp_path / "articles", ARTICLES), tmp_path / "store" / "identity.sqlite"
    with open_store(tmp_path / "store", write=True) as store:
        build(store, [folder], TinyExtractor())
    if spoilt == "not":
        monkeypatch.delattr("kg.resolve.Resolver.restore")
    elif spoilt == "gone":
        kept.unlink()
    elif spoilt == "left unfinished":
        with closing(sqlite3.connect(kept, isolation_level=None)) as base:
            base.executescript("DELETE FROM stamp; DELETE FROM member")
    else:
        kept.write_bytes(b"SQLite format 3\0" + bytes(5000))
    write(folder, {"c.txt": ARTICLES["c.txt"].replace("ZTE", "Huawei")})
    expected = memory_store()
    build(expected, [folder], TinyExtractor())
    with open_store(tmp_path / "store", write=True) as store:
        assert build(store, [folder], TinyExtractor()).read == ("c.txt",)
        assert dump(store) == dump(expected)


def test_progress_is_told_of_every_article(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    build(
        memory_store(),
        [write(tmp_path, ARTICLES)],
        TinyExtractor(),
        progress=lambda done, total, article: told.append((done, total, article)),
    )
    assert told == [(1, 3, "a.txt"), (2, 3, "b.txt"), (3, 3, "c.txt")]


def test_a_path_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        build(memory_store(), [tmp_path / "none"], TinyExtractor())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path, ARTICLES)
    (folder / "b.txt").chmod(0)
    report = build(memory_store(), [folder], TinyExtractor())
    assert [f.article for f in report.failures] == ["b.txt"]
    assert report.read == ("a.txt", "c.txt")


NAMES = [
    "Organization:Pakistan Software Export Board|PSEB",
    "Organization:PSEB",
    "Organization:Ministry of Education|country=PK",
    "Organization:Ministry of Education|country=CN",
    "Organization:Ministry of Education",
    "Organization:Huawei|country=CN",
    "Organization:Huawei Technologies Co., Ltd.|Huawei",
    "Organization:Huawei",
    "Organization:HUAWEI",
    "Place:China|iso=CN",
    "Place:China",
    "Place:Hyderabad|country=PK",
    "Place:Hyderabad|country=IN|geoname=1269843",
    "Person:Li Wei|body=Huawei",
    "Person:Li Wei|body=ZTE",
    "Person:Li Wei",
    "Person:Mr Li|body=Huawei",
    "Person:Mr Li",
    "Person:Asim Shahryar Husain",
    "Person:Asim Shahryar Hussain",
    "Organization:Consulate General of Pakistan, Guangzhou|sends=PK|mission=consulate|seat=Guangzhou",
    "Organization:Pakistan Consulate General, Guangzhou",
    "Organization:Consulate General of Pakistan|sends=PK|mission=consulate|seat=Shanghai",
]
things = st.sampled_from(NAMES).map(lambda name: f"[{name}]")
lines = st.tuples(things, things).map(lambda pair: f"{pair[0]} metWith {pair[1]}.")
texts = st.lists(lines, min_size=1, max_size=4).map(lambda found: "Talks\n\n" + "\n".join(found) + "\n")
corpora = st.dictionaries(st.sampled_from([f"{c}.txt" for c in "abcdef"]), texts, min_size=1, max_size=6)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corpus=corpora, earlier=corpora, order=st.randoms(use_true_random=False))
def test_the_graph_depends_on_the_articles_alone(
    tmp_path_factory: pytest.TempPathFactory,
    corpus: Mapping[str, str],
    earlier: Mapping[str, str],
    order: object,
) -> None:
    folder = tmp_path_factory.mktemp("articles")
    write(folder, corpus)
    at_once = memory_store()
    report = build(at_once, [folder], TinyExtractor())
    assert not report.failures

    by_steps, old = memory_store(), tmp_path_factory.mktemp("earlier")
    write(old, earlier)
    build(by_steps, [old], TinyExtractor())
    for name in earlier:
        (old / name).unlink()
    for name in _shuffled(corpus, order):
        write(old, {name: corpus[name]})
        build(by_steps, [old / name], TinyExtractor())
    _pruned(by_steps, old)
    assert dump(by_steps) == dump(at_once)


def _pruned(store: GraphStore, folder: Path) -> BuildReport:
    return build(store, [folder], TinyExtractor(), prune=True)


def _shuffled(names: Iterable[str], order: object) -> list[str]:
    found = sorted(names)
    order.shuffle(found)  # type: ignore[attr-defined]
    return found


def test_what_has_no_name_is_one_in_all_copies_of_a_report(tmp_path: Path) -> None:
    text = "[Event:ceremony] heldIn [Place:Lahore].\n"
    store = memory_store()
    here = write(tmp_path, {"a.txt": f"A\n\n{text}", "b.txt": f"A!\n\n{text}", "c.txt": f"Another\n\n{text}"})
    build(store, [here], TinyExtractor())
    sources = GraphView(store).sources()
    assert [source.copy_of for source in sources.values()] == [None, "a.txt", None]
    events = [entity for entity in GraphView(store).entities().values() if entity.type == "Event"]
    assert len(events) == 2
    (here / "a.txt").unlink()
    build(store, [here], TinyExtractor(), prune=True)
    fresh = memory_store()
    build(fresh, [here], TinyExtractor())
    assert dump(store) == dump(fresh)
