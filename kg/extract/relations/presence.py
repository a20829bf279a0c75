"""Who was at an event without a verb of attending: who did something there, and whom a caption names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from kg.extract.discourse.discourse import Discourse
from kg.extract.discourse.events import EventBook
from kg.extract.discourse.filling import SlotFiller
from kg.extract.reference.referents import Thing
from kg.extract.relations.findings import Finding, told
from kg.extract.syntax.clauses import arguments
from kg.extract.syntax.modality import modality
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token

COMPANY = frozenset(
    "join meet greet welcome host receive accompany hug congratulate thank introduce confer hold interact".split()
)
"""Verbs whose object is there, too."""
HANDING = frozenset("hand present award give".split())
"""Verbs of what is done to somebody in person."""
HANDED = frozenset(
    """
    key keys award certificate certificates donation cheque document documents prize medal plaque vaccines equipment
    consignment ambulance ambulances vehicles computers books diploma instruments
    """.split()
)
"""What one receives from somebody in person."""
SIGNING = frozenset(("sign", "ink"))
ROLES = dict.fromkeys("speaker panelist panellist moderator presenter lecturer".split(), "spokeAt") | dict.fromkeys(
    "participant guest attendee delegate present attendance".split(), "attended"
)
"""What people were at an event, by the word before a colon."""
LONGEST_ROLE = 3
BESIDES = tuple(
    f"{on}-{side}-of" for on in ("on", "at") for side in ("sidelines", "sideline", "margins", "margin", "fringes")
)
IN_PERSON = frozenset("ceremony conference webinar gathering reception forum".split())
"""Events that people do something "in"."""
AT_EVENTS = ("at", "during", "where", *BESIDES, "in-attendance-at")
WITHIN = ("within-framework-of", "in-framework-of")
"""Slots of an event at which people act; bodies may do so elsewhere."""


class Presence(SlotFiller):
    """Reads clauses for people at events."""

    def __init__(self, discourse: Discourse, events: EventBook) -> None:
        super().__init__(discourse)
        self.events = events

    def findings(self, block: ParsedBlock, token: Token) -> Iterator[Finding]:
        """What a clause, by its verb or root, says of who was at an event."""
        if token.dep_ == "ROOT":
            yield from self._caption(block, token)
        if token.text == ":" and token.i <= LONGEST_ROLE and token.i > 0:
            yield from self._roll(block, token)
        if token.pos_ == "VERB":
            yield from self._at_events(block, token)

    def _caption(self, block: ParsedBlock, root: Token) -> Iterator[Finding]:
        """ "Also at the ceremony: A; B; C": a line without a verb that names an event and people."""
        if root.pos_ in ("VERB", "AUX") or any(
            t.pos_ in ("VERB", "AUX") and t.tag_ in ("VBD", "VBZ", "VBP") for t in root.sent
        ):
            return
        preps = [t for t in root.sent if t.lower_ in ("at", "during") and t.dep_ in ("prep", "ROOT")]
        events = [e for p in preps for n in p.children if n.dep_ == "pobj" for e in self.things(block, n)]
        people = [self.discourse.registry.of_name(block.names[t.i].name) for t in root.sent if t.i in block.names]
        for person, event in product(
            [t for t in people if t.kind == "Person"], [e for e in events if e.kind == "Event"]
        ):
            yield from told(person, "attended", event, block, root, "asserted", 0.75, "caption")

    def _roll(self, block: ParsedBlock, colon: Token) -> Iterator[Finding]:
        """ "Speakers: A, Minister of Trade; B and C": people by what they did at the event in focus."""
        role = block.doc[colon.i - 1].lower_.removesuffix("s")
        event = self.events.in_focus(block.spans[colon.i].start) if role in ROLES else None
        if event is None or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in block.doc[colon.i :]):
            return
        people = [self.discourse.registry.of_name(block.names[t.i].name) for t in block.doc if t.i in block.names]
        for person in dict.fromkeys(t for t in people if t.kind == "Person"):
            yield from told(person, ROLES[role], event, block, colon, "asserted", 0.75, "roll")

    def _at_events(self, block: ParsedBlock, verb: Token) -> Iterator[Finding]:
        """Who does something at an event is there: "During the summit in Accra, A joined B"."""
        slots = arguments(verb)
        events = [t for t in self.fill(block, slots, AT_EVENTS + WITHIN) if t.kind == "Event"]
        if not events and verb.lemma_ in SIGNING:
            events = self._behind_paper(block, verb)
        within = not any(slots.get(name) for name in AT_EVENTS) and any(slots.get(name) for name in WITHIN)
        bodies = (
            bool(events) and verb.lemma_ in SIGNING and not within
        )  # those who sign at a forum are there, bodies too
        there = ("Person", "Organization") if bodies else ("Person",)
        meeting = [e for e in events if e.hints.get("noun") == "meeting"]
        events += [
            t for t in self.fill(block, slots, ("in",)) if t.hints.get("noun") in IN_PERSON and "press" not in t.label
        ]
        events = [t for t in events if not self.events.is_quiet(t)]
        if not events or modality(verb) != "asserted":
            return
        subjects = [t for t in self.fill(block, slots, ("subject",)) if t.kind == "Person"]
        if meeting and len(subjects) > 1 and not any(t.pos_ == "PRON" for t in slots.get("subject", ())):
            for first, second in combinations(subjects, 2):
                yield from told(first, "metWith", second, block, verb, "asserted", 0.7, "presence")
        people = self.fill(block, slots, ("subject",))
        if verb.lemma_ in COMPANY:
            people += self.fill(block, slots, ("object", "with", "object.with"))
            if any(t.lower_ in HANDED for t in slots.get("object", ())):
                people += self.fill(block, slots, ("from", "object.from"))
        elif verb.lemma_ in HANDING:
            people += self.fill(block, slots, ("to", "object.to"))
        if verb.lemma_ in SIGNING:
            people += self.fill(block, slots, ("with", "object.with", "between", "object.between"))
        named = {self.discourse.registry.of_name(block.names[t.i].name) for t in verb.sent if t.i in block.names}
        people = [t for t in dict.fromkeys(people) if t.kind == "Person" or (t.kind in there and t in named)]
        people = [t for t in people if "group" not in t.hints]
        for person, event in product(people, events):
            yield from told(person, "attended", event, block, verb, "asserted", 0.75, "presence")

    def _behind_paper(self, block: ParsedBlock, verb: Token) -> list[Thing]:
        """ "Signed an MoU on training at a ceremony": what the parser hung on what the paper is about."""
        for token in verb.doc[verb.i + 1 : verb.sent.end]:
            if token.pos_ in ("VERB", "AUX") or token.text in (";", ":"):
                break
            if token.lower_ in AT_EVENTS and token.head.pos_ in ("NOUN", "PROPN"):
                found = [e for n in token.children if n.dep_ == "pobj" for e in self.things(block, n)]
                if any(e.kind == "Event" for e in found):
                    return [e for e in found if e.kind == "Event"]
        return []
