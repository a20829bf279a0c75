"""What is told of a thing, what is planned, and which articles say so: answers that are statements, not things."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rdflib import RDF

from kg.ask.answer import Found
from kg.ask.citing import cite, facts_behind
from kg.ask.paraphrase import paraphrase, sentence
from kg.ask.phrases import forms_of, listed
from kg.ask.plan import Plan, Things, Var
from kg.ask.quoting import iri
from kg.ask.running import Result
from kg.ask.sparql import Writer
from kg.ask.times import spoken
from kg.model import Entity, Fact, Literal
from kg.profile import posts_of
from kg.store import GraphView
from kg.vocabulary import Vocabulary

MAX_FACTS = 300
"""So many statements about one thing are told; those who want more export them."""
MODALITIES = {
    "planned": "kg:planned", "denied": "kg:negated", "supposed": "kg:hypothetical", "offices": "kg:asserted",
}  # fmt: skip
"""The modality of what is asked for, where it isn't every one."""
FIRST = ("represents", "partOf", "locatedIn", "heldIn", "heldOn", "signedMoUWith", "signedAgreementWith", "organized")


def tell(view: GraphView, plan: Plan, limit: int | None) -> Result:
    """What the graph says of the plan's thing, or of all things what is planned: by what stands at the other end."""
    sparql = _facts_query(view, plan)
    facts = view.facts_of(str(row[0]) for row in view.store.rows(sparql))
    about = {entity.id for entity in plan.about.entities} if plan.about else set[str]()
    by_end: dict[str, list[Fact]] = {}
    entities: dict[str, Entity] = {}
    for fact in sorted(facts, key=_order):
        for end in _ends(fact, about):
            entities[end.id] = end
            by_end.setdefault(end.id, []).append(fact)
    found = tuple(
        Found(entities[end], cite(view, told), tuple(dict.fromkeys(as_sentence(f, view.vocabulary) for f in told)))
        for end, told in by_end.items()
    )
    return Result(plan, sparql, found if limit is None else found[:limit], total=len(found))


def as_sentence(fact: Fact, vocabulary: Vocabulary) -> str:
    """A fact as a sentence, marked where it is not told as having happened."""
    end = spoken(fact.object.value) if isinstance(fact.object, Literal) else fact.object.label
    told = forms_of(vocabulary.relations[fact.predicate]).one
    if fact.predicate == "heldOn" and isinstance(fact.object, Literal) and len(fact.object.value) < 10:
        told = "was held in"
    marked = "" if fact.modality == "asserted" else f" ({fact.modality})"
    return f"{fact.subject.label} {told} {end}{marked}"


def headline(view: GraphView, plan: Plan, result: Result) -> str:
    """The answer in one sentence."""
    if plan.goal != "facts":
        value = result.value
        if any(edge.relation == "subjectMatter" and edge.object == plan.target for edge in plan.edges()):
            value = listed([str(value), *result.others])
        return sentence(plan, view.vocabulary, [f.entity.label for f in result.found], value)
    said = list(dict.fromkeys(line for found in result.found for line in found.said))
    articles = {c.evidence.article for found in result.found for c in found.evidence}
    if plan.about is None:
        return f"{len(said)} {'thing is' if len(said) == 1 else 'things are'} {plan.only}: {listed(said, shown=2)}."
    entity = plan.about.entities[0]
    posts = posts_of(view, entity)
    if plan.only == "offices":
        return f"{entity.label}, {listed(posts)}: {'; '.join(said)}." if posts else f"{'; '.join(said)}."
    number = "1 article" if len(articles) == 1 else f"{len(articles)} articles"
    what = f"{entity.type}: {listed(posts)}" if posts else entity.type
    return f"{entity.label} ({what}), in {number}: {'; '.join(said[:4])}{' …' if len(said) > 4 else '.'}"


def sources(view: GraphView, plan: Plan, limit: int | None) -> Result:
    """The articles that say what the plan asks, or that mention its thing."""
    if plan.about is not None:
        return _mentioning(view, plan, limit)
    writer = Writer(plan, view)
    sparql = writer.select()
    if sparql.partition(" WHERE")[0].endswith("ASK"):
        rows: list[dict[str, object]] = [{}] if view.store.ask(sparql) else []
    else:
        names = [variable[1:] for variable in writer.variables()]
        rows = [dict(zip(names, row, strict=True)) for row in view.store.rows(sparql)]
    facts = facts_behind(view, plan, rows) if rows else []  # type: ignore[arg-type]
    return _by_article(view, plan, sparql, facts, limit)


def _by_article(view: GraphView, plan: Plan, sparql: str, facts: Sequence[Fact], limit: int | None) -> Result:
    citations = cite(view, facts)
    articles = sorted({citation.evidence.article for citation in citations})
    found = [
        Found(_article(view, name), tuple(c for c in citations if c.evidence.article == name)) for name in articles
    ]
    return Result(plan, sparql, tuple(found[:limit]), total=len(found))


def _mentioning(view: GraphView, plan: Plan, limit: int | None) -> Result:
    assert plan.about is not None
    kg = view.names.namespace
    things = " ".join(iri(entity.id) for entity in plan.about.entities)
    sparql = (
        f"PREFIX kg: <{kg}>\nSELECT DISTINCT ?x ?name WHERE {{\n  VALUES ?thing {{ {things} }}\n"
        "  GRAPH ?x { ?reference kg:refersTo ?thing . ?x kg:fileName ?name }\n}"
    )
    names = sorted(str(row[1]) for row in view.store.rows(sparql))
    shown = names if limit is None else names[:limit]
    found = []
    for name in shown:
        facts = [f for entity in plan.about.entities for f in _facts_in(view, name, entity)]
        found.append(Found(_article(view, name), cite(view, facts)[:3]))
    return Result(plan, sparql, tuple(found), total=len(names))


def _facts_in(view: GraphView, article: str, entity: Entity) -> Iterable[Fact]:
    rdf, node, graph = str(RDF), iri(entity.id), iri(view.names.article(article))
    query = (
        f"SELECT DISTINCT ?st WHERE {{ GRAPH {graph} {{"
        f" {{ ?st <{rdf}subject> {node} }} UNION {{ ?st <{rdf}object> {node} }} }} }}"
    )
    return view.facts_of(str(row[0]) for row in view.store.rows(query))


def _article(view: GraphView, name: str) -> Entity:
    source = view.source(name)
    known = (source.title, source.publisher) if source else (None, None)
    labels = tuple(dict.fromkeys(filter(None, (known[0], name, known[1]))))
    return Entity(view.names.article(name), "Article", known[0] or name, labels)


def profile_of(things: Things) -> Plan:
    """A plan for all that is told of a thing."""
    return Plan("facts", Var("x"), (), about=things)


def _facts_query(view: GraphView, plan: Plan) -> str:
    prefixes = f"PREFIX kg: <{view.names.namespace}>\nPREFIX rdf: <{RDF}>\n"
    relation = "kg:represents" if plan.only == "offices" else "?relation"
    modality = MODALITIES.get(plan.only, "?modality")
    told = f"rdf:subject ?subject ; rdf:predicate {relation} ; rdf:object ?object ; kg:modality {modality} ."
    if plan.about is None:
        ways = f"  ?statement {told}"
    else:
        # Each way is whole: Oxigraph would join a union of the two with all statements that there are.
        things = " ".join(iri(entity.id) for entity in plan.about.entities)
        ways = " UNION\n".join(
            f"  {{ VALUES ?{end} {{ {things} }} ?statement {told} }}" for end in ("subject", "object")
        )
    return f"{prefixes}SELECT DISTINCT ?statement ?subject ?object WHERE {{\n{ways}\n}}\nLIMIT {MAX_FACTS}"


def _ends(fact: Fact, about: set[str]) -> list[Entity]:
    """The ends of a fact that it tells a profile of: the other one, or for a value its subject."""
    ends = [end for end in (fact.subject, fact.object) if isinstance(end, Entity)]
    return [end for end in ends if end.id not in about] or ends[:1]


def _order(fact: Fact) -> tuple[bool, int, str, str]:
    place = FIRST.index(fact.predicate) if fact.predicate in FIRST else len(FIRST)
    end = fact.object.label if isinstance(fact.object, Entity) else fact.object.value
    return fact.modality != "asserted", place, fact.predicate, end


__all__ = ["as_sentence", "headline", "paraphrase", "profile_of", "sources", "tell"]
