"""How much is read: of one article, of one record, and of what unpacks to far more than it was."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable
from typing import BinaryIO

from kg.errors import ArticleError

MAX_BYTES = 20 * 1024 * 1024
"""Larger articles are not opened."""
FREE = 64 * 1024 * 1024
"""So much may come out of any archive, however well it was packed."""
MAX_RATIO = 100
"""More than so many times its size may not come out of a larger one: text packs three to ten times smaller."""

_HINT = "Leave it out, or split it into articles."


def too_large(size: int) -> ArticleError:
    """What to say of an article of more than MAX_BYTES."""
    megabytes = f"{size / 1024 / 1024:.0f} MB"
    return ArticleError(f"{megabytes}: too large for an article (limit {MAX_BYTES // 1024 // 1024} MB)", _HINT)


def bomb() -> ArticleError:
    """What to say of an archive out of which comes more than can be meant."""
    return ArticleError(f"unpacks to more than {MAX_RATIO} times its size: not an archive of articles", "Leave it out.")


def read_bounded(stream: BinaryIO) -> bytes:
    """All of a stream that holds one article. Raises ArticleError where it is longer than MAX_BYTES."""
    raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise ArticleError(f"more than {MAX_BYTES // 1024 // 1024} MB: too large for an article", _HINT)
    return raw


class Piecemeal(io.RawIOBase):
    """A stream of the pieces that ``piece`` gives."""

    def piece(self, size: int) -> bytes:
        """At most so many bytes; none at the end."""
        raise NotImplementedError

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer as far as there is something; 0 at the end."""
        piece = self.piece(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


class Unpacked(Piecemeal):
    """What comes out of a packed stream. Raises ArticleError where that is far too much, or the packing is broken."""

    def __init__(self, inner: gzip.GzipFile, packed: Callable[[], int]) -> None:
        """``packed`` tells how many bytes have been read of what ``inner`` unpacks."""
        super().__init__()
        self._inner = inner
        self._packed = packed
        self._out = 0

    def piece(self, size: int) -> bytes:
        """See ``Piecemeal``."""
        try:
            piece = self._inner.read1(size)
        except (OSError, EOFError, zlib.error) as error:
            raise ArticleError(f"broken gzip data: {error}", "Fetch the file again.") from error
        self._out += len(piece)
        if self._out > FREE and self._out > MAX_RATIO * self._packed():
            raise bomb()
        return piece


def unpacked(stream: BinaryIO) -> io.BufferedReader:
    """What a gzip stream holds, as a stream within bounds."""
    counted = _Counted(stream)
    inner = gzip.GzipFile(fileobj=counted, mode="rb")  # type: ignore[call-overload]
    return io.BufferedReader(Unpacked(inner, lambda: counted.count), 1 << 16)


class _Counted:
    """Counts what is read of a stream."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self.count += len(piece)
        return piece
