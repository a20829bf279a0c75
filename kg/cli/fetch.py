"""``kg fetch``: pages into a folder, for ``kg build`` to read."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.build import progress_bar
from kg.cli.options import option, using_store
from kg.cli.session import Session
from kg.errors import PartialError, UsageError
from kg.fetch import FetchOptions, fetch, read_addresses

MEGABYTE = 1024 * 1024


@click.command("fetch")
@click.argument("urls", metavar="URLS|-")
@click.argument("folder", metavar="FOLDER", type=click.Path(file_okay=False, path_type=Path))
@option(
    "--delay", type=click.FloatRange(min=0), default=2.0, show_default=True, help="Seconds between two pages of a host."
)
@option(
    "--timeout", type=click.FloatRange(min=0.1), default=30.0, show_default=True, help="Seconds to wait for a host."
)
@option(
    "--retries", type=click.IntRange(min=0), default=3, show_default=True, help="How often a busy host is asked again."
)
@option("--max-size", type=click.IntRange(min=1), default=20, show_default=True, metavar="MB", help="The largest page.")
@option("--contact", default="", metavar="URL|MAIL", help="Who is fetching, for the owners of hosts to see.")
@option("--allow-private", is_flag=True, help="Fetch from this machine and private networks too.")
@using_store
def command(
    session: Session,
    urls: str,
    folder: Path,
    delay: float,
    timeout: float,
    retries: int,
    max_size: int,
    contact: str,
    allow_private: bool,
) -> None:
    """Download pages into a folder for kg build to read, and again only what is missing.

    URLS is a file with one address a line, or - for standard input. Hosts are asked for one page at a time, and
    robots.txt is obeyed. Ends with 5 where some pages could not be had.
    """
    options = FetchOptions(delay, timeout, max_size * MEGABYTE, retries, allow_private=allow_private, contact=contact)
    with progress_bar(session) as progress:
        report = fetch(read_addresses(_read(urls)), folder, options, progress)
    session.note(
        f"pages: {len(report.fetched)} fetched, {len(report.there)} there already, {len(report.failures)} failed"
    )
    for failure in report.failures:
        click.echo(f"failed: {failure.url}: {failure.reason}", err=True)
    if report.failures:
        count = len(report.failures)
        raise PartialError(
            f"{count} page{'s' if count > 1 else ''} could not be fetched", "the same command tries again"
        )


def _read(urls: str) -> str:
    if urls == "-":
        return sys.stdin.read()
    try:
        return Path(urls).read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise UsageError(
            f"{urls} cannot be read: {error.strerror or error}", "give a file with one address a line"
        ) from error
