"""Ceremonies by the deed that they are for: "X opened the embassy on Monday. … at the opening ceremony"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.circumstances.circumstances import Circumstances
from kg.extract.discourse.discourse import Discourse
from kg.extract.discourse.filling import SlotFiller
from kg.extract.reference.referents import Registry, Thing, fold_words
from kg.extract.relations.findings import Finding
from kg.extract.syntax.clauses import arguments
from kg.extract.syntax.modality import modality
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token

OPENING = frozenset(("opening", "inauguration", "inaugural"))
DEEDS = {
    "inaugurate": OPENING,
    "open": OPENING,
    "hand": frozenset(("handover", "handing", "turnover")),
    "launch": frozenset(("launch", "launching")),
    "unveil": frozenset(("unveiling",)),
    "commission": frozenset(("commissioning",)),
    "commemorate": frozenset(("commemoration", "commemorative")),
    "celebrate": frozenset(("celebration", "celebrations")),
}
"""Verbs and the words by which the ceremonies for what they tell are called."""


class Deeds(SlotFiller):
    """Ties those who did something, when and where, to the one ceremony that was held for it."""

    def __init__(self, registry: Registry, discourse: Discourse, circumstances: Circumstances) -> None:
        super().__init__(discourse)
        self.registry = registry
        self.circumstances = circumstances

    def findings(self, blocks: Sequence[ParsedBlock], before: Sequence[Finding]) -> Iterator[Finding]:
        """Who was at these ceremonies, and when and where they were, where nothing plainer was found ``before``."""
        told = {(f.subject, f.predicate) for f in before if f.predicate in ("heldOn", "heldIn")}
        ceremonies = [t for t in self.registry.of_kind("Event") if t.mentions]
        for block in blocks:
            for token in block.doc:
                words = DEEDS.get(token.lemma_)
                if words is None or token.pos_ != "VERB" or modality(token) != "asserted":
                    continue
                event = _ceremony([t for t in ceremonies if words & set(fold_words(t.label))])
                if event is None and words is OPENING:
                    event = _ceremony([t for t in ceremonies if fold_words(t.label) == ("ceremony",)])
                slots = arguments(token)
                doers = self.fill(block, slots, ("subject",))
                if event is None or not (doers or slots.get("object")):
                    continue
                span = block.sentence_span(token)
                for person in (t for t in doers if t.kind == "Person"):
                    yield Finding(person, "attended", event, span, "asserted", 0.7, "did-it-there")
                for found in self._when_and_where(block, token, event):
                    if (event, found.predicate) not in told:
                        yield found
                told |= {(event, "heldOn"), (event, "heldIn")}

    def _when_and_where(self, block: ParsedBlock, verb: Token, event: Thing) -> Iterator[Finding]:
        """Day and place of the clause; the place also by what is opened: "inaugurated the embassy in Accra"."""
        found = list(self.circumstances.of_sentence(block, verb, event, "did-it-there"))
        yield from found
        if any(f.predicate == "heldIn" for f in found):
            return
        for opened in arguments(verb).get("object", []):
            there = self.circumstances.of_sentence(block, opened, event, "did-it-there")
            yield from (f for f in there if f.predicate == "heldIn")
            for seat in [s for t in self.things(block, opened) if (s := self.circumstances.seats.get(t)) is not None]:
                span = block.sentence_span(verb)
                yield Finding(event, "heldIn", seat, span, "asserted", 0.65, "did-it-there")


def _ceremony(events: Sequence[Thing]) -> Thing | None:
    """The only event, or the only one that is called a ceremony."""
    called = [t for t in events if "ceremony" in fold_words(t.label)] or events
    return called[0] if len(called) == 1 else None
