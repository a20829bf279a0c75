"""RDF/XML: the exported graphs as one, in the same order as in Turtle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.export.drawing import content
from kg.export.material import Material
from kg.export.triples import Block, literal_of, merged_parts, prefixes


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


def _property(name: str, term: str) -> str:
    if term[0] == "<":
        return f'    <{name} rdf:resource="{content(term[1:-1])}"/>\n'
    value, language, datatype = literal_of(term)
    kind = f' xml:lang="{language}"' if language else f' rdf:datatype="{content(datatype)}"' if datatype else ""
    return f"    <{name}{kind}>{content(value)}</{name}>\n"


def _name(predicate: str, known: Mapping[str, str]) -> str:
    """A predicate as XML names it: all that kg writes lie in a namespace with a prefix."""
    prefix, namespace = next((p, n) for p, n in known.items() if predicate.startswith(n))
    return f"{prefix}:{predicate.removeprefix(namespace)}"
