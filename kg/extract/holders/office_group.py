"""What is read of an office: the words it stands in, the bodies it is held in, and who holds it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.naming.mentions import Name
from kg.extract.naming.offices import Office


@dataclass(slots=True)
class OfficeGroup:
    """One office as it stands, with the bodies it is held in: word positions ``first`` to ``last`` (exclusive).

    ``hosts`` are the bodies and places that the holder is sent *to*. ``owner`` is the pronoun that stands for the
    body ("its Managing Director"). ``nested`` pairs a unit with the body or place named after it.
    """

    first: int
    last: int
    offices: list[Office]
    bodies: list[Name] = field(default_factory=list)
    hosts: list[Name] = field(default_factory=list)
    nested: list[tuple[Name, Name]] = field(default_factory=list)
    owner: str | None = None
    several: bool = False
    """Whether its bodies are joined ("the presidents of Chad and Peru"): one for each of several people."""
    guessed: bool = False
    """Whether nothing but the order of names tells which body is whose."""
    former: bool = False
    linked: bool = False
    """Whether the body follows the office ("Minister of Kenya"), rather than stands before it ("Kenyan Minister")."""
    body_noun: str | None = None
    body_land: Name | None = None
    """What the body is, where it is not named, "Mayor of the city", and of which country: "of the Kenyan union"."""
    acting: bool = False
    """Whether it is no office, but that the person signs or speaks for the body."""
    principal: OfficeGroup | None = None
    """Whose adviser or assistant the holder is: "Special Adviser to the Minister"."""
    more: list[OfficeGroup] = field(default_factory=list)
    """Further offices joined to this one, each with its own bodies; ``last`` takes them in."""

    @property
    def heads(self) -> tuple[str, ...]:
        """The core nouns of all its offices."""
        return tuple(head for office in self.offices for head in office.heads)

    def of_state(self, titles: frozenset[str]) -> bool:
        """Whether it is an office that speaks for a country, one of ``titles``."""
        return any(set(head.split("-")) & titles for head in self.heads)

    @property
    def portfolio(self) -> tuple[str, ...]:
        """The fields that its offices are for."""
        return tuple(word for office in self.offices for word in office.portfolio)


@dataclass(slots=True)
class Holder:
    """A person's name with the offices that stand with it; ``first`` to ``last`` is the whole group."""

    person: Name
    groups: list[OfficeGroup]
    first: int
    last: int
