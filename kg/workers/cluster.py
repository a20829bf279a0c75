"""Workers of a Dask cluster: the same reading, on other machines."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any, Self

from kg.articles import Document
from kg.errors import UsageError
from kg.model import Extractor
from kg.workers.local import AHEAD, in_order
from kg.workers.reading import Outcome

PATIENCE = 10
"""Seconds to wait for the scheduler."""
TRIES = 3
"""How often a document is given out again that no worker could finish."""


class Cluster:
    """Reads on the workers of a Dask scheduler, which must have this version of kg installed.

    Workers may come and go: what one did not finish goes to another.
    """

    def __init__(self, address: str) -> None:
        """``address`` as in tcp://scheduler:8786. UsageError where nobody answers there, or Dask is not installed."""
        try:
            import distributed  # noqa: PLC0415 - an extra, and slow to load
        except ImportError as error:
            raise UsageError("--cluster needs Dask, which is not installed", "pip install 'kg[cluster]'") from error
        try:
            client: Any = distributed.Client
            self._client = client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise UsageError(
                f"no Dask scheduler answers at {address}: {error or 'no answer'}", "start one with: dask scheduler"
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def read(self, extractor: Extractor, documents: Iterable[Document]) -> Iterator[Outcome]:
        """See ``Workers``."""
        pool = self._client.get_executor(pure=False, retries=TRIES)
        threads = max(1, sum(self._client.nthreads().values()))
        return in_order(pool, extractor, iter(documents), threads * AHEAD, deque())
