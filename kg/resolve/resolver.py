"""Which referents of all articles are one thing, kept up to date as articles come and go."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Entity, Referent
from kg.names import Names
from kg.resolve.cluster import Cluster, Decision, groups
from kg.resolve.describe import describe
from kg.resolve.profile import Profile, profile_of
from kg.resolve.rules import Linker


@dataclass(frozen=True, slots=True)
class Resolution:
    """The outcome: the entity behind each (article, referent key), all entities, and why."""

    entity_of: Mapping[tuple[str, str], str]
    entities: Mapping[str, Entity]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Delta:
    """What a change of articles did to identity elsewhere.

    ``described`` are entities that are new or described otherwise, ``dropped`` those that nothing
    refers to any more, ``moved`` the other articles of which a referent now means another entity.
    """

    described: tuple[Entity, ...]
    dropped: tuple[str, ...]
    moved: tuple[str, ...]


class Resolver:
    """Keeps every article's referents together with the entities behind them.

    What it holds depends only on the set of (article, referent), never on the order of changes: a change
    is worked out by resolving anew whatever can be reached from it over shared keys.
    """

    def __init__(self, names: Names | None = None) -> None:
        self.names = names or Names()
        self.entities: dict[str, Entity] = {}
        self._profiles: dict[str, dict[str, Profile]] = {}
        self._articles: dict[Profile, Counter[str]] = {}
        self._first_key: dict[Profile, dict[str, str]] = {}
        self._iri: dict[Profile, str] = {}
        self._decisions: dict[Profile, tuple[Decision, ...]] = {}
        self._shared: dict[str, dict[Profile, None]] = defaultdict(dict)
        self._seekers: dict[str, dict[Profile, None]] = defaultdict(dict)
        self._offers: dict[str, dict[Profile, None]] = defaultdict(dict)

    def __contains__(self, article: str) -> bool:
        return article in self._profiles

    @property
    def articles(self) -> list[str]:
        """The articles that it knows."""
        return sorted(self._profiles)

    def entity_of(self, article: str) -> dict[str, str]:
        """The entity behind each referent key of an article."""
        return {key: self._iri[profile] for key, profile in self._profiles[article].items()}

    def decisions(self) -> tuple[Decision, ...]:
        """Why things were joined or kept apart, in a fixed order."""
        return tuple(sorted({d for decisions in self._decisions.values() for d in decisions}))

    def change(self, articles: Mapping[str, Sequence[Referent] | None]) -> Delta:
        """Give articles these referents, in place of any they had; None takes the article away."""
        touched: dict[Profile, None] = {}
        for article, referents in articles.items():
            for profile in self._forget(article):
                touched[profile] = None
            for profile in self._learn(article, referents) if referents is not None else ():
                touched[profile] = None
        return self._resolve(touched, set(articles))

    def _learn(self, article: str, referents: Iterable[Referent]) -> Iterable[Profile]:
        known = {r.key: profile_of(article, r) for r in sorted(referents, key=lambda r: r.key)}
        self._profiles[article] = known
        for key, profile in known.items():
            if profile not in self._articles:
                self._index(profile)
            self._articles[profile][article] += 1
            self._first_key[profile].setdefault(article, key)
        return known.values()

    def _forget(self, article: str) -> list[Profile]:
        profiles = list(self._profiles.pop(article, {}).values())
        for profile in profiles:
            self._first_key[profile].pop(article, None)
            self._articles[profile].pop(article, None)
        return profiles

    def _index(self, profile: Profile) -> None:
        self._articles[profile] = Counter()
        self._first_key[profile] = {}
        for index, keys in self._keys(profile):
            for key in keys:
                index[key][profile] = None

    def _drop(self, profile: Profile) -> None:
        del self._articles[profile], self._first_key[profile]
        for index, keys in self._keys(profile):
            for key in keys:
                index[key].pop(profile, None)
                if not index[key]:
                    del index[key]

    def _keys(self, profile: Profile) -> tuple[tuple[dict[str, dict[Profile, None]], frozenset[str]], ...]:
        return (
            (self._shared, profile.shares),
            (self._seekers, profile.seeks),
            (self._offers, profile.offers),
        )

    def _reach(self, start: Iterable[Profile]) -> list[Profile]:
        """Everything that must be compared, directly or through others, with what changed."""
        seen = dict.fromkeys(start)
        waiting = list(seen)
        while waiting:
            profile = waiting.pop()
            for index, keys in (
                (self._shared, profile.shares),
                (self._offers, profile.seeks),
                (self._seekers, profile.offers),
            ):
                for key in keys:
                    for other in index.get(key, ()):
                        if other not in seen:
                            seen[other] = None
                            waiting.append(other)
        return list(seen)

    def _resolve(self, touched: Iterable[Profile], given: set[str]) -> Delta:
        reached = self._reach(touched)
        before = {self._iri[p]: self.entities[self._iri[p]] for p in reached if p in self._iri}
        present = []
        for profile in reached:
            if self._articles[profile]:
                present.append(profile)
            else:
                self._drop(profile)
                self._iri.pop(profile, None)
                self._decisions.pop(profile, None)
        moved = self._assign(present)
        after = {self._iri[p]: self.entities[self._iri[p]] for p in present}
        dropped = sorted(before.keys() - after.keys())
        for iri in dropped:
            del self.entities[iri]
        described = sorted((e for iri, e in after.items() if before.get(iri) != e), key=lambda e: e.id)
        return Delta(tuple(described), tuple(dropped), tuple(sorted(moved - given)))

    def _assign(self, profiles: Sequence[Profile]) -> set[str]:
        """Resolve profiles that nothing else can touch; gives the articles of those that changed entity."""
        linker = Linker(groups({p: self._articles[p] for p in profiles}), self._place)
        clusters = linker.run()
        moved: set[str] = set()
        for cluster, entity in describe(clusters, self.names, lambda p: len(self._articles[p])):
            self.entities[entity.id] = entity
            for profile in cluster.profiles:
                self._decisions.pop(profile, None)
                if self._iri.get(profile) != entity.id:
                    self._iri[profile] = entity.id
                    moved |= self._articles[profile].keys()
        for decision in linker.decisions:
            profile = self._profiles[decision.left[0]][decision.left[1]]
            self._decisions[profile] = (*self._decisions.get(profile, ()), decision)
        return moved

    def _place(self, cluster: Cluster) -> tuple[str, str]:
        return min(min(self._first_key[profile].items()) for profile in cluster.profiles)


def resolve(referents: Iterable[tuple[str, Referent]], names: Names | None = None) -> Resolution:
    """Which of these (article, referent) are one thing, and how each thing is described.

    The same set gives the same outcome, whatever its order. A referent's key must be unique in its article.
    """
    by_article: dict[str, list[Referent]] = defaultdict(list)
    for article, referent in referents:
        by_article[article].append(referent)
    resolver = Resolver(names)
    resolver.change(by_article)
    entity_of = {(a, key): iri for a in resolver.articles for key, iri in resolver.entity_of(a).items()}
    return Resolution(entity_of, dict(sorted(resolver.entities.items())), resolver.decisions())
