"""What a change of the graph comes to: what is taken away, and which triples are added.

A new article only adds, so that a store can be given it in the cheapest way that it has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.model import Entity
from kg.namekeys import keys_of
from kg.names import Names
from kg.store.judgements import judgement_lines
from kg.store.ledger import brief_line, reading_lines, unread_line
from kg.store.lines import Line, iri, line, literal, triples
from kg.store.nameindex import gram_lines, key_lines, office_lines, words_among
from kg.store.rdf import Mapper

if TYPE_CHECKING:
    from kg.store.dataset import ArticleRecord, Change

MOST_WORDS = 10_000
"""So many words are remembered to be in the store; what is added twice is there once."""


@dataclass
class Update:
    """SPARQL operations that take away, then triples to add, by graph; ``words`` are those that these file."""

    operations: list[str] = field(default_factory=list)
    added: dict[str, list[Line]] = field(default_factory=lambda: defaultdict(list))
    words: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.operations) or any(self.added.values())


class Writer:
    """Turns changes into updates of one store; ``knows`` tells whether it says anything of an article by that name."""

    def __init__(self, names: Names, mapper: Mapper, knows: Callable[[str], bool]) -> None:
        self._names = names
        self._mapper = mapper
        self._knows = knows
        self._filed: set[str] = set()  # words of names whose pieces are in the index: they stay there

    def update(self, change: Change) -> Update:
        """What carries out a change. All that is taken away is what the store has before it."""
        names, update = self._names, Update()
        self._remove(change, update)
        self._unread(change, update)
        self._articles(change, update)
        self._entities(change, update)
        for judgement in [*change.withdraw, *change.judge]:
            update.operations.append(_all_of(names.identity_graph, names.judgement(judgement)))
        judged = (each for judgement in change.judge for each in judgement_lines(judgement, names))
        update.added[names.identity_graph] += judged
        if change.resolver is not None:
            graph, stamp = names.ledger_graph, names.term("resolver")
            update.operations.append(f"DELETE WHERE {{ GRAPH <{graph}> {{ <{graph}> <{stamp}> ?version }} }}")
            update.added[graph].append(line(iri(graph), iri(stamp), literal(change.resolver)))
        return update

    def done(self, update: Update) -> None:
        """Remember that an update was carried out."""
        self._filed = update.words if len(self._filed) > MOST_WORDS else self._filed | update.words

    def _remove(self, change: Change, update: Update) -> None:
        """Take away all that is said of articles that go or are written anew."""
        names = self._names
        anew = {*(record.source.name for record in change.write), *(reading.entry.article for reading in change.read)}
        for name in [*change.remove, *sorted(anew)]:
            if name in anew and not self._knows(name):
                continue
            update.operations.append(self._drop_offices(names.article(name)))
            update.operations.append(f"DROP SILENT GRAPH <{names.article(name)}>")
            update.operations.append(_all_of(names.ledger_graph, names.article(name)))

    def _unread(self, change: Change, update: Update) -> None:
        names, graph, term = self._names, self._names.ledger_graph, self._names.term("unread")
        for name in [*change.forget, *(entry.article for entry in change.unread)]:
            if self._knows(name):
                told = f"<{names.article(name)}> <{term}> ?text"
                update.operations.append(f"DELETE WHERE {{ GRAPH <{graph}> {{ {told} }} }}")
        update.added[graph] += (unread_line(names, entry) for entry in change.unread)

    def _articles(self, change: Change, update: Update) -> None:
        names, ledger = self._names, update.added[self._names.ledger_graph]
        for record in change.write:
            name = record.source.name
            update.added[names.article(name)] += self._lines(record)
            ledger += office_lines(names, name, record.extraction.referents)
            ledger.append(brief_line(names, record))
        for reading in change.read:
            ledger += reading_lines(names, reading)
        for before, after in change.revise:
            graph, predicate = names.article(after.source.name), names.term("referents")
            self._replace(graph, self._lines(before), self._lines(after), update)
            brief = f"<{graph}> <{predicate}> ?text"
            update.operations.append(f"DELETE WHERE {{ GRAPH <{names.ledger_graph}> {{ {brief} }} }}")
            ledger.append(brief_line(names, after))

    def _entities(self, change: Change, update: Update) -> None:
        names, entity = self._names, self._mapper.entity
        for graph, lines in ((names.entities_graph, entity), (names.ledger_graph, self._keys)):
            self._replace(graph, _of(change.drop, lines), _of(change.describe, lines), update)
        words = {word for entity in change.describe for word in words_among(keys_of(entity))}
        update.words = words - self._filed
        update.added[names.ledger_graph] += gram_lines(names, sorted(update.words))

    def _lines(self, record: ArticleRecord) -> Iterator[Line]:
        return self._mapper.article(record.source, record.extraction, record.entity_of)

    def _keys(self, entity: Entity) -> Iterator[Line]:
        return key_lines(self._names, entity)

    def _replace(self, graph: str, before: Iterable[Line], after: Iterable[Line], update: Update) -> None:
        """Take away what is only in ``before``, and add what is only in ``after``."""
        old = dict.fromkeys(before)
        new = dict.fromkeys(after)
        gone = [each for each in old if each not in new]
        if gone:
            update.operations.append(f"DELETE DATA {{ GRAPH <{graph}> {{ {triples(gone)} }} }}")
        update.added[graph] += (each for each in new if each not in old)

    def _drop_offices(self, article: str) -> str:
        ledger, key = self._names.ledger_graph, self._names.term("nameKey")
        filed = f"GRAPH <{ledger}> {{ ?ref <{key}> ?k }}"
        known = f"GRAPH <{article}> {{ ?ref <{self._names.term('key')}> ?name }}"
        return f"DELETE {{ {filed} }} WHERE {{ {known} {filed} }}"


def _all_of(graph: str, node: str) -> str:
    """The operation that takes away all that a graph says of a node."""
    return f"DELETE WHERE {{ GRAPH <{graph}> {{ <{node}> ?p ?o }} }}"


def _of(entities: Iterable[Entity], lines: Callable[[Entity], Iterator[Line]]) -> Iterator[Line]:
    return (each for entity in entities for each in lines(entity))
