"""Writes chunks to a file, all or nothing, or to an open stream."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterable
from io import TextIOBase
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from kg.errors import KgError, UsageError


def write_file(path: Path, chunks: Iterable[bytes]) -> None:
    """Write the chunks to a file, through a temporary file beside it: it is there whole or as it was.

    A device or a pipe is written to directly. KgError where the place cannot be written.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as stream:
                stream.writelines(chunks)
        else:
            _replace(_checked(path), chunks)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise KgError(
            f"{path} cannot be written: {error.strerror or error}", "name a file in a folder that you may write to"
        ) from error


def write_stream(stream: BinaryIO | TextIO, chunks: Iterable[bytes]) -> None:
    """Write the chunks to an open stream: as they are wherever there are bytes beneath, whatever the terminal's own.

    UsageError where the stream takes text alone and the chunks are none.
    """
    if isinstance(stream, TextIOBase) or hasattr(stream, "encoding"):
        buffer = getattr(stream, "buffer", None)
        if buffer is None:
            _write_text(cast("TextIO", stream), chunks)
            return
        stream.flush()
        stream = buffer
    binary = cast("BinaryIO", stream)
    for chunk in chunks:
        binary.write(chunk)
    binary.flush()


def _write_text(stream: TextIO, chunks: Iterable[bytes]) -> None:
    try:
        stream.writelines(chunk.decode() for chunk in chunks)
    except UnicodeDecodeError as error:
        raise UsageError("this format is not text", "give a file, or a stream of bytes") from error


def _checked(path: Path) -> Path:
    """The file behind the path (links are followed, and stay); KgError where it cannot be one."""
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise KgError(f"{path} is a folder", "name a file in it, such as graph.ttl")
    if not target.parent.is_dir():
        raise KgError(f"there is no folder {path.parent} to write {path.name} to", f"make it: mkdir -p {path.parent}")
    return target


def _replace(target: Path, chunks: Iterable[bytes]) -> None:
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.writelines(chunks)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except BaseException:
        # Also on Ctrl-C: nothing half-written is left behind.
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
