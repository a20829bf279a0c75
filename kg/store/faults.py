"""What can go wrong with a store on disk, told as errors that say what to do.

Oxigraph reports a store's faults as OSError and RuntimeError, with RocksDB's words in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreBusyError, StoreError

REBUILD = "move it away and build it anew from the articles: kg build FOLDER"


@contextmanager
def opening(path: Path) -> Iterator[None]:
    """Turns what Oxigraph says on opening the store at ``path`` into a StoreError or StoreBusyError."""
    try:
        yield
    except PermissionError as error:
        raise _forbidden(path, error) from error
    except (OSError, RuntimeError) as error:
        told = str(error).casefold()
        if isinstance(error, BlockingIOError) or "lock" in told:
            raise StoreBusyError(
                f"another process is writing to {path}", "wait for it to end, then try again"
            ) from error
        if "permission denied" in told or "read-only file system" in told:
            raise _forbidden(path, error) from error
        if "too recent version" in told:
            raise StoreError(
                f"the store at {path} was written by a newer version of kg", "install that version: pip install -U kg"
            ) from error
        if isinstance(error, (FileExistsError, NotADirectoryError)):
            raise StoreError(f"{path} is not a folder", "name a folder with --store") from error
        raise StoreError(f"the store at {path} is damaged: {_first_line(error)}", REBUILD) from error


@contextmanager
def reading() -> Iterator[None]:
    """Turns what goes wrong on reading a store that is open into a StoreError."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise StoreError(f"the store could not be read: {_first_line(error)}", REBUILD) from error


@contextmanager
def writing() -> Iterator[None]:
    """Turns what goes wrong on writing into a StoreError; the store is as it was before."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        if "read-write instances" in str(error):
            raise StoreError("the store was opened for reading only", "open it with write=True") from error
        raise StoreError(
            f"the store could not be written: {_first_line(error)}", "free some space, then run the same command again"
        ) from error


def _forbidden(path: Path, error: Exception) -> StoreError:
    return StoreError(
        f"{path} may not be used: {_first_line(error)}", "mend its permissions, or name another folder with --store"
    )


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]
