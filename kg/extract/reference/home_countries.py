"""Of which country an office is that is named without one: "Prime Minister Ana Rojas", "the Minister of Health".

News leaves out the country of its own side. It is told by what stands around: the other side is named with its
country, is met or visited, sends the envoy; the dateline names a city of it. Where nothing tells it, it stays open.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from kg.extract.holders.office_group import Holder, OfficeGroup
from kg.extract.holders.people import People
from kg.extract.holders.sides import SideReader
from kg.extract.naming.mentions import Name, ReadBlock
from kg.extract.reference.contacts import TRAVEL, Contacts, Grounds, co_signed, office_of
from kg.extract.reference.referents import Registry, Thing
from kg.extract.reference.single_posts import CHIEFS, LOCAL, SinglePosts, of_no_country
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import sentences
from kg.gazetteer import Gazetteer

PARTING = frozenset(
    """
    . ; met meet meets with received hosted told visited counterpart while said behalf conveyed greetings call called
    calls paid to from welcomed welcomes greeted greets receives hosts hosting receiving meeting thanked congratulated
    briefed
    """.split()
)
"""Words after which an office belongs to another side."""
ROW = frozenset(
    """
    , ; : and & the a as well also along with together alongside ( ) - – — accompanied flanked by including included
    comprising team delegation members of other officials while his her then current both joined
    """.split()
)
"""What may stand between those of one country, beside names."""
VISITING = 4
"""Words before somebody that may tell that they visit."""
LISTING = frozenset((";", "and", "the"))
"""What parts the officials of one list: "the Chadian Minister of Trade, A; the Minister of Mines, B"."""
MINISTERIAL = frozenset("minister foreign-minister secretary speaker president prime-minister".split())
"""Offices beside which "Ambassador" is a rank."""
MONEY = frozenset("dollar dollars pound pounds dirham dirhams rupee rupees peso pesos franc francs yen won".split())
STATE_BODIES = frozenset("cabinet government parliament senate assembly ministry congress".split())
LEAST_WEIGHT = TWICE = 2
CLEARLY = 3
"""How many times as often as a third country the two chief ones are named."""
MISSION_NOUNS = frozenset(("embassy", "consulate", "mission", "high", "commission"))
SEATS_OF_MANY = frozenset(
    ("New York", "New York City", "Geneva", "Vienna", "Brussels", "Davos", "Washington", "Washington, D.C.")
)
"""Cities from which news of any country comes: the seats of its bodies are there."""
STAFF = frozenset("attache attaché counsellor counselor minister-counsellor minister-counselor vice-consul".split())
"""Offices of those who serve at a mission under an envoy."""
LEADERS = frozenset(("leader", "head-of-state", "head-of-government"))


class HomeCountries(Contacts):
    """Reads an article's offices for the countries that it leaves out."""

    def __init__(
        self,
        registry: Registry,
        lexicon: Lexicon,
        gazetteer: Gazetteer,
        thing: Callable[[Name], Thing | None],
        for_country: Callable[[OfficeGroup], bool],
    ) -> None:
        self.registry = registry
        self.lexicon = lexicon
        self.gazetteer = gazetteer
        self.thing = thing
        self.for_country = for_country
        self._neighbour: dict[int, Thing] = {}
        self._weight: Counter[str] = Counter()
        self._cities: Counter[str] = Counter()
        self._first: dict[str, int] = {}
        self._guests: set[str] = set()
        self._hosts: set[str] = set()
        self._owned: set[str] = set()
        self._single = SinglePosts()
        self._known: defaultdict[Thing, set[str]] = defaultdict(set)
        self._grounds: defaultdict[Thing, Grounds] = defaultdict(Grounds)
        self._dateline = None
        self._local = False
        self._loose: dict[Thing, OfficeGroup] = {}
        self._heads: defaultdict[Thing, set[str]] = defaultdict(set)

    def read(self, blocks: Sequence[ReadBlock], people: Sequence[People], dateline: str | None) -> None:
        """Note all grounds of an article, before :meth:`of` is asked."""
        place = self.gazetteer.find(dateline.split(",")[0].title()) if dateline else None
        self._dateline = place.country if place else None
        self._local = place is not None and place.name not in SEATS_OF_MANY
        for block, each in zip(blocks, people, strict=True):
            self._weigh(block, each)
            self._note_neighbours(block, each)
            for holder in each.holders:
                person = self.registry.of_name(holder.person)
                for group in holder.groups:
                    if self.for_country(group):
                        self._single.note(block, group)
                        self._note_office(person, group)
                        if self.bare(group) and not group.former:
                            self._loose.setdefault(person, group)
                    else:  # "Minister of Health, Chair of the Omani National Commission"; whom they sign for
                        national = {name.owner for name in group.bodies if name.kind == "Organization" and name.owner}
                        national |= self._codes(group.bodies) if not group.offices else set()
                        self._grounds[person].sure = min(national) if len(national) == 1 else None
        self._note_descriptions(people)
        self._note_envoys(people)
        readers = [SideReader(self.lexicon, block) for block in blocks]
        parties = {code for reader in readers for code in reader.parties()}
        chief: Holder | None = None
        for block, each, sides in zip(blocks, people, readers, strict=True):
            sides.party, sides.before = min(parties) if len(parties) == 1 else None, chief
            for sentence in sentences(block.words):
                holders = [h for h in each.holders if h.first in sentence]
                if holders:
                    unnamed = [g for g in each.unnamed if g.first in sentence and self.for_country(g)]
                    self._note_contacts(block, holders, unnamed, sentence)
                    self._note_sides(sides, holders, unnamed, sentence)
                    chief = sides.before = holders[0]
                self._note_arrival(block, sentence)

    def of(self, person: Thing, group: OfficeGroup) -> Thing | None:
        """The country of an office that is named without one: that of the official before in the same row, that
        which the person is met in, the only one of the article's two that it can be, or the article's own."""
        grounds = self._grounds[person]
        if of_no_country(group):
            return None
        neighbour = self._beside(person, group)
        if neighbour is not None and not (grounds.sure or grounds.ally) and "counterpart" not in group.heads:
            return neighbour
        grounds.never |= self._codes(group.hosts)
        code = grounds.sure or self._by_side(grounds)
        if code is None and "counterpart" not in group.heads:
            code = self._left(person, group, grounds)
        if code is None:
            return None
        self._single.take({code}, person, group)
        return self.registry.country(self.gazetteer.countries[code])

    def may_be(self, person: Thing, code: str | None) -> bool:
        """Whether nothing tells that somebody is of another country."""
        grounds = self._grounds[person]
        return code not in grounds.never and grounds.sure in (None, code)

    def _beside(self, person: Thing, group: OfficeGroup) -> Thing | None:
        """The country of the office before in the same row, where it can be."""
        neighbour = self._neighbour.get(id(group))
        code = neighbour.hints.get("iso", "") if neighbour is not None else ""
        out = code in self._grounds[person].never or self._single.taken(code, person, group)
        return None if out else neighbour

    def _by_side(self, grounds: Grounds) -> str | None:
        """The country of those on whose side somebody is, or the article's other one for a counterpart."""
        if grounds.ally is not None:
            return self._country_of(grounds.ally)
        if grounds.opposite is None:
            return None
        chief, clear = self._chief()
        others = {self._country_of(grounds.opposite)}
        left = [code for code in chief if code not in others]
        return left[0] if clear and len(left) == 1 and len(chief) == 2 else None

    def _country_of(self, person: Thing) -> str | None:
        """The country of another person, as far as it is told or can be inferred; never by who is on whose side."""
        if len(self._known[person]) == 1:
            return min(self._known[person])
        group = self._loose.get(person)
        if group is None:
            return None
        neighbour = self._beside(person, group)
        if neighbour is not None:
            return neighbour.hints.get("iso")
        grounds = self._grounds[person]
        return grounds.sure or self._left(person, group, grounds)

    def _ranked(self) -> list[str]:
        return sorted(self._weight, key=lambda code: (-self._weight[code], self._first[code]))

    def _chief(self) -> tuple[list[str], bool]:
        """The article's two chief countries, and whether they are clearly that."""
        ranked = self._ranked()
        clear = len(ranked) < 3 or self._weight[ranked[2]] * CLEARLY <= self._weight[ranked[1]]
        return ranked[:2], clear

    def _left(self, person: Thing, group: OfficeGroup, grounds: Grounds) -> str | None:
        if STAFF.issuperset(group.heads) and len(self._guests) == 1 and not self._guests & grounds.never:
            return min(self._guests)  # "the Indonesian Ambassador …. Trade Attaché Ana Rojas said"
        ranked = self._ranked()
        chief, clear = self._chief()
        out = {code for code in chief if code in grounds.never or self._single.taken(code, person, group)}
        left = [code for code in chief if code not in out]
        if len(chief) == 2 and clear and len(left) == 1 and out:
            return left[0]
        others = [code for code in ranked if code not in grounds.never | self._owned]
        second = self._weight[others[1]] if len(others) > 1 else 0
        free = bool(others) and bool(grounds.never) and others[0] not in self._guests
        if free and self._weight[others[0]] >= max(LEAST_WEIGHT, TWICE * second):
            return others[0]
        home = self._home(ranked, clear)
        known_only_by_place = set(group.heads) & LOCAL or (self._sent(group) and not group.hosts)
        gone = home is None or home in grounds.never or self._single.taken(home, person, group)
        return None if gone or known_only_by_place else home

    def _home(self, ranked: Sequence[str], clear: bool) -> str | None:
        """The article's own country: the one of its two chief countries to which it gives no official by name, that
        of the dateline, the only one that it names, or the one to which envoys of all the others come."""
        chief = ranked[:2]
        if len(self._voiced) == 1 and not self._voiced.isdisjoint(chief):
            return min(self._voiced)
        free = [code for code in chief if code not in self._owned]
        if len(chief) == 2 and clear and len(free) == 1:
            return free[0]
        if self._dateline in chief or (self._dateline and self._guests | self._owned >= set(ranked) and self._local):
            return self._dateline
        untold = [code for code in ranked if code not in self._owned and self._weight[code] >= LEAST_WEIGHT]
        if len(untold) == 1 and len(self._owned) > 1:
            return untold[0]
        unsent = [code for code in ranked if code not in self._guests]
        if len(unsent) == 1 and len(self._guests) > 1:
            return unsent[0]
        own = [code for code in ranked if code not in self._hosts]
        if len(own) != 1 or own[0] in self._guests:
            return None
        weight = self._weight[own[0]] + self._cities[own[0]]
        least = weight - 1 if len(ranked) == 1 and own[0] not in self._owned else self._cities[own[0]]
        told = weight >= LEAST_WEIGHT and all(count <= least for code, count in self._cities.items() if code != own[0])
        return own[0] if told else None

    # What the article says

    def _weigh(self, block: ReadBlock, people: People) -> None:
        """How often a country is named for its own sake, and how often a city of it, with or without it behind; not as
        the field of an office."""
        before: Name | None = None
        groups = [*people.unnamed, *(group for holder in people.holders for group in holder.groups)]
        inside = {i for group in groups for i in range(group.first, group.last)}
        inside -= {n.first for g in groups for n in (*g.bodies, *g.hosts, *(outer for _, outer in g.nested))}
        for name in block.names:
            place = name.place if name.kind in ("Place", "Demonym") else None
            money = name.last < len(block.words) and block.words[name.last].lower in MONEY
            if place is not None and place.country and not money and name.first not in inside:
                behind = before is not None and before.kind == "Place" and before.last + 1 == name.first
                city = place.kind != "country" or (behind and block.words[name.first - 1].text == ",")
                (self._cities if city else self._weight)[place.country] += 1
                self._first.setdefault(place.country, name.start)
            before = name
        for word in block.words:
            if "-" in word.lower and word.capital:
                for code in self._pair(word.text):
                    self._weight[code] += 1
                    self._first.setdefault(code, word.start + block.block.span.start)

    def _pair(self, text: str) -> list[str]:
        """The two countries in "Algerian-Mauritanian", "China-Pakistan"."""
        known = [self.gazetteer.country_of(p) or self.gazetteer.find(p) for p in text.replace("–", "-").split("-")]
        codes = [place.country for place in known if place is not None and place.kind == "country" and place.country]
        return codes if len(codes) == len(known) == 2 else []

    def _note_office(self, person: Thing, group: OfficeGroup) -> None:
        codes = self._codes(group.bodies)
        self._known[person] |= codes
        self._heads[person] |= set(group.heads)
        if self._sent(group):
            self._guests |= codes
            self._hosts |= self._codes(group.hosts) if not codes else set()
            return
        self._owned |= codes
        self._single.take(codes, person, group)

    def _note_descriptions(self, people: Sequence[People]) -> None:
        """ "The Chadian Foreign Minister" tells the country of the one foreign minister that is named without it."""
        loose: defaultdict[tuple[frozenset[str], tuple[str, ...]], set[Thing]] = defaultdict(set)
        for holder in (h for each in people for h in each.holders):
            person = self.registry.of_name(holder.person)
            for group in holder.groups:
                if self.for_country(group) and not group.bodies and not self._known[person]:
                    loose[office_of(group)].add(person)
        for group in (g for each in people for g in each.unnamed if self.for_country(g)):
            codes = self._codes(group.bodies)
            if self._sent(group):
                self._note_envoy(group, codes, loose[office_of(group)])
                continue
            self._owned |= codes
            plain = not group.portfolio and not any("-" in head for head in group.heads)
            if len(codes) == 1 and len(loose[office_of(group)]) == 1 and not group.former and not plain:
                person = next(iter(loose[office_of(group)]))
                if not self._single.taken(min(codes), person, group):
                    self._grounds[person].sure = min(codes)

    def _note_envoy(self, group: OfficeGroup, codes: set[str], loose: set[Thing]) -> None:
        """ "The Chadian Ambassador" tells the country of the one ambassador that is named without it, where the article
        tells of no other's."""
        known = set().union(*(self._known[person] for person, heads in self._heads.items() if heads & set(group.heads)))
        grounds = self._grounds[min(loose, key=lambda t: t.first)] if len(loose) == 1 else None
        if grounds is not None and len(codes) == 1 and not known and not group.former:
            grounds.sure = min(codes) if grounds.sure in (None, *codes) else None

    def _note_envoys(self, people: Sequence[People]) -> None:
        """The countries whose envoys are there without a name: "the ambassadors of Chad, Peru and Kenya"."""
        for each in people:
            for group in each.several:
                if self._sent(group):
                    self._guests |= self._codes(group.bodies)

    def bare(self, group: OfficeGroup) -> bool:
        """Whether an office tells no body, or only a ministry of which nothing tells whose it is."""
        things = [t for t in map(self.thing, group.bodies) if t is not None]
        return all(
            (t.words()[:1] == ("ministry",) or set(t.words()) <= MISSION_NOUNS) and "country" not in t.hints
            for t in things
        )

    def _sent(self, group: OfficeGroup) -> bool:
        """Whether the office is one of a mission abroad."""
        return bool(set(group.heads) & self.lexicon.mission_titles) and not set(group.heads) & MINISTERIAL

    def _told(self, group: OfficeGroup) -> Thing | None:
        """The country that an office is said to be of, by itself or by the body that it is in."""
        things = [t for t in map(self.thing, group.bodies) if t is not None]
        places = [t for t in things if t.kind == "Place"]
        bodies = [t for t in things if t.kind == "Organization" and not STATE_BODIES.isdisjoint(t.words())]
        codes = [t.hints["country"] for t in bodies if "country" in t.hints]
        return places[0] if places else self.registry.country(self.gazetteer.countries[codes[0]]) if codes else None

    def _codes(self, names: Sequence[Name]) -> set[str]:
        return {t.hints["iso"] for t in map(self.thing, names) if t and t.kind == "Place" and "iso" in t.hints}

    def _note_neighbours(self, block: ReadBlock, each: People) -> None:
        """In "President of Iran A, Energy Minister B and Oil Minister C" the country of the first is that of all; an
        ambassador's is that of other envoys only."""
        country: Thing | None = None
        envoy, before = False, 0
        host: Thing | None = None
        last = 0
        inside = {i for holder in each.holders for i in range(holder.first, holder.last)}
        people = {id(g): self.registry.of_name(h.person) for h in each.holders for g in h.groups}
        previous: OfficeGroup | None = None
        for group in sorted((g for h in each.holders for g in h.groups), key=lambda g: g.first):
            self._note_contrast(block, previous, group, people)
            former, previous = previous, group
            between = [w.lower for w in block.words[last : group.first]]
            small = {w.lower for w in block.words[last : group.first] if not w.capital}
            parted = bool(small & PARTING) and not small <= LISTING
            joint = "and" in between and co_signed(block, group)
            apart = parted or (joint and envoy and not self._sent(group))
            if self.bare(group) and apart and host is not None and not STAFF.issuperset(group.heads):
                self._neighbour[id(group)] = host
            elif country is not None and self.bare(group) and not parted and (self._sent(group) or not envoy):
                rest = {w.lower for i, w in enumerate(block.words[last : group.first], last) if i not in inside}
                visitor = TRAVEL.intersection(w.lower for w in block.words[max(0, before - VISITING) : group.first])
                if not visitor or rest - self.lexicon.honorifics <= ROW:
                    self._neighbour[id(group)] = country
            elif group.bodies and (self.for_country(group) or self._told(group) is not None):
                country, envoy, before = self._told(group), self._sent(group), group.first
            elif parted:
                country = None
            hosts = [t for t in map(self.thing, group.hosts) if t is not None and "iso" in t.hints]
            host = hosts[0] if hosts else None if "." in between else host
            if hosts and joint and former is not None and self.bare(former) and not self._sent(former):
                self._neighbour[id(former)] = hosts[0]
            last = group.last

    def _note_contrast(
        self, block: ReadBlock, before: OfficeGroup | None, group: OfficeGroup, people: Mapping[int, Thing]
    ) -> None:
        """ "The Minister of Trade Ana Rojas and the Chadian Minister of Trade Ali Kamal": the first is of another."""
        if before is None or not self.bare(before) or self._sent(before) or before.heads != group.heads:
            return
        between = [w.lower for w in block.words[before.last : group.first]]
        joined = "and" in between and not PARTING.intersection(between)
        if joined and self.for_country(group) and people[id(before)] is not people[id(group)]:
            self._grounds[people[id(before)]].never |= self._codes(group.bodies)

    def _note_sides(
        self, sides: SideReader, holders: Sequence[Holder], unnamed: Sequence[OfficeGroup], sentence: range
    ) -> None:
        """Note who is of whose side; the first sentence that tells it counts."""
        for holder, told in zip(holders, sides.read(sentence, holders, unnamed), strict=True):
            grounds = self._grounds[self.registry.of_name(holder.person)]
            grounds.sure = grounds.sure or told.country
            ally = told.ally if isinstance(told.ally, OfficeGroup) and "counterpart" not in told.ally.heads else None
            codes = self._codes(ally.bodies) if ally is not None else set()
            grounds.sure = grounds.sure or (min(codes) if len(codes) == 1 else None)
            grounds.ally = grounds.ally or self._party(told.ally)
            if told.opposite is not None and grounds.opposite is None:
                grounds.opposite = self.registry.of_name(told.opposite.person)

    def _party(self, ally: Holder | OfficeGroup | None) -> Thing | None:
        """The person whom somebody accompanies; for an office without a name the only one who holds it."""
        if isinstance(ally, Holder):
            return self.registry.of_name(ally.person)
        if ally is None:
            return None
        heads = set(ally.heads) | (CHIEFS if set(ally.heads) & LEADERS else set())
        fitting = [person for person, held in self._heads.items() if held & heads]
        return fitting[0] if len(fitting) == 1 else None
