"""Names of bodies, programmes and agreements: what is left of them once spelling, language and word order are even."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from kg.gazetteer import load_gazetteer
from kg.resolve import forms
from kg.resolve.words import EVEN_WORDS, FOREIGN_LITTLE_WORDS, SINGLE_BODIES, STOP_WORDS, TRAILING_NOUNS

BRACKET = re.compile(r"\s*[(（]([^()（）]+)[)）]\s*")
SURE_SLIP, ANY_SLIP = 7, 6
"""From how many letters on a word with one slip in it is still the same word."""


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name with its spelling evened out: its words in order, and the country that it names (ISO code)."""

    words: tuple[str, ...]
    country: str = ""

    @property
    def state(self) -> bool:
        """Whether it is the name of a body of which each country has one."""
        return not SINGLE_BODIES.isdisjoint(self.words)

    @property
    def content(self) -> tuple[str, ...]:
        """Its words but for the country."""
        return tuple(word for word in self.words if word != self.country)

    @property
    def ordered(self) -> str:
        """Its words as they stand."""
        return " ".join(self.words)

    @property
    def unordered(self) -> str:
        """Its words in any order; of a state's body, without the country; empty where so few words tell too little."""
        if self.state:
            return " ".join(sorted(self.content))
        enough = len(self.words) > 2 and len(self.content) > 1
        return " ".join(sorted(self.words)) if enough else ""


@lru_cache(maxsize=2000)
def read(name: str) -> BodyName:
    """A name as its words mean it: "Ministère de l'Éducation" is "ministry education"."""
    text = re.sub(r"['’]s\b", "", BRACKET.sub(" ", name).strip() or name)
    text = re.sub(r"\b[ldLD]['’]", "", text)
    found = _countries_marked(_without_trailing(forms.proper_words(text)))
    kept = [EVEN_WORDS.get(w, w) for w in found if w not in STOP_WORDS and w not in FOREIGN_LITTLE_WORDS]
    kept = [w for w in (w if w.isupper() else forms.singular(w) for w in kept) if w]
    codes = {w for w in kept if w.isupper()}
    country = codes.pop() if len(codes) == 1 else ""
    if "foreign" in kept and "ministry" in kept:
        kept = [w for w in kept if w not in ("affair", "relation")]
    return BodyName(tuple(kept), country)


def _without_trailing(found: list[str]) -> list[str]:
    kept = list(found)
    while len(kept) > 2 and kept[-1] in TRAILING_NOUNS:
        kept.pop()
    return kept


def _countries_marked(found: list[str]) -> list[str]:
    """The words with each country, or adjective of one, as its ISO code in capitals."""
    marked, index = [], 0
    while index < len(found):
        for length in (4, 3, 2, 1):
            code = country_code(" ".join(found[index : index + length])) if index + length <= len(found) else ""
            if code:
                marked.append(code)
                index += length
                break
        else:
            marked.append(found[index])
            index += 1
    return marked


@lru_cache(maxsize=2000)
def country_code(words: str) -> str:
    """The ISO code of the country that the (folded) words name, as a noun or an adjective; empty where none."""
    gazetteer = load_gazetteer()
    place = gazetteer.country_of(words)
    if place is None:
        place = next((p for p in gazetteer.named(words) if p.kind == "country"), None)
    return place.country or "" if place and place.kind == "country" else ""


@lru_cache(maxsize=2000)
def is_place(word: str) -> bool:
    """Whether a (folded) word is the name of a place."""
    return word in load_gazetteer().names


def slip_key(name: BodyName) -> str:
    """A key that a slip of the pen within a word leaves as it is; empty for names too short to tell."""
    return " ".join(sorted(word[:2] for word in name.words)) if len(name.words) > 2 else ""


def slip(one: BodyName, other: BodyName) -> tuple[str, str, bool] | None:
    """The one word in which two names differ by a slip of the pen, in both, and whether that is sure."""
    if len(one.words) != len(other.words):
        return None
    differing = [(a, b) for a, b in zip(one.words, other.words, strict=True) if a != b]
    if len(differing) != 1:
        return None
    first, second = differing[0]
    shorter = min(len(first), len(second))
    if shorter < ANY_SLIP or DamerauLevenshtein.distance(first, second) > 1 or is_place(first) or is_place(second):
        return None
    return first, second, shorter >= SURE_SLIP


def bracketed(name: str) -> tuple[str, ...]:
    """The names in and around brackets, as in "Nippon Keidanren (Japan Business Federation)"; empty without them.

    What only says where or of what kind the body is ("(Pakistan)", "(Pvt)") is no name.
    """
    inner = BRACKET.findall(name)
    if len(inner) != 1:
        return ()
    inside, outside = inner[0].strip(), BRACKET.sub(" ", name).strip()
    folded = forms.fold(inside)
    if country_code(folded) or is_place(folded) or folded.isdigit() or forms.is_legal(inside) or not outside:
        return ()
    return outside, inside
