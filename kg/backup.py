"""All that a store holds in one file, and a store from such a file.

A backup is gzipped N-Quads, which any triple store reads: a comment that tells its version, the quads in the order of
their graphs and then of their characters, and a comment with the SHA-256 of all that stands before it. The same graph
gives the same bytes, whatever holds it.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import shutil
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BufferedReader
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from kg.errors import KgError, StoreBusyError, StoreError, UsageError
from kg.export.output import write_file
from kg.names import Names
from kg.store import GraphStore, GraphView, LedgerEntry, is_address, open_store
from kg.store.ordering import texts_in_order
from kg.store.whole import article_names

VERSION = 1
"""Of the file; one that is higher is not read."""
HEAD, TAIL = "# kg backup ", "# sha256 "
TAIL_BYTES = len(TAIL) + 64 + 1
PIECE = 1 << 20
LINES = 1000
MOST_HEAD = 10_000

# What gzip says of a file that is cut short, has other bytes than were written, or never was one.
Broken = (EOFError, gzip.BadGzipFile, zlib.error, UnicodeDecodeError)


@dataclass
class BackupReport:
    """How much a backup holds."""

    graphs: int = 0
    quads: int = 0


def backup(store: GraphStore, path: Path) -> BackupReport:
    """Write all of a store to a file, which is there whole or not at all.

    A folder is read as it was when it was opened, also while another process builds. StoreBusyError where a server's
    graph changed meanwhile, KgError where the file cannot be written.
    """
    report = BackupReport()
    write_file(path, _compressed(_signed(_lines(store, report))))
    return report


def restore(path: Path, location: Path | str, names: Names) -> None:
    """Make a store from a backup, in a new folder or behind a server's address: all of it, or none.

    UsageError where the file is of another graph (``names``) or none, StoreError where there is a store already, where
    the file is damaged or was written by a newer kg, or where the store cannot be written.
    """
    _check(path, names)
    try:
        if is_address(location):
            _into_server(path, str(location), names)
        else:
            _into_folder(path, Path(location), names)
    except OSError as error:
        raise StoreError(
            f"{location} cannot be written: {error.strerror or error}", "name another place with --store"
        ) from error


def _lines(store: GraphStore, report: BackupReport) -> Iterator[str]:
    """The text of a backup, some lines at a time."""
    names, ledger = store.names, store.ledger()
    about = {"version": VERSION, "base": names.base, "namespace": names.namespace}
    yield f"{HEAD}{json.dumps(about)}\n"
    kept = (names.entities_graph, names.identity_graph, names.ledger_graph, names.vocabulary_graph)
    graphs = sorted({*kept, *map(names.article, (*article_names(GraphView(store)), *ledger))})
    before = _state(ledger)
    del ledger  # that of a large graph takes too much memory to be kept
    for graph in graphs:
        lines, so_far = texts_in_order(store.lines(graph)), report.quads
        while part := list(islice(lines, LINES)):
            report.quads += len(part)
            yield "".join(f"{line[:-2]}<{graph}> .\n" for line in part)
        report.graphs += report.quads > so_far
    if _state(store.ledger()) != before:
        raise StoreBusyError("the graph changed while it was read", "wait until nobody writes to it, then try again")


def _state(ledger: Mapping[str, LedgerEntry]) -> str:
    """What tells whether a graph was changed."""
    digest = sha256()
    for entry in ledger.values():
        digest.update(repr(entry).encode())
    return digest.hexdigest()


def _signed(pieces: Iterator[str]) -> Iterator[bytes]:
    digest = sha256()
    for piece in pieces:
        text = piece.encode()
        digest.update(text)
        yield text
    yield f"{TAIL}{digest.hexdigest()}\n".encode()


def _compressed(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """As gzip has it, without a time and a name."""
    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    for piece in pieces:
        yield packer.compress(piece)
    yield packer.flush()


def _check(path: Path, names: Names) -> None:
    """Read the whole file once, before anything is made of it."""
    try:
        with _opened(path) as file:
            _check_head(path, file.readline(MOST_HEAD).decode(), names)
        with _opened(path) as file:
            whole = _is_whole(file)
    except Broken as error:
        raise _damaged(path) from error
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}", "name a file of kg backup") from error
    if not whole:
        raise _damaged(path)


def _check_head(path: Path, head: str, names: Names) -> None:
    try:
        about = json.loads(head.removeprefix(HEAD)) if head.startswith(HEAD) else None
    except ValueError:
        about = None
    if not isinstance(about, dict) or not isinstance(about.get("version"), int):
        raise UsageError(f"{path} is no backup of kg", "make one with: kg backup FILE")
    if about["version"] > VERSION:
        raise StoreError(f"{path} was written by a newer version of kg", "install that version: pip install -U kg")
    for setting in ("base", "namespace"):
        if about.get(setting) != getattr(names, setting):
            raise UsageError(
                f"the graph in {path} has another {setting}: {about.get(setting)}",
                f"run: kg --{setting} {about.get(setting)} restore …",
            )


def _opened(path: Path) -> BinaryIO:
    """The file, unpacked as it is read."""
    return BufferedReader(gzip.open(path), PIECE)


def _is_whole(file: BinaryIO) -> bool:
    digest, kept = sha256(), b""
    while piece := file.read(PIECE):
        kept += piece
        digest.update(kept[:-TAIL_BYTES])
        kept = kept[-TAIL_BYTES:]
    return kept == f"{TAIL}{digest.hexdigest()}\n".encode()


def _damaged(path: Path) -> KgError:
    return StoreError(f"{path} is damaged: it is not as it was written", "take another backup, or build anew: kg build")


def _into_folder(path: Path, folder: Path, names: Names) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StoreError(f"there is something at {folder} already", "nothing is overwritten: name a new --store")
    target = Path(os.path.realpath(folder))
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent))
    try:
        with open_store(beside / "store", write=True, names=names) as store, _opened(path) as quads:
            store.load(quads)
        (beside / "store").rename(target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _into_server(path: Path, address: str, names: Names) -> None:
    with open_store(address, write=True, names=names) as store:
        if store.ask(f"ASK {{ GRAPH <{names.entities_graph}> {{ ?s ?p ?o }} }}") or store.ledger():
            raise StoreError(f"there is a graph at {address} already", "nothing is overwritten: name another --store")
        try:
            with _opened(path) as quads:
                store.load(quads)
        except BaseException:
            with contextlib.suppress(KgError), _opened(path) as quads:
                store.drop(_graphs(quads))
            raise


def _graphs(quads: BinaryIO) -> Iterator[str]:
    """The graphs that a backup has, each once: its quads are in their order."""
    last = b""
    for line in quads:
        graph = line[line.rfind(b" <") + 2 : -4]
        if not line.startswith(b"#") and graph != last:
            last = graph
            yield graph.decode()
