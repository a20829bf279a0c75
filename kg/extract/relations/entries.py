"""What a slot does not mean: bodies that say whose somebody listed is, countries that say where a city is, or whose
envoy somebody is."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.frames import Frame
from kg.extract.reference.referents import Registry, Thing
from kg.extract.syntax.clauses import Slots
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token

PARTING = frozenset(("and", "or", "by", "as", "with", "of", "including", ";", ":"))


def those_meant(registry: Registry, frame: Frame, block: ParsedBlock, verb: Token, things: list[Thing]) -> list[Thing]:
    """Of those whom a frame finds the people, where it is about people; of those at an event, nobody at large, "Asian
    universities", and no body that stands behind somebody for where he works."""
    if frame.relation == "organized":
        return [t for t in things if t.place is None or (t.place.kind != "region" and not _seat(registry, block, t))]
    if frame.people:
        return [t for t in things if t.kind == "Person"]
    if frame.relation != "attended":
        return things
    things = [t for t in things if "group" not in t.hints]
    if len({t.kind for t in things}) < 2 or not any(t.kind == "Person" for t in things):
        return things
    named = [(i, registry.of_name(m.name)) for i, m in block.names.items() if verb.sent.start <= i < verb.sent.end]
    bodies = {t: i for i, t in named if t.kind == "Organization"}
    return [t for t in things if t not in bodies or not _affiliated(block, block.doc[: bodies[t]])]


def of_place(frame: Frame, block: ParsedBlock, slots: Slots, offices: frozenset[str]) -> Slots:
    """The slots of a clause without those who host an event in an office: "the Peruvian ambassador hosted a lunch" was
    not in Peru."""
    hosts = slots.get("subject", ()) if frame.relation == "heldIn" and "subject" in frame.ends else ()
    if not any(t.lemma_.casefold() in offices for t in hosts):
        return slots
    return {**slots, "subject": [t for t in hosts if t.i in block.names or t.lemma_.casefold() not in offices]}


def _seat(registry: Registry, block: ParsedBlock, place: Thing) -> bool:
    """Whether a country only says where the city before it is: "the Embassy in Lima, Peru, hosted a lunch"."""
    at = [i for i, m in block.names.items() if m.name.kind == "Place" and registry.of_name(m.name) is place]
    before = [block.names[i - 2].name.kind if i - 2 in block.names and block.doc[i - 1].text == "," else "" for i in at]
    return bool(at) and all(kind == "Place" for kind in before)


def _affiliated(block: ParsedBlock, before: Sequence[Token]) -> bool:
    """Whether a person's name, with no more than offices behind it, and a comma come right before a body's."""
    comma = False
    for token in reversed(before):
        if token.text == ",":
            comma = True
        elif token.i in block.names and block.names[token.i].name.kind in ("Person", "Organization"):
            return comma and block.names[token.i].name.kind == "Person"
        elif token.lower_ in PARTING or token.pos_ in ("VERB", "AUX") or (token.pos_ == "DET" and not comma):
            return False
    return False
