"""Takes the graph away: one projection to nodes and edges, and one small file for each format."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from kg.errors import UsageError
from kg.export.excerpts import excerpt
from kg.export.filters import read_selection
from kg.export.formats import FORMATS, Format, find_format
from kg.export.material import Material
from kg.export.output import write_file, write_stream
from kg.export.projection import ASSERTED, NOTHING, Edge, Measures, Node, Projection, Value, project
from kg.export.selection import EVERYTHING, Period, Selection
from kg.model import MODALITIES, Modality
from kg.store import GraphView

if TYPE_CHECKING:
    import networkx

__all__ = [
    "ASSERTED",
    "EVERYTHING",
    "FORMATS",
    "NOTHING",
    "Edge",
    "ExportReport",
    "Format",
    "Measures",
    "Node",
    "Period",
    "Projection",
    "Selection",
    "Value",
    "export",
    "project",
    "read_selection",
    "to_networkx",
]


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: the format's name, where to (None for a stream), and how much (nodes, triples …)."""

    format: str
    destination: Path | None
    counts: Mapping[str, int]


def export(
    view: GraphView,
    destination: str | os.PathLike[str] | BinaryIO | TextIO,
    format: str | None = None,
    *,
    modalities: Iterable[Modality] = ASSERTED,
    selection: Selection = EVERYTHING,
    variant: str = "",
    measures: Mapping[str, Measures] = NOTHING,
) -> ExportReport:
    """Write the graph to a file or an open stream; the same graph gives the same bytes.

    The format is guessed from the file's ending unless named (by name or ending); a stream needs it named.
    ``modalities`` says which claims become edges; the formats without edges (RDF, statements) hold all of them,
    each with its modality. ``selection`` says which part of the graph is written (``read_selection`` makes one of what
    a person writes); without it, the whole. ``variant`` is another way of writing the format, where it has one:
    ``dynamic`` for GEXF with a timeline, ``rdf12`` for Turtle, TriG and N-Triples with statements as RDF 1.2 has them.
    ``measures`` are what was measured of things, by IRI (``kg.analysis`` does): their nodes get these as attributes.
    A file is there whole or not at all.

    Raises UsageError, listing the formats, where the format is not known or has no such variant, and KgError
    where the file cannot be written.
    """
    path = Path(destination) if isinstance(destination, str | os.PathLike) else None
    chosen = find_format(format, path)
    if variant and variant not in chosen.variants:
        having = ", ".join(f.name for f in FORMATS.values() if variant in f.variants) or "no format"
        raise UsageError(f"{chosen.name} has no variant {variant!r}", f"{having} has it")
    drawn = tuple(modalities)
    with excerpt(view, selection, drawn if chosen.edges else MODALITIES) as part:
        material = Material(part, drawn, variant, measures)
        if isinstance(destination, str | os.PathLike):
            write_file(Path(destination), _bytes(chosen.write(material)))
        else:
            write_stream(destination, _bytes(chosen.write(material)))
    return ExportReport(chosen.name, path, dict(material.tally))


def _bytes(chunks: Iterator[str] | Iterator[bytes]) -> Iterator[bytes]:
    return (chunk.encode() if isinstance(chunk, str) else chunk for chunk in chunks)


def to_networkx(
    view: GraphView, modalities: Iterable[Modality] = ASSERTED, selection: Selection = EVERYTHING
) -> networkx.MultiDiGraph[str]:
    """The graph as a networkx graph: the nodes and edges of the GEXF export, with the same attributes."""
    # networkx takes a third of a second to load, which the other exports need not wait for.
    from kg.export import network  # noqa: PLC0415

    drawn = tuple(modalities)
    with excerpt(view, selection, drawn) as part:
        return network.to_networkx(part, drawn)
