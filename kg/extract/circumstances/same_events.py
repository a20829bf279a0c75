"""One event, one node: a visit, or talks of the same people, told by several nouns; a forum told of before its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from kg.extract.discourse.event_names import noun_of
from kg.extract.reference.referents import Registry, Thing, fold_words
from kg.extract.relations.findings import Finding
from kg.extract.relations.meetings import PLAIN
from kg.model import Literal, Span

VISITS = frozenset(("visit", "trip"))
TALKS = frozenset("meeting talks discussion discussions negotiations consultations audience".split())
OTHER = frozenset(
    """
    last previous next return reciprocal future earlier past upcoming forthcoming second third another separate recent
    first inaugural annual
    """.split()
)
"""Words that tell one event from another of its kind."""
KINDS = frozenset("business trade investment economic international regional joint major annual".split())
"""What a forum told of without its name may be said to be."""
LEAD = 700
"""Characters of a title and lead, where an event is told of before it is named."""
PAIR = 2


@dataclass(slots=True)
class Told:
    """What the article says of an event, by which it may be another one."""

    people: set[int] = field(default_factory=set)
    places: list[Thing] = field(default_factory=list)
    days: set[str] = field(default_factory=set)
    planned: bool = False


def one_node_each(
    registry: Registry, findings: Sequence[Finding], called: Sequence[tuple[Thing, Thing]], title: Span
) -> list[Finding]:
    """The findings, with each event that is told of by several nouns as one thing; the others leave the registry.
    ``called`` are those of which the text says by what name they go, ``title`` is where the article's title stands."""
    told = _told(findings)
    became: dict[Thing, Thing] = {}
    events = [t for t in registry.of_kind("Event") if t.mentions]
    for first, second in combinations(events, 2):
        one = (first, second) in called or _same(first, second, told, events, title)
        if first in became or second in became or not one:
            continue
        kept, gone = (second, first) if second.names and not first.names else (first, second)
        if not kept.names and _says_more(gone, kept):
            kept.label = gone.label
        _absorb(kept, gone)
        told[kept] = _both(told[kept], told[gone])
        registry.things.remove(gone)
        became[gone] = kept
    return [_moved(finding, became) for finding in findings] if became else list(findings)


def _told(findings: Iterable[Finding]) -> defaultdict[Thing, Told]:
    told: defaultdict[Thing, Told] = defaultdict(Told)
    for finding in findings:
        subject, end = finding.subject, finding.object
        if finding.predicate in ("attended", "spokeAt") and isinstance(end, Thing) and subject.kind == "Person":
            told[end].people.add(id(subject))
            told[end].planned |= finding.modality != "asserted"
        elif finding.predicate == "heldIn" and isinstance(end, Thing):
            told[subject].places.append(end)
        elif finding.predicate == "heldOn" and isinstance(end, Literal):
            told[subject].days.add(end.value)
    return told


def _same(first: Thing, second: Thing, told: defaultdict[Thing, Told], events: Sequence[Thing], title: Span) -> bool:
    one, other = told[first], told[second]
    if one.planned != other.planned or _numbered(first) or (_numbered(second) and not second.names):
        return False
    if (one.days and other.days and not one.days & other.days) or not _near(one.places, other.places):
        return False
    nouns = first.hints.get("noun", ""), second.hints.get("noun", "")
    if set(nouns) <= VISITS and not first.names and not second.names:
        return bool(one.people & other.people) or (
            not (one.people and other.people) and sum(t.hints.get("noun") in VISITS for t in events) == PAIR
        )
    if set(nouns) <= TALKS and not first.names and not second.names:
        return len(one.people & other.people) >= PAIR and _plain(first, nouns[0]) and _plain(second, nouns[1])
    return _named_later(first, second, events) or _in_title(first, second, title, events)


def _in_title(first: Thing, second: Thing, title: Span, events: Sequence[Thing]) -> bool:
    """Whether a title tells of an event of which the text goes on to tell: the only one of that noun with a name, or
    else the first, where one of the two places says no more of it than the other."""
    noun = first.hints.get("noun", "")
    if not noun or noun in TALKS or (first.names and second.names) or not first.first < title.end <= second.first:
        return False
    told = [t for t in events if t.first >= title.end and noun in fold_words(t.label)]
    named = [t for t in told if t.names]
    one, other = (
        {w for label in t.labels for w in fold_words(label.casefold().partition(noun)[0])} for t in (first, second)
    )
    if not (one <= other or other <= one):
        return False
    return second in (named if len(named) == 1 and not first.names else told)[:1]


def _named_later(first: Thing, second: Thing, events: Sequence[Thing]) -> bool:
    """ "A trade forum opened in Lima. The Lake Trade Forum was organised by …": the only one of that noun named."""
    noun = first.hints.get("noun") or first.label.casefold()
    if not _bare(first, noun) or _bare(second, noun) or first.first > LEAD or not second.names:
        return False
    named = [t for t in events if t.names and not _bare(t, noun) and noun_of(t.label, frozenset((noun,))) == noun]
    return named == [second]


def _bare(event: Thing, noun: str) -> bool:
    """Whether an event is told of without a name: "a forum on trade", "Forum opens in Lima"."""
    words = fold_words(event.label)
    if noun not in words:
        return False
    before = words[: words.index(noun)]
    return words == (noun,) or (not event.names and set(before) <= PLAIN | KINDS)


def _plain(event: Thing, noun: str) -> bool:
    """Whether no more is said of talks than who held them."""
    label = event.label.split(" between ")[0]
    return event.hints.get("of") != "body" and set(fold_words(label)) <= PLAIN | {noun}


def _numbered(event: Thing) -> bool:
    words = {word for label in event.labels for word in fold_words(label)}
    return bool(words & OTHER) or any(word[0].isdigit() for word in words if not word.isalpha())


def _near(one: Sequence[Thing], other: Sequence[Thing]) -> bool:
    """Whether two events can have been at one place: a city and its country are."""
    lands = [{t.hints.get("iso") or t.hints.get("country") for t in places} - {None} for places in (one, other)]
    return not (one and other) or bool(lands[0] & lands[1]) or any(t in other for t in one)


def _says_more(one: Thing, other: Thing) -> bool:
    return " to " in one.label and " to " not in other.label


def _both(one: Told, other: Told) -> Told:
    return Told(one.people | other.people, one.places + other.places, one.days | other.days, one.planned)


def _absorb(kept: Thing, gone: Thing) -> None:
    kept.labels.update(gone.labels)
    kept.mentions += gone.mentions
    kept.first = min(kept.first, gone.first)


def _moved(finding: Finding, became: dict[Thing, Thing]) -> Finding:
    subject, end = finding.subject, finding.object
    while subject in became:
        subject = became[subject]
    while isinstance(end, Thing) and end in became:
        end = became[end]
    unmoved = subject is finding.subject and end is finding.object
    return finding if unmoved else replace(finding, subject=subject, object=end)
