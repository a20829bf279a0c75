"""``kg check``: whether the graph is as it should be."""

from __future__ import annotations

import click

from kg.check import CheckReport, check
from kg.cli.options import answering_in_time
from kg.cli.output import Output, Page
from kg.cli.session import Session

VIOLATED = 1


@click.command("check")
@answering_in_time
def command(session: Session) -> None:
    """Check the graph against the shapes of its vocabulary.

    SHACL shapes, and what shapes cannot say: that every quote stands in its article, and that plain triples and
    statements agree. Ends with 1 where the graph does not conform; each problem is then one line.
    """
    report = check(session.view().store)
    document = {"conforms": report.conforms, "problems": list(report.problems)}
    rows = [(problem,) for problem in report.problems]
    session.emit(Output(("problem",), rows, document, lambda page: _text(page, report)))
    if not report.conforms:
        raise click.exceptions.Exit(VIOLATED)


def _text(page: Page, report: CheckReport) -> None:
    page.line("the graph conforms" if report.conforms else f"{len(report.problems)} problems", "bold")
    for problem in report.problems:
        page.line(problem, indent=2)
