"""Makes clusters obey what persons have judged, before any rule looks at them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.resolve.cluster import Cluster
from kg.resolve.profile import Profile

Unit = tuple[int, str]
"""What is left of a cluster without the referents that persons judged, or such referents judged one: the number of
the cluster or -1, and the name of the judged group."""


def obeyed(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters as judgements want them: judged groups whole, and nothing with what it was judged different from.

    What nobody judged stays with the judged referents that it is alike, as far as these may be together; of
    two that may not, the one that was parted goes alone.
    """
    if not any(cluster.pins for cluster in clusters):
        return list(clusters)
    return _Units(clusters).joined()


class _Units:
    """The pieces that clusters fall into, and how they are put together again."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self.clusters = sorted(clusters, key=lambda c: c.order)
        self.members: dict[Unit, list[Profile]] = defaultdict(list)
        self.edges: set[tuple[bool, str, int]] = set()
        self.holder: dict[Unit, Unit] = {}
        for number, cluster in enumerate(self.clusters):
            self.members[number, ""] = []
            for profile in cluster.profiles:
                group = _group(profile)
                self.members[(-1, group) if group else (number, "")].append(profile)
                if group:
                    self.edges.add((any(pin.parted for pin in profile.pins), group, number))

    def joined(self) -> list[Cluster]:
        """The units that belong together, as clusters."""
        groups: dict[Unit, set[str]] = {unit: {unit[1]} - {""} for unit in self.members}
        apart = {
            _group(p): {_of_class(p, other) for pin in p.pins for other in pin.apart}
            for unit in self.members
            for p in self.members[unit]
        }
        for _, group, number in sorted(self.edges):
            one, other = self._find((number, "")), self._find((-1, group))
            if one == other or any(theirs in apart[mine] for mine in groups[one] for theirs in groups[other]):
                continue
            kept, gone = min(one, other), max(one, other)
            self.holder[gone] = kept
            groups[kept] |= groups.pop(gone)
        together: dict[Unit, list[Unit]] = defaultdict(list)
        for unit in self.members:
            together[self._find(unit)].append(unit)
        return [c for units in together.values() if (c := self._cluster(units)) is not None]

    def _cluster(self, units: Sequence[Unit]) -> Cluster | None:
        profiles = [profile for unit in units for profile in self.members[unit]]
        if not profiles:
            return None
        numbers = sorted(number for number, _ in units if number >= 0)
        named = sorted(group for _, group in units if group)
        alone = (*min(p.anchor for p in profiles), "judged", *named[:1])
        order = self.clusters[numbers[0]].order if numbers else alone
        return Cluster(order, profiles, self.clusters[0].tables)

    def _find(self, unit: Unit) -> Unit:
        while unit in self.holder:
            unit = self.holder[unit]
        return unit


def _group(profile: Profile) -> str:
    """The judged group of a profile, kept to its class: nothing makes a person of a body."""
    return _of_class(profile, profile.pins[0].group) if profile.pins else ""


def _of_class(profile: Profile, group: str) -> str:
    return f"{profile.type}\x1e{group}"
