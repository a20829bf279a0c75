"""``kg serve``: the explorer in the browser, and the SPARQL endpoint."""

from __future__ import annotations

import click

from kg.cli.options import option, using_store
from kg.cli.session import Session
from kg.errors import UsageError

MEGABYTE = 1024 * 1024


@click.command("serve")
@option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="Listen at this address.")
@option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Listen at this port; 0: any.")
@option("--allow-host", "hosts", multiple=True, metavar="NAME", help="Answer to this name, too (as a proxy calls it).")
@option("--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Answer so many at a time.")
@option("--seconds", type=click.FloatRange(0.1), default=20.0, show_default=True, help="Stop an answer after these.")
@option("--result-mb", type=click.IntRange(1), default=32, show_default=True, help="The largest answer.")
@option("--memory-mb", type=click.IntRange(256), default=2048, show_default=True, help="For one process that answers.")
@using_store
def command(
    session: Session,
    host: str,
    port: int,
    hosts: tuple[str, ...],
    workers: int,
    seconds: float,
    result_mb: int,
    memory_mb: int,
) -> None:
    """Show the graph in the browser, and answer SPARQL at /sparql.

    Only this machine can reach it, unless --host says otherwise; it only reads, and may run while a build writes. The
    JSON interface is described at /api/openapi.json. Ctrl-C ends it.
    """
    session.view().store.close()  # that there is no store is better said before anything listens
    try:
        # A web server takes half a second to load, which only this command needs.
        from kg.serve import Limits, run  # noqa: PLC0415
    except ImportError as error:
        raise UsageError(f"kg serve needs {error.name}, which is not installed", "pip install 'kg[web]'") from error
    limits = Limits(seconds=seconds, result=result_mb * MEGABYTE, memory=memory_mb * MEGABYTE, workers=workers)
    run(session.settings, host, port, limits, lambda url: session.note(f"kg serve: {url} (Ctrl-C ends it)"), hosts)
