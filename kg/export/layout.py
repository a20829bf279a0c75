"""Where nodes are drawn: the same graph gives the same places, on whatever machine.

Small graphs are laid out by forces (after Fruchterman and Reingold): all nodes push each other away, edges pull their
ends together, and all are drawn a little to the middle. Large ones, which would take hours so, are laid out like the
seeds of a sunflower, for a program such as Gephi to go on from: their nodes stand in the order of their classes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, islice
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING

from kg.export.projection import Projection

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

Place = tuple[float, float]
"""x and y, y upwards."""

MOST = 1500
"""Nodes that are laid out by forces: that many take seconds."""
SPACING = 100.0
"""About how far apart two nodes are that an edge joins."""
ROUNDS = 100
PULL = 0.5
"""How strongly the middle draws, which keeps together what no edge does."""
ROWS = 128
"""Nodes whose push on all others is reckoned at once: memory holds that many rows of numbers."""
GOLDEN = pi * (3 - sqrt(5))


def places(projection: Projection) -> Iterator[Place]:
    """The place of each node, in the order of the projection's nodes."""
    ids = [node.id for node in islice(projection.nodes(), MOST + 1)]
    if len(ids) > MOST:
        return (_seed(index) for index in count())
    at = {iri: index for index, iri in enumerate(ids)}
    joined = sorted({(at[e.subject], at[e.object]) for e in projection.edges() if e.subject != e.object})
    return iter(_by_forces(len(ids), joined))


def _seed(index: int) -> Place:
    # Rounded at once: the last digit of a sine is not the same on all machines.
    radius = SPACING * sqrt(index + 0.5) * 0.5
    return round(radius * cos(index * GOLDEN), 2), round(radius * sin(index * GOLDEN), 2)


def _by_forces(size: int, joined: Sequence[tuple[int, int]]) -> list[Place]:
    """The places of so many nodes with these edges.

    Only sums, products, quotients and square roots are taken, and in a fixed order: all machines agree on those.
    """
    # numpy takes a tenth of a second to load, which the other formats need not wait for.
    import numpy as np  # noqa: PLC0415

    points = np.array([_seed(index) for index in range(size)]).reshape(-1, 2) / SPACING
    ends = np.array(joined, dtype=np.int64).reshape(-1, 2)
    for number in range(ROUNDS):
        push = _push(points) - PULL * points
        between = points[ends[:, 1]] - points[ends[:, 0]]
        pull = between * np.sqrt((between * between)[:, 0] + (between * between)[:, 1])[:, None]
        np.add.at(push, ends[:, 0], pull)
        np.add.at(push, ends[:, 1], -pull)
        length = np.sqrt(push[:, 0] * push[:, 0] + push[:, 1] * push[:, 1])
        step = sqrt(size) / 8 * (1 - number / ROUNDS)
        points = points + push * (np.minimum(length, step) / np.maximum(length, 1e-9))[:, None]
    return [(round(x * SPACING, 2), round(y * SPACING, 2)) for x, y in points.tolist()]


def _push(points: Points) -> Points:
    """How all other nodes push each one away: the stronger the nearer."""
    pushed = points * 0
    for start in range(0, len(points), ROWS):
        apart = points[None, :, :] - points[start : start + ROWS, None, :]
        squared = apart[:, :, 0] * apart[:, :, 0] + apart[:, :, 1] * apart[:, :, 1] + 1e-4
        # Row by row, and so in a fixed order: the first axis is not the one that numpy adds up in pairs.
        pushed += (apart / squared[:, :, None]).sum(axis=0)
    return pushed
