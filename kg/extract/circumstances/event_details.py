"""What surrounds events: when and where they were held, who was there without a verb, how many agreements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract.circumstances.abroad import abroad
from kg.extract.circumstances.circumstances import Circumstances
from kg.extract.circumstances.company import Company
from kg.extract.circumstances.deeds import Deeds
from kg.extract.circumstances.turns import Turns
from kg.extract.discourse.discourse import Discourse
from kg.extract.discourse.events import EventBook
from kg.extract.frames import INSTRUMENT, MOU
from kg.extract.naming.body_signs import SIDELINES
from kg.extract.reference.referents import Registry, Thing, fold_words
from kg.extract.relations.delegations import VISITS
from kg.extract.relations.findings import Finding, Signing, counted
from kg.extract.relations.meetings import MEETINGS, Meetings
from kg.extract.syntax.alongside import with_inner
from kg.extract.syntax.clauses import arguments, objects_of
from kg.extract.syntax.modality import modality
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token
from kg.model import Literal, Span

MEETING_VERBS = frozenset(
    "meet receive welcome hold host confer pay make discuss review have conduct talk speak call exchange".split()
)
SPEAKING = frozenset("speak address deliver talk inaugurate".split())
SAYING = frozenset(
    "say stress call urge emphasise emphasize state reiterate announce underline assure tell report".split()
)
HAVING = frozenset(("hold", "have", "conduct", "convene"))
COMING = frozenset("arrive come land fly begin start visit pay travel host".split())
ARRIVALS = frozenset(("airport", "arrival", "tarmac"))
FARTHEST_VISIT = 800
SIGNING = frozenset(("sign", "ink", "exchange", "initial"))
PRONOUNS = frozenset(("it", "they", "which"))
PAPERS = frozenset(("papers", "documents", "document", "instruments", "notes"))
PAIR = 2
OCCASIONS = frozenset(("during", "at", "after", "following", "in", "on"))
"""What leads to that at which something was signed."""
GIVEN = frozenset(
    """
    reception seminar webinar workshop forum conference fair festival exhibition breakfast luncheon lunch dinner gala
    banquet briefing roundtable symposium
    """.split()
)
"""Events that a body gives whose they are."""
SIGNED = frozenset("sign ink conclude signing signature exchange reach clinch seal".split())


class EventDetails:
    """Reads the particulars of an article's events."""

    def __init__(
        self, registry: Registry, events: EventBook, discourse: Discourse, circumstances: Circumstances
    ) -> None:
        self.registry = registry
        self.events = events
        self.discourse = discourse
        self.circumstances = circumstances

    def findings(
        self, blocks: Sequence[ParsedBlock], signings: Sequence[Signing], before: Sequence[Finding]
    ) -> Iterator[Finding]:
        """All particulars, in text order within each kind; ``before`` is what the frames found."""
        found: list[Finding] = []
        for block in blocks:
            for token in block.doc:
                event = self.events.at(block, token)
                if event is not None:
                    found += self._with_people(block, token, event)
                    if token.lower_ in GIVEN:
                        found += self._owner(block, token, event)
            found += self._counts(block)
        found += self._at_the_signing(blocks, signings)
        found += self.circumstances.findings(blocks, [*before, *found])
        found += Deeds(self.registry, self.discourse, self.circumstances).findings(blocks, [*before, *found])
        found += self._travellers([*before, *found])
        arrivals = {b.sentence_span(t) for b in blocks for t in b.doc if _arriving(b, t)}
        meetings = Meetings(self.registry, arrivals, self._aside(blocks))
        found += list(meetings.findings([*before, *found]))
        found += self._of_meetings(blocks, meetings.spans, [*before, *found])
        found += self._of_visits(blocks, [*before, *found])
        found += self._of_speeches(blocks, [*before, *found])
        found += self._on_the_sidelines(blocks, [*before, *found])
        found += Turns(self.discourse).findings(blocks, [*before, *found])
        found += Company(self.discourse).findings(blocks, [*before, *found])
        found += abroad([*before, *found], self.discourse.envoys())
        yield from found

    def _on_the_sidelines(self, blocks: Sequence[ParsedBlock], before: Sequence[Finding]) -> Iterator[Finding]:
        """What is held on the sidelines of a summit is held where the summit is."""
        held = [f for f in before if f.predicate == "heldIn" and isinstance(f.object, Thing)]
        held.sort(key=lambda f: isinstance(f.object, Thing) and "iso" not in f.object.hints)
        places = {f.subject: f.object for f in held}
        for block in blocks:
            for token in (t for t in block.doc if t.lower_ in SIDELINES):
                large = [e for n in objects_of(token, "of") if (e := self.events.at(block, n)) is not None]
                place = places.get(large[0]) if large else None
                span = block.sentence_span(token)
                here = [e for t in token.sent if (e := self.events.at(block, t)) is not None and e not in large]
                here += [
                    f.object
                    for f in before
                    if f.frame == "the-meeting"
                    and f.span == span
                    and isinstance(f.object, Thing)
                    and f.object.kind == "Event"
                ]
                for event in dict.fromkeys(here):
                    if isinstance(place, Thing) and event not in places and event.hints.get("noun") not in VISITS:
                        yield Finding(event, "heldIn", place, span, "asserted", 0.65, "on-the-sidelines")

    def _aside(self, blocks: Sequence[ParsedBlock]) -> list[Thing]:
        """The events on whose sidelines something else was."""
        nouns = [(b, n) for b in blocks for t in b.doc if t.lower_ in SIDELINES for n in objects_of(t, "of")]
        return [event for b, n in nouns if (event := self.events.at(b, n)) is not None]

    def _of_meetings(
        self, blocks: Sequence[ParsedBlock], met: Mapping[Thing, Sequence[Span]], before: Sequence[Finding]
    ) -> Iterator[Finding]:
        """Day and place of a meeting by the sentences that say who met whom: "A met B in Lima on Friday"."""
        told = {(f.subject, f.predicate) for f in before}
        for event, spans in met.items():
            for span in sorted(set(spans)):
                verb = _verb_of(blocks, span, MEETING_VERBS)
                found = list(self.circumstances.of_sentence(*verb, event, "the-meeting")) if verb is not None else []
                yield from (f for f in found if (event, f.predicate) not in told)
                told |= {(event, f.predicate) for f in found}

    def _of_speeches(self, blocks: Sequence[ParsedBlock], before: Sequence[Finding]) -> Iterator[Finding]:
        """ "Ana Rojas said on Monday that … Speaking at a seminar in Lima, she added": the seminar was on that day."""
        told = {f.subject for f in before if f.predicate == "heldOn"}
        speeches = {f.span: f for f in before if f.predicate == "spokeAt" and f.modality == "asserted"}
        said: list[tuple[ParsedBlock, Token]] = []
        for block in blocks:
            for token in block.doc:
                if token.lemma_ in SAYING and token.pos_ == "VERB":
                    said.append((block, token))
                if token.lemma_ not in SPEAKING or token.tag_ != "VBG":
                    continue
                speech = speeches.get(block.sentence_span(token))
                if speech is None or not isinstance(speech.object, Thing) or speech.object in told:
                    continue
                for where, verb in reversed(said):
                    if speech.span.start - where.spans[verb.i].start > FARTHEST_VISIT:
                        break
                    if speech.subject in self._subjects(where, verb) and not self._tells_of_event(where, verb):
                        found = self.circumstances.of_sentence(where, verb, speech.object, "said-that-day")
                        yield from (f for f in found if f.predicate == "heldOn")
                        break

    def _tells_of_event(self, block: ParsedBlock, verb: Token) -> bool:
        return any(self.events.at(block, t) for t in verb.sent)

    def _of_visits(self, blocks: Sequence[ParsedBlock], before: Sequence[Finding]) -> Iterator[Finding]:
        """A visit goes where the visitors are last said to have gone: "She visited Peru. During the visit …"; they are
        those who make it, and it begins when they come."""
        told = {(f.subject, f.predicate) for f in before if f.predicate in ("heldIn", "heldOn")}
        gone = [f for f in before if f.predicate == "visited" and f.modality in ("asserted", "planned")]
        gone = [f for f in gone if isinstance(f.object, Thing)]
        made = {f.object for f in before if f.predicate == "attended"}
        for event in self.registry.of_kind("Event"):
            if event.hints.get("noun") not in ("visit", "trip"):
                continue
            near = [f for f in gone if _tells_of(f.span, event)]
            last = [f for f in near if f.span == near[-1].span]
            places = [f for f in near if isinstance(f.object, Thing) and f.object.kind == "Place"]
            places = [f for f in places if f.span == places[-1].span]
            known = [f for f in places if isinstance(f.object, Thing) and f.object.place is not None]
            for finding in (known or places) if (event, "heldIn") not in told else ():
                yield replace(
                    finding,
                    subject=event,
                    predicate="heldIn",
                    modality="asserted",
                    confidence=0.65,
                    frame="visit-there",
                )
            came = [f for f in last if f.modality == "asserted" and f.subject.kind == "Person"]
            for finding in came if event not in made else ():
                yield replace(finding, predicate="attended", object=event, confidence=0.65, frame="visit-there")
            verb = _verb_of(blocks, came[0].span, COMING) if came and (event, "heldOn") not in told else None
            if verb is not None:
                found = self.circumstances.of_sentence(*verb, event, "visit-there")
                yield from (f for f in found if f.predicate == "heldOn")

    def _with_people(self, block: ParsedBlock, token: Token, event: Thing) -> Iterator[Finding]:
        """ "Luis Vega held a meeting with Ana Rojas": both were there."""
        if (self.events.is_quiet(event) and token.lower_ != "talks") or modality(token) != "asserted":
            return
        holding = token.dep_ == "dobj" and token.head.lemma_ in HAVING and event.hints.get("noun") in MEETINGS
        for person in self._subjects(block, token.head) if holding else ():
            if person.kind == "Person":
                yield Finding(person, "attended", event, block.sentence_span(token), "asserted", 0.75, "event-with")
        preps = [t for t in token.subtree if t.lower_ == "with" and t.i > token.i and _leads_back(t, token)]
        nouns = [n for t in preps for n in t.children if n.dep_ == "pobj"]
        there = [t for n in nouns for t in self.discourse.things(block, n) if t.kind == "Person"]
        if token.i in block.names:  # "the Political Consultations between Kenya and Peru"
            sides = [t for n in objects_of(token, "between") for t in self.discourse.things(block, n)]
            there += sides if all("iso" in t.hints for t in sides) else []
        for each in there:
            yield Finding(each, "attended", event, block.sentence_span(token), "asserted", 0.75, "event-with")

    def _owner(self, block: ParsedBlock, token: Token, event: Thing) -> Iterator[Finding]:
        """ "At the Embassy's reception": whose it is, who gives it."""
        owners = [c for c in token.children if c.dep_ == "poss"]
        things = [t for n in owners for t in self.discourse.things(block, n)[:1]]
        bodies = [t for t in things if t.kind == "Organization" and "group" not in t.hints]
        for body in bodies if modality(token) == "asserted" else ():
            yield Finding(body, "organized", event, block.sentence_span(token), "asserted", 0.7, "event-of-body")

    def _subjects(self, block: ParsedBlock, verb: Token) -> list[Thing]:
        return [t for noun in arguments(verb).get("subject", ()) for t in self.discourse.things(block, noun)]

    def _counts(self, block: ParsedBlock) -> Iterator[Finding]:
        """ "25 MoUs were signed at the forum", "the Expo ended with the signing of 23 contracts"."""
        for token in block.doc:
            noun = token.lemma_.casefold()
            count = counted(token) if noun in MOU or noun in INSTRUMENT else None
            if count is None or count < 2:
                continue
            signed = [t for t in token.sent if t.lemma_.casefold() in SIGNED]
            event = self._occasion(block, token) if signed else None
            if event is not None:
                said = modality(next((t for t in signed if t.pos_ == "VERB"), signed[0]))
                value = Literal(str(count), "integer")
                rule = "count-during" if self._passing(event) else "agreement-count"
                yield Finding(event, "agreementCount", value, block.sentence_span(token), said, 0.8, rule)

    def _passing(self, event: Thing) -> bool:
        """Whether an event is a visit, talks or a signing, at which those sign whose agreements are counted, too."""
        return self.events.is_quiet(event) or event.hints.get("noun") in ("signing", "exchange")

    def _occasion(self, block: ParsedBlock, noun: Token) -> Thing | None:
        """The event at which a sentence says that several were signed: one told of as such, "during the visit", the
        signing itself; where it tells of none, and of nobody who signs, the only signing ceremony of the article."""
        told = [(t, e) for t in noun.sent if (e := self.events.at(block, t)) is not None]
        signings = list(dict.fromkeys(e for _, e in told if e.hints.get("noun") in ("signing", "exchange")))
        others = [(t, e) for t, e in told if e not in signings]
        loud = list(dict.fromkeys(e for _, e in others if not self._passing(e)))
        led = [(t, e) for t, e in others if t.dep_ != "pobj" or t.head.lower_ in OCCASIONS]
        during = [e for t, e in led if t.dep_ in ("pobj", "nsubj", "nsubjpass")]  # "The visit saw the signing of"
        known = loud or list(dict.fromkeys(during)) or (signings if not others else [])
        if not told and not any(t.i in block.names for t in noun.sent):
            known = [e for e in self.events.signings() if e.first < block.spans[noun.i].start]
        return known[0] if len(known) == 1 else None

    def _at_the_signing(self, blocks: Sequence[ParsedBlock], signings: Sequence[Signing]) -> Iterator[Finding]:
        """Who signs is at the signing, where the article tells of it as an event; its day and place by the sentences
        that tell of it."""
        done = [s for s in signings if s.modality == "asserted"]
        done = [s for s in done if s.block.read.block.kind != "title"] or done
        ceremonies = self.events.signings() or self._signing_told(done)
        if len(ceremonies) != 1:
            return
        event = ceremonies[0]
        for signing in done:
            span = signing.block.sentence_span(signing.token)
            for signer in signing.signers:
                yield Finding(signer, "attended", event, span, "asserted", 0.7, "at-the-signing")
        same = [
            (s.block, s.token) for s in done if set(s.parties) == set(done[0].parties) and s.token.lower_ != "reached"
        ]
        told: set[str] = set()
        single = len({frozenset(s.parties) for s in done}) <= 1
        for block, verb in [*self.events.verbal.told_by(event), *same, *signings_of_it(blocks, known=not single)]:
            found = list(self.circumstances.of_sentence(block, verb, event, "at-the-signing"))
            yield from (f for f in found if f.predicate not in told)
            told |= {f.predicate for f in found}

    def _signing_told(self, done: Sequence[Signing]) -> list[Thing]:
        """ "On 3 May Ana Rojas and Luis Vega signed an accord in Lima": the one signing of which a verb alone tells, by
        whom, and when or where; a part of no visit or forum."""
        told = [s for s in done if s.token.lemma_ in SIGNING and s.token.pos_ == "VERB"]
        told = [s for s in told if not self._tells_of_event(s.block, s.token)]
        people = {t for s in told for t in s.signers if t.kind == "Person"}
        if len({frozenset(s.parties) for s in done}) != 1 or len(people) < PAIR:
            return []
        verbs = [s for s in told if any(self.circumstances.of_sentence(s.block, s.token, s.parties[0], "signing"))]
        return [self.events.verbal.make("signing", verbs[0].block, verbs[0].token)] if verbs else []

    def _travellers(self, findings: Sequence[Finding]) -> Iterator[Finding]:
        """Who takes part in a mission to a country visits it."""
        seats: dict[Thing, list[Thing]] = defaultdict(list)
        for finding in findings:
            if finding.predicate == "heldIn" and isinstance(finding.object, Thing):
                seats[finding.subject].append(finding.object)
        for finding in findings:
            event = finding.object
            if finding.predicate != "attended" or finding.modality != "asserted" or not isinstance(event, Thing):
                continue
            if any(fold_words(label)[-1:] == ("mission",) for label in event.labels):
                for place in dict.fromkeys(seats[event]):
                    yield Finding(finding.subject, "visited", place, finding.span, "asserted", 0.7, "mission-member")


def _arriving(block: ParsedBlock, token: Token) -> bool:
    """Whether a word is for somebody's coming, or names an airport."""
    masked = block.names.get(token.i)
    return token.lower_ in ARRIVALS or (masked is not None and "airport" in masked.name.text.casefold())


def signings_of_it(blocks: Sequence[ParsedBlock], *, known: bool) -> Iterator[tuple[ParsedBlock, Token]]:
    """The verbs that tell of the signing of what was told of before: "It was signed", "the papers, signed in Lima"; not
    only ``known`` agreements where the article tells of no more than one."""
    for block in blocks:
        for verb in (t for t in block.doc if t.lemma_ in SIGNING and t.pos_ == "VERB" and modality(t) == "asserted"):
            signed = arguments(verb).get("object", [])
            if any(_paper(block, n) and (_pointed(n) or not known) for noun in signed for n in with_inner(noun)):
                yield block, verb


def _paper(block: ParsedBlock, noun: Token) -> bool:
    masked = block.names.get(noun.i)
    lemma = (masked.name.head or "") if masked else noun.lemma_.casefold()
    return noun.lower_ in PRONOUNS or lemma in MOU or lemma in INSTRUMENT or noun.lower_ in PAPERS


def _pointed(noun: Token) -> bool:
    """Whether an agreement is known from before: "it", "the two agreements", "these papers"."""
    return noun.lower_ in PRONOUNS or any(c.lower_ in ("the", "this", "these", "that") for c in noun.children)


def _leads_back(preposition: Token, event: Token) -> bool:
    """ "A meeting of those who take part in the programme with A": what hangs on an event, past those whose it is."""
    above = preposition.head
    while above != event and (above.dep_ in ("pobj", "acl") or above.lower_ in ("of", "in")):
        above = above.head
    return above == event


def _tells_of(span: Span, visit: Thing) -> bool:
    """Whether a sentence about a journey is the one that a visit's noun stands in, or comes shortly before it."""
    return span.start <= visit.first <= span.end + FARTHEST_VISIT


def _verb_of(blocks: Sequence[ParsedBlock], span: Span, lemmas: frozenset[str]) -> tuple[ParsedBlock, Token] | None:
    """The verb of what was done in a sentence that is one of the given: the main one, or else the first."""
    for block in blocks:
        first = block.token_at(span.start)
        if first is not None:
            verbs = [t for t in first.sent if t.lemma_ in lemmas and t.pos_ == "VERB" and modality(t) == "asserted"]
            verb = next((t for t in verbs if t.dep_ == "ROOT"), verbs[0] if verbs else None)
            return (block, verb) if verb is not None else None
    return None
