"""Clusters as entities: which name is the entity's label, what its IRI is, what is known of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256

from kg.model import Entity
from kg.names import Names
from kg.resolve import forms
from kg.resolve.cluster import Cluster
from kg.resolve.profile import Profile

GEONAMES = "https://sws.geonames.org/{}/"
ISO_3166 = "https://www.iso.org/obp/ui/#iso:code:3166:{}"
DISTINGUISHING = ("year", "ordinal", "iso", "seat", "country", "body", "office")
"""The hints that may tell apart the IRIs of namesakes, the most telling first."""

Count = Callable[[Profile], int]


def describe(clusters: Sequence[Cluster], names: Names, count: Count) -> list[tuple[Cluster, Entity]]:
    """Each cluster with its entity; ``count`` tells how many articles have a profile.

    Clusters that would have the same IRI must all be among those given.
    """
    labels = [canonical_label(cluster, count) for cluster in clusters]
    namesakes: dict[str, list[int]] = defaultdict(list)
    distinctions = [_last_resort(cluster) if cluster.local else "" for cluster in clusters]
    for i, (cluster, label) in enumerate(zip(clusters, labels, strict=True)):
        if not cluster.local:
            namesakes[names.entity(cluster.type, label)].append(i)
    for same in namesakes.values():
        for i, distinction in zip(same, _distinctions([clusters[i] for i in same]), strict=True):
            distinctions[i] = distinction
    return [
        (cluster, _entity(cluster, label, names.entity(cluster.type, label, distinction), count))
        for cluster, label, distinction in zip(clusters, labels, distinctions, strict=True)
    ]


def canonical_label(cluster: Cluster, count: Count) -> str:
    """The fullest proper name: no acronym or short form where there is a full one; then the one that
    most articles use; then the longest (of places that a gazetteer knows: the shortest)."""
    votes: Counter[str] = Counter()
    for profile in cluster.profiles:
        votes[profile.label] += count(profile)
    gazetted = cluster.type == "Place" and bool(cluster.known.get("iso") or cluster.known.get("geoname"))
    kinds = {label: _fullness(cluster.type, label, votes) for label in votes}

    def rank(label: str) -> tuple[int, int, int, str]:
        length = len(label) if gazetted else -len(label)
        return -kinds[label], -votes[label], length, label

    return min(votes, key=rank)


def _fullness(type_name: str, label: str, others: Mapping[str, int]) -> int:
    """3 a full name, 2 a part of another, 1 an acronym, 0 a noun or bare surname."""
    if type_name == "Person":
        return 0 if forms.is_bare(label) else 3
    if forms.is_generic(label) or label[:1].islower():
        return 0
    if forms.is_acronym(label):
        return 1
    if type_name == "Place":
        return 3
    own = set(forms.core(type_name, label).split())
    return 2 if any(own < set(forms.core(type_name, other).split()) for other in others) else 3


def _distinctions(namesakes: Sequence[Cluster]) -> list[str]:
    """What to add to the IRIs of clusters with one name: nothing where there is but one."""
    if len(namesakes) == 1:
        return [""]
    told = [_telling(cluster) for cluster in namesakes]
    uses = Counter(told)
    return [mark if uses[mark] == 1 else _last_resort(cluster) for cluster, mark in zip(namesakes, told, strict=True)]


def _telling(cluster: Cluster) -> str:
    """Everything distinguishing that is known of the cluster, as one mark; empty where nothing is."""
    marks = (min(cluster.known[name]) for name in DISTINGUISHING if cluster.known.get(name))
    return " ".join(marks)


def _last_resort(cluster: Cluster) -> str:
    """The first article that tells of it, and a digest, since articles' names may fold to the same."""
    article = cluster.place[0]
    content = "\x1f".join([article, *map(repr, (cluster.order, cluster.first.order))])
    return f"{article} {sha256(content.encode()).hexdigest()[:8]}"


def _entity(cluster: Cluster, label: str, iri: str, count: Count) -> Entity:
    labels = {name for profile in cluster.profiles for name in profile.labels} - {label}
    latitude, longitude = _coordinates(cluster, count)
    return Entity(
        id=iri,
        type=cluster.type,
        label=label,
        labels=(label, *sorted(labels)),
        links=tuple(sorted(_links(cluster))),
        country=_country(cluster, count),
        latitude=latitude,
        longitude=longitude,
    )


def _links(cluster: Cluster) -> set[str]:
    """What persons linked it to, and gazetteer identifiers as IRIs; of hints, well-formed ones."""
    judged = {iri for pin in cluster.pins for iri in pin.links}
    if cluster.type != "Place":
        return judged
    values = [(profile.hint.get("geoname", ""), profile.hint.get("iso", "").upper()) for profile in cluster.profiles]
    links = {GEONAMES.format(geoname) for geoname, _ in values if re.fullmatch(r"\d+", geoname)}
    return (
        judged | links | {ISO_3166.format(iso) for _, iso in values if re.fullmatch(r"[A-Z]{2}(-[A-Z0-9]{1,3})?", iso)}
    )


def _country(cluster: Cluster, count: Count) -> str | None:
    votes: Counter[str] = Counter()
    for profile in cluster.profiles:
        code = profile.hint.get("country") or profile.hint.get("iso", "")[:2]
        if code:
            votes[code.upper()] += count(profile)
    return min(votes, key=lambda code: (-votes[code], code), default=None)


def _coordinates(cluster: Cluster, count: Count) -> tuple[float, float] | tuple[None, None]:
    votes: Counter[tuple[float, float]] = Counter()
    for profile in cluster.profiles:
        try:
            votes[float(profile.hint["latitude"]), float(profile.hint["longitude"])] += count(profile)
        except (KeyError, ValueError):
            continue
    return min(votes, key=lambda place: (-votes[place], place), default=(None, None))
