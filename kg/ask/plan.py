"""A question as the reader understood it: conditions on variables, before any query language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kg.model import Entity

Goal = Literal["list", "value", "count", "yes-no", "path"]


@dataclass(frozen=True, slots=True)
class Var:
    """Something asked for, or something on the way to it."""

    name: str


@dataclass(frozen=True, slots=True)
class Things:
    """What a name in the question means: one entity, or several that bear it equally well."""

    entities: tuple[Entity, ...]
    said: str

    @property
    def label(self) -> str:
        """How the answer speaks of it."""
        return " or ".join(f"“{entity.label}”" for entity in self.entities)


Term: TypeAlias = Var | Things


@dataclass(frozen=True, slots=True)
class Edge:
    """``subject`` stands in ``relation``, or in one that implies it, to ``object``."""

    subject: Term
    relation: str
    object: Term
    planned: bool = False
    """Whether the question asks for what is planned; otherwise only what is asserted counts."""


@dataclass(frozen=True, slots=True)
class OfClass:
    """The variable is of one of these classes; ``words`` must be met in its names, ``without`` must not.

    ``place`` tells countries from cities and other places.
    """

    var: Var
    classes: tuple[str, ...]
    said: str = ""
    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    place: Literal["", "country", "city"] = ""


@dataclass(frozen=True, slots=True)
class Within:
    """The thing lies, is based, is held in the place; with ``nation``, it belongs to the country."""

    term: Term
    place: Things
    nation: bool = False


@dataclass(frozen=True, slots=True)
class InYear:
    """The event took place in that time: a year or a month (ISO)."""

    term: Term
    time: str


@dataclass(frozen=True, slots=True)
class InRole:
    """The person holds this office: every group of words must be met, by one of its words."""

    person: Term
    words: tuple[tuple[str, ...], ...]
    said: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """The occasion on which an edge came about: ``event`` is what both ends took part in."""

    edge: Edge
    event: Term


@dataclass(frozen=True, slots=True)
class Setting:
    """An edge came about at that place or event, as far as an article that tells of the edge ties an end to it."""

    edge: Edge
    at: Things


Condition: TypeAlias = Edge | OfClass | Within | InYear | InRole | Occasion | Setting


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked (``target`` of a goal) under which conditions.

    ``fallback`` is the plan to try where this one finds nothing; ``unused`` are words of the question that
    the plan does without.
    """

    goal: Goal
    target: Var
    conditions: tuple[Condition, ...]
    fallback: Plan | None = None
    unused: tuple[str, ...] = ()
    note: str = ""

    def edges(self) -> Iterator[Edge]:
        """The edges that an answer rests on."""
        found = [c.edge if isinstance(c, Occasion) else c for c in self.conditions if isinstance(c, Edge | Occasion)]
        yield from found
        if not found:
            for place in (c for c in self.conditions if isinstance(c, Within)):
                yield from (Edge(place.term, relation, place.place) for relation in ("heldIn", "locatedIn"))

    def things(self) -> Iterator[Things]:
        """The names that the plan rests on."""
        for condition in self.conditions:
            edge = condition.edge if isinstance(condition, Occasion | Setting) else condition
            if isinstance(edge, Edge):
                yield from (term for term in (edge.subject, edge.object) if isinstance(term, Things))
            if isinstance(condition, Within):
                yield condition.place
            if isinstance(condition, Setting):
                yield condition.at
