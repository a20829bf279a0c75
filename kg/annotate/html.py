"""A marked article as one page of HTML that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kg.annotate.marking import Annotation, MarkedThing, Passage, Saying, Sentence
from kg.vocabulary import Vocabulary

TAGS = {"title": "h1", "heading": "h2", "paragraph": "p", "item": "p", "caption": "p"}
STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.7 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.3; } h2 { font-size: 1.15rem; }
.item { padding-left: 1.2rem; } .caption { font-style: italic; }
.m { border-bottom: 3px solid var(--c); cursor: default; }
.m.nominal { border-bottom-style: dashed; } .m.pronoun { border-bottom-style: dotted; }
.m sub { font: .65rem system-ui, sans-serif; padding-left: 1px; }
.on { background: color-mix(in srgb, var(--c) 30%, transparent); }
ul { font: .85rem/1.5 system-ui, sans-serif; list-style: none; margin: .3rem 0 .9rem; padding-left: 1rem;
     border-left: 3px solid #8886; }
.why { opacity: .7; } .planned, .negated, .hypothetical { font-style: italic; }
table { font: .85rem/1.5 system-ui, sans-serif; border-collapse: collapse; }
td { padding: .15rem .8rem .15rem 0; vertical-align: top; }
td b { border-bottom: 3px solid var(--c); }
"""
SCRIPT = """
document.addEventListener("mouseover", event => {
  const over = event.target.closest("[data-n]");
  for (const each of document.querySelectorAll("[data-n]"))
    each.classList.toggle("on", over !== null && each.dataset.n === over.dataset.n);
});
"""


def html_page(annotation: Annotation, vocabulary: Vocabulary) -> str:
    """The page: the article with its mentions underlined by class and numbered, what each sentence states below it,
    and all things at the end."""
    return "\n".join(_lines(annotation, vocabulary)) + "\n"


def _lines(annotation: Annotation, vocabulary: Vocabulary) -> Iterator[str]:
    title = escape(annotation.title or annotation.article)
    colours = "\n".join(f".{c.name} {{ --c: {c.colour}; }}" for c in vocabulary.classes.values())
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{STYLE}{colours}\n</style>\n</head>\n<body>"
    for passage in annotation.passages:
        yield from _passage(passage, annotation)
    yield "<h2>Things</h2>\n<table>"
    for thing in annotation.things:
        others = " · ".join(escape(label) for label in thing.labels if label != thing.label)
        link = f'<a href="{escape(thing.entity)}">{escape(thing.label)}</a>' if thing.entity else escape(thing.label)
        yield (
            f'<tr class="{escape(thing.type)}" data-n="{thing.number}"><td>{thing.number}</td>'
            f"<td><b>{link}</b></td><td>{escape(thing.type)}</td><td>{others}</td></tr>"
        )
    yield f"</table>\n<script>{SCRIPT}</script>\n</body>\n</html>"


def _passage(passage: Passage, annotation: Annotation) -> Iterator[str]:
    tag = TAGS[passage.kind]
    for sentence in passage.sentences:
        yield f'<{tag} class="{passage.kind}">{_text(sentence, annotation)}</{tag}>'
        if sentence.sayings:
            yield "<ul>"
            yield from (f"<li>{_saying(saying)}</li>" for saying in sentence.sayings)
            yield "</ul>"


def _text(sentence: Sentence, annotation: Annotation) -> str:
    things = {thing.number: thing for thing in annotation.things}
    parts, at, start = [], 0, sentence.span.start
    for mark in sentence.marks:
        meant = [things[number] for number in mark.numbers]
        title = ", ".join(f"{thing.label} ({thing.type})" for thing in meant)
        shown = ", ".join(map(str, mark.numbers))
        parts.append(escape(sentence.text[at : mark.span.start - start]))
        parts.append(
            f'<span class="m {mark.form} {escape(meant[0].type)}" data-n="{mark.numbers[0]}"'
            f' title="{escape(title)}">{escape(mark.text)}<sub>{shown}</sub></span>'
        )
        at = mark.span.end - start
    return "".join([*parts, escape(sentence.text[at:])]).strip()


def _saying(saying: Saying) -> str:
    why = f"{saying.confidence:.2f}, {saying.frame}" if saying.frame else f"{saying.confidence:.2f}"
    told = "" if saying.modality == "asserted" else f"{saying.modality}, "
    identity = f' id="{escape(saying.id.rsplit("/", 1)[-1])}"' if saying.id else ""
    return (
        f'<span class="{saying.modality}"{identity}>{_end(saying.subject)} — <b>{escape(saying.relation)}</b> —'
        f' {_end(saying.object)}</span> <span class="why">({escape(told + why)})</span>'
    )


def _end(end: MarkedThing | str) -> str:
    if isinstance(end, str):
        return escape(end)
    return f'<span class="{escape(end.type)}" data-n="{end.number}">{escape(end.label)}<sub>{end.number}</sub></span>'
