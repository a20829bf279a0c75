"""The command ``kg``: finds its commands by name and loads only the one that is run."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from kg import __version__
from kg.cli.boundary import exit_code_of, prepare_streams, quiet_ends
from kg.suggest import or_known

COMMANDS = {
    "build": "Read articles and add what they say to the graph.",
    "fetch": "Download pages into a folder for kg build to read, and again only what is missing.",
    "ask": "Answer a question in English, with the sentences that the answer rests on.",
    "query": "Run a named SPARQL query, or one of your own.",
    "path": "Show how two things are connected, and who says so.",
    "show": "Show all that the graph knows of one thing.",
    "search": "Find things by name, whole, partial or misspelt.",
    "stats": "Count what is in the graph.",
    "analyse": "Measure the graph: who is most active, who stands between others, who belongs together.",
    "serve": "Show the graph in the browser, and answer SPARQL at /sparql.",
    "export": "Write the graph to a file, for Gephi, a triple store or a notebook.",
    "backup": "Write all that the store holds to one file, also while kg build runs.",
    "restore": "Make a store from a file of kg backup.",
    "annotate": "Show an article with its names, coreference and statements marked.",
    "explain": "Explain how a statement came about.",
    "eval": "Measure extraction against facts that people agreed on.",
    "review": "Walk through the pairs that the rules left undecided, the most useful first.",
    "merge": "Judge two things of the graph to be one.",
    "split": "Judge some mentions of a thing to mean another one.",
    "link": "Link things of the graph to Wikidata, by a table of your own.",
    "identity": "Show, explain, save and undo what was judged of which things are one.",
    "check": "Check the graph against the shapes of its vocabulary.",
    "frames": "Show the frames that find relations in articles, and test their examples.",
}
"""What ``kg --help`` says of each command; here, so that it needs to load none of them."""


class Root(click.Group):
    """Loads commands when they are wanted, and lets no exception through to a person."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """All commands, in the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, loaded now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"kg.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names; UsageError with the nearest ones where there is none."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.UsageError(f"There is no command {args[0]!r}: {or_known(args[0], COMMANDS)}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands in ``--help``."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader that has seen enough (``| head``) ends it in peace."""
        with quiet_ends():
            return super().invoke(ctx)

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]  # noqa: ARG002
        """Run with these words (the process's own) and exit, with the code of the contract."""
        extra.pop("standalone_mode", None)
        prepare_streams()
        with exit_code_of():
            code = super().main(args, "kg", standalone_mode=False, **extra)
        raise SystemExit(code or 0)


@click.group(
    cls=Root,
    context_settings={
        "auto_envvar_prefix": "KG",
        "help_option_names": ["-h", "--help"],
        "max_content_width": 100,
    },
    epilog="Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 failed, "
    "2 wrong usage, 3 no answer, 4 store busy, 5 done in part, 130 stopped.",
)
@click.option(
    "--base", metavar="IRI", help="How the IRIs of entities begin.  [env var: KG_BASE]", allow_from_autoenv=False
)
@click.option(
    "--namespace",
    metavar="IRI",
    help="How the IRIs of classes and relations begin.  [env var: KG_NAMESPACE]",
    allow_from_autoenv=False,
)
@click.version_option(__version__, prog_name="kg", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context, base: str | None, namespace: str | None) -> None:
    """Turn news articles into a knowledge graph that cites its sources, and ask it questions."""
    ctx.obj = {"base": base, "namespace": namespace}


def main() -> NoReturn:
    """The entry point of the ``kg`` script and of ``python -m kg``."""
    cli.main()
