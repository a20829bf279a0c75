"""``kg export``: the graph as a file."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

import click

from kg.cli.options import Word, option, using_store
from kg.cli.session import Session
from kg.export import ASSERTED, FORMATS, NOTHING, Measures, export, read_selection
from kg.model import MODALITIES, Modality
from kg.store import GraphView


@click.command("export")
@click.argument("file", metavar="FILE|-")
@option(
    "--format",
    "-f",
    "format",
    type=Word([n for f in FORMATS.values() for n in (f.name, f.ending[1:])]),
    metavar="FORMAT",
    help="The format, where the file's ending does not tell: "
    + ", ".join(f"{f.name} ({f.ending})" for f in FORMATS.values())
    + ".",
)
@option(
    "--modality",
    "modalities",
    multiple=True,
    type=Word(MODALITIES),
    help="Which statements become edges, where there are nodes and edges (asserted; may be given more than once).",
)
@option("--dynamic", "variant", flag_value="dynamic", help="GEXF with a timeline: when articles told of it.")
@option(
    "--rdf12",
    "variant",
    flag_value="rdf12",
    help="RDF 1.2 (Turtle, TriG, N-Triples): what is known of a statement as annotations of its triple.",
)
@option("--analysis", is_flag=True, help="Nodes with what kg analyse measures of them: betweenness, community.")
@option(
    "--filter",
    "filters",
    multiple=True,
    metavar="KEY=VALUE",
    help="Only what is so: class, relation, country, date (of publication: 2023, 2023-05..2024), confidence (at least),"
    " article. Of several values of one key any will do.",
)
@option("--ego", metavar="ENTITY", help="Only this thing (a name or an IRI) and what lies around it.")
@option("--hops", type=click.IntRange(min=1), default=1, show_default=True, help="How many relations away from --ego.")
@using_store
def command(
    session: Session,
    file: str,
    format: str | None,
    modalities: Sequence[Modality],
    variant: str | None,
    analysis: bool,
    filters: Sequence[str],
    ego: str | None,
    hops: int,
) -> None:
    """Write the graph to a file, for Gephi, a triple store or a notebook.

    FILE may be - for standard output. The file's ending tells the format. The same articles give the same bytes,
    whenever and wherever.
    """
    target = sys.stdout if file == "-" else file
    view = session.view()
    selection = read_selection(view, filters, ego, hops)
    report = export(
        view,
        target,
        format,
        modalities=modalities or ASSERTED,
        selection=selection,
        variant=variant or "",
        measures=_measures(view) if analysis else NOTHING,
    )
    counts = ", ".join(f"{count} {what}" for what, count in report.counts.items()) or "nothing"
    session.note(f"{'standard output' if file == '-' else file}: {report.format}, {counts}")


def _measures(view: GraphView) -> Mapping[str, Measures]:
    # networkx takes a while to load, which other exports need not wait for.
    from kg.analysis import Analysis  # noqa: PLC0415

    return Analysis(view).attributes()
