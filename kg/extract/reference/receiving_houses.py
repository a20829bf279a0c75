"""Of which body those are who receive guests there: "At Delta Bank, the minister was welcomed by CEO Ana Rojas"."""

from __future__ import annotations

from kg.extract.holders.office_group import OfficeGroup
from kg.extract.naming.mentions import Name, ReadBlock
from kg.extract.text.words import sentence_start

LEADING_TO = frozenset(("at", "visited", "toured", "to", "visiting"))
RECEIVED = frozenset(("welcomed", "received", "greeted", "hosted", "briefed", "guided"))
MET = frozenset(("met", "talks", "meeting", "discussions"))
GUESTS = frozenset("delegation delegates visitors guests team where they".split())


def receiving_house(block: ReadBlock, group: OfficeGroup) -> Name | None:
    """The only body of the sentence so far that somebody is said to be at, where those who met the officer of a
    ``group`` without a body are its guests."""
    words = block.words
    first = sentence_start(words, group.first)
    houses = [n for n in block.names if first <= n.first and n.last <= group.first and n.kind == "Organization"]
    houses = [n for n in houses if words[n.first - 1 - (words[n.first - 1].lower == "the")].lower in LEADING_TO]
    if len(houses) != 1:
        return None
    told = {word.lower for word in words[houses[0].last : group.first]}
    passive = "by" in told and not told.isdisjoint(RECEIVED)
    return houses[0] if passive or not (told.isdisjoint(MET) or told.isdisjoint(GUESTS)) else None
