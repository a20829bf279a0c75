"""``kg query``: SPARQL, named or one's own."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click
from click.shell_completion import CompletionItem
from rdflib import Graph

from kg.cli.options import WordType, answering_in_time, option
from kg.cli.output import Output
from kg.cli.session import Session
from kg.errors import NotFoundError, UsageError
from kg.queries import NamedQuery, Parameter, Rows, library, named_query, plain, read_query, run_query

ENDINGS = (".rq", ".sparql")


class QueryWord(WordType):
    """A named query or a file; the shell completes the names."""

    name = "query"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        """The named queries that begin so."""
        return [CompletionItem(q.name, help=q.title) for q in library().values() if q.name.startswith(incomplete)]


@click.command("query")
@click.argument("query", metavar="[NAME|FILE.rq|-]", required=False, type=QueryWord())
@click.argument("values", metavar="[VALUE]...", nargs=-1)
@option("--execute", "-e", "text", metavar="SPARQL", help="Run this query.")
@option(
    "--param",
    "-p",
    "params",
    multiple=True,
    metavar="NAME=VALUE",
    help="Give a parameter its value (may be given more than once).",
)
@option("--list", "listing", is_flag=True, help="List the named queries and their parameters.")
@answering_in_time
def command(
    session: Session, query: str | None, values: Sequence[str], text: str | None, params: Sequence[str], listing: bool
) -> None:
    """Run a named SPARQL query, or one of your own.

    Your own comes from a file, from -e or from standard input (-).

    VALUES fill the query's parameters in their order, --param by name. Where a parameter is an entity, its value is a
    name or an IRI. A query of your own may use $NAME; --param NAME:entity=VALUE says what kind of value it is. SELECT
    gives rows, ASK true or false, CONSTRUCT and DESCRIBE Turtle. Ends with 3 where there are no rows.
    """
    if listing:
        session.emit(_list())
        return
    if text is not None and query is not None:
        values, query = (query, *values), None
    chosen = _chosen(query, text)
    result = run_query(session.view(), chosen, _parameters(chosen, values, params))
    session.emit(_output(result))
    if isinstance(result, Rows) and not result.rows:
        raise NotFoundError(f"{chosen.title}: no rows", "kg query --list tells what each query takes")


def _chosen(query: str | None, text: str | None) -> NamedQuery:
    if text is not None:
        return read_query("query", text)
    if query is None:
        raise UsageError("which query?", "name one (kg query --list), a file that ends in .rq, or write one with -e")
    if query == "-":
        return read_query("query", sys.stdin.read())
    path = Path(query)
    if path.suffix in ENDINGS or path.is_file():
        try:
            return read_query(path.stem, path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
            raise UsageError(f"{query} cannot be read: {reason}", "named queries: kg query --list") from error
    if any(c in query for c in " {"):
        raise UsageError(f"{query!r} is no name of a query", "to run SPARQL, put -e before it")
    return named_query(query)


def _parameters(query: NamedQuery, values: Sequence[str], params: Sequence[str]) -> dict[str, str]:
    names = [parameter.name for parameter in query.parameters]
    if len(values) > len(names):
        takes = ", ".join(names) or "no parameters"
        raise UsageError(
            f"{query.name} takes {takes}: {values[len(names)]!r} is one too many", "quote names of several words"
        )
    given = dict(zip(names, values, strict=False))
    for param in params:
        name, separator, value = param.partition("=")
        if not separator or not name:
            raise UsageError(f"--param {param!r} is not NAME=VALUE", "write, for instance: --param of=Huawei")
        given[name] = value
    return given


def _output(result: Rows | Graph | bool) -> Output:
    if isinstance(result, bool):
        return Output(("answer",), [(result,)], result, lambda page: page.line("true" if result else "false"))
    if isinstance(result, Rows):
        return Output(result.columns, result.rows)
    triples = sorted((plain(s), plain(p), plain(o)) for s, p, o in result)
    turtle = result.serialize(format="turtle")
    return Output(("subject", "predicate", "object"), triples, text=lambda page: page.verbatim(turtle))


def _list() -> Output:
    rows = [(q.name, " ".join(map(_usage, q.parameters)), q.title, q.description) for q in library().values()]
    document = [
        {
            "name": q.name,
            "title": q.title,
            "description": q.description,
            "parameters": [
                {
                    "name": p.name,
                    "type": p.type,
                    "default": p.default,
                    "optional": p.optional,
                    "description": p.description,
                }
                for p in q.parameters
            ],
        }
        for q in library().values()
    ]
    return Output(("name", "parameters", "title", "what it answers"), rows, document)


def _usage(parameter: Parameter) -> str:
    text = f"{parameter.name}:{parameter.type}"
    if parameter.default is not None:
        text += f"={parameter.default}"
    return f"[{text}]" if parameter.optional or parameter.default is not None else text
