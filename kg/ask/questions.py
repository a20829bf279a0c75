"""The kinds of question (who, where, when, how many, did …), each made into a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.ask.folding import attach_places, fold_relatives, split_and
from kg.ask.items import Ask, Asked, Auxiliary, Cut, Item, Named, Some, Verb, When
from kg.ask.kinds import Kind
from kg.ask.lexicon import Lexicon
from kg.ask.plan import Condition, Edge, InRole, InYear, Occasion, OfClass, Plan, Setting, Things, Var, Within
from kg.ask.reading import Argument, Clause, Clauses, Reading, UnknownNameError, clause_of
from kg.lookup import word_set

TARGET = Var("x")
HAPPENED = word_set("hold take place start begin open occur happen schedul organis host")
"""Stems of verbs that add nothing to "when" and "where"."""
SIGNED = ("signedMoUWith", "signedAgreementWith")


class Reader:
    """Makes a plan of one question's items."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.clauses = Clauses(lexicon)
        self.vocabulary = lexicon.vocabulary
        self.lexicon = lexicon

    def plan(self, cut: Cut) -> Plan | None:
        """The plan that the items ask for, or None; UnknownNameError where it rests on an unknown name."""
        items = fold_relatives(attach_places(cut.items))
        ask = next((item for item in items if isinstance(item, Ask)), None)
        asked: Asked | None = ask.asked if ask else None
        planned = any(isinstance(item, Auxiliary) and item.verb == "will" for item in items)
        rest: list[Item] = [item for item in items if not isinstance(item, Ask)]
        plan = self._plan(asked, rest, planned)
        if plan is None:
            unknown = next((i for i in rest if isinstance(i, Named) and not i.known), None)
            if unknown is not None and any(isinstance(i, Verb) for i in rest):
                raise UnknownNameError(unknown)
            return None
        return replace(plan, unused=tuple(dict.fromkeys([*cut.unused, *self.clauses.unused])))

    def _plan(self, asked: Asked | None, items: list[Item], planned: bool) -> Plan | None:
        if asked == "connected":
            return self._connection(items)
        if asked == "when":
            return self._when(items)
        if asked == "where":
            return self._where(items, planned)
        if asked is None and items and isinstance(items[0], Auxiliary):
            return self._yes_no(items, planned)
        if asked == "how-many":
            return self._how_many(items, planned)
        return self._list(asked or "list", items, planned)

    # Lists: who, what, which, and fragments

    def _list(self, asked: Asked, items: list[Item], planned: bool) -> Plan | None:
        target, items = self._target(asked, items)
        if target is not None and any("Agreement" in kind.classes for kind in target.kinds):
            signed = self._partners(target.kinds[0], items)
            if signed:
                return signed
        parts = split_and(items)
        conditions: list[Condition] = self.clauses.describe(target, TARGET) if target else []
        found = len(conditions) > 1
        for part in parts:
            clause = clause_of(part, planned)
            if clause is None:
                clause = self._state(part, planned)
            if clause is None:
                if any(isinstance(item, Verb) for item in part) or len(parts) > 1 or not self._bare(part):
                    return None
                continue
            reading = self._best(clause, target, asked)
            if reading is None:
                return self._date_of(clause)
            found = True
            conditions += [reading.edge, *reading.conditions]
        if not conditions or (not found and not self._names_nothing_else(items)):
            return None
        asks_value = any(isinstance(c, Edge) and c.object == TARGET and self._is_value(c) for c in conditions)
        return Plan("value" if asks_value else "list", TARGET, tuple(conditions), self._without_role(conditions))

    def _is_value(self, edge: Edge) -> bool:
        return self.vocabulary.relations[edge.relation].datatype is not None

    def _date_of(self, clause: Clause) -> Plan | None:
        """ "ITCN Asia 2025 date": a noun that asks for a value."""
        values = [p for p in clause.verb.patterns if self.vocabulary.relations[p.relation].datatype]
        nouns = [n for a in clause.arguments for n in a.nouns if isinstance(n, Named)]
        for pattern in values:
            for noun in nouns:
                things = self.clauses.things(noun, self.vocabulary.relations[pattern.relation].domain)
                if things:
                    return Plan("value", TARGET, (Edge(things, pattern.relation, TARGET),))
        return None

    def _names_nothing_else(self, items: Sequence[Item]) -> bool:
        """Whether the question is for all of a kind: "which events are there"."""
        return all(isinstance(item, Auxiliary) for item in items)

    def _bare(self, part: Sequence[Item]) -> bool:
        return not any(isinstance(item, Named | Some | When) for item in part)

    def _target(self, asked: Asked, items: list[Item]) -> tuple[Some | None, list[Item]]:
        """What is asked for: the common noun after "which", or the first of a fragment."""
        for at, item in enumerate(items):
            if isinstance(item, Some) and (at == 0 or asked in ("which", "what", "list", "how-many")):
                return item, [*items[:at], *items[at + 1 :]]
            if isinstance(item, Verb | Named | Auxiliary) and asked != "list" and asked != "what":
                break
            if isinstance(item, Verb | Named):
                break
        return None, items

    def _best(self, clause: Clause, target: Some | None, asked: str) -> Reading | None:
        readings = sorted(self.clauses.readings(clause, TARGET, target, asked), key=lambda r: -r.score)
        if readings:
            return readings[0]
        unknown = next((n for a in clause.arguments for n in a.nouns if isinstance(n, Named) and not n.known), None)
        if unknown is not None:
            raise UnknownNameError(unknown)
        return None

    def _state(self, items: Sequence[Item], planned: bool) -> Clause | None:
        """A bare "is in", "was at": the preposition is the relation word."""
        if not any(isinstance(item, Auxiliary) and item.verb == "be" for item in items):
            return None
        for at, item in enumerate(items):
            if isinstance(item, Named | Some) and item.preposition:
                patterns = self.lexicon.states(item.preposition)
                if patterns:
                    verb = Verb(patterns, item.preposition)
                    return clause_of([*items[:at], verb, *items[at:]], planned)
        return None

    def _without_role(self, conditions: list[Condition]) -> Plan | None:
        """For "who leads X", where no office is told: whoever represents it, and said so."""
        if any(isinstance(c, InRole) and c.said == "leader" for c in conditions):
            kept = tuple(c for c in conditions if not isinstance(c, InRole))
            return Plan("list", TARGET, kept, note="the graph does not tell who leads it")
        return None

    # Where and when

    def _where(self, items: list[Item], planned: bool) -> Plan | None:
        clause = clause_of(items, planned)
        nouns = [item for item in items if isinstance(item, Named)]
        if clause is None:
            return self._site(nouns[0]) if len(nouns) == 1 and not any(isinstance(i, Verb) for i in items) else None
        readings = [
            r
            for r in self.clauses.readings(clause, TARGET, None, "where")
            if "Place" in self.vocabulary.relations[r.edge.relation].range and r.edge.object == TARGET
        ]
        good = [r for r in readings if r.edge.relation in ("heldIn", "locatedIn", "visited", "signedIn")]
        if good:
            best = max(good, key=lambda r: r.score)
            conditions: list[Condition] = [best.edge, *best.conditions, OfClass(TARGET, ("Place",), "place")]
            return Plan("list", TARGET, tuple(conditions))
        if set(clause.verb.patterns[0].core) <= HAPPENED and len(nouns) == 1:
            return self._site(nouns[0])
        return self._occasion(clause, "heldIn", "list")

    def _site(self, named: Named) -> Plan | None:
        """Where a thing is: an event is held, a body or place lies somewhere."""
        for relation in ("heldIn", "locatedIn", "signedIn"):
            best = self.clauses.things(named)
            things = self.clauses.things(named, self.vocabulary.relations[relation].domain)
            if things and best and self.clauses.score_of(named, things) >= self.clauses.score_of(named, best) - 0.3:
                place = OfClass(TARGET, ("Place",), "place")
                return Plan("list", TARGET, (Edge(things, relation, TARGET), place))
        if not named.known:
            raise UnknownNameError(named)
        return None

    def _when(self, items: list[Item]) -> Plan | None:
        nouns = [item for item in items if isinstance(item, Named)]
        clause = clause_of(items)
        if clause is not None and len(nouns) >= 2 and not self._event_noun(clause):
            return self._occasion(clause, "heldOn", "value")
        for relation in ("heldOn", "signedOn"):
            for named in nouns:
                things = self.clauses.things(named, self.vocabulary.relations[relation].domain)
                if things and self._leads(named, things):
                    rest = [n for n in nouns if n is not named and n.preposition == "in"]
                    places = tuple(Within(things, self.clauses.need(n, ("Place",))) for n in rest)
                    return Plan("value", TARGET, (Edge(things, relation, TARGET), *places))
        unknown = next((n for n in nouns if not n.known), None)
        if unknown is not None:
            raise UnknownNameError(unknown)
        return self._occasion(clause, "heldOn", "value") if clause else None

    def _leads(self, named: Named, things: Things) -> bool:
        return self.clauses.score_of(named, things) >= named.matches[0].score - 0.3

    def _event_noun(self, clause: Clause) -> bool:
        """Whether the clause is about an event by name: "when did Huawei organise the webinar"."""
        nouns = [n for a in clause.arguments for n in a.nouns if isinstance(n, Named)]
        about_events = any("Event" in self.vocabulary.relations[p.relation].range for p in clause.verb.patterns)
        held = any(p.relation in ("heldIn", "heldOn") for p in clause.verb.patterns)
        return (about_events or held) and any(self.clauses.things(n, ("Event",)) for n in nouns)

    def _occasion(self, clause: Clause, relation: str, goal: str) -> Plan | None:
        """When or where two met, signed, visited: the event that both took part in tells."""
        pair = self._pair(clause)
        if pair is None:
            return None
        edge, rest = pair
        event = self.clauses.fresh()
        conditions: list[Condition] = [Occasion(edge, event), Edge(event, relation, TARGET)]
        conditions += rest(event)
        agreed: Plan | None = None
        if edge.relation in SIGNED:
            deal = self.clauses.fresh()
            told = "signedOn" if relation == "heldOn" else "signedIn"
            parties: tuple[Condition, ...] = (Edge(deal, "party", edge.subject), Edge(deal, "party", edge.object))
            agreed = Plan("value" if goal == "value" else "list", TARGET, (*parties, Edge(deal, told, TARGET)))
        return Plan("value" if goal == "value" else "list", TARGET, tuple(conditions), agreed)

    def _pair(self, clause: Clause) -> tuple[Edge, _Rest] | None:
        """The edge between the clause's two names, and the conditions that its other names put on an event."""
        nouns = [(n, a) for a in clause.arguments for n in a.nouns if isinstance(n, Named)]
        ends = [n for n, a in nouns if not (a.after and n.preposition in ("in", "at", "during", "on"))]
        for named, argument in nouns:
            if len(ends) < 2 and named not in ends and clause.verb.patterns[0].relation == "visited" and argument.after:
                ends.append(named)
        for pattern in clause.verb.patterns:
            relation = self.vocabulary.relations[pattern.relation]
            if relation.datatype or not ends:
                continue
            one = self.clauses.things(ends[0], relation.domain)
            other = self.clauses.things(ends[1], relation.range) if len(ends) > 1 else self.clauses.fresh()
            if one and other:
                places = [n for n, _ in nouns if n not in ends]
                return Edge(one, relation.name, other), _Rest(self.clauses, places, clause.times)
        unknown = next((n for n in ends if not n.known), None)
        if unknown is not None:
            raise UnknownNameError(unknown)
        return None

    # How many

    def _how_many(self, items: list[Item], planned: bool) -> Plan | None:
        target, rest = self._target("how-many", items)
        if target is not None and any("Agreement" in kind.classes for kind in target.kinds):
            return self._agreements(target.kinds[0], rest)
        plan = self._list("how-many", items, planned)
        return None if plan is None else replace(plan, goal="count", fallback=None)

    def _partners(self, kind: Kind, items: list[Item]) -> Plan | None:
        """Which agreements someone signed: the agreements, or else the partners."""
        nouns = [item for item in items if isinstance(item, Named)]
        signed = any(isinstance(i, Verb) and any("sign" in p.relation.casefold() for p in i.patterns) for i in items)
        one = self.clauses.things(nouns[0], ("Agent",)) if signed and len(nouns) == 1 else None
        if one is None or nouns[0].preposition not in ("", "by", "with"):
            return None
        of_kind = OfClass(TARGET, ("Agreement",), kind.said, kind.words)
        partners = Plan("list", TARGET, (Edge(one, _signing(kind), TARGET),), note="the partners it signed with")
        return Plan("list", TARGET, (of_kind, Edge(TARGET, "party", one)), partners)

    def _agreements(self, kind: Kind, items: list[Item]) -> Plan | None:
        """How many agreements were signed: the number an article gives, or else the partners that the graph knows."""
        nouns = [item for item in items if isinstance(item, Named)]
        if not nouns:
            return None
        relation = _signing(kind)
        things = [self.clauses.need(noun, ("Event", "Agent")) for noun in nouns]
        first = things[0]
        if len(things) == 2 and all(t.entities[0].type not in ("Event", "Place") for t in things):
            deal = TARGET
            parties: tuple[Condition, ...] = tuple(Edge(deal, "party", thing) for thing in things)
            return Plan("count", TARGET, (*parties, OfClass(deal, ("Agreement",), kind.said, kind.words)))
        held = first.entities[0].type == "Place" and nouns[0].preposition in ("in", "at")
        other = self.clauses.fresh()
        if held:
            event = self.clauses.fresh()
            return Plan("value", TARGET, (Edge(event, "heldIn", first), Edge(event, "agreementCount", TARGET)))
        if first.entities[0].type == "Event":
            edge = Edge(TARGET, relation, other)
            counted = Plan("count", TARGET, (edge, Setting(edge, first)), note="counted: those who signed there")
        else:
            counted = Plan(
                "count", TARGET, (Edge(first, relation, TARGET),), note="counted: the partners it signed with"
            )
        return Plan("value", TARGET, (Edge(first, "agreementCount", TARGET),), counted)

    # Yes or no, and connections

    def _yes_no(self, items: list[Item], planned: bool) -> Plan | None:
        clause = clause_of(items, planned) or self._state(items, planned)
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
        for named in self._terms(subject):
            rest = tuple(a for a in clause.arguments if a is not subject)
            asked = replace(clause, arguments=rest) if rest else clause
            for reading in self.clauses.readings(asked, TARGET, None):
                fixed = self._fixed(reading, named, clause)
                if fixed:
                    readings.append(fixed)
        if not readings:
            return self._held_when(clause) or self._unknown(nouns)
        best = max(readings, key=lambda r: r.score)
        return Plan("yes-no", TARGET, (best.edge, *best.conditions))

    def _terms(self, argument: Argument) -> list[Named]:
        return [noun for noun in argument.nouns if isinstance(noun, Named)]

    def _fixed(self, reading: Reading, named: Named, clause: Clause) -> Reading | None:
        """The reading with the question's first name in the place of what a list would ask for."""
        relation = self.vocabulary.relations[reading.edge.relation]
        subject = reading.edge.subject == TARGET
        things = self.clauses.things(named, relation.domain if subject else relation.range)
        if things is None or not clause.arguments[1:]:
            return None
        fixed = [_put(condition, TARGET, things) for condition in (reading.edge, *reading.conditions)]
        edge = fixed[0]
        assert isinstance(edge, Edge)
        return Reading(reading.score + self.clauses.score_of(named, things), edge, tuple(fixed[1:]))

    def _held_when(self, clause: Clause) -> Plan | None:
        """ "was X held in 2024": the date decides."""
        nouns = self._terms(clause.arguments[0])
        things = self.clauses.things(nouns[0], ("Event",)) if nouns else None
        if things is None or not clause.times:
            return None
        return Plan("yes-no", TARGET, (Edge(things, "heldOn", TARGET), InYear(things, clause.times[0].time)))

    def _unknown(self, nouns: Sequence[Named | Some]) -> Plan | None:
        unknown = next((n for n in nouns if isinstance(n, Named) and not n.known), None)
        if unknown is not None:
            raise UnknownNameError(unknown)
        return None

    def _connection(self, items: list[Item]) -> Plan | None:
        nouns = [item for item in items if isinstance(item, Named)]
        if len(nouns) != 2:
            return None
        one, other = self.clauses.need(nouns[0]), self.clauses.need(nouns[1])
        return Plan("path", TARGET, (Edge(one, "", other),))


class _Rest:
    """The conditions that further names and times put on an event."""

    def __init__(self, clauses: Clauses, places: Sequence[Named], times: Sequence[When]) -> None:
        self._clauses, self._places, self._times = clauses, places, times

    def __call__(self, event: Var) -> list[Condition]:
        places = [Within(event, self._clauses.need(named, ("Place",))) for named in self._places]
        return [*places, *(InYear(event, when.time) for when in self._times)]


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
    if isinstance(condition, Within | InYear) and condition.term == var:
        return replace(condition, term=things)
    if isinstance(condition, InRole) and condition.person == var:
        return replace(condition, person=things)
    return condition


def _signing(kind: Kind) -> str:
    """The relation that agreements of this kind make."""
    return "signedMoUWith" if "mou" in kind.words else "signedAgreementWith"
