"""What holds the triples and answers SPARQL: Oxigraph, in a folder or in memory."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from io import TextIOWrapper
from pathlib import Path
from tempfile import SpooledTemporaryFile
from types import MappingProxyType
from typing import BinaryIO, Protocol

import pyoxigraph
from rdflib import BNode, Dataset, URIRef
from rdflib.query import Result
from rdflib.term import Node

from kg.errors import QueryError, StoreError
from kg.store.claim import Claim
from kg.store.faults import opening, reading, writing
from kg.store.footprint import give_back_large_pieces, give_back_what_is_free
from kg.store.lines import Line, quads, triples
from kg.store.rdf import as_written
from kg.store.serialized import Bounded, GraphQuery, write_result

Added = Mapping[str, Sequence[Line]]
"""Triples by the named graph that gets them."""

FLUSHED = 16 * 1024 * 1024
"""After updates of so many characters Oxigraph is asked to empty its buffers, which grow to gigabytes if left alone,
and is opened anew: what it looked up stays in memory as long as it is open, up to hundreds of megabytes."""

MOST_TRIPLES = 2000
"""Of one INSERT DATA operation: Virtuoso's compiler runs out of memory at 5000."""

IN_MEMORY = 1 << 20
"""Bytes of a graph that are held in memory; what is more goes through a temporary file."""


BEGUN = re.compile(r"LOCK|LOG|IDENTITY|MANIFEST-\d+|OPTIONS-\d+|.*\.dbtmp")
"""Files of a store whose making was stopped before there was anything in it."""


class Engine(Protocol):
    """Holds a dataset, and takes all named graphs as one where a query names none.

    QueryError where a query cannot be parsed, StoreError where the store fails.
    """

    folder: Path | None
    """Where it keeps its files; None where that is not for others to use."""

    @property
    def dataset(self) -> Dataset:
        """The same as an rdflib Dataset."""

    def query(self, sparql: str) -> Result:
        """The answer of a query of any kind, as rdflib's Result."""

    def rows(self, sparql: str) -> Iterator[tuple[Node | None, ...]]:
        """The solutions of a SELECT query, in the order of its variables."""

    def ask(self, sparql: str) -> bool:
        """The answer of an ASK query."""

    def write(self, query: GraphQuery, ranges: Sequence[str], prefixes: Mapping[str, str], file: Bounded) -> str:
        """Write the answer of a query in the first format that ``ranges`` (media types) allow, and tell which it is.

        UnacceptableError where none is allowed, TooLargeError where the file takes no more.
        """

    def update(self, operations: Sequence[str], added: Added = MappingProxyType({})) -> None:
        """Carry out SPARQL update operations, in this order, and then add triples; one transaction."""

    def lines(self, graph: str) -> Iterator[str]:
        """The triples of a named graph as lines of N-Triples in canonical form, in no fixed order."""

    def load(self, quads: BinaryIO) -> None:
        """Add N-Quads, as ``kg.backup`` writes them. No transaction: some may be there when it fails."""

    def close(self) -> None:
        """Let go of what it holds."""


class Oxigraph:
    """Oxigraph in this process. An update is one transaction: all of it, or nothing."""

    def __init__(self, inner: pyoxigraph.Store, folder: Path | None = None, claim: Claim | None = None) -> None:
        """``claim`` is what keeps other writers out of the folder, for a store that is written to."""
        self.folder = folder
        self._claim = claim
        self._inner = inner
        self._changed = False
        self._waiting = 0
        self._reading = 0

    @cached_property
    def dataset(self) -> Dataset:
        """See ``Engine``."""
        # rdflib's own SPARQL parser comes with it, half of the time that a question takes; rows() needs neither.
        from oxrdflib import OxigraphStore  # noqa: PLC0415

        return Dataset(store=OxigraphStore(store=self._inner), default_union=True)

    def query(self, sparql: str) -> Result:
        """See ``Engine``."""
        with _parsing(), reading():
            return self.dataset.query(sparql, initNs={})

    def rows(self, sparql: str) -> Iterator[tuple[Node | None, ...]]:
        """See ``Engine``."""
        with _parsing(), reading(), self._held():  # solutions come one by one, and so do the faults of the disk
            solutions = self._inner.query(sparql, use_default_graph_as_union=True)
            if not isinstance(solutions, pyoxigraph.QuerySolutions):
                raise QueryError("only a SELECT query gives rows")
            for solution in solutions:
                yield tuple(_node(term) for term in solution)

    def ask(self, sparql: str) -> bool:
        """See ``Engine``."""
        with _parsing(), reading():
            found = self._inner.query(sparql, use_default_graph_as_union=True)
        if not isinstance(found, pyoxigraph.QueryBoolean):
            raise QueryError("only an ASK query gives a truth value")
        return bool(found)

    def write(self, query: GraphQuery, ranges: Sequence[str], prefixes: Mapping[str, str], file: Bounded) -> str:
        """See ``Engine``."""
        chosen = query.chosen
        with _parsing(), reading():
            result = self._inner.query(
                query.text,
                prefixes=dict(prefixes),
                use_default_graph_as_union=not chosen and not query.own,
                default_graph=[pyoxigraph.NamedNode(iri) for iri in query.default_graphs] if chosen else None,
                named_graphs=[pyoxigraph.NamedNode(iri) for iri in query.named_graphs] if chosen else None,
            )
            return write_result(result, ranges, prefixes, file)

    def update(self, operations: Sequence[str], added: Added = MappingProxyType({})) -> None:
        """See ``Engine``. What only adds is loaded, which takes half of the time that an update does."""
        with writing():
            if operations:
                update = ";\n".join([*operations, *insertions(added)])
                self._inner.update(update)
            else:
                update = "".join(quads(graph, lines) for graph, lines in added.items())
                self._inner.load(update, pyoxigraph.RdfFormat.N_QUADS, lenient=True)
            self._waiting += len(update)
            if self._waiting > FLUSHED:
                self._inner.flush()
                self._waiting = 0
                self._renew()
        self._changed = True

    def _renew(self) -> None:
        """Open the store anew, where nobody reads it and other writers are kept out meanwhile."""
        alone = self._claim and self._claim.holds and not self._reading
        if alone and "dataset" not in self.__dict__:
            del self._inner
            give_back_what_is_free()
            self._inner = pyoxigraph.Store(str(self.folder))

    @contextmanager
    def _held(self) -> Iterator[None]:
        """While somebody reads, solution by solution."""
        self._reading += 1
        try:
            yield
        finally:
            self._reading -= 1

    def lines(self, graph: str) -> Iterator[str]:
        """See ``Engine``."""
        with SpooledTemporaryFile(IN_MEMORY) as file, reading():
            self._inner.dump(file, pyoxigraph.RdfFormat.N_TRIPLES, from_graph=pyoxigraph.NamedNode(graph))
            file.seek(0)
            yield from TextIOWrapper(file, encoding="utf-8", newline="\n")

    def load(self, quads: BinaryIO) -> None:
        """See ``Engine``."""
        with writing():
            self._inner.bulk_load(quads, pyoxigraph.RdfFormat.N_QUADS, lenient=True)
            self._inner.optimize()  # what was loaded in bulk lies in layers: to look through all takes twice as long
        self._changed = True

    def close(self) -> None:
        """See ``Engine``."""
        inner = self.__dict__.pop("_inner", None)  # gone where it could not be opened anew
        try:
            if self._changed and inner is not None:
                with writing():
                    inner.flush()  # whoever opens it next need not go through the log of changes
        finally:
            if "dataset" in self.__dict__:
                self.dataset.close()
            del inner  # Oxigraph lets go of the folder before others may have it
            if self._claim:
                self._claim.release()


def open_folder(path: Path, *, write: bool) -> Oxigraph:
    """The store in a folder; with ``write`` it is made where there is none. Errors as ``open_store`` has them."""
    with opening(path):
        return _writable(path) if write else Oxigraph(_readable(path), path)


def in_memory() -> Oxigraph:
    """A store that lives as long as the process."""
    return Oxigraph(pyoxigraph.Store())


def _readable(path: Path) -> pyoxigraph.Store:
    if not (path / "CURRENT").is_file():
        raise StoreError(f"there is no store at {path}", "make one with: kg build FOLDER, or name yours with --store")
    return pyoxigraph.Store.read_only(str(path))


def _writable(path: Path) -> Oxigraph:
    foreign = path.exists() and any(not BEGUN.fullmatch(file.name) for file in path.iterdir())
    if foreign and not (path / "CURRENT").is_file():
        raise StoreError(f"{path} is not a store and not empty", "name another folder with --store")
    path.mkdir(parents=True, exist_ok=True)
    claim = Claim(path)
    try:
        inner = pyoxigraph.Store(str(path))
    except BaseException:
        claim.release()
        raise
    give_back_large_pieces()
    return Oxigraph(inner, path, claim)


def insertions(added: Added) -> Iterator[str]:
    """The operations that add these triples."""
    for graph, lines in added.items():
        for start in range(0, len(lines), MOST_TRIPLES):
            yield f"INSERT DATA {{ GRAPH <{graph}> {{\n{triples(lines[start : start + MOST_TRIPLES])}\n}} }}"


@contextmanager
def _parsing() -> Iterator[None]:
    """Turns what Oxigraph says of a query that it cannot read into a QueryError."""
    try:
        yield
    except (SyntaxError, ValueError) as error:
        raise QueryError(
            f"not a query that can be run: {error}", "see https://www.w3.org/TR/sparql11-query/"
        ) from error


def _node(term: object) -> Node | None:
    """Oxigraph's term as rdflib's: IRIs unchecked, since the store holds no others, and values as written."""
    if isinstance(term, pyoxigraph.NamedNode):
        return str.__new__(URIRef, term.value)
    if isinstance(term, pyoxigraph.Literal):
        return as_written(term.value, term.language, term.datatype.value)
    return None if term is None else BNode(str(term).removeprefix("_:"))
