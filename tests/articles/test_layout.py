"""Blocks: what is story, of which kind, and where it begins and ends."""

from __future__ import annotations

import textwrap
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles import parse_article
from kg.errors import ArticleError
from kg.model import Article

ONE = (
    "The two ministers signed a memorandum of understanding on trade after their talks on Monday in the capital, "
    "the foreign ministry of Norland said in a statement. It was the third of its kind."
)
TWO = (
    "Officials from Sudland, among them Ambassador Jane Roe and the head of the Trade Board, Max Moe, attended "
    "the ceremony, which was organised by the Chamber of Commerce of Norland and its partner."
)
TITLE = "Norland and Sudland sign pact"


def blocks(text: str) -> list[tuple[str, str]]:
    article = parse_article(text.encode(), "x.txt")
    return [(block.kind, " ".join(block.span.of(article.text).split())) for block in article.blocks]


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("indent", ["", "    "])
def test_wrapped_paragraphs_are_put_together(width: int, gap: str, indent: str) -> None:
    wrapped = [textwrap.fill(part, width, initial_indent=indent) for part in (ONE, TWO)]
    assert blocks(gap.join([TITLE, *wrapped])) == [("title", TITLE), ("paragraph", ONE), ("paragraph", TWO)]


def test_one_line_per_paragraph() -> None:
    assert blocks(f"{TITLE}\n{ONE}\n{TWO}\n") == [("title", TITLE), ("paragraph", ONE), ("paragraph", TWO)]
    short = ["The two met on Monday.", "They signed a pact on trade in the capital of Norland.", "Jane Roe attended."]
    assert blocks("\n".join([TITLE, *short])) == [("title", TITLE), *(("paragraph", line) for line in short)]


def test_lists_have_items_without_their_marks() -> None:
    listed = "University of Norland (UN):\n * one with Sudland\n- two\n• three\n(a) four\n2) five"
    text = f"{TITLE}\n\n{ONE}\n\n{listed}\n\n{TWO}"
    items = [("item", word) for word in ("one with Sudland", "two", "three", "four", "five")]
    heading = ("heading", "University of Norland (UN):")
    assert blocks(text) == [("title", TITLE), ("paragraph", ONE), heading, *items, ("paragraph", TWO)]


def test_lists_without_marks_are_known_by_colon_and_semicolons() -> None:
    lines = [
        "A pact between Norland and Sudland;",
        "A note on fish between the two banks;",
        "A letter on boats and nets.",
    ]
    text = "\n\n".join([TITLE, ONE, "In the hall they signed these papers:", *lines, TWO])
    lead = ("paragraph", "In the hall they signed these papers:")
    items = [("item", line) for line in lines]
    assert [b for b in blocks(text) if b[1] != lead[1]] == [
        ("title", TITLE), ("paragraph", ONE), *items, ("paragraph", TWO),
    ]  # fmt: skip
    bare = [line.rstrip(";.") for line in lines]
    found = blocks("\n\n".join([TITLE, ONE, "In the hall they signed these papers:", *bare, TWO]))
    assert [b for b in found if b[0] == "item"] == [("item", line) for line in bare]


def test_wrapped_items_and_numbered_headings() -> None:
    item = textwrap.fill(TWO, 66, subsequent_indent="  ")
    body = textwrap.fill(ONE, 66)
    text = f"{TITLE}\n\n{body}\n\n* {item}\n* A short one\n\n1. Academic forum\n\n{body}"
    assert blocks(text)[2:5] == [("item", TWO), ("item", "A short one"), ("heading", "Academic forum")]


def test_captions_lose_brackets_and_credits_and_bare_credits_are_nothing() -> None:
    caption = "Seated: Jane Roe, rector of the University of Norland; standing: Max Moe, envoy of Sudland"
    text = f"{TITLE}\n\n({caption} – Photo: UN Journal.)\n\n{ONE}\n\n(Photo: taken from the internet)\n\n{TWO}"
    assert blocks(text) == [("title", TITLE), ("caption", caption), ("paragraph", ONE), ("paragraph", TWO)]


@pytest.mark.parametrize(
    "line",
    [
        "BACK TO OVERVIEW",
        "Share this",
        "Read more: Sudland opens a mission in Eastland",
        "Photo: CA Press Wing",
        "[Xinhua photo]",
        "Credit: Norland Times",
        "© 2021 Norland Times. All rights reserved.",
        "Email: press@norland.example | Tel: +44 20 1234 5678",
        "For media enquiries, write to press@norland.example",
        "(Reporting by Chen L; Editing by Chris C)",
        "Tags: trade, pact",
        "***",
        "![a picture](x.png)",
        "https://norland.example/a/b",
        "ENDS",
        "— Bernama",
        "(Xinhua)",
    ],
)
def test_furniture_is_left_out_in_the_middle_and_at_the_end(line: str) -> None:
    body = [("title", TITLE), ("paragraph", ONE), ("paragraph", TWO)]
    assert blocks(f"{TITLE}\n\n{ONE}\n\n{line}\n\n{TWO}") == body
    assert blocks(f"{TITLE}\n\n{ONE}\n\n{TWO}\n\n{line}\n") == body


def test_links_to_other_articles_are_left_out() -> None:
    tail = "Related news\n\nEastland mourns its king\n\nMost popular\n\nWestland wins the cup again in extra time\n"
    assert blocks(f"{TITLE}\n\n{ONE}\n\n{tail}") == [("title", TITLE), ("paragraph", ONE)]


def test_a_last_sentence_without_its_stop_is_kept() -> None:
    assert blocks(f"{ONE}\n\nThe ambassador of Sudland attended the ceremony")[-1][1].endswith("attended the ceremony")
    assert blocks(f"{ONE} - Bernama") == [("paragraph", ONE)]


def test_markdown() -> None:
    text = f"# {TITLE}\n\n**By Jane Roe** | 3 May 2021\n\n## Talks\n\n> {ONE}\n\n---\n\n**{TWO}**\n"
    assert blocks(text) == [("title", TITLE), ("heading", "Talks"), ("paragraph", ONE), ("paragraph", TWO)]


def test_a_repeated_title_stands_once() -> None:
    assert blocks(f"{TITLE}\n\n{TITLE}\n\n{ONE}") == [("title", TITLE), ("paragraph", ONE)]
    assert blocks(f"---\ntitle: {TITLE}\n---\n# {TITLE}\n\n{ONE}") == [("title", TITLE), ("paragraph", ONE)]


def test_a_story_that_is_one_line() -> None:
    assert blocks(ONE) == [("paragraph", ONE)]
    assert blocks("Norland met Sudland in Rome") == [("paragraph", "Norland met Sudland in Rome")]


# --- any bytes --------------------------------------------------------------------------------------


def sound(article: Article) -> None:
    """Blocks lie in the text, in order, apart, and trimmed."""
    end = 0
    for block in article.blocks:
        words = block.span.of(article.text)
        assert end <= block.span.start < block.span.end <= len(article.text)
        assert words == words.strip()
        assert not words.startswith("\ufeff")
        end = block.span.end


PIECES = st.sampled_from(
    [
        "\n", "\n\n", " - ", " — ", ": ", "(", ")", "[", "]", "(Reuters)", "NAIROBI", "May 5, 2021", "By ", "Jane Roe",
        "Source: ", "*", "**", "# ", "> ", "- ", "1. ", "(a) ", "The ministers met in Rome.", "signed", "©", "http://a.b/c",
        "\x0c", "\u2028", "\ufeff", "\u200b", "![", "---\n", "title: ", "date 2022-02-03 ", "::", "|", "Photo: x", "é",
        "P.E.I.", " ", "\t", "\xa0",
    ]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=60).map("".join), st.sampled_from(["utf-8", "utf-16", "latin-1"]))
def test_any_text_gives_sound_blocks_or_an_article_error(text: str, encoding: str) -> None:
    with suppress(ArticleError):
        sound(parse_article(text.encode(encoding, "replace"), "x"))


@settings(max_examples=300)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_give_an_article_or_an_article_error(raw: bytes) -> None:
    with suppress(ArticleError):
        sound(parse_article(raw, "x"))


@pytest.mark.parametrize(
    "text",
    [
        "A " * 49_000, "ABC, " * 19_000, "(" * 99_000, "x" + " " * 90_000 + "x.", "\n " * 400_000 + ONE,
        "* a\n" * 19_000 + ONE,
        "A\n" * 19_000 + ONE, "a." * 49_000, "*_" * 49_000, "[(" * 49_000, "A - " * 24_000, "May 5, " * 13_000,
        "1" * 99_000,
        "By A\n" * 19_000 + ONE, "a@" * 45_000, "a:" * 49_000, 'The "' * 19_000, "---\n" + "k: v\n" * 19_000,
    ],
)  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    begin = time.perf_counter()
    with suppress(ArticleError):
        sound(parse_article(text.encode(), "x"))
    assert time.perf_counter() - begin < 5
