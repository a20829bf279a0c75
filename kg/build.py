"""The order of the stages: which articles to read, and what each reading changes in the graph."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from rdflib import RDF

from kg.articles import SourceFile, find_sources, read_article
from kg.errors import ArticleError
from kg.evidence import Refusal, checked
from kg.identity import keeping
from kg.identity.keeping import Keeper
from kg.model import Article, Extraction, Extractor, Source
from kg.store import GraphStore, GraphView, LedgerEntry
from kg.store.dataset import ReadRecord
from kg.vocabulary import Relation


class Progress(Protocol):
    """Told after each article: how many are done, of how many, and which it was."""

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

    ``refused`` are statements that the extractor gave and that did not hold: a fault in the extractor.
    ``unfed`` names a user's own relations that the store knew and that were not given to this build: what
    it read says nothing of them, and those that nothing in the graph uses any more are forgotten.
    """

    read: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    pruned: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    refused: tuple[Refusal, ...] = ()
    unfed: tuple[str, ...] = ()
    statements: int = 0
    entities: int = 0


def build(
    store: GraphStore,
    paths: Sequence[Path],
    extractor: Extractor,
    *,
    relations: Iterable[Relation] = (),
    prune: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Read the articles at ``paths`` that are new or changed into the graph; one transaction for each.

    The graph afterwards depends only on the articles in it, not on the order or number of builds. An article
    that fails is reported and leaves the graph as it was: what an earlier reading found of it stays, and
    the next build tries again. ``prune`` takes out articles that were read from under ``paths`` and are
    no longer there. ``relations`` are those of a user's own that the extractor finds; the store remembers
    them. Raises UsageError for paths that do not exist, StoreError where the store fails.
    """
    files = [Path(path) for path in paths]
    sources = find_sources(files)
    own = {relation.name: relation for relation in relations}
    unfed = tuple(relation for relation in store.relations if relation.name not in own)
    store.remember([*own.values(), *unfed])
    report = _Build(store, extractor).run(files, sources, prune, progress)
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

    def __init__(self, store: GraphStore, extractor: Extractor) -> None:
        self.store = store
        self.view = GraphView(store)
        self.extractor = extractor
        self.ledger = store.ledger()
        self.failures: list[Failure] = []
        self.refused: list[Refusal] = []
        self._keeper: Keeper | None = None

    @property
    def keeper(self) -> Keeper:
        """Identity as the graph has it; loaded when the first change needs it."""
        if self._keeper is None:
            self._keeper = Keeper(self.store)
        return self._keeper

    def run(
        self, paths: Sequence[Path], found: Iterable[SourceFile], prune: bool, progress: Progress | None
    ) -> BuildReport:
        sources = [(source.name, source.path) for source in found]
        if self.ledger and self.store.resolver_version() != keeping.RESOLVER_VERSION:
            self._keeper = Keeper(self.store)
        pruned = self._prune(paths, {name for name, _ in sources}) if prune else ()
        read, unchanged = [], []
        for done, (name, path) in enumerate(sources, start=1):
            if self._is_known(name, path):
                unchanged.append(name)
            elif self._take(name, path):
                read.append(name)
            if progress:
                progress(done, len(sources), name)
        statements, entities = self.view.size()
        return BuildReport(
            read=tuple(read),
            unchanged=tuple(unchanged),
            pruned=pruned,
            failures=tuple(self.failures),
            refused=tuple(self.refused),
            statements=statements,
            entities=entities,
        )

    def _is_known(self, name: str, path: Path) -> bool:
        """Whether this very file was read by this very extractor."""
        entry = self.ledger.get(name)
        if entry is None or entry.extractor != self.extractor.version:
            return False
        try:
            return sha256(path.read_bytes()).hexdigest() == entry.sha256
        except OSError:
            return False  # reading it as an article says what is wrong

    def _take(self, name: str, path: Path) -> bool:
        """Read one article into the graph; False where it failed."""
        try:
            self._refuse_namesake(name, path)
            article = read_article(path, name)
        except ArticleError as error:
            return self._failed(name, error.message, error.hint)
        try:
            extraction = self.extractor.extract(article)
            kept, refused = checked(extraction, article, self.store.vocabulary)
        except Exception as error:  # one article must not end the build, whatever the extractor does
            return self._failed(
                name,
                f"the extractor failed: {type(error).__name__}: {error}",
                "this is a fault in kg: please report it",
            )
        self._write(article, kept, path)
        self.refused += refused
        return True

    def _refuse_namesake(self, name: str, path: Path) -> None:
        """Two files of one name, read from different folders, must not overwrite each other in turn."""
        entry = self.ledger.get(name)
        if entry and entry.read_from != _absolute(path) and Path(entry.read_from).exists():
            raise ArticleError(
                f"another article of this name was read from {entry.read_from}",
                "rename one of them, or build the folder above both",
            )

    def _failed(self, name: str, reason: str, hint: str | None) -> bool:
        self.failures.append(Failure(name, reason, hint, kept=name in self.ledger))
        return False

    def _write(self, article: Article, extraction: Extraction, path: Path) -> None:
        source = _source(self.store.names.article(article.name), article)
        entry = LedgerEntry(article.name, article.sha256, self.extractor.version, _absolute(path))
        self.keeper.write(source, extraction, ReadRecord(entry, article.text))
        self.ledger[article.name] = entry

    def _prune(self, paths: Iterable[Path], present: set[str]) -> tuple[str, ...]:
        """Take out the articles that were read from under ``paths`` and are not there any more."""
        roots = [Path(_absolute(path)) for path in paths]
        gone = [
            name
            for name, entry in self.ledger.items()
            if name not in present and any(Path(entry.read_from).is_relative_to(root) for root in roots)
        ]
        for name in gone:
            self.keeper.remove(name)
            del self.ledger[name]
        return tuple(gone)


def _absolute(path: Path) -> str:
    """Where a file is, without following links: a link to an article is a place of its own."""
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
