"""Pairs that the rules left undecided, the ones worth a person's time first, and what is known of any two things."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from rdflib import RDF

from kg.model import Entity, Evidence, Judgement, Reference, Referent
from kg.resolve.explaining import explained
from kg.store import GraphView

SHOWN = 3
"""Sentences shown of each side."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things: its entity now, the reference that was compared, and sentences that tell of it."""

    entity: Entity
    reference: Reference
    sentences: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """An undecided pair; ``use`` is larger the more a decision would change."""

    judgement: Judgement
    left: Side
    right: Side
    use: float


def undecided(view: GraphView, limit: int | None = None) -> list[Question]:
    """The pairs that a person may decide, most useful first: many statements on both sides, and an open score."""
    judgements = view.judgements()
    settled = {j.pair for j in judgements if j.who}
    entity_of = _entities_of(view)
    open_pairs: dict[tuple[str, str], Judgement] = {}
    for j in judgements:
        ends = [entity_of.get(side) for side in j.pair]
        if j.who or j.verdict != "undecided" or j.pair in settled or None in ends or ends[0] == ends[1]:
            continue
        key = (min(str(e) for e in ends), max(str(e) for e in ends))
        if key not in open_pairs or j.score > open_pairs[key].score:
            open_pairs[key] = j
    degrees = _degrees(view)
    ranked = sorted(open_pairs.items(), key=lambda item: (-_use(item[1], item[0], degrees), item[1]))
    chosen = ranked if limit is None else ranked[:limit]
    entities = view.entities({iri for pair, _ in chosen for iri in pair}) if chosen else {}
    questions = []
    for pair, j in chosen:
        left, right = (Side(entities[entity_of[end]], end, sentences(view, entity_of[end], end[0])) for end in j.pair)
        questions.append(Question(j, left, right, round(_use(j, pair, degrees), 3)))
    return questions


def _use(judgement: Judgement, pair: tuple[str, str], degrees: Mapping[str, int]) -> float:
    """How much is gained: the evidence that would come together, and how open the question is."""
    smaller = min(degrees.get(iri, 0) for iri in pair)
    return (1 + log(1 + smaller)) * (1 - abs(judgement.score - 0.5))


def _entities_of(view: GraphView) -> dict[Reference, str]:
    rows = view.store.rows(
        f"SELECT ?name ?key ?e WHERE {{ GRAPH ?a {{ ?a <{view.names.term('fileName')}> ?name ."
        f" ?r <{view.names.term('key')}> ?key ; <{view.names.term('refersTo')}> ?e }} }}"
    )
    return {(str(name), str(key)): str(entity) for name, key, entity in rows}


def _degrees(view: GraphView) -> Counter[str]:
    ends = f"{{ ?st <{RDF.subject}> ?e }} UNION {{ ?st <{RDF.object}> ?e }}"
    rows = view.store.rows(f"SELECT ?e (COUNT(?st) AS ?n) WHERE {{ {ends} }} GROUP BY ?e")
    return Counter({str(entity): int(str(n)) for entity, n in rows if entity is not None})


def sentences(view: GraphView, iri: str, article: str = "", count: int = SHOWN) -> tuple[Evidence, ...]:
    """A few sentences that tell of an entity, those of ``article`` first."""
    found = {evidence for fact in view.facts(iri) for evidence in fact.evidence}
    return tuple(sorted(found, key=lambda e: (e.article != article, e))[:count])


@dataclass(frozen=True, slots=True)
class Why:
    """Why two names mean one entity, or two: what was judged, and what the two names themselves tell."""

    same: bool
    judgements: tuple[Judgement, ...]
    findings: tuple[str, ...]


def why(view: GraphView, one: Entity, other: Entity, names: tuple[str, str]) -> Why:
    """Why two entities are not one; or, where they are one, why the two ``names`` of it are."""
    left, right = (_named(view.references(entity.id), name) for entity, name in zip((one, other), names, strict=True))
    sides = [{(article, r.key) for article, r in found} for found in (left, right)]
    every = {ref for entity in {one, other} for ref in _keys(view.references(entity.id))}
    inside = [j for j in view.judgements() if j.left in every and (j.right in every or not j.right[0])]
    if one.id == other.id:
        chain = _chain([j for j in inside if j.verdict == "same"], sides[0], sides[1])
        return Why(True, tuple(chain), tuple(explained(left[0], right[-1])) if left[0] != right[-1] else ())
    across = [j for j in inside if {*map(bool, (set(j.pair) & sides[0], set(j.pair) & sides[1]))} == {True}]
    return Why(False, tuple(across), tuple(explained(left[0], right[0])))


def _keys(references: Sequence[tuple[str, Referent]]) -> set[Reference]:
    return {(article, referent.key) for article, referent in references}


def _named(references: Sequence[tuple[str, Referent]], name: str) -> list[tuple[str, Referent]]:
    """The references that are written so; all where none is."""
    labelled = [r for r in references if name.casefold() == r[1].label.casefold()]
    named = labelled or [r for r in references if name.casefold() in (label.casefold() for label in r[1].labels)]
    return named or list(references)


def _chain(judgements: Sequence[Judgement], start: set[Reference], end: set[Reference]) -> list[Judgement]:
    """The shortest way from one to the other over judgements; all of them where there is none, since names that are
    written alike go together without one."""
    near: dict[Reference, list[Judgement]] = defaultdict(list)
    for j in judgements:
        for side in j.pair:
            near[side].append(j)
    ways: dict[Reference, list[Judgement]] = {side: [] for side in start}
    waiting = sorted(start)
    for side in waiting:
        if side in end and ways[side]:
            return ways[side]
        for j in near[side]:
            other = j.right if j.left == side else j.left
            if other not in ways:
                ways[other] = [*ways[side], j]
                waiting.append(other)
    return list(judgements)
