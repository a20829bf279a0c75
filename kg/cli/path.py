"""``kg path``: how two things are connected."""

from __future__ import annotations

from collections.abc import Sequence

import click

from kg.cli.evidence import Citations
from kg.cli.options import answering_in_time, option
from kg.cli.output import Output, Page
from kg.cli.relations import RelationWord, check_relations
from kg.cli.session import Session
from kg.lookup import resolve_one
from kg.model import Entity
from kg.paths import Path, find_paths
from kg.profile import evidence_json
from kg.vocabulary import Vocabulary


@click.command("path")
@click.argument("start", metavar="FROM")
@click.argument("end", metavar="TO")
@option(
    "--k", "-k", type=click.IntRange(min=1), default=1, show_default=True, help="Show so many paths, shortest first."
)
@option("--max-hops", type=click.IntRange(min=1), default=6, show_default=True, help="Go at most so many steps.")
@option(
    "--only",
    multiple=True,
    metavar="RELATION",
    type=RelationWord(),
    help="Go by this relation only (may be given more than once).",
)
@option("--without", multiple=True, metavar="RELATION", type=RelationWord(), help="Do not go by this relation.")
@option("--through-places", is_flag=True, help="Let paths lead through countries and cities.")
@answering_in_time
def command(
    session: Session,
    start: str,
    end: str,
    k: int,
    max_hops: int,
    only: Sequence[str],
    without: Sequence[str],
    through_places: bool,
) -> None:
    """Show how two things are connected, and who says so.

    FROM and TO are names, as fully as needed, or IRIs. Ends with 3 where nothing connects them.
    """
    view = session.view()
    check_relations(view.vocabulary, [*only, *without])
    first, last = resolve_one(view, start), resolve_one(view, end)
    paths = find_paths(
        view, first.id, last.id, k=k, max_hops=max_hops, only=only, without=without, through_places=through_places
    )
    citations = Citations(view)
    session.emit(
        Output(
            ("path", "step", "subject", "relation", "object", "article", "published", "sentence"),
            _rows(paths, citations),
            {"from": _end(first), "to": _end(last), "paths": [path.to_json() for path in paths]},
            lambda page: show_paths(page, paths, view.vocabulary, citations),
        )
    )


def _end(entity: Entity) -> dict[str, str]:
    return {"id": entity.id, "label": entity.label, "type": entity.type}


def _rows(paths: Sequence[Path], citations: Citations) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for number, path in enumerate(paths, start=1):
        label = {node.id: node.label for node in path.nodes}
        for step, edge in enumerate(path.edges, start=1):
            for e in sorted({e for fact in edge.facts for e in fact.evidence}):
                ends = (label[edge.subject], edge.predicate, label[edge.object])
                rows.append((number, step, *ends, e.article, citations.published(e.article), e.quote))
    return rows


def show_paths(page: Page, paths: Sequence[Path], vocabulary: Vocabulary, citations: Citations) -> None:
    """Paths for people: the nodes in a line, then each step with its sentences."""
    for number, path in enumerate(paths, start=1):
        if number > 1:
            page.line()
        steps = "1 step" if len(path.edges) == 1 else f"{len(path.edges)} steps"
        page.line(f"{number}. {' → '.join(node.label for node in path.nodes)} ({steps})", "bold")
        label = {node.id: node.label for node in path.nodes}
        for edge in path.edges:
            relation = vocabulary.relation(edge.predicate).label
            page.line(f"{label[edge.subject]} — {relation} — {label[edge.object]}", indent=3)
            citations.show(page, [evidence_json(e) for fact in edge.facts for e in fact.evidence], indent=5)
