"""Opens a store and changes it: every change is one SPARQL update, and so one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from oxrdflib import OxigraphStore
from rdflib import RDF, Dataset, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.query import Result
from rdflib.term import Identifier, Node

from kg.errors import QueryError, StoreError
from kg.model import Entity, Extraction, Source
from kg.names import Names
from kg.store.faults import opening, reading, writing
from kg.store.rdf import Mapper, Triple, n_triples
from kg.vocabulary import Vocabulary, load_vocabulary


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """What the store remembers of reading one article: enough to know when it must be read again."""

    article: str
    sha256: str
    extractor: str
    read_from: str


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


@dataclass(frozen=True, slots=True)
class Change:
    """One transaction: articles written anew or removed, entities described anew or dropped.

    ``resolver`` is the version of the identity rules that gave these entities; None leaves it as it is.
    """

    write: Sequence[ArticleRecord] = ()
    read: Sequence[ReadRecord] = ()
    remove: Sequence[str] = ()
    describe: Sequence[Entity] = ()
    drop: Sequence[str] = ()
    resolver: str | None = None


class GraphStore:
    """A graph that can be queried and changed. Close it, or use it as a context manager."""

    def __init__(self, dataset: Dataset, names: Names, vocabulary: Vocabulary) -> None:
        self.dataset = dataset
        self.names = names
        self.vocabulary = vocabulary
        self._mapper = Mapper(names, vocabulary)
        self._closed = False

    def __enter__(self) -> GraphStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Release the store's lock and files; a store that is closed stays closed."""
        if not self._closed:
            self._closed = True
            self.dataset.close()

    def query(self, sparql: str, bindings: Mapping[str, Node] | None = None) -> Result:
        """Run a SPARQL query over all named graphs as one; QueryError where it cannot be parsed.

        ``bindings`` gives values to variables (without ``?``): the only way in which a user's words may
        enter a query.
        """
        try:
            with reading():
                return self.dataset.query(sparql, initNs={}, initBindings=_identifiers(bindings or {}))
        except (SyntaxError, ValueError) as error:
            raise QueryError(
                f"not a query that can be run: {error}", "see https://www.w3.org/TR/sparql11-query/"
            ) from error

    def rows(self, sparql: str, bindings: Mapping[str, Node] | None = None) -> Iterator[tuple[Node | None, ...]]:
        """The solutions of a SELECT query, as tuples in the order of its variables."""
        result = self.query(sparql, bindings)
        variables = result.vars or []
        with reading():  # solutions come one by one, and so do the faults of the disk
            for solution in result.bindings:
                yield tuple(solution.get(variable) for variable in variables)

    def apply(self, change: Change) -> None:
        """Carry out a change as one transaction: all of it, or nothing."""
        update = ";\n".join(self._update(change))
        if update:
            with writing():
                # Dataset.update would parse a union dataset's update in Python first: a hundred times slower
                self.dataset.store.update(update, {}, {}, DATASET_DEFAULT_GRAPH_ID)

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

    def resolver_version(self) -> str | None:
        """The version of the identity rules that the store's entities come from; None in a new store."""
        graph = self.names.ledger_graph
        query = f"SELECT ?v WHERE {{ GRAPH <{graph}> {{ <{graph}> <{self.names.term('resolver')}> ?v }} }}"
        return next((str(row[0]) for row in self.rows(query)), None)

    def _update(self, change: Change) -> Iterator[str]:
        names = self.names
        for name in change.remove:
            yield f"DROP SILENT GRAPH <{names.article(name)}>"
            yield f"DELETE WHERE {{ GRAPH <{names.ledger_graph}> {{ <{names.article(name)}> ?p ?o }} }}"
        for article in change.write:
            graph = names.article(article.source.name)
            yield f"DROP SILENT GRAPH <{graph}>"
            yield _insert(graph, self._mapper.article(article.source, article.extraction, article.entity_of))
        for record in change.read:
            node = names.article(record.entry.article)
            yield f"DELETE WHERE {{ GRAPH <{names.ledger_graph}> {{ <{node}> ?p ?o }} }}"
            yield _insert(names.ledger_graph, self._ledger_triples(record))
        for iri in [*change.drop, *(entity.id for entity in change.describe)]:
            yield f"DELETE WHERE {{ GRAPH <{names.entities_graph}> {{ <{iri}> ?p ?o }} }}"
        described = [triple for entity in change.describe for triple in self._mapper.entity(entity)]
        if described:
            yield _insert(names.entities_graph, described)
        if change.resolver is not None:
            graph, stamp = URIRef(names.ledger_graph), URIRef(names.term("resolver"))
            yield f"DELETE WHERE {{ GRAPH <{graph}> {{ <{graph}> <{stamp}> ?version }} }}"
            yield _insert(graph, [(graph, stamp, RdfLiteral(change.resolver))])

    def _ledger_triples(self, reading: ReadRecord) -> Iterator[Triple]:
        entry, term = reading.entry, self.names.term
        node = URIRef(self.names.article(entry.article))
        yield node, RDF.type, URIRef(term("Article"))
        yield node, URIRef(term("fileName")), RdfLiteral(entry.article)
        yield node, URIRef(term("sha256")), RdfLiteral(entry.sha256)
        yield node, URIRef(term("extractor")), RdfLiteral(entry.extractor)
        yield node, URIRef(term("readFrom")), RdfLiteral(entry.read_from)
        yield node, URIRef(term("text")), RdfLiteral(reading.text)


def open_store(
    location: str | Path,
    *,
    write: bool = False,
    names: Names | None = None,
    vocabulary: Vocabulary | None = None,
) -> GraphStore:
    """Open the store in a folder; with ``write`` it is made where there is none yet.

    Readers work beside a writer. StoreBusyError where another process writes, StoreError where the
    folder is no store, is damaged or may not be read (or written).
    """
    path = Path(location)
    with opening(path):
        inner = _writable(path) if write else _readable(path)
    return _graph_store(inner, names, vocabulary)


def memory_store(names: Names | None = None, vocabulary: Vocabulary | None = None) -> GraphStore:
    """A store that lives as long as the process: for tests and for trying things out."""
    return _graph_store(pyoxigraph.Store(), names, vocabulary)


def _readable(path: Path) -> pyoxigraph.Store:
    if not (path / "CURRENT").is_file():
        raise StoreError(f"there is no store at {path}", "make one with: kg build FOLDER, or name yours with --store")
    return pyoxigraph.Store.read_only(str(path))


def _writable(path: Path) -> pyoxigraph.Store:
    if path.exists() and any(path.iterdir()) and not (path / "CURRENT").is_file():
        raise StoreError(f"{path} is not a store and not empty", "name another folder with --store")
    path.mkdir(parents=True, exist_ok=True)
    return pyoxigraph.Store(str(path))


def _graph_store(inner: pyoxigraph.Store, names: Names | None, vocabulary: Vocabulary | None) -> GraphStore:
    dataset = Dataset(store=OxigraphStore(store=inner), default_union=True)
    return GraphStore(dataset, names or Names(), vocabulary or load_vocabulary())


def _insert(graph: str, triples: Iterable[Triple]) -> str:
    return f"INSERT DATA {{ GRAPH <{graph}> {{\n{n_triples(triples)}\n}} }}"


def _identifiers(bindings: Mapping[str, Node]) -> dict[str, Identifier]:
    return {name: value for name, value in bindings.items() if isinstance(value, Identifier)}
