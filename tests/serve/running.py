"""Starts ``kg serve`` as people do, and stops it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

STARTS = 90
"""Seconds until a server that was told to start answers; it does so in three, unless the machine is very busy."""


@contextmanager
def serving(store: Path, *options: str) -> Iterator[str]:
    """The address of a server over a store, without the slash at its end."""
    command = [sys.executable, "-m", "kg", "serve", "--store", str(store), "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            told = process.stderr.readline()
            assert told.startswith("kg serve: http://"), told
            address = told.split()[2].rstrip("/")
            urlopen(f"{address}/api/openapi.json", timeout=STARTS).close()
            yield address
        finally:
            process.terminate()
            process.wait(20)
