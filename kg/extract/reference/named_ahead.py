"""Whom a pronoun stands for that the sentence names only later, "When he met A, Minister B spoke of trade", in the
clause above its own, or besides who acts in it; or who
says what it stands in."""

from __future__ import annotations

from kg.extract.reference.referents import Registry, Thing
from kg.extract.syntax.alongside import PERSON, RECEIVING
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import SUBJECTS, Token

HIM = frozenset(("him", "her"))
SUFFERING = ("dobj", "pobj", "dative")
BELOW = ("relcl", "advcl")

ARRIVING = frozenset("arrive land come arrival landing".split())
"""What guests do when their hosts receive them."""
SHE, HIS = frozenset(("she", "her", "herself")), frozenset(("he", "his", "him", "himself"))
HE = SHE | HIS


def named_ahead(registry: Registry, block: ParsedBlock, token: Token) -> Thing | None:
    """The person whom the main clause behind that of the pronoun is about; None where that tells of another, too."""
    clause = token.head
    main = clause.head
    if token.dep_ not in SUBJECTS or clause.dep_ != "advcl" or clause.i > main.i:
        return None
    if any(t.lower_ in HIM for t in main.children):
        return None
    named = [c for c in main.children if c.dep_ in SUBJECTS and c.i > clause.i and c.i in block.names]
    return next((t for c in named if (t := registry.of_name(block.names[c.i].name)).kind == "Person"), None)


def named_above(registry: Registry, block: ParsedBlock, token: Token) -> list[Thing]:
    """ "A said that B spoke when he met C": the person whom the clause above is about; the guest of "A received B as
    he arrived", "upon his arrival", "on his visit"."""
    clause = token.head
    over = clause.head.head if token.dep_ == "poss" and clause.dep_ == "pobj" else clause.head
    visiting = clause.lemma_ == "visit" and clause.head.lower_ == "on" and over.lemma_ != "meet"
    if (clause.lemma_ in ARRIVING or visiting) and over.lemma_ in RECEIVING:
        guests = [c for c in over.children if c.dep_ == "dobj" and c.text == PERSON and c.i in block.names]
        if guests:
            return [registry.of_name(block.names[c.i].name) for c in guests]
    above = [c for c in clause.head.children if c.dep_ == "nsubj"] if clause.dep_ == "advcl" else []
    return [registry.of_name(block.names[c.i].name) for c in above if c.text == PERSON and c.i in block.names]


def doers_of(registry: Registry, block: ParsedBlock, token: Token) -> list[Thing]:
    """Who does what "him" suffers, and is somebody else: "A called on him"."""
    if token.dep_ not in SUFFERING or token.lower_ not in HIM:
        return []
    doers = (c for c in _verb_of(token).children if c.dep_ == "nsubj" and c.i in block.names)
    return [registry.of_name(block.names[c.i].name) for c in doers]


def subject_above(token: Token) -> list[Token]:
    """Whom the clause above a pronoun's is about: "The envoy came to Lima, where A received her"."""
    verb = _verb_of(token)
    above = next((a for a in verb.ancestors if a.pos_ == "VERB"), verb) if verb.dep_ in BELOW else verb
    return [c for c in above.children if c.dep_ in ("nsubj", "nsubjpass")] if above is not verb else []


def who_says(registry: Registry, block: ParsedBlock, token: Token) -> Thing | None:
    """Who says the words that a token stands in: "We signed …", said X."""
    verb = token.head
    while verb.dep_ in ("ccomp", "advcl", "conj", "xcomp") and verb.head != verb:
        verb = verb.head
        for subject in (c for c in verb.children if c.dep_ == "nsubj" and c.i in block.names):
            thing = registry.of_name(block.names[subject.i].name)
            if thing.kind == "Person":
                return thing
    return None


def _verb_of(token: Token) -> Token:
    return token.head if token.dep_ == "dobj" else token.head.head


def he_before(block: ParsedBlock, token: Token) -> Token | None:
    """ "She met A, and in Lima she met B": the pronoun before any name, for which the next stands, too."""
    named = next((t for t in token.sent if t.i in block.names and block.names[t.i].name.kind == "Person"), token)
    alike = SHE if token.lower_ in SHE else HIS
    before = (t for t in block.doc[token.sent.start : min(named.i, token.i)] if t.lower_ in alike)
    return next((t for t in before if t.dep_ in ("nsubj", "nsubjpass", "poss")), None)
