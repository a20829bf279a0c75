"""Which files are articles, and what they are called."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError

ENDINGS = (".txt", ".md", ".markdown", ".text")


@dataclass(frozen=True, slots=True, order=True)
class SourceFile:
    """A file that should be an article. ``name`` is what the graph calls it: its path below the folder that
    was named, with ``/`` between the parts, or the bare file name where the file itself was named."""

    name: str
    path: Path


def find_sources(paths: Sequence[Path]) -> list[SourceFile]:
    """The articles that ``paths`` (files and folders) stand for, in the order given, folders sorted by name.

    Folders are read to the bottom; hidden entries and files with other endings than ``ENDINGS`` are not
    articles. Dangling links and folders without read permission are in the list: reading them
    fails and says why. Raises UsageError for a path that does not exist, a file named that has no
    article's ending, and two different files that would have the same name.
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


def _expand(path: Path) -> Iterator[SourceFile]:
    if not os.path.lexists(path):
        raise UsageError(f"no such file or folder: {path}", "Give the articles' folder, or files.")
    if path.is_dir():
        yield from _walk(path, "", frozenset())
    elif path.suffix.casefold() in ENDINGS:
        yield SourceFile(_readable(path.name), path)
    else:
        raise UsageError(f"not an article: {path}", f"Articles end in {', '.join(ENDINGS)}.")


def _walk(folder: Path, prefix: str, above: frozenset[str]) -> Iterator[SourceFile]:
    real = os.path.realpath(folder)
    if real in above:  # a link that leads back up
        return
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names only, and sorted
    except OSError:
        yield SourceFile(prefix.rstrip("/") or _readable(folder.name), folder)
        return
    for name in names:
        entry = folder / name
        if name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{_readable(name)}/", above | {real})
        elif entry.suffix.casefold() in ENDINGS:
            yield SourceFile(prefix + _readable(name), entry)


def _readable(name: str) -> str:
    """File names may hold bytes that are no text; identifiers must not."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)
