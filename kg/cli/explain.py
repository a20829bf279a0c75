"""``kg explain``: how a statement came about."""

from __future__ import annotations

from collections import Counter

import click

from kg.cli.evidence import Citations
from kg.cli.options import answering_with_frames
from kg.cli.output import Output, Page
from kg.cli.session import Session
from kg.explain import End, Explanation, explain, find_statement
from kg.extract.frames import built_in_frames
from kg.extract.frames.own import read_own_frames
from kg.model import Entity, Literal
from kg.profile import evidence_json
from kg.vocabulary import Vocabulary

FORMS = {"name": "name", "nominal": "description", "pronoun": "pronoun"}


@click.command("explain")
@click.argument("statement", metavar="STATEMENT")
@answering_with_frames
def command(session: Session, statement: str) -> None:
    """Explain how a statement came about.

    The frame that found it and the words that evoked it, what fills its roles in the sentence, how each end was
    resolved to a thing, and why it has its modality and confidence. STATEMENT is an IRI, its last part, or enough of
    that; kg annotate and kg export FILE.jsonl show them.
    """
    frames = [*built_in_frames(), *read_own_frames(session.settings.frames).frames]
    view = session.view()
    found = explain(view, find_statement(view, statement), frames)
    citations = Citations(view)
    document = _document(found)
    rows = [(key, value) for key, value in _rows(found)]
    session.emit(Output(("what", "value"), rows, document, lambda page: _text(page, found, view.vocabulary, citations)))


def _label(end: Entity | Literal) -> str:
    return end.label if isinstance(end, Entity) else end.value


def _rows(found: Explanation) -> list[tuple[str, object]]:
    fact = found.fact
    rows: list[tuple[str, object]] = [
        ("statement", fact.id),
        ("subject", fact.subject.label),
        ("relation", fact.predicate),
        ("object", _label(fact.object)),
        *(("sentence", e.quote) for e in fact.evidence),
        ("article", found.source.name),
        ("frame", found.rule),
        ("reads", found.reads),
        *(("word", word) for word in found.words),
    ]
    for name, end in (("subject", found.subject), ("object", found.object)):
        if isinstance(end, End):
            rows += [(f"{name} {FORMS[p.form]}", p.text) for p in end.pointers]
            rows.append((f"{name} entity", end.entity.id))
    return [
        *rows,
        ("modality", f"{fact.modality}: {found.modality}"),
        ("confidence", f"{fact.confidence:.2f}: {found.confidence}"),
    ]


def _document(found: Explanation) -> dict[str, object]:
    fact, frame = found.fact, found.frame
    return {
        "id": fact.id,
        "subject": _end_json(found.subject),
        "predicate": fact.predicate,
        "object": _end_json(found.object),
        "evidence": [evidence_json(e) for e in fact.evidence],
        "article": found.source.name,
        "frame": {
            "id": found.rule,
            "relation": frame.relation if frame else None,
            "verbs": sorted(frame.verbs) if frame else [],
            "nouns": sorted(frame.nouns) if frame else [],
            "theme": sorted(frame.theme) if frame else [],
            "reads": found.reads,
            "words": list(found.words),
        },
        "modality": {"value": fact.modality, "why": found.modality},
        "confidence": {"value": fact.confidence, "why": found.confidence},
    }


def _end_json(end: End | Literal) -> dict[str, object]:
    if isinstance(end, Literal):
        return {"value": end.value, "datatype": end.datatype}
    return {
        "id": end.entity.id,
        "label": end.entity.label,
        "labels": list(end.entity.labels),
        "type": end.entity.type,
        "links": list(end.entity.links),
        "articles": list(end.articles),
        "role": end.role,
        "called": end.referent.label,
        "mentions": [
            {"text": p.text, "form": p.form, "start": p.span.start, "end": p.span.end, "in sentence": p.in_evidence}
            for p in end.pointers
        ],
    }


def _text(page: Page, found: Explanation, vocabulary: Vocabulary, citations: Citations) -> None:
    fact, frame = found.fact, found.frame
    relation = vocabulary.relation(fact.predicate)
    page.line(f"{fact.subject.label} — {relation.label} — {_label(fact.object)}", "bold")
    page.line(fact.id, "dim")
    citations.show(page, [evidence_json(e) for e in fact.evidence])
    page.line()
    page.line(f"{'frame' if frame else 'rule'}: {found.rule or 'none'}", "bold")
    page.line(f"{relation.label}: {relation.definition}", indent=3)
    page.line(found.reads, indent=3)
    if frame:
        page.line(f"evoked by: {', '.join([*sorted(frame.verbs), *sorted(frame.nouns)])}", indent=3)
        if frame.theme:
            page.line(f"together with: {', '.join(sorted(frame.theme))}", indent=3)
        if found.words:
            page.line(f"here by: {', '.join(f'“{word}”' for word in found.words)}", indent=3)
    for name, end in (("subject", found.subject), ("object", found.object)):
        page.line()
        if isinstance(end, Literal):
            page.line(f"{name}: {end.value} ({end.datatype})", "bold")
        else:
            _end(page, name, end)
    page.line()
    page.line(f"{fact.modality}: {found.modality}")
    page.line(f"confidence {fact.confidence:.2f}: {found.confidence}")


def _end(page: Page, name: str, end: End) -> None:
    page.line(f"{name}: {end.entity.label} ({end.entity.type})", "bold")
    if end.role:
        page.line(f"fills: {end.role}", indent=3)
    for pointer in end.pointers:
        place = "here" if pointer.in_evidence else "last named before it as"
        page.line(f"{place}: “{pointer.text}” ({FORMS[pointer.form]})", indent=3)
    if not end.pointers:
        page.line("here: not by words of its own; it follows from the context", indent=3)
    counts = Counter(FORMS[m.form] for m in end.referent.mentions)
    told = ", ".join(f"{n} {form}{'s' if n > 1 else ''}" for form, n in sorted(counts.items(), key=lambda c: -c[1]))
    page.line(f"in the article: “{end.referent.label}”{f' ({told})' if told else ''}", indent=3)
    page.line(f"is: {end.entity.id}", indent=3)
    others = [label for label in end.entity.labels if label != end.entity.label]
    if others:
        page.line(f"also called: {' · '.join(others)}", indent=3)
    for link in end.entity.links:
        page.line(f"same as: {link}", indent=3)
    if len(end.articles) > 1:
        page.line(f"one thing in {len(end.articles)} articles: {', '.join(end.articles)}", indent=3)
