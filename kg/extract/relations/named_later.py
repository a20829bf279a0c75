"""Those met, or signed with, who are named afterwards: "The Minister received three envoys. … The envoys are A, B and
C", "Three banks signed a pact with Acme. The banks are …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.discourse.discourse import Discourse
from kg.extract.discourse.filling import SlotFiller
from kg.extract.reference.referents import Thing
from kg.extract.relations.findings import Finding, told
from kg.extract.syntax.clauses import arguments
from kg.extract.syntax.modality import modality
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token

NAMING = frozenset(("be", "include", "comprise", "feature"))
"""Verbs behind which a group's members are named."""
THEM = frozenset(("they", "them", "these", "those"))
ONLOOKING = frozenset(("present", "attendance", "accompanying", "witness", "witnessed"))
"""What is said of others than those met: "Among those present were"."""
FARTHEST = 900
LONGEST_OPENING = 8


class NamedLater(SlotFiller):
    """Keeps whom a clause met, or bound, without naming them, till they are named."""

    def __init__(self, discourse: Discourse) -> None:
        super().__init__(discourse)
        self._relation = "metWith"
        self._hosts: list[Thing] = []
        self._nouns: frozenset[str] = frozenset()
        self._start = 0

    def note(
        self, relation: str, block: ParsedBlock, trigger: Token, hosts: Sequence[Thing], nouns: Sequence[Token]
    ) -> None:
        """Note that the ``hosts`` met, or signed with, those of a plural noun, whom nobody has named."""
        people = [n for n in nouns if n.tag_ in ("NNS", "NNPS") and n.i not in block.names]
        if people and hosts and modality(trigger) == "asserted":
            self._relation, self._hosts, self._nouns = relation, list(hosts), frozenset(n.lower_ for n in people)
            self._start = block.spans[trigger.i].start

    def findings(self, block: ParsedBlock, verb: Token) -> Iterator[Finding]:
        """Who met them, where a clause names them."""
        if not self._hosts or verb.lemma_ not in NAMING or not self._named_by(block, verb):
            return
        slots = arguments(verb)
        behind = {n: [t for t in slots.get(n, ()) if t.i > verb.i] for n in ("object", "subject")}
        found = [t for t in self.fill(block, behind, tuple(behind)) if t not in self._hosts and "group" not in t.hints]
        kinds = ("Person", "Organization") if self._relation == "metWith" else ("Organization", "Place")
        people = next((row for kind in kinds if (row := [t for t in found if t.kind == kind])), [])
        for host in self._hosts if modality(verb) == "asserted" else ():
            for person in people:
                yield from told(host, self._relation, person, block, verb, "asserted", 0.7, "named-later")

    def _named_by(self, block: ParsedBlock, verb: Token) -> bool:
        """Whether what stands before a verb means those met: "The envoys are", "Among them were"."""
        opening = [t.lower_ for t in block.doc[verb.sent.start : verb.i]]
        near = self._start < block.sentence_span(verb).start < self._start + FARTHEST
        if not near or not 0 < len(opening) <= LONGEST_OPENING or not ONLOOKING.isdisjoint(opening):
            return False
        among = opening[0] in ("among", "amongst") and len(opening) > 1
        first = opening[1] if among or opening[0] in ("the", "these") else opening[0]
        return opening[0] == "these" or first in THEM or not self._nouns.isdisjoint(opening)
