"""ZIP archives of articles, and of files that hold articles."""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from kg.articles.bounds import FREE, MAX_RATIO, Piecemeal, bomb
from kg.articles.kinds import Form, form_of
from kg.articles.naming import Keys
from kg.errors import ArticleError

MAX_FILES = 65_000
"""An archive of more files is not opened."""
_MAX_DIRECTORY = 32 * 1024 * 1024
_END, _TAIL = b"PK\x05\x06", 22
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)


class ZippedFile:
    """One file of an archive that has an article's ending, with its name and what that says."""

    def __init__(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, form: Form) -> None:
        self.name = name
        self.form = form
        self._archive = archive
        self._entry = entry

    @contextmanager
    def open(self) -> Iterator[io.BufferedReader]:
        """What the file holds. Raises ArticleError, also from within reading, where that cannot be unpacked."""
        if self._entry.flag_bits & 1:
            raise ArticleError("encrypted in its archive", "Unpack it with its password.")
        if self._entry.file_size > max(FREE, MAX_RATIO * self._entry.compress_size):
            raise bomb()
        try:
            with self._archive.open(self._entry) as stream:
                yield io.BufferedReader(_Zipped(stream), 1 << 16)  # type: ignore[arg-type]
        except _BROKEN as error:
            raise ArticleError(f"broken in its archive: {error}", "Fetch the archive again.") from error


class _Zipped(Piecemeal):
    """A file of an archive; what is broken in it is told as ArticleError from within reading."""

    def __init__(self, stream: BinaryIO | zipfile.ZipExtFile) -> None:
        super().__init__()
        self._stream = stream

    def piece(self, size: int) -> bytes:
        """See ``Piecemeal``."""
        try:
            return self._stream.read(size)
        except _BROKEN as error:
            raise ArticleError(f"broken in its archive: {error}", "Fetch the archive again.") from error


def zipped_files(path: Path, name: str) -> Iterator[ZippedFile]:
    """The files of an archive that may be articles, in the archive's order; hidden ones are not.

    Raises ArticleError for what is no archive, or one that is too large to be opened.
    """
    _check_directory(path)
    keys = Keys(name)
    try:
        archive = zipfile.ZipFile(path)
    except _BROKEN as error:
        raise ArticleError(f"not a ZIP archive, or a broken one: {error}", "Fetch the file again.") from error
    with archive:
        entries = archive.infolist()
        if sum(entry.file_size for entry in entries) > max(FREE, MAX_RATIO * path.stat().st_size):
            raise bomb()
        for entry in entries:
            parts = [part for part in PurePosixPath(entry.filename).parts if part not in ("/", "..", ".")]
            form = form_of(parts[-1]) if parts and not entry.is_dir() else None
            if form is not None and not any(part.startswith((".", "__MACOSX")) for part in parts):
                yield ZippedFile(archive, entry, keys.name("/".join(parts)), form)


def _check_directory(path: Path) -> None:
    """The list of an archive's files is read whole: it must be of a size that can be."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - (1 << 16) - _TAIL))
        tail = file.read()
    at = tail.rfind(_END)
    if at < 0:
        raise ArticleError("not a ZIP archive, or a broken one", "Fetch the file again.")
    count = int.from_bytes(tail[at + 10 : at + 12], "little")
    length = int.from_bytes(tail[at + 12 : at + 16], "little")
    if count > MAX_FILES or length > _MAX_DIRECTORY:
        raise ArticleError(f"more than {MAX_FILES:,} files in it", "Unpack it, and build the folder.")
