"""The formats that the graph can be written in, and which one a file's ending stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from kg.errors import UsageError
from kg.export.edgelist import edgelist
from kg.export.gexf import gexf
from kg.export.graphml import graphml
from kg.export.jsonl import jsonl
from kg.export.jsonld import jsonld
from kg.export.material import Material
from kg.export.ntriples import ntriples
from kg.export.trig import trig
from kg.export.turtle import turtle


@dataclass(frozen=True, slots=True)
class Format:
    """A way of writing the graph: its name, the ending of its files, what it is for, and its writer.

    ``edges`` tells whether it has nodes and edges, of the modalities asked for, or all statements.
    """

    name: str
    ending: str
    description: str
    write: Callable[[Material], Iterator[str]]
    edges: bool = False


FORMATS: Mapping[str, Format] = {
    f.name: f
    for f in (
        Format("turtle", ".ttl", "RDF to read and to load, all articles as one graph", turtle),
        Format("ntriples", ".nt", "RDF, one triple a line", ntriples),
        Format("trig", ".trig", "RDF with one named graph for each article", trig),
        Format("jsonld", ".jsonld", "RDF as JSON, with one named graph for each article", jsonld),
        Format("graphml", ".graphml", "nodes and edges for Gephi, yEd, networkx, igraph", graphml, edges=True),
        Format("gexf", ".gexf", "nodes and edges for Gephi and Gephi Lite, with colours and sizes", gexf, edges=True),
        Format("jsonl", ".jsonl", "every statement with its evidence, one JSON object a line", jsonl),
        Format("csv", ".csv", "an edge list for spreadsheets and data frames", edgelist, edges=True),
    )
}


def find_format(name: str | None, path: PurePath | None) -> Format:
    """The format of that name or ending, or else of that file; UsageError, with the list, where there is none."""
    known = "formats: " + ", ".join(f"{f.name} ({f.ending})" for f in FORMATS.values())
    if name is None and path is None:
        raise UsageError("what is written to a stream needs a format", known)
    wanted = (name if name is not None else path.suffix if path else "").casefold()
    for candidate in FORMATS.values():
        if wanted in (candidate.name, candidate.ending, candidate.ending[1:]):
            return candidate
    if name is not None:
        raise UsageError(f"no format is called {name!r}", known)
    raise UsageError(f"the ending of {path} stands for no format", known)
