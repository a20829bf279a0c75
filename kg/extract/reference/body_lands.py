"""Of which country a body is, as far as its name and the words beside it tell: for "the Kazakh university"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.naming.mentions import Name, ReadBlock
from kg.extract.reference.referents import Registry, Thing

BESIDE = frozenset(("of", "in", "(", ","))
"""Words between a body and the place where it is."""


class BodyLands:
    """Notes the countries of an article's bodies."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._told: dict[Thing, set[str]] = {}

    def note(self, block: ReadBlock) -> None:
        """Note what stands beside the names of a block: "Kwanza Bank of Angola", "Delta University in Seoul"."""
        for name, after in zip(block.names, block.names[1:], strict=False):
            place = after.place if name.kind == "Organization" and after.kind == "Place" else None
            if place is not None and place.country and self._beside(block, name, after):
                self._told.setdefault(self.registry.of_name(name), set()).add(place.country)

    def _beside(self, block: ReadBlock, name: Name, after: Name) -> bool:
        return after.first == name.last + 1 and block.words[name.last].text in BESIDE

    def fitting(self, bodies: Sequence[Thing], land: Name | None) -> list[Thing]:
        """Those of the bodies that are told to be of a country; where none is, the one of which nothing is told."""
        if land is None or land.place is None:
            return list(bodies)
        told = [self._codes(body) for body in bodies]
        sure = [b for b, codes in zip(bodies, told, strict=True) if land.place.country in (codes or self._in_label(b))]
        left = [b for b, codes in zip(bodies, told, strict=True) if not codes]
        left = left if len(left) == 1 else [b for b in left if not self._in_label(b)]
        return sure or (left if len(left) == 1 else [])

    def _codes(self, body: Thing) -> set[str]:
        own = body.hints.get("country")
        return {own} if own is not None else self._told.get(body, set())

    def _in_label(self, body: Thing) -> set[str | None]:
        """The countries of the towns in a body's name; "University" is one of these."""
        heads = self.registry.lexicon.heads["organization"]
        return {p.country for p in self.registry.places_in(body.label) if p.name.casefold() not in heads}
