"""Visits that nobody calls so: who meets officials of a country there, and is of another country, has come for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.extract.circumstances.company import SITTINGS
from kg.extract.reference.home_countries import STATE_BODIES
from kg.extract.reference.referents import Thing
from kg.extract.relations.findings import Finding
from kg.model import Span

LARGE = frozenset(("summit", "reunion"))
"""What many attend, who are not said to have gone there."""
STATE = STATE_BODIES | {"house", "court", "duma"}
"""Words in the names of bodies whose officers live in their own country."""


def abroad(before: Sequence[Finding], residents: set[Thing]) -> Iterator[Finding]:
    """The visits that follow from what was found ``before`` of who sat with whom where, told in one sentence.

    ``residents`` are envoys, who live where they are posted.
    """
    told = [f for f in before if f.modality == "asserted" and isinstance(f.object, Thing)]
    homes: dict[Thing, set[str]] = defaultdict(set)
    officials: set[Thing] = set()
    there: dict[tuple[Thing, Span], list[Thing]] = defaultdict(list)
    for finding in told:
        end = finding.object
        assert isinstance(end, Thing)
        if finding.predicate == "represents":
            homes[finding.subject] |= lands(end)
            of_state = "iso" in end.hints or ("country" in end.hints and not STATE.isdisjoint(end.words()))
            officials |= {finding.subject} if of_state else set()
        elif finding.predicate == "attended" and end.hints.get("noun") in SITTINGS - LARGE:
            there[end, finding.span].append(finding.subject)
    for finding in told:
        place = finding.object
        assert isinstance(place, Thing)
        people = there.get((finding.subject, finding.span), []) if finding.predicate == "heldIn" else []
        hosted = any(homes[t] & lands(place) for t in people)
        for guest in people if hosted else ():
            if guest in officials - residents and not homes[guest] & lands(place):
                yield Finding(guest, "visited", place, finding.span, "asserted", 0.65, "met-abroad")


def lands(thing: Thing) -> set[str]:
    """The countries that a thing is, lies in, or is of."""
    codes = {thing.hints.get("iso"), thing.hints.get("country"), thing.place.country if thing.place else None}
    return {code for code in codes if code}
