"""What a plan says of one term, as predicates that a sentence can hold: "were attended by X and held in 2022"."""

from __future__ import annotations

from kg.ask.phrases import UNKNOWN, VAGUE, Forms, denied, forms_of, listed, noun_said, plural_of
from kg.ask.plan import (
    Around,
    Condition,
    Dated,
    Edge,
    Either,
    Holds,
    InCountry,
    InRole,
    InTime,
    Not,
    Occasion,
    OfClass,
    Other,
    Plan,
    Published,
    Setting,
    Term,
    Things,
    Together,
    Var,
    Within,
    speaks_of,
)  # fmt: skip
from kg.vocabulary import Vocabulary

WHEN = {"heldOn": "held", "signedOn": "signed"}


class Predicates:
    """Says the conditions of one plan, every one of them once."""

    def __init__(self, plan: Plan, vocabulary: Vocabulary) -> None:
        self.plan, self.vocabulary = plan, vocabulary
        framed = {c.edge for c in plan.conditions if isinstance(c, Occasion | Published)}
        dated = {c.term for c in plan.conditions if isinstance(c, InTime | Around)}
        self._told: set[int] = {
            number
            for number, c in enumerate(plan.conditions)
            if isinstance(c, Edge) and (c in framed or (c.relation == "heldOn" and c.subject in dated))
        }

    def _tense(self, edge: Edge, told: str) -> str:
        return {"asserted": told, "planned": f"(planned) {told}", "negated": f"(denied) {told}"}[edge.told]

    def _predicates(self, term: Term, plural: bool) -> str:
        """All that is said of a variable, joined by "and"."""
        found = [self._parties(term, plural)]
        for number, condition in enumerate(self.plan.conditions):
            if number in self._told or not speaks_of(condition, term):
                continue
            self._told.add(number)
            told = self._of(condition, term=term, plural=plural)
            if told:
                found.append(told)
        return " and ".join(dict.fromkeys(filter(None, found)))

    def _parties(self, term: Term, plural: bool) -> str:
        """Between whom an agreement is, where there are several; each is then told."""
        parties = {n: c for n, c in enumerate(self.plan.conditions) if isinstance(c, Edge) and c.relation == "party"}
        parties = {n: edge for n, edge in parties.items() if edge.subject == term and n not in self._told}
        if len(parties) < 2:
            return ""
        self._told |= set(parties)
        return f"{'are' if plural else 'is'} between {listed([self._name(edge.object) for edge in parties.values()])}"

    def _of(self, condition: Condition, term: Term | None = None, plural: bool = False, subject: bool = False) -> str:
        match condition:
            case Edge():
                return self._predicate(condition, term, plural)
            case Occasion():
                return f"{self._predicate(condition.edge, term, plural)} {self._when(condition.event)}".strip()
            case Together():
                return self._predicate(condition.edge, term, plural)
            case Published() if condition.edge.relation == "party" and isinstance(condition.edge.object, Var):
                return f"{'were' if plural else 'was'} told of {condition.said}"
            case Published():
                return f"{self._predicate(condition.edge, term, plural)} ({condition.said})"
            case Setting():
                event = condition.at.entities[0].type == "Event"
                return f"{'were' if plural else 'was'} {'at' if event else 'in'} {condition.at.label} for it"
            case Within():
                head = f"{self._name(condition.term)} " if subject else ""
                where = "from" if condition.nation else "in"
                return f"{head}{'are' if plural else 'is'} {where} {condition.place.label}"
            case InTime():
                head = f"{self._name(condition.term)} " if subject else ""
                did = f"{'were' if plural else 'was'} {WHEN[condition.relation]}"
                return f"{head}{did} {condition.said}" if condition.said else ""
            case Around():
                head = f"{self._name(condition.term)} " if subject else ""
                when = "before" if condition.before else "after"
                return f"{head}{'were' if plural else 'was'} held {when} {condition.event.label}"
            case InRole():
                return self._in_office(condition, plural)
            case Not():
                inner = " and ".join(filter(None, (self._of(c, term, plural) for c in condition.conditions)))
                return denied(inner, plural)
            case Either() if condition.said[0]:
                return condition.said[plural]
            case Either():
                branches = (
                    " and ".join(filter(None, (self._of(c, term, plural) for c in b))) for b in condition.branches
                )
                return " or ".join(branches)
            case Other():
                return f"{'are' if plural else 'is'} not {condition.things.label}"
            case InCountry():
                return f"{'are' if plural else 'is'} home to {self._name(condition.term)}"
            case OfClass() | Dated() | Holds():
                return ""

    def _when(self, event: Term) -> str:
        """The time of an occasion, without its verb: "in 2022", "before “X”"."""
        found = []
        for number, condition in enumerate(self.plan.conditions):
            if isinstance(condition, InTime | Around) and condition.term == event and number not in self._told:
                self._told.add(number)
                found.append(self._of(condition).removeprefix("was held "))
        return " and ".join(found)

    def _predicate(self, edge: Edge, term: Term | None, plural: bool) -> str:
        relation = self.vocabulary.relations[edge.relation]
        inverse = edge.object == term and edge.subject != term
        other = edge.subject if inverse else edge.object
        told = self._tense(edge, forms_of(relation, inverse).of(plural))
        office = self._office(edge) if relation.name == "represents" else ""
        setting = self._setting(edge)
        return f"{told} {self._name(other)}{office}{setting}"

    def _setting(self, edge: Edge) -> str:
        """Where it came about, as far as the question asks."""
        for number, condition in enumerate(self.plan.conditions):
            if isinstance(condition, Setting) and condition.edge == edge and number not in self._told:
                self._told.add(number)
                return f" {'at' if condition.at.entities[0].type == 'Event' else 'in'} {condition.at.label}"
        return ""

    def _in_office(self, role: InRole, plural: bool) -> str:
        """The office that a person holds, unless it is the noun that stands for them: "ministers"."""
        kinds = (c for c in self.plan.conditions if isinstance(c, OfClass) and c.var == role.person)
        if any(role.said == kind.said for kind in kinds):
            return ""
        one = noun_said(role.said if role.said.endswith("ss") else role.said.removesuffix("s"))
        return f"are {plural_of(one)}" if plural else f"is {'an' if one[0] in 'aeiou' else 'a'} {one}"

    def _office(self, edge: Edge) -> str:
        """The office in which a person is asked to represent something."""
        for number, condition in enumerate(self.plan.conditions):
            if isinstance(condition, InRole) and condition.person == edge.subject and number not in self._told:
                self._told.add(number)
                return f" as {noun_said(condition.said)}"
        return ""

    def _name(self, term: Term) -> str:
        if isinstance(term, Things):
            return term.label
        if term == self.plan.target:
            return "it"
        noun, plural, vague = "", False, self._vague(term)
        counted = self.plan.rank is not None and self.plan.rank.counted == term
        for number, condition in enumerate(self.plan.conditions):
            if isinstance(condition, OfClass) and condition.var == term:
                self._told.add(number)
                noun, plural = noun_said(condition.said), condition.plural
        if counted:
            noun = f"{self._number()} {noun or 'others'}"
        told = self._predicates(term, plural)
        return f"{noun or vague.one} that {told}" if told else noun or vague.one

    def _vague(self, term: Term) -> Forms:
        """A word for things of which only what they do is known: "someone", "an event"."""
        for edge in self.plan.edges():
            relation = self.vocabulary.relations[edge.relation]
            ends = relation.domain if edge.subject == term else relation.range if edge.object == term else ()
            if ends:
                return VAGUE.get(ends[0], VAGUE["Agent"]) if len(ends) == 1 else UNKNOWN
        return UNKNOWN

    def _number(self) -> str:
        rank = self.plan.rank
        assert rank is not None
        if rank.least or rank.most:
            return f"at least {rank.least}" if rank.least else f"at most {rank.most}"
        return "the most" if rank.descending else "the fewest"
