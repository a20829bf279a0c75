"""Fills the slots of a clause: from its tokens to the things they mean."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.clauses import Slots
from kg.extract.discourse import Discourse
from kg.extract.parsing import ParsedBlock
from kg.extract.referents import Thing


class SlotFiller:
    """Asks the discourse what stands in slots."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse

    def fill(self, block: ParsedBlock, slots: Slots, names: Sequence[str]) -> list[Thing]:
        """The things in the named slots, in order; the subject of the clause above only where no other is filled."""
        found: list[Thing] = []
        direct = any(slots.get(name) for name in names if name != "clause-subject")
        for name in names:
            if name == "clause-subject" and direct:
                continue
            for token in slots.get(name, []):
                things = self.things(block, token)
                alone = name == "apposed" and token.i in block.names
                found += [t for t in (things[:1] if alone else things) if t not in found]
        return found

    def things(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """What a noun phrase means, all its joined parts included."""
        return self.discourse.things(block, token)
