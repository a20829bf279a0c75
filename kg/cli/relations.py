"""Relations as words of the command line."""

from __future__ import annotations

from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem

from kg.cli.options import WordType
from kg.errors import UsageError
from kg.suggest import or_known
from kg.vocabulary import Vocabulary, load_vocabulary


class RelationWord(WordType):
    """The name of a relation; the shell completes it."""

    name = "relation"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        """The relations that begin so."""
        return [CompletionItem(name) for name in load_vocabulary().relations if name.startswith(incomplete)]


def check_relations(vocabulary: Vocabulary, names: Iterable[str]) -> None:
    """UsageError, with the nearest names, where one of them is no relation."""
    for name in names:
        if name not in vocabulary.relations:
            raise UsageError(f"no relation is called {name!r}", or_known(name, vocabulary.relations))
