"""The documents that the JSON interface gives, for its description in OpenAPI."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field


class Document(BaseModel):
    """Anything that the interface gives."""


class Failure(Document):
    """What went wrong, and what to do."""

    error: str
    hint: str | None


class Thing(Document):
    """An entity in brief."""

    id: str = Field(description="Its IRI.")
    label: str
    type: str = Field(description="The name of its class.")


class Match(Thing):
    """A thing that a text may mean."""

    score: float = Field(ge=0, le=1)
    how: str


class Matches(Document):
    """Things, best first."""

    matches: list[Match]


class Source(Document):
    """An article as a citation needs it."""

    id: str
    name: str
    title: str | None
    publisher: str | None
    author: str | None
    published: str | None = Field(description="A year, a month or a day.")
    source: str | None = Field(description="Where it stood: an address, mostly.")
    sha256: str
    copy_of: str | None = Field(description="The article whose text it repeats.")


class Sentence(Document):
    """A sentence that says something, by its article and offsets."""

    article: str
    quote: str
    start: int
    end: int


class Citation(Sentence):
    """A sentence under an answer."""

    marks: list[tuple[int, int]] = Field(description="Where the words stand that matter, as offsets in the article.")


class Found(Thing):
    """One answer."""

    sources: int
    evidence: list[Citation]
    said: list[str] = []
    measure: str = ""


class Step(Document):
    """One step of a path."""

    predicate: str
    subject: str
    object: str
    evidence: list[Sentence]


class Path(Document):
    """A way from one thing to another."""

    nodes: list[Thing]
    edges: list[Step]


class Answer(Document):
    """What came of a question."""

    question: str
    status: str = Field(description="answered, not-found or not-understood.")
    understood: str
    sparql: str | None
    answers: list[Found]
    value: int | str | bool | None
    alternatives: list[Thing]
    sentence: str
    total: int
    paths: list[Path] = []
    articles: dict[str, Source]


class Fact(Document):
    """What is said of a thing and another, or a value."""

    relation: str
    inverse: bool
    label: str
    modality: str
    statements: list[str]
    other: dict[str, str]
    sources: int
    independent: int
    evidence: list[Sentence]


class Profile(Thing):
    """All that is known of one thing."""

    labels: list[str]
    posts: list[str]
    links: list[str]
    country: str | None
    latitude: float | None
    longitude: float | None
    facts: list[Fact]
    articles: dict[str, Source]


class Paths(Document):
    """Connections of two things."""

    start: Thing
    end: Thing
    paths: list[Path]
    articles: dict[str, Source]


class Neighbour(Thing):
    """A node to be drawn."""

    articles: int


class Tie(Document):
    """An edge to be drawn."""

    subject: str
    predicate: str
    object: str
    articles: int


class Neighbourhood(Document):
    """A thing and what stands around it."""

    center: str
    total: int
    nodes: list[Neighbour]
    edges: list[Tie]


class Sentences(Document):
    """What is said of two things."""

    subject: Thing
    object: Thing
    evidence: list[Sentence]
    articles: dict[str, Source]


class MarkedArticle(Document):
    """An article with its names and statements."""

    article: str
    title: str | None
    things: list[dict[str, Any]]
    passages: list[dict[str, Any]]
    source: Source | None


class ArticleList(Document):
    """Some of the articles."""

    total: int
    articles: list[Source]


class Overview(Document):
    """What is in the graph."""

    counts: dict[str, Any]


class Words(Document):
    """The vocabulary."""

    classes: dict[str, dict[str, str | None]]
    relations: dict[str, dict[str, Any]]


class Place(Document):
    """A place on the map."""

    id: str
    label: str
    latitude: float
    longitude: float
    events: list[Thing]


class Places(Document):
    """Places where something was held or signed."""

    places: list[Place]


class Event(Thing):
    """An event or agreement with its dates."""

    dates: list[str]


class Times(Document):
    """Events and agreements in the order of their dates."""

    events: list[Event]


class Queries(Document):
    """The named queries."""

    queries: list[dict[str, Any]]


class Table(Document):
    """Rows, each with a value for each column."""

    columns: list[str]
    rows: list[list[str | int | float | bool | None]]
