"""The rules that link a short or variant name to the thing that bears it, strongest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from kg.resolve import forms
from kg.resolve.cluster import Cluster, Decision
from kg.resolve.profile import NAMED, Profile

Key = Callable[[Profile], Iterable[str]]
Judge = Callable[[Cluster, Cluster], str]
Place = Callable[[Cluster], tuple[str, str]]


class Linker:
    """Joins clusters by the rules; ``place`` gives the (article, key) at which a cluster is cited."""

    def __init__(self, clusters: Sequence[Cluster], place: Place) -> None:
        self.clusters = sorted(clusters, key=lambda c: c.order)
        self.decisions: list[Decision] = []
        self._place = place
        self._joined: dict[int, Cluster] = {}

    def run(self) -> list[Cluster]:
        """The clusters after all rules."""
        for rule, seeks, offers, judge in RULES:
            self._apply(rule, seeks, offers, judge)
        return [c for c in self.clusters if id(c) not in self._joined]

    def _apply(self, rule: str, seeks: Key, offers: Key, judge: Judge) -> None:
        sought = defaultdict(list)
        wanted = {key for cluster in self.clusters for profile in cluster.profiles for key in seeks(profile)}
        if not wanted:
            return
        for cluster in self._standing():
            for key in sorted({key for profile in cluster.profiles for key in offers(profile)} & wanted):
                sought[key].append(cluster)
        for seeker in self._standing():
            keys = sorted({key for profile in seeker.profiles for key in seeks(profile)})
            self._link(rule, seeker, [target for key in keys for target in sought[key]], judge)

    def _standing(self) -> list[Cluster]:
        return [c for c in self.clusters if id(c) not in self._joined]

    def _find(self, cluster: Cluster) -> Cluster:
        while id(cluster) in self._joined:
            cluster = self._joined[id(cluster)]
        return cluster

    def _link(self, rule: str, seeker: Cluster, offered: Iterable[Cluster], judge: Judge) -> None:
        """Join the seeker to the one target that fits; to none where several would."""
        seeker = self._find(seeker)
        targets = {id(t): t for t in map(self._find, offered) if t is not seeker}
        fitting: list[tuple[Cluster, str]] = []
        for target in sorted(targets.values(), key=lambda c: c.order):
            against, reason = seeker.contradicts(target), judge(seeker, target)
            if reason and against:
                self._decide(seeker, target, "different", rule, f"{reason}, but {against}")
            elif reason:
                fitting.append((target, reason))
        if len(fitting) == 1:
            target, reason = fitting[0]
            self._decide(seeker, target, "same", rule, reason)
            target.join(seeker)
            self._joined[id(seeker)] = target
        elif fitting:
            for target, reason in fitting:
                self._decide(seeker, target, "different", rule, f"{reason}, but so does another")

    def _decide(self, one: Cluster, other: Cluster, verdict: str, rule: str, reason: str) -> None:
        left, right = sorted((self._place(one), self._place(other)))
        self.decisions.append(Decision(left, right, "same" if verdict == "same" else "different", rule, reason))


def _name_keys(profile: Profile) -> list[str]:
    return [] if profile.scope else [f"{profile.type} {profile.core}"]


def _same_name(seeker: Cluster, target: Cluster) -> str:
    """One has an identifier (gazetteer, seat, year …) that the other's article did not give."""
    if seeker.type == "Event" and not _same_edition(seeker, target):
        return ""
    if _is_identified(seeker):
        return ""
    if seeker.order[:3] == target.order[:3] and seeker.type != "Event":
        return ""  # one name, cut on purpose
    return f"the same name, {seeker.first.label}"


def _is_identified(cluster: Cluster) -> bool:
    return cluster.order[1] not in ("name", "bare")


def _same_edition(one: Cluster, other: Cluster) -> bool:
    if one.agrees(other, "year", "ordinal"):
        return True
    return not any(c.known.get(name) for c in (one, other) for name in ("year", "ordinal"))


def _spelling_keys(profile: Profile) -> list[str]:
    return [key for key in profile.shares if key.startswith("spelling")]


def _same_spelling(seeker: Cluster, target: Cluster) -> str:
    """Transliterations of one name: enough for a long name, else body or office must agree."""
    names = f"{seeker.first.label} and {target.first.label} are spellings of one name"
    if len(forms.person_parts(seeker.first.label)) > 2:
        return names
    support = seeker.agrees(target, "body", "office")
    return f"{names}, {support}" if support else ""


def _acronym_seeks(profile: Profile) -> list[str]:
    return [key for key in profile.seeks if key.startswith("acronym")]


def _acronym_offers(profile: Profile) -> list[str]:
    return [key for key in profile.offers if key.startswith("acronym")]


def _is_acronym_of(seeker: Cluster, target: Cluster) -> str:
    """Declared by an article, or made of the full name's initials and too long to be so by chance."""
    if seeker.type == "Event" and not _same_edition(seeker, target):
        return ""
    letters = {forms.acronym(p.name) for p in seeker.profiles if forms.is_acronym(p.name)}
    if all(forms.is_acronym(p.name) for p in target.profiles):
        return ""
    declared = letters & {a for p in target.profiles for a in p.acronyms}
    if declared:
        return f"{min(declared)} is given as the acronym of {target.first.label}"
    formed = letters & {a for p in target.profiles for a in forms.initials(p.name)}
    if formed and (len(min(formed)) > 3 or seeker.agrees(target, "country", "seat")):
        return f"{min(formed)} are the initials of {target.first.label}"
    return ""


def _alias_seeks(profile: Profile) -> list[str]:
    return [key for key in profile.seeks if key.startswith("alias")]


def _alias_offers(profile: Profile) -> list[str]:
    return [key for key in profile.offers if key.startswith("alias")]


def _is_alias_of(seeker: Cluster, target: Cluster) -> str:
    """An article calls the target by the seeker's name, which is neither a mother company's nor a place's own."""
    if seeker.type not in NAMED or forms.is_generic(seeker.first.label):
        return ""
    if forms.is_state_body(seeker.first.label) and not seeker.agrees(target, "country"):
        return ""
    if any(forms.is_branch(p.label, q.label) for p in seeker.profiles for q in target.profiles):
        return ""
    if seeker.type == "Place" and _is_identified(seeker) and _is_identified(target):
        return ""
    return f"{target.first.label} is also called {seeker.first.label}"


def _surname_seeks(profile: Profile) -> list[str]:
    return [key for key in profile.seeks if key.startswith("surname")]


def _surname_offers(profile: Profile) -> list[str]:
    return [key for key in profile.offers if key.startswith("surname")]


def _is_surname_of(seeker: Cluster, target: Cluster) -> str:
    """A title and surname is the one known bearer of it at that body, or in that office of that country."""
    if all(forms.is_bare(p.label) for p in target.profiles):
        return ""
    support = seeker.agrees(target, "body")
    if not support and seeker.agrees(target, "country"):
        support = seeker.agrees(target, "office")
    return f"{seeker.first.label} is the surname of {target.first.label}, {support}" if support else ""


RULES: tuple[tuple[str, Key, Key, Judge], ...] = (
    ("name", _name_keys, _name_keys, _same_name),
    ("spelling", _spelling_keys, _spelling_keys, _same_spelling),
    ("acronym", _acronym_seeks, _acronym_offers, _is_acronym_of),
    ("alias", _alias_seeks, _alias_offers, _is_alias_of),
    ("surname", _surname_seeks, _surname_offers, _is_surname_of),
)
"""Each rule's name, the keys it looks under, the keys it finds things by, and its judgement."""
