"""Signings and meetings that sentences tell of by verbs alone: "A and B signed an MoU. Speaking on the occasion"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.frames import INSTRUMENT, MOU
from kg.extract.reference.referents import Registry, Thing
from kg.extract.syntax.modality import modality
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token

SIGNING = frozenset("sign ink initial exchange conclude seal".split())
MEETING = frozenset("meet receive host welcome confer call".split())
GROUPS = frozenset("delegation team delegates group guests mission".split())
SIGNED = ("dobj", "nsubjpass", "pobj", "conj", "appos", "attr")
FARTHEST = 1200
"""Characters back to the sentence that "the occasion" means."""
PAIR = 2
HE = frozenset(("he", "she"))


class VerbEvents:
    """The events made of such sentences, one for each."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.made: dict[int, Thing] = {}
        self._verbs: dict[int, tuple[ParsedBlock, Token]] = {}

    def make(self, noun: str, block: ParsedBlock, token: Token) -> Thing:
        """The signing or meeting that a sentence tells of by its verb, as an event."""
        key = block.spans[token.sent.start].start
        if key not in self.made:
            label = "signing ceremony" if noun == "signing" else noun
            thing = self.registry.new("Event", label, block.spans[token.i].start)
            thing.hints["noun"] = noun
            thing.labels[noun] += 1
            self.made[key] = thing
            self._verbs[key] = (block, token)
        return self.made[key]

    def told_by(self, event: Thing) -> list[tuple[ParsedBlock, Token]]:
        """The verb by which alone a sentence told of an event."""
        return [self._verbs[key] for key, made in self.made.items() if made is event]


def deed_before(
    blocks: Sequence[ParsedBlock], block: ParsedBlock, token: Token
) -> tuple[str, ParsedBlock, Token] | None:
    """What "the occasion" is where no noun tells of it: the last "signing" or "meeting" told of by a verb before, in
    the same sentence or an earlier one, and that verb; ``blocks`` are those before."""
    start = block.spans[token.i].start
    for here, verb in _verbs_back(blocks, block, token):
        if start - here.spans[verb.i].start > FARTHEST:
            return None
        if verb.lemma_ in SIGNING and any(_paper(here, n) for n in verb.subtree) and modality(verb) == "asserted":
            return "signing", here, verb
        if verb.lemma_ in MEETING and _met_somebody(here, verb) and modality(verb) == "asserted":
            return "meeting", here, verb
    return None


def met_anew(
    registry: Registry, blocks: Sequence[ParsedBlock], block: ParsedBlock, token: Token
) -> tuple[int, set[Thing]]:
    """Where the text last says by a verb that people met, and who did."""
    told = deed_before(blocks, block, token)
    if told is None or told[0] != "meeting":
        return -1, set()
    _, where, verb = told
    return where.spans[verb.i].start, {registry.of_name(where.names[t.i].name) for t in _people(where, verb)}


def _verbs_back(blocks: Sequence[ParsedBlock], block: ParsedBlock, token: Token) -> Iterator[tuple[ParsedBlock, Token]]:
    """The verbs of signing and meeting before a word, the nearest first."""
    for here in (block, *reversed(blocks)):
        for verb in reversed(here.doc[: token.i] if here is block else here.doc):
            if verb.pos_ == "VERB" and (verb.lemma_ in SIGNING or verb.lemma_ in MEETING):
                yield here, verb


def _paper(block: ParsedBlock, noun: Token) -> bool:
    masked = block.names.get(noun.i)
    lemma = (masked.name.head or "") if masked else noun.lemma_.casefold()
    return noun.dep_ in SIGNED and (lemma in MOU or lemma in INSTRUMENT)


def _met_somebody(block: ParsedBlock, verb: Token) -> bool:
    """Whether a sentence names two who can meet, or one and a delegation; who calls does so on somebody."""
    groups = [t for t in verb.sent if t.lower_ in GROUPS or (t.lower_ in HE and t.dep_ == "nsubj")]
    people = _people(block, verb)
    calling = verb.lemma_ != "call" or any(c.lower_ in ("on", "upon") for c in verb.children)
    return calling and bool(people) and len(people) + len(groups) >= PAIR


def _people(block: ParsedBlock, verb: Token) -> list[Token]:
    return [t for t in verb.sent if t.i in block.names and block.names[t.i].name.kind == "Person"]
