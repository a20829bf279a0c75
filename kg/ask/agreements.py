"""Questions for agreements: which ones somebody signed, between whom they are, how many there are."""

from __future__ import annotations

from collections.abc import Sequence

from kg.ask.items import Auxiliary, Item, Little, Named, Some, Verb, When
from kg.ask.kinds import Kind, Kinds
from kg.ask.plan import Condition, Edge, OfClass, Plan, Setting, Things, Within
from kg.ask.reading import Clauses
from kg.ask.truth import TARGET

PARTIES = ("", "by", "with", "between", "of", "and", "from")
"""What goes before the name of a party."""


def agreements(clauses: Clauses, target: Some, items: Sequence[Item]) -> Plan | None:
    """The plan for the agreements that somebody signed, or else the partners, from the noun and what is said of it.

    None where anything but one or two parties is said of them.
    """
    of = [item for item in target.inside if isinstance(item, Named) and item.preposition == "of"]
    items = [*target.relative, *of, *items]
    nouns = [item for item in items if isinstance(item, Named)]
    verbs = [item for item in items if isinstance(item, Verb)]
    signed = all(any("sign" in p.relation.casefold() for p in verb.patterns) for verb in verbs)
    further = target.nations or len(of) < len(target.inside) or target.outside or any(map(_is_further, items))
    if (
        not signed
        or further
        or len(nouns) > 2
        or not (nouns or verbs)
        or any(n.preposition not in PARTIES for n in nouns)
    ):
        return None
    kind = target.kinds[0]
    of_kind = OfClass(TARGET, ("Agreement",), kind.said, kind.words, plural=kind.plural)
    ends = [clauses.things(noun, ("Agent", "Place")) for noun in nouns]
    parties = [end for end in ends if end is not None]
    if len(parties) < len(ends):
        return None
    edges = tuple(Edge(TARGET, "party", party) for party in parties)
    return Plan("list", TARGET, (of_kind, *edges), _otherwise(clauses, kind, of_kind, parties))


def _is_further(item: Item) -> bool:
    """Whether an item says more of agreements than who signed them."""
    return isinstance(item, Some | When) or (isinstance(item, Little) and item.word not in ("and", "by", "that"))


def named_by_verb(kinds: Kinds, items: Sequence[Item]) -> tuple[Some | None, list[Item]]:
    """The noun in words that may ask for a relation of agreements ("agreements signed by"), and the parties after it.

    No noun, and the items as they are, where something else follows: "agreements signed in".
    """
    for item in items:
        words = item.said.split() if isinstance(item, Verb) else []
        kind = kinds.of(words[0].casefold()) if words else None
        if isinstance(item, Verb) and kind and "Agreement" in kind.classes:
            rest: list[Item] = [i for i in items if i is not item and not isinstance(i, Auxiliary | Little)]
            if all(isinstance(i, Named) and i.preposition in PARTIES and not _is_person(i) for i in rest):
                return Some((kind,)), rest
    return None, list(items)


def _is_person(named: Named) -> bool:
    """Whether it names someone who signs for others."""
    return bool(named.matches) and named.matches[0].entity.type == "Person"


def _otherwise(clauses: Clauses, kind: Kind, of_kind: OfClass, parties: Sequence[Things]) -> Plan | None:
    """The partners of one party; of two, the agreements of what belongs to the countries among them."""
    if len(parties) == 1:
        return Plan("list", TARGET, (Edge(parties[0], signing(kind), TARGET),), note="the partners it signed with")
    if not any(party.entities[0].type == "Place" for party in parties):
        return None
    found: list[Condition] = [of_kind]
    for party in parties:
        if party.entities[0].type == "Place":
            body = clauses.fresh()
            found += [Edge(TARGET, "party", body), Within(body, party, nation=True)]
        else:
            found.append(Edge(TARGET, "party", party))
    return Plan("list", TARGET, tuple(found), note="signed by bodies of the country")


def how_many(clauses: Clauses, kind: Kind, items: Sequence[Item]) -> Plan | None:
    """How many agreements were signed: the number an article gives, or else the partners that the graph knows."""
    nouns = [item for item in items if isinstance(item, Named)]
    if not nouns:
        return None
    relation = signing(kind)
    things = [clauses.need(noun, ("Event", "Agent")) for noun in nouns]
    first = things[0]
    if len(things) == 2 and all(t.entities[0].type not in ("Event", "Place") for t in things):
        parties: tuple[Condition, ...] = tuple(Edge(TARGET, "party", thing) for thing in things)
        return Plan("count", TARGET, (*parties, OfClass(TARGET, ("Agreement",), kind.said, kind.words)))
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


def signing(kind: Kind) -> str:
    """The relation that agreements of this kind make."""
    return "signedMoUWith" if "mou" in kind.words else "signedAgreementWith"
