"""``kg build``: articles into the graph."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kg import build as stages
from kg.articles import STREAMED, InputOptions, Kind, check_paths
from kg.cli.options import Word, building, option
from kg.cli.session import Session
from kg.errors import PartialError
from kg.extract import load_extractor
from kg.extract.frames.own import read_own_frames
from kg.model import Extractor
from kg.store import open_store
from kg.workers import CachedExtractor, Cluster, Processes, cores


@click.command("build")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@option("--jobs", "-j", type=click.IntRange(min=1), metavar="N", help="Processes that read (one for each core).")
@option("--cluster", metavar="ADDRESS", help="Have a Dask cluster read: its scheduler, as in tcp://host:8786.")
@option("--prune", is_flag=True, help="Take articles out of the graph whose files are no longer in PATHS.")
@option("--input", "kind", type=Word(STREAMED), help="What - holds (one article, its kind found out).")
@building
def command(
    session: Session, paths: Sequence[Path], jobs: int | None, cluster: str | None, prune: bool, kind: Kind | None
) -> None:
    """Read articles and add what they say to the graph.

    PATHS are files, folders of them, patterns such as 'news/*.html', and - for standard input: text (.txt, .md),
    .html, .pdf and .eml with one article each; .jsonl, .warc, .wet and .zip with many; and all of them with .gz.
    Articles in other languages than English are skipped.

    New and changed articles are read, the others left alone; stopping and running again loses nothing. What was found
    in an article is kept (--cache) and not searched for again, whatever store it goes to. Ends with 5 where some
    articles could not be read: they are named, with the reason, and the others are in the graph. The graph remembers
    relations of your own (--frames); articles that were read with other frames are read again.
    """
    settings = session.settings
    check_paths(paths)
    own = read_own_frames(settings.frames)
    extractor: Extractor = load_extractor(own.frames, own.vocabulary)
    if settings.cache:
        extractor = CachedExtractor(extractor, settings.cache)
    options = InputOptions(dict(settings.fields), kind)
    with (
        open_store(settings.store, write=True, names=settings.names()) as store,
        Cluster(cluster) if cluster else Processes(jobs or cores()) as workers,
        progress_bar(session) as progress,
    ):
        report = stages.build(
            store,
            paths,
            extractor,
            workers=workers,
            options=options,
            relations=own.relations,
            prune=prune,
            progress=progress,
        )
    session.note(summary(report))
    _tell(session, report)
    if report.failures:
        count = len(report.failures)
        raise PartialError(
            f"{count} article{'s' if count > 1 else ''} could not be read", "mend them and run the same command again"
        )


def _tell(session: Session, report: stages.BuildReport) -> None:
    """What a build left out, and why."""
    if report.unfed:
        session.note(
            f"relations of your own whose frames were not given: {', '.join(report.unfed)}; what was read now says "
            "nothing of them (--frames FILE, KG_FRAMES or kg.toml give them)"
        )
    for refusal in report.refused:
        session.note(f"refused: {refusal.article}: {refusal.what}: {refusal.reason}")
    skipped: dict[str, list[str]] = {}
    for each in report.skipped:
        skipped.setdefault(each.reason, []).append(each.article)
    for reason, names in skipped.items():
        session.note(f"skipped: {names[0]}{f' and {len(names) - 1:,} more' if names[1:] else ''}: {reason}")
    for failure in report.failures:
        kept = " (the graph keeps what it knew of it)" if failure.kept else ""
        click.echo(f"failed: {failure.article}: {failure.reason}{kept}", err=True)
        if failure.hint:
            session.note(f"        {failure.hint}")


def summary(report: stages.BuildReport) -> str:
    """What a build did, in one line."""
    parts = [f"{len(report.read)} read", f"{len(report.unchanged)} unchanged"]
    if report.pruned:
        parts.append(f"{len(report.pruned)} pruned")
    if report.skipped:
        parts.append(f"{len(report.skipped)} skipped")
    if report.failures:
        parts.append(f"{len(report.failures)} failed")
    return f"articles: {', '.join(parts)}; graph: {report.entities} things, {report.statements} statements"


@contextmanager
def progress_bar(session: Session) -> Iterator[stages.Progress | None]:
    """A bar on standard error, where somebody sees it."""
    if session.settings.quiet or not sys.stderr.isatty():
        yield None
        return
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True, color_system=None if session.settings.color == "never" else "auto")
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("loading", total=None)

        def advance(done: int, total: int, article: str) -> None:
            name = article if len(article) <= 40 else f"…{article[-39:]}"
            bar.update(task, completed=done, total=total, description=name)

        yield advance
