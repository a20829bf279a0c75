"""Questions that compare how many: "did A sign more MoUs than B", "who attended more events, A or B", "did two attend".

Each is asked as one or two questions for how many, whose numbers are then set against each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.ask.answer import Answer, Found
from kg.ask.lexicon import PREPOSITIONS, Lexicon
from kg.ask.linking import Linker
from kg.ask.operators import Operators, Order, take_operators
from kg.ask.rewording import as_typed, name_end, owner_start
from kg.ask.text import ARTICLES, BE, DO, HAVE, Word, split_words
from kg.namekeys import word_set

MORE, FEWER = word_set("more"), word_set("fewer less")
OPENING = word_set("who which what")
LONGEST_NOUN = 3
Ask = Callable[[Sequence[Word]], Answer]


@dataclass(frozen=True, slots=True)
class Sides:
    """A question for how many, for each of two that are compared, and what they are called."""

    names: tuple[str, str]
    asked: tuple[list[Word], list[Word]]
    fewer: bool
    chosen: bool
    """Whether it asks which of the two, and not whether it is the first."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """What is counted in a question: ``before`` it, the ``noun``, and what stands ``after`` it."""

    before: list[Word]
    noun: list[Word]
    after: list[Word]

    def asked(self, lexicon: Lexicon) -> list[Word]:
        """The question for how many there are."""
        before, after = self.before, self.after
        if [word.text for word in before[-1:]] == ["by"] and len(before) > 2:  # "was X attended by more people"
            return [*split_words("how many"), *self.noun, before[-2], *before[1:-2], *after]
        aux = before[:1] if len(before) > 1 else []
        agreed = lexicon.kinds.of(self.noun[-1].text)
        signs = any(word.stem in ("sign", "ink", "hav") or word.text in HAVE | {"have"} for word in before[1:])
        if agreed and "Agreement" in agreed.classes and signs and not (after and after[0].text == "with"):
            signed = [word for word in before[1:] if word.text not in HAVE | {"have"}]
            verb = [] if any(word.stem in ("sign", "ink") for word in signed) else split_words("sign")
            return [*split_words("how many parties did"), *signed, *verb, *self.noun, *split_words("with"), *after]
        return [*split_words("how many"), *self.noun, *aux, *before[1:], *after]


def compared(words: Sequence[Word], lexicon: Lexicon, linker: Linker, ask: Ask) -> Answer | None:
    """The answer to a question that sets numbers against each other; None for any other question."""
    sides = _sides(list(words), lexicon, linker)
    if sides is not None:
        return _answer(as_typed(words), sides, linker, ask)
    over = _more_than_one(list(words), lexicon, linker, ask)
    if over is not None:
        return over
    operators = take_operators(words, lexicon.kinds, linker.exact)
    bounded = _bounded(words, operators, lexicon)
    return _bound(as_typed(words), *bounded, ask) if bounded else None


def _sides(words: list[Word], lexicon: Lexicon, linker: Linker) -> Sides | None:
    at = next((n for n, word in enumerate(words) if word.text in MORE | FEWER), 0)
    noun = _noun_end(words, at + 1, lexicon) if at else 0
    if not noun:
        return None
    before, counted, after = words[:at], words[at + 1 : noun], words[noun:]
    fewer = words[at].text in FEWER
    than = next((n for n, word in enumerate(after) if word.text == "than"), None)
    if than is not None and before[0].text in DO | HAVE | BE:
        other = [word for word in after[than + 1 :] if word.text not in DO | HAVE]
        pair = _two(_Counted(before, counted, after[:than]), other, linker)
        return pair and Sides(pair[0], (pair[1].asked(lexicon), pair[2].asked(lexicon)), fewer, chosen=False)
    if than is None:
        return _either(before, counted, after, lexicon, linker, fewer=fewer)
    return None


def _two(first: _Counted, other: list[Word], linker: Linker) -> tuple[tuple[str, str], _Counted, _Counted] | None:
    """What is counted for the first, and the same for the other one, whose name stands in the first one's place."""
    if other and other[0].text in PREPOSITIONS:
        at = next((n for n in range(len(first.after) - 1, -1, -1) if first.after[n].text == other[0].text), None)
        if at is None or not linker.exact(_name(other[1:])):
            return None
        second = _Counted(first.before, first.noun, [*first.after[:at], *other])
        return (_name(first.after[at + 1 :]), _name(other[1:])), first, second
    if not linker.exact(_name(other)):
        return None
    end = name_end(first.before, 1, linker)
    if end is not None:
        second = _Counted([first.before[0], *other, *first.before[end:]], first.noun, first.after)
        return (_name(first.before[1:end]), _name(other)), first, second
    start = owner_start(first.after, len(first.after) - 1, linker) if first.after else None
    if start is None:
        return None
    second = _Counted(first.before, first.noun, [*first.after[:start], *other])
    return (_name(first.after[start:]), _name(other)), first, second


def _either(
    before: list[Word], noun: list[Word], after: list[Word], lexicon: Lexicon, linker: Linker, *, fewer: bool
) -> Sides | None:
    """ "Who attended more events, A or B", "which of A and B …", "did A or B attend more events"."""
    after = [word for word in after if word.text != ","]
    joint = next((n for n, word in enumerate(after) if word.text == "or"), None)
    if joint is not None and before[0].text in OPENING:
        start = owner_start(after, joint - 1, linker)
        if start is None or not linker.exact(_name(after[joint + 1 :])):
            return None
        one, other, rest, verb = after[start:joint], after[joint + 1 :], after[:start], before[1:]
    else:
        first = 2 if [word.text for word in before[:2]] == ["which", "of"] else 1
        end = name_end(before, first, linker)
        last = name_end(before, end + 1, linker) if end and before[end : end + 1] else None
        if end is None or last is None or before[end].text not in ("or", "and"):
            return None
        if (before[end].text == "and") != (first == 2):
            return None
        one, other, rest, verb = before[first:end], before[end + 1 : last], after, before[last:]
    if not verb:
        return None
    done = split_words("did") if verb[0].text not in HAVE | BE or len(verb) == 1 else verb[:1]
    deed = verb if done[0].text == "did" else verb[1:]
    deed = split_words("have") if [word.text for word in deed] in (["has"], ["have"], ["had"]) else deed
    asked = [_Counted([*done, *name, *deed], noun, rest).asked(lexicon) for name in (one, other)]
    return Sides((_name(one), _name(other)), (asked[0], asked[1]), fewer, chosen=True)


def _answer(said: str, sides: Sides, linker: Linker, ask: Ask) -> Answer | None:
    """The two numbers against each other; None where one of the two questions is not understood."""
    found = [ask(asked) for asked in sides.asked]
    numbers = [_number(one) for one in found]
    if numbers[0] is None or numbers[1] is None:
        return None
    one, other = (linker.find(name)[0].entity.label for name in sides.names)
    first, second = numbers[0], numbers[1]
    told = f"{one} {first}, {other} {second}"
    counted = found[0].understood.partition(" — ")[0]
    word = "fewer" if sides.fewer else "more"
    if not sides.chosen:
        true = first < second if sides.fewer else first > second
        line = f"whether {word} for “{one}” than for “{other}”: {counted} — {told}"
        answers = (*found[0].answers, *found[1].answers)
        sentence = f"{'Yes' if true else 'No'}: {told}."
        return Answer(said, "answered", line, None, answers, true, plan=found[0].plan, sentence=sentence)
    best = min(first, second) if sides.fewer else max(first, second)
    line = f"which of “{one}” and “{other}” {word}: {counted} — {told}"
    if not best and not sides.fewer:
        return Answer(said, "not-in-graph", line, plan=found[0].plan)
    chosen = [
        Found(linker.find(name)[0].entity, tuple(c for item in reply.answers for c in item.evidence), measure=str(n))
        for name, reply, n in zip(sides.names, found, (first, second), strict=True)
        if n == best
    ]
    sentence = f"{' and '.join(item.entity.label for item in chosen)}: {told}."
    return Answer(said, "answered", line, None, tuple(chosen), plan=found[0].plan, sentence=sentence, total=len(chosen))


def _more_than_one(words: list[Word], lexicon: Lexicon, linker: Linker, ask: Ask) -> Answer | None:
    """ "Who signed more MoUs than A": those with more than A has."""
    than = next((n for n, word in enumerate(words) if word.text == "than"), 0)
    at = next((n for n, word in enumerate(words[:than]) if word.text in MORE | FEWER), 0)
    noun = _noun_end(words, at + 1, lexicon) if at else 0
    other = [word for word in words[than + 1 :] if word.text not in DO | HAVE]
    if not noun or words[0].text not in OPENING or not linker.exact(_name(other)):
        return None
    verb = next((n for n in range(1, at) if lexicon.kinds.of(words[n].text) is None), 0)
    if not verb:
        return None
    counted = _Counted([*split_words("did"), *other, *words[verb:at]], words[at + 1 : noun], words[noun:than])
    number = _number(ask(counted.asked(lexicon)))
    if number is None:
        return None
    bound = split_words(f"{words[at].text} than {number}")
    return ask([*words[:at], *bound, *words[at + 1 : noun], *words[noun:than]])


def _bounded(words: Sequence[Word], operators: Operators, lexicon: Lexicon) -> tuple[list[Word], Order, int] | None:
    """ "Did A sign more than two MoUs", "did both ministers attend X": the question for how many, and the bound."""
    rank = operators.rank
    if rank is None or rank.order not in ("at-least", "at-most") or words[0].text not in DO | HAVE | BE:
        return None
    said = [word.text for word in split_words(rank.said)]
    texts = [word.text for word in words]
    at = next((n for n in range(len(texts)) if texts[n : n + len(said)] == said), None)
    noun = _noun_end(words, at + len(said), lexicon) if at else 0
    if at is None or not noun:
        return None
    counted = _Counted(list(words[:at]), list(words[at + len(said) : noun]), list(words[noun:]))
    if texts[1:2] == ["there"]:
        counted = _Counted(list(words[:1]), counted.noun, counted.after)
    return counted.asked(lexicon), rank.order, rank.n


def _bound(said: str, asked: Sequence[Word], order: Order, n: int, ask: Ask) -> Answer | None:
    found = ask(asked)
    number = _number(found)
    if number is None:
        return None
    true = number >= n if order == "at-least" else number <= n
    bound = f"at {'least' if order == 'at-least' else 'most'} {n}"
    line = f"whether {bound}: {found.understood.partition(' — ')[0]} — {number}"
    sentence = f"{'Yes' if true else 'No'}: {found.sentence or number}"
    return Answer(said, "answered", line, found.sparql, found.answers, true, plan=found.plan, sentence=sentence)


def _number(found: Answer) -> int | None:
    """What a question for how many gave; none where it was not understood, or rests on a name that is not known."""
    if found.status == "answered":
        return found.value if isinstance(found.value, int) and not isinstance(found.value, bool) else None
    return 0 if found.status == "not-in-graph" and found.plan is not None else None


def _noun_end(words: Sequence[Word], start: int, lexicon: Lexicon) -> int:
    """Where the noun that begins there ends, with adjectives before it; 0 where none is near."""
    for at in range(start, min(len(words), start + LONGEST_NOUN)):
        kind, several = lexicon.kinds.of(words[at].text), words[at].text.endswith("s")
        if (kind is not None and kind.plural) or (several and words[at].stem in lexicon.offices):
            return at + 1
        if words[at].text in PREPOSITIONS | ARTICLES | {"than"}:
            return 0
    return 0


def _name(words: Sequence[Word]) -> str:
    """The words as a name: without their article."""
    return re.sub(r"^the ", "", as_typed(words), flags=re.IGNORECASE)
