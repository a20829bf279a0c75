"""``kg show``: all that the graph knows of one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import click

from kg.cli.evidence import Citations, evidence_json
from kg.cli.options import answering_in_time
from kg.cli.output import Output, Page
from kg.cli.session import Session
from kg.lookup import resolve_one
from kg.model import Entity, Fact
from kg.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Line:
    """A fact as seen from the thing that is shown: the relation in that direction, and the other end."""

    relation: str
    modality: str
    other: str
    other_id: str | None
    inverse: bool
    facts: tuple[Fact, ...]


@click.command("show")
@click.argument("entity", nargs=-1, required=True)
@answering_in_time
def command(session: Session, entity: Sequence[str]) -> None:
    """Show all that the graph knows of one thing.

    ENTITY is a name, as fully as needed, or an IRI. Facts come by relation, each with its sentences.
    """
    view = session.view()
    thing = resolve_one(view, " ".join(entity))
    lines = lines_about(thing, view.facts(thing.id), view.vocabulary)
    citations = Citations(view)
    rows = [
        (line.relation, line.other, line.modality, e.article, citations.published(e.article), e.quote)
        for line in lines
        for fact in line.facts
        for e in fact.evidence
    ]
    columns = ("relation", "other", "modality", "article", "published", "sentence")
    session.emit(
        Output(columns, rows, _document(thing, lines, citations), lambda page: _text(page, thing, lines, citations))
    )


def lines_about(thing: Entity, facts: Sequence[Fact], vocabulary: Vocabulary) -> list[Line]:
    """Facts that say the same, from however many articles, as one line each; asserted ones first."""

    def line(fact: Fact) -> tuple[bool, str, str, str, str | None, bool]:
        relation = vocabulary.relation(fact.predicate)
        inverse = fact.subject.id != thing.id
        end = fact.subject if inverse else fact.object
        label = relation.inverse_label if inverse and not relation.symmetric else relation.label
        name, iri = (end.label, end.id) if isinstance(end, Entity) else (end.value, None)
        return fact.modality != "asserted", label, fact.modality, name, iri, inverse and not relation.symmetric

    keyed = sorted(((line(fact), fact) for fact in facts), key=lambda pair: (*map(str, pair[0]), pair[1].id))
    return [
        Line(label, modality, name, iri, inverse, tuple(fact for _, fact in group))
        for (_, label, modality, name, iri, inverse), group in groupby(keyed, key=lambda pair: pair[0])
    ]


def _document(thing: Entity, lines: Sequence[Line], citations: Citations) -> dict[str, object]:
    counted = [citations.sources(e.article for fact in line.facts for e in fact.evidence) for line in lines]
    return {
        "id": thing.id,
        "label": thing.label,
        "labels": list(thing.labels),
        "type": thing.type,
        "links": list(thing.links),
        "facts": [
            {
                "relation": line.facts[0].predicate,
                "inverse": line.inverse,
                "modality": line.modality,
                "statements": [fact.id for fact in line.facts],
                "other": {"id": line.other_id, "label": line.other} if line.other_id else {"value": line.other},
                "sources": sources,
                "independent": reports,
                "evidence": [evidence_json(e) for fact in line.facts for e in fact.evidence],
            }
            for line, (sources, reports) in zip(lines, counted, strict=True)
        ],
    }


def _text(page: Page, thing: Entity, lines: Sequence[Line], citations: Citations) -> None:
    page.line(f"{thing.label} ({thing.type})", "bold")
    others = [label for label in thing.labels if label != thing.label]
    if others:
        page.line(f"also: {' · '.join(others)}")
    for link in (thing.id, *thing.links):
        page.line(link, "dim")
    for (relation, modality), group in groupby(lines, key=lambda line: (line.relation, line.modality)):
        page.line()
        page.line(relation if modality == "asserted" else f"{relation} ({modality})", "bold")
        for line in group:
            page.line(line.other, indent=2)
            citations.show(page, [evidence_json(e) for fact in line.facts for e in fact.evidence], indent=5)
