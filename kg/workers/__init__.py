"""Who reads the articles: this process, processes beside it, or a cluster. All by the same function.

    with Processes(jobs=4) as workers:
        for outcome in workers.read(extractor, documents):
            ...

Outcomes come in the order of the documents, whoever was done first, and only a few documents are under way at a time.
"""

from __future__ import annotations

from kg.workers.cache import CachedExtractor
from kg.workers.cluster import Cluster
from kg.workers.local import InProcess, Processes, cores
from kg.workers.reading import OUR_FAULT, Outcome, Reading, Unread, Workers, read

__all__ = [
    "OUR_FAULT",
    "CachedExtractor",
    "Cluster",
    "InProcess",
    "Outcome",
    "Processes",
    "Reading",
    "Unread",
    "Workers",
    "cores",
    "read",
]
