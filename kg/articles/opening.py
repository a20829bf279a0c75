"""From one source to the documents in it: one in most files, many in containers."""

from __future__ import annotations

import hashlib
import io
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, cast, get_args

from kg.articles.bounds import MAX_BYTES, read_bounded, too_large, unpacked
from kg.articles.containers.jsonl import jsonl_documents
from kg.articles.containers.warc import warc_documents
from kg.articles.containers.zipped import zipped_files
from kg.articles.document import STANDARD_INPUT, Broken, Document, InputOptions, Kind, Media, Told
from kg.articles.fetched import told_of
from kg.articles.files import SourceFile
from kg.articles.kinds import Form, form_of, media_of
from kg.errors import ArticleError

_TEXT = Form("text")


def documents(source: SourceFile, options: InputOptions | None = None) -> Iterator[Document | Broken]:
    """What a source holds, one document at a time in memory; what gives no article is told as Broken.

    Documents of a container are called by its name, ``/``, and what names them in it: path, id, address, or number.
    """
    options = options or InputOptions()
    try:
        if source.path == STANDARD_INPUT:
            yield from _standard_input(source, options)
        else:
            yield from _file(source, options)
    except ArticleError as error:
        yield Broken(source.name, error.message, error.hint, hides=source.name)


def read_document(source: SourceFile) -> Document:
    """The one article that a file holds. Raises ArticleError where it cannot be opened, or holds none or several."""
    found = documents(source)
    first, second = next(found, None), next(found, None)
    if isinstance(first, Broken):
        raise ArticleError(first.reason, first.hint)
    if first is None:
        raise ArticleError("no article in it", "Leave it out, or check what the file holds.")
    if second is not None:
        raise ArticleError("several articles in it", "Build a graph of it, and name one of its articles.")
    return first


@dataclass(frozen=True, slots=True)
class _Place:
    """Where documents are: what they are called, in which file, and what that file is known to be."""

    name: str
    path: Path
    options: InputOptions
    told: Told = ()


def _file(source: SourceFile, options: InputOptions) -> Iterator[Document | Broken]:
    form = form_of(source.path.name) or _TEXT
    place = _Place(source.name, source.path, options, told_of(source.path))
    with _disk(source.path) as size:
        if form.kind in get_args(Media) and size > MAX_BYTES:
            raise too_large(size)
        if form == Form("zip"):
            yield from _zip(place)
        elif form.kind in get_args(Media) and not form.gzipped:
            yield _single(source.path.read_bytes(), form.kind, place)
        else:
            with source.path.open("rb") as stream:
                yield from _read(stream, form, place)


def _read(stream: io.BufferedReader, form: Form, place: _Place) -> Iterator[Document | Broken]:
    """The documents of a stream of whatever form but an archive of its own."""
    if form.gzipped:
        stream = unpacked(stream)
    if form.kind == "zip":
        raise ArticleError("an archive within an archive", "Unpack the outer one.")
    if form.kind == "jsonl":
        numbered = place.path != STANDARD_INPUT
        yield from jsonl_documents(stream, place.name, place.path, place.options.fields, numbered=numbered)
    elif form.kind == "warc":
        yield from warc_documents(stream, place.name, place.path)
    else:
        yield _single(read_bounded(stream), form.kind, place)


def _single(raw: bytes, said: Kind, place: _Place) -> Document:
    return Document(place.name, raw, media_of(raw, said), place.told, place.path)


def _zip(place: _Place) -> Iterator[Document | Broken]:
    for entry in zipped_files(place.path, place.name):
        try:
            with entry.open() as stream:
                yield from _read(stream, entry.form, replace(place, name=entry.name, told=()))
        except ArticleError as error:
            yield Broken(entry.name, error.message, error.hint, hides=entry.name)


def _standard_input(source: SourceFile, options: InputOptions) -> Iterator[Document | Broken]:
    """What is piped in; a single article is called by its content, so that different ones stand side by side."""
    form = Form(options.standard_input or "text")
    for found in _read(_buffered(sys.stdin.buffer), form, _Place(source.name, source.path, options)):
        if isinstance(found, Document) and form.kind in get_args(Media):
            name = f"{source.name}/{hashlib.sha256(found.raw).hexdigest()[:12]}"
            yield replace(found, name=name)
        else:
            yield found


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))


@contextmanager
def _disk(path: Path) -> Iterator[int]:
    """The size of a file that can be read; what keeps it from being read becomes an ArticleError."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            next(path.iterdir(), None)
            raise ArticleError("a folder, not a file", "Give the files in it.")
        if not stat.S_ISREG(status.st_mode):
            raise ArticleError("not a regular file", "Copy what it holds to a file.")
        yield status.st_size
    except FileNotFoundError as error:
        if path.is_symlink():
            raise ArticleError("a link to a file that does not exist", "Mend or remove the link.") from error
        raise ArticleError("the file does not exist any more", "Run the command again.") from error
    except PermissionError as error:
        raise ArticleError("no permission to read it", "Change its permissions, or leave it out.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ArticleError(f"cannot be read: {reason}", "Check the file and the disk.") from error
