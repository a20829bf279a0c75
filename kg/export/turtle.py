"""Turtle and what it shares with TriG: prefixes, and one block of text for each subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rdflib import RDF, XSD, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from kg.export.material import Material
from kg.export.triples import Block, merged_parts, prefixes
from kg.names import Names
from kg.store.rdf import nt
from kg.vocabulary import Vocabulary

# What may follow a prefix as it is; "~" (which tells namesakes apart) may with a backslash.
PIECE = r"[A-Za-z0-9_]|%[0-9A-Fa-f]{2}"
LOCAL = re.compile(rf"(?:{PIECE})(?:(?:{PIECE}|[.~-])*(?:{PIECE}|[~-]))?")
SHORTHAND = {
    XSD.integer: re.compile(r"[+-]?[0-9]+"),
    XSD.decimal: re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD.boolean: re.compile(r"true|false"),
}


def turtle(material: Material) -> Iterator[str]:
    """The exported graphs as one, grouped by subject; a triple that several articles assert stands there once."""
    text = TurtleText(material.view.names, material.view.vocabulary)
    yield text.header()
    for heading, blocks in merged_parts(material.view):
        for number, block in enumerate(blocks):
            if not number:
                yield f"\n# {heading}\n"
            material.count("triples", block.size)
            yield "\n" + text.block(block)


class TurtleText:
    """Writes terms and blocks with the prefixes of one vocabulary and base."""

    def __init__(self, names: Names, vocabulary: Vocabulary) -> None:
        self.prefixes = prefixes(names, vocabulary)

    def header(self) -> str:
        """The prefixes."""
        return "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in self.prefixes.items())

    def block(self, block: Block, indent: str = "") -> str:
        """All that is said of one subject."""
        lines = []
        for predicate, values in block.predicates.items():
            verb = "a" if predicate == RDF.type else self.term(predicate)
            joint = ",\n" + indent + " " * 8 if len(values) > 1 else ""
            lines.append(f"{indent}    {verb} {joint.join(self.term(value) for value in values)}")
        return f"{indent}{self.term(block.subject)}\n" + " ;\n".join(lines) + " .\n"

    def term(self, node: Node) -> str:
        """An IRI or a literal, as short as Turtle has it."""
        if isinstance(node, URIRef):
            return self._iri(str(node))
        if not isinstance(node, RdfLiteral) or node.datatype is None or node.datatype == XSD.string:
            return nt(node)
        short = SHORTHAND.get(node.datatype)
        if short and short.fullmatch(node):
            return str(node)
        text, _, _ = nt(node).rpartition("^^")
        return f"{text}^^{self._iri(str(node.datatype))}"

    def _iri(self, iri: str) -> str:
        for prefix, namespace in self.prefixes.items():
            if iri.startswith(namespace) and LOCAL.fullmatch(local := iri.removeprefix(namespace)):
                return f"{prefix}:{local.replace('~', chr(92) + '~')}"
        return f"<{iri}>"
