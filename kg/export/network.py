"""The graph as a networkx graph, for notebooks and analysis."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx

from kg.export.drawing import edge_data, node_data
from kg.export.projection import ASSERTED, project
from kg.model import Modality
from kg.store import GraphView


def to_networkx(view: GraphView, modalities: Iterable[Modality] = ASSERTED) -> networkx.MultiDiGraph[str]:
    """The same nodes and edges as in GEXF: nodes by IRI, edges keyed by edge id, their attributes plain values.

    A symmetric relation is one edge for each pair, with ``symmetric`` true.
    """
    projection, vocabulary = project(view, modalities), view.vocabulary
    graph: networkx.MultiDiGraph[Any] = networkx.MultiDiGraph()
    for node in projection.nodes():
        graph.add_node(node.id, label=node.entity.label, **node_data(node))
    for edge in projection.edges():
        label = vocabulary.relation(edge.predicate).label
        data = edge_data(edge, vocabulary)
        graph.add_edge(edge.subject, edge.object, key=edge.id, label=label, weight=edge.weight, **data)
    return graph
