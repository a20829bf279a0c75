"""How two things are connected: the shortest ways through the graph, and who says so at each step.

The store is asked for neighbours level by level from both ends, so that only the neighbourhood of the two is ever
in memory, however large the graph is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import islice, pairwise
from typing import Any

from kg.errors import NotFoundError, UsageError
from kg.model import Entity, Fact
from kg.store import GraphView
from kg.store.view import Link
from kg.vocabulary import Vocabulary

PLACE = "Place"

Nodes = tuple[str, ...]
Steps = Mapping[str, Mapping[str, int]]
"""From each node to its neighbours, with the number of articles that speak for the step."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One step: a relation that articles assert of two things, with the statements that assert it.

    A symmetric relation is given in the direction in which the path goes.
    """

    subject: str
    predicate: str
    object: str
    facts: tuple[Fact, ...]

    def to_json(self) -> dict[str, Any]:
        """The step as plain values; its evidence in the order of articles and places in them."""
        evidence = sorted({e for fact in self.facts for e in fact.evidence})
        return {
            "predicate": self.predicate,
            "subject": self.subject,
            "object": self.object,
            "evidence": [{"article": e.article, "quote": e.quote, "start": e.start, "end": e.end} for e in evidence],
        }


@dataclass(frozen=True, slots=True)
class Path:
    """A way from the first node to the last, with one edge between each two; no node comes twice."""

    nodes: tuple[Entity, ...]
    edges: tuple[Edge, ...]

    def to_json(self) -> dict[str, Any]:
        """The path as ``kg path --format json`` prints it."""
        return {
            "nodes": [{"id": node.id, "label": node.label, "type": node.type} for node in self.nodes],
            "edges": [edge.to_json() for edge in self.edges],
        }


def find_paths(
    view: GraphView,
    start: str,
    end: str,
    *,
    k: int = 1,
    max_hops: int = 6,
    only: Iterable[str] = (),
    without: Iterable[str] = (),
    through_places: bool = False,
) -> list[Path]:
    """Up to ``k`` shortest simple paths between two entities, by IRI, over asserted relations in either direction.

    Fewest steps first; among equals the way that more articles speak for (summed over its steps), then the order
    of the IRIs, which are made from class and name. Two paths differ in their nodes: where several relations join
    two neighbours, the step shows the one that most articles assert, and of those the most specific. ``only`` and
    ``without`` choose relations by name, as stated: those that imply them are not meant. Places lie between too
    many things to connect them, so that a path leads through one only with ``through_places``; it may always start
    or end there.

    Raises UsageError for an unknown relation or a number below 1, NotFoundError where an end is not in the graph or
    no path of at most ``max_hops`` steps connects the two.
    """
    if k < 1 or max_hops < 1:
        raise UsageError("the number of paths and of steps must be at least 1")
    relations = _relations(view, only, without)
    ends = view.entities([start, end])
    for iri in (start, end):
        if iri not in ends:
            raise NotFoundError(f"nothing in the graph is called {iri}", "look for it with: kg search NAME")
    if start == end:
        return [Path((ends[start],), ())]
    search = _Search(view, start, end, relations, through_places)
    found = search.shortest(k, max_hops)
    if not found:
        steps = "1 step" if max_hops == 1 else f"{max_hops} steps"
        message = f"no path of at most {steps} connects {ends[start].label} and {ends[end].label}"
        raise NotFoundError(message, search.advice(max_hops))
    return [search.path(nodes) for nodes in found]


def _relations(view: GraphView, only: Iterable[str], without: Iterable[str]) -> tuple[str, ...]:
    chosen = {view.vocabulary.relation(name).name for name in only}
    left_out = {view.vocabulary.relation(name).name for name in without}
    known = (r.name for r in view.vocabulary.relations.values() if not r.datatype)
    return tuple(name for name in known if (not chosen or name in chosen) and name not in left_out)


@dataclass
class _Side:
    """What one end has reached, and the nodes from which to go on."""

    reached: set[str]
    frontier: set[str]


@dataclass
class _Search:
    """Grows the known part of the graph from both ends, and finds the shortest paths in it."""

    view: GraphView
    start: str
    end: str
    relations: Sequence[str]
    through_places: bool
    exhausted: bool = False
    links: dict[str, dict[str, list[Link]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def shortest(self, k: int, max_hops: int) -> list[Nodes]:
        """The nodes of up to ``k`` paths, in order.

        Once ``a`` levels are known from the start and ``b`` from the end, every step of every path of up to
        ``a + b`` steps is known: its first ``a`` steps leave nodes nearer than ``a`` to the start, and the others
        enter nodes nearer than ``b`` to the end. Where one end has no level left, every path is known.
        """
        sides = [_Side({iri}, {iri}) for iri in (self.start, self.end)]
        found: list[Nodes] = []
        for hops in range(1, max_hops + 1):
            self._grow(min(sides, key=lambda side: len(side.frontier)))
            self.exhausted = not all(side.frontier for side in sides)
            if sides[0].reached & sides[1].reached:
                found = self._among(max_hops if self.exhausted else hops, k)
            if len(found) == k or self.exhausted:
                break
        return found

    def advice(self, max_hops: int) -> str:
        """What may help where no path was found."""
        object_relations = sum(not r.datatype for r in self.view.vocabulary.relations.values())
        ways = (
            (not self.through_places, "let paths lead through countries and cities with --through-places"),
            (len(self.relations) < object_relations, "allow more relations in --only and --without"),
            (not self.exhausted, f"allow more steps with --max-hops {max_hops + 2}"),
        )
        return "; ".join(way for helps, way in ways if helps) or "no article connects them: read more articles"

    def path(self, nodes: Sequence[str]) -> Path:
        """The path through these nodes, with the entities and facts that it stands on."""
        entities = self.view.entities(nodes)
        edges = (self._edge(one, other) for one, other in pairwise(nodes))
        return Path(tuple(entities[iri] for iri in nodes), tuple(edges))

    def _grow(self, side: _Side) -> None:
        """Go one level further from one end, and remember the steps."""
        barred = None if self.through_places else PLACE
        reached: set[str] = set()
        for link in self.view.links_of(side.frontier, self.relations, barred=barred, spared=(self.start, self.end)):
            # The same step comes again where both its ends are asked for.
            if link not in self.links[link.subject][link.object]:
                self.links[link.subject][link.object].append(link)
                self.links[link.object][link.subject].append(link)
            reached |= {link.subject, link.object}
        # No simple path goes on from one of the two ends.
        side.frontier = reached - side.reached - {self.start, self.end}
        side.reached |= reached

    def _among(self, hops: int, k: int) -> list[Nodes]:
        """Up to ``k`` paths of up to so many steps, best first, in the known part of the graph."""
        there, back = _distances(self.links, self.start), _distances(self.links, self.end)
        near = {n for n in there.keys() & back.keys() if there[n] + back[n] <= hops}
        steps = {
            one: {
                other: max(link.articles for link in self.links[one][other])
                for other in self.links[one].keys() & near - {one}
            }
            for one in near
        }
        return list(islice(_ranked(steps, self.start, self.end, hops), k))

    def _edge(self, one: str, other: str) -> Edge:
        def rank(link: Link) -> tuple[int, int, str, bool]:
            weaker = len(_implied(self.view.vocabulary, link.predicate))
            return -link.articles, -weaker, link.predicate, link.subject != one

        best = min(self.links[one][other], key=rank)
        facts = self.view.facts_between(best.subject, best.predicate, best.object)
        return Edge(best.subject, best.predicate, best.object, tuple(facts))


def _implied(vocabulary: Vocabulary, relation: str) -> set[str]:
    """All relations that hold with this one."""
    implied = vocabulary.relations[relation].implies
    return set(implied).union(*(_implied(vocabulary, name) for name in implied))


def _distances(steps: Mapping[str, Collection[str]], origin: str, without: Set[str] = frozenset()) -> dict[str, int]:
    """How many steps it is from the origin to each node that can be reached without those left out."""
    distance, level = {origin: 0}, {origin}
    while level:
        reached = {other for one in level for other in steps.get(one, ())} - distance.keys() - without
        distance.update(dict.fromkeys(reached, distance[next(iter(level))] + 1))
        level = reached
    return distance


def _ranked(steps: Steps, start: str, end: str, hops: int) -> Iterator[Nodes]:
    """All simple paths of up to so many steps, best first: Yen's algorithm.

    Each path after the first leaves one already given at some node, its spur, by a step that none of those with the
    same beginning takes, and goes the best way on from there.
    """
    given: list[Nodes] = []
    waiting: list[tuple[tuple[int, int, Nodes], Nodes]] = []
    first = _best(steps, (start,), end, frozenset(), hops)
    queued = {first} if first else set()
    if first:
        heappush(waiting, (_cost(steps, first), first))
    while waiting:
        _, path = heappop(waiting)
        yield path
        given.append(path)
        for length in range(1, len(path)):
            root = path[:length]
            taken = frozenset(other[length] for other in given if other[:length] == root)
            branch = _best(steps, root, end, taken, hops)
            if branch and branch not in queued:
                queued.add(branch)
                heappush(waiting, (_cost(steps, branch), branch))


def _cost(steps: Steps, path: Nodes) -> tuple[int, int, Nodes]:
    return len(path), -sum(steps[one][other] for one, other in pairwise(path)), path


def _best(steps: Steps, root: Nodes, end: str, taken: Set[str], hops: int) -> Nodes | None:
    """The best path that begins with ``root`` and goes on by none of the steps ``taken``; None where there is none."""
    spur = root[-1]
    left = _distances(steps, end, without=set(root))
    choices = [node for node in steps.get(spur, ()) if node in left and node not in taken]
    nearest = min((left[node] for node in choices), default=hops)
    if len(root) + nearest > hops:
        return None
    # Layer by layer nearer to the end, then back from there with the best way on from each node.
    layers = [{node for node in choices if left[node] == nearest}]
    while end not in layers[-1]:
        layers.append({n for one in layers[-1] for n in steps[one] if left.get(n) == nearest - len(layers)})
    best: dict[str, tuple[int, Nodes]] = {end: (0, (end,))}
    for layer in ({spur}, *layers[:-1])[::-1]:
        following = best
        best = {one: min(_join(steps, one, following[n]) for n in steps[one] if n in following) for one in layer}
    return root[:-1] + best[spur][1]


def _join(steps: Steps, node: str, way: tuple[int, Nodes]) -> tuple[int, Nodes]:
    cost, nodes = way
    return cost - steps[node][nodes[0]], (node, *nodes)
