"""In which format a store is written, so that an older kg tells what it cannot read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import XSD, URIRef
from rdflib import Literal as RdfLiteral

from kg.errors import StoreError
from kg.names import Names
from kg.store.rdf import Triple

if TYPE_CHECKING:
    from kg.store.dataset import GraphStore

FORMAT = 1
"""Goes up with every change of the triples that an older kg would misread."""


def format_triple(names: Names, format: int = FORMAT) -> Triple:
    """What says that a store is in that format."""
    return URIRef(names.ledger_graph), URIRef(names.term("storeFormat")), RdfLiteral(str(format), datatype=XSD.integer)


def check_format(store: GraphStore) -> bool:
    """Whether a store says in which format it is; StoreError where that is one that this kg does not know."""
    graph, predicate, _ = format_triple(store.names)
    found = [
        str(value) for (value,) in store.rows(f"SELECT ?f WHERE {{ GRAPH <{graph}> {{ <{graph}> <{predicate}> ?f }} }}")
    ]
    if any(int(value) > FORMAT for value in found):
        raise StoreError(
            f"the store was written by a newer version of kg (format {max(found)}; this one knows {FORMAT})",
            "install that version: pip install -U kg",
        )
    return bool(found)
