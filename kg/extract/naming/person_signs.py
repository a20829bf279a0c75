"""Signs in a name's own words that it is a person's: given names, endings of surnames, no word for anything else."""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import combining, normalize

from kg.extract.naming.office_context import OFFICE_WORDS, OfficeContext
from kg.extract.naming.offices import Office
from kg.extract.text.words import Word

ARTICLE_INSIDE = re.compile("-(?:u[dlnrstz]|al|el)-")
"""As in "Noor-ul-Ain"."""
CALLED_BY_FIELD = frozenset("ministry university committee commission council chamber agency union institute".split())
"""Bodies called by their fields or places, by no plain name behind them."""
FULL_NAME = 2
LARGE_CITY = 250_000
"""A single word that is the name of a smaller city needs a sign that a place is meant."""
SHORTEST_SURNAME = 5
SHORTEST_SHOUTED = 4
FAMILY_FIRST = frozenset(
    "nguyen tran pham phan bui huynh hoang dang trinh truong doan duong ngo dinh luong le vo vu ho cao".split()
)
"""Family names that open full ones."""
SHORT_WORD = 3


def called_again(name: str) -> str | None:
    """By what somebody is called again: the last word, a short one only where it is given, "Ha" of "Ho Quoc Ha"."""
    first, *_, last = name.split()
    return last if len(last) >= SHORT_WORD or first.casefold() in FAMILY_FIRST else None


class PersonSigns(OfficeContext):
    """Reads the words of one name at a time."""

    is_common: Callable[[str], bool]

    def _given(self, words: list[Word], first: int, last: int) -> bool:
        """Whether a given name opens it, and a word that can be a surname closes it, or a word with the ending of one:
        "Ana Rojas", "Arkhat Mukhanbetov"."""
        given = self._first_name(words[first])
        place = self.gazetteer.find(words[last - 1].text) if given and last - first == FULL_NAME else None
        called_after = place is not None and place.kind in ("city", "province")  # "Antonia Orellana"
        plain = (
            given
            and not self.lexicon.is_topic(words[last - 1].lower)
            and (self.plain_names(words, first + 1, last) or self._known_person(words, first, last))
        )
        return called_after or plain or (self._surname(words[last - 1]) and self.plain_names(words, first, last))

    def _behind_held_office(self, words: list[Word], offices: list[Office], first: int) -> bool:
        """ "Ana Rojas, Managing Director, Dala Temir": whether what stands behind an office and a comma is whose it is,
        as somebody who holds it is named before."""
        if not self._behind_office(words, offices, first):
            return False
        office = next(o for o in reversed(offices) if o.last < first)
        if any("organization" in self.lexicon.head_kinds(word.text) for word in words[office.last : first - 1]):
            return False  # it has its body: "Ana Rojas, Director, Kwanza Bank, Joe Phiri"
        start = office.first
        if words[start - 1].lower == "the":  # "and the rector, Ana Rojas"
            return False
        while start > 0 and (words[start - 1].capital or words[start - 1].lower in OFFICE_WORDS):
            start -= 1
        while words[start].lower in self.lexicon.honorifics:
            start += 1
        comma = next(i for i in range(start, first) if words[i].text == ",")
        return comma - start >= FULL_NAME and self._given(words, start, comma)

    def _behind_unnamed(self, words: list[Word], offices: list[Office], first: int, last: int) -> bool:
        """ "The secretary of the ministry Ana Rojas": a full name behind an office and a body that is not named."""
        called = words[first - 1].lower in CALLED_BY_FIELD or words[first].lower in self.lexicon.given_names
        held = called and any(o.last == first - FULL_NAME - 1 for o in offices) and words[first - 2].lower == "the"
        return held and last - first >= FULL_NAME and self.plain_names(words, first, last)

    def _first_name(self, word: Word) -> bool:
        """ "Ana", "Jean-Pierre", "Noor-ul-Ain", "K.P."."""
        given = self.lexicon.given_names
        known = word.lower in given or word.lower.partition("-")[0] in given or unaccented(word.lower) in given
        return known or _initials(word) or ARTICLE_INSIDE.search(word.text) is not None

    def _surname(self, word: Word) -> bool:
        if word.text.startswith(("O'", "O’")) and word.text[2:3].isupper():
            return True
        return (
            word.lower.endswith(self.lexicon.surname_endings)
            and len(word.text) > SHORTEST_SURNAME
            and not self.is_common(word.lower)
        )

    def _known_person(self, words: list[Word], first: int, last: int) -> bool:
        """Whether a given name or a surname's ending tells that a city's name inside is a person's, too: "Kazuo
        Kanazawa", "Moussa Ba"."""
        known = words[first].lower in self.lexicon.given_names and not self.gazetteer.find(words[first].text)
        person = known or self._surname(words[last - 1])
        return last - first > 1 and person and not self.names_country(words, first, last)

    def unknown_words(self, words: list[Word], first: int, last: int) -> bool:
        """Whether the words are neither fields nor nouns for bodies: behind an office and its country, a person's."""
        return all(
            w.capital and not (w.acronym or self.lexicon.is_field(w.lower) or self.lexicon.head_kinds(w.text))
            for w in words[first:last]
        )

    def names_country(self, words: list[Word], first: int, last: int) -> bool:
        """Whether one of the words is a country's name."""
        places = [self.gazetteer.find(w.text) for w in words[first:last]]
        return any(place is not None and place.kind == "country" for place in places)

    def plain_names(self, words: list[Word], first: int, last: int) -> bool:
        """Whether the words can only be a person's name: no field, place, head noun or common word among them."""
        given = self._known_person(words, first, last)
        shouted = last - first > 1 and all(_shouted(word) for word in words[first:last])
        return (
            words[first].capital
            and all(
                (word.capital or word.lower in self.lexicon.particles)
                and (not word.acronym or shouted or _initials(word) or (index == last - 1 > first and _shouted(word)))
                and word.lower not in self.lexicon.topics
                and word.lower not in self.lexicon.modifiers
                and not self.lexicon.head_kinds(word.text)
                and (
                    given
                    or word.lower in self.lexicon.given_names
                    or (word.lower in self.lexicon.particles and first < index < last - 1)  # "Phan Van Hoa"
                    or not self.well_known_place(word.text)
                )
                for index, word in enumerate(words[first:last], first)
            )
            and not all(self.is_common(word.lower) for word in words[first:last])
        )

    def shouted(self, word: Word) -> bool:
        """Whether capitals throughout can be a family name's: "TSUJI"; of "ASEAN" it is known what it is."""
        return _shouted(word) and word.lower not in self.lexicon.acronyms | self.lexicon.common_acronyms

    def family_first(self, words: list[Word], first: int, last: int) -> bool:
        """ "TSUJI Kiyota", "Park Min-jun": a family name that looks like an acronym or a noun, then given ones."""
        word = words[first]
        noun = bool(self.lexicon.head_kinds(word.text)) and "-" in words[first + 1].text
        return (noun or self.shouted(word)) and self.plain_names(words, first + 1, last)

    def well_known_place(self, text: str) -> bool:
        place = self.gazetteer.find(text)
        return place is not None and (place.kind != "city" or place.population >= LARGE_CITY)


def unaccented(text: str) -> str:
    """ "Martin" for "Martín"."""
    return text if text.isascii() else "".join(c for c in normalize("NFKD", text) if not combining(c))


def _initials(word: Word) -> bool:
    """ "A.M." before a surname."""
    return word.text[-1] == "." and all(len(part) == 1 for part in word.text[:-1].split("."))


def _shouted(word: Word) -> bool:
    """ "SAITO" in "Masashi SAITO": long enough, and with the vowels of a word that is spoken."""
    return len(word.text) >= SHORTEST_SHOUTED and sum(c in "AEIOUY" for c in word.text) >= FULL_NAME
