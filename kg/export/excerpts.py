"""A part of a graph as a graph of its own, which every format writes as it would write the whole.

It holds the statements that a selection lets pass, each with its sentences and references, what is known of the things
that they tell of, and their articles.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from sqlite3 import Connection

from rdflib import PROV, RDF

from kg.export.selection import Selection, selected
from kg.store import GraphStore, GraphView, memory_store, open_store
from kg.store.ordering import scratch
from kg.store.rdf import OA, nt

IN_MEMORY = 1 << 24
"""Bytes of N-Quads up to which the excerpt is held in memory; what is more goes to a store in a temporary folder."""
PART = 2000
"""How many things are asked for at once."""

_Lines = Mapping[str, list[tuple[str, str]]]
"""Predicates and objects by subject, all as they stand in N-Triples."""


@contextmanager
def excerpt(view: GraphView, selection: Selection, modalities: Collection[str]) -> Iterator[GraphView]:
    """The graph of what a selection lets pass of the statements of these modalities; the view itself without one."""
    if not selection:
        yield view
        return
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as quads, tempfile.TemporaryDirectory(prefix="kg-") as folder:
        size = sum(quads.write(line.encode()) for line in _quads(view, selection, modalities))
        quads.seek(0)
        with _store(view, Path(folder) / "store" if size > IN_MEMORY else None) as store:
            store.load(quads)  # type: ignore[arg-type]  # a file in all but its class
            yield GraphView(store)


def _store(view: GraphView, folder: Path | None) -> GraphStore:
    if folder is None:
        return memory_store(view.names, view.vocabulary)
    return open_store(folder, write=True, names=view.names, vocabulary=view.vocabulary)


def _quads(view: GraphView, selection: Selection, modalities: Collection[str]) -> Iterator[str]:
    with closing(scratch()) as base:
        base.executescript("CREATE TABLE told (article, statement); CREATE TABLE thing (iri PRIMARY KEY) WITHOUT ROWID")
        base.execute("BEGIN")
        base.executemany("INSERT OR IGNORE INTO thing VALUES (?)", ((iri,) for iri in selection.around))
        for claim in selected(view, selection, modalities):
            base.execute("INSERT INTO told VALUES (?, ?)", (claim.article, claim.statement))
            ends = [claim.subject, claim.object] if isinstance(claim.object, str) else [claim.subject]
            base.executemany("INSERT OR IGNORE INTO thing VALUES (?)", ((end,) for end in ends))
        yield from _described(view, base)
        told = base.execute("SELECT article, statement FROM told ORDER BY article")
        for article, same in groupby(told, key=itemgetter(0)):
            graph = view.names.article(article)
            for line in _article(view, article, {f"<{statement}>" for _, statement in same}):
                yield f"{line} <{graph}> .\n"


def _described(view: GraphView, base: Connection) -> Iterator[str]:
    """What is known of the things."""
    graph, found = view.names.entities_graph, base.execute("SELECT iri FROM thing ORDER BY iri")
    while some := " ".join(f"<{iri}>" for (iri,) in islice(found, PART)):
        rows = view.store.rows(f"SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {some} }} GRAPH <{graph}> {{ ?s ?p ?o }} }}")
        for row in rows:
            yield f"{' '.join(nt(term) for term in row if term is not None)} <{graph}> .\n"


def _article(view: GraphView, article: str, statements: set[str]) -> Iterator[str]:
    """What an article's graph has of these statements, without the full stops."""
    names, graph = view.names, view.names.article(article)
    about: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in view.store.lines(graph):
        subject, predicate, value = line.removesuffix("\n").removesuffix(" .").split(" ", 2)
        about[subject].append((predicate, value))
    kept = {f"<{graph}>", *statements}
    ways = ("subjectReference", "objectReference")
    for way in (*map(names.term, ways), str(PROV.wasDerivedFrom), str(OA.hasSelector)):
        kept |= {value for node in kept for predicate, value in about[node] if predicate == f"<{way}>"}
    for node in kept:
        yield from (f"{node} {predicate} {value}" for predicate, value in about[node])
    yield from {edge for statement in statements for edge in _edges(view, about, statement)}


def _edges(view: GraphView, about: _Lines, statement: str) -> Iterator[str]:
    """The plain triples that a statement stands behind."""
    names, vocabulary = view.names, view.vocabulary
    told = dict(about[statement])
    if told[f"<{names.term('modality')}>"] == f"<{names.term('asserted')}>":
        subject, predicate, value = (told[f"<{term}>"] for term in (RDF.subject, RDF.predicate, RDF.object))
        yield f"{subject} {predicate} {value}"
        if vocabulary.relation(names.local(predicate[1:-1])).symmetric:
            yield f"{value} {predicate} {subject}"
