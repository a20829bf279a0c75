"""Processes that answer requests, each of which can be stopped: a query that runs in the engine cannot be told to."""

from __future__ import annotations

import asyncio
import multiprocessing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from kg.serve.limits import Limits
from kg.serve.reply import Reply
from kg.serve.worker import answer_all
from kg.settings import Settings

START = 60.0
"""Seconds that a process may take to begin: it opens the store, which may be large."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a process is to do: a job's name, and what it takes."""

    job: str
    arguments: dict[str, Any]


class OverloadError(Exception):
    """Too many wait already, or one has waited too long."""


class Pool:
    """Hands tasks to processes, as many at a time as there are processes.

    A process that takes too long, or that dies (of its bound of memory, say), is replaced by a new one.
    """

    def __init__(self, settings: Settings, limits: Limits) -> None:
        self._limits = limits
        self._workers = [_Worker(settings, limits) for _ in range(limits.workers)]
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._waiting = 0

    async def start(self) -> None:
        """Start the processes, and wait until they have opened the store."""
        await asyncio.gather(*(asyncio.to_thread(worker.start) for worker in self._workers))
        for worker in self._workers:
            self._idle.put_nowait(worker)

    async def stop(self) -> None:
        """End the processes."""
        await asyncio.gather(*(asyncio.to_thread(worker.stop) for worker in self._workers))

    async def run(self, task: Task) -> Reply:
        """The reply of the next process that is free. OverloadError where none will be soon."""
        worker = await self._next()
        try:
            return await asyncio.to_thread(worker.do, task)
        finally:
            self._idle.put_nowait(worker)

    async def _next(self) -> _Worker:
        if self._waiting >= self._limits.waiting:
            raise OverloadError
        self._waiting += 1
        try:
            return await asyncio.wait_for(self._idle.get(), self._limits.patience)
        except TimeoutError:
            raise OverloadError from None
        finally:
            self._waiting -= 1


class _Worker:
    """One process, and the way to it."""

    def __init__(self, settings: Settings, limits: Limits) -> None:
        self._settings = settings
        self._limits = limits
        self._process: Any = None
        self._pipe: Connection | None = None

    def start(self) -> None:
        context = multiprocessing.get_context("spawn")  # a fresh process holds none of the server's connections
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=answer_all, args=(theirs, self._settings, self._limits), daemon=True)
        self._process.start()
        theirs.close()
        if self._pipe.poll(START):
            try:
                self._pipe.recv()
            except EOFError:  # it could not open the store; it says so when it is asked
                self.stop()

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None

    def do(self, task: Task) -> Reply:
        if self._pipe is None:
            self.start()
        if self._pipe is None:
            return Reply.failure(500, "the store cannot be opened", "see what the server says on standard error")
        try:
            self._pipe.send((task.job, task.arguments))
            if self._pipe.poll(self._limits.seconds):
                reply: Reply = self._pipe.recv()
                return reply
            told = f"no answer within {self._limits.seconds:g} s"
        except (EOFError, OSError):
            told = "this takes more memory than one request may have"
        self.stop()
        self.start()
        return Reply.failure(500, told, "ask for less, or start kg serve with other limits")
