"""What is kept between builds: right for the content and the extractor, and never in the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.articles import parse_article
from kg.build import build
from kg.extract import load_extractor
from kg.extract.frames import Frame
from kg.model import Article, Extraction, Extractor
from kg.store import memory_store
from kg.workers import CachedExtractor
from tests.test_build import ARTICLES, TinyExtractor, dump, write

BOUGHT = "Kwanza Bank bought Zenith Insurance.\n"
MET = "Ana Rojas met Joe Phiri in Lima.\n"


def test_what_was_found_is_not_searched_for_again_whatever_the_store(tmp_path: Path) -> None:
    articles, cache = write(tmp_path / "articles", ARTICLES), tmp_path / "cache"
    first, second = memory_store(), memory_store()
    build(first, [articles], CachedExtractor(TinyExtractor(), cache))
    inner = TinyExtractor()
    build(second, [articles], CachedExtractor(inner, cache))
    assert inner.seen == []
    assert dump(second) == dump(first)


def test_another_version_or_another_content_is_read(tmp_path: Path) -> None:
    articles, cache = write(tmp_path / "articles", ARTICLES), tmp_path / "cache"
    build(memory_store(), [articles], CachedExtractor(TinyExtractor("1"), cache))
    (articles / "a.txt").write_text(ARTICLES["a.txt"] + "\nMore.\n", encoding="utf-8")
    same, other = TinyExtractor("1"), TinyExtractor("2")
    build(memory_store(), [articles], CachedExtractor(same, cache))
    build(memory_store(), [articles], CachedExtractor(other, cache))
    assert (same.seen, other.seen) == (["a.txt"], ["a.txt", "b.txt", "c.txt"])


def test_one_content_under_another_name_has_its_own_evidence(tmp_path: Path) -> None:
    extractor = CachedExtractor(TinyExtractor(), tmp_path)
    for name in ("a.txt", "b.txt"):
        found = extractor.extract(parse_article(ARTICLES["a.txt"].encode(), name))
        assert {found.article, *(e.article for s in found.statements for e in s.evidence)} == {name}


def test_failures_are_not_kept(tmp_path: Path) -> None:
    broken, mended = TinyExtractor(), TinyExtractor()
    article = parse_article(b"CRASH is the word of the day.\n", "a.txt")
    with pytest.raises(KeyError):
        CachedExtractor(broken, tmp_path).extract(article)
    with pytest.raises(KeyError):
        CachedExtractor(mended, tmp_path).extract(article)
    assert mended.seen == ["a.txt"]


@pytest.mark.parametrize("spoil", ["noise", "file", "folder"])
def test_a_cache_that_cannot_be_used_is_not_in_the_way(tmp_path: Path, spoil: str) -> None:
    cache = tmp_path / "cache"
    if spoil == "file":
        cache.write_text("no folder")
    else:
        cache.mkdir()
        database = cache / "extractions.sqlite"
        database.write_bytes(b"noise" * 1000) if spoil == "noise" else database.mkdir()
    article = parse_article(ARTICLES["a.txt"].encode(), "a.txt")
    for _ in range(2):
        assert len(CachedExtractor(TinyExtractor(), cache).extract(article).statements) == 1


class Counting:
    """Counts what an extractor is asked."""

    def __init__(self, inner: Extractor) -> None:
        self.version, self.seen = inner.version, list[str]()
        self.extract_inner, self.version_for = inner.extract, inner.version_for  # type: ignore[attr-defined]

    def extract(self, article: Article) -> Extraction:
        self.seen.append(article.name)
        return self.extract_inner(article)


def test_a_changed_frame_of_ones_own_is_searched_for_only_where_its_words_stand(tmp_path: Path) -> None:
    articles = write(tmp_path / "articles", {"bought.txt": BOUGHT, "met.txt": MET})
    seen = []
    for confidence in (0.9, 0.5, None):
        own = Frame("buy", "cooperatesWith", frozenset(("buy",)), starts=("subject",), ends=("object",))
        frames = () if confidence is None else (replace(own, confidence=confidence),)
        extractor = Counting(load_extractor(frames))
        store = memory_store()
        build(store, [articles], CachedExtractor(extractor, tmp_path / "cache"))
        fresh = memory_store()
        build(fresh, [articles], load_extractor(frames))
        assert dump(store) == dump(fresh)
        seen.append(extractor.seen)
    assert seen == [["bought.txt", "met.txt"], ["bought.txt"], ["bought.txt"]]
