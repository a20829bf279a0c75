"""A marked article as plain values."""

from __future__ import annotations

from kg.annotate.marking import Annotation, Sentence


def annotation_json(found: Annotation) -> dict[str, object]:
    """The object that ``kg annotate --format json`` prints."""
    return {
        "article": found.article,
        "title": found.title,
        "things": [
            {"number": t.number, "type": t.type, "label": t.label, "labels": list(t.labels), "id": t.entity}
            for t in found.things
        ],
        "passages": [
            {"kind": passage.kind, "sentences": [_sentence(sentence) for sentence in passage.sentences]}
            for passage in found.passages
        ],
    }


def _sentence(sentence: Sentence) -> dict[str, object]:
    return {
        "text": sentence.text,
        "start": sentence.span.start,
        "end": sentence.span.end,
        "mentions": [
            {"text": m.text, "start": m.span.start, "end": m.span.end, "things": list(m.numbers), "form": m.form}
            for m in sentence.marks
        ],
        "statements": [
            {
                "subject": s.subject.number,
                "predicate": s.predicate,
                "object": {"value": s.object} if isinstance(s.object, str) else s.object.number,
                "modality": s.modality,
                "confidence": s.confidence,
                "frame": s.frame,
                "id": s.id,
            }
            for s in sentence.sayings
        ],
    }
