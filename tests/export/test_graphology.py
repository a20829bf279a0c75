"""GEXF and GraphML in graphology, which Gephi Lite and sigma read with. Needs Node.js and npm's registry."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from kg.export import export, project
from kg.store import GraphView
from tests.export.conftest import HAN, LI, PSEB

HERE = Path(__file__).parent / "graphology"
FILES = ("package.json", "package-lock.json", "load.mjs")

pytestmark = pytest.mark.xdist_group("graphology")


@pytest.fixture(scope="module")
def installed() -> Path:
    """A folder with the locked packages, kept between runs; skips where they cannot be had."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        pytest.skip("Node.js and npm are not there: graphology was not tried")
    digest = sha256(b"".join((HERE / name).read_bytes() for name in FILES)).hexdigest()[:12]
    folder = Path(tempfile.gettempdir()) / f"kg-graphology-{digest}"
    if not (folder / "done").exists():
        folder.mkdir(exist_ok=True)
        for name in FILES:
            shutil.copy(HERE / name, folder)
        try:
            run = subprocess.run(
                [npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"],
                cwd=folder, capture_output=True, text=True, timeout=120, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            pytest.skip("npm ci did not end within two minutes: graphology was not tried")
        if run.returncode:
            pytest.skip(f"npm ci failed, graphology was not tried: {run.stderr.strip()[-300:]}")
        (folder / "done").touch()
    return folder


def load(installed: Path, path: Path) -> dict[str, Any]:
    run = subprocess.run(
        ["node", "load.mjs", str(path)], cwd=installed, capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 0, run.stderr
    loaded: dict[str, Any] = json.loads(run.stdout)
    return loaded


@pytest.mark.parametrize("ending", ["gexf", "graphml"])
def test_graphology_loads_it_with_strict_options(view: GraphView, installed: Path, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"graph.{ending}"
    export(view, path)
    graph, projection = load(installed, path), project(view)
    assert (graph["order"], graph["size"], graph["type"]) == (
        len(list(projection.nodes())),
        len(list(projection.edges())),
        "directed",
    )
    assert set(graph["edges"]) == {edge.id for edge in projection.edges()}
    person = graph["nodes"][view.names.entity(*LI)]
    assert (person["label"], person["class"], person["degree"], person["size"]) == ("Li Wei", "Person", 1, 7)
    assert len({(node["x"], node["y"]) for node in graph["nodes"].values()}) == graph["order"]
    assert person["color"] in ("rgb(213,94,0)", "#d55e00")
    assert graph["nodes"][view.names.entity(*HAN)]["label"] == HAN[1]
    assert graph["nodes"][view.names.entity(*PSEB)]["label"] == PSEB[1]
    (edge,) = [edge for edge in graph["edges"].values() if edge["kind"] == "signedMoUWith"]
    assert (edge["weight"], edge["label"], edge["symmetric"]) == (2, "signed MoU with", True)
    assert edge["first_published"] == "2024-05-01"


def test_graphology_loads_a_timeline(view: GraphView, installed: Path, tmp_path: Path) -> None:
    path = tmp_path / "graph.gexf"
    export(view, path, variant="dynamic")
    graph, projection = load(installed, path), project(view)
    assert set(graph["edges"]) == {edge.id for edge in projection.edges()}
    assert set(graph["nodes"]) == {node.id for node in projection.nodes()}


def test_the_lock_file_names_no_other_registry() -> None:
    lock = json.loads((HERE / "package-lock.json").read_text())
    for package in lock["packages"].values():
        assert package.get("resolved", "https://registry.npmjs.org/").startswith("https://registry.npmjs.org/")
