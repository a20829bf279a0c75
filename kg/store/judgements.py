"""Judgements of identity ⇄ RDF."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from rdflib import RDF, XSD, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from kg.model import Judgement, Reference
from kg.names import Names
from kg.store.rdf import Triple


def judgement_triples(judgement: Judgement, names: Names) -> Iterator[Triple]:
    """A judgement as a node: its two sides, verdict and reason; the rule and its score, or the person and the date."""
    node = URIRef(names.judgement(judgement))
    yield node, RDF.type, URIRef(names.term("Judgement"))
    yield node, URIRef(names.term("left")), URIRef(_side(judgement.left, names))
    yield node, URIRef(names.term("right")), URIRef(_side(judgement.right, names))
    texts = {
        "verdict": judgement.verdict,
        "reason": judgement.reason,
        "rule": judgement.rule,
        "judgedBy": judgement.who,
    }
    for name, text in texts.items():
        if text:
            yield node, URIRef(names.term(name)), RdfLiteral(text)
    if judgement.date:
        yield node, URIRef(names.term("judgedAt")), RdfLiteral(judgement.date, datatype=XSD.dateTime)
    if judgement.rule:
        yield node, URIRef(names.term("score")), RdfLiteral(f"{judgement.score:.3f}", datatype=XSD.decimal)


def judgements_from(rows: Iterable[tuple[Node | None, ...]], names: Names) -> list[Judgement]:
    """The judgements that these triples (subject, predicate, object) make up, in a fixed order."""
    known: dict[str, dict[str, str]] = defaultdict(dict)
    for node, predicate, value in rows:
        known[str(node)][names.local(str(predicate))] = str(value)
    return sorted(_judgement(values, names) for values in known.values())


def _judgement(values: dict[str, str], names: Names) -> Judgement:
    return Judgement(
        left=_reference(values["left"], names),
        right=_reference(values["right"], names),
        verdict=values["verdict"],  # type: ignore[arg-type]
        reason=values.get("reason", ""),
        rule=values.get("rule", ""),
        score=float(values.get("score", 1.0)),
        who=values.get("judgedBy", ""),
        date=values.get("judgedAt", ""),
    )


def _side(reference: Reference, names: Names) -> str:
    article, key = reference
    return names.reference(article, key) if article else key


def _reference(iri: str, names: Names) -> Reference:
    beginning = names.article("")
    if not iri.startswith(beginning):
        return "", iri
    article, _, key = iri.removeprefix(beginning).partition("#")
    return unquote(article), unquote(key)
