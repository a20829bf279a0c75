"""For Neo4j and other property graphs: tables for ``neo4j-admin database import``, and a script in Cypher.

Nodes are of the label Thing and of their class and what it is a kind of; a relationship's type is the relation.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from kg.export.drawing import EDGE_ATTRIBUTES, Scalar, edge_data, node_attributes, node_data
from kg.export.material import Material
from kg.export.projection import Edge, Node
from kg.export.table import row
from kg.vocabulary import Vocabulary

TYPES = {"string": "string", "integer": "long", "double": "double", "boolean": "boolean"}
ELSEWHERE = ("class", "iri", "relation")
"""Attributes that are the label, the id or the type here."""


def neo4j_nodes(material: Material) -> Iterator[str]:
    """One row a node, with the header that Neo4j's import reads; names may hold line breaks."""
    vocabulary = material.view.vocabulary
    kinds = {
        name: kind for name, kind in node_attributes(vocabulary, material.measured).items() if name not in ELSEWHERE
    }
    yield row(("iri:ID", ":LABEL", "name:string", *(f"{name}:{TYPES[kind]}" for name, kind in kinds.items())))
    for node in material.projection.nodes():
        material.count("nodes")
        data = node_data(node)
        yield row((node.id, ";".join(_labels(node, vocabulary)), node.entity.label, *map(data.get, kinds)))


def neo4j_edges(material: Material) -> Iterator[str]:
    """One row a relationship."""
    vocabulary = material.view.vocabulary
    kinds = {name: kind for name, kind in EDGE_ATTRIBUTES.items() if name not in ELSEWHERE}
    yield row((":START_ID", ":END_ID", ":TYPE", "id:string", *(f"{n}:{TYPES[kind]}" for n, kind in kinds.items())))
    for edge in material.projection.edges():
        material.count("edges")
        data = edge_data(edge, vocabulary)
        yield row((edge.subject, edge.object, edge.predicate, edge.id, *map(data.get, kinds)))


def cypher(material: Material) -> Iterator[str]:
    """One statement a line: a constraint, the nodes, the relationships. Run again, it changes nothing."""
    vocabulary = material.view.vocabulary
    yield "CREATE CONSTRAINT thing_iri IF NOT EXISTS FOR (n:Thing) REQUIRE n.iri IS UNIQUE;\n"
    for node in material.projection.nodes():
        material.count("nodes")
        labels = ":".join(f"`{label}`" for label in _labels(node, vocabulary)[1:])
        data = _properties({"name": node.entity.label, **node_data(node)})
        yield f"MERGE (n:Thing {{iri: {_text(node.id)}}}) SET n:{labels}, n += {data};\n"
    for edge in material.projection.edges():
        material.count("edges")
        yield _merged(edge, vocabulary)


def _merged(edge: Edge, vocabulary: Vocabulary) -> str:
    ends = f"MATCH (a:Thing {{iri: {_text(edge.subject)}}}) MATCH (b:Thing {{iri: {_text(edge.object)}}})"
    data = _properties(edge_data(edge, vocabulary))
    return f'{ends} MERGE (a)-[r:`{edge.predicate}` {{id: "{edge.id}"}}]->(b) SET r += {data};\n'


def _labels(node: Node, vocabulary: Vocabulary) -> list[str]:
    kind = node.entity.type
    return ["Thing", kind, *(name for name in vocabulary.classes if name != kind and vocabulary.is_a(kind, name))]


def _properties(data: Mapping[str, Scalar]) -> str:
    return f"{{{', '.join(f'{name}: {_text(value)}' for name, value in data.items() if name not in ELSEWHERE)}}}"


def _text(value: Scalar) -> str:
    # Cypher has JSON's escapes, numbers and truth values.
    return json.dumps(value, ensure_ascii=False)
