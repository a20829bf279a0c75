"""Opens a store and changes it: every change is one transaction."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import BinaryIO

from rdflib import Dataset
from rdflib.query import Result
from rdflib.term import Node

from kg.model import Entity, Extraction, Judgement, Source
from kg.names import Names
from kg.store.background import Background
from kg.store.engine import Added, Engine, in_memory, open_folder
from kg.store.format import check_format, format_line
from kg.store.known import Known, known_from
from kg.store.nameindex import is_indexed, whole_index
from kg.store.rdf import Mapper
from kg.store.relations import relation_lines, relations_from
from kg.store.serialized import Bounded, GraphQuery
from kg.store.writing import Writer
from kg.vocabulary import Relation, Vocabulary, load_vocabulary


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """What the store remembers of reading one article: enough to know when it must be read again."""

    article: str
    sha256: str
    extractor: str
    read_from: str


@dataclass(frozen=True, slots=True)
class UnreadEntry(LedgerEntry):
    """What the store remembers of a document that gives no article: why, and what to do; whether it is only in another
    language."""

    reason: str
    hint: str | None
    foreign: bool


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article's part of the graph, with the entity behind each of its referents."""

    source: Source
    extraction: Extraction
    entity_of: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """What a reading leaves in the ledger: the entry, and the text that all offsets point into."""

    entry: LedgerEntry
    text: str
    sketch: str = ""
    """The text in brief, for finding its copies."""


@dataclass(frozen=True, slots=True)
class Change:
    """One transaction: articles written, revised or removed, entities described anew or dropped.

    ``write`` puts articles in place of whatever was said of them. ``revise`` has articles as they are in the store and
    as they shall be. ``drop`` are descriptions of entities that hold no more, ``describe`` those that hold now.
    ``unread`` are documents that give no article, ``forget`` names of such that do not matter any more. ``judge`` and
    ``withdraw`` are judgements of identity that are made and that hold no more. ``resolver`` is the
    version of the identity rules that gave these entities; None leaves it as it is.
    """

    write: Sequence[ArticleRecord] = ()
    revise: Sequence[tuple[ArticleRecord, ArticleRecord]] = ()
    read: Sequence[ReadRecord] = ()
    remove: Sequence[str] = ()
    describe: Sequence[Entity] = ()
    drop: Sequence[Entity] = ()
    unread: Sequence[UnreadEntry] = ()
    forget: Sequence[str] = ()
    judge: Sequence[Judgement] = ()
    withdraw: Sequence[Judgement] = ()
    resolver: str | None = None


class GraphStore:
    """A graph that can be queried and changed. Close it, or use it as a context manager.

    ``vocabulary`` is what it was opened with, and the relations of a user's own that the graph remembers.
    """

    def __init__(self, engine: Engine, names: Names, vocabulary: Vocabulary) -> None:
        self.names = names
        self._held = engine
        self._given = vocabulary
        self._closed = False
        self._background = Background()
        self._indexed = False
        self._has_format = check_format(self)
        # A relation of a user's own yields to one of that name that kg has got since: the store must open.
        taken = vocabulary.relations.keys() | vocabulary.terms
        self._know(tuple(relation for relation in self._remembered() if relation.name not in taken))

    def __enter__(self) -> GraphStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Release the store's lock and files; a store that is closed stays closed."""
        if not self._closed:
            self._closed = True
            try:
                self._background.wait()
            finally:
                self._held.close()

    @property
    def _engine(self) -> Engine:
        """What holds the graph, with all that was changed in it."""
        self._background.wait()
        return self._held

    @property
    def dataset(self) -> Dataset:
        """The store as an rdflib Dataset, all named graphs as one."""
        return self._engine.dataset

    def query(self, sparql: str, prefixes: Mapping[str, str] | None = None) -> Result:
        """Run a SPARQL query over all named graphs as one, as rdflib's Result; QueryError where it cannot be parsed.

        ``prefixes`` are those that the query and the result may use beside the ones that the query declares.
        """
        for prefix, namespace in (prefixes or {}).items():
            self.dataset.bind(prefix, namespace, override=True)
        return self._engine.query(sparql)

    def rows(self, sparql: str) -> Iterator[tuple[Node | None, ...]]:
        """The solutions of a SELECT query, as tuples in the order of its variables; QueryError where it is none."""
        return self._engine.rows(sparql)

    def write(self, query: GraphQuery, ranges: Sequence[str], prefixes: Mapping[str, str], file: Bounded) -> str:
        """Write the answer of a query in the first format that ``ranges`` allow, and tell which (see ``Engine``)."""
        return self._engine.write(query, ranges, prefixes, file)

    def ask(self, sparql: str) -> bool:
        """The answer of an ASK query; QueryError where it is none."""
        return self._engine.ask(sparql)

    def lines(self, graph: str) -> Iterator[str]:
        """The triples of a named graph as lines of N-Triples in canonical form, in no fixed order."""
        return self._engine.lines(graph)

    def load(self, quads: BinaryIO) -> None:
        """Add N-Quads that ``kg.backup`` wrote. No transaction: some may be there when it fails."""
        self.__dict__.pop("_told_of", None)
        self._engine.load(quads)

    def drop(self, graphs: Iterable[str]) -> None:
        """Take these named graphs away, one by one."""
        for graph in graphs:
            self._engine.update([f"DROP SILENT GRAPH <{graph}>"])

    @property
    def indexed(self) -> bool:
        """Whether the store's own index holds every name in it: not in one that an older kg wrote."""
        self._indexed = self._indexed or is_indexed(self)
        return self._indexed

    @property
    def relations(self) -> tuple[Relation, ...]:
        """The relations of a user's own that the graph remembers, in the order of their names."""
        return self._relations

    def remember(self, relations: Iterable[Relation]) -> None:
        """Remember these relations of a user's own, in place of those remembered so far; one transaction.

        UsageError where a name already means something else.
        """
        wanted = tuple(sorted(relations, key=lambda r: r.name))
        if wanted == self._relations:
            return
        before, graph = self._relations, self.names.vocabulary_graph
        self._know(wanted)
        defined = [line for relation in wanted for line in relation_lines(relation, self.names)]
        try:
            self._engine.update([f"DROP SILENT GRAPH <{graph}>"], {graph: defined, **self._format()})
        except BaseException:
            self._know(before)
            raise
        self._has_format = True

    def _format(self) -> Added:
        """What says in which format a store is, where nothing does yet."""
        return {} if self._has_format else {self.names.ledger_graph: [format_line(self.names)]}

    def _remembered(self) -> tuple[Relation, ...]:
        graph = self.names.vocabulary_graph
        return relations_from(self.rows(f"SELECT ?s ?p ?o WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"), self.names)

    def _know(self, relations: tuple[Relation, ...]) -> None:
        self.vocabulary = self._given.extended(relations)
        self._writer = Writer(self.names, Mapper(self.names, self.vocabulary), self._knows)
        self._relations = relations

    def apply(self, change: Change, *, later: bool = False) -> None:
        """Carry out a change as one transaction: all of it, or nothing.

        ``later``: while other work is done. Whatever is asked of the store next waits for it; if it fails, that
        raises the StoreError.
        """
        update = self._writer.update(change)
        if not update:
            return
        if not self.indexed:
            self._engine.update([], {self.names.ledger_graph: list(whole_index(self))})
            self._indexed = True
        for graph, lines in self._format().items():
            update.added[graph] += lines
        work = partial(self._engine.update, update.operations, update.added)
        if later:
            self._background.begin(work)
        else:
            work()
        self._has_format = True
        self._writer.done(update)
        told = {*(record.source.name for record in change.write), *(entry.article for entry in change.unread)}
        if told:
            self._told_of |= {self.names.article(name) for name in told}

    def _knows(self, article: str) -> bool:
        """Whether the ledger tells of an article, or did."""
        return self.names.article(article) in self._told_of

    @cached_property
    def _told_of(self) -> set[str]:
        """The articles that the ledger tells of. To ask the engine for each would be to wait for what it writes
        meanwhile, and it would keep what it looked through in memory."""
        graph = self.names.ledger_graph
        told = " ".join(f"<{self.names.term(name)}>" for name in ("fileName", "referents", "unread"))
        rows = self.rows(f"SELECT ?article WHERE {{ VALUES ?p {{ {told} }} GRAPH <{graph}> {{ ?article ?p ?text }} }}")
        return {str(article) for (article,) in rows}

    def ledger(self) -> dict[str, LedgerEntry]:
        """What has been read, by article name."""
        term, graph = self.names.term, self.names.ledger_graph
        rows = self.rows(
            f"SELECT ?name ?sha ?extractor ?origin WHERE {{ GRAPH <{graph}> {{"
            f" ?article <{term('fileName')}> ?name ; <{term('sha256')}> ?sha ;"
            f" <{term('extractor')}> ?extractor ; <{term('readFrom')}> ?origin }} }}"
        )
        entries = (LedgerEntry(*(str(value) for value in row)) for row in rows)
        return {entry.article: entry for entry in sorted(entries, key=lambda e: e.article)}

    def unread(self) -> dict[str, UnreadEntry]:
        """The documents that gave no article, by name."""
        graph, term = self.names.ledger_graph, self.names.term("unread")
        rows = self.rows(f"SELECT ?text WHERE {{ GRAPH <{graph}> {{ ?article <{term}> ?text }} }}")
        entries = (UnreadEntry(*json.loads(str(text))) for (text,) in rows)
        return {entry.article: entry for entry in sorted(entries, key=lambda e: e.article)}

    def sketches(self) -> Iterator[tuple[str, str]]:
        """Each article's name and the sketch of its text; of stores that have none, the empty text."""
        return ((name, text or "") for name, text in self._told("sketch"))

    def known_referents(self) -> Iterator[tuple[str, Known | None]]:
        """Every article's name and its referents, without their mentions, each with its entity; None in a store of an
        older kg."""
        rows = self._told("referents")
        return ((name, None if text is None else known_from(text)) for name, text in rows)

    def _told(self, what: str) -> Iterator[tuple[str, str | None]]:
        """Each article's name, and what the ledger tells of it under this term."""
        term, graph = self.names.term, self.names.ledger_graph
        rows = self.rows(
            f"SELECT ?name ?text WHERE {{ GRAPH <{graph}> {{ ?article <{term('fileName')}> ?name"
            f" OPTIONAL {{ ?article <{term(what)}> ?text }} }} }}"
        )
        return ((str(name), None if text is None else str(text)) for name, text in rows)

    @property
    def folder(self) -> Path | None:
        """Where the store's files are, if it is one in a folder."""
        return self._engine.folder

    def resolver_version(self) -> str | None:
        """The version of the identity rules that the store's entities come from; None in a new store."""
        graph = self.names.ledger_graph
        query = f"SELECT ?v WHERE {{ GRAPH <{graph}> {{ <{graph}> <{self.names.term('resolver')}> ?v }} }}"
        return next((str(row[0]) for row in self.rows(query)), None)


def open_store(
    location: str | Path,
    *,
    write: bool = False,
    names: Names | None = None,
    vocabulary: Vocabulary | None = None,
) -> GraphStore:
    """Open the store in a folder, or behind a SPARQL server's address; with ``write`` a folder is made if need be.

    The environment's KG_STORE_USER and KG_STORE_PASSWORD are for the server. Readers work beside a writer.
    StoreBusyError where another process writes, StoreError where the folder is no store, is damaged or may not be
    read (or written) or was written by a newer kg, or where no server answers.
    """
    if is_address(location):
        # A web client is nothing that a question to a folder should wait for.
        from kg.store.remote import Remote  # noqa: PLC0415

        login = os.environ.get("KG_STORE_USER"), os.environ.get("KG_STORE_PASSWORD")
        return _graph_store(Remote(str(location), *login), names, vocabulary)
    return _graph_store(open_folder(Path(location), write=write), names, vocabulary)


def is_address(location: str | Path) -> bool:
    """Whether a store is named by a server's address."""
    return isinstance(location, str) and location.startswith(("http://", "https://"))


def memory_store(names: Names | None = None, vocabulary: Vocabulary | None = None) -> GraphStore:
    """A store that lives as long as the process: for tests and for trying things out."""
    return _graph_store(in_memory(), names, vocabulary)


def _graph_store(engine: Engine, names: Names | None, vocabulary: Vocabulary | None) -> GraphStore:
    try:
        return GraphStore(engine, names or Names(), vocabulary or load_vocabulary())
    except BaseException:
        engine.close()
        raise
