"""The labelled pairs of ``pairs/*.toml``, and how many of them identity gets right."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.resolve import resolve
from tests.resolve.names import thing

PAIRS = Path(__file__).parent / "pairs"


@dataclass(frozen=True)
class Pair:
    """Two referents of two articles, and whether they are one thing; ``measured`` ones were not developed on."""

    case: str
    left: str
    right: str
    same: bool
    measured: bool


@dataclass(frozen=True)
class Score:
    """How well the pairs that are said to be one are chosen."""

    precision: float
    recall: float
    wrong: tuple[Pair, ...]


def pairs() -> list[Pair]:
    """All pairs, file by file."""
    found = []
    for path in sorted(PAIRS.glob("*.toml")):
        for case, verdicts in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for verdict in ("same", "different"):
                for i, (left, right) in enumerate(verdicts[verdict]):
                    found.append(Pair(f"{path.stem}.{case}", left, right, verdict == "same", i % 2 == 1))
    return found


def taken_for_one(pair: Pair) -> bool:
    """Whether identity takes the two for one."""
    found = resolve([("left", thing(pair.left)), ("right", thing(pair.right))])
    return found.entity_of["left", pair.left] == found.entity_of["right", pair.right]


def score(chosen: Iterable[Pair]) -> Score:
    """Precision and recall of "the same" over these pairs."""
    told = [(pair, taken_for_one(pair)) for pair in chosen]
    right = sum(said and pair.same for pair, said in told)
    said_same, same = sum(said for _, said in told), sum(pair.same for pair, _ in told)
    wrong = tuple(pair for pair, said in told if said != pair.same)
    return Score(right / said_same if said_same else 1.0, right / same if same else 1.0, wrong)


def told(wrong: Sequence[Pair]) -> str:
    """The pairs that were got wrong, a line each."""
    return "\n".join(f"{'same' if p.same else 'different'} [{p.case}] {p.left} — {p.right}" for p in wrong)


def main() -> None:
    """Print the score on both halves, and what is wrong in the half that was developed on."""
    for name, measured in (("developed", False), ("measured", True)):
        chosen = [pair for pair in pairs() if pair.measured is measured]
        result = score(chosen)
        print(f"{name}: {len(chosen)} pairs, precision {result.precision:.3f}, recall {result.recall:.3f}")
        if not measured:
            print(told(result.wrong))


if __name__ == "__main__":
    main()
