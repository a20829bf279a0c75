"""The words that ask for relations, made from the vocabulary: each phrase becomes a pattern of stems."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

from kg.ask.kinds import Kinds
from kg.ask.text import ARTICLES, BE, Word, stem
from kg.namekeys import CARDINALS, fold, word_set
from kg.vocabulary import Relation, Vocabulary

PREPOSITIONS = word_set(
    "in at on with by of to for from between during about into within near among as "
    "before after since until till outside"
)
SKIPPED = (
    ARTICLES
    | frozenset(CARDINALS)
    | word_set(
        "new jointly also officially recently formally together active ever actually really already number another "
        "multiple various first second third"
    )
)
SIGNING = tuple(map(stem, "inked concluded exchanged sealed struck reached penned finalised entered made have".split()))
"""Stems of verbs that people use in the place of "signed" before the name of an instrument."""
Form = Literal["verb", "state", "noun"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A phrase that asks for a relation.

    ``form``: a verb ("attended"), a state after "is" ("based in") or a noun ("speakers at"). ``inverse``
    patterns have the relation's object where a verb has its subject; a noun's argument is the object if it
    is inverse and else the subject.
    """

    relation: str
    form: Form
    inverse: bool
    core: tuple[str, ...]
    preposition: str
    said: str


class Lexicon:
    """All patterns of a vocabulary, and the words they are made of."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.kinds = Kinds(vocabulary)
        self.patterns = sorted(set(_patterns(vocabulary)), key=lambda p: (-len(p.core), p.core, p.relation, p.said))
        held = (p for p in self.patterns if p.form == "noun" and p.relation == "represents")
        self.offices = frozenset(p.core[0] for p in held if len(p.core) == 1)
        """The stems of the nouns for those who represent something: "minister", "director"."""
        self._starts: dict[str, list[Pattern]] = {}
        for pattern in self.patterns:
            if pattern.core:
                self._starts.setdefault(pattern.core[0], []).append(pattern)
        self._stems = sorted({s for p in self.patterns for s in p.core if len(s) >= 4} | self.kinds.words())

    def match(self, words: Sequence[Word], start: int, blocked: frozenset[int]) -> tuple[int, tuple[Pattern, ...]]:
        """The longest patterns that begin at ``start``, and where they end; ``blocked`` words belong to names."""
        best_end, best_core = start, 0
        found: list[Pattern] = []
        for pattern in self._starts.get(words[start].stem, ()):
            end = _match_core(pattern.core, words, start, blocked)
            if end is None or len(pattern.core) < best_core:
                continue
            if len(pattern.core) > best_core:
                best_end, best_core, found = end, len(pattern.core), []
            best_end = max(best_end, end)
            found.append(pattern)
        return best_end, tuple(found)

    def states(self, preposition: str) -> tuple[Pattern, ...]:
        """What a bare "is in", "was at" may ask for."""
        return tuple(p for p in self.patterns if p.form == "state" and not p.core and p.preposition == preposition)

    def nouns(self, word: str) -> tuple[Pattern, ...]:
        """What a noun may ask for that stands for one end of a relation: "organisers" (of), "speakers" (at)."""
        found = self._starts.get(stem(word), ())
        return tuple(p for p in found if p.form == "noun" and len(p.core) == 1 and p.preposition)

    def mend(self, word: str) -> str | None:
        """The stem that a misspelt word was meant to have, if it is near one that asks for something."""
        wanted = stem(word)
        if len(word) < 5 or wanted in self._stems:
            return None
        best = process.extractOne(wanted, self._stems, scorer=fuzz.ratio, score_cutoff=82)
        return best[0] if best and best[0][0] == wanted[0] else None


def _match_core(core: tuple[str, ...], words: Sequence[Word], start: int, blocked: frozenset[int]) -> int | None:
    """Where the core, begun at ``start``, ends; articles and the like may stand between its words."""
    at = start
    for number, wanted in enumerate(core):
        skipped = 0
        while number and at < len(words) and words[at].text in SKIPPED and words[at].stem != wanted and skipped < 3:
            at, skipped = at + 1, skipped + 1
        if at >= len(words) or at in blocked or words[at].stem != wanted:
            return None
        at += 1
    return at


def _patterns(vocabulary: Vocabulary) -> Iterator[Pattern]:
    for relation in vocabulary.relations.values():
        if relation.datatype == "integer":
            continue  # counts are asked for with "how many", which the reader knows
        inverse_label = () if relation.symmetric else (relation.inverse_label,)
        for phrase in relation.asks or (relation.label,):
            yield from _pattern(relation, phrase, inverse=False)
        for phrase in relation.asks_inverse or inverse_label:
            yield from _pattern(relation, phrase, inverse=True)


def _pattern(relation: Relation, phrase: str, inverse: bool) -> Iterator[Pattern]:
    words = [word for word in fold(re.sub(r"co-(?=\w)", "co", phrase)).split() if word not in ARTICLES]
    if not words or (words[-1] == "by" and inverse):
        return  # a passive, which every verb has
    state = words[0] in BE
    words = words[1:] if state else words
    preposition = words[-1] if words[-1] in PREPOSITIONS else ""
    core = tuple(stem(word) for word in (words[:-1] if preposition else words))
    if not core and not state:
        return
    for verb in SIGNING if core[:1] == ("sign",) and len(core) > 1 else ():
        yield Pattern(relation.name, "verb", inverse and not relation.symmetric, (verb, *core[1:]), preposition, phrase)
    noun = not state and (preposition == "of" or (inverse and bool(preposition)))
    form: Form = "state" if state else "noun" if noun else "verb"
    yield Pattern(relation.name, form, inverse and not relation.symmetric, core, preposition, phrase)
