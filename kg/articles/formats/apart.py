"""Has untrusted formats read by a process apart: no file can hang a build, crash it, or fill the memory."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import kg
from kg.articles.formats.extracted import Extracted
from kg.errors import ArticleError

PATIENCE = 30
"""Seconds until a process that has not ended itself is ended, whatever it waits for."""
TURNS = 500
"""So many articles are read by one process: the libraries keep some of what they read."""
_HINT = "Leave it out, or split it."


class Helper:
    """A process that reads one article after another; a new one takes over where it ends."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._turns = 0
        self._lock = threading.Lock()

    def extract(self, media: str, raw: bytes, told: Mapping[str, str]) -> Extracted:
        """The text of an article of some format. Raises ArticleError where it has none or takes too much to read."""
        question = json.dumps({"media": media, "told": dict(told), "size": len(raw)}).encode() + b"\n"
        with self._lock:
            line = self._ask(question + raw)
        answer = json.loads(line)
        if "error" in answer:
            raise ArticleError(answer["error"], answer["hint"])
        return Extracted(answer["text"], answer["fields"])

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _ask(self, question: bytes) -> bytes:
        process = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        timer = threading.Timer(PATIENCE, process.kill)
        timer.daemon = True
        timer.start()
        line = b""
        try:
            process.stdin.write(question)
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            pass
        finally:
            timer.cancel()
            if not line.endswith(b"\n"):
                self.close()
        if not line.endswith(b"\n"):
            raise ArticleError("takes too long to read, or crashes what reads it", _HINT)
        return line

    def _started(self) -> subprocess.Popen[bytes]:
        self._turns += 1
        if self._turns > TURNS:
            self.close()
        if self._process is None:
            self._turns = 1
            above = str(Path(kg.__file__).resolve().parents[1])
            paths = os.pathsep.join(filter(None, (above, os.environ.get("PYTHONPATH"))))
            self._process = subprocess.Popen(
                [sys.executable, "-m", "kg.articles.formats.child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": paths},
            )
        return self._process


_HELPER = Helper()
atexit.register(_HELPER.close)


def extract(media: str, raw: bytes, told: Mapping[str, str]) -> Extracted:
    """See ``Helper.extract``; this process has one helper."""
    return _HELPER.extract(media, raw, told)
