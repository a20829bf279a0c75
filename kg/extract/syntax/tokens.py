"""The words of a parse, read out of spaCy once: rules ask for the same few attributes of them over and over."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

EXPLETIVE = "expl"
MOST_FORMS = 50_000
"""Forms that are held in memory: every article brings new names, most of which no other has."""


SUBJECTS = frozenset(("nsubj", "nsubjpass"))
"""How nouns hang on the verb whose subject they are."""
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
"""The tags of verbs that make a clause by themselves."""

Form = tuple[str, str, str, str, str, str, bool, bool]
"""What a word is in its place, whatever the words around it: from ``text`` to ``is_currency`` as a token has it."""


@dataclass(slots=True, eq=False)
class Token:
    """A word of a parse. Its attributes are named as spaCy's are, and mean the same."""

    doc: list[Token] = field(repr=False)
    i: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    is_punct: bool
    is_currency: bool
    head: Token = field(init=False, repr=False)
    sent: Sentence = field(init=False, repr=False)
    children: list[Token] = field(default_factory=list, repr=False)
    """Those whose head it is, in the order of the text."""

    @property
    def ancestors(self) -> Iterator[Token]:
        """Its head, the head of that, and so on."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> Iterator[Token]:
        """All that hangs on it, itself among them."""
        for child in self.children:
            if child.i < self.i:
                yield from child.subtree
        yield self
        for child in self.children:
            if child.i > self.i:
                yield from child.subtree

    @property
    def left_edge(self) -> Token:
        """The first of its subtree."""
        return min(self.subtree, key=lambda token: token.i)

    def hang(self, head: Token, relation: str) -> None:
        """Hang it on another word, or on none where that is itself."""
        if self.head is not self:
            self.head.children.remove(self)
        self.head, self.dep_ = head, relation
        if head is not self:
            insort(head.children, self, key=lambda token: token.i)

    def nbor(self, offset: int = 1) -> Token:
        """The word so many words on."""
        return self.doc[self.i + offset]


class Sentence(list[Token]):
    """The words of a sentence."""

    __slots__ = ("end", "start")

    def __init__(self, tokens: list[Token], start: int, end: int) -> None:
        super().__init__(tokens[start:end])
        self.start = start
        self.end = end

    @property
    def root(self) -> Token:
        """The word on which all the others hang."""
        return next(token for token in self if token.head is token)


class Tokens:
    """Reads tokens out of parses, with the coarse parts of speech and the lemmas that the pipeline's rules give.

    The rules look at single words, so that each word with a tag and a relation is looked up once. The one pair that
    counts is "there is": its verb is no auxiliary.
    """

    def __init__(self, nlp: Language) -> None:
        self._vocab = nlp.vocab
        self._ruler: Any = nlp.get_pipe("attribute_ruler")
        self._lemmatizer: Any = nlp.get_pipe("lemmatizer")
        self._expletive: int = nlp.vocab.strings[EXPLETIVE]
        self._forms: dict[tuple[int, int, int, bool], Form] = {}

    def read(self, doc: Doc) -> list[Token]:
        """The tokens of a document that has been tagged and parsed."""
        tokens: list[Token] = []
        if len(self._forms) > MOST_FORMS:
            self._forms.clear()
        before = 0
        for i, (orth, tag, dep) in enumerate(doc.to_array(["ORTH", "TAG", "DEP"]).tolist()):
            key = (orth, tag, dep, before == self._expletive)
            form = self._forms.get(key)
            if form is None:
                form = self._forms[key] = self._form(*key)
            tokens.append(Token(tokens, i, *form))
            before = dep
        steps = doc.to_array(["HEAD"]).astype("int64").tolist()
        for token, step in zip(tokens, steps, strict=True):
            token.head = tokens[token.i + step]
            if step:
                token.head.children.append(token)
        starts = [i for i, begins in enumerate(doc.to_array(["SENT_START"]).tolist()) if begins == 1 or i == 0]
        for start, end in pairwise([*starts, len(tokens)]):
            sentence = Sentence(tokens, start, end)
            for token in sentence:
                token.sent = sentence
        return tokens

    def _form(self, orth: int, tag: int, dep: int, behind_there: bool) -> Form:
        """What the rules make of a word; orth, tag and dep are spaCy's numbers for strings."""
        text = self._vocab.strings[orth]
        doc = Doc(self._vocab, words=["there", text] if behind_there else [text])
        doc[0].tag_, doc[0].dep_ = "EX", EXPLETIVE
        token = doc[-1]
        token.tag, token.dep = tag, dep
        self._lemmatizer(self._ruler(doc))
        return (
            token.text,
            token.lower_,
            token.lemma_,
            token.pos_,
            token.tag_,
            token.dep_,
            token.is_punct,
            token.is_currency,
        )


def is_definite(token: Token) -> bool:
    """Whether a noun is of something known: "the Minister", "this bank", or written as a name."""
    known = any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in token.children)
    return known or token.text[0].isupper()
