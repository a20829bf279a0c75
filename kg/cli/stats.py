"""``kg stats``: how much is in the graph."""

from __future__ import annotations

from collections import Counter

import click

from kg.cli.options import answering_in_time
from kg.cli.output import Output
from kg.cli.session import Session
from kg.store import GraphView
from kg.store.view import PREFIXES


@click.command("stats")
@answering_in_time
def command(session: Session) -> None:
    """Count what is in the graph.

    Articles, things by class, statements by relation and modality.
    """
    session.emit(stats_of(session.view()))


def stats_of(view: GraphView) -> Output:
    """The counts, in an order that depends on names alone."""
    articles = len(view.sources())
    classes = _entities(view)
    statements = _statements(view)
    relations = Counter({name: 0 for name, _ in statements})
    for (name, _), count in statements.items():
        relations[name] += count
    modalities = sorted({modality for _, modality in statements})
    document = {
        "articles": articles,
        "entities": {"total": sum(classes.values()), "by class": dict(sorted(classes.items()))},
        "statements": {
            "total": sum(statements.values()),
            "by modality": {m: sum(n for (_, own), n in statements.items() if own == m) for m in modalities},
            "by relation": {
                name: {m: statements[name, m] for m in modalities if statements[name, m]} for name in sorted(relations)
            },
        },
    }
    rows: list[tuple[object, ...]] = [("articles", "", "", articles), ("entities", "", "", sum(classes.values()))]
    rows += [("entities", name, "", count) for name, count in sorted(classes.items())]
    rows += [("statements", "", "", sum(statements.values()))]
    rows += [("statements", name, modality, count) for (name, modality), count in sorted(statements.items())]
    return Output(("what", "kind", "modality", "count"), rows, document)


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
