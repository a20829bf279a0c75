"""Model ⇄ RDF: the one place that knows how articles, statements and entities look as triples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD, Namespace, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from kg.model import Entity, Extraction, Literal, MentionForm, Referent, Source, Span, Statement
from kg.names import Names
from kg.vocabulary import Vocabulary

OA = Namespace("http://www.w3.org/ns/oa#")
GEO = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
FORM_PREDICATES: Mapping[MentionForm, str] = {"name": "namedAt", "nominal": "describedAt", "pronoun": "pronounAt"}
ISO = "https://www.iso.org/"
DATE_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}

NT_ESCAPES = str.maketrans(
    {c: f"\\u{c:04X}" for c in (*range(32), 127)}
    | {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}
)

Triple = tuple[URIRef, URIRef, Node]
STRING = str(XSD.string)


class Mapper:
    """Turns values of the model into triples of one vocabulary and base."""

    def __init__(self, names: Names, vocabulary: Vocabulary) -> None:
        self.names = names
        self.vocabulary = vocabulary

    def article(self, source: Source, extraction: Extraction, entity_of: Mapping[str, str]) -> Iterator[Triple]:
        """The named graph of one article; ``entity_of`` gives the entity behind each referent key."""
        yield from self._source(source)
        for referent in extraction.referents:
            yield from self._referent(source.name, referent, URIRef(entity_of[referent.key]))
        spans: set[Span] = set()
        for statement in extraction.statements:
            yield from self._statement(source.name, statement, entity_of)
            spans |= {e.span for e in statement.evidence}
        quotes = {e.span: e.quote for s in extraction.statements for e in s.evidence}
        for span in sorted(spans):
            yield from self._span(source.name, span, quotes[span])

    def entity(self, entity: Entity) -> Iterator[Triple]:
        """An entity's own description: class, labels, identifiers, coordinates."""
        node = URIRef(entity.id)
        yield node, RDF.type, self._term(entity.type)
        yield node, RDFS.label, RdfLiteral(entity.label)
        for label in entity.labels:
            if label != entity.label:
                yield node, SKOS.altLabel, RdfLiteral(label)
        for link in entity.links:
            # ISO's page is about the code; a country is not the same as it.
            yield node, SKOS.exactMatch if link.startswith(ISO) else OWL.sameAs, URIRef(link)
        if entity.country:
            yield node, self._term("countryCode"), RdfLiteral(entity.country)
        if entity.latitude is not None and entity.longitude is not None:
            yield node, GEO.lat, _decimal(entity.latitude)
            yield node, GEO.long, _decimal(entity.longitude)

    def _term(self, name: str) -> URIRef:
        return URIRef(self.names.term(name))

    def _source(self, source: Source) -> Iterator[Triple]:
        node = URIRef(source.id)
        yield node, RDF.type, self._term("Article")
        yield node, self._term("fileName"), RdfLiteral(source.name)
        yield node, self._term("sha256"), RdfLiteral(source.sha256)
        texts = {DCTERMS.title: source.title, DCTERMS.publisher: source.publisher, DCTERMS.creator: source.author}
        for predicate, text in texts.items():
            if text:
                yield node, predicate, RdfLiteral(text)
        if source.published:
            yield node, DCTERMS.issued, date_literal(source.published)
        if source.source:
            yield node, DCTERMS.source, RdfLiteral(source.source)
        if source.copy_of:
            yield node, self._term("copyOf"), URIRef(self.names.article(source.copy_of))

    def _referent(self, article: str, referent: Referent, entity: URIRef) -> Iterator[Triple]:
        node = URIRef(self.names.reference(article, referent.key))
        yield node, RDF.type, self._term("Reference")
        yield node, self._term("key"), RdfLiteral(referent.key)
        yield node, self._term("kind"), self._term(referent.type)
        yield node, self._term("refersTo"), entity
        yield node, RDFS.label, RdfLiteral(referent.label)
        for label in referent.labels:
            if label != referent.label:
                yield node, SKOS.altLabel, RdfLiteral(label)
        for name, value in referent.hints.items():
            yield node, self._term("hint"), RdfLiteral(f"{name}={value}")
        for mention in referent.mentions:
            place = URIRef(self.names.span(article, mention.span))
            yield node, self._term(FORM_PREDICATES[mention.form]), place

    def _statement(self, article: str, statement: Statement, entity_of: Mapping[str, str]) -> Iterator[Triple]:
        relation = self.vocabulary.relation(statement.predicate)
        node = URIRef(self.names.statement(article, statement, symmetric=relation.symmetric))
        subject, predicate = URIRef(entity_of[statement.subject]), self._term(statement.predicate)
        if isinstance(statement.object, Literal):
            end: Node = value_literal(statement.object)
        else:
            end = URIRef(entity_of[statement.object])
            yield node, self._term("objectReference"), URIRef(self.names.reference(article, statement.object))
        if statement.modality == "asserted":
            yield subject, predicate, end
            if relation.symmetric and isinstance(end, URIRef):
                yield end, predicate, subject
        yield node, RDF.type, self._term("Statement")
        yield node, RDF.subject, subject
        yield node, RDF.predicate, predicate
        yield node, RDF.object, end
        yield node, self._term("subjectReference"), URIRef(self.names.reference(article, statement.subject))
        yield node, self._term("modality"), self._term(statement.modality)
        yield node, self._term("confidence"), RdfLiteral(f"{statement.confidence:.2f}", datatype=XSD.decimal)
        if statement.frame:
            yield node, self._term("frame"), RdfLiteral(statement.frame)
        for evidence in statement.evidence:
            yield node, PROV.wasDerivedFrom, URIRef(self.names.span(article, evidence.span))

    def _span(self, article: str, span: Span, quote: str) -> Iterator[Triple]:
        node = URIRef(self.names.span(article, span))
        quoted, positioned = URIRef(f"{node};quote"), URIRef(f"{node};position")
        yield node, RDF.type, self._term("Span")
        yield node, OA.hasSource, URIRef(self.names.article(article))
        yield node, OA.hasSelector, quoted
        yield node, OA.hasSelector, positioned
        yield quoted, RDF.type, OA.TextQuoteSelector
        yield quoted, OA.exact, RdfLiteral(quote)
        yield positioned, RDF.type, OA.TextPositionSelector
        yield positioned, OA.start, RdfLiteral(span.start)
        yield positioned, OA.end, RdfLiteral(span.end)


def _decimal(value: float) -> RdfLiteral:
    return RdfLiteral(f"{Decimal(str(value)):f}", datatype=XSD.decimal)


def value_literal(value: Literal) -> RdfLiteral:
    """A value of the model as an RDF literal; dates get the type of their precision."""
    if value.datatype == "date":
        return date_literal(value.value)
    if value.datatype == "integer":
        return RdfLiteral(value.value, datatype=XSD.integer)
    return RdfLiteral(value.value)


def date_literal(value: str) -> RdfLiteral:
    """An ISO date, month or year as xsd:date, xsd:gYearMonth or xsd:gYear."""
    return RdfLiteral(value, datatype=DATE_TYPES[len(value)])


def model_literal(node: RdfLiteral) -> Literal:
    """The model's value behind an RDF literal."""
    if node.datatype in DATE_TYPES.values():
        return Literal(str(node), "date")
    return Literal(str(node), "integer" if node.datatype == XSD.integer else "string")


def as_written(text: str, language: str | None, datatype: str | None) -> RdfLiteral:
    """A literal whose text stays as it is: rdflib would write "01" as "1". Strings have no datatype in rdflib."""
    plain = not datatype or language or datatype == STRING
    kind = None if plain else str.__new__(URIRef, datatype)
    return RdfLiteral(text, lang=language or None, datatype=kind, normalize=False)


def parse_span(iri: str) -> Span:
    """The offsets in a span's IRI."""
    start, end = iri.rsplit("#char=", 1)[1].split(",")
    return Span(int(start), int(end))


def n_triples(triples: Iterable[Triple]) -> str:
    """Triples as sorted N-Triples lines: the same triples give the same text."""
    return "\n".join(sorted({f"{nt(s)} {nt(p)} {nt(o)} ." for s, p, o in triples}))


def nt(node: Node) -> str:
    """A term in N-Triples, canonical form (https://www.w3.org/TR/n-triples/#canonical-ntriples)."""
    if not isinstance(node, RdfLiteral):
        return f"<{node}>"
    text = f'"{str(node).translate(NT_ESCAPES)}"'
    if node.language:
        return f"{text}@{node.language}"
    plain = node.datatype is None or node.datatype == XSD.string
    return text if plain else f"{text}^^<{node.datatype}>"
