"""The explorer's files, and how what it draws with gets into a wheel."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.serve.app import PAGES, STATIC
from kg.serve.npm import hatch_build

SCRIPTS = sorted(STATIC.glob("js/**/*.js"))
STYLES = sorted(STATIC.glob("css/*.css"))
LOCK = Path(hatch_build.__file__).with_name("package-lock.json")


@pytest.mark.parametrize("file", SCRIPTS + STYLES, ids=lambda file: file.name)
def test_files_are_short_and_ask_nobody_else(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    addresses = set(re.findall(r"https?://[\w.-]+", text))
    assert addresses <= {"http://www.w3.org"}, "only names of XML may look like addresses"


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_no_text_becomes_markup_or_code(file: Path) -> None:
    dangerous = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function|setAttribute\(\"style"
    )
    assert not re.search(dangerous, file.read_text(encoding="utf-8"))


def test_every_address_has_its_view() -> None:
    routes = dict(re.findall(r'"(/\w*)": \(\) => import\("\./(views/\w+\.js)"\)', (STATIC / "js/main.js").read_text()))
    assert set(routes) == set(PAGES)
    assert all((STATIC / "js" / view).is_file() for view in routes.values())


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        ("ink", "paper"), ("soft", "paper"), ("accent", "paper"), ("ink", "raised"), ("soft", "raised"),
        ("soft", "sea"), ("ink", "accent-soft"), ("soft", "accent-soft"), ("mark-ink", "mark"), ("paper", "accent"),
    ],
)  # fmt: skip
def test_contrast_is_enough_to_read(theme: str, ink: str, paper: str) -> None:
    blocks = re.findall(r":root(?:\[data-theme=\"dark\"\])? \{(.*?)\}", (STATIC / "css/base.css").read_text(), re.S)
    light, dark = blocks[:2]
    colours = dict(re.findall(r"--([\w-]+): (#\w{6})", light))
    if theme == "dark":
        colours.update(re.findall(r"--([\w-]+): (#\w{6})", dark))
    one, other = sorted((_luminance(colours[ink]), _luminance(colours[paper])), reverse=True)
    assert (one + 0.05) / (other + 0.05) >= 4.5, "WCAG 2 AA"


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_what_is_fetched_is_locked_by_hashes() -> None:
    packages = {name: entry for name, entry in json.loads(LOCK.read_text())["packages"].items() if name}
    assert {path.split("/")[0] for path in hatch_build.WANTED} <= {
        name.rpartition("node_modules/")[2] for name in packages
    }
    for entry in packages.values():
        assert entry["integrity"].startswith("sha512-")
        assert entry.get("resolved", "https://registry.npmjs.org/").startswith("https://registry.npmjs.org/")


@pytest.fixture
def vendor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the files go, for this test; npm is a script that the test writes."""
    monkeypatch.setattr(hatch_build, "VENDOR", tmp_path / "vendor")
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    return tmp_path / "vendor"


def _npm(vendor: Path, script: str) -> None:
    npm = vendor.parent / "bin" / "npm"
    npm.write_text(f"#!/bin/sh\n{script}\n")
    npm.chmod(0o755)


def test_the_files_are_copied_once(vendor: Path) -> None:
    made = "\n".join(
        f'mkdir -p "$(dirname node_modules/{path})"; echo "{path}" > node_modules/{path}' for path in hatch_build.WANTED
    )
    _npm(vendor, f'test "$1" = ci && test -f package-lock.json || exit 1\n{made}')
    assert hatch_build.fetch() is None
    assert (vendor / "d3.min.js").read_text() == "d3/dist/d3.min.js\n"
    assert (vendor / "d3.LICENSE.txt").exists()
    _npm(vendor, "exit 1")
    assert hatch_build.fetch() is None, "they are there already"


def test_a_build_without_a_registry_says_why_and_goes_on(vendor: Path) -> None:
    _npm(vendor, 'echo "npm error code ENOTFOUND" >&2; exit 1')
    assert hatch_build.fetch() == "npm could not fetch them (code ENOTFOUND)"
    assert not vendor.exists()
