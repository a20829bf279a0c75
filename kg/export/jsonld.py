"""JSON-LD 1.1, with the named graphs kept; one subject a line, so that two exports can be compared."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from rdflib import RDF, XSD, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from kg.export.material import Material
from kg.export.triples import Block, named_graphs, prefixes


def jsonld(material: Material) -> Iterator[str]:
    """The entities graph, then the graph of each article."""
    context = prefixes(material.view.names, material.view.vocabulary)
    yield f'{{\n"@context": {_dumps(context)},\n"@graph": [\n'
    separator = ""
    for graph, blocks in named_graphs(material.view):
        number = -1
        for number, block in enumerate(blocks):
            if not number:
                material.count("graphs")
                yield f'{separator}{{"@id": {_dumps(_short(graph, context))}, "@graph": [\n'
                separator = ",\n"
            material.count("triples", block.size)
            yield (",\n" if number else "") + _dumps(_object(block, context))
        if number >= 0:
            yield "\n]}"
    yield "\n]\n}\n"


def _object(block: Block, context: Mapping[str, str]) -> dict[str, object]:
    found: dict[str, object] = {"@id": _short(str(block.subject), context)}
    for predicate, values in block.predicates.items():
        if predicate == RDF.type:
            found["@type"] = [_short(str(value), context) for value in values]
        else:
            written = [_value(value, context) for value in values]
            found[_short(str(predicate), context)] = written[0] if len(written) == 1 else written
    return found


def _value(node: Node, context: Mapping[str, str]) -> object:
    if isinstance(node, URIRef):
        return {"@id": _short(str(node), context)}
    if isinstance(node, RdfLiteral) and node.language:
        return {"@value": str(node), "@language": node.language}
    if isinstance(node, RdfLiteral) and node.datatype not in (None, XSD.string):
        # Numbers stay text: a JSON number would lose the lexical form ("0.90").
        return {"@value": str(node), "@type": _short(str(node.datatype), context)}
    return str(node)


def _short(iri: str, context: Mapping[str, str]) -> str:
    for prefix, namespace in context.items():
        rest = iri.removeprefix(namespace)
        if rest != iri and rest and not rest.startswith("//"):
            return f"{prefix}:{rest}"
    return iri


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
