"""Persons' names: how two ways of writing one may differ, and by which keys such ways find each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal as OneOf

from rapidfuzz.distance import Levenshtein

from kg.resolve import forms
from kg.resolve.words import COMMON_NAME_PARTS, GENDERED_PAIRS, NAME_PARTICLES

Likeness = OneOf["equal", "spelling", "order", "initials", "shorter"]
"""How two names of persons are alike: written as one but for spaces, spelt otherwise, in another order, with
initials for names, with some of the names left out."""

_SOUNDS = (
    ("x", "ks"), ("oe", "o"), ("ae", "a"), ("ue", "u"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"),
    ("ck", "k"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("tch", "ch"), ("tsch", "ch"),
    ("q", "k"), ("y", "i"), ("w", "v"), ("iev", "ev"), ("ij", "i"),
)  # fmt: skip
_CLASSES = str.maketrans(
    {"b": "p", "v": "f", "d": "t", "g": "k", "c": "k", "q": "k", "z": "s", "j": "s"}
    | dict.fromkeys("aeiouyh", "")
)  # fmt: skip
LONG_PART = 5
LIKE_PART, LIKE_WHOLE = 0.7, 0.85


@lru_cache(maxsize=2000)
def sound(word: str) -> str:
    """A word with the usual differences of transliteration evened out: Husain, Hussain."""
    for written, meant in _SOUNDS:
        word = word.replace(written, meant)
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=2000)
def skeleton(word: str) -> str:
    """The consonants of a word by kinds: coarser than its sound, for finding what may be another spelling."""
    even = sound(word.replace("sh", "s").replace("ch", "s"))
    return re.sub(r"(.)\1+", r"\1", even.translate(_CLASSES)) or even


def parts(name: str) -> list[str]:
    """A person's names without honorifics and particles such as bin, von, al-."""
    found = forms.person_parts(name)
    kept = [part for part in found if part not in NAME_PARTICLES]
    return kept if len(kept) > 1 else found


def keys(name: str) -> Iterator[str]:
    """Keys of which ways of writing one name share at least one."""
    found = parts(name)
    yield f"spelling {skeleton(''.join(found))}"
    full = [part for part in found if len(part) > 1]
    if len(full) > 1:
        yield f"parts {' '.join(sorted(skeleton(part) for part in full))}"
    surnames = {len(found) - 1, len(found) - 2} if len(found) > 2 else {len(found) - 1}
    for last in surnames:
        if len(found[last]) > 1:
            yield from (f"surname {skeleton(found[last])} {part[0]}" for part in set(found[:last]))


@lru_cache(maxsize=2000)
def likeness(one: str, other: str) -> Likeness | None:
    """How two full names are alike; None where they cannot be one person's."""
    first, second = parts(one), parts(other)
    if "".join(first) == "".join(second):
        return "equal"
    if len(first) == len(second) and all(map(_like, first, second)):
        return "spelling"
    if len(first) != len(second) and _like_joined(first, second):
        return "spelling"
    if min(len(first), len(second)) > 1 and _rotated(first, second):
        return "order"
    short, long = sorted((first, second), key=len)
    if len(short) < 2 or not _within(short, long):
        return None
    return "initials" if any(len(part) == 1 for part in (*short, *_matched(short, long))) else "shorter"


def is_common(name: str) -> bool:
    """Whether the name is made of parts so frequent that it does not tell who is meant."""
    return all(part in COMMON_NAME_PARTS or len(part) == 1 for part in parts(name))


def _like(one: str, other: str) -> bool:
    """Whether two parts of names are spellings of one."""
    if one == other:
        return True
    if _gendered(one, other):
        return False
    first, second = sound(one), sound(other)
    if first == second:
        return True
    if min(len(one), len(other)) < LONG_PART or skeleton(one) != skeleton(other):
        return False
    return Levenshtein.normalized_similarity(first, second) >= LIKE_PART


def _gendered(one: str, other: str) -> bool:
    """Mario and Maria, Francis and Frances: two people, however near the letters."""
    if frozenset((one, other)) in GENDERED_PAIRS:
        return True
    return len(one) == len(other) and one[:-1] == other[:-1] and {one[-1], other[-1]} == {"a", "o"}


def _like_joined(first: Sequence[str], second: Sequence[str]) -> bool:
    """Names cut into parts in other places: Amir-Abdollahian, Amirabdollahian."""
    one, other = "".join(first), "".join(second)
    if skeleton(one) != skeleton(other):
        return False
    return Levenshtein.normalized_similarity(sound(one), sound(other)) >= LIKE_WHOLE


def _rotated(first: Sequence[str], second: Sequence[str]) -> bool:
    """The family name in front or behind, and nothing else changed."""
    if len(first) != len(second):
        one, other = ("".join([*names[1:], names[0]]) for names in (first, second))
        return one == "".join(second) or "".join(first) == other
    return any(
        all(map(_like, (*first[cut:], *first[:cut]), second)) for cut in {1, len(first) - 1} if 0 < cut < len(first)
    )


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the short name is the long one with names left out or shortened to initials; the family name stays,
    and so does one of the first two names."""
    matched = _matched(short, long)
    if len(matched) < len(short):
        return False
    full = [part for part, other in zip(short, matched, strict=True) if len(part) > 1 and len(other) > 1]
    kept = long[-2:] if len(long) > 2 else long[-1:]
    return bool(full) and len(full[-1]) > 2 and any(_like(full[-1], part) for part in kept)


def _matched(short: Sequence[str], long: Sequence[str]) -> list[str]:
    """For each part of the short name, in order, the part of the long one that it stands for."""
    found, rest = [], list(long)
    for part in short:
        at = next((i for i, other in enumerate(rest) if _stands_for(part, other)), None)
        if at is None:
            break
        found.append(rest[at])
        rest = rest[at + 1 :]
    return found


def _stands_for(part: str, other: str) -> bool:
    return _like(part, other) or (min(len(part), len(other)) == 1 and part[0] == other[0])
