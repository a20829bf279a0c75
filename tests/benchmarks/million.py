"""Questions to a large graph, and its exports: ``python -m tests.benchmarks.million [STATEMENTS] [STORE]``.

Each figure is a ratio within this run; what is asked of it stands beside it. The large store is made for the occasion
(a million statements take a quarter of an hour and 12 GB of disk, for a while 8 GB more), unless STORE is one that was
made by ``tests.benchmarks.graphs``. The small one has as many statements as the seeds. Programs are timed as whole
processes, in seconds of the processor, commands as the best of three.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from kg.store import GraphView, open_store
from kg.store.whole import entities_in_order
from tests.benchmarks.building import cost
from tests.benchmarks.graphs import write_graph

SEEDS = 1_000
MEMORY = 300
PAIRS = 5
COMMANDS = (
    ("search", "pseb"),
    ("search", "software export board"),
    ("search", "huawie"),
    ("show", "Yi Xiang"),
    ("show", "Pakistan Software Export Board"),
    ("ask", "who attended the Pakistan-China Software and IT Forum"),
    ("ask", "who represents Huawei"),
    ("ask", "MoU partners of PSEB"),
)
IN_NETWORKX = """
import json, sys
from itertools import islice, pairwise
import networkx
from kg.export import to_networkx
from kg.store import GraphView, open_store
graph, found = to_networkx(GraphView(open_store(sys.argv[1]))), []
ways = networkx.Graph()
for one, other, articles in graph.edges(data="articles"):
    known = ways.get_edge_data(one, other, {"articles": 0})["articles"]
    ways.add_edge(one, other, articles=max(known, articles))
places = {node for node, kind in graph.nodes(data="class") if kind == "Place"}
for start, end in json.loads(sys.argv[2]):
    allowed = networkx.restricted_view(ways, places - {start, end}, [])
    told = lambda path: -sum(ways[one][other]["articles"] for one, other in pairwise(path))
    if start in ways and end in ways and networkx.has_path(allowed, start, end):
        paths = networkx.all_shortest_paths(allowed, start, end)
        found.append(min(paths, key=lambda path: (told(path), path)))
    else:
        found.append([])
print(json.dumps(found))
"""


def best(store: Path, *words: str) -> float:
    """Seconds that a command takes, its output thrown away."""
    return min(cost("-m", "kg", *words, "--store", store, "--format", "json").busy for _ in range(3))


def answers(store: Path, small: Path) -> Iterator[tuple[str, float, str]]:
    """How many times as long each command takes as with the small store."""
    for words in COMMANDS:
        yield f"kg {words[0]} {words[1]!r}, large / small", best(store, *words) / best(small, *words), "at most 2"


def paths(store: Path) -> Iterator[tuple[str, float, str]]:
    """How much faster than in networkx the way between two things is found, and whether it is the same."""
    chosen = pairs(store)
    start = _busy()
    told = json.loads(_output("-c", IN_NETWORKX, str(store), json.dumps(chosen)))
    loaded = _busy() - start
    took, same = 0.0, 0
    for (one, other), nodes in zip(chosen, told, strict=True):
        start = _busy()
        answer = _output("-m", "kg", "path", one, other, "--store", str(store), "--format", "json", "--max-hops", "20")
        took = max(took, _busy() - start)
        found = json.loads(answer)["paths"] if answer else [{"nodes": []}]  # nothing connects these two
        same += [node["id"] for node in found[0]["nodes"]] == nodes
    yield f"networkx / kg path (slowest of {len(chosen)})", loaded / took, "at least 20"
    yield "the same way as in networkx", same / len(chosen), "1: always"


def pairs(store: Path) -> list[tuple[str, str]]:
    """Some people and bodies, taken blindly."""
    with open_store(store) as opened:
        found = sorted(e.id for e in entities_in_order(GraphView(opened)) if e.type in ("Person", "Organization"))
    random = Random(3)
    return [(random.choice(found), random.choice(found)) for _ in range(PAIRS)]


def exports(store: Path, folder: Path) -> Iterator[tuple[str, float, str]]:
    """The peak memory of each export, beside what it may be."""
    for ending in ("ttl", "gexf", "nt", "graphml", "jsonl", "csv"):
        file = folder / f"graph.{ending}"
        taken = cost("-m", "kg", "export", file, "--store", store, "--quiet")
        file.unlink()
        yield (
            f"memory of kg export .{ending} / {MEMORY} MB ({taken.busy:.0f} s)",
            taken.megabytes / MEMORY,
            "at most 1",
        )
    file = folder / "graph.nq.gz"
    taken = cost("-m", "kg", "backup", file, "--store", store, "--quiet")
    file.unlink()
    yield f"memory of kg backup / {MEMORY} MB ({taken.busy:.0f} s)", taken.megabytes / MEMORY, "at most 1"


def _busy() -> float:
    """Seconds of the processor that the programs have taken that were run so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _output(*words: str) -> str:
    done = subprocess.run([sys.executable, *words], stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode not in (0, 3):
        raise SystemExit(f"{' '.join(words[:3])}: ended with {done.returncode}")
    return done.stdout


def main(words: Sequence[str]) -> None:
    """Print a table of the ratios."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        store, small = Path(words[1]) if len(words) > 1 else folder / "large", folder / "small"
        write_graph(SEEDS, small)
        if not store.exists():
            write_graph(int(words[0]) if words else 1_000_000, store)
        for figures in (answers(store, small), paths(store), exports(store, folder)):
            for name, value, asked in figures:
                print(f"{name:70} {value:8.2f}   {asked}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
