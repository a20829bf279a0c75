"""``kg annotate``: an article with its names, coreference and statements marked."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from kg.annotate import (
    Annotation,
    MarkedThing,
    Passage,
    Saying,
    Sentence,
    annotate,
    annotate_stored,
    annotation_json,
    html_page,
)
from kg.articles import STANDARD_INPUT, SourceFile, parse_document, read_article, read_document
from kg.cli.options import Word, option, using_store_with_frames
from kg.cli.output import Output, Page, write
from kg.cli.session import Session
from kg.errors import NotFoundError, StoreError
from kg.evidence import checked
from kg.extract import load_extractor
from kg.extract.frames.own import read_own_frames
from kg.model import Article
from kg.settings import FORMATS
from kg.vocabulary import Vocabulary

SHORT = 10
"""So much of a statement's number is shown: kg explain needs no more."""


@click.command("annotate")
@click.argument("article", metavar="ARTICLE|-")
@option(
    "--format",
    "-f",
    "format",
    type=Word((*FORMATS, "html")),
    help="How it is written (table: for people); html is a page that needs nothing else.",
)
@using_store_with_frames
def command(session: Session, article: str, format: str | None) -> None:
    """Show an article with its names, coreference and statements marked.

    ARTICLE is a file, - for standard input, or the name of an article in the store. Names have the colour of their
    class, and what refers to the same thing has the same number; what a sentence states stands below it. Of a file all
    names are shown, of an article in the store those that statements need, and the numbers that kg explain takes.
    """
    found, vocabulary = _annotation(session, article)
    chosen = format or session.settings.format
    if chosen == "html":
        sys.stdout.write(html_page(found, vocabulary))
        return
    columns = ("subject", "relation", "object", "modality", "confidence", "frame", "sentence", "id")
    output = Output(columns, list(_rows(found)), annotation_json(found), lambda page: _text(page, found, vocabulary))
    write(output, chosen, session.settings.color, sys.stdout)


def _annotation(session: Session, name: str) -> tuple[Annotation, Vocabulary]:
    path = Path(name)
    if name == "-":
        document = replace(read_document(SourceFile("standard-input", STANDARD_INPUT)), name="standard input")
        return _read(session, parse_document(document))
    if path.is_file():
        return _read(session, read_article(path, path.name))
    try:
        view = session.view()
    except StoreError as error:
        raise NotFoundError(f"there is no file {name}, and {error.message}", "name the file of an article") from error
    return annotate_stored(view, name), view.vocabulary


def _read(session: Session, article: Article) -> tuple[Annotation, Vocabulary]:
    own = read_own_frames(session.settings.frames)
    extraction = load_extractor(own.frames, own.vocabulary).extract(article, everything=True)
    kept, _ = checked(extraction, article, own.vocabulary)
    return annotate(article, kept, own.vocabulary), own.vocabulary


def _sentences(found: Annotation) -> Iterator[Sentence]:
    for passage in found.passages:
        yield from passage.sentences


def _rows(found: Annotation) -> Iterator[tuple[object, ...]]:
    for sentence in _sentences(found):
        for s in sentence.sayings:
            end = s.object if isinstance(s.object, str) else s.object.label
            yield s.subject.label, s.predicate, end, s.modality, s.confidence, s.frame, sentence.text.strip(), s.id


def _text(page: Page, found: Annotation, vocabulary: Vocabulary) -> None:
    colours = {name: known.colour or "" for name, known in vocabulary.classes.items()}
    things = {thing.number: thing for thing in found.things}
    for passage in found.passages:
        for sentence in passage.sentences:
            page.spans(list(_parts(passage, sentence, things, colours)), indent=2 if passage.kind == "item" else 0)
            for saying in sentence.sayings:
                page.spans(_told(saying, colours), indent=4)
        page.line()
    for thing in found.things:
        others = " · ".join(label for label in thing.labels if label != thing.label)
        page.spans(
            [
                (f"[{thing.number}] ", "dim"),
                (thing.label, colours.get(thing.type, "")),
                (f" ({thing.type}){f' {others}' if others else ''}", "dim"),
            ]
        )


def _parts(
    passage: Passage, sentence: Sentence, things: dict[int, MarkedThing], colours: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with its style."""
    plain = "bold" if passage.kind in ("title", "heading") else ""
    at, start = 0, sentence.span.start
    for mark in sentence.marks:
        colour = colours.get(things[mark.numbers[0]].type, "")
        yield sentence.text[at : mark.span.start - start], plain
        yield mark.text, f"{'bold ' if mark.form == 'name' else ''}{colour}".strip()
        yield f"[{', '.join(map(str, mark.numbers))}]", "dim"
        at = mark.span.end - start
    yield sentence.text[at:], plain


def _told(saying: Saying, colours: dict[str, str]) -> list[tuple[str, str]]:
    why = [saying.modality] if saying.modality != "asserted" else []
    why += [f"{saying.confidence:.2f}", saying.frame]
    if saying.id:
        why.append(saying.id.rsplit("/", 1)[-1][:SHORT])
    return [
        ("→ ", "dim"),
        *_end(saying.subject, colours),
        (f" — {saying.relation} — ", "bold"),
        *_end(saying.object, colours),
        (f"  ({', '.join(filter(None, why))})", "dim"),
    ]


def _end(end: MarkedThing | str, colours: dict[str, str]) -> list[tuple[str, str]]:
    if isinstance(end, str):
        return [(end, "")]
    return [(end.label, colours.get(end.type, "")), (f"[{end.number}]", "dim")]
