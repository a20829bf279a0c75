"""Who signed for whom, where a sentence tells it side by side: "signed by X on behalf of A and Y on behalf of B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.extract.discourse.discourse import Discourse
from kg.extract.discourse.events import EventBook
from kg.extract.reference.referents import Thing
from kg.extract.relations.findings import Finding, told
from kg.extract.syntax.clauses import arguments, coordinated
from kg.extract.syntax.conditions import relation_of_instrument
from kg.extract.syntax.modality import modality
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Sentence, Token

SIGNING = frozenset("sign ink initial countersign co-sign pen conclude seal exchange execute".split())
SIDES = frozenset(("side", "part"))
FARTHEST_BODY = 8
"""Words from "behalf of" to the name of the one signed for."""


@dataclass(frozen=True, slots=True)
class Principal:
    """One for whom a sentence says that somebody signed, and where it says so."""

    first: int
    last: int
    thing: Thing


class Signatories:
    """Pairs those for whom agreements were signed."""

    def __init__(self, discourse: Discourse, events: EventBook) -> None:
        self.discourse = discourse
        self.events = events

    def findings(self, blocks: Sequence[ParsedBlock]) -> Iterator[Finding]:
        """Who represents whom, was at the signing, and is bound to whom, in text order."""
        ceremonies = self.events.signings()
        relation = "signedAgreementWith"
        for block in blocks:
            before: list[Principal] = []
            scene: Thing | None = None
            for sentence in block.sentences:
                relation = next((r for t in sentence if (r := relation_of_instrument(block, t))), relation)
                verb = next((t for t in sentence if t.lemma_ in SIGNING and t.pos_ == "VERB"), None)
                principals = self._principals(block, sentence) if verb is not None else []
                said = modality(verb) if verb is not None else "asserted"
                if verb is not None and said == "asserted":
                    scene = ceremonies[0] if len(ceremonies) == 1 else self._scene(block, verb) or scene
                    for person in self._for_their_own(block, verb):
                        if scene is not None:
                            yield from told(person, "attended", scene, block, verb, said, 0.7, "at-the-signing")
                if verb is None or not principals:
                    before = []
                    continue
                for person, thing in self._signers(block, sentence, principals):
                    yield from told(person, "represents", thing, block, verb, said, 0.85, "on-behalf-of")
                    if scene is not None:
                        yield from told(person, "attended", scene, block, verb, said, 0.7, "at-the-signing")
                single = len(before) == len(principals) == 1
                things = dict.fromkeys(p.thing for p in ([*before, *principals] if single else principals))
                for one, other in combinations(things, 2):
                    yield from told(one, relation, other, block, verb, said, 0.85, "signed-for")
                before = principals

    def _scene(self, block: ParsedBlock, verb: Token) -> Thing | None:
        """The event at which a sentence says that something was signed."""
        at = (t for t in verb.subtree if t.lower_ in ("at", "during") and t.dep_ == "prep")
        found = (self.events.at(block, noun) for prep in at for noun in prep.children if noun.dep_ == "pobj")
        return next((event for event in found if event is not None), None)

    def _for_their_own(self, block: ParsedBlock, verb: Token) -> list[Thing]:
        """ "A and B signed for their companies": the people."""
        if not any(t.lower_ == "their" and _signed_for_them(t) for t in verb.subtree):
            return []
        signers = (t for noun in arguments(verb).get("subject", ()) for t in self.discourse.things(block, noun))
        return [t for t in signers if t.kind == "Person"]

    def _principals(self, block: ParsedBlock, sentence: Sentence) -> list[Principal]:
        found: list[Principal] = []
        for token in sentence:
            for principal in self._principals_at(block, sentence, token):
                if principal.thing not in [p.thing for p in found]:
                    found.append(principal)
        return found

    def _principals_at(self, block: ParsedBlock, sentence: Sentence, token: Token) -> Iterator[Principal]:
        """ "on behalf of A", "for A" behind a person or a verb of signing, "from the Kenyan side"."""
        if token.lower_ == "behalf":
            named = self._named_behind(block, sentence, token.i + 1, FARTHEST_BODY)
        elif token.lower_ == "for" and self._signed_for(block, sentence, token):
            named = self._named_behind(block, sentence, token.i + 1, 2)
        elif token.lemma_ in SIDES:
            country = next((p for c in token.children if (p := self.discourse.gazetteer.country_of(c.text))), None)
            if country is not None and token.dep_ == "pobj":
                yield Principal(token.head.i, token.i, self.discourse.registry.country(country))
            return
        else:
            return
        if named is not None:
            for each in coordinated(named) if token.lower_ == "behalf" and named.dep_ == "pobj" else (named,):
                if self._is_body(block, each):
                    thing = self.discourse.registry.of_name(block.names[each.i].name)
                    yield Principal(token.i, each.i, thing)

    def _signed_for(self, block: ParsedBlock, sentence: Sentence, preposition: Token) -> bool:
        """Whether "for" tells whom somebody signed for: it begins the sentence, or follows a person or the verb."""
        if preposition.i == sentence.start:
            return True
        before = block.doc[preposition.i - 1]
        masked = block.names.get(before.i)
        return before.lemma_ in SIGNING or (masked is not None and masked.name.kind == "Person")

    def _named_behind(self, block: ParsedBlock, sentence: Sentence, start: int, farthest: int) -> Token | None:
        """The first body or country named behind, before the sentence goes on."""
        for token in block.doc[start : min(start + farthest, sentence.end)]:
            if self._is_body(block, token):
                return token
            away = token.pos_ == "ADP" and token.lower_ not in ("of", "behalf")
            if away or token.pos_ in ("VERB", "AUX") or token.is_punct or token.i in block.names:
                return None
        return None

    def _is_body(self, block: ParsedBlock, token: Token) -> bool:
        masked = block.names.get(token.i)
        return masked is not None and masked.name.kind in ("Organization", "Place")

    def _signers(
        self, block: ParsedBlock, sentence: Sentence, principals: Sequence[Principal]
    ) -> Iterator[tuple[Thing, Thing]]:
        """Each principal with the person named next to it: before it, or behind it where the sentence begins so."""
        people = [t.i for t in sentence if t.i in block.names and block.names[t.i].name.kind == "Person"]
        behind = bool(people) and people[0] > principals[0].last
        bounds = [sentence.start, *(p.last for p in principals), sentence.end]
        for number, principal in enumerate(principals):
            if behind:
                near = [i for i in people if principal.last < i < bounds[number + 2]][:1]
            else:
                near = [i for i in people if bounds[number] <= i < principal.first]
                acting = [i for i in near if block.doc[i].dep_ == "nsubj"] if len(principals) == 1 else []
                near = (acting or near)[-1:]
            for i in (i for i in near if not self._of_other(block, i, principal.thing)):
                yield self.discourse.registry.of_name(block.names[i].name), principal.thing

    def _of_other(self, block: ParsedBlock, person: int, principal: Thing) -> bool:
        """Whether somebody is of another country: "For Peru it is a first, signed by the Minister of Chad"."""
        holder = block.names[person].holder
        named = [n.place for g in holder.groups for n in g.bodies] if holder is not None else []
        own = {place.country for place in named if place is not None}
        return bool(own) and "iso" in principal.hints and principal.hints["iso"] not in own


def _signed_for_them(their: Token) -> bool:
    """Whether "their" is in "signed for their companies", "on behalf of their respective sides"."""
    before = their.head.head
    return their.head.dep_ == "pobj" and (before.lower_ == "for" or before.head.lower_ == "behalf")
