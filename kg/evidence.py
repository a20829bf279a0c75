"""Holds what an extractor gives against the article and the vocabulary: only what stands there enters the graph."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.model import Article, Evidence, Extraction, Literal, Mention, Referent, Statement
from kg.vocabulary import Vocabulary

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """A statement or referent that an extractor gave and that does not hold, and why."""

    article: str
    what: str
    reason: str


def checked(extraction: Extraction, article: Article, vocabulary: Vocabulary) -> tuple[Extraction, tuple[Refusal, ...]]:
    """The extraction in a fixed order without what does not hold, and what was refused.

    Statements that say the same are one, with all their evidence and the highest confidence. Raises
    ValueError where the extraction is of another article, or holds what is no text.
    """
    if extraction.article != article.name:
        raise ValueError(f"it was given {article.name} and answered for {extraction.article}")
    _ = "".join((article.text, *(name for r in extraction.referents for name in (r.key, *r.labels)))).encode()
    refused: list[Refusal] = []
    referents: dict[str, Referent] = {}
    for referent in extraction.referents:
        reason = _fault_of_referent(referent, referents, vocabulary)
        if reason:
            refused.append(Refusal(article.name, referent.key, reason))
        else:
            referents[referent.key] = _within(referent, len(article.text))
    said: dict[tuple[str, ...], Statement] = {}
    for statement in extraction.statements:
        reason = _fault(statement, referents, article, vocabulary)
        if reason:
            refused.append(Refusal(article.name, _told(statement), reason))
            continue
        same = _identity(statement, vocabulary)
        said[same] = _merged(said[same], statement) if same in said else replace(statement, evidence=_sorted(statement))
    kept = Extraction(
        article.name,
        tuple(referents[key] for key in sorted(referents)),
        tuple(said[same] for same in sorted(said)),
    )
    return kept, tuple(sorted(refused))


def _fault_of_referent(referent: Referent, known: Mapping[str, Referent], vocabulary: Vocabulary) -> str:
    if referent.key in known:
        return "two referents have this key"
    if referent.type not in vocabulary.classes:
        return f"no class is called {referent.type}"
    if not referent.label.strip() or not all(label.strip() for label in referent.labels):
        return "a label is empty"
    return ""


def _within(referent: Referent, length: int) -> Referent:
    """The referent with those of its mentions that lie in the text."""
    mentions: list[Mention] = [m for m in referent.mentions if 0 <= m.span.start < m.span.end <= length]
    return referent if len(mentions) == len(referent.mentions) else replace(referent, mentions=tuple(mentions))


def _fault(statement: Statement, referents: Mapping[str, Referent], article: Article, vocabulary: Vocabulary) -> str:
    if statement.predicate not in vocabulary.relations:
        return f"no relation is called {statement.predicate}"
    if not 0 <= statement.confidence <= 1:
        return f"its confidence is {statement.confidence}"
    return _fault_of_ends(statement, referents, vocabulary) or _fault_of_evidence(statement, article)


def _fault_of_ends(statement: Statement, referents: Mapping[str, Referent], vocabulary: Vocabulary) -> str:
    subject, end = referents.get(statement.subject), statement.object
    if subject is None:
        return "its subject is not among the referents"
    if isinstance(end, Literal):
        wanted = vocabulary.relations[statement.predicate].datatype
        if not vocabulary.accepts(statement.predicate, subject.type) or end.datatype != wanted:
            return f"{statement.predicate} does not hold between {subject.type} and a {end.datatype}"
        return "" if _is_well_formed(end) else f"{end.value!r} is no {end.datatype}"
    other = referents.get(end)
    if other is None:
        return "its object is not among the referents"
    if end == statement.subject:
        return "its subject is its object"
    if not vocabulary.accepts(statement.predicate, subject.type, other.type):
        return f"{statement.predicate} does not hold between {subject.type} and {other.type}"
    return ""


def _is_well_formed(value: Literal) -> bool:
    if value.datatype == "date":
        return bool(_DATE.fullmatch(value.value))
    if value.datatype == "integer":
        return bool(re.fullmatch(r"0|[1-9]\d*", value.value))
    return bool(value.value.strip())


def _fault_of_evidence(statement: Statement, article: Article) -> str:
    if not statement.evidence:
        return "it has no evidence"
    for evidence in statement.evidence:
        if evidence.article != article.name:
            return f"its evidence is of {evidence.article}"
        if not 0 <= evidence.start < evidence.end or evidence.span.of(article.text) != evidence.quote:
            return f"its quote does not stand at {evidence.start}–{evidence.end}"
    return ""


def _identity(statement: Statement, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What two statements of an article have in common that say the same; ``names.statement`` follows it too."""
    end = statement.object
    other = f"{end.datatype}:{end.value}" if isinstance(end, Literal) else end
    symmetric = vocabulary.relations[statement.predicate].symmetric
    ends = sorted((statement.subject, other)) if symmetric else [statement.subject, other]
    return (statement.predicate, *ends, statement.modality)


def _merged(one: Statement, other: Statement) -> Statement:
    """One statement in place of two that say the same; the surer one gives frame and direction."""
    best = min(one, other, key=lambda s: (-s.confidence, s.frame, s.subject))
    return replace(best, evidence=tuple(sorted({*one.evidence, *other.evidence})))


def _sorted(statement: Statement) -> tuple[Evidence, ...]:
    return tuple(sorted(set(statement.evidence)))


def _told(statement: Statement) -> str:
    end = statement.object.value if isinstance(statement.object, Literal) else statement.object
    return f"{statement.subject} {statement.predicate} {end}"
