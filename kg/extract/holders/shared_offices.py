"""An office of several people: "Ministers A (Health) and B (Trade)", "the presidents of Chad and Peru, A and B"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extract.holders.office_bodies import past_bracket
from kg.extract.holders.office_group import Holder, OfficeGroup
from kg.extract.naming.mentions import Name
from kg.extract.naming.portfolios import MINISTERS, SERVICES
from kg.extract.text.words import Word, sentence_start

JOINTS = (["and"], [","], [",", "and"], [";"], [";", "and"], ["&"])
ONE_EACH = frozenset("president prime-minister premier king foreign-minister speaker".split())
"""Offices that a country has once: "Presidents A and B of Chad" are of two."""
PAIR = 2
STYLE = frozenset(("the", "most"))
"""What may stand before a style of address: "the Most Honourable"."""


class SharedOffices:
    """Gives each of several people joined to one another their part of an office that is named once, in the plural."""

    def __init__(
        self,
        words: list[Word],
        name_ending: Mapping[int, Name],
        name_at: Mapping[int, Name],
        body_behind: Callable[[Holder], None],
    ) -> None:
        self.words = words
        self.name_ending = name_ending
        self.name_at = name_at
        self.body_behind = body_behind

    def share(self, holders: Sequence[Holder]) -> None:
        """Share out the plural offices of a block's people, who come in text order."""
        for index, holder in enumerate(holders):
            group = next((g for g in holder.groups if g.offices and g.offices[-1].plural(self.words)), None)
            if group is None:
                continue
            if group.first > holder.person.first:
                row = self._row_before(holders[: index + 1])
            else:
                row = self._row_behind(holders[index:])
            if not group.bodies and len(row) > 1:
                self._respectively(group, row[-1])
            if not group.bodies and len(row) == PAIR:
                self._of_two(group, row)
            if len(row) > 1 or group.several:
                self._give(group, holder, row)

    def in_turn(self, holders: Sequence[Holder], unnamed: list[OfficeGroup]) -> None:
        """ "A and B, Rector of C and Director of D, respectively": the offices in the order of the people; those of
        ``unnamed`` that find theirs leave it."""
        for end in (i for i, word in enumerate(self.words) if word.lower == "respectively"):
            behind = [h for h in holders if h.last <= end and h.groups and h.groups[-1].first >= h.person.last]
            if not behind or not holders:
                continue
            last = behind[-1]
            told = [g for g in last.groups if g.offices and g.first >= last.person.last]
            more = [g for g in unnamed if last.person.last <= g.first < end]
            offices = sorted([*told, *more], key=lambda g: g.first)
            index = holders.index(last)
            row = holders[max(0, index + 1 - len(offices)) : index + 1]
            joined = all(self._between(a.last, b.first) in JOINTS for a, b in pairwise(row))
            closed = self._between(offices[-1].last, end) in ([], [","]) if offices else False
            if len(row) < 2 or len(row) != len(offices) or not (joined and closed) or any(h.groups for h in row[:-1]):
                continue
            last.groups = [g for g in last.groups if g not in told]
            unnamed[:] = [g for g in unnamed if g not in more]
            for holder, group in zip(row, offices, strict=True):
                holder.groups.append(group)

    def _respectively(self, group: OfficeGroup, last: Holder) -> None:
        """ "Ministers A and B, of Peru and Chad": the countries in the order of the people."""
        index = last.person.last
        index += self._text(index) == ","
        if self._text(index) not in ("of", "from"):
            return
        found, index = [], index + 1
        while True:
            name = self.name_at.get(index + (self._text(index) == "the"))
            if name is None or name.kind != "Place":
                break
            found.append(name)
            index = name.last
            if self._text(index) == "," and self._text(index + 1) == "and":
                index += 1
            if self._text(index) not in ("and", ","):
                break
            index += 1
        if len(found) > 1:
            group.bodies, group.several, group.linked = found, True, True

    def _of_two(self, group: OfficeGroup, row: Sequence[Holder]) -> None:
        """ "Talks between Peru and Chad at the level of Deputy Foreign Ministers A and B": of one country each, in the
        order of the people, where the sentence before them names these two alone."""
        start = sentence_start(self.words, group.first)
        told = [self.name_at[i] for i in range(start, group.first) if i in self.name_at]
        lands = [name for name in told if name.place is not None and name.place.kind == "country"]
        between = self._between(lands[0].last, lands[1].first) if len(lands) == PAIR else []
        alone = between == ["and"] and (bool(group.portfolio) or not ONE_EACH.isdisjoint(group.heads))
        if alone and not any(g.bodies for holder in row for g in holder.groups):
            group.bodies, group.several, group.linked, group.guessed = lands, True, True, True

    def _text(self, index: int) -> str:
        return self.words[index].lower if index < len(self.words) else ""

    def _row_before(self, holders: Sequence[Holder]) -> list[Holder]:
        """ "A and B, the presidents of Chad and Peru": those named before the office."""
        row = [holders[-1]]
        for before in reversed(holders[:-1]):
            free = not any(g.offices and (g.bodies or not g.offices[-1].plural(self.words)) for g in before.groups)
            if not free or self._between(before.last, row[0].first) not in JOINTS:
                break
            row.insert(0, before)
        return row

    def _row_behind(self, holders: Sequence[Holder]) -> list[Holder]:
        """ "The presidents of Chad and Peru, A and B", "the ministers of Albania, A; Algeria, B"."""
        row = [holders[0]]
        for after in holders[1:]:
            start = self._country_before(after, row[-1]) or after
            first = start.first
            free = not any(g.offices for g in after.groups)
            if not free or self._between(past_bracket(self.words, row[-1].last), first) not in JOINTS:
                break
            row.append(after)
        return row

    def _between(self, start: int, end: int) -> list[str]:
        return [word.lower for word in self.words[start:end] if word.lower not in STYLE]

    def _country_before(self, holder: Holder, previous: Holder) -> Name | None:
        """The country that stands right before a person, or before the comma there: "Algeria, B"."""
        name = self.name_ending.get(holder.first) or self.name_ending.get(holder.first - 1)
        return name if name is not None and name.kind == "Place" and name.first >= previous.last else None

    def _give(self, group: OfficeGroup, owner: Holder, row: Sequence[Holder]) -> None:
        """Share out the office of one of a row, its bodies one by one where they are joined."""
        fitting = not group.several or len(group.bodies) == len(row)
        each = [[body] for body in group.bodies] if group.several and fitting else [list(group.bodies)] * len(row)
        previous = row[0]
        for holder, bodies in zip(row, each, strict=True):
            given = bodies if fitting else []
            if holder is owner:
                group.bodies[:] = given
            else:
                self._join(group, holder, previous, given)
            previous = holder
            self._bracketed(holder)
        told = row[-1].groups[0].bodies
        one_each = not ONE_EACH.isdisjoint(group.heads) and any(name.kind == "Place" for name in told)
        for holder in row[:-1]:
            bracketed = past_bracket(self.words, holder.person.last) > holder.person.last
            if told and not holder.groups[0].bodies and (bracketed or not (group.several or one_each)):
                holder.groups[0].bodies = list(told)

    def _join(self, group: OfficeGroup, holder: Holder, previous: Holder, bodies: list[Name]) -> None:
        """Give the office to one more of the row, with a body or country of their own where one is named."""
        country = self._country_before(holder, previous)
        owned = next((g.bodies for g in holder.groups if not g.offices), [])
        owned = [name for name in owned if not self._field(group, name)]
        own = owned or ([country] if country is not None else [])
        first = country.first if country is not None else holder.first
        given = OfficeGroup(first, holder.first, group.offices, own, list(group.hosts))
        given.linked, given.former, given.guessed = group.linked, group.former, group.guessed
        holder.groups = [given]
        holder.first = first
        if not own and not group.several:
            self.body_behind(holder)
        given.bodies = given.bodies or bodies

    def _bracketed(self, holder: Holder) -> None:
        """ "(Health)" behind a minister is their field, "(Peru)" their country."""
        start, end = holder.person.last, past_bracket(self.words, holder.person.last)
        if end == start or not holder.groups:
            return
        group = holder.groups[0]
        inside = self.name_at.get(start + 1)
        if inside is not None and inside.last == end - 1 and _body(inside) and not self._field(group, inside):
            group.bodies = [inside]
        else:
            field = tuple(w.lower for w in self.words[start + 1 : end - 1] if w.text[0].isalnum())
            group.offices = [replace(office, portfolio=field) for office in group.offices]
        holder.last = max(holder.last, end)

    def _field(self, group: OfficeGroup, name: Name) -> bool:
        """Whether it is a minister's field that looks like a body: "(Public Service)"."""
        return bool(MINISTERS & set(group.heads)) and self._text(name.last - 1) in SERVICES


def _body(name: Name) -> bool:
    """Whether a name in brackets is whose the office is; "(Treasury)" is a field."""
    return name.kind == "Place" or (name.kind == "Organization" and name.last - name.first > 1)
