"""Many clients at ``kg serve``: ``python -m tests.benchmarks.serving STORE [SECONDS [CLIENTS]]``.

Each client asks one thing after the other on a connection of its own; first one client alone, then all at once.
"""

from __future__ import annotations

import http.client
import sys
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from urllib.parse import quote, urlsplit

from tests.serve.running import serving

ALONE = 5
"""Seconds for the one client."""
ASKED = (
    "/sparql?query=" + quote("SELECT ?name WHERE { ?a kg:attended ?b ; rdfs:label ?name } LIMIT 20"),
    "/sparql?query=" + quote("SELECT ?c (COUNT(?e) AS ?n) WHERE { ?e kg:signedMoUWith ?o ; a ?c } GROUP BY ?c"),
    "/api/search?q=Huawei",
    "/api/near?name=Huawei",
    "/api/entity?name=Huawei",
    "/api/ask?q=" + quote("who attended the Pakistan-China Software and IT Forum"),
    "/",
)


@dataclass
class Tally:
    """How long each answer took, and how many there were of each status."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)


def client(address: str, until: float, tally: Tally) -> None:
    """Ask until then, one thing after the other."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    turn = 0
    while time.monotonic() < until:
        start = time.monotonic()
        try:
            connection.request("GET", ASKED[turn % len(ASKED)])
            answer = connection.getresponse()
            answer.read()
            tally.statuses[answer.status] += 1
        except OSError:
            tally.statuses[0] += 1
            connection.close()
        tally.seconds.append(time.monotonic() - start)
        turn += 1
    connection.close()


def load(address: str, clients: int, seconds: float) -> Tally:
    """What so many clients met with in so many seconds."""
    tally = Tally()
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=client, args=(address, until, tally)) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally


def main(words: Sequence[str]) -> None:
    """Print answers a second, and how long they take, for one client and for all."""
    seconds = float(words[1]) if len(words) > 1 else 60
    clients = int(words[2]) if len(words) > 2 else 50
    with serving(Path(words[0])) as address:
        print(f"{'clients':>8}{'answers/s':>12}{'median ms':>12}{'95 % ms':>10}{'99 % ms':>10}  statuses")
        for number, length in ((1, min(seconds, ALONE)), (clients, seconds)):
            tally = load(address, number, length)
            cuts = quantiles(tally.seconds, n=100)
            middle, most, nearly_all = (cuts[i] * 1000 for i in (49, 94, 98))
            rate = len(tally.seconds) / length
            told = ", ".join(f"{status or 'lost'}: {count}" for status, count in sorted(tally.statuses.items()))
            print(f"{number:>8}{rate:>12.0f}{middle:>12.1f}{most:>10.1f}{nearly_all:>10.1f}  {told}")


if __name__ == "__main__":
    main(sys.argv[1:])
