"""The statements file: one JSON object a line for each statement of each article, whatever its modality."""

from __future__ import annotations

import json
from collections.abc import Iterator

from kg.export.material import Material
from kg.model import Entity, Fact, Literal
from kg.store.whole import facts_in_order

# Readers that split text at every line break of Unicode would split inside a string.
LINE_BREAKS = str.maketrans({c: f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"})


def jsonl(material: Material) -> Iterator[str]:
    """One line a statement, in the order of their IRIs."""
    for fact in facts_in_order(material.view):
        material.count("statements")
        yield json.dumps(statement(fact), ensure_ascii=False).translate(LINE_BREAKS) + "\n"


def statement(fact: Fact) -> dict[str, object]:
    """A statement as plain values: ends, relation, confidence, modality, evidence and the frame that gave it."""
    return {
        "id": fact.id,
        "predicate": fact.predicate,
        "subject": _end(fact.subject),
        "object": _end(fact.object),
        "confidence": fact.confidence,
        "modality": fact.modality,
        "evidence": [{"article": e.article, "quote": e.quote, "start": e.start, "end": e.end} for e in fact.evidence],
        "frame": fact.frame,
    }


def _end(end: Entity | Literal) -> dict[str, object]:
    if isinstance(end, Literal):
        return {"value": end.value, "datatype": end.datatype}
    return {"id": end.id, "label": end.label, "labels": list(end.labels), "type": end.type}
