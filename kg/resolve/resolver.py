"""Which referents of all articles are one thing, kept up to date as articles and judgements come and go."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Entity, Judgement, Reference, Referent
from kg.names import Names
from kg.resolve.cluster import groups
from kg.resolve.describe import describe
from kg.resolve.index import Index
from kg.resolve.judged import Conflict, Judged
from kg.resolve.linker import Linker
from kg.resolve.obeying import obeyed
from kg.resolve.places import in_context
from kg.resolve.profile import Profile, profile_of
from kg.resolve.tables import Tables


@dataclass(frozen=True, slots=True)
class Resolution:
    """The outcome: the entity behind each (article, referent key), all entities, and what the rules found."""

    entity_of: Mapping[Reference, str]
    entities: Mapping[str, Entity]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Delta:
    """What a change did to identity elsewhere.

    ``described`` are entities that are new or described otherwise, ``dropped`` the descriptions that hold no more, of
    these and of what nothing refers to any more, ``moved`` the other articles of which a referent now means another
    entity, ``found`` and ``withdrawn`` the rules' judgements that are new and that hold no more.
    """

    described: tuple[Entity, ...] = ()
    dropped: tuple[Entity, ...] = ()
    moved: tuple[str, ...] = ()
    found: tuple[Judgement, ...] = ()
    withdrawn: tuple[Judgement, ...] = ()


class Resolver:
    """Keeps every article's referents together with the entities behind them.

    What it holds depends only on the set of (article, referent) and on what persons have judged, never on the order of
    changes: a change is worked out by resolving anew whatever can be reached from it over shared keys.
    """

    def __init__(
        self,
        names: Names | None = None,
        judgements: Iterable[Judgement] = (),
        report_of: Callable[[str], str | None] = lambda _: None,
        tables: Tables | None = None,
    ) -> None:
        """``report_of`` tells which article's report an article prints again, if it does. ``tables`` hold what is known
        already; without them, nothing is, and it is held in memory."""
        self.names = names or Names()
        self._report_of = report_of
        self._judged = Judged(judgements)
        self._tables = tables or Tables(sqlite3.connect(":memory:", isolation_level=None))
        self._index = Index(self._tables)

    def __contains__(self, article: str) -> bool:
        return self._tables.has(article)

    @property
    def articles(self) -> list[str]:
        """The articles that it knows."""
        return self._tables.articles()

    @property
    def entities(self) -> dict[str, Entity]:
        """All entities by IRI, in their order."""
        return self._tables.entities()

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The persons' judgements that later ones overrule."""
        return tuple(self._judged.conflicts)

    def entity_of(self, article: str) -> dict[str, str]:
        """The entity behind each referent key of an article."""
        return self._tables.entity_of(article)

    def judgements(self) -> tuple[Judgement, ...]:
        """What the rules found of pairs, in a fixed order."""
        return tuple(sorted(self._tables.findings()))

    def change(self, articles: Mapping[str, Sequence[Referent] | None], again: Iterable[str] = ()) -> Delta:
        """Give articles these referents, in place of any they had; None takes the article away.

        ``again`` are articles of which ``report_of`` tells something else than before.
        """
        touched = self._relearn(set(again) - articles.keys())
        for article, referents in articles.items():
            touched.update(dict.fromkeys(self._forget(article)))
            if referents is not None:
                touched.update(dict.fromkeys(self._learn(article, referents).values()))
        return self._resolve(touched, set(articles))

    def judge(self, judgements: Iterable[Judgement]) -> Delta:
        """Obey these judgements of persons, in place of those before."""
        before, self._judged = self._judged.articles, Judged(judgements)
        return self._resolve(self._relearn(before | self._judged.articles), set())

    def restore(
        self,
        articles: Iterable[tuple[str, Sequence[tuple[Referent, str]]]],
        entities: Iterable[Entity],
        found: Iterable[Judgement],
    ) -> None:
        """Take over an outcome as it is, without working it out again: each article's referents with their entities."""
        for article, referents in articles:
            iri_of = {referent.key: iri for referent, iri in referents}
            known = self._learn(article, [referent for referent, _ in referents])
            self._tables.mean({profile: iri_of[key] for key, profile in known.items()})
            self._index.settle()
            self._tables.rest()
        self._tables.describe(entities)
        self._tables.find(found)

    def _relearn(self, articles: Iterable[str]) -> dict[Profile, None]:
        """Look at the same referents anew; gives the profiles that they had and have."""
        touched: dict[Profile, None] = {}
        for article in sorted(articles):
            referents = self._tables.referents(article)
            if referents is not None:
                touched.update(dict.fromkeys(self._forget(article)))
                touched.update(dict.fromkeys(self._learn(article, referents).values()))
        return touched

    def _learn(self, article: str, referents: Sequence[Referent]) -> dict[str, Profile]:
        """Note an article; gives the profiles of its referents by key."""
        pins = self._judged.pins(article, referents)
        placed = in_context(sorted(referents, key=lambda r: r.key))
        report = self._report_of(article) or ""
        known = {r.key: profile_of(article, r, pins.get(r.key, ()), report) for r in placed}
        self._index.add(self._tables.learn(article, referents, known))
        return known

    def _forget(self, article: str) -> list[Profile]:
        """Take an article out; gives the profiles that it had. Those that no other has stay until all is resolved."""
        had, alone = self._tables.forget(article)
        self._index.remove(alone)
        return had

    def _resolve(self, touched: Iterable[Profile], given: set[str]) -> Delta:
        tables = self._tables
        reached = self._index.reach(touched)
        was, counts = tables.iris(reached), tables.counts(reached)
        before, withdrawn = tables.entities(set(was.values())), tables.findings(reached)
        present = [profile for profile in reached if counts[profile]]
        now, after, found = self._assigned(present, counts)
        changed = {profile: iri for profile, iri in now.items() if was.get(profile) != iri}
        tables.mean(changed)
        if found != withdrawn:
            tables.withdraw(reached)
            tables.find(found)
        tables.drop(profile for profile in reached if not counts[profile])
        described = [entity for iri, entity in sorted(after.items()) if before.get(iri) != entity]
        dropped = [entity for iri, entity in sorted(before.items()) if after.get(iri) != entity]
        tables.discard(before.keys() - after.keys())
        tables.describe(described)
        moved = tables.bearers(changed)
        tables.rest()
        self._index.settle()
        return Delta(
            tuple(described),
            tuple(dropped),
            tuple(sorted(moved - given)),
            tuple(sorted(found - withdrawn)),
            tuple(sorted(withdrawn - found)),
        )

    def _assigned(
        self, profiles: Sequence[Profile], counts: Mapping[Profile, int]
    ) -> tuple[dict[Profile, str], dict[str, Entity], set[Judgement]]:
        """Resolve profiles that nothing else can touch: the entity of each, all these entities, and what the rules
        found."""
        linker = Linker(obeyed(groups(profiles, self._tables)), self._index.crowded)
        meant: dict[Profile, str] = {}
        entities: dict[str, Entity] = {}
        for cluster, entity in describe(linker.run(), self.names, counts.__getitem__):
            entities[entity.id] = entity
            meant.update(dict.fromkeys(cluster.profiles, entity.id))
        return meant, entities, set(linker.judgements)


def resolve(
    referents: Iterable[tuple[str, Referent]], names: Names | None = None, judgements: Iterable[Judgement] = ()
) -> Resolution:
    """Which of these (article, referent) are one thing, and how each thing is described.

    The same set gives the same outcome, whatever its order. A referent's key must be unique in its article.
    ``judgements`` are persons', and are obeyed.
    """
    by_article: dict[str, list[Referent]] = defaultdict(list)
    for article, referent in referents:
        by_article[article].append(referent)
    resolver = Resolver(names, judgements)
    resolver.change(by_article)
    entity_of = {(a, key): iri for a in resolver.articles for key, iri in resolver.entity_of(a).items()}
    return Resolution(entity_of, dict(sorted(resolver.entities.items())), resolver.judgements())
