"""The missions and ministries of an article that go with offices which do not name them: the embassy with the
ambassador, the Ministry of Health with the Health Minister."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.holders.office_group import OfficeGroup
from kg.extract.naming.mentions import Name
from kg.extract.reference.home_countries import MINISTERIAL
from kg.extract.reference.referents import Registry, Thing, fold_words

MINISTRIES = frozenset(("ministry", "department", "secretariat"))
OF_STATE = frozenset(("minister-of-state", "secretary-of-state", "deputy-minister"))
LOCAL = frozenset("provincial regional district county municipal city state local".split())
PLAIN = frozenset(("and", "of", "for", "the", "'s", "in"))


@dataclass(frozen=True, slots=True)
class Held:
    """An office as one person holds it: its core nouns, its field, the country it speaks for, whether a body has it."""

    person: Thing
    heads: frozenset[str]
    field: frozenset[str]
    country: Thing | None
    position: int
    employed: bool = False
    bare: bool = False
    """Whether it is told without saying whose it is: the article's own "the Amir", no "Qatar's Amir"."""
    lesser: bool = False
    """Whether it is a deputy's: "the rector" is not the vice rector where there is a rector."""

    @property
    def ministerial(self) -> bool:
        """Whether it is one beside which "Ambassador" is a rank: "minister", "minister of state"."""
        return not self.heads.isdisjoint(MINISTERIAL | OF_STATE)


def governments(group: OfficeGroup) -> list[Name]:
    """The governments that an office's bodies are of: "Secretary, Ministry of Trade, Government of Chad"."""
    return [name for _, name in group.nested if name.kind == "Place" and name.text.startswith("Government")]


class OfficialBodies:
    """Finds them by the offices that are held."""

    registry: Registry
    held: list[Held]

    def _mission(self, group: OfficeGroup, country: Thing | None) -> list[Thing]:
        """The mission of the article that an ambassador or consul serves at."""
        seats = {outer.text for _, outer in group.nested}
        kinds = ("consul",) if "consul" in group.heads else ("embass", "high", "mission")
        missions = [t for t in self.registry.of_kind("Organization") if t.hints.get("mission", "").startswith(kinds)]
        if country is not None:
            missions = [t for t in missions if t.hints.get("sends") in (None, country.hints.get("iso"))]
        if seats:
            missions = [t for t in missions if t.hints.get("seat") in (None, *seats)]
        same = len({(t.hints["mission"], t.hints.get("sends")) for t in missions}) == 1  # named in two ways
        return missions[:1] if same else []

    def _ministry(self, person: Thing, group: OfficeGroup, country: Thing | None) -> list[Thing]:
        """The ministry of the article whose field is the minister's. One that is not said to be of any country is
        that of the only minister with the field; the only one that of "the Minister" where there is no other."""
        field, loose = set(group.portfolio) - PLAIN, []
        if not field:
            return self._own_ministry(person, group, country)
        for thing in self.registry.of_kind("Organization"):
            words, owner = set(fold_words(thing.label)), thing.hints.get("country")
            if words & LOCAL or not (words & MINISTRIES and field and field <= words):
                continue
            if owner is not None and country is not None and owner == country.hints.get("iso"):
                return [thing]
            rivals = {h.person for h in self.held if h.field - PLAIN and h.field - PLAIN <= words}
            loose += [thing] if owner is None and rivals <= {person} else []
        return loose[:1]

    def _own_ministry(self, person: Thing, group: OfficeGroup, country: Thing | None) -> list[Thing]:
        """The article's only ministry, where "the Minister" or "Deputy Minister", without a field, is its only one."""
        office = group.offices[0] if group.offices else None
        deputy = office is not None and office.core_last - office.first > 1
        told = office is not None and (group.first < office.first or deputy) and not group.owner
        if not told or group.bodies or group.body_noun or not set(group.heads) <= {"minister", "vice-minister"}:
            return []
        if any(h.heads & set(group.heads) for h in self.held if h.person is not person):
            return []
        named = [t for t in self.registry.of_kind("Organization") if set(t.words()) & MINISTRIES]
        own = named[0] if len(named) == 1 and len(named[0].words()) > 1 else None
        if own is None or "ministry" not in own.words():
            return []
        owner = own.hints.get("country")
        return [own] if owner is None or country is None or owner == country.hints.get("iso") else []


def untold(group: OfficeGroup) -> int:
    """How little an office says of whose it is: those that name a place or body tell of those that do not."""
    return 0 if any(body.place is not None for body in group.bodies) else 1 if group.bodies else 2
