"""What meetings and journeys tell of somebody's country: who meets an official of a country, or goes there, is of
another; who receives a guest there is of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from kg.extract.holders.office_group import Holder, OfficeGroup
from kg.extract.naming.mentions import Name, ReadBlock
from kg.extract.reference.referents import Registry, Thing
from kg.extract.reference.voices import voiced
from kg.extract.text.lexicon import Lexicon
from kg.gazetteer import Gazetteer

MEETING = frozenset(
    """
    met meet meets meeting meetings received receives hosted welcomed greeted counterpart counterparts talks call called
    accepted credence credentials courtesy conversation
    """.split()
)
HOSTING = MEETING | {"invitation", "invited"}
"""What is done by people of the country where somebody has come: "on a visit to Peru at the invitation of"."""
TRAVEL = frozenset(
    """
    visit visits visited visiting trip arrived arrives arrive travelled traveled travels tour
    toured flew left
    """.split()
)
HEADING: dict[str, tuple[str, ...]]
HEADING = dict.fromkeys("heading heads headed flies flying jetted travel travelling".split(), ("to",))
HEADING |= {"been": ("in", "to")}
HEADING |= dict.fromkeys("land lands landed landing".split(), ("in", "at"))
LEAVING = frozenset("left leave leaves leaving depart departs departed".split())
HEADING |= dict.fromkeys(LEAVING, ("for",))
"""Words for travelling where one of these follows."""
JOINING = frozenset(("and", ",", ";", ".", "by"))
GOING_ON = frozenset(", which that who after before following was were is has had".split())
"""Words behind a journey's goal after which somebody else's deeds are told."""
BEGUN = frozenset(
    "begins began begin starts started concludes concluded ends ended wraps wrapped kicks kicked paid".split()
)
"""What is done of a visit whose goal is where the news comes from."""
BEING = frozenset(("is", "was", "currently"))
FARTHEST_ARRIVAL = 3
LONGEST_SENT = 3
"""Words from a country to its delegation."""
NEAR = 8
"""Words between two people who meet."""
FARTHEST_SIGNED = 14
SIGNED = frozenset("signed signs sign inked exchanged initialled".split())
COUNTERPARTS = frozenset(("counterpart", "counterparts"))
RECEIVING = frozenset("met received receives greeted welcomed hosted meets welcomes".split())
"""What those do who are at home where somebody has just arrived."""


@dataclass(slots=True)
class Grounds:
    """What an article says of one person's country without naming it: those it cannot be, and the one it must."""

    never: set[str] = field(default_factory=set)
    sure: str | None = None
    ally: Thing | None = None
    """On whose side they are."""
    opposite: Thing | None = None
    """Whose counterpart they are."""


class _Journey(NamedTuple):
    """A word for travelling, where it leads, and in which country that is."""

    move: int
    goal: Name
    country: str


class Contacts:
    """Notes the grounds that one article's meetings and journeys give."""

    registry: Registry
    lexicon: Lexicon
    gazetteer: Gazetteer
    for_country: Callable[[OfficeGroup], bool]
    _known: defaultdict[Thing, set[str]]
    _grounds: defaultdict[Thing, Grounds]

    _voiced: frozenset[str] = frozenset()
    """The countries for which officials speak whose own is not said."""
    _dateline: str | None
    """The country that the dateline names a city of."""
    _local: bool
    """Whether news from that city is of its country."""
    _arrived: str | None = None
    """The country where somebody arrived, by the sentence before."""

    def _codes(self, names: Sequence[Name]) -> set[str]:
        """The countries among names (ISO codes)."""
        raise NotImplementedError

    def _note_contacts(
        self, block: ReadBlock, holders: Sequence[Holder], unnamed: Sequence[OfficeGroup], sentence: range
    ) -> None:
        """Who meets an official of a country, or goes to it, is of another; who is met there is of it."""
        owned = [(g.first, g.last, self._codes(g.bodies)) for g in unnamed]
        owned += [(h.first, h.last, self._known[self.registry.of_name(h.person)]) for h in holders]
        named = [n for n in block.names if n.first in sentence]
        owned += [
            (n.first, n.last, {n.place.country}) for n in named if n.place and n.place.country and self._sends(block, n)
        ]
        sides = [n for n in named if _side(block, n)]
        followed = [n for n in named if self._own_people(block, n)]
        journey = self._journey(block, sentence)
        for holder in holders:
            if not any(self.for_country(g) and not g.bodies for g in holder.groups):
                continue
            grounds = self._grounds[self.registry.of_name(holder.person)]
            side = next((n for n in reversed(sides) if n.last <= holder.first), None)
            side = side or next((n for n in followed if 0 <= n.first - holder.last <= NEAR), None)
            if side is not None and side.place is not None:
                grounds.sure = side.place.country
            told = [o for o in owned if o[2]]
            nearest = min(told, key=lambda o: _gap(o, holder), default=None)
            before = max((o for o in told if o[1] <= holder.first), key=lambda o: o[1], default=None)
            for each in (nearest, before) if nearest is not before else (nearest,):
                between = _between(block, each, holder) if each is not None else set()
                if each is not None and each[0] >= holder.last:
                    between |= {word.lower for word in block.words[each[0] : each[1]]} & COUNTERPARTS
                grounds.never |= each[2] if each is not None and between & MEETING else set()
            if journey is not None:
                self._note_travel(block, holder, journey, grounds)
            elif self._dateline and self._local and self._comes_here(block, holder, sentence):
                grounds.never.add(self._dateline)
            voice = voiced(block, holder, sentence)
            grounds.never |= {voice.other} if voice.other else set()
            grounds.sure = grounds.sure or voice.own
            if voice.own and not self._known[self.registry.of_name(holder.person)]:
                self._voiced |= {voice.own}
            if self._arrived is not None and not grounds.never and self._receives(block, holder, sentence):
                grounds.sure = grounds.sure or self._arrived
        self._note_opposites(block, holders, unnamed)

    def _sends(self, block: ReadBlock, name: Name) -> bool:
        """ "The Peruvian parliamentary delegation": whether those whom a country sends stand behind its name."""
        beside = [w.lower for w in block.words[name.last : name.last + LONGEST_SENT]]
        if name.first > 1 and block.words[name.first - 1].lower in ("of", "from"):  # "a delegation of Peruvian experts"
            beside.append(block.words[name.first - 2].lower)
        return name.kind in ("Place", "Demonym") and not self.lexicon.delegations.isdisjoint(beside)

    def _own_people(self, block: ReadBlock, name: Name) -> bool:
        """ "Led his Kenyan colleagues", "and her Peruvian delegation": whose people they are is told by their own."""
        owner = block.words[name.first - 1].lower if name.first else ""
        after = block.words[name.last].lower if name.last < len(block.words) else ""
        own = after in ("colleagues", "entourage") or after in self.lexicon.delegations
        return name.kind == "Demonym" and owner in ("his", "her") and own

    def _note_opposites(self, block: ReadBlock, holders: Sequence[Holder], unnamed: Sequence[OfficeGroup]) -> None:
        """ "Ana Rojas met with President Luis Vega", though of neither a country is told."""
        for before, after in pairwise(holders):
            person, other = self.registry.of_name(before.person), self.registry.of_name(after.person)
            between = [w.lower for w in block.words[before.last : after.first]]
            if any(before.last <= group.first < after.first for group in unnamed):
                continue
            near = len(between) <= NEAR and bool(set(between) & MEETING) and set(between).isdisjoint(JOINING)
            if near and person is not other and self._grounds[other].opposite is None and not self._known[person]:
                self._grounds[other].opposite = person

    def _receives(self, block: ReadBlock, holder: Holder, sentence: range) -> bool:
        """ "He was received by Minister Ana Rojas", "At the airport Minister Ana Rojas met the guests"."""
        before = [w.lower for w in block.words[sentence.start : holder.first]]
        after = [w.lower for w in block.words[holder.last : holder.last + 3]]
        passive = before[-1:] == ["by"] and not RECEIVING.isdisjoint(before[-NEAR:])
        return passive or ("airport" in before and not RECEIVING.isdisjoint(after))

    def _note_arrival(self, block: ReadBlock, sentence: range) -> None:
        """Remember where somebody went, for what the next sentence tells of those who received them there."""
        journey = self._journey(block, sentence)
        self._arrived = journey.country if journey is not None else None

    def _journey(self, block: ReadBlock, sentence: range) -> _Journey | None:
        """The journey to a place that a sentence tells of."""
        words = [block.words[i].lower for i in sentence]
        heading = (i for i, (one, two) in enumerate(pairwise(words)) if one in HEADING and two in HEADING[one])
        ways = [i for i in sentence if block.words[i].lower in TRAVEL] + [sentence.start + i for i in heading]
        move = min(ways, default=None)
        if move is None:
            return None
        if block.words[move].lower in LEAVING:  # "left Lima for Seoul"
            bound = (n.first for n in block.names if n.kind == "Place" and n.first in range(move, sentence.stop))
            move = next((first for first in bound if block.words[first - 1].lower == "for"), move)
        goal = next((n for n in block.names if n.first in range(move, sentence.stop) and n.kind != "Demonym"), None)
        if goal is None or goal.kind != "Place":
            return None
        place = goal.place or self.gazetteer.find(block.words[goal.first].text)
        return _Journey(move, goal, place.country) if place is not None and place.country else None

    def _comes_here(self, block: ReadBlock, holder: Holder, sentence: range) -> bool:
        """ "Ana Rojas began a state visit", "Ana Rojas, who is here on a visit", "Ana Rojas arrived on Monday": a
        journey that needs no goal, as it leads to where the news comes from."""
        behind = [block.words[i].lower for i in range(holder.last, sentence.stop)]
        move = next((i for i, lower in enumerate(behind) if lower in TRAVEL), None)
        if move is None or not MEETING.isdisjoint(behind[:move]):
            return False
        come = behind[move] in ("arrived", "arrives") and move <= FARTHEST_ARRIVAL
        return (
            come
            or not BEGUN.isdisjoint(behind[:move])
            or ("on" in behind[:move] and not BEING.isdisjoint(behind[:move]))
        )

    def _note_travel(self, block: ReadBlock, holder: Holder, journey: _Journey, grounds: Grounds) -> None:
        move, goal, country = journey
        between = {w.lower for w in block.words[goal.last : holder.first]}
        travels = bool(between & {"by", "of"}) and between.isdisjoint(HOSTING | GOING_ON)
        opening = {w.lower for w in block.words[max(move, holder.first - 2) : holder.first]}
        sent = bool(opening & {"of", "by"}) and move < holder.first < goal.first  # "the visit of Ana Rojas to Chad"
        sent = sent and block.words[goal.first - 1].lower in ("to", "the")
        told = "who" in (word.lower for word in block.words[holder.last + 2 : move])  # somebody else travels
        if (holder.first < move and not told) or travels or sent:
            grounds.never |= _row_of_countries(block, goal) or {country}
        elif holder.first > goal.last and between & HOSTING:
            grounds.sure = country
        elif told and holder.first < move:
            behind = [word.lower for word in block.words[holder.last : move]]
            guests = behind[len(behind) - behind[::-1].index("who") :]  # "met Ana Rojas, who is on a visit to Chad"
            if not MEETING.isdisjoint(behind) and ({"on", "paying"} & set(guests) or not guests):
                grounds.sure = country


def _row_of_countries(block: ReadBlock, first: Name) -> set[str]:
    """The countries of the places in a row that begins with a name: "Kenya, Peru and Chad"."""
    found: set[str] = set()
    end = first.first
    for name in (n for n in block.names if n.first >= first.first):
        between = {w.lower for w in block.words[end : name.first]}
        if name.place is None or not name.place.country or not between <= {",", "and", "the", "to", "&"}:
            break
        found.add(name.place.country)
        end = name.last
    return found


def _between(block: ReadBlock, owned: tuple[int, int, set[str]], holder: Holder) -> set[str]:
    start, end = min(owned[1], holder.last), max(owned[0], holder.first)
    return {word.lower for word in block.words[start:end]}


def _gap(owned: tuple[int, int, set[str]], holder: Holder) -> int:
    return max(owned[0], holder.first) - min(owned[1], holder.last)


def _side(block: ReadBlock, name: Name) -> bool:
    """ "On the Peruvian side, …": those named behind it are of that country."""
    opening = [w.lower for w in block.words[max(0, name.first - 2) : name.first]]
    after = [w.lower for w in block.words[name.last : name.last + 2]]
    return opening[:1] in (["on"], ["from"], ["for"]) and (after[:1] == ["side"] or after[1:] == ["side"])


def co_signed(block: ReadBlock, group: OfficeGroup) -> bool:
    """Whether the sentence around an office tells of a signing, where an envoy signs with somebody of the host's."""
    near = block.words[max(0, group.first - FARTHEST_SIGNED) : group.last + FARTHEST_SIGNED]
    return any(word.lower in SIGNED for word in near)


def office_of(group: OfficeGroup) -> tuple[frozenset[str], tuple[str, ...]]:
    """What tells an office from another: its nouns and what it is for."""
    return frozenset(group.heads), tuple(sorted(group.portfolio))
