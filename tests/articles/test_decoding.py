"""Bytes to text: encodings, newlines, and what is refused."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from kg.articles import MAX_BYTES, MAX_CHARACTERS, parse_article, read_article
from kg.errors import ArticleError

STORY = "Rogério Müller, embaixador em São Paulo, signed the accord with François Lefèvre on Monday."


@pytest.mark.parametrize(
    "raw",
    [
        STORY.encode(),
        STORY.encode("utf-8-sig"),
        STORY.encode("utf-16"),
        b"\xfe\xff" + STORY.encode("utf-16-be"),
        STORY.encode("utf-16-le"),
        STORY.encode("utf-16-be"),
        STORY.encode("utf-32"),
        STORY.encode("latin-1"),
        STORY.encode("cp1252"),
    ],
)
def test_encodings_keep_the_accents(raw: bytes) -> None:
    article = parse_article(raw, "x.txt")
    assert [block.span.of(article.text) for block in article.blocks] == [STORY]
    assert article.sha256 == hashlib.sha256(raw).hexdigest()


def test_windows_quotes() -> None:
    text = "“We agree – at last”, the minister’s aide said on Monday."
    article = parse_article(text.encode("cp1252"), "x")
    assert article.text == text


def test_one_broken_byte_does_not_spoil_the_rest() -> None:
    article = parse_article(STORY.encode() + b" Caf\xe9.", "x")
    assert article.text.startswith(STORY)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_text_is_what_read_text_gives(tmp_path: Path, newline: str) -> None:
    path = tmp_path / "a.txt"
    parts = ["\ufeffNorland opens mission", "", f"{STORY}\x0c", "\u200bIt was the first\u2028of its kind.", ""]
    path.write_bytes(newline.join(parts).encode())
    article = read_article(path, "a.txt")
    assert article.text == path.read_text(encoding="utf-8")
    assert [block.kind for block in article.blocks] == ["title", "paragraph", "paragraph"]
    assert all("\ufeff" not in block.span.of(article.text) for block in article.blocks)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n \xc2\xa0", "blank"),
        ("\ufeff\n".encode(), "blank"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "PNG"),
        (b"%PDF-1.7 \n", "PDF"),
        (b"PK\x03\x04abc", "ZIP"),
        (b"The ministers met.\x00\x00\x00", "binary"),
        (bytes(range(1, 32)) * 9, "binary"),
        (b"\xff\xfe\x00\xd8", "UTF-16"),
        (b"word " * 1_000_000, "one line of 5,000,000 characters"),
        (b"The ministers met.\n" * 60_000, "lines"),
        (b"a" * 99_000, "no sentence"),
        (b"1,2,3\n4,5,6\n" * 50, "no sentence"),
        (b"Title only", "no sentence"),
        (b"---\ntitle: x\n---\n", "no sentence"),
        ((b"The ministers met again. " * 30 + b"\n") * 1500, "too long"),
    ],
)
def test_what_is_no_article_is_refused_in_one_line(raw: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason) as failure:
        parse_article(raw, "x.txt")
    assert "\n" not in failure.value.message
    assert failure.value.hint


def test_sizes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(ArticleError, match="too large"):
        read_article(path, "a.txt")
    assert MAX_CHARACTERS == 1_000_000


def test_things_that_are_no_readable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ArticleError, match="folder"):
        read_article(tmp_path, "x")
    with pytest.raises(ArticleError, match="does not exist"):
        read_article(tmp_path / "x.txt", "x.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ArticleError, match="regular"):
        read_article(tmp_path / "pipe.txt", "x.txt")
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ArticleError, match="permission"):
        read_article(path, "a.txt")
