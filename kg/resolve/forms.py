"""Names as identity sees them: folded, cut into words, without the parts that tell nothing apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

import pycountry

from kg.resolve.words import (
    DESCRIBING_NOUNS,
    GENERIC_NOUNS,
    HONORIFICS,
    LEGAL_FORMS,
    MISSION_WORDS,
    NAMES_TOO,
    ORDINALS,
    REGIONS,
    STATE_BODIES,
    STOP_WORDS,
)

_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_ISO_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_DESCRIPTION = re.compile(r"\b(?:of|between|with|and|among|on|for)\b")


def words(name: str) -> list[str]:
    """The name's words, folded: case, accents, apostrophes, ``&`` and hyphens tell nothing apart.

    Coarser than ``names.slug``: names with one slug have the same words.
    """
    return list(_words(name))


@lru_cache(maxsize=10_000)
def _words(name: str) -> tuple[str, ...]:
    folded = name.casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", name).casefold()
        folded = "".join(c for c in folded if not unicodedata.combining(c)).translate(_LETTERS)
    folded = re.sub(r"['’‘`´]", "", folded).replace("&", " and ").replace("@", " at ")
    return tuple(re.findall(r"[^\W_]+", folded))


def fold(name: str) -> str:
    """The words joined; the name itself where it has none."""
    return " ".join(words(name)) or name


@lru_cache(maxsize=10_000)
def core(type_name: str, name: str) -> str:
    """What must be equal for two names of a class to be the same name."""
    if type_name == "Person":
        kept = _without_titles(words(name))
    else:
        found = letters_joined(words(name))
        kept = [singular(w) for w in _without_legal_form(found) if w not in STOP_WORDS]
        if type_name == "Organization" and (MISSION_WORDS & set(kept) or "ministry" in kept):
            kept.sort()  # "Consulate General of Pakistan, Guangzhou" is "Pakistan Consulate General, Guangzhou"
    return " ".join(kept) or fold(name)


def _without_titles(found: Sequence[str]) -> list[str]:
    """A person's name without the titles in front of it; some titles are names too, as in "Sheikh Hasina"."""
    if found[:2] == ["h", "e"]:
        found = found[2:]
    first = next((i for i, word in enumerate(found) if word not in HONORIFICS), len(found))
    kept = list(found[first:])
    if len(kept) == 1 and first and found[first - 1] in NAMES_TOO:
        kept = [found[first - 1], *kept]
    return kept


def letters_joined(found: Sequence[str]) -> list[str]:
    """Words with single letters that follow each other as one: U.S. is US, S.A. is SA."""
    joined: list[str] = []
    after_letter = False
    for word in found:
        letter = len(word) == 1 and word.isalpha()
        if letter and after_letter:
            joined[-1] += word
        else:
            joined.append(word)
        after_letter = letter
    return joined


def proper_words(name: str) -> list[str]:
    """The name's words without legal forms at its end."""
    return _without_legal_form(letters_joined(words(name)))


def is_legal(name: str) -> bool:
    """Whether the words are nothing but a company's legal form, as in "(Pvt) Ltd"."""
    return all(w in LEGAL_FORMS for w in letters_joined(words(name)))


def singular(word: str) -> str:
    """A word without a plural's s: newspapers write "Chambers" and "Chamber" of one body."""
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _without_legal_form(found: Sequence[str]) -> list[str]:
    kept = list(found)
    while len(kept) > 1 and (kept[-1] in LEGAL_FORMS or (kept[-1] == "de" and kept != list(found))):
        kept.pop()
    if len(kept) > 1 and kept[-1] == "state" and kept != list(found):
        kept.pop()  # Rosatom State Corporation
    return kept


def person_parts(name: str) -> list[str]:
    """A person's name without honorifics, as words."""
    return core("Person", name).split()


def is_bare(name: str) -> bool:
    """Whether a person's name is a single word, with or without a title: too little to know them by."""
    return len(person_parts(name)) < 2


def is_acronym(name: str) -> bool:
    """Whether the name is written as an acronym: PSEB, P@SHA, MoITT."""
    letters = [c for c in name if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return " " not in name.strip() and 2 <= len(letters) <= 8 and capitals >= 2 and capitals * 2 >= len(letters)


def acronym(name: str) -> str:
    """An acronym's letters and digits, capitals: P@SHA is PSHA."""
    return "".join(c for c in name.upper() if c.isalnum())


@lru_cache(maxsize=10_000)
def initials(name: str) -> frozenset[str]:
    """The acronyms that a full name could have: with and without its small words."""
    found = [w for w in _without_legal_form(words(name)) if not _YEAR.fullmatch(w)]  # dotted letters count as words
    kept = (
        [w for w in found if w not in STOP_WORDS],
        [w for w in found if w not in STOP_WORDS or w == "of"],
        [w for w in found if w != "the"],
    )
    return frozenset("".join(w[0] for w in choice).upper() for choice in kept if len(choice) > 1)


def body_marks(body: str) -> frozenset[str]:
    """Keys of a body's name of which its full form and its acronym share one."""
    if not body:
        return frozenset()
    short = [acronym(body)] if is_acronym(body) else sorted(initials(body))
    return frozenset({core("Organization", body), *(f"acronym {a}" for a in short if len(a) > 2)})


def is_generic(name: str) -> bool:
    """Whether the name is only a common noun, such as "meeting", "the Forum", "Association"."""
    return all(w in GENERIC_NOUNS or w in STOP_WORDS for w in words(name))


def is_noun(label: str) -> bool:
    """Whether a label names nothing: a common noun, or a description that begins with a small letter."""
    first = label.split()[0] if label.split() else ""
    return (first.islower() and not first[:1].isdigit()) or is_generic(label)


def is_description(label: str) -> bool:
    """Whether a label describes an event or agreement, as in "Meeting of A and B"."""
    return fold(label.split()[0]) in DESCRIBING_NOUNS and bool(_DESCRIPTION.search(label)) if label.split() else True


def date_in(label: str) -> str:
    """The ISO date in a describing label, or nothing."""
    found = _ISO_DATE.search(label)
    return found.group() if found else ""


def series(label: str) -> str:
    """An event's name as written, without year and ordinal: what its editions share."""
    kept = [w for w in label.split() if not any(map(_year_or_ordinal, words(w)))]
    return " ".join(kept) or label


def edition(label: str) -> tuple[str, str]:
    """The year and the ordinal in an event's name; empty where it has none."""
    found = words(label)
    years = [w for w in found if _YEAR.fullmatch(w)]
    ordinals = [n for n in map(_ordinal, found) if n]
    return years[-1] if years else "", ordinals[0] if ordinals else ""


def _year_or_ordinal(word: str) -> bool:
    return bool(_YEAR.fullmatch(word) or _ordinal(word))


def _ordinal(word: str) -> str:
    match = _ORDINAL.fullmatch(word)
    return match.group(1) if match else ORDINALS.get(word, "")


def is_state_body(name: str) -> bool:
    """Whether every country has a body of such a name."""
    return not STATE_BODIES.isdisjoint(core("Organization", name).split())


def is_branch(shorter: str, longer: str) -> bool:
    """Whether the longer name is the shorter one and a country or region: Huawei, Huawei Pakistan."""
    short, long = _without_legal_form(letters_joined(words(shorter))), letters_joined(words(longer))
    rest = " ".join(w for w in long if w not in short and w not in LEGAL_FORMS)
    return set(short) < set(long) and rest in _regions()


@cache
def _regions() -> frozenset[str]:
    named = {str(getattr(c, "common_name", c.name)) for c in pycountry.countries} | {
        c.name for c in pycountry.countries
    }
    return frozenset(fold(name) for name in named) | REGIONS
