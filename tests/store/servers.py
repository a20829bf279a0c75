"""Starts SPARQL servers on loopback, for tests, and stops them."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
TransactionFile = virtuoso.trx
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 10000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
[SPARQL]
ResultSetMaxRows = 10000000
"""
LETS_ALL_WRITE = (
    "GRANT SPARQL_UPDATE TO \"SPARQL\"; DB.DBA.RDF_DEFAULT_USER_PERMS_SET ('nobody', 7);"  # on loopback, for tests
)
PATIENCE = 60


@contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """The address of an Oxigraph server that keeps its data in a folder."""
    port = _free_port()
    program = Path(sys.executable).with_name("oxigraph")  # the virtual environment need not be on the path
    command = [str(program), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with _running(command, folder.parent, f"http://127.0.0.1:{port}/"):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """The address of a Virtuoso server that keeps its data in a folder, and lets everybody write."""
    http, sql = _free_port(), _free_port()
    folder.mkdir()
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(http=http, sql=sql))
    address = f"http://127.0.0.1:{http}/sparql"
    with _running(["virtuoso-t", "-f", "+configfile", "virtuoso.ini"], folder, address):
        subprocess.run(
            ["isql-vt", f"127.0.0.1:{sql}", "dba", "dba", f"exec={LETS_ALL_WRITE}"], check=True, capture_output=True
        )
        yield address


def has(program: str) -> bool:
    """Whether a program can be started here."""
    return shutil.which(program) is not None


@contextmanager
def _running(command: list[str], folder: Path, address: str) -> Iterator[None]:
    log = (folder / "server.log").open("wb")
    process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        end = time.monotonic() + PATIENCE
        while not _answers(address):
            assert process.poll() is None, (folder / "server.log").read_text()
            assert time.monotonic() < end, f"{command[0]} does not answer"
            time.sleep(0.1)
        yield
    finally:
        process.kill()
        process.wait()
        log.close()


def _answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=5):
            return True
    except HTTPError:
        return True
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
