"""Bodies that share one noun: "the universities of Lagos and Accra", "the embassies of Peru and Chad", "those of X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.naming.mentions import Name
from kg.extract.text.words import SENTENCE_ENDS, Word, text_of

SHARED = {"universities": "University", "embassies": "Embassy", "consulates": "Consulate"}
"""Plural nouns that make one body of each place behind "of", and what each of these is called."""
OF_STATES = frozenset(("embassies", "consulates"))
"""Those that countries have one of: "the universities of Peru" are all that are there."""
JOINTS = frozenset((",", "and", "&", "the", "as", "well"))
STAND_INS = frozenset(("those", "the"))
FARTHEST_NOUN = 25


def spread_heads(words: Sequence[Word], names: Sequence[Name]) -> list[Name]:
    """The names of a block, where each place behind a plural noun for bodies stands for the body there."""
    kept = list(names)
    for index, word in enumerate(words[:-1]):
        if words[index + 1].lower == "of" and (word.lower in SHARED or word.lower == "those"):
            noun = word.lower if word.lower in SHARED else _meant(words, index)
            if noun is not None:
                kept = _spread(words, kept, index, noun)
    return kept


def _meant(words: Sequence[Word], index: int) -> str | None:
    """The noun that "those" stands for: the last plural of a body in the sentence."""
    for word in reversed(words[max(0, index - FARTHEST_NOUN) : index]):
        if word.lower in SHARED:
            return word.lower
        if word.text in SENTENCE_ENDS - {":"}:
            return None
    return None


def _spread(words: Sequence[Word], names: list[Name], index: int, noun: str) -> list[Name]:
    """The names with a row of places behind the noun as bodies; as they were where no such row stands there."""
    row: list[Name] = []
    end = index + 2 + (words[index + 2].lower == "the" if index + 2 < len(words) else 0)
    for name in names:
        if name.last <= index + 1 or (row and name.first < end):
            continue
        opens = name.first in (index, index + 2, end) if not row else True
        gap = {w.lower for w in words[end : name.first]} if row else set()
        if not opens or not gap <= JOINTS or (row and not gap) or not _is_place(name, noun, index):
            break
        row.append(name)
        end = name.last
    several = len(row) > 1 and not _of_countries(words[index], row, noun)
    bodies = {id(name): _body(words, name, SHARED[noun], index if name is row[0] else name.first) for name in row}
    return [bodies.get(id(name), name) if several else name for name in names]


def _is_place(name: Name, noun: str, index: int) -> bool:
    """Whether a name tells which of the bodies is meant: a place, or one word of which little is known."""
    if name.first == index:  # "Universities of Ghana", which has been taken for one name
        return name.kind == "Organization"
    return name.kind == "Place" or (name.kind == "Person" and name.last - name.first == 1 and noun not in OF_STATES)


def _of_countries(word: Word, row: Sequence[Name], noun: str) -> bool:
    """Whether the bodies are all that some countries have, and no two that are called after them."""
    countries = [name for name in row if name.place is not None and name.place.kind == "country"]
    return noun not in OF_STATES and not word.capital and len(countries) == len(row)


def _body(words: Sequence[Word], name: Name, noun: str, first: int) -> Name:
    """The body at a place, from its noun or the place's name on."""
    start = name.start - words[name.first].start + words[first].start
    place = words[name.first + 2 if words[name.first].lower in SHARED else name.first : name.last]
    text = f"{noun} of {text_of(place)}"
    return replace(
        name, first=first, start=start, text=text, kind="Organization", strength=0.9, head=noun.casefold(), place=None
    )
