"""One piece of work at a time, done while its caller goes on."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread


class Background:
    """For work that spends its time outside of Python, as Oxigraph does when it writes."""

    def __init__(self) -> None:
        self._thread: Thread | None = None
        self._error: BaseException | None = None

    def begin(self, work: Callable[[], None]) -> None:
        """Do this, after what was begun before. Raises what that raised."""
        self.wait()
        self._thread = Thread(target=self._do, args=(work,))
        self._thread.start()

    def wait(self) -> None:
        """Wait for what was begun. Raises what it raised, once."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        error, self._error = self._error, None
        if error is not None:
            raise error

    def _do(self, work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:
            self._error = error
