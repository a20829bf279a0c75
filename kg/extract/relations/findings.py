"""What the steps of extraction find: statements about things, before these become referents; and signings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.reference.referents import Thing
from kg.extract.syntax.clauses import objects_of
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token
from kg.extract.text.dates import WEEKDAYS
from kg.model import Literal, Modality, Span

NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"), 1,
    )
}  # fmt: skip
AMOUNTS = frozenset("m mn million b bn billion percent per %".split())
MORE = frozenset("other further more additional remaining another previous existing".split())
CONFIDENCE_OF = {"asserted": 1.0, "planned": 0.9, "negated": 0.9, "hypothetical": 0.8}


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement before its things have become referents."""

    subject: Thing
    predicate: str
    object: Thing | Literal
    span: Span
    modality: Modality
    confidence: float
    frame: str


@dataclass(frozen=True, slots=True)
class Signing:
    """An agreement as one clause tells of it: what kind, between whom, who held the pen, when it was said."""

    frame: str
    instrument: str
    parties: tuple[Thing, ...]
    signers: tuple[Thing, ...]
    token: Token
    block: ParsedBlock
    modality: Modality
    confidence: float
    count: int | None
    topic: str = ""
    """What it is about."""


def told(
    subject: Thing,
    predicate: str,
    end: Thing,
    block: ParsedBlock,
    token: Token,
    said: Modality,
    confidence: float,
    frame: str,
) -> Iterator[Finding]:
    """The finding that a clause gives, in the sentence of its trigger; less sure where it is not told as done."""
    span = block.sentence_span(token)
    yield Finding(subject, predicate, end, span, said, round(confidence * CONFIDENCE_OF[said], 2), frame)


def counts(signings: Sequence[Signing], findings: Sequence[Finding]) -> Iterator[Finding]:
    """How many agreements a clause says that its parties signed, where they are not those of an event; the first
    one's count where they are many."""
    known = {f.object.value for f in findings if f.frame == "agreement-count" and isinstance(f.object, Literal)}
    for signing in signings:
        if signing.count is None or signing.count < 2 or signing.modality != "asserted" or str(signing.count) in known:
            continue
        span = signing.block.sentence_span(signing.token)
        value = Literal(str(signing.count), "integer")
        parties = signing.parties if len(signing.parties) == 2 else signing.parties[:1]
        for party in parties:
            yield Finding(party, "agreementCount", value, span, "asserted", 0.7, "agreements-signed")


def _number_before(noun: Token) -> list[Token]:
    """ "Signed on Saturday 18 trade agreements": the number that the parser gave to the day."""
    first = min((c.i for c in noun.children if c.dep_ in ("compound", "amod") and c.i < noun.i), default=noun.i)
    number = noun.nbor(first - noun.i - 1) if first else noun
    return [number] if number.dep_ == "nummod" and number.head.lemma_.casefold() in WEEKDAYS else []


def counted(noun: Token) -> int | None:
    """How many instruments: "25 commercial MoUs", "a total of seven agreements"; no count of "the other two"."""
    if any(child.lower_ in MORE for child in noun.children):
        return None
    inner = objects_of(noun, "of") if noun.lower_ in ("total", "series", "set") else []
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and not any(c.dep_ == "nummod" for c in noun.children):
        noun = noun.head  # "18 agreements and memoranda"
    for child in (*(inner[0] if inner else noun).children, *_number_before(noun)):
        beside = child.doc[max(0, child.i - 1) : child.i + 2]
        year = noun.tag_ == "NN" and len(child.lower_) == len("2019") and child.lower_.isdigit()  # "the 2019 agreement"
        if child.dep_ == "nummod" and not year and not any(t.is_currency or t.lower_ in AMOUNTS for t in beside):
            text = child.lower_.replace(",", "")
            return int(text) if text.isdigit() else NUMBERS.get(text)
    return None
