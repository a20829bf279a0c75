"""Whom a pronoun stands for that the sentence names only later, "When he met A, Minister B spoke of trade", or in the
clause above its own."""

from __future__ import annotations

from kg.extract.reference.referents import Registry, Thing
from kg.extract.syntax.alongside import PERSON
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import SUBJECTS, Token

HIM = frozenset(("him", "her"))


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
    """ "A said that B spoke when he met C": the person whom the clause above is about."""
    clause = token.head
    above = [c for c in clause.head.children if c.dep_ == "nsubj"] if clause.dep_ == "advcl" else []
    return [registry.of_name(block.names[c.i].name) for c in above if c.text == PERSON and c.i in block.names]
