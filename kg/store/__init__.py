"""The store: an rdflib Dataset over Oxigraph, one named graph per article, with its read and write views."""

from kg.store.dataset import GraphStore, LedgerEntry, is_address, memory_store, open_store
from kg.store.view import GraphView

__all__ = ["GraphStore", "GraphView", "LedgerEntry", "is_address", "memory_store", "open_store"]
