"""Questions for yes or no, and claims: did A sign with B, was X held in Y."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.ask.items import Item, Named, Some
from kg.ask.plan import Condition, Edge, InRole, InTime, Occasion, Plan, Setting, Things, Var, Within
from kg.ask.reading import Argument, Clause, Reading, UnknownNameError, clause_of
from kg.ask.sentences import Sentences

TARGET = Var("x")


def yes_no(clauses: Sentences, items: Sequence[Item]) -> Plan | None:
    """The plan of a question for yes or no, or of a claim; UnknownNameError where it rests on an unknown name."""
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
    subject = clause.arguments[0]
    readings = []
    for named in _terms(subject):
        rest = tuple(a for a in clause.arguments if a is not subject)
        asked = replace(clause, arguments=rest) if rest else clause
        for reading in clauses.readings(asked, TARGET, None):
            fixed = _fixed(clauses, reading, named, clause)
            if fixed:
                readings.append(fixed)
    if not readings:
        return _held_when(clauses, clause) or _unknown(nouns)
    best = max(readings, key=lambda r: r.score)
    return Plan("yes-no", TARGET, (best.edge, *best.conditions))


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
