"""Whom "the diplomat", "the visiting official", "the guest" stands for: somebody with an office who was told of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kg.extract.reference.office_synonyms import ALSO
from kg.extract.reference.referents import Thing
from kg.extract.syntax.clauses import objects_of
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token

PERSONAL = frozenset("leader diplomat politician dignitary statesman lawmaker official guest visitor".split())
"""Nouns for somebody whose office has been told."""
BROAD = PERSONAL - {"leader"}
"""Those that need no word for whose they are."""
GUESTS = frozenset(("guest", "visitor"))
RANKS = frozenset("visiting senior top veteran chief high ranking high-ranking foreign the".split())
"""What may be said of them."""
LAST = 4


class Descriptions:
    """Knows who was named where, and which such nouns the article has for people without a name."""

    def __init__(self, employers: Mapping[Thing, Collection[Thing]]) -> None:
        self.employers = employers
        self.people: list[tuple[int, Thing, bool]] = []
        """Each mention of a person by name: where, who, and whether as a subject."""
        self._unnamed: set[str] = set()

    def note(self, block: ParsedBlock) -> None:
        """Note "a ministry official": "the official" behind it is that one."""
        told = (t for t in block.doc if t.lower_ in BROAD)
        self._unnamed |= {t.lower_ for t in told if any(c.lower_ in ("a", "an", "one") for c in t.children)}

    def of_office(self, block: ParsedBlock, token: Token, travellers: Sequence[Thing]) -> list[Thing]:
        """The holder of an office whom such a noun stands for, in the singular and without a word for whose it is:
        the only traveller, where they are a guest, or who was told of last."""
        noun, words = token.lower_, {c.lower_ for c in token.children}
        plain = all(c.lower_ in RANKS or c.dep_ not in ("amod", "compound", "nmod", "poss") for c in token.children)
        if noun not in BROAD or noun in self._unnamed or token.tag_ != "NN" or not plain or objects_of(token, "of"):
            return []
        coming = [t for t in travellers if t.kind == "Person"]
        if noun in GUESTS or "visiting" in words:
            return coming if len(coming) == 1 else []
        start = block.sentence_span(token).start
        told = [(t, subject) for s, t, subject in self.people if s < start and self.employers.get(t)][-LAST:]
        likely = [t for t, subject in told if subject] or [t for t, _ in told]
        offices = ALSO.get(noun)
        fitting = [t for t in likely if offices is None or any(map(t.hints.get("office", "").endswith, offices))]
        return fitting[-1:]
