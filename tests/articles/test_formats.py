"""Articles in all formats, alone and in containers."""

from __future__ import annotations

import gzip
import io
import sys
from datetime import date
from pathlib import Path

import pytest

from kg.articles import (
    Broken,
    Document,
    InputOptions,
    documents,
    find_sources,
    parse_document,
    read_article,
)
from kg.errors import ArticleError
from kg.model import Article
from tests.articles.samples import PARAGRAPHS, STORY, TITLE, archive, lines, mail, packed, page, pdf, record, write

URL = "https://news.example/2024/tea"


def found(folder: Path, options: InputOptions | None = None) -> list[Document | Broken]:
    return [each for source in find_sources([folder]) for each in documents(source, options)]


def articles(folder: Path, options: InputOptions | None = None) -> dict[str, Article]:
    return {each.name: parse_document(each) for each in found(folder, options) if isinstance(each, Document)}


def broken(folder: Path) -> dict[str, str]:
    """What goes wrong, by name: on opening, or on reading."""
    reasons = {}
    for each in found(folder):
        if isinstance(each, Broken):
            reasons[each.name] = each.reason
            continue
        try:
            parse_document(each)
        except ArticleError as error:
            reasons[each.name] = error.message
    return reasons


def story(article: Article) -> list[str]:
    return [" ".join(block.span.of(article.text).split()) for block in article.blocks]


FORMATS = {
    "a.txt": STORY.encode(),
    "a.html": page(),
    "a.eml": mail(),
    "b.eml": mail(page().decode(), "html"),
    "a.html.gz": gzip.compress(page()),
    "wrong-ending.txt": page(),
    "wrong-ending.pdf": page(),
    "text.html": STORY.encode(),
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_the_same_story(name: str, tmp_path: Path) -> None:
    write(tmp_path, {name: FORMATS[name]})
    article = read_article(tmp_path / name, name)
    assert article.title == TITLE
    assert story(article) == [TITLE, *PARAGRAPHS]


def test_a_page_tells_its_metadata(tmp_path: Path) -> None:
    head = (
        '<meta property="og:site_name" content="Tea News"><meta name="author" content="Grace Phiri">'
        '<meta property="article:published_time" content="2024-05-14T09:00:00Z">'
        f'<link rel="canonical" href="{URL}">'
    )
    write(tmp_path, {"a.html": page(head=head)})
    article = read_article(tmp_path / "a.html", "a.html")
    assert (article.publisher, article.author, article.published) == ("Tea News", "Grace Phiri", date(2024, 5, 14))
    assert article.source == URL


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "utf-16"])
def test_pages_in_other_charsets(charset: str, tmp_path: Path) -> None:
    text = page(paragraphs=["The café of José Ñáñez in São Tomé was the place of the talks, they said.", *PARAGRAPHS])
    raw = text.decode().replace("utf-8", charset).encode(charset)
    write(tmp_path, {"a.html": raw})
    assert "José Ñáñez in São Tomé" in read_article(tmp_path / "a.html", "a").text


def test_a_mail_tells_subject_sender_and_day(tmp_path: Path) -> None:
    write(tmp_path, {"a.eml": mail()})
    article = read_article(tmp_path / "a.eml", "a.eml")
    assert (article.author, article.published) == ("Desk of Tea News", date(2024, 5, 14))


def test_a_pdf_loses_heads_and_feet_and_broken_words_are_mended(tmp_path: Path) -> None:
    pages = [
        [
            "TEA QUARTERLY 12",
            TITLE,
            "",
            "The ministers of Malawi and Nepal signed an accord on the pro-",
            "cessing of tea.",
            "1",
        ],
        [
            "TEA QUARTERLY 12",
            "Growers of both countries will share what they know of Sino-",
            "African trade.",
            "Page 2 of 3",
        ],
        ["TEA QUARTERLY 12", "A joint committee is to meet twice a year in one of the capitals.", "3"],
    ]
    write(tmp_path, {"a.pdf": pdf(pages)})
    text = read_article(tmp_path / "a.pdf", "a.pdf").text
    assert "processing of tea" in text
    assert "Sino-African trade" in text
    assert "QUARTERLY" not in text
    assert "Page 2" not in text
    assert text.split("\n")[0] == TITLE


def test_json_lines_with_usual_keys(tmp_path: Path) -> None:
    usual = {"body": STORY, "headline": "H", "date": "2024-05-14", "url": URL, "publisher": {"name": "Tea News"}}
    other = {"content": STORY, "id": 7, "author": ["A. Phiri", {"name": "B. Rai"}], "published_at": 1715680000}
    write(tmp_path, {"n.jsonl": lines(usual, other, {"text": STORY}), "m.ndjson.gz": gzip.compress(lines(usual))})
    read = articles(tmp_path)
    assert list(read) == [f"m.ndjson.gz/{URL}", f"n.jsonl/{URL}", "n.jsonl/7", "n.jsonl/3"]
    first, second = read[f"n.jsonl/{URL}"], read["n.jsonl/7"]
    assert (first.title, first.published, first.source, first.publisher) == ("H", date(2024, 5, 14), URL, "Tea News")
    assert first.text.startswith("H\n\nMinisters")
    assert not second.text.startswith(f"{TITLE}\n\n{TITLE}")
    assert (second.author, second.published, second.title) == ("A. Phiri, B. Rai", date(2024, 5, 14), TITLE)


def test_json_lines_with_keys_of_ones_own(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"n.jsonl": lines({"t": "H", "story": {"full": STORY}, "text": "no"}, {"story": {"full": page().decode()}})},
    )
    read = articles(tmp_path, InputOptions({"text": "story.full", "title": "t"}))
    assert [article.title for article in read.values()] == ["H", TITLE]
    assert all(PARAGRAPHS[2] in article.text for article in read.values())


def test_lines_that_are_no_articles_are_told_and_the_others_read(tmp_path: Path) -> None:
    deep = b"[" * 100_000 + b"\n"
    good = lines({"text": STORY})
    raw = (
        b"\xef\xbb\xbf"
        + good
        + b"{broken\n\n[1]\n"
        + lines({"id": "x", "headline": "H"})
        + deep
        + b'"'
        + b"a" * 5_000_000
        + b"\n"
        + good
    )
    write(tmp_path, {"n.jsonl": raw})
    assert list(articles(tmp_path)) == ["n.jsonl/1", "n.jsonl/8"]
    reasons = broken(tmp_path)
    assert list(reasons) == ["n.jsonl/line 2", "n.jsonl/line 4", "n.jsonl/x", "n.jsonl/line 6", "n.jsonl/line 7"]
    assert "looked for text, body, content" in reasons["n.jsonl/x"]
    assert "4 MB" in reasons["n.jsonl/line 7"]


def test_records_of_one_name_get_numbers_and_strange_names_become_readable(tmp_path: Path) -> None:
    ids = ["a", "a", "a#2", "/b/", "c\x07\u202ed", "x" * 1000]
    write(tmp_path, {"n.jsonl": lines(*({"id": i, "text": STORY} for i in ids))})
    names = [name.removeprefix("n.jsonl/") for name in articles(tmp_path)]
    assert names[:5] == ["a", "a#2", "a#2#2", "b", "c\\x07\\u202ed"]
    assert len(names) == len(set(names)) == 6
    assert len(names[5]) < 330


WARC = (
    record("warcinfo", "", b"software: x\r\n", "application/warc-fields"),
    record("request", URL, b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
    record("response", URL, page(), "text/html; charset=utf-8"),
    record("response", "https://news.example/x.png", b"\x89PNG", "image/png"),
    record("response", URL, page(head='<meta name="date" content="2023-02-01">'), "text/html"),
    record("conversion", "https://news.example/wet", STORY.encode(), "text/plain"),
)


@pytest.mark.parametrize("name", ["c.warc", "c.warc.gz", "c.wet.gz"])
def test_web_archives(name: str, tmp_path: Path) -> None:
    write(tmp_path, {name: packed(*WARC) if name.endswith("gz") else b"".join(WARC)})
    read = articles(tmp_path)
    assert list(read) == [f"{name}/{URL}", f"{name}/{URL}#2", f"{name}/https://news.example/wet"]
    assert [article.published for article in read.values()] == [date(2024, 5, 14), date(2023, 2, 1), date(2024, 5, 14)]
    assert [article.source for article in read.values()] == [URL, URL, "https://news.example/wet"]
    assert all(PARAGRAPHS[1] in article.text for article in read.values())


def test_a_web_archive_that_ends_in_its_middle_gives_what_came_before(tmp_path: Path) -> None:
    whole = packed(*WARC)
    write(tmp_path, {"c.warc.gz": whole[: -len(packed(WARC[-1])) // 2], "d.warc": b"The ministers met.\n" * 9})
    assert len(articles(tmp_path)) == 2
    (last, other) = (each for each in found(tmp_path) if isinstance(each, Broken))
    assert (last.name, last.hides) == ("c.warc.gz", "c.warc.gz")
    assert "broken" in last.reason
    assert "not a WARC file" in other.reason


def test_zip_archives_hold_all_the_others_but_none_of_their_own_kind(tmp_path: Path) -> None:
    inner = {
        "news/a.txt": STORY.encode(),
        "b.html": page(),
        "c.jsonl": lines({"text": STORY, "id": "one"}),
        "d.warc.gz": packed(*WARC[:3]),
        "e.pdf": b"%PDF-1.4 nothing",
        "../f.txt": STORY.encode(),
        "__MACOSX/b.html": b"x",
        "tool.py": b"x",
        "g.zip": archive({"a.txt": STORY.encode()}),
    }
    write(tmp_path, {"z.zip": archive(inner)})
    opened = {each.name: each for each in found(tmp_path)}
    assert [*opened] == [
        *("z.zip/news/a.txt", "z.zip/b.html", "z.zip/c.jsonl/one", f"z.zip/d.warc.gz/{URL}", "z.zip/e.pdf"),
        *("z.zip/f.txt", "z.zip/g.zip"),
    ]
    assert list(broken(tmp_path)) == ["z.zip/e.pdf", "z.zip/g.zip"]
    assert "archive within an archive" in broken(tmp_path)["z.zip/g.zip"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def given(raw: bytes, options: InputOptions | None = None) -> list[Document | Broken]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        return [each for source in find_sources([Path("-")]) for each in documents(source, options)]

    (text,) = given(STORY.encode())
    (same,) = given(STORY.encode())
    (html,) = given(page())
    assert text == same
    assert isinstance(html, Document)
    assert (html.media, html.name != text.name) == ("html", True)
    many = given(lines({"text": STORY}, {"text": STORY, "id": "x"}), InputOptions(standard_input="jsonl"))
    assert [each.name.count("/") for each in many] == [1, 1]
    assert many[1].name == "standard-input/x"


def test_patterns_that_the_shell_left_alone(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": STORY.encode(), "b.html": page(), "c.py": b"x", "d/e.txt": STORY.encode()})
    assert [source.name for source in find_sources([tmp_path / "*.*"])] == ["a.txt", "b.html"]
    assert [source.name for source in find_sources([tmp_path / "**" / "*.txt"])] == ["a.txt", "e.txt"]


def test_a_documents_hash_covers_all_that_is_told_of_it() -> None:
    plain = Document("a", b"x")
    others = [Document("a", b"x", "html"), Document("a", b"x", told=(("title", "T"),)), Document("a", b"y")]
    assert len({each.sha256 for each in (plain, *others)}) == 4
    assert Document("b", b"x", path=Path("p")).sha256 == plain.sha256


def test_only_what_holds_one_article_is_one(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"n.jsonl": lines({"text": STORY}, {"text": STORY}), "one.jsonl": lines({"text": STORY}), "no.jsonl": b""},
    )
    assert read_article(tmp_path / "one.jsonl", "x").title == TITLE
    with pytest.raises(ArticleError, match="several"):
        read_article(tmp_path / "n.jsonl", "x")
    with pytest.raises(ArticleError, match="no article"):
        read_article(tmp_path / "no.jsonl", "x")


@pytest.mark.parametrize(
    ("library", "name", "raw"),
    [("trafilatura", "a.html", page()), ("pypdf", "a.pdf", pdf([["x"]])), ("warcio", "a.warc", b"".join(WARC))],
)
def test_a_library_that_is_not_installed(
    library: str, name: str, raw: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the process apart reads what is first on its path
    blocked = tmp_path / "blocked"
    write(blocked, {f"{library}.py": b"raise ImportError('no')"})
    monkeypatch.setenv("PYTHONPATH", str(blocked))
    monkeypatch.setattr(
        "kg.articles.formats.apart._HELPER", __import__("kg.articles.formats.apart", fromlist=["Helper"]).Helper()
    )
    monkeypatch.setitem(sys.modules, library, None)
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    write(tmp_path, {name: raw})
    (reason,) = broken(tmp_path / name).values()
    assert f"needs {library}, which is not installed" in reason
