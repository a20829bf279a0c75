"""Where the bodies of a list are said to be: "three Chilean companies: A, B and C", "A and B, both of Mongolia"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.circumstances.row import Row, Seat, is_known
from kg.extract.naming.mentions import Name
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import BASED

SAMPLES = frozenset(("including", "like", "namely", "notably", ":", "-", "–", "—", ",", "("))
BETWEEN = frozenset((",", "and", "&", "the", ";", "or", "as", "well"))
JOINED = frozenset(("both", "all"))
FARTHEST_LIST = 12
LONGEST_LEAD = 7
"""Words of "Lima-based software and IT companies"."""


class ListRow(Row):
    """Reads a block's lists of bodies."""

    def __init__(self, block: ParsedBlock, lexicon: Lexicon) -> None:
        super().__init__(block)
        self.lexicon = lexicon

    def listed(self) -> Iterator[Seat]:
        """ "Three Chilean companies: A, B and C", "firms from Rwanda such as A and B", "A and B, both of Peru"."""
        for index, word in enumerate(self.words):
            if word.lower in self.lexicon.several_bodies:
                place, end = self._of_several(index)
                if place is not None:
                    for name in self._following(end):
                        yield Seat(name, place, "listed-of-country", 0.75)
            elif word.lower in JOINED and self.lower(index + 1) in ("of", "in", "from"):
                place = self.place_at(index + 2)
                back = index - (1 if self.text(index - 1) == "," else 0)
                for name in self._preceding(back, 2 if word.lower == "both" else FARTHEST_LIST) if place else ():
                    assert place is not None
                    yield Seat(name, place, "listed-of-country", 0.75)

    def _of_several(self, noun: int) -> tuple[Name | None, int]:
        """The place of "Chilean companies", "companies from Chile", and where that ends."""
        behind = self.place_at(noun + 2) if self.lower(noun + 1) in ("in", "from", "of") else None
        if behind is not None:
            return behind, behind.last
        for start in (noun, noun - 1, noun - 2):
            owner = self.ending.get(start)
            if owner is not None and owner.kind in ("Place", "Demonym") and is_known(owner, demonym=True):
                return owner, noun + 1
        based = next((i for i in range(noun - 1, noun - LONGEST_LEAD, -1) if self.lower(i) in BASED), None)
        return (self.based_in(based), noun + 1) if based is not None else (None, noun)

    def based_in(self, index: int) -> Name | None:
        """The place of "Lima-based", "Lima based"."""
        place = self.ending.get(index - 1 if self.text(index - 1) in ("-", "–") else index)
        told = place is not None and (place.kind == "Place" or is_known(place, demonym=True))  # "a Swiss-based fund"
        return place if told and self.lower(index + 1) != "in" else None

    def _following(self, index: int) -> list[Name]:
        """The bodies listed right behind, or behind the colon that ends the clause."""
        if self.text(index) == "," and self.lower(index + 1) in ("such", "among", *SAMPLES):
            index += 1
        if (self.lower(index), self.lower(index + 1)) in (("such", "as"), ("among", "them"), ("among", "which")):
            index += 2
        elif self.lower(index) in SAMPLES:
            index += 1
        elif self.at.get(index) is None:
            index = self._colon(index) + 1
        return self._row_from(index)

    def _colon(self, index: int) -> int:
        """The colon of the same sentence, where no other noun for several bodies comes first."""
        for i in range(index, min(len(self.words), index + FARTHEST_LIST)):
            if self.words[i].text == ":":
                return i
            if self.words[i].text in (".", ";") or self.words[i].lower in self.lexicon.several_bodies:
                break
        return len(self.words)

    def _row_from(self, index: int) -> list[Name]:
        found: list[Name] = []
        while index < len(self.words):
            name = self.at.get(index)
            if name is not None and name.kind == "Organization":
                found.append(name)
                index = self.past_bracket(name.last)
            elif self.lower(index) in BETWEEN or self._describes_next(index):
                index += 1
            else:
                break
        after = self.at.get(index)
        mixed = after is not None and after.kind in ("Person", "Place")
        return [] if mixed or (index < len(self.words) and self.words[index].possessive) else found

    def _describes_next(self, index: int) -> bool:
        """ "Electricity company Acme, brewer Elm": the noun for the body that comes next, or a word before it."""
        nouns = self.lexicon.before_body
        ends = next((i for i in (index, index + 1) if self.lower(i) in nouns), -1)
        return ends >= 0 and ends + 1 in self.at and self.text(index).islower() and self.text(ends).islower()

    def _preceding(self, index: int, most: int) -> list[Name]:
        found: list[Name] = []
        while index > 0 and len(found) < most:
            name = self.ending_before(index)
            if name is not None and name.kind == "Organization":
                found.append(name)
                index = name.first
            elif self.lower(index - 1) in BETWEEN:
                index -= 1
            else:
                break
        return found
