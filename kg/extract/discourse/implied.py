"""Those whom a sentence leaves out: the two countries that "an agreement was signed" is about, who "had a meeting"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.discourse.discourse import Discourse
from kg.extract.frames import Frame
from kg.extract.reference.collectives import BODY_NOUNS, PAIR, PERSON_NOUNS, TOWN_NOUNS
from kg.extract.reference.referents import Thing
from kg.extract.syntax.clauses import Slots, arguments
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import FINITE, Token

FARTHEST_SIGNER = 1000
"""Characters back within which one signed who signs the next agreement, too."""
ASIDE = frozenset("when while as since before after amid during following despite which who that where".split())
"""Words behind which a sentence tells of something else than what was signed."""
GOVERNED = frozenset("government city province region county district municipality state prefecture".split())
UNDER = frozenset(("under", "per", "through", "via"))
TERMS = frozenset(("terms", "framework", "provisions"))
PLACING = frozenset(("in", "at", "from", "near"))
BOTH = frozenset(("two", "both"))
NEAR = 450
"""Characters from a meeting to the agreement signed at it."""


class Implied:
    """Finds them in the rest of the article."""

    def __init__(self, discourse: Discourse, employers: Mapping[Thing, list[Thing]]) -> None:
        self.discourse = discourse
        self.employers = employers
        self.met: tuple[int, Sequence[tuple[Thing, Thing]]] = (0, ())
        """Where the text tells who met, and the pairs of them."""
        self.signed: tuple[int, list[Thing]] = (0, [])
        """Where it tells that somebody signs, and who."""

    def parties(
        self, block: ParsedBlock, token: Token, slots: Slots, told: Sequence[frozenset[Thing]]
    ) -> list[tuple[Thing, Thing]]:
        """ "An agreement was signed": that of those who have just met; or, in the news of two countries whose officials
        meet, or at the end of what the two held together, theirs. ``told`` are the parties of such signings before."""
        names = ("subject", "with", "between", "by", "object.between")
        signing = [noun for name in names for noun in slots.get(name, ())]
        if not all(self._unnamed(block, noun) for noun in signing):
            return []
        named = [t for t in token.sent if t.i in block.names and block.names[t.i].name.kind != "Place"]
        if any(t.tag_ == "NNS" and t.lemma_ in TOWN_NOUNS for t in token.sent):
            return []  # "signed between the two cities", whichever they are
        near = self._who_met(block, token, named)
        if near and frozenset(near[0]) not in told:
            return near
        heads = (n for n in signing if n.lower_.removesuffix("s") in PERSON_NOUNS)
        two = any(c.lower_ in BOTH for noun in heads for c in noun.children)
        if told or (signing and not two):
            return []
        span = block.sentence_span(token)
        words = block.read.words
        offset = block.read.block.span.start
        held = self.discourse.collectives.joint(w.text for w in words if span.start <= w.start + offset < span.end)
        if held:
            return [(held[0], held[1])]
        if any(block.names[t.i].name.kind == "Organization" and t.head.lower_ not in ("at", "in") for t in named):
            return []
        countries = self.discourse.collectives.countries(clearly=True)
        speaking = [c for c in countries if two or any(c in bodies for bodies in self.employers.values())]
        return [(countries[0], countries[1])] if len(speaking) == PAIR else []

    def purposed(self, block: ParsedBlock, theme: Token, signers: Sequence[Thing]) -> list[tuple[Thing, Thing]]:
        """ "An agreement to boost trade between Kenya and Peru": theirs, where none but they are told to sign."""
        for token in block.doc[theme.i + 1 : theme.sent.end]:
            if token.tag_ in FINITE or token.lower_ in ASIDE or token.text in (";", ":"):
                break
            if token.lower_ == "between":
                named = [t for noun in token.children for t in self.discourse.things(block, noun)]
                sides = [t for t in named if t.kind == "Organization" or "iso" in t.hints or governed(t)]
                whole = len(sides) == len(named) == PAIR and not any("group" in t.hints for t in sides)
                return [(sides[0], sides[1])] if whole and all(t in sides for t in signers) else []
        return []

    def acting(self, block: ParsedBlock, theme: Token) -> list[tuple[Thing, Thing]]:
        """ "Kenya will export tea to Peru under a deal signed on Monday": the only two bodies, or countries, of what
        is done under it."""
        prep = theme.head.head.head if theme.head.lower_ == "of" and theme.head.head.lower_ in TERMS else theme.head
        deed = next((a for a in prep.ancestors if a.pos_ == "VERB"), None) if prep.lower_ in UNDER else None
        if deed is None:
            return []
        acting = {t.i for noun in arguments(deed).get("subject", ()) for t in noun.subtree}
        inside = {t.i for t in theme.subtree}
        told_of = [t for t in deed.sent if t in deed.subtree or t.i in acting]
        names = [t for t in told_of if t.i in block.names and t.i not in inside and t.head.lower_ not in PLACING]
        things = [self.discourse.registry.of_name(block.names[t.i].name) for t in names]
        told = [t for t in things if t.kind == "Organization"]
        told = told if len(set(told)) == PAIR else [t for t in things if t.kind == "Organization" or "iso" in t.hints]
        opened = any(t in told and n.i in acting for t, n in zip(things, names, strict=True))
        sides = list(dict.fromkeys(told))
        return [(sides[0], sides[1])] if opened and len(sides) == PAIR else []

    def _unnamed(self, block: ParsedBlock, noun: Token) -> bool:
        """ "Signed by the rectors", "between the parties", "by CEOs A and B": those who sign for whom the text has told
        of before."""
        if noun.i in block.names:
            thing = self.discourse.registry.of_name(block.names[noun.i].name)
            return thing.kind == "Person" and thing not in self.employers
        if noun.lower_ in ("they", "both"):
            return True
        acting = self.discourse.lexicon.title_heads | BODY_NOUNS
        told = noun.tag_ in ("NNS", "NNPS") and any(c.dep_ in ("det", "nummod", "poss") for c in noun.children)
        named = any(t.i in block.names and t.head.lower_ not in ("in", "at") for t in noun.subtree)
        return told and not named and bool({noun.lemma_.casefold(), noun.lower_.removesuffix("s")} & acting)

    def _who_met(self, block: ParsedBlock, token: Token, named: Sequence[Token]) -> list[tuple[Thing, Thing]]:
        """The two bodies or countries whose people are the last who met, not far before."""
        start, pairs = self.met
        mentioned = token.dep_ == "acl" and token.nbor(-1).text != "," and token.nbor(1).lower_ != "between"
        by_signing = token.lemma_ == "signing" and token.head.lower_ in ("with", "through", "by", "via")
        by_signing = by_signing and start >= block.sentence_span(token).start
        if not (token.pos_ == "VERB" or by_signing) or mentioned or not 0 <= block.spans[token.i].start - start < NEAR:
            return []
        bodies = {(self._body(a), self._body(b)) for a, b in pairs}
        known = [(a, b) for a, b in bodies if a is not None and b is not None and a is not b]
        here = [self.discourse.registry.of_name(block.names[t.i].name) for t in named]
        others = [t for t in here if t.kind == "Organization" and not any(t in pair for pair in known)]
        return known if len(known) == len(bodies) == 1 and not others else []

    def note(self, frame: Frame, block: ParsedBlock, token: Token, signers: Sequence[Thing]) -> None:
        """Note who signs, by the subject of a clause."""
        if signers and "subject" in frame.pair[0]:
            self.signed = block.spans[token.i].start, list(signers)

    def signer(self, frame: Frame, block: ParsedBlock, token: Token) -> list[Thing]:
        """ "Ana Rojas of Peru said that a pact was signed with Chad": whom she acts for. "Acme signed three deals. …
        This was followed by one with Zenith": who signed what was told of last."""
        for above in token.ancestors if token.pos_ == "VERB" else ():
            speakers = [c for c in above.children if c.dep_ == "nsubj" and c.i in block.names and c.i < token.i]
            thing = self.discourse.registry.of_name(block.names[speakers[0].i].name) if speakers else None
            told = thing is not None and (thing.kind == "Person" or above.lemma_ == token.lemma_)
            body = self._body(thing) if thing is not None and told else None
            if speakers:
                return [body] if body is not None else []
        start, signer = self.signed
        near = start < block.sentence_span(token).start and block.spans[token.i].start - start < FARTHEST_SIGNER
        told = token.pos_ == "VERB" or token.head.dep_ == "agent"
        return signer if near and told and "subject" in frame.pair[0] else []

    def _body(self, thing: Thing) -> Thing | None:
        """Whom somebody acts for who met others."""
        bodies = self.employers.get(thing, []) if thing.kind == "Person" else [thing]
        bodies = [t for t in bodies if "group" not in t.hints]
        return next((t for t in bodies if t.kind == "Organization"), bodies[0] if bodies else None)

    def host(self, block: ParsedBlock, noun: Token) -> list[Thing]:
        """ "There was a meeting with X", "A meeting with X followed", "His first stop was a meeting with X": whose stop
        it was, or the person whom the article has told of most; the delegation told of, if one is, "A meeting with X
        was held"."""
        head = noun.head
        there = head.lemma_ == "be" and any(c.dep_ == "expl" for c in head.children)
        held = noun.dep_ == "nsubjpass" and head.lemma_ in ("hold", "organize", "organise", "arrange")
        if (held or there) and self.discourse.delegation:
            return list(self.discourse.delegation)
        told = noun.dep_ == "attr" and head.lemma_ == "be" and not there
        owners = (t for c in head.children if c.dep_ == "nsubj" and told for t in c.subtree if t.dep_ == "poss")
        owned = [t for owner in owners for t in self.discourse.things(block, owner) if t.kind == "Person"]
        if owned or not (there or told or head.lemma_ in ("follow", "ensue")):
            return owned[:1]
        before = block.spans[noun.i].start
        people = [t for t in self.discourse.registry.of_kind("Person") if t.first < before]
        counts = {t: len([m for m in t.mentions if m.span.start < before]) for t in people}
        best = sorted(people, key=lambda t: (-counts[t], t.first))
        return best[:1] if best and counts[best[0]] > 1 else []


def governed(place: Thing) -> bool:
    """Whether a place is told of as one with a government: "Lima Province", "the city of Kisumu"."""
    return any(not GOVERNED.isdisjoint(label.casefold().split()) for label in place.labels)
