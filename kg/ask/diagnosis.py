"""Why an answer is empty: the condition without which there would be one."""

from __future__ import annotations

from dataclasses import replace

from kg.ask.paraphrase import condition_said
from kg.ask.phrases import listed
from kg.ask.plan import Condition, Dated, Edge, OfClass, Plan
from kg.ask.running import run
from kg.store import GraphView

MAX_CONDITIONS = 8


def emptied_by(view: GraphView, plan: Plan) -> str:
    """Which condition leaves nothing over, and what would be there without it; empty where no single one does."""
    if plan.dated() is not None:
        return _undated(view, plan)
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
    return ""


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
