"""The words of a block with the names among them: what stands where, for those who read the row and not the parse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.naming.mentions import Name
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.text.words import Word

WITHIN = frozenset(
    """
    city town capital district province county municipality village state port region island republic governorate
    prefecture suburb department
    """.split()
)
CENTRAL = frozenset(
    """
    central downtown northern southern eastern western nearby neighbouring the north south east west northeast northwest
    southeast southwest northeastern northwestern southeastern southwestern
    north-eastern north-western south-eastern south-western
    """.split()
)
LONGEST_BRACKET = 4


@dataclass(frozen=True, slots=True)
class Seat:
    """A body's name, its place's, by which rule the words say so, and how surely."""

    name: Name
    place: Name
    rule: str
    confidence: float


class Row:
    """A block's words and names, by their places in the row."""

    def __init__(self, block: ParsedBlock) -> None:
        self.block = block
        self.words: Sequence[Word] = block.read.words
        self.headline = block.read.headline
        self.names = [n for n in block.read.names if n.alias_of is None]
        self.at = {name.first: name for name in block.read.names}
        self.ending = {name.last: name for name in self.names}
        self.bodies = [n for n in self.names if n.kind == "Organization"]

    def lower(self, index: int) -> str:
        """The word there, its case off; nothing outside the block."""
        return self.words[index].lower if 0 <= index < len(self.words) else ""

    def text(self, index: int) -> str:
        """The word there as it stands; a full stop outside the block."""
        return self.words[index].text if 0 <= index < len(self.words) else "."

    def past_bracket(self, end: int) -> int:
        """Past "(DU)" behind a name, unless the bracket holds a place."""
        if self.text(end) != "(" or self.place_at(end + 1) is not None:
            return end
        closing = next((i for i in range(end + 1, end + 1 + LONGEST_BRACKET) if self.text(i) == ")"), None)
        return closing + 1 if closing is not None else end

    def place_at(self, index: int) -> Name | None:
        """The place that begins here: "the city of Lima", "the Peruvian capital, Lima", "Peru's Cusco", "Peru"."""
        while index not in self.at and self.lower(index) in CENTRAL:
            index += 1
        outer = self.at.get(index)
        inner = outer.last if outer is not None and outer.kind in ("Place", "Demonym") else index
        inner += 1 if inner > index and inner < len(self.words) and self.words[inner].possessive else 0
        if inner in self.at and inner > index and self.words[inner - 1].possessive:
            outer = self.at[inner]
        within = inner
        while self.lower(within) in WITHIN:
            within += 1
        if within > inner:
            named = self.lower(within) == "of" or (self.text(within) == "," and self.lower(within - 1) == "capital")
            within += 1 if named else 0
            outer = self.at.get(within) or outer
        name = outer
        place = name is not None and name.kind == "Place" and (name.place is None or not name.place.is_wide)
        return name if place else None

    def past_noun(self, place: Name) -> int:
        """Past "province" behind a place's name."""
        index = place.last
        while self.lower(index) in WITHIN:
            index += 1
        return index

    def paired(self, name: Name, place: Name) -> bool:
        """ "A in Chad and B in Peru": whether a body stands with its place beside another that does, too."""
        lead = name.first - (2 if self.lower(name.first - 1) == "the" else 1)
        behind = place.last + (2 if self.lower(place.last + 1) == "the" else 1)
        land, fellow = self.ending.get(lead), self.at.get(behind)
        if self.lower(lead) == "and" and land is not None and land.kind == "Place":
            fellow = self.ending_before(land.first - 1) if self.lower(land.first - 1) == "in" else None
        elif self.lower(place.last) == "and" and fellow is not None:
            end = self.past_bracket(fellow.last)
            land = self.place_at(end + 1) if self.lower(end) == "in" else None
        else:
            return False
        bodies = fellow is not None and fellow.kind == "Organization"
        return bodies and land is not None and land.text != place.text

    def ending_before(self, index: int) -> Name | None:
        """The name that ends before an index, a bracket between them or not."""
        if self.text(index - 1) == ")":
            opening = next((i for i in range(index - 2, index - 2 - LONGEST_BRACKET, -1) if self.text(i) == "("), None)
            return self.ending.get(opening) if opening is not None else None
        return self.ending.get(index)


def is_known(name: Name, *, demonym: bool = False) -> bool:
    """Whether a name is one of a country, province or city; or, where told, an adjective of a country."""
    if name.kind == "Demonym" and not demonym:
        return False
    if name.kind not in ("Place", "Demonym") or name.place is None:
        return name.kind == "Place"
    return not name.place.is_wide
