"""What surrounds events, agreements and bodies: dates, places, counts, seats, agreement nodes with their parties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Token

from kg.extract.dates import DateMention
from kg.extract.discourse import Discourse
from kg.extract.events import EventBook
from kg.extract.frames import AGREEMENT, MOU
from kg.extract.matching import Finding, Signing, counted
from kg.extract.modality import modality
from kg.extract.parsing import ParsedBlock
from kg.extract.referents import Registry, Thing, fold_words
from kg.extract.words import Word
from kg.model import Literal, Span

HOLDING = frozenset(
    [
        "hold",
        "take",
        "place",
        "host",
        "organise",
        "organize",
        "convene",
        "stage",
        "schedule",
        "open",
        "begin",
        "start",
        "launch",
        "conduct",
        "kick",
        "run",
        "occur",
        "attend",
        "conclude",
        "meet",
    ]
)
CONTAINERS = frozenset(
    ("city", "town", "province", "capital", "state", "district", "county", "port", "village", "region")
)
JOINT_WORK = frozenset(("cooperation", "co-operation", "partnership", "collaboration"))
TRAVELLING = frozenset(("mission", "expedition"))
HOUSES = frozenset(("headquarters", "headquarter", "office", "offices", "hq", "campus", "premises", "secretariat"))
UNITS = frozenset("faculty department school institute centre center division college unit laboratory office directorate".split())
FARTHEST_PLACE = 12
FARTHEST_MEETING = 1500
SIGNED = frozenset(("sign", "ink", "conclude", "signing", "signature", "exchange", "reach", "clinch", "seal"))


class Details:
    """Reads the particulars of an article's events, agreements and bodies."""

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
        """All particulars, in text order within each kind."""
        found: list[Finding] = []
        for block in blocks:
            for token in block.doc:
                event = self.events.at(block, token)
                if event is not None:
                    found += self._event(block, token, event)
                found += self._place(block, token)
            found += self._surface(block)
            found += self._offices(block)
            found += self._counts(block)
            found += self._based(block)
        for signing in signings:
            found += self._agreement(signing)
        found += self._missions(blocks)
        found += self._units(blocks)
        found += self._of_country(blocks)
        found += self._unit_of(blocks)
        found += self._the_meeting(before)
        found += self._at_the_signing(signings)
        found += self._travellers([*before, *found])
        self._describe([*before, *found])
        yield from found

    # Events

    def _event(self, block: ParsedBlock, token: Token, event: Thing) -> Iterator[Finding]:
        span = block.sentence_span(token)
        held = self._held(token)
        value = self._date(block, token, held)
        if value is not None:
            yield Finding(event, "heldOn", Literal(value, "date"), span, "asserted", 0.8, "event-date")
        if not self.events.is_quiet(event) or (token.lower_ == "talks" and held is not None):
            for place in self._places_behind(block, token):
                yield Finding(event, "heldIn", place, span, "asserted", 0.75, "event-place")
            if token.lower_ in TRAVELLING or (token.i in block.names and token.text.casefold() in TRAVELLING):
                for place in self._destination(block, token):
                    yield Finding(event, "heldIn", place, span, "asserted", 0.75, "event-destination")
            for person in self._people_with(block, token):
                yield Finding(person, "attended", event, span, "asserted", 0.75, "event-with")

    def _destination(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """ "Trade mission to Chile"."""
        nouns = [n for c in token.children if c.dep_ == "prep" and c.lower_ == "to" for n in c.children if n.dep_ == "pobj"]
        return [t for n in nouns for t in self.discourse.things(block, n) if t.kind == "Place"]

    def _people_with(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """ "A press conference with Wang Yi"."""
        if modality(token) != "asserted":
            return []
        nouns = [n for c in token.children if c.dep_ == "prep" and c.lower_ == "with" for n in c.children if n.dep_ == "pobj"]
        return [t for n in nouns for t in self.discourse.things(block, n) if t.kind == "Person"]

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
        head = token.head
        if token.dep_ in ("nsubj", "nsubjpass", "dobj") and head.lemma_ in HOLDING:
            return head
        return next(
            (
                c
                for c in token.children
                if c.dep_ in ("acl", "relcl") and (c.lemma_ in HOLDING or c.lemma_ == "schedule")
            ),
            None,
        )

    def _date(self, block: ParsedBlock, token: Token, held: Token | None) -> str | None:
        """A date that stands with the event's noun, or with the verb that tells of its being held."""
        anchors = {token.i} | ({held.i} if held is not None else set())
        if (
            token.dep_ == "pobj"
            and token.head.lower_ in ("at", "during", "in")
            and token.head.head.pos_ == "VERB"
            and not self.events.is_quiet(self.events.at(block, token) or Thing("Event"))
        ):
            anchors.add(token.head.head.i)
        sentence = block.sentence_span(token)
        for date in self.dates:
            if not (sentence.start <= date.span.start and date.span.end <= sentence.end):
                continue
            first = next((t for t in token.sent if block.spans[t.i].end > date.span.start), None)
            if first is not None and self._hangs(first, anchors, date, block):
                return date.value
        return None

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

    # Places and bodies

    def _place(self, block: ParsedBlock, token: Token) -> Iterator[Finding]:
        """ "the Chinese city of Shenzhen"; "Shenzhen-based firms such as …"."""
        if token.lower_ in CONTAINERS:
            country = next(
                (
                    c
                    for c in token.children
                    if c.dep_ in ("amod", "nmod", "compound") and self.registry.gazetteer.country_of(c.text)
                ),
                None,
            )
            inner = [
                n
                for p in token.children
                if p.dep_ == "prep" and p.lower_ == "of"
                for n in p.children
                if n.dep_ == "pobj"
            ]
            places = [t for n in inner for t in self.discourse.things(block, n) if t.kind == "Place"]
            known = self.registry.gazetteer.country_of(country.text) if country is not None else None
            for place in places if known else []:
                yield Finding(
                    place,
                    "locatedIn",
                    self.registry.country(known),
                    block.sentence_span(token),
                    "asserted",
                    0.9,
                    "city-of",
                )  # type: ignore[arg-type]

    def _surface(self, block: ParsedBlock) -> Iterator[Finding]:
        """What stands in the row of words: "Pak-China strategic partnership", "Guangzhou's Tianhe District"."""
        words = block.read.words
        for index, word in enumerate(words):
            pair = self._country_pair(word)
            if pair and any(w.lower in JOINT_WORK for w in words[index + 1 : index + 4]):
                span = self._sentence_at(block, word.start + block.read.block.span.start)
                if span:
                    yield Finding(*pair[:1], "cooperatesWith", pair[1], span, "asserted", 0.7, "country-pair")
        yield from self._seated(block)
        for first, second in pairwise(block.read.names):
            if first.kind == second.kind == "Place" and second.first == first.last + 1 and words[first.last].possessive:
                inner, outer = self.registry.of_name(second), self.registry.of_name(first)
                span = self._sentence_at(block, first.start)
                if span and inner is not outer and "iso" not in inner.hints:
                    yield Finding(inner, "locatedIn", outer, span, "asserted", 0.85, "place-of-place")

    def _seated(self, block: ParsedBlock) -> Iterator[Finding]:
        """A body with "in" and a place right behind it: "the Peace Training Centre (PTC) in Singo"."""
        for index, masked in sorted(block.names.items()):
            after = block.doc[index + 1] if index + 2 < len(block.doc) else None
            place = block.names.get(index + 2)
            if after is not None and after.text == "," and index + 3 < len(block.doc) and block.doc[index + 2].lower_ == "in":
                after, place = block.doc[index + 2], block.names.get(index + 3)
            if masked.name.kind != "Organization" or after is None or after.lower_ != "in":
                continue
            if not place or place.name.kind != "Place":
                continue
            if after.head.i in (index, *(t.i for t in block.doc[index].ancestors)) and after.head.pos_ in ("NOUN", "PROPN", "ADP"):
                inner, outer = self.registry.of_name(masked.name), self.registry.of_name(place.name)
                yield Finding(inner, "locatedIn", outer, block.sentence_span(after), "asserted", 0.75, "body-in-place")

    def _offices(self, block: ParsedBlock) -> Iterator[Finding]:
        """ "At Acme's headquarters in Lagos": where a body has its house it is."""
        for token in block.doc:
            if token.lower_ not in HOUSES or token.i in block.names:
                continue
            owners = [c for c in token.children if c.dep_ in ("poss", "compound", "nmod") and c.i in block.names]
            owners += [n for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for n in c.children if n.i in block.names]
            nouns = [n for c in token.children if c.dep_ == "prep" and c.lower_ == "in" for n in c.children if n.dep_ == "pobj"]
            places = [t for n in nouns for t in self.discourse.things(block, n) if t.kind == "Place"]
            for owner in owners:
                body = self.registry.of_name(block.names[owner.i].name)
                if body.kind == "Organization":
                    for place in places:
                        yield Finding(body, "locatedIn", place, block.sentence_span(token), "asserted", 0.75, "house-in-place")

    def _unit_of(self, blocks: Sequence[ParsedBlock]) -> Iterator[Finding]:
        """ "UBU's Faculty of Medicine", "the Polytechnic Faculty of the University of the Frontier"."""
        for block in blocks:
            for first, second in pairwise(block.read.names):
                if first.kind != "Organization" or second.kind != "Organization":
                    continue
                gap = [w.lower for w in block.read.words[first.last : second.first]]
                owned = len(gap) == 1 and block.read.words[first.last].possessive and second.head in UNITS
                within = gap in (["of", "the"], ["of"]) and first.head in UNITS
                span = self._sentence_at(block, first.start)
                if span is not None and (owned or within):
                    unit, whole = (second, first) if owned else (first, second)
                    inner, outer = self.registry.of_name(unit), self.registry.of_name(whole)
                    if inner is not outer:
                        yield Finding(inner, "partOf", outer, span, "asserted", 0.85, "unit-of")

    def _of_country(self, blocks: Sequence[ParsedBlock]) -> Iterator[Finding]:
        """ "Tonga's Moana National University", "the Dutch firm Waterloop": the country that a body is said to be of."""
        for block in blocks:
            for before, name in pairwise(block.read.names):
                if name.kind != "Organization" or before.place is None or before.place.kind != "country":
                    continue
                gap = block.read.words[before.last : name.first]
                owned = len(gap) == 1 and gap[0].possessive
                told = before.kind == "Demonym" and 0 < len(gap) <= 3 and gap[-1].lower in self.discourse.lexicon.before_body
                span = self._sentence_at(block, name.start)
                if (owned or told) and span is not None:
                    body = self.registry.of_name(name)
                    yield Finding(body, "locatedIn", self.registry.country(before.place), span, "asserted", 0.7, "body-of-country")

    def _units(self, blocks: Sequence[ParsedBlock]) -> Iterator[Finding]:
        """ "USP Faculty of Law": a unit that bears the name of its body."""
        bodies = [t for t in self.registry.of_kind("Organization") if t.names]
        short = {" ".join(fold_words(label)): t for t in bodies for label in t.labels}
        for unit in bodies:
            words = fold_words(unit.label)
            if not set(words) & UNITS:
                continue
            for cut in range(1, len(words) - 1):
                whole = short.get(" ".join(words[:cut])) or (short.get(" ".join(words[cut + 1 :])) if words[cut] in ("of", "at") else None)
                whole = whole or (short.get(" ".join(words[cut + 2 :])) if words[cut : cut + 2] == ("of", "the") else None)
                span = self._sentence_of(blocks, unit.names[0].start)
                if whole is not None and whole is not unit and span is not None and not set(fold_words(whole.label)) <= {"the"}:
                    yield Finding(unit, "partOf", whole, span, "asserted", 0.8, "unit-name")
                    break

    def _counts(self, block: ParsedBlock) -> Iterator[Finding]:
        """ "25 MoUs were signed at the forum", "the Expo ended with the signing of 23 contracts"."""
        for token in block.doc:
            noun = token.lemma_.casefold()
            count = counted(token) if noun in MOU or noun in AGREEMENT - {"plan", "programme", "statement", "paper"} else None
            if count is None or count < 2:
                continue
            signed = [t for t in token.sent if t.lemma_.casefold() in SIGNED]
            events = [e for t in token.sent for e in [self.events.at(block, t)] if e is not None and not self.events.is_quiet(e)]
            events = list(dict.fromkeys(e for e in events if e.hints.get("noun") != "signing"))
            if signed and len(events) == 1:
                said = modality(next((t for t in signed if t.pos_ == "VERB"), signed[0]))
                value = Literal(str(count), "integer")
                yield Finding(events[0], "agreementCount", value, block.sentence_span(token), said, 0.8, "agreement-count")

    def _country_pair(self, word: Word) -> tuple[Thing, Thing] | None:
        parts = word.text.replace("–", "-").split("-")
        if len(parts) != 2:
            return None
        places = [self.registry.gazetteer.find(p) or self.registry.gazetteer.country_of(p) for p in parts]
        found = [self.registry.country(p) for p in places if p is not None and p.kind == "country"]
        return (found[0], found[1]) if len(found) == 2 and found[0] is not found[1] else None

    def _sentence_at(self, block: ParsedBlock, start: int) -> Span | None:
        token = next((t for t in block.doc if block.spans[t.i].start <= start < block.spans[t.i].end), None)
        return block.sentence_span(token) if token is not None else None

    def _based(self, block: ParsedBlock) -> Iterator[Finding]:
        """ "Shenzhen based companies such as A and B"."""
        for token in block.doc:
            if (
                token.text != "local"
                or token.i in block.names
                or block.spans[token.i].end - block.spans[token.i].start <= len("local")
            ):
                continue
            name = next((n for n in block.read.names if n.start == block.spans[token.i].start), None)
            if name is None:
                continue
            noun = token.head
            if noun.dep_ == "appos" and noun.head.i in block.names:
                noun = noun.head
            bodies = [
                t for t in self.discourse.things(block, noun) if t.kind == "Organization" and "group" not in t.hints
            ]
            for body in bodies:
                yield Finding(
                    body,
                    "locatedIn",
                    self.registry.of_name(name),
                    block.sentence_span(token),
                    "asserted",
                    0.85,
                    "place-based",
                )

    def _missions(self, blocks: Sequence[ParsedBlock]) -> Iterator[Finding]:
        """An embassy or consulate sits where its name says."""
        for thing in self.registry.of_kind("Organization"):
            seat = thing.hints.get("seat")
            if not seat or not thing.names:
                continue
            place = self.registry.gazetteer.find(seat)
            name = next((n for n in thing.names if seat.casefold() in n.text.casefold()), thing.names[0])
            span = self._sentence_of(blocks, name.start)
            if place is not None and span is not None:
                yield Finding(thing, "locatedIn", self.registry.country(place), span, "asserted", 0.9, "mission-seat")

    def _sentence_of(self, blocks: Sequence[ParsedBlock], start: int) -> Span | None:
        for block in blocks:
            for index, span in enumerate(block.spans):
                if span.start <= start < span.end:
                    return block.sentence_span(block.doc[index])
        return None

    # Agreements

    def _agreement(self, signing: Signing) -> Iterator[Finding]:
        span = signing.block.sentence_span(signing.token)
        frame = signing.frame
        if signing.count is not None and signing.count > 1:
            return
        names = " and ".join(party.label for party in signing.parties[:2])
        node = self.registry.new("Agreement", f"{signing.instrument} between {names}", span.start)
        for party in signing.parties:
            yield Finding(node, "party", party, span, signing.modality, signing.confidence, frame)
        for signer in signing.signers:
            yield Finding(node, "signatory", signer, span, signing.modality, signing.confidence, frame)

    def _the_meeting(self, findings: Sequence[Finding]) -> Iterator[Finding]:
        """ "A met B. The meeting was attended by C": A and B were there, too."""
        for event in self.registry.of_kind("Event"):
            if event.hints.get("noun") != "meeting" or any(f.object is event and f.frame.startswith("meeting") for f in findings):
                continue
            near = [f for f in findings if f.predicate == "metWith" and f.modality == "asserted" and 0 <= event.first - f.span.start < FARTHEST_MEETING]
            for finding in near[-2:]:
                for person in (finding.subject, finding.object):
                    if isinstance(person, Thing):
                        yield Finding(person, "attended", event, finding.span, "asserted", 0.65, "the-meeting")

    def _at_the_signing(self, signings: Sequence[Signing]) -> Iterator[Finding]:
        """Who signs is at the signing, where the article tells of it as an event."""
        ceremonies = [t for t in self.registry.of_kind("Event") if "signing" in t.hints.get("noun", "") or "signing" in t.label.casefold()]
        for signing in signings:
            if signing.modality != "asserted" or len(ceremonies) != 1:
                continue
            span = signing.block.sentence_span(signing.token)
            for signer in signing.signers:
                yield Finding(signer, "attended", ceremonies[0], span, "asserted", 0.7, "at-the-signing")

    def _travellers(self, findings: Sequence[Finding]) -> Iterator[Finding]:
        """Who takes part in a mission to a country visits it."""
        seats = {f.subject: f.object for f in findings if f.predicate == "heldIn"}
        for finding in findings:
            place = seats.get(finding.object) if isinstance(finding.object, Thing) else None
            travelling = isinstance(finding.object, Thing) and any("mission" in x.casefold() for x in finding.object.labels)
            if finding.predicate == "attended" and travelling and isinstance(place, Thing) and finding.modality == "asserted":
                yield Finding(finding.subject, "visited", place, finding.span, "asserted", 0.7, "mission-member")

    def _describe(self, findings: Sequence[Finding]) -> None:
        """Unnamed meetings are called after who met."""
        for event in self.registry.of_kind("Event"):
            noun = event.hints.get("noun")
            if noun in ("meeting", "talks"):
                people = [f.subject for f in findings if f.predicate == "attended" and f.object is event]
                people = list(dict.fromkeys(people))
                if len(people) >= 2:
                    event.label = f"{noun} between {people[0].label} and {people[1].label}"
                    event.labels[event.label] += 1
