"""The pieces that a question is cut into, before anything is known of how they hang together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from kg.ask.kinds import Kind
from kg.ask.lexicon import Pattern
from kg.lookup import SURE, Match

Asked = Literal["who", "what", "which", "where", "when", "how-many", "list", "connected"]


@dataclass(frozen=True, slots=True)
class Ask:
    """The question word; ``preposition`` where one goes before it ("with whom")."""

    asked: Asked
    preposition: str = ""


@dataclass(frozen=True, slots=True)
class Auxiliary:
    """ "is", "did", "has", "will" …: ``verb`` is "be", "do", "have" or "will"."""

    verb: str


@dataclass(frozen=True, slots=True)
class Verb:
    """Words that may ask for some relations; ``passive`` and ``by`` tell the voice."""

    patterns: tuple[Pattern, ...]
    said: str
    participle: bool = False
    by: bool = False
    role: tuple[str, ...] = ()
    """The words that make an office of a noun: ("prime", "minister")."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name, with what it may mean, best first; nothing where the graph knows no such thing."""

    said: str
    matches: tuple[Match, ...]
    preposition: str = ""
    meant: bool = False
    """Whether all that it matches is meant, as by "them"."""

    @property
    def known(self) -> bool:
        """Whether the best match can be taken."""
        return bool(self.matches) and self.matches[0].score >= SURE


@dataclass(frozen=True, slots=True)
class Some:
    """A common noun with what narrows it: "Chinese universities"; ``relative`` is a clause about it."""

    kinds: tuple[Kind, ...]
    nations: tuple[Named, ...] = ()
    preposition: str = ""
    relative: tuple[Item, ...] = ()
    inside: tuple[Named | When, ...] = ()
    outside: tuple[Named | When, ...] = ()
    own: tuple[str, ...] = ()
    """Words that must stand in the names too: "software parks"."""


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of time, ISO: from ``since`` on, before ``until``; either may be open."""

    since: str
    until: str
    said: str


@dataclass(frozen=True, slots=True)
class Little:
    """A word of grammar: "that", "and", "or", "but", "by", "not", "except"."""

    word: str


Item: TypeAlias = Ask | Auxiliary | Verb | Named | Some | When | Little


@dataclass(slots=True)
class Cut:
    """A question cut into items, with the words that found no use."""

    items: list[Item]
    unused: list[str] = field(default_factory=list)
