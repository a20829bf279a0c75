"""Identity is a function of the set of referents: orders, steps and earlier states play no part."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Entity, Referent
from kg.resolve import Resolver, resolve
from kg.resolve.places import in_context
from tests.resolve.names import POOL, thing

articles = st.sampled_from([f"{c}.txt" for c in "abcdefgh"])
referents = st.lists(st.sampled_from(POOL), unique=True, max_size=6)
corpora = st.dictionaries(articles, referents, max_size=8)
Corpus = dict[str, list[str]]


def state(resolver: Resolver) -> tuple[object, ...]:
    assigned = {article: resolver.entity_of(article) for article in resolver.articles}
    return assigned, dict(sorted(resolver.entities.items())), resolver.judgements()


def things(names: Sequence[str]) -> list[Referent]:
    return [thing(name) for name in names]


def at_once(corpus: Corpus) -> Resolver:
    resolver = Resolver()
    resolver.change({article: things(names) for article, names in corpus.items()})
    return resolver


@settings(max_examples=300)
@given(corpus=corpora, earlier=corpora, seed=st.integers(0, 1000))
def test_steps_and_orders_lead_to_the_same(corpus: Corpus, earlier: Corpus, seed: int) -> None:
    resolver, random = at_once(earlier), Random(seed)
    changes: list[tuple[str, list[str] | None]] = list(corpus.items())
    changes += [(article, None) for article in earlier.keys() - corpus.keys()]
    changes.sort(key=lambda change: change[0])
    random.shuffle(changes)
    for article, names in changes:
        resolver.change({article: None if names is None else random.sample(things(names), len(names))})
    assert state(resolver) == state(at_once(corpus))


@settings(max_examples=150)
@given(corpus=corpora, earlier=corpora, random=st.randoms(use_true_random=False))
def test_order_plays_no_part_where_keys_are_crowded(corpus: Corpus, earlier: Corpus, random: Random) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.resolve.index.CROWD", 2)
        resolver = at_once(earlier)
        changes: list[tuple[str, list[str] | None]] = list(corpus.items())
        changes += [(article, None) for article in earlier.keys() - corpus.keys()]
        changes.sort(key=lambda change: change[0])
        random.shuffle(changes)
        for article, names in changes:
            resolver.change({article: None if names is None else things(names)})
        assert state(resolver) == state(at_once(corpus))


@settings(max_examples=200)
@given(corpus=corpora, change=st.tuples(articles, st.none() | referents))
def test_a_delta_tells_all_that_changed(corpus: Corpus, change: tuple[str, list[str] | None]) -> None:
    resolver = at_once(corpus)
    article, names = change
    entities: dict[str, Entity] = dict(resolver.entities)
    before = {name: resolver.entity_of(name) for name in resolver.articles}
    delta = resolver.change({article: None if names is None else things(names)})
    for entity in delta.dropped:
        assert entities.pop(entity.id) == entity
    entities |= {entity.id: entity for entity in delta.described}
    assert entities == resolver.entities
    after = {name: resolver.entity_of(name) for name in resolver.articles}
    assert set(delta.moved) == {
        name for name in before.keys() & after.keys() - {article} if before[name] != after[name]
    }


@settings(max_examples=200)
@given(corpus=corpora)
def test_every_entity_is_referred_to_and_holds_the_names_of_its_referents(corpus: Corpus) -> None:
    found = resolve((article, thing(name)) for article, names in corpus.items() for name in names)
    assert set(found.entity_of.values()) == set(found.entities)
    for article, names in corpus.items():
        for name in names:
            referent = thing(name)
            entity = found.entities[found.entity_of[article, referent.key]]
            assert set(referent.labels) <= set(entity.labels)
            assert entity.type == referent.type
            assert entity.label in entity.labels


@settings(max_examples=200)
@given(corpus=corpora)
def test_no_entity_contradicts_itself(corpus: Corpus) -> None:
    found = resolve((article, thing(name)) for article, names in corpus.items() for name in names)
    meant = {(article, r.key): r.hints for article, names in corpus.items() for r in in_context(things(names))}
    for name in ("iso", "geoname", "seat", "sends", "year", "country"):
        values: dict[str, set[str]] = {}
        for reference, iri in found.entity_of.items():
            hint = meant[reference].get(name)
            if hint:
                values.setdefault(iri, set()).add(hint)
        assert all(len(known) == 1 for known in values.values()), name
