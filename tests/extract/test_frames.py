"""The examples of the built-in frames hold, and every rule that is no frame is told of."""

from __future__ import annotations

import ast
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import kg.extract
from kg.examples import run_examples
from kg.explain import rules
from kg.extract.frames import Frame, built_in_frames, fingerprint
from kg.model import Extractor
from kg.vocabulary import load_vocabulary

FRAMES = {frame.id: frame for frame in built_in_frames()}


@pytest.mark.parametrize("frame", [f for f in FRAMES.values() if f.examples], ids=lambda frame: frame.id)
def test_examples_hold(frame: Frame, extractor: Extractor) -> None:
    for result in run_examples([frame], extractor, load_vocabulary()):
        found = [f"{' — '.join(f.triple)} ({f.modality}, {f.frame})" for f in result.found]
        assert result.passed, f"{result.text}\nmissing: {result.missing}\nfound: {found}"


def test_ids_are_unique_and_relations_known() -> None:
    assert len(FRAMES) == len(built_in_frames())
    assert {frame.relation for frame in FRAMES.values()} <= set(load_vocabulary().relations)


def test_an_example_without_statements_must_give_none(extractor: Extractor) -> None:
    frame = FRAMES["meet"]
    example = replace(frame.examples[0], gives=())
    (result,) = run_examples([replace(frame, examples=(example,))], extractor, load_vocabulary())
    assert not result.passed
    assert [found.triple[1] for found in result.unwanted] == ["metWith"]


def test_the_version_is_that_of_what_the_frames_find_in_any_process() -> None:
    frame = FRAMES["meet"]
    assert fingerprint(frame) == fingerprint(replace(frame, examples=()))
    assert fingerprint(frame) != fingerprint(replace(frame, verbs=frozenset(("meet", "greet"))))
    script = (
        "from kg.extract.frames import built_in_frames, fingerprint as f; print(hash(1), *map(f, built_in_frames()))"
    )
    one, other = (
        subprocess.run(
            [sys.executable, "-c", script], capture_output=True, check=True, env={"PYTHONHASHSEED": seed}, cwd=ROOT
        ).stdout
        for seed in ("1", "2")
    )
    assert one == other


ROOT = Path(kg.extract.__file__).parents[2]


def test_every_rule_is_told_of() -> None:
    given = set()
    for file in Path(kg.extract.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding":
                last = node.args[-1]
                given |= {last.value} if isinstance(last, ast.Constant) and isinstance(last.value, str) else set()
    assert given
    assert not given - set(rules()), "say in kg/extract/data/rules.toml what these rules read"
