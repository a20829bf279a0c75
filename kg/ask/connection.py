"""How two things are connected: the things between them, and who says so."""

from __future__ import annotations

from kg.ask.answer import Answer, Found
from kg.ask.citing import cite
from kg.ask.paraphrase import paraphrase
from kg.ask.plan import Plan, Things
from kg.ask.quoting import iri
from kg.errors import NotFoundError
from kg.model import Entity
from kg.paths import Path, find_paths
from kg.store import GraphView

MAX_PATHS = 5
MAX_HOPS = 4


def connect(view: GraphView, question: str, plan: Plan) -> Answer:
    """Answer with the shortest ways between the plan's two things; ``answers`` are what stands between them.

    Places connect everything with everything: they are passed through only where nothing else connects.
    """
    edge = next(plan.edges())
    assert isinstance(edge.subject, Things)
    assert isinstance(edge.object, Things)
    one, other = edge.subject.entities[0], edge.object.entities[0]
    understood = paraphrase(plan, view.vocabulary)
    if one == other:
        return Answer(question, "not-understood", f"both names mean “{one.label}”", plan=plan)
    paths = _shortest(view, one, other)
    if not paths:
        more = f"no connection over {MAX_HOPS} statements or fewer"
        return Answer(question, "not-in-graph", f"{understood} — {more}", _query(view, one, other), plan=plan, paths=())
    between = {node.id: node for path in paths for node in path.nodes[1:-1]}
    nodes = list(between.values()) or [one, other]
    answers = tuple(_found(view, node, paths) for node in sorted(nodes, key=lambda n: (n.label.casefold(), n.id)))
    how = ", ".join(found.entity.label for found in answers) if between else "directly"
    # The query finds direct and one-step connections; longer ones are found step by step, and kg path shows them.
    sparql = _query(view, one, other) if len(paths[0].edges) <= 2 else None
    said = f"{one.label} and {other.label} are connected {'directly' if not between else f'through {how}'}."
    return Answer(
        question, "answered", f"{understood}: {how}", sparql, answers, plan=plan, paths=tuple(paths), sentence=said
    )


def _shortest(view: GraphView, one: Entity, other: Entity) -> list[Path]:
    for through_places in (False, True):
        try:
            paths = find_paths(view, one.id, other.id, k=MAX_PATHS, max_hops=MAX_HOPS, through_places=through_places)
        except NotFoundError:
            continue
        return [path for path in paths if len(path.edges) == len(paths[0].edges)]
    return []


def _found(view: GraphView, node: Entity, paths: list[Path]) -> Found:
    edges = [edge for path in paths for edge in path.edges if node.id in (edge.subject, edge.object)]
    return Found(node, cite(view, [fact for edge in edges for fact in edge.facts]))


def _query(view: GraphView, one: Entity, other: Entity) -> str:
    relations = " ".join(f"kg:{r.name}" for r in view.vocabulary.relations.values() if not r.datatype)
    start, end = iri(one.id), iri(other.id)
    return (
        f"PREFIX kg: <{view.names.namespace}>\nSELECT DISTINCT ?p ?x ?q WHERE {{\n"
        f"  VALUES ?p {{ {relations} }}\n"
        f"  {{ {{ {start} ?p {end} }} UNION {{ {end} ?p {start} }} }}\n"
        f"  UNION\n  {{ VALUES ?q {{ {relations} }}\n"
        f"    {{ {start} ?p ?x }} UNION {{ ?x ?p {start} }}\n"
        f"    {{ {end} ?q ?x }} UNION {{ ?x ?q {end} }} }}\n}}"
    )
