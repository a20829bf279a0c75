"""The kinds of question (who, where, when, how many, did …), each made into a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.ask.agreements import agreements, by_parties, how_many, named_by_verb, signed_where
from kg.ask.clauses import Clause, clause_of
from kg.ask.encounters import encounters
from kg.ask.folding import Part, attach_places, fold_relatives, split_parts
from kg.ask.items import Ask, Asked, Auxiliary, Cut, Item, Little, Named, Some, Verb, When
from kg.ask.lexicon import Lexicon
from kg.ask.operators import Ranked
from kg.ask.plan import (
    Condition,
    Edge,
    Goal,
    InRole,
    Occasion,
    OfClass,
    Other,
    Plan,
    Things,
    Var,
    Within,
)
from kg.ask.ranking import dated_by_articles, of_countries, planned_only, ranked, uses_all
from kg.ask.reading import Clauses, UnknownNameError
from kg.ask.sentences import Sentences, as_denied, only_denied
from kg.ask.truth import TARGET, yes_no
from kg.namekeys import word_set

HAPPENED = word_set("hold take place start begin open occur happen schedul organis host")
"""Stems of verbs that add nothing to "when" and "where"."""
COUNTED = {"metWith": "meetings", "visited": "visits"}
"""What is counted where "how many times" is asked of a relation."""
SIGNED = ("signedMoUWith", "signedAgreementWith")


class Reader:
    """Makes a plan of one question's items."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.clauses = Sentences(lexicon)
        self.vocabulary = lexicon.vocabulary
        self.lexicon = lexicon

    def plan(self, cut: Cut, planned: bool = False, rank: Ranked | None = None, *, claim: bool = False) -> Plan | None:
        """The plan that the items ask for, or None; UnknownNameError where it rests on an unknown name.

        ``planned`` where the question is for what is planned; ``claim`` where the items say something and ask nothing.
        """
        items = fold_relatives(self._noun_phrases(attach_places(cut.items)))
        asks = [item.asked for item in items if isinstance(item, Ask)]
        asked: Asked | None = "connected" if "connected" in asks else asks[0] if asks else None
        if len(asks) > 1 and asked not in ("connected", "list"):
            return None
        if asked == "list" and len(asks) > 1:
            asked = asks[1]
        if planned or any(isinstance(item, Auxiliary) and item.verb == "will" for item in items):
            self.clauses.told = "planned"
        rest: list[Item] = [item for item in items if not isinstance(item, Ask)]
        plan = yes_no(self.clauses, rest) if claim and asked is None else self._plan(asked, rest)
        if plan is None:
            unknown = next((i for i in rest if isinstance(i, Named) and not i.known), None)
            if unknown is not None and any(isinstance(i, Verb) for i in rest):
                raise UnknownNameError(unknown)
            return None
        if not uses_all(plan, items):
            return None
        if self.clauses.told == "planned":
            plan = planned_only(plan, self.clauses)
            if plan is None:
                return None
        final = ranked(plan, rank, self.clauses) if rank else dated_by_articles(plan)
        return final and replace(final, unused=tuple(dict.fromkeys([*cut.unused, *self.clauses.unused])))

    def _plan(self, asked: Asked | None, items: list[Item]) -> Plan | None:
        if asked == "connected":
            return self._connection(items)
        if asked == "when":
            return self._when(items)
        if asked == "where":
            items, left_out = _exceptions(items)
            found = self._where(items)
            others = tuple(Other(TARGET, self.clauses.need(named)) for named in left_out)
            return found and replace(found, conditions=(*found.conditions, *others))
        if asked is None and items and isinstance(items[0], Auxiliary):
            return yes_no(self.clauses, items)
        if asked == "how-many":
            return self._how_many(items)
        return self._list(asked or "list", items)

    def _noun_phrases(self, items: list[Item]) -> list[Item]:
        """ "The organisers of X" beside another verb: a noun with what it is of as a clause about it."""
        found: list[Item] = []
        for item in items:
            last = found[-1] if found else None
            nouns = self.lexicon.nouns(last.kinds[0].said) if isinstance(last, Some) and last.kinds else ()
            fits = isinstance(item, Named | Some) and tuple(p for p in nouns if p.preposition == item.preposition)
            if isinstance(last, Some) and fits and not last.relative and any(isinstance(i, Verb) for i in items):
                found[-1] = replace(last, relative=(Verb(fits, last.kinds[0].said), item))
            else:
                found.append(item)
        return found

    # Lists: who, what, which, and fragments

    def _list(self, asked: Asked, items: list[Item]) -> Plan | None:
        items, left_out = _exceptions(items)
        target, items = self._target(asked, items)
        if target is None:
            target, items = named_by_verb(self.lexicon.kinds, items)
        if target is not None and any("Agreement" in kind.classes for kind in target.kinds):
            signed = agreements(self.clauses, target, items)
            if signed:
                return signed
        if target is not None and (met := encounters(self.clauses, target, items)):
            return met
        conditions: list[Condition] = self.clauses.describe(target, TARGET) if target else []
        parts = split_parts(items)
        if target is not None and any("Place" in kind.classes for kind in target.kinds):
            nouns = [item for item in items if not isinstance(item, Auxiliary)]
            named = nouns[0] if len(nouns) == 1 and len(items) == 2 else None
            site = self._site(named) if isinstance(named, Named) else None
            if site:
                return replace(site, conditions=(*site.conditions[:1], *conditions))
        if self._is_empty(parts):
            if not conditions:
                return None
        else:
            said = self.clauses.combined(parts, TARGET, target, asked)
            if said is None:
                clause = clause_of(parts[0].items) if len(parts) == 1 else None
                return self._date_of(clause) if clause else None
            conditions += said
        for named in left_out:
            conditions.append(Other(TARGET, self.clauses.need(named)))
        note = ""
        if only_denied(conditions):
            conditions, note = as_denied(conditions), "an article denies it"
        asks_value = any(isinstance(c, Edge) and c.object == TARGET and self._is_value(c) for c in conditions)
        goal: Goal = "value" if asks_value else "list"
        plan = Plan(goal, TARGET, tuple(conditions), self._without_role(conditions), note=note)
        return by_parties(of_countries(plan, self.clauses))

    def _is_empty(self, parts: Sequence[Part]) -> bool:
        """Whether nothing is said but of the noun that is asked for."""
        items = [item for part in parts for item in part.items]
        return not any(isinstance(item, Verb | Named | Some | When) for item in items)

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

    def _without_role(self, conditions: list[Condition]) -> Plan | None:
        """For "who leads X", where no office is told: whoever represents it, and said so."""
        if any(isinstance(c, InRole) and c.said == "leader" for c in conditions):
            kept = tuple(c for c in conditions if not isinstance(c, InRole))
            return Plan("list", TARGET, kept, note="the graph does not tell who leads it")
        return None

    # Where and when

    def _where(self, items: list[Item]) -> Plan | None:
        clause = clause_of(items, self.clauses.told)
        nouns = [item for item in items if isinstance(item, Named)]
        somes = [item for item in items if isinstance(item, Some)]
        if clause is None and not nouns and len(somes) == 1:
            var = self.clauses.fresh()
            event = any("Event" in kind.classes for kind in somes[0].kinds)
            found = Edge(var, "heldIn" if event else "locatedIn", TARGET)
            return Plan("list", TARGET, (found, *self.clauses.describe(somes[0], var)))
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
            if best.edge.relation == "signedIn" and isinstance(best.edge.subject, Things) and not best.conditions:
                return signed_where(best.edge.subject, self.clauses)
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
        some = next((item for item in items if isinstance(item, Some)), None)
        met = encounters(self.clauses, some, [i for i in items if i is not some], when=True) if some else None
        if met:
            return met
        nouns = [item for item in items if isinstance(item, Named)]
        clause = clause_of(items, self.clauses.told)
        if clause is not None and len(nouns) >= 2 and not self._event_noun(clause):
            return self._occasion(clause, "heldOn", "value")
        for relation in ("heldOn", "signedOn"):
            for named in nouns:
                things = self.clauses.things(named, self.vocabulary.relations[relation].domain)
                if things and self._leads(named, things):
                    rest = [n for n in nouns if n is not named and n.preposition == "in"]
                    places = tuple(Within(things, self.clauses.need(n, ("Place",))) for n in rest)
                    return Plan("value", TARGET, (Edge(things, relation, TARGET), *places), self._signed_then(things))
        unknown = next((n for n in nouns if not n.known), None)
        if unknown is not None:
            raise UnknownNameError(unknown)
        return self._occasion(clause, "heldOn", "value") if clause else None

    def _signed_then(self, things: Things) -> Plan:
        """When an agreement was signed: the date of the event at which it was."""
        event = self.clauses.fresh()
        return Plan("value", TARGET, (Edge(things, "signedAt", event), Edge(event, "heldOn", TARGET)))

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
        at_event = isinstance(edge.object, Var) and "Event" in self.vocabulary.relations[edge.relation].range
        event = edge.object if isinstance(edge.object, Var) and at_event else self.clauses.fresh()
        conditions: list[Condition] = [edge if at_event else Occasion(edge, event), Edge(event, relation, TARGET)]
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
        relations = [self.vocabulary.relations[pattern.relation] for pattern in clause.verb.patterns]
        # Who spoke somewhere, with nobody named, spoke at an event.
        for relation in relations if len(ends) > 1 else sorted(relations, key=lambda r: "Event" not in r.range):
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

    def _how_many(self, items: list[Item]) -> Plan | None:
        target, rest = self._target("how-many", items)
        if target is not None and target.kinds[0].said == "times":
            return self._times(rest)
        if target is not None and any("Agreement" in kind.classes for kind in target.kinds):
            return how_many(self.clauses, target, rest)
        plan = self._list("how-many", items)
        second = replace(plan.fallback, goal="count", fallback=None) if plan and plan.fallback else None
        return None if plan is None else replace(plan, goal="count", fallback=second)

    def _times(self, items: list[Item]) -> Plan | None:
        """How many times two met, or one visited the other: the meetings or visits that both took part in."""
        clause = clause_of(items, self.clauses.told)
        pair = self._pair(clause) if clause else None
        noun = COUNTED.get(pair[0].relation) if pair else None
        kind = self.lexicon.kinds.of(noun) if noun else None
        if pair is None or kind is None:
            return None
        edge, rest = pair
        of_kind = OfClass(TARGET, kind.classes, kind.said, kind.words, plural=True)
        return Plan("count", TARGET, (Occasion(edge, TARGET), of_kind, *rest(TARGET)))

    # Connections

    def _connection(self, items: list[Item]) -> Plan | None:
        nouns = [item for item in items if isinstance(item, Named)]
        if len(nouns) != 2:
            return None
        one, other = self.clauses.need(nouns[0]), self.clauses.need(nouns[1])
        return Plan("path", TARGET, (Edge(one, "", other),))


class _Rest:
    """The conditions that further names and times put on an event."""

    def __init__(self, clauses: Clauses, places: Sequence[Named], times: Sequence[When | Named]) -> None:
        self._clauses, self._places, self._times = clauses, places, times

    def __call__(self, event: Var) -> list[Condition]:
        places = [Within(event, self._clauses.need(named, ("Place",))) for named in self._places]
        return [*places, *(self._clauses.in_time(event, when) for when in self._times)]


def _exceptions(items: Sequence[Item]) -> tuple[list[Item], list[Named]]:
    """The items without "except A and B", and what is left out; also "but not A", where A is of another class."""
    items = _left_out(items)
    kept: list[Item] = []
    left_out: list[Named] = []
    leaving = False
    for item in items:
        if isinstance(item, Little) and item.word == "except":
            leaving = True
        elif leaving and isinstance(item, Named):
            left_out.append(item)
        elif not (leaving and isinstance(item, Little) and item.word in ("and", "or")):
            leaving = False
            kept.append(item)
    return kept, left_out


def _left_out(items: Sequence[Item]) -> Sequence[Item]:
    match [*items]:
        case [*before, Little("but" | "and"), Little("not"), Named() as named]:
            last = next((item for item in reversed(before) if isinstance(item, Named | Some)), None)
            kind = named.matches[0].entity.type if named.matches else ""
            classes = (
                {last.matches[0].entity.type}
                if isinstance(last, Named) and last.matches
                else {c for k in last.kinds for c in k.classes}
                if isinstance(last, Some)
                else set()
            )
            if kind and not named.preposition and kind not in classes:
                return [*before, Little("except"), named]
    return items
