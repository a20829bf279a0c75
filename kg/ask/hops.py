"""Questions over several hops: there are far more ways than answers, so that each hop is gone through by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.ask.plan import Condition, Edge, InRole, OfClass, Other, Plan, Var, Within, speaks_of
from kg.vocabulary import Vocabulary

PLAIN = (Edge, InRole, OfClass, Other, Within)
MANY = 3
"""With so many variables a question has several hops."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One step away from the target: ``var``, the edge that ties it to ``near``, and all that is said of it alone.

    ``beyond`` are the steps that go on from it.
    """

    near: Var
    var: Var
    conditions: tuple[Condition, ...]
    beyond: tuple[Hop, ...]


def hops_of(plan: Plan, vocabulary: Vocabulary) -> tuple[Hop, ...]:
    """The hops from a plan's target; none where there is but one, or where the plan is no tree of things."""
    links = [c for c in plan.conditions if isinstance(c, Edge) and _joins(c)]
    if len(links) + 1 < MANY or any(vocabulary.relations[link.relation].datatype for link in links):
        return ()
    if not all(isinstance(c, PLAIN) for c in plan.conditions):
        return ()
    if len({end for link in links for end in (link.subject, link.object)}) != len(links) + 1:
        return ()
    found = tuple(_from(plan.target, links, plan))
    told = sum(len(hop.conditions) for hop in steps(found)) + len(own(plan, plan.target))
    return found if told == len(plan.conditions) else ()


def own(plan: Plan, var: Var) -> list[Condition]:
    """What a plan says of one variable alone."""
    return [c for c in plan.conditions if speaks_of(c, var) and not (isinstance(c, Edge) and _joins(c))]


def steps(hops: Iterable[Hop]) -> Iterator[Hop]:
    """All hops, each followed by those that go on from it."""
    for hop in hops:
        yield hop
        yield from steps(hop.beyond)


def _joins(edge: Edge) -> bool:
    return isinstance(edge.subject, Var) and isinstance(edge.object, Var)


def _from(near: Var, links: Sequence[Edge], plan: Plan) -> Iterator[Hop]:
    for link in links:
        if near in (link.subject, link.object):
            var = link.object if link.subject == near else link.subject
            left = [other for other in links if other != link]
            assert isinstance(var, Var)
            yield Hop(near, var, (link, *own(plan, var)), tuple(_from(var, left, plan)))
