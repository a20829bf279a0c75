"""In which format a store is written, so that an older kg tells what it cannot read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.names import Names
from kg.store.lines import INTEGER, Line, iri, line, literal

if TYPE_CHECKING:
    from kg.store.dataset import GraphStore

FORMAT = 1
"""Goes up with every change of the triples that an older kg would misread."""


def format_line(names: Names, format: int = FORMAT) -> Line:
    """What says that a store is in that format."""
    return line(iri(names.ledger_graph), iri(names.term("storeFormat")), literal(str(format), INTEGER))


def check_format(store: GraphStore) -> bool:
    """Whether a store says in which format it is; StoreError where that is one that this kg does not know."""
    graph, predicate = store.names.ledger_graph, store.names.term("storeFormat")
    found = [
        str(value) for (value,) in store.rows(f"SELECT ?f WHERE {{ GRAPH <{graph}> {{ <{graph}> <{predicate}> ?f }} }}")
    ]
    if any(int(value) > FORMAT for value in found):
        raise StoreError(
            f"the store was written by a newer version of kg (format {max(found)}; this one knows {FORMAT})",
            "install that version: pip install -U kg",
        )
    return bool(found)
