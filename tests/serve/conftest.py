"""A real ``kg serve`` over a small graph, for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store import open_store
from tests.graphs import Said, graph_of
from tests.serve.running import serving

ANA, BEN = ("Person", "Ana Rojas"), ("Person", "Ben Otieno")
BANK, MINES = ("Organization", "Lake Bank"), ("Organization", "Ministry of Mines")
FORUM, LIMA = ("Event", "Andes Forum"), ("Place", "Lima")
ARTICLES = {
    "one.txt": [
        Said(ANA, "attended", FORUM),
        Said(ANA, "represents", BANK),
        Said(FORUM, "heldIn", LIMA),
        Said(FORUM, "heldOn", "2024-03-05"),
        Said(BANK, "signedMoUWith", MINES),
    ],
    "two.txt": [
        Said(BEN, "represents", MINES),
        Said(BEN, "attended", FORUM, modality="planned"),
        Said(BANK, "signedMoUWith", MINES),
    ],
}


@pytest.fixture(scope="session")
def store_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two articles."""
    folder = tmp_path_factory.mktemp("served") / "store"
    with open_store(folder, write=True) as store:
        graph_of(ARTICLES, described={LIMA: {"country": "PE", "latitude": -12.04, "longitude": -77.03}}, store=store)
    return folder


@pytest.fixture(scope="session")
def server(store_folder: Path) -> Iterator[str]:
    """The address of a server over that store; an answer may take a second, and have a megabyte."""
    with serving(store_folder, "--seconds", "1", "--result-mb", "1", "--memory-mb", "512") as address:
        yield address
