"""Fetches a list of addresses into a folder: several hosts beside each other, each of them in peace."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kg import __version__
from kg.articles.fetched import Fetched, note, read_manifest
from kg.errors import KgError
from kg.fetch.addresses import RefusedError, file_for, host_of
from kg.fetch.visiting import FetchOptions, Visitor

HOSTS = 8
"""So many hosts are visited at the same time."""

Progress = Callable[[int, int, str], object]


@dataclass(frozen=True, slots=True)
class FetchReport:
    """What became of each address: fetched now, there already, or failed (with the reason)."""

    fetched: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    failures: tuple[Fetched, ...] = ()


def fetch(
    addresses: Sequence[str], folder: Path, options: FetchOptions | None = None, progress: Progress | None = None
) -> FetchReport:
    """Fetch the pages that are not in the folder yet, and note in its manifest where each came from.

    What failed is tried again by the next run. Raises UsageError
    where the libraries for it are not installed, KgError where the folder cannot be written.
    """
    options = options or FetchOptions()
    Visitor(__version__, options).close()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        known = read_manifest(folder)
        there = [address for address in addresses if _is_there(folder, known.get(address))]
        wanted = [address for address in addresses if address not in set(there)]
        found = {entry.url: entry for entry in _fetch_all(wanted, folder, options, progress)}
    except OSError as error:
        raise KgError(f"{folder} cannot be written: {error.strerror or error}", "name another folder") from error
    return FetchReport(
        tuple(address for address in wanted if found[address].file),
        tuple(there),
        tuple(found[address] for address in wanted if not found[address].file),
    )


def _is_there(folder: Path, entry: Fetched | None) -> bool:
    return entry is not None and bool(entry.file) and (folder / entry.file).is_file()


def _fetch_all(
    addresses: Sequence[str],
    folder: Path,
    options: FetchOptions,
    progress: Progress | None,
) -> Iterable[Fetched]:
    """The outcome of each address, as it comes; the manifest has it before."""
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        hosts.setdefault(_host(address), []).append(address)
    waiting: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
    for host in hosts.values():
        waiting.put(host)
    done: queue.SimpleQueue[tuple[Fetched, bytes] | Exception] = queue.SimpleQueue()
    stop = threading.Event()
    threads = [
        threading.Thread(target=_work, args=(waiting, done, stop, options), daemon=True)
        for _ in range(min(HOSTS, len(hosts)))
    ]
    for thread in threads:
        thread.start()
    try:
        for count in range(1, len(addresses) + 1):
            outcome = done.get()
            if isinstance(outcome, Exception):
                raise outcome
            entry, raw = outcome
            _keep(folder, entry, raw)
            if progress:
                progress(count, len(addresses), entry.url)
            yield entry
    finally:
        stop.set()


def _host(address: str) -> str:
    try:
        return host_of(address)
    except ValueError:
        return ""


def _work(
    waiting: queue.SimpleQueue[list[str]],
    done: queue.SimpleQueue[tuple[Fetched, bytes] | Exception],
    stop: threading.Event,
    options: FetchOptions,
) -> None:
    """Fetch all pages of one host after the other, until there is no host left."""
    visitor = Visitor(__version__, options)
    try:
        while not stop.is_set():
            for address in waiting.get_nowait():
                if stop.is_set():
                    return
                done.put(_fetch_one(visitor, address))
    except queue.Empty:
        return
    except Exception as error:  # the thread that waits must hear of it
        done.put(error)
    finally:
        visitor.close()


def _fetch_one(visitor: Visitor, address: str) -> tuple[Fetched, bytes]:
    day = datetime.now(UTC).date().isoformat()
    try:
        page = visitor.visit(address)
    except RefusedError as error:
        return Fetched(address, fetched=day, reason=error.message), b""
    moved = page.address if page.address != address else ""
    return Fetched(address, file_for(address, page.media), day, moved, page.charset), page.raw


def _keep(folder: Path, entry: Fetched, raw: bytes) -> None:
    """Write a page, whole or not at all, and then its line in the manifest."""
    if entry.file:
        path = folder / entry.file
        path.parent.mkdir(exist_ok=True)
        part = path.with_name(f".{path.name}.part")
        part.write_bytes(raw)
        os.replace(part, path)  # noqa: PTH105 - the same, and atomic by name
    note(folder, entry)
