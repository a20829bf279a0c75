"""``kg ask``: a question in English, or a conversation."""

from __future__ import annotations

from collections.abc import Sequence

import click

from kg.ask import Answer, answer
from kg.ask.answer import Found
from kg.cli.evidence import SHOWN, Citations
from kg.cli.options import answering_in_time, option
from kg.cli.output import Output, Page
from kg.cli.path import show_paths
from kg.cli.session import Session
from kg.store import GraphView

NO_ANSWER = 3


@click.command("ask")
@click.argument("question", nargs=-1)
@option("--limit", "-n", type=click.IntRange(min=1), help="Give at most so many answers.")
@option("--explain", is_flag=True, help="Say how the question was understood, and its SPARQL, on standard error.")
@answering_in_time
def command(session: Session, question: Sequence[str], limit: int | None, explain: bool) -> None:
    """Answer a question in English, with the sentences that the answer rests on.

    The question needs no quotation marks: kg ask who attended the Shenzhen forum. Without one, asks for questions one
    after the other, each of which may lean on the one before (and in 2023? who represented them?); from a pipe, one a
    line. Ends with 3 where the graph does not hold the answer, or where the question was not understood; names that are
    near are then offered.
    """
    view = session.view()

    def show(found: Answer) -> None:
        _show(session, found, view, explain)

    if question:
        found = answer(view, " ".join(question), limit=limit)
        show(found)
        if found.status != "answered":
            raise click.exceptions.Exit(NO_ANSWER)
    else:
        # Only a conversation needs line editing.
        from kg.cli.questions import converse  # noqa: PLC0415

        converse(session, view, show, limit)


def _show(session: Session, found: Answer, view: GraphView, explain: bool) -> None:
    if explain:
        click.echo(f"understood: {found.understood or 'nothing'}", err=True)
        for condition in found.plan.conditions if found.plan else ():
            click.echo(f"  {condition}", err=True)
        click.echo(found.sparql or "no SPARQL", err=True)
    if found.status == "answered" or session.settings.format == "json":
        session.emit(_output(found, view))
    if found.status != "answered":
        _tell_failure(found)


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
    page.line(_headline(found), "bold")
    page.line(found.understood, "dim")
    if found.paths:
        page.line()
        show_paths(page, found.paths, view.vocabulary, citations)
    else:
        for number, item in enumerate(found.answers, start=1):
            page.line()
            _item(page, number, item, citations)
    if found.total > len(found.answers):
        page.line()
        page.line(f"and {found.total - len(found.answers)} more (a larger --limit shows them)", "dim")
    if found.alternatives:
        page.line()
        page.line(f"it can mean: {_labels(found)}", "dim")


def _headline(found: Answer) -> str:
    if found.sentence:
        return found.sentence
    if found.value is not None and not isinstance(found.value, bool):
        return str(found.value)
    return ", ".join(item.entity.label for item in found.answers)


def _item(page: Page, number: int, item: Found, citations: Citations) -> None:
    """One answer: its name and kind, what counts for it, how many say so, and their sentences with the words marked."""
    told = [item.entity.type]
    if item.measure:
        told.append(item.measure)
    if item.sources > 1:
        told.append(f"{item.sources} sources")
    page.line(f"{number}. {item.entity.label} ({', '.join(told)})", "bold")
    for line in item.said:
        page.line(line, indent=3)
    for citation in item.evidence[:SHOWN]:
        page.quote(citation.evidence.quote, citation.marks, indent=3)
        page.line(f"— {citations.name(citation.evidence.article)}", style="dim", indent=5)
    if len(item.evidence) > SHOWN:
        page.line(f"and {len(item.evidence) - SHOWN} more (--format json has all)", style="dim", indent=3)


def _tell_failure(found: Answer) -> None:
    kind = "not understood" if found.status == "not-understood" else "not in the graph"
    click.echo(f"{kind}: {found.understood or found.question}", err=True)
    if any(entity.label not in found.understood for entity in found.alternatives):
        click.echo(f"did you mean: {_labels(found)}", err=True)


def _labels(found: Answer) -> str:
    return " · ".join(dict.fromkeys(entity.label for entity in found.alternatives))
