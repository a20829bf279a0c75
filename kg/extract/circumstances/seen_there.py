"""Bodies that somebody went to a city to see, and which are therefore there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.extract.reference.referents import Thing
from kg.extract.relations.findings import Finding
from kg.model import Span

ARRIVING = "travel-to"
"""The frame of those who go somewhere: "travelled to Lima", not "visited Lima and Acme Bank"."""


def seen_there(findings: Iterable[Finding]) -> Iterator[Finding]:
    """ "She went to Lima to see Acme Bank", "flew to Lima and toured Acme Bank": where a sentence has somebody go to
    one city and then visit bodies, these are there."""
    journeys: dict[tuple[Span, Thing], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.predicate == "visited" and isinstance(finding.object, Thing):
            journeys[finding.span, finding.subject].append(finding)
    told: set[tuple[Thing, Thing]] = set()
    for (span, _), visits in journeys.items():
        places = [v for v in visits if isinstance(v.object, Thing) and v.object.kind == "Place"]
        arrivals = [v for v in places if v.frame == ARRIVING and v.modality == "asserted"]
        if not arrivals or any(v.object is not arrivals[0].object for v in places):
            continue
        city = arrivals[0].object
        if not isinstance(city, Thing) or city.place is None or city.place.kind != "city":
            continue
        for visit in visits:
            body = visit.object
            if not isinstance(body, Thing) or body.kind != "Organization" or (body, city) in told:
                continue
            if _first_in(city, span) < _first_in(body, span):
                told.add((body, city))
                yield Finding(body, "locatedIn", city, span, "asserted", 0.7, "seen-there")


def _first_in(thing: Thing, span: Span) -> int:
    """Where a sentence names a thing first; its end where it does not."""
    return min((m.span.start for m in thing.mentions if m.span in span and m.form == "name"), default=span.end)
