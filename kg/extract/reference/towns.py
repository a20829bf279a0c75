"""Of which town an office is that is named without one: "Mayor Ana Rojas", "the regional governor", in the news of a
town."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.holders.office_group import OfficeGroup
from kg.extract.naming.mentions import ReadBlock
from kg.gazetteer import Gazetteer, GazetteerPlace

MAYORS = frozenset("mayor vice-mayor deputy-mayor".split())
"""Offices of towns."""
GOVERNORS = frozenset("governor vice-governor prefect commissioner".split())
"""Offices of towns and regions, and of whole countries, too."""
LOCAL = frozenset("regional provincial municipal district county metropolitan city state".split())
"""What is said of those that are no country's."""


def news_town(blocks: Sequence[ReadBlock], dateline: str | None, gazetteer: Gazetteer) -> GazetteerPlace | None:
    """The town that an article's dateline names, where the article names no other of its country."""
    place = gazetteer.find(dateline.split(",")[0].title()) if dateline else None
    if place is None or place.kind != "city":
        return None
    named = {
        n.place.name
        for b in blocks
        for n in b.names
        if n.place is not None and n.place.kind not in ("country", "region") and n.place.country == place.country
    }
    return place if named <= {place.name} else None


def of_a_town(block: ReadBlock, group: OfficeGroup, town: GazetteerPlace) -> bool:
    """Whether an office that names no place is the town's, or its region's: "Mayor", "Regional Commissioner"; governors
    whom a capital's news names may be anywhere's."""
    heads = set(group.heads)
    if group.bodies or group.body_noun or group.former or group.owner or not heads & (MAYORS | GOVERNORS):
        return False
    words = {word.lower for word in block.words[group.offices[0].first : group.offices[0].core_last]}
    governs = bool(words & LOCAL or words <= GOVERNORS - {"commissioner"})
    return bool(heads & MAYORS) or (governs and not town.capital)
