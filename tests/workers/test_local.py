"""Workers beside this process: every document has its outcome, in order, whatever becomes of the workers."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing.context import SpawnProcess
from pathlib import Path

import pytest

from kg.articles import Document
from kg.model import Article, Extraction
from kg.workers import InProcess, Outcome, Processes, Reading, Unread, Workers


class Reader:
    """Finds nothing; dies, fails or waits where the article says so."""

    version = "1"

    def extract(self, article: Article) -> Extraction:
        if "DIE" in article.text and multiprocessing.parent_process() is not None:
            os.kill(os.getpid(), signal.SIGKILL)
        if "FAIL" in article.text:
            raise KeyError("lost")
        if "WAIT" in article.text:
            time.sleep(0.2)
        return Extraction(article.name, (), ())


def document(number: int, word: str = "nothing") -> Document:
    return Document(f"{number:03}.txt", f"An article that tells of {word} at all.\n".encode())


def told(outcomes: Iterator[Outcome]) -> list[str]:
    return [o.article.name if isinstance(o, Reading) else f"{o.name}: {o.reason}" for o in outcomes]


@pytest.mark.parametrize("workers", [InProcess(), Processes(2)], ids=["one", "two"])
def test_outcomes_come_in_the_order_of_the_documents(workers: Workers) -> None:
    words = {3: "WAIT", 5: "FAIL", 11: "WAIT"}
    outcomes = told(workers.read(Reader(), (document(n, words.get(n, "nothing")) for n in range(20))))
    expected = [f"{n:03}.txt" for n in range(20)]
    expected[5] += ": the extractor failed: KeyError: 'lost'"
    assert outcomes == expected


def test_a_document_that_processes_die_of_is_told_and_the_others_are_read() -> None:
    with Processes(2) as workers:
        outcomes = list(workers.read(Reader(), (document(n, "DIE" if n in (2, 13) else "life") for n in range(24))))
    unread = [o for o in outcomes if isinstance(o, Unread)]
    assert [(o.name, o.reason) for o in unread] == [
        ("002.txt", "the process that read it died, twice"),
        ("013.txt", "the process that read it died, twice"),
    ]
    assert [o.article.name for o in outcomes if isinstance(o, Reading)] == [
        f"{n:03}.txt" for n in range(24) if n not in (2, 13)
    ]


def test_no_worker_is_waited_for_that_the_pool_did_not_end(monkeypatch: pytest.MonkeyPatch) -> None:
    with Processes(2) as workers, monkeypatch.context() as overlooked:  # as one is that was starting just then
        overlooked.setattr(SpawnProcess, "terminate", lambda _: None)
        overlooked.setattr("concurrent.futures.process._ExecutorManagerThread.shutdown_workers", lambda _: None)
        outcomes = told(workers.read(Reader(), (document(n, "DIE" if n == 0 else "life") for n in range(9))))
    assert outcomes[0] == "000.txt: the process that read it died, twice"
    assert len(outcomes) == 9


def test_documents_are_taken_only_a_few_ahead() -> None:
    taken = 0

    def documents() -> Iterator[Document]:
        nonlocal taken
        for taken in range(1, 1001):
            yield document(taken)

    with Processes(2) as workers:
        outcomes = workers.read(Reader(), documents())
        for _ in range(10):
            next(outcomes)
        assert taken < 40


ORPHANS = """
import os, sys
from tests.workers.test_local import Reader, document
from kg.workers import Processes

if __name__ == "__main__":
    with Processes(2) as workers:
        for number, _ in enumerate(workers.read(Reader(), (document(n, "WAIT") for n in range(1000)))):
            if number == 2:
                print(*(process.pid for process in workers._pool._processes.values()), flush=True)
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at /proc")
def test_workers_end_with_the_process_that_started_them() -> None:
    with subprocess.Popen([sys.executable, "-c", ORPHANS], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        children = [int(pid) for pid in parent.stdout.readline().split()]
        parent.kill()
    assert len(children) == 2
    end = time.monotonic() + 20
    while any(_alive(pid) for pid in children) and time.monotonic() < end:
        time.sleep(0.05)
    assert not [pid for pid in children if _alive(pid)]


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
