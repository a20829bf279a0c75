"""How two things are connected: the things between them, and who says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.ask.answer import Answer, Found
from kg.ask.citing import cite
from kg.ask.linking import Linker
from kg.ask.paraphrase import paraphrase
from kg.ask.plan import Edge, Plan, Things, Var
from kg.ask.quoting import iri
from kg.ask.rewording import as_typed
from kg.ask.telling import as_sentence
from kg.ask.text import Word, spanned, text_of
from kg.errors import NotFoundError
from kg.model import Entity
from kg.paths import Path, find_paths
from kg.store import GraphView

PAIRED = re.compile(
    r"(?:compare |what (?:do|did|have) |(?:the )?(?:cooperation|collaboration|ties|links|history) between )?"
    r"(?P<pair>.+?)"
    r"(?: have in common| in common| share| (?:do|did|have done)(?: together)?)?"
)
"""Two names, and what people put around them when they ask what the two have to do with each other."""
JOINTS = ("and", "with", "to", "vs", "versus", "against", ",")
MAX_PATHS = 5
MAX_HOPS = 4


def two_named(words: Sequence[Word], linker: Linker) -> Plan | None:
    """The plan of "A and B", "compare A with B", "what do A and B have in common": how the two are connected.

    None where anything else is said, or where it is the name of one thing.
    """
    match = PAIRED.fullmatch(text_of(words))
    if match is None:
        return None
    pair = spanned(words, match.span("pair"))
    if linker.exact(as_typed(pair)):
        return None
    for at in range(1, len(pair)):
        behind = at + (pair[at].text in JOINTS)
        one, other = as_typed(pair[:at]), as_typed(pair[behind:])
        if one and other and linker.exact(one) and linker.exact(other):
            ends = (Things((linker.find(said)[0].entity,), said) for said in (one, other))
            return Plan("path", Var("x"), (Edge(next(ends), "", next(ends)),))
    return None


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
    told = dict.fromkeys(as_sentence(f, view.vocabulary) for path in paths for edge in path.edges for f in edge.facts)
    # The query finds direct and one-step connections; longer ones are found step by step, and kg path shows them.
    sparql = _query(view, one, other) if len(paths[0].edges) <= 2 else None
    ways = f"through {how}" if between else f"directly: {'; '.join(told)}"
    said = f"{one.label} and {other.label} are connected {ways}."
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
