"""Copies of one report: found though headline, byline, cuts and single words differ; a function of the set alone."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.copies import Copies, independent, sketch

WORDS = re.findall("...", "portaxdealunoenvoysteagridballampcoatdeskeelfoggymhatinkjarkitlogmapnetoil")


def report(seed: int, length: int = 250) -> str:
    random = Random(seed)
    return " ".join(f"{random.choice(WORDS)}{random.randrange(40)}" for _ in range(length))


def of(sketches: Mapping[str, str], dates: Mapping[str, str | None] | None = None) -> Copies:
    copies = Copies(sqlite3.connect(":memory:"))
    for name, sketched in sketches.items():
        copies.put(name, sketched, (dates or {}).get(name))
    return copies


def copies_of(texts: dict[str, str], dates: dict[str, str | None] | None = None) -> dict[str, str | None]:
    copies = of({name: sketch(text) for name, text in texts.items()}, dates)
    return {name: copies.copy_of(name) for name in texts}


def test_a_report_with_another_headline_is_a_copy_and_another_report_is_none() -> None:
    text = report(1)
    found = copies_of({"a": f"Port deal signed\n\n{text}", "b": f"Trust signs\n\nStaff\n\n{text}", "c": report(2)})
    assert found == {"a": None, "b": "a", "c": None}


def test_a_report_cut_short_or_amended_is_a_copy() -> None:
    text = report(3)
    words = text.split()
    amended = " ".join(word if i % 40 else "amended" for i, word in enumerate(words))
    found = copies_of({"a": text, "b": " ".join(words[:110]), "c": amended.upper()})
    assert found == {"a": None, "b": "a", "c": "a"}


def test_a_report_that_quotes_a_part_is_none() -> None:
    quoted = " ".join(report(4).split()[:60])
    assert copies_of({"a": report(4), "b": f"{quoted} {report(5)}"}) == {"a": None, "b": None}


def test_short_texts_are_copies_only_where_all_words_are_equal() -> None:
    found = copies_of({"a": "PSEB met ZTE.", "b": "PSEB met ZTE!", "c": "PSEB met Huawei."})
    assert found == {"a": None, "b": "a", "c": None}


def test_the_first_by_date_is_the_one_that_the_others_copy() -> None:
    text = report(6)
    texts = {"a": text, "b": text, "c": text}
    found = copies_of(texts, {"a": "2024-05-03", "b": "2024-05-01", "c": None})
    assert found == {"a": "b", "b": None, "c": "b"}


def test_copies_count_once() -> None:
    assert independent(["a", "b", "c"], {"a": None, "b": "a", "c": None}) == 2
    assert independent(["b"], {"b": "a"}) == 1
    assert independent([], {}) == 0


texts = st.dictionaries(st.sampled_from("abcdefg"), st.tuples(st.integers(0, 2), st.integers(40, 120)), max_size=7)


@settings(max_examples=60)
@given(corpus=texts, earlier=texts, random=st.randoms(use_true_random=False))
def test_order_plays_no_part_and_changes_are_told(
    corpus: dict[str, tuple[int, int]], earlier: dict[str, tuple[int, int]], random: Random
) -> None:
    sketches = {name: sketch(report(seed, length)) for name, (seed, length) in corpus.items()}
    by_steps = of({name: sketch(report(*made)) for name, made in earlier.items()})
    steps = [*sorted(corpus), *sorted(earlier.keys() - corpus.keys())]
    random.shuffle(steps)
    present = set(earlier)
    for name in steps:
        before = {other: by_steps.copy_of(other) for other in present}
        told = by_steps.put(name, sketches[name], None) if name in corpus else by_steps.remove(name)
        present = present | {name} if name in corpus else present - {name}
        after = {other: by_steps.copy_of(other) for other in present}
        assert {o for o in present & before.keys() if before[o] != after[o]} - {name} <= told
    at_once = of(sketches)
    assert {n: by_steps.copy_of(n) for n in corpus} == {n: at_once.copy_of(n) for n in corpus}
