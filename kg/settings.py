"""Settings, each from the first place that gives it: flag, environment (``KG_…``), ``kg.toml``, default."""

from __future__ import annotations

import os
import re
import threading
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.folders import cache_folder
from kg.names import BASE, Names
from kg.suggest import or_known
from kg.vocabulary.reader import NAMESPACE

FILE = "kg.toml"
FORMATS = ("table", "json", "jsonl", "csv", "tsv", "markdown")
FIELDS = ("text", "title", "published", "source", "publisher", "author", "id")
"""What JSON lines can tell of an article."""
COLOURS = ("auto", "always", "never")
YES, NO = {"1", "true", "yes", "on"}, {"", "0", "false", "no", "off"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every command.

    ``store`` is the folder of the store, or the address of a SPARQL server.
    ``cache`` is the folder that keeps extractions between builds, None where none are kept.
    ``frames`` are the files of a user's own relations and frames, for the commands that read articles.
    ``base`` and ``namespace`` begin the IRIs of entities and of the vocabulary; a store must be read with
    those that it was built with. ``color`` is ``auto`` (on a terminal), ``always`` or ``never``. ``fields`` are the
    keys of JSON lines that hold an article's text, title and so on, where they are not the usual ones. ``timeout`` is
    how many seconds an answer may take.
    """

    store: Path | str = Path("kg.store")
    frames: tuple[Path, ...] = ()
    cache: Path | None = None
    base: str = BASE
    namespace: str = NAMESPACE
    timeout: float | None = None
    format: str = "table"
    color: str = "auto"
    quiet: bool = False
    fields: tuple[tuple[str, str], ...] = ()

    def names(self) -> Names:
        """What mints the IRIs of this graph."""
        return Names(namespace=self.namespace, base=self.base)


def load_settings(
    flags: Mapping[str, object] | None = None,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Settings:
    """The settings that hold in ``folder`` (the working folder) under ``environment`` (the process's).

    ``flags`` are values given by hand, by setting; None means that the flag was not given. UsageError
    where a value makes no sense, naming the place it came from.
    """
    environment = os.environ if environment is None else environment
    found: dict[str, object] = {"cache": cache_folder(environment)}
    for name, value in _read_file((folder or Path()) / FILE).items():
        found[name] = _checked(name, value, FILE)
    if environment.get("NO_COLOR"):
        found["color"] = "never"
    for name in _names():
        variable = variable_of(name)
        if variable in environment:
            found[name] = _checked(name, environment[variable], variable)
    for name, value in (flags or {}).items():
        if value is not None:
            found[name] = _checked(name, value, f"--{name}")
    return replace(Settings(), **found)  # type: ignore[arg-type]


def variable_of(name: str) -> str:
    """The environment variable of a setting."""
    return f"KG_{name.upper()}"


def _names() -> list[str]:
    return [field.name for field in fields(Settings)]


def _read_file(path: Path) -> dict[str, Any]:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}", "mend the file or move it away") from error
    for name in found:
        if name not in _names():
            raise UsageError(f"{path}: there is no setting called {name!r}", or_known(name, _names()))
    return found


def _checked(name: str, value: object, place: str) -> object:
    try:
        return CHECKS[name](value)
    except ValueError as error:
        raise UsageError(f"{place}: {value!r} will not do for {name}", str(error)) from None


def _cache(value: object) -> Path | None:
    return None if str(value).casefold() == "none" else _path(value)


def _store(value: object) -> Path | str:
    """A folder, or a server's address as it stands: as a path it would lose a slash."""
    is_address = isinstance(value, str) and value.startswith(("http://", "https://"))
    return str(value) if is_address else _path(value)


def _path(value: object) -> Path:
    if not isinstance(value, str | Path) or not str(value).strip():
        raise ValueError("give the path of a folder")
    return Path(value).expanduser()


def _paths(value: object) -> tuple[Path, ...]:
    """One path or several: a list, or in the environment as in PATH."""
    several = value.split(os.pathsep) if isinstance(value, str) else value
    if not isinstance(several, list | tuple) or not all(isinstance(path, str | Path) for path in several):
        raise ValueError('give a list of files, such as frames = ["mine.toml"]')
    return tuple(Path(path).expanduser() for path in several if str(path).strip())


def _iri(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[a-z][a-z0-9+.-]*://[^\s<>\"{}|\\^`]+[/#]", value):
        raise ValueError("give an absolute IRI that ends in / or #, such as https://example.org/id/")
    return value


def _seconds(value: object) -> float | None:
    if str(value).casefold() == "none":
        return None
    try:
        seconds = float(str(value))
    except ValueError:
        seconds = 0
    if not 0 < seconds < threading.TIMEOUT_MAX:
        raise ValueError("give a number of seconds above 0, or none")
    return seconds


def _one_of(known: tuple[str, ...]) -> Callable[[object], str]:
    def check(value: object) -> str:
        if value not in known:
            raise ValueError(or_known(str(value), known))
        return str(value)

    return check


def _fields(value: object) -> tuple[tuple[str, str], ...]:
    """A table, or as on the command line: text=body,title=headline."""
    if isinstance(value, str):
        value = dict(part.partition("=")[::2] for part in value.split(",") if part.strip())
    if not isinstance(value, dict) or not all(isinstance(key, str) and key.strip() for key in value.values()):
        raise ValueError("give fields and their keys, such as text=body,title=headline")
    named = {field.strip(): key.strip() for field, key in value.items()}
    for field in named.keys() - set(FIELDS):
        raise ValueError(f"there is no field {field}: {or_known(field, FIELDS)}")
    return tuple(sorted(named.items()))


def _bool(value: object) -> bool:
    word = str(value).strip().casefold()
    if word not in YES | NO:
        raise ValueError("give true or false")
    return word in YES


CHECKS: dict[str, Callable[[object], object]] = {
    "store": _store,
    "frames": _paths,
    "cache": _cache,
    "base": _iri,
    "namespace": _iri,
    "timeout": _seconds,
    "format": _one_of(FORMATS),
    "color": _one_of(COLOURS),
    "quiet": _bool,
    "fields": _fields,
}
