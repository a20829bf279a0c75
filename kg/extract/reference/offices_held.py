"""What the offices of an article say: for whom each speaks, and whom "the Chinese Foreign Minister" means."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.holders.office_bodies import AREAS, STATES
from kg.extract.holders.office_group import OfficeGroup
from kg.extract.holders.people import People
from kg.extract.naming.mentions import Name, ReadBlock
from kg.extract.reference.body_lands import BodyLands
from kg.extract.reference.called import called
from kg.extract.reference.campuses import ACADEMIC, ONE_EACH, PARTS, chief_body, is_campus, is_guest, of_a_campus
from kg.extract.reference.firms import is_firm, of_a_firm
from kg.extract.reference.home_countries import HomeCountries
from kg.extract.reference.office_synonyms import HEADING, alike, bare
from kg.extract.reference.official_bodies import MINISTRIES, PLAIN, Held, OfficialBodies, governments, untold
from kg.extract.reference.receiving_houses import receiving_house
from kg.extract.reference.referents import Registry, Thing
from kg.extract.reference.single_posts import CHIEFS, LESSER
from kg.extract.reference.towns import news_town, of_a_town
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import STOPS, sentence_start
from kg.gazetteer import Gazetteer, GazetteerPlace

CERTAIN, LIKELY, INFERRED = 0.92, 0.75, 0.65
GOVERNING = frozenset(("head", "president", "leader", "executive"))
"""Offices that places have, too."""
NEAR = 400
"""Characters back within which "the company" was named."""
DELEGATES = frozenset("representative delegate adviser advisor judge commander general".split())
"""Offices of a country that is named itself; "the Cuban representative" is often somebody told of before, a "Cuban
judge" anybody."""
SITES = frozenset("airport zone park port harbour harbor terminal".split())
"""Nouns for places that have officers of their own."""
FIELDS_OF_WORK = frozenset("region regions area areas market markets".split())
"""Nouns for places that people are in charge of, and do not represent."""
NATIONAL = frozenset(
    "country nation republic state kingdom government cabinet parliament senate assembly ministry".split()
)
"""Bodies that an office of state is in, though they are not named."""
EITHER = frozenset("president vice-president secretary secretary-general commissioner governor counsellor".split())
"""Offices of state that bodies have, too: in a row of a body's officers they are its own."""
GOVERNMENTS = frozenset(("cabinet", "government", "parliament", "senate"))
ROW_JOINTS = frozenset(", and & ; the while as well ( ) – - also accompanied flanked alongside by".split())
SAME_OFFICE = {"prime-minister": "pm", "foreign-minister": "minister", "counselor": "counsellor", "adviser": "advisor"}
SAME_OFFICE |= {"eam": "minister", "mos": "minister"}


class Offices(OfficialBodies):
    """Reads the offices of an article, all blocks together."""

    def __init__(self, registry: Registry, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self.registry = registry
        self.lexicon = lexicon
        self.gazetteer = gazetteer
        self.held: list[Held] = []
        self._body: dict[int, Thing] = {}
        self._land: dict[int, Thing] = {}
        self._lands = BodyLands(registry)
        self._called: dict[str, set[int]] = {}
        self._town: GazetteerPlace | None = None
        self._local: set[int] = set()
        self.homes = HomeCountries(registry, lexicon, gazetteer, self.thing, self.speaks_for_country)

    def read(
        self, blocks: Sequence[ReadBlock], people: Sequence[People], dateline: str | None
    ) -> dict[int, list[Name]]:
        """Note every office held; the names, by block, of the descriptions that stand for a person."""
        self.homes.read(blocks, people, dateline)
        self._town = news_town(blocks, dateline, self.gazetteer)
        self._note_bodies(blocks, people)
        groups = [
            (self.registry.of_name(holder.person), group, _position(block, group), _lesser(block, group))
            for block, each in zip(blocks, people, strict=True)
            for holder in each.holders
            for group in holder.groups
        ]
        for person, group, start, lesser in sorted(groups, key=lambda each: untold(each[1])):
            self.held.append(self._held(person, group, start, lesser))
        self.held.sort(key=lambda held: held.position)
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
        outer = [t for _, name in group.nested if (t := self.thing(name)) is not None and t.kind == "Organization"]
        found += [(body, LIKELY) for body in outer if body not in bodies]
        if id(group) in self._body:
            found.append((self._body[id(group)], LIKELY))
        countries = self._countries(person, group, bodies) or self._governed(person, group, bodies)
        found += countries
        country = countries[0][0] if countries else None
        if set(group.heads) & self.lexicon.mission_titles or any("charg" in head for head in group.heads):
            own = [h for h in self.held if h.person is person]
            rank = not group.bodies and any(h.employed or h.ministerial for h in own)
            missions = [] if rank else self._mission(group, country)
            found += [(m, CERTAIN) for m in missions if m not in bodies]
            sending = [self.gazetteer.countries[m.hints["sends"]] for m in missions if m.hints.get("sends")]
            found += [(self.registry.country(p), LIKELY) for p in sending if country is None]
        if self.speaks_for_country(group):
            found += [(m, LIKELY) for m in self._ministry(person, group, country) if m not in bodies]
        return [(thing, confidence) for thing, confidence in found if thing is not person]

    def _countries(self, person: Thing, group: OfficeGroup, bodies: Sequence[Thing]) -> list[tuple[Thing, float]]:
        """The country, province or city that an office speaks for."""
        state = group.acting or self.speaks_for_country(group)
        named = [*group.bodies, *governments(group)]
        places = [t for t in map(self.thing, named) if t is not None and t.kind == "Place"]
        places = [t for t in places if t.place is None or not t.place.is_wide]  # "European envoy"
        if "consul" in group.heads:  # "the Consul General in Lima": where they sit
            places = [t for t in places if "iso" in t.hints]
        if places and (state or (not bodies and self._owned(group))):
            return [(place, INFERRED if group.guessed else CERTAIN if state else LIKELY) for place in places]
        governing = group.linked and not (bodies or group.portfolio or GOVERNING.isdisjoint(group.heads))
        if regions := [t for t in places if governing and self._region(t)]:
            return [(region, LIKELY) for region in regions]  # "the head of Nitra Region"
        sites = [t for t in places if "iso" not in t.hints and self._site(t, group)]
        if sites and not bodies:
            return [(site, LIKELY) for site in sites]
        national = group.body_noun is None or group.body_noun in NATIONAL
        if (
            state
            and national
            and id(group) not in self._body
            and not places
            and (self.homes.bare(group) or all(set(body.words()) <= NATIONAL | MINISTRIES for body in bodies))
        ):
            if id(group) in self._local and self._town and self.homes.may_be(person, self._town.country):
                return [(self.registry.country(self._town), INFERRED)]
            inferred = self._inferred(person, group)
            inferred = inferred or self._land.get(id(group))
            return [(inferred, INFERRED)] if inferred is not None else []
        return []

    def _region(self, place: Thing) -> bool:
        """Whether a place is a part of a country, by its name or the gazetteer."""
        opening = self.gazetteer.find(place.label.split()[0])
        called = place.words()[-1] in AREAS and (opening is None or not opening.is_wide)
        return called or (place.place is not None and place.place.kind == "province")

    def _site(self, place: Thing, group: OfficeGroup) -> bool:
        """ "The head of Delta Free Zone", "Delta Airport manager": a place that is run, unknown to the gazetteer."""
        known = any(name.place is not None for name in group.bodies)
        run = bool(group.offices) and group.bodies[-1].last == group.offices[0].first and place.words()[-1] in SITES
        return (group.linked or run) and not known and " " in place.label and place.words()[-1] not in FIELDS_OF_WORK

    def _governed(self, person: Thing, group: OfficeGroup, bodies: Sequence[Thing]) -> list[tuple[Thing, float]]:
        """The country of a government's own body: "Chairman of the Cabinet of Ministers of Chad"."""
        for body in bodies:
            code, words = body.hints.get("country"), set(body.words())
            if code and (words & GOVERNMENTS or (words & MINISTRIES and self.speaks_for_country(group))):
                return [(self.registry.country(self.gazetteer.countries[code]), LIKELY)]
            home = self.homes.of(person, group) if not code and words <= GOVERNMENTS | PLAIN | {"ministers"} else None
            if home is not None:
                return [(home, INFERRED)]
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
        titles = HEADING - {"head"} | self.lexicon.state_titles | self.lexicon.national_titles
        sent = not DELEGATES.isdisjoint(group.heads) and any(name.kind == "Place" for name in group.bodies)
        forces = any(head.startswith("chief-of-") for head in group.heads)
        return bool(group.portfolio) or sent or forces or not titles.isdisjoint(group.heads)

    def _inferred(self, person: Thing, group: OfficeGroup) -> Thing | None:
        """The country of an office that is named without one: that which the person has elsewhere, or what the
        article tells otherwise."""
        known = [h.country for h in self.held if h.person is person and h.country is not None]
        if group.principal is not None and not known:
            chiefs = [h for h in self.held if h.heads & set(group.principal.heads)]
            told = [h.country for h in chiefs if h.country is not None]
            known = told if len({h.person for h in chiefs}) == 1 else []
        employed = any(h.employed for h in self.held if h.person is person)
        of_a_body = bool(set(group.heads) & (self.lexicon.mission_titles | EITHER))
        return known[0] if known else None if employed and of_a_body else self.homes.of(person, group)

    # Offices in a body that stands elsewhere

    def _note_bodies(self, blocks: Sequence[ReadBlock], people: Sequence[People]) -> None:
        """In "Rector of the University of Lima A, Registrar B and Dean C" the body of the first is that of all; "the
        rector of the university" is that of the one named last."""
        told = {self.registry.of_name(h.person) for p in people for h in p.holders if any(g.bodies for g in h.groups)}
        for block in blocks:
            self._lands.note(block)
            for name in block.names:
                thing = self.thing(name) if name.kind == "Organization" else None
                for noun in called(block.words, name, self.lexicon) if thing is not None else ():
                    self._called.setdefault(noun, set()).add(id(thing))
        bodies = self.registry.of_kind("Organization")
        run = self._run_by_officers(blocks, people)
        campuses = [t for t in bodies if is_campus(t) and not is_guest(t, blocks, self.lexicon.delegations)]
        for block, each in zip(blocks, people, strict=True):
            row: Thing | None = None
            loose = False  # whether an officer of the row stands before any body
            last = 0
            for holder in each.holders:
                joined = all(self._joint(word.lower) for word in block.words[last : holder.first])
                known = self.registry.of_name(holder.person) in told
                row, loose = (row, loose) if joined and last else (None, False)
                for group in holder.groups:
                    if self._town is not None and not known and of_a_town(block, group, self._town):
                        self._local.add(id(group))
                    if group.body_noun in STATES and (land := self._country_before(block, group)) is not None:
                        self._land[id(group)] = land
                    inside = self._unnamed(group, block)
                    if inside is None and not known and of_a_campus(group):
                        definite = block.words[group.first].lower == "the" and ONE_EACH & set(group.heads)
                        chief = chief_body(campuses) if len(campuses) == 1 or definite else None
                        inside = self._campus(block, group) or chief
                    elif inside is None and not known and of_a_firm(block, group):
                        firms = [t for t in bodies if is_firm(t, self.lexicon) and len(t.names) > 1]
                        inside = chief_body(firms) or (run[0] if len(run) == 1 else None)
                    if inside is None and not known and (house := receiving_house(block, group)) is not None:
                        inside = self.thing(house)
                    own = row if row and (is_campus(row) or not set(group.heads) & ACADEMIC) else None
                    own = own if all(self._open(g, own) for g in holder.groups) else None
                    opened = self._open(group, own) or (inside is not None and group.owner == "its")
                    free = (group.offices or group.body_noun) and opened and not group.former
                    free = free and (group.body_noun is not None or not group.acting)
                    local = not self.speaks_for_country(group) or set(group.heads) & EITHER
                    if free and local and (inside or (own and group.body_noun is None)):
                        self._body[id(group)] = inside or own  # type: ignore[assignment]
                    loose = loose or bool(free and id(group) not in self._body and not known)
                    row = None if loose else self._whole(group) or row
                last = holder.last

    def _run_by_officers(self, blocks: Sequence[ReadBlock], people: Sequence[People]) -> list[Thing]:
        """The bodies whose chief executives, or other officers as companies have, are told."""
        held = ((b, g) for b, p in zip(blocks, people, strict=True) for h in p.holders for g in h.groups)
        told = (self.thing(name) for block, group in held if of_a_firm(block, group) for name in group.bodies)
        return list(dict.fromkeys(t for t in told if t is not None and t.kind == "Organization"))

    def _country_before(self, block: ReadBlock, group: OfficeGroup) -> Thing | None:
        """The country that "the country's ambassador" is of: the only one in the last sentence that names any."""
        named = [n for n in block.names if n.last <= group.first and n.place is not None and n.place.country]
        if not named:
            return None
        start = sentence_start(block.words, named[-1].first - 1)
        hosts = {name.place.country for name in group.hosts if name.place is not None}
        codes = {n.place.country for n in named if n.first >= start and n.place is not None} - hosts
        code = codes.pop() if len(codes) == 1 else None
        return self.registry.country(self.gazetteer.countries[code]) if code else None

    def _campus(self, block: ReadBlock, group: OfficeGroup) -> Thing | None:
        """The only university of the sentence so far and to its end, where the officer of one stands in it."""
        ends = [i for i, word in enumerate(block.words) if word.initial]
        first = max((i for i in ends if i <= group.first), default=0)
        last = min((i for i in ends if i > group.last), default=len(block.words))
        named = [n for n in block.names if first <= n.first < last and n.kind == "Organization"]
        found = {t: n for n in named if (t := self.thing(n)) is not None and is_campus(t)}
        before = [t for t, n in found.items() if n.first < group.first]
        return before[0] if len(found) == len(before) == 1 else None

    def _open(self, group: OfficeGroup, row: Thing | None) -> bool:
        """Whether an office leaves open in which body it is, or names only a unit of the row's university."""
        names = [] if group.nested or row is None or not is_campus(row) else group.bodies
        units = all(
            n.kind == "Organization" and not PARTS.isdisjoint((n.head, *n.text.casefold().split())) for n in names
        )
        return units and (bool(names) or not group.bodies)

    def _joint(self, lower: str) -> bool:
        return lower in ROW_JOINTS or lower in self.lexicon.honorifics or lower in self.lexicon.suffixes

    def _whole(self, group: OfficeGroup) -> Thing | None:
        """The body of a group that further officers without one are of: not a mere unit, no ministry's."""
        outer = [self.thing(name) for _, name in group.nested] or [self.thing(name) for name in group.bodies]
        whole = outer[-1] if outer else None
        if whole is None or whole.kind != "Organization" or group.former or not group.offices:
            return None
        return None if set(whole.words()) & PARTS and not group.nested else whole

    def _unnamed(self, group: OfficeGroup, block: ReadBlock) -> Thing | None:
        """The body that "the university" stands for in "the rector of the university", "its" in "Its director"."""
        position = _position(block, group)
        noun = group.body_noun or _board(block, group)
        owned = group.owner == "its" and (not self.speaks_for_country(group) or bool(EITHER & set(group.heads)))
        nations = owned and all(name.kind == "Demonym" for name in group.bodies)  # "its Chinese director"
        if (noun is None and not owned) or (group.bodies and not nations):
            return None
        bodies = [t for t in self.registry.of_kind("Organization") if t.first < position]
        if (
            owned
            and self.speaks_for_country(group)
            and self._last_named(position, "Place") > self._last_named(position)
        ):
            return None
        known = self._called.get(noun or "", ())
        told = [t for t in bodies if not owned and (noun in t.words() or id(t) in known)]
        told = [t for t in told if any(name.head == noun for name in t.names)] or told
        named = next(reversed(self._lands.fitting(told, group.body_land)), None)
        if named is None and (owned or noun in self.lexicon.before_body):
            near = [t for t in bodies if (owned or is_firm(t, self.lexicon, noun)) and self._mentioned(t, position)]
            near = self._lands.fitting(near, group.body_land)
            subject = self._subject_before(block, group) if owned else None
            return near[0] if len(near) == 1 else subject if subject in near else None
        return named

    def _subject_before(self, block: ReadBlock, group: OfficeGroup) -> Thing | None:
        """The body that the sentence before that of an office begins with."""
        starts = [0, *(i + 1 for i, word in enumerate(block.words[: group.first]) if word.text in STOPS)]
        if len(starts) < 2:
            return None
        first = next((n for n in block.names if starts[-2] <= n.first), None)
        near = first is not None and first.first - starts[-2] <= 1 and first.kind == "Organization"
        return self.thing(first) if first is not None and near else None

    def _last_named(self, position: int, kind: str = "Organization") -> int:
        """Where, before a position, a body or a country is named last; -1 where none is."""
        things = (t for t in self.registry.of_kind(kind) if kind != "Place" or "iso" in t.hints)
        return max((n.start for t in things for n in t.names if n.start < position), default=-1)

    def _mentioned(self, body: Thing, position: int) -> bool:
        return any(0 < position - name.start < NEAR for name in body.names)

    # Descriptions that stand for a person

    def _held(self, person: Thing, group: OfficeGroup, position: int, lesser: bool) -> Held:
        bodies = [t for t in map(self.thing, group.bodies) if t is not None and t.kind == "Organization"]
        countries = [t for t, _ in self._countries(person, group, bodies)]
        heads = frozenset(SAME_OFFICE.get(head, head) for head in group.heads)
        country = countries[0] if countries else None
        bare = not group.bodies and group.body_noun is None
        return Held(person, heads, frozenset(group.portfolio), country, position, bool(bodies), bare, lesser)

    def _reference(self, index: int, block: ReadBlock, group: OfficeGroup) -> Name | None:
        start = _position(block, group)
        person = self._meant(block, group, start)
        if person is None:
            return None
        end = block.words[group.last - 1].end + block.block.span.start
        text = " ".join(word.text for word in block.words[group.first : group.last])
        name = Name(index, group.first, group.last, start, end, text, "Person", 1.0)
        self.registry.refer(name, person)
        return name

    def _meant(self, block: ReadBlock, group: OfficeGroup, position: int) -> Thing | None:
        """The one person of the article whose office a description fits, no vice-president "the Chadian President";
        among several the one whom the article is about, or the last one named before."""
        heads = {SAME_OFFICE.get(head, head) for head in group.heads}
        wanted = next((t for t in map(self.thing, group.bodies) if t is not None and t.kind == "Place"), None)
        bodies = [t for t in map(self.thing, group.bodies) if t is not None and t.kind == "Organization"]
        if bodies and not wanted:
            return None
        also = heads if heads & HEADING or bare(block, group) else ()
        fitting = [h for h in self.held if h.heads & heads or alike(also, h.heads)]
        fitting = [h for h in fitting if self._fits(h, frozenset(group.portfolio), wanted)]
        earlier = list(dict.fromkeys(h.person for h in fitting if h.position < position and not wanted))
        chief = chief_body(earlier) if len(earlier) > 1 else None
        if chief is not None and len(chief.names) > 2:
            return chief
        lower = _lesser(block, group) or not (wanted and heads & CHIEFS)
        fitting = [h for h in fitting if not h.lesser] or (fitting if lower else [])
        people = list(dict.fromkeys(h.person for h in fitting))
        if len(people) == 1:
            return people[0]
        own = list(dict.fromkeys(h.person for h in fitting if h.bare))
        if len(own) == 1 and not wanted and (own[0].first < position or all(p.first > position for p in people)):
            return own[0]
        return next((h.person for h in reversed(fitting) if h.position < position and not wanted), None)

    def _fits(self, held: Held, field: frozenset[str], country: Thing | None) -> bool:
        if country is not None and held.country is not country:
            return False
        words = field - PLAIN
        return not words or not held.field or bool(words & held.field)


def _position(block: ReadBlock, group: OfficeGroup) -> int:
    """Where a group begins in the article; one that only a name behind it tells may stand at the block's end."""
    return block.words[min(group.first, len(block.words) - 1)].start + block.block.span.start


def _board(block: ReadBlock, group: OfficeGroup) -> str | None:
    """ "Director of the board": the noun for a body, where a board can be meant that the article names."""
    ends = group.offices and block.words[group.offices[-1].last - 1].lower
    return "board" if ends == "board" else None


def _lesser(block: ReadBlock, group: OfficeGroup) -> bool:
    return any(word.lower in LESSER for word in block.words[group.first : group.last])
