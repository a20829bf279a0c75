"""Who is paired with whom where a frame holds between two sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from kg.extract.discourse.implied import governed
from kg.extract.frames import Frame
from kg.extract.reference.collectives import BODY_NOUNS, COUNTRY_NOUNS
from kg.extract.reference.referents import Thing
from kg.extract.syntax.clauses import Slots, coordinated, objects_of
from kg.extract.syntax.modality import SENT

ALONE = ("subject", "holder", "object", "subject-of-be", "bound")
"""Slots that may hold both sides of a pair."""
AGENTS = frozenset(("Person", "Organization", "Place"))
AGENT_NOUNS = BODY_NOUNS | COUNTRY_NOUNS | {"school", "stakeholder", "expert", "researcher", "farmer", "artist"}
JOINT_BODIES = frozenset(("commission", "committee"))


def without_seats(group: Sequence[Thing]) -> list[Thing]:
    """Beside a body, a city is its seat, no party: "with Delta University, Lagos"; one that is told of as having a
    government, "the municipality of Lagos", is one, and so is a province. The country behind a city, "Lima, Peru and
    Quito, Ecuador", is none either."""
    bodies = any(t.kind == "Organization" for t in group)
    seats = {id(land) for city in group for land in group if _lies_in(city, land)}
    return [
        t
        for t in group
        if id(t) not in seats and (not bodies or t.place is None or t.place.kind != "city" or governed(t))
    ]


def without_strays(relation: str, starts: list[Thing], ends: list[Thing]) -> tuple[list[Thing], list[Thing]]:
    """Both sides of a relation without those who cannot be meant: seats beside partners, and those whom only a noun
    tells of where bodies lie or belong, "Acme, a Chadian company based in Doba", "owned by investors"."""
    if relation == "cooperatesWith":
        return without_seats(starts), without_seats(ends)
    if relation not in ("locatedIn", "partOf"):
        return starts, ends
    named = [t for t in starts if "group" not in t.hints]
    return named or starts, [t for t in ends if "group" not in t.hints]


def _lies_in(city: Thing, land: Thing) -> bool:
    return city.place is not None and city.place.kind == "city" and city.place.country == land.hints.get("iso")


def related(groups: Sequence[Sequence[Thing]]) -> Iterator[tuple[Thing, Thing]]:
    """The pairs of a symmetric frame: across groups, or within the only one."""
    if len(groups) == 1:
        yield from combinations(groups[0], 2)
    elif groups:
        for group in groups[1:]:
            yield from ((a, b) for a, b in product(groups[0], group) if a is not b)


def of_one_side(first: Thing, second: Thing) -> bool:
    """Whether one is the other's country, whose mission or ministry it is."""
    body, country = (second, first) if "iso" in first.hints else (first, second)
    code = country.hints.get("iso")
    return code is not None and (
        body.hints.get("sends") == code or (body.hints.get("country") == code and "ministry" in body.words())
    )


def may_bind(first: Thing, second: Thing, *, people: bool) -> bool:
    """Whether two can be bound by an agreement or work together: what has a name, and one person at most where
    ``people`` may at all, nobody known by a full name: "worked with a delegation led by A", "a partner of the firm"."""
    persons = [t for t in (first, second) if t.kind == "Person"]
    known = any(" " in t.label for t in persons)
    return not known and len(persons) <= people and not any("group" in t.hints for t in (first, second))


def row_by_row(frame: Frame, slots: Slots) -> Sequence[Slots]:
    """ "Between A and B, and between C and D" are two pairs. Of several instruments that each tell their own parties
    each tells of itself."""
    inner = slots.get("object.between", [])
    if len({token.head.i for token in inner}) > 1:
        slots = {name: tokens for name, tokens in slots.items() if not name.endswith("between")}
    each = [n for noun in slots.get("object", []) for n in coordinated(noun) if objects_of(n, "with")]
    if frame.theme and each and (len(each) > 1 or each[0].dep_ == "conj"):
        others = {name: tokens for name, tokens in slots.items() if not name.startswith(("object", "with"))}
        own = [n for n in each if n.lemma_.casefold() in frame.theme]
        return [{**others, "object": [n], "object.with": objects_of(n, "with")} for n in own]
    name = next((n for n in frame.pair[-1] if n.endswith("between")), "between")
    rows = slots.get(name, [])
    joined = all(any(c.dep_ == "conj" for c in row.children) for row in rows)
    return [{**slots, name: [row]} for row in rows] if len(rows) > 1 and joined else [slots]


def left_open(frame: Frame, slots: Slots) -> bool:
    """Whether somebody works with others whom nobody names: "A and B agreed to cooperate with foreign schools" tells
    nothing of A and B."""
    partners = (t for name in ("with", "object.with") for t in slots.get(name, ()))
    return frame.relation == "cooperatesWith" and any(t.tag_ == "NNS" and t.lemma_ in AGENT_NOUNS for t in partners)


def met_somebody(frame: Frame, groups: Sequence[Sequence[Thing]]) -> bool:
    """Whether a person met others whom the clause does not name: "Ana Rojas met with the heads of mission"."""
    return frame.id in ("meet", "meeting-with") and any(t.kind == "Person" for group in groups for t in group)


def seen(frame: Frame, slots: Slots, groups: list[list[Thing]]) -> list[list[Thing]] | None:
    """The sides of a pair without those whom a frame of people does not mean; None where it means nobody then. Who
    calls on a body sees it, unless for something that it is to give."""
    sent = frame.persons_met and any(t.lower_ in SENT for t in slots.get("subject", ()))
    told = sent or any(t.kind == "Person" or "group" in t.hints for group in groups for t in group)
    if frame.people and not told:
        return None
    if not frame.persons_met:
        return groups
    calls = frame.id == "call-on" and all(t.lemma_.casefold() == "call" for t in slots.get("object", ()))
    kinds = ("Person", "Organization") if calls and not slots.get("for") else ("Person",)
    groups[1:] = [[t for t in group if t.kind in kinds] for group in groups[1:]]
    return groups if len(groups) == 2 and groups[1] else None


def only_agents(things: Iterable[Thing]) -> list[Thing]:
    """Those who can act."""
    return [t for t in things if t.kind in AGENTS and not is_sitting(t)]


def is_sitting(thing: Thing) -> bool:
    """Whether a body is what its members sit in, and nobody to be met or to come: "the Joint Economic Commission"."""
    words = thing.words() if thing.kind == "Organization" else ()
    return "joint" in words and not JOINT_BODIES.isdisjoint(words)
