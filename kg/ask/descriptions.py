"""Definite descriptions: "the latest MoU", "the meeting of A and B", "X's visit to Lima" stand for what they fit.

They are looked for in the words of a question; what they stand for is then found first, by a question of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.ask.chunks import ASKS, FILLERS, RELATIVES
from kg.ask.kinds import Kind
from kg.ask.lexicon import Lexicon
from kg.ask.linking import Linker
from kg.ask.phrases import plural_of
from kg.ask.rewording import as_typed, name_end, owner_start
from kg.ask.roles import GENERIC, OFFICE_WORDS
from kg.ask.text import ARTICLES, BE, DO, HAVE, MODAL, Word, is_participle, split_words
from kg.ask.times import time_at
from kg.ask.topics import topic_at
from kg.namekeys import word_set

ORDERING = word_set("latest last first newest earliest oldest")
PARTIES = ("between", "of", "with", "by", "to", "among")
"""What goes before those who had a part in it, or the place that was visited."""
SETTINGS = ("in", "at", "on", "during")
ASKING = word_set("which what many all any list show name")
"""What goes before a noun for what is asked for, and no description of something else."""
STANDING = "describedthing"
"""The word that stands for a description in the rest of the question."""


@dataclass(frozen=True, slots=True)
class Description:
    """A description in a question: ``words`` from ``start`` to ``end`` (its article left out).

    ``asked`` are the words of the question for what it stands for; ``classes`` say of which kind that is.
    """

    start: int
    end: int
    text: str
    asked: tuple[Word, ...]
    classes: tuple[str, ...]
    only: bool = False
    """Whether it can stand for nothing else: no name sounds like it."""

    def stood_for(self, words: Sequence[Word]) -> list[Word]:
        """The question with one word in the place of the description, which is called by its ``text``."""
        return [*words[: self.start], Word(self.text, STANDING, STANDING), *words[self.end :]]


def described(words: Sequence[Word], lexicon: Lexicon, linker: Linker) -> Description | None:
    """The first description in a question that asks something of what it stands for."""
    for at, word in enumerate(words):
        officer = _officer(words, at, linker) if word.stem in lexicon.offices else None
        if officer and _asks_of(words, officer):
            return officer
        kind = lexicon.kinds.of(word.text)
        if kind is not None and {"Event", "Agreement"} & set(kind.classes):
            found = _around(words, at, kind, lexicon, linker)
            if found and _asks_of(words, found):
                return found
    return None


def _officer(words: Sequence[Word], noun: int, linker: Linker) -> Description | None:
    """The holder of an office of something that is named: "the Kenyan president", "Acme's CEO", "the rector of X"."""
    start = noun
    while start and words[start - 1].text in OFFICE_WORDS:
        start -= 1
    office, after = words[start : noun + 1], noun + 1
    if words[noun].possessive or words[noun].text.endswith("s") or words[noun].text in GENERIC:
        return None
    behind = name_end(words, after + 1, linker) if after < len(words) and words[after].text == "of" else None
    if behind is not None:
        whose, first, after = as_typed(words[noun + 2 : behind]), start, behind
    elif after < len(words) and name_end(words, after, linker) is not None:
        return None  # "President Xi": a title
    else:
        owner = _owner(words, start, linker)
        if owner is None:
            return None
        first, whose = owner
    asked = split_words(f"{' '.join(word.raw for word in office)} of {whose.removeprefix('the ')}")
    return Description(first, after, as_typed(words[first:after]), tuple(asked), ("Person",), only=True)


def _owner(words: Sequence[Word], end: int, linker: Linker) -> tuple[int, str] | None:
    """Where the country or body right before an office begins, and its name: "Kenyan", "Acme's"."""
    if end and words[end - 1].possessive:
        start = owner_start(words, end - 1, linker)
        return (start, as_typed(words[start:end])) if start is not None else None
    for start in (end - 2, end - 1):
        found = linker.nation(words, start, end + 1) if start >= 0 else None
        if found and found[0] == end and found[1].matches:
            return start, found[1].matches[0].entity.label
    return None


def _around(words: Sequence[Word], noun: int, kind: Kind, lexicon: Lexicon, linker: Linker) -> Description | None:
    """The description that this noun is the head of; None where it is no definite one, or asks for a relation."""
    told = _told(words, noun + 1, kind, linker)
    if told is None or (_in_phrase(words, noun, lexicon) and not told[1]):
        return None
    start, ordered = _modified(words, noun, kind)
    own = list(words[start:noun])
    owners = _owners(words, start, linker)
    between = split_words(f"between {' and '.join(as_typed(words[a:b]) for a, b in owners)}") if owners else []
    start = owners[0][0] if owners else start
    named, topical, end = told
    whole = as_typed(words[start:end])
    before = words[start - 1].text if start else ""
    definite = before == "the" or bool(owners) or ordered or (named and words[noun + 1].text == "between")
    definite = definite or (topical and bool(before) and before not in ASKING)
    known = linker.exact(whole) and "Agreement" not in kind.classes  # words that ask for signing would break its name
    if not definite or not (owners or named or ordered or topical) or known:
        return None
    several = split_words(words[noun].text if kind.plural else plural_of(words[noun].text))
    if owners and len(owners) == 1:
        between = [replace(between[0], raw="of", text="of", stem="of"), *between[1:]]
    return Description(start, end, whole, (*own, *several, *between, *words[noun + 1 : end]), kind.classes)


def _in_phrase(words: Sequence[Word], noun: int, lexicon: Lexicon) -> bool:
    """Whether the noun belongs to words that ask for a relation: "signed an MoU with"."""
    for start in range(max(0, noun - 4), noun):
        end, found = lexicon.match(words, start, frozenset())
        after = words[end].text if end < len(words) else ""
        if end > noun and any(len(p.core) > 1 and p.preposition == after for p in found):
            return True
    verb = any(p.form == "verb" for p in lexicon.match(words, noun, frozenset())[1])
    led = any(word.text == "the" or word.possessive for word in words[max(0, noun - 3) : noun])
    return verb and not led and any(word.text in DO for word in words[:noun])


def _modified(words: Sequence[Word], noun: int, kind: Kind) -> tuple[int, bool]:
    """Where the noun begins with what goes right before it ("last signing ceremony"), and whether that orders it."""
    start = noun
    if start and "Event" in kind.classes and words[start - 1].text.endswith("ing") and words[start - 1].raw.islower():
        start -= 1
    if start and words[start - 1].text in ORDERING:
        return start - 1, True
    if start > 1 and (words[start - 2].text, words[start - 1].text) == ("most", "recent"):
        return start - 2, True
    return start, False


def _owners(words: Sequence[Word], end: int, linker: Linker) -> list[tuple[int, int]]:
    """The names right before: "A's", "A and B's", or "the A B", each with where it begins and ends."""
    if end and words[end - 1].possessive:
        start = owner_start(words, end - 1, linker)
        found = [(start, end)] if start is not None else []
        if found and found[0][0] > 1 and words[found[0][0] - 1].text == "and":
            first = owner_start(words, found[0][0] - 2, linker)
            found = [(first, found[0][0] - 1), *found] if first is not None else found
        return found
    names: list[tuple[int, int]] = []
    at = end
    while at and (start := owner_start(words, at - 1, linker)) is not None and words[at - 1].text != "the":
        names.insert(0, (start, at))
        at = start - (words[start - 1].text in ("and", "–", "-") if start else 0)
    return names if names and names[0][0] and words[names[0][0] - 1].text == "the" else []


def _told(words: Sequence[Word], at: int, kind: Kind, linker: Linker) -> tuple[bool, bool, int] | None:
    """Whether parties are told behind the noun, whether what it is about is, and where all that ends."""
    agreement = "Agreement" in kind.classes
    topic = topic_at(words, at, linker) if agreement else None
    told = _parties(words, topic.end if topic else at, linker)
    further = topic_at(words, told[1], linker) if told and agreement and not topic else None
    return None if told is None else (told[0], bool(topic or further), further.end if further else told[1])


def _parties(words: Sequence[Word], at: int, linker: Linker) -> tuple[bool, int] | None:
    """Whether names tell who had a part in it, and where they end, with the places and times among them.

    None where one of them is no name that is known: without it the description would fit something else.
    """
    named, end = False, at
    while at < len(words) and words[at].text in (*PARTIES, *SETTINGS):
        time = time_at(words, at + 1, len(words), words[at].text)
        if time is not None:
            at = end = time[0]
            continue
        stop = _names_end(words, at + 1, linker)
        if stop is None or (stop < len(words) and words[stop].text == "and"):
            return None
        named = named or words[at].text in PARTIES
        at = end = stop
    return named, end


def _names_end(words: Sequence[Word], at: int, linker: Linker) -> int | None:
    """Where the names that begin here end, those joined to the first by "and" or commas too."""
    end = name_end(words, at, linker)
    while end is not None and end + 1 < len(words) and words[end].text in ("and", ","):
        further = name_end(words, end + 1, linker)
        if further is None:
            break
        end = further
    return end


def _asks_of(words: Sequence[Word], found: Description) -> bool:
    """Whether the rest of the question asks something of the thing, and not only which one it is."""
    before = [word.text for word in words[: found.start]]
    after = [word.text for word in words[found.end :]]
    placed = any(word in ("where", "when") for word in before)
    little = frozenset(ASKS) | BE | ARTICLES | FILLERS - {"about"} | {"the"}
    if placed or any(word not in little for word in before):
        return True
    head = bool(after) and (after[0] in RELATIVES or is_participle(after[0]))
    asks = bool(after) and before != [] and not head
    return asks or (head and before[:1] != [] and before[0] in BE | DO | HAVE | MODAL)
