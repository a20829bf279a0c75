"""Questions for yes or no, and claims: did A sign with B, was X held in Y."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from kg.ask.clauses import Argument, Clause, clause_of
from kg.ask.folding import joint_name, split_parts
from kg.ask.items import Auxiliary, Item, Little, Named, Some
from kg.ask.plan import Condition, Edge, InRole, InTime, Occasion, Plan, Setting, Things, Var, Within
from kg.ask.reading import Reading, UnknownNameError
from kg.ask.sentences import Sentences

TARGET = Var("x")


def yes_no(clauses: Sentences, items: Sequence[Item]) -> Plan | None:
    """The plan of a question for yes or no, or of a claim; UnknownNameError where it rests on an unknown name."""
    there = _existence(clauses, items)
    if there:
        return there
    clause = clause_of(items, clauses.told) or clauses.state(items)
    if clause is None:
        return None
    nouns = [n for a in clause.arguments for n in a.nouns]
    if not nouns:
        return None
    whole = [a for a in clause.arguments if len(a.nouns) == 2]
    if whole and len(clause.arguments) == 1 and whole[0].both:
        one, other = whole[0].nouns
        before = Argument((one,), after=False)
        clause = replace(clause, arguments=(before, Argument((other,), after=True)))
    subject, *others = clause.arguments
    asked = replace(clause, arguments=tuple(others)) if others else clause
    conditions: list[Condition] = []
    for named in _subjects(subject):
        readings = [_fixed(clauses, reading, named, clause) for reading in clauses.readings(asked, TARGET, None)]
        best = max((r for r in readings if r), key=lambda r: r.score, default=None)
        if best is None:
            return _held_when(clauses, clause) or _unknown(nouns)
        conditions += [best.edge, *best.conditions]
    return Plan("yes-no", TARGET, tuple(conditions)) if conditions else _unknown(nouns)


def _subjects(argument: Argument) -> list[Named]:
    """What the question is about: each name joined by "and", or all those joined by "or" as one."""
    names = _terms(argument)
    return names if argument.both or not names else [reduce(joint_name, names)]


def _existence(clauses: Sentences, items: Sequence[Item]) -> Plan | None:
    """ "Is there an MoU between A and B", "are there universities in Japan": whether there is any."""
    match [*items]:
        case [Auxiliary("be"), Some() as noun, Named() as one, Little("and"), Named() as other] if (
            one.preposition == "between" and any("Agreement" in kind.classes for kind in noun.kinds)
        ):
            relation = "signedMoUWith" if any("mou" in kind.words for kind in noun.kinds) else "signedAgreementWith"
            ends = clauses.need(one, ("Agent",)), clauses.need(other, ("Agent",))
            return Plan("yes-no", TARGET, (Edge(ends[0], relation, ends[1], clauses.told),))
        case [Auxiliary("be"), Named() as named] if named.known:
            things = clauses.things(named, ("Agreement",))  # "is there an agreement between A and B" is its name
            return Plan("yes-no", TARGET, (Edge(things, "party", TARGET),)) if things else None
        case [Auxiliary(), Some() as noun, *rest]:
            conditions = clauses.describe(noun, TARGET)
            said = clauses.combined(split_parts(rest), TARGET, noun, "which") if rest else []
            if said is not None and len(conditions) + len(said) > 1:
                return Plan("yes-no", TARGET, (*conditions, *said))
    return None


def _terms(argument: Argument) -> list[Named]:
    return [noun for noun in argument.nouns if isinstance(noun, Named)]


def _fixed(clauses: Sentences, reading: Reading, named: Named, clause: Clause) -> Reading | None:
    """The reading with the question's first name in the place of what a list would ask for."""
    relation = clauses.vocabulary.relations[reading.edge.relation]
    subject = reading.edge.subject == TARGET
    things = clauses.things(named, relation.domain if subject else relation.range)
    if things is None or not clause.arguments[1:]:
        return None
    fixed = [_put(condition, TARGET, things) for condition in (reading.edge, *reading.conditions)]
    edge = fixed[0]
    assert isinstance(edge, Edge)
    return Reading(reading.score + clauses.score_of(named, things), edge, tuple(fixed[1:]))


def _held_when(clauses: Sentences, clause: Clause) -> Plan | None:
    """ "was X held in 2024": the date decides."""
    nouns = _terms(clause.arguments[0])
    things = clauses.things(nouns[0], ("Event",)) if nouns else None
    if things is None or not clause.times:
        return None
    return Plan("yes-no", TARGET, (Edge(things, "heldOn", TARGET), clauses.in_time(things, clause.times[0])))


def _unknown(nouns: Sequence[Named | Some]) -> Plan | None:
    unknown = next((n for n in nouns if isinstance(n, Named) and not n.known), None)
    if unknown is not None:
        raise UnknownNameError(unknown)
    return None


def _put(condition: Condition, var: Var, things: Things) -> Condition:
    """The condition with the thing in the variable's place."""
    if isinstance(condition, Edge):
        subject = things if condition.subject == var else condition.subject
        end = things if condition.object == var else condition.object
        return replace(condition, subject=subject, object=end)
    if isinstance(condition, Occasion | Setting):
        edge = _put(condition.edge, var, things)
        assert isinstance(edge, Edge)
        return replace(condition, edge=edge)
    if isinstance(condition, Within | InTime) and condition.term == var:
        return replace(condition, term=things)
    if isinstance(condition, InRole) and condition.person == var:
        return replace(condition, person=things)
    return condition
