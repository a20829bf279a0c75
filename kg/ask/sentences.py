"""Clauses put together: joined by "and", "or", "but not", each with its best reading."""

from __future__ import annotations

from collections.abc import Sequence

from kg.ask.clauses import Clause, clause_of
from kg.ask.folding import Part, split_parts
from kg.ask.items import Auxiliary, Item, Named, Some, Verb
from kg.ask.plan import Condition, Edge, Either, Not, OfClass, Told, Var
from kg.ask.reading import Clauses, NotReadError, Reading, UnknownNameError


class Sentences(Clauses):
    """Reads whole sentences into conditions on what they are about."""

    told: Told = "asserted"
    """Whether the question asks for what is so or for what is planned."""

    def relative(self, items: tuple[Item, ...], var: Var, some: Some) -> list[Condition]:
        """The conditions of a clause about ``var``: "who attended X"; NotReadError where it cannot be read."""
        found = self.combined(split_parts(items), var, some, "that")
        if found is None:
            raise NotReadError
        return found

    def combined(self, parts: Sequence[Part], target: Var, some: Some | None, asked: str) -> list[Condition] | None:
        """The conditions that the clauses put on ``target``; None where one of them cannot be read.

        UnknownNameError where one rests on a name that the graph does not know.
        """
        branches: list[list[Condition]] = [[]]
        for part in parts:
            clause = clause_of(part.items, self.told) or self.state(part.items)
            reading = self.best(clause, target, some, asked) if clause else None
            if reading is None:
                return None
            found: list[Condition] = [reading.edge, *reading.conditions]
            if part.joined == "or" and branches[-1]:
                branches.append([])
            branches[-1] += [Not(tuple(found))] if part.negated else found
        return branches[0] if len(branches) == 1 else [Either(tuple(map(tuple, branches)))]

    def best(self, clause: Clause, target: Var, some: Some | None, asked: str) -> Reading | None:
        """The likeliest reading; UnknownNameError where a name that is not known stands in the way of any."""
        readings = sorted(self.readings(clause, target, some, asked), key=lambda r: -r.score)
        if readings:
            return readings[0]
        unknown = next((n for a in clause.arguments for n in a.nouns if isinstance(n, Named) and not n.known), None)
        if unknown is not None:
            raise UnknownNameError(unknown)
        return None

    def state(self, items: Sequence[Item]) -> Clause | None:
        """A bare "is in", "was at": the preposition is the relation word."""
        if not any(isinstance(item, Auxiliary) and item.verb == "be" for item in items):
            return None
        for at, item in enumerate(items):
            if isinstance(item, Named | Some) and item.preposition:
                patterns = self.lexicon.states(item.preposition)
                if patterns:
                    return clause_of([*items[:at], Verb(patterns, item.preposition), *items[at:]], self.told)
        return None


def only_denied(conditions: Sequence[Condition]) -> bool:
    """Whether the conditions say only what something is not: then nothing tells of which things."""
    positive = [c for c in conditions if not isinstance(c, Not)]
    vague = all(
        isinstance(c, OfClass) and not (c.words or c.without or c.place) and set(c.classes) <= {"Person", "Agent"}
        for c in positive
    )
    return len(positive) < len(conditions) and vague


def as_denied(conditions: Sequence[Condition]) -> list[Condition]:
    """What is not so as what an article denies."""
    found: list[Condition] = []
    for condition in conditions:
        inner = condition.conditions if isinstance(condition, Not) else (condition,)
        for one in inner:
            denied = isinstance(condition, Not) and isinstance(one, Edge)
            found.append(
                Edge(one.subject, one.relation, one.object, "negated") if denied and isinstance(one, Edge) else one
            )
    return found
