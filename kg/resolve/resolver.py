"""Which referents of all articles are one thing, kept up to date as articles and judgements come and go."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Entity, Judgement, Reference, Referent
from kg.names import Names
from kg.resolve.cluster import Cluster, groups
from kg.resolve.describe import describe
from kg.resolve.index import Index
from kg.resolve.judged import Conflict, Judged
from kg.resolve.linker import Linker
from kg.resolve.obeying import obeyed
from kg.resolve.places import in_context
from kg.resolve.profile import Profile, profile_of


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
    ) -> None:
        """``report_of`` tells which article's report an article prints again, if it does."""
        self.names = names or Names()
        self._report_of = report_of
        self.entities: dict[str, Entity] = {}
        self._judged = Judged(judgements)
        self._referents: dict[str, tuple[Referent, ...]] = {}
        self._profiles: dict[str, dict[str, Profile]] = {}
        self._articles: dict[Profile, Counter[str]] = {}
        self._first_key: dict[Profile, dict[str, str]] = {}
        self._iri: dict[Profile, str] = {}
        self._found: dict[Profile, tuple[Judgement, ...]] = {}
        self._index = Index()

    def __contains__(self, article: str) -> bool:
        return article in self._profiles

    @property
    def articles(self) -> list[str]:
        """The articles that it knows."""
        return sorted(self._profiles)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The persons' judgements that later ones overrule."""
        return tuple(self._judged.conflicts)

    def entity_of(self, article: str) -> dict[str, str]:
        """The entity behind each referent key of an article."""
        return {key: self._iri[profile] for key, profile in self._profiles[article].items()}

    def judgements(self) -> tuple[Judgement, ...]:
        """What the rules found of pairs, in a fixed order."""
        return tuple(sorted({j for found in self._found.values() for j in found}))

    def change(self, articles: Mapping[str, Sequence[Referent] | None], again: Iterable[str] = ()) -> Delta:
        """Give articles these referents, in place of any they had; None takes the article away.

        ``again`` are articles of which ``report_of`` tells something else than before.
        """
        touched = self._relearn(set(again) - articles.keys())
        for article, referents in articles.items():
            touched.update(dict.fromkeys(self._forget(article)))
            if referents is not None:
                touched.update(dict.fromkeys(self._learn(article, referents)))
        return self._resolve(touched, set(articles))

    def judge(self, judgements: Iterable[Judgement]) -> Delta:
        """Obey these judgements of persons, in place of those before."""
        before, self._judged = self._judged.articles, Judged(judgements)
        return self._resolve(self._relearn(before | self._judged.articles), set())

    def restore(
        self,
        articles: Mapping[str, Sequence[tuple[Referent, str]]],
        entities: Mapping[str, Entity],
        found: Iterable[Judgement],
    ) -> None:
        """Take over an outcome as it is, without working it out again: each referent with its entity."""
        for article, referents in articles.items():
            self._learn(article, [referent for referent, _ in referents])
            for referent, iri in referents:
                self._iri[self._profiles[article][referent.key]] = iri
        self.entities = dict(entities)
        for judgement in found:
            self._keep(judgement)
        self._index.reach(())
        for profile in self._articles:
            profile.slim()

    def _relearn(self, articles: Iterable[str]) -> dict[Profile, None]:
        """Look at the same referents anew; gives the profiles that they had and have."""
        touched: dict[Profile, None] = {}
        for article in sorted(articles):
            referents = self._referents.get(article)
            if referents is not None:
                touched.update(dict.fromkeys(self._forget(article)))
                touched.update(dict.fromkeys(self._learn(article, referents)))
        return touched

    def _learn(self, article: str, referents: Sequence[Referent]) -> Iterable[Profile]:
        self._referents[article] = tuple(referents)
        pins = self._judged.pins(article, referents)
        placed = in_context(sorted(referents, key=lambda r: r.key))
        report = self._report_of(article) or ""
        known = {r.key: profile_of(article, r, pins.get(r.key, ()), report) for r in placed}
        self._profiles[article] = known
        for key, profile in known.items():
            if profile not in self._articles:
                self._articles[profile], self._first_key[profile] = Counter(), {}
                self._index.add(profile)
            self._articles[profile][article] += 1
            self._first_key[profile].setdefault(article, key)
        return known.values()

    def _forget(self, article: str) -> list[Profile]:
        self._referents.pop(article, None)
        profiles = list(self._profiles.pop(article, {}).values())
        for profile in profiles:
            if profile in self._articles:
                self._first_key[profile].pop(article, None)
                self._articles[profile].pop(article, None)
                if not self._articles[profile]:
                    del self._articles[profile], self._first_key[profile]
                    self._index.remove(profile)
        return profiles

    def _resolve(self, touched: Iterable[Profile], given: set[str]) -> Delta:
        reached = self._index.reach(touched)
        before = {self._iri[p]: self.entities[self._iri[p]] for p in reached if p in self._iri}
        withdrawn = {j for p in reached for j in self._found.pop(p, ())}
        was = {p: self._iri.pop(p) for p in reached if p in self._iri}
        present = [profile for profile in reached if profile in self._articles]
        found = self._assign(present)
        moved = {a for p in present if was.get(p) != self._iri[p] for a in self._articles[p]}
        after = {self._iri[p]: self.entities[self._iri[p]] for p in present}
        for iri in before.keys() - after.keys():
            del self.entities[iri]
        described = (entity for iri, entity in sorted(after.items()) if before.get(iri) != entity)
        dropped = (entity for iri, entity in sorted(before.items()) if after.get(iri) != entity)
        for profile in reached:
            profile.slim()
        return Delta(
            tuple(described),
            tuple(dropped),
            tuple(sorted(moved - given)),
            tuple(sorted(found - withdrawn)),
            tuple(sorted(withdrawn - found)),
        )

    def _assign(self, profiles: Sequence[Profile]) -> set[Judgement]:
        """Resolve profiles that nothing else can touch; gives what the rules found."""
        clusters = obeyed(groups({p: self._articles[p] for p in profiles}), lambda p: self._articles[p])
        linker = Linker(clusters, self._place, self._index.crowded)
        for cluster, entity in describe(linker.run(), self.names, lambda p: len(self._articles[p])):
            self.entities[entity.id] = entity
            for profile in cluster.profiles:
                self._iri[profile] = entity.id
        found = linker.judgements
        for judgement in found:
            self._keep(judgement)
        return set(found)

    def _keep(self, judgement: Judgement) -> None:
        profile = self._profiles[judgement.left[0]][judgement.left[1]]
        self._found[profile] = (*self._found.get(profile, ()), judgement)

    def _place(self, cluster: Cluster) -> Reference:
        return min(min(self._first_key[profile].items()) for profile in cluster.profiles)


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
