"""Which bodies are universities, and which offices only universities have."""

from __future__ import annotations

from collections.abc import Container, Sequence

from kg.extract.holders.office_group import OfficeGroup
from kg.extract.naming.mentions import ReadBlock
from kg.extract.reference.referents import Thing, fold_words

PARTS = frozenset(
    "unit department faculty division section bureau directorate desk office branch wing ministry".split()
)
ACADEMIC = frozenset(
    """
    rector vice-rector pro-rector vice-chancellor pro-vice-chancellor provost vice-provost registrar dean vice-dean
    vc dvc pro-vc pro-chancellor principal vice-principal headmaster headmistress
    """.split()
)
"""Offices that only universities have."""
ONE_EACH = frozenset(("rector", "vice-chancellor", "vc", "provost", "registrar"))
"""Those of them of whom a university has one."""
CAMPUSES = frozenset(
    """
    university universiti universitas universidad universidade université universita universität academy college
    polytechnic institute universiteit university-college uin
    """.split()
)
GREETING = frozenset("with received receives receive hosted hosts host welcomed welcomes met meets".split())
FARTHEST_GREETING = 7
SHORTEST_CAMPUS = 3
"""Letters of a university's acronym: "DSU"."""


def is_campus(thing: Thing) -> bool:
    """Whether a body is a university, and no mere part of one."""
    words = set(fold_words(thing.label))
    acronym = thing.label.isupper() and thing.label.endswith("U") and len(thing.label) >= SHORTEST_CAMPUS
    return (acronym or bool(words & CAMPUSES)) and not words & PARTS


def chief_body(bodies: Sequence[Thing]) -> Thing | None:
    """The one among bodies or people that an article is about: its only one, or that named twice as often as others."""
    ranked = sorted(bodies, key=lambda t: -len(t.names))
    second = len(ranked[1].names) if len(ranked) > 1 else 0
    return ranked[0] if ranked and len(ranked[0].names) >= 2 * second else None


def is_guest(body: Thing, blocks: Sequence[ReadBlock], parties: Container[str]) -> bool:
    """Whether those of a body are received elsewhere: "met with a delegation from Delta University"; ``parties`` are
    nouns for them."""
    for name in body.names:
        words = blocks[name.block].words
        link = name.first - (2 if name.first and words[name.first - 1].lower == "the" else 1)
        sent = link > 0 and words[link].lower in ("from", "of") and words[link - 1].lower in parties
        if sent and not GREETING.isdisjoint(w.lower for w in words[max(0, link - FARTHEST_GREETING) : link]):
            return True
    return False


def of_a_campus(group: OfficeGroup) -> bool:
    """Whether an office without a body is one of a university: "the Rector", "Vice Chancellor", no "Chancellor"."""
    full = any(office.core_last - office.first > 1 for office in group.offices)
    return bool(set(group.heads) & (ACADEMIC | {"chancellor"} if full else ACADEMIC)) and group.body_noun is None
