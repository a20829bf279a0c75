"""What a notebook shows of the graph, and that the notebook of the documentation works."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pandas
import pytest
from nbclient import NotebookClient

from kg import KnowledgeGraph
from kg.store import open_store
from tests.graphs import Said, graph_of

NOTEBOOK = Path(__file__).parents[1] / "docs" / "notebook.ipynb"
ANA, FORUM = ("Person", "Ana <b> Rojas"), ("Event", "Andes Forum")


@pytest.fixture
def graph(tmp_path: Path) -> KnowledgeGraph:
    with open_store(tmp_path / "store", write=True) as store:
        said = [Said(ANA, "attended", FORUM), Said(FORUM, "heldOn", "2024-03-05", modality="planned")]
        graph_of({"one.txt": said}, store=store)
    return KnowledgeGraph(tmp_path / "store")


def test_an_answer_shows_its_sentences_and_no_markup_of_theirs(graph: KnowledgeGraph) -> None:
    shown = graph.ask("who attended the Andes Forum")._repr_html_()
    assert "<mark>Andes Forum</mark>" in shown
    assert "Ana &lt;b&gt; Rojas" in shown
    assert "<b>" not in shown
    assert "one.txt, The Test Times, 2024-05-01" in shown


def test_a_graph_shows_how_much_it_holds(graph: KnowledgeGraph) -> None:
    assert "<th>statements</th><td>2</td>" in graph._repr_html_()


def test_the_table_has_a_row_for_each_sentence(graph: KnowledgeGraph) -> None:
    rows = graph.to_pandas().sort_values("relation").to_dict("records")
    assert [(r["relation"], r["object"], r["modality"]) for r in rows] == [
        ("attended", "Andes Forum", "asserted"),
        ("heldOn", "2024-03-05", "planned"),
    ]
    assert rows[0]["object_class"] == "Event"
    assert pandas.isna(rows[1]["object_class"])
    assert {(r["article"], r["published"]) for r in rows} == {("one.txt", "2024-05-01")}


def test_the_notebook_of_the_documentation_runs() -> None:
    notebook = nbformat.reads(NOTEBOOK.read_text(encoding="utf-8"), as_version=4)  # type: ignore[no-untyped-call]
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(NOTEBOOK.parent)}}).execute()
    shown = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert any("Shenzhen" in str(output.get("data", {}).get("text/html", "")) for output in shown)
