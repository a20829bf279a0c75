"""Which module may import which: downwards only, and heavy libraries only where they are needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg

ROOT = Path(kg.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))

LAYERS = [
    {"errors", "folders"},
    {"model", "suggest"},
    {"vocabulary"},
    {"names", "namekeys"},
    {"gazetteer", "settings"},
    {"articles", "copies", "evidence", "extract", "store"},
    {"workers", "fetch"},
    {"lookup", "resolve"},
    {"groups"},
    {"paths", "queries", "export", "examples", "explain", "annotate", "profile", "census"},
    {"ask", "backup", "analysis"},
    {"identity"},
    {"build", "check"},
    {"graph", "evaluate"},
    {"serve"},
    {"cli"},
]
"""From the bottom up. A module may import its own package and whatever lies below it."""

STEPS = ["text", "frames", "naming", "holders", "syntax", "reference", "discourse", "relations", "circumstances"]
"""The packages of extraction, from the bottom up: an article goes through them in this order."""

ONLY_IN = {
    "spacy": {"extract"},
    "distributed": {"workers"},
    "trafilatura": {"articles"},
    "pypdf": {"articles"},
    "warcio": {"articles"},
    "py3langid": {"articles"},
    "httpx": {"fetch"},
    "fastapi": {"serve"},
    "uvicorn": {"serve"},
    "protego": {"fetch"},
    "networkx": {"export", "graph", "analysis"},
    "pyshacl": {"check"},
    "numpy": {"export"},
    "pyarrow": {"export"},
    "click": {"cli", "serve"},
    "rich": {"cli"},
    "pyoxigraph": {"vocabulary", "store", "export", "check", "serve"},
    "oxrdflib": {"store"},
}
"""Libraries that are the business of a few modules."""


def part_of(file: Path) -> str:
    """The part of the house that a file belongs to."""
    return file.relative_to(ROOT).parts[0].removesuffix(".py")


def imports_of(file: Path) -> Iterator[str]:
    """Every module that the file names in an import, wherever it stands."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative imports hide where a module lies"
            module = node.module or ""
            if module == "kg":
                yield from (f"kg.{alias.name}" for alias in node.names if alias.name != "__version__")
            else:
                yield module


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_go_downwards_only(file: Path) -> None:
    part = part_of(file)
    if part in ("__init__", "__main__"):
        return
    level = next((i for i, layer in enumerate(LAYERS) if part in layer), None)
    assert level is not None, f"{part} has no place yet: give it one in LAYERS"
    below = set().union(*LAYERS[:level]) | {part}
    for name in imports_of(file):
        if name.startswith("kg."):
            assert name.split(".")[1] in below, f"{part} must not import {name}"


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_libraries_stay_where_they_belong(file: Path) -> None:
    for name in imports_of(file):
        library = name.split(".")[0]
        assert part_of(file) in ONLY_IN.get(library, {part_of(file)}), f"{library} is not for {part_of(file)}"


@pytest.mark.parametrize("step", STEPS)
def test_extraction_goes_one_way(step: str) -> None:
    above = {f"kg.extract.{later}" for later in STEPS[STEPS.index(step) + 1 :]} | {"kg.extract.extractor"}
    for file in (ROOT / "extract" / step).glob("*.py"):
        for name in imports_of(file):
            assert ".".join(name.split(".")[:3]) not in above, f"{file.name} of {step} must not import {name}"


def test_every_package_of_extraction_is_a_step() -> None:
    assert {path.parent.name for path in (ROOT / "extract").glob("*/__init__.py")} == set(STEPS)


@pytest.mark.parametrize(
    ("statement", "unwanted"),
    [
        ("import kg", {"rdflib", "click", "rich", "spacy"}),
        ("from kg.cli.main import cli; cli.get_help(cli.make_context('kg', ['stats']))", {"rdflib", "rich", "spacy"}),
        ("import kg.cli.ask", {"spacy", "networkx", "pyshacl"}),
        ("import kg.articles, kg.workers", {"trafilatura", "pypdf", "warcio", "py3langid", "lxml", "numpy"}),
        ("import kg.cli.fetch", {"httpx", "protego", "spacy"}),
        ("import kg.cli.query, kg.cli.path, kg.cli.show, kg.cli.stats", {"spacy", "networkx", "pyshacl"}),
        ("import kg.cli.export", {"spacy", "networkx", "pyshacl", "numpy", "pyarrow"}),
        ("import kg.cli.frames, kg.cli.explain, kg.cli.annotate", {"spacy", "networkx", "pyshacl"}),
        ("from kg import KnowledgeGraph", {"spacy", "networkx", "pyshacl"}),
    ],
)  # fmt: skip
def test_heavy_libraries_are_loaded_only_by_commands_that_need_them(statement: str, unwanted: set[str]) -> None:
    check = f"{statement}\nimport sys\nprint(sorted({unwanted!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_module_is_too_long() -> None:
    long = {
        str(f.relative_to(ROOT)): n for f in MODULES if (n := len(f.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long
