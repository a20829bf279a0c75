"""The graph as nodes and edges: what every picture, table and notebook is made from."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from sqlite3 import Connection
from types import MappingProxyType
from typing import Any, cast
from weakref import finalize

from kg.copies import independent
from kg.model import Datatype, Entity, Literal, Modality
from kg.store import GraphView
from kg.store.ordering import scratch
from kg.store.whole import claims, entities_in_order, publications

ASSERTED: tuple[Modality, ...] = ("asserted",)

TABLES = """
CREATE TABLE told (subject, predicate, other, datatype, modality, statement, confidence, article);
CREATE TABLE source (name PRIMARY KEY, published, copy_of) WITHOUT ROWID;
CREATE TABLE thing (iri PRIMARY KEY, type, label) WITHOUT ROWID;
"""
AN_EDGE = " AND datatype = ''"
INDEXES = "CREATE INDEX by_subject ON told (subject); CREATE INDEX by_other ON told (other);"

Measures = Mapping[str, float | int]
"""What was measured of one thing, by name."""
NOTHING: Mapping[str, Any] = MappingProxyType({})

_Key = tuple[str, str, str, str, Modality]


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

    ``first`` and ``last`` are the dates of the earliest and the latest of the articles, None where none gives its date.
    ``values`` gives one value for each relation: the one that most articles give, then the most precise
    date, then the smallest.
    """

    entity: Entity
    degree: int
    articles: tuple[str, ...]
    first: str | None
    last: str | None
    values: Mapping[str, str]
    measures: Measures

    @property
    def id(self) -> str:
        """The entity's IRI."""
        return self.entity.id


class Projection:
    """Nodes in the order of their IRIs; edges and values by subject, predicate, object and modality.

    What it is made from is kept on disk where it is large, so that memory holds little more than the largest node.
    """

    def __init__(
        self, view: GraphView, modalities: Iterable[Modality], measures: Mapping[str, Measures] = NOTHING
    ) -> None:
        """The claims of these modalities; ``measures`` are what was measured of things, by IRI."""
        self._view = view
        self._measures = measures
        self._base = scratch()
        finalize(self, self._base.close)
        self._base.executescript(TABLES)
        self._base.execute("BEGIN")
        self._base.executemany("INSERT INTO source VALUES (?, ?, ?)", publications(view))
        self._base.executemany("INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?, ?)", self._told(frozenset(modalities)))
        self._base.executescript(INDEXES)

    def nodes(self) -> Iterator[Node]:
        """Every entity, also one that no claim touches."""
        return map(self._node, entities_in_order(self._view))

    def edges(self) -> Iterator[Edge]:
        """The relations between two things."""
        return (claim for claim in self._claims("datatype = ''") if isinstance(claim, Edge))

    def values(self) -> Iterator[Value]:
        """The relations of things to values."""
        return (claim for claim in self._claims("datatype != ''") if isinstance(claim, Value))

    def ends(self, edge: Edge) -> tuple[Entity, Entity]:
        """The two things that an edge joins."""
        return self._thing(edge.subject), self._thing(edge.object)

    def subject(self, value: Value) -> Entity:
        """The thing that has a value."""
        return self._thing(value.subject)

    def _thing(self, iri: str) -> Entity:
        """A thing with its class and label alone."""
        return Entity(*self._things.execute("SELECT iri, type, label FROM thing WHERE iri = ?", (iri,)).fetchone())

    @cached_property
    def _things(self) -> Connection:
        named = ((e.id, e.type, e.label) for e in entities_in_order(self._view))
        self._base.execute("BEGIN")
        self._base.executemany("INSERT INTO thing VALUES (?, ?, ?)", named)
        self._base.execute("COMMIT")
        return self._base

    def _told(self, modalities: Container[str]) -> Iterator[tuple[object, ...]]:
        """The statements as rows, the ends of symmetric relations in order."""
        for claim in claims(self._view):
            if claim.modality not in modalities:
                continue
            subject, end = claim.subject, claim.object
            if isinstance(end, Literal):
                other, datatype = end.value, str(end.datatype)
            else:
                other, datatype = end, ""
                if self._view.vocabulary.relation(claim.predicate).symmetric:
                    subject, other = sorted((subject, other))
            yield (
                subject, claim.predicate, other, datatype, claim.modality, claim.statement, claim.confidence,
                claim.article,
            )  # fmt: skip

    def _claims(self, condition: str, *values: str) -> Iterator[Edge | Value]:
        rows = self._base.execute(
            f"SELECT told.*, source.name, published, copy_of FROM told LEFT JOIN source ON source.name = article"
            f" WHERE {condition} ORDER BY subject, predicate, other, datatype, modality, statement",
            values,
        )
        for key, group in groupby(rows, key=itemgetter(0, 1, 2, 3, 4)):
            yield _claim(key, list(group))

    def _node(self, entity: Entity) -> Node:
        degree = 0
        articles: dict[str, str | None] = {}
        for end in ("subject", "other"):
            rows = self._base.execute(
                f"SELECT DISTINCT subject, predicate, other, modality, datatype, article, published FROM told"
                f" LEFT JOIN source ON name = article WHERE {end} = ?{AN_EDGE if end == 'other' else ''}",
                (entity.id,),
            ).fetchall()
            degree += len({row[:4] for row in rows if not row[4]})
            articles |= {row[5]: row[6] for row in rows}
        dates = sorted(filter(None, articles.values()))
        # A value that is only planned or denied must not be drawn as if it were so.
        given = self._claims("subject = ? AND datatype != '' AND modality = 'asserted'", entity.id)
        values = {name: _best(claims) for name, claims in groupby(given, key=lambda claim: claim.predicate)}
        return Node(
            entity=entity,
            degree=degree,
            articles=tuple(sorted(articles)),
            first=dates[0] if dates else None,
            last=dates[-1] if dates else None,
            values=values,
            measures=self._measures.get(entity.id, NOTHING),
        )


def project(
    view: GraphView, modalities: Iterable[Modality] = ASSERTED, measures: Mapping[str, Measures] = NOTHING
) -> Projection:
    """The whole graph as nodes and edges, with the claims of these modalities (asserted ones unless asked).

    ``measures`` are what was measured of things, by IRI: the nodes have them, too.
    """
    return Projection(view, modalities, measures)


def _claim(key: _Key, rows: Sequence[tuple[Any, ...]]) -> Edge | Value:
    """One claim, from the rows of the statements that make it."""
    subject, predicate, other, datatype, modality = key
    articles = tuple(sorted({row[7] for row in rows}))
    known = {name: (published, first) for *_, name, published, first in rows if name is not None}
    dates = [published for published, _ in known.values() if published]
    common: dict[str, Any] = {
        "subject": subject,
        "predicate": predicate,
        "modality": modality,
        "articles": articles,
        "reports": independent(articles, {name: first for name, (_, first) in known.items()}),
        "statements": tuple(sorted({row[5] for row in rows})),
        "confidence": max(row[6] for row in rows),
        "first": min(dates, default=None),
        "last": max(dates, default=None),
    }
    if datatype:
        return Value(value=Literal(other, cast("Datatype", datatype)), **common)
    return Edge(object=other, **common)


def _best(claims: Iterable[Edge | Value]) -> str:
    def rank(claim: Value) -> tuple[int, int, str]:
        precision = len(claim.value.value) if claim.value.datatype == "date" else 0
        return -claim.weight, -precision, claim.value.value

    return min((claim for claim in claims if isinstance(claim, Value)), key=rank).value.value
