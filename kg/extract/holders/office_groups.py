"""Reads an office with the bodies it is held in: "Dean of UBU's Faculty of Medicine", "Kenya's Minister of Trade"."""

from __future__ import annotations

from abc import ABC, abstractmethod

from kg.extract.holders import office_words as known
from kg.extract.holders.office_bodies import (
    BODY_LINKS,
    CLOSERS,
    COMPASS,
    DESCRIBED,
    LONGEST_BODY_NOUN,
    STATES,
    OfficeBodies,
    is_unit,
    without_name,
)  # fmt: skip
from kg.extract.holders.office_fields import NESTED
from kg.extract.holders.office_group import OfficeGroup
from kg.extract.naming.mentions import Name, ReadBlock
from kg.extract.naming.portfolios import MINISTERS, OF_PLACES
from kg.extract.text.lexicon import Lexicon


class OfficeGroupReader(OfficeBodies, ABC):
    """Reads the office groups of one block; who holds them is for the reader of people."""

    def __init__(self, lexicon: Lexicon, block: ReadBlock) -> None:
        self.lexicon = lexicon
        self.words = block.words
        self.name_at = {name.first: name for name in block.names}
        self.name_ending = {name.last: name for name in block.names}
        inside = {i: name for name in block.names for i in range(name.first + 1, name.last)}
        offices = [without_name(office, inside.get(office.first)) for office in block.offices]
        self.office_at = {office.first: office for office in offices if office is not None}
        self.office_ends = {office.last for office in self.office_at.values()}

    @abstractmethod
    def _more_offices(self, group: OfficeGroup) -> None:
        """Join further offices to a group, where the people around do not claim them."""

    def _group_at(self, index: int) -> OfficeGroup | None:
        """The office group that begins at ``index``: [the] [BODY ['s]] OFFICE [of BODY] [and OFFICE …]."""
        cursor, owner, noun, land, former, several = index, None, None, None, False, False
        before: list[Name] = []
        while cursor < len(self.words) and cursor not in self.office_at:
            word = self.words[cursor]
            name = self.name_at.get(cursor)
            if name and cursor == index and self._building(name):
                return None
            if name and noun and noun not in STATES and name.kind == "Place":  # "the fund's Asia head"
                cursor = name.last
            elif name and name.kind == "Organization" and not before and self._mere_noun(name):
                noun, cursor = self.words[cursor].lower, name.last
            elif name and name.kind in ("Organization", "Place", "Demonym", "Programme"):
                after = self.words[name.last] if name.last < len(self.words) else None
                if after is not None and after.start - self.words[name.last - 1].end > 1:
                    return None
                before.append(name)
                cursor = self._after_brackets(name.last)
            elif word.possessive and before:
                cursor = self._after_brackets(cursor + 1) if self._text(cursor + 1) == "(" else cursor + 1
            elif self._quoted(cursor, bool(before)):
                cursor += 1
            elif before and word.text == "-" and self._text(cursor + 1) in DESCRIBED:  # "the Lima-based bank's head"
                before, cursor = before[:-1], cursor + 2
            elif word.lower == "and" and before and self._like(before[-1], cursor + 1):
                several, cursor = True, cursor + 1
            elif word.capital and word.lower in known.HONOURED and cursor + 1 in self.office_at:
                cursor += 1
            elif word.lower in known.FORMER:
                former, cursor = True, cursor + 1
            elif word.lower in known.ARTICLES and not before:
                owner = word.lower if word.lower in known.OWNERS else owner
                cursor += 1
            elif cursor > index and all(n.kind == "Demonym" for n in before) and self._noun_of_body(cursor):
                noun, land, cursor, before = word.lower, next(iter(before), None), cursor + 2, []
            elif cursor > index and not before and self._told_of_body(cursor):
                cursor += 1
            elif not before and self._body_before_office(cursor):
                noun, cursor = noun or word.lower, cursor + 1
            elif (before or noun or self._apposes(index)) and self._small_fields_end(cursor) > cursor:
                cursor = self._small_fields_end(cursor)
            else:
                return None
        if cursor >= len(self.words):
            return None
        office = self.office_at[cursor]
        if several and not office.plural(self.words):
            return None
        former = former or any(w.lower in known.FORMER for w in self.words[office.first : office.core_last])
        owner = next((w.lower for w in self.words[max(0, index - 1) : index] if w.lower in ("whose", "where")), owner)
        if [n.kind for n in before] == ["Place", "Demonym"] and not several:  # "Uganda's Chinese ambassador"
            before = before[1:]
        group = OfficeGroup(index, office.last, [office], before, owner=owner, former=former, several=several)
        group.body_noun, group.body_land = noun, land
        group.last = self._field_bracket(group.last)
        self._bodies_after(group)
        self._more_offices(group)
        return group

    def _bodies_after(self, group: OfficeGroup) -> None:
        group.last = self._charge_end(group.last, field=bool(group.portfolio), owned=bool(group.bodies))
        group.last = self._of_each(group.last) if group.offices[-1].plural(self.words) else group.last
        cursor = self._apposed_body(group, self._after_brackets(group.last))
        cursor += self._body_behind_sign(group, cursor)
        while cursor < len(self.words):
            link = self.words[cursor].lower
            if self._principal(group, cursor):
                return
            if link == "at" and group.bodies and set(group.heads) & self.lexicon.mission_titles:
                return
            start = cursor + 1 if link in BODY_LINKS or link in known.HOST_LINKS else cursor
            if start > cursor and self._text(start).lower() == "the" and start not in self.name_at:
                start += 1
            if start > cursor:
                start += self._text(start).lower() in COMPASS and start + 1 in self.name_at
                start = self._inside_quotes(self._described(self._contained(start)))
            name = self.name_at.get(start)
            small = self._small_field(cursor) if name is None and group.body_noun is None else cursor
            small = small if small > cursor or group.bodies else self._loose_field(cursor)
            if small > cursor and (self._text(small) in (",", *BODY_LINKS) or self._person_at(small)):
                cursor = group.last = small
                continue
            behind = name is None and start > cursor and bool(group.bodies)
            field_end = self._field_end(start) if behind else start
            if field_end > start:
                cursor = group.last = field_end
                continue
            unnamed = self._unnamed_body(start) if start > cursor else start
            if unnamed > start:
                cursor = group.last = self._small_field(unnamed)
                if link in known.HOST_LINKS and group.bodies:
                    return
                group.body_noun, group.body_land = self.words[unnamed - 1].lower, name
                name = self.name_at.get(unnamed)
                if name is None or name.kind != "Organization":
                    continue
            if name is None or name.kind == "Person" or self._settled(group, link, name):
                return
            if name.kind in ("Event", "Agreement") and link not in BODY_LINKS:
                return
            if start == cursor and self._land_beside(group, name):  # "Minister of Higher Education Malaysia"
                self._add_body(group, name, "of")
                group.last = name.last
                return
            if start == cursor and (name.kind != "Organization" or group.linked or not group.offices[-1].capital):
                return
            unit = self._local_unit(name)
            if unit > name.last:
                cursor = group.last = unit
                group.body_noun = self.words[unit - 1].lower
                continue
            if self._field_of_region(group, link, name):
                end = self._after_brackets(self._regions_end(name.last))
                cursor = group.last = self._apposed_body(group, end)
                continue
            if link in ("of", "for") and self._field_of_office(link, name):
                cursor = group.last = self._fields_end(name.last)
                continue
            held_in = (name.kind == "Organization" and set(group.heads) <= known.STAFF) or self._governs(name)
            posted = link == "in" and name.kind == "Place" and group.owner in ("its", "their")
            if posted or (link in known.HOST_LINKS and not held_in):
                cursor = group.last = self._further_hosts(group, name)
                continue
            self._add_body(group, name, link)
            cursor = group.last = self._possessed(group, name, self._chain(group.nested, name))
            cursor = self._superior(name, self._past_quotes(name, cursor))
            cursor = group.last = self._further_bodies(group, name, cursor)
            if self._delegation(cursor):  # "Head of the Chadian Delegation", "Head of the EU Delegation to Chad"
                group.acting = group.acting or name.kind != "Organization"
                cursor = group.last = cursor + 1
                if name.kind != "Organization" or self._text(cursor) != "to":
                    return
                continue
            if self.words[cursor - 1].text[0].islower() and cursor > name.last:
                return

    def _land_beside(self, group: OfficeGroup, name: Name) -> bool:
        """Whether a country stands right behind a minister's field, and the office ends with it."""
        nation = name.kind == "Place" and name.place is not None and name.place.kind == "country"
        field = bool(group.portfolio) and not MINISTERS.isdisjoint(group.heads) and not group.bodies
        return nation and field and (self._text(name.last) in ("", ",", ".", ")") or self._person_at(name.last))

    def _body_behind_sign(self, group: OfficeGroup, cursor: int) -> bool:
        """ "Ana Rojas, Chairman, of Kwanza Bank": whether a comma parts the office from its body."""
        start = cursor + 2 + (self._text(cursor + 2) == "the")
        body = self.name_at.get(start) if self._text(cursor) == "," and self._text(cursor + 1) == "of" else None
        named = body is not None and body.kind == "Organization" and not group.bodies
        return named and self._behind_person(group.first)

    def _field_of_region(self, group: OfficeGroup, link: str, name: Name) -> bool:
        """ "Minister for Europe and the Americas", "Head of Africa at Delta Bank"; a "President of Africa" is of it."""
        wide = name.place is not None and name.place.is_wide
        state = group.of_state(self.lexicon.state_titles)
        charge = name.kind == "Place" and not (state or known.DELEGATED.intersection(group.heads))  # "Manager for Peru"
        return (wide or charge) if link == "for" else wide and (link == "in" or (link == "of" and not state))

    def _principal(self, group: OfficeGroup, cursor: int) -> bool:
        """ "Adviser to the President of Chad": who serves the holder of an office of state speaks for the state."""
        serving = set(group.heads) & known.SERVING or group.body_noun in known.CABINETS
        if not serving or self.words[cursor].lower not in ("to", "of") or group.bodies:
            return False
        start = cursor + 1
        while start < len(self.words) and self.words[start].lower in self.lexicon.honorifics:
            start += 1
        above = self._group_at(start)
        if above is None:
            return False
        of_body = above.linked and (group.body_noun or not known.ADVISERS.isdisjoint(group.heads))
        if not (of_body or set(above.heads) & self.lexicon.state_titles):
            return False
        government = self.name_at.get(above.last + 1) if self._text(above.last) == "," else None
        if not above.bodies and government is not None and self._governs(government):
            above.bodies, above.last = [government], government.last
        named = self._person_at(above.last)
        if not above.bodies and not named and self._of_government(group, above):
            group.last, group.acting, group.principal = above.last, True, above
            return True
        if not above.bodies or (named and not above.linked):
            return False
        group.bodies, group.last, group.linked, group.acting = above.bodies, above.last, True, True
        return True

    def _of_government(self, group: OfficeGroup, above: OfficeGroup) -> bool:
        """ "Special Adviser to the Minister", "Adviser to the President": of a government, though it is not named."""
        assists = "assistant" in group.heads and "president" not in above.heads
        adviser = assists or bool(set(group.heads) & known.ADVISERS)
        return adviser and bool(set(above.heads) & known.HIGH) and above.body_noun is None and above.owner is None

    def _apposed_body(self, group: OfficeGroup, cursor: int) -> int:
        """ "Ana Rojas, Chairman, Kwanza Bank, …", "Ana Rojas (Minister of Trade, Peru)": a body or country behind a
        comma, where the person stands before the office."""
        name = self.name_at.get(cursor + 1)
        whole = self.name_at.get(name.last + 1) if name is not None and self._text(name.last) == "," else None
        if name and whole and whole.kind == name.kind and self._called_by_field(name):
            name = whole  # "Head, Private Sector Engagement, Kwanza Fund"
        if name is None or self.words[cursor].text != "," or not self._may_have(group, name):
            return cursor
        if all(self.lexicon.is_field(w.lower) for w in self.words[name.first : name.last]):
            return cursor
        end = self._after_brackets(name.last)
        after = self.words[end] if end < len(self.words) else None
        closed = (
            after is None
            or after.text in CLOSERS
            or (after.text.islower() and after.lower not in BODY_LINKS - {"in", "at"})
        )
        office = group.offices[-1]
        if group.bodies or not (closed and office.capital) or not self._behind_person(group.first):
            return cursor
        group.bodies.append(name)
        group.linked = True
        group.last = self._chain(group.nested, name)
        return group.last

    def _may_have(self, group: OfficeGroup, name: Name) -> bool:
        """Whether a name behind an office and a comma can be whose it is: a body; a country, of an office of state; any
        place, of a governor or mayor."""
        country = name.kind == "Place" and name.place is not None and name.place.kind == "country"
        country = country or (name.kind == "Place" and not OF_PLACES.isdisjoint(group.heads))
        state = bool(set(group.heads) & self.lexicon.state_titles)
        return name.kind == "Organization" or ((country or self._governs(name)) and state)

    def _settled(self, group: OfficeGroup, link: str, name: Name) -> bool:
        """Whether the office has its body, no mere unit: what "at" opens is where they are, "to" where a King went."""
        if link != "at":
            high = link == "to" and name.kind == "Place" and not known.HIGH.isdisjoint(group.heads)
            return high and not self._person_at(name.last)
        last = group.bodies[-1] if group.linked and group.bodies else None
        if last is not None and last.kind == "Place":
            return group.of_state(self.lexicon.state_titles)
        return last is not None and last.kind == "Organization" and not is_unit(last)

    def _possessed(self, group: OfficeGroup, name: Name, last: int) -> int:
        """ "Dean of UBU's Faculty of Law": the unit is the body; "Speaker of Mongolia's parliament", "Secretary of the
        Labour Party (LP) Central Committee": the country, the party."""
        beside = self.name_at.get(last) if self.words[last - 1].text == ")" else None
        if beside is not None and beside.kind == "Organization" and is_unit(beside):
            return beside.last
        if last >= len(self.words) or not self.words[last].possessive:
            return last
        inner = self.name_at.get(last + 1)
        if inner is not None and inner.kind == "Place" and self._text(inner.last) in NESTED:  # "UNESCO's Lima office"
            return inner.last + 1
        if inner is not None and inner.kind == "Organization" and self._mere_part(inner):
            return self._after_brackets(inner.last)
        if inner is not None and inner.kind in ("Organization", "Place"):
            if name.kind == "Organization":
                group.nested.append((inner, name))
            if name in group.bodies and inner.kind == name.kind:
                group.bodies.remove(name)
            group.bodies.append(inner)
            return self._after_brackets(inner.last)
        end = last + 1
        while end < len(self.words) and end - last <= LONGEST_BODY_NOUN and self.words[end].text[0].islower():
            end += 1
            if self.lexicon.head_kinds(self.words[end - 1].text):
                group.acting = group.acting or self.words[end - 1].lower in known.ADMINISTRATIONS
                return end
        return last

    def _superior(self, name: Name, last: int) -> int:
        """ "Head of the Customs Service under the Ministry of Finance", "of the Academy under the President of Chad":
        the end of what stands above the body."""
        link = [word.lower for word in self.words[last : last + 3]]
        under = 1 if link[:1] == ["under"] else 2 if link[1:2] == ["to"] and link[0] in known.SUBORDINATE else 0
        if not under or name.kind != "Organization":
            return last
        start = last + under + (link[under:] == ["the"] or link[under : under + 1] == ["the"])
        outer, above = self.name_at.get(start), self._group_at(start)
        if outer is not None and (outer.kind == "Organization" or self._governs(outer)):
            return self._chain([], outer)
        return above.last if above is not None and above.linked else last

    def _further_bodies(self, group: OfficeGroup, name: Name, cursor: int) -> int:
        """ "The ministers of Chad, Peru and Kenya": the end of the bodies joined to a plural office's first."""
        if name not in group.bodies or not group.offices[-1].plural(self.words):
            return cursor
        more, end = [], cursor
        while end < len(self.words) and self.words[end].lower in (",", "and"):
            closing = self.words[end].lower == "and"
            other = self.name_at.get(end + 1) or self.name_at.get(end + 1 + (self._text(end + 1) == "the"))
            if other is None or other.kind != name.kind:
                return cursor
            more.append(other)
            end = self._after_brackets(other.last)
            if closing:
                group.bodies += more
                group.several = True
                return end
        return cursor

    def _further_hosts(self, group: OfficeGroup, name: Name) -> int:
        """The end of "to the Republic of Fiji, Tuvalu and Nauru", and of "to the Republic of Fiji in Lautoka"."""
        group.hosts.append(name)
        if name.kind != "Place":
            end = self._chain(group.nested, name)
            start = end + 1 + (self._text(end + 1) == "the")
            other = self.name_at.get(start) if self._text(end) == "and" else None
            after = self._after_brackets(other.last) if other is not None and other.kind == "Organization" else end
            return after if after > end and self._text(after) in ("", *CLOSERS) else end
        end = self._possessed(group, name, self._chain(group.nested, name))
        ends = [end]
        while end < len(self.words) and self.words[end].lower in (",", "and", "&"):
            start = end + 1 + (self._text(end + 1) == "and")
            other = self.name_at.get(start + (self._text(start) == "the"))
            if other is None or other.kind != "Place":
                break
            group.hosts.append(other)
            end = other.last
            if self._text(end) not in ("'s", "’s"):
                ends.append(end)
        return ends[-1]

    def _add_body(self, group: OfficeGroup, name: Name, link: str) -> None:
        """ "Ambassador of Brazil", "Chair at Acme"; a mission's "in Shanghai" is where it sits."""
        field_of_body = link == "for" and group.linked
        if group.bodies and (
            field_of_body or (link in ("in", "for", "from", "within") and name.kind in ("Place", "Demonym"))
        ):
            behind = group.offices and group.bodies[-1].first > group.offices[0].first  # no "Acme's director in Peru"
            group.nested.append((group.bodies[-1], name)) if link == "in" and behind else None
            return
        if name.kind == "Place" and not MINISTERS.isdisjoint(group.heads):  # the agency before "Minister of Chad"
            group.bodies = [body for body in group.bodies if body.kind != "Organization"]
        group.bodies.append(name)
        group.linked = True
