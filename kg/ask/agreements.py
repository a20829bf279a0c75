"""Questions for agreements: which ones somebody signed, between whom they are, how many there are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.ask.items import Auxiliary, Item, Little, Named, Some, Verb, When
from kg.ask.kinds import Kind, Kinds
from kg.ask.linking import Linker
from kg.ask.plan import Condition, Edge, Either, InTime, OfClass, Plan, Published, Setting, Term, Things, Var, Within
from kg.ask.reading import Clauses
from kg.ask.text import Word, text_of
from kg.ask.truth import TARGET

BINDING = ("party", "signedMoUWith", "signedAgreementWith")
"""What binds a country or, told less exactly, a body of it."""
SIGNED_FOR = re.compile(
    r"who (?:has |have )?(?:signed|inked|initialled)(?: (?:an?|the|it) ?(?:mous?|agreements?|pact|deal)?)?"
    r" (?:for|on behalf of|on the part of) (?P<whose>.+)"
)
PARTIES = ("", "by", "with", "between", "of", "and", "from")
"""What goes before the name of a party."""


def agreements(clauses: Clauses, target: Some, items: Sequence[Item]) -> Plan | None:
    """The plan for the agreements that somebody signed, or else the partners, from the noun and what is said of it.

    None where anything is said of them but one or two parties and when they were signed.
    """
    of = [item for item in target.inside if isinstance(item, When) or item.preposition == "of"]
    items = [*target.relative, *of, *items]
    nouns = [_timeless(item) for item in items if isinstance(item, Named | Some)]
    inside = [place for item in items if isinstance(item, Some) for place in item.inside]
    times = [item for item in (*items, *inside) if isinstance(item, When)]
    verbs = [item for item in items if isinstance(item, Verb)]
    signed = all(any("sign" in p.relation.casefold() for p in verb.patterns) for verb in verbs)
    further = len(of) < len(target.inside) or target.outside or any(map(_is_further, items))
    if not signed or further or not (nouns or verbs or times or target.nations):
        return None
    placed = [noun for noun in nouns if isinstance(noun, Named) and _is_setting(noun, items)]
    nouns = [noun for noun in nouns if noun not in placed]
    if len(nouns) + bool(target.nations) > 2 or any(n.preposition not in PARTIES for n in nouns):
        return None
    kind = target.kinds[0]
    of_kind = OfClass(TARGET, ("Agreement",), kind.said, kind.words, plural=kind.plural)
    there = [_signed_in(clauses, clauses.need(noun, ("Place",))) for noun in placed]
    if target.nations:
        nouns.append(Some((), target.nations))
    parties = [_party(clauses, noun) for noun in nouns]
    if any(party is None for party in parties):
        return None
    ends = [party for party in parties if party is not None]
    edges = [condition for end, more in ends for condition in (Edge(TARGET, _signing_end(end), end), *more)]
    edges += there
    if times:
        return _in_time(clauses, times, (of_kind, *edges))
    return Plan("list", TARGET, (of_kind, *edges), None if there else _otherwise(clauses, kind, of_kind, ends))


def _signed_in(clauses: Clauses, place: Things) -> Either:
    """Where agreements were signed: as it is told of them, or of the event at which they were."""
    spot, event = clauses.fresh(), clauses.fresh()
    branches: tuple[tuple[Condition, ...], ...] = (
        (Edge(TARGET, "signedIn", place),),
        (Edge(TARGET, "signedIn", spot), Within(spot, place)),
        (Edge(TARGET, "signedAt", event), Within(event, place)),
    )
    return Either(branches, (f"was signed in {place.label}", f"were signed in {place.label}"))


def _is_setting(noun: Named, items: Sequence[Item]) -> bool:
    """Whether a name tells where agreements were signed: behind "in", which may be part of the verb."""
    before = items[items.index(noun) - 1] if noun in items[1:] else None
    signed_in = isinstance(before, Verb) and any(p.relation == "signedIn" for p in before.patterns)
    return signed_in or (noun.preposition == "in" and any(isinstance(item, Verb) for item in items))


def _timeless(noun: Named | Some) -> Named | Some:
    """A noun without the times behind it, which are those of the agreement: "companies in 2021"."""
    if isinstance(noun, Named):
        return noun
    return replace(noun, inside=tuple(place for place in noun.inside if not isinstance(place, When)))


def _party(clauses: Clauses, noun: Named | Some) -> tuple[Term, list[Condition]] | None:
    """A party that is named, or any of those that a common noun means; None for a name of something else."""
    if isinstance(noun, Some):
        var = clauses.fresh()
        return var, clauses.describe(noun, var)
    things = clauses.things(noun, ("Agent", "Place"))
    return (things, []) if things else None


def _signing_end(end: Term) -> str:
    """The relation in which an agreement stands to those who signed it: people sign for its parties."""
    people = isinstance(end, Things) and all(entity.type == "Person" for entity in end.entities)
    return "signatory" if people else "party"


def _in_time(clauses: Clauses, times: Sequence[When], conditions: tuple[Condition, ...]) -> Plan:
    """The agreements signed then, or else those of which articles of that time tell."""
    signed = [InTime(TARGET, when.since, when.until, when.said, "signedOn") for when in times]
    told = Edge(TARGET, "party", clauses.fresh())
    published = [Published(told, when.since, when.until, when.said) for when in times]
    otherwise = Plan("list", TARGET, (*conditions, *published), note="dated by the articles that tell it")
    return Plan("list", TARGET, (*conditions, *signed), otherwise)


def _is_further(item: Item) -> bool:
    """Whether an item says more of agreements than who signed them and when."""
    return isinstance(item, Little) and item.word not in ("and", "by", "that")


def named_by_verb(kinds: Kinds, items: Sequence[Item]) -> tuple[Some | None, list[Item]]:
    """The noun in words that may ask for a relation of agreements ("agreements signed by"), and the parties after it.

    No noun, and the items as they are, where something else follows: "agreements signed in".
    """
    for item in items:
        words = item.said.split() if isinstance(item, Verb) else []
        kind = kinds.of(words[0].casefold()) if words else None
        other = kinds.of(words[-1].casefold()) if words else None  # "MoU partners" are no agreements
        if isinstance(item, Verb) and kind and "Agreement" in kind.classes and other in (kind, None):
            rest: list[Item] = [i for i in items if i is not item and not isinstance(i, Auxiliary | Little)]
            if all(isinstance(i, When) or (isinstance(i, Named | Some) and i.preposition in PARTIES) for i in rest):
                return Some((kind,)), rest
    return None, list(items)


def _otherwise(
    clauses: Clauses, kind: Kind, of_kind: OfClass, parties: Sequence[tuple[Term, list[Condition]]]
) -> Plan | None:
    """The partners of one party; of two, the agreements of what belongs to the countries among them."""
    if len(parties) == 1:
        party, more = parties[0]
        signed = Edge(party, signing(kind), TARGET)
        return Plan("list", TARGET, (signed, *more), note="the partners it signed with")
    if not any(_is_country(party) for party, _ in parties):
        return None
    found: list[Condition] = [of_kind]
    for party, more in parties:
        if isinstance(party, Things) and _is_country(party):
            body = clauses.fresh()
            found += [Edge(TARGET, "party", body), Within(body, party, nation=True)]
        else:
            found += [Edge(TARGET, "party", party), *more]
    return Plan("list", TARGET, tuple(found), note="signed by bodies of the country")


def _is_party(things: Things) -> bool:
    return things.entities[0].type != "Event"


def _is_country(party: Term) -> bool:
    return isinstance(party, Things) and party.entities[0].type == "Place"


def how_many(clauses: Clauses, target: Some, items: Sequence[Item]) -> Plan | None:
    """How many agreements were signed: the number an article gives, or else the partners that the graph knows."""
    kind = target.kinds[0]
    if target.nations or any(isinstance(item, Some | When) for item in (*target.inside, *items)):
        plan = agreements(clauses, target, items)
        second = replace(plan.fallback, goal="count") if plan and plan.fallback else None
        return replace(plan, goal="count", fallback=second) if plan else None
    nouns = [item for item in items if isinstance(item, Named)]
    if not nouns:
        every = OfClass(TARGET, ("Agreement",), kind.said, kind.words, plural=True)
        return Plan("count", TARGET, (every,)) if not any(isinstance(item, Verb) for item in items) else None
    relation = signing(kind)
    things = [clauses.need(noun, ("Event", "Agent")) for noun in nouns]
    first = things[0]
    if len(things) == 2 and all(n.preposition in PARTIES and _is_party(t) for n, t in zip(nouns, things, strict=True)):
        parties: tuple[Condition, ...] = tuple(Edge(TARGET, "party", thing) for thing in things)
        signed = Plan("count", TARGET, (*parties, OfClass(TARGET, ("Agreement",), kind.said, kind.words)))
        signed = replace(signed, fallback=by_bodies(signed))
        return Plan("value", TARGET, tuple(Edge(thing, "agreementCount", TARGET) for thing in things), signed)
    other = clauses.fresh()
    if first.entities[0].type == "Place" and nouns[0].preposition in ("in", "at"):
        event = clauses.fresh()
        return Plan("value", TARGET, (Edge(event, "heldIn", first), Edge(event, "agreementCount", TARGET)))
    if first.entities[0].type == "Event":
        edge = Edge(TARGET, relation, other)
        counted = Plan("count", TARGET, (edge, Setting(edge, first)), note="counted: those who signed there")
    else:
        counted = Plan("count", TARGET, (Edge(first, relation, TARGET),), note="counted: the partners it signed with")
    return Plan("value", TARGET, (Edge(first, "agreementCount", TARGET),), counted)


def signed_for(words: Sequence[Word], linker: Linker, clauses: Clauses) -> Plan | None:
    """ "Who signed (the MoU) for X", "on behalf of X": who put their name to what binds it; None for all else."""
    match = SIGNED_FOR.fullmatch(text_of(words))
    whose = linker.find(match["whose"].removeprefix("the ")) if match else ()
    things = clauses.things(Named(match["whose"], whose), ("Agent", "Place")) if match else None
    if things is None:
        return None
    deal = clauses.fresh()
    signed = (Edge(deal, "signatory", TARGET), Edge(deal, "party", things), Edge(TARGET, "represents", things))
    return Plan("list", TARGET, signed)


def signing(kind: Kind) -> str:
    """The relation that agreements of this kind make."""
    return "signedMoUWith" if "mou" in kind.words else "signedAgreementWith"


def by_parties(plan: Plan) -> Plan:
    """The plan, where it asks who signed an agreement, with its parties as the second best."""
    edges = [c for c in plan.conditions if isinstance(c, Edge) and c.relation == "signatory" and c.object == TARGET]
    if plan.fallback or not edges or plan.goal != "list":
        return plan
    bodies = tuple(replace(c, relation="party") if c in edges else c for c in plan.conditions)
    return replace(
        plan, fallback=replace(plan, conditions=bodies, note="the parties: no one is told to have signed it")
    )


def by_bodies(plan: Plan) -> Plan | None:
    """The plan with bodies of the countries that agreed on something in their place; None where no country did."""
    found: list[Condition] = []
    for number, condition in enumerate(plan.conditions):
        if isinstance(condition, Edge) and condition.relation in BINDING and condition.told == "asserted":
            subject, one = _body_of(condition.subject, Var(f"one{number}"))
            end, other = _body_of(condition.object, Var(f"other{number}"))
            found += [replace(condition, subject=subject, object=end), *one, *other]
        else:
            found.append(condition)
    note = "signed by bodies of the country"
    return (
        replace(plan, conditions=tuple(found), fallback=None, note=note) if len(found) > len(plan.conditions) else None
    )


def _body_of(end: Term, body: Var) -> tuple[Term, list[Condition]]:
    """A body of the country, where the end is one."""
    return (body, [Within(body, end, nation=True)]) if isinstance(end, Things) and _is_country(end) else (end, [])


def signed_where(things: Things, clauses: Clauses) -> Plan:
    """Where an agreement was signed: as it is told, or else where the event at which it was signed took place."""
    place, event = OfClass(TARGET, ("Place",), "place"), clauses.fresh()
    there = (Edge(things, "signedAt", event), Edge(event, "heldIn", TARGET), place)
    return Plan("list", TARGET, (Edge(things, "signedIn", TARGET), place), Plan("list", TARGET, there))
