"""What a row of people shares or shares out without saying it of each: the body behind the second of two, the office of
the first, the countries on whose behalf they sign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extract.holders.office_bodies import is_unit
from kg.extract.holders.office_group import Holder, OfficeGroup
from kg.extract.naming.mentions import Name
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import Word

MISSIONS = frozenset(("embassy", "consulate", "mission", "commission"))
LINKS = (["of"], ["from"], ["at"], ["with"])
TWO = (["and"], ["&"])
JOINTS = (["and"], [",", "and"], ["&"], [","])


class SharedBodies:
    """Reads the rows of one block's people."""

    def __init__(self, lexicon: Lexicon, words: Sequence[Word], name_at: Mapping[int, Name]) -> None:
        self.lexicon = lexicon
        self.states = lexicon.state_titles
        self.words = words
        self.name_at = name_at
        self.name_ending = {name.last: name for name in name_at.values()}

    def share(self, holders: Sequence[Holder]) -> None:
        """Complete the people of a block, who come in text order."""
        pairs = list(pairwise(holders))
        for before, after in reversed(pairs):
            self._body_behind(before, after)
        for before, after in pairs:
            self._other_country(before, after)
            self._respectively(before, after)

    def _body_behind(self, before: Holder, after: Holder) -> None:
        """ "Ana Rojas, Director, and Luis Vega, Manager, Kwanza Bank", "Rector Ana Rojas and Dean Luis Vega of Delta
        University", "Ana Rojas and Luis Vega from the Delta Fund": the body behind the second is that of both."""
        between = self._between(before.last, after.first)
        both = [w.lower for w in self.words[after.last : after.last + 3]]
        if both[:2] == [",", "both"] and both[2:] in LINKS and between in TWO:
            start = after.last + 3
            body = self.name_at.get(start) or self.name_at.get(start + 1)
            if body is not None and body.kind == "Organization":
                for holder in (before, after):
                    holder.groups.append(OfficeGroup(holder.first, holder.first, [], [body], acting=True))
                return
        told = after.groups[-1] if after.groups else None
        if told is None or not told.bodies or between not in JOINTS:
            return
        if between in TWO and not before.groups and len(after.groups) == 1 and not told.offices:
            if told.first == after.person.last:
                before.groups.append(replace(told, bodies=list(told.bodies)))
            return
        alone = bool(before.groups) and not any(
            g.bodies or g.owner or g.body_noun or not g.offices or self._of_state(g, told) for g in before.groups
        )
        body = told.bodies[-1]
        link = body.first - (2 if self.words[body.first - 1].lower == "the" else 1)
        parted = (
            self.words[link].lower == "of" and self.words[link - 1].text == ","
        )  # "A, chairman, and B, clerk, of C"
        apposed = (parted or self.words[body.first - 1].text == ",") and between != [","]
        titled = alone and before.groups[-1].last <= before.person.first and told.last <= after.person.first
        titled = titled and bool(told.offices) and not self._of_state(told, told) and not is_unit(body)
        if alone and body.kind == "Organization" and body.first > after.person.last and (apposed or titled):
            for group in before.groups:
                group.bodies = [body]

    def _of_state(self, group: OfficeGroup, told: OfficeGroup) -> bool:
        """Whether an office is of a country, not of the mission that ``told`` names: "Ambassador A and Consul B of the
        Embassy of Peru"."""
        serving = not (self.lexicon.mission_titles | {"secretary"}).isdisjoint(group.heads)
        return group.of_state(self.states) and not (serving and told.bodies[-1].head in MISSIONS)

    def _between(self, start: int, end: int) -> list[str]:
        return [w.lower for w in self.words[start:end] if w.lower not in self.lexicon.honorifics]

    def _other_country(self, before: Holder, after: Holder) -> None:
        """ "The Omani Foreign Minister Ali Said and Bahrain's Omar Nasser": the office is left out with the second."""
        owner = (
            self.name_ending.get(after.first - 1) if after.first and self.words[after.first - 1].possessive else None
        )
        if owner is None or owner.place is None or owner.place.kind != "country" or after.groups:
            return
        if self._between(before.last, owner.first) in JOINTS and any(g.of_state(self.states) for g in before.groups):
            after.groups.append(OfficeGroup(owner.first, after.first, [], [owner], acting=True))
            after.first = owner.first

    def _respectively(self, before: Holder, last: Holder) -> None:
        """ "A and B on behalf of Peru and Chad": two who sign together, each for one of two."""
        behalf = next((g for g in last.groups[-1:] if g.acting and not g.offices and g.bodies), None)
        first = behalf.bodies[0] if behalf is not None else None
        if (
            behalf is None
            or first is None
            or first.first < last.last
            or self._between(before.last, last.first) not in TWO
        ):
            return
        joined = [w.lower for w in self.words[first.last : first.last + 2]]
        second = self.name_at.get(first.last + 1 + (joined[1:] == ["the"])) if joined[:1] in TWO else None
        if second is not None and second.kind in ("Organization", "Place"):
            behalf.bodies = [second]
            before.groups.append(OfficeGroup(before.first, before.first, [], [first], acting=True))
