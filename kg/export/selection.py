"""Which part of the graph goes out: the statements that a selection lets pass.

The conditions on classes and countries are about things, and one end of a statement must meet both; the others are
about the statement and its article. Of several values for one condition any will do.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from kg.model import Entity
from kg.store import GraphView
from kg.store.ordering import scratch
from kg.store.whole import StatementBrief, claims, claims_among, entities_in_order, publications

Fits = Callable[[str], bool]
"""Whether a thing, by its IRI, meets the conditions on things."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both with it; each is an ISO date, month or year, or empty for no limit."""

    first: str = ""
    last: str = ""

    def __contains__(self, day: str) -> bool:
        return self.first <= day and (not self.last or day[: len(self.last)] <= self.last)


@dataclass(frozen=True, slots=True)
class Selection:
    """Conditions that a statement must meet; without any, the whole graph.

    ``classes`` and ``relations`` are names of the vocabulary, ``countries`` ISO 3166-1 codes, ``dates`` periods in
    which the article was published, ``confidence`` the least that will do, ``articles`` names. ``around`` are IRIs of
    things: both ends must then lie within ``hops`` asserted relations of one of them.
    """

    classes: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    dates: tuple[Period, ...] = ()
    confidence: float = 0.0
    articles: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    hops: int = 1

    def __bool__(self) -> bool:
        conditions = (self.classes, self.relations, self.countries, self.dates, self.articles, self.around)
        return any(conditions) or self.confidence > 0


EVERYTHING = Selection()


def selected(view: GraphView, selection: Selection, modalities: Collection[str]) -> Iterator[StatementBrief]:
    """The statements of these modalities that pass, in no fixed order."""
    near = neighbourhood(view, selection) if selection.around else None
    articles = _articles(view, selection)
    with _things(view, selection, near) as fits:
        for claim in claims(view) if near is None else claims_among(view, near):
            if (
                claim.modality in modalities
                and claim.confidence >= selection.confidence
                and (not selection.relations or claim.predicate in selection.relations)
                and (articles is None or claim.article in articles)
                and (fits(claim.subject) or (isinstance(claim.object, str) and fits(claim.object)))
            ):
                yield claim


def neighbourhood(view: GraphView, selection: Selection) -> set[str]:
    """The things, by IRI, that asserted relations (of those selected) join to the things in the middle."""
    relations = [
        r.name
        for r in view.vocabulary.relations.values()
        if not r.datatype and (not selection.relations or r.name in selection.relations)
    ]
    reached = frontier = set(selection.around)
    for _ in range(selection.hops if relations else 0):
        ends = {end for link in view.links_of(frontier, relations) for end in (link.subject, link.object)}
        frontier = ends - reached
        reached = reached | ends
    return reached


def _articles(view: GraphView, selection: Selection) -> frozenset[str] | None:
    """The names of the articles that meet the conditions on them; None where there are none."""
    if not selection.dates and not selection.articles:
        return None
    return frozenset(
        name
        for name, published, _ in publications(view)
        if (not selection.articles or name in selection.articles)
        and (not selection.dates or any(published is not None and published in period for period in selection.dates))
    )


@contextmanager
def _things(view: GraphView, selection: Selection, near: set[str] | None) -> Iterator[Fits]:
    """Whether things meet the conditions on them, from a list on disk: it may be long."""
    if not selection.classes and not selection.countries:
        yield lambda _: True
        return
    with closing(scratch()) as base:
        base.execute("CREATE TABLE fit (iri PRIMARY KEY) WITHOUT ROWID")
        base.execute("BEGIN")
        fitting = ((e.id,) for e in _entities(view, near) if _fits(view, selection, e))
        base.executemany("INSERT INTO fit VALUES (?)", fitting)
        yield lambda iri: base.execute("SELECT 1 FROM fit WHERE iri = ?", (iri,)).fetchone() is not None


def _entities(view: GraphView, near: set[str] | None) -> Iterable[Entity]:
    return entities_in_order(view) if near is None else view.entities(near).values()


def _fits(view: GraphView, selection: Selection, entity: Entity) -> bool:
    return (not selection.classes or any(view.vocabulary.is_a(entity.type, name) for name in selection.classes)) and (
        not selection.countries or entity.country in selection.countries
    )
