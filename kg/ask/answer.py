"""What comes of a question: the answers, each with the sentences that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from kg.ask.html import answer_html
from kg.ask.plan import Plan
from kg.model import Entity, Evidence
from kg.paths import Path

Status = Literal["answered", "not-in-graph", "not-understood"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence that an answer rests on, with its article's title and date."""

    evidence: Evidence
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    names: tuple[str, ...] = ()
    """The words of the sentence that name what the answer is about."""
    copy_of: str | None = None
    """The article whose report this one prints again."""

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """Where the words to be marked stand in the quotation: begin and end of each."""
        return mark(self.evidence.quote, self.names)

    def to_json(self) -> dict[str, object]:
        """As ``kg ask --format json`` prints it."""
        said = self.evidence
        found: dict[str, object] = {"article": said.article, "quote": said.quote, "start": said.start, "end": said.end}
        if self.title:
            found["title"] = self.title
        if self.published:
            found["published"] = self.published
        if self.publisher:
            found["publisher"] = self.publisher
        found["marks"] = [[said.start + begin, said.start + end] for begin, end in self.marks]
        return found


@dataclass(frozen=True, slots=True)
class Found:
    """One answer: a thing, and the sentences that say so.

    ``said`` are the facts that make it one, as sentences, where the question was for all that is told; ``measure``
    is the number or date by which it was ranked.
    """

    entity: Entity
    evidence: tuple[Citation, ...] = ()
    said: tuple[str, ...] = ()
    measure: str = ""

    @property
    def sources(self) -> int:
        """How many publishers say so independently of each other; an article without one counts for itself.

        An article that prints another one's report counts with it.
        """
        told = [(citation.publisher, citation.evidence.article, citation.copy_of) for citation in self.evidence]
        by_report = {article: publisher or article for publisher, article, copied in told if not copied}
        for publisher, article, copied in told:
            if copied:
                by_report.setdefault(copied, publisher or article)
        return len(set(by_report.values()))

    def to_json(self) -> dict[str, object]:
        """As ``kg ask --format json`` prints it."""
        found = {
            **entity_json(self.entity),
            "sources": self.sources,
            "evidence": [citation.to_json() for citation in self.evidence],
        }
        if self.said:
            found["said"] = list(self.said)
        if self.measure:
            found["measure"] = self.measure
        return found


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question.

    ``value`` is the number, date or truth asked for; ``answers`` are the things asked for, or what the value
    is about. ``alternatives`` are near names, or other things that a name may mean. ``paths`` are the ways
    between two things, where a connection was asked for.
    """

    question: str
    status: Status
    understood: str
    sparql: str | None = None
    answers: tuple[Found, ...] = ()
    value: int | str | bool | None = None
    alternatives: tuple[Entity, ...] = ()
    plan: Plan | None = field(default=None, compare=False)
    paths: tuple[Path, ...] | None = None
    sentence: str = ""
    """The answer in one sentence."""
    total: int = 0
    """How many answers there are, where ``answers`` was cut to a limit."""
    choices: tuple[tuple[str, tuple[Entity, ...]], ...] = ()
    """Names of the question that several things bear equally well, with those things."""

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        return answer_html(self)

    def to_json(self) -> dict[str, object]:
        """The object that ``kg ask --format json`` prints."""
        found: dict[str, object] = {
            "question": self.question,
            "status": self.status,
            "understood": self.understood,
            "sparql": self.sparql,
            "answers": [found.to_json() for found in self.answers],
            "value": self.value,
            "alternatives": [entity_json(entity) for entity in self.alternatives],
            "sentence": self.sentence,
            "total": self.total or len(self.answers),
        }
        if self.paths is not None:
            found["paths"] = [path.to_json() for path in self.paths]
        return found


def mark(quote: str, names: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Where the names stand in a sentence as whole words, the longest first, none within another."""
    found: list[tuple[int, int]] = []
    for name in sorted({n for n in names if len(n) > 1}, key=lambda n: (-len(n), n)):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", quote):
            if not any(match.start() < end and begin < match.end() for begin, end in found):
                found.append(match.span())
    return tuple(sorted(found))


def entity_json(entity: Entity) -> dict[str, object]:
    """An entity as answers and alternatives show it."""
    return {"id": entity.id, "label": entity.label, "labels": list(entity.labels), "type": entity.type}
