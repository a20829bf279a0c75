"""The event that speakers, those present, hosts and sponsors belong to where their clause names none."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.discourse.events import EventBook
from kg.extract.frames import Frame
from kg.extract.reference.referents import Thing
from kg.extract.relations.findings import Signing
from kg.extract.syntax.clauses import arguments
from kg.extract.syntax.conditions import AGREEMENT_VERBS
from kg.extract.syntax.modality import modality
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import FINITE, Token

FARTHEST_SPEECH = 600
"""Characters back within which a speech was given at the event where the next one is."""
LONGEST_FRONT = 2
"""Words that a participle which opens a sentence has before it: "Jointly organised by"."""
FARTHEST_SIGNING = 300
"""Characters back from those who looked on to the signing."""
HOLDING = frozenset("hold organise organize host co-host convene stage conduct run arrange mount".split())
WATCHING = frozenset(("look-on", "watch-as"))
PRESENT = frozenset(("present-at", "in-attendance", "look-on", "attended-it", "among-those", "participants-included"))


class Gatherings:
    """Keeps what the article has told of last: a speech, a meeting, and the ``signings`` that the matcher finds."""

    def __init__(self, events: EventBook, signings: Sequence[Signing]) -> None:
        self.events = events
        self.signings = signings
        self.met: tuple[ParsedBlock, Token] | None = None
        self.pairs: Sequence[tuple[Thing, Thing]] = ()
        self.spoken: tuple[int, Thing] | None = None

    def focus(self, frame: Frame, block: ParsedBlock, token: Token, people: Sequence[Thing]) -> Thing | None:
        """The event that a speech or somebody's presence belongs to where the clause names none: the one in focus; for
        presence also the signing that was told of last, or else the meeting."""
        position = block.spans[token.i].start
        watched = next((c for c in token.children if _signed_then(c)), None) if frame.id in WATCHING else None
        if watched is not None or frame.id == "watch-as":
            return self.events.signing(block, watched) if watched is not None else None
        if frame.id == "look-on" and (signing := self._signed_just_before(position)) is not None:
            return signing
        if frame.named and not any(position - p < FARTHEST_SPEECH for p, _, _ in self.events.before(position)[-1:]):
            return None
        spoken = self.spoken if frame.relation == "spokeAt" else None
        event = spoken[1] if spoken and position - spoken[0] < FARTHEST_SPEECH else self.events.in_focus(position)
        if event is not None and frame.relation == "spokeAt" and self._met_since(event, position, people):
            return None
        if event is not None and frame.not_quiet and event.hints.get("noun") == "meeting":
            return None
        if event is not None or frame.relation != "attended":
            return event
        return self.gathering(position, met=frame.id in PRESENT)

    def served(self, relation: str, block: ParsedBlock, token: Token) -> list[Thing]:
        """The event that a participle, or help with what a verb tells of, leaves to its sentence: "met for a seminar,
        organised by A and funded by B", "Hosted by A with funding from B, a seminar …"."""
        if token.pos_ == "NOUN":
            if relation != "promotes":
                return []
            verb = next((a for a in token.ancestors if a.pos_ == "VERB"), None)
            if verb is None or verb.lemma_ not in HOLDING:
                return []
            held = [e for n in arguments(verb).get("object", ()) if (e := self.events.at(block, n)) is not None]
            return held[:1] or self.served("organized", block, verb)
        joined = token.dep_ == "conj" and token.head.tag_ == "VBN"
        verb = token.head if joined else token
        if token.tag_ != "VBN" or verb.dep_ not in ("acl", "advcl"):
            return []
        start, sentence = block.spans[verb.i].start, block.sentence_span(verb)
        before = [t for p, t, _ in self.events.before(start) if p >= sentence.start]
        if relation == "organized" and before:
            return before[-1:]
        if verb.i - verb.sent.start < LONGEST_FRONT and relation != "attended":
            clause = next((block.spans[t.i].start for t in verb.sent if t.tag_ in FINITE), sentence.end)
            return [t for p, t, _ in self.events.before(clause) if p > start][:1]
        event = self._just_before(block, verb)
        return [event] if event is not None else []

    def _just_before(self, block: ParsedBlock, participle: Token) -> Thing | None:
        """The event that the phrase before a participle's comma is about: "a seminar on the law of the sea, funded"."""
        above = participle.nbor(-2) if participle.nbor(-1).text == "," else participle
        while above.pos_ not in ("VERB", "AUX") and above.head != above:
            event = self.events.at(block, above)
            if event is not None:
                return event
            above = above.head
        return None

    def _met_since(self, event: Thing, position: int, people: Sequence[Thing]) -> bool:
        """Whether one of those people has met somebody since the article last told of the event: "She also met Ana
        Rojas. 'Our ties are strong,' Ana Rojas told her guest"."""
        if self.met is None or not any(t in pair for pair in self.pairs for t in people):
            return False
        block, verb = self.met
        told = max((start for start, thing, _ in self.events.before(position) if thing is event), default=0)
        return block.spans[verb.i].start > told

    def gathering(self, position: int, *, met: bool = True) -> Thing | None:
        """The event that those present are at where none with a name or noun of its own is in focus: the talks told of
        last, or what the article tells of by its verbs alone, the last signing, or else the last meeting."""
        sat = self.events.sat_at(position) if met else None
        if sat is not None:
            return sat
        done = [s for s in self.signings if s.modality == "asserted"]
        if done:
            return self.events.signing(done[-1].block, done[-1].token)
        return self.events.verbal.make("meeting", *self.met) if self.met and met else None

    def _signed_just_before(self, position: int) -> Thing | None:
        """The signing that the sentence before tells of by its verb: those who "looked on" looked on there."""
        done = [s for s in self.signings if s.modality == "asserted" and s.token.pos_ == "VERB"]
        if not done or position - done[-1].block.spans[done[-1].token.i].start > FARTHEST_SIGNING:
            return None
        return self.events.signing(done[-1].block, done[-1].token)


def _signed_then(clause: Token) -> bool:
    """ "Looked on as A and B signed the accord": what was signed the while."""
    marked = any(c.lower_ in ("as", "while", "when") for c in clause.children)
    return marked and clause.dep_ == "advcl" and clause.lemma_ in AGREEMENT_VERBS and modality(clause) == "asserted"
