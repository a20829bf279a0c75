"""The process apart that reads untrusted formats: ``python -m kg.articles.formats.child``.

A question is a line of JSON (media, told, size) and so many bytes; the answer is a line of JSON. The operating system
ends the process where one question takes too long or too much memory: see ``apart``.
"""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Mapping
from typing import Any, BinaryIO

from kg.articles.formats.extracted import Extracted
from kg.articles.formats.html import read_html
from kg.articles.formats.mail import read_mail
from kg.articles.formats.pdf import read_pdf
from kg.errors import ArticleError

SECONDS = 6
"""Of computing, for one article."""
MEMORY = 1536 * 1024 * 1024
"""Bytes that the process may use."""
MAX_FIELD = 2000
"""Characters of a title, an author and so on."""
NAMES = {"html": "HTML", "pdf": "PDF", "mail": "mail"}


def main() -> None:
    """Answer questions until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asks
    _bound_memory()
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints is no answer
    while line := asked.readline():
        question = json.loads(line)
        raw = asked.read(question["size"])
        _bound_time(SECONDS)
        answer = _answer(question["media"], raw, question["told"])
        _bound_time(0)
        _say(answers, answer)


def _answer(media: str, raw: bytes, told: Mapping[str, str]) -> dict[str, Any]:
    try:
        found = _read(media, raw, told)
        text = found.text.encode("utf-8", "replace").decode()
        return {"text": text, "fields": {name: value[:MAX_FIELD] for name, value in found.fields.items()}}
    except ArticleError as error:
        return {"error": error.message, "hint": error.hint}
    except MemoryError:
        return {"error": f"takes too much memory to read as {NAMES[media]}", "hint": "Leave it out, or split it."}
    except RecursionError:
        return {"error": f"nested too deeply to read as {NAMES[media]}", "hint": "Leave it out."}
    except Exception as error:  # the readers of broken files fail in many ways
        return {"error": f"cannot be read as {NAMES[media]}: {type(error).__name__}", "hint": "Fetch it again."}


def _read(media: str, raw: bytes, told: Mapping[str, str]) -> Extracted:
    if media == "pdf":
        return read_pdf(raw)
    return read_mail(raw, told) if media == "mail" else read_html(raw, told)


def _say(stream: BinaryIO, answer: Mapping[str, Any]) -> None:
    stream.write(json.dumps(answer).encode() + b"\n")
    stream.flush()


def _bound_time(seconds: int) -> None:
    """Be ended after so many seconds of computing, wherever that is; 0 lifts the bound."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _bound_memory() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main()
