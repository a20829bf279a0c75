"""Runs the examples of frames: each is read as an article, and must give the statements that it lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from kg.extract.frames import Example, Frame
from kg.model import Article, Block, Extraction, Extractor, Literal, Referent, Span, Statement
from kg.vocabulary import Vocabulary

Triple = tuple[str, str, str]
ARTICLES = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class Found:
    """A statement that an example gave, by labels."""

    triple: Triple
    modality: str
    frame: str


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """What came of one example: what it should have given and did not, what it should not have, and all it gave."""

    frame: str
    text: str
    missing: tuple[Triple, ...]
    unwanted: tuple[Found, ...]
    found: tuple[Found, ...]

    @property
    def passed(self) -> bool:
        """Whether the example gave what it should."""
        return not self.missing and not self.unwanted


def run_examples(frames: Iterable[Frame], extractor: Extractor, vocabulary: Vocabulary) -> Iterator[ExampleResult]:
    """Read every example of the frames. The listed statements must be asserted, whichever frame finds them.

    An example that lists none must give none of its frame's relation. Ends match by any of their names.
    """
    for frame in frames:
        for example in frame.examples:
            yield _result(frame, example, extractor.extract(article_of(example.text)), vocabulary)


def article_of(text: str) -> Article:
    """A text without a title or date as an article; blank lines part its paragraphs."""
    blocks, start = [], 0
    for part in text.split("\n\n"):
        if part.strip():
            blocks.append(Block(Span(start, start + len(part)), "paragraph"))
        start += len(part) + 2
    return Article("example", text, sha256(text.encode()).hexdigest(), tuple(blocks))


def _result(frame: Frame, example: Example, extraction: Extraction, vocabulary: Vocabulary) -> ExampleResult:
    things = {referent.key: referent for referent in extraction.referents}
    given = {(s, p, o) for statement in extraction.statements for s, p, o in _triples(statement, things, vocabulary)}
    missing = tuple(triple for triple in example.gives if tuple(map(_folded, triple)) not in given)
    found = tuple(_found(statement, things) for statement in extraction.statements)
    unwanted = tuple(f for f in found if f.triple[1] == frame.relation and f.modality == "asserted")
    return ExampleResult(frame.id, example.text, missing, () if example.gives else unwanted, found)


def _triples(statement: Statement, things: dict[str, Referent], vocabulary: Vocabulary) -> Iterator[Triple]:
    """An asserted statement in all ways in which an example may write it, folded."""
    if statement.modality != "asserted":
        return
    end, relation = statement.object, _folded(statement.predicate)
    objects = (end.value,) if isinstance(end, Literal) else things[end].labels
    for subject in map(_folded, things[statement.subject].labels):
        for other in map(_folded, objects):
            yield subject, relation, other
            if vocabulary.relations[statement.predicate].symmetric:
                yield other, relation, subject


def _found(statement: Statement, things: dict[str, Referent]) -> Found:
    end = statement.object
    other = end.value if isinstance(end, Literal) else things[end].label
    triple = things[statement.subject].label, statement.predicate, other
    return Found(triple, statement.modality, statement.frame)


def _folded(name: str) -> str:
    folded = " ".join(name.casefold().split())
    return next((folded.removeprefix(article) for article in ARTICLES if folded.startswith(article)), folded)
