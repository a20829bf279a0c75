"""Model ⇄ RDF: the one place that knows how articles, statements and entities look as triples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD, Namespace, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from kg.model import Entity, Extraction, Literal, MentionForm, Referent, Source, Span, Statement
from kg.names import Names
from kg.store.lines import DECIMAL, INTEGER, STRING, Line, iri, line, literal
from kg.vocabulary import Vocabulary

OA = Namespace("http://www.w3.org/ns/oa#")
GEO = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
FORM_PREDICATES: Mapping[MentionForm, str] = {"name": "namedAt", "nominal": "describedAt", "pronoun": "pronounAt"}
ISO = "https://www.iso.org/"
DATE_TYPES = {4: str(XSD.gYear), 7: str(XSD.gYearMonth), 10: str(XSD.date)}

TYPE, LABEL, ALTERNATIVE = iri(RDF.type), iri(RDFS.label), iri(SKOS.altLabel)
SUBJECT, PREDICATE, OBJECT = iri(RDF.subject), iri(RDF.predicate), iri(RDF.object)
DERIVED, SOURCE, SELECTOR = iri(PROV.wasDerivedFrom), iri(OA.hasSource), iri(OA.hasSelector)
QUOTE, EXACT = iri(OA.TextQuoteSelector), iri(OA.exact)
POSITION, START, END = iri(OA.TextPositionSelector), iri(OA.start), iri(OA.end)

Triple = tuple[URIRef, URIRef, Node]
"""As rdflib has it."""


class Mapper:
    """Turns values of the model into triples of one vocabulary and base."""

    def __init__(self, names: Names, vocabulary: Vocabulary) -> None:
        self.names = names
        self.vocabulary = vocabulary
        self._terms: dict[str, str] = {}

    def article(self, source: Source, extraction: Extraction, entity_of: Mapping[str, str]) -> Iterator[Line]:
        """The named graph of one article; ``entity_of`` gives the entity behind each referent key."""
        yield from self._source(source)
        for referent in extraction.referents:
            yield from self._referent(source.name, referent, entity_of[referent.key])
        spans: dict[Span, str] = {}
        for statement in extraction.statements:
            yield from self._statement(source.name, statement, entity_of)
            spans.update((evidence.span, evidence.quote) for evidence in statement.evidence)
        for span, quote in spans.items():
            yield from self._span(source.name, span, quote)

    def entity(self, entity: Entity) -> Iterator[Line]:
        """An entity's own description: class, labels, identifiers, coordinates."""
        node = iri(entity.id)
        yield line(node, TYPE, self._term(entity.type))
        yield line(node, LABEL, literal(entity.label))
        for label in entity.labels:
            if label != entity.label:
                yield line(node, ALTERNATIVE, literal(label))
        for link in entity.links:
            # ISO's page is about the code; a country is not the same as it.
            yield line(node, iri(SKOS.exactMatch if link.startswith(ISO) else OWL.sameAs), iri(link))
        if entity.country:
            yield line(node, self._term("countryCode"), literal(entity.country))
        if entity.latitude is not None and entity.longitude is not None:
            yield line(node, iri(GEO.lat), _decimal(entity.latitude))
            yield line(node, iri(GEO.long), _decimal(entity.longitude))

    def _term(self, name: str) -> str:
        found = self._terms.get(name)
        if found is None:
            found = self._terms[name] = iri(self.names.term(name))
        return found

    def _source(self, source: Source) -> Iterator[Line]:
        node = iri(source.id)
        yield line(node, TYPE, self._term("Article"))
        yield line(node, self._term("fileName"), literal(source.name))
        yield line(node, self._term("sha256"), literal(source.sha256))
        texts = {DCTERMS.title: source.title, DCTERMS.publisher: source.publisher, DCTERMS.creator: source.author}
        for predicate, text in texts.items():
            if text:
                yield line(node, iri(predicate), literal(text))
        if source.published:
            yield line(node, iri(DCTERMS.issued), date_literal(source.published))
        if source.source:
            yield line(node, iri(DCTERMS.source), literal(source.source))
        if source.copy_of:
            yield line(node, self._term("copyOf"), iri(self.names.article(source.copy_of)))

    def _referent(self, article: str, referent: Referent, entity: str) -> Iterator[Line]:
        node = iri(self.names.reference(article, referent.key))
        yield line(node, TYPE, self._term("Reference"))
        yield line(node, self._term("key"), literal(referent.key))
        yield line(node, self._term("kind"), self._term(referent.type))
        yield line(node, self._term("refersTo"), iri(entity))
        yield line(node, LABEL, literal(referent.label))
        for label in referent.labels:
            if label != referent.label:
                yield line(node, ALTERNATIVE, literal(label))
        for name, value in referent.hints.items():
            yield line(node, self._term("hint"), literal(f"{name}={value}"))
        for mention in referent.mentions:
            place = iri(self.names.span(article, mention.span))
            yield line(node, self._term(FORM_PREDICATES[mention.form]), place)

    def _statement(self, article: str, statement: Statement, entity_of: Mapping[str, str]) -> Iterator[Line]:
        relation = self.vocabulary.relation(statement.predicate)
        node = iri(self.names.statement(article, statement, symmetric=relation.symmetric))
        subject, predicate = iri(entity_of[statement.subject]), self._term(statement.predicate)
        if isinstance(statement.object, Literal):
            end = value_literal(statement.object)
        else:
            end = iri(entity_of[statement.object])
            yield line(node, self._term("objectReference"), iri(self.names.reference(article, statement.object)))
        if statement.modality == "asserted":
            yield line(subject, predicate, end)
            if relation.symmetric and not isinstance(statement.object, Literal):
                yield line(end, predicate, subject)
        yield line(node, TYPE, self._term("Statement"))
        yield line(node, SUBJECT, subject)
        yield line(node, PREDICATE, predicate)
        yield line(node, OBJECT, end)
        yield line(node, self._term("subjectReference"), iri(self.names.reference(article, statement.subject)))
        yield line(node, self._term("modality"), self._term(statement.modality))
        yield line(node, self._term("confidence"), literal(f"{statement.confidence:.2f}", DECIMAL))
        if statement.frame:
            yield line(node, self._term("frame"), literal(statement.frame))
        for evidence in statement.evidence:
            yield line(node, DERIVED, iri(self.names.span(article, evidence.span)))

    def _span(self, article: str, span: Span, quote: str) -> Iterator[Line]:
        name = self.names.span(article, span)
        node, quoted, positioned = iri(name), iri(f"{name};quote"), iri(f"{name};position")
        yield line(node, TYPE, self._term("Span"))
        yield line(node, SOURCE, iri(self.names.article(article)))
        yield line(node, SELECTOR, quoted)
        yield line(node, SELECTOR, positioned)
        yield line(quoted, TYPE, QUOTE)
        yield line(quoted, EXACT, literal(quote))
        yield line(positioned, TYPE, POSITION)
        yield line(positioned, START, literal(str(span.start), INTEGER))
        yield line(positioned, END, literal(str(span.end), INTEGER))


def _decimal(value: float) -> str:
    return literal(f"{Decimal(str(value)):f}", DECIMAL)


def value_literal(value: Literal) -> str:
    """A value of the model as an RDF literal; dates get the type of their precision."""
    if value.datatype == "date":
        return date_literal(value.value)
    return literal(value.value, INTEGER if value.datatype == "integer" else "")


def date_literal(value: str) -> str:
    """An ISO date, month or year as xsd:date, xsd:gYearMonth or xsd:gYear."""
    return literal(value, DATE_TYPES[len(value)])


def model_literal(node: RdfLiteral) -> Literal:
    """The model's value behind an RDF literal."""
    if str(node.datatype) in DATE_TYPES.values():
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


def nt(node: Node) -> str:
    """A term of rdflib as a store is told it."""
    if not isinstance(node, RdfLiteral):
        return iri(str(node))
    text = literal(str(node), str(node.datatype or ""))
    return f"{text}@{node.language}" if node.language else text
