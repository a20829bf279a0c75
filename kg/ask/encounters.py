"""Questions for visits and meetings by their nouns: "visits of X to Kenya", "meetings between A and B"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.ask.items import Auxiliary, Item, Little, Named, Some
from kg.ask.plan import Condition, Edge, Occasion, OfClass, Plan, Within
from kg.ask.reading import Clauses
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
    """The events that the noun means and the named took part in, else for what they visited or whom they met.

    With ``when`` it asks for the events' dates. None where the items say anything else.
    """
    relation = next((RELATIONS.get(word) for kind in target.kinds[:1] for word in kind.words[:1]), None)
    plain = all(isinstance(i, Named | Auxiliary) or (isinstance(i, Little) and i.word == "and") for i in items)
    nouns = [item for item in (*target.inside, *items) if isinstance(item, Named)]
    who, where = ([n for n in nouns if n.preposition in words] for words in (WHOSE, WHITHER))
    if relation is None or not plain or len(who) + len(where) < len(nouns):
        return None
    if target.nations or target.outside or not 1 <= len(who) <= 2 or (relation == "visited" and len(who) > 1):
        return None
    agents = [clauses.need(noun, ("Agent", "Place")) for noun in who]
    event = clauses.fresh() if when else TARGET
    places: list[Condition] = [Within(event, clauses.need(noun, ("Place",))) for noun in where]
    kind = target.kinds[0]
    of_kind = OfClass(event, kind.classes, kind.said, kind.words, plural=True)
    if when:
        if len(agents) < 2:
            return None
        both = Occasion(Edge(agents[0], relation, agents[1]), event)
        return Plan("value", TARGET, (both, Edge(event, "heldOn", TARGET), of_kind, *places))
    attended = tuple(Edge(agent, "attended", event) for agent in agents)
    deed = (Edge(agents[0], relation, TARGET), *places)
    others = Plan("list", TARGET, deed, note=OTHERWISE[relation]) if len(agents) == 1 else None
    return Plan("list", TARGET, (of_kind, *attended, *places), others)
