"""What persons have judged, as identity must obey it: which referents go together and which stay apart.

Later judgements stand against earlier ones. All of it is worked out from the judgements alone, so that articles
may come and go without changing what a judgement means.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model import Judgement, Reference, Referent


@dataclass(frozen=True, slots=True, order=True)
class Pin:
    """What judgements say of one referent: the ``group`` that it is one with, the groups that it is not one with
    (``apart``), whether it was parted from what it would be taken for, and what it is called elsewhere (IRIs)."""

    group: str
    apart: tuple[str, ...] = ()
    parted: bool = False
    links: tuple[str, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """What it shares with everything that it is judged with."""
        kept = {f"judged {' '.join(sorted((self.group, other)))}" for other in self.apart}
        return frozenset({f"judged {self.group}", *kept})


@dataclass(frozen=True, slots=True)
class Conflict:
    """A judgement that cannot stand beside a later one."""

    judgement: Judgement
    against: Judgement


class Judged:
    """Persons' judgements, put together."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self.conflicts: list[Conflict] = []
        self._parent: dict[Reference, Reference] = {}
        self._members: dict[Reference, set[Reference]] = {}
        self._apart: dict[tuple[Reference, Reference], Judgement] = {}
        self._parted: set[Reference] = set()
        self._same: list[Judgement] = []
        for judgement in sorted(judgements, key=lambda j: (j.date, j), reverse=True):
            self._add(judgement)
        self._pins = self._worked_out()

    def pins(self, article: str, referents: Iterable[Referent]) -> Mapping[str, tuple[Pin, ...]]:
        """The pins of an article's referents, by key. A referent whose key has changed since it was judged is found by
        its class and name."""
        judged = self._pins.get(article)
        if not judged:
            return {}
        known = {r.key: r for r in referents}
        found: dict[str, list[Pin]] = defaultdict(list)
        for key, pin in sorted(judged.items()):
            now = key if key in known else _called(key, known.values())
            if now:
                found[now].append(pin)
        return {key: tuple(pins) for key, pins in found.items()}

    @property
    def articles(self) -> set[str]:
        """The articles that judgements name."""
        return set(self._pins)

    def _add(self, judgement: Judgement) -> None:
        for side in (judgement.left, judgement.right):
            self._parent.setdefault(side, side)
            self._members.setdefault(self._find(side), {side})
        left, right = self._find(judgement.left), self._find(judgement.right)
        if judgement.verdict == "same":
            self._join(left, right, judgement)
        elif judgement.verdict == "different":
            if left == right:
                self.conflicts.append(Conflict(judgement, self._joining(judgement)))
                return
            self._apart.setdefault((min(left, right), max(left, right)), judgement)
            self._parted.add(judgement.right)

    def _join(self, left: Reference, right: Reference, judgement: Judgement) -> None:
        if left == right:
            return
        against = self._apart.get((min(left, right), max(left, right))) or self._two_names(left, right)
        if against:
            self.conflicts.append(Conflict(judgement, against))
            return
        kept, gone = min(left, right), max(left, right)
        self._parent[gone] = kept
        self._members[kept] |= self._members.pop(gone)
        self._same.append(judgement)
        for (one, other), why in list(self._apart.items()):
            if gone in (one, other):
                del self._apart[one, other]
                still = other if one == gone else one
                self._apart.setdefault((min(kept, still), max(kept, still)), why)

    def _two_names(self, left: Reference, right: Reference) -> Judgement | None:
        """Two identifiers of one kind name two things."""
        hosts = [{_host(iri) for article, iri in self._members[side] if not article} for side in (left, right)]
        if not hosts[0] & hosts[1]:
            return None
        return next(j for j in self._same if not j.right[0] and self._find(j.right) in (left, right))

    def _joining(self, judgement: Judgement) -> Judgement:
        """One of the later judgements that make the two sides one."""
        group = self._find(judgement.left)
        return next(j for j in self._same if self._find(j.left) == group)

    def _find(self, side: Reference) -> Reference:
        while self._parent[side] != side:
            side = self._parent[side]
        return side

    def _worked_out(self) -> dict[str, dict[str, Pin]]:
        apart: dict[Reference, set[str]] = defaultdict(set)
        for one, other in self._apart:
            apart[one].add(_name(other))
            apart[other].add(_name(one))
        found: dict[str, dict[str, Pin]] = defaultdict(dict)
        for group, members in self._members.items():
            links = tuple(sorted(iri for article, iri in members if not article))
            if len(members) == 1 and not apart[group]:
                continue  # only judged undecided, or in vain
            for article, key in members:
                if article:
                    parted = (article, key) in self._parted
                    found[article][key] = Pin(_name(group), tuple(sorted(apart[group])), parted, links)
        return dict(found)


def _name(reference: Reference) -> str:
    return "\x1f".join(reference)


def _host(iri: str) -> str:
    return iri.rsplit("/", 1)[0]


def _called(key: str, referents: Iterable[Referent]) -> str:
    """The one referent that a key from another reading still describes; empty where none or several are."""
    kind, _, label = key.partition(":")
    label = label.split("#")[0]
    fitting = [r.key for r in referents if r.type == kind and label in (r.label, *r.labels)]
    return fitting[0] if len(fitting) == 1 else ""
