"""A plan as SPARQL that runs as it stands: only IRIs of the graph and escaped literals enter it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS

from kg.ask.dating import date_measure, dated_lines
from kg.ask.hops import Hop, own
from kg.ask.officers import role_lines
from kg.ask.places import Placing, country_lines
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
    date_of,
)  # fmt: skip
from kg.ask.quoting import iri, literal, plain
from kg.store import GraphView
from kg.store.rdf import OA

PART = ("attended", "spokeAt", "organized")
"""What ties someone to an event that they took part in."""
TRANSITIVE = ("heldIn", "locatedIn")
"""What is held or lies in a city is in its country too."""
BY_PERSONS = {"attended": "organized"}
"""Relations that another one implies where a person is its subject: a person who organised it was there."""


class Writer:
    """Writes one plan."""

    def __init__(self, plan: Plan, view: GraphView) -> None:
        self.plan, self.view = plan, view
        self.vocabulary, self.names = view.vocabulary, view.names
        told = (c.edge if isinstance(c, Occasion | Setting | Published | Dated) else c for c in plan.conditions)
        self._ends = {end for c in told if isinstance(c, Edge) for end in (c.subject, c.object)}
        # A name that an edge ends in leaves few things: all else is looked up for each. Else each part is found first.
        self._few = any(isinstance(end, Things) for end in self._ends)
        self._found = self._ends | {c.term for c in plan.conditions if isinstance(c, Within | InTime)}
        self._several: dict[tuple[str, ...], str] = {}
        self._made = 0

    def select(self, only: Sequence[str] = (), limit: int | None = None) -> str:
        """A SELECT query for the target and every variable that an edge rests on; ASK for yes or no.

        ``only`` keeps these targets, by IRI. A plan with a rank gives the targets in their order with what orders
        them, ``limit`` of them.
        """
        lines = self._about(self._told())
        if only:
            lines.insert(0, _values(self.plan.target, only))
        head, tail = "SELECT DISTINCT " + " ".join(self.variables()), ""
        if self.plan.goal == "yes-no" and not self.variables()[1:]:
            head = "ASK"
        if self.plan.rank and not only and self.plan.goal != "value":
            head, tail = self._ranked(limit)
        return self._query(head, lines, tail)

    def reached(self, hops: Sequence[Hop]) -> str:
        """A SELECT query for the target and one way to it, where the other variables are these hops.

        For each hop from the target there is a text: the IRIs on the way, in the order of ``steps``.
        """
        lines = [*map(self._through, hops), *self._about(own(self.plan, self.plan.target))]
        ways = " ".join(f"?{hop.var.name}Way" for hop in hops)
        return self._query(f"SELECT DISTINCT ?{self.plan.target.name} {ways}", lines)

    def _through(self, hop: Hop) -> str:
        """What can take the hop, each once however many ways lead on from it, with the first of these ways."""
        link, *others = hop.conditions
        body = self._apart([link, *(c for c in others if not isinstance(c, Edge))], hop.beyond)
        named = [c for c in others if isinstance(c, Edge)]
        if named:  # found first: Oxigraph would follow such an edge anew for each way to the thing
            body += f" {{ SELECT DISTINCT ?{hop.var.name} WHERE {{ {self._apart(named)} }} }}"
        texts = [f"STR(?{hop.var.name})", *(f'" ", ?{further.var.name}Way' for further in hop.beyond)]
        way = f"CONCAT({', '.join(texts)})" if hop.beyond else texts[0]
        near = f"?{hop.near.name}"
        return f"{{ SELECT {near} (MIN({way}) AS ?{hop.var.name}Way) WHERE {{ {body} }} GROUP BY {near} }}"

    def _apart(self, conditions: Iterable[Condition], hops: Iterable[Hop] = ()) -> str:
        """A group of its own, with what the names in it stand for."""
        outside, self._several = self._several, {}
        lines = [*self._about(conditions), *map(self._through, hops)]
        body = " ".join([*self._things(), *lines])
        self._several = outside
        return body

    def _about(self, conditions: Iterable[Condition]) -> list[str]:
        return [line for condition in self._ordered(conditions) for line in self._lines(condition)]

    def _told(self) -> Iterator[Condition]:
        """The conditions, but for edges that another one also tells of."""
        framed = {c.edge for c in self.plan.conditions if isinstance(c, Occasion | Setting | Published | Dated)}
        return (c for c in self.plan.conditions if not (c in framed and isinstance(c, Edge) and c.told == "asserted"))

    def _query(self, head: str, lines: Sequence[str], tail: str = "") -> str:
        body = "\n".join(f"  {line}" for line in (*self._things(), *lines))
        prefixes = "".join(f"PREFIX {p}: <{ns}>\n" for p, ns in self._prefixes().items() if f"{p}:" in body)
        return f"{prefixes}{head} WHERE {{\n{body}\n}}{tail}"

    def _things(self) -> list[str]:
        """What the names stand for that mean several things."""
        return [f"VALUES {var} {{ {' '.join(map(iri, ids))} }}" for ids, var in self._several.items()]

    def _ordered(self, conditions: Iterable[Condition]) -> list[Condition]:
        """The conditions, the telling ones first; what must not be last, when all that it speaks of is known."""
        return sorted(conditions, key=_weight)

    def _ranked(self, limit: int | None) -> tuple[str, str]:
        rank, target = self.plan.rank, f"?{self.plan.target.name}"
        assert rank is not None
        by = self.plan.dated()
        if by is not None:
            measure = date_measure(by, rank.descending)
        elif rank.counted is None:
            measure = f"({'MAX' if rank.descending else 'MIN'}(STR(?{date_of(self.plan.target)})) AS ?n)"
        else:
            measure = f"(COUNT(DISTINCT ?{rank.counted.name}) AS ?n)"
        bounds = [
            f"COUNT(DISTINCT ?{rank.counted.name}) {sign} {n}"
            for sign, n in ((">=", rank.least), ("<=", rank.most))
            if n and rank.counted
        ]
        having = f"\nHAVING ({' && '.join(bounds)})" if bounds else ""
        order = f"{'DESC' if rank.descending else 'ASC'}(?n) {target}"
        tail = f"\nGROUP BY {target}{having}\nORDER BY {order}" + (f"\nLIMIT {limit}" if limit else "")
        return f"SELECT {target} {measure}", tail

    def _prefixes(self) -> dict[str, str]:
        known = {"rdf": RDF, "rdfs": RDFS, "skos": SKOS, "owl": OWL, "prov": PROV, "oa": OA, "dct": DCTERMS}
        return {"kg": self.names.namespace} | {prefix: str(namespace) for prefix, namespace in known.items()}

    def variables(self) -> list[str]:
        """The target and the other variables of the edges, as they stand in the query."""
        found = ["?" + self.plan.target.name]
        for edge in self.plan.edges():
            found += [f"?{t.name}" for t in (edge.subject, edge.object) if isinstance(t, Var)]
        for condition in self.plan.conditions:
            if isinstance(condition, Occasion) and isinstance(condition.event, Var):
                found.append(f"?{condition.event.name}")
        return list(dict.fromkeys(found))

    def _term(self, term: Term) -> str:
        if isinstance(term, Var):
            return f"?{term.name}"
        ids = tuple(entity.id for entity in term.entities)
        if len(ids) == 1:
            return iri(ids[0])
        if ids not in self._several:
            self._several[ids] = self._fresh()
        return self._several[ids]

    def _fresh(self) -> str:
        self._made += 1
        return f"?_{self._made}".replace("_", "t")

    def path(self, relation: str) -> str:
        """The relation and all that imply it, as a property path."""
        implied = self.vocabulary.implied_by(relation)
        steps = "|".join(f"kg:{name}" for name in implied)
        return f"({steps})" if len(implied) > 1 else steps

    def _lines(self, condition: Condition, apart: bool = False) -> Iterator[str]:
        """The lines of a condition; ``apart`` where it stands in a branch of its own."""
        match condition:
            case Edge():
                yield from self._edge(condition)
            case OfClass():
                yield from self._of_class(condition, apart)
            case Within():
                yield from self._within(condition, apart)
            case InTime():
                yield from self._in_time(condition)
            case Published():
                yield from self._published(condition)
            case Dated():
                yield from self._dated(condition)
            case InCountry():
                ends = self._term(condition.term), self._term(condition.country)
                yield from country_lines(*ends, condition.nation, self._fresh)
            case Around():
                yield from self._around(condition)
            case Not():
                yield from self._not(condition)
            case Either():
                branches = [
                    "{ " + " ".join(line for c in b for line in self._lines(c, apart=True)) + " }"
                    for b in condition.branches
                ]
                yield " UNION ".join(branches)
            case Other():
                ids = ", ".join(iri(entity.id) for entity in condition.things.entities)
                yield f"FILTER({self._term(condition.var)} NOT IN ({ids}))"
            case Holds():
                beginning = literal(r"\b(" + "|".join(plain(word) for word in condition.words) + ")")
                yield f'FILTER(REGEX({self._term(condition.var)}, {beginning}, "i"))'
            case InRole():
                yield from role_lines(condition, self._term(condition.person), self._fresh, few=self._few)
            case Occasion():
                yield from self._occasion(condition)
            case Setting():
                yield from self._setting(condition)
            case Together(edge, other):
                both = " ".join(line for told in (edge, other) for line in self._edge(told))
                yield f"GRAPH {self._fresh()} {{ {both} }}"

    def _in_time(self, time: InTime) -> Iterator[str]:
        term, date = self._term(time.term), f"?{date_of(time.term)}"
        held = f"{term} kg:{time.relation} {date} . {between(date, time.since, time.until)}"
        few = self._few or isinstance(time.term, Things)
        yield held if few else f"{{ SELECT DISTINCT {term} {date} WHERE {{ {held} }} }}"

    def _around(self, around: Around) -> Iterator[str]:
        """Dates of different precision are compared only where one does not lie within the other."""
        date, other = f"?{date_of(around.term)}", self._fresh()
        first, second = (date, other) if around.before else (other, date)
        yield f"{self._term(around.term)} kg:heldOn {date} . {self._term(around.event)} kg:heldOn {other} ."
        within = " && ".join(f"!STRSTARTS(STR({a}), STR({b}))" for a, b in ((first, second), (second, first)))
        yield f"FILTER(STR({first}) < STR({second}) && {within})"

    def _published(self, published: Published) -> Iterator[str]:
        edge, graph, date = published.edge, self._fresh(), self._fresh()
        told = f"{self._term(edge.subject)} {self.path(edge.relation)} {self._term(edge.object)} ."
        issued, bounds = f"{graph} dct:issued {date}", between(date, published.since, published.until)
        if self._few:
            yield f"GRAPH {graph} {{ {told} {issued} }} {bounds}"
        else:
            yield f"{{ SELECT {graph} WHERE {{ GRAPH {graph} {{ {issued} }} {bounds} }} }} GRAPH {graph} {{ {told} }}"

    def _dated(self, dated: Dated) -> Iterator[str]:
        edge, mention = dated.edge, f"{self._fresh()} kg:refersTo {self._term(dated.of)} ."
        told = f"{self._term(edge.subject)} {self.path(edge.relation)} {self._term(edge.object)} ." if edge else mention
        return dated_lines(dated, told, self._fresh(), "(" + "|".join(f"kg:{name}" for name in PART) + ")")

    def _not(self, condition: Not) -> Iterator[str]:
        yield f"FILTER NOT EXISTS {{ {self._apart(condition.conditions)} }}"

    def _edge(self, edge: Edge) -> Iterator[str]:
        subject, end = self._term(edge.subject), self._term(edge.object)
        if edge.told != "asserted" and edge.relation not in ("heldIn", "heldOn"):
            yield from self._only_told(edge, subject, end)
        elif edge.relation in TRANSITIVE and isinstance(edge.object, Things):
            yield f"{subject} {self.path(edge.relation)}/kg:locatedIn* {end} ."
        elif edge.relation in BY_PERSONS:
            other = BY_PERSONS[edge.relation]
            yield f"{{ {subject} {self.path(edge.relation)} {end} }}"
            yield f"UNION {{ {subject} kg:{other} {end} ; a kg:Person }}"
        else:
            yield f"{subject} {self.path(edge.relation)} {end} ."
            if edge.relation == "heldIn" and isinstance(edge.object, Var):
                finer = self._fresh()
                yield f"FILTER NOT EXISTS {{ {subject} kg:heldIn {finer} . {finer} kg:locatedIn+ {end} }}"

    def _only_told(self, edge: Edge, subject: str, end: str) -> Iterator[str]:
        """What is planned or denied is no edge of the graph, only a statement."""
        statement, predicate = self._fresh(), self._fresh()
        kinds = " ".join(f"kg:{name}" for name in self.vocabulary.implied_by(edge.relation))
        yield f"VALUES {predicate} {{ {kinds} }} {statement} kg:modality kg:{edge.told} ; rdf:predicate {predicate} ."
        one = f"{statement} rdf:subject {subject} ; rdf:object {end} ."
        if self.vocabulary.relations[edge.relation].symmetric:
            one = f"{{ {one} }} UNION {{ {statement} rdf:subject {end} ; rdf:object {subject} }}"
        yield one

    def _of_class(self, kind: OfClass, apart: bool) -> Iterator[str]:
        var = self._term(kind.var)
        wanted = sorted({n for n in self.vocabulary.classes for c in kind.classes if self.vocabulary.is_a(n, c)})
        if wanted and len(wanted) < len(self.vocabulary.classes):
            known = self._fresh()
            among = f"FILTER({known} IN ({', '.join('kg:' + name for name in wanted)}))"
            # Oxigraph would join what was found so far with all things of the class.
            found = kind.var in self._found and not apart
            yield f"FILTER EXISTS {{ {var} a {known} {among} }}" if found else f"{var} a {known} . {among}"
        if kind.words:
            label = self._fresh()
            beginning = literal(r"\b(" + "|".join(plain(word) for word in kind.words) + ")")
            yield f'FILTER EXISTS {{ {var} rdfs:label|skos:altLabel {label} FILTER(REGEX({label}, {beginning}, "i")) }}'
        if kind.without:
            label = self._fresh()
            beginning = literal(r"\b(" + "|".join(plain(word) for word in kind.without) + ")")
            yield f'FILTER NOT EXISTS {{ {var} rdfs:label {label} FILTER(REGEX({label}, {beginning}, "i")) }}'
        if kind.place:
            link = self._fresh()
            code = f'{{ {var} owl:sameAs|skos:exactMatch {link} FILTER(REGEX(STR({link}), ":3166:[A-Z]{{2}}$")) }}'
            yield f"FILTER {'EXISTS' if kind.place == 'country' else 'NOT EXISTS'} {code}"

    def _within(self, within: Within, apart: bool) -> Iterator[str]:
        few = isinstance(within.term, Things) or (self._few and not apart and within.term in self._ends)
        placing = Placing(
            self.view,
            self._fresh,
            self._term(within.term),
            within.place.entities,
            within.nation,
            self._classes_of(within.term),
            not few,
        )
        return placing.lines()

    def _classes_of(self, term: Term) -> tuple[str, ...]:
        """What a term can be, as far as the question says."""
        if isinstance(term, Things):
            return tuple(sorted({entity.type for entity in term.entities}))
        return next((c.classes for c in self.plan.conditions if isinstance(c, OfClass) and c.var == term), ())

    def _occasion(self, occasion: Occasion) -> Iterator[str]:
        edge, event = occasion.edge, self._term(occasion.event)
        subject, end = self._term(edge.subject), self._term(edge.object)
        part = "(" + "|".join(f"kg:{name}" for name in PART) + ")"
        # In one article: two people may have met here and been at a dozen other events together.
        told = f"{subject} {self.path(edge.relation)} {end} . {subject} {part} {event} ."
        if edge.relation == "visited":
            yield f"GRAPH {self._fresh()} {{ {told} }}"
            yield f"{event} kg:heldIn/kg:locatedIn* {end} ."
        else:
            yield f"GRAPH {self._fresh()} {{ {told} {end} {part} {event} . }}"

    def _setting(self, setting: Setting) -> Iterator[str]:
        edge, at, graph = setting.edge, self._term(setting.at), self._fresh()
        subject, end = self._term(edge.subject), self._term(edge.object)
        part = "(" + "|".join(f"kg:{name}" for name in PART) + ")"
        yield f"GRAPH {graph} {{ {subject} {self.path(edge.relation)} {end} . }}"
        ways = []
        for who in (subject, end):
            if setting.at.entities[0].type == "Event":
                ways.append(f"{{ GRAPH {graph} {{ {who} {part} {at} }} }}")
                ways.append(f"{{ GRAPH {graph} {{ {who} ^kg:represents/{part} {at} }} }}")
            else:
                event = self._fresh()
                ways.append(f"{{ GRAPH {graph} {{ {who} kg:visited {at} }} }}")
                ways.append(f"{{ GRAPH {graph} {{ {who} {part} {event} . {event} kg:heldIn {at} }} }}")
                if setting.edge.relation != "visited":
                    ways.append(f"{{ GRAPH {graph} {{ {who} {part}/kg:heldIn/kg:locatedIn {at} }} }}")
        yield " UNION ".join(dict.fromkeys(ways))


def _weight(condition: Condition) -> int:
    if isinstance(condition, Not | Other):
        return 3
    if isinstance(condition, Within) and condition.nation:
        return 1  # it looks at names too
    return 2 if isinstance(condition, OfClass | InRole) else 0


def _values(var: Var, ids: Iterable[str]) -> str:
    return f"VALUES ?{var.name} {{ {' '.join(map(iri, ids))} }}"


def between(date: str, since: str, until: str) -> str:
    """A filter on a variable's date: from ``since`` on and before ``until``, either of which may be empty."""
    bounds = [f"STR({date}) >= {literal(since)}"] * bool(since) + [f"STR({date}) < {literal(until)}"] * bool(until)
    return f"FILTER({' && '.join(bounds)})" if bounds else ""
