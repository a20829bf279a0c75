"""Loads the question sets and the graphs that they are asked of, and judges answers as ``score_ask.py`` does."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any

from kg.ask import answer
from kg.lookup import fold, nations
from kg.store import GraphView
from tests.graphs import Said, graph_of

HERE = Path(__file__).parent


def questions(name: str) -> list[dict[str, Any]]:
    """The question–answer pairs of one set; no answers means that silence is right."""
    loaded: list[dict[str, Any]] = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


@cache
def view_of(name: str) -> GraphView:
    """The graph of that name, in memory."""
    graph = json.loads((HERE / "graphs.json").read_text(encoding="utf-8"))[name]
    things = {label: (thing["type"], label) for label, thing in graph["things"].items()}
    articles: dict[str, list[Said]] = defaultdict(list)
    for fact in graph["facts"]:
        end = fact["object"]
        articles[fact["article"]].append(
            Said(
                things[fact["subject"]],
                fact["relation"],
                things.get(end, end),
                fact.get("modality", "asserted"),
                sentence=fact.get("sentence"),
            )
        )
    labels = {things[label]: thing["labels"] for label, thing in graph["things"].items()}
    described = {
        things[n]: {
            "country": thing["country"],
            "links": (f"urn:iso:std:iso:3166:{thing['country']}",) * _is_country(n),
        }
        for n, thing in graph["things"].items()
        if "country" in thing
    }
    published = graph.get("published", "2024-05-01")
    return GraphView(graph_of(articles, labels=labels, described=described, published=published))


def _is_country(name: str) -> bool:
    return any(fold(name) in country.names for country in nations().values())


def judge(item: dict[str, Any], reply: dict[str, Any]) -> str:
    """exact, partial, wrong or silent."""
    gold = [{fold(name) for name in names} for names in item["answers"]]
    value, answers = reply["value"], reply["answers"]
    if not gold:
        return "exact" if reply["status"] != "answered" else "wrong"
    if item["kind"] == "yes-no":
        if not isinstance(value, bool):
            return "silent"
        return "exact" if value == ("yes" in gold[0]) else "wrong"
    if value is not None:
        return "exact" if any(fold(str(value)) in names for names in gold) else "wrong"
    if not answers:
        return "silent"
    said = [{fold(name) for name in found["labels"]} for found in answers]
    right = sum(any(names & one for one in gold) for names in said)
    met = sum(any(names & one for names in said) for one in gold)
    if right == len(said) and met == len(gold):
        return "exact"
    return "partial" if met else "wrong"


def outcomes(name: str) -> tuple[Counter[str], dict[str, Counter[str]], list[str]]:
    """How often each outcome came about, by kind too, and a line for each answer that was not exact."""
    total: Counter[str] = Counter()
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    lines = []
    for item in questions(name):
        reply = answer(view_of(item["graph"]), item["q"]).to_json()
        outcome = judge(item, reply)
        total[outcome] += 1
        by_kind[item["kind"]][outcome] += 1
        if outcome != "exact":
            said = [found["label"] for found in reply["answers"]] if reply["answers"] else reply["value"]  # type: ignore[attr-defined]
            lines.append(f"{outcome}: {item['q']} → {said} ({reply['status']}: {reply['understood']})")
    return total, by_kind, lines
