"""What holders of an office are called besides: an ambassador is "the envoy", a prime minister "the premier"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.extract.holders.office_group import OfficeGroup
from kg.extract.naming.mentions import ReadBlock
from kg.extract.naming.offices import ROYAL

HEADS = frozenset("president pm premier king emir amir ameer sultan queen chancellor leader".split())
ENVOYS = frozenset(
    """
    ambassador high-commissioner consul consul-general charge chargé chargé-d'affaires charge-d'affaires nuncio emissary
    envoy permanent-representative ambassador-designate ambassador-at-large
    """.split()
)
DEPUTIES = frozenset("mp senator deputy speaker congressman congresswoman assemblyman mep mla mna lawmaker".split())

ALSO: Mapping[str, frozenset[str]] = {
    "envoy": ENVOYS,
    "diplomat": ENVOYS | {"minister", "counsellor", "counselor", "attache", "attaché", "minister-counsellor"},
    "premier": frozenset(("pm",)),
    "head-of-state": HEADS | {"head-of-state-and-government"},
    "head-of-state-and-government": HEADS | {"head-of-state"},
    "head-of-government": frozenset(("pm", "chancellor", "premier")),
    "president": frozenset(("head-of-state",)),
    "monarch": ROYAL,
    "ruler": ROYAL,
    "sovereign": ROYAL,
    "lawmaker": DEPUTIES,
    "legislator": DEPUTIES,
    "parliamentarian": DEPUTIES,
}
"""By the noun of a description, the offices of those whom it can stand for."""
LEADERS = frozenset(("leader", "head"))
"""Those who are at the head of anything, of their country, too."""
HEADING = LEADERS | {"head-of-state", "head-of-state-and-government", "head-of-government"}

BESIDE = frozenset(("the", "visiting", "'s", "’s"))


def bare(block: ReadBlock, group: OfficeGroup) -> bool:
    """Whether a description has no more than its noun and a country: "the envoy", no "Special Envoy for Trade"."""
    inside = {i for body in group.bodies for i in range(body.first, body.last)}
    words = {block.words[i].lower for i in range(group.first, group.last) if i not in inside}
    return len(words - BESIDE) == 1


def alike(told: Iterable[str], held: frozenset[str]) -> bool:
    """Whether a description with these nouns can stand for the holder of these offices."""
    return any(noun in held or not held.isdisjoint(ALSO.get(noun, ())) or _leads(noun, held) for noun in told)


def _leads(noun: str, held: frozenset[str]) -> bool:
    return noun in LEADERS and not held.isdisjoint(HEADS)
