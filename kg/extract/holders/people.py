"""Who holds which office in which body: "Ali Kamal, Chief Economist at the SDG Support Unit, Ministry of Planning".

Offices stand before a name, after it between commas, in brackets, or behind "is". This is read from the row of
names, offices and commas, not from the parse, which such rows defeat; the parse then sees the whole group as one
name (``kg.extract.syntax.parsing``).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.holders.bodies_behind import BodiesBehind
from kg.extract.holders.engaged import Engaged
from kg.extract.holders.members import Members
from kg.extract.holders.office_bodies import CLOSERS, past_bracket
from kg.extract.holders.office_group import Holder, OfficeGroup
from kg.extract.holders.office_words import AS_LEADERS, HIGH_OFFICES, OWNERS
from kg.extract.holders.principals import Principals
from kg.extract.holders.shared_bodies import SharedBodies
from kg.extract.holders.shared_offices import SharedOffices
from kg.extract.holders.styles import Styles
from kg.extract.naming.mentions import ReadBlock
from kg.extract.naming.offices import APPOSING
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import sentence_start

COPULAS = frozenset(("is", "was", "as", "became", "who", "serves"))
ALSO = frozenset(("also", "concurrently", "currently", "now", "presently"))
HEADS_OF_STATE = frozenset("president prime-minister pm king emir amir premier".split())
DEFINITE = frozenset(("the", "'s"))
OFFICERS = frozenset("rector vice-rector pro-rector dean director head chairman chairperson president provost".split())
DEGREES = frozenset(("professor", "academician", "doctor"))
"""What people are beside their office, in small letters, too: "vice-rectors – professors A and B"."""
RANKS = DEGREES | {"ambassador", "general", "senator", "judge", "colonel", "captain"}
"""Offices that somebody may have before the name, with another behind it."""
LIKENED = frozenset(("counterpart", "colleague", "homologue"))
"""Offices that small letters before a name make theirs, too."""
CHOSEN = frozenset("elected re-elected reelected named appointed chose".split())
"""Verbs between whom somebody is given an office by, and the name of who gets it."""
FRONTS = frozenset("during in at after following before with on alongside meeting speaking addressing".split())
"""Words that open what stands before a subject."""
AFTER_OFFICE = frozenset("and who with as at in from for on to said says".split())
"""Words that may follow an office between commas whose last comma is left out."""


@dataclass(slots=True)
class People:
    """The people of one block, and the offices without a name: "the Chinese Foreign Minister"."""

    holders: list[Holder]
    unnamed: list[OfficeGroup]
    several: list[OfficeGroup] = field(default_factory=list)
    """Offices of several who are not named: "the ambassadors of Chad, Peru and Kenya"."""


class HolderFinder:
    """Reads one block's names and offices for people with their offices."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def read(self, block: ReadBlock) -> People:
        """The people of a block with their offices, and the offices that stand alone."""
        return PeopleReader(self.lexicon, block).read()


class PeopleReader(Styles, BodiesBehind):
    """Reads one block: which office belongs to which person."""

    def __init__(self, lexicon: Lexicon, block: ReadBlock) -> None:
        super().__init__(lexicon, block)
        self.principals = Principals(lexicon, block.words, self.name_at)
        self.holders: dict[int, Holder] = {
            name.first: Holder(name, [], *self._with_honorifics(name)) for name in block.names if name.kind == "Person"
        }

    def read(self) -> People:
        index = 0
        unnamed: list[OfficeGroup] = []
        several: list[OfficeGroup] = []
        while index < len(self.words):
            group = self._group_at(index)
            if group:
                if not self._attach(group):
                    plural = group.offices[-1].plural(self.words)
                    (unnamed if self._definite(group) else several if plural else []).append(group)
                index = group.last
            else:
                index += 1
        ordered = [holder for _, holder in sorted(self.holders.items())]
        for holder in ordered:
            self._body_behind(holder)
            self._owner_before(holder)
            self._bracketed_body(holder)
            self._acting_for(holder)
            self._post_behind(holder)
        engaged = Engaged(self.lexicon, self.words, self.name_at)
        for holder in ordered:
            engaged.note(holder)
        SharedBodies(self.lexicon, self.words, self.name_at).share(ordered)
        Members(self.lexicon, self.words, self.principals).note(ordered)
        shared = SharedOffices(self.words, self.name_ending, self.name_at, self._body_behind)
        shared.in_turn(ordered, unnamed)
        shared.share(ordered)
        return People([holder for _, holder in sorted(self.holders.items())], unnamed, several)

    def _definite(self, group: OfficeGroup) -> bool:
        """Whether an office without a name points at somebody: "the Minister", not "a minister"."""
        word = self.words[group.first]
        alone = word.text[-1].isupper() and group.last - group.first == 1  # "PM met …"
        told = alone or bool(group.bodies) or word.lower in ("the", "his", "her")
        return told and not (group.former or group.offices[-1].plural(self.words))

    def _behind_person(self, index: int) -> bool:
        return bool(self._previous_person(index))

    def _person_at(self, index: int) -> bool:
        return index in self.holders_starts()

    def _more_offices(self, group: OfficeGroup) -> None:
        """ "…, and President of B", "former President of A and its current Advisor", "Consul-General Ambassador C"."""
        rank = self.office_at.get(group.last)
        styled = rank is not None and (rank.capital or set(rank.heads) <= DEGREES)
        if rank is not None and styled and not self.holders_starts().isdisjoint(range(rank.first + 1, rank.last + 1)):
            group.offices.append(rank)
            group.last = rank.last
        cursor = group.last
        while cursor + 1 < len(self.words) and self.words[cursor].lower in ("and", ",", "&"):
            start = cursor + 1
            if self.words[cursor].text == "," and self.words[start].lower in ("and", "&"):
                start += 1
            more = self._group_at(start)
            if more is not None and (self._rival(group, more) or self._others(group, more)):
                return
            person_next = more is not None and not {more.first, more.last}.isdisjoint(self.holders_starts())
            if more is None or (
                self.words[cursor].text == ","
                and (more.last == cursor or (person_next and not self._one_holder(group, more, start - cursor > 1)))
            ):
                return
            if self.words[start].lower == "the" and more.bodies and not more.linked and not self._named(group, more):
                return
            following = more.last in self.holders_starts() or self._next_person(more.last, comma=True)
            previous = self._previous_person(group.first)
            free = previous is not None and not any(
                g.last <= previous.person.first and RANKS.isdisjoint(g.heads) for g in previous.groups
            )
            if following and free and not self._next_person(group.last, comma=True):
                return
            if not more.bodies and more.owner in (None, "its"):
                more.bodies = list(group.bodies)
            group.more += [more, *more.more]
            more.more = []
            cursor = group.last = more.last

    def _rival(self, group: OfficeGroup, more: OfficeGroup) -> bool:
        """ "The President of Chad and PM Ana Rojas": nobody is both."""
        both = [set(each.heads) & HEADS_OF_STATE for each in (group, more)]
        return all(both) and group.linked and not more.bodies and more.last in self.holders_starts()

    def _others(self, group: OfficeGroup, more: OfficeGroup) -> bool:
        """ "The head of the unit and the institute's envoys", "the Danish Minister and the Minister of Mines of
        Ghana": the second are other people."""
        plural = [each.offices[-1].plural(self.words) for each in (group, more)]
        lands = [{n.place.country for n in each.bodies if n.place is not None} for each in (group, more)]
        two = self.words[more.first].lower == "the" and all(lands) and lands[0].isdisjoint(lands[1])
        several = plural == [True, False]  # "leaders of the department and Consul Ana Rojas"
        return two or several or (plural == [False, True] and more.last not in self.holders_starts())

    def _one_holder(self, group: OfficeGroup, more: OfficeGroup, joined: bool) -> bool:
        """ "Chad's Minister of Trade, and Minister of State for Youth Ana Rojas" is one minister with two fields; "his
        Chadian counterpart, Foreign Minister Ana Rojas" is one person, too."""
        if not joined and not more.linked and self.words[group.last - 1].lower in LIKENED:
            named = self._next_person(more.last, comma=False)
            return named is None or not self._fronted(group, named)
        same = bool(group.bodies) and not group.linked and not more.bodies and bool(group.portfolio and more.portfolio)
        return joined and same and self._previous_person(group.first) is None

    def _named(self, group: OfficeGroup, more: OfficeGroup) -> bool:
        """Whether a name stands with joined offices; "the Minister and the Vietnamese Ambassador" are two people."""
        return self._previous_person(group.first) is not None or more.last in self.holders_starts()

    def holders_starts(self) -> set[int]:
        """Where the groups of people begin, honorifics included."""
        return {holder.first for holder in self.holders.values()}

    def _attach(self, group: OfficeGroup) -> bool:
        """Give an office to the person it stands with; False where it stands with nobody."""
        if self._in_role(group):
            earlier = [
                h for h in self.holders.values() if h.last < group.first and not self._parted(h.last, group.first)
            ]
            for holder in sorted(earlier, key=lambda h: h.first)[-1:]:
                holder.groups += [group, *group.more]
            return bool(earlier)
        direct = self._next_person(self._after_brackets(group.last), comma=False) or self._counterpart(group)
        plural = group.offices[-1].plural(self.words)
        if direct and (
            plural
            or group.offices[-1].capital
            or group.offices[0].capital
            or len(group.bodies) > 0
            or group.body_noun is not None
            or group.owner == "whose"
            or self._in_row(group, direct)
            or not OFFICERS.isdisjoint(group.heads)
            or group.of_state(self.lexicon.state_titles)
            or group.first < group.offices[0].first
            or self._link(direct.person.last)
        ):
            self._join(direct, group)
            return True
        beside = self._right_before(group)
        if beside:
            self._join(beside, group)
            return True
        before = self._previous_person(group.first)
        if before and self._two_told(group):
            return False
        if before and all(body.kind in ("Place", "Demonym") and not group.linked for body in group.bodies):
            self._body_behind_comma(group)
        elif not before and not group.bodies:
            self._body_between(group)
        after = self._next_person(group.last, comma=True)
        after = None if after and "counterpart" in group.heads and self._fronted(group, after) else after
        if before and before.groups and not self._closed(group):
            return False
        if before and before.groups and plural and not self._joined(before):
            before = None
        if before and not (before.groups and after):
            self._join(before, group)
        elif after and not self._inviting(group, after) and (self._opens(group) or self._apposed(group, after)):
            self._join(after, group)
        else:
            return False
        return True

    def _joined(self, holder: Holder) -> bool:
        """Whether somebody is the last of several: "and Dean Ana Rojas, officers of the Delta Fund"."""
        return holder.first > 0 and self.words[holder.first - 1].lower in ("and", "&", ",", ";")

    def _counterpart(self, group: OfficeGroup) -> Holder | None:
        """ "His Zambian counterpart, President Joe Phiri": who stands behind the next office."""
        start = group.last + (self._text(group.last) == ",")
        office = self.office_at.get(start) if "counterpart" in group.heads else None
        if office is None:
            return None
        named = self._next_person(office.last, comma=False) or self._next_person(office.last, comma=True)
        return None if named is not None and self._fronted(group, named) else named

    def _fronted(self, group: OfficeGroup, named: Holder) -> bool:
        """ "During talks with his Zambian counterpart, President Ana Rojas proposed": who acts is somebody else."""
        sentence = sentence_start(self.words, group.first)
        acts = self._text(named.person.last) not in (*CLOSERS, *AFTER_OFFICE - {"said", "says", "to"})
        return acts and self.words[sentence].lower in FRONTS

    def _in_row(self, group: OfficeGroup, direct: Holder) -> bool:
        """ "rector Ana Rojas, dean Luis Vega": small letters right before a name, and before the one before, too."""
        before = self._previous_person(group.first)
        if before is None and self.words[group.first - 1].lower == "and":
            name = self.name_ending.get(group.first - 1)
            before = self.holders.get(name.first) if name is not None else None
        return before is not None and before is not direct and any(g.last <= before.person.first for g in before.groups)

    def _body_between(self, group: OfficeGroup) -> None:
        """ "Vice Chancellor, Delta University (DU), Prof. Ana Rojas": the body between the office and who holds it."""
        start = group.last + 1
        name = self.name_at.get(start) if self._text(group.last) == "," else None
        if name is not None and self._fields_only(name) and self._text(name.last) == ",":
            name = self.name_at.get(name.last + 1)
        if name is None or not self._may_have(group, name) or self._fields_only(name):
            return
        end = self._chain(group.nested, name)
        outer = self.name_at.get(end + 1) if self._text(end) == "," else None
        if outer is not None and outer.kind == "Organization":  # "Chairman, Governing Council, Delta Bank, Ana Rojas"
            name, end = outer, self._after_brackets(outer.last)
        whole = self.name_at.get(end + 1) if self._text(end) in ("at", "of", "in") else None
        if whole is not None and whole.kind in ("Organization", "Place"):
            end = self._after_brackets(whole.last)
        if self._next_person(end, comma=True):
            group.bodies.append(name)
            if whole is not None and whole.last <= end:
                group.nested.append((name, whole))
            group.last, group.linked = end, True

    def _right_before(self, group: OfficeGroup) -> Holder | None:
        """ "Ana Rojas Secretary General of the Pacific Forum, …": captions leave the comma out; "the board
        named Ana Rojas director"."""
        name = self.name_ending.get(group.first)
        holder = self.holders.get(name.first) if name is not None else None
        if holder is None or group.first != group.offices[0].first:
            return None
        before = [word.lower for word in self.words[max(0, holder.first - 2) : holder.first]]
        chosen = before[-1:] and before[-1] in CHOSEN and before[0] not in ("not", "never") and not holder.groups
        return holder if chosen or (group.linked and group.bodies) else None

    def _closed(self, group: OfficeGroup) -> bool:
        """Whether a second office of somebody ends as one: in "A, Rector of B, the Minister said" the Minister acts."""
        after = self.words[group.last] if group.last < len(self.words) else None
        apposed = group.linked and bool(group.bodies) and self.words[group.first].lower != "the"
        return apposed or after is None or not after.text[0].isalpha() or after.lower in AFTER_OFFICE

    def _in_role(self, group: OfficeGroup) -> bool:
        """ "In his role as Chair of the Alliance", "accrediting her as Ambassador": an office of whom it follows."""
        words = ["", "", "", *(w.lower for w in self.words[max(0, group.first - 3) : group.first])]
        own = words[-3] in ("his", "her") or words[-2] not in ("role", "capacity")
        led = words[-2] in AS_LEADERS or words[-3:-1] == ["sworn", "in"]
        chosen = self.words[group.first].lower in CHOSEN and words[-1] == "been"
        if chosen or (words[-1] in CHOSEN and words[-2] in ("was", "been")):  # "was appointed Kenya's ambassador"
            return bool(group.bodies) and group.bodies[0].first < group.offices[0].first
        return words[-1] == "as" and led and own and (bool(group.bodies) or words[-3] in ("his", "her"))

    def _opens(self, group: OfficeGroup) -> bool:
        """An office before a comma belongs to the name behind it only where nothing else claims it."""
        if group.first and self.words[group.first - 1].lower == "by":
            return True
        office = group.offices[0]
        return bool(group.bodies or group.body_noun or group.owner or office.portfolio or office.capital)

    def _apposed(self, group: OfficeGroup, holder: Holder) -> bool:
        """ "The rector, Ana Rojas, signed": a full name between signs, without an office of its own behind it."""
        full = holder.last - holder.first > 1
        last = self.words[holder.last] if holder.last < len(self.words) else None
        closed = last is None or (last.text in CLOSERS and self.words[holder.last - 1].text[-1] != ".")
        closed = closed or (group.offices[-1].plural(self.words) and last is not None and last.lower in ("of", "and"))
        own = last is not None and last.text == "," and self._group_at(holder.last + 1) is not None
        serving = any(office.last == group.first - 1 for office in self.office_at.values())
        return full and closed and not own and not serving and self._opening(group) in (*DEFINITE, *OWNERS)

    def _opening(self, group: OfficeGroup) -> str:
        return "'s" if self.words[group.offices[0].first - 1].possessive else self.words[group.first].lower

    def _join(self, holder: Holder, group: OfficeGroup) -> None:
        if group.owner:
            self._find_owner(group)
        if group.owner == "its" and not group.bodies and self._text(holder.last) == ",":
            start = holder.last + 1 + (self._text(holder.last + 1) == "the")  # "Under its head Ana Rojas, the Bank …"
            group.bodies += [n for n in (self.name_at.get(start),) if n is not None and n.kind == "Organization"]
        holder.groups += [group, *group.more]
        holder.first = min(holder.first, group.first)
        holder.last = max(holder.last, self._bracket_end(group))

    def _next_person(self, index: int, *, comma: bool) -> Holder | None:
        cursor = index
        if comma and self._text(cursor) not in APPOSING:
            return None
        cursor += comma
        while cursor < len(self.words) and self.words[cursor].lower in ("(", "the", "–"):
            if (
                self.words[cursor].text == "the"
                and self.words[min(cursor + 1, len(self.words) - 1)].lower not in self.lexicon.honorifics
            ):
                return None
            cursor += 1
        titled = False
        while cursor < len(self.words) and (
            self.words[cursor].lower in self.lexicon.honorifics or self._retired(cursor)
        ):
            cursor, titled = cursor + (3 if self._retired(cursor) else 1), True
        title = self.office_at.get(cursor)
        ranked = title is not None and not HIGH_OFFICES.intersection(title.heads)
        ranked = ranked and title is not None and (title.capital or set(title.heads) <= DEGREES)
        behind = past_bracket(self.words, title.last) if comma and title is not None and ranked else -1
        named = next((h for h in self.holders.values() if h.first == behind), None) if behind > 0 else None
        titled, holder = titled or named is not None, named or self.holders.get(cursor)
        surname_only = holder is not None and holder.person.last - holder.person.first == 1 and not titled
        apart = holder is not None and self._text(holder.last) == "," and holder.last + 1 not in self.name_at
        return None if comma and surname_only and not apart else holder

    def _previous_person(self, index: int) -> Holder | None:
        cursor = index - 1
        if cursor >= 0 and self.words[cursor].lower in ("who", "which"):
            cursor -= 1
        if cursor > 0 and self.words[cursor].lower in ALSO:
            cursor -= 1
        copula = cursor >= 0 and self.words[cursor].lower in COPULAS
        if copula:
            cursor -= 1
            if cursor >= 0 and self.words[cursor].lower == "who":
                cursor -= 1
        if cursor >= 0 and (self.words[cursor].text in APPOSING or self.words[cursor].text == "("):
            cursor -= 1
        elif not copula and self.words[index].lower != "the":
            return None
        while (
            cursor >= 0
            and cursor + 1 not in self.name_ending
            and (self.words[cursor].lower in self.lexicon.suffixes or self.words[cursor].text == ")")
        ) or self._honour(cursor):
            if self.words[cursor].text == ")":
                cursor = max((i for i in range(cursor) if self.words[i].text == "("), default=cursor)
            cursor -= 2 if self.words[cursor - 1].text == "," else 1
        name = self.name_ending.get(cursor + 1)
        if name is None or name.first in self.holders:
            return self.holders.get(name.first) if name else None
        return self._before_body(name) if self._text(cursor + 1) in APPOSING else None
