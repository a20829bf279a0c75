"""What is worked out of the tables of places is kept, and made again where it cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.gazetteer.kept import kept

MADE = {"a": (1, 2), "b": [("Lima", None, 1.5)]}


class Maker:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> dict[str, object]:
        self.times += 1
        return dict(MADE)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "kg"


def test_it_is_made_once_for_the_same_sources(folder: Path) -> None:
    make = Maker()
    assert [kept(make, [b"one"]), kept(make, [b"one"])] == [MADE, MADE]
    assert make.times == 1
    assert kept(make, [b"another"]) == MADE
    assert make.times == 2
    assert len(list(folder.iterdir())) == 1  # what came from other sources is gone


@pytest.mark.parametrize("content", [b"", b"\x00", b"no such thing", b"\xdb\xff\xff"])
def test_a_broken_file_is_made_again(folder: Path, content: bytes) -> None:
    make = Maker()
    kept(make, [b"one"])
    next(folder.iterdir()).write_bytes(content)
    assert kept(make, [b"one"]) == MADE
    assert kept(make, [b"one"]) == MADE
    assert make.times == 2


def test_nothing_fails_where_nothing_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert kept(Maker(), [b"one"]) == MADE
