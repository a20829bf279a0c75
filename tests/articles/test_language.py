"""Articles in other languages are skipped by name; English ones are read, whatever names are in them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kg.articles import Document, find_sources, parse_document, read_article
from kg.articles.language import foreign_language
from kg.errors import ForeignError

ROOT = Path(__file__).resolve().parents[2]

SAMPLES = tomllib.loads((Path(__file__).parent / "languages.toml").read_text(encoding="utf-8"))
FOREIGN: dict[str, str] = SAMPLES["foreign"]
ENGLISH: dict[str, str] = SAMPLES["english"]


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_are_named(language: str) -> None:
    assert foreign_language(FOREIGN[language]) == language
    with pytest.raises(ForeignError, match=f"in {language}, and kg reads English"):
        parse_document(Document("a.txt", FOREIGN[language].encode()))


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english_is_read(text: str) -> None:
    assert foreign_language(text) is None


def test_of_a_few_words_the_language_is_not_judged() -> None:
    assert foreign_language("Die Feier fand 2024 in Zürich statt.") is None
    assert foreign_language("") is None


def test_no_article_of_ours_is_skipped() -> None:
    folders = [ROOT / "seeds", ROOT / "tests" / "golden" / "develop" / "articles"]
    sources = find_sources(folders)
    assert len(sources) > 15
    assert all(read_article(source.path, source.name).blocks for source in sources)
