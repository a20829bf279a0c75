"""Keeps a store's entities true to its articles and to what persons judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from typing import Self

from kg.copies import Copies, sketch
from kg.model import Extraction, Judgement, Referent, Source
from kg.resolve import Delta, Resolver
from kg.resolve.tables import Tables
from kg.store import GraphStore, GraphView, LedgerEntry
from kg.store.beside import Beside, telling
from kg.store.dataset import ArticleRecord, Change, ReadRecord
from kg.store.known import Known
from kg.store.whole import entities_in_order, publications

RESOLVER_VERSION = "4"
"""Changes with the rules of identity: a store resolved by other rules is resolved anew, without reading again."""
FORM = "1"
"""Changes with what is kept beside a store."""


class Keeper:
    """Identity as a store has it, and the changes that keep the store true to it. Close it, or use it as a context
    manager: what it worked out is kept beside the store for the next.

    Taken over as it is where the same rules made it; else worked out anew, and the store put right, at once.
    """

    def __init__(self, store: GraphStore, ledger: Mapping[str, LedgerEntry] | None = None) -> None:
        """``ledger`` is the store's, for whoever has read it already and keeps it up to date."""
        self.store = store
        self._ledger = store.ledger() if ledger is None else ledger
        self.view = GraphView(store)
        self._stamped = store.resolver_version() == RESOLVER_VERSION
        judgements = self.view.judgements()
        self._persons = {j.digest: j for j in judgements if j.who}
        self._beside = Beside(store.folder, self._stamp())
        self._true = True
        self.copies = Copies(self._beside.base)
        tables = Tables(self._beside.base)
        self.resolver = Resolver(store.names, self._persons.values(), self.copies.copy_of, tables)
        if not self._beside.whole:
            self._fill([j for j in judgements if not j.who])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Keep what was worked out."""
        self._beside.close(self._stamp() if self._true else None)

    def _stamp(self) -> str:
        """What stands for all that identity depends on; nothing where it is not kept."""
        if self.store.folder is None:
            return ""
        digest = sha256(f"{RESOLVER_VERSION} {FORM}\n".encode())
        for name in sorted(self._ledger):
            digest.update("\x1f".join([name, self._ledger[name].sha256, self._ledger[name].extractor, "\n"]).encode())
        digest.update("\n".join(sorted(map(repr, self._persons.values()))).encode())
        return digest.hexdigest()

    @property
    def persons(self) -> list[Judgement]:
        """What persons have judged, oldest first."""
        return sorted(self._persons.values(), key=lambda j: (j.date, j))

    def write(self, source: Source, extraction: Extraction, reading: ReadRecord) -> None:
        """Put an article into the graph, in place of what it said before; one transaction."""
        name, sketched = source.name, sketch(reading.text)
        with self._changing():
            copied = self.copies.put(name, sketched, source.published)
            delta = self.resolver.change({name: extraction.referents}, copied)
            own = ArticleRecord(
                replace(source, copy_of=self.copies.copy_of(name)), extraction, self.resolver.entity_of(name)
            )
            revised = self._revised({*delta.moved, *copied} - {name})
            self._apply(delta, write=[own], revise=revised, read=[replace(reading, sketch=sketched)])

    def remove(self, name: str) -> None:
        """Take an article out of the graph; one transaction."""
        with self._changing():
            copied = self.copies.remove(name)
            delta = self.resolver.change({name: None}, copied)
            self._apply(delta, revise=self._revised({*delta.moved, *copied} - {name}), remove=[name])

    def judge(self, made: Sequence[Judgement] = (), withdrawn: Sequence[Judgement] = ()) -> Delta:
        """Obey new judgements of persons, and others no more; one transaction. Tells what it changed."""
        for judgement in withdrawn:
            self._persons.pop(judgement.digest, None)
        self._persons.update((judgement.digest, judgement) for judgement in made)
        with self._changing():
            delta = self.resolver.judge(self.persons)
            self._apply(
                replace(delta, found=(*delta.found, *made), withdrawn=(*delta.withdrawn, *withdrawn)),
                revise=self._revised(delta.moved),
            )
        return delta

    def _fill(self, rules: Sequence[Judgement]) -> None:
        """Read what is known from the store; where other rules made it, work identity out anew."""
        with self._changing():
            self._fill_copies()
            if self._stamped:
                entities = entities_in_order(self.view)
                self.resolver.restore(self._known(), entities, rules)
            else:
                self._settle(rules)

    def _fill_copies(self) -> None:
        dates = {name: issued for name, issued, _ in publications(self.view)}
        for name, sketched in self.store.sketches():
            self.copies.put(name, sketched or sketch(self.view.text(name) or ""), dates.get(name))

    def _known(self) -> Iterator[tuple[str, Known]]:
        """Each article's referents with their entities."""
        for name, known in self.store.known_referents():
            yield name, self._read(name) if known is None else known

    def _read(self, name: str) -> Known:
        source = self.view.source(name)
        record = source and self.view.record(source)
        return [(each, record.entity_of[each.key]) for each in record.extraction.referents] if record else []

    def _settle(self, rules: Sequence[Judgement]) -> None:
        """Identity over all that the store holds, worked out anew; where the store says otherwise, it is put right."""
        stored = dict(self._known())
        self.resolver.change({name: [referent for referent, _ in found] for name, found in stored.items()})
        moved = {name for name, found in stored.items() if _assigned(found) != self.resolver.entity_of(name)}
        moved |= {name for name, _, first in publications(self.view) if first != self.copies.copy_of(name)}
        described, entities = self.view.entities(), self.resolver.entities
        before, found = set(rules), set(self.resolver.judgements())
        delta = Delta(
            tuple(e for e in entities.values() if described.get(e.id) != e),
            tuple(e for e in described.values() if entities.get(e.id) != e),
            (),
            tuple(sorted(found - before)),
            tuple(sorted(before - found)),
        )
        if self._ledger or stored:
            self._apply(delta, revise=self._revised(moved))

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """While what is held and the store are not true to each other."""
        self._true = False
        with telling():
            yield
        self._true = True

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
        self.store.apply(change, later=True)
        self._stamped = True


def _assigned(found: Sequence[tuple[Referent, str]]) -> Mapping[str, str]:
    return {referent.key: iri for referent, iri in found}
