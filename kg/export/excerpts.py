"""A part of a graph as a graph of its own, which every format writes as it would write the whole.

It holds the statements that a selection lets pass, each with its sentences and references, what is known of the things
that they tell of, and their articles.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from sqlite3 import Connection

from rdflib import PROV, RDF

from kg.export.selection import Selection, selected
from kg.store import GraphStore, GraphView, memory_store, open_store
from kg.store.ordering import scratch
from kg.store.rdf import OA, nt
from kg.store.view import STATEMENTS

IN_MEMORY = 1 << 24
"""Bytes of N-Quads up to which the excerpt is held in memory; what is more goes to a store in a temporary folder."""
PART = 2000
"""How many things are asked for at once."""

_Lines = dict[str, list[tuple[str, str]]]
"""Predicates and objects, as they stand in N-Triples, by the IRI of their subject."""
_Graphs = Mapping[str, str]
"""The graph, by IRI, in which each node is described."""


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
        while some := list(islice(told, STATEMENTS)):
            yield from _told(view, {statement: view.names.article(article) for article, statement in some})


def _described(view: GraphView, base: Connection) -> Iterator[str]:
    """What is known of the things."""
    graph, found = view.names.entities_graph, base.execute("SELECT iri FROM thing ORDER BY iri")
    while some := " ".join(f"<{iri}>" for (iri,) in islice(found, PART)):
        rows = view.store.rows(f"SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {some} }} GRAPH <{graph}> {{ ?s ?p ?o }} }}")
        for row in rows:
            yield f"{' '.join(nt(term) for term in row if term is not None)} <{graph}> .\n"


def _told(view: GraphView, graph_of: _Graphs) -> Iterator[str]:
    """What the graphs of articles have of statements: these, what they lead to, and the articles themselves."""
    about: _Lines = {}
    nodes: _Graphs = {**graph_of, **{graph: graph for graph in graph_of.values()}}
    for ways in _ways(view):
        found = _about(view, nodes)
        about |= found
        for node, said in found.items():
            yield from (f"<{node}> {predicate} {value} <{nodes[node]}> .\n" for predicate, value in said)
        nodes = {value[1:-1]: nodes[node] for node, said in found.items() for way, value in said if way in ways}
    for statement, graph in graph_of.items():
        yield from (f"{edge} <{graph}> .\n" for edge in _edges(view, about[statement]))


def _ways(view: GraphView) -> tuple[frozenset[str], ...]:
    """The predicates that lead from a statement to its references and spans, then to selectors, then nowhere."""
    first = (view.names.term("subjectReference"), view.names.term("objectReference"), PROV.wasDerivedFrom)
    return tuple(frozenset(f"<{way}>" for way in ways) for ways in (first, (OA.hasSelector,), ()))


def _about(view: GraphView, graph_of: _Graphs) -> _Lines:
    """What is said of nodes, each in one graph."""
    about: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    left = iter(graph_of.items())
    while some := " ".join(f"(<{node}> <{graph}>)" for node, graph in islice(left, STATEMENTS)):
        for node, predicate, value in view.store.rows(
            f"SELECT ?s ?p ?o WHERE {{ VALUES (?s ?g) {{ {some} }} GRAPH ?g {{ ?s ?p ?o }} }}"
        ):
            if predicate is not None and value is not None:
                about[str(node)].append((f"<{predicate}>", nt(value)))
    return about


def _edges(view: GraphView, said: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The plain triples that a statement stands behind, from what is said of it."""
    names, vocabulary = view.names, view.vocabulary
    told = dict(said)
    if told[f"<{names.term('modality')}>"] == f"<{names.term('asserted')}>":
        subject, predicate, value = (told[f"<{term}>"] for term in (RDF.subject, RDF.predicate, RDF.object))
        yield f"{subject} {predicate} {value}"
        if vocabulary.relation(names.local(predicate[1:-1])).symmetric:
            yield f"{value} {predicate} {subject}"
