"""Words that change what is done with the answers: how many, in which order, planned, who says so.

They are taken out of the question before it is cut into items, so that what is left is a plain question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from kg.ask.kinds import Kind, Kinds
from kg.ask.phrases import plural_of
from kg.ask.plan import Only
from kg.ask.text import BE, DO, HAVE, Word, is_participle, stem
from kg.namekeys import CARDINALS, word_set

Order = Literal["most", "fewest", "latest", "earliest", "at-least", "at-most"]
Form = Literal["", "profile", "profile?", "sources", "mentions", "not-done"]
NUMBER = {word: n for n, word in enumerate(CARDINALS, start=1)} | {str(n): n for n in range(1, 1000)}
N = rf"(?P<n>\d{{1,3}}|{'|'.join(CARDINALS)})"
DEFAULT_TOP = 10
NO_NUMBER = "active|central|important|influential|prominent|often|powerful|popular|famous"
"""What "most" goes before where nothing is counted."""
ORDERS: tuple[tuple[str, Order, int], ...] = (
    (r"(?:the )?most (?:recently|recent)\b", "latest", 0),
    (r"(?:the )?(?:latest|newest)\b", "latest", 0),
    (r"(?:the )?(?:earliest|oldest)\b", "earliest", 0),
    (rf"(?:no|not) more than {N}\b", "at-most", 0),
    (rf"(?:more|greater|over) than {N}\b", "at-least", 1),
    (rf"at least {N}\b", "at-least", 0),
    (rf"{N} or more\b", "at-least", 0),
    (rf"(?:fewer|less) than {N}\b", "at-most", -1),
    (rf"at most {N}\b", "at-most", 0),
    (rf"(?:the )?top {N}\b", "most", 0),
    (r"(?:the )?(?:largest|greatest|biggest|highest) number of\b", "most", 0),
    (r"(?:the )?(?:smallest|lowest) number of\b", "fewest", 0),
    (r"(?:more|greater) than one\b", "at-least", 1),
    (r"(?:the |any )?recent\b", "latest", -DEFAULT_TOP),
    (rf"(?:the )?(?:most|more)\b(?! (?:\w+ed\b|{NO_NUMBER}|than))", "most", 0),
    (rf"(?:the )?(?:fewest|least)\b(?! (?:{NO_NUMBER}))", "fewest", 0),
    (r"(?:the )?top\b", "most", -DEFAULT_TOP),
)
"""Word patterns of orders, with what is added to their number."""
THAN = r"than (?:any|all|every) others?(?: \w+)?"
BY_DATE = ("last", "first")
MEASURED = re.compile(
    r"(?:with|by|have|has|having|had)(?: the)?(?: number of)? (?P<noun>\w+)(?P<rest>| in (?:19|20)\d\d)$"
)

PLANNED = re.compile(
    r"\b(?:(?:is|are|was|were|be) )?(?:planned|expected|going|scheduled|due|set|supposed|about) to be\b"
    r"|\b(?:(?:is|are|was|were) )?(?:planned|planning|expected|going|scheduled|due|supposed|about) to\b"
    r"|\b(?:plans|plan|planning|intends|intend|hopes|hope|wants|expects) to\b"
    r"|\b(?:upcoming|planned|scheduled|expected)\b"
)
PROFILE = (
    r"(?:what|all|everything)? ?(?:do|does|can|that)? ?(?:you|u|the graph|it|we)? ?(?:know|tell me|say|have) "
    r"(?:about|of|on)\b",
    r"(?:please )?(?:tell me|tell us|talk|inform me) (?:everything |all |more )?about\b",
    r"(?:give me )?(?:some )?(?:information|info|details|facts|background|profile) (?:on|about|of|for)\b",
    r"(?:everything|all|anything) (?:there is )?(?:about|on)\b",
    r"what is (?:said|known|told|written|reported|new|the (?:latest )?news) (?:about|of|on)\b",
    r"(?:is there |are there |have you )?(?:any |some |(?:the )?latest )?(?:anything|something|news) (?:about|on|of)\b",
    r"(?:do you know|what about)\b",
    r"(?:describe|profile|summarise|summarize)\b",
)
NOT_DONE: dict[str, Only] = {
    **dict.fromkeys(("planned", "planning", "intended"), "planned"),
    **dict.fromkeys(("denied", "negated", "refuted"), "denied"),
    **dict.fromkeys(("supposed", "hypothetical", "uncertain", "unconfirmed", "possible", "conditional"), "supposed"),
}
"""Words for what articles do not hold to have happened."""
NOT_HAPPENED = (
    r"(?:what|which|anything|something)(?: (?:facts|statements|things))? (?:is|are|was|were|has been)"
    rf" (?:{'|'.join(NOT_DONE)})\b(?! to\b)"
)
WHO_IS = r"(?:who|what) (?:is|are|was|were)\b"
SOURCES = (
    r"(?:in )?(?:which|what) (?:articles?|sources?|newspapers?|papers?|publishers?|story|stories|reports?) "
    r"(?:says?|said|tells?|told|reports?|reported|claims?|states?|stated|writes?|wrote)(?: that| of)?\b",
    r"(?:who|what) (?:says|said|claims|claimed|reports|reported|states|stated|wrote|writes)(?: that)?\b",
    r"according to (?:whom|who|what|which (?:article|articles|source|sources|paper|newspaper))\b",
    r"where (?:does it say|is it said|is it reported|was it reported|is it written) that\b",
    r"(?:how do you know|what is the (?:source|evidence|proof)|sources?|evidence|proof)(?: for| of| that)+"
    r"(?: the claim)?(?: that)?\b",
)
MENTIONS = (
    r"(?:which|what|list|show|all)? ?(?:the )?(?:articles?|sources?|papers?|stories|story|reports?) (?:that |which )?"
    r"(?:mentions?|mentioned|talks? about|are about|is about|about|cover|covers|name|names)\b",
)


@dataclass(frozen=True, slots=True)
class Ranked:
    """How the answers are ordered or bounded; ``measure`` is the noun that is counted, where one is named."""

    order: Order
    n: int
    measure: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Operators:
    """What was taken out of a question, and the words that are left."""

    words: tuple[Word, ...]
    rank: Ranked | None = None
    planned: bool = False
    form: Form = ""
    rest: str = ""
    """For profiles: the text after their introduction, as typed."""
    told: Only = ""
    """Which of what has not happened is asked for."""


def take_operators(words: Sequence[Word], kinds: Kinds, is_name: Callable[[str], bool]) -> Operators:
    """Take the operators out of a question's words; those stay that are part of what ``is_name`` takes for a name."""
    left = list(words)
    inside = _find(left, r"(?:in|of|from) (?:the |this |your )?(?:graph|database|data|store|corpus|dataset)$")
    if inside and len(left) > inside[1] - inside[0]:
        left = left[: inside[0]]
    form, left = _form(left)
    if form == "not-done":
        told = next(NOT_DONE[word.text] for word in left if word.text in NOT_DONE)
        return Operators(tuple(word for word in left if word.text not in NOT_DONE), form=form, told=told)
    rest = " ".join(word.raw for word in left)
    if form == "profile?":
        rest = " ".join(word.raw for word in left[2:])
    planned, left = _planned(left)
    named = _named(left, is_name)
    rank, left = _rank(left, kinds, named)
    return Operators(tuple(left), rank, planned, form, rest)


def _form(words: list[Word]) -> tuple[Form, list[Word]]:
    forms: tuple[tuple[Form, tuple[str, ...]], ...] = (
        ("mentions", MENTIONS),
        ("sources", SOURCES),
        ("profile", PROFILE),
    )
    for form, shapes in forms:
        for shape in shapes:
            found = _find(words, shape, at_start=True)
            if found:
                return form, words if form == "profile?" else words[found[1] :]
    if len(words) > 3 and _find(words, r"what (?:is|are|was|were)\b", at_start=True) and words[-1].text in NOT_DONE:
        return "not-done", words[2:]
    said = _find(words, NOT_HAPPENED, at_start=True)
    if said:
        return "not-done", words[said[1] - 1 :]
    if _find(words, WHO_IS, at_start=True):
        return "profile?", words
    return "", words


def _planned(words: list[Word]) -> tuple[bool, list[Word]]:
    found = _find(words, PLANNED.pattern)
    if not found:
        return False, words
    start, end = found
    said = [word.text for word in words[start:end]]
    kept = [word for word in words[start:end] if word.text == "be"]
    if said[0] in BE and words[:1] and start == 0:
        kept = [words[0]]
    before = words[:start]
    if before and before[0].text in BE and said[-1] == "to":  # "is A going to visit B"
        before = [Word("does", "does", stem("does")), *before[1:]]
    return True, [*before, *kept, *words[end:]]


def _named(words: Sequence[Word], is_name: Callable[[str], bool]) -> frozenset[int]:
    """Which words that could order or bound the answers begin a name of several words instead: "first meeting of …"."""
    starts = [at for at, word in enumerate(words) if word.text in (*BY_DATE, "top", "most", "latest", "least")]
    return frozenset(
        at
        for at in starts
        if any(is_name(" ".join(w.raw for w in words[at:end])) for end in range(at + 2, min(len(words), at + 12) + 1))
    )


def _both(words: list[Word]) -> tuple[Ranked | None, list[Word]]:
    """ "Both ministers": two of them, whoever they are; not "both A and B"."""
    for at, word in enumerate(words[:-1]):
        noun, after = words[at + 1], words[at + 2].text if at + 2 < len(words) else ""
        if word.text == "both" and noun.text.endswith("s") and noun.raw.islower() and after not in ("and", ","):
            return Ranked("at-least", 2, said="both"), [*words[:at], *words[at + 1 :]]
    return None, words


def _rank(words: list[Word], kinds: Kinds, named: frozenset[int]) -> tuple[Ranked | None, list[Word]]:
    two, rest = _both(words)
    if two is not None:
        return two, rest
    for shape, order, shift in ORDERS:
        found = _find(words, shape)
        if not found or not named.isdisjoint(range(*found)):
            continue
        start, end = found
        said = [word.text for word in words[start:end]]
        number = next((NUMBER[word] for word in said if word in NUMBER), 0)
        n = -shift if shift < -1 else (number or 1) + (shift if number else 0)
        left = [*words[:start], *words[end:]]
        if end < len(words):
            left[start] = _several(left[start], kinds)
        than = _find(left, THAN)
        left = [*left[: than[0]], *left[than[1] :]] if than else left
        measure, left = _measure(left, kinds) if order not in ("latest", "earliest") else ("", left)
        if measure:
            left = [_several(word, kinds) if at < 2 else word for at, word in enumerate(left)]
        return Ranked(order, n, measure, " ".join(said)), left
    return _by_date(words, kinds, named)


def _several(word: Word, kinds: Kinds) -> Word:
    """The word in the plural: "more than one event" asks for events."""
    kind = kinds.of(word.text)
    if kind is None or kind.plural:
        return word
    return Word(plural_of(word.raw), plural_of(word.text), word.stem)


def _by_date(words: list[Word], kinds: Kinds, named: frozenset[int]) -> tuple[Ranked | None, list[Word]]:
    """ "The last event", "first meeting in Oslo": before a noun for events, or any noun that "the" goes before.

    Also "the first to sign", "did she last meet", "which did he sign last".
    """
    for at, word in enumerate(words):
        if word.text not in BY_DATE or at in named or not (at == 0 or word.raw.islower()):
            continue
        before, after = words[:at], words[at + 1 :]
        number = NUMBER.get(after[0].text, 0) if after else 0
        nouns = after[1:] if number else after
        kind = kinds.of(nouns[0].text) if nouns else None
        article = bool(before) and before[-1].text in ("the", "their", "its")
        ranked = Ranked("latest" if word.text == "last" else "earliest", number or 1, said=word.text)
        if kind and (article or {"Event", "Agreement"} & set(kind.classes)):
            return ranked, [*_which(before, kind), _several(nouns[0], kinds), *nouns[1:]]
        if article and after and after[0].text == "to":
            who = [w for w in before[:-1] if w.text not in BE]
            return ranked, [*who, *after[1:]]
        if not article and any(w.text in DO | HAVE for w in before):
            return ranked, [*before, *after]
    return None, words


def _which(before: list[Word], kind: Kind) -> list[Word]:
    """What goes before a noun, with "which" for "who was the" (person) and "what was the" (place)."""
    match [word.text for word in before]:
        case ["who" | "what", verb, "the"] if verb in BE and not {"Event", "Agreement"} & set(kind.classes):
            return [Word("which", "which", stem("which"))]
    return before


def _measure(words: list[Word], kinds: Kinds) -> tuple[str, list[Word]]:
    """The noun that is counted at the end of "organisations with the most MoUs"; it is taken out."""
    text, starts = _joined(words)
    match = MEASURED.search(text)
    if not match or (kinds.of(match["noun"]) is None and stem(match["noun"]) not in MEASURES):
        return "", words
    first = next(i for i, start in enumerate(starts) if start >= match.start())
    last = next((i for i, start in enumerate(starts) if start > match.start("noun")), len(words))
    before = words[first - 1].text if first else ""
    if before in DO | word_set("that which who") or is_participle(before):
        return "", words
    return match["noun"], [*words[:first], *words[last:]]


MEASURES = frozenset(
    map(stem, word_set("mous agreements partners events meetings visits speeches representatives partner"))
)


def _find(words: Sequence[Word], shape: str, at_start: bool = False) -> tuple[int, int] | None:
    """Where the words meet the pattern first: begin and end."""
    text, starts = _joined(words)
    match = re.match(shape, text) if at_start else re.search(rf"\b(?:{shape})", text)
    if not match or match.end() == match.start():
        return None
    begin = next((i for i, start in enumerate(starts) if start >= match.start()), None)
    if begin is None:
        return None
    end = next((i for i, start in enumerate(starts) if start >= match.end()), len(words))
    return (begin, end) if end > begin else None


def _joined(words: Sequence[Word]) -> tuple[str, list[int]]:
    """The words as one text, and where each begins in it."""
    starts, text = [], ""
    for word in words:
        starts.append(len(text))
        text += word.text + " "
    return text.rstrip(), starts
