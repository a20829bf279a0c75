"""CSV: an edge list with a header."""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.material import Material
from kg.export.projection import Edge, Value
from kg.export.table import row
from kg.model import Entity

COLUMNS = (
    "subject_id", "subject", "subject_type", "predicate", "object_id", "object", "object_type", "modality",
    "confidence", "weight", "first_published", "last_published", "articles",
)  # fmt: skip


def edgelist(material: Material) -> Iterator[str]:
    """One row an edge, then one row a value: it has no object_id, and its datatype is its object_type.

    ``weight`` is the number of independent reports (copies of one count once); ``articles`` are the names of all
    articles, with " | " between them.
    """
    projection = material.projection
    yield row(COLUMNS)
    for edge in projection.edges():
        material.count("edges")
        subject, other = projection.ends(edge)
        yield row(_cells(edge, subject, (other.id, other.label, other.type)))
    for value in projection.values():
        material.count("values")
        yield row(_cells(value, projection.subject(value), ("", value.value.value, value.value.datatype)))


def _cells(claim: Edge | Value, subject: Entity, end: tuple[str, str, str]) -> tuple[object, ...]:
    return (
        subject.id, subject.label, subject.type, claim.predicate, *end, claim.modality,
        claim.confidence, claim.weight, claim.first, claim.last, " | ".join(claim.articles),
    )  # fmt: skip
