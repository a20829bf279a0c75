"""Applies frames to the parsed blocks of an article: from words that evoke a relation to statements about things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from kg.extract.discourse.discourse import Discourse
from kg.extract.discourse.event_nouns import is_day
from kg.extract.discourse.events import EventBook
from kg.extract.discourse.filling import SlotFiller
from kg.extract.discourse.implied import Implied
from kg.extract.frames import INSTRUMENT, MOU, Frame, FrameSet
from kg.extract.reference.referents import Thing
from kg.extract.relations.delegations import Delegations, named
from kg.extract.relations.entries import of_place, those_meant
from kg.extract.relations.findings import Finding, Signing, counted, told
from kg.extract.relations.gatherings import Gatherings
from kg.extract.relations.journeys import Journeys
from kg.extract.relations.named_later import NamedLater
from kg.extract.relations.pairs import (
    ALONE,
    is_sitting,
    left_open,
    may_bind,
    met_somebody,
    of_one_side,
    only_agents,
    related,
    row_by_row,
    seen,
    without_seats,
    without_strays,
)
from kg.extract.relations.presence import Presence
from kg.extract.relations.speakers import with_row
from kg.extract.relations.subject_matter import subject_matter
from kg.extract.syntax.alongside import between_behind
from kg.extract.syntax.clauses import Slots, arguments, is_passive, objects_of, slots_of_object
from kg.extract.syntax.conditions import AGREEMENT_VERBS, Conditions
from kg.extract.syntax.derived import derived
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token
from kg.model import Modality
from kg.vocabulary import Vocabulary

ATTENDING = frozenset(
    "attend join witness address open chair grace cover skip organise organize convene arrange".split()
)
"""Verbs of being at an event, or seeing to it, whose subjects need not be those who meet there."""
AUDIENCES = frozenset(("students", "reporters", "journalists", "parliament", "lawmakers", "media", "press"))
BINDING = frozenset(("signedMoUWith", "signedAgreementWith"))
"""Relations of those for whom people act, not of these people."""
BINDERS = MOU | INSTRUMENT
NO_EVENT = frozenset(("discussion", "discussions", "consultation", "consultations", "appointment"))
"""Nouns that tell of a meeting and name none."""
SERVING = frozenset(("organized", "promotes", "attended"))
WITNESSING = frozenset(("in-the-presence-of", "witness"))


class Matcher(SlotFiller):
    """Finds what the frames see in an article."""

    def __init__(
        self,
        frames: FrameSet,
        vocabulary: Vocabulary,
        discourse: Discourse,
        events: EventBook,
        employers: dict[Thing, list[Thing]],
    ) -> None:
        self.frames = frames
        self.vocabulary = vocabulary
        super().__init__(discourse)
        self.events = events
        self.employers = employers
        self.signings: list[Signing] = []
        self.gatherings = Gatherings(events, self.signings)
        self.conditions = Conditions()
        self.presence = Presence(discourse, events)
        self.implied = Implied(discourse, employers)
        self.delegations = Delegations(discourse, employers)
        self.journeys = Journeys(discourse, employers, self.delegations)
        self.named_later = NamedLater(discourse)

    def match(self, blocks: Sequence[ParsedBlock]) -> Iterator[Finding]:
        """The findings of all frames, in text order."""
        for block in blocks:
            self.conditions.enter(block)
            for token in block.doc:
                yield from self.presence.findings(block, token)
                self.delegations.note(block, token)
                yield from named(map(self.delegations.tell, self.journeys.findings(block, token)))
                yield from named(map(self.delegations.tell, self._token(block, token)))
                yield from self.named_later.findings(block, token)
        yield from self.delegations.shared()

    def _token(self, block: ParsedBlock, token: Token) -> Iterator[Finding]:
        masked = block.names.get(token.i)
        if masked and masked.name.kind != "Agreement":
            return
        lemma = (masked.name.head or "") if masked else token.lemma_.casefold()
        if (
            token.lower_ in ("another", "one", "other")
            and token.dep_ not in ("det", "nummod", "amod")
            and between_behind(token)
        ):
            frames = self.frames.of_noun(self.conditions.last_instrument(block, token))
        elif masked or token.pos_ in ("NOUN", "PROPN"):
            frames = self.frames.of_noun("" if token.lower_ == "talks" else lemma) or self.frames.of_noun(token.lower_)
        elif token.pos_ in ("VERB", "AUX"):
            frames = self.frames.of_verb(lemma)
        else:
            return
        if not frames:
            return
        slots = arguments(token)
        if token.pos_ != "VERB" and self.conditions.instrument(block, token) in BINDERS:
            slots["between"] = between_behind(token) or slots.get("between", [])
        elif lemma in AGREEMENT_VERBS and is_passive(token) and not slots.get("subject"):
            slots["between"] = slots.get("between") or between_behind(token)
        slots = derived(token, slots, self.frames.needs(frames))
        for frame in frames:
            yield from self._frame(frame, block, token, slots)

    def _frame(self, frame: Frame, block: ParsedBlock, token: Token, slots: Slots) -> Iterator[Finding]:
        theme = self.conditions.theme(frame, block, token, slots)
        if theme is False or not self.conditions.fits(frame, block, token, slots):
            return
        asked = theme if isinstance(theme, Token) else None
        if asked is not None and asked not in slots.get("object", ()):
            slots = {**slots_of_object(asked), **slots}
        if asked is not None and objects_of(asked, "between") and "object.between" in slots:
            own = objects_of(asked, "between")  # of two instruments, the one asked for
            slots = {**slots, "object.between": own, "between": []}
        said = self.conditions.said(frame, token, asked)
        if frame.pair:
            for each in row_by_row(frame, slots):
                yield from self._pairs(frame, block, token, each, said, asked)
        else:
            yield from self._arrows(frame, block, token, slots, said)

    def _pairs(
        self, frame: Frame, block: ParsedBlock, token: Token, slots: Slots, said: Modality, theme: Token | None
    ) -> Iterator[Finding]:
        if not slots.get("with") and (token.head.lemma_ in ATTENDING or self._theirs(block, slots)):
            slots = {name: tokens for name, tokens in slots.items() if name not in ("holder", "clause-subject")}
        groups = self._sides(frame, block, token, slots)
        if groups is None:
            return
        signers: list[Thing] = []
        if binding := frame.relation in BINDING:
            signers = [t for group in groups for t in group if t.kind == "Person"]
            told_between = len(groups) > 1 and len([t for t in groups[-1] if t.kind != "Person"]) > 1
            if told_between and (slots.get("between") or slots.get("object.between")):
                groups = groups[-1:]
            groups = [self._parties(group) for group in groups if group]
        pairs = list(related(self.apart(block, slots, groups)))
        pairs = [p for p in pairs if not (binding and of_one_side(*p)) and not self._at_home(*p)]
        pairs = [(a, b) for a, b in pairs if len(groups) > 1 or not self._at_home(b, a)]
        pairs = self.within_parts(block, pairs) if binding else pairs
        if binding or frame.relation == "cooperatesWith":
            pairs = [p for p in pairs if may_bind(*p, people=not binding)]
        confidence = frame.confidence
        unnamed = binding and not pairs and theme is not None and frame.nouns != {"ceremony"}
        if unnamed and theme is not None:
            bodies = [t for group in groups for t in group if t.kind != "Person"]
            pairs, confidence = self.implied.purposed(block, theme, bodies) or self.implied.acting(block, theme), 0.7
        serving = any(t.kind != "Person" or t in self.employers for group in groups for t in group)
        if unnamed and not pairs and not serving:
            before = [frozenset(s.parties) for s in self.signings if s.modality == "asserted" and s.frame == frame.id]
            pairs, confidence = self.implied.parties(block, token, slots, before), 0.6
        rule = "went-to-meet" if self.conditions.met_there(frame, token) else frame.id
        for first, second in pairs:
            yield from told(first, frame.relation, second, block, token, said, confidence, rule)
        if frame.relation == "cooperatesWith" and said in ("asserted", "planned") and pairs:
            self.implied.met = block.spans[token.i].start, pairs
        if frame.relation == "metWith" and said == "asserted" and (pairs or met_somebody(frame, groups)):
            self.gatherings.met, self.gatherings.pairs = (block, token), pairs
            self.implied.met = block.spans[token.i].start, pairs
        event = self.events.at(block, token) if frame.relation == "metWith" else None
        if event is not None and token.lower_ not in NO_EVENT:
            for thing in dict.fromkeys(t for pair in pairs for t in pair):
                yield from told(thing, "attended", event, block, token, said, confidence, frame.id)
        if binding and pairs:
            self._signed(frame, block, token, said, theme, pairs, signers, confidence)

    def _sides(self, frame: Frame, block: ParsedBlock, token: Token, slots: Slots) -> list[list[Thing]] | None:
        """Those who stand on each side of a pair; None where the frame does not hold."""
        binding = frame.relation in BINDING
        fill = self.parties if binding else self.fill
        groups = [only_agents(fill(block, slots, names)) for names in frame.pair]
        principals: list[Thing] = []
        if "on-behalf-of" in frame.pair[0]:
            principals = only_agents(self.fill(block, slots, ("on-behalf-of", "object.of")))
        if principals and (groups[1] or slots.get("on-behalf-of")):
            groups[0] = principals
        self.implied.note(frame, block, token, self._parties(groups[0])[:1] if binding else ())
        if (frame.relation == "metWith" and len(groups) == 2) or (binding and len(groups) > 1):
            for hosts, names in zip(groups[:2], reversed(frame.pair[:2]), strict=True):
                those = [t for name in names for t in slots.get(name, ())]
                self.named_later.note(frame.relation, block, token, self._parties(hosts) if binding else hosts, those)
        if len(groups) == 2 and groups[0] and not groups[1] and not self._alone(frame, slots):
            return None
        if frame.named_both and not any(groups[1:]) and not self.told_who(block, slots, groups[0]):
            return None
        if frame.relation == "metWith":
            groups = [[t for t in group if t.kind != "Place" or "iso" in t.hints] for group in groups]
        if len(groups) == 2 and not groups[0] and groups[1]:
            signers = (self.delegations.visitors(token) or self.implied.signer(frame, block, token)) if binding else []
            host = signers or (self.implied.host(block, token) if frame.id == "meeting-with" else [])
            if not host or host[0] in groups[1]:
                return None
            groups[0] = host
        if binding and len(groups) > 2 and not groups[0] and groups[1] and not groups[2]:
            groups[0] = self.implied.signer(frame, block, token) or groups.pop(1)[:0]
        if binding or frame.relation == "cooperatesWith":
            groups = [without_seats(group) for group in groups]
        groups = [group for group in groups if group]
        return seen(frame, slots, groups)

    def _signed(
        self,
        frame: Frame,
        block: ParsedBlock,
        token: Token,
        said: Modality,
        theme: Token | None,
        pairs: Sequence[tuple[Thing, Thing]],
        signers: Sequence[Thing],
        confidence: float,
    ) -> None:
        """Remember a signing, for all that the article tells of it later."""
        instrument = "MoU" if frame.relation == "signedMoUWith" else self.conditions.instrument(block, theme or token)
        parties = tuple(dict.fromkeys(t for pair in pairs for t in pair))
        self.conditions.told = instrument.casefold()
        self.signings.append(
            Signing(
                frame.id,
                instrument,
                parties,
                tuple(signers),
                token,
                block,
                said,
                confidence,
                counted(theme or token),
                subject_matter(block, theme or token),
            )
        )

    def _theirs(self, block: ParsedBlock, slots: Slots) -> bool:
        """Whether those who meet or work together stand behind the noun: "A praised the cooperation of B and C"."""
        return len(only_agents(self.fill(block, slots, ("of", "between")))) > 1

    def _at_home(self, first: Thing, second: Thing) -> bool:
        """Whether the one is the other's own country or body: nobody meets, or signs with, those they act for."""
        own = first.kind == "Organization" and first in self.employers.get(second, ())
        return own or second in self.employers.get(first, ())

    def _alone(self, frame: Frame, slots: Slots) -> bool:
        """Whether those of the first slots may be related: "A and B met", not "A and B attended a meeting"."""
        alone = [t for n in ALONE if n in frame.pair[0] for t in slots.get(n, ())]
        together = len(alone) == 1 and self.discourse.groups.visiting(alone[0]) and alone[0].tag_ == "NN"
        return not frame.people and bool(alone) and not together and not left_open(frame, slots)

    def _parties(self, group: Sequence[Thing]) -> list[Thing]:
        """Whom the agreement binds: who signs on a body's behalf does not replace the body."""
        parties: list[Thing] = []
        for thing in group:
            employers = self.employers.get(thing, [])
            chosen = [e for e in employers if e.kind == "Organization"][:1] or employers[:1]
            parties += chosen if thing.kind == "Person" else [thing]
        return list(dict.fromkeys(parties or group))

    def _arrows(
        self, frame: Frame, block: ParsedBlock, token: Token, slots: Slots, said: Modality
    ) -> Iterator[Finding]:
        if frame.relation == "visited":
            slots = self.journeys.slots(token, slots)
        starts = self.fill(block, slots, frame.starts)
        ends = self.fill(block, of_place(frame, block, slots, self.discourse.lexicon.title_heads), frame.ends)
        if frame.subject_nouns:
            starts += [t for t in self.contrasted(block, token) if t not in starts]
        relation = self.vocabulary.relations[frame.relation]
        confidence = frame.confidence
        if frame.not_quiet and frame.relation == "heldIn":
            starts = [t for t in starts if not self.events.is_quiet(t)]
        if frame.relation == "spokeAt" and starts:
            starts = with_row(self.discourse.registry, block, token, starts)
        starts = those_meant(self.discourse.registry, frame, block, token, starts)
        starts, ends = without_strays(frame.relation, starts, ends)
        if "Event" in relation.range:
            starts, ends = self._at_event(frame, block, token, slots, starts, ends)
        if (
            frame.focus
            and starts
            and not any(c.lower_ == "had" and c.dep_ == "aux" for c in token.children)  # before, elsewhere
            and "Event" in relation.range
            and not ends
            and not self._elsewhere(block, frame, slots)
        ):
            event = self.gatherings.focus(frame, block, token, starts)
            own = ("Place",) if "delegation" in frame.subject_nouns else ()  # a country's delegation is the country
            starts = [t for t in starts if "group" not in t.hints and t.kind not in own]
            if frame.id == "accompany" and self.delegations.told_of(starts):
                return
            ends, confidence = ([event], confidence - 0.1) if event else ([], 0)
        if frame.relation == "represents":
            meant = (self.discourse.groups.country_of.get(t, t) for t in ends)
            ends = [t for t in meant if "group" not in t.hints]
            starts = [t for t in starts if t.kind == "Person"]
            if frame.id == "on-behalf-of" and (len(starts) > 1 or token.i - 2 in block.names):
                starts = [t for t in starts if t not in self.employers]
        if frame.relation == "visited":
            starts, ends = self.journeys.settled(block, frame, token, slots, starts, ends)
            ends = [t for t in ends if "group" not in t.hints]
            if said == "asserted" and starts and ends and ends[0].kind == "Organization":
                self.implied.met = block.spans[token.i].start, [(starts[0], ends[0])]
        if frame.relation in ("promotes", "established") and not starts and "subject" in frame.starts:
            starts = self._agreed_parties(slots)
        for start, end in product(starts, ends):
            at_home = frame.relation == "visited" and self.journeys.at_home(frame, start, end)
            if at_home or (frame.relation == "cooperatesWith" and not may_bind(start, end, people=True)):
                continue
            if start is not end and self.vocabulary.accepts(frame.relation, start.kind, end.kind):
                yield from told(start, frame.relation, end, block, token, said, confidence, frame.id)
                if frame.relation == "spokeAt" and said == "asserted":
                    self.gatherings.spoken = block.spans[token.i].start, end
                if frame.relation == "visited" and token.pos_ == "NOUN":
                    yield from self._visit(start, end, block, token, said, confidence, frame.id)

    def _at_event(
        self,
        frame: Frame,
        block: ParsedBlock,
        token: Token,
        slots: Slots,
        starts: list[Thing],
        ends: list[Thing],
    ) -> tuple[list[Thing], list[Thing]]:
        """Those who may be at, or hold, an event, and the event that the clause means: "it", "there", the signing."""
        who = "Person" if "Person" in self.vocabulary.relations[frame.relation].domain else "Organization"
        ends = [t for t in ends if self.vocabulary.accepts(frame.relation, who, t.kind)]
        starts = [t for t in starts if not is_sitting(t)]
        if frame.bodies:
            starts = [t for t in starts if (t.kind == "Organization" and "group" not in t.hints) or "iso" in t.hints]
        if frame.not_quiet:
            quiet = ("meeting", "meetings") if frame.bodies else ()
            ends = [t for t in ends if t.kind == "Event" and not self.events.is_quiet(t)]
            ends = [t for t in ends if t.hints.get("noun") not in quiet or "general" in t.label]
        if not ends and frame.relation in SERVING and "subject" not in frame.ends:
            ends = self.gatherings.served(frame.relation, block, token)
        if not ends and any(t.lower_ == "it" for n in frame.ends for t in slots.get(n, [])):
            last = [t for _, t, _ in self.events.before(block.spans[token.i].start)]
            ends = last[-1:]
        if not ends and frame.id in WITNESSING and token.lemma_ in AGREEMENT_VERBS:
            ends = [self.events.signing(block, token)] if starts else []
        there = [c for c in (*token.children, *token.head.children) if c.lower_ == "there" and c.dep_ == "advmod"]
        if there and not ends and "at" in frame.ends:
            told_before = self.events.before(block.spans[token.sent.start].start - 1)
            ends = [t for _, t, _ in told_before if not self.events.is_quiet(t) and not is_day(t)][-1:]
        return starts, ends

    def _visit(
        self,
        visitor: Thing,
        place: Thing,
        block: ParsedBlock,
        token: Token,
        said: Modality,
        confidence: float,
        frame: str,
    ) -> Iterator[Finding]:
        """A visit that has a noun of its own is an event: who came, and where it led."""
        event = self.events.at(block, token)
        if event is None:
            return
        yield from told(visitor, "attended", event, block, token, said, confidence, frame)
        if place.kind == "Place":
            settled: Modality = "negated" if said == "negated" else "asserted"
            yield from told(event, "heldIn", place, block, token, settled, confidence, frame)
            label = f"{token.lemma_} to {place.label}"
            event.label = label if event.label in (token.text, token.lemma_) else event.label
            event.labels[label] += 1

    def _agreed_parties(self, slots: Slots) -> list[Thing]:
        """ "The agreement aims to promote …": those that the last agreement binds."""
        subjects = {t.lemma_.casefold() for t in slots.get("subject", [])}
        told = self.signings and subjects & (MOU | {"agreement", "deal", "pact", "partnership", "memorandum"})
        return list(self.signings[-1].parties) if told else []

    def _elsewhere(self, block: ParsedBlock, frame: Frame, slots: Slots) -> bool:
        """Whether the clause names where it happened, and that is no event: "gave a talk at the Faculty"."""
        for name in frame.ends:
            for token in slots.get(name, []):
                body = any(t.kind in ("Organization", "Place") for t in self.things(block, token))
                if name in ("at", "to") and (body or token.lower_ in AUDIENCES):
                    return True
        return False
