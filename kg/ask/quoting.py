"""Names, texts and patterns as SPARQL writes them, so that none of them becomes syntax."""

from __future__ import annotations

import re


def iri(text: str) -> str:
    """An IRI as SPARQL writes it; ValueError for what is none."""
    if not re.fullmatch(r"[^\s<>\"{}|\\^`\x00-\x20]+", text):
        raise ValueError(f"not an IRI: {text!r}")
    return f"<{text}>"


def literal(text: str) -> str:
    """A string as SPARQL writes it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def plain(words: str) -> str:
    """Words as a regular expression that means just them: letters, digits and spaces stay, all else is any sign."""
    return re.sub(r"[^\w ]", ".", words)
