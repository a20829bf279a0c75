"""Keeps a store's entities true to its articles and to what persons judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.copies import Copies, sketch
from kg.model import Extraction, Judgement, Referent, Source
from kg.resolve import Delta, Resolver
from kg.store import GraphStore, GraphView
from kg.store.dataset import ArticleRecord, Change, ReadRecord

RESOLVER_VERSION = "4"
"""Changes with the rules of identity: a store resolved by other rules is resolved anew, without reading again."""


class Keeper:
    """Identity as a store has it, and the changes that keep the store true to it.

    Taken over as it is where the same rules made it; else worked out anew, and the store put right, at once.
    """

    def __init__(self, store: GraphStore) -> None:
        self.store = store
        self.view = GraphView(store)
        self._stamped = store.resolver_version() == RESOLVER_VERSION
        judgements = self.view.judgements()
        self._persons = {j.digest: j for j in judgements if j.who}
        rules = [j for j in judgements if not j.who]
        self.copies = self._copies()
        self.resolver = self._restored(rules) or self._settled(rules)

    @property
    def persons(self) -> list[Judgement]:
        """What persons have judged, oldest first."""
        return sorted(self._persons.values(), key=lambda j: (j.date, j))

    def write(self, source: Source, extraction: Extraction, reading: ReadRecord) -> None:
        """Put an article into the graph, in place of what it said before; one transaction."""
        name, sketched = source.name, sketch(reading.text)
        copied = self.copies.put(name, sketched, source.published)
        delta = self.resolver.change({name: extraction.referents}, copied)
        own = ArticleRecord(
            replace(source, copy_of=self.copies.copy_of(name)), extraction, self.resolver.entity_of(name)
        )
        revised = self._revised({*delta.moved, *copied} - {name})
        self._apply(delta, write=[own], revise=revised, read=[replace(reading, sketch=sketched)])

    def remove(self, name: str) -> None:
        """Take an article out of the graph; one transaction."""
        copied = self.copies.remove(name)
        delta = self.resolver.change({name: None}, copied)
        self._apply(delta, revise=self._revised({*delta.moved, *copied} - {name}), remove=[name])

    def judge(self, made: Sequence[Judgement] = (), withdrawn: Sequence[Judgement] = ()) -> Delta:
        """Obey new judgements of persons, and others no more; one transaction. Tells what it changed."""
        for judgement in withdrawn:
            self._persons.pop(judgement.digest, None)
        self._persons.update((judgement.digest, judgement) for judgement in made)
        delta = self.resolver.judge(self.persons)
        self._apply(
            replace(delta, found=(*delta.found, *made), withdrawn=(*delta.withdrawn, *withdrawn)),
            revise=self._revised(delta.moved),
        )
        return delta

    def _copies(self) -> Copies:
        known = self.store.sketches()
        missing = {name: sketch(self.view.text(name) or "") for name, sketched in known.items() if not sketched}
        dates = {name: source.published for name, source in self.view.sources().items()}
        return Copies({**known, **missing}, dates)

    def _restored(self, rules: Iterable[Judgement]) -> Resolver | None:
        """Identity as the store has it; None where other rules made it."""
        if not self._stamped:
            return None
        resolver = Resolver(self.store.names, self._persons.values(), self.copies.copy_of)
        known = self.store.known_referents()
        resolver.restore(self.view.referents() if known is None else known, self.view.entities(), rules)
        return resolver

    def _settled(self, rules: Iterable[Judgement]) -> Resolver:
        """Identity over all that the store holds, worked out anew; where the store says otherwise, it is put right."""
        resolver = Resolver(self.store.names, self._persons.values(), self.copies.copy_of)
        stored = self.view.referents()
        resolver.change({name: [referent for referent, _ in found] for name, found in stored.items()})
        self.resolver = resolver
        moved = {name for name, found in stored.items() if _assigned(found) != resolver.entity_of(name)}
        moved |= {n for n, source in self.view.sources().items() if source.copy_of != self.copies.copy_of(n)}
        described, before = self.view.entities(), set(rules)
        found = set(resolver.judgements())
        delta = Delta(
            tuple(e for e in resolver.entities.values() if described.get(e.id) != e),
            tuple(e for e in described.values() if resolver.entities.get(e.id) != e),
            (),
            tuple(sorted(found - before)),
            tuple(sorted(before - found)),
        )
        if self.store.ledger() or stored:
            self._apply(delta, revise=self._revised(moved))
        return resolver

    def _revised(self, articles: Iterable[str]) -> Iterator[tuple[ArticleRecord, ArticleRecord]]:
        """Articles as the graph has them, and with the entities that their referents mean now."""
        for name in sorted(articles):
            source = self.view.source(name)
            if source is not None:
                before = self.view.record(source)
                copied = replace(source, copy_of=self.copies.copy_of(name))
                yield before, replace(before, source=copied, entity_of=self.resolver.entity_of(name))

    def _apply(
        self,
        delta: Delta,
        *,
        revise: Iterable[tuple[ArticleRecord, ArticleRecord]],
        write: Sequence[ArticleRecord] = (),
        read: Sequence[ReadRecord] = (),
        remove: Sequence[str] = (),
    ) -> None:
        change = Change(
            write=write,
            revise=list(revise),
            read=read,
            remove=remove,
            describe=delta.described,
            drop=delta.dropped,
            judge=delta.found,
            withdraw=delta.withdrawn,
            resolver=None if self._stamped else RESOLVER_VERSION,
        )
        self.store.apply(change)
        self._stamped = True


def _assigned(found: Sequence[tuple[Referent, str]]) -> Mapping[str, str]:
    return {referent.key: iri for referent, iri in found}
