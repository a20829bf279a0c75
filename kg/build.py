"""The order of the stages: which articles to read, and what each reading changes in the graph."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from rdflib import RDF

from kg.articles import (
    STANDARD_INPUT,
    Broken,
    Document,
    InputOptions,
    SourceFile,
    documents,
    find_sources,
    readable,
)
from kg.evidence import Refusal, checked
from kg.identity import keeping
from kg.identity.keeping import Keeper
from kg.model import Article, Extraction, Extractor, Source
from kg.store import GraphStore, GraphView, LedgerEntry
from kg.store.dataset import Change, ReadRecord, UnreadEntry
from kg.vocabulary import Relation
from kg.workers import OUR_FAULT, InProcess, Outcome, Reading, Unread, Workers


class Progress(Protocol):
    """Told after each article: how many are done, of how many (as far as is known), and which it was."""

    def __call__(self, done: int, total: int, article: str) -> object: ...


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be read, why, and what to do. ``kept`` where the graph still has its earlier
    reading."""

    article: str
    reason: str
    hint: str | None = None
    kept: bool = False


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, article by article, and how large the graph is after it.

    ``skipped`` are articles in other languages. ``refused`` are statements that the extractor gave and that did not
    hold: a fault in the extractor. ``unfed`` names a user's own relations that the store knew and that were not given
    to this build: what it read says nothing of them, and those that nothing in the graph uses any more are forgotten.
    """

    read: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    pruned: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    skipped: tuple[Failure, ...] = ()
    refused: tuple[Refusal, ...] = ()
    unfed: tuple[str, ...] = ()
    statements: int = 0
    entities: int = 0


def build(
    store: GraphStore,
    paths: Sequence[Path],
    extractor: Extractor,
    *,
    workers: Workers | None = None,
    options: InputOptions | None = None,
    relations: Iterable[Relation] = (),
    prune: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Read the articles at ``paths`` that are new or changed into the graph; one transaction for each.

    ``workers`` do the reading; without them, this process does. ``options`` say how files are to be understood. The
    graph afterwards depends only on the articles in it, not on the order or number of builds. An article that fails is
    reported and leaves the graph as it was: what an earlier reading found of it stays, and the next build tries again.
    ``prune`` takes out articles that were read from under ``paths`` and are no longer there. ``relations`` are those of
    a user's own that the extractor finds; the store remembers them. Raises UsageError for paths that do not exist,
    StoreError where the store fails.
    """
    files = [Path(path) for path in paths]
    sources = find_sources(files)
    own = {relation.name: relation for relation in relations}
    unfed = tuple(relation for relation in store.relations if relation.name not in own)
    store.remember([*own.values(), *unfed])
    run = _Build(store, extractor, workers or InProcess(), options or InputOptions())
    try:
        report = run.run(files, sources, prune, progress)
    finally:
        run.close()
    if unfed:
        store.remember([*own.values(), *_needed(unfed, _used(store))])
    return replace(report, unfed=tuple(relation.name for relation in unfed))


def _needed(relations: Sequence[Relation], used: set[str]) -> list[Relation]:
    """Those of the relations that are used, or implied by one that is."""
    by_name = {relation.name: relation for relation in relations}
    needed = [by_name[name] for name in sorted(used & by_name.keys())]
    for relation in needed:
        needed += [by_name[n] for n in relation.implies if n in by_name and by_name[n] not in needed]
    return needed


def _used(store: GraphStore) -> set[str]:
    """The relations that the graph's statements have."""
    rows = store.rows(f"SELECT DISTINCT ?p WHERE {{ ?statement <{RDF.predicate}> ?p }}")
    return {store.names.local(str(row[0])) for row in rows}


class _Build:
    """One run: what it has read and found so far."""

    def __init__(self, store: GraphStore, extractor: Extractor, workers: Workers, options: InputOptions) -> None:
        self.store = store
        self.view = GraphView(store)
        self.extractor = extractor
        self.workers = workers
        self.options = options
        self.ledger = store.ledger()
        self.unread = store.unread()
        self.read: list[str] = []
        self.unchanged: list[str] = []
        self.failures: list[Failure] = []
        self.skipped: list[Failure] = []
        self.refused: list[Refusal] = []
        self._tell: Callable[[str], object] = lambda name: None  # noqa: ARG005
        self._present: set[str] = set()
        self._hidden: set[str] = set()
        self._closed: set[Path] = set()
        self._total = 0
        self._keeper: Keeper | None = None

    @property
    def keeper(self) -> Keeper:
        """Identity as the graph has it; loaded when the first change needs it."""
        if self._keeper is None:
            self._keeper = Keeper(self.store, self.ledger)
        return self._keeper

    def close(self) -> None:
        """Keep what identity worked out for the next build."""
        if self._keeper is not None:
            self._keeper.close()

    def run(
        self, paths: Sequence[Path], sources: list[SourceFile], prune: bool, progress: Progress | None
    ) -> BuildReport:
        if self.ledger and self.store.resolver_version() != keeping.RESOLVER_VERSION:
            self._keeper = Keeper(self.store, self.ledger)
        self._total = len(sources)
        self._tell = lambda name: progress(self._done(), self._total, name) if progress else None
        for outcome in self.workers.read(self.extractor, self._changed(sources)):
            self._take(outcome)
        pruned = self._prune(paths) if prune else ()
        statements, entities = self.view.size()
        return BuildReport(
            read=tuple(self.read),
            unchanged=tuple(self.unchanged),
            pruned=pruned,
            failures=tuple(self.failures),
            skipped=tuple(self.skipped),
            refused=tuple(self.refused),
            statements=statements,
            entities=entities,
        )

    def _done(self) -> int:
        return len(self.read) + len(self.unchanged) + len(self.failures) + len(self.skipped)

    def _changed(self, sources: list[SourceFile]) -> Iterator[Document]:
        """The documents that are to be read; notes the others, and what cannot be opened."""
        for found in self._documents(sources):
            if isinstance(found, Broken):
                self._fail(found.name, found.reason, found.hint)
                continue
            if found.name in self._present:
                self._fail(found.name, "another article of this build has this name", "rename one of them")
            elif self._is_known(found):
                self.unchanged.append(found.name)
                self._forget(found.name)
                self._tell(found.name)
            elif other := self._namesake(found):
                hint = "rename one of them, or build the folder above both"
                self._fail(found.name, f"another article of this name was read from {other}", hint)
            elif (entry := self.unread.get(found.name)) and self._is_same(entry, found):
                self._tell_unread(found.name, entry)
            else:
                yield found
            self._present.add(found.name)

    def _documents(self, sources: list[SourceFile]) -> Iterator[Document | Broken]:
        """What the sources hold; how many that is turns out on the way. The list is emptied meanwhile: of many
        articles it takes as much memory as the ledger, which grows."""
        sources.reverse()
        while sources:
            source = sources.pop()
            expected = 1
            for found in documents(source, self.options):
                self._total += 1 - expected
                expected = 0
                if isinstance(found, Broken):
                    self._hidden.add(found.hides)
                    self._closed.update([Path(_absolute(source.path))] if found.hides == source.name else [])
                yield found
            self._total -= expected

    def _is_known(self, document: Document) -> bool:
        """Whether this very content was read by this very extractor."""
        entry = self.ledger.get(document.name)
        return entry is not None and self._is_same(entry, document)

    def _is_same(self, entry: LedgerEntry, document: Document) -> bool:
        return (entry.extractor, entry.sha256) == (self.extractor.version, document.sha256)

    def _namesake(self, document: Document) -> str | None:
        """Another file that still is where an article of this name was read from: the two must not overwrite each other
        in turn."""
        entry = self.ledger.get(document.name)
        other = entry and entry.read_from != _read_from(document.path) and Path(entry.read_from).exists()
        return entry.read_from if entry and other else None

    def _take(self, outcome: Outcome) -> None:
        """Write what was read of one article, or note that it failed."""
        if isinstance(outcome, Unread):
            self._note(outcome)
            self._tell_unread(outcome.name, outcome)
            return
        name = outcome.article.name
        try:
            kept, refused = checked(outcome.extraction, outcome.article, self.store.vocabulary)
        except ValueError as error:
            self._fail(name, f"the extractor failed: {error}", OUR_FAULT)
            return
        self._write(outcome, kept)
        self.read.append(name)
        self.refused += refused
        self._tell(name)

    def _note(self, outcome: Unread) -> None:
        """Have the store remember what gives no article, so that the next build need not look into it."""
        name = outcome.name
        if outcome.sha256:
            read_by, read_from = self.extractor.version, _read_from(outcome.path)
            told = (outcome.reason, outcome.hint, outcome.foreign)
            entry = UnreadEntry(name, outcome.sha256, read_by, read_from, *told)
            self.store.apply(Change(unread=[entry]))
            self.unread[name] = entry
        else:
            self._forget(name)

    def _forget(self, name: str) -> None:
        if self.unread.pop(name, None):
            self.store.apply(Change(forget=[name]))

    def _tell_unread(self, name: str, told: Unread | UnreadEntry) -> None:
        if told.foreign:
            self._skip(name, told.reason)
        else:
            self._fail(name, told.reason, told.hint)

    def _fail(self, name: str, reason: str, hint: str | None) -> None:
        self.failures.append(Failure(name, readable(reason), hint, kept=name in self.ledger))
        self._tell(name)

    def _skip(self, name: str, reason: str) -> None:
        self.skipped.append(Failure(name, reason, kept=name in self.ledger))
        self._tell(name)

    def _write(self, reading: Reading, extraction: Extraction) -> None:
        article = reading.article
        source = _source(self.store.names.article(article.name), article)
        read_from = _read_from(reading.path)
        entry = LedgerEntry(article.name, article.sha256, self.extractor.version, read_from)
        self.keeper.write(source, extraction, ReadRecord(entry, article.text))
        self.ledger[article.name] = entry
        self.unread.pop(article.name, None)

    def _prune(self, paths: Iterable[Path]) -> tuple[str, ...]:
        """Take out the articles that were read from under ``paths`` and are not there any more.

        What lies in folders and containers that could not be read to their end may well be there.
        """
        roots = [Path(_absolute(path)) for path in paths]
        kept = self._present | {failure.article for failure in self.failures}

        def is_gone(name: str, entry: LedgerEntry) -> bool:
            return (
                name not in kept
                and any(Path(entry.read_from).is_relative_to(root) for root in roots)
                and self._hidden.isdisjoint(_above(name))
                and self._closed.isdisjoint([Path(entry.read_from), *Path(entry.read_from).parents])
            )

        for name in [name for name, entry in self.unread.items() if is_gone(name, entry)]:
            self._forget(name)
        gone = [name for name, entry in self.ledger.items() if is_gone(name, entry)]
        for name in gone:
            self.keeper.remove(name)
            del self.ledger[name]
        return tuple(gone)


def _above(name: str) -> Iterator[str]:
    """The names of the folders and containers that an article's name leads through."""
    parts = name.split("/")
    return ("/".join(parts[:count]) for count in range(1, len(parts)))


def _read_from(path: Path | None) -> str:
    return _absolute(path or STANDARD_INPUT)


def _absolute(path: Path) -> str:
    """Where a file is, without following links: a link to an article is a place of its own."""
    if path == STANDARD_INPUT:
        return str(path)
    return os.path.abspath(path)  # noqa: PTH100 - Path.resolve follows links, Path.absolute keeps ".."


def _source(iri: str, article: Article) -> Source:
    return Source(
        id=iri,
        name=article.name,
        title=article.title,
        publisher=article.publisher,
        author=article.author,
        published=article.published.isoformat() if article.published else None,
        source=article.source,
        sha256=article.sha256,
    )
