"""What identity needs of an article, in brief: one text in the ledger, read a hundred times as fast as the triples."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from kg.model import Referent

Known = list[tuple[Referent, str]]
"""An article's referents without their mentions, each with its entity."""


def in_brief(referents: Iterable[Referent], entity_of: Mapping[str, str]) -> str:
    """Referents and their entities as a text: the same for the same content."""
    rows = [
        [r.key, r.type, r.label, list(r.labels), dict(sorted(r.hints.items())), entity_of[r.key]]
        for r in sorted(referents, key=lambda r: r.key)
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def known_from(text: str) -> Known:
    """The referents that such a text tells of."""
    return [
        (Referent(key, kind, label, tuple(labels), (), hints), iri)
        for key, kind, label, labels, hints, iri in json.loads(text)
    ]
