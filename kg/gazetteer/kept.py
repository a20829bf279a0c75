"""What is worked out of the tables of places, kept between processes: to work it out takes half a second."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from kg.folders import cache_folder

Plain = TypeVar("Plain")

FILE = "places-{}.marshal"
"""As compiled modules are, it is for one release of Python."""


def kept(make: Callable[[], Plain], sources: Iterable[bytes]) -> Plain:
    """What ``make`` gives, from the file that an earlier process left of the same sources.

    It must be made of numbers, texts, lists, tuples and dictionaries. The file is only ever a help: where it cannot be
    read or written, what is in it is made again.
    """
    digest = sha256(sys.version.encode())
    for source in sources:
        digest.update(sha256(source).digest())
    with suppress(OSError, RuntimeError):  # there may be no home
        file = cache_folder(os.environ) / FILE.format(digest.hexdigest()[:16])
        return _from(file, make)
    return make()


def _from(file: Path, make: Callable[[], Plain]) -> Plain:
    with suppress(OSError, ValueError, EOFError, TypeError):
        found: Plain = marshal.loads(file.read_bytes())
        return found
    made: Any = make()
    with suppress(OSError):
        _write(file, marshal.dumps(made))
    return made  # type: ignore[no-any-return]


def _write(file: Path, content: bytes) -> None:
    """Write the file whole or not at all, in the place of earlier ones."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(f".{os.getpid()}")
    part.write_bytes(content)
    for earlier in file.parent.glob(FILE.format("*")):
        earlier.unlink(missing_ok=True)
    part.replace(file)
