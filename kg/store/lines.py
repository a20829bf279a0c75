"""Triples as they are written to a store: each a line of N-Triples, in canonical form, without its full stop.

https://www.w3.org/TR/n-triples/#canonical-ntriples
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rdflib import XSD

Line = str

STRING, INTEGER, DECIMAL, DATE_TIME = map(str, (XSD.string, XSD.integer, XSD.decimal, XSD.dateTime))
NO_CHARACTERS = (0xFFFE, 0xFFFF)
"""Oxigraph escapes these two, and so must whoever is to write the same."""
ESCAPES = str.maketrans(
    {c: f"\\u{c:04X}" for c in (*range(32), 127, *NO_CHARACTERS)}
    | {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}
)
ESCAPED = re.compile(r'[\x00-\x1f"\\\x7f\ufffe\uffff]')


def iri(text: str) -> str:
    """An IRI as a term."""
    return f"<{text}>"


def literal(text: str, datatype: str = "") -> str:
    """A literal as a term; its text stays as it is."""
    quoted = f'"{text.translate(ESCAPES)}"' if ESCAPED.search(text) else f'"{text}"'
    return f"{quoted}^^<{datatype}>" if datatype and datatype != STRING else quoted


def line(subject: str, predicate: str, value: str) -> Line:
    """A triple of terms."""
    return f"{subject} {predicate} {value}"


def quads(graph: str, lines: Iterable[Line]) -> str:
    """Triples of a named graph as N-Quads."""
    end = f" <{graph}> .\n"
    found = end.join(lines)
    return found and found + end


def triples(lines: Iterable[Line]) -> str:
    """Triples as N-Triples."""
    return " .\n".join(lines) + " ."
