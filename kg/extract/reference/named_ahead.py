"""Whom a pronoun stands for that the sentence names only later: "When he met A, Minister B spoke of trade"."""

from __future__ import annotations

from kg.extract.reference.referents import Registry, Thing
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
