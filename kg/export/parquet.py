"""Parquet, for pandas, Polars, DuckDB and Spark: tables of nodes, of edges, and of statements with their evidence.

Needs pyarrow: ``pip install 'kg[tables]'``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from kg.errors import UsageError
from kg.export.drawing import EDGE_ATTRIBUTES, edge_data, node_attributes, node_data
from kg.export.material import Material
from kg.model import Entity
from kg.store.whole import facts_in_order

ROWS = 20_000
"""Of one group: so many are in memory at a time."""
STATEMENT = {
    "statement": "string", "subject": "string", "subject_label": "string", "subject_class": "string",
    "predicate": "string", "object": "string", "object_label": "string", "object_class": "string", "value": "string",
    "datatype": "string", "modality": "string", "confidence": "double", "frame": "string", "article": "string",
    "start": "integer", "end": "integer", "quote": "string",
}  # fmt: skip

_Row = Mapping[str, object]


def node_table(material: Material) -> Iterator[bytes]:
    """One row a node: its label, and the attributes that it has in GEXF."""
    kinds = {"label": "string", **node_attributes(material.view.vocabulary, material.measured)}
    counted = {name for name, kind in kinds.items() if kind == "integer"}
    rows = ({"label": node.entity.label, **node_data(node)} for node in material.projection.nodes())
    # A value of a relation is a text, also where it is a number.
    numbers = ({n: int(str(v)) if n in counted else v for n, v in row.items()} for row in rows)
    return _table(kinds, _counted(material, "nodes", numbers))


def edge_table(material: Material) -> Iterator[bytes]:
    """One row an edge: its ends, and the attributes that it has in GEXF."""
    vocabulary = material.view.vocabulary
    kinds = {"id": "string", "source": "string", "target": "string", "weight": "integer", **EDGE_ATTRIBUTES}
    rows = (
        {
            "id": edge.id,
            "source": edge.subject,
            "target": edge.object,
            "weight": edge.weight,
            **edge_data(edge, vocabulary),
        }
        for edge in material.projection.edges()
    )
    return _table(kinds, _counted(material, "edges", rows))


def statement_table(material: Material) -> Iterator[bytes]:
    """One row for each sentence that a statement rests on, whatever its modality."""
    return _table(STATEMENT, _counted(material, "rows", _statements(material)))


def _statements(material: Material) -> Iterator[_Row]:
    for fact in facts_in_order(material.view):
        common: dict[str, object] = {
            "statement": fact.id, "subject": fact.subject.id, "subject_label": fact.subject.label,
            "subject_class": fact.subject.type, "predicate": fact.predicate, "modality": fact.modality,
            "confidence": fact.confidence, "frame": fact.frame,
        }  # fmt: skip
        if isinstance(fact.object, Entity):
            end = fact.object
            common |= {"object": end.id, "object_label": end.label, "object_class": end.type}
        else:
            common |= {"value": fact.object.value, "datatype": fact.object.datatype}
        for e in fact.evidence:
            yield {**common, "article": e.article, "start": e.start, "end": e.end, "quote": e.quote}


def _counted(material: Material, what: str, rows: Iterable[_Row]) -> Iterator[_Row]:
    for row in rows:
        material.count(what)
        yield row


def _table(kinds: Mapping[str, str], rows: Iterator[_Row]) -> Iterator[bytes]:
    """The rows as a Parquet file, group by group."""
    try:
        # Hundreds of megabytes, which only these tables need.
        import pyarrow  # noqa: PLC0415
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow, which is not installed", "pip install 'kg[tables]'") from error
    types = {"string": pyarrow.string(), "integer": pyarrow.int64(), "double": pyarrow.float64()}
    schema = pyarrow.schema([(name, types.get(kind, pyarrow.bool_())) for name, kind in kinds.items()])
    sink = _Sink()
    with pyarrow.parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        while part := [dict(row) for row in islice(rows, ROWS)]:
            writer.write_batch(pyarrow.RecordBatch.from_pylist(part, schema=schema))
            yield sink.taken()
    yield sink.taken()


class _Sink:
    """A file for pyarrow that gives away what was written so far, and knows how much that was in all."""

    closed = False

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> int:
        """Keep the bytes until they are taken."""
        self._parts.append(bytes(data))
        self._size += len(data)
        return len(data)

    def tell(self) -> int:
        """How many bytes were written, taken or not."""
        return self._size

    def flush(self) -> None:
        """Nothing waits."""

    def close(self) -> None:
        """Nothing is held."""

    def taken(self) -> bytes:
        """What was written since the last time."""
        parts, self._parts = self._parts, []
        return b"".join(parts)
