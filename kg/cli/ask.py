"""``kg ask``: a question in English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click

from kg.ask import answer
from kg.cli.evidence import Citations
from kg.cli.options import answering, option
from kg.cli.output import Output, Page
from kg.cli.session import Session

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
    found = answer(view, " ".join(question), limit=limit).to_json()
    if explain:
        session.note(f"understood: {found['understood'] or 'nothing'}")
        session.note(found["sparql"] or "no SPARQL")
    answered = found["status"] == "answered"
    if answered or session.settings.format == "json":
        citations = Citations(view)
        session.emit(_output(found, citations))
    if not answered:
        _explain_failure(session, found)
        raise click.exceptions.Exit(NO_ANSWER)


def _output(found: Mapping[str, Any], citations: Citations) -> Output:
    columns = ("answer", "type", "article", "published", "sentence", "id")
    rows = [
        (item["label"], item["type"], e["article"], citations.published(e["article"]), e["quote"], item["id"])
        for item in found["answers"]
        for e in item["evidence"] or [{"article": None, "quote": None}]
    ]
    if found["value"] is not None and not rows:
        rows = [(found["value"], None, None, None, None, None)]
    return Output(columns, rows, document=found, text=lambda page: _text(page, found, citations))


def _text(page: Page, found: Mapping[str, Any], citations: Citations) -> None:
    answers, value = found["answers"], found["value"]
    if value is not None:
        page.line({True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value), "bold")
    else:
        page.line(", ".join(item["label"] for item in answers), "bold")
    page.line(found["understood"], "dim")
    for number, item in enumerate(answers, start=1):
        page.line()
        page.line(f"{number}. {item['label']} ({item['type']})", "bold")
        citations.show(page, item["evidence"])


def _explain_failure(session: Session, found: Mapping[str, Any]) -> None:
    if found["status"] == "not-understood":
        click.echo("this question was not understood", err=True)
        session.note("ask for one thing at a time, such as: kg ask who attended the Shenzhen forum")
    else:
        click.echo(f"not in the graph: {found['understood'] or found['question']}", err=True)
    near = [item if isinstance(item, str) else str(item.get("label", item)) for item in found["alternatives"]]
    if near:
        session.note(f"did you mean: {' · '.join(near)}")
