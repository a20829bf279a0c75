"""Which files hold articles, and what they are called."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.articles.document import STANDARD_INPUT
from kg.articles.kinds import ENDINGS, form_of
from kg.articles.naming import readable
from kg.errors import UsageError


@dataclass(frozen=True, slots=True, order=True)
class SourceFile:
    """A file that should be an article, or hold some. ``name`` is what the graph calls it: its path below the folder
    that was named, with ``/`` between the parts, or the bare file name where the file itself was named."""

    name: str
    path: Path


def find_sources(paths: Sequence[Path]) -> list[SourceFile]:
    """The files with articles that ``paths`` stand for, in the order given, folders sorted by name.

    Paths are files, folders, patterns (``news/*.txt``) that match some, and ``-`` for standard input. Folders are read
    to the bottom; hidden entries and files with other endings than ``ENDINGS`` are no articles. Dangling links and
    folders without read permission are in the list: reading them fails and says why. Raises UsageError for a
    path that does not exist, a file named that has no article's ending, and two different files that would have the
    same name.
    """
    found: dict[str, SourceFile] = {}
    for path in paths:
        for source in _expand(path):
            other = found.setdefault(source.name, source)
            if other.path != source.path and not _same(other.path, source.path):
                raise UsageError(
                    f"two articles would be called {source.name}: {other.path} and {source.path}",
                    "Rename one, or name the folder above both.",
                )
    return list(found.values())


def check_paths(paths: Sequence[Path]) -> None:
    """Raises UsageError for a path that does not exist or is no article's, without looking into folders."""
    for path in paths:
        next(_expand(path), None)


def _expand(path: Path) -> Iterator[SourceFile]:
    if path == STANDARD_INPUT:
        yield SourceFile("standard-input", path)
    elif os.path.lexists(path):
        yield from _named(path)
    elif matches := sorted(glob.glob(str(path), recursive=True)):  # noqa: PTH207 - Path.glob takes no absolute pattern
        for match in matches:
            yield from _named(Path(match), chosen=False)
    else:
        raise UsageError(f"no such file or folder: {path}", "Give the articles' folder, or files.")


def _named(path: Path, *, chosen: bool = True) -> Iterator[SourceFile]:
    if path.is_dir():
        yield from _walk(path, "", frozenset())
    elif form_of(path.name) is not None:
        yield SourceFile(readable(path.name), path)
    elif chosen:
        raise UsageError(f"not an article: {path}", f"Articles end in {', '.join(ENDINGS)}.")


def _walk(folder: Path, prefix: str, above: frozenset[str]) -> Iterator[SourceFile]:
    real = os.path.realpath(folder)
    if real in above:  # a link that leads back up
        return
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names only, and sorted
    except OSError:
        yield SourceFile(prefix.rstrip("/") or readable(folder.name), folder)
        return
    for name in names:
        entry = folder / name
        if name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{readable(name)}/", above | {real})
        elif form_of(name) is not None:
            yield SourceFile(prefix + readable(name), entry)


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)
