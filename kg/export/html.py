"""One page with everything in it: the picture, a search, and behind each relation the sentences that it rests on.

It asks nothing of any server, so that it can be sent by mail and opened without a network.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files

from kg.export.layout import Place
from kg.export.material import Material
from kg.export.projection import Edge, Node
from kg.export.svg import picture, small
from kg.vocabulary import Vocabulary

# Nothing in a name may end the element that holds the data.
NO_MARKUP = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


def html(material: Material) -> Iterator[str]:
    """The page. UsageError where there are too many nodes for a picture."""
    placed = small(material)
    page = files("kg.export").joinpath("page.html").read_text(encoding="utf-8")
    head, rest = page.split("<!-- picture -->")
    before, after = rest.split("<!-- data -->")
    yield head
    yield from picture(material, placed)
    yield before
    yield json.dumps(_data(material, placed), ensure_ascii=False).translate(NO_MARKUP)
    yield after


def _data(material: Material, placed: Mapping[str, tuple[Node, Place]]) -> dict[str, object]:
    view, edges = material.view, list(material.projection.edges())
    facts = {fact.id: fact for fact in view.facts_of(iri for edge in edges for iri in edge.statements)}
    evidence = {edge.id: sorted({e for iri in edge.statements for e in facts[iri].evidence}) for edge in edges}
    sources = [view.source(name) for name in sorted({e.article for found in evidence.values() for e in found})]
    relations = view.vocabulary.relations
    return {
        "nodes": [_node(node, view.vocabulary) for node, _ in placed.values()],
        "edges": [
            _edge(edge, relations[edge.predicate].label)
            | {"evidence": [{"article": e.article, "quote": e.quote} for e in evidence[edge.id]]}
            for edge in edges
        ],
        "articles": {
            s.name: {"title": s.title, "publisher": s.publisher, "published": s.published, "source": s.source}
            for s in sources
            if s
        },
        "relations": {name: relations[name].label for name in sorted({edge.predicate for edge in edges})},
    }


def _node(node: Node, vocabulary: Vocabulary) -> dict[str, object]:
    entity = node.entity
    values = [{"label": vocabulary.relation(name).label, "value": value} for name, value in node.values.items()]
    aliases = [label for label in entity.labels if label != entity.label]
    return {"id": entity.id, "label": entity.label, "class": entity.type, "aliases": aliases, "values": values}


def _edge(edge: Edge, label: str) -> dict[str, object]:
    ends = {"source": edge.subject, "target": edge.object}
    return {"id": edge.id, **ends, "relation": edge.predicate, "label": label, "modality": edge.modality}
