"""For whom people are there, as far as it is told behind their names: "Rector Carlos Soto of the University of Lima",
"Ana Rojas (Peru)", "Ambassador Luis Vega, Havana; …"."""

from __future__ import annotations

from kg.extract.holders.office_bodies import is_unit, past_bracket
from kg.extract.holders.office_group import Holder, OfficeGroup
from kg.extract.holders.office_groups import OfficeGroupReader
from kg.extract.holders.principals import Principals
from kg.extract.naming.mentions import Name
from kg.extract.naming.offices import APPOSING, ROYAL
from kg.extract.text.words import SENTENCE_ENDS, sentence_start

JOBS = frozenset(
    """
    professor lecturer researcher scientist analyst expert specialist engineer fellow economist counsellor counselor
    attaché attache manager officer adviser advisor coordinator historian hydrologist agronomist scholar teacher
    """.split()
)
"""Offices that are held at a body: of a rector "at" another one it may tell only where they are."""
OFFICES_OF = (
    (frozenset(("minister", "ministers", "secretary")), frozenset(("ministry", "department", "secretariat"))),
    (
        frozenset("rector dean professor president chancellor provost".split()),
        frozenset("university college polytechnic academy".split()),
    ),
)
"""Offices and the words for the bodies that they are of."""
OF_STATE = frozenset(("ministry", "commission", "council", "committee"))
"""Bodies that stand for their country where they are not named."""
NAMESAKES = frozenset(("after", "of", "by", "for", "named"))
"""Words before the name of somebody whom a body is named after."""
FRONTING = frozenset("during in at after following together along before upon".split())
GOVERNING = frozenset("with of by from between and alongside".split())
"""Words before somebody of whom a clause ahead of the main one tells: "During talks with the Rector of A, …"."""
MAX_OWNER_DISTANCE = 20
SAYING = frozenset(
    """
    said says told tells announced added noted stated explained confirmed stressed revealed disclosed declared according
    """.split()
)
DASHES = frozenset(("-", "–", "—", "--", ":"))
LONGEST_DATELINE = 10
PAIR, FARTHEST_SAYING = 2, 8
"""Words before and behind an office within which it is told that its holder says something."""


class BodiesBehind(OfficeGroupReader):
    """Gives the people of one block the bodies and places that stand behind them."""

    principals: Principals
    holders: dict[int, Holder]

    def _body_behind(self, holder: Holder) -> None:
        """ "Rector Carlos Soto of the University of Lima", "King Carl of Sweden": a body or country named right behind
        the person."""
        last = past_bracket(self.words, holder.person.last)
        full = not holder.groups and holder.person.last - holder.person.first > 1
        apposed = (full or any(g.offices and self._free(g) for g in holder.groups)) and self._link(last + 1)
        working = self._text(last) == "at" and any(JOBS & set(g.heads) and not g.bodies for g in holder.groups)
        comma = self._text(last) == ","
        own = self._own_body(holder, last + 1) if comma and holder.last <= last else None
        last += comma and (apposed or own is not None)
        linked = own is not None or working or self._link(last)
        if last + 1 >= len(self.words) or not linked or holder.last > last:
            return
        start = self._owned(last + (2 if self.words[last + 1].lower == "the" else 1))
        name = own or self.name_at.get(self._described(start)) or self.name_at.get(last + 1)
        royal = {self.words[holder.person.first].lower, self.words[holder.person.first - 1].lower} & ROYAL
        state = any(g.offices and not g.bodies for g in holder.groups) or bool(royal and not holder.groups)
        if name is None or (name.kind != "Organization" and not (name.kind == "Place" and state)):
            return
        if name.last < len(self.words) and self.words[name.last].possessive:
            return
        if full and comma and not self._closes(self._after_brackets(name.last)):
            return
        free = [g for g in holder.groups if self._free(g)]
        if not free and not holder.groups:
            free = [OfficeGroup(last, last, [], acting=bool(royal))]
            holder.groups += free
        for group in free:
            group.bodies, group.linked = [name], True
        holder.last = self._whole(name, free)

    def _free(self, group: OfficeGroup) -> bool:
        """Whether no body is told yet of an office; of a job, a nationality tells none: "Chadian researcher"."""
        of_nation = JOBS & set(group.heads) and all(body.kind == "Demonym" for body in group.bodies)
        return not group.bodies or bool(of_nation)

    def _owned(self, start: int) -> int:
        """Past "country's" in "of the country's Ministry of Trade", past "Chile's" before a body."""
        land = self.name_at.get(start)
        if land is not None and land.kind in ("Place", "Demonym") and self._text(land.last) in ("'s", "’s", "'", "’"):
            body = self.name_at.get(land.last + 1)
            return body.first if body is not None and body.kind == "Organization" else start
        return start + 2 if self._noun_of_body(start) else start

    def _owner_before(self, holder: Holder) -> None:
        """ "JICA's Ana Rojas, Chief Representative": the body that a person is called by has the office behind, too."""
        sign = holder.first - 1
        owner = self.name_ending.get(sign) if sign > 0 and self.words[sign].possessive else None
        if owner is None or owner.kind != "Organization":
            return
        for group in holder.groups:
            if group.offices and not (group.bodies or group.former or group.body_noun):
                group.bodies.append(owner)

    def _own_body(self, holder: Holder, start: int) -> Name | None:
        """ "Vice Minister Ana Rojas, Ministry of Trade of Chad, …", "Rector Luis Vega, Delta University; …": a body
        behind a comma that is one of those whom the office is of, or stands so in a list."""
        name = self.name_at.get(start + (self._text(start) == "the"))
        titled = holder.groups and all(g.offices and not g.bodies and not g.former for g in holder.groups)
        if name is None or name.kind != "Organization" or not titled:
            return None
        if not self._closes(self._after_brackets(name.last)):
            return None
        words = {word.lower for word in self.words[name.first : name.last]}
        heads = {part for group in holder.groups for head in group.heads for part in head.split("-")}
        fitting = any(heads & offices and words & bodies for offices, bodies in OFFICES_OF)
        return name if fitting or self._item(holder, name) else None

    def _whole(self, name: Name, groups: list[OfficeGroup]) -> int:
        """The end of "Faculty of Law of Delta University", noted as the unit of the body; of the name, where none
        follows."""
        end = self._after_brackets(name.last)
        if self._text(end) not in ("of", "at") or not is_unit(name):
            return end
        outer = self.name_at.get(end + 1 + (self._text(end + 1) == "the"))
        if outer is None or outer.kind != "Organization":
            return end
        for group in groups:
            group.nested.append((name, outer))
        return self._after_brackets(outer.last)

    def _body_behind_comma(self, group: OfficeGroup) -> None:
        """ "Ana Rojas, First Secretary, Economic Office, Embassy of Peru": the body of the office behind a comma."""
        start = self._past_field(group.last + 1)
        if start >= len(self.words) or self.words[group.last].text not in APPOSING:
            return
        name = self.name_at.get(start) or (self.name_at.get(start + 1) if self.words[start].lower == "the" else None)
        if name is None or name.kind != "Organization" or self._field_name(name) or self._fields_only(name):
            return
        end = self._chain(group.nested, name)
        if end < len(self.words) and self.words[end].text[0].isalnum() and self.words[end].lower != "and":
            group.nested.clear()
            return
        group.bodies.append(name)
        group.last, group.linked = end, True

    def _past_field(self, start: int) -> int:
        """Past "External Affairs," in "Director, External Affairs, Delta University": capitals that name nothing."""
        end = start
        while end < len(self.words) and (self._in_field(end) or (end > start and self._text(end) in ("and", "&"))):
            end += 1
        return end + 1 if end > start and self._text(end) == "," and end + 1 in self.name_at else start

    def _before_body(self, body: Name) -> Holder | None:
        """The person in "Ana Rojas of the Kwanza Bank", whose further office follows behind a comma."""
        link = body.first - (2 if self._text(body.first - 1) == "the" else 1)
        person = self.name_ending.get(link) if link > 0 and self._link(link) else None
        holder = self.holders.get(person.first) if person is not None else None
        if holder is None:
            return None
        self._body_behind(holder)
        return holder if holder.last == body.last else None

    def _find_owner(self, group: OfficeGroup) -> None:
        """The body behind "its": "COMSATS … led by its Pro-Rector"; right before "whose": "Benin, whose President"."""
        there = group.owner == "where" and not (group.bodies or group.of_state(self.lexicon.state_titles))
        if group.owner not in ("its", "their", "whose") and not there:
            return
        lead = range(group.first - 1, max(-1, group.first - MAX_OWNER_DISTANCE), -1)
        sites = [body for body in group.bodies if body.kind == "Place" and not group.linked]
        group.bodies, group.hosts = [b for b in group.bodies if b not in sites], [*group.hosts, *sites]
        kinds = ("Organization",) if sites or there else ("Organization", "Place")  # "its Hanoi head"
        speaking = self._subject_of(group) if group.owner == "its" and self._says(group) else None
        if speaking is not None and speaking.kind in kinds:
            group.bodies.append(self.principals.full(speaking))
            return
        for position in lead:
            name = self.name_ending.get(position + 1)
            if name and name.kind in kinds and not self._mere_seat(name):
                group.bodies.append(self.principals.full(name))
                return
            far = (
                group.owner in ("whose", "where")
                and position >= 0
                and self.words[position].lower not in (",", "whose", "where")
            )
            if far or (position >= 0 and self.words[position].text in (".", ";")):
                return

    def _says(self, group: OfficeGroup) -> bool:
        """ "…, its president, Ana Rojas, told reporters", "…, said its president", "…, according to its president"."""
        near = range(max(0, group.first - PAIR), min(len(self.words), group.last + FARTHEST_SAYING))
        return self._text(group.first - 1) != "and" and any(self.words[i].lower in SAYING for i in near)

    def _subject_of(self, group: OfficeGroup) -> Name | None:
        """The body or country that the sentence of an office begins with: "Delta Bank lends to Acme, said its head"."""
        start = sentence_start(self.words, group.first - 1)
        dash = next(
            (i for i in range(start, min(group.first, start + LONGEST_DATELINE)) if self._text(i) in DASHES), -1
        )
        start = max(start, dash + 1)
        name = self.name_at.get(start) or self.name_at.get(start + 1)
        if name is not None and self.words[name.last].possessive:
            name = self.name_at.get(name.last + 1)
        land = name is not None and name.place is not None and name.place.kind == "country"
        if name is None or not (name.kind == "Organization" or land):
            return None
        told = name.last < group.first and self._text(self._after_brackets(name.last)) != "and"
        return name if told else None

    def _mere_seat(self, name: Name) -> bool:
        """ "Texas" in "a company with offices in Dallas, Texas": a place that is no country, behind a comma or "in"."""
        land = name.place is not None and name.place.kind == "country"
        return name.kind == "Place" and not land and name.first > 0 and self._text(name.first - 1) in (",", "in")

    def _in_field(self, index: int) -> bool:
        word, name = self.words[index], self.name_at.get(index)
        return word.capital and (name is None or self.lexicon.is_field(word.lower)) and index not in self.office_at

    def _link(self, index: int) -> bool:
        return self._text(index) in ("of", "from")

    def _post_behind(self, holder: Holder) -> None:
        """ "Ambassador Ana Rojas, Havana; Luis Vega, Consul General, Toronto; …": where envoys are posted."""
        sent = [g for g in holder.groups if set(g.heads) & self.lexicon.mission_titles or "charg" in "".join(g.heads)]
        cursor = holder.last + (holder.last < len(self.words) and self.words[holder.last].text == ",")
        post = self.name_at.get(cursor)
        if post is None or post.kind != "Place" or not sent or any(g.hosts or g.bodies for g in holder.groups):
            return
        if any(word.text != ";" for word in self.words[post.last : post.last + 1] if word.text not in SENTENCE_ENDS):
            return
        if ";" in (word.text for word in self.words):
            sent[-1].hosts.append(post)
            holder.last = post.last

    def _bracketed_body(self, holder: Holder) -> None:
        """ "Ana Rojas (Peru)", "Luis Vega (Kwanza Bank)": for whom somebody without an office is there."""
        end = past_bracket(self.words, holder.person.last)
        name = self.name_at.get(holder.person.last + 1)
        if end == holder.person.last and name is not None and self._item(holder, name):
            end = name.last + 1
        joined = any(word.lower == "and" for word in self.words[holder.person.last : end])
        if end > holder.person.last + 1 and name is None and not (holder.groups or joined):
            name = self.name_ending.get(end - 1)
        whole = name is not None and name.last == end - 1 and name.first > holder.person.last
        if name is None or holder.groups or not whole or name.kind not in ("Organization", "Place"):
            return
        country = name.place is not None and name.place.kind == "country"
        full = name.kind == "Organization" and (name.last - name.first > 1 or holder.first < holder.person.first)
        if not (country or full) or self.words[holder.first - 1].lower in NAMESAKES:
            return
        group = OfficeGroup(end, end, [], [name], acting=True)
        holder.groups.append(group)
        chain = self._chain(group.nested, name) if self._text(end - 1) == "," else 0
        holder.last = max(holder.last, min(end, len(self.words)), chain)

    def _item(self, holder: Holder, name: Name) -> bool:
        """ "Ana Rojas, Delta University; Luis Vega, Kwanza Bank; …": a person with a body, parted from the next one."""
        sign, opening = self._text(name.last), self._text(holder.first - 1) if holder.first else ""
        opening = self._text(holder.first - 2) if opening == "and" and holder.first > 1 else opening
        parted = self._text(holder.person.last)
        listed = sign == ";" or (opening == ";" and sign in (".", "")) or self._whole_line(holder)
        listed = listed or (parted in ("–", "—") and sign in (",", ".", ""))
        return listed and parted in APPOSING and name.last - name.first > 1

    def _whole_line(self, holder: Holder) -> bool:
        """ "Prof. Ana Rojas, Faculty of Law, Delta University, Peru": a line of a list that holds nothing else."""
        if holder.first > 1 or any(word.text[0].isalpha() for word in self.words[: holder.first]):
            return False
        index = holder.person.last
        while index < len(self.words) and (self.words[index].text in (",", ".") or index in self.name_at):
            index = self._after_brackets(self.name_at[index].last) if index in self.name_at else index + 1
        return index == len(self.words)

    def _acting_for(self, holder: Holder) -> None:
        """ "Signed for the EADC by its director general, K. L.", "the Chadian delegation led by K. L."."""
        name = self.principals.of(holder.first, holder.last)
        if name is None or any(name in g.bodies for g in holder.groups):
            return
        group = OfficeGroup(holder.first, holder.first, [], [name], acting=True)
        noun = self._text(name.last) if name.kind == "Demonym" and self._ends_there(name.last + 1) else ""
        if noun == "institution" or (noun in self.lexicon.before_body and noun not in OF_STATE):
            group.bodies, group.body_noun, group.body_land = [], noun, name  # "signed for the Ugandan institution"
        holder.groups.append(group)

    def _ends_there(self, index: int) -> bool:
        """Whether no further noun follows, as in "the Kenyan business delegation"."""
        word = self._text(index)
        return not word.isalpha() or word in self.lexicon.function

    def _inviting(self, group: OfficeGroup, after: Holder) -> bool:
        """ "At the invitation of the Rector of A, Ana Rojas, Dean of B, came": she has an office of her own. "During
        talks with the Rector of A, Ana Rojas said": with her begins who acts."""
        start = group.first - 1
        if self._text(start) in GOVERNING and self._text(after.last).islower():
            while start > 0 and not self.words[start].initial and self.words[start].text != ",":
                start -= 1
            if self.words[start].initial and self.words[start].lower in FRONTING:
                return self._text(after.last) not in self.lexicon.function
        inviting = [word.lower for word in self.words[max(0, group.first - 2) : group.first]] == ["invitation", "of"]
        own = self._group_at(after.last + 1) if inviting and self._text(after.last) == "," else None
        return own is not None and not self._person_at(own.last)
