"""Judgements of identity ⇄ RDF."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from rdflib.term import Node

from kg.model import Judgement, Reference
from kg.names import Names
from kg.store.lines import DATE_TIME, DECIMAL, Line, iri, line, literal
from kg.store.rdf import TYPE


def judgement_lines(judgement: Judgement, names: Names) -> Iterator[Line]:
    """A judgement as a node: its two sides, verdict and reason; the rule and its score, or the person and the date."""

    def term(name: str) -> str:
        return iri(names.term(name))

    node = iri(names.judgement(judgement))
    yield line(node, TYPE, term("Judgement"))
    yield line(node, term("left"), iri(_side(judgement.left, names)))
    yield line(node, term("right"), iri(_side(judgement.right, names)))
    texts = {
        "verdict": judgement.verdict,
        "reason": judgement.reason,
        "rule": judgement.rule,
        "judgedBy": judgement.who,
    }
    for name, text in texts.items():
        if text:
            yield line(node, term(name), literal(text))
    if judgement.date:
        yield line(node, term("judgedAt"), literal(judgement.date, DATE_TIME))
    if judgement.rule:
        yield line(node, term("score"), literal(f"{judgement.score:.3f}", DECIMAL))


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
