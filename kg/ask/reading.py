"""From the items of a question to a plan: which relation, which way round, and what narrows the answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.ask.clauses import Argument, Clause, is_timely
from kg.ask.items import Item, Named, Some, When
from kg.ask.lexicon import Lexicon, Pattern
from kg.ask.plan import (
    Around,
    Condition,
    Edge,
    InRole,
    InTime,
    Not,
    Occasion,
    OfClass,
    Setting,
    Term,
    Things,
    Var,
    Within,
    date_of,
)  # fmt: skip
from kg.ask.roles import LEADERS, role_words
from kg.ask.text import stem
from kg.groups import codes_of
from kg.lookup import SURE
from kg.model import Entity
from kg.namekeys import fold
from kg.vocabulary import Relation

OCCASIONAL = frozenset({"metWith", "signedMoUWith", "signedAgreementWith", "cooperatesWith", "visited", "represents"})
"""Relations between agents that come about on some occasion, whose place and date are the relation's."""


SIGNATORY, PARTY = "signatory", "party"
SIGNING = (stem("signed"),)
MOST_THINGS = 50
"""So many things one name may mean at once."""
NARROWING = frozenset({"in", "at", "during", "from", "near"})


SETTINGS = frozenset({"in", "during"})
"""What comes before the setting of a deed and never before its object: "who met in Oslo"."""


class UnknownNameError(Exception):
    """The question rests on a name that the graph does not know."""

    def __init__(self, named: Named) -> None:
        super().__init__(named.said)
        self.named = named


class NotReadError(Exception):
    """A part of the question cannot be read, so that no answer to the rest would be one to the question."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a clause, the better the higher its score."""

    score: float
    edge: Edge
    conditions: tuple[Condition, ...]
    note: str = ""


class Clauses:
    """Reads clauses into conditions; makes the variables that they need."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.vocabulary = lexicon.vocabulary
        self._made = 0
        self.unused: list[str] = []

    def fresh(self) -> Var:
        """A variable of its own."""
        self._made += 1
        return Var(f"v{self._made}")

    def things(self, named: Named, classes: Sequence[str] | None = None) -> Things | None:
        """What a name means among things of these classes; None where it means none of them."""
        sure = [
            match
            for match in named.matches
            if match.score >= SURE
            and (classes is None or any(self.vocabulary.is_a(match.entity.type, c) for c in classes))
        ]
        if not sure:
            return None
        best = sure[0]
        tied = tuple(match.entity for match in sure if match.score == best.score and match.how == best.how)
        tied += tuple(match.entity for match in sure if match.entity not in tied and _bears(match.entity, tied[0]))
        return Things(tied[:MOST_THINGS], named.said, named.meant)

    def score_of(self, named: Named, things: Things) -> float:
        """How well the name fits the things taken for it."""
        return max((m.score for m in named.matches if m.entity in things.entities), default=0.0)

    def describe(self, some: Some, var: Var) -> list[Condition]:
        """What a common noun says of its variable."""
        found: list[Condition] = []
        if some.kinds:
            found.append(self.of_kind(some, var))
            found += [OfClass(var, (), word, (stem(word),)) for word in some.own]
            found += [InRole(var, role_words((kind.said,)), kind.said) for kind in some.kinds if kind.office]
        if some.nations:
            found.append(Within(var, _either([self.need(n, ("Place",)) for n in some.nations]), nation=True))
        found += [self._inside(var, inside) for inside in some.inside]
        found += [Not((self._inside(var, outside),)) for outside in some.outside]
        if some.relative:
            found += self.relative(some.relative, var, some)
        return found

    def _inside(self, var: Var, inside: Named | When) -> Condition:
        if isinstance(inside, When) or is_timely(inside):
            return self.in_time(var, inside)
        return Within(var, self.need(inside, ("Place",)), nation=inside.preposition in ("from", "of"))

    def of_kind(self, some: Some, var: Var) -> OfClass:
        """The classes and words of a common noun, or of several joined by "or"."""
        kinds = some.kinds
        said = " or ".join(kind.said for kind in kinds)
        classes = tuple(dict.fromkeys(c for kind in kinds for c in kind.classes))
        words = tuple(dict.fromkeys(w for kind in kinds for w in kind.words)) if all(k.words for k in kinds) else ()
        without = kinds[0].without if len(kinds) == 1 else ()
        place = kinds[0].place if len(kinds) == 1 else ""
        return OfClass(var, classes, said, words, without, place, any(kind.plural for kind in kinds))

    def need(self, named: Named, classes: Sequence[str] | None = None) -> Things:
        """What a name means; UnknownNameError where the graph knows no such thing."""
        things = self.things(named, classes)
        if things is None:
            raise UnknownNameError(named)
        return things

    def relative(self, items: tuple[Item, ...], var: Var, some: Some) -> list[Condition]:
        """The conditions of a clause about ``var``: "who attended X", "that Huawei cooperates with"."""
        raise NotImplementedError

    def readings(self, clause: Clause, target: Var, some: Some | None, asked: str = "") -> Iterator[Reading]:
        """Every way in which the clause may speak of ``target`` that its types allow."""
        patterns = clause.verb.patterns
        bodies = [replace(p, relation=PARTY) for p in patterns if p.relation == SIGNATORY]
        for pattern in (*patterns, *bodies):
            relation = self.vocabulary.relations[pattern.relation]
            if not clause.arguments or self._only_set(clause):
                yield from self._alone(clause, relation, target, some, asked)
            for argument in clause.arguments:
                rest = [other for other in clause.arguments if other is not argument]
                for subject in (True, False):
                    yield from self._reading(clause, pattern, relation, target, some, argument, rest, subject, asked)

    def _only_set(self, clause: Clause) -> bool:
        """Whether the clause tells nothing but where its deed is set, and its words do not ask for just that."""
        set_in = all(a.after and a.preposition in SETTINGS for a in clause.arguments)
        return set_in and not clause.verb.role and not any(p.preposition in SETTINGS for p in clause.verb.patterns)

    def _alone(
        self, clause: Clause, relation: Relation, target: Var, some: Some | None, asked: str
    ) -> Iterator[Reading]:
        passive = _done_to(clause, relation)
        ends = relation.range if passive else relation.domain
        if asked and self._fits(some, ends) and not relation.datatype and clause.verb.said:
            subject, end = (self.fresh(), target) if passive else (target, self.fresh())
            edge = Edge(subject, relation.name, end, clause.told)
            set_in = self._narrowed(edge, target, relation, list(clause.arguments)) if clause.arguments else []
            role = role_words(clause.verb.role) if relation.name == "represents" else ()
            if set_in is not None:
                set_in += [InRole(target, role, " ".join(clause.verb.role))] * bool(role)
                score = (4.5 if set_in else 0.5) + 0.3 * ("Event" in relation.range)
                yield Reading(score, edge, (*set_in, *self._timed(clause, edge)))
        if clause.times and not clause.arguments and relation.name == "heldOn" and self._fits(some, ("Event",)):
            yield Reading(
                0.6, Edge(target, "heldOn", Var(date_of(target))), self._timed(clause, Edge(target, "heldOn", target))
            )

    def _reading(
        self,
        clause: Clause,
        pattern: Pattern,
        relation: Relation,
        target: Var,
        some: Some | None,
        argument: Argument,
        rest: list[Argument],
        subject: bool,
        asked: str,
    ) -> Iterator[Reading]:
        """The reading in which the argument is the relation's subject (or object), if it can be."""
        own, other = (relation.domain, relation.range) if subject else (relation.range, relation.domain)
        fits = self._fits(some, other, value=bool(relation.datatype) and subject)
        if (relation.datatype and not subject) or not fits or argument.preposition == "outside":
            return
        terms, score, conditions = [], 0.0, list[Condition]()
        for noun in argument.nouns:
            posted = not subject and self._posted(clause, relation, noun)
            term, fit, more = posted or self._term(noun, own)
            if term is None:
                return
            terms.append(term)
            score += fit / len(argument.nouns)
            conditions += more
        if not argument.both and all(isinstance(term, Things) for term in terms):
            terms = [_either([term for term in terms if isinstance(term, Things)])]
        edges = [
            Edge(term, relation.name, target, clause.told)
            if subject
            else Edge(target, relation.name, term, clause.told)
            for term in terms
        ]
        score += 3.0 if relation.symmetric or subject == expects_subject(clause, pattern, argument) else -1.0
        if argument.after and argument.preposition in NARROWING and argument.preposition != pattern.preposition:
            score -= 2.0
        score += self._manner(clause, pattern, argument, relation, subject, asked)
        score -= relation.name == PARTY and pattern.core == SIGNING  # bodies sign where no people do
        conditions += edges[1:]
        person = edges[0].subject
        note = ""
        role = self._role(clause, pattern, person)
        if role:
            conditions.append(role)
        narrowed = self._narrowed(edges[0], target, relation, rest)
        if narrowed is None:
            return
        conditions += narrowed
        yield Reading(score, edges[0], (*conditions, *self._timed(clause, edges[0])), note)

    def _term(self, noun: Named | Some, classes: tuple[str, ...]) -> tuple[Term | None, float, list[Condition]]:
        if isinstance(noun, Named):
            things = self.things(noun, classes)
            if things and codes_of(things.entities[0].id):  # "who visited Africa": what lies there
                there = self.fresh()
                return there, self.score_of(noun, things), [Within(there, things, nation=True)]
            return things, self.score_of(noun, things) if things else 0.0, []
        if not self._fits(noun, classes):
            return None, 0.0, []
        var = self.fresh()
        return var, 0.8, self.describe(noun, var)

    def _posted(
        self, clause: Clause, relation: Relation, noun: Named | Some
    ) -> tuple[Term, float, list[Condition]] | None:
        """ "Consul in Shanghai": who holds an office in a place represents something there."""
        if relation.name != "represents" or not clause.verb.role or noun.preposition != "in" or isinstance(noun, Some):
            return None
        place, var = self.things(noun, ("Place",)), self.fresh()
        return (var, self.score_of(noun, place), [Within(var, place)]) if place else None

    def _fits(self, some: Some | None, classes: tuple[str, ...], value: bool = False) -> bool:
        """Whether a common noun can ask for things of these classes."""
        if some is None or not some.kinds:
            return True
        if value:
            return False
        wanted = [name for kind in some.kinds for name in kind.classes]
        is_a = self.vocabulary.is_a
        return not wanted or any(is_a(w, c) or is_a(c, w) for w in wanted for c in classes)

    def _manner(
        self, clause: Clause, pattern: Pattern, argument: Argument, relation: Relation, subject: bool, asked: str
    ) -> float:
        """How well the wording fits the pattern, beyond the order of its parts."""
        score = 0.3 * len(pattern.core)
        after = argument.preposition if argument.after else ""
        if pattern.form == "state":
            score += 0.5 if clause.be or clause.verb.participle else -1.5
        if pattern.preposition and pattern.preposition == after:
            score += 0.5
        if asked == "where":
            score += 2.0 if "Place" in relation.range and subject and relation.name != "represents" else -1.0
        if asked == "who":
            end = relation.range if subject else relation.domain
            score += 1.0 if any(self.vocabulary.is_a("Person", c) for c in end) else -1.0
        return score

    def _role(self, clause: Clause, pattern: Pattern, person: Term) -> InRole | None:
        if pattern.relation != "represents":
            return None
        if clause.verb.role:
            words = role_words(clause.verb.role)
            return InRole(person, words, " ".join(clause.verb.role)) if words else None
        if pattern.core in (("lead",), ("head",)):
            return InRole(person, (LEADERS,), "leader")
        return None

    def _narrowed(self, edge: Edge, target: Var, relation: Relation, rest: list[Argument]) -> list[Condition] | None:
        """What further names in the clause narrow: a place, or an event; None where one of them finds no use."""
        found: list[Condition] = []
        for noun in (noun for argument in rest for noun in argument.nouns):
            if isinstance(noun, Some):
                return None
            if noun.preposition not in NARROWING:
                if not noun.preposition or (noun.known and noun.matches[0].how in ("exact", "acronym")):
                    return None
                self.unused.append(noun.said)
                continue
            at = self.things(noun, ("Place", "Event"))
            if at is None and noun.known:
                return None
            found += self._at(edge, target, relation, noun)
        return found

    def _at(self, edge: Edge, target: Var, relation: Relation, named: Named) -> list[Condition]:
        at = self.need(named, ("Place", "Event"))
        ends = ((edge.subject, relation.domain), (edge.object, relation.range))
        event = next((term for term, classes in ends if "Event" in classes), None)
        if named.preposition == "from":
            return [Within(target, at, nation=True)]
        if relation.name == "represents" and at.entities[0].type == "Event":
            return [Edge(edge.subject, "attended", at)]  # who they stand for may be told elsewhere
        if at.entities[0].type == "Event" or (
            relation.name in OCCASIONAL and not self._reaches(relation, edge, target)
        ):
            return [Setting(edge, at)]
        return [Within(target if event is None else event, at)]

    def _reaches(self, relation: Relation, edge: Edge, target: Var) -> bool:
        """Whether the place narrows what is asked for: "which institute did ESA visit in Puebla"."""
        return relation.name in ("visited", "represents") and edge.object == target

    def _timed(self, clause: Clause, edge: Edge) -> tuple[Condition, ...]:
        if not clause.times:
            return ()
        relation = self.vocabulary.relations[edge.relation]
        for term, classes in ((edge.subject, relation.domain), (edge.object, relation.range)):
            if "Event" in classes:
                return tuple(self.in_time(term, when) for when in clause.times)
        event = self.fresh()
        return (Occasion(edge, event), *(self.in_time(event, when) for when in clause.times))

    def in_time(self, term: Term, when: When | Named) -> InTime | Around:
        """The event took place then; UnknownNameError for an event that the graph does not know."""
        if isinstance(when, When):
            return InTime(term, when.since, when.until, when.said)
        return Around(term, self.need(when, ("Event",)), when.preposition not in ("after", "since"))


def _done_to(clause: Clause, relation: Relation) -> bool:
    """Whether a clause of a verb alone asks for what it was done to: "what was established"."""
    verb = clause.verb
    active = any(p.relation == relation.name and p.form == "verb" and not p.inverse for p in verb.patterns)
    return clause.be and verb.participle and not verb.by and not clause.done and not relation.symmetric and active


def expects_subject(clause: Clause, pattern: Pattern, argument: Argument) -> bool:
    """Whether the wording makes the argument the relation's subject."""
    if pattern.form == "noun":
        return not pattern.inverse
    subject = not argument.after
    passive = pattern.form == "verb" and (clause.verb.by or (clause.verb.participle and clause.be and not clause.done))
    if passive:
        subject = argument.by or (argument.after and clause.verb.by)
    return subject != pattern.inverse


def _bears(person: Entity, known: Entity) -> bool:
    """Whether a person bears the surname by which alone another is known: they may be one."""
    people = person.type == known.type == "Person"
    return people and " " not in known.label and fold(person.label).endswith(f" {fold(known.label)}")


def _either(terms: list[Things]) -> Things:
    entities = tuple(dict.fromkeys(entity for term in terms for entity in term.entities))
    meant = all(term.meant or len(term.entities) == 1 for term in terms)
    return Things(entities, " or ".join(term.said for term in terms), meant)
