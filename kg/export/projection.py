"""The graph as nodes and edges: what every picture, table and notebook is made from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from kg.copies import independent
from kg.model import Entity, Fact, Literal, Modality, Source
from kg.store import GraphView

ASSERTED: tuple[Modality, ...] = ("asserted",)


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What one or more articles say alike: the same relation of the same things, in the same modality.

    ``articles`` are the names of the articles that say it, ``reports`` how many reports these are (copies of one
    report count once), ``statements`` the IRIs of its statement nodes,
    ``confidence`` the highest of theirs, ``first`` and ``last`` the earliest and latest date on which one of
    the articles was published (None where no article gives its date).
    """

    subject: str
    predicate: str
    modality: Modality
    articles: tuple[str, ...]
    reports: int
    statements: tuple[str, ...]
    confidence: float
    first: str | None
    last: str | None

    @property
    def weight(self) -> int:
        """How many reports say it: articles that repeat another one add nothing."""
        return self.reports


@dataclass(frozen=True, kw_only=True)
class Edge(Claim):
    """A relation of two things, by their IRIs.

    A symmetric relation is one edge for each unordered pair, from the IRI that sorts first.
    """

    object: str

    @cached_property
    def id(self) -> str:
        """Unique, and made from what the edge says: other articles do not change it."""
        content = "\x1f".join([self.subject, self.predicate, self.object, self.modality])
        return f"e{sha256(content.encode()).hexdigest()[:16]}"


@dataclass(frozen=True, kw_only=True)
class Value(Claim):
    """A relation of a thing to a date, a number or a text."""

    value: Literal


@dataclass(frozen=True, kw_only=True)
class Node:
    """A thing, how many edges it has, which articles have something to say of it, and its values.

    ``values`` gives one value for each relation: the one that most articles give, then the most precise
    date, then the smallest.
    """

    entity: Entity
    degree: int
    articles: tuple[str, ...]
    values: Mapping[str, str]

    @property
    def id(self) -> str:
        """The entity's IRI."""
        return self.entity.id


@dataclass(frozen=True)
class Projection:
    """Nodes in the order of their IRIs; edges and values by subject, predicate, object and modality."""

    nodes: Mapping[str, Node]
    edges: tuple[Edge, ...]
    values: tuple[Value, ...]


_Key = tuple[str, str, str, str, Modality]


def project(view: GraphView, modalities: Iterable[Modality] = ASSERTED) -> Projection:
    """The whole graph as nodes and edges, with the claims of these modalities (asserted ones unless asked).

    Every entity is a node, also one that no claim touches.
    """
    wanted = frozenset(modalities)
    facts = [fact for fact in view.facts() if fact.modality in wanted]
    sources = view.sources()
    groups: dict[_Key, list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[_key(view, fact)].append(fact)
    edges, values = [], []
    for key in sorted(groups):
        claim = _claim(key, groups[key], sources)
        if isinstance(claim, Edge):
            edges.append(claim)
        else:
            values.append(claim)
    return Projection(_nodes(view.entities(), edges, values), tuple(edges), tuple(values))


def _key(view: GraphView, fact: Fact) -> _Key:
    subject, end = fact.subject.id, fact.object
    if isinstance(end, Literal):
        return subject, fact.predicate, end.value, end.datatype, fact.modality
    other = end.id
    if view.vocabulary.relation(fact.predicate).symmetric and other < subject:
        subject, other = other, subject
    return subject, fact.predicate, other, "", fact.modality


def _claim(key: _Key, facts: list[Fact], sources: Mapping[str, Source]) -> Edge | Value:
    subject, predicate, other, _, modality = key
    articles = tuple(sorted({evidence.article for fact in facts for evidence in fact.evidence}))
    told_by = [source for article in articles if (source := sources.get(article))]
    dates = [source.published for source in told_by if source.published]
    reports = independent(articles, {source.name: source.copy_of for source in told_by})
    statements, confidence = tuple(sorted(fact.id for fact in facts)), max(fact.confidence for fact in facts)
    first, last = min(dates, default=None), max(dates, default=None)
    end = facts[0].object
    if isinstance(end, Literal):
        return Value(
            subject=subject, predicate=predicate, value=end, modality=modality, articles=articles, reports=reports,
            statements=statements, confidence=confidence, first=first, last=last,
        )  # fmt: skip
    return Edge(
        subject=subject, predicate=predicate, object=other, modality=modality, articles=articles, reports=reports,
        statements=statements, confidence=confidence, first=first, last=last,
    )  # fmt: skip


def _nodes(entities: Mapping[str, Entity], edges: Iterable[Edge], values: Iterable[Value]) -> dict[str, Node]:
    degree: Counter[str] = Counter()
    articles: dict[str, set[str]] = defaultdict(set)
    given: dict[str, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
    for edge in edges:
        for end in (edge.subject, edge.object):
            degree[end] += 1
            articles[end].update(edge.articles)
    for value in values:
        articles[value.subject].update(value.articles)
        # A value that is only planned or denied must not be drawn as if it were so.
        if value.modality == "asserted":
            given[value.subject][value.predicate].append(value)
    return {
        iri: Node(
            entity=entity,
            degree=degree[iri],
            articles=tuple(sorted(articles[iri])),
            values={name: _best(claims) for name, claims in sorted(given[iri].items())},
        )
        for iri, entity in entities.items()
    }


def _best(claims: Iterable[Value]) -> str:
    def rank(claim: Value) -> tuple[int, int, str]:
        precision = len(claim.value.value) if claim.value.datatype == "date" else 0
        return -claim.weight, -precision, claim.value.value

    return min(claims, key=rank).value.value
