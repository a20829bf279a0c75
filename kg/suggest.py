"""“Did you mean …?” for words that are not known: commands, options, relations, settings, queries."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def closest(word: str, known: Iterable[str], count: int = 3) -> list[str]:
    """The known words most like ``word``, best first, whatever their case; none where nothing is near."""
    by_folded = {name.casefold(): name for name in known}
    return [by_folded[match] for match in get_close_matches(word.casefold(), by_folded, n=count, cutoff=0.6)]


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A question that offers the nearest known words; None where nothing is near."""
    near = closest(word, known)
    *others, last = near or [""]
    return f"did you mean {', '.join(others)}{' or ' if others else ''}{last}?" if near else None


def or_known(word: str, known: Iterable[str]) -> str:
    """A hint for an unknown word: the nearest known ones, or else all of them."""
    words = list(known)
    return did_you_mean(word, words) or f"known are: {', '.join(words)}"
