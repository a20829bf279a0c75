"""What articles are called: readable, never two alike in one container."""

from __future__ import annotations

import hashlib
import unicodedata

_MAX_KEY = 300
_UNSEEN = {"Cc", "Cf", "Zl", "Zp"}


def readable(name: str) -> str:
    """A name without bytes that are no text, and with a code for each character that cannot be seen."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if text.isprintable():
        return text
    return "".join(_escaped(char) if unicodedata.category(char) in _UNSEEN else char for char in text)


def _escaped(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


class Keys:
    """The names of the records of one container: the second of a name is ``name#2``, and so on."""

    def __init__(self, container: str) -> None:
        self._container = container
        self._seen: set[int] = set()

    def name(self, key: str) -> str:
        """The name of the record that calls itself ``key``; in one order of records, always the same."""
        short = readable(key.strip().strip("/")) or "record"
        if len(short) > _MAX_KEY:
            short = f"{short[:_MAX_KEY]}~{hashlib.sha256(short.encode()).hexdigest()[:12]}"
        chosen, number = short, 1
        while (mark := _mark(chosen)) in self._seen:
            number += 1
            chosen = f"{short}#{number}"
        self._seen.add(mark)
        return f"{self._container}/{chosen}"


def _mark(name: str) -> int:
    """Eight bytes stand for a name: a container may hold millions."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big")
