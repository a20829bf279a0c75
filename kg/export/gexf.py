"""GEXF 1.3 for Gephi, Gephi Lite and graphology.

With a timeline (``dynamic``), a node or edge is there from the first to the last day on which an article that tells of
it was published; without dates it always is. Every edge is written as directed, for readers that refuse a mixture;
where ``symmetric`` is true the direction means nothing, and there is one edge for each pair.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.export.drawing import (
    EDGE_ATTRIBUTES,
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
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta>
    <creator>kg</creator>
    <description>Who signed, met, visited, organised and attended what, as news articles tell it</description>
  </meta>
"""
STATIC = 'mode="static"'
DYNAMIC = 'mode="dynamic" timeformat="date" timerepresentation="interval"'


def gexf(material: Material) -> Iterator[str]:
    """All nodes with colour by class and size by degree, then all edges."""
    vocabulary, dynamic = material.view.vocabulary, material.variant == "dynamic"
    yield HEAD
    yield f'  <graph defaultedgetype="directed" {DYNAMIC if dynamic else STATIC} idtype="string">\n'
    yield _declaration("node", node_attributes(vocabulary, material.measured))
    yield _declaration("edge", EDGE_ATTRIBUTES)
    yield "    <nodes>\n"
    for node, place in material.placed():
        material.count("nodes")
        yield _node(node, place, _interval(node) if dynamic else "", vocabulary)
    yield "    </nodes>\n    <edges>\n"
    for edge in material.projection.edges():
        material.count("edges")
        yield _edge(edge, _interval(edge) if dynamic else "", vocabulary)
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _declaration(what: str, attributes: Mapping[str, str]) -> str:
    # The id is the title: graphology keeps the one, networkx and Gephi the other.
    lines = [f'      <attribute id="{name}" title="{name}" type="{kind}"/>\n' for name, kind in attributes.items()]
    return f'    <attributes class="{what}" mode="static">\n{"".join(lines)}    </attributes>\n'


def _interval(shown: Node | Edge) -> str:
    start = f' start="{content(shown.first)}"' if shown.first else ""
    return f'{start} end="{content(shown.last)}"' if shown.last else start


def _node(node: Node, place: Place, interval: str, vocabulary: Vocabulary) -> str:
    red, green, blue = colour(node.entity.type, vocabulary)
    return (
        f'      <node id="{content(node.id)}" label="{content(node.entity.label)}"{interval}>\n'
        f"{_values(node_data(node))}"
        f'        <viz:color r="{red}" g="{green}" b="{blue}"/>\n'
        f'        <viz:position x="{place[0]}" y="{place[1]}" z="0.0"/>\n'
        f'        <viz:size value="{size(node)}"/>\n'
        "      </node>\n"
    )


def _edge(edge: Edge, interval: str, vocabulary: Vocabulary) -> str:
    label = vocabulary.relation(edge.predicate).label
    return (
        f'      <edge id="{edge.id}" source="{content(edge.subject)}" target="{content(edge.object)}"'
        f' type="directed" kind="{content(edge.predicate)}" label="{content(label)}" weight="{float(edge.weight)}"'
        f"{interval}>\n"
        f"{_values(edge_data(edge, vocabulary))}"
        "      </edge>\n"
    )


def _values(data: Mapping[str, Scalar]) -> str:
    lines = (f'          <attvalue for="{n}" value="{content(scalar(v))}"/>\n' for n, v in data.items())
    return f"        <attvalues>\n{''.join(lines)}        </attvalues>\n"
