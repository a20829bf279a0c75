"""Kills builds at random moments and finishes them: ``python -m tests.benchmarks.crashes [KILLS] [ARTICLES]``.

Every store must come out as the one that nobody disturbed: the exports are compared byte by byte.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from random import Random

from tests.benchmarks.articles import write_articles
from tests.benchmarks.building import numbers

KG = (sys.executable, "-m", "kg")


def build(folder: Path, store: Path, jobs: int) -> subprocess.Popen[bytes]:
    """A build under way, in a process group of its own."""
    words = [*KG, "build", str(folder), "--store", str(store), "--jobs", str(jobs), "--quiet"]
    return subprocess.Popen(words, start_new_session=True, stderr=subprocess.DEVNULL)


def exported(store: Path) -> str:
    """The fingerprint of a store's N-Triples."""
    done = subprocess.run(
        [*KG, "export", "-", "--format", "ntriples", "--store", str(store)], capture_output=True, check=True
    )
    return sha256(done.stdout).hexdigest()[:16]


def main(kills: int, articles: int) -> int:
    """Print each crash and what came of it; 1 where a store came out otherwise."""
    random = Random(7)
    with tempfile.TemporaryDirectory() as work:
        folder, cache = Path(work, "articles"), Path(work, "cache")
        write_articles(articles, folder)
        os.environ["KG_CACHE"] = str(cache)
        whole = [undisturbed(folder, Path(work, name)) for name in ("reading", "cached")]
        expected = exported(Path(work, "reading"))
        print(f"undisturbed: {whole[0]:.1f} s, from a full cache {whole[1]:.1f} s, {expected}", flush=True)
        killed = wrong = started = 0
        while killed < kills:
            store = Path(work, f"store-{started}")
            cached = started % 2
            if not cached:
                shutil.rmtree(cache)  # every other build has to read the articles
            process = build(folder, store, 1 + cached)
            started += 1
            moment = random.uniform(0.02, 0.9) * whole[cached]
            time.sleep(moment)
            if process.poll() is None:
                killed += 1
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                undisturbed(folder, store)
                found = exported(store)
                wrong += found != expected
                same = "same" if found == expected else "OTHERWISE"
                print(f"{killed:3}: killed after {moment:.1f} s: {found} {same}", flush=True)
            shutil.rmtree(store)
    print(f"{kills - wrong} of {kills} stores came out the same")
    return 1 if wrong else 0


def undisturbed(folder: Path, store: Path) -> float:
    """Build to the end; tells how many seconds that took."""
    start = time.monotonic()
    if build(folder, store, 2).wait():
        raise SystemExit(f"the build of {store} failed")
    return time.monotonic() - start


if __name__ == "__main__":
    sys.exit(main(*numbers(sys.argv[1:], (25, 60))))
