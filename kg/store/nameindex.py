"""The index of names: which entities bear which keys, kept in the ledger's graph in step with what it files.

Every change of the graph changes its keys in the same transaction. A store from before there was an index gets one with
its next change; until then its names are read into memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from rdflib import RDF, RDFS, SKOS
from rdflib.term import Node

from kg.model import Entity, Referent
from kg.namekeys import grams, keys_of, office_keys
from kg.names import Names
from kg.store.lines import Line, iri, line, literal

if TYPE_CHECKING:
    from kg.store.dataset import GraphStore

VERSION = "1"
COMMON = 5000
"""A word that more things bear counts as one that so many bear."""

MIN_START = 3


def key_lines(names: Names, entity: Entity) -> Iterator[Line]:
    """The keys of an entity."""
    node, key = iri(entity.id), iri(names.term("nameKey"))
    return (line(node, key, literal(text)) for text in keys_of(entity))


def gram_lines(names: Names, words: Iterable[str]) -> Iterator[Line]:
    """The pieces of words that can be looked for misspelt."""
    gram = iri(names.term("gram"))
    for word in words:
        node = iri(names.word(word))
        yield from (line(node, gram, literal(piece)) for piece in grams(word))


def words_among(keys: Iterable[str]) -> set[str]:
    """The words among an entity's keys that can be looked for misspelt."""
    return {text[1:] for text in keys if text.startswith("+")}


def office_lines(names: Names, article: str, referents: Iterable[Referent]) -> Iterator[Line]:
    """The keys of the offices that an article tells of."""
    for referent in referents:
        yield from holder_lines(names, names.reference(article, referent.key), referent.hints.get("office", ""))


def holder_lines(names: Names, reference: str, office: str) -> Iterator[Line]:
    """The keys of an office, under the reference that holds it."""
    key = iri(names.term("nameKey"))
    return (line(iri(reference), key, literal(text)) for text in office_keys(office))


def whole_index(store: GraphStore) -> Iterator[Line]:
    """The index of all that a store has, which has none yet."""
    names, words = store.names, set[str]()
    yield stamp(names)
    for entity in named_entities(store):
        words |= words_among(keys_of(entity))
        yield from key_lines(names, entity)
    yield from gram_lines(names, sorted(words))
    for reference, office, _ in office_holders(store):
        yield from holder_lines(names, reference, office)


def stamp(names: Names) -> Line:
    """What says that every name is in the index."""
    return line(iri(names.ledger_graph), iri(names.term("nameIndex")), literal(VERSION))


def is_indexed(store: GraphStore) -> bool:
    """Whether every name of the store is in its index."""
    return store.ask(f"ASK {{ GRAPH <{store.names.ledger_graph}> {{ {stamp(store.names)} }} }}")


def named_entities(store: GraphStore) -> Iterator[Entity]:
    """Every entity with its class and names alone."""
    labels: dict[str, list[str]] = defaultdict(list)
    mains: dict[str, str] = {}
    types: dict[str, str] = {}
    rows = store.rows(
        f"SELECT ?e ?p ?o WHERE {{ VALUES ?p {{ <{RDF.type}> <{RDFS.label}> <{SKOS.altLabel}> }}"
        f" GRAPH <{store.names.entities_graph}> {{ ?e ?p ?o }} }}"
    )
    for node, predicate, value in rows:
        iri, text = str(node), str(value)
        if predicate == RDF.type:
            types[iri] = store.names.local(text)
        elif predicate == RDFS.label:
            mains[iri] = text
        else:
            labels[iri].append(text)
    for iri in sorted(mains):
        yield Entity(iri, types.get(iri, ""), mains[iri], (mains[iri], *labels[iri]))


def office_holders(store: GraphStore) -> Iterator[tuple[str, str, str]]:
    """Every office that an article tells of: the reference, the office, and the person."""
    kg = store.names.namespace
    rows = store.rows(
        f"SELECT ?r ?hint ?e WHERE {{ GRAPH ?g {{ ?r <{kg}hint> ?hint ; <{kg}refersTo> ?e"
        " FILTER(STRSTARTS(?hint, 'office=')) } }"
    )
    for reference, hint, entity in rows:
        yield str(reference), str(hint).removeprefix("office="), str(entity)


class NameIndex:
    """Reads the index of one store; remembers what it has read."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._graph = store.names.ledger_graph
        self._key, self._gram = store.names.term("nameKey"), store.names.term("gram")
        self._found: dict[str, tuple[str, ...]] = {}
        self._counts: dict[str, int] = {}
        self._alike: dict[str, tuple[int, list[str]]] = {}
        self._memory = None if is_indexed(store) else _in_memory(store)

    def fetch(self, keys: Iterable[str]) -> None:
        """Read many keys at once, which saves as many queries."""
        wanted = sorted(set(keys) - self._found.keys())
        if not wanted or self._memory is not None:
            return
        found: dict[str, list[str]] = {key: [] for key in wanted}
        values = " ".join(literal(key) for key in wanted)
        for entity, key in self._store.rows(
            f"SELECT ?e ?k WHERE {{ VALUES ?k {{ {values} }} GRAPH <{self._graph}> {{ ?e <{self._key}> ?k }} }}"
        ):
            found[str(key)].append(str(entity))
        self._found.update({key: tuple(sorted(entities)) for key, entities in found.items()})

    def entities(self, key: str) -> tuple[str, ...]:
        """The entities that are filed under a key that few bear: a whole name, initials."""
        if self._memory is not None:
            return self._memory.get(key, ())
        if key not in self._found:
            self.fetch([key])
        return self._found[key]

    def holders(self, words: Collection[str], limit: int) -> tuple[str, ...]:
        """Entities that have all these words (stems) in their names taken together."""
        keys = ["+" + word for word in sorted(words, key=lambda w: (self.count(w), w))]
        if self._memory is not None:
            sets = [set(self._memory.get(key, ())) for key in keys]
            return tuple(sorted(set.intersection(*sets)))[:limit] if sets else ()
        pattern = " . ".join(f"?e <{self._key}> {literal(key)}" for key in keys)
        rows = self._store.rows(f"SELECT DISTINCT ?e WHERE {{ GRAPH <{self._graph}> {{ {pattern} }} }} LIMIT {limit}")
        return _sorted(rows) if keys else ()

    def beside(self, word: str, near: Collection[str], limit: int) -> tuple[str, ...]:
        """Entities that have the word (stem) in a name and that the graph ties to one of ``near``."""
        values = " ".join(f"<{iri}>" for iri in sorted(near))
        key = literal("+" + word)
        if self._memory is not None or not values:
            return ()
        rows = self._store.rows(
            f"SELECT DISTINCT ?e WHERE {{ VALUES ?n {{ {values} }} {{ ?e ?p ?n }} UNION {{ ?n ?p ?e }}"
            f" GRAPH <{self._graph}> {{ ?e <{self._key}> {key} }} }} LIMIT {limit}"
        )
        return _sorted(rows)

    def in_office(self, word: str, limit: int) -> tuple[str, ...]:
        """People who hold an office with this word (stem) in it."""
        if self._memory is not None:
            return self._memory.get("@" + word, ())[:limit]
        refers, key = self._store.names.term("refersTo"), literal("@" + word)
        rows = self._store.rows(
            f"SELECT DISTINCT ?e WHERE {{ GRAPH <{self._graph}> {{ ?r <{self._key}> {key} }}"
            f" ?r <{refers}> ?e }} LIMIT {limit}"
        )
        return _sorted(rows)

    def count(self, word: str) -> int:
        """How many entities have the word (stem) in a name; at most COMMON."""
        if word not in self._counts:
            self._counts[word] = self._counted(word)
        return self._counts[word]

    def _counted(self, word: str) -> int:
        if self._memory is not None:
            return min(COMMON, len(self._memory.get("+" + word, ())))
        key = literal("+" + word)
        inner = f"SELECT ?e WHERE {{ GRAPH <{self._graph}> {{ ?e <{self._key}> {key} }} }} LIMIT {COMMON}"
        row = next(iter(self._store.rows(f"SELECT (COUNT(*) AS ?n) WHERE {{ {{ {inner} }} }}")), ("0",))
        return int(str(row[0]))

    def words_from(self, start: str, limit: int) -> list[str]:
        """Words of names that begin so; at least three letters are needed."""
        if len(start) < MIN_START:
            return []
        return [word for word in self.words_like(start, COMMON) if word.startswith(start)][:limit]

    def words_like(self, word: str, limit: int = 40) -> list[str]:
        """Words of names that share the most pieces with this one."""
        asked, found = self._alike.get(word, (0, []))
        if asked < limit:
            found = self._words_like(word, limit)
            self._alike[word] = limit, found
        return found[:limit]

    def _words_like(self, word: str, limit: int) -> list[str]:
        pieces = grams(word.ljust(4)) if len(word) >= MIN_START else frozenset()
        if not pieces:
            return []
        if self._memory is not None:
            known = (key[1:] for key in self._memory if key.startswith("+"))
            shared = {w: len(pieces & grams(w)) for w in known}
            return sorted((w for w, n in shared.items() if n), key=lambda w: (-shared[w], w))[:limit]
        values = " ".join(literal(piece) for piece in sorted(pieces))
        rows = self._store.rows(
            f"SELECT ?w (COUNT(?g) AS ?n) WHERE {{ VALUES ?g {{ {values} }} GRAPH <{self._graph}>"
            f" {{ ?w <{self._gram}> ?g }} }} GROUP BY ?w"
        )
        # Put in order here: Oxigraph would look both words up for every comparison.
        found = sorted((-int(str(n)), str(node)) for node, n in rows if node is not None)
        return [self._store.names.word_of(node) for _, node in found[:limit]]


def _sorted(rows: Iterable[tuple[Node | None, ...]]) -> tuple[str, ...]:
    return tuple(sorted(str(entity) for (entity,) in rows))


def _in_memory(store: GraphStore) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for entity in named_entities(store):
        for key in keys_of(entity):
            found[key].add(entity.id)
    for _, office, entity_id in office_holders(store):
        for key in office_keys(office):
            found[key].add(entity_id)
    return {key: tuple(sorted(entities)) for key, entities in found.items()}
