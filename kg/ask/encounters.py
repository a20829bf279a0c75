"""Questions for visits, meetings and other events by who had a part in them: "visits of X to Kenya"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.ask.items import Auxiliary, Item, Little, Named, Some, When
from kg.ask.plan import Condition, Edge, Either, Occasion, OfClass, Plan, Term, Things, Within
from kg.ask.reading import Clauses
from kg.ask.text import stem
from kg.ask.truth import TARGET

RELATIONS = {"visit": "visited", "meeting": "metWith"}
"""What was done at events of a kind, by the first word that they are known by."""
OTHERWISE = {"visited": "what was visited", "metWith": "those met"}
"""What is answered where the graph knows no event."""
WHOSE = ("", "of", "by", "between", "with", "and")
"""What goes before those who met or visited."""
WHITHER = ("to", "in")
"""What goes before the place."""


def encounters(clauses: Clauses, target: Some, items: Sequence[Item], when: bool = False) -> Plan | None:
    """The events that the noun means and the named had a part in, else for what they visited or whom they met.

    With ``when`` it asks for the events' dates. None where the items say anything else.
    """
    event_noun = any("Event" in kind.classes for kind in target.kinds[:1])
    relation = next((RELATIONS.get(word) for kind in target.kinds[:1] for word in kind.words[:1]), None)
    plain = all(
        isinstance(i, Named | Auxiliary | When) or (isinstance(i, Little) and i.word in ("and", "by")) for i in items
    )
    nouns = [item for item in (*target.inside, *items) if isinstance(item, Named)]
    times = [item for item in (*target.inside, *items) if isinstance(item, When)]
    who, where = ([n for n in nouns if n.preposition in words] for words in (WHOSE, WHITHER))
    if not event_noun or not plain or len(who) + len(where) < len(nouns) or (when and times):
        return None
    if target.nations or target.outside or target.relative or not (who or (where and relation == "visited")):
        return None
    agents = [clauses.need(noun, ("Agent", "Place")) for noun in who]
    event = clauses.fresh() if when else TARGET
    places: list[Condition] = [Within(event, clauses.need(noun, ("Place",))) for noun in where]
    places += [clauses.in_time(event, time) for time in times]
    kind = target.kinds[0]
    of_kind = OfClass(event, kind.classes, kind.said, kind.words, plural=True)
    if when and relation and (pair := _pair(clauses, relation, agents, where)):
        both = Occasion(Edge(pair[0], relation, pair[1]), event)
        return Plan("value", TARGET, (both, Edge(event, "heldOn", TARGET), of_kind, *places))
    if when:
        return None
    others = _without_event(clauses, relation, agents, where) if relation and not times else None
    found = (of_kind, *(part_in(clauses, agent, event) for agent in agents), *places)
    if target.own:
        called = tuple(OfClass(event, (), word, (stem(word),)) for word in target.own)
        others = Plan("list", TARGET, found, others, note=f"not called “{' '.join(target.own)}”")
        return Plan("list", TARGET, (*found, *called), others)
    return Plan("list", TARGET, found, others)


def _without_event(clauses: Clauses, relation: str, agents: Sequence[Things], where: Sequence[Named]) -> Plan | None:
    """Whom or what they met or visited; where nobody is named, who visited the place."""
    places = [clauses.need(noun, ("Place",)) for noun in where]
    if not agents:
        return Plan("list", TARGET, tuple(Edge(TARGET, relation, place) for place in places), note="who visited it")
    inside = [Within(TARGET, place) for place in places]
    return (
        Plan("list", TARGET, (Edge(agents[0], relation, TARGET), *inside), note=OTHERWISE[relation])
        if len(agents) == 1
        else None
    )


def _pair(
    clauses: Clauses, relation: str, agents: Sequence[Things], where: Sequence[Named]
) -> tuple[Things, Things] | None:
    """Those who met, or the visitor and the place."""
    if len(agents) == 2:
        return agents[0], agents[1]
    place = clauses.need(where[0], ("Place",)) if where and relation == "visited" else None
    return (agents[0], place) if place and len(agents) == 1 else None


def part_in(clauses: Clauses, who: Things, event: Term) -> Edge | Either:
    """Whether they had a part in an event: they were there, held it, were represented or signed something there."""
    if all(entity.type == "Person" for entity in who.entities):
        return Edge(who, "attended", event)
    person, member, body, deal = (clauses.fresh() for _ in range(4))
    branches = (
        (Edge(who, "attended", event),),
        (Edge(who, "organized", event),),
        (Edge(person, "represents", who), Edge(person, "attended", event)),
        (Edge(body, "partOf", who), Edge(member, "represents", body), Edge(member, "attended", event)),
        (Edge(deal, "party", who), Edge(deal, "signedAt", event)),
    )
    by = f"attended by {who.label} or its people"
    return Either(branches, (f"was {by}", f"were {by}"))
