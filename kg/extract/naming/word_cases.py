"""The case in which ordinary text has a word of a text in capitals, as far as the word itself tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from kg.extract.naming.shouting import spoken
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import Word, plain
from kg.gazetteer import Gazetteer

KNOWN_CITY = 50_000
"""Smaller cities are named by common words by chance."""
SPELLINGS = {"mou": "MoU", "mous": "MoUs", "moa": "MoA", "phd": "PhD", "us": "US", "al": "Al", "'s": "'s"}
TITLES = frozenset("mr mrs ms miss dr prof hon eng amb rev capt col gen lt maj brig rtd retd sir dame".split())
SMALL = frozenset("of the and for in on to at with by from an a".split())
CAPITAL_PARTICLES = frozenset("al el la le san ould ben wuld".split())
PARTS = re.compile("([-–])")
VOWELS = "AEIOUY"
SHORTEST_SURE = 3
"""Acronyms of two letters that are common nouns ("PM", "IT") are as often words."""


class WordCases:
    """Answers in which case a word is written."""

    def __init__(
        self,
        lexicon: Lexicon,
        gazetteer: Gazetteer,
        is_common: Callable[[str], bool],
        is_verb: Callable[[str], bool],
    ) -> None:
        """``is_common`` and ``is_verb`` tell of lower-case words whether they are common ones, or inflected verbs."""
        self.lexicon = lexicon
        self.gazetteer = gazetteer
        self.is_common = is_common
        self.is_verb = is_verb
        companies = lexicon.heads["company"]
        self.small_particles = lexicon.particles - lexicon.given_names - CAPITAL_PARTICLES - companies

    def plain(self, lower: str) -> bool:
        """Whether it is an English word and no name."""
        return lower in self.lexicon.function or (self.is_common(lower) and not self.names_something(lower))

    def names_something(self, lower: str) -> bool:
        """Whether a word by itself names a country, its people, a well-known city, a person or a day."""
        if lower in self.lexicon.given_names or lower in self.lexicon.weekdays or self.gazetteer.country_of(lower):
            return True
        if lower in self.lexicon.months:
            return lower not in ("may", "march")
        place = self.gazetteer.find(lower)
        if place is None or lower in self.lexicon.ambiguous_places:
            return False
        return place.kind in ("country", "region") or place.population >= KNOWN_CITY or not self.is_common(lower)

    def form(self, word: str, written: str | None, acronyms: Collection[str]) -> str:
        """How a word is written wherever it stands; nothing where that hangs on what stands beside it."""
        lower = plain(word)
        if word[:1].isdigit():
            return lower if lower.endswith(("st", "nd", "rd", "th")) else word
        if not word[:1].isalpha() or lower in TITLES or lower in self.lexicon.function - SPELLINGS.keys():
            return SPELLINGS.get(lower, "")
        if len(word) == 1 or "." in word or word in acronyms or lower in SPELLINGS:
            return SPELLINGS.get(lower, word)
        if written is not None:
            return "" if written.islower() else written
        listed = lower in self.lexicon.acronyms - self.lexicon.given_names
        if lower in self.lexicon.common_acronyms and len(lower) >= SHORTEST_SURE:
            return f"{word[:-1]}s" if lower.endswith("s") and lower[:-1] in self.lexicon.common_acronyms else word
        if self.is_common(lower) or self.names_something(lower):
            return word if listed or not any(c in VOWELS for c in word) else ""
        place = self.gazetteer.find(lower)
        alias = place is not None and place.kind == "country" and place.name[0].lower() != lower[0]
        return word if listed or alias or not spoken(word) else ""

    def title(self, word: Word) -> str:
        """ "JEAN-PIERRE" as "Jean-Pierre", "O'NEIL" as "O'Neil", "MATA'AFA" as "Mata'afa", "OF" as "of"."""
        if word.lower in SMALL or word.lower in self.lexicon.function or word.lower in self.small_particles:
            return word.text.lower()
        parts = "".join(self.form(part, None, ()) or part.capitalize() for part in PARTS.split(word.text))
        return parts[:2] + parts[2:].capitalize() if parts[1:2] in ("'", "’") else parts

    def small(self, word: Word) -> str:
        """ "SALALAH-BASED" as "Salalah-based"."""
        parts = PARTS.split(word.text)
        return "".join(self._alone(part) if len(parts) > 1 else part.lower() for part in parts)

    def _alone(self, part: str) -> str:
        lower = part.lower()
        return lower if self.plain(lower) else self.form(part, None, ()) or part.capitalize()
