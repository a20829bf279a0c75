"""Offices that a country has once, and who holds them in an article: where one is taken, the next is of another
country."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.holders.office_group import OfficeGroup
from kg.extract.naming.mentions import ReadBlock
from kg.extract.reference.referents import Thing

Post = tuple[str, frozenset[str]]
"""The noun of an office, and its field."""

CHIEFS = frozenset("president prime-minister pm premier king emir amir ameer sultan queen".split())
MINISTERS = frozenset(("minister", "secretary"))
"""Offices that a country has once for each field."""
ALONE = {"foreign-minister": "minister", "speaker": "speaker"}
"""Those that need no field to be told apart, by what they are called with one."""
TOWNS = frozenset("mayor councillor councilor vice-mayor deputy-mayor".split())
PROVINCIAL = frozenset("governor vice-governor prefect".split())
LOCAL = TOWNS | PROVINCIAL | frozenset(("premier",))
"""Offices that are those of a city, and that may be those of a province or city."""
LESSER = frozenset("deputy vice assistant associate junior state former acting".split())
"""Words of an office that there may be several of."""
NO_FIELD = frozenset("of for on and & the , affairs federal union cabinet national honourable".split())


def of_no_country(group: OfficeGroup) -> bool:
    """Whether an office speaks for a town or province, for no country: "Governor", not "Governor General"."""
    plain = all(office.core_last - office.first == 1 for office in group.offices)
    return bool(group.heads) and set(group.heads) <= (TOWNS | PROVINCIAL if plain else TOWNS)


class SinglePosts:
    """Who holds which of them in which country (ISO code)."""

    def __init__(self) -> None:
        self._posts: dict[int, frozenset[Post]] = {}
        self._holders: dict[tuple[str, Post], Thing] = {}

    def note(self, block: ReadBlock, group: OfficeGroup) -> None:
        """Read an office of a block for what of it there is once."""
        self._posts[id(group)] = frozenset() if group.former or group.several else frozenset(_posts(block, group))

    def take(self, codes: Iterable[str], person: Thing, group: OfficeGroup) -> None:
        """Note that somebody holds an office in countries; who is told to do so first keeps it."""
        for code in codes:
            for post in self._posts.get(id(group), ()):
                self._holders.setdefault((code, post), person)

    def taken(self, code: str, person: Thing, group: OfficeGroup) -> bool:
        """Whether another person holds the office in that country."""
        posts = self._posts.get(id(group), ())
        return any(self._holders.get((code, post), person) is not person for post in posts)


def _posts(block: ReadBlock, group: OfficeGroup) -> Iterator[Post]:
    for office in group.offices:
        words = {word.lower for word in block.words[office.first : office.last]}
        known = {part for head in office.heads for part in (head, *head.split("-")) if part != "foreign"}
        field = words - NO_FIELD - known
        for head in office.heads if words.isdisjoint(LESSER) and not office.plural(block.words) else ():
            if head in CHIEFS and not field:
                yield "prime-minister" if head == "pm" else head, frozenset()
            elif head in ALONE or (head in MINISTERS and field):
                yield ALONE.get(head, head), frozenset(field)
