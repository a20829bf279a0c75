"""Who belongs to which delegation: where it goes its members go, whom it meets its leader meets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product

from kg.extract.discourse.discourse import Discourse
from kg.extract.discourse.filling import SlotFiller
from kg.extract.reference.groups import LEADING, MEMBERSHIP, PARTIES
from kg.extract.reference.referents import Thing
from kg.extract.relations.findings import Finding
from kg.extract.syntax.clauses import Slots, arguments, is_passive, objects_of
from kg.extract.syntax.modality import modality
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import FINITE, Token
from kg.model import Span

JOINING = LEADING | MEMBERSHIP | {"be", "join"}
COMING = frozenset("fly travel come arrive go visit".split())
BELONGING = ("in", "among", "on", "object.of")
"""Slots of the delegation that somebody is said to be in."""
FARTHEST_COPULA = 4
MET_AT = ("at", "to", "during", "in", "on")
VISITS = frozenset("visit trip tour mission".split())
SHARED = frozenset(("visited", "metWith"))
AT_HEAD = "at the head of a"
FARTHEST_HEAD = 60
"""Characters from a delegation back to what tells of its head."""
BEFORE_LED = frozenset(("delegation", "group", "mission", "team"))
SPEAKING = frozenset(("speech-at-house", "lecture-at-house"))
GUESTS = frozenset("visitor visitors guest guests dignitary dignitaries entourage party".split())
UNNAMED = "unnamed"
"""The hint of a delegation of which nobody is named where it is told of."""


class Delegations(SlotFiller):
    """Keeps who belongs to which delegation, and where it was."""

    def __init__(self, discourse: Discourse, employers: Mapping[Thing, Sequence[Thing]]) -> None:
        super().__init__(discourse)
        self.employers = employers
        self.told: list[Finding] = []
        self._members: list[tuple[list[Thing], list[Thing], bool, Span]] = []
        self._guests: list[Thing] = []
        self._unnamed: Thing | None = None

    def note(self, block: ParsedBlock, verb: Token) -> None:
        """Note who belongs to a delegation, "The delegation was led by X", "It included representatives of Y", and who
        goes with somebody: "X was accompanied by Y"."""
        self._note_guest(block, verb)
        self._note_leaders(block, verb)
        self._note_brought(block, verb)
        brought = verb.dep_ == "pobj" and verb.head.lower_ == "with"
        if (verb.dep_ == "dobj" or brought) and self.discourse.groups.visiting(verb):
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
        if verb.lemma_ not in JOINING or (verb.lemma_ == "join" and is_passive(verb)):  # joined by its hosts
            return
        leading = verb.lemma_ in LEADING
        slots["members-of"] = [n for t in slots.get("subject", ()) if t.lemma_ == "member" for n in objects_of(t, "of")]
        for name in ("members-of", *BELONGING) if verb.lemma_ == "be" else ("subject", "object"):
            groups = [t for t in slots.get(name, []) if self._sent(t, leading)]
            if (not groups and name != "on") or (name == "subject" and leading):
                continue
            others = ("object", "of") if name in ("subject", "members-of") else ("subject",)
            sent = [t for g in groups for t in self.things(block, g) or self._travelled(block, g)]
            lands = [t.hints.get("iso") for t in sent if not leading]
            sent += (
                [t for t in self.last_travellers() if t not in sent and self.discourse.homes(t) & set(lands)]
                if lands
                else []
            )
            if name == "on" and not groups and any(t.lemma_ in VISITS and the(t) for t in slots.get(name, [])):
                sent = self.last_travellers()
            members = [t for t in self.fill(block, slots, others) if t not in sent and "group" not in t.hints]
            members = [t for t in members if t.kind == "Person" or (t.kind == "Organization" and not leading)]
            if sent and members:
                self._members.append((sent, members, leading and verb.lemma_ != "accompany", span))

    def _note_leaders(self, block: ParsedBlock, noun: Token) -> None:
        """ "The delegation, led by A, …": A went where that had gone before which the article told of."""
        if noun.lower_ in BEFORE_LED and the(noun) and any(c.dep_ in ("acl", "relcl") for c in noun.children):
            before = list(self.discourse.delegation) or self.last_travellers()
            led = [t for t in self.things(block, noun) if t.kind == "Person" and t not in before]
            if led and (set(before) <= set(self.discourse.delegation) or before == [self._unnamed]):
                self._members.append((before, led, True, block.sentence_span(noun)))

    def _note_brought(self, block: ParsedBlock, noun: Token) -> None:
        """ "She came at the head of a delegation that included A": A goes where she goes."""
        if noun.lower_ not in BEFORE_LED:
            return
        start = block.spans[noun.i].start - block.read.block.span.start
        led = AT_HEAD in block.read.text[max(0, start - FARTHEST_HEAD) : start]
        verb = next((a for a in noun.ancestors if a.pos_ == "VERB"), None) if led else None
        sent = self.fill(block, arguments(verb), ("subject",)) if verb is not None else []
        members = [t for t in self.discourse.groups.leaders(block, noun) if t not in sent]
        if sent and members:
            self._members.append((sent, members, False, block.sentence_span(noun)))

    def unnamed(self, block: ParsedBlock, nouns: Sequence[Token]) -> list[Thing]:
        """Whom "the delegation" means where none was told of: those last said to travel, or else one of which nobody
        has been named yet, who are told of later: "Guests came from abroad. The delegation included A"."""
        noun = next((n for n in nouns if n.i not in block.names and n.lower_ in BEFORE_LED | GUESTS), None)
        if noun is None or (self.discourse.delegation and the(noun)):
            return []
        if owners := [t for c in noun.children if c.dep_ == "poss" for t in self.things(block, c)]:
            return owners
        gone = [f.frame for f in self.told if f.predicate == "visited"]
        if the(noun) and gone and gone[-1] not in SPEAKING:
            return self.last_travellers()
        if noun.lower_ in GUESTS:
            return []
        if self._unnamed is None or not the(noun):
            self._unnamed = Thing("Organization", first=block.spans[noun.i].start)
            self._unnamed.hints[UNNAMED] = "yes"
        return [self._unnamed]

    def _sent(self, noun: Token, leading: bool) -> bool:
        """Whether a noun is for a delegation; somebody leads a side, too."""
        return self.discourse.groups.visiting(noun) or self._known(noun) or (leading and noun.lower_ == "side")

    def _known(self, noun: Token) -> bool:
        """ "The group", "the six-member party": the delegation told of before."""
        return noun.lower_ in PARTIES and the(noun) and bool(self.discourse.delegation)

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
        """ "With her were A, the Minister of Trade, and B", "Travelling with her are A and B": who goes with somebody,
        up to the next verb."""
        opening = block.doc[verb.sent.start : verb.i]
        going = len(opening) > 1 and opening[0].tag_ == "VBG" and opening[0].lemma_ in COMING
        opening = opening[1:] if going else opening
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
        return owners or self.last_travellers()

    def last_travellers(self) -> list[Thing]:
        """Those who were last said to visit a place."""
        visits = [f for f in self.told if f.predicate == "visited"]
        last = dict.fromkeys(f.subject for f in visits if f.span == visits[-1].span)
        return [t for t in last if "group" not in t.hints]

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
        for finding in self.told:
            ends = [t for t in (finding.subject, finding.object) if isinstance(t, Thing)]
            guests = [t for t in ends if t in self._guests]
            if finding.predicate != "metWith" or len(guests) != 1:
                continue
            host = next(t for t in ends if t is not guests[0])
            lands = [t for t in (host, *self.employers.get(host, ())) if "iso" in t.hints]
            homes, here = self.discourse.homes(guests[0]), self.discourse.here
            where = here.place.country if here is not None and here.place is not None else None
            if lands and where not in (None, lands[0].hints["iso"]):
                lands = [here] if here is not None and where not in homes else []  # hosts at a summit come, too
            if lands and homes and lands[0].hints.get("iso") not in homes:
                found = replace(finding, subject=guests[0], predicate="visited", object=lands[0], confidence=0.7)
                yield replace(found, frame="visiting-guest")

    def _leaders(self) -> Iterator[Finding]:
        """ "The Kenyan delegation was led by A, while B headed the Ugandan one": who lead two sides that met."""
        led = [(sent, members, span) for sent, members, leading, span in self._members if leading]
        met = {frozenset((id(f.subject), id(f.object))) for f in self.told if f.predicate == "metWith"}
        for (sent, members, _), (others, hosts, there) in combinations(led, 2):
            if any(frozenset((id(a), id(b))) in met for a in sent for b in others) and not set(members) & set(hosts):
                for one, other in product(members, hosts):
                    yield Finding(one, "metWith", other, there, "asserted", 0.7, "led-sides")

    def tell(self, finding: Finding) -> Finding:
        """Keep a finding that the members of a delegation may share; the finding."""
        end = finding.object
        shared = SHARED | {"attended"} if isinstance(end, Thing) and end.hints.get("noun") in VISITS else SHARED
        if finding.predicate in shared and finding.modality == "asserted":
            self.told.append(finding)
            self.discourse.travellers = tuple(t for t in self.last_travellers() if t.kind == "Person")
        return finding

    def told_of(self, people: Sequence[Thing]) -> bool:
        """Whether some of them are said to have gone somewhere, or met somebody: their company did so, too."""
        return any(f.subject in people or f.object in people for f in self.told)

    def visitors(self, instrument: Token) -> list[Thing]:
        """ "The visit ended with the signing of an MoU with Y": the body whose people went there last."""
        verb = next((a for a in instrument.ancestors if a.pos_ == "VERB"), None)
        if verb is None or not any(c.dep_ == "nsubj" and c.lemma_ in VISITS for c in verb.children):
            return []
        went = [f.subject for f in reversed(self.told) if f.predicate == "visited"]
        sent = [each for t in went for each in ([t] if t.kind == "Organization" else self.employers.get(t, ()))]
        return [t for t in sent if "group" not in t.hints and UNNAMED not in t.hints][:1]

    def shared(self) -> Iterator[Finding]:
        """Where a delegation went, its members went; its leader made its visit, and met whom it met."""
        yield from self._received()
        yield from self._leaders()
        envoys = self.discourse.envoys()
        for sent, members, leading, span in self._members:
            places = [f.object for f in self.told if f.predicate == "visited" and f.subject in sent]
            lands = {t.hints.get("iso") for t in places if isinstance(t, Thing)} - {None}
            guests = [t for t in members if not lands & self.discourse.homes(t)]  # the others are their hosts
            for finding in self.told:
                mine = [t for t in sent if t in (finding.subject, finding.object)]
                if not mine or (finding.predicate != "visited" and not leading) or finding.object in guests:
                    continue
                if finding.predicate != "metWith" and finding.subject not in sent:
                    continue
                other = finding.object if finding.subject is mine[0] else finding.subject
                for member in guests:
                    if member in envoys and isinstance(other, Thing) and is_seat(other):
                        continue  # they live there
                    for each in (span, finding.span):
                        found = replace(finding, subject=member, object=other, span=each, confidence=0.7)
                        yield replace(found, frame="delegation-member")


def is_seat(thing: Thing) -> bool:
    """Whether it is a country or its capital, where envoys live."""
    return "iso" in thing.hints or (thing.place is not None and thing.place.capital)


def named(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings about those who are named."""
    return (finding for finding in findings if UNNAMED not in finding.subject.hints)


def the(token: Token) -> bool:
    """Whether a noun has a definite article."""
    return any(c.dep_ == "det" and c.lower_ in ("the", "this") for c in token.children)
