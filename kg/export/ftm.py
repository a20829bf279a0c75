"""FollowTheMoney entities, one JSON object a line, for Aleph, OpenSanctions' tools and others that read its schemata.

Things are entities, and so are articles and relations: a relation's ``proof`` are the articles that tell it, its
``summary`` the sentences. Countries act as public bodies here, and other places are addresses.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from hashlib import sha256
from itertools import islice
from sqlite3 import Connection

from rdflib import RDF

from kg.export.jsonl import LINE_BREAKS
from kg.export.material import Material
from kg.export.projection import Edge, Node
from kg.model import Entity, Fact, Source
from kg.namekeys import fold, without_forms
from kg.store import GraphView
from kg.store.ordering import scratch
from kg.store.rdf import ISO
from kg.store.whole import article_names

Properties = Mapping[str, list[str]]

PART = 200
"""How many relations' evidence is read at once."""
VALID_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")
WIKIDATA = "http://www.wikidata.org/entity/"
SCHEMATA = {"Person": "Person", "Event": "Event", "Agreement": "Contract", "Programme": "Project", "Place": "Address"}
PUBLIC = frozenset(
    "ministry embassy consulate government parliament senate assembly secretariat department directorate commission"
    " municipality court police army navy cabinet treasury province".split()
)
BOARD = frozenset("chair chairman chairwoman chairperson ceo director president head governor rector".split())
ORGANIZATIONS = frozenset(("Organization", "Company", "PublicBody"))
LEGAL = ORGANIZATIONS | {"Person"}


def ftm(material: Material) -> Iterator[str]:
    """The things, then the articles, then the relations."""
    view = material.view
    for node in material.projection.nodes():
        material.count("things")
        yield _line(_id(view, node.id), schema_of(node.entity), _thing(node))
    for name in article_names(view):
        if source := view.source(name):
            material.count("articles")
            yield _line(_article_id(name), "Article", _article(source))
    edges = material.projection.edges()
    with closing(_offices(view)) as offices:
        while some := list(islice(edges, PART)):
            material.count("relations", len(some))
            yield from _relations(view, some, offices)


def schema_of(entity: Entity) -> str:
    """The schema that fits a thing best."""
    if entity.type == "Place" and any(link.startswith(ISO) for link in entity.links):
        return "PublicBody"
    if entity.type in SCHEMATA:
        return SCHEMATA[entity.type]
    name = fold(entity.label)
    if PUBLIC & set(name.split()):
        return "PublicBody"
    return "Company" if without_forms(name) != name else "Organization"


def _thing(node: Node) -> Properties:
    entity = node.entity
    told: dict[str, list[str]] = {
        "name": [entity.label],
        "alias": [label for label in entity.labels if label != entity.label],
        "country": [entity.country.lower()] if entity.country else [],
        "wikidataId": [link.removeprefix(WIKIDATA) for link in entity.links if link.startswith(WIKIDATA)],
    }
    match schema_of(entity):
        case "Event":
            told["date"] = _values(node, "heldOn")
        case "Contract":
            told |= {"title": [entity.label], "contractDate": _values(node, "signedOn")}
            told["summary"] = _values(node, "subjectMatter")
        case "Address":
            told["full"] = [entity.label]
            if entity.latitude is not None and entity.longitude is not None:
                told |= {"latitude": [str(entity.latitude)], "longitude": [str(entity.longitude)]}
    return told


def _values(node: Node, relation: str) -> list[str]:
    return [node.values[relation]] if relation in node.values else []


def _article(source: Source) -> Properties:
    return {
        "fileName": [source.name],
        "title": [source.title] if source.title else [],
        "author": [source.author] if source.author else [],
        "publisher": [source.publisher] if source.publisher else [],
        "publishedAt": [source.published] if source.published else [],
        "sourceUrl": [source.source] if source.source and source.source.startswith(("http://", "https://")) else [],
    }


def _relations(view: GraphView, edges: list[Edge], offices: Connection) -> Iterator[str]:
    facts = {fact.id: fact for fact in view.facts_of(iri for edge in edges for iri in edge.statements)}
    for edge in edges:
        told = [facts[iri] for iri in edge.statements]
        schema, ends, role = _kind(view, edge, told[0], offices)
        properties: Properties = {
            ends[0]: [_id(view, edge.subject)],
            ends[1]: [_id(view, edge.object)],
            "role": [role],
            "status": [edge.modality],
            "proof": [_article_id(name) for name in edge.articles],
            "summary": list(dict.fromkeys(e.quote for fact in told for e in fact.evidence)),
            "recordId": [edge.id],
        }
        yield _line(edge.id, schema, properties)


def _kind(view: GraphView, edge: Edge, fact: Fact, offices: Connection) -> tuple[str, tuple[str, str], str]:
    """The schema of a relation, its two ends, and the role."""
    known = {entity.id: schema_of(entity) for entity in (fact.subject, fact.object) if isinstance(entity, Entity)}
    subject, end, role = known[edge.subject], known[edge.object], view.vocabulary.relation(edge.predicate).label
    if edge.predicate == "represents" and subject == "Person" and end in ORGANIZATIONS:
        marks = ",".join("?" * len(edge.statements))
        found = offices.execute(f"SELECT MIN(office) FROM office WHERE st IN ({marks})", edge.statements).fetchone()
        office = str(found[0] or "")
        if office:
            board = BOARD & set(fold(office).split())
            ends = ("director", "organization") if board else ("employee", "employer")
            return "Directorship" if board else "Employment", ends, office
        return "Representation", ("agent", "client"), role
    if edge.predicate == "partOf" and subject in LEGAL and end in ORGANIZATIONS:
        return "Membership", ("member", "organization"), role
    if subject in LEGAL and end == "Project":
        return "ProjectParticipant", ("participant", "project"), role
    return "UnknownLink", ("subject", "object"), role


def _offices(view: GraphView) -> Connection:
    """The office on which a statement rests that a person represents a body, by the statement's IRI."""
    base, term = scratch(), view.names.term
    base.execute("CREATE TABLE office (st, office)")
    base.execute("CREATE INDEX by_statement ON office (st)")
    base.execute("BEGIN")
    rows = view.store.rows(
        f"SELECT ?st ?hint WHERE {{ GRAPH ?article {{ ?st <{RDF.predicate}> <{term('represents')}> ;"
        f' <{term("frame")}> "office" ; <{term("subjectReference")}> ?person . ?person <{term("hint")}> ?hint }} }}'
    )
    told = ((str(st), str(hint).removeprefix("office=")) for st, hint in rows if str(hint).startswith("office="))
    base.executemany("INSERT INTO office VALUES (?, ?)", told)
    return base


def _id(view: GraphView, iri: str) -> str:
    """An id for a thing, which must not be an IRI: ``person.li-wei``."""
    short = iri.removeprefix(view.names.base).replace("/", ".").replace("%", ".").replace("~", "..")
    return short if VALID_ID.fullmatch(short) else f"thing.{sha256(iri.encode()).hexdigest()[:20]}"


def _article_id(name: str) -> str:
    return f"article.{sha256(name.encode()).hexdigest()[:20]}"


def _line(iri: str, schema: str, properties: Properties) -> str:
    told = {name: values for name, values in properties.items() if values}
    entity = {"id": iri, "schema": schema, "properties": told}
    return json.dumps(entity, ensure_ascii=False).translate(LINE_BREAKS) + "\n"
