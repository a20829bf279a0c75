"""Why an answer is empty: the condition without which there would be one."""

from __future__ import annotations

from dataclasses import replace

from kg.ask.citing import cite, cite_mentions, facts_behind
from kg.ask.paraphrase import condition_said
from kg.ask.phrases import listed
from kg.ask.plan import Condition, Dated, Edge, Either, Occasion, OfClass, Plan, Term, Things
from kg.ask.running import run
from kg.ask.times import spoken
from kg.model import Entity
from kg.store import GraphView

MAX_CONDITIONS = 8


def emptied_by(view: GraphView, plan: Plan) -> str:
    """Which condition leaves nothing over, and what would be there without it; empty where no single one does."""
    if plan.dated() is not None:
        return _undated(view, plan)
    if plan.goal == "value":
        return _told_when(view, plan)
    if plan.goal not in ("list", "count") or plan.rank or not 2 <= len(plan.conditions) <= MAX_CONDITIONS:
        return ""
    for number in sorted(range(len(plan.conditions)), key=lambda n: _weight(plan.conditions[n])):
        dropped = plan.conditions[number]
        rest = tuple(c for n, c in enumerate(plan.conditions) if n != number)
        if not any(isinstance(c, Edge) for c in rest) and isinstance(dropped, Edge):
            continue
        weaker = replace(plan, conditions=rest, goal="list", rank=None, fallback=None)
        if not _is_whole(weaker):
            continue
        found = run(view, weaker, 3)
        if not found.empty:
            labels = [item.entity.label for item in found.found]
            more = f" and {found.total - len(labels)} more" if found.total > len(labels) else ""
            there = f": {listed(labels)}{more}" if labels else ""
            return (
                f"nothing fits “{condition_said(dropped, plan, view.vocabulary)}”; without it there is an answer{there}"
            )
    return _by_itself(view, plan)


def _by_itself(view: GraphView, plan: Plan) -> str:
    """The first condition that leaves nothing over with the noun that is asked for alone."""
    noun = tuple(c for c in plan.conditions if isinstance(c, OfClass) and c.var == plan.target)
    for condition in plan.conditions:
        alone = replace(plan, conditions=(*noun, condition), goal="list", fallback=None)
        if isinstance(condition, Either) and _is_whole(alone) and run(view, alone, 1).empty:
            return f"nothing fits “{condition_said(condition, plan, view.vocabulary)}”, by itself either"
    return ""


def _told_when(view: GraphView, plan: Plan) -> str:
    """When the articles appeared that tell of what has no date; empty where nothing tells of it."""
    asked = next((edge for edge in plan.edges() if edge.object == plan.target), None)
    if asked is None or view.vocabulary.relations[asked.relation].datatype != "date":
        return ""
    deeds = [c.edge for c in plan.conditions if isinstance(c, Occasion)]
    deeds += [Edge(asked.subject, "party", plan.target)] * (asked.relation == "signedOn")
    citations = [
        *cite(view, [fact for edge in deeds for fact in facts_behind(view, Plan("list", plan.target, (edge,)), [{}])]),
        *(c for thing in _of(asked.subject) for c in cite_mentions(view, thing)),
    ]
    days = sorted({citation.published for citation in citations if citation.published})
    if not days:
        return ""
    told = spoken(days[0]) + (f" to {spoken(days[-1])}" if len(days) > 1 else "")
    return f"no date is told; what tells of it appeared on {told}"


def _of(term: Term) -> tuple[Entity, ...]:
    return term.entities if isinstance(term, Things) else ()


def _undated(view: GraphView, plan: Plan) -> str:
    """What would have been put in the order of its dates, had it any; empty where there is nothing to order."""
    rest = tuple(c for c in plan.conditions if not isinstance(c, Dated))
    unordered = replace(plan, conditions=rest, rank=None, fallback=None)
    found = run(view, unordered, 3) if _is_whole(unordered) else None
    labels = [item.entity.label for item in found.found] if found else []
    return f"neither a date nor an article with a date tells when it came about: {listed(labels)}" if labels else ""


def _weight(condition: Condition) -> int:
    return 2 if isinstance(condition, Edge) else 1 if isinstance(condition, OfClass) else 0


def _is_whole(plan: Plan) -> bool:
    """Whether the target still stands in some condition that finds it."""
    return any(plan.target in (edge.subject, edge.object) for edge in plan.edges())
