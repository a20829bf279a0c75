"""Who was at an event in somebody's company, or for a side: "Ana Rojas met Luis Vega. She was joined by Joe Phiri",
"The session was held in Lima. The Kenyan delegation was headed by Ruth Kilonzo"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import product

from kg.extract.circumstances.attendance import in_parts, row_behind
from kg.extract.discourse.discourse import Discourse
from kg.extract.discourse.filling import SlotFiller
from kg.extract.reference.groups import LEADING, MEMBERSHIP
from kg.extract.reference.referents import Thing, fold_words
from kg.extract.relations.findings import Finding
from kg.extract.relations.meetings import MEETINGS
from kg.extract.syntax.clauses import arguments
from kg.extract.syntax.modality import modality
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token
from kg.model import Span

JOINING = frozenset(("accompany", "join", "flank", "assist"))
SENDING = LEADING | MEMBERSHIP
PRESENT = frozenset(("attended", "spokeAt"))
AT = ("at", "in", "during", "for", "to")
FARTHEST_EVENT = 900
"""Characters back within which the event was told of that company is kept at."""
SITTINGS = frozenset(
    """
    meeting session talks consultations consultation negotiations dialogue round roundtable summit reunion
    """.split()
)
"""Words for what two sides sit at."""
FARTHEST_SITTING = 1500
NEAR = 250
"""Characters back within which the last session told of is meant, not the one told of most."""


class Company(SlotFiller):
    """Ties those who accompany people to the events where these were."""

    def __init__(self, discourse: Discourse) -> None:
        super().__init__(discourse)

    def findings(self, blocks: Sequence[ParsedBlock], before: Sequence[Finding]) -> Iterator[Finding]:
        """Who came along, by what was found ``before`` of who was where."""
        present = sorted((f for f in before if f.predicate in PRESENT and f.modality == "asserted"), key=_start)
        travelled = {(f.subject, f.span) for f in before if f.predicate == "visited"}
        for block in blocks:
            for verb in block.doc:
                if verb.lemma_ in SENDING and verb.pos_ == "VERB" and modality(verb) == "asserted":
                    yield from self._for_a_side(block, verb)
                if verb.lemma_ not in JOINING or verb.pos_ != "VERB" or modality(verb) != "asserted":
                    continue
                span = block.sentence_span(verb)
                chief, members = self._party(block, verb)
                events = [t for t in self.fill(block, arguments(verb), AT) if t.kind == "Event"]
                events = events or self._where([f for f in present if f.subject in chief], chief, span, travelled)
                for member, event in product(members, events):
                    yield Finding(member, "attended", event, span, "asserted", 0.65, "in-company")

    def _for_a_side(self, block: ParsedBlock, verb: Token) -> Iterator[Finding]:
        """ "The Kenyan delegation was headed by A and included B": at the session that was told of last."""
        slots, start = arguments(verb), block.spans[verb.i].start
        main = verb if verb.dep_ != "conj" else verb.head
        sides = [t for name in ("subject", "object") for t in slots.get(name, ()) if self._is_side(t)]
        told = [(p, e) for p, e, _ in self.discourse.events.before(start) if start - p < FARTHEST_SITTING]
        told = [(p, e) for p, e in told if SITTINGS & {word for label in e.labels for word in fold_words(label)}]
        sat = [e for p, e in told if start - p < NEAR or start - told[-1][0] >= NEAR]
        if main.dep_ not in ("ROOT", "ccomp", "advcl") or not sides or not sat:
            return
        for member in self.fill(block, slots, ("object" if sides[0] in slots.get("subject", ()) else "subject",)):
            if member.kind == "Person":
                yield Finding(
                    member,
                    "attended",
                    max(reversed(sat), key=sat.count),
                    block.sentence_span(verb),
                    "asserted",
                    0.65,
                    "for-a-side",
                )

    def _is_side(self, noun: Token) -> bool:
        groups = self.discourse.groups
        return groups.visiting(noun) or (noun.lower_ == "side" and groups.nationality(noun)[0] is not None)

    def _where(
        self, there: Sequence[Finding], chief: Sequence[Thing], span: Span, travelled: Container[tuple[Thing, Span]]
    ) -> list[Thing]:
        """The event where those with company were: in the same sentence, or the talks or else the event told of last;
        none where the company is that of a journey."""
        here = [f.object for f in there if f.span == span]
        if here or any((who, span) in travelled for who in chief):
            return [t for t in dict.fromkeys(here) if isinstance(t, Thing)]
        near = [f.object for f in there if 0 <= span.start - f.span.end < FARTHEST_EVENT]
        events = [t for t in near if isinstance(t, Thing)]
        return [t for t in events if t.hints.get("noun") in MEETINGS][-1:] or events[-1:]

    def _party(self, block: ParsedBlock, verb: Token) -> tuple[list[Thing], list[Thing]]:
        """Those who have company, and those who keep it."""
        slots = arguments(verb)
        above = arguments(verb.head) if verb.dep_ == "advcl" and not slots.get("object") else slots
        chief = self.fill(block, above, ("object" if above is slots else "subject",))[:1]
        members = self.fill(block, slots, ("subject",))
        agent = next((c for c in verb.children if c.dep_ == "agent" and in_parts(c)), None)
        if agent is not None:
            masked = [block.names[t.i].name for t in row_behind(block, agent) if t.i in block.names]
            members = [self.discourse.registry.of_name(name) for name in masked]
        return [t for t in chief if t.kind == "Person"], [t for t in members if t.kind == "Person" and t not in chief]


def _start(finding: Finding) -> int:
    return finding.span.start
