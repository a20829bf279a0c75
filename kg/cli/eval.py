"""``kg eval``: what is extracted, compared with facts that people agreed on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from kg.cli.build import progress_bar
from kg.cli.options import answering_with_frames, option
from kg.cli.output import Output, Page
from kg.cli.session import Session
from kg.errors import PartialError
from kg.evaluate import ArticleScore, Evaluation, Score, evaluate_articles
from kg.extract import load_extractor
from kg.extract.frames.own import read_own_frames

TOO_LOW = 1
SHARE = click.FloatRange(0, 1)


@click.command("eval")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="ARTICLES...")
@option(
    "--gold",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="The folder of the gold files, one for each article.",
)
@option("--verbose", "-v", is_flag=True, help="List what was missed and what is spurious, article by article.")
@option("--min-precision", type=SHARE, default=0.0, metavar="SHARE", help="End with 1 where precision is lower.")
@option("--min-recall", type=SHARE, default=0.0, metavar="SHARE", help="End with 1 where recall is lower.")
@answering_with_frames
def command(
    session: Session, paths: Sequence[Path], gold: Path, verbose: bool, min_precision: float, min_recall: float
) -> None:
    """Measure extraction against facts that people agreed on.

    Reads the articles into a graph in memory and compares it with their gold files (docs/eval.md shows their form):
    precision, recall and F1, in all and by relation, and the traps that it stepped into. No store is touched.
    """
    own = read_own_frames(session.settings.frames)
    with progress_bar(session) as progress:
        extractor = load_extractor(own.frames, own.vocabulary)
        found, report = evaluate_articles(paths, gold, extractor, own.vocabulary, progress)
    session.emit(_output(found, verbose))
    if found.unread:
        session.note(f"gold of articles that were not given: {', '.join(found.unread)}")
    for failure in report.failures:
        click.echo(f"failed: {failure.article}: {failure.reason}", err=True)
    score = found.score
    if score.precision < min_precision or score.recall < min_recall:
        session.note(f"too low: at least precision {min_precision} and recall {min_recall} were asked for")
        raise click.exceptions.Exit(TOO_LOW)
    if report.failures:
        raise PartialError(f"{len(report.failures)} articles could not be read", "all that is in them counts as missed")


def _output(found: Evaluation, verbose: bool) -> Output:
    scores = {"all": found.score, **found.by_relation}
    rows = [(name, *_numbers(score)) for name, score in scores.items()]
    document = {
        **_json(found.score),
        "trapped": found.trapped,
        "by relation": {name: _json(score) for name, score in found.by_relation.items()},
        "articles": [_article_json(article) for article in found.articles],
    }
    columns = ("relation", "gold", "found", "false", "precision", "recall", "f1")
    return Output(columns, rows, document, lambda page: _text(page, found, columns, rows, verbose))


def _numbers(score: Score) -> tuple[object, ...]:
    shares = (score.precision, score.recall, score.f1)
    return score.gold, score.found, score.false, *(f"{share:.3f}" for share in shares)


def _json(score: Score) -> dict[str, object]:
    return {
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
        "gold": score.gold,
        "found": score.found,
        "false": score.false,
    }


def _article_json(article: ArticleScore) -> dict[str, object]:
    return {
        "article": article.article,
        "gold": sum(article.gold.values()),
        "found": sum(article.found.values()),
        "missed": list(article.missed),
        "spurious": list(article.spurious),
        "trapped": list(article.trapped),
        "split": dict(article.split),
    }


def _text(
    page: Page, found: Evaluation, columns: Sequence[str], rows: Sequence[tuple[object, ...]], verbose: bool
) -> None:
    for article in found.articles:
        counts = (
            f"found {sum(article.found.values())} of {sum(article.gold.values())}, spurious {len(article.spurious)}"
        )
        page.line(f"{article.article}: {counts}", "bold" if verbose else "")
        for line in article.missed if verbose else ():
            page.line(f"missed: {line}", indent=3)
        for line in article.spurious if verbose else ():
            page.line(f"spurious: {line}", indent=3)
        for line in article.trapped:
            page.line(f"trapped: {line}", "red", indent=3)
        for name, count in article.split.items():
            page.line(f"split: {name} is {count} things", indent=3)
    page.line()
    page.table(columns, rows)
    page.line()
    score = found.score
    page.line(
        f"precision {score.precision:.3f}, recall {score.recall:.3f}, F1 {score.f1:.3f}: {score.found} of {score.gold} "
        f"facts found, {score.false} false, {found.trapped} trapped",
        "bold",
    )
