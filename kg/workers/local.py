"""Workers on this machine: this process itself, or processes beside it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing.context import SpawnContext, SpawnProcess
from multiprocessing.process import BaseProcess
from typing import Any, Self

from kg.articles import Document
from kg.model import Extractor
from kg.workers.reading import Outcome, Unread, read

FEW = 8
"""So many documents are read in this process before another could have loaded the language model."""
AHEAD = 4
"""Documents under way for each worker: enough that none waits for the one that writes, few enough for the memory."""

LOOKED = 1.0
"""Seconds after which a worker looks again whether the process that started it is there."""


class InProcess:
    """Reads in this process, one document after the other."""

    def read(self, extractor: Extractor, documents: Iterable[Document]) -> Iterator[Outcome]:
        """See ``Workers``."""
        return (read(extractor, document) for document in documents)


class _Spawning(SpawnContext):
    """Starts fresh processes, which hold neither the store's lock nor its threads, and knows which they are."""

    def __init__(self) -> None:
        self.processes: list[SpawnProcess] = []

    def Process(self, *args: Any, **options: Any) -> SpawnProcess:  # type: ignore[override]  # noqa: N802
        """As multiprocessing's contexts have it."""
        process = SpawnProcess(*args, **options)
        self.processes.append(process)
        return process

    def kill(self) -> None:
        """End them. A pool of which one has died ends the others itself, but not one that was starting just then, and
        would wait for that one for ever."""
        for process in self.processes:
            process.kill()


class Processes:
    """Reads in so many processes of this machine. The extractor must be one that can be pickled.

    A process that dies (of memory that ran out, say) is replaced; a document that two have died of is told as unread.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self._started = _Spawning()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def read(self, extractor: Extractor, documents: Iterable[Document]) -> Iterator[Outcome]:
        """See ``Workers``."""
        waiting = iter(documents)
        first = list(islice(waiting, FEW))
        if len(first) < FEW or self.jobs == 1:
            yield from InProcess().read(extractor, chain(first, waiting))
            return
        waiting = chain(first, waiting)
        while True:
            pending: deque[Document] = deque()
            try:
                yield from in_order(self._start(), extractor, waiting, self.jobs * AHEAD, pending)
            except BrokenProcessPool:
                self._drop()
                yield self._alone(extractor, pending.popleft())
                waiting = chain(pending, waiting)
            else:
                return

    def _alone(self, extractor: Extractor, document: Document) -> Outcome:
        """The outcome of a document that was under way when a process died: it may have been the cause."""
        try:
            return self._start().submit(read, extractor, document).result()
        except BrokenProcessPool:
            self._drop()
            return Unread(document.name, "the process that read it died, twice", "Leave it out, or split it.")

    def _start(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._started = _Spawning()
            self._pool = ProcessPoolExecutor(self.jobs, self._started, _begin)
        return self._pool

    def _drop(self) -> None:
        """Give up a pool of which a process has died."""
        self._started.kill()
        self._stop()

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


def in_order(
    pool: Executor,
    extractor: Extractor,
    documents: Iterator[Document],
    window: int,
    pending: deque[Document],
) -> Iterator[Outcome]:
    """The outcomes of a pool in the order of the documents, ``window`` of them under way at a time.

    ``pending`` holds the documents without an outcome so far, for whoever must go on where the pool breaks.
    """
    futures: deque[Future[Outcome]] = deque()

    def begin(document: Document) -> None:
        pending.append(document)
        futures.append(pool.submit(read, extractor, document))

    for document in islice(documents, window):
        begin(document)
    while futures:
        outcome = futures[0].result()
        futures.popleft()
        pending.popleft()
        yield outcome
        for document in islice(documents, 1):
            begin(document)


def _begin() -> None:
    """A worker's first act: leave Ctrl-C to the process that started it, end when that has ended, stay of one thread.

    The C library locks and unlocks for nothing in a process of one thread: that is a tenth of spaCy's time.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as many workers as cores: threads of their own would be in the way
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    if sys.platform == "win32":
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()
        return

    def look(*_: object) -> None:
        if os.getppid() != parent.pid:
            os._exit(1)

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, LOOKED, LOOKED)


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def cores() -> int:
    """How many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
