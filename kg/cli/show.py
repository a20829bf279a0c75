"""``kg show``: all that the graph knows of one thing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import click

from kg.cli.evidence import Citations
from kg.cli.options import answering_in_time
from kg.cli.output import Output, Page
from kg.cli.session import Session
from kg.lookup import resolve_one
from kg.model import Entity
from kg.profile import Line, evidence_json, lines_about, posts_of, profile_json


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
    posts = posts_of(view, thing)
    citations = Citations(view)
    rows = [
        (line.relation, line.other, line.modality, e.article, citations.published(e.article), e.quote)
        for line in lines
        for fact in line.facts
        for e in fact.evidence
    ]
    columns = ("relation", "other", "modality", "article", "published", "sentence")
    session.emit(
        Output(
            columns,
            rows,
            profile_json(thing, lines, citations, posts),
            lambda page: _text(page, thing, posts, lines, citations),
        )
    )


def _text(page: Page, thing: Entity, posts: Sequence[str], lines: Sequence[Line], citations: Citations) -> None:
    page.line(f"{thing.label} ({thing.type})", "bold")
    others = [label for label in thing.labels if label != thing.label]
    if others:
        page.line(f"also: {' · '.join(others)}")
    if posts:
        page.line(f"called: {' · '.join(posts)}")
    for link in (thing.id, *thing.links):
        page.line(link, "dim")
    for (relation, modality), group in groupby(lines, key=lambda line: (line.relation, line.modality)):
        page.line()
        page.line(relation if modality == "asserted" else f"{relation} ({modality})", "bold")
        for line in group:
            page.line(line.other, indent=2)
            citations.show(page, [evidence_json(e) for fact in line.facts for e in fact.evidence], indent=5)
