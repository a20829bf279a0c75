"""What GEXF and GraphML share: the attributes of nodes and edges, colours, sizes, and safe XML.

The attributes have the same names in both. Dates and IRIs are texts, lists are joined with " | ", and what is not
known is left out: readers differ in what they make of lists, of None and of typed dates.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Literal as OneOf
from xml.sax.saxutils import escape

from kg.export.projection import Edge, Node
from kg.vocabulary import Vocabulary

Kind = OneOf["string", "integer", "double", "boolean"]
Scalar = str | int | float | bool

# "class" and not "type": sigma and other drawing libraries read "type" as the shape to draw.
NODE_ATTRIBUTES: Mapping[str, Kind] = {
    "class": "string",
    "iri": "string",
    "aliases": "string",
    "same_as": "string",
    "country": "string",
    "latitude": "double",
    "longitude": "double",
    "degree": "integer",
    "articles": "integer",
}
EDGE_ATTRIBUTES: Mapping[str, Kind] = {
    "relation": "string",
    "modality": "string",
    "symmetric": "boolean",
    "confidence": "double",
    "articles": "integer",
    "independent": "integer",
    "first_published": "string",
    "last_published": "string",
}
GREY = "#999999"

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WHITE = {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def node_attributes(vocabulary: Vocabulary, measured: Mapping[str, Kind]) -> dict[str, Kind]:
    """The attributes that a node may have, with their types: values, by their relations, and what was measured."""
    values = {r.name: r.datatype for r in vocabulary.relations.values() if r.datatype}
    told: dict[str, Kind] = {n: "integer" if d == "integer" else "string" for n, d in values.items()}
    return {**NODE_ATTRIBUTES, **told, **measured}


def node_data(node: Node) -> dict[str, Scalar]:
    """A node's attributes, without those that are not known."""
    entity = node.entity
    aliases = " | ".join(label for label in entity.labels if label != entity.label)
    known: dict[str, Scalar | None] = {
        "class": entity.type,
        "iri": entity.id,
        "aliases": aliases or None,
        "same_as": " | ".join(entity.links) or None,
        "country": entity.country,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "degree": node.degree,
        "articles": len(node.articles),
        **node.values,
        **node.measures,
    }
    return {name: value for name, value in known.items() if value is not None}


def edge_data(edge: Edge, vocabulary: Vocabulary) -> dict[str, Scalar]:
    """An edge's attributes, without those that are not known."""
    known: dict[str, Scalar | None] = {
        "relation": edge.predicate,
        "modality": edge.modality,
        "symmetric": vocabulary.relation(edge.predicate).symmetric,
        "confidence": edge.confidence,
        "articles": len(edge.articles),
        "independent": edge.weight,
        "first_published": edge.first,
        "last_published": edge.last,
    }
    return {name: value for name, value in known.items() if value is not None}


def colour(type_name: str, vocabulary: Vocabulary) -> tuple[int, int, int]:
    """The colour that the vocabulary gives to a class, as red, green, blue; grey where it gives none."""
    known = vocabulary.classes.get(type_name)
    text = (known.colour if known else None) or GREY
    red, green, blue = bytes.fromhex(text.removeprefix("#"))
    return red, green, blue


def size(node: Node) -> float:
    """How large to draw a node: its area grows with its degree."""
    return round(4 + 3 * math.sqrt(node.degree), 2)


def scalar(value: Scalar) -> str:
    """A value as XML Schema writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def content(text: str) -> str:
    """Text for inside an element or a quoted attribute; characters that XML forbids become U+FFFD."""
    return escape(_NOT_XML.sub("\ufffd", text), {**_WHITE, '"': "&quot;"})
