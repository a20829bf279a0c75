"""Where exports go: files written whole or not at all, streams, formats by name and ending, the same bytes always."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest

from kg.errors import KgError, UsageError
from kg.export import FORMATS, export, formats
from kg.export.material import Material
from kg.store import GraphView
from tests.export.conftest import sample_store

ROOT = Path(__file__).parents[2]
DIGESTS = """
from hashlib import sha256
from io import BytesIO
from kg.export import FORMATS, export
from kg.store import GraphView
from tests.export.conftest import sample_store
view = GraphView(sample_store())
for name in FORMATS:
    stream = BytesIO()
    export(view, stream, name)
    print(name, sha256(stream.getvalue()).hexdigest())
"""


@pytest.mark.parametrize("name", FORMATS)
def test_the_ending_tells_the_format(view: GraphView, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"graph{FORMATS[name].ending.upper()}"
    report = export(view, path)
    assert (report.format, report.destination) == (name, path)
    stream = BytesIO()
    assert export(view, stream, name).counts == report.counts
    assert path.read_bytes() == stream.getvalue()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("given", ["ttl", ".ttl", "turtle", "Turtle"])
def test_a_format_has_a_name_and_an_ending(view: GraphView, tmp_path: Path, given: str) -> None:
    assert export(view, str(tmp_path / "graph.txt"), given).format == "turtle"


def test_unknown_formats_are_answered_with_the_list(view: GraphView, tmp_path: Path) -> None:
    for destination, name in ((tmp_path / "graph.xyz", None), (tmp_path / "graph", None), (StringIO(), "xml")):
        with pytest.raises(UsageError) as caught:
            export(view, destination, name)
        assert "gexf (.gexf)" in str(caught.value.hint)
    with pytest.raises(UsageError, match="stream"):
        export(view, BytesIO())
    with pytest.raises(UsageError, match="not text"):
        export(view, StringIO(), "parquet")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_bytes_do_not_depend_on_the_hash_seed(view: GraphView, seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    run = subprocess.run(
        [sys.executable, "-c", DIGESTS], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )
    for line in run.stdout.splitlines():
        name, digest = line.split()
        stream = BytesIO()
        export(view, stream, name)
        assert sha256(stream.getvalue()).hexdigest() == digest, name
    assert len(run.stdout.splitlines()) == len(FORMATS)


def test_streams_get_utf8_whatever_their_encoding(view: GraphView) -> None:
    raw, binary = BytesIO(), BytesIO()
    text = TextIOWrapper(raw, encoding="latin-1")
    export(view, text, "csv")
    export(view, binary, "csv")
    assert raw.getvalue() == binary.getvalue()
    assert "پاکستان".encode() in raw.getvalue()


def broken(_: Material) -> Iterator[str]:
    yield "half a"
    raise OSError(28, "No space left on device")


def test_a_file_is_written_whole_or_stays_as_it_was(
    view: GraphView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "graph.csv"
    path.write_text("before")
    monkeypatch.setattr(formats, "FORMATS", {"csv": replace(FORMATS["csv"], write=broken)})
    with pytest.raises(KgError, match=r"graph\.csv cannot be written: No space left on device"):
        export(view, path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_places_that_cannot_be_written_are_named(view: GraphView, tmp_path: Path) -> None:
    with pytest.raises(KgError, match="there is no folder"):
        export(view, tmp_path / "no" / "graph.ttl")
    folder = tmp_path / "folder.ttl"
    folder.mkdir()
    with pytest.raises(KgError, match="is a folder"):
        export(view, folder)
    (tmp_path / "file").write_text("")
    with pytest.raises(KgError):
        export(view, tmp_path / "file" / "graph.ttl")
    with pytest.raises(KgError, match="cannot be written"):
        export(view, tmp_path / f"{'x' * 300}.ttl")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_named(view: GraphView, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(KgError, match="cannot be written"):
        export(view, tmp_path / "graph.ttl")


def test_links_modes_and_devices_are_respected(view: GraphView, tmp_path: Path) -> None:
    real, link = tmp_path / "real.ttl", tmp_path / "link.ttl"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    export(view, link)
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert real.read_text().startswith("@prefix")
    export(view, Path(os.devnull), "turtle")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("name", FORMATS)
def test_bytes_do_not_depend_on_the_order_of_reading(view: GraphView, name: str) -> None:
    one, other = BytesIO(), BytesIO()
    export(view, one, name)
    export(GraphView(sample_store(backwards=True)), other, name)
    assert one.getvalue() == other.getvalue()
