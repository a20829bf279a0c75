"""Groups of countries as questions name them: "Africa", "Latin American", "the Gulf".

The graph need not hold the group: its countries are known by their codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.lookup import nations, table_rows
from kg.model import Entity
from kg.namekeys import fold

IRI = "urn:kg:countries:"
"""With its name, the IRI by which a plan speaks of a group."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of countries: its usual name, and the ISO 3166-1 codes of those that it is made up of."""

    name: str
    codes: tuple[str, ...]

    @property
    def entity(self) -> Entity:
        """The group as a place that a question can mean."""
        return Entity(IRI + self.name.replace(" ", "-"), "Place", self.name, (self.name,))


@cache
def groups() -> Mapping[str, Group]:
    """The groups by their names and adjectives, folded."""
    found: dict[str, Group] = {}
    for row in table_rows("groups"):
        group = Group(row[0], tuple(row[3].split()))
        for name in (row[0], *row[1].split("|"), *row[2].split("|")):
            if name:
                found.setdefault(fold(name), group)
    return found


@cache
def adjectives() -> frozenset[str]:
    """What says of things whose they are, folded: "chinese", "african"; of several words, too."""
    return frozenset(nations()) | frozenset(groups())


@cache
def group_names() -> frozenset[str]:
    """The groups' names without their adjectives, folded: what a question can name as a place."""
    return frozenset(fold(name) for row in table_rows("groups") for name in (row[0], *row[1].split("|")) if name)


def codes_of(iri: str) -> tuple[str, ...]:
    """The codes of the countries of the group that an IRI stands for; none where it stands for anything else."""
    name = iri.removeprefix(IRI)
    group = groups().get(fold(name.replace("-", " "))) if name != iri else None
    return group.codes if group else ()
