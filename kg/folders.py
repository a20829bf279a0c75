"""Where a user's programs keep things."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def cache_folder(environment: Mapping[str, str]) -> Path:
    """Where this user's programs keep what they can make again (the XDG base directory specification)."""
    return Path(environment.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "kg"
