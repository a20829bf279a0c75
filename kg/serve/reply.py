"""An answer on its way to the network."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP status, the media type and the bytes of a body."""

    status: int
    media: str
    body: bytes

    @classmethod
    def of(cls, document: object, status: int = 200) -> Reply:
        """A document as JSON."""
        return cls(status, JSON, json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode())

    @classmethod
    def failure(cls, status: int, message: str, hint: str | None = None) -> Reply:
        """What went wrong, and what to do."""
        return cls.of({"error": message, "hint": hint}, status)


Job = Callable[..., Reply]
"""Answers from a view, which comes first; all else comes by name."""
