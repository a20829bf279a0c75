"""The formats that the graph can be written in, and which one a file's ending stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from kg.errors import UsageError
from kg.export.annotated import RDF12
from kg.export.dot import dot
from kg.export.edgelist import edgelist
from kg.export.ftm import ftm
from kg.export.gephi import gephi_edges, gephi_nodes
from kg.export.gexf import gexf
from kg.export.graphml import graphml
from kg.export.html import html
from kg.export.jsonl import jsonl
from kg.export.jsonld import jsonld
from kg.export.material import Material
from kg.export.neo4j import cypher, neo4j_edges, neo4j_nodes
from kg.export.ntriples import ntriples
from kg.export.parquet import edge_table, node_table, statement_table
from kg.export.rdfxml import rdfxml
from kg.export.svg import svg
from kg.export.trig import trig
from kg.export.turtle import turtle


@dataclass(frozen=True, slots=True)
class Format:
    """A way of writing the graph: its name, the ending of its files, what it is for, and its writer.

    ``edges`` tells whether it has nodes and edges, of the modalities asked for, or all statements.
    ``variants`` are other ways in which the writer can write it.
    """

    name: str
    ending: str
    description: str
    write: Callable[[Material], Iterator[str]] | Callable[[Material], Iterator[bytes]]
    edges: bool = False
    variants: tuple[str, ...] = ()


FORMATS: Mapping[str, Format] = {
    f.name: f
    for f in (
        Format("turtle", ".ttl", "RDF to read and to load, all articles as one graph", turtle, variants=(RDF12,)),
        Format("ntriples", ".nt", "RDF, one triple a line", ntriples, variants=(RDF12,)),
        Format("trig", ".trig", "RDF with one named graph for each article", trig, variants=(RDF12,)),
        Format("jsonld", ".jsonld", "RDF as JSON, with one named graph for each article", jsonld),
        Format("rdfxml", ".rdf", "RDF as XML, all articles as one graph", rdfxml),
        Format("graphml", ".graphml", "nodes and edges for Gephi, yEd, networkx, igraph", graphml, edges=True),
        Format(
            "gexf",
            ".gexf",
            "nodes and edges for Gephi and Gephi Lite, with places, colours, sizes",
            gexf,
            edges=True,
            variants=("dynamic",),
        ),
        Format("gephi-nodes", ".nodes.csv", "a node list for Gephi's spreadsheet import", gephi_nodes, edges=True),
        Format("gephi-edges", ".edges.csv", "an edge list for Gephi's spreadsheet import", gephi_edges, edges=True),
        Format("neo4j-nodes", ".neo4j-nodes.csv", "nodes for neo4j-admin database import", neo4j_nodes, edges=True),
        Format("neo4j-edges", ".neo4j-edges.csv", "edges for neo4j-admin database import", neo4j_edges, edges=True),
        Format("cypher", ".cypher", "a script for Neo4j", cypher, edges=True),
        Format("dot", ".dot", "nodes and edges for Graphviz", dot, edges=True),
        Format("svg", ".svg", "a picture of a small graph", svg, edges=True),
        Format("html", ".html", "the picture as a page to search, with the sentences behind it", html, edges=True),
        Format("ftm", ".ftm.json", "FollowTheMoney entities, one JSON object a line", ftm, edges=True),
        Format("jsonl", ".jsonl", "every statement with its evidence, one JSON object a line", jsonl),
        Format("csv", ".csv", "an edge list for spreadsheets and data frames", edgelist, edges=True),
        Format("parquet", ".parquet", "every statement with its evidence, for data frames", statement_table),
        Format("parquet-nodes", ".nodes.parquet", "nodes for data frames", node_table, edges=True),
        Format("parquet-edges", ".edges.parquet", "edges for data frames", edge_table, edges=True),
    )
}


def find_format(name: str | None, path: PurePath | None) -> Format:
    """The format of that name or ending, or else of that file; UsageError, with the list, where there is none."""
    known = "formats: " + ", ".join(f"{f.name} ({f.ending})" for f in FORMATS.values())
    if name is not None:
        for candidate in FORMATS.values():
            if name.casefold() in (candidate.name, candidate.ending, candidate.ending[1:]):
                return candidate
        raise UsageError(f"no format is called {name!r}", known)
    if path is None:
        raise UsageError("what is written to a stream needs a format", known)
    fitting = [f for f in FORMATS.values() if path.name.casefold().endswith(f.ending)]
    if not fitting:
        raise UsageError(f"the ending of {path} stands for no format", known)
    return max(fitting, key=lambda f: len(f.ending))
