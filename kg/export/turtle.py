"""Turtle and what it shares with TriG: prefixes, and one block of text for each subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rdflib import RDF, XSD

from kg.export.annotated import RDF12, annotated_parts
from kg.export.material import Material
from kg.export.triples import Block, merged_parts, prefixes
from kg.names import Names
from kg.vocabulary import Vocabulary

# What may follow a prefix as it is; "~" (which tells namesakes apart) may with a backslash.
PIECE = r"[A-Za-z0-9_]|%[0-9A-Fa-f]{2}"
LOCAL = re.compile(rf"(?:{PIECE})(?:(?:{PIECE}|[.~-])*(?:{PIECE}|[~-]))?")
TYPE = str(RDF.type)
REMEMBERED = 10_000
"""So many IRIs are not shortened anew."""
SHORTHAND = {
    str(XSD.integer): re.compile(r"[+-]?[0-9]+"),
    str(XSD.decimal): re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    str(XSD.boolean): re.compile(r"true|false"),
}


def turtle(material: Material) -> Iterator[str]:
    """The exported graphs as one, grouped by subject; a triple that several articles assert stands there once."""
    text, rdf12 = TurtleText(material.view.names, material.view.vocabulary), material.variant == RDF12
    yield text.header()
    for heading, blocks in annotated_parts(material.view) if rdf12 else merged_parts(material.view):
        for number, block in enumerate(blocks):
            if not number:
                yield f"\n# {heading}\n"
            material.count("triples", block.size)
            yield "\n" + text.block(block)


class TurtleText:
    """Writes terms and blocks with the prefixes of one vocabulary and base."""

    def __init__(self, names: Names, vocabulary: Vocabulary) -> None:
        self.prefixes = prefixes(names, vocabulary)
        self._prefix_of = {iri: prefix for prefix, iri in reversed(self.prefixes.items())}
        self._iri = lru_cache(REMEMBERED)(self._shortened)

    def header(self) -> str:
        """The prefixes."""
        return "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in self.prefixes.items())

    def block(self, block: Block, indent: str = "") -> str:
        """All that is said of one subject."""
        lines = []
        for predicate, values in block.predicates.items():
            verb = "a" if predicate == TYPE else self._iri(predicate)
            joint = ",\n" + indent + " " * 8 if len(values) > 1 else ""
            told: Iterator[str] = map(self.term, values)
            if block.notes:
                told = (self.term(v) + self._notes(block.notes.get((predicate, v), ()), indent) for v in values)
            lines.append(f"{indent}    {verb} {joint.join(told)}")
        return f"{indent}{self._iri(block.subject)}\n" + " ;\n".join(lines) + " .\n"

    def _notes(self, notes: Sequence[Block], indent: str) -> str:
        """What is said of a triple, behind its object: each reifier with its own predicates."""
        return "".join(f"\n{indent}{' ' * 12}~ {self._iri(note.subject)} {{| {self._list(note)} |}}" for note in notes)

    def _list(self, block: Block) -> str:
        return " ; ".join(
            f"{'a' if predicate == TYPE else self._iri(predicate)} {', '.join(map(self.term, values))}"
            for predicate, values in block.predicates.items()
        )

    def term(self, term: str) -> str:
        """A term of N-Triples in canonical form, as short as Turtle has it."""
        if term.startswith("<<("):
            return f"<<( {' '.join(map(self.term, term[4:-4].split(' ', 2)))} )>>"
        if term[0] == "<":
            return self._iri(term[1:-1])
        if term[-1] != ">":  # no datatype
            return term
        text, _, datatype = term[1:-1].rpartition('"^^<')
        short = SHORTHAND.get(datatype)
        return text if short and short.fullmatch(text) else f'"{text}"^^{self._iri(datatype)}'

    def _shortened(self, iri: str) -> str:
        # Every namespace ends in one of the two, and what follows a prefix holds neither.
        start = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._prefix_of.get(iri[:start])
        if prefix is None or not LOCAL.fullmatch(iri, start):
            return f"<{iri}>"
        return f"{prefix}:{iri[start:].replace('~', chr(92) + '~')}"
