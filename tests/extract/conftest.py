"""The extractor, loaded once: all tests of this folder run in one worker, so that spaCy loads once, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.extract import load_extractor
from kg.extract.standard import StandardExtractor

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def extractor() -> StandardExtractor:
    """The extractor that comes with kg."""
    return load_extractor()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("extract"))
