"""Which files are articles, and what they are called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.articles import find_sources, read_article
from kg.errors import ArticleError, UsageError


def names(*paths: Path) -> list[str]:
    return [source.name for source in find_sources(paths)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "news"
    (root / "asia").mkdir(parents=True)
    (root / ".git").mkdir()
    for name in ("b.txt", "a.md", "C.TXT", "notes.json", "tool.py", ".hidden.txt", "asia/x.markdown", ".git/y.txt"):
        (root / name).write_text("The two ministers met on Monday.")
    return root


def test_a_folder_gives_its_articles_by_name_in_order(folder: Path) -> None:
    assert names(folder) == ["C.TXT", "a.md", "asia/x.markdown", "b.txt"]
    assert names(folder) == names(Path(f"{folder}/"))


def test_a_file_is_called_by_its_own_name(folder: Path) -> None:
    assert names(folder / "asia" / "x.markdown", folder / ".hidden.txt") == ["x.markdown", ".hidden.txt"]


def test_what_does_not_exist_or_is_no_article_is_wrong_usage(folder: Path) -> None:
    with pytest.raises(UsageError, match="no such file") as missing:
        find_sources([folder / "nothing"])
    assert missing.value.hint
    with pytest.raises(UsageError, match="not an article") as ending:
        find_sources([folder / "notes.json"])
    assert ".txt" in str(ending.value.hint)


def test_two_files_of_one_name_are_refused_but_one_file_named_twice_is_not(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "b.txt").write_text("Something else was said on Monday.")
    with pytest.raises(UsageError, match=r"b\.txt"):
        find_sources([folder, other])
    assert names(folder, folder / "b.txt") == names(folder)


def test_dangling_links_and_link_loops(folder: Path) -> None:
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    (folder / "asia" / "up").symlink_to(folder)
    found = {source.name: source.path for source in find_sources([folder])}
    assert set(found) == {"C.TXT", "a.md", "asia/x.markdown", "b.txt", "gone.txt"}
    with pytest.raises(ArticleError, match="link"):
        read_article(found["gone.txt"], "gone.txt")
    assert names(folder / "gone.txt") == ["gone.txt"]


def test_an_unreadable_folder_fails_when_it_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.listdir

    def listdir(path: Path) -> list[str]:
        if Path(path).name == "asia":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr("kg.articles.files.os.listdir", listdir)
    found = {source.name: source.path for source in find_sources([folder])}
    assert "asia" in found
    with pytest.raises(ArticleError, match="permission"):
        read_article(found["asia"], "asia")


def test_names_that_are_no_text_become_text(tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9.txt"
    try:
        path.write_text("The two ministers met on Monday.")
    except (OSError, UnicodeError):
        pytest.skip("the file system takes no such name")
    assert names(tmp_path) == ["caf\ufffd.txt"]
