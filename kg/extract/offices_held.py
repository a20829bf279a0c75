"""What the offices of an article say: for whom each speaks, and whom "the Chinese Foreign Minister" means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Name, ReadBlock
from kg.extract.office_groups import OfficeGroup
from kg.extract.people import People
from kg.extract.referents import Registry, Thing, fold_words
from kg.gazetteer import Gazetteer

CERTAIN, LIKELY, INFERRED = 0.92, 0.75, 0.65
LEADERS = frozenset(("leader", "head-of-state", "head"))
HIGHEST = frozenset("president prime-minister premier king sultan emir chancellor queen pm leader".split())
PLAIN = frozenset(("and", "of", "for", "the", "'s", "in"))
PARTING = frozenset(
    """
    . ; met meet meets with received hosted told visited counterpart while said behalf conveyed greetings call
    called calls paid to from
    """.split()
)
"""Words after which an office belongs to another side."""
SAME_OFFICE = {"prime-minister": "pm", "foreign-minister": "minister", "counselor": "counsellor", "adviser": "advisor"}


@dataclass(frozen=True, slots=True)
class Held:
    """An office as one person holds it: its core nouns, its field, and the country it speaks for."""

    person: Thing
    heads: frozenset[str]
    field: frozenset[str]
    country: Thing | None
    position: int


class Offices:
    """Reads the offices of an article, all blocks together."""

    def __init__(self, registry: Registry, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self.registry = registry
        self.lexicon = lexicon
        self.gazetteer = gazetteer
        self.held: list[Held] = []
        self.home: Thing | None = None
        self._neighbour: dict[int, Thing] = {}
        self._behind_city: set[int] = set()

    def read(
        self, blocks: Sequence[ReadBlock], people: Sequence[People], dateline: str | None
    ) -> dict[int, list[Name]]:
        """Note every office held; the names, by block, of the descriptions that stand for a person."""
        self._behind_city = {
            second.start
            for block in blocks
            for first, second in pairwise(block.names)
            if first.kind == second.kind == "Place"
            and second.first == first.last + 1
            and block.words[first.last].text == ","
        }
        self.home = self._home(people, dateline)
        self._note_neighbours(blocks, people)
        for block, each in zip(blocks, people, strict=True):
            for holder in each.holders:
                person = self.registry.of_name(holder.person)
                for group in holder.groups:
                    start = block.words[group.first].start + block.block.span.start
                    self.held.append(self._held(person, group, start))
        references: dict[int, list[Name]] = {}
        for index, (block, each) in enumerate(zip(blocks, people, strict=True)):
            for group in each.unnamed:
                name = self._reference(index, block, group)
                if name:
                    references.setdefault(index, []).append(name)
        return references

    def employers(self, person: Thing, group: OfficeGroup) -> list[tuple[Thing, float]]:
        """Whom a person speaks for by an office, and how sure that is."""
        bodies = [t for t in map(self.thing, group.bodies) if t is not None and t.kind == "Organization"]
        found = [(body, CERTAIN if group.offices else LIKELY) for body in bodies]
        countries = self._countries(person, group, bodies)
        found += countries
        country = countries[0][0] if countries else None
        if set(group.heads) & self.lexicon.mission_titles or any("charg" in head for head in group.heads):
            missions = self._mission(group, country)
            found += [(m, CERTAIN) for m in missions if m not in bodies]
            sending = [self.gazetteer.countries[m.hints["sends"]] for m in missions if m.hints.get("sends")]
            found += [(self.registry.country(p), LIKELY) for p in sending if country is None]
        if group.portfolio and self.speaks_for_country(group):
            found += [(m, LIKELY) for m in self._ministry(person, group, country) if m not in bodies]
        return [(thing, confidence) for thing, confidence in found if thing is not person]

    def _countries(self, person: Thing, group: OfficeGroup, bodies: Sequence[Thing]) -> list[tuple[Thing, float]]:
        """The country, province or city that an office speaks for."""
        state = group.acting or self.speaks_for_country(group)
        places = [t for t in map(self.thing, group.bodies) if t is not None and t.kind == "Place"]
        if places and (state or (not bodies and self._owned(group))):
            return [(place, CERTAIN if state else LIKELY) for place in places]
        if state and not places and not bodies:
            inferred = self._inferred(person, group)
            return [(inferred, INFERRED)] if inferred is not None else []
        return []

    def speaks_for_country(self, group: OfficeGroup) -> bool:
        """Whether the office is one of a country, province or city."""
        titles = self.lexicon.state_titles
        return any(head in titles or "charg" in head or set(head.split("-")) & titles for head in group.heads)

    def thing(self, name: Name) -> Thing | None:
        """The thing behind a name, the country for a demonym."""
        if name.kind == "Demonym":
            return self.registry.country(name.place) if name.place else None
        return self.registry.of_name(name)

    def _owned(self, group: OfficeGroup) -> bool:
        """ "Chile's Under-Secretary for Trade" speaks for Chile; "a Chilean engineer" for nobody."""
        return bool(group.portfolio) or any(head in self.lexicon.state_titles for head in group.heads)

    # Offices without a country

    def _home(self, people: Sequence[People], dateline: str | None) -> Thing | None:
        """The country whose officials an article names without it: the one of its two chief countries to which it
        gives no official by name, or else that of the dateline. Envoys do not count: their country is always told."""
        groups = [g for each in people for h in each.holders for g in h.groups if self.speaks_for_country(g)]
        groups = [g for g in groups if not set(g.heads) & self.lexicon.mission_titles]
        countries = Counter({t: self._weight(t) for t in self.registry.of_kind("Place") if "iso" in t.hints})
        ranked = sorted(countries, key=lambda t: (-countries[t], t.first))
        chief = ranked[:2]
        owned = {self.thing(body) for g in groups for body in g.bodies}
        free = [t for t in chief if t not in owned]
        clear = len(ranked) == 2 or (len(ranked) > 2 and countries[ranked[2]] * 2 <= countries[ranked[1]])
        if len(free) == 1 and len(chief) == 2 and clear:
            return free[0]
        place = self.gazetteer.find(dateline.split(",")[0].title()) if dateline else None
        told = next((t for t in countries if place and place.country == t.hints["iso"]), None)
        return told if told is not None and not owned else None

    def _weight(self, country: Thing) -> int:
        """How often a country is named for its own sake, not only behind a city of its."""
        return len([m for m in country.mentions if m.span.start not in self._behind_city])

    def _inferred(self, person: Thing, group: OfficeGroup) -> Thing | None:
        """The country of an office that is named without one: that which the person has elsewhere, that of the
        official before in the same row, or the article's home country."""
        known = [h.country for h in self.held if h.person is person and h.country is not None]
        if known:
            return known[0]
        if "counterpart" in group.heads:
            return None
        return self._neighbour.get(id(group)) or self.home

    def _note_neighbours(self, blocks: Sequence[ReadBlock], people: Sequence[People]) -> None:
        """In "President of Iran A, Energy Minister B and Oil Minister C" the country of the first is that of all."""
        for block, each in zip(blocks, people, strict=True):
            country: Thing | None = None
            host: Thing | None = None
            last = 0
            for group in sorted((g for h in each.holders for g in h.groups), key=lambda g: g.first):
                between = [w.lower for w in block.words[last : group.first]]
                parted = bool(set(between) & PARTING)
                if not group.bodies and parted and host is not None:
                    self._neighbour[id(group)] = host
                elif country is not None and not group.bodies and not parted:
                    self._neighbour[id(group)] = country
                elif set(group.heads) & self.lexicon.mission_titles:
                    country = None
                elif group.bodies and self.speaks_for_country(group):
                    places = [t for t in map(self.thing, group.bodies) if t is not None and t.kind == "Place"]
                    country = places[0] if places else None
                elif parted:
                    country = None
                hosts = [t for t in map(self.thing, group.hosts) if t is not None and t.kind == "Place"]
                host = hosts[0] if hosts else None if "." in between else host
                last = group.last

    # Missions and ministries that the article names

    def _mission(self, group: OfficeGroup, country: Thing | None) -> list[Thing]:
        """The mission of the article that an ambassador or consul serves at."""
        seats = {outer.text for _, outer in group.nested}
        kinds = ("consul",) if "consul" in group.heads else ("embass", "high", "mission")
        missions = [t for t in self.registry.of_kind("Organization") if t.hints.get("mission", "").startswith(kinds)]
        if country is not None:
            missions = [t for t in missions if t.hints.get("sends") in (None, country.hints.get("iso"))]
        if seats:
            missions = [t for t in missions if t.hints.get("seat") in (None, *seats)]
        return missions if len(missions) == 1 else []

    def _ministry(self, person: Thing, group: OfficeGroup, country: Thing | None) -> list[Thing]:
        """The ministry of the article whose field is the minister's. One that is not said to be of any country is
        that of the only minister with the field."""
        field = set(group.portfolio) - PLAIN
        for thing in self.registry.of_kind("Organization"):
            words, owner = set(fold_words(thing.label)), thing.hints.get("country")
            sure = owner is not None and country is not None and owner == country.hints.get("iso")
            rivals = {h.person for h in self.held if h.field - PLAIN and h.field - PLAIN <= words}
            fitting = sure or (owner is None and rivals <= {person})
            if words & {"ministry", "department", "secretariat"} and field and field <= words and fitting:
                return [thing]
        return []

    # Descriptions that stand for a person

    def _held(self, person: Thing, group: OfficeGroup, position: int) -> Held:
        bodies = [t for t in map(self.thing, group.bodies) if t is not None and t.kind == "Organization"]
        countries = [t for t, _ in self._countries(person, group, bodies)]
        heads = frozenset(SAME_OFFICE.get(head, head) for head in group.heads)
        return Held(person, heads, frozenset(group.portfolio), countries[0] if countries else None, position)

    def _reference(self, index: int, block: ReadBlock, group: OfficeGroup) -> Name | None:
        start = block.words[group.first].start + block.block.span.start
        person = self._meant(group, start)
        if person is None:
            return None
        end = block.words[group.last - 1].end + block.block.span.start
        text = " ".join(word.text for word in block.words[group.first : group.last])
        name = Name(index, group.first, group.last, start, end, text, "Person", 1.0)
        self.registry.refer(name, person)
        return name

    def _meant(self, group: OfficeGroup, position: int) -> Thing | None:
        """The one person of the article whose office a description fits; among several the last one named before."""
        heads = {SAME_OFFICE.get(head, head) for head in group.heads}
        wanted = next((t for t in map(self.thing, group.bodies) if t is not None and t.kind == "Place"), None)
        bodies = [t for t in map(self.thing, group.bodies) if t is not None and t.kind == "Organization"]
        if bodies and not wanted:
            return None
        fitting = [h for h in self.held if self._fits(h, heads, frozenset(group.portfolio), wanted)]
        people = list(dict.fromkeys(h.person for h in fitting))
        if len(people) == 1:
            return people[0]
        before = [h for h in fitting if h.position < position]
        return before[-1].person if before and not wanted else None

    def _fits(self, held: Held, heads: set[str], field: frozenset[str], country: Thing | None) -> bool:
        same = bool(held.heads & heads) or bool(heads & LEADERS and held.heads & HIGHEST)
        if not same or (country is not None and held.country is not country):
            return False
        words = field - PLAIN
        return not words or not held.field or bool(words & held.field)
