"""``kg ask``: a question in English."""

from __future__ import annotations

from collections.abc import Sequence

import click

from kg.ask import Answer, answer
from kg.cli.evidence import Citations, evidence_json
from kg.cli.options import answering, option
from kg.cli.output import Output, Page
from kg.cli.path import show_paths
from kg.cli.session import Session
from kg.store import GraphView

NO_ANSWER = 3


@click.command("ask")
@click.argument("question", nargs=-1, required=True)
@option("--limit", "-n", type=click.IntRange(min=1), help="Give at most so many answers.")
@option("--explain", is_flag=True, help="Say how the question was understood, and its SPARQL, on standard error.")
@answering
def command(session: Session, question: Sequence[str], limit: int | None, explain: bool) -> None:
    """Answer a question in English, with the sentences that the answer rests on.

    The question needs no quotation marks: kg ask who attended the Shenzhen forum. Ends with 3 where the graph does not
    hold the answer, or where the question was not understood; names that are near are then offered.
    """
    view = session.view()
    found = answer(view, " ".join(question), limit=limit)
    if explain:
        click.echo(f"understood: {found.understood or 'nothing'}", err=True)
        click.echo(found.sparql or "no SPARQL", err=True)
    if found.status == "answered" or session.settings.format == "json":
        session.emit(_output(found, view))
    if found.status != "answered":
        _tell_failure(found)
        raise click.exceptions.Exit(NO_ANSWER)


def _output(found: Answer, view: GraphView) -> Output:
    rows: list[tuple[object, ...]] = []
    for item in found.answers:
        said = found.value if found.value is not None else item.entity.label
        thing = (item.entity.label, item.entity.type, item.entity.id)
        for citation in item.evidence:
            rows.append((said, *thing, citation.evidence.article, citation.published, citation.evidence.quote))
        if not item.evidence:
            rows.append((said, *thing, None, None, None))
    if found.value is not None and not rows:
        rows.append((found.value, *[None] * 6))
    columns = ("answer", "thing", "type", "id", "article", "published", "sentence")
    return Output(columns, rows, found.to_json(), lambda page: _text(page, found, view))


def _text(page: Page, found: Answer, view: GraphView) -> None:
    citations = Citations(view)
    if found.value is None:
        page.line(", ".join(item.entity.label for item in found.answers), "bold")
    elif isinstance(found.value, bool):
        page.line("yes" if found.value else "no", "bold")
    else:
        page.line(str(found.value), "bold")
    page.line(found.understood, "dim")
    if found.paths:
        page.line()
        show_paths(page, found.paths, view.vocabulary, citations)
    else:
        for number, item in enumerate(found.answers, start=1):
            page.line()
            page.line(f"{number}. {item.entity.label} ({item.entity.type})", "bold")
            citations.show(page, (evidence_json(citation.evidence) for citation in item.evidence))
    if found.alternatives:
        page.line()
        page.line(f"it can mean: {_labels(found)}", "dim")


def _tell_failure(found: Answer) -> None:
    kind = "not understood" if found.status == "not-understood" else "not in the graph"
    click.echo(f"{kind}: {found.understood or found.question}", err=True)
    if any(entity.label not in found.understood for entity in found.alternatives):
        click.echo(f"did you mean: {_labels(found)}", err=True)


def _labels(found: Answer) -> str:
    return " · ".join(dict.fromkeys(entity.label for entity in found.alternatives))
