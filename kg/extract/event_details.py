"""What surrounds events: when and where they were held, who was there without a verb, how many agreements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extract.clauses import objects_of
from kg.extract.dates import UNKNOWN_YEAR, DateMention
from kg.extract.discourse import Discourse
from kg.extract.events import EventBook
from kg.extract.findings import Finding, Signing, counted
from kg.extract.frames import INSTRUMENT, MOU
from kg.extract.meetings import Meetings
from kg.extract.modality import modality
from kg.extract.parsing import ParsedBlock
from kg.extract.referents import Registry, Thing, fold_words
from kg.model import Literal

HOLDING = frozenset(
    """
    hold take place host organise organize convene stage schedule open begin start launch conduct kick run occur
    attend conclude meet pay undertake wrap complete make
    """.split()
)
GATHERING = frozenset(("meet", "gather", "convene"))
TRAVELLING = frozenset(("mission", "expedition"))
FARTHEST_PLACE = 12
DATELINE_END = re.compile(r"\s*(\([^()]*\))?\s*[—–:]|\s*(\([^()]*\))?\s+-\s")
SIGNED = frozenset("sign ink conclude signing signature exchange reach clinch seal".split())


class EventDetails:
    """Reads the particulars of an article's events."""

    def __init__(
        self, registry: Registry, events: EventBook, discourse: Discourse, dates: Sequence[DateMention]
    ) -> None:
        self.registry = registry
        self.events = events
        self.discourse = discourse
        self.dates = dates

    def findings(
        self, blocks: Sequence[ParsedBlock], signings: Sequence[Signing], before: Sequence[Finding]
    ) -> Iterator[Finding]:
        """All particulars, in text order within each kind; ``before`` is what the frames found."""
        found: list[Finding] = []
        for block in blocks:
            for token in block.doc:
                event = self.events.at(block, token)
                if event is not None:
                    found += self._event(block, token, event)
            found += self._counts(block)
        found += self._at_the_signing(signings)
        found += self._travellers([*before, *found])
        found += Meetings(self.registry).findings([*before, *found])
        yield from found

    def _event(self, block: ParsedBlock, token: Token, event: Thing) -> Iterator[Finding]:
        span = block.sentence_span(token)
        held = self._held(token)
        value = self._date(block, token, held)
        if value is not None:
            yield Finding(event, "heldOn", Literal(value, "date"), span, "asserted", 0.8, "event-date")
        if not self.events.is_quiet(event) or (token.lower_ == "talks" and held is not None):
            told = held is not None and held.dep_ in ("acl", "relcl", "xcomp")
            places = self._objects(block, held, "Place", "in") if held is not None and told else []
            for place in [*self._places_behind(block, token), *places]:
                yield Finding(event, "heldIn", place, span, "asserted", 0.75, "event-place")
            if token.lower_ in TRAVELLING or (token.i in block.names and token.text.casefold() in TRAVELLING):
                for place in self._objects(block, token, "Place", "to"):
                    yield Finding(event, "heldIn", place, span, "asserted", 0.75, "event-destination")
            people = self._objects(block, token, "Person", "with") if modality(token) == "asserted" else []
            for person in people:
                yield Finding(person, "attended", event, span, "asserted", 0.75, "event-with")

    def _objects(self, block: ParsedBlock, token: Token, kind: str, *prepositions: str) -> list[Thing]:
        """The things of a kind that hang on a token by a preposition: "trade mission to Chile" by "to"."""
        nouns = objects_of(token, *prepositions)
        return [t for n in nouns for t in self.discourse.things(block, n) if t.kind == kind]

    def _places_behind(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """The place named right behind an event, with no more than its date, venue or company between."""
        for index in range(token.i + 1, min(len(block.doc), token.i + FARTHEST_PLACE)):
            here = block.doc[index]
            if here.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ") and here.text != ",":
                return []
            if here.lower_ in ("in", "at") and index + 1 < len(block.doc):
                noun = next((t for t in here.children if t.dep_ == "pobj"), block.doc[index + 1])
                places = [t for t in self.discourse.things(block, noun) if t.kind == "Place"]
                if places:
                    return places
        return []

    def _held(self, token: Token) -> Token | None:
        """The verb that tells of the event's being held, if this mention stands with one."""
        for clause in token.children:
            if clause.dep_ in ("acl", "relcl") and (clause.lemma_ in HOLDING or clause.lemma_ == "schedule"):
                return clause
        for clause in token.subtree:
            verb = next((c for c in clause.children if c.dep_ == "xcomp" and c.lemma_ in HOLDING), clause)
            which = clause.dep_ == "relcl" and any(c.lower_ == "which" for c in clause.children)
            if which and verb.lemma_ in HOLDING and clause.head.dep_ in ("pobj", "appos"):
                return verb
        head = token.head
        held = token.dep_ in ("nsubj", "nsubjpass", "dobj") and head.lemma_ in HOLDING
        return head if held else None

    def _date(self, block: ParsedBlock, token: Token, held: Token | None) -> str | None:
        """A date that stands with the event's noun, or with the verb that tells of its being held."""
        anchors = {token.i} | ({held.i} if held is not None else set())
        if (
            token.dep_ == "pobj"
            and (token.head.lower_ in ("at", "during", "in") or token.head.head.lemma_ in GATHERING)
            and token.head.head.pos_ == "VERB"
            and not self.events.is_quiet(self.events.at(block, token) or Thing("Event"))
        ):
            anchors.add(token.head.head.i)
        date = next(self._hanging(block, token, anchors), None)
        return self._with_year(block, token, date.value) if date is not None else None

    def _hanging(self, block: ParsedBlock, token: Token, anchors: set[int]) -> Iterator[DateMention]:
        """The dates of a token's sentence that hang on one of the anchors, in text order."""
        sentence = block.sentence_span(token)
        for date in self.dates:
            if sentence.start <= date.span.start and date.span.end <= sentence.end:
                first = next((t for t in token.sent if block.spans[t.i].end > date.span.start), None)
                if first is not None and self._hangs(first, anchors, date, block):
                    yield date

    def _with_year(self, block: ParsedBlock, token: Token, value: str) -> str | None:
        """A day whose year is not told is one of the year in the event's name: "ITCN Asia 2025 … from May 9-11"."""
        if not value.startswith(UNKNOWN_YEAR):
            return value
        event = self.events.at(block, token)
        year = event.hints.get("year") if event is not None else None
        return value.replace(UNKNOWN_YEAR, year) if year else None

    def _hangs(self, token: Token, anchors: set[int], date: DateMention, block: ParsedBlock) -> bool:
        """Whether the date's words depend on an anchor, with only prepositions and the date itself between."""
        current, steps = token, 0
        while current.head != current and steps < 8:
            if current.i in anchors:
                return True
            inside = block.spans[current.i].start < date.span.end and block.spans[current.i].end > date.span.start
            if (
                not inside
                and current.dep_ not in ("prep", "pobj", "npadvmod", "pcomp", "appos")
                and current.lemma_ not in ("schedule", "take")
            ):
                return False
            if not inside and current.dep_ == "pobj" and current.i not in anchors and current.lower_ != "place":
                return False
            current, steps = current.head, steps + 1
        return current.i in anchors

    def _counts(self, block: ParsedBlock) -> Iterator[Finding]:
        """ "25 MoUs were signed at the forum", "the Expo ended with the signing of 23 contracts"."""
        for token in block.doc:
            noun = token.lemma_.casefold()
            count = counted(token) if noun in MOU or noun in INSTRUMENT else None
            if count is None or count < 2:
                continue
            signed = [t for t in token.sent if t.lemma_.casefold() in SIGNED]
            events = [
                e
                for t in token.sent
                for e in [self.events.at(block, t)]
                if e is not None and not self.events.is_quiet(e)
            ]
            events = list(dict.fromkeys(e for e in events if e.hints.get("noun") != "signing"))
            if signed and len(events) == 1:
                said = modality(next((t for t in signed if t.pos_ == "VERB"), signed[0]))
                value = Literal(str(count), "integer")
                yield Finding(
                    events[0], "agreementCount", value, block.sentence_span(token), said, 0.8, "agreement-count"
                )

    def _at_the_signing(self, signings: Sequence[Signing]) -> Iterator[Finding]:
        """Who signs is at the signing, where the article tells of it as an event."""
        ceremonies = self.events.signings()
        for signing in signings:
            if signing.modality != "asserted" or len(ceremonies) != 1:
                continue
            span = signing.block.sentence_span(signing.token)
            for signer in signing.signers:
                yield Finding(signer, "attended", ceremonies[0], span, "asserted", 0.7, "at-the-signing")
            if set(signing.parties) == set(signings[0].parties):
                yield from self._circumstances(signing.block, signing.token, ceremonies[0])

    def _circumstances(self, block: ParsedBlock, verb: Token, event: Thing) -> Iterator[Finding]:
        """Day and city of the clause that tells of a signing: "was signed in Espoo on 4 May"."""
        span, at = block.sentence_span(verb), block.spans[verb.i].start
        days = [
            date
            for date in self._hanging(block, verb, {verb.i})
            if not date.value.startswith(UNKNOWN_YEAR) and not self._in_dateline(block, date)
        ]
        if days:
            nearest = min(days, key=lambda date: abs(date.span.start - at))
            yield Finding(event, "heldOn", Literal(nearest.value, "date"), span, "asserted", 0.7, "at-the-signing")
        for place in self._objects(block, verb, "Place", "in", "at"):
            yield Finding(event, "heldIn", place, span, "asserted", 0.7, "at-the-signing")

    def _in_dateline(self, block: ParsedBlock, date: DateMention) -> bool:
        """Whether the date only tells when the report was written: "Oct. 21, 2015 (ABC) — …"."""
        return DATELINE_END.match(block.read.doc.text, date.span.end - block.read.block.span.start) is not None

    def _travellers(self, findings: Sequence[Finding]) -> Iterator[Finding]:
        """Who takes part in a mission to a country visits it."""
        seats = {f.subject: f.object for f in findings if f.predicate == "heldIn"}
        for finding in findings:
            place = seats.get(finding.object) if isinstance(finding.object, Thing) else None
            travelling = isinstance(finding.object, Thing) and any(
                "mission" in fold_words(x) for x in finding.object.labels
            )
            if (
                finding.predicate == "attended"
                and travelling
                and isinstance(place, Thing)
                and finding.modality == "asserted"
            ):
                yield Finding(finding.subject, "visited", place, finding.span, "asserted", 0.7, "mission-member")
