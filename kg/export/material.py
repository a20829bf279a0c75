"""What a writer is given: the graph to write, and a tally of what it wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kg.export.drawing import Kind
from kg.export.layout import Place, places
from kg.export.projection import ASSERTED, NOTHING, Measures, Node, Projection, project
from kg.model import Modality
from kg.store import GraphView


@dataclass
class Material:
    """A view of the graph, its projection (made when a writer asks for it), and a tally that writers keep.

    ``modalities`` says which claims the projection has; RDF and the statements file always hold all of them.
    ``variant`` is that of the format which is written, or empty. ``measures`` are what was measured of things, by IRI.
    """

    view: GraphView
    modalities: tuple[Modality, ...] = ASSERTED
    variant: str = ""
    measures: Mapping[str, Measures] = field(default_factory=lambda: NOTHING)
    tally: Counter[str] = field(default_factory=Counter)

    @cached_property
    def projection(self) -> Projection:
        """The graph as nodes and edges."""
        return project(self.view, self.modalities, self.measures)

    @property
    def measured(self) -> dict[str, Kind]:
        """The names of what was measured, with their types."""
        some = next(iter(self.measures.values()), NOTHING)
        return {name: "integer" if isinstance(value, int) else "double" for name, value in some.items()}

    def placed(self) -> Iterator[tuple[Node, Place]]:
        """The nodes, each with the place where it is drawn."""
        return zip(self.projection.nodes(), places(self.projection), strict=False)

    def count(self, what: str, number: int = 1) -> None:
        """Note that so many nodes, edges, triples … were written."""
        self.tally[what] += number
