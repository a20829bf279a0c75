"""What identity knows of a referent before it is compared with others: its anchor and its keys.

Referents that are alike in everything that identity looks at share one profile, so that the work grows
with the number of ways in which things are written, not with the number of articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from kg.model import Referent
from kg.resolve import bodies, forms, people
from kg.resolve.judged import Pin

Anchor = tuple[str, ...]
NAMED = frozenset({"Organization", "Place", "Programme"})
"""The classes whose members go by short names that an article declares."""
WRITTEN_OTHERWISE = NAMED - {"Place"} | {"Agreement", "Event"}
"""The classes whose names are written in other spellings, languages and orders of words."""
SHORTEST_INITIALS = 3


@dataclass(frozen=True)
class Profile:
    """A referent as identity sees it. ``scope`` is empty, or keeps a thing that no other article can mean
    (an unnamed meeting, "Mr Khan") to the one referent that it is. ``pins`` are what persons have judged of the
    referent; with pins ``only`` names it, since judgements are of one referent and not of all that are alike.
    """

    type: str
    label: str
    labels: tuple[str, ...]
    hints: tuple[tuple[str, str], ...]
    scope: str = ""
    pins: tuple[Pin, ...] = ()
    only: str = ""
    _hash: int = field(init=False, repr=False, compare=False, default=0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash(self.order))

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def order(self) -> tuple[object, ...]:
        """What profiles are sorted by: content alone."""
        return (self.type, self.label, self.labels, self.hints, self.scope, self.only)

    @cached_property
    def hint(self) -> dict[str, str]:
        """The extractor's hints; for events also what the name itself tells of year and ordinal."""
        known = {name: value for name, value in self.hints if value}
        if self.type == "Event" and not self.unnamed:
            year, ordinal = forms.edition(self.label)
            known = {"year": year, "ordinal": ordinal} | known
        return {name: value for name, value in known.items() if value}

    @cached_property
    def unnamed(self) -> bool:
        """Whether it has no name of its own, only a noun or a description; also a group of bodies or people."""
        hints = dict(self.hints)
        if hints.get("group") or hints.get("noun"):
            return True
        if self.type not in ("Event", "Agreement"):
            return self.type in ("Organization", "Programme") and forms.is_noun(self._written)
        placed = bool(hints.get("place")) and not hints.get("series")
        return placed or forms.is_noun(self.label) or forms.is_description(self.label)

    @cached_property
    def _written(self) -> str:
        """Its label; of a programme whose label has no capitals, another name of it that has."""
        if self.type != "Programme" or not forms.is_noun(self.label):
            return self.label
        return next((name for name in self.labels if not forms.is_noun(name)), self.label)

    @cached_property
    def core(self) -> str:
        """Its name, without what does not tell it apart; of an event, without year and ordinal."""
        return forms.fold(self.label) if self.unnamed else forms.core(self.type, self.name)

    @cached_property
    def name(self) -> str:
        """Its label, without a translation in brackets; of a named event, the name that all its editions share."""
        if self.type != "Event" or self.unnamed:
            return next(iter(self._bracketed), self._written)
        return self.hint.get("series") or forms.series(self.label)

    @cached_property
    def aliases(self) -> frozenset[str]:
        """The other names that its article gives it, as cores; those that name nothing left out."""
        given = {*self.labels, *self._bracketed} - {self.label}
        others = (n for n in given if not forms.is_generic(n) and n[:1] != n[:1].lower())
        return frozenset(forms.core(self.type, name) for name in others) - {self.core}

    @cached_property
    def _bracketed(self) -> tuple[str, ...]:
        return bodies.bracketed(self.label) if self.type in NAMED and "(" in self.label else ()

    @cached_property
    def body(self) -> bodies.BodyName:
        """Its name with spelling, language and abbreviations evened out."""
        return bodies.read(self.name)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The acronyms that its article declares for it."""
        return frozenset(forms.acronym(n) for n in self.labels if n != self.label and forms.is_acronym(n))

    @cached_property
    def anchor(self) -> Anchor:
        """What makes it one with others at once: an identifier where there is one, else its name."""
        hint = self.hint
        if self.scope:
            return (self.type, "scope", self.scope)
        if self.type == "Place" and hint.get("iso"):
            return (self.type, "iso", hint["iso"].upper())
        if self.type == "Place" and hint.get("geoname"):
            return (self.type, "geoname", hint["geoname"])
        if hint.get("mission") and hint.get("sends") and hint.get("seat"):
            return (self.type, "mission", hint["sends"].upper(), hint["mission"], forms.fold(hint["seat"]))
        if self.unnamed:
            return (self.type, "described", self.core, hint.get("place", ""))
        if self.type == "Event":
            return (self.type, "name", self.core, hint.get("year", ""), hint.get("ordinal", ""))
        if self.type == "Person" and forms.is_bare(self.label):
            known = (forms.fold(hint.get(name, "")) for name in ("body", "office", "country"))
            return (self.type, "bare", self.core, *known)
        return (self.type, "name", self.core)

    @cached_property
    def shares(self) -> frozenset[str]:
        """Keys that it has in common with everything it must be compared with.

        Names that would give the same IRI are always among them. A key that begins with ``~`` is a loose one:
        where too many things have it, it tells nothing and is not looked at.
        """
        keys = {"\x1f".join(self.anchor)}
        keys.update(key for pin in self.pins for key in pin.keys)
        if not self.scope:
            keys.add(f"name {self.type} {self.core}")
            keys.add(f"name {self.type} {forms.core(self.type, self.label)}")
            keys.update(self._alike())
        return frozenset(keys)

    def _alike(self) -> Iterator[str]:
        """Loose keys of which other ways of writing the name share one."""
        if self.type == "Person":
            if not forms.is_bare(self.label):
                yield from (f"~person {key}" for key in people.keys(self.label))
        elif self.type in WRITTEN_OTHERWISE and not self.unnamed:
            name = self.body
            yield from (f"~body {self.type} {key}" for key in {name.ordered, name.unordered} if key)
            slip = bodies.slip_key(name)
            if slip:
                yield f"~slip {self.type} {slip}"

    @cached_property
    def seeks(self) -> frozenset[str]:
        """Keys under which it looks for a fuller name of the same thing."""
        return frozenset(self._seeks())

    def _seeks(self) -> Iterator[str]:
        if self.unnamed:
            return
        if self.type == "Person":
            if forms.is_bare(self.label):
                yield from (f"surname {self.core} {mark}" for mark in self.marks)
            return
        if forms.is_acronym(self.name):
            yield f"acronym {self.type} {forms.acronym(self.name)}"
            yield f"~initials {self.type} {forms.acronym(self.name)}"
        if self.type in NAMED:
            yield f"alias {self.type} {self.core}"

    @cached_property
    def marks(self) -> frozenset[str]:
        """What a surname needs beside it to tell who is meant: a body, or an office in a country."""
        hint = self.hint
        found = set(forms.body_marks(hint.get("body", "")))
        if hint.get("office") and hint.get("country"):
            found.add(f"office {forms.fold(hint['office'])} {hint['country']}")
        return frozenset(found)

    @cached_property
    def offers(self) -> frozenset[str]:
        """Keys under which things with a shorter name find it."""
        return frozenset(self._offers())

    def _offers(self) -> Iterator[str]:
        if self.unnamed:
            return
        if self.type == "Person":
            parts = forms.person_parts(self.label)
            if len(parts) > 1:
                yield from (f"surname {part} {mark}" for part in {parts[0], parts[-1]} for mark in self.marks)
            return
        yield from (f"acronym {self.type} {a}" for a in self.acronyms if len(a) > 1)
        yield from (f"~initials {self.type} {a}" for a in self.initials)
        if self.type in NAMED:
            yield from (f"alias {self.type} {alias}" for alias in self.aliases)

    @cached_property
    def initials(self) -> frozenset[str]:
        """The acronyms that its name could have, but for those too short to be more than chance."""
        return frozenset(a for a in forms.initials(self.name) if len(a) >= SHORTEST_INITIALS)


def profile_of(article: str, referent: Referent, pins: tuple[Pin, ...] = (), report: str = "") -> Profile:
    """The profile of a referent of an article, with what persons have judged of it.

    ``report`` names the report that the article prints, where others print it, too: what has no name is one in all.
    """
    labels = tuple(sorted({referent.label, *referent.labels}))
    own = f"{article}\x1f{referent.key}"
    hints = tuple(sorted(referent.hints.items()))
    profile = Profile(referent.type, referent.label, labels, hints, "", pins, own if pins else "")
    return replace(profile, scope=f"{report or article}\x1f{referent.key}") if _is_local(profile) else profile


def _is_local(profile: Profile) -> bool:
    """Whether another article that writes the same would still mean something else."""
    if profile.unnamed:
        dated = forms.date_in(profile.label) or forms.date_in(profile.hint.get("place", ""))
        return not dated or forms.is_generic(profile.label)
    if profile.type == "Person" and forms.is_bare(profile.label):
        return not profile.marks
    return False
