"""What one request may take of the server."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep the server up whatever is asked of it.

    ``seconds`` are for one answer, ``result`` and ``body`` are bytes of an answer and of what is sent to ask for it,
    ``memory`` bytes of one working process. ``workers`` answer at a time; ``waiting`` more requests wait for one of
    them, each at most ``patience`` seconds.
    """

    seconds: float = 20.0
    result: int = 32 * 1024 * 1024
    body: int = 256 * 1024
    memory: int = 2 * 1024 * 1024 * 1024
    workers: int = 2
    waiting: int = 200
    patience: float = 30.0
