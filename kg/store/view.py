"""Reads the graph back as values of the model: the one place that knows how to ask the store for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from kg.model import (
    Entity,
    Evidence,
    Extraction,
    Fact,
    Judgement,
    Literal,
    Mention,
    Modality,
    Referent,
    Source,
    Statement,
)
from kg.store.dataset import ArticleRecord, GraphStore
from kg.store.judgements import judgements_from
from kg.store.rdf import FORM_PREDICATES, GEO, OA, model_literal, parse_span

PREFIXES = f"""PREFIX rdf: <{RDF}>
PREFIX rdfs: <{RDFS}>
PREFIX skos: <{SKOS}>
PREFIX owl: <{OWL}>
PREFIX dct: <{DCTERMS}>
PREFIX prov: <{PROV}>
PREFIX oa: <{OA}>
PREFIX geo: <{GEO}>
"""


BATCH = 2000
"""How many entities one query asks for; the texts of queries stay of a reasonable length."""

STATEMENTS = 500
"""How many statements one query asks for; for more than a thousand, Oxigraph goes through all that there are."""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation that articles assert of two entities, by IRI, and how many articles do."""

    subject: str
    predicate: str
    object: str
    articles: int


Properties = dict[str, list[str]]
"""What the graph says of one node, as texts, by predicate."""


class GraphView:
    """What the commands read: entities, facts with their evidence, sources. Changes nothing."""

    def __init__(self, store: GraphStore) -> None:
        self.store = store
        self.names = store.names
        self.vocabulary = store.vocabulary
        self._prefixes = f"{PREFIXES}PREFIX kg: <{store.names.namespace}>\n"

    def entities(self, ids: Iterable[str] | None = None) -> dict[str, Entity]:
        """Entities by IRI, in the order of their IRIs: all, or those of ``ids`` that the graph knows."""
        values = "" if ids is None else f"VALUES ?e {{ {' '.join(f'<{iri}>' for iri in sorted(set(ids)))} }} "
        rows = self.store.rows(
            f"{self._prefixes}SELECT ?e ?p ?o WHERE {{ {values}GRAPH <{self.names.entities_graph}> {{ ?e ?p ?o }} }}"
        )
        properties: dict[str, dict[URIRef, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for entity, predicate, value in rows:
            if isinstance(predicate, URIRef) and value is not None:
                properties[str(entity)][predicate].append(value)
        return {iri: self._entity(iri, properties[iri]) for iri in sorted(properties)}

    def entity(self, iri: str) -> Entity | None:
        """The entity of that IRI, or None."""
        return self.entities([iri]).get(iri)

    def facts(
        self,
        about: str | None = None,
        *,
        predicate: str | None = None,
        article: str | None = None,
        modality: Modality | None = None,
    ) -> list[Fact]:
        """Facts in the order of their IRIs; ``about`` keeps those with that entity at either end."""
        conditions = []
        if predicate:
            conditions.append(f"?st rdf:predicate <{self.names.term(predicate)}> .")
        if modality:
            conditions.append(f"?st kg:modality kg:{modality} .")
        graph = f"<{self.names.article(article)}>" if article else "?article"
        if about is None:
            return self._facts(graph, " ".join(conditions))
        ends = f"{{ ?st rdf:subject <{about}> }} UNION {{ ?st rdf:object <{about}> }}"
        return self._facts_among(self._statements_where(ends), graph, " ".join(conditions))

    def facts_of(self, ids: Iterable[str]) -> list[Fact]:
        """The facts whose statement nodes have these IRIs."""
        return self._facts_among(sorted(set(ids)), "?article", "")

    def facts_between(self, subject: str, predicate: str, end: str) -> list[Fact]:
        """The asserted facts behind one edge; for a symmetric relation in both directions."""
        relation = f"rdf:predicate <{self.names.term(predicate)}> ; kg:modality kg:asserted"
        one = f"{{ ?st rdf:subject <{subject}> ; rdf:object <{end}> ; {relation} }}"
        other = f"{{ ?st rdf:subject <{end}> ; rdf:object <{subject}> ; {relation} }}"
        pattern = f"{one} UNION {other}" if self.vocabulary.relation(predicate).symmetric else one
        return self.facts_of(self._statements_where(pattern))

    def links_of(
        self, ids: Iterable[str], relations: Iterable[str], *, barred: str | None = None, spared: Iterable[str] = ()
    ) -> Iterator[Link]:
        """The asserted relations, of these names, between one of ``ids`` and any entity, in either direction.

        Links to entities of the class ``barred`` are left out, unless the entity is one of ``spared``. A link between
        two of ``ids`` comes twice, and one of a symmetric relation in both directions.
        """
        names = ", ".join(f"<{self.names.term(name)}>" for name in relations)
        kinds = [c for c in self.vocabulary.classes if barred and self.vocabulary.is_a(c, barred)]
        kept = ", ".join(f"<{iri}>" for iri in spared)
        absent = " && ".join(
            f"NOT EXISTS {{ GRAPH <{self.names.entities_graph}> {{ ?y a kg:{kind} }} }}" for kind in kinds
        )
        allowed = f"FILTER(?y IN ({kept}) || ({absent}))" if kinds else ""
        ordered = sorted(set(ids))
        for start in range(0, len(ordered), BATCH):
            values = " ".join(f"<{iri}>" for iri in ordered[start : start + BATCH])
            for subject, end in (("?x", "?y"), ("?y", "?x")):
                # A filter and not a second VALUES: Oxigraph would go through the product of the two.
                rows = self.store.rows(
                    f"{self._prefixes}SELECT {subject} ?p {end} (COUNT(*) AS ?n) WHERE {{ VALUES ?x {{ {values} }}"
                    f" GRAPH ?g {{ {subject} ?p {end} }} FILTER(?p IN ({names})) {allowed} }} GROUP BY ?x ?p ?y"
                )
                for s, p, o, n in rows:
                    yield Link(str(s), self.names.local(str(p)), str(o), int(str(n)))

    def sources(self) -> dict[str, Source]:
        """The articles that the graph knows, by name."""
        return self._sources("")

    def source(self, name: str) -> Source | None:
        """The article of that name, or None."""
        node = self.names.article(name)
        # By its own graph: Oxigraph would look through all graphs for one that is only named beside them.
        rows = self.store.rows(f"SELECT ?p ?o WHERE {{ GRAPH <{node}> {{ <{node}> ?p ?o }} }}")
        known = {str(predicate): str(value) for predicate, value in rows}
        if self.names.term("fileName") not in known:
            return None
        texts = (known.get(str(t)) for t in (DCTERMS.title, DCTERMS.publisher, DCTERMS.creator, DCTERMS.issued))
        title, publisher, author, published = texts
        digest, first = known.get(self.names.term("sha256"), ""), known.get(self.names.term("copyOf"))
        copied = None if first is None else self.names.article_name(first)
        return Source(node, name, title, publisher, author, published, known.get(str(DCTERMS.source)), digest, copied)

    def size(self) -> tuple[int, int]:
        """How many statements and how many entities the graph holds."""
        statements = f"{self._prefixes}SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?st a kg:Statement }} }}"
        entities = (
            f"{self._prefixes}SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{self.names.entities_graph}> {{ ?e a ?class }} }}"
        )
        counted = [int(str(row[0])) for query in (statements, entities) for row in self.store.rows(query)]
        return counted[0], counted[1]

    def text(self, article: str) -> str | None:
        """The whole text of an article, into which all offsets point."""
        graph, node = self.names.ledger_graph, self.names.article(article)
        query = f"{self._prefixes}SELECT ?text WHERE {{ GRAPH <{graph}> {{ <{node}> kg:text ?text }} }}"
        return next((str(row[0]) for row in self.store.rows(query)), None)

    def references(self, iri: str) -> list[tuple[str, Referent]]:
        """The articles' referents that mean an entity, each with its article, in a fixed order."""
        rows = self.store.rows(
            f"{self._prefixes}SELECT ?name ?r ?p ?o WHERE {{ GRAPH ?a {{ ?r kg:refersTo <{iri}> ; ?p ?o ."
            " ?a kg:fileName ?name } }"
        )
        properties: dict[tuple[str, str], Properties] = defaultdict(lambda: defaultdict(list))
        for row in rows:
            name, node, predicate, value = map(str, row)
            properties[name, node][predicate].append(value)
        found = [(name, self._referent(values)) for (name, _), values in properties.items()]
        return sorted(found, key=lambda pair: (pair[0], pair[1].key))

    def judgements(self) -> list[Judgement]:
        """What rules and persons judged of which things are one, in a fixed order."""
        rows = self.store.rows(f"SELECT ?j ?p ?o WHERE {{ GRAPH <{self.names.identity_graph}> {{ ?j ?p ?o }} }}")
        return judgements_from(rows, self.names)

    def record(self, source: Source) -> ArticleRecord:
        """An article's part of the graph as it was written: its extraction, and the entity behind each referent."""
        referents, entity_of = self._referents(source)
        return ArticleRecord(source, Extraction(source.name, referents, self._statements(source, referents)), entity_of)

    def _referents(self, source: Source) -> tuple[tuple[Referent, ...], dict[str, str]]:
        rows = self.store.rows(
            f"{self._prefixes}SELECT ?r ?p ?o WHERE {{ GRAPH <{source.id}> {{ ?r a kg:Reference ; ?p ?o }} }}"
        )
        properties: dict[str, Properties] = defaultdict(lambda: defaultdict(list))
        for node, predicate, value in rows:
            properties[str(node)][str(predicate)].append(str(value))
        found = [(self._referent(values), values[self.names.term("refersTo")][0]) for values in properties.values()]
        found.sort(key=lambda pair: pair[0].key)
        return tuple(referent for referent, _ in found), {referent.key: iri for referent, iri in found}

    def _referent(self, values: Properties) -> Referent:
        term = self.names.term
        mentions: list[Mention] = []
        for form, predicate in FORM_PREDICATES.items():
            mentions += (Mention(parse_span(place), form) for place in values.get(term(predicate), ()))
        label = values[str(RDFS.label)][0]
        return Referent(
            key=values[term("key")][0],
            type=self.names.local(values[term("kind")][0]),
            label=label,
            labels=(label, *sorted(values.get(str(SKOS.altLabel), ()))),
            mentions=tuple(sorted(mentions, key=lambda m: m.span)),
            hints=dict(sorted(_hint(text) for text in values.get(term("hint"), ()))),
        )

    def _sources(self, condition: str) -> dict[str, Source]:
        rows = self.store.rows(
            f"""{self._prefixes}SELECT ?a ?name ?sha ?title ?publisher ?author ?issued ?source ?copy
            WHERE {{ {condition} GRAPH ?a {{ ?a kg:fileName ?name ; kg:sha256 ?sha .
              OPTIONAL {{ ?a dct:title ?title }} OPTIONAL {{ ?a dct:publisher ?publisher }}
              OPTIONAL {{ ?a dct:creator ?author }} OPTIONAL {{ ?a dct:issued ?issued }}
              OPTIONAL {{ ?a dct:source ?source }} OPTIONAL {{ ?a kg:copyOf ?copy }} }} }}"""
        )
        found = {}
        for row in rows:
            iri, name, sha, *rest = (None if value is None else str(value) for value in row)
            title, publisher, author, published, source, first = rest
            copy = None if first is None else self.names.article_name(first)
            found[str(name)] = Source(str(iri), str(name), title, publisher, author, published, source, str(sha), copy)
        return dict(sorted(found.items()))

    def _statements(self, source: Source, referents: Iterable[Referent]) -> tuple[Statement, ...]:
        keys = {self.names.reference(source.name, referent.key): referent.key for referent in referents}
        rows = self.store.rows(
            f"{self._prefixes}SELECT ?st ?s ?o WHERE {{ GRAPH <{source.id}> {{ ?st kg:subjectReference ?s ."
            " OPTIONAL { ?st kg:objectReference ?o } } }"
        )
        ends = {str(st): (keys[str(s)], keys[str(o)] if o is not None else None) for st, s, o in rows}
        statements = []
        for fact in self.facts(article=source.name):
            subject, end = ends[fact.id]
            value = fact.object if isinstance(fact.object, Literal) else str(end)
            statements.append(
                Statement(subject, fact.predicate, value, fact.evidence, fact.modality, fact.confidence, fact.frame)
            )
        return tuple(statements)

    def _statements_where(self, pattern: str) -> list[str]:
        """Which statements match; what they say is then another query, since Oxigraph would join a union in one
        query with all the statements that there are."""
        rows = self.store.rows(f"{self._prefixes}SELECT DISTINCT ?st WHERE {{ GRAPH ?article {{ {pattern} }} }}")
        return sorted(str(row[0]) for row in rows)

    def _facts_among(self, ids: Sequence[str], graph: str, conditions: str) -> list[Fact]:
        """Those of some statements, given in order, that meet the conditions."""
        found: list[Fact] = []
        for start in range(0, len(ids), STATEMENTS):
            nodes = " ".join(f"<{iri}>" for iri in ids[start : start + STATEMENTS])
            found += self._facts(graph, f"VALUES ?st {{ {nodes} }} {conditions}")
        return found

    def _facts(self, graph: str, conditions: str) -> list[Fact]:
        found: dict[str, tuple[tuple[Node | None, ...], list[Evidence]]] = {}
        for row in self.store.rows(self._facts_query(graph, conditions)):
            statement, name, span, quote = str(row[0]), str(row[7]), row[8], row[9]
            evidence = found.setdefault(statement, (row, []))[1]
            place = parse_span(str(span))
            evidence.append(Evidence(name, place.start, place.end, str(quote)))
        ends = {str(end) for row, _ in found.values() for end in (row[1], row[3]) if isinstance(end, URIRef)}
        entities = self.entities(ends) if ends else {}
        return [self._fact(iri, *found[iri], entities) for iri in sorted(found)]

    def _facts_query(self, graph: str, conditions: str) -> str:
        return f"""{self._prefixes}SELECT ?st ?s ?p ?o ?modality ?confidence ?frame ?name ?span ?quote WHERE {{
            GRAPH {graph} {{ {conditions}
              ?st a kg:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:modality ?modality ;
                  kg:confidence ?confidence ; prov:wasDerivedFrom ?span .
              ?span oa:hasSource ?source ; oa:hasSelector ?selector . ?selector oa:exact ?quote .
              ?source kg:fileName ?name
              OPTIONAL {{ ?st kg:frame ?frame }} }} }}"""

    def _fact(
        self, iri: str, row: tuple[Node | None, ...], evidence: list[Evidence], entities: dict[str, Entity]
    ) -> Fact:
        _, subject, predicate, end, modality, confidence, frame, *_ = row
        return Fact(
            id=iri,
            subject=entities[str(subject)],
            predicate=self.names.local(str(predicate)),
            object=model_literal(end) if isinstance(end, RdfLiteral) else entities[str(end)],
            evidence=tuple(sorted(evidence)),
            modality=self.names.local(str(modality)),  # type: ignore[arg-type]
            confidence=float(str(confidence)),
            frame="" if frame is None else str(frame),
        )

    def _entity(self, iri: str, properties: dict[URIRef, list[Node]]) -> Entity:
        def first(predicate: URIRef) -> str | None:
            return next((str(value) for value in properties.get(predicate, [])), None)

        latitude, longitude = first(GEO.lat), first(GEO.long)
        label = first(RDFS.label) or iri
        return Entity(
            id=iri,
            type=self.names.local(first(RDF.type) or ""),
            label=label,
            labels=(label, *sorted(str(value) for value in properties.get(SKOS.altLabel, []))),
            links=tuple(sorted(str(value) for p in (OWL.sameAs, SKOS.exactMatch) for value in properties.get(p, []))),
            country=first(URIRef(self.names.term("countryCode"))),
            latitude=None if latitude is None else float(latitude),
            longitude=None if longitude is None else float(longitude),
        )


def _hint(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name, value
