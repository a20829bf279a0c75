"""Runs ``kg`` in this process, or as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from kg.cli.main import cli

ROOT = Path(__file__).resolve().parents[2]


def run(*words: str | Path, stdin: str | None = None, env: Mapping[str, str] | None = None) -> Result:
    """Run a command in this process; ``output`` is not for use: results and messages are apart."""
    return CliRunner().invoke(cli, [str(word) for word in words], input=stdin, env=env)


def process(
    *words: str | Path, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command as ``python -m kg``."""
    return subprocess.run(
        [sys.executable, "-m", "kg", *(str(word) for word in words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        cwd=cwd,
        check=False,
    )
