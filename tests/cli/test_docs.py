"""The pages show what kg says: their files are read and their commands run."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path

import pytest

from kg.export import FORMATS
from kg.export.filters import EXAMPLES
from kg.extract.frames.own import read_own_frames
from tests.cli.running import ROOT


def with_true_output(page: str) -> str:
    """What docs/paste_console.py makes of a page."""
    spec = importlib.util.spec_from_file_location("paste_console", ROOT / "docs" / "paste_console.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    text: str = module.with_true_output(page)
    return text


@pytest.mark.parametrize("name", ["frames.md", "eval.md"])
def test_the_output_in_the_pages_is_true(name: str) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert with_true_output(page) == page, "run: make docs"


def test_the_frames_of_the_readme_are_right(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (text,) = re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)
    assert tomllib.loads(text)
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    assert [frame.id for frame in read_own_frames([tmp_path / "mine.toml"]).frames] == ["acquire"]


def test_every_format_stands_in_the_table_of_exports() -> None:
    page = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
    told = {cell for line in page.splitlines() if line.startswith("| `.") for cell in re.findall(r"`([^`]+)`", line)}
    assert {name for f in FORMATS.values() for name in (f.name, f.ending)} <= told
    assert set(re.findall(r"^\| `(\w+)=", page, re.MULTILINE)) == set(EXAMPLES)
