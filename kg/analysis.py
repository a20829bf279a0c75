"""What the shape of the graph tells: who stands in its middle, who belongs together, what ties countries, how it grew.

The measures are networkx's, over things tied by asserted relations, without direction; several relations of the same
two things are one tie, whose weight is how many reports tell of them. The same graph gives the same figures.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import networkx

from kg.export import to_networkx
from kg.gazetteer import load_gazetteer
from kg.store import GraphView
from kg.store.whole import publications

SAMPLE = 300
"""In larger graphs shortest ways are searched from so many things only (Brandes and Pich, 2007)."""
SEED = 2024
AGREED = ("signedMoUWith", "signedAgreementWith")
HOME = ("locatedIn", "partOf", "represents", "heldIn", "signedIn")
"""What leads from a thing to its country, step by step."""
FARTHEST_HOME = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """A thing's place in the graph.

    ``partners`` is how many things it is tied to, ``reports`` how many reports tell of its ties, ``betweenness`` the
    share of shortest ways that lead through it (Freeman, 1977), ``community`` the number of its community, 1 for the
    largest.
    """

    id: str
    label: str
    type: str
    country: str | None
    partners: int
    reports: int
    betweenness: float
    community: int


@dataclass(frozen=True, slots=True)
class Community:
    """Things that are tied among themselves more than to others (Louvain; Blondel and others, 2008)."""

    number: int
    size: int
    foremost: tuple[str, ...]
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bridge:
    """Two countries, how many ties their bodies and people have, how many of these are agreements, and who has most."""

    countries: tuple[str, str]
    ties: int
    agreements: int
    foremost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """What the articles of a month (or of a year, where they give no month) brought."""

    time: str
    articles: int
    ties: int
    new_things: int


class Analysis:
    """Measures of one graph; each is worked out when it is first asked for."""

    def __init__(self, view: GraphView) -> None:
        self._network = to_networkx(view)
        self._published = [published for _, published, _ in publications(view)]

    @cached_property
    def standings(self) -> list[Standing]:
        """Every thing that has ties, those in the middle first."""
        plain, names = self._plain
        between = networkx.betweenness_centrality(
            plain, k=SAMPLE if len(plain) > SAMPLE else None, normalized=True, seed=SEED
        )
        number_of = {node: number for number, found in enumerate(self._parts, start=1) for node in found}
        found = []
        for node in plain:
            data = self._network.nodes[names[node]]
            found.append(
                Standing(
                    names[node],
                    data["label"],
                    data["class"],
                    self._homes.get(names[node]),
                    plain.degree(node),
                    plain.degree(node, "weight"),
                    round(between[node], 6),
                    number_of[node],
                )
            )
        return sorted(found, key=lambda s: (-s.betweenness, -s.partners, s.id))

    def most_active(self, types: Iterable[str]) -> list[Standing]:
        """Things of these classes by how many reports tell of their ties."""
        wanted = frozenset(types)
        found = [standing for standing in self.standings if standing.type in wanted]
        return sorted(found, key=lambda s: (-s.reports, -s.partners, s.id))

    @cached_property
    def communities(self) -> list[Community]:
        """The communities, the largest first, each with its foremost things and the countries most at home in it."""
        standing = {s.id: s for s in self.standings}
        _, names = self._plain
        found = []
        for number, part in enumerate(self._parts, start=1):
            members = sorted((standing[names[node]] for node in part), key=lambda s: (-s.partners, s.id))
            homes = Counter(member.country for member in members if member.country)
            countries = sorted(homes, key=lambda country: (-homes[country], country))
            found.append(Community(number, len(part), tuple(m.label for m in members[:5]), tuple(countries[:3])))
        return found

    @cached_property
    def bridges(self) -> list[Bridge]:
        """Pairs of countries by how many ties join their people and bodies."""
        ties: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
        agreements: Counter[tuple[str, str]] = Counter()
        busy: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for one, other, data in self._network.edges(data=True):
            homes = self._homes.get(one), self._homes.get(other)
            if homes[0] is None or homes[1] is None or homes[0] == homes[1] or data["relation"] in HOME:
                continue
            pair = min(homes[0], homes[1]), max(homes[0], homes[1])
            ties[pair].add((min(one, other), max(one, other)))
            agreements[pair] += data["relation"] in AGREED
            busy[pair].update((one, other))
        found = [Bridge(pair, len(ties[pair]), agreements[pair], self._foremost(busy[pair])) for pair in ties]
        return sorted(found, key=lambda bridge: (-bridge.ties, -bridge.agreements, bridge.countries))

    @cached_property
    def growth(self) -> list[Period]:
        """What each month brought, in order of time; articles without a date come first, with an empty time."""
        articles = Counter(map(_month, self._published))
        firsts: dict[str, str] = {}
        ties: Counter[str] = Counter()
        for one, other, data in self._network.edges(data=True):
            month = _month(data.get("first_published"))
            ties[month] += 1
            for node in (one, other):
                firsts[node] = min(firsts.get(node, month), month)
        things = Counter(firsts.values())
        return [Period(time, articles[time], ties[time], things[time]) for time in sorted({*articles, *ties, *things})]

    def attributes(self) -> dict[str, dict[str, float | int]]:
        """What the exports write beside each thing that has ties, by its IRI."""
        return {s.id: {"betweenness": s.betweenness, "community": s.community} for s in self.standings}

    @cached_property
    def _plain(self) -> tuple[networkx.Graph[int], list[str]]:
        """Things as numbers, since a set of these has the same order on each run, with one tie for each pair."""
        names = sorted(node for node, degree in self._network.degree() if degree)
        number = {name: index for index, name in enumerate(names)}
        plain: networkx.Graph[int] = networkx.Graph()
        plain.add_nodes_from(range(len(names)))
        for one, other, data in self._network.edges(data=True):
            ends = number[one], number[other]
            if one != other:
                before = plain.get_edge_data(*ends, default={"weight": 0})["weight"]
                plain.add_edge(*ends, weight=before + data["weight"])
        return plain, names

    @cached_property
    def _parts(self) -> list[set[int]]:
        found = networkx.community.louvain_communities(self._plain[0], weight="weight", seed=SEED)
        return sorted(found, key=lambda part: (-len(part), min(part)))

    @cached_property
    def _homes(self) -> Mapping[str, str]:
        """The country of each thing: its own, or that to which what it is in, of, or for, leads."""
        homes = {node: str(data["country"]) for node, data in self._network.nodes(data=True) if data.get("country")}
        ways: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for one, other, data in self._network.edges(data=True):
            if data["relation"] in HOME:
                ways[one].append((-data["weight"], other))
        for _ in range(FARTHEST_HOME):
            reached = {
                node: next(homes[other] for _, other in sorted(near) if other in homes)
                for node, near in ways.items()
                if node not in homes and any(other in homes for _, other in near)
            }
            homes.update(reached)
        countries = load_gazetteer().countries
        return {node: countries[code].name if code in countries else code for node, code in homes.items()}

    def _foremost(self, busy: Counter[str]) -> tuple[str, ...]:
        ranked = sorted(busy, key=lambda node: (-busy[node], node))
        return tuple(str(self._network.nodes[node]["label"]) for node in ranked[:3])


def _month(day: str | None) -> str:
    return str(day or "")[:7]
