"""What spaCy's recogniser calls a name."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc

NER_KINDS = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place", "EVENT": "Event",
}  # fmt: skip


def entity_of(doc: Doc, first: int, last: int) -> str | None:
    """The kind that spaCy's recogniser gives most of a document's tokens from one to another."""
    counts = Counter(NER_KINDS[t.ent_type_] for t in doc[first:last] if t.ent_type_ in NER_KINDS)
    return counts.most_common(1)[0][0] if counts else None
