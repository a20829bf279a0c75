"""N-Triples: one triple a line, in canonical form."""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.annotated import RDF12, reified
from kg.export.material import Material
from kg.export.triples import merged_parts


def ntriples(material: Material) -> Iterator[str]:
    """The exported graphs as one, in the same order as in Turtle."""
    rdf12 = material.variant == RDF12
    for _, blocks in merged_parts(material.view):
        for block in map(reified, blocks) if rdf12 else blocks:
            material.count("triples", block.size)
            for predicate, values in block.predicates.items():
                yield from (f"<{block.subject}> <{predicate}> {value} .\n" for value in values)
