"""Names as they are compared, and the keys under which the store files them, so that few are read to find some.

A key is one sign and a text: ``=`` the label, ``~`` another name, ``-`` a name without its title or legal form,
``^`` its initials, ``'`` its initials without its first word, ``+`` one of its words, ``@`` a word of an office that
a person holds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.model import Entity


def word_set(*lines: str) -> frozenset[str]:
    """The words of some lines, as a set."""
    return frozenset(" ".join(lines).split())


LITTLE_WORDS = word_set(
    "a an the of and for in on at to by with from between de la le du des und der die das y e do da"
)
TITLES = word_set(
    "mr mrs ms miss dr prof professor sir hon honourable honorable excellency president vice minister prime premier",
    "ambassador consul general rector secretary chairman chairwoman chairperson director chief governor mayor senator",
    "congressman congresswoman parliamentary deputy foreign ceo engr his her h e",
)
LEGAL_FORMS = word_set("ltd limited private pvt pty plc inc incorporated corp corporation co company llc gmbh ag sa")
CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NUMBERS = {word: str(n) for words in (CARDINALS, ORDINALS) for n, word in enumerate(words, start=1)}
MIN_GRAM_WORD = 4
"""Shorter words are not looked for misspelt."""


def fold(text: str) -> str:
    """A name as it is compared: no case, accents, punctuation or leading article; "P.E.I." is "pei"."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(c))
    plain = re.sub(r"['’‘`´](?:s\b)?", "", plain)
    plain = re.sub(r"\b[^\W\d_](?:\.[^\W\d_])+\b\.?", lambda m: m[0].replace(".", "") + " ", plain)
    plain = plain.replace("&", " and ").replace("@", "a")
    words = re.findall(r"[^\W_]+", plain)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def initials(words: Iterable[str]) -> str:
    """The first letters of the words that carry meaning."""
    return "".join(word[0] for word in words if word not in LITTLE_WORDS and not word[0].isdigit())


def stem_of(word: str) -> str:
    """A word without its plural ending, ordinals and number words as figures: enough to meet other forms of it."""
    if word in NUMBERS:
        return NUMBERS[word]
    if re.fullmatch(r"\d+(st|nd|rd|th)", word):
        return word[:-2]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def stems(text: str) -> frozenset[str]:
    """The stems of a folded text's words."""
    return frozenset(stem_of(word) for word in text.split())


def without_titles(text: str) -> str:
    """A folded name without the titles before it."""
    words = text.split()
    start = next((at for at, word in enumerate(words) if word not in TITLES), len(words) - 1)
    return " ".join(words[start:])


def without_forms(text: str) -> str:
    """A folded name without the legal forms after it."""
    words = text.split()
    end = next((at for at in range(len(words), 0, -1) if words[at - 1] not in LEGAL_FORMS), 1)
    return " ".join(words[:end])


@lru_cache(maxsize=100)
def keys_of(entity: Entity) -> frozenset[str]:
    """All keys of an entity's names."""
    found: set[str] = set()
    for label in dict.fromkeys((entity.label, *entity.labels)):
        text = fold(label)
        if text:
            found.update(_keys(text, main=label == entity.label, person=entity.type == "Person"))
    return frozenset(found)


def _keys(text: str, *, main: bool, person: bool) -> Iterator[str]:
    yield ("=" if main else "~") + text
    for bare in {without_forms(text), without_titles(text) if person else text} - {text, ""}:
        yield "-" + bare
    parts = text.split()
    if len(parts) > 1:
        yield from {"^" + initials(parts), "^" + "".join(part[0] for part in parts)} - {"^"}
        yield from {"'" + initials(parts[1:])} - {"'"}
    for word in stems(text):
        yield "+" + word


def office_keys(office: str) -> frozenset[str]:
    """The keys under which the holder of an office is found."""
    return frozenset("@" + word for word in stems(fold(office)))


def grams(word: str) -> frozenset[str]:
    """The pieces of three letters of a word, its ends marked: what misspelt words still share."""
    marked = f"^{word}$"
    return (
        frozenset(marked[at : at + 3] for at in range(len(marked) - 2)) if len(word) >= MIN_GRAM_WORD else frozenset()
    )
