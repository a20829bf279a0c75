"""Puts profiles that mean one thing together: first by name and identifier, then by rules that link short names
to full ones. Nothing is joined that contradicts itself, and the order in which things were read plays no part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.model import Reference
from kg.resolve import forms, people
from kg.resolve.profile import Anchor, Profile
from kg.resolve.tables import Tables

DISTINCTIVE = ("iso", "geoname", "mission", "sends", "seat", "year", "ordinal", "country")
"""Hints of which one thing has one value only."""

SPLITTING = {
    "Person": ("country",),
    "Organization": ("country", "seat", "sends"),
    "Place": ("country",),
}
"""By which hints things of one name are told apart, in this order."""


class Cluster:
    """Profiles that are one thing, and what they say of it together."""

    def __init__(self, order: Anchor, profiles: Iterable[Profile], tables: Tables) -> None:
        """``tables`` know which articles tell of the profiles."""
        self.order = order
        self.profiles = sorted(profiles, key=lambda p: p.order)
        self.tables = tables
        self.type = self.profiles[0].type
        self.known: dict[str, set[str]] = defaultdict(set)
        for profile in self.profiles:
            for name, value in profile.hint.items():
                self.known[name].add(forms.fold(value))
        self.pins = {pin for profile in self.profiles for pin in profile.pins}

    @property
    def first(self) -> Profile:
        """The profile that stands for it where a decision is told."""
        return self.profiles[0]

    @property
    def local(self) -> bool:
        """Whether no other article can mean it."""
        return all(profile.scope for profile in self.profiles)

    @property
    def place(self) -> Reference:
        """The reference by which it is cited: the first of all."""
        return self.tables.first(self.profiles)

    def contradicts(self, other: Cluster) -> str:
        """What speaks against the two being one; empty where nothing does."""
        if self.type != other.type:
            return f"a {self.type} and a {other.type}"
        if self.is_apart(other):
            return "somebody judged them different"
        for name in DISTINCTIVE:
            mine, theirs = self.known.get(name, set()), other.known.get(name, set())
            if mine and theirs and not mine & theirs:
                return f"{name} {_listed(mine)}, not {_listed(theirs)}"
        shared = self.tables.shared(self.profiles, other.profiles)
        return f"{shared} tells them apart" if shared else ""

    def is_apart(self, other: Cluster) -> bool:
        """Whether somebody judged them, or parts of them, different."""
        mine, theirs = {pin.group for pin in self.pins}, {pin.group for pin in other.pins}
        return any(group in theirs for pin in self.pins for group in pin.apart) or any(
            group in mine for pin in other.pins for group in pin.apart
        )

    def agrees(self, other: Cluster, *names: str) -> str:
        """The first of these hints that both have in common, as ``name value``; empty where none is."""
        for name in names:
            common = self.known.get(name, set()) & other.known.get(name, set())
            if common:
                return f"{name} {min(common)}"
        return ""

    def join(self, other: Cluster) -> None:
        """Take in another cluster."""
        self.profiles = sorted([*self.profiles, *other.profiles], key=lambda p: p.order)
        self.pins |= other.pins
        for name, values in other.known.items():
            self.known[name] |= values


def _listed(values: Iterable[str]) -> str:
    return "/".join(sorted(values))


def groups(profiles: Iterable[Profile], tables: Tables) -> list[Cluster]:
    """Profiles with one anchor, cut where their hints contradict."""
    anchored: dict[Anchor, list[Profile]] = defaultdict(list)
    for profile in profiles:
        anchored[profile.anchor].append(profile)
    return [
        Cluster((*anchor, *part), members, tables)
        for anchor in sorted(anchored)
        for part, members in _parts(anchored[anchor], SPLITTING.get(anchor[0], ()))
    ]


def _parts(members: list[Profile], hints: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], list[Profile]]]:
    """Members cut by the values of these hints; those without one go with the others if these agree."""
    if not hints:
        common = members[0].type == "Person" and people.is_common(members[0].label)
        yield from _by_work(members) if common else [((), members)]
        return
    by_value: dict[str, list[Profile]] = defaultdict(list)
    for member in members:
        by_value[forms.fold(member.hint[hints[0]]) if hints[0] in member.hint else ""].append(member)
    if len(by_value) == 2 and "" in by_value:
        value = max(by_value)
        by_value = {value: by_value[value] + by_value[""]}
    for value in sorted(by_value):
        for part, rest in _parts(by_value[value], hints[1:]):
            yield (value, *part), rest


def _by_work(members: list[Profile]) -> Iterator[tuple[tuple[str, ...], list[Profile]]]:
    """Namesakes with a frequent name, cut into those whom a body, or an office, holds together."""
    holder: dict[str, str] = {}

    def find(mark: str) -> str:
        while holder.setdefault(mark, mark) != mark:
            mark = holder[mark]
        return mark

    for member in sorted(members, key=lambda p: p.order):
        marks = [find(mark) for mark in _work(member)]
        for mark in marks[1:]:
            first, second = sorted((find(marks[0]), find(mark)))
            holder[second] = first
    by_work: dict[str, list[Profile]] = defaultdict(list)
    for member in members:
        by_work[next((find(mark) for mark in _work(member)), "")].append(member)
    if len(by_work) == 2 and "" in by_work:
        yield (max(by_work),), members
        return
    yield from (((mark,), by_work[mark]) for mark in sorted(by_work))


def _work(person: Profile) -> list[str]:
    """Marks of a person's work: those of the body, or else the office."""
    marks = sorted(forms.body_marks(person.hint.get("body", "")))
    office = person.hint.get("office", "")
    return marks or ([f"office {forms.fold(office)}"] if office else [])
