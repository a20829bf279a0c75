"""Marked articles, as values and as HTML."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from kg.annotate import annotate, annotate_stored, html_page
from kg.errors import NotFoundError
from kg.model import Article, Block, Evidence, Extraction, Literal, Mention, Referent, Span, Statement
from kg.store import GraphView
from kg.vocabulary import load_vocabulary
from tests.graphs import Said, graph_of

VOCABULARY = load_vocabulary()
TEXT = "A <deal>\n\nAcme Corp met Bolt Ltd. It was late. The Lusaka firm visited Acme Corp on Monday."


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def mention(words: str, form: str = "name", after: int = 0) -> Mention:
    return Mention(span(words, after), form)  # type: ignore[arg-type]


def said(subject: str, relation: str, end: str | Literal, words: str, modality: str = "asserted") -> Statement:
    place = span(words)
    evidence = (Evidence("a.txt", place.start, place.end, words),)
    return Statement(subject, relation, end, evidence, modality, 0.9, "meet")  # type: ignore[arg-type]


FIRM, AGAIN = mention("The Lusaka firm", "nominal"), mention("Acme Corp", after=30)
ARTICLE = Article(
    "a.txt", TEXT, "", (Block(Span(0, 8), "title"), Block(Span(10, len(TEXT)), "paragraph")), title="A <deal>"
)
EXTRACTION = Extraction(
    "a.txt",
    (
        Referent("b", "Organization", "Bolt Ltd", ("Bolt Ltd",), (mention("Bolt Ltd"), FIRM)),
        Referent("a", "Organization", "Acme Corp", ("Acme Corp",), (mention("Acme Corp"), AGAIN)),
        Referent("l", "Place", "Lusaka", ("Lusaka",), (mention("Lusaka"),)),
        Referent("n", "Organization", "Nowhere & Co", ("Nowhere & Co", "N"), ()),
    ),
    (
        said("a", "metWith", "b", "Acme Corp met Bolt Ltd."),
        said("b", "visited", "a", "The Lusaka firm visited Acme Corp on Monday.", "planned"),
    ),
)  # fmt: skip


def test_things_are_numbered_as_they_come() -> None:
    found = annotate(ARTICLE, EXTRACTION, VOCABULARY)
    numbered = [(thing.number, thing.label) for thing in found.things]
    assert numbered == [(1, "Acme Corp"), (2, "Bolt Ltd"), (3, "Lusaka"), (4, "Nowhere & Co")]


def test_sentences_hold_their_marks_and_statements() -> None:
    title, body = annotate(ARTICLE, EXTRACTION, VOCABULARY).passages
    assert (title.kind, [s.text for s in title.sentences]) == ("title", ["A <deal>"])
    assert "".join(s.text for s in body.sentences) == ARTICLE.blocks[1].span.of(TEXT)
    first, between, last = body.sentences
    assert [(m.text, m.numbers, m.form) for m in first.marks] == [
        ("Acme Corp", (1,), "name"),
        ("Bolt Ltd", (2,), "name"),
    ]
    assert [(s.predicate, s.relation, s.modality) for s in first.sayings] == [("metWith", "met with", "asserted")]
    assert (between.text.strip(), between.sayings) == ("It was late.", ())
    assert [(m.text, m.numbers) for m in last.marks] == [("Lusaka", (3,)), ("Acme Corp", (1,))], "names come first"
    assert last.sayings[0].modality == "planned"
    for sentence in body.sentences:
        assert sentence.span.of(TEXT) == sentence.text
        assert all(m.span.of(TEXT) == m.text for m in sentence.marks)


def test_an_article_of_a_store_has_numbers_of_statements() -> None:
    ends = ("Organization", "Acme Corp"), ("Organization", "Bolt Ltd")
    view = GraphView(graph_of({"news/a.txt": [Said(ends[0], "metWith", ends[1])], "news/b.txt": []}))
    for name in ("news/a.txt", "a.txt"):
        found = annotate_stored(view, name)
        (saying,) = [s for p in found.passages for sentence in p.sentences for s in sentence.sayings]
        assert saying.id == view.facts()[0].id
        assert saying.subject.entity == view.names.entity(*ends[0])
    with pytest.raises(NotFoundError) as caught:
        annotate_stored(view, "news/c.txt")
    assert "did you mean" in str(caught.value.hint)


class Tags(HTMLParser):
    """Holds every tag open until it is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta",):
            self.open.append(tag)
        self.outside += [value for name, value in attrs if name in ("src", "href") and value]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_is_well_formed_and_needs_nothing_else() -> None:
    page = html_page(annotate(ARTICLE, EXTRACTION, VOCABULARY), VOCABULARY)
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert tags.outside == []
    assert '<h1 class="title">A &lt;deal&gt;</h1>' in page
    assert "Nowhere &amp; Co" in page
    assert 'class="m name Organization" data-n="1"' in page
    assert "planned, 0.90, meet" in page
    assert all(known.colour is None or known.colour in page for known in VOCABULARY.classes.values())
