"""The library's front door."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rdflib import Graph

import kg
from kg import KnowledgeGraph
from kg.errors import NotFoundError, StoreError, UsageError
from kg.model import Article, Evidence, Extraction, Literal, Referent, Statement


class OneFact:
    """An extractor that finds in every article that its first line names an event of 2024."""

    version = "one"

    def extract(self, article: Article) -> Extraction:
        line = article.text.splitlines()[0]
        referent = Referent("e", "Event", line, (line,), ())
        evidence = (Evidence(article.name, 0, len(line), line),)
        statement = Statement("e", "heldOn", Literal("2024", "date"), evidence)
        return Extraction(article.name, (referent,), (statement,))


def test_only_what_is_offered() -> None:
    assert kg.KnowledgeGraph is KnowledgeGraph
    with pytest.raises(AttributeError, match="no attribute 'KnowlegeGraph'"):
        kg.KnowlegeGraph  # noqa: B018


def test_build_then_ask_for_it(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/fair.txt").write_text("Spring Fair\n\nIt took place in 2024.\n")
    seen: list[str] = []
    with KnowledgeGraph(tmp_path / "kg.store") as graph:
        with pytest.raises(StoreError, match="there is no store"):
            graph.facts()
        report = graph.build(tmp_path / "articles", extractor=OneFact(), progress=lambda *told: seen.append(told[2]))
        assert report.read == ("fair.txt",) == tuple(seen)
        assert [fact.predicate for fact in graph.facts("Spring Fair")] == ["heldOn"]
        again = graph.build([tmp_path / "articles"], extractor=OneFact())
        assert again.unchanged == ("fair.txt",)
        assert len(graph.facts()) == 1


def test_query(saved_store: Path) -> None:
    with KnowledgeGraph(saved_store) as graph:
        found = graph.query("mou-partners", of="Huawei")
        assert isinstance(found, list)
        assert found[0]["partner"] == "Pakistan Software Export Board"
        assert graph.query("SELECT ?o { ?s kg:heldIn ?o } LIMIT $n", n=1) == [
            {"o": "https://kg.example/id/place/shenzhen"}
        ]
        assert graph.query("ASK {}") is True
        assert isinstance(graph.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"), Graph)
        with pytest.raises(UsageError, match="no query is called"):
            graph.query("mou-partnerz")


def test_path_search_facts(saved_store: Path) -> None:
    with KnowledgeGraph(saved_store) as graph:
        assert [node.label for node in graph.path("PSEB", "Yi Xiang")[0].nodes][1] == "Huawei"
        assert graph.search("hwawei")[0].entity == graph.entity("Huawei")
        assert {fact.predicate for fact in graph.facts("Yi Xiang")} == {"represents", "metWith"}
        with pytest.raises(NotFoundError):
            graph.path("PSEB", "Zzzzzz")


def test_networkx_and_export(saved_store: Path) -> None:
    graph = KnowledgeGraph(saved_store)
    assert graph.to_networkx().has_edge(
        "https://kg.example/id/person/yi-xiang", "https://kg.example/id/organization/huawei"
    )
    stream = io.StringIO()
    assert graph.export(stream, "jsonl").format == "jsonl"
    assert len(stream.getvalue().splitlines()) == len(graph.facts())
    part = io.StringIO()
    assert graph.export(part, "jsonl", filters=["confidence=0.5"], ego="Huawei").counts["statements"] > 0
    assert set(part.getvalue().splitlines()) < set(stream.getvalue().splitlines())
    graph.close()


def test_the_store_may_come_from_the_settings(saved_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE", str(saved_store))
    with KnowledgeGraph() as graph:
        assert repr(graph) == f"KnowledgeGraph({str(saved_store)!r})"
        assert graph.facts()
