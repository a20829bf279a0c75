"""DOT, for Graphviz: ``neato -n`` keeps the places that are in the file, the other programs make their own."""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.drawing import colour
from kg.export.material import Material


def dot(material: Material) -> Iterator[str]:
    """A directed graph; edges of symmetric relations have no arrow head."""
    vocabulary, projection = material.view.vocabulary, material.projection
    yield "digraph kg {\n  node [shape=box, style=filled, fontcolor=white];\n"
    for node, (x, y) in material.placed():
        material.count("nodes")
        red, green, blue = colour(node.entity.type, vocabulary)
        looks = f'label={_text(node.entity.label)}, fillcolor="#{red:02x}{green:02x}{blue:02x}", pos="{x},{y}"'
        yield f"  {_text(node.id)} [{looks}];\n"
    for edge in projection.edges():
        material.count("edges")
        relation = vocabulary.relation(edge.predicate)
        head = ", dir=none" if relation.symmetric else ""
        looks = f"id={_text(edge.id)}, label={_text(relation.label)}, weight={edge.weight}{head}"
        yield f"  {_text(edge.subject)} -> {_text(edge.object)} [{looks}];\n"
    yield "}\n"


def _text(text: str) -> str:
    """A quoted string; Graphviz takes what follows a backslash for a command."""
    told = text.replace("\\", "\\\\").replace('"', '\\"').replace("\r\n", "\\n")
    return '"' + "".join("\\n" if c in "\r\n" else "\ufffd" if c == "\0" else c for c in told) + '"'
