"""The values that flow through the stages: Article → Extraction → entities and facts of the graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Literal as OneOf
from typing import Protocol

BlockKind = OneOf["title", "heading", "paragraph", "item", "caption"]
MentionForm = OneOf["name", "nominal", "pronoun"]
Modality = OneOf["asserted", "planned", "negated", "hypothetical"]
MODALITIES: tuple[Modality, ...] = ("asserted", "planned", "negated", "hypothetical")
Datatype = OneOf["date", "integer", "string"]
Verdict = OneOf["same", "different", "undecided"]
Reference = tuple[str, str]
"""A referent of an article: the article's name and the referent's key in it. A thing outside the graph is the
reference ``("", IRI)``."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of an article's own text."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of an article's layout: its title, a heading, a paragraph, a list item or a caption."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Article:
    """A source document as read from its file.

    ``text`` is the whole decoded file with newlines as ``\\n`` (of formats such as HTML, what was taken out of it), and
    every offset in kg points into it. ``blocks`` are the parts that tell the story, in order; bylines, datelines,
    credits and front matter lie outside them. ``name`` is the path below the folder that was read, with ``/`` between
    its parts; a record of a container has its key as the last of them.
    """

    name: str
    text: str
    sha256: str
    blocks: tuple[Block, ...]
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    source: str | None = None
    dateline: str | None = None
    """The place that the dateline names ("BEIJING, Feb 23 –"), as written."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text where something is referred to."""

    span: Span
    form: MentionForm = "name"


@dataclass(frozen=True, slots=True)
class Referent:
    """One thing as one article knows it: all the mentions that coreference put together.

    ``key`` is unique in the article and made from content. ``hints`` are what resolution needs to know
    beyond the names: ``iso`` (country), ``geoname`` (city), ``country`` (ISO code it belongs to),
    ``seat`` (of a mission), ``year``, ``ordinal`` (of an event), ``office``, ``body`` (of a person).
    """

    key: str
    type: str
    label: str
    labels: tuple[str, ...]
    mentions: tuple[Mention, ...]
    hints: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Literal:
    """The object of a statement that is a value: an ISO date (or month, or year), a number, a text."""

    value: str
    datatype: Datatype


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Where an article says so: a sentence of it, quoted as it stands, and its offsets."""

    article: str
    start: int
    end: int
    quote: str

    @property
    def span(self) -> Span:
        """The sentence's place in the article's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Statement:
    """What one article says of its referents: ``subject`` and ``object`` are referent keys.

    ``frame`` names the rule that gave the statement. ``confidence`` lies between 0 and 1.
    """

    subject: str
    predicate: str
    object: str | Literal
    evidence: tuple[Evidence, ...]
    modality: Modality = "asserted"
    confidence: float = 1.0
    frame: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that an extractor found in one article."""

    article: str
    referents: tuple[Referent, ...]
    statements: tuple[Statement, ...]


class Extractor(Protocol):
    """Anything that turns an article into referents and statements.

    ``version`` changes whenever the same article could give something else: a build reads an article
    again only when its content or this changes. One that also has ``version_for(text)``, which changes less often,
    spares its cache those articles to which a change cannot matter.
    """

    @property
    def version(self) -> str:
        """Identifies code, frames and model."""

    def extract(self, article: Article) -> Extraction:
        """Read one article. Every evidence quote must stand in ``article.text`` at its offsets."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One node of the graph: a thing, whatever articles tell of it and however they write it.

    ``id`` is its IRI, ``label`` the fullest proper name, ``labels`` every way in which it was written
    (``label`` among them). ``links`` are IRIs of the same thing elsewhere (GeoNames, ISO 3166).
    """

    id: str
    type: str
    label: str
    labels: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement of one article as the graph holds it: its ends are entities.

    ``id`` is the IRI of its ``kg:Statement`` node.
    """

    id: str
    subject: Entity
    predicate: str
    object: Entity | Literal
    evidence: tuple[Evidence, ...]
    modality: Modality = "asserted"
    confidence: float = 1.0
    frame: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """An article as the graph knows it: what a citation needs."""

    id: str
    name: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    source: str | None = None
    sha256: str = ""
    copy_of: str | None = None
    """The name of the article whose text this one repeats, where several print the same report."""


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """Whether two things that articles name are one, why, and who says so.

    ``left`` and ``right`` each stand for all that is one with them; where they are ``different``, it is ``right``
    that is parted from ``left``. A rule's judgement has ``rule`` and a ``score`` (the probability that they are
    the same), a person's has ``who`` and ``date`` (ISO, to the second).
    """

    left: Reference
    right: Reference
    verdict: Verdict
    reason: str = ""
    rule: str = ""
    score: float = 1.0
    who: str = ""
    date: str = ""

    @property
    def pair(self) -> tuple[Reference, Reference]:
        """The two in a fixed order."""
        return (self.left, self.right) if self.left <= self.right else (self.right, self.left)

    @property
    def id(self) -> str:
        """Eight characters that name the judgement for people."""
        return self.digest[:8]

    @property
    def digest(self) -> str:
        """Names the judgement: the same for the same pair and whoever, or whatever rule, judged it."""
        content = "\x1f".join(
            [*self.pair[0], *self.pair[1], self.who, self.date, self.verdict if self.who else self.rule]
        )
        return sha256(content.encode()).hexdigest()[:20]
