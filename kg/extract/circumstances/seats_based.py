"""Where bodies are that are said to be "Lima-based", or whose names say where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.circumstances.row import Seat
from kg.extract.circumstances.seats_listed import ListRow
from kg.extract.naming.mentions import Name
from kg.extract.naming.person_signs import LARGE_CITY
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import FINITE
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import BASED, Word
from kg.gazetteer import Gazetteer

FIRST = frozenset("a an the one its his her their".split())
REALMS = frozenset(("republic", "kingdom", "sultanate", "state", "emirate"))
JOINING = frozenset(("and", "called", "named", "the"))
FIRMS = frozenset("group company corporation holding holdings bank airlines".split())
LONGEST_LEAD = 4


class BasedRow(ListRow):
    """Reads the bodies before and behind "-based", and the names of bodies."""

    def __init__(self, block: ParsedBlock, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        super().__init__(block, lexicon)
        self.gazetteer = gazetteer

    def based(self) -> Iterator[Seat]:
        """ "The Lima-based Acme Bank", "the Lima-based software firm Acme", "Acme, the Lima-based operator"."""
        for index, word in enumerate(self.words):
            place = self.based_in(index) if word.lower in BASED else None
            if place is None:
                continue
            start = index + 1
            while self._goes_on(start):
                start += 1
            joined = self.lower(start - 1) in ("and", "the") and self.text(start - 2) != ","
            name = None if joined else self.at.get(start)
            if name is None or any(self.text(i) == "," for i in range(index, start)):
                name = self._apposed_to(place) or name
            if name is not None and name.kind == "Organization" and not self._before_title(name):
                yield Seat(name, place, "place-based", 0.85)

    def _before_title(self, name: Name) -> bool:
        """ "The Lima-based Acme executive", "London-based Commonwealth envoys": the holder of the office is there."""
        behind = [w.lower.removesuffix("s") for w in self.words[name.last : name.last + 2]]
        token = self.block.token_at(name.end + 1)
        if token is not None and token.tag_ in FINITE:  # "the Lima-based Acme Bank is partner of …"
            return False
        return not self.lexicon.title_heads.isdisjoint(behind)

    def _goes_on(self, index: int) -> bool:
        """Whether a word only describes the body that is to be named."""
        if index >= len(self.words) or index in self.at:
            return False
        word = self.words[index]
        if word.text in (",", "-") or word.lower in JOINING or word.lower in self.lexicon.before_body:
            return True
        token = self.block.token_at(word.start + self.block.read.block.span.start)
        telling = token is not None and token.tag_ in FINITE
        return word.text[0].isalnum() and not (telling or word.capital or word.lower in self.lexicon.function)

    def _apposed_to(self, place: Name) -> Name | None:
        """The name that "…, the" or "… is a" stands behind, with a word or two before the place."""
        for start in range(place.first, max(0, place.first - LONGEST_LEAD), -1):
            if self.lower(start - 1) in FIRST:
                linked = self.text(start - 2) == "," or self.lower(start - 2) in ("is", "was")
                return self.ending_before(start - 2) if linked else None
            if not self.text(start - 1).islower():
                break
        return None

    def named_after_place(self) -> Iterator[Seat]:
        """ "Lower Shore Water Authority of Fiji": a proper name before the noun, so the place is said of it."""
        for name in self.bodies:
            words = self.words[name.first : name.last]
            own = self.gazetteer.country_of(words[0].text) if self._is_firm(words) else None
            if own is not None:  # "the Belgian Deme Group"
                start, end = words[0].start, words[0].end
                place = Name(name.block, name.first, name.last, start, end, own.name, "Demonym", 1.0, place=own)
                yield Seat(name, place, "body-of-country", 0.7)
                continue
            of = next((i for i in range(len(words) - 1, 0, -1) if words[i].lower == "of"), 0)
            within = self.block.read.block.span.start
            if of < 2 or not words[of - 1].capital:
                continue
            found = self.gazetteer.find(" ".join(w.text for w in words[of + 1 :] if w.lower != "the"))
            if found is None or found.kind not in ("city", "country"):
                continue
            heading = bool(self.lexicon.head_kinds(words[0].text))
            if (heading and (found.kind == "country" or not words[1].capital)) or words[of - 1].lower in REALMS:
                continue
            well_known = found.population >= LARGE_CITY or found.capital  # no "National University of San Marcos"
            if not well_known and all(self._is_common(w.lower) for w in words[:of] if w.capital):
                continue
            if found.kind == "city" or not words[0].acronym:
                start, end = words[of + 1].start + within, words[-1].end + within
                place = Name(name.block, name.first, name.last, start, end, found.name, "Demonym", 1.0, place=found)
                yield Seat(name, place, "body-of-country", 0.7)

    def _is_firm(self, words: Sequence[Word]) -> bool:
        """Whether a company's name has an origin and a proper name: "Belgian Deme Group", "Chinese Acme Ltd"."""
        if len(words) <= 2 or self._is_common(words[1].lower) or not words[1].capital:
            return False
        return words[-1].lower in FIRMS | self.lexicon.heads["company"]

    def _is_common(self, word: str) -> bool:
        return self.lexicon.is_topic(word) or word in self.lexicon.modifiers or bool(self.lexicon.head_kinds(word))
