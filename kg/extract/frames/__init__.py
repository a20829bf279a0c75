"""Frames: what words evoke a relation and which slots of the clause fill it. Read from TOML, applied to parses."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

from kg.extract.text.lexicon import load_lexicon

MOU = frozenset(("mou", "mous", "memorandum", "memoranda", "memorandums", "memo", "memos", "moa", "moas", "moc"))
AGREEMENT = frozenset(
    """
    agreement accord pact treaty contract protocol deal declaration convention letter loi lois arrangement charter
    communique communiqué covenant note compact instrument statement document roadmap paper moc plan programme
    """.split()
)
INSTRUMENT = AGREEMENT - {"plan", "programme", "statement", "paper", "note"}
"""Nouns that mean an agreement without a verb of signing, too."""
MEETING = frozenset(
    """
    meeting talk talks discussion audience appointment consultation consultations interaction deliberation deliberations
    tête-à-tête tete-a-tete bilateral sit-down huddle parley conversation chat negotiation negotiations encounter
    """.split()
)
"""Nouns of what those meet at who talk to each other."""
WORD_LISTS: Mapping[str, frozenset[str]] = {
    "@mou": MOU, "@agreement": AGREEMENT, "@meeting": MEETING,
    "@office": load_lexicon().title_heads,
}  # fmt: skip
FLAGS = (
    "focus",
    "settled",
    "presupposed",
    "purpose",
    "people",
    "named",
    "signed",
    "not_quiet",
    "bodies",
    "no_object",
    "perfect",
    "bodies_seen",
    "persons_met",
    "abroad",
    "named_both",
    "single",
    "confidence",
)
BUILT_IN = ("cooperation", "events", "presence", "movement", "bodies")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and the statements, as (subject, relation, object) names, that the frame finds in it."""

    text: str
    gives: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame; the data files say what the fields mean."""

    id: str
    relation: str
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    theme: frozenset[str] = frozenset()
    theme_slots: tuple[str, ...] = ("object",)
    complement: frozenset[str] = frozenset()
    subject_nouns: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    pair: tuple[tuple[str, ...], ...] = ()
    focus: bool = False
    settled: bool = False
    presupposed: bool = False
    purpose: bool = False
    people: bool = False
    named: bool = False
    signed: bool = False
    not_quiet: bool = False
    bodies: bool = False
    no_object: bool = False
    perfect: bool = False
    bodies_seen: bool = False
    persons_met: bool = False
    abroad: bool = False
    named_both: bool = False
    single: bool = False
    confidence: float = 0.8
    examples: tuple[Example, ...] = ()


class FrameSet:
    """Frames, found by the lemma that evokes them."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        self.frames = tuple(frames)
        self._verbs: dict[str, list[Frame]] = defaultdict(list)
        self._nouns: dict[str, list[Frame]] = defaultdict(list)
        self._needed = {frame.id: _needed(frame) for frame in self.frames}
        for frame in self.frames:
            for lemma in sorted(frame.verbs):
                self._verbs[lemma].append(frame)
            for lemma in sorted(frame.nouns):
                self._nouns[lemma].append(frame)

    def of_verb(self, lemma: str) -> list[Frame]:
        """The frames that a verb evokes."""
        return self._verbs.get(lemma, [])

    def needs(self, frames: Iterable[Frame]) -> frozenset[str]:
        """The slots of a noun's place that frames ask for and that take another walk of the parse."""
        return frozenset().union(*(self._needed[frame.id] for frame in frames))

    def of_noun(self, lemma: str) -> list[Frame]:
        """The frames that a noun evokes."""
        return self._nouns.get(lemma, [])


EXTRA = frozenset("means-of topic.between as-subject named to-for audience-at while-at subject.modifier".split())
"""Slots that are only looked for where a frame asks for them."""


def _needed(frame: Frame) -> frozenset[str]:
    asked = (*frame.starts, *frame.ends, *(name for slots in frame.pair for name in slots))
    return frozenset(asked) & EXTRA


@cache
def built_in_frames() -> tuple[Frame, ...]:
    """The frames that come with kg."""
    folder = files("kg.extract").joinpath("frames")
    found: list[Frame] = []
    for name in BUILT_IN:
        data = tomllib.loads(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
        found += (frame_of(entry) for entry in data["frame"])
    return tuple(found)


def fingerprint(frame: Frame) -> str:
    """All that a frame finds by, as a text that is the same in every process; its examples find nothing."""
    values = {f.name: getattr(frame, f.name) for f in fields(frame) if f.name != "examples"}
    return repr([(name, sorted(v) if isinstance(v, frozenset) else v) for name, v in values.items()])


def frame_of(entry: Mapping[str, Any]) -> Frame:
    """The frame that a [[frame]] table describes, which must be well formed: ``kg.extract.frames.own`` sees to it."""
    plain = {k: entry[k] for k in FLAGS if k in entry}
    words: dict[str, Any] = {
        k: _words(entry[k]) for k in ("verbs", "nouns", "theme", "complement", "subject_nouns", "unless") if k in entry
    }
    return Frame(
        id=entry["id"],
        relation=entry["relation"],
        **words,
        **plain,
        theme_slots=tuple(entry.get("theme_slots", ("object",))),
        starts=tuple(entry.get("from", ())),
        ends=tuple(entry.get("to", ())),
        pair=tuple(tuple(slots) for slots in entry.get("pair", ())),
        examples=tuple(
            Example(e["text"], tuple((s, p, o) for s, p, o in e["gives"])) for e in entry.get("examples", ())
        ),
    )


def _words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for entry in words for word in WORD_LISTS.get(entry, (entry,)))
