"""What a plan asks, said back in English, so that people see how they were understood."""

from __future__ import annotations

from collections.abc import Iterator

from kg.ask.plan import Condition, Edge, InRole, InYear, Occasion, OfClass, Plan, Setting, Term, Things, Var, Within
from kg.vocabulary import Vocabulary


def paraphrase(plan: Plan, vocabulary: Vocabulary) -> str:
    """One line that says what the plan asks for, with the full names of what it rests on."""
    if plan.goal == "path":
        edge = next(plan.edges())
        return f"how {_name(edge.subject, plan)} and {_name(edge.object, plan)} are connected"
    heads = {"list": "", "value": "", "count": "how many: ", "yes-no": "whether ", "path": ""}
    said = list(_said(plan, vocabulary))
    line = heads[plan.goal] + "; ".join(said)
    notes = [plan.note] if plan.note else []
    if plan.unused:
        notes.append("not used: " + ", ".join(f"“{word[:40]}”" for word in plan.unused[:8]))
    return " — ".join([line, *notes])


def _said(plan: Plan, vocabulary: Vocabulary) -> Iterator[str]:
    for condition in plan.conditions:
        yield _condition(condition, plan, vocabulary)


def _condition(condition: Condition, plan: Plan, vocabulary: Vocabulary) -> str:
    match condition:
        case Edge():
            planned = "is planned: " if condition.planned else ""
            label = vocabulary.relations[condition.relation].label
            return f"{planned}{_name(condition.subject, plan)} {label} {_name(condition.object, plan)}"
        case OfClass():
            return f"{_name(condition.var, plan)} is of the kind “{condition.said}”"
        case Within():
            how = "belongs to" if condition.nation else "is in"
            return f"{_name(condition.term, plan)} {how} {_name(condition.place, plan)}"
        case InYear():
            return f"{_name(condition.term, plan)} was held in {condition.time}"
        case InRole():
            return f"{_name(condition.person, plan)} is told of as {condition.said}"
        case Occasion():
            edge = _condition(condition.edge, plan, vocabulary)
            return f"{edge}, both at {_name(condition.event, plan)}"
        case Setting():
            return f"as an article tells it of {_name(condition.at, plan)}"


def _name(term: Term, plan: Plan) -> str:
    if isinstance(term, Things):
        return term.label
    if term == plan.target:
        return "who or what"
    others = [
        v for edge in plan.edges() for v in (edge.subject, edge.object) if isinstance(v, Var) and v != plan.target
    ]
    number = list(dict.fromkeys(others)).index(term) + 1 if term in others else 1
    return "something" if number == 1 else f"something else ({number})"
