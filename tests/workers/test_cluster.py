"""A real Dask scheduler with two workers: what they read makes the same graph, also where one of them dies."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.build import build
from kg.errors import UsageError
from kg.extract import load_extractor
from kg.store import memory_store
from kg.workers import Cluster
from tests.test_build import dump

GOLDEN = Path(__file__).parents[1] / "golden" / "develop" / "articles"


@dataclass
class Running:
    """A cluster that was started."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Running]:
    found = tmp_path / "scheduler.json"
    dask = [sys.executable, "-m", "dask"]
    local = ["--host", "127.0.0.1", "--no-dashboard"]
    with ExitStack() as stack:

        def start(*words: str) -> subprocess.Popen[bytes]:
            quiet = subprocess.DEVNULL
            process = stack.enter_context(subprocess.Popen([*dask, *words], stdout=quiet, stderr=quiet))
            stack.callback(process.kill)
            return process

        start("scheduler", *local, "--port", "0", "--scheduler-file", str(found))
        while not found.is_file() or not found.read_text():
            time.sleep(0.1)
        workers = [
            start("worker", *local, "--scheduler-file", str(found), "--nthreads", "1", "--no-nanny") for _ in range(2)
        ]
        address = found.read_text().split('"address": "')[1].split('"')[0]
        yield Running(address, workers)


def test_a_cluster_of_which_a_worker_dies_makes_the_same_graph(cluster: Running) -> None:
    extractor = load_extractor()

    def kill_one(done: int, total: int, article: str) -> None:  # noqa: ARG001
        if done == total // 3:
            cluster.workers[0].kill()

    here, there = memory_store(), memory_store()
    build(here, [GOLDEN], extractor)
    with Cluster(cluster.address) as workers:
        report = build(there, [GOLDEN], extractor, workers=workers, progress=kill_one)
    assert cluster.workers[0].poll() is not None
    assert not report.failures
    assert dump(there) == dump(here)


def test_nobody_at_the_address_is_told() -> None:
    with pytest.raises(UsageError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"):
        Cluster("tcp://127.0.0.1:9")
