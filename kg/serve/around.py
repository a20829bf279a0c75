"""What is drawn: the neighbourhood of a thing, what happened where, and when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from rdflib import DCTERMS, RDFS

from kg.model import Entity
from kg.store import GraphView
from kg.store.rdf import GEO

MOST_EVENTS = 2000
"""So many events and agreements are put on the map or the time line; the latest, where there are more."""

Tie = tuple[str, str, str]
"""Subject, relation, object: two IRIs and a relation's name between them."""


class Surroundings:
    """Reads ties of some relations, told by articles that were published in some time."""

    def __init__(self, view: GraphView, relations: Sequence[str], since: str | None, until: str | None) -> None:
        """``relations`` are names, none for all; ``since`` and ``until`` dates, or years."""
        self._view = view
        known = [r for r in view.vocabulary.relations.values() if not r.datatype]
        self._names = {view.names.term(r.name): r for r in known if not relations or r.name in relations}
        self._in_time = _in_time(since, until)

    def neighbours(self, thing: str) -> Counter[str]:
        """How many articles tie each neighbour of a thing to it."""
        rows = self._view.store.rows(
            f"SELECT ?y (COUNT(DISTINCT ?g) AS ?n) WHERE {{ {{ GRAPH ?g {{ <{thing}> ?p ?y }} }} UNION"
            f" {{ GRAPH ?g {{ ?y ?p <{thing}> }} }} {self._of_relations()} {self._in_time} }} GROUP BY ?y"
        )
        return Counter({str(iri): int(str(count)) for iri, count in rows if str(iri) != thing})

    def among(self, things: Sequence[str]) -> dict[Tie, int]:
        """The ties among things, and how many articles tell each; none that a stronger one implies."""
        values, shown = " ".join(f"<{t}>" for t in things), ", ".join(f"<{t}>" for t in things)
        rows = self._view.store.rows(
            f"SELECT ?x ?p ?y (COUNT(DISTINCT ?g) AS ?n) WHERE {{ VALUES ?x {{ {values} }} GRAPH ?g {{ ?x ?p ?y }}"
            f" {self._of_relations()} FILTER(?y IN ({shown})) {self._in_time} }} GROUP BY ?x ?p ?y"
        )
        found: dict[Tie, int] = {}
        for subject, predicate, end, count in rows:
            relation = self._names[str(predicate)]
            ends = (str(subject), str(end))
            one, other = sorted(ends) if relation.symmetric else ends
            found[one, relation.name, other] = max(found.get((one, relation.name, other), 0), int(str(count)))
        implied = {(s, weaker, o) for s, name, o in found for weaker in self._view.vocabulary.relation(name).implies}
        return {tie: count for tie, count in sorted(found.items()) if tie not in implied}

    def _of_relations(self) -> str:
        return f"FILTER(?p IN ({', '.join(f'<{iri}>' for iri in self._names)}))"


def neighbourhood(
    view: GraphView,
    thing: Entity,
    *,
    relations: Sequence[str] = (),
    types: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    limit: int = 40,
) -> dict[str, Any]:
    """A thing, its neighbours by asserted relations, and the ties among them all.

    ``types`` keeps neighbours of some classes; ``relations``, ``since`` and ``until`` are as in ``Surroundings``. At
    most ``limit`` neighbours are given, those of which most articles tell first; ``total`` is how many there are.
    """
    surroundings = Surroundings(view, relations, since, until)
    articles = surroundings.neighbours(thing.id)
    known = view.entities([thing.id, *articles])
    kept = [iri for iri in articles if iri in known and _is_one_of(view, known[iri], types)]
    kept.sort(key=lambda iri: (-articles[iri], known[iri].label, iri))
    shown = [thing.id, *kept[:limit]]
    return {
        "center": thing.id,
        "total": len(kept),
        "nodes": [
            {"id": iri, "label": known[iri].label, "type": known[iri].type, "articles": articles[iri]} for iri in shown
        ],
        "edges": [
            {"subject": subject, "predicate": name, "object": end, "articles": count}
            for (subject, name, end), count in surroundings.among(shown).items()
        ],
    }


def events_on_map(view: GraphView) -> list[dict[str, Any]]:
    """The places where events were held and agreements signed, each with these."""
    namespace, described = view.names.namespace, view.names.entities_graph
    rows = view.store.rows(
        f"PREFIX kg: <{namespace}> SELECT DISTINCT ?place ?name ?lat ?long ?what ?label ?class WHERE {{"
        f" VALUES ?p {{ kg:heldIn kg:signedIn }} GRAPH ?g {{ ?what ?p ?place }} GRAPH <{described}> {{"
        f" ?place <{GEO.lat}> ?lat ; <{GEO.long}> ?long ; <{RDFS.label}> ?name ."
        f" ?what <{RDFS.label}> ?label ; a ?class }} }}"
    )
    places: dict[str, dict[str, Any]] = {}
    for place, name, latitude, longitude, what, label, kind in rows:
        found = places.setdefault(
            str(place),
            {
                "id": str(place),
                "label": str(name),
                "latitude": float(str(latitude)),
                "longitude": float(str(longitude)),
                "events": [],
            },
        )
        found["events"].append({"id": str(what), "label": str(label), "type": view.names.local(str(kind))})
    for found in places.values():
        found["events"].sort(key=lambda event: (event["label"], event["id"]))
    return [places[iri] for iri in sorted(places)]


def events_in_time(view: GraphView) -> list[dict[str, Any]]:
    """Events and agreements with the dates that are told of them, in the order of these."""
    namespace, described = view.names.namespace, view.names.entities_graph
    rows = view.store.rows(
        f"PREFIX kg: <{namespace}> SELECT DISTINCT ?what ?label ?class ?date WHERE {{"
        f" VALUES ?p {{ kg:heldOn kg:signedOn }} GRAPH ?g {{ ?what ?p ?date }}"
        f" GRAPH <{described}> {{ ?what <{RDFS.label}> ?label ; a ?class }} }}"
        f" ORDER BY DESC(STR(?date)) ?label LIMIT {MOST_EVENTS}"
    )
    dates: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for what, label, kind, date in rows:
        dates[str(what), str(label), view.names.local(str(kind))].add(str(date))
    events = [
        {"id": iri, "label": label, "type": kind, "dates": sorted(told)} for (iri, label, kind), told in dates.items()
    ]
    return sorted(events, key=lambda event: (event["dates"], event["label"], event["id"]))


def _is_one_of(view: GraphView, thing: Entity, types: Iterable[str]) -> bool:
    wanted = tuple(types)
    return not wanted or any(view.vocabulary.is_a(thing.type, name) for name in wanted)


def _in_time(since: str | None, until: str | None) -> str:
    """The condition that the article ?g was published in this time; a bound may be a year, a month or a day."""
    if not since and not until:
        return ""
    bounds = [f"FILTER(SUBSTR(STR(?issued), 1, {len(since)}) >= '{since}')"] if since else []
    bounds += [f"FILTER(SUBSTR(STR(?issued), 1, {len(until)}) <= '{until}')"] if until else []
    return f"GRAPH ?g {{ ?g <{DCTERMS.issued}> ?issued }} {' '.join(bounds)}"
