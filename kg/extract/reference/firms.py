"""Which bodies can be companies, and which offices only companies have."""

from __future__ import annotations

from kg.extract.holders.office_group import OfficeGroup
from kg.extract.naming.body_signs import OFFICER_PAIRS, OFFICERS
from kg.extract.naming.mentions import ReadBlock
from kg.extract.reference.referents import Thing
from kg.extract.text.lexicon import Lexicon

FIRMS = frozenset(
    """
    group company companies corporation corp holding holdings industries enterprise enterprises systems technologies
    motors partners brothers associates bank airlines airways studio studios venture ventures mills
    """.split()
)
"""Nouns for bodies that companies' names hold."""
COMPANIES = frozenset(
    "company firm group business enterprise corporation giant maker producer operator developer start-up".split()
)
"""What any company is called."""


def is_firm(thing: Thing, lexicon: Lexicon, noun: str | None = None) -> bool:
    """Whether nothing in a body's name tells that it is no company: no noun for a body but "Group" or "Holding", and
    none but that itself where it is called by another ``noun`` than a company's ("the airline")."""
    known = FIRMS if noun is None or noun in COMPANIES else frozenset((noun, f"{noun}s"))
    return all(word in known or "organization" not in lexicon.head_kinds(word) for word in thing.words())


def of_a_firm(block: ReadBlock, group: OfficeGroup) -> bool:
    """Whether an office without a body is one of a company: "CEO", "managing director"."""
    first = group.offices[0].first if group.offices else len(block.words)
    begun = tuple(word.lower for word in block.words[first : first + 2])
    return group.body_noun is None and (not OFFICERS.isdisjoint(group.heads) or begun in OFFICER_PAIRS)
