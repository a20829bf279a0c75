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
        folder, undisturbed = Path(work, "articles"), Path(work, "undisturbed")
        write_articles(articles, folder)
        os.environ["KG_CACHE"] = str(Path(work, "cache"))
        start = time.monotonic()
        assert build(folder, undisturbed, 2).wait() == 0
        whole, expected = time.monotonic() - start, exported(undisturbed)
        print(f"undisturbed: {whole:.1f} s, {expected}")
        wrong = 0
        for number in range(1, kills + 1):
            store = Path(work, f"store-{number}")
            if number % 2:
                shutil.rmtree(os.environ["KG_CACHE"])  # every other build has to read the articles
            process = build(folder, store, 1 + number % 2)
            moment = random.uniform(0.02, 0.9) * whole
            time.sleep(moment)
            ended = process.poll() is not None
            if not ended:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            assert build(folder, store, 2).wait() == 0
            found = exported(store)
            wrong += found != expected
            after = "after its end" if ended else f"after {moment:.1f} s"
            print(f"{number:3}: killed {after}: {found} {'same' if found == expected else 'OTHERWISE'}", flush=True)
            shutil.rmtree(store)
    print(f"{kills - wrong} of {kills} stores came out the same")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*numbers(sys.argv[1:], (25, 60))))
