"""Where bodies are of which something is said: "Acme, a Chinese company", "Acme is the largest bank in Peru"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.circumstances.row import Seat, is_known
from kg.extract.circumstances.seats_based import FIRST, BasedRow
from kg.extract.naming.mentions import Name
from kg.extract.naming.subordination import DASHES
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.text.lexicon import Lexicon
from kg.gazetteer import Gazetteer

OPENING = FIRST | {"another", "also"}
GREATEST = frozenset(
    "only leading main top sole premier principal foremost national state-owned state flagship".split()
)
KINDRED = frozenset(
    """
    partner member counterpart body arm office subsidiary enterprise lab tank specialist major pioneer heavyweight titan
    trader grower franchise outfit
    """.split()
)
LONGEST_DESCRIPTION = 10


class DescribedRow(BasedRow):
    """Reads what is said of bodies behind their names."""

    def __init__(self, block: ParsedBlock, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        super().__init__(block, lexicon, gazetteer)
        self.titling = self.headline or block.read.block.kind in ("title", "heading")

    def described(self) -> Iterator[Seat]:
        """ "Acme, a Chinese company", "Acme, the largest bank in Peru", "Acme is an airline of Chad"."""
        for name in self.bodies:
            end = self.past_bracket(name.last)
            opens = self.text(end) in (",", *DASHES) or self.lower(end) in ("is", "was")
            owner = self.at.get(end + 1)
            owned = owner is not None and (owner.kind == "Demonym" or self.text(owner.last) in ("'s", "’s", "'", "’"))
            owned = owned and not (self.titling and owner is not None and owner.kind == "Demonym")
            if not opens or not (owned or self.lower(end + 1) in OPENING):
                continue
            if owned and owner is not None and self._is_greatest(owner.last + 1) and is_known(owner):
                yield Seat(name, owner, "body-described", 0.75)
                continue
            place = self._in_description(end + (1 if owned else 2))
            if place is not None:
                yield Seat(name, place, "body-described", 0.75)

    def _trade_at(self, index: int) -> bool:
        """Whether a noun for a body stands there, or behind another: "bank", "laser firm", "think tank"."""
        nouns = self.lexicon.before_body
        return self.lower(index) in nouns or (self.text(index).islower() and self.lower(index + 1) in nouns | KINDRED)

    def _is_greatest(self, index: int) -> bool:
        """ "Peru's largest …", "Peru's second biggest …", "Peru's only …"."""
        ranked = {self.lower(index), self.lower(index + 1)}
        return bool(ranked & GREATEST) or any(w.endswith("est") and w not in ("west", "guest") for w in ranked)

    def _in_description(self, start: int) -> Name | None:
        """The place in a description that begins here: before its noun as owner or origin, or behind it."""
        origin: Name | None = None
        index = start
        while index < min(len(self.words), start + LONGEST_DESCRIPTION):
            name, word = self.at.get(index), self.words[index]
            if name is not None and name.kind in ("Place", "Demonym"):
                if not is_known(name, demonym=True):
                    return None
                owning = name.kind == "Demonym" or self.text(name.last) in ("'s", "’s", "'", "’", "-")
                if origin is not None or not (owning or self._trade_at(name.last)):
                    return None
                origin, index = name, name.last
                continue
            if {word.lower, word.lower.removesuffix("s")} & (self.lexicon.before_body | KINDRED):
                following = self.lower(index + 1)
                named = self.at.get(index + 1)
                if named is not None and named.kind != "Place":
                    return None
                if following in self.lexicon.before_body or following in KINDRED:
                    index += 1
                    continue
                if origin is not None:
                    return origin
                if following in ("of", "in", "from", "based", "headquartered"):
                    behind = index + (3 if following in ("based", "headquartered") else 2)
                    return self.place_at(behind)
            small = word.lower in self.lexicon.function and not word.acronym  # no "IT"
            if name is not None or (small and word.lower not in FIRST | {"of", "most"}):
                return None
            if word.text in (",", ";", ".", ":", "(", ")"):
                return None
            index += 1
        return None
