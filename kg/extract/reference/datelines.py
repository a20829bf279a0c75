"""The place that a story opens with before a colon: "Muscat: Minister Ana Rojas received …"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.naming.mentions import ReadBlock

OPENING = 3
"""Blocks of an article among which its story begins."""


def opening_place(blocks: Sequence[ReadBlock]) -> str | None:
    """That place as it is written; None where no story opens so."""
    for block in blocks[:OPENING]:
        name = block.names[0] if block.names else None
        if name is None or name.first or name.kind != "Place" or name.last >= len(block.words):
            continue
        second = next((n for n in block.names if n.first == name.last + 1 and n.kind == "Place"), None)
        end = second.last if second is not None and block.words[name.last].text == "," else name.last
        if end < len(block.words) and block.words[end].text == ":":
            return name.text
    return None
