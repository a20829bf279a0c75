"""GraphML, with the key ids that Gephi gives a meaning to (label, edgelabel, weight, size, r, g, b, x, y).

Every edge is written as directed; where ``symmetric`` is true the direction means nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.export.drawing import (
    EDGE_ATTRIBUTES,
    Kind,
    Scalar,
    colour,
    content,
    edge_data,
    node_attributes,
    node_data,
    scalar,
    size,
)
from kg.export.layout import Place
from kg.export.material import Material
from kg.export.projection import Edge, Node
from kg.vocabulary import Vocabulary

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
         xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
TYPES = {"string": "string", "integer": "int", "double": "double", "boolean": "boolean"}
NODE_LOOKS: Mapping[str, Kind] = {
    "label": "string",
    "size": "double",
    "r": "integer",
    "g": "integer",
    "b": "integer",
    "x": "double",
    "y": "double",
}
EDGE_LOOKS: Mapping[str, Kind] = {"label": "string", "kind": "string", "weight": "double"}
# A key's id is unique in the file, and nodes and edges share some names.
EDGE_KEYS = {"label": "edgelabel", "articles": "edge_articles"}


def graphml(material: Material) -> Iterator[str]:
    """All nodes with colour by class and size by degree, then all edges."""
    vocabulary = material.view.vocabulary
    yield HEAD
    for name, kind in {**NODE_LOOKS, **node_attributes(vocabulary, material.measured)}.items():
        yield _key(name, name, "node", kind)
    for name, kind in {**EDGE_LOOKS, **EDGE_ATTRIBUTES}.items():
        yield _key(EDGE_KEYS.get(name, name), name, "edge", kind)
    yield '  <graph id="kg" edgedefault="directed">\n'
    for node, place in material.placed():
        material.count("nodes")
        yield _node(node, place, vocabulary)
    for edge in material.projection.edges():
        material.count("edges")
        yield _edge(edge, vocabulary)
    yield "  </graph>\n</graphml>\n"


def _key(key: str, name: str, what: str, kind: Kind) -> str:
    return f'  <key id="{key}" for="{what}" attr.name="{name}" attr.type="{TYPES[kind]}"/>\n'


def _node(node: Node, place: Place, vocabulary: Vocabulary) -> str:
    red, green, blue = colour(node.entity.type, vocabulary)
    looks: dict[str, Scalar] = {"label": node.entity.label, "size": size(node), "r": red, "g": green, "b": blue}
    looks |= {"x": place[0], "y": place[1]}
    return f'    <node id="{content(node.id)}">\n{_data({**looks, **node_data(node)})}    </node>\n'


def _edge(edge: Edge, vocabulary: Vocabulary) -> str:
    looks: dict[str, Scalar] = {
        "label": vocabulary.relation(edge.predicate).label,
        "kind": edge.predicate,
        "weight": float(edge.weight),
    }
    data = {EDGE_KEYS.get(name, name): value for name, value in {**looks, **edge_data(edge, vocabulary)}.items()}
    ends = f'source="{content(edge.subject)}" target="{content(edge.object)}"'
    return f'    <edge id="{edge.id}" {ends}>\n{_data(data)}    </edge>\n'


def _data(data: Mapping[str, Scalar]) -> str:
    return "".join(f'      <data key="{key}">{content(scalar(value))}</data>\n' for key, value in data.items())
