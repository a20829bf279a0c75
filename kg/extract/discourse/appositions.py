"""The names that stand beside a noun and say whom or what it means: "the operator Acme", "its rector, Ana Rojas",
"Zenith hospital"."""

from __future__ import annotations

from kg.extract.naming.small_nouns import PROGRAMMES
from kg.extract.reference.firms import FIRMS
from kg.extract.reference.referents import Registry, Thing, fold_words
from kg.extract.syntax.clauses import coordinated, objects_of
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token
from kg.extract.text.lexicon import Lexicon

COMPANY_NOUNS = frozenset(
    """
    company firm manufacturer giant carrier airline bank operator maker group corporation concern holding conglomerate
    consortium enterprise developer start-up startup retailer insurer refinery shipyard
    """.split()
)
CALLING = frozenset("call name dub title entitle christen".split())
HOUSE_NOUNS = frozenset("hospital university institute museum college school clinic foundation".split())


class Appositions:
    """Reads the names beside nouns."""

    def __init__(self, registry: Registry, lexicon: Lexicon) -> None:
        self.registry = registry
        self.lexicon = lexicon

    def meant(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """Whom or what the names beside a noun say that it means."""
        return self._apposed(block, token) or self._person_behind(block, token) or self._named_before(block, token)

    def _apposed(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """ "The Kazakh operator Dala Freight and Serbia's Srbija Lines": the bodies named behind a noun for one."""
        grouping = token.lower_ in self.lexicon.people or token.lower_ in self.lexicon.delegations
        if grouping and (token.lower_ not in self.lexicon.before_body or token.tag_ != "NN"):
            return []
        apposed = [e for c in token.children if c.dep_ == "appos" for e in coordinated(c)]
        apposed = apposed or self._called(token) or self._apposed_further(block, token)
        if not apposed and token.lower_ in self.lexicon.before_body and token.i + 1 in block.names:
            apposed = [block.doc[token.i + 1]]
        named = [[self.registry.of_name(block.names[e.i].name)] for e in apposed if e.i in block.names]
        further = [self._apposed(block, e) for e in apposed if e.i not in block.names and e.pos_ == "NOUN" and named]
        things = [t for each in (*named, *further) for t in each]
        return things if all(t.kind in ("Organization", "Programme") for t in things) else []

    def _called(self, token: Token) -> list[Token]:
        """ "A joint venture called Acme": the name that a noun is said to have."""
        clauses = (c for c in token.children if c.dep_ == "acl" and c.lemma_ in CALLING)
        return [n for c in clauses for n in c.children if n.dep_ in ("oprd", "dobj", "attr") and n.i > c.i]

    def _named_before(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """ "The Acme company", "Zenith hospital": the body whose name stands before a noun for one."""
        if token.lower_ not in COMPANY_NOUNS | HOUSE_NOUNS | PROGRAMMES or token.i - 1 not in block.names:
            return []
        name = block.names[token.i - 1].name
        if token.lower_ in PROGRAMMES:  # "the Delta Gateway project"
            the = any(c.lower_ == "the" for c in token.children)
            return [self.registry.of_name(name)] if the and name.kind == "Programme" and name.head else []
        joined = block.doc[token.i - 1].head is token and name.kind == "Organization"
        joined = joined and (name.head is None or (name.head in FIRMS and token.lower_ in COMPANY_NOUNS))
        return [self.registry.of_name(name)] if joined else []

    def programme(self, token: Token, before: int) -> list[Thing]:
        """ "The Delta Seeds Project … The project is funded by …": the only one named before that is called so."""
        if token.lower_ not in PROGRAMMES or any(c.dep_ in ("amod", "compound", "nmod") for c in token.children):
            return []
        told = [t for t in self.registry.of_kind("Programme") if t.first < before]
        called = [t for t in told if token.lower_ in fold_words(t.label)]
        return called if len(called) == 1 else []

    def _apposed_further(self, block: ParsedBlock, token: Token) -> list[Token]:
        """ "A maker of parts from China, Tenwa Ltd.": the parser hangs the body on the noun before the comma."""
        if not any(c.lower_ in ("a", "an") for c in token.children):
            return []
        last = token
        while inner := objects_of(last, "of", "from", "in", "for"):
            last = inner[-1]
        masked = block.names.get(last.i)
        if last == token or (masked is not None and masked.name.kind != "Place"):
            return []
        behind = [c for c in last.children if c.dep_ == "appos" and block.doc[c.i - 1].text == ","]
        return [c for c in behind if c.i in block.names and block.names[c.i].name.kind == "Organization"]

    def _person_behind(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """ "The opposition leader Ana Rojas", "its export manager, Ruth Kilonzo": one person, whatever the noun."""
        if token.tag_ not in ("NN", "NNP"):
            return []
        behind = [c for c in token.children if c.dep_ == "appos" and c.i > token.i and c.i in block.names]
        named = [c for c in behind if c.i == token.i + 1 or block.doc[c.i - 1].text == ","]
        office = token.lemma_.casefold() in self.lexicon.title_heads  # "Secretary, Ministry of Trade, Ana Rojas"
        named = [c for c in named if not office or block.names[c.i].name.kind == "Person"]
        things = [self.registry.of_name(block.names[c.i].name) for c in named]
        return things[:1] if things and things[0].kind == "Person" else []

    def places(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """ "The city of Shenzhen", "the capital, Kigali", "Jizzakh region": what is named beside a noun for places,
        which is called so, too."""
        noun = token.lemma_.casefold()
        inner = objects_of(token, "of")
        inner = [n for first in inner for n in coordinated(first)] if token.tag_ == "NNS" else inner
        owners = (c for c in token.children if c.dep_ in ("compound", "nmod") and noun not in ("port", "capital"))
        before = [each for c in owners if c.i in block.names for each in coordinated(c)]
        inner = before or [*inner, *(c for c in token.children if c.dep_ == "appos")]
        if not inner and noun == "capital" and token.i + 1 < len(block.doc):  # "in the Kenyan capital Nairobi Monday"
            inner = [block.doc[token.i + 1]]
        named = [self.registry.of_name(block.names[n.i].name) for n in inner if n.i in block.names]
        for thing in (t for t in named if t.kind == "Place" and noun != "capital"):
            thing.labels[f"{thing.label} {noun}" if before else f"{noun} of {thing.label}"] += 1
        return named
