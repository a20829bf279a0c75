"""CSV for Gephi's “Import spreadsheet”: a node list and an edge list, with the headers that it knows."""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.drawing import EDGE_ATTRIBUTES, edge_data, node_attributes, node_data
from kg.export.material import Material
from kg.export.table import row

EDGE_HEAD = ("Source", "Target", "Type", "Id", "Label", "Kind", "Weight")


def gephi_nodes(material: Material) -> Iterator[str]:
    """One row a node: its IRI, its label, and the attributes that it has in GEXF."""
    names = tuple(node_attributes(material.view.vocabulary, material.measured))
    yield row(("Id", "Label", *names))
    for node in material.projection.nodes():
        material.count("nodes")
        data = node_data(node)
        yield row((node.id, node.entity.label, *map(data.get, names)))


def gephi_edges(material: Material) -> Iterator[str]:
    """One row an edge; parallel edges differ in their ``Kind``, and ``Weight`` counts independent reports."""
    vocabulary = material.view.vocabulary
    yield row((*EDGE_HEAD, *EDGE_ATTRIBUTES))
    for edge in material.projection.edges():
        material.count("edges")
        data, label = edge_data(edge, vocabulary), vocabulary.relation(edge.predicate).label
        head = (edge.subject, edge.object, "Directed", edge.id, label, edge.predicate, edge.weight)
        yield row((*head, *map(data.get, EDGE_ATTRIBUTES)))
