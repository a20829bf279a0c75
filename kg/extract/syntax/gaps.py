"""Clauses that share their verb with the one before: "the Kenyan side was led by A and the Chinese side by B". To the
parser the second side is one more of those by whom the first was led."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kg.extract.syntax.tokens import FINITE, Token

PARTING = frozenset(("and", "while", "whereas", ",", ";", "&"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
LONGEST_NOUN = 5
"""Words of "and the Chinese side"."""


def fill_gaps(doc: Sequence[Token], people: Collection[int]) -> None:
    """Give each clause its verb and each verb its subject; ``people`` are the places of tokens that are people."""
    for by in _agents(doc, people):
        verb = _verb_before(by)
        noun = _meant(by.nbor(-1), verb) if verb is not None else None
        if verb is not None and noun is not None and _opens_clause(noun):
            _tell(by, verb, noun)
    for verb in doc:
        if verb.dep_ == "conj" and verb.pos_ == "VERB" and not any(c.dep_ in SUBJECTS for c in verb.children):
            _own_subject(verb)


def _agents(doc: Sequence[Token], people: Collection[int]) -> Iterator[Token]:
    """Each "by" between a noun, or what stands for one, and a person."""
    for index in sorted(people):
        before = doc[index - 2] if index > 1 and doc[index - 1].lower_ == "by" else None
        if before is not None and (before.pos_ in ("NOUN", "PROPN") or before.tag_ == "POS" or before.lower_ == "one"):
            yield doc[index - 1]


def _verb_before(by: Token) -> Token | None:
    """The verb in the passive that an earlier "by" of the sentence belongs to, with no other verb behind it."""
    for token in reversed(by.doc[by.sent.start : by.i - 1]):
        if token.lower_ == "by" and token.dep_ == "agent":
            return token.head if token.head.pos_ == "VERB" else None
        if token.pos_ in ("VERB", "AUX"):
            return token if token.text == "by" else None
    return None


def _meant(before: Token, verb: Token) -> Token:
    """The noun before "by": in "and Peru's by B", "and that of Peru by B", "the Peruvian one by B" it is the verb's own
    subject once more."""
    of = before.head if before.dep_ == "pobj" and before.head.lower_ == "of" else None
    bearer = of.nbor(-1) if of is not None and of.i and of.nbor(-1).lower_ == "that" else before
    shared = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if shared is None or (bearer is before and before.tag_ != "POS" and before.lower_ != "one"):
        return before
    if before.tag_ == "POS":
        before.nbor(-1).hang(before, "poss")
    bearer.lower_, bearer.lemma_, bearer.pos_, bearer.tag_ = shared.lower_, shared.lemma_, shared.pos_, shared.tag_
    return bearer


def _opens_clause(noun: Token) -> bool:
    """Whether no more than a noun stands between a sign that parts clauses and "by"."""
    for index in range(noun.i - 1, max(noun.sent.start, noun.i - LONGEST_NOUN), -1):
        token = noun.doc[index]
        if token.lower_ in PARTING:
            return True
        if token.dep_ not in ("det", "amod", "compound", "poss", "case", "nmod"):
            return False
    return False


def _tell(by: Token, verb: Token, noun: Token) -> None:
    """Read "the Chinese side by B" as "B led the Chinese side"."""
    person = by.nbor(1)
    by.hang(verb, "conj")
    by.lower_, by.lemma_, by.pos_, by.tag_ = verb.lower_, verb.lemma_, "VERB", "VBD"
    noun.hang(by, "dobj")
    person.hang(by, "nsubj")


def _own_subject(verb: Token) -> None:
    """In "led by A, and the Chinese side was led by B" the noun right before the verb is its subject, not A's like."""
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    group = [c for c in (*verb.children, verb) if c.i <= verb.i and c.dep_ in ("aux", "auxpass", "conj", "neg")]
    first = min(group, key=lambda token: token.i)
    if first.i == verb.sent.start or not any(t.tag_ in FINITE for t in group):
        return
    noun = first.nbor(-1)
    joined = noun.dep_ == "conj" and noun.pos_ in ("NOUN", "PROPN") and verb not in noun.subtree
    if joined and noun.left_edge.i > verb.sent.start and noun.left_edge.nbor(-1).lower_ in PARTING:
        noun.hang(verb, "nsubjpass" if passive else "nsubj")
