"""The extractor, loaded once."""

from __future__ import annotations

import pytest

from kg.extract import load_extractor
from kg.model import Extractor


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The extractor that comes with kg."""
    return load_extractor()
