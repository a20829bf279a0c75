"""Turns news articles into a knowledge graph that cites its sources, and answers questions about it.

``from kg import KnowledgeGraph`` is where the library begins.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

__version__ = "0.1.0"
__all__ = ["KnowledgeGraph", "__version__"]


def __getattr__(name: str) -> object:
    # Looked up on first use, so that `import kg` (and with it `kg --help`) loads no RDF library.
    if name == "KnowledgeGraph":
        return import_module("kg.graph").KnowledgeGraph
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
