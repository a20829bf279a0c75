"""RDF/XML: the exported graphs as one, in the same order as in Turtle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rdflib import XSD, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from kg.export.drawing import content
from kg.export.material import Material
from kg.export.triples import Block, merged_parts, prefixes


def rdfxml(material: Material) -> Iterator[str]:
    """One description a subject; characters that XML forbids become U+FFFD."""
    known = prefixes(material.view.names, material.view.vocabulary)
    spaces = "".join(f'\n    xmlns:{prefix}="{content(namespace)}"' for prefix, namespace in known.items())
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{spaces}>\n'
    for _, blocks in merged_parts(material.view):
        for block in blocks:
            material.count("triples", block.size)
            yield _description(block, known)
    yield "</rdf:RDF>\n"


def _description(block: Block, known: Mapping[str, str]) -> str:
    lines = [
        _property(_name(predicate, known), value) for predicate, values in block.predicates.items() for value in values
    ]
    return f'  <rdf:Description rdf:about="{content(block.subject)}">\n{"".join(lines)}  </rdf:Description>\n'


def _property(name: str, value: Node) -> str:
    if isinstance(value, URIRef):
        return f'    <{name} rdf:resource="{content(value)}"/>\n'
    kind = ""
    if isinstance(value, RdfLiteral) and value.language:
        kind = f' xml:lang="{value.language}"'
    elif isinstance(value, RdfLiteral) and value.datatype not in (None, XSD.string):
        kind = f' rdf:datatype="{content(str(value.datatype))}"'
    return f"    <{name}{kind}>{content(str(value))}</{name}>\n"


def _name(predicate: URIRef, known: Mapping[str, str]) -> str:
    """A predicate as XML names it: all that kg writes lie in a namespace with a prefix."""
    prefix, namespace = next((p, n) for p, n in known.items() if predicate.startswith(n))
    return f"{prefix}:{predicate.removeprefix(namespace)}"
