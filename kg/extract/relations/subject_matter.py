"""What an agreement is about: "an MoU on cooperation in fisheries", "a visa waiver agreement", "to promote trade"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token

TOPICAL = frozenset("on for concerning regarding about covering in".split())
FIELDS = frozenset("field fields area areas sector sectors sphere spheres domain domains".split())
"""What "in" must lead to, where it is no place: "an MoU in the field of health"."""
WITHIN = frozenset("of in for on against".split())
"""Prepositions that belong to what an agreement is about."""
PARTS = frozenset("compound amod nmod nummod poss case conj cc punct det quantmod npadvmod".split())
LINKS = frozenset((",", "and", "&", "/", "-", "–"))
OCCASIONS = frozenset(
    """
    sidelines sideline margins margin behalf occasion time day date visit part side sides ground basis eve invitation
    term terms year years month months week period thursday friday monday tuesday wednesday saturday sunday display
    purpose benefit signature signing hand it this that them first request
    """.split()
)
"""What stands behind "on", "for" and "in" when it is no subject matter: "on the sidelines", "for five years"."""
AIMS = frozenset(
    """
    strengthen promote boost enhance expand develop increase facilitate deepen improve cooperate collaborate establish
    create launch foster support advance encourage implement conduct regulate share exchange explore build
    """.split()
)
GENERIC = frozenset(
    """
    cooperation co-operation collaboration partnership understanding bilateral mutual framework agreement memorandum
    strategic joint new the a an their of and relations ties general comprehensive master draft first second third two
    government intergovernmental historic landmark important separate its number issues issue matters range project
    projects action plan implementation areas field fields various several year
    """.split()
)
"""Words that say no more than that there is an agreement."""
NAMED = re.compile(r"\b(?:on|concerning|regarding|in the fields? of|in the areas? of|for) (?:the )?(.+)", re.IGNORECASE)
DATED = re.compile(
    r"\b\d{4}\b|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
LONGEST = 14


def subject_matter(block: ParsedBlock, noun: Token) -> str:
    """What the agreement that a noun (or its name) stands for is about, in the article's words; "" where none tells."""
    masked = block.names.get(noun.i)
    named = NAMED.search(masked.name.text) if masked else None
    if named is not None:
        return named[1]
    for text in (*_behind(block, noun), _before(block, noun)):
        if not DATED.search(text) and any(word not in GENERIC for word in re.findall(r"[\w-]+", text.casefold())):
            return text
    return ""


def _behind(block: ParsedBlock, noun: Token) -> Iterator[str]:
    """The texts behind the noun, or behind the verb that it is the object of."""
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass", "attr") else None
    for above in (noun, *([verb] if verb is not None else [])):
        for child in above.children:
            if child.i < noun.i and above is noun:
                continue
            if child.dep_ == "prep" and child.lower_ in TOPICAL:
                yield from _topics(block, child)
            elif child.dep_ in ("acl", "relcl", "advcl", "xcomp") and child.lemma_ in AIMS:
                aims = any(c.lower_ == "to" for c in child.children)
                objects = [c for c in child.children if c.dep_ == "dobj"] if aims else []
                yield from (_phrase(block, each) for each in objects)
                for prep in (c for c in child.children if aims and not objects and c.dep_ == "prep"):
                    yield from _topics(block, prep)


def _topics(block: ParsedBlock, prep: Token) -> Iterator[str]:
    for noun in (c for c in prep.children if c.dep_ == "pobj"):
        loose = prep.lower_ == "in" and noun.lower_ not in FIELDS
        if loose or noun.lower_ in OCCASIONS or noun.i in block.names or noun.pos_ not in ("NOUN", "PROPN"):
            continue
        field = [n for c in noun.children if c.lower_ == "of" for n in c.children if n.dep_ == "pobj"]
        yield from (_phrase(block, each) for each in (field if noun.lower_ in FIELDS and field else [noun]))


def _phrase(block: ParsedBlock, noun: Token) -> str:
    """The noun with all that belongs to it, as it is written; not those it is agreed with, nor where and when."""
    if noun.lower_ in OCCASIONS or noun.i in block.names:
        return ""
    kept = set(_parts(block, noun))
    first = last = noun.i
    while first - 1 in kept and block.doc[first - 1].dep_ != "det":
        first -= 1
    for index in range(noun.i + 1, min(len(block.doc), first + LONGEST)):
        if index in kept:
            last = index
        elif block.doc[index].text not in LINKS:
            break
    while last > noun.i and (block.doc[last].text in LINKS or block.doc[last].dep_ in ("prep", "det", "cc")):
        last -= 1
    span = block.span_of(block.doc[first], block.doc[last])
    offset = block.read.block.span.start
    return " ".join(block.read.text[span.start - offset : span.end - offset].split())


def _parts(block: ParsedBlock, noun: Token) -> Iterator[int]:
    yield noun.i
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in WITHIN:
            inner = [c for c in child.children if c.dep_ == "pobj" and c.lower_ not in OCCASIONS]
            inner = [c for c in inner if c.i not in block.names or child.lower_ == "of"]
            for each in inner:
                yield child.i
                yield from _parts(block, each)
        elif child.dep_ in PARTS:
            yield from _parts(block, child)


def _before(block: ParsedBlock, noun: Token) -> str:
    """ "A visa waiver agreement", "the fisheries MoU": the common nouns before it."""
    first = noun.i
    while first and block.doc[first - 1].dep_ in ("compound", "nmod") and first - 1 not in block.names:
        first -= 1
    words = block.doc[first : noun.i]
    if not words or any(not t.text[0].islower() for t in words):
        return ""
    span = block.span_of(words[0], words[-1])
    offset = block.read.block.span.start
    return block.read.text[span.start - offset : span.end - offset]
