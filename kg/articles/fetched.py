"""What ``kg fetch`` notes of the pages in a folder, and building reads: where each came from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from kg.articles.document import Told, told

MANIFEST = ".kg-fetch.jsonl"
"""The manifest of a folder; pages lie one folder below it, in the folder of their host."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one address: the file (below the folder) with its page, or the reason why there is none."""

    url: str
    file: str = ""
    fetched: str = ""
    """The day, as an ISO date."""
    address: str = ""
    """Where redirections led."""
    charset: str = ""
    reason: str = ""


def read_manifest(folder: Path) -> dict[str, Fetched]:
    """What the manifest of a folder says, by address: the last word on each. Broken lines do not count."""
    return {entry.url: entry for entry in _entries(folder / MANIFEST)}


def note(folder: Path, entry: Fetched) -> None:
    """Add a line to a folder's manifest."""
    fields = {name: value for name, value in asdict(entry).items() if value}
    with (folder / MANIFEST).open("a", encoding="utf-8") as file:
        file.write(json.dumps(fields) + "\n")


def told_of(path: Path) -> Told:
    """What the manifest tells of a file, if it was fetched; not the day, on which old articles are fetched too."""
    folder = path.parent.parent
    manifest = folder / MANIFEST
    try:
        status = manifest.stat()
    except (OSError, ValueError):
        return ()
    return _by_file(manifest, status.st_mtime_ns, status.st_size).get(f"{path.parent.name}/{path.name}", ())


@lru_cache(maxsize=4)
def _by_file(manifest: Path, *_: int) -> dict[str, Told]:
    return {
        entry.file: told(source=entry.address or entry.url, charset=entry.charset)
        for entry in _entries(manifest)
        if entry.file
    }


def _entries(manifest: Path) -> Iterator[Fetched]:
    try:
        lines = manifest.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return
    for line in lines:
        try:
            yield Fetched(**json.loads(line))
        except (ValueError, TypeError):
            continue
