"""An answer as HTML, for notebooks."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.ask.answer import Answer, Citation

SHOWN = 3
"""So many sentences are shown of one answer."""


def answer_html(answer: Answer) -> str:
    """The answer in one sentence, what was understood, and each thing with its sentences, the words marked."""
    return "\n".join(_lines(answer))


def _lines(answer: Answer) -> Iterator[str]:
    yield f"<div><p><strong>{escape(answer.sentence or answer.status)}</strong></p>"
    if answer.understood:
        yield f"<p><em>{escape(answer.understood)}</em></p>"
    if answer.answers:
        yield "<ol>"
        for found in answer.answers:
            yield f"<li>{escape(found.entity.label)} ({escape(found.entity.type)})"
            for citation in found.evidence[:SHOWN]:
                yield f"<blockquote>“{_marked(citation)}” — {escape(_source(citation))}</blockquote>"
            yield "</li>"
        yield "</ol>"
    if answer.alternatives:
        labels = dict.fromkeys(entity.label for entity in answer.alternatives)
        yield f"<p>near: {escape(' · '.join(labels))}</p>"
    yield "</div>"


def _marked(citation: Citation) -> str:
    quote, at, parts = citation.evidence.quote, 0, []
    for begin, end in sorted(citation.marks):
        parts += [escape(quote[at:begin]), "<mark>", escape(quote[begin:end]), "</mark>"]
        at = end
    return "".join([*parts, escape(quote[at:])])


def _source(citation: Citation) -> str:
    return ", ".join(filter(None, (citation.evidence.article, citation.publisher, citation.published)))
