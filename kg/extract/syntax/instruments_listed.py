"""Mends the parse of rows of agreements: of "an MoU between A and B, an agreement between C and D and a protocol
between E and F were signed" the parser makes one list. Each instrument is given its own "between", and that its own
parties; so is each of "an MoU with A and a treaty with B"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from kg.extract.frames import INSTRUMENT, MOU
from kg.extract.syntax.tokens import FINITE, SUBJECTS, Sentence, Token

INSTRUMENTS = MOU | INSTRUMENT | {"plan", "programme", "program", "project"}
JOINTS = frozenset(("and", "&", ",", "as"))
TOPICS = frozenset(("on", "for", "regarding", "concerning", "about", "covering"))
"""Words behind which the parties of an agreement end and what it is about is told."""
SIGNED = frozenset("signed inked concluded sealed initialled initialed reached".split())
PARTIES = {"between": 2, "with": 1}
"""How many parties at least stand behind the prepositions that lead to them."""


def mend_instruments(sentences: Iterable[Sentence], parties: Collection[int]) -> None:
    """Part the rows of agreements in sentences, given the places of the tokens that may be ``parties``."""
    for sentence in sentences:
        for token in sentence:
            if token.lower_ in SIGNED and token.tag_ == "VBN" and token.i > sentence.start + 1:
                _apposed(token)
        links = [t for t in sentence if t.lower_ in PARTIES]
        rows = list(_rows(sentence, links, parties)) if len(links) > 1 else []
        for (noun, *_), (following, *_) in pairwise(rows):
            _part(noun, following)
        for noun, link, named in rows if len(rows) > 1 else ():
            _hang(link, noun, "prep")
            _hang(named[0], link, "pobj")
            for name in named[1:]:
                _hang(name, named[0], "conj")


def _apposed(participle: Token) -> None:
    """ "Under the treaty on fisheries, signed in Lima by A and B, …": what was signed is the treaty."""
    if participle.nbor(-1).text != "," or any(c.dep_ in (*SUBJECTS, "aux", "auxpass") for c in participle.children):
        return
    noun = participle.nbor(-2)
    while noun.head.i < noun.i and not _instrument(noun) and noun.dep_ in ("pobj", "prep", "conj", "compound"):
        noun = noun.head
    if _instrument(noun):
        _hang(participle, noun, "acl")


def _rows(
    sentence: Sentence, links: list[Token], parties: Collection[int]
) -> Iterator[tuple[Token, Token, list[Token]]]:
    """Each instrument with its "between" or "with" and its parties."""
    start = sentence.start
    ends = [*(link.i for link in links[1:]), sentence.end]
    for link, end in zip(links, ends, strict=True):
        doc = link.doc
        noun = next((t for t in reversed(doc[start : link.i]) if _instrument(t)), None)
        named = _named(doc[link.i + 1 : end], parties, PARTIES[link.lower_])
        if noun is not None and len(named) >= PARTIES[link.lower_]:
            yield noun, link, named
        start = link.i


def _instrument(token: Token) -> bool:
    return token.lemma_.casefold() in INSTRUMENTS and token.pos_ in ("NOUN", "PROPN")


def _named(behind: list[Token], parties: Collection[int], least: int) -> list[Token]:
    """The parties in what stands behind "between" or "with": the first name, and those joined to it."""
    found: list[Token] = []
    for token in behind:
        over = token.tag_ in FINITE or token.text in (";", ":") or _instrument(token)
        if over or (len(found) >= least and token.lower_ in TOPICS):
            break
        if token.i in parties:
            before = token.nbor(-1)
            before = before.nbor(-1) if before.lower_ == "the" else before
            if not found or before.lower_ in JOINTS:
                found.append(token)
    return found


def _part(noun: Token, following: Token) -> None:
    """Join an instrument to the one before it, where the parser hung it on what that is about, or on its parties."""
    if following.dep_ == "compound" and following.head.i > following.i:  # "Agreement on joint production"
        topic = following.head
        _hang(following, topic.head if topic.head is not topic else following, topic.dep_)
        _hang(topic, following, "dep")
    above = next((t for t in following.ancestors if noun.i <= t.i < following.i), None)
    verb = following.head  # "A signed a treaty with B, while C reached an agreement with D"
    own = following.dep_ in ("dobj", "nsubjpass") and verb.i > noun.i
    if above is not None and not (own and any(c.dep_ in SUBJECTS for c in verb.children)):
        _hang(following, noun, "conj")


def _hang(token: Token, head: Token, relation: str) -> None:
    """Hang a word on another, where that does not hang on it."""
    if token is head or token not in head.ancestors:
        token.hang(head, relation)
