"""Who travelled where, beyond what the clause says: hosts are no visitors; where a body is, one visits it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product, takewhile

from kg.extract.discourse.discourse import Discourse
from kg.extract.discourse.filling import SlotFiller
from kg.extract.discourse.verb_events import HE
from kg.extract.frames import Frame
from kg.extract.reference.groups import PARTIES
from kg.extract.reference.referents import Thing
from kg.extract.relations.delegations import JOINING, VISITS, Delegations, is_seat, the
from kg.extract.relations.findings import Finding, told
from kg.extract.syntax.alongside import PERSON
from kg.extract.syntax.clauses import THANKING, Slots, arguments, coordinated, objects_of
from kg.extract.syntax.modality import modality
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token

HOSTING = frozenset(
    """
    organize organise arrange host facilitate coordinate sponsor fund support welcome announce hail praise describe
    discuss receive report follow expect await include cover offer appreciate
    """.split()
)
"""Verbs whose subject does not make the journey that is their object."""
RECEIVING = frozenset(("receive", "welcome", "host", "greet"))
GUIDING = frozenset(("accompany", "join", "escort"))
"""Verbs of those who go along."""
HOUSES = frozenset(
    """
    campus headquarters headquarter office premise plant factory facility secretariat branch house seat workshop
    laboratory lab stand booth pavilion site warehouse showroom refinery mill mine farm shipyard terminal hub depot port
    hospital clinic station
    """.split()
)
"""Nouns for where a body is: who is there visits it."""
GROUNDS = frozenset(("campus", "premise", "facility", "laboratory", "lab"))
"""Those of them that need not be said to be the body's that is being visited."""
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
SENDING = frozenset(("send", "dispatch", "host", "receive", "welcome", "invite"))
SAYING = frozenset("say tell add note announce reveal".split())
ARRIVING = frozenset(("arrival", "coming"))
JOURNEYS = frozenset(("journey", "engagement", "itinerary"))
THERE = frozenset("country nation island kingdom sultanate emirate republic archipelago".split())


HERE = frozenset(("travel-to", "come-to", "be-abroad", "visit-to", "visit", "stay-in", "reach"))
"""Frames of journeys that may lead "here"."""


class Journeys(SlotFiller):
    """Settles who the travellers of a clause are and where they went."""

    def __init__(
        self, discourse: Discourse, employers: Mapping[Thing, Sequence[Thing]], delegations: Delegations
    ) -> None:
        super().__init__(discourse)
        self.employers = employers
        self.delegations = delegations

    def slots(self, trigger: Token, slots: Slots) -> Slots:
        """The slots of a visit without its host, and with a destination that hangs deeper: "a visit by officials led
        by X to Y"."""
        settled = dict(slots)
        if trigger.dep_ == "dobj" and trigger.head.lemma_ in HOSTING:
            settled.pop("holder", None)
        if trigger.dep_ == "pobj" and trigger.head.lower_ in ("on", "for"):
            settled["clause-subject"] = _received(trigger.head) or slots.get("clause-subject", [])
        if any(self.discourse.groups.visiting(n) for n in objects_of(trigger, "of")):  # "concluded the visit of a team"
            settled = {name: tokens for name, tokens in settled.items() if name not in ("holder", "clause-subject")}
        if trigger.pos_ == "VERB":  # "visited Lima, followed by Ica"
            then = [c for c in trigger.children if c.dep_ == "advcl" and c.lemma_ == "follow" and c.tag_ == "VBN"]
            after = [n for c in then for by in c.children if by.dep_ == "agent" for n in by.children]
            settled["object"] = [*slots.get("object", ()), *after]
            for name in ("to", "in"):  # "hosted a delegation led by A in Lima": the parser hangs it on who is sent
                clauses = [c for n in slots.get("object", ()) for t in n.subtree for c in t.children if c.dep_ == "acl"]
                if not slots.get(name) and not slots.get(f"object.{name}"):
                    settled[name] = [n for c in clauses for n in objects_of(c, name)]
        if trigger.pos_ == "NOUN" and not slots.get("to"):
            inner = [t for t in trigger.subtree if t.lower_ == "to" and t.dep_ == "prep"]
            inner = [t for t in inner if t.head.dep_ == "acl" or self._coming(t.head)]
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
        if not starts and trigger.pos_ != "NOUN" and frame.id != "received-at":
            travellers = self.delegations.unnamed(block, [n for name in frame.starts for n in slots.get(name, ())])
        if frame.id == "welcomed-to" and not any(self.discourse.groups.visiting(n) for n in slots.get("object", ())):
            travellers = [t for t in travellers if t.kind == "Person"]  # bodies are welcomed to alliances
        if "modifier" in frame.ends:
            places = [t for t in places if t.place is not None]
        elif not travellers and trigger.pos_ == "NOUN" and the(trigger) and not self._owned(slots, frame):
            travellers = self.delegations.last_travellers()
        if trigger.pos_ == "NOUN" and places and travellers:
            travellers = self._guests(block, frame, trigger, travellers, places)
        if frame.verbs and travellers:
            travellers += [
                t for t in self.fill(block, slots, ("with", "alongside")) if t.kind == "Person" and t not in travellers
            ]
        if places and frame.id == "visit-received" and all(t.kind == "Person" for t in places):
            hosts = [b for t in places for b in self.employers.get(t, ())]
            places = [b for b in hosts if b.kind == "Organization" and "ministry" not in b.words()][:1]
        if frame.id in ("delegation-to", "travel-to") and all(t.kind == "Event" for t in places):
            # "flew to the Lake Forum in Lima"
            fairs = [n for name in frame.ends for n in slots.get(name, ()) if self.discourse.events.at(block, n)]
            where = [*(i for n in fairs for i in objects_of(n, "in")), *(slots.get("in", ()) if fairs else ())]
            places = [t for n in where for t in self.things(block, n) if t.kind == "Place"]
        if frame.id == "received-at" and self.discourse.envoys().intersection(travellers):
            places = [t for t in places if not is_seat(t)]  # they live there
        if not places:
            nouns = [n for name in frame.ends for t in slots.get(name, ()) for n in coordinated(t)]
            places = [t for noun in nouns if noun.i not in block.names for t in self._around(block, noun)]
        if not places and frame.id in HERE:
            travellers, places = self._here(trigger, travellers)
        if not places and any(t.lemma_ in THERE and the(t) for name in frame.ends for t in slots.get(name, [])):
            homes = {h for t in travellers for h in self.discourse.homes(t)}
            others = [c for c in self.discourse.collectives.countries() if c.hints["iso"] not in homes]
            places = others if homes and len(others) == 1 else []
            if places and trigger.pos_ == "NOUN" and (paying := self._hosted(block, trigger, places[0], travellers)):
                travellers = paying
                places = [c for c in self.discourse.collectives.countries() if c.hints["iso"] in homes]
        if frame.abroad:
            places = [t for t in places if t.kind == "Place"]
            lands = {t.hints.get("iso") or t.hints.get("country") or "" for t in places}
            reasons = [t for t in trigger.subtree if t.lower_ == "for" and t.dep_ == "prep" and t.i > trigger.i]
            come = any(n.lemma_ in OCCASIONS for prep in reasons for n in prep.subtree)
            guests = trigger.lemma_ in RECEIVING and any(map(self.discourse.groups.visiting, slots.get("object", ())))
            known = [t for t in travellers if (t.kind == "Person" or guests) and (self.discourse.homes(t) or come)]
            travellers = [t for t in known if not self.discourse.homes(t) & lands]
        return travellers, places

    def _here(self, verb: Token, travellers: list[Thing]) -> tuple[list[Thing], list[Thing]]:
        """ "Arrived here on Monday": those who are of another country than the city of the dateline, and that city."""
        here = self.discourse.here
        if here is None or here.place is None or not any(c.lower_ == "here" for c in verb.children):
            return travellers, []
        homes = [(t, self.discourse.homes(t)) for t in travellers]
        return [t for t, lands in homes if lands and here.place.country not in lands], [here]

    def _guests(
        self, block: ParsedBlock, frame: Frame, visit: Token, travellers: list[Thing], places: Sequence[Thing]
    ) -> list[Thing]:
        """ "Minister A of Peru met B during her visit to Peru": B, where A, whom "her" could stand for, is at home."""
        hers = any(c.dep_ == "poss" and c.lower_ in ("his", "her") for c in visit.children)
        if not hers or not all(self.at_home(frame, t, p) for t in travellers for p in places):
            return travellers
        named = [t for n in visit.sent if n.i in block.names and n.i < visit.i for t in self.things(block, n)]
        others = dict.fromkeys(t for t in named if t.kind == "Person" and t not in travellers)
        return [t for t in others if not any(self.at_home(frame, t, p) for p in places)]

    def _hosted(self, block: ParsedBlock, visit: Token, land: Thing, hosts: Sequence[Thing]) -> list[Thing]:
        """ "Ana Rojas received Peru's Luis Vega on the occasion of his visit to the country": whose visit it is, who is
        of the ``land`` that seemed to be meant."""
        before = [t for t in visit.sent if t.i < visit.i]
        if not any(t.lemma_ in RECEIVING or t.lower_ == "occasion" for t in before):
            return []
        people = [t for n in before if n.i in block.names for t in self.things(block, n) if t.kind == "Person"]
        return [t for t in people[-1:] if t not in hosts and land.hints["iso"] in self.discourse.homes(t)]

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
        travellers = [t for n in (*mine, *owners) for t in self.things(block, n)] or self.delegations.last_travellers()
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
        if not guests or verb.lemma_ in JOINING | SENDING | SAYING or modality(verb) != "asserted":
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
                if traveller is not place and land not in self.discourse.homes(traveller):
                    yield from told(traveller, "visited", place, block, verb, "asserted", 0.7, "delegation-there")

    def _coming(self, noun: Token) -> bool:
        """Whether a noun is for those who come: "a visit by experts from A to B"."""
        people = noun.dep_ == "pobj" and noun.lower_ in self.discourse.lexicon.people
        sent = people and any(n.pos_ == "PROPN" for n in objects_of(noun, "from", "of"))
        return sent or self.discourse.groups.visiting(noun)

    def _abroad(self, block: ParsedBlock, noun: Token) -> bool:
        """Whether a noun is for a delegation, or names a person whose journey the article has told of."""
        if self.discourse.groups.visiting(noun):
            return noun.lower_ not in ("guests", *PARTIES)
        if not self.delegations.told or noun.dep_ != "nsubj":
            return False
        office = the(noun) and noun.lemma_ in self.discourse.lexicon.title_heads
        if noun.i not in block.names and noun.lower_ not in HE and not office:
            return False
        named = [self.discourse.registry.of_name(block.names[noun.i].name)] if noun.i in block.names else []
        people = [t for t in named or self.things(block, noun) if t.kind == "Person"]
        gone = [f for f in self.delegations.told if noun.i in block.names or f.predicate == "visited"]
        return len(people) == 1 and any(f.subject is people[0] for f in gone)

    def _while_there(self, block: ParsedBlock, verb: Token) -> Iterator[Finding]:
        """ "While in Lima, X met Y", "Y met X, currently in Lima on a visit": where somebody was when that happened."""
        for prep in (c for c in verb.children if c.lower_ in ("in", "at") and c.dep_ in ("prep", "advcl")):
            while_there = prep.i > 0 and block.doc[prep.i - 1].lower_ in ("while", "whilst")
            visitors = self.fill(block, arguments(verb), ("subject",)) if while_there else self._on_visit(block, prep)
            visitors = [t for t in visitors if t.kind == "Person"]
            places = [t for n in prep.children if n.dep_ == "pobj" for t in self.things(block, n) if t.kind == "Place"]
            if modality(verb) == "asserted":
                for visitor, place in product(visitors, places):
                    if not self.discourse.homes(visitor) & {place.hints.get("iso"), place.hints.get("country")}:
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

    def _owned(self, slots: Slots, frame: Frame) -> bool:
        """Whether a visit's noun says whose it is, though by no name."""
        return any(slots.get(name) for name in frame.starts if name != "clause-subject")

    def _landed(self, place: Thing) -> list[Thing]:
        """For the airport of a city in a country that is told of, that country: who lands there visits it."""
        if "airport" not in place.words():
            return [place]
        gazetteer = self.discourse.gazetteer
        words = list(takewhile(lambda word: word.casefold() != "airport", place.label.split()))
        cities = (gazetteer.find(" ".join(words[:count])) for count in range(min(3, len(words)), 0, -1))
        told = {t.hints.get("iso") or t.hints.get("country") for t in self.discourse.registry.of_kind("Place")}
        known = (city for city in cities if city is not None and (city.capital or city.country in told))
        country = gazetteer.countries.get(next((city.country for city in known if city.country), ""))
        return [self.discourse.registry.country(country)] if country is not None else []

    def at_home(self, frame: Frame, traveller: Thing, place: Thing) -> bool:
        """Whether somebody who serves a country is told of in it: no visit."""
        land = place.hints.get("iso") or (place.hints.get("country") if frame.id == "travel-to" else None)
        return traveller.kind == "Person" and land is not None and land in self.discourse.homes(traveller)

    def _around(self, block: ParsedBlock, noun: Token) -> list[Thing]:
        """Where one is who visits "the Acme campus", "the headquarters of Acme", "the vineyards of Kakheti"."""
        humans = self.discourse.lexicon.people - SITES
        if noun.pos_ != "NOUN" or noun.lower_ in humans | self.discourse.lexicon.title_heads:
            return []
        top = noun
        while top.dep_ == "conj":
            top = top.head
        beside = [c for c in top.head.children if c.i == noun.i + 1] if top.dep_ == "dobj" else []
        before = [c for c in noun.children if c.dep_ in ("compound", "nmod", "poss")]
        at = [n for c in beside if c.lower_ == "at" for n in c.children]
        owners = [n for n in [*objects_of(noun, "of", "at"), *before, *at] if n.i in block.names]
        bodies = [t for n in owners for t in self.things(block, n) if t.kind == "Organization"]
        if noun.lower_ in HOUSES or noun.lemma_ in HOUSES:
            told = [
                f.object
                for f in self.delegations.told
                if f.predicate == "visited" and f.frame in LOOKING | {"visit-to"}
            ]
            seen = [t for t in told if isinstance(t, Thing) and t.kind == "Organization"] if the(noun) else []
            plain = noun.lemma_ in GROUNDS and all(c.dep_ in ("det", "amod") for c in noun.children)
            if bodies or (seen and plain):
                return [*(bodies[:1] or seen[-1:]), *self._places(block, noun, beside)]
        sites = [t for n in before if n.i in block.names for t in self.things(block, n) if t.kind == "Place"]
        return self._places(block, noun, beside) or [t for t in sites if "iso" not in t.hints]

    def _places(self, block: ParsedBlock, noun: Token, beside: Sequence[Token]) -> list[Thing]:
        """Where that is which is seen: "the vineyards of Kakheti", "the Acme plant in Lima"."""
        behind = [c for c in beside if c.lower_ == "in"]
        where = [*objects_of(noun, "of", "in"), *(n for c in behind for n in c.children if n.dep_ == "pobj")]
        where = [n for n in where if n.i in block.names]
        where += [n for n in coordinated(noun) if n != noun and n.i in block.names] if where else []
        return [t for n in where for t in self.things(block, n) if t.kind == "Place"]


def _received(prep: Token) -> list[Token]:
    """ "Welcomed A and a delegation on a visit", "thanked A for the visit": those who are received, whether "on" hangs
    on them or on the verb; who "accompanied A on a visit" and A made it both. "B met A, on a visit to Lima": A."""
    governor = prep.head
    apart = prep.lower_ == "on" and prep.i > 1 and prep.nbor(-1).text == ","
    if apart and prep.nbor(-2).text == PERSON and prep.nbor(-2).dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return [prep.nbor(-2)]
    thanked = governor.lemma_ in THANKING and governor.i < prep.i  # "On a visit to Lima, she praised its port"
    if thanked or governor.lemma_ in RECEIVING | {"take"}:
        return [c for c in governor.children if c.dep_ in ("dobj", "nsubjpass")]
    if governor.lemma_ in GUIDING:
        return [c for c in governor.children if c.dep_ in ("nsubj", "dobj", "nsubjpass")]
    while governor.dep_ == "conj":
        governor = governor.head
    return [governor] if governor.dep_ == "dobj" and governor.head.lemma_ in RECEIVING else []
