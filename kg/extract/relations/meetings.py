"""Meetings as events: who met somebody was at the meeting that the article tells of, with a noun or without."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.reference.referents import Registry, Thing, fold_words
from kg.extract.relations.findings import Finding
from kg.model import Span

MEETINGS = frozenset(("meeting", "talks", "audience"))
SITTINGS = frozenset(
    """
    visit round session summit consultations consultation dialogue negotiations lunch luncheon breakfast dinner
    """.split()
)
"""Nouns of what two can be said to meet at, by no other noun."""
WELCOMES = frozenset(("welcome", "give-a-welcome", "reception-for", "went-to-meet"))
PLAIN = frozenset(
    """
    bilateral working official courtesy high level one on face to closed door online virtual brief productive fruitful
    cordial friendly formal informal special hour day separate this extended
    """.split()
)
"""Words that may stand before the noun of a meeting of two."""
FARTHEST_MEETING = 1500
FARTHEST_AHEAD = 400


@dataclass(slots=True)
class Encounter:
    """One meeting of people, by all the sentences that say who met whom."""

    people: list[Thing]
    pairs: set[frozenset[int]]
    told: list[tuple[Span, str]] = field(default_factory=list)
    """By which frame each sentence tells of it: who meets A and calls on B sits with each."""
    welcomed: bool = True
    """Whether no more is told than that the one welcomed the other: no meeting to speak of."""

    @property
    def spans(self) -> list[Span]:
        """The sentences that tell of it."""
        return [span for span, _ in self.told]


class Meetings:
    """Ties those who met to the article's meetings. ``arrivals`` are sentences about somebody's coming, ``aside`` the
    events on whose sidelines people met."""

    def __init__(self, registry: Registry, arrivals: Container[Span], aside: Container[Thing] = ()) -> None:
        self.registry = registry
        self.arrivals = arrivals
        self.aside = aside
        self.spans: dict[Thing, list[Span]] = {}
        """The sentences that say that those met who were at a meeting."""

    def findings(self, before: Sequence[Finding]) -> Iterator[Finding]:
        """Who was at the meetings, by what was found ``before`` of who met whom and who attended what."""
        encounters = _encounters(before, self.arrivals)
        states = [] if encounters else _encounters(before, self.arrivals, kind="Place")
        present: dict[int, list[Thing]] = {}
        for finding in before:
            if finding.predicate in ("attended", "spokeAt") and isinstance(finding.object, Thing):
                present.setdefault(id(finding.object), []).append(finding.subject)
        meetings = [t for t in self.registry.of_kind("Event") if t.hints.get("noun") in MEETINGS]
        meetings = [t for t in meetings if t.hints.get("of") != "body"]
        for event in meetings:
            met = next((e for e in encounters if _both_at(e, present.get(id(event), []))), None)
            if met is None and _plain(event):
                met = _nearest(event, encounters or states)
            elif met is None and len(meetings) == len(encounters) == 1:
                met = _of_title(event, encounters[0], present.get(id(event), []))
            if met is not None and not _both_at(met, present.get(id(event), [])):
                yield from _attended(event, met)
            if met is not None:
                self._call(event, met)
        calls = [t for t in self.registry.of_kind("Event") if t.hints.get("noun") in SITTINGS and t not in self.aside]
        called = any(_both_at(e, present.get(id(t), [])) for e in encounters for t in calls)
        if len(encounters) == 1 and not meetings and not encounters[0].welcomed and not called:
            event = self.registry.new("Event", "meeting", encounters[0].spans[0].start)
            event.hints["noun"] = "meeting"
            self._call(event, encounters[0])
            yield from _attended(event, encounters[0])

    def _call(self, event: Thing, encounter: Encounter) -> None:
        """Unnamed meetings are called after who met."""
        first, second = encounter.people[:2]
        self.spans[event] = [span for span in encounter.spans if span not in self.arrivals]
        if first.kind != "Person":
            return
        event.label = f"{event.hints['noun']} between {first.label} and {second.label}"
        event.labels[event.label] += 1


def _encounters(findings: Sequence[Finding], arrivals: Container[Span], kind: str = "Person") -> list[Encounter]:
    """Who met whom, told in one sentence or of the same two, put together; in text order. Countries meet, too."""
    found: list[Encounter] = []
    for finding in sorted(findings, key=lambda f: f.span.start):
        first, second = finding.subject, finding.object
        if finding.predicate != "metWith" or finding.modality != "asserted" or not isinstance(second, Thing):
            continue
        if first.kind != kind or second.kind != kind or first is second:
            continue
        pair = frozenset((id(first), id(second)))
        told = (finding.span, finding.frame)
        known = next((e for e in found if pair in e.pairs or told in e.told), None)
        if known is None:
            known = Encounter([], set())
            found.append(known)
        known.told.append(told)
        known.people += [t for t in (first, second) if t not in known.people]
        known.pairs.add(pair)
        known.welcomed = known.welcomed and (finding.frame in WELCOMES or finding.span in arrivals)
    return found


def _both_at(encounter: Encounter, present: Sequence[Thing]) -> bool:
    there = {id(t) for t in present}
    return any(pair <= there for pair in encounter.pairs)


def _plain(event: Thing) -> bool:
    """Whether the meeting can be one of two: no "annual meeting", no "meeting of the Council"."""
    return set(fold_words(event.label)[:-1]) <= PLAIN and "of" not in event.hints


def _nearest(event: Thing, encounters: Sequence[Encounter]) -> Encounter | None:
    """The last encounter told before the event's noun, or the only one."""
    told = [(s.start, i) for i, e in enumerate(encounters) for s in e.spans if s.start <= event.first]
    if told and event.first - max(told)[0] < FARTHEST_MEETING:
        return encounters[max(told)[1]]
    ahead = len(encounters) == 1 and encounters[0].spans[0].start - event.first < FARTHEST_AHEAD
    return encounters[0] if ahead and event.hints["noun"] == "meeting" else None


def _of_title(event: Thing, encounter: Encounter, present: Sequence[Thing]) -> Encounter | None:
    """ "Ministers of Chad and Peru hold talks. … Ana Rojas met Luis Vega": whose the only talks are, of which a title
    names nobody."""
    ahead = 0 <= encounter.spans[0].start - event.first < FARTHEST_AHEAD
    return encounter if ahead and not any(t.kind == "Person" for t in present) else None


def _attended(event: Thing, encounter: Encounter) -> Iterator[Finding]:
    for person in (t for t in encounter.people if t.kind == "Person"):
        yield Finding(person, "attended", event, encounter.spans[0], "asserted", 0.65, "the-meeting")
