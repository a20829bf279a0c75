"""TriG: Turtle with the named graphs kept, so that it stays known which article says what."""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.annotated import RDF12, annotated_graphs
from kg.export.material import Material
from kg.export.triples import named_graphs
from kg.export.turtle import TurtleText


def trig(material: Material) -> Iterator[str]:
    """The entities graph, then the graph of each article."""
    text = TurtleText(material.view.names, material.view.vocabulary)
    yield text.header()
    graphs = annotated_graphs(material.view) if material.variant == RDF12 else named_graphs(material.view)
    for graph, blocks in graphs:
        number = -1
        for number, block in enumerate(blocks):
            if not number:
                material.count("graphs")
                yield f"\n<{graph}> {{\n"
            material.count("triples", block.size)
            yield ("\n" if number else "") + text.block(block, indent="    ")
        if number >= 0:
            yield "}\n"
