"""Joins clusters that the rules find to be one, the strongest rule first, and keeps what the rules found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.model import Judgement, Reference, Verdict
from kg.resolve.cluster import Cluster
from kg.resolve.comparable import comparable
from kg.resolve.profile import Profile
from kg.resolve.rules import RULES, Keys, Rule
from kg.resolve.weighing import DIFFERENT, SAME, Weighing

Crowded = Callable[[str], bool]


class Linker:
    """Joins clusters by the rules; ``crowded`` tells which loose keys too many things have."""

    def __init__(self, clusters: Sequence[Cluster], crowded: Crowded) -> None:
        self.clusters = sorted(clusters, key=lambda c: c.order)
        self._found: dict[tuple[Reference, Reference], Judgement] = {}
        self._crowded = crowded
        self._joined: dict[int, Cluster] = {}

    @property
    def judgements(self) -> list[Judgement]:
        """What the rules found, in a fixed order."""
        return sorted(self._found.values())

    def run(self) -> list[Cluster]:
        """The clusters after all rules."""
        meeting = _meeting(self.clusters)
        for rule in RULES if meeting else ():
            self._apply(rule, [cluster for cluster in meeting if id(cluster) not in self._joined])
        return [cluster for cluster in self.clusters if id(cluster) not in self._joined]

    def _apply(self, rule: Rule, standing: Sequence[Cluster]) -> None:
        wanted = [self._keyed(cluster, rule.seeks) for cluster in standing]
        every = {key for keys in wanted for key in keys}
        if not every:
            return
        sought: dict[str, list[tuple[Cluster, Profile]]] = defaultdict(list)
        for cluster in standing:
            for key, profiles in self._keyed(cluster, rule.offers).items():
                if key in every:
                    sought[key] += ((cluster, profile) for profile in profiles)
        for seeker, keys in zip(standing, wanted, strict=True):
            offered = [c for key in sorted(keys) for c in _comparable_clusters(key, keys[key], sought[key], seeker)]
            if offered:
                self._link(rule, seeker, offered)

    def _keyed(self, cluster: Cluster, keys: Keys) -> dict[str, list[Profile]]:
        """The profiles of a cluster by their keys, without the keys that tell nothing."""
        found: dict[str, list[Profile]] = defaultdict(list)
        for profile in cluster.profiles:
            for key in keys(profile):
                if key[0] != "~" or not self._crowded(key):
                    found[key].append(profile)
        return found

    def _find(self, cluster: Cluster) -> Cluster:
        while id(cluster) in self._joined:
            cluster = self._joined[id(cluster)]
        return cluster

    def _link(self, rule: Rule, seeker: Cluster, offered: Iterable[Cluster]) -> None:
        """Join the seeker to the one target that fits; to none where several would that are not one themselves."""
        seeker = self._find(seeker)
        targets = {id(t): t for t in map(self._find, offered) if t is not seeker}
        fitting: list[tuple[Cluster, Weighing]] = []
        for target in sorted(targets.values(), key=lambda c: c.order):
            weighing = rule.weigh(seeker, target)
            if weighing is None:
                continue
            against = seeker.contradicts(target)
            if against:
                self._note(seeker, target, "different", rule, 0.0, f"{weighing.told}, but {against}")
            elif weighing.score >= SAME:
                fitting.append((target, weighing))
            else:
                unsure: Verdict = "undecided" if weighing.score > DIFFERENT else "different"
                self._note(seeker, target, unsure, rule, weighing.score, weighing.told)
        self._join(rule, seeker, fitting)

    def _join(self, rule: Rule, seeker: Cluster, fitting: Sequence[tuple[Cluster, Weighing]]) -> None:
        if len(fitting) > 1 and not (rule.mutual and self._fit_together(rule, [t for t, _ in fitting])):
            for target, weighing in fitting:
                self._note(seeker, target, "undecided", rule, 0.5, f"{weighing.told}, but so does another")
            return
        for target, weighing in fitting:
            if target.contradicts(seeker):
                continue
            self._note(seeker, target, "same", rule, weighing.score, weighing.told)
            target.join(seeker)
            self._joined[id(seeker)] = target
            seeker = target

    def _fit_together(self, rule: Rule, targets: Sequence[Cluster]) -> bool:
        """Whether each two of the targets are one by the rule, too."""
        pairs = ((a, b) for i, a in enumerate(targets) for b in targets[i + 1 :])
        return all(
            (weighing := rule.weigh(a, b)) is not None and weighing.score >= SAME and not a.contradicts(b)
            for a, b in pairs
        )

    def _note(self, one: Cluster, other: Cluster, verdict: Verdict, rule: Rule, score: float, reason: str) -> None:
        """Keep the finding; of several of one pair the last: rules go from strong to weak, but clusters grow."""
        left, right = sorted((one.place, other.place))
        known = self._found.get((left, right))
        if known is None or known.verdict == "undecided" or verdict == "same":
            self._found[left, right] = Judgement(left, right, verdict, reason, rule.name, score)


def _meeting(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters with a key that another has, too, or looks for: rules have nothing to say of the others."""
    under: dict[str, set[int]] = defaultdict(set)
    for number, cluster in enumerate(clusters):
        for profile in cluster.profiles:
            for key in (*profile.shares, *profile.seeks, *profile.offers):
                under[key].add(number)
    met = {number for numbers in under.values() if len(numbers) > 1 for number in numbers}
    return [clusters[number] for number in sorted(met)]


def _comparable_clusters(
    key: str, seekers: Sequence[Profile], offered: Iterable[tuple[Cluster, Profile]], own: Cluster
) -> Iterator[Cluster]:
    """The clusters of which a profile must be compared with one of the seekers."""
    for cluster, profile in offered:
        if cluster is not own and any(comparable(key, seeker, profile) for seeker in seekers):
            yield cluster
