"""The inside of a working process: takes tasks from a pipe, one after the other, and answers from the store."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Mapping
from functools import cached_property
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kg.errors import KgError, NotFoundError, QueryError, StoreBusyError, UsageError
from kg.serve.limits import Limits
from kg.serve.reply import Job, Reply
from kg.settings import Settings
from kg.store import GraphView, is_address, open_store

STATUS = {NotFoundError: 404, UsageError: 400, QueryError: 400, StoreBusyError: 503}
FILES_OF_STATE = ("CURRENT", "*.log", "MANIFEST*")
"""The files of a store's folder that change with every write."""


class OpenStore:
    """The view of a store that another process may be writing: it is opened anew when it has changed."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._state: object = None

    def view(self) -> GraphView:
        """The graph as it is now. StoreError where there is none."""
        state = self._state_now()
        if "_view" in self.__dict__ and state != self._state:
            self._view.store.close()
            del self._view
        self._state = state
        return self._view

    @cached_property
    def _view(self) -> GraphView:
        return GraphView(open_store(self._settings.store, names=self._settings.names()))

    def _state_now(self) -> object:
        if is_address(self._settings.store):
            return None
        found = []
        for pattern in FILES_OF_STATE:
            for file in sorted(Path(self._settings.store).glob(pattern)):
                with contextlib.suppress(OSError):
                    stat = file.stat()
                    found.append((file.name, stat.st_size, stat.st_mtime_ns))
        return found


def answer_all(pipe: Connection, settings: Settings, limits: Limits) -> None:
    """Answer the tasks that come through the pipe, until it closes."""
    from kg.serve.jobs import JOBS  # noqa: PLC0415 - what answers is heavy, and only this process needs it

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends its processes
    _bound_memory(limits.memory)
    store = OpenStore(settings)
    with contextlib.suppress(KgError):
        store.view()
    pipe.send(None)
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            name, arguments = pipe.recv()
            pipe.send(_reply(JOBS[name], store, arguments, limits))


def _reply(job: Job, store: OpenStore, arguments: Mapping[str, Any], limits: Limits) -> Reply:
    try:
        reply = job(store.view(), **arguments)
    except KgError as error:
        status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 500)
        return Reply.failure(status, error.message, error.hint)
    except MemoryError:
        return Reply.failure(500, "this takes more memory than one request may have", "ask for less")
    except Exception as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return Reply.failure(500, f"a fault in kg: {type(error).__name__}", "please report it")
    if len(reply.body) > limits.result:
        return Reply.failure(500, f"the answer is larger than {limits.result // 1024 // 1024} MB", "ask for less")
    return reply


def _bound_memory(most: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
