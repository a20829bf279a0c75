"""Fixtures that several test modules share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from kg.store import GraphView, open_store
from tests.graphs import Said, graph_of

os.environ["KG_CACHE"] = "none"
"""No test may find, or leave, what a user keeps."""

settings.register_profile("kg", deadline=None)  # how long an example takes is the machine's affair
settings.load_profile("kg")

PSEB = ("Organization", "Pakistan Software Export Board")
CIIT = ("Organization", "COMSATS Institute of Information Technology")
HUAWEI = ("Organization", "Huawei")
FORUM = ("Event", "Pakistan-China Software and IT Forum")
BABAR = ("Person", "Babar Amin")
YI = ("Person", "Yi Xiang")
SHENZHEN = ("Place", "Shenzhen")
CHINA = ("Place", "China")
PAKISTAN = ("Place", "Pakistan")

ARTICLES = {
    "forum.txt": [
        Said(PSEB, "attended", FORUM),
        Said(CIIT, "attended", FORUM),
        Said(BABAR, "spokeAt", FORUM),
        Said(BABAR, "represents", PAKISTAN),
        Said(PSEB, "organized", FORUM),
        Said(CIIT, "organized", FORUM),
        Said(FORUM, "heldIn", SHENZHEN),
        Said(FORUM, "heldOn", "2014-12-15"),
        Said(FORUM, "agreementCount", 25),
        Said(SHENZHEN, "locatedIn", CHINA),
        Said(PSEB, "signedMoUWith", HUAWEI, sentence="PSEB | signed an “MoU” with Huawei [bold]."),
    ],
    "huawei.txt": [
        Said(YI, "represents", HUAWEI),
        Said(YI, "metWith", BABAR),
        Said(HUAWEI, "locatedIn", SHENZHEN),
        Said(PSEB, "signedMoUWith", HUAWEI),
        Said(HUAWEI, "cooperatesWith", PAKISTAN),
        Said(BABAR, "visited", SHENZHEN, modality="planned"),
    ],
}
"""A small story, in two articles."""

LABELS = {PSEB: ["PSEB"], CIIT: ["CIIT"], YI: ["Mr Yi"]}


@pytest.fixture(scope="session")
def saved_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store on disk that holds ARTICLES; for reading only."""
    folder = tmp_path_factory.mktemp("stores") / "kg.store"
    with open_store(folder, write=True) as store:
        graph_of(ARTICLES, labels=LABELS, store=store)
    return folder


@pytest.fixture
def saved_view(saved_store: Path) -> Iterator[GraphView]:
    """A view of ``saved_store``."""
    with open_store(saved_store) as store:
        yield GraphView(store)


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests must not depend on the settings of whoever runs them."""
    for name in ("STORE", "FORMAT", "COLOR", "QUIET", "BASE", "NAMESPACE", "DEBUG"):
        monkeypatch.delenv(f"KG_{name}", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
