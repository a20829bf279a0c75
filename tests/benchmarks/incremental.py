"""How long one article more takes in a store on disk: ``python -m tests.benchmarks.incremental [ARTICLES]``."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence

from kg.identity.keeping import RESOLVER_VERSION, Keeper
from kg.model import Extraction, Referent, Source
from kg.resolve import Resolver
from kg.store import GraphStore, LedgerEntry, open_store
from kg.store.dataset import ArticleRecord, Change, ReadRecord
from tests.benchmarks.identity import corpus


def filled(store: GraphStore, articles: dict[str, list[Referent]]) -> None:
    """Write all articles at once, as builds would have left them."""
    resolver = Resolver()
    resolver.change(articles)
    names = sorted(articles)
    for start in range(0, len(names), 500):
        chosen = names[start : start + 500]
        write = [
            ArticleRecord(_source(store, n), Extraction(n, tuple(articles[n]), ()), resolver.entity_of(n))
            for n in chosen
        ]
        entities = list(resolver.entities.values()) if start == 0 else []
        judge = resolver.judgements() if start == 0 else ()
        read = [_reading(name) for name in chosen]
        store.apply(Change(write=write, read=read, describe=entities, judge=judge, resolver=RESOLVER_VERSION))


def _source(store: GraphStore, name: str) -> Source:
    return Source(store.names.article(name), name, sha256="0")


def _reading(name: str) -> ReadRecord:
    return ReadRecord(LedgerEntry(name, "0", "benchmark", f"/{name}"), f"Text of {name}", f"={name}")


def main(words: Sequence[str]) -> None:
    """Print how long taking identity over takes, and each of five articles more."""
    count = int(words[0]) if words else 10_000
    articles = corpus(count * 5)
    with tempfile.TemporaryDirectory() as folder, open_store(folder, write=True) as store:
        filled(store, articles)
        start = time.perf_counter()
        keeper = Keeper(store)
        print(f"{count:,} articles, {len(keeper.resolver.entities):,} entities: taken over in", end=" ")
        print(f"{time.perf_counter() - start:.1f} s")
        for number, known in enumerate(sorted(articles)[:5]):
            name, start = f"more-{number}.txt", time.perf_counter()
            keeper.write(_source(store, name), Extraction(name, tuple(articles[known]), ()), _reading(name))
            print(f"one article more: {(time.perf_counter() - start) * 1000:.0f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])
