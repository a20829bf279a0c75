"""How two things are connected: the things between them, and who says so."""

from __future__ import annotations

from kg.ask.answer import Answer, Found, cite
from kg.ask.paraphrase import paraphrase
from kg.ask.plan import Plan, Things
from kg.ask.sparql import iri
from kg.model import Entity, Fact
from kg.store import GraphView


def connect(view: GraphView, question: str, plan: Plan) -> Answer:
    """Answer with what stands between the plan's two things, over one or two statements.

    Countries and other places connect everything with everything and are left out where anything else does.
    """
    edge = next(plan.edges())
    assert isinstance(edge.subject, Things)
    assert isinstance(edge.object, Things)
    one, other = edge.subject.entities[0], edge.object.entities[0]
    understood = paraphrase(plan, view.vocabulary)
    sparql = _query(view, one, other)
    direct = [fact for fact in view.facts(one.id, modality="asserted") if other.id in _ends(fact)]
    if direct:
        told = cite(view, direct)
        relations = ", ".join(sorted({view.vocabulary.relations[fact.predicate].label for fact in direct}))
        found = (Found(one, told), Found(other, told))
        return Answer(question, "answered", f"{understood} — directly: {relations}", sparql, found, plan=plan)
    between = {str(row[0]) for row in view.store.rows(sparql)}
    entities = view.entities(between) if between else {}
    nearer = [e for e in entities.values() if e.type != "Place"] or list(entities.values())
    if not nearer:
        return Answer(
            question, "not-in-graph", f"{understood} — not within two statements; try: kg path", sparql, plan=plan
        )
    facts = [f for end in (one, other) for f in view.facts(end.id, modality="asserted")]
    answers = tuple(
        Found(e, cite(view, [f for f in facts if e.id in _ends(f)])) for e in sorted(nearer, key=lambda e: e.label)
    )
    return Answer(
        question,
        "answered",
        f"{understood} — through: {', '.join(e.label for e in nearer)}",
        sparql,
        answers,
        plan=plan,
    )


def _ends(fact: Fact) -> set[str]:
    return {end.id for end in (fact.subject, fact.object) if isinstance(end, Entity)}


def _query(view: GraphView, one: Entity, other: Entity) -> str:
    relations = " ".join(f"kg:{r.name}" for r in view.vocabulary.relations.values() if not r.datatype)
    return (
        f"PREFIX kg: <{view.names.namespace}>\nSELECT DISTINCT ?x WHERE {{\n"
        f"  VALUES ?p {{ {relations} }} VALUES ?q {{ {relations} }}\n"
        f"  {{ {iri(one.id)} ?p ?x }} UNION {{ ?x ?p {iri(one.id)} }}\n"
        f"  {{ {iri(other.id)} ?q ?x }} UNION {{ ?x ?q {iri(other.id)} }}\n}}"
    )
