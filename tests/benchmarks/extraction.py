"""Time of extraction beside that of the bare spaCy pipeline: the same articles, one process, one run.

    python -m tests.benchmarks.extraction [FOLDER …]

Both read article by article, as kg does. The ratio is what counts; the seconds are this machine's.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from kg.articles import read_article
from kg.extract import load_extractor
from kg.extract.extractor import load_model

GOLDEN = Path(__file__).parents[1] / "golden" / "develop" / "articles"
ROUNDS = 5


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def main(folders: list[Path]) -> None:
    """Print, for each round, the pipeline's time, the extractor's, and what comes on top as a share of the first."""
    articles = [read_article(path, path.name) for folder in folders for path in sorted(folder.iterdir())]
    extractor, nlp = load_extractor(), load_model()
    texts = [[block.span.of(article.text) for block in article.blocks] for article in articles]

    def bare() -> None:
        for blocks in texts:
            list(nlp.pipe(blocks))

    def whole() -> None:
        for article in articles:
            extractor.extract(article)

    bare()
    whole()
    print(f"{len(articles)} articles\npipeline, s  extraction, s  on top")
    for _ in range(ROUNDS):
        pipeline, extraction = seconds(bare), seconds(whole)
        print(f"{pipeline:11.2f}  {extraction:13.2f}  {extraction / pipeline - 1:6.2f}")


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]] or [GOLDEN])
