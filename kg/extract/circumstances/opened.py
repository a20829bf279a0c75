"""Bodies without a name of their own that somebody opens: "Rwanda opened an honorary consulate in Bridgetown"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.discourse.discourse import Discourse
from kg.extract.reference.referents import Registry, Thing
from kg.extract.relations.findings import Finding, told
from kg.extract.syntax.clauses import arguments, objects_of
from kg.extract.syntax.modality import modality
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token
from kg.model import Mention

OPENING = frozenset("open establish inaugurate found launch create".split())
MISSIONS = frozenset("consulate embassy commission representation".split())
"""Nouns that say enough by themselves."""
HOUSES = MISSIONS | frozenset("office centre center institute laboratory lab academy branch hub bureau chamber".split())
PLAIN = frozenset(
    """
    new first second third own another other large larger largest modern joint state-of-the-art small big big
    permanent local main own brand-new major fourth
    """.split()
)
"""What tells no body from another."""
DEFINITE = frozenset("the this that these those".split())


def opened(registry: Registry, discourse: Discourse, blocks: Sequence[ParsedBlock]) -> Iterator[Finding]:
    """Who opened what and where it is, of bodies that are told by a noun with what kind it is, and a place."""
    for block in blocks:
        for verb in block.doc:
            if verb.lemma_ not in OPENING or verb.pos_ != "VERB":
                continue
            slots = arguments(verb)
            founders = [t for noun in slots.get("subject", ()) for t in discourse.things(block, noun)]
            for noun in slots.get("object", ()):
                places = [*objects_of(noun, "in", "at"), *slots.get("in", ())]
                there = [t for place in places for t in discourse.things(block, place) if t.kind == "Place"]
                kind = _kind(block, noun)
                if founders and there and kind:
                    yield from _told(registry, block, verb, (kind, noun), founders, there[0])


def _told(
    registry: Registry,
    block: ParsedBlock,
    verb: Token,
    house: tuple[Sequence[Token], Token],
    founders: Sequence[Thing],
    place: Thing,
) -> Iterator[Finding]:
    kind, noun = house
    span = block.span_of(kind[0], noun)
    offset = block.read.block.span.start
    body = registry.new("Organization", block.read.text[span.start - offset : span.end - offset], span.start)
    body.mentions.append(Mention(span, "nominal"))
    said = modality(verb)
    for founder in founders:
        yield from told(founder, "established", body, block, verb, said, 0.75, "opened-body")
    if said == "asserted":
        yield from told(body, "locatedIn", place, block, verb, said, 0.75, "opened-body")


def _kind(block: ParsedBlock, noun: Token) -> list[Token]:
    """The words from the first that says which kind of body it is to the noun; none where it is known or plain."""
    if noun.i in block.names or noun.lower_ not in HOUSES:
        return []
    before = [c for c in noun.children if c.i < noun.i]
    if any(c.lower_ in DEFINITE for c in before):
        return []
    telling = [c for c in before if c.dep_ in ("amod", "compound", "nmod") and c.lower_ not in PLAIN]
    first = min((c.left_edge for c in telling), key=lambda t: t.i, default=None)
    if first is None:
        return [noun] if noun.lower_ in MISSIONS else []
    return [first]
