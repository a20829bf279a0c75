"""Keeps other writers of kg out of a store's folder, also while this one opens it anew."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from types import ModuleType

fcntl: ModuleType | None = None
with suppress(ImportError):  # Windows has none
    import fcntl


class Claim:
    """A folder that one process writes to; until it is released, or the process has ended in whatever way."""

    def __init__(self, folder: Path) -> None:
        """BlockingIOError where another process has claimed the folder."""
        self._folder: int | None = None
        if fcntl is None:
            return
        opened = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(opened)
            if isinstance(error, BlockingIOError):
                raise
        else:
            self._folder = opened

    @property
    def holds(self) -> bool:
        """Whether others are kept out: not every system and not every file system can."""
        return self._folder is not None

    def release(self) -> None:
        """Let others in."""
        if self._folder is not None:
            os.close(self._folder)
            self._folder = None

    def __del__(self) -> None:
        self.release()
