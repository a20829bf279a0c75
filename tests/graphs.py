"""Builds small graphs for tests, without any extractor: statements are written down as they are wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from kg.model import Entity, Evidence, Extraction, Literal, Mention, Modality, Referent, Source, Span, Statement
from kg.store import GraphStore, LedgerEntry, memory_store
from kg.store.dataset import ArticleRecord, Change, ReadRecord

End = tuple[str, str]
"""A thing: its class and its name, as in ("Person", "Li Wei")."""


@dataclass(frozen=True)
class Said:
    """One statement of a small article; its sentence is made from its ends unless given."""

    subject: End
    predicate: str
    object: End | str | int
    modality: Modality = "asserted"
    confidence: float = 0.9
    sentence: str | None = None

    def text(self) -> str:
        end = self.object[1] if isinstance(self.object, tuple) else self.object
        return self.sentence or f"{self.subject[1]} {self.predicate} {end}."


def graph_of(
    articles: Mapping[str, Sequence[Said]],
    *,
    labels: Mapping[End, Sequence[str]] | None = None,
    described: Mapping[End, Mapping[str, object]] | None = None,
    hints: Mapping[End, Mapping[str, str]] | None = None,
    published: str | Mapping[str, str] = "2024-05-01",
    store: GraphStore | None = None,
) -> GraphStore:
    """A store (in memory unless given) holding these statements; ``labels`` adds other names of things,
    ``described`` other fields of their ``Entity`` (country, latitude …), ``hints`` what their articles tell of them
    (post, office …); ``published`` is the day on which all the articles appeared, or each by its name."""
    store = store or memory_store()
    for name, said in articles.items():
        day = published if isinstance(published, str) else published[name]
        store.apply(_change(store, name, said, labels or {}, described or {}, hints or {}, day))
    return store


def _change(
    store: GraphStore,
    name: str,
    said: Sequence[Said],
    labels: Mapping[End, Sequence[str]],
    described: Mapping[End, Mapping[str, object]],
    hints: Mapping[End, Mapping[str, str]],
    published: str,
) -> Change:
    names = store.names
    things = sorted({end for s in said for end in (s.subject, s.object) if isinstance(end, tuple)})
    text, statements = "", []
    for s in said:
        start = len(text)
        text += s.text() + "\n"
        evidence = Evidence(name, start, start + len(s.text()), s.text())
        value = _key(s.object) if isinstance(s.object, tuple) else _literal(s.object)
        statements.append(Statement(_key(s.subject), s.predicate, value, (evidence,), s.modality, s.confidence, "test"))
    entities = {
        _key(end): Entity(
            names.entity(*end),
            *end,
            labels=(end[1], *labels.get(end, ())),
            **described.get(end, {}),  # type: ignore[arg-type]
        )
        for end in things
    }
    referents = tuple(
        Referent(
            _key(end),
            *end,
            labels=(end[1], *labels.get(end, ())),
            mentions=_mentions(text, end[1]),
            hints=dict(hints.get(end, {})),
        )
        for end in things
    )
    digest = sha256(text.encode()).hexdigest()
    source = Source(names.article(name), name, f"Title of {name}", "The Test Times", None, published, None, digest)
    return Change(
        write=[
            ArticleRecord(
                source, Extraction(name, referents, tuple(statements)), {k: e.id for k, e in entities.items()}
            )
        ],
        read=[ReadRecord(LedgerEntry(name, digest, "test", f"/articles/{name}"), text)],
        describe=list(entities.values()),
    )


def _key(end: End) -> str:
    return f"{end[0]}:{end[1]}"


def _literal(value: str | int) -> Literal:
    if isinstance(value, int):
        return Literal(str(value), "integer")
    try:
        date.fromisoformat(value if len(value) == 10 else f"{value}-01" if len(value) == 7 else f"{value}-01-01")
    except ValueError:
        return Literal(value, "string")
    return Literal(value, "date")


def _mentions(text: str, name: str) -> tuple[Mention, ...]:
    start = text.find(name)
    return (Mention(Span(start, start + len(name))),) if start >= 0 else ()
