"""SVG: a picture of a small graph, with a key to its colours; what lies under the pointer tells more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from math import sqrt

from kg.errors import UsageError
from kg.export.drawing import colour, content, size
from kg.export.layout import MOST, Place
from kg.export.material import Material
from kg.export.projection import Edge, Node
from kg.vocabulary import Vocabulary

MARGIN, FOR_LABELS, LINE = 60.0, 150.0, 18.0
BEND = 14.0
"""How far apart the lines between the same two nodes lie."""
MOST_WORDS = 40
"""Edges that are few have their relation written on them."""
LONGEST = 32
STYLE = """<style>
text { font: 11px sans-serif; fill: #222; paint-order: stroke; stroke: #fff; stroke-width: 3px; }
.edge { fill: none; stroke: #999; }
.edge-label { font-size: 8px; fill: #666; text-anchor: middle; }
</style>
<defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">\
<path d="M0,1 8,4 0,7z" fill="#999"/></marker></defs>
"""


def svg(material: Material) -> Iterator[str]:
    """Edges as lines, nodes as circles coloured by class, labels, and a key. UsageError where there are too many."""
    placed = small(material)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield from picture(material, placed)


def small(material: Material) -> dict[str, tuple[Node, Place]]:
    """The nodes and their places (y downwards) by IRI; UsageError where nobody could tell them apart."""
    found = {node.id: (node, (x, -y)) for node, (x, y) in material.placed()}
    if len(found) > MOST:
        raise UsageError(
            f"a picture of more than {MOST} things ({len(found)}) shows nothing",
            "choose a part with --ego or --filter, or write .gexf for Gephi",
        )
    return found


def picture(material: Material, placed: Mapping[str, tuple[Node, Place]]) -> Iterator[str]:
    """The picture as one ``svg`` element; its circles and lines have the ids of nodes and edges as ``data-id``."""
    vocabulary = material.view.vocabulary
    xs, ys = ([place[axis] for _, place in placed.values()] or [0.0] for axis in (0, 1))
    left, top = min(xs) - MARGIN, min(ys) - MARGIN
    width, height = max(xs) - left + MARGIN + FOR_LABELS, max(ys) - top + MARGIN
    classes = sorted({node.entity.type for node, _ in placed.values()})
    height += LINE * len(classes)
    box = f"{left:.1f} {top:.1f} {width:.1f} {height:.1f}"
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{width:.0f}" height="{height:.0f}">\n{STYLE}'
    yield from _edges(material, placed)
    for node, (x, y) in placed.values():
        material.count("nodes")
        yield _circle(node, x, y, vocabulary)
    for number, name in enumerate(classes):
        x, y = left + 20, top + height - LINE * (len(classes) - number)
        known = vocabulary.classes.get(name)
        yield f'<circle cx="{x:.1f}" cy="{y - 4:.1f}" r="5" fill="{_rgb(name, vocabulary)}"/>'
        yield f'<text x="{x + 10:.1f}" y="{y:.1f}">{content(known.label if known else name)}</text>\n'
    yield "</svg>\n"


def _edges(material: Material, placed: Mapping[str, tuple[Node, Place]]) -> Iterator[str]:
    edges = list(material.projection.edges())
    parallel: Counter[tuple[str, ...]] = Counter()
    for edge in edges:
        material.count("edges")
        pair = tuple(sorted((edge.subject, edge.object)))
        # One straight line, then by turns on either side; the sides are those of the pair, whatever the direction.
        number = parallel[pair]
        parallel[pair] += 1
        bend = BEND * ((number + 1) // 2) * (1 if number % 2 else -1) * (1 if pair[0] == edge.subject else -1)
        yield _line(edge, placed, bend, material.view.vocabulary, worded=len(edges) <= MOST_WORDS)


def _line(
    edge: Edge, placed: Mapping[str, tuple[Node, Place]], bend: float, vocabulary: Vocabulary, *, worded: bool
) -> str:
    (_, (x1, y1)), (end, (x2, y2)) = placed[edge.subject], placed[edge.object]
    relation = vocabulary.relation(edge.predicate)
    length = sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1))
    if length == 0:  # a relation to itself
        way, x, y = f"M{x1},{y1} c-40,-50 40,-50 0,0", x1, y1 - 40
    else:
        across = (y1 - y2) / length, (x2 - x1) / length
        x, y = (x1 + x2) / 2 + 2 * bend * across[0], (y1 + y2) / 2 + 2 * bend * across[1]
        short = min(_radius(end) / length, 1.0)
        x2, y2 = x2 - (x2 - x1) * short, y2 - (y2 - y1) * short
        way = f"M{x1:.1f},{y1:.1f} Q{x:.1f},{y:.1f} {x2:.1f},{y2:.1f}"
        x, y = x - bend * across[0], y - bend * across[1]
    head = "" if relation.symmetric else ' marker-end="url(#head)"'
    wide = min(1 + (edge.weight - 1) / 2, 6)
    told = f"{relation.label} ({', '.join(edge.articles)})"
    line = f'<path class="edge" data-id="{edge.id}" d="{way}" stroke-width="{wide:.1f}"{head}>'
    text = f'<text class="edge-label" x="{x:.1f}" y="{y:.1f}">{content(relation.label)}</text>' if worded else ""
    return f"{line}<title>{content(told)}</title></path>{text}\n"


def _circle(node: Node, x: float, y: float, vocabulary: Vocabulary) -> str:
    label, radius = node.entity.label, _radius(node)
    short = label if len(label) <= LONGEST else f"{label[: LONGEST - 1]}…"
    looks = f'cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{_rgb(node.entity.type, vocabulary)}"'
    return (
        f'<g class="node" data-id="{content(node.id)}"><title>{content(f"{label} ({node.entity.type})")}</title>'
        f'<circle {looks}/><text x="{x + radius + 2:.1f}" y="{y + 4:.1f}">{content(short)}</text></g>\n'
    )


def _radius(node: Node) -> float:
    return size(node) / 1.6


def _rgb(class_name: str, vocabulary: Vocabulary) -> str:
    red, green, blue = colour(class_name, vocabulary)
    return f"#{red:02x}{green:02x}{blue:02x}"
