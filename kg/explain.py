"""Why the graph holds a statement: the frame, who fills it, how each end was resolved, modality and confidence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg.errors import NotFoundError, UsageError
from kg.extract.frames import Frame
from kg.model import Entity, Fact, Literal, MentionForm, Referent, Source, Span, Statement
from kg.store import GraphView

IRREGULAR = {
    "met": "meet", "held": "hold", "took": "take", "taken": "take", "bought": "buy", "spoke": "speak",
    "spoken": "speak", "told": "tell", "said": "say", "led": "lead", "began": "begin", "paid": "pay", "sat": "sit",
    "went": "go", "came": "come", "gave": "give", "given": "give", "built": "build", "flew": "fly", "sent": "send",
    "is": "be", "was": "be", "were": "be", "are": "be", "been": "be", "had": "have", "has": "have", "put": "put",
    "memoranda": "memorandum", "struck": "strike", "ran": "run", "saw": "see", "sold": "sell", "became": "become",
}  # fmt: skip
SLOTS = {
    "subject": "who does it, or whose it is",
    "object": "what it is done to",
    "shared-object": "what the verb before it is done to",
    "holder": "who makes, gives, receives it",
    "clause-subject": "who does what the clause around it tells",
    "subject-of-verb": "who does what the verb above tells",
    "subject-of-be": "who is said to be it",
    "apposed": "the name that it stands beside",
    "modifier": "what stands right before it",
    "and": "whoever stands beside it, joined by “and”",
}
"""In plain words, what fills the slots of kg.extract.syntax.clauses; the other slots are prepositions."""
NEGATIONS = ("not", "no", "never", "nor", "without", "denied", "deny", "n't", "neither")


@dataclass(frozen=True, slots=True)
class Pointer:
    """A mention of a statement's end: its characters, how it refers, and whether it stands in the evidence."""

    text: str
    form: MentionForm
    span: Span
    in_evidence: bool


@dataclass(frozen=True, slots=True)
class End:
    """One end of a statement: what the article refers to, and which thing of the graph that is.

    ``role`` says what of the frame it fills, as far as its sentence shows. ``pointers`` are the mentions in the
    evidence, or the last one before it where there is none. ``articles`` refer to the same entity.
    """

    role: str
    referent: Referent
    entity: Entity
    pointers: tuple[Pointer, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A statement and how it came about.

    ``rule`` is the id of its frame, or of a rule that is none; ``reads`` says what that goes by, and ``words``
    which of its words stand in the evidence.
    """

    fact: Fact
    source: Source
    rule: str
    frame: Frame | None
    reads: str
    words: tuple[str, ...]
    subject: End
    object: End | Literal
    modality: str
    confidence: str


def find_statement(view: GraphView, name: str) -> Fact:
    """The statement of an IRI, or of the last part of one or its beginning; NotFoundError, or UsageError where several
    begin so."""
    tail = name.rstrip("/").rsplit("/", 1)[-1].casefold()
    if not re.fullmatch(r"[0-9a-f]{4,20}", tail):
        raise UsageError(f"{name!r} is no statement", "statements are numbered: kg annotate ARTICLE shows the numbers")
    begin = f"{view.names.base}statement/{tail}"
    rows = view.store.rows(
        f"SELECT DISTINCT ?s WHERE {{ GRAPH ?g {{ ?s a <{view.names.term('Statement')}> }}"
        f' FILTER(STRSTARTS(STR(?s), "{begin}")) }} ORDER BY ?s LIMIT 3'
    )
    found = [str(row[0]) for row in rows]
    if not found:
        raise NotFoundError(f"the graph has no statement {name}", "kg annotate ARTICLE shows an article's statements")
    if len(found) > 1:
        near = ", ".join(iri.rsplit("/", 1)[-1] for iri in found)
        raise UsageError(f"several statements begin with {tail}", f"give more of it: {near} …")
    return view.facts_of(found)[0]


def explain(view: GraphView, fact: Fact, frames: Iterable[Frame]) -> Explanation:
    """How a statement of the graph came about; ``frames`` are those that its article was read with.

    NotFoundError where the article that says it is no longer in the graph.
    """
    source = view.source(fact.evidence[0].article)
    if source is None:
        raise NotFoundError(f"the article {fact.evidence[0].article} is not in the graph", "kg build reads it")
    record = view.record(source)
    symmetric = view.vocabulary.relation(fact.predicate).symmetric
    said = next(
        s for s in record.extraction.statements if view.names.statement(source.name, s, symmetric=symmetric) == fact.id
    )
    things = {referent.key: referent for referent in record.extraction.referents}
    frame = next((frame for frame in frames if frame.id == fact.frame), None)
    text = view.text(source.name) or ""
    start = _end(view, fact, fact.subject, things[said.subject], _role(frame, fact, "subject"), text)
    end: End | Literal = (
        _end(view, fact, fact.object, things[str(said.object)], _role(frame, fact, "object"), text)
        if isinstance(fact.object, Entity)
        else fact.object
    )
    return Explanation(
        fact=fact,
        source=source,
        rule=fact.frame,
        frame=frame,
        reads=_reads(frame, fact),
        words=tuple(_standing([*frame.verbs, *frame.nouns, *frame.theme], _quotes(fact))) if frame else (),
        subject=start,
        object=end,
        modality=_modality(fact, frame),
        confidence=_confidence(said, frame),
    )


@cache
def rules() -> Mapping[str, str]:
    """What the rules of extraction read that are no frames, by their ids."""
    text = files("kg.extract").joinpath("data/rules.toml").read_text(encoding="utf-8")
    found: dict[str, str] = tomllib.loads(text)
    return found


def _reads(frame: Frame | None, fact: Fact) -> str:
    if frame is None:
        own = "A frame of your own: give its file with --frames to see its words."
        return rules().get(fact.frame, own if fact.frame else "The extractor named no rule.")
    if frame.pair:
        within = "those joined in " if len(frame.pair) == 1 else ""
        said = f"Relates {within}{', with '.join(map(slots_told, frame.pair))}."
    else:
        said = f"From {slots_told(frame.starts)}; to {slots_told(frame.ends)}."
    if frame.relation != fact.predicate:
        said += f" The frame finds {frame.relation}; {fact.predicate} comes with it."
    return said


def slots_told(slots: Sequence[str]) -> str:
    """Slots of a frame in plain words: who does it, or what stands behind “with”."""
    named = [f"the {slot} ({SLOTS[slot]})" for slot in slots if slot in SLOTS]
    inner = [slot.partition(".") for slot in slots if "." in slot]
    named += [f"what stands behind the {noun} and “{_words(word)}”" for noun, _, word in inner]
    prepositions = [f"“{_words(slot)}”" for slot in slots if slot not in SLOTS and "." not in slot]
    if prepositions:
        named.append(f"what stands behind {', '.join(prepositions)}")
    return ", or ".join(named)


def _words(slot: str) -> str:
    return slot.replace("-", " ")


def _role(frame: Frame | None, fact: Fact, end: str) -> tuple[str, ...]:
    """The slots that may hold an end; none where the frame says nothing of it."""
    if frame is None or frame.relation != fact.predicate:
        return ()
    if frame.pair:
        return tuple(slot for slots in frame.pair for slot in slots)
    return frame.starts if end == "subject" else frame.ends


def _filled(slots: Sequence[str], pointers: Sequence[Pointer], fact: Fact) -> str:
    """The slots that an end can fill in its sentences: prepositions only where they stand before it."""
    before = " ".join(
        e.quote[: p.span.start - e.start] for p in pointers for e in fact.evidence if p.span in e.span
    ).casefold()
    return slots_told([s for s in slots if s in SLOTS or re.search(rf"\b{_words(s.rpartition('.')[2])}\b", before)])


def _end(view: GraphView, fact: Fact, entity: Entity, referent: Referent, slots: Sequence[str], text: str) -> End:
    spans = [evidence.span for evidence in fact.evidence]
    inside = [m for m in referent.mentions if any(m.span in span for span in spans)]
    before = [m for m in referent.mentions if m.span.end <= spans[0].start][-1:]
    shown = [Pointer(m.span.of(text), m.form, m.span, bool(inside)) for m in inside or before]
    rows = view.store.rows(
        f"SELECT DISTINCT ?name WHERE {{ GRAPH ?a {{ ?a <{view.names.term('fileName')}> ?name ."
        f" ?r <{view.names.term('refersTo')}> <{entity.id}> }} }}"
    )
    role = _filled(slots, shown, fact) if inside else ""
    return End(role, referent, entity, tuple(shown), tuple(sorted(str(row[0]) for row in rows)))


def _modality(fact: Fact, frame: Frame | None) -> str:
    if fact.modality == "asserted":
        settled = frame is not None and frame.settled
        return "it holds for what is planned, too" if settled else "nothing makes it planned, denied or supposed"
    # The lists of words come with the code that reads parses, and so with spaCy.
    from kg.extract.syntax.modality import FUTURE, PLANNING, POSSIBLE  # noqa: PLC0415

    cues = {"negated": NEGATIONS, "planned": (*FUTURE, *PLANNING, "to"), "hypothetical": (*POSSIBLE, "if", "whether")}
    near = {"planned": (*POSSIBLE, *cues["planned"])}.get(fact.modality, cues[fact.modality])
    found = list(_standing(near, _quotes(fact)))
    heard = f": {', '.join(f'“{word}”' for word in found)}" if found else ""
    return f"the words around it tell it so{heard}"


def _confidence(said: Statement, frame: Frame | None) -> str:
    if frame is None:
        return "what the rule gives for a match such as this"
    if abs(said.confidence - frame.confidence) < 0.005:
        return "the frame's own"
    less = said.confidence < frame.confidence
    reason = f" for being {said.modality}" if said.modality != "asserted" else " for what had to be inferred"
    return f"the frame's own is {frame.confidence:.2f}; {'less' if less else 'more'}{reason if less else ''}"


def _quotes(fact: Fact) -> str:
    return " ".join(evidence.quote for evidence in fact.evidence)


def _standing(lemmas: Sequence[str] | Iterable[str], text: str) -> Iterable[str]:
    """The words of the text that are forms of some lemmas, each once, in order."""
    wanted = set(lemmas)
    found = (w for w in re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", text) if wanted & set(_lemmas(w.casefold())))
    return dict.fromkeys(found)


def _lemmas(word: str) -> Iterable[str]:
    """What a form may be a form of, roughly."""
    yield word
    if word in IRREGULAR:
        yield IRREGULAR[word]
    for ending in ("s", "es", "d", "ed", "ing"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield stem
            yield f"{stem}e"
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
    if word.endswith(("ies", "ied")):
        yield f"{word[:-3]}y"
