"""Bodies of a country that have no capital but the country's: "the Kenyan health ministry", "the German embassy"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.naming.mentions import Name
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import Word, text_of

BODIES = (
    ("embassy",),
    ("high", "commission"),
    ("consulate", "general"),
    ("consulate",),
    ("central", "bank"),
)
"""What a country has one of, or one of in each place, as it is written small."""
OF_FIELDS = frozenset(("ministry", "ministries"))
FIELDS = frozenset("foreign interior external home economic".split())
"""Fields of ministries that no list of topics holds."""
LONGEST_FIELD = 3


def national_bodies(words: Sequence[Word], names: Sequence[Name], lexicon: Lexicon) -> list[Name]:
    """The names of a block, with the bodies of countries that stand right behind a country's name."""
    found: list[Name] = []
    for name in names:
        state = name.place is not None and name.place.kind == "country" and name.last < len(words)
        owning = state and name.kind == "Place" and words[name.last].possessive
        start = name.last + 1 if owning else name.last
        end = _end(words, start, lexicon) if owning or (state and name.kind == "Demonym") else start
        if end == start:
            found.append(name)
            continue
        found += [name] if owning else []
        first = start if owning else name.first
        found.append(_body(words, name, first, end))
    return found


def _body(words: Sequence[Word], nation: Name, first: int, last: int) -> Name:
    """The nation's body that goes from one word to another."""
    offset = nation.start - words[nation.first].start
    start, end = words[first].start + offset, words[last - 1].end + offset
    text, head = text_of(words[first:last]), words[last - 1].lower
    owner = nation.place.country if nation.place is not None else None
    return Name(nation.block, first, last, start, end, text, "Organization", 0.85, head, owner=owner)


def _end(words: Sequence[Word], start: int, lexicon: Lexicon) -> int:
    """Where a noun for a body of a country that begins at ``start`` ends; ``start`` where none does."""
    small = [word.lower if word.text.islower() else "" for word in words[start : start + LONGEST_FIELD + 1]]
    for noun in BODIES:
        if tuple(small[: len(noun)]) == noun:
            return start + len(noun)
    last = next((i for i, lower in enumerate(small) if lower in OF_FIELDS), 0)
    fields = all(lower in FIELDS or lower == "and" or lexicon.is_topic(lower) for lower in small[:last])
    return start + last + 1 if last and fields and small[last] == "ministry" else start
