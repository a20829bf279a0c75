"""Ends a command that takes too long, wherever it is: a query that runs in the engine cannot be told to stop."""

from __future__ import annotations

import contextlib
import os
import sys
from threading import Timer

from kg.cli.boundary import say


class Clock:
    """Ends the process with exit code 1 so many seconds after ``start``, unless it is stopped; never without a limit.

    For commands that only read: what they hold open is let go of by the system.
    """

    def __init__(self, seconds: float | None) -> None:
        self._seconds = seconds
        self._timer: Timer | None = None

    def start(self) -> None:
        """Begin to count, from nothing."""
        self.stop()
        if self._seconds is not None:
            self._timer = Timer(self._seconds, self._end)
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _end(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.flush()  # answers to earlier questions
        say(f"stopped: no answer within {self._seconds:g} s", "ask for less, or allow more with --timeout SECONDS")
        os._exit(1)
