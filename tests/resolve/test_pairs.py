"""Identity on labelled pairs of names of every region: floors on both halves, to be raised only on purpose."""

from __future__ import annotations

import pytest

from tests.resolve.golden import Pair, pairs, score, told

FLOORS = {False: (0.99, 0.98), True: (0.98, 0.95)}
"""Precision and recall on the half that was developed on, and on the half that is only measured."""


def half(measured: bool) -> list[Pair]:
    return [pair for pair in pairs() if pair.measured is measured]


@pytest.mark.parametrize("measured", [False, True])
def test_pairs_are_judged_as_well_as_before(measured: bool) -> None:
    precision, recall = FLOORS[measured]
    result = score(half(measured))
    # What is wrong in the measured half is not shown: nobody shall develop on it.
    assert result.precision >= precision, "" if measured else told(result.wrong)
    assert result.recall >= recall, "" if measured else told(result.wrong)


def test_there_are_enough_pairs_of_both_kinds() -> None:
    for measured in (False, True):
        found = half(measured)
        assert len(found) >= 150
        assert min(sum(p.same for p in found), sum(not p.same for p in found)) >= 70
