"""What a plan asks, said back in English, so that people see how they were understood; and the answer as a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.ask.kinds import SEVERAL
from kg.ask.phrases import counted_as, forms_of, listed, noun_said, plural_of
from kg.ask.plan import Condition, Edge, InCountry, InRole, Occasion, OfClass, Plan, Term, Things, Var, terms_of
from kg.ask.predicates import WHEN, Predicates
from kg.ask.times import spoken
from kg.vocabulary import Vocabulary


def paraphrase(plan: Plan, vocabulary: Vocabulary) -> str:
    """One line that says what the plan asks for, with the full names of what it rests on."""
    line = _Teller(plan, vocabulary).question()
    notes = [plan.note] if plan.note else []
    if plan.unused:
        notes.append("not used: " + ", ".join(f"“{word[:40]}”" for word in plan.unused[:8]))
    return " — ".join([line, *notes])


def sentence(plan: Plan, vocabulary: Vocabulary, labels: Sequence[str], value: int | str | bool | None) -> str:
    """The answer in one sentence, to be read aloud."""
    said = _Teller(plan, vocabulary).answer(list(labels), value).replace("..", ".")
    return said if plan.goal == "sources" else said.replace("“", "").replace("”", "")


def condition_said(condition: Condition, plan: Plan, vocabulary: Vocabulary) -> str:
    """One condition of a plan, in words."""
    teller = _Teller(plan, vocabulary)
    if isinstance(condition, InRole):
        return f"holds the office “{condition.said}”"
    if isinstance(condition, OfClass):
        return f"is of the kind {condition.said}"
    return teller.alone(condition)


class _Teller(Predicates):
    """Says one plan as a question and as an answer."""

    def question(self) -> str:
        plan = self.plan
        if plan.goal == "path":
            edge = next(plan.edges())
            return f"how {self._name(edge.subject)} and {self._name(edge.object)} are connected"
        if plan.goal == "facts":
            return self._facts_asked()
        if plan.goal == "sources":
            return f"which articles say that {self._whether()}" if plan.conditions else self._mentions()
        if plan.goal == "yes-no":
            return f"whether {self._existence() or self._whether()}"
        if plan.goal == "value":
            return self._value_question()
        noun, plural = self._noun()
        head = (
            f"how many {noun or self._vague(plan.target).several}"
            if plan.goal == "count"
            else f"which {noun}"
            if noun
            else self._who()
        )
        lone = self._only_edge()
        if lone and plan.goal == "list":
            return f"{head} {self._subject_first(lone)}"
        told = self._predicates(plan.target, plural or plan.goal == "count")
        return f"{head} {told}{self._rank()}" if told else f"{head}{self._rank() or ' there are'}"

    def answer(self, labels: list[str], value: int | str | bool | None) -> str:
        plan = self.plan
        labels = list(dict.fromkeys(labels))
        several = len(labels) > 1
        if plan.goal == "yes-no":
            told = self._existence() or self._whether()
            return f"Yes: {told}." if value else f"No article says that {told}."
        if plan.goal == "value":
            return self._value_sentence(value)
        if plan.goal == "count":
            noun, _ = self._noun()
            told = self._predicates(plan.target, value != 1)
            counted = counted_as(value, noun or self._vague(plan.target).several)
            return f"{counted}{' ' + told if told else ''}."
        if plan.goal == "sources":
            titles = listed([f"“{label}”" for label in labels])
            return f"{titles} {'say' if several else 'says'} so."
        if plan.goal == "facts":
            return ""
        edge = self._only_edge()
        if edge:
            return f"{_upper(self._subject_first(edge))} {listed(labels)}."
        if plan.rank and plan.rank.counted is None:
            noun, plural = self._noun()
            among = noun if plural else plural_of(noun)
            told = self._predicates(plan.target, plural=True)
            order = self._rank().removeprefix(", ")
            that = f" that {told}" if told else ""
            which = f"the {among}" if among else "those"
            return f"{listed(labels)} {'are' if several else 'is'} {order} of {which}{that}."
        told = self._predicates(plan.target, several)
        if not told:
            noun, _ = self._noun()
            return f"{_upper(noun) or 'Found'}: {listed(labels)}."
        return f"{listed(labels)} {told}{self._rank()}."

    def alone(self, condition: Condition) -> str:
        """One condition, of its own subject."""
        self._told.add(self.plan.conditions.index(condition))
        term = next((t for t in terms_of(condition) if isinstance(t, Var)), self.plan.target)
        return self._of(condition, term)

    def _facts_asked(self) -> str:
        only, about = self.plan.only, self.plan.about
        if about is None:
            return f"what is {only}"
        return (
            f"which offices {about.label} holds" if only == "offices" else f"what is {only or 'told'} of {about.label}"
        )

    def _mentions(self) -> str:
        return f"which articles mention {self.plan.about.label}" if self.plan.about else "which articles there are"

    def _existence(self) -> str:
        """ "There are companies that …", where the question is whether there are any; empty where it names them."""
        edges = [edge for edge in self.plan.edges() if self.plan.target in (edge.subject, edge.object)]
        if not edges or any(self._is_date(edge) for edge in edges):
            return ""
        noun, plural = self._noun()
        noun, plural = ("people", True) if noun in SEVERAL else (noun, plural)
        vague = self._vague(self.plan.target).one
        told = self._predicates(self.plan.target, plural)
        there = f"there are {noun}" if plural else f"there is a {noun}" if noun else f"there is {vague}"
        return there + f" that {told}" * bool(told)

    def _is_date(self, edge: Edge) -> bool:
        return edge.object == self.plan.target and self.vocabulary.relations[edge.relation].datatype is not None

    def _whether(self) -> str:
        """The plan's edges as a clause of their own."""
        parts = []
        for number, condition in enumerate(self.plan.conditions):
            if number in self._told:
                continue
            edge = condition.edge if isinstance(condition, Occasion) else condition
            self._told.add(number)
            if isinstance(edge, Edge):
                told = forms_of(self.vocabulary.relations[edge.relation]).one
                parts.append(f"{self._name(edge.subject)} {self._tense(edge, told)} {self._name(edge.object)}")
            elif not isinstance(condition, OfClass):
                parts.append(self._of(condition, subject=True))
            if isinstance(condition, Occasion):
                parts[-1] = f"{parts[-1]} {self._when(condition.event)}".strip()
        return " and ".join(filter(None, parts))

    def _value_question(self) -> str:
        edge = self._value_edge()
        self._told |= {n for n, c in enumerate(self.plan.conditions) if c == edge}
        if edge is None:
            return "what " + self._predicates(self.plan.target, False)
        if edge.relation == "agreementCount":
            return (
                f"how many agreements {listed([self._name(e.subject) for e in self.plan.edges()])} saw the signing of"
            )
        occasion = self._occasion(edge)
        if occasion:
            return f"when {self._clause(occasion.edge)}{self._further(edge.subject)}"
        if edge.relation in WHEN:
            return f"when {self._name(edge.subject)} was {WHEN[edge.relation]}{self._further(edge.subject)}"
        return f"what {self._telling(edge)}"

    def _value_sentence(self, value: int | str | bool | None) -> str:
        edge, said = self._value_edge(), spoken(str(value))
        self._told |= {n for n, c in enumerate(self.plan.conditions) if c == edge}
        if edge is None:
            return f"{said}."
        if edge.relation == "agreementCount":
            subjects = listed([self._name(edge.subject) for edge in self.plan.edges()])
            return f"{_upper(subjects)} saw the signing of {said} agreements."
        preposition = "on" if len(str(value)) == 10 else "in"
        occasion = self._occasion(edge)
        if occasion:
            return f"{_upper(self._clause(occasion.edge))} {preposition} {said}."
        if edge.relation in WHEN:
            return f"{_upper(self._name(edge.subject))} was {WHEN[edge.relation]} {preposition} {said}."
        return f"{_upper(self._telling(edge))} {said}."

    def _telling(self, edge: Edge) -> str:
        """The subject of an edge and what is said of it: "MoUs are about"."""
        kinds = (c for c in self.plan.conditions if isinstance(c, OfClass) and c.var == edge.subject)
        plural = any(kind.plural for kind in kinds)
        return f"{self._name(edge.subject)} {forms_of(self.vocabulary.relations[edge.relation]).of(plural)}"

    def _value_edge(self) -> Edge | None:
        return next((c for c in self.plan.conditions if isinstance(c, Edge) and c.object == self.plan.target), None)

    def _occasion(self, edge: Edge) -> Occasion | None:
        return next((c for c in self.plan.conditions if isinstance(c, Occasion) and c.event == edge.subject), None)

    def _further(self, term: Term) -> str:
        """What else is said of a term, after a comma."""
        edge = self._value_edge()
        self._told |= {n for n, c in enumerate(self.plan.conditions) if c == edge or isinstance(c, Occasion)}
        told = self._predicates(term, False)
        return f", which {told}" if told else ""

    def _clause(self, edge: Edge) -> str:
        told = forms_of(self.vocabulary.relations[edge.relation]).one
        return f"{self._name(edge.subject)} {told} {self._name(edge.object)}"

    def _only_edge(self) -> Edge | None:
        """The plan's one edge, where it goes from things that are named to what is asked for."""
        rest = [c for c in self.plan.conditions if not (isinstance(c, OfClass) and c.var == self.plan.target)]
        match rest:
            case [Edge() as to, InCountry() as country] if to.object == country.term:
                rest = [replace(to, object=country.country)]
        edge = rest[0] if len(rest) == 1 else None
        fits = isinstance(edge, Edge) and isinstance(edge.subject, Things) and edge.object == self.plan.target
        return edge if isinstance(edge, Edge) and fits and not self.plan.rank else None

    def _subject_first(self, edge: Edge) -> str:
        told = forms_of(self.vocabulary.relations[edge.relation]).one
        return f"{self._name(edge.subject)} {self._tense(edge, told)}"

    def _who(self) -> str:
        for edge in self.plan.edges():
            relation = self.vocabulary.relations[edge.relation]
            ends = relation.domain if edge.subject == self.plan.target else relation.range
            if self.plan.target in (edge.subject, edge.object):
                return "who" if any(self.vocabulary.is_a("Person", c) for c in ends) else "what"
        return "what"

    def _noun(self) -> tuple[str, bool]:
        for number, condition in enumerate(self.plan.conditions):
            if isinstance(condition, OfClass) and condition.var == self.plan.target:
                self._told.add(number)
                return noun_said(condition.said), condition.plural
        return "", False

    def _rank(self) -> str:
        rank = self.plan.rank
        if rank is None:
            return ""
        if rank.counted is None:
            order = "latest" if rank.descending else "earliest"
            return f", the {order}" + (f" {rank.top}" if (rank.top or 1) > 1 else "")
        return f" (top {rank.top})" if (rank.top or 1) != 1 else ""


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
