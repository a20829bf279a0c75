"""Who travelled where, beyond what the visit's clause says: hosts are no visitors, members go with their delegation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from kg.extract.discourse.discourse import Discourse
from kg.extract.discourse.filling import SlotFiller
from kg.extract.frames import Frame
from kg.extract.reference.groups import LEADING, MEMBERSHIP
from kg.extract.reference.referents import Thing
from kg.extract.relations.findings import Finding, told
from kg.extract.syntax.clauses import Slots, arguments, coordinated, objects_of
from kg.extract.syntax.modality import modality
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import FINITE, Token
from kg.model import Span

HOSTING = frozenset(
    """
    organize organise arrange host facilitate coordinate sponsor fund support welcome announce hail praise describe
    discuss receive report follow expect await include cover offer appreciate
    """.split()
)
"""Verbs whose subject does not make the journey that is their object."""
HOUSES = frozenset(
    """
    campus headquarters headquarter office premise plant factory facility secretariat branch house seat workshop
    laboratory lab stand booth pavilion site warehouse showroom
    """.split()
)
"""Nouns for where a body is: who is there visits it."""
LOOKING = frozenset(("visit", "inspect", "given-tour", "shown-around"))
"""Frames in which an airport is seen, not passed."""
OCCASIONS = frozenset("meeting talk talks summit conference forum session visit fair expo congress".split())
"""What somebody is in a city for who does not live there."""
LEGS = frozenset(("stop", "stopover", "leg", "stage", "destination", "station"))
"""Nouns for a part of a journey, and the place where it leads."""
SITES = frozenset(
    "institutions universities companies enterprises firms startups start-ups organisations organizations".split()
)
"""Nouns for several bodies, which are visited where they are."""
JOINING = LEADING | MEMBERSHIP | {"be"}
COMING = frozenset("fly travel come arrive go visit".split())
SENDING = frozenset(("send", "dispatch", "host", "receive", "welcome", "invite"))
BELONGING = ("in", "among", "on", "object.of")
"""Slots of the delegation that somebody is said to be in."""
FARTHEST_COPULA = 4
MET_AT = ("at", "to", "during", "in", "on")
ARRIVING = frozenset(("arrival", "coming"))
VISITS = frozenset("visit trip tour mission".split())
JOURNEYS = frozenset(("journey", "engagement", "itinerary"))
THERE = frozenset(("country", "nation"))
SHARED = frozenset(("visited", "metWith"))


class Journeys(SlotFiller):
    """Settles who the travellers of a clause are and where they went; keeps who belongs to which delegation."""

    def __init__(self, discourse: Discourse, employers: Mapping[Thing, Sequence[Thing]]) -> None:
        super().__init__(discourse)
        self.employers = employers
        self._told: list[Finding] = []
        self._members: list[tuple[list[Thing], list[Thing], bool, Span]] = []
        self._guests: list[Thing] = []

    def slots(self, trigger: Token, slots: Slots) -> Slots:
        """The slots of a visit without its host, and with a destination that hangs deeper: "a visit by officials led
        by X to Y"."""
        settled = dict(slots)
        if trigger.dep_ == "dobj" and trigger.head.lemma_ in HOSTING:
            settled.pop("holder", None)
        if trigger.pos_ == "NOUN" and not slots.get("to"):
            inner = [t for t in trigger.subtree if t.lower_ == "to" and t.dep_ == "prep"]
            inner = [t for t in inner if t.head.dep_ == "acl" or self.discourse.groups.visiting(t.head)]
            settled["to"] = [noun for prep in inner for noun in prep.children if noun.dep_ == "pobj"]
        if trigger.dep_ == "pobj" and not settled.get("to"):
            behind = max(t.i for t in trigger.subtree) + 1
            preps = (c for c in trigger.head.head.children if c.i == behind and c.lower_ == "to" and c.dep_ == "prep")
            settled["to"] = [noun for prep in preps for noun in prep.children if noun.dep_ == "pobj"]
        if trigger.lower_ in ARRIVING and not settled.get("to"):
            settled["to"] = [n for who in slots.get("of", ()) for n in objects_of(who, "in", "to", "at")]
        return settled

    def settled(
        self,
        block: ParsedBlock,
        frame: Frame,
        trigger: Token,
        slots: Slots,
        starts: Sequence[Thing],
        ends: Sequence[Thing],
    ) -> tuple[list[Thing], list[Thing]]:
        """The travellers and where they went: no group of people, and "the country" is the one that is not theirs."""
        places = [t for t in ends if "group" not in t.hints]
        places = places if frame.id in LOOKING else [p for t in places for p in self._landed(t)]
        travellers = list(starts)
        if "modifier" in frame.ends:
            places = [t for t in places if t.place is not None]
        elif not travellers and trigger.pos_ == "NOUN" and _the(trigger) and not self._owned(slots, frame):
            travellers = self._last_travellers()
        if frame.verbs and travellers:
            travellers += [
                t for t in self.fill(block, slots, ("with", "alongside")) if t.kind == "Person" and t not in travellers
            ]
        if places and frame.id == "visit-received" and all(t.kind == "Person" for t in places):
            hosts = [b for t in places for b in self.employers.get(t, ())]
            places = [b for b in hosts if b.kind == "Organization" and "ministry" not in b.words()][:1]
        if not places:
            nouns = [t for name in frame.ends for t in slots.get(name, []) if t.i not in block.names]
            places = [t for noun in nouns for t in self._around(block, noun)]
        if not places and any(t.lemma_ in THERE and _the(t) for name in frame.ends for t in slots.get(name, [])):
            homes = {h for t in travellers for h in self._homes(t)}
            others = [c for c in self.discourse.collectives.countries() if c.hints["iso"] not in homes]
            places = others if homes and len(others) == 1 else []
        if frame.abroad:
            places = [t for t in places if t.kind == "Place"]
            lands = {t.hints.get("iso") or t.hints.get("country") or "" for t in places}
            reasons = [t for t in trigger.subtree if t.lower_ == "for" and t.dep_ == "prep" and t.i > trigger.i]
            come = any(n.lemma_ in OCCASIONS for prep in reasons for n in prep.subtree)
            known = [t for t in travellers if t.kind == "Person" and (self._homes(t) or come)]
            travellers = [t for t in known if not self._homes(t) & lands]
        return travellers, places

    def findings(self, block: ParsedBlock, token: Token) -> Iterator[Finding]:
        """Where somebody was by what they did there, or by a part of their journey."""
        if token.lemma_ in LEGS:
            yield from self._leg(block, token)
        if token.pos_ in ("VERB", "AUX"):
            yield from self._while_there(block, token)
            yield from self._at_work(block, token)

    def _leg(self, block: ParsedBlock, noun: Token) -> Iterator[Finding]:
        """ "Lima was the last stop on her tour", "arrived in Lima, the second leg of his trip"."""
        journeys = [n for n in objects_of(noun, "on", "of", "in") if n.lemma_ in VISITS | JOURNEYS]
        mine = [c for c in noun.children if c.dep_ == "poss"]
        owners = [c for n in journeys for c in (*n.children, *objects_of(n, "of", "by")) if c.dep_ in ("poss", "pobj")]
        if not journeys and not mine:
            return
        travellers = [t for n in (*mine, *owners) for t in self.things(block, n)] or self._last_travellers()
        if noun.dep_ in ("attr", "nsubj") and noun.head.lemma_ == "be":
            named = [c for c in noun.head.children if c != noun and c.dep_ in ("nsubj", "attr")]
            named += objects_of(noun.head, "in")
        else:
            before = noun.left_edge.i - 1
            named = [block.doc[before - 1]] if before > 0 and block.doc[before].text == "," else []
        said = modality(noun.head if noun.head.pos_ in ("VERB", "AUX") else noun)
        ahead = any(c.lower_ == "next" for c in noun.children)
        for traveller, place in product(travellers, (t for n in named for t in self.things(block, n))):
            if place.kind == "Place" and traveller.kind != "Place" and not ahead:
                yield from told(traveller, "visited", place, block, noun, said, 0.75, "leg-of-journey")

    def _at_work(self, block: ParsedBlock, verb: Token) -> Iterator[Finding]:
        """ "At Moana University, the delegation held talks with A", "In Lima, the visitors toured B": a delegation
        was there."""
        slots = arguments(verb) if any(self._abroad(block, c) for c in verb.children) else {}
        guests = [t for name in ("subject", "object") for t in slots.get(name, ()) if self._abroad(block, t)]
        if not guests or verb.lemma_ in JOINING | SENDING or modality(verb) != "asserted":
            return
        nouns = [(name, n) for name in ("at", "in") for n in slots.get(name, ())]
        if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
            nouns.append(("at", verb.head))
        travellers = [t for g in guests for t in self.things(block, g)]
        for name, noun in nouns:
            things = self.things(block, noun)[:1] if noun.i in block.names else self._around(block, noun)
            bodies = name == "at" and not any(g.i in block.names for g in guests)
            places = [t for t in things if t.kind == "Place" or (t.kind == "Organization" and bodies)]
            for traveller, place in product(travellers, (p for t in places for p in self._landed(t))):
                land = place.hints.get("iso") or place.hints.get("country")
                if traveller is not place and land not in self._homes(traveller):
                    yield from told(traveller, "visited", place, block, verb, "asserted", 0.7, "delegation-there")

    def _abroad(self, block: ParsedBlock, noun: Token) -> bool:
        """Whether a noun is for a delegation, or names a person whose journey the article has told of."""
        if self.discourse.groups.visiting(noun):
            return noun.lower_ != "guests"
        masked = block.names.get(noun.i)
        if masked is None or masked.name.kind != "Person" or not self._told or noun.dep_ != "nsubj":
            return False
        person = self.discourse.registry.of_name(masked.name)
        return any(f.subject is person and f.modality == "asserted" for f in self._told)

    def _while_there(self, block: ParsedBlock, verb: Token) -> Iterator[Finding]:
        """ "While in Lima, X met Y", "Y met X, currently in Lima on a visit": where somebody was when that happened."""
        for prep in (c for c in verb.children if c.lower_ in ("in", "at") and c.dep_ in ("prep", "advcl")):
            while_there = prep.i > 0 and block.doc[prep.i - 1].lower_ in ("while", "whilst")
            visitors = self.fill(block, arguments(verb), ("subject",)) if while_there else self._on_visit(block, prep)
            visitors = [t for t in visitors if t.kind == "Person"]
            places = [t for n in prep.children if n.dep_ == "pobj" for t in self.things(block, n) if t.kind == "Place"]
            if modality(verb) == "asserted":
                for visitor, place in product(visitors, places):
                    if not self._homes(visitor) & {place.hints.get("iso"), place.hints.get("country")}:
                        yield from told(visitor, "visited", place, block, verb, "asserted", 0.75, "while-there")

    def _on_visit(self, block: ParsedBlock, prep: Token) -> list[Thing]:
        """The person named right before ", currently in Lima on a working visit"."""
        on = [n for c in prep.head.children if c.lower_ in ("on", "for") for n in c.children if n.dep_ == "pobj"]
        if not any(n.lemma_ in VISITS and n.i > prep.i for n in on):
            return []
        before = prep.i - 1
        while before > 0 and block.doc[before].lower_ in ("currently", "presently", "now", "also"):
            before -= 1
        if block.doc[before].text != "," or before - 1 not in block.names:
            return []
        return [self.discourse.registry.of_name(block.names[before - 1].name)]

    def note(self, block: ParsedBlock, verb: Token) -> None:
        """Note who belongs to a delegation, "The delegation was led by X", "It included representatives of Y", and who
        goes with somebody: "X was accompanied by Y"."""
        self._note_guest(block, verb)
        if verb.dep_ == "dobj" and self.discourse.groups.visiting(verb):
            self.things(block, verb)  # "sent a delegation": read in passing, as "the delegation" looks back to it
        fellow = verb.lemma_ in COMING and any(c.lower_ == "with" for c in verb.children)
        if verb.pos_ not in ("VERB", "AUX") or not (fellow or verb.lemma_ in JOINING) or modality(verb) != "asserted":
            return
        slots = arguments(verb)
        span = block.sentence_span(verb)
        if fellow:
            self._note_fellow(block, slots, span)
        if verb.lemma_ == "accompany":
            self._note_company(block, verb, slots, span)
        if verb.lemma_ == "be":
            self._note_with(block, verb, span)
        if verb.lemma_ not in JOINING:
            return
        leading = verb.lemma_ in LEADING
        slots["members-of"] = [n for t in slots.get("subject", ()) if t.lemma_ == "member" for n in objects_of(t, "of")]
        for name in ("members-of", *BELONGING) if verb.lemma_ == "be" else ("subject", "object"):
            groups = [t for t in slots.get(name, []) if self.discourse.groups.visiting(t)]
            if (not groups and name != "on") or (name == "subject" and leading):
                continue
            others = ("object", "of") if name in ("subject", "members-of") else ("subject",)
            sent = [t for g in groups for t in self.things(block, g) or self._travelled(block, g)]
            lands = [t.hints.get("iso") for t in sent if not leading]
            last = self._last_travellers() if lands else []
            sent += [t for t in last if t not in sent and self._homes(t) & set(lands)]
            if name == "on" and not groups and any(t.lemma_ in VISITS and _the(t) for t in slots.get(name, [])):
                sent = self._last_travellers()
            members = [t for t in self.fill(block, slots, others) if t not in sent and "group" not in t.hints]
            members = [t for t in members if t.kind == "Person" or (t.kind == "Organization" and not leading)]
            if sent and members:
                self._members.append((sent, members, leading and verb.lemma_ != "accompany", span))

    def _note_fellow(self, block: ParsedBlock, slots: Slots, span: Span) -> None:
        """Who "flew in with the delegation" goes where it goes."""
        groups = [t for t in slots.get("with", ()) if self.discourse.groups.visiting(t)]
        sent = [t for g in groups for t in self.things(block, g) or self._travelled(block, g)]
        members = [t for t in self.fill(block, slots, ("subject",)) if t.kind == "Person" and t not in sent]
        if sent and members:
            self._members.append((sent, members, False, span))

    def _note_company(self, block: ParsedBlock, verb: Token, slots: Slots, span: Span) -> None:
        """Who accompanies somebody goes where they go; not who does so at a meeting."""
        if any(self.discourse.events.at(block, t) for n in MET_AT for t in slots.get(n, ())):
            return
        above = arguments(verb.head) if verb.dep_ == "advcl" and not slots.get("object") else slots
        chief = [t for t in self.fill(block, above, ("object" if above is slots else "subject",)) if t.kind == "Person"]
        members = [t for t in self.fill(block, slots, ("subject",)) if t.kind == "Person" and t not in chief]
        if chief and members:
            self._members.append((chief, members, False, span))

    def _note_with(self, block: ParsedBlock, verb: Token, span: Span) -> None:
        """ "With her were A, the Minister of Trade, and B": who goes with somebody, up to the next verb."""
        opening = block.doc[verb.sent.start : verb.i]
        if not 1 < len(opening) <= FARTHEST_COPULA or opening[0].lower_ != "with":
            return
        chief = [t for token in opening[1:] for t in self.things(block, token) if t.kind == "Person"]
        members: list[Thing] = []
        for token in block.doc[verb.i + 1 : verb.sent.end]:
            if token.tag_ in FINITE:
                break
            masked = block.names.get(token.i)
            members += [self.discourse.registry.of_name(masked.name)] if masked is not None else []
        members = [t for t in members if t.kind == "Person" and t not in chief]
        if len(chief) == 1 and members:
            self._members.append((chief, members, False, span))

    def _travelled(self, block: ParsedBlock, noun: Token) -> list[Thing]:
        """Whose delegation "his delegation" or "the delegation" is: the one's whom the pronoun stands for, or who was
        last said to travel."""
        owners = [t for c in noun.children if c.dep_ == "poss" for t in self.things(block, c)]
        return owners or self._last_travellers()

    def _last_travellers(self) -> list[Thing]:
        """Those who were last said to visit a place."""
        visits = [f for f in self._told if f.predicate == "visited"]
        last = dict.fromkeys(f.subject for f in visits if f.span == visits[-1].span)
        return [t for t in last if "group" not in t.hints]

    def _owned(self, slots: Slots, frame: Frame) -> bool:
        """Whether a visit's noun says whose it is, though by no name."""
        return any(slots.get(name) for name in frame.starts if name != "clause-subject")

    def _landed(self, place: Thing) -> list[Thing]:
        """For the airport of a known city the country: who lands there visits that."""
        if "airport" not in place.words():
            return [place]
        gazetteer = self.discourse.gazetteer
        cities = (gazetteer.find(" ".join(place.label.split()[:count])) for count in (3, 2, 1))
        codes = (city.country for city in cities if city is not None and city.country)
        country = gazetteer.countries.get(next(codes, ""))
        return [self.discourse.registry.country(country)] if country is not None else []

    def at_home(self, frame: Frame, traveller: Thing, place: Thing) -> bool:
        """Whether somebody who serves a country is told of in it: no visit."""
        land = place.hints.get("iso") or (place.hints.get("country") if frame.id == "travel-to" else None)
        return traveller.kind == "Person" and land is not None and land in self._homes(traveller)

    def _note_guest(self, block: ParsedBlock, token: Token) -> None:
        """ "The visiting Zambian President Joe Phiri" is on a visit to where those live whom he meets."""
        masked = block.names.get(token.i)
        if masked is None or masked.holder is None:
            return
        first = masked.holder.first
        if "visiting" in [w.lower for w in block.read.words[max(0, first - 1) : first + 2]]:
            self._guests.append(self.discourse.registry.of_name(masked.name))

    def _received(self) -> Iterator[Finding]:
        """Where guests are, by the country of those who met them."""
        for finding in self._told:
            ends = [t for t in (finding.subject, finding.object) if isinstance(t, Thing)]
            guests = [t for t in ends if t in self._guests]
            if finding.predicate != "metWith" or len(guests) != 1:
                continue
            host = next(t for t in ends if t is not guests[0])
            lands = [t for t in (host, *self.employers.get(host, ())) if "iso" in t.hints]
            if lands and self._homes(guests[0]) and lands[0].hints["iso"] not in self._homes(guests[0]):
                found = replace(finding, subject=guests[0], predicate="visited", object=lands[0], confidence=0.7)
                yield replace(found, frame="visiting-guest")

    def tell(self, finding: Finding) -> None:
        """Keep a finding that the members of a delegation may share."""
        end = finding.object
        shared = SHARED | {"attended"} if isinstance(end, Thing) and end.hints.get("noun") in VISITS else SHARED
        if finding.predicate in shared and finding.modality == "asserted":
            self._told.append(finding)

    def told_of(self, people: Sequence[Thing]) -> bool:
        """Whether some of them are said to have gone somewhere, or met somebody: their company did so, too."""
        return any(f.subject in people or f.object in people for f in self._told)

    def visitors(self, instrument: Token) -> list[Thing]:
        """ "The visit ended with the signing of an MoU with Y": the body whose people went there last."""
        verb = next((a for a in instrument.ancestors if a.pos_ == "VERB"), None)
        if verb is None or not any(c.dep_ == "nsubj" and c.lemma_ in VISITS for c in verb.children):
            return []
        went = [f.subject for f in reversed(self._told) if f.predicate == "visited"]
        sent = [each for t in went for each in ([t] if t.kind == "Organization" else self.employers.get(t, ()))]
        return [t for t in sent if "group" not in t.hints][:1]

    def shared(self) -> Iterator[Finding]:
        """Where a delegation went, its members went; its leader made its visit, and met whom it met."""
        yield from self._received()
        for sent, members, leading, span in self._members:
            for finding in self._told:
                ends = (finding.subject, finding.object)
                mine = [t for t in sent if t in ends]
                if not mine or (finding.predicate != "visited" and not leading) or finding.object in members:
                    continue
                if finding.predicate != "metWith" and finding.subject not in sent:
                    continue
                land = finding.object.hints.get("iso") if isinstance(finding.object, Thing) else None
                members = [t for t in members if land is None or land not in self._homes(t)]
                other = finding.object if finding.subject is mine[0] else finding.subject
                for member in members:
                    for each in (span, finding.span):
                        found = replace(finding, subject=member, object=other, span=each, confidence=0.7)
                        yield replace(found, frame="delegation-member")

    def _around(self, block: ParsedBlock, noun: Token) -> list[Thing]:
        """Where one is who visits "the Acme campus", "the headquarters of Acme", "the vineyards of Kakheti"."""
        humans = self.discourse.lexicon.people - SITES
        if noun.pos_ != "NOUN" or noun.lower_ in humans | self.discourse.lexicon.title_heads:
            return []
        before = [c for c in noun.children if c.dep_ in ("compound", "nmod", "poss")]
        owners = [n for n in [*objects_of(noun, "of", "at"), *before] if n.i in block.names]
        bodies = [t for n in owners for t in self.things(block, n) if t.kind == "Organization"]
        if bodies and (noun.lower_ in HOUSES or noun.lemma_ in HOUSES):
            return bodies[:1]
        behind = (
            [c for c in noun.head.children if c.i == noun.i + 1 and c.lower_ == "in"] if noun.dep_ == "dobj" else []
        )
        where = [*objects_of(noun, "of", "in"), *(n for c in behind for n in c.children if n.dep_ == "pobj")]
        where = [n for n in where if n.i in block.names]
        where += [n for n in coordinated(noun) if n != noun and n.i in block.names] if where else []
        return [t for n in where for t in self.things(block, n) if t.kind == "Place"]

    def _homes(self, thing: Thing) -> set[str]:
        """The countries that a person or body is of, as far as the article tells."""
        bodies = [thing, *self.employers.get(thing, ())]
        return {code for t in bodies for code in (t.hints.get("iso"), t.hints.get("country")) if code}


def _the(token: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("the", "this") for c in token.children)
