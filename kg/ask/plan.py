"""A question as the reader understood it: conditions on variables, before any query language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kg.model import Entity

Goal = Literal["list", "value", "count", "yes-no", "path", "facts", "sources"]
"""``facts``: what is told of a thing; ``sources``: the articles that say so."""
Told = Literal["asserted", "planned", "negated"]
Only = Literal["", "planned", "denied", "supposed", "offices"]
SHOWN = 3
"""So many names of one term are said."""


@dataclass(frozen=True, slots=True)
class Var:
    """Something asked for, or something on the way to it."""

    name: str


@dataclass(frozen=True, slots=True)
class Things:
    """What a name in the question means: one entity, or several that bear it equally well."""

    entities: tuple[Entity, ...]
    said: str
    meant: bool = False
    """Whether all of them are meant, as by "A or B" and "them"; otherwise the name is ambiguous."""

    @property
    def label(self) -> str:
        """How the answer speaks of it."""
        names = list(dict.fromkeys(f"“{entity.label}”" for entity in self.entities))
        return " or ".join(names if len(names) <= SHOWN else [*names[:SHOWN], f"{len(names) - SHOWN} more"])


Term: TypeAlias = Var | Things


@dataclass(frozen=True, slots=True)
class Edge:
    """``subject`` stands in ``relation``, or in one that implies it, to ``object``."""

    subject: Term
    relation: str
    object: Term
    told: Told = "asserted"
    """What is planned or denied is found only by questions that ask for it."""


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
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Within:
    """The thing lies, is based, is held in the place; with ``nation``, it belongs to the country."""

    term: Term
    place: Things
    nation: bool = False


@dataclass(frozen=True, slots=True)
class InTime:
    """An event took place or an agreement was signed then: from ``since`` on, and before ``until`` (both ISO)."""

    term: Term
    since: str = ""
    until: str = ""
    said: str = ""
    relation: str = "heldOn"
    """What dates the thing: agreements are signed on a day."""


@dataclass(frozen=True, slots=True)
class Around:
    """The event took place before or after another one."""

    term: Term
    event: Things
    before: bool


@dataclass(frozen=True, slots=True)
class Published:
    """The edge is told by an article that appeared in that time."""

    edge: Edge
    since: str = ""
    until: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """When an edge came about: as ``relation`` tells of ``of``, else when the first article to tell it appeared.

    ``of`` is one of the edge's ends, or the event that both took part in; with no edge, whatever names it tells it.
    """

    edge: Edge | None
    of: Var
    relation: str


@dataclass(frozen=True, slots=True)
class InCountry:
    """The country that the thing lies in, or with ``nation`` belongs to: known by its code, in the graph or not."""

    term: Var
    country: Var
    nation: bool = False


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


@dataclass(frozen=True, slots=True)
class Together:
    """One article tells of both edges."""

    edge: Edge
    other: Edge


@dataclass(frozen=True, slots=True)
class Not:
    """None of the things that meet these conditions."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of these lists of conditions holds; ``said`` of one thing and of several is what that means, in short."""

    branches: tuple[tuple[Condition, ...], ...]
    said: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Other:
    """The variable is none of these things."""

    var: Var
    things: Things


@dataclass(frozen=True, slots=True)
class Holds:
    """The text holds a word that begins with one of these."""

    var: Var
    words: tuple[str, ...]


Condition: TypeAlias = (
    Edge
    | OfClass
    | Within
    | InTime
    | Around
    | Published
    | Dated
    | InCountry
    | InRole
    | Occasion
    | Setting
    | Together
    | Not
    | Either
    | Other
    | Holds
)


@dataclass(frozen=True, slots=True)
class Rank:
    """The order of the answers and how many of them count: by how many ``counted`` there are, or by date.

    ``least`` and ``most`` bound the number instead; with ``counted`` None the event's date decides.
    """

    counted: Var | None
    descending: bool = True
    top: int | None = 1
    least: int = 0
    most: int = 0


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
    rank: Rank | None = None
    about: Things | None = None
    """What the facts asked for are about, or the articles."""
    only: Only = ""
    """Which of the facts are asked for; all of them, unless told."""

    def edges(self) -> Iterator[Edge]:
        """The edges that an answer rests on."""
        yield from _edges(self.conditions)
        for place in (c for c in _flat(self.conditions) if isinstance(c, Within)):
            yield from (Edge(place.term, relation, place.place) for relation in ("heldIn", "locatedIn"))
            if place.nation:
                yield Edge(place.term, "represents", place.place)
        in_time = (c for c in _flat(self.conditions) if isinstance(c, InTime | Around))
        dated = [(c.term, c.relation if isinstance(c, InTime) else "heldOn") for c in in_time]
        by = self.dated()
        if by is not None:
            yield Edge(by.of, by.relation, Var(date_of(by.of)))
        elif self.rank and self.rank.counted is None:
            dated.append((self.target, "heldOn"))
        yield from (Edge(t, told, Var(date_of(t))) for t, told in dict.fromkeys(dated) if isinstance(t, Var))

    def dated(self) -> Dated | None:
        """By what the answers are dated where it is not their own event."""
        return next((c for c in self.conditions if isinstance(c, Dated)), None)

    def things(self) -> Iterator[Things]:
        """The names that the plan rests on."""
        yield from things_of(self.conditions)
        if self.about is not None:
            yield self.about


def date_of(term: Term) -> str:
    """The name of the variable that holds an event's date."""
    return f"{term.name}On" if isinstance(term, Var) else "on"


def _flat(conditions: Iterable[Condition]) -> Iterator[Condition]:
    """The conditions, and those of every branch; not what must not be."""
    for condition in conditions:
        if isinstance(condition, Either):
            for branch in condition.branches:
                yield from _flat(branch)
        else:
            yield condition


def _edges(conditions: Iterable[Condition]) -> Iterator[Edge]:
    for condition in _flat(conditions):
        if isinstance(condition, Edge):
            yield condition
        elif isinstance(condition, Occasion):
            yield condition.edge
        elif isinstance(condition, Together):
            yield from (condition.edge, condition.other)


def things_of(conditions: Iterable[Condition]) -> Iterator[Things]:
    """The names in some conditions."""
    for condition in conditions:
        edge = condition.edge if isinstance(condition, Occasion | Setting | Published | Dated | Together) else condition
        match condition:
            case Within():
                yield condition.place
            case Setting():
                yield condition.at
            case Around():
                yield condition.event
            case Other():
                yield condition.things
            case Not():
                yield from things_of(condition.conditions)
            case Either():
                for branch in condition.branches:
                    yield from things_of(branch)
        if isinstance(edge, Edge):
            yield from (term for term in (edge.subject, edge.object) if isinstance(term, Things))


def speaks_of(condition: Condition, term: Term) -> bool:
    """Whether a condition says something of that term."""
    match condition:
        case Edge():
            return term in (condition.subject, condition.object)
        case Dated():
            return False  # it adds nothing to what is said of the thing
        case InCountry():
            return term in (condition.country, condition.term)
        case Occasion() | Setting() | Published() | Together():
            return term in (condition.edge.subject, condition.edge.object)
        case Within() | InTime() | Around():
            return condition.term == term
        case OfClass() | Other() | Holds():
            return condition.var == term
        case InRole():
            return condition.person == term
        case Not():
            return any(speaks_of(inner, term) for inner in condition.conditions)
        case Either():
            return any(speaks_of(inner, term) for branch in condition.branches for inner in branch)


def terms_of(condition: Condition) -> tuple[Term, ...]:
    """What a condition is about, its subject first."""
    match condition:
        case Edge():
            return condition.subject, condition.object
        case InCountry():
            return condition.country, condition.term
        case Occasion() | Setting() | Published() | Together():
            return condition.edge.subject, condition.edge.object
        case Dated():
            return (condition.of,)
        case Within() | InTime() | Around():
            return (condition.term,)
        case InRole():
            return (condition.person,)
        case OfClass() | Other() | Holds():
            return (condition.var,)
        case Not():
            return terms_of(condition.conditions[0])
        case Either():
            return terms_of(condition.branches[0][0])
