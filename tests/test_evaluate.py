"""The evaluation counts as ../shared/eval/score.py does."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.build import build
from kg.errors import UsageError
from kg.evaluate import Evaluation, Score, evaluate, evaluate_articles, normal, read_gold
from kg.export import export
from kg.extract import load_extractor
from kg.store import GraphView, memory_store
from kg.vocabulary import load_vocabulary
from tests.graphs import Said, graph_of

SHARED = Path(__file__).resolve().parents[2] / "shared" / "eval"
with_shared = pytest.mark.skipif(not (SHARED / "score.py").is_file(), reason="../shared is not here")
VOCABULARY = load_vocabulary()

ACME, BOLT, CARGO = (("Organization", name) for name in ("Acme Corp", "Bolt Ltd", "Cargo Inc"))
ANA, JOE = ("Person", "Ana Rojas"), ("Person", "Joe Phiri")
FORUM, LUSAKA = ("Event", "Lusaka Trade Forum"), ("Place", "Lusaka")
SAID = {
    "a.txt": [
        Said(BOLT, "signedMoUWith", ACME),
        Said(ANA, "spokeAt", FORUM),
        Said(ANA, "represents", ACME),
        Said(JOE, "represents", ACME),
        Said(FORUM, "heldOn", "2024-05"),
        Said(FORUM, "heldIn", LUSAKA, modality="planned"),
        Said(FORUM, "agreementCount", 25),
        Said(CARGO, "visited", LUSAKA),
        Said(JOE, "metWith", ANA),
    ],
    "b.txt": [Said(ACME, "visited", LUSAKA), Said(CARGO, "locatedIn", LUSAKA)],
}
GOLD = {
    "doc": "a.txt",
    "entities": {
        "acme": {"type": "Organization", "names": ["The Acme Corp", "Acme"]},
        "bolt": {"type": "Organization", "names": ["Bolt Ltd"]},
        "ana": {"type": "Person", "names": ["Dr. Ana Rojas"]},
        "joe": {"type": "Person", "names": ["Joe Phiri", "Phiri"]},
        "forum": {"type": "Event", "names": ["forum", "Lusaka Trade Forum"]},
        "lusaka": {"type": "Place", "names": ["Lusaka"]},
    },
    "facts": [
        ["acme", "signedMoUWith", "bolt"],
        ["acme", "cooperatesWith", "bolt"],
        ["ana", "attended", "forum"],
        ["ana", "represents", "acme"],
        ["forum", "heldOn", "2024-05-01"],
        ["forum", "heldIn", "lusaka"],
        ["forum", "agreementCount", "25"],
    ],
    "optional": [["ana", "spokeAt", "forum"], ["ana", "metWith", "joe"]],
    "wrong": [["joe", "represents", "acme"]],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return folder


def scored(view: GraphView, gold: Path, folder: Path) -> dict[str, Any]:
    """What score.py says of a view's statements."""
    statements, report = folder / "statements.jsonl", folder / "report.json"
    export(view, statements)
    words = [SHARED / "score.py", "--gold", gold, "--statements", statements, "--json", report]
    subprocess.run([sys.executable, *map(str, words)], check=True, capture_output=True)
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found


def counted(evaluation: Evaluation) -> dict[str, Any]:
    """An evaluation in the form of score.py's report."""
    score = evaluation.score
    return {
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
        "articles": [
            {
                "doc": a.article,
                "found": sum(a.found.values()),
                "gold": sum(a.gold.values()),
                "wrong": list(a.trapped),
                "spurious": list(a.spurious),
                "missed": list(a.missed),
                "split": dict(a.split),
                "by_relation": dict(a.found),
                "gold_by_relation": dict(a.gold),
            }
            for a in evaluation.articles
        ],
    }


def test_counting(gold: Path) -> None:
    view = GraphView(graph_of(SAID))
    found = evaluate(view.facts(), read_gold(gold, VOCABULARY), VOCABULARY)
    (article,) = found.articles
    assert article.missed == ("forum | heldIn | lusaka", "forum | heldOn | 2024-05-01")
    assert article.trapped == ("Joe Phiri | represents | Acme Corp",)
    assert article.spurious == ("Cargo Inc | visited | Lusaka",)
    assert found.score == Score(found=5, gold=7, false=2)
    assert found.by_relation["represents"] == Score(1, 1, 1)
    assert found.by_relation["visited"] == Score(0, 0, 1)
    assert (found.score.precision, found.score.recall, found.trapped) == (5 / 7, 5 / 7, 1)
    assert Score(0, 0, 0).f1 == Score(0, 0, 0).precision == 0


@with_shared
def test_made_up_gold_is_counted_as_by_score_py(gold: Path, tmp_path: Path) -> None:
    view = GraphView(graph_of(SAID))
    assert counted(evaluate(view.facts(), read_gold(gold, VOCABULARY), VOCABULARY)) == scored(view, gold, tmp_path)


@with_shared
def test_the_seeds_are_counted_as_by_score_py(tmp_path: Path) -> None:
    with memory_store() as store:
        build(store, [SHARED.parent / "seeds"], load_extractor())
        view = GraphView(store)
        found = evaluate(view.facts(), read_gold(SHARED / "gold", VOCABULARY), VOCABULARY)
        assert counted(found) == scored(view, SHARED / "gold", tmp_path)
        assert found.score.found > 50


@with_shared
def test_its_tables_are_those_of_the_vocabulary() -> None:
    score = _score_py()
    relations = VOCABULARY.relations.values()
    assert {r.name for r in relations if r.domain != ("Agreement",)} == score.SCORED
    assert {r.name for r in relations if r.symmetric} == score.SYMMETRIC
    assert {r.name for r in relations if r.datatype} & score.SCORED == score.LITERAL
    assert {r.name: list(r.implies) for r in relations if r.implies} == score.IMPLIES
    for name in ("The  Côte-d’Ivoire's H.E. Dr. A & B", "the Mr. Prof X", "l'Été"):
        assert normal(name) == score.normal(name)


def _score_py() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("gold", "message"),
    [
        ([], "there is no gold"),
        (["{"], "not a gold file"),
        (['{"doc": "a.txt"}'], "not a gold file: KeyError('entities')"),
        (['{"doc": "a.txt", "entities": {}, "facts": [["a", "bought", "b"]]}'], "no relation is called 'bought'"),
    ],
)
def test_faulty_gold_is_told(gold: Sequence[str], message: str, tmp_path: Path) -> None:
    for number, text in enumerate(gold):
        (tmp_path / f"{number}.json").write_text(text)
    with pytest.raises(UsageError) as caught:
        read_gold(tmp_path, VOCABULARY)
    assert message in caught.value.message


def test_gold_of_other_articles_is_told(gold: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Acme Corp visited Lusaka.")
    with pytest.raises(UsageError, match="no gold in"):
        evaluate_articles([tmp_path / "other.txt"], gold, load_extractor(), VOCABULARY)
