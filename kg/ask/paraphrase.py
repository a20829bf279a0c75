"""What a plan asks, said back in English, so that people see how they were understood."""

from __future__ import annotations

from kg.ask.plan import Condition, Edge, InRole, InYear, Occasion, OfClass, Plan, Setting, Term, Things, Var, Within
from kg.vocabulary import Vocabulary


def paraphrase(plan: Plan, vocabulary: Vocabulary) -> str:
    """One line that says what the plan asks for, with the full names of what it rests on."""
    if plan.goal == "path":
        edge = next(plan.edges())
        return f"how {_name(edge.subject, plan)} and {_name(edge.object, plan)} are connected"
    heads = {"list": "", "value": "", "count": "how many: ", "yes-no": "whether ", "path": ""}
    line = heads[plan.goal] + "; ".join(_condition(condition, plan, vocabulary) for condition in _telling(plan))
    notes = [plan.note] if plan.note else []
    if plan.unused:
        notes.append("not used: " + ", ".join(f"“{word[:40]}”" for word in plan.unused[:8]))
    return " — ".join([line, *notes])


def _telling(plan: Plan) -> list[Condition]:
    """The conditions but for the kind asked for, which stands in each of them."""
    rest = [c for c in plan.conditions if not (isinstance(c, OfClass) and c.var == plan.target)]
    return rest or list(plan.conditions)


def _condition(condition: Condition, plan: Plan, vocabulary: Vocabulary) -> str:
    match condition:
        case Edge():
            planned = "as planned: " if condition.planned else ""
            relation = vocabulary.relations[condition.relation]
            subject, end = _name(condition.subject, plan), _name(condition.object, plan)
            if condition.object == plan.target and relation.inverse_label:
                return f"{planned}{end} {relation.inverse_label} {subject}"
            return f"{planned}{subject} {relation.label} {end}"
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
        kind = next((c.said for c in plan.conditions if isinstance(c, OfClass) and c.var == term), "")
        return f"which {kind}" if kind else "what" if plan.goal == "value" else "who or what"
    others = [
        v for edge in plan.edges() for v in (edge.subject, edge.object) if isinstance(v, Var) and v != plan.target
    ]
    number = list(dict.fromkeys(others)).index(term) + 1 if term in others else 1
    return "something" if number == 1 else f"something else ({number})"
