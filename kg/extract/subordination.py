"""Which body another is under, read from the row of names: "the Forest Agency under the Ministry of Trade"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.mentions import Name
from kg.extract.words import Word

UNDER = frozenset(
    ", under the which that is operates operating works working subordinate to attached affiliated with".split()
)
SUBORDINATE = frozenset(("under", "subordinate", "attached", "affiliated"))
LONGEST_UNDER = 6
GOVERNING = frozenset(
    """
    ministry department cabinet government presidency office administration agency authority commission committee
    university academy secretariat
    """.split()
)
"""Nouns for bodies that others are said to be under."""


def body_above(words: Sequence[Word], name_at: Mapping[int, Name], name: Name) -> Name | None:
    """The body that the one named by ``name`` is under, where the words right behind it say so."""
    start = name.last
    while start < len(words) and words[start].lower in UNDER and start - name.last < LONGEST_UNDER:
        start += 1
    between = {word.lower for word in words[name.last : start]}
    above = name_at.get(start) if name.kind == "Organization" and between & SUBORDINATE else None
    return above if above is not None and above.kind == "Organization" and above.head in GOVERNING else None


def end_of_subordination(words: Sequence[Word], name: Name, above: Name) -> int:
    """Where what is said of the body above ends, with the comma that closes it."""
    opened = words[name.last].text == ","
    return above.last + (1 if opened and above.last + 1 < len(words) and words[above.last].text == "," else 0)
