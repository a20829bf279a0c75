"""B³ of identity over the mentions of the golden articles: floors on both halves."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.extract import load_extractor
from tests.resolve.mentions import b_cubed, clusters

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.mark.xdist_group("golden")
@pytest.mark.parametrize("half", ["develop", "measure"])
def test_mentions_of_golden_articles_are_put_together_rightly(half: str) -> None:
    said, gold, _ = clusters([GOLDEN / half], load_extractor())
    assert len(gold) > 150
    _, _, f1 = b_cubed(said, gold)
    assert f1 >= 0.97


def test_b_cubed_counts_each_mention() -> None:
    gold = {("a", i, i + 1): "x" if i < 3 else "y" for i in range(5)}
    assert b_cubed(gold, gold) == (1.0, 1.0, 1.0)
    one = dict.fromkeys(gold, "one")
    precision, recall, _ = b_cubed(one, gold)
    assert (round(precision, 3), recall) == (0.52, 1.0)
