"""An article cut into passages, sentences and marks, with what each sentence states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.articles import parse_article
from kg.errors import ArticleError, NotFoundError
from kg.model import Article, Block, BlockKind, Extraction, Literal, MentionForm, Referent, Span, Statement
from kg.names import Names
from kg.store import GraphView
from kg.suggest import did_you_mean
from kg.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class MarkedThing:
    """A thing of the article under the number that its mentions bear; ``entity`` is its IRI, where a store knows it."""

    number: int
    type: str
    label: str
    labels: tuple[str, ...]
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention where it stands in the text, and the number of its thing; "the two sides" has several."""

    span: Span
    text: str
    numbers: tuple[int, ...]
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement as its sentence's reader sees it. ``id`` is its IRI, where a store holds it."""

    subject: MarkedThing
    predicate: str
    relation: str
    object: MarkedThing | str
    modality: str
    confidence: float
    frame: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of text: a sentence that states something, or what lies before the next that does."""

    span: Span
    text: str
    marks: tuple[Mark, ...]
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the article in its sentences."""

    kind: BlockKind
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Annotation:
    """A whole article, marked."""

    article: str
    title: str | None
    things: tuple[MarkedThing, ...]
    passages: tuple[Passage, ...]


def annotate(
    article: Article,
    extraction: Extraction,
    vocabulary: Vocabulary,
    names: Names | None = None,
    entity_of: Mapping[str, str] | None = None,
) -> Annotation:
    """Mark in an article what was extracted from it.

    Of mentions that overlap, names come first, then the longer ones. ``names`` and ``entity_of`` (entities by
    referent keys) are given where a store holds the statements.
    """
    things = _numbered(extraction.referents, entity_of or {})
    marks = _marks(article.text, extraction.referents, things)
    sayings: dict[Span, list[Saying]] = defaultdict(list)
    for statement in extraction.statements:
        symmetric = vocabulary.relation(statement.predicate).symmetric
        iri = names.statement(article.name, statement, symmetric=symmetric) if names else None
        for evidence in statement.evidence:
            sayings[evidence.span].append(_saying(statement, things, vocabulary, iri))
    passages = tuple(
        Passage(block.kind, tuple(_sentences(article.text, block, marks, sayings))) for block in article.blocks
    )
    return Annotation(article.name, article.title, tuple(things.values()), passages)


def annotate_stored(view: GraphView, name: str) -> Annotation:
    """An article of a store, marked with what the store holds of it; ``name`` may leave its folders out.

    NotFoundError, with near names, where the store has none of that name.
    """
    sources = view.sources()
    found = [source for source in sources if source == name] or [s for s in sources if s.endswith(f"/{name}")]
    if len(found) != 1:
        several = f"several articles are called {name}: {', '.join(found)}" if found else f"there is no article {name}"
        held = f"the store has {len(sources)} articles, such as {next(iter(sources))}" if sources else "it has none"
        raise NotFoundError(several, "give its folder, too" if found else did_you_mean(name, sources) or held)
    source = sources[found[0]]
    record = view.record(source)
    article = _again(source.name, view.text(source.name) or "", source.title)
    return annotate(article, record.extraction, view.vocabulary, view.names, record.entity_of)


def _again(name: str, text: str, title: str | None) -> Article:
    """The article of a text that was read before; as one paragraph, should it no longer be read in the same way."""
    try:
        article = parse_article(text.encode(), name)
    except ArticleError:
        article = None
    if article is None or article.text != text:
        return Article(name, text, "", (Block(Span(0, len(text)), "paragraph"),), title)
    return article


def _numbered(referents: Sequence[Referent], entity_of: Mapping[str, str]) -> dict[str, MarkedThing]:
    """The things by key, numbered in the order in which the text first mentions them."""

    def first(referent: Referent) -> tuple[bool, int, str]:
        start = min((m.span.start for m in referent.mentions), default=0)
        return not referent.mentions, start, referent.key

    return {
        r.key: MarkedThing(number, r.type, r.label, r.labels, entity_of.get(r.key))
        for number, r in enumerate(sorted(referents, key=first), 1)
    }


def _marks(text: str, referents: Sequence[Referent], things: Mapping[str, MarkedThing]) -> list[Mark]:
    meant: dict[tuple[Span, MentionForm], set[int]] = defaultdict(set)
    for referent in referents:
        for mention in referent.mentions:
            meant[mention.span, mention.form].add(things[referent.key].number)
    found = [Mark(span, span.of(text), tuple(sorted(numbers)), form) for (span, form), numbers in meant.items()]
    found.sort(key=lambda m: (m.form != "name", m.span.start - m.span.end, m.span, m.form))
    kept: list[Mark] = []
    for mark in found:
        if all(mark.span.end <= other.span.start or other.span.end <= mark.span.start for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda m: m.span)


def _saying(statement: Statement, things: Mapping[str, MarkedThing], vocabulary: Vocabulary, iri: str | None) -> Saying:
    end = statement.object
    return Saying(
        subject=things[statement.subject],
        predicate=statement.predicate,
        relation=vocabulary.relation(statement.predicate).label,
        object=end.value if isinstance(end, Literal) else things[end],
        modality=statement.modality,
        confidence=statement.confidence,
        frame=statement.frame,
        id=iri,
    )


def _sentences(
    text: str, block: Block, marks: Sequence[Mark], sayings: Mapping[Span, Sequence[Saying]]
) -> Iterator[Sentence]:
    """The block cut at the start and the end of each sentence that states something; no mark is cut."""
    said = sorted(span for span in sayings if span in block.span)
    inside = [mark for mark in marks if mark.span in block.span]
    cuts = sorted({block.span.start, block.span.end, *(cut for span in said for cut in (span.start, span.end))})
    cuts = [c for c in cuts if not any(m.span.start < c < m.span.end for m in inside)]
    for start, end in pairwise(cuts):
        span = Span(start, end)
        own = tuple(mark for mark in inside if mark.span in span)
        told = tuple(saying for other in said if start < other.end <= end for saying in sayings[other])
        if span.of(text).strip():
            yield Sentence(span, span.of(text), own, told)
