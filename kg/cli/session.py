"""What a command works with: the settings, the store they name, and the two streams it may write to."""

from __future__ import annotations

import sys

import click

from kg.cli.clock import Clock
from kg.cli.output import Output, write
from kg.settings import Settings
from kg.store import GraphView, open_store


class Session:
    """One run of one command. Results go through ``emit`` to standard output, everything else through ``note``."""

    def __init__(self, settings: Settings, context: click.Context) -> None:
        self.settings = settings
        self.clock = Clock(settings.timeout)
        self._context = context

    def view(self) -> GraphView:
        """The graph, to read; closed when the command ends. StoreError where there is none."""
        store = open_store(self.settings.store, names=self.settings.names())
        self._context.call_on_close(store.close)
        return GraphView(store)

    def note(self, text: str = "") -> None:
        """Say something on standard error, unless told to be quiet."""
        if not self.settings.quiet:
            click.echo(text, err=True)

    def emit(self, output: Output) -> None:
        """Write a result to standard output, in the format that was asked for; that may take as long as it likes."""
        self.clock.stop()
        write(output, self.settings.format, self.settings.color, sys.stdout)
