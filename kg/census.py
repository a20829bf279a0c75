"""How much of what is in the graph."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg.store import GraphView
from kg.store.view import PREFIXES


@dataclass(frozen=True, slots=True)
class Census:
    """Articles, entities by class, and statements by relation and modality."""

    articles: int
    entities: Counter[str]
    statements: Counter[tuple[str, str]]

    def to_json(self) -> dict[str, object]:
        """The object that ``kg stats --format json`` prints, in an order that depends on names alone."""
        modalities = sorted({modality for _, modality in self.statements})
        return {
            "articles": self.articles,
            "entities": {"total": self.entities.total(), "by class": dict(sorted(self.entities.items()))},
            "statements": {
                "total": self.statements.total(),
                "by modality": {m: sum(n for (_, own), n in self.statements.items() if own == m) for m in modalities},
                "by relation": {
                    name: {m: self.statements[name, m] for m in modalities if self.statements[name, m]}
                    for name in sorted({name for name, _ in self.statements})
                },
            },
        }


def census(view: GraphView) -> Census:
    """Count what the graph holds."""
    return Census(len(view.sources()), _entities(view), _statements(view))


def _entities(view: GraphView) -> Counter[str]:
    graph = f"<{view.names.entities_graph}>"
    rows = view.store.rows(
        f"{PREFIXES} SELECT ?c (COUNT(DISTINCT ?e) AS ?n) WHERE {{ GRAPH {graph} {{ ?e rdf:type ?c }} }} GROUP BY ?c"
    )
    return Counter({view.names.local(str(name)): int(str(count)) for name, count in rows})


def _statements(view: GraphView) -> Counter[tuple[str, str]]:
    local, modality = view.names.local, view.names.term("modality")
    rows = view.store.rows(
        f"{PREFIXES} SELECT ?p ?m (COUNT(DISTINCT ?st) AS ?n) WHERE {{ ?st rdf:predicate ?p ; <{modality}> ?m }}"
        " GROUP BY ?p ?m"
    )
    return Counter({(local(str(name)), local(str(mode))): int(str(count)) for name, mode, count in rows})
