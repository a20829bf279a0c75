"""Why two referents are one thing or not, worked out for the two alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing

from kg.model import Referent
from kg.resolve.cluster import Cluster
from kg.resolve.comparable import comparable
from kg.resolve.profile import Profile, profile_of
from kg.resolve.rules import RULES, Rule
from kg.resolve.tables import Tables


def explained(one: tuple[str, Referent], other: tuple[str, Referent]) -> list[str]:
    """What speaks for and against two referents, each with its article, being one: a line for each finding."""
    with closing(sqlite3.connect(":memory:")) as base:
        return _explained([_cluster(Tables(base), *side) for side in (one, other)])


def _explained(clusters: list[Cluster]) -> list[str]:
    found = _names(*clusters)
    for rule in RULES:
        for seeker, target in (clusters, clusters[::-1]):
            if _meet(rule, seeker.first, target.first):
                weighing = rule.weigh(seeker, target)
                if weighing is not None:
                    found.append(f"{rule.name} ({weighing.score:.2f}): {weighing.told}")
                    break
    against = clusters[0].contradicts(clusters[1])
    if against:
        found.append(f"against it: {against}")
    return found or ["no rule finds one name in the two"]


def _cluster(tables: Tables, article: str, referent: Referent) -> Cluster:
    profile = profile_of(article, referent)
    tables.learn(article, [referent], {referent.key: profile})
    return Cluster(profile.anchor, [profile], tables)


def _names(one: Cluster, other: Cluster) -> list[str]:
    if one.first.scope or other.first.scope:
        local = one if one.first.scope else other
        return [f"{local.first.label} names nothing that another article could mean, too"]
    if one.order == other.order:
        return [f"name: both are called {one.first.name}" if one.order[1] == "name" else f"both are {_told(one.order)}"]
    return []


def _told(anchor: Iterable[str]) -> str:
    return " ".join(list(anchor)[1:]).strip()


def _meet(rule: Rule, seeker: Profile, target: Profile) -> bool:
    shared = set(rule.seeks(seeker)) & set(rule.offers(target))
    return any(comparable(key, seeker, target) for key in shared)
