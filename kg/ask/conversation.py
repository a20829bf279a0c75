"""Questions that lean on the one before: "and in 2023?", "who represented them?", "what about Huawei?"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.ask.answer import Answer
from kg.ask.asking import Asker
from kg.ask.folding import TIMELY
from kg.ask.items import Ask, Named, Some, Verb
from kg.ask.lexicon import PREPOSITIONS
from kg.ask.operators import take_operators
from kg.ask.text import Word, split_words
from kg.ask.times import time_at
from kg.model import Entity
from kg.namekeys import fold, word_set
from kg.store import GraphView

SEVERAL = word_set("they them those these")
PERSON = word_set("he she him her")
THING = word_set("it this that")
LEADS = (
    ("and", "what", "about"),
    ("what", "about"),
    ("how", "about"),
    ("and",),
    ("or",),
    ("but",),
    ("also",),
    ("then",),
)


class Conversation:
    """Asks one question after the other; remembers the last that was answered."""

    def __init__(self, view: GraphView) -> None:
        self.asker = Asker(view)
        self._question = ""
        self._answer: Answer | None = None
        self._chosen: dict[str, Sequence[Entity]] = {}

    def ask(self, question: str, limit: int | None = None) -> Answer:
        """Answer a question, or what it becomes when it leans on the one before.

        The answer's ``question`` is the whole question that was answered.
        """
        words = split_words(question)
        whole = self._whole(words) if self._question and len(words) <= 40 else None
        known = {**self._chosen, **self._pronouns()}
        found = self.asker.ask(whole or question, limit, known=known)
        if found.status != "not-understood":
            self._question = found.question
        if found.status == "answered":
            self._answer = found
        return found

    def choose(self, said: str, entity: Entity) -> None:
        """From now on these words mean this thing."""
        self._chosen[said] = (entity,)

    def _pronouns(self) -> Mapping[str, Sequence[Entity]]:
        """What "them", "she" and "it" mean: the last answers, the person among them, and what was asked about."""
        if self._answer is None:
            return {}
        entities = [found.entity for found in self._answer.answers if found.entity.type != "Article"]
        named = [e for things in self._answer.plan.things() for e in things.entities] if self._answer.plan else []
        sole = entities if len(entities) == 1 else []
        found: dict[str, Sequence[Entity]] = dict.fromkeys(SEVERAL, entities) if entities else {}
        persons = [e for e in (*sole, *named) if e.type == "Person"][:1]
        others = [e for e in (*named, *sole) if e.type != "Person"][:1]
        return (
            found
            | (dict.fromkeys(PERSON, persons) if persons else {})
            | (dict.fromkeys(THING, others) if others else {})
        )

    def _whole(self, words: list[Word]) -> str | None:
        """The question before with what this one changes in it; None where this one stands alone."""
        rest = _without_lead(words)
        led = len(rest) < len(words)
        if not rest:
            return None
        cut = self.asker.cut(take_operators(rest, self.asker.lexicon.kinds, self.asker.finder.exact).words)
        if any(isinstance(item, Verb | Ask) for item in cut.items):
            return None
        before = split_words(self._question)
        timed = _time_span(rest)
        if timed == (0, len(rest)):
            return _text(_replaced(before, _time_span(before), rest))
        names = [item for item in cut.items if isinstance(item, Named) and item.known]
        if led and len(names) == 1 and not any(isinstance(item, Some) for item in cut.items):
            return self._with_name(before, names[0], rest)
        return None

    def _with_name(self, before: list[Word], named: Named, rest: list[Word]) -> str | None:
        """The question before with this name in the place of the last one of its class."""
        kind = named.matches[0].entity.type
        cut = self.asker.cut(before)
        same = [
            item for item in cut.items if isinstance(item, Named) and item.known and item.matches[0].entity.type == kind
        ]
        if not same:
            return None
        old = fold(same[-1].said).split()
        texts = [word.text for word in before]
        for at in range(len(texts)):
            for end in range(at + 1, len(texts) + 1):
                if " ".join(texts[at:end]).split() == old:
                    kept = rest[1:] if rest[0].text in PREPOSITIONS else rest
                    return _text([*before[:at], *kept, *before[end:]])
        return None


def _without_lead(words: list[Word]) -> list[Word]:
    texts = tuple(word.text for word in words)
    lead = next((lead for lead in LEADS if texts[: len(lead)] == lead), ())
    return words[len(lead) :]


def _time_span(words: Sequence[Word]) -> tuple[int, int] | None:
    """Where a time stands in the words, with its preposition."""
    for at in range(len(words)):
        before = words[at - 1].text if at else ""
        found = time_at(words, at, len(words), before or "in")
        if found:
            led = at and (before in PREPOSITIONS or before in TIMELY)
            return (at - 1 if led else at), found[0]
    return None


def _replaced(words: list[Word], span: tuple[int, int] | None, new: Sequence[Word]) -> list[Word]:
    lead = [] if new[0].text in PREPOSITIONS else [Word("in", "in", "in")]
    if span is None:
        return [*words, *lead, *new]
    return [*words[: span[0]], *lead, *new, *words[span[1] :]]


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.raw for word in words)
