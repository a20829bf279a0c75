"""Rows of people before a verb, which the parser takes apart: "A, Minister of Trade, B, head of C, and D spoke"."""

from __future__ import annotations

from kg.extract.reference.referents import Registry, Thing
from kg.extract.syntax.mending import JOINTS
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import FINITE, Token

LEADING = frozenset(
    """
    at in on during with after before following by for to as from within under through among when while also if
    """.split()
)


def row_before(block: ParsedBlock, verb: Token) -> list[Token]:
    """The people of the row that opens a sentence and ends before its verb; none where it is no mere row."""
    opening = block.doc[verb.sent.start : verb.i]
    people = [t for t in opening if t.i in block.names and block.names[t.i].name.kind == "Person"]
    loose = any(t.tag_ in FINITE or t.lower_ in ("who", "which", "that", "whom", "where") for t in opening)
    if len(people) < 2 or loose or opening[0].lower_ in LEADING:
        return []
    joined = [t for t in people[1:] if t.nbor(-1).text in JOINTS or _described(block, t)]
    return [people[0], *joined]


def _described(block: ParsedBlock, person: Token) -> bool:
    """Whether no more than nouns and adjectives stand between a joint and the name: ", famous journalist Ana Rojas"."""
    index = person.i - 1
    while index > person.sent.start and block.doc[index].pos_ in ("NOUN", "ADJ", "PROPN", "DET"):
        if index in block.names:
            return False
        index -= 1
    return block.doc[index].text in JOINTS


def with_row(registry: Registry, block: ParsedBlock, token: Token, people: list[Thing]) -> list[Thing]:
    """Those who speak, and the others of the row that they stand in."""
    verb = next((t for t in (token, *token.ancestors) if t.pos_ == "VERB"), token)
    row = [registry.of_name(block.names[t.i].name) for t in row_before(block, verb)]
    return [*people, *(t for t in row if t not in people)] if any(t in people for t in row) else people
