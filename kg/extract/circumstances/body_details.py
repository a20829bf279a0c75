"""What the row of words tells of bodies and places: seats, units, owners, "Shenzhen-based", "Pak-China trade"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from kg.extract.circumstances.places_within import PlacesWithin
from kg.extract.circumstances.seats import Seats
from kg.extract.discourse.discourse import Discourse
from kg.extract.naming.mentions import Name
from kg.extract.naming.subordination import (
    STANDING,
    SUBSIDIARIES,
    UNIT_HEADS,
    WHOLES,
    body_above,
    one_of,
    parent,
    past_bracket,
)
from kg.extract.reference.referents import Registry, Thing, fold_words
from kg.extract.relations.findings import Finding, told
from kg.extract.syntax.clauses import arguments, objects_of
from kg.extract.syntax.modality import FOUNDING, is_to_come, modality
from kg.extract.syntax.parsing import ParsedBlock
from kg.model import Span

JOINT_WORK = frozenset(("cooperation", "co-operation", "partnership", "collaboration"))
HOUSES = frozenset(("headquarters", "headquarter", "office", "offices", "hq", "campus", "premises", "secretariat"))
UNITS = UNIT_HEADS | {"office"}
ORGANS = UNITS | {"council", "committee", "commission", "board", "secretariat"}
"""Nouns for bodies that are part of the one whose they are said to be."""

PARENTS = frozenset(("parent", "mother"))
COMPANIES = frozenset("company firm group corporation organisation organization holding".split())
CALLED = frozenset(("called", "named", "dubbed"))
VENUES = frozenset("hotel residence resort inn tower plaza mall palace hall arena stadium suite".split())
SEATED = ORGANS | {"agency", "programme", "program", "chair", "hub", "observatory", "lab", "clinic"}
"""Nouns for bodies that are part of the one at which they are."""

UNIONS = frozenset(
    "alliance association network union league federation confederation consortium coalition chamber club".split()
)
"""Nouns for bodies that others are members of."""
UNITING = {"join": "object", "comprise": "object", "include": "object", "unite": "object", "consist": "of"}
"""Verbs of a union and its members, with the slot that the second of the two fills."""


class BodyDetails:
    """Reads the particulars of an article's bodies and places."""

    def __init__(self, registry: Registry, discourse: Discourse, here: Thing | None) -> None:
        """``here`` is the city that the dateline names."""
        self.registry = registry
        self.discourse = discourse
        self.places = PlacesWithin(registry)
        self.seats = Seats(registry, discourse.lexicon, here)

    def findings(self, blocks: Sequence[ParsedBlock]) -> Iterator[Finding]:
        """All particulars, in text order within each kind."""
        for block in blocks:
            yield from self._surface(block)
            yield from self.places.findings(block)
            yield from self._offices(block)
            yield from self._based(block)
            yield from self._subsidiaries(block)
            yield from self._joined(block)
            yield from self.seats.findings(block)
        yield from self._missions(blocks)
        yield from self._units(blocks)
        yield from self._unit_of(blocks)

    def _surface(self, block: ParsedBlock) -> Iterator[Finding]:
        """What stands in the row of words: "Pak-China strategic partnership"."""
        words = block.read.words
        for index, word in enumerate(words):
            if not any(w.lower in JOINT_WORK for w in words[index + 1 : index + 4]):
                continue
            pair = self.discourse.collectives.joint([word.text])
            token = block.token_at(words[index + 1].start + block.read.block.span.start)
            if pair and token is not None:
                yield from told(pair[0], "cooperatesWith", pair[1], block, token, modality(token), 0.7, "country-pair")

    def _offices(self, block: ParsedBlock) -> Iterator[Finding]:
        """ "At Acme's headquarters in Lagos": where a body has its house it is."""
        for token in block.doc:
            if token.lower_ not in HOUSES or token.i in block.names:
                continue
            owners = [
                c for c in token.children if c.dep_ in ("poss", "compound", "nmod") and c.pos_ in ("NOUN", "PROPN")
            ]
            owners += [
                n
                for c in token.children
                if c.dep_ == "prep" and c.lower_ == "of"
                for n in c.children
                if n.i in block.names
            ]
            within = [n for v in (token, *(c for c in token.children if c.dep_ == "acl")) for n in objects_of(v, "in")]
            within += [c for c in token.children if c.dep_ in ("compound", "nmod", "amod") and c.i in block.names]
            places = [t for n in within for t in self.discourse.things(block, n) if t.kind == "Place"]
            if token.dep_ == "pobj" and token.head.lower_ == "with" and token.head.head.i in block.names:
                owners.append(token.head.head)  # "Acme, with headquarters in Lagos"
            end = max(t.i for t in (token, *owners))  # "at the headquarters of Acme, Lagos", "of Acme in Lagos"
            if not places and end + 2 in block.names and block.doc[end + 1].lower_ in (",", "in"):
                places = [t for t in (self.registry.of_name(block.names[end + 2].name),) if t.kind == "Place"]
            for body in (t for owner in owners if places for t in self.discourse.things(block, owner)):
                if body.kind == "Organization":
                    for place in places:
                        yield Finding(
                            body, "locatedIn", place, block.sentence_span(token), "asserted", 0.75, "house-in-place"
                        )

    def _unit_of(self, blocks: Sequence[ParsedBlock]) -> Iterator[Finding]:
        """ "UBU's Faculty of Medicine", "the Polytechnic Faculty of the University of the Frontier"."""
        for block in blocks:
            at = {name.first: name for name in block.read.names}
            several = any(word.lower == "one" for word in block.read.words)
            for name in block.read.names:
                above = body_above(block.read.words, at, name) or parent(block.read.words, at, name)
                above = above or (one_of(block.read.words, at, name) if several else None)
                if above is not None:
                    yield from self._part(block, name, above)
                elif name.head in UNITS and name.kind == "Organization":
                    yield from self._unit_of_meant(block, name)
            yield from self._parents(block, at)
            for first, second in pairwise(n for n in block.read.names if n.alias_of is None):
                if first.kind != "Organization" or second.kind != "Organization":
                    continue
                start = past_bracket(block.read.words, first.last)
                gap = [w.lower for w in block.read.words[start : second.first]]
                owned = len(gap) == 1 and block.read.words[start].possessive and second.head in UNITS
                unit = first.head in ORGANS or (first.head and second.head in WHOLES and first.head not in WHOLES)
                seated = first.head in SEATED and not self._is_house(second) and gap in (["at"], ["at", "the"])
                if block.read.block.kind == "title" and first.head in STANDING:
                    seated = False  # "Delta College at Moana University": a visit
                if owned or seated or (unit and gap in (["of", "the"], ["of"], [",", "both", "of"])):
                    yield from self._part(block, *((second, first) if owned else (first, second)))
                    for each in () if owned else self._joined_units(block, first):
                        yield from self._part(block, each, second)

    def _parents(self, block: ParsedBlock, at: Mapping[int, Name]) -> Iterator[Finding]:
        """ "Acme and its parent company, Zenith", "Acme's parent Zenith", "Acme parent Zenith"."""
        words = block.read.words
        for index, word in enumerate(words[:-1]):
            if word.lower not in PARENTS:
                continue
            start = index + 1
            while start < len(words) - 1 and (words[start].text == "," or words[start].lower in COMPANIES):
                start += 1
            whole = at.get(start)
            before = [n for n in at.values() if n.last <= index and n.kind == "Organization" and n.alias_of is None]
            unit = max(before, key=lambda n: n.last) if before else None
            if whole is None or whole.kind != "Organization" or unit is None:
                continue
            gap = [w.lower for w in words[past_bracket(words, unit.last) : index]]
            if not gap or gap in (["'s"], ["’s"], ["and", "its"], [",", "whose"], [",", "and", "its"], ["with", "its"]):
                yield from self._part(block, unit, whole)

    def _joined_units(self, block: ParsedBlock, last: Name) -> Iterator[Name]:
        """ "The Faculty of Law and the Institute of Energy of Delta University": the units before the last."""
        words, ending = block.read.words, {n.last: n for n in block.read.names}
        end = last.first
        while end and words[end - 1].lower in (",", "and", "the"):
            end -= 1
        unit = ending.get(end) if end < last.first else None
        if unit is not None and unit.kind == "Organization" and words[unit.first].lower == unit.head in UNITS:
            before = [w.lower for w in words[max(0, unit.first - 2) : unit.first]]
            if not words[unit.first - 1].possessive and "of" not in before:
                yield unit
                yield from self._joined_units(block, unit)

    def _unit_of_meant(self, block: ParsedBlock, unit: Name) -> Iterator[Finding]:
        """ "The university's Faculty of Law": the unit of a body that is named elsewhere."""
        token = block.token_at(unit.start)
        owners = [c for c in token.children if c.dep_ == "poss" and c.i not in block.names] if token is not None else []
        nouns = self.discourse.lexicon.before_body
        for whole in (t for n in owners if n.lower_ in nouns for t in self.discourse.meant(block, n)[:1]):
            inner, span = self.registry.of_name(unit), block.sentence_at(unit.start)
            if whole.kind == "Organization" and "group" not in whole.hints and inner is not whole and span is not None:
                yield Finding(inner, "partOf", whole, span, "asserted", 0.75, "unit-of")

    def _is_house(self, name: Name) -> bool:
        """Whether a name is of a hotel or the like, at which others only meet."""
        last = name.text.casefold().split()[-1]
        return not VENUES.isdisjoint((last, last.removesuffix("s"), name.text.casefold().split()[0]))

    def _part(self, block: ParsedBlock, unit: Name, whole: Name) -> Iterator[Finding]:
        inner, outer = self.registry.of_name(unit), self.registry.of_name(whole)
        span = block.sentence_at(unit.start)
        if span is not None and inner is not outer and not is_to_come(block.token_at(unit.start)):
            yield Finding(inner, "partOf", outer, span, "asserted", 0.85, "unit-of")

    def _units(self, blocks: Sequence[ParsedBlock]) -> Iterator[Finding]:
        """ "USP Faculty of Law": a unit that bears the name of its body."""
        bodies = [t for t in self.registry.of_kind("Organization") if t.names]
        short = {" ".join(fold_words(label)): t for t in bodies for label in t.labels}
        for unit in bodies:
            words = fold_words(unit.label)
            if not set(words) & UNITS:
                continue
            for cut in range(1, len(words) - 1):
                whole = (short.get(" ".join(words[:cut])) if words[cut] not in ("of", "at") else None) or (
                    short.get(" ".join(words[cut + 1 :])) if words[cut] in ("of", "at") else None
                )
                whole = whole or (
                    short.get(" ".join(words[cut + 2 :])) if words[cut : cut + 2] == ("of", "the") else None
                )
                span = self._sentence_of(blocks, unit.names[0].start)
                if (
                    whole is not None
                    and whole is not unit
                    and self.registry.gazetteer.find(whole.label) is None
                    and span is not None
                    and not set(fold_words(whole.label)) <= {"the"}
                ):
                    yield Finding(unit, "partOf", whole, span, "asserted", 0.8, "unit-name")
                    break

    def _based(self, block: ParsedBlock) -> Iterator[Finding]:
        """ "The Lima-based company will build it": the body that a noun means, which is named elsewhere."""
        at = {name.start: name for name in block.read.names}
        for token in block.doc:
            name = at.get(block.spans[token.i].start) if token.text == "local" and token.i not in block.names else None
            noun, lead = token.head, block.doc[max(0, token.i - 2)].text
            company = noun.lower_ in self.discourse.lexicon.before_body and noun.i not in block.names
            if name is None or not company or lead == ",":
                continue
            for body in self.discourse.meant(block, noun)[:1]:
                if body.kind == "Organization" and "group" not in body.hints:
                    place, span = self.registry.of_name(name), block.sentence_span(token)
                    yield Finding(body, "locatedIn", place, span, "asserted", 0.8, "place-based")

    def _subsidiaries(self, block: ParsedBlock) -> Iterator[Finding]:
        """ "Its subsidiary Acme Bank", "Zenith's freight arm, Acme", "Zenith unit Acme": the named body is part of the
        owner."""
        for token in block.doc:
            if token.lemma_ not in SUBSIDIARIES or token.i in block.names:
                continue
            named = [c for c in (token.head, *token.children) if c.i in block.names and token.i < c.i]
            named = [c for c in named if c.dep_ == "appos" or (c is token.head and token.dep_ in ("compound", "nmod"))]
            if token.dep_ == "appos" and token.head.i in block.names and token.head.i < token.i:
                named = [token.head]  # "Zenith Bank, Acme's lending arm"
            called = [n for c in token.children if c.dep_ == "acl" and c.lower_ in CALLED for n in c.children]
            if not named and token.dep_ == "dobj" and token.head.lemma_ in FOUNDING:  # "formed a unit called Zenith"
                named = [c for c in (*called, *token.children) if c.i in block.names and c.dep_ in ("oprd", "appos")]
                owners = arguments(token.head).get("subject", [])
            else:
                owners = [c for n in (token, *named) for c in n.children if c.dep_ == "poss" and c.i < token.i]
            beside = token.i - 1 in block.names and named and named[0].i > token.i
            owners += [block.doc[token.i - 1]] if beside else []
            wholes = [t for n in owners for t in self.discourse.things(block, n) if t.kind == "Organization"]
            if not wholes and any(n.lower_ == "its" for n in owners):
                before = [t for t in token.sent if t.i in block.names and t.i < token.i and t.dep_ == "nsubj"]
                wholes = [self.registry.of_name(block.names[t.i].name) for t in before[-1:]]
            for unit in (self.registry.of_name(block.names[c.i].name) for c in named[:1]):
                if wholes and unit.kind == wholes[0].kind == "Organization" and wholes[0] is not unit:
                    yield from told(unit, "partOf", wholes[0], block, token, "asserted", 0.75, "its-subsidiary")

    def _joined(self, block: ParsedBlock) -> Iterator[Finding]:
        """ "Acme has joined the Zenith Alliance": a body that takes others for members has one more. "The Zenith
        Alliance comprises Acme and Elm"."""
        for verb in (t for t in block.doc if t.lemma_ in UNITING and t.pos_ == "VERB"):
            slots = arguments(verb)
            outer, inner = ("object", "subject") if verb.lemma_ == "join" else ("subject", UNITING[verb.lemma_])
            goals = [block.names[t.i].name for t in slots.get(outer, []) if t.i in block.names]
            wholes = [self.registry.of_name(name) for name in goals if name.head in UNIONS]
            members = [t for n in slots.get(inner, []) for t in self.discourse.things(block, n)] if wholes else []
            for member in members:
                if member.kind == wholes[0].kind == "Organization" and member is not wholes[0]:
                    yield from told(member, "partOf", wholes[0], block, verb, modality(verb), 0.75, "join-union")

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
        return next((span for block in blocks if (span := block.sentence_at(start)) is not None), None)
