"""Agreements as things of their own: whom they bind, who signed them, what they are about; when, where and at which
event they were signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.circumstances.circumstances import Circumstances
from kg.extract.circumstances.event_details import SIGNED, signings_of_it
from kg.extract.discourse.events import EventBook
from kg.extract.reference.referents import Registry, Thing
from kg.extract.relations.findings import Finding, Signing
from kg.extract.syntax.clauses import arguments
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token
from kg.model import Literal

TOLD_AS = {"heldOn": "signedOn", "heldIn": "signedIn"}
"""What day and place of its signing are to an agreement."""
ON_OCCASION = ("at", "during", "on")
"""What goes before the event at which something is signed."""


class Agreements:
    """Makes the agreements of one article."""

    def __init__(self, registry: Registry, events: EventBook, circumstances: Circumstances) -> None:
        self.registry = registry
        self.events = events
        self.circumstances = circumstances

    def findings(self, blocks: Sequence[ParsedBlock], signings: Sequence[Signing]) -> Iterator[Finding]:
        """The agreements with all that is told of them; those of which only the number is told are none."""
        single = [signing for signing in signings if signing.count is None or signing.count < 2]
        done = [signing for signing in single if signing.modality == "asserted"]
        told = [signing for signing in done if signing.block.read.block.kind != "title"] or done
        # "It was signed in Lima on Friday" tells of the one agreement that there is.
        later = list(signings_of_it(blocks, known=False)) if len(told) == 1 else []
        for signing in single:
            verbs = _verbs(signing) if signing in done else []
            yield from self._told(signing, [*verbs, *later] if signing in told else verbs)

    def _told(self, signing: Signing, verbs: Sequence[tuple[ParsedBlock, Token]]) -> Iterator[Finding]:
        span = signing.block.sentence_span(signing.token)
        names = " and ".join(party.label for party in signing.parties[:2])
        node = self.registry.new("Agreement", f"{signing.instrument} between {names}", span.start)
        plain = Finding(node, "party", node, span, signing.modality, signing.confidence, signing.frame)
        for party in signing.parties:
            yield replace(plain, object=party)
        for signer in signing.signers:
            yield replace(plain, predicate="signatory", object=signer)
        if signing.topic:
            yield replace(plain, predicate="subjectMatter", object=Literal(signing.topic, "string"))
        told: set[str] = set()
        for block, verb in verbs:
            found = [
                replace(f, predicate=TOLD_AS[f.predicate])
                for f in self.circumstances.of_sentence(block, verb, node, "signed-then")
            ]
            event = self._occasion(block, verb)
            if event is not None:
                at = block.sentence_span(verb)
                found.append(Finding(node, "signedAt", event, at, "asserted", 0.75, "signed-then"))
            yield from (f for f in found if f.predicate not in told)
            told |= {f.predicate for f in found}

    def _occasion(self, block: ParsedBlock, verb: Token) -> Thing | None:
        """The event of the clause that tells of a signing: "signed an accord at the forum"."""
        slots = arguments(verb)
        nouns = [noun for slot in ON_OCCASION for noun in slots.get(slot, ())]
        events = (self.events.at(block, noun) for noun in nouns)
        return next((event for event in events if event is not None), None)


def _verbs(signing: Signing) -> list[tuple[ParsedBlock, Token]]:
    """The verb by which a clause tells of a signing; none where it only mentions the agreement."""
    token = signing.token if signing.token.pos_ == "VERB" else signing.token.head
    return [(signing.block, token)] if token.pos_ == "VERB" and token.lemma_ in SIGNED else []
