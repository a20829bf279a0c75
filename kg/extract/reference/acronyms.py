"""Acronyms that articles use without declaring them: "DSU" for Delta State University, "UNIMA" for the University of
Malawi."""

from __future__ import annotations

import re

SMALL = frozenset("of for and the on in & de da do del la y e 's ’s".split())
SHORTEST_BLEND = 4


def shortens(short: str, label: str) -> bool:
    """Whether a word in capitals is made of a full name's initials, or of the beginnings of all its large words."""
    if not short.isupper():
        return False
    folded = "".join(re.findall(r"[\w@&]+", short)).casefold()
    return folded in initials(label) or (len(folded) >= SHORTEST_BLEND and _blends(folded, _large(label)))


def initials(label: str) -> set[str]:
    """The acronyms that a full name can give, with and without its small words."""
    words = re.findall(r"[\w&]+", label)
    if len(words) < 2:
        return set()
    every, large = "".join(w[0] for w in words).casefold(), "".join(w[0] for w in _large(label))
    ending = large + words[-1][1:].casefold() if words[-1].isupper() else ""  # "CBUAE" for "Central Bank of the UAE"
    return {every, large, ending} - {""}


def _large(label: str) -> list[str]:
    folded = (w.casefold() for w in re.findall(r"[\w&]+", label))
    return [w for w in folded if w not in SMALL]


def _blends(short: str, words: list[str]) -> bool:
    """Whether beginnings of all the words, in their order, make the acronym: "uni" and "ma"."""
    if not words or not short:
        return not words and not short
    longest = next((i for i, (a, b) in enumerate(zip(short, words[0], strict=False)) if a != b), len(short))
    longest = min(longest, len(words[0]))
    alone = len(words) == 1
    return not (alone and longest < len(short)) and any(
        _blends(short[end:], words[1:]) for end in range(1, longest + 1)
    )
