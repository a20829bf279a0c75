"""Signs in a name's own words that it is a person's: given names, endings of surnames, no word for anything else."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from unicodedata import combining, normalize

from kg.extract.naming.chunking import Chunk
from kg.extract.naming.office_context import OFFICE_WORDS, OfficeContext
from kg.extract.naming.offices import Office
from kg.extract.naming.place_signs import PARTS_OF_LANDS, PLACE_LEADERS
from kg.extract.text.words import Word, text_of

ARTICLE_INSIDE = re.compile("-(?:u[dlnrstz]|al|el)-")
"""As in "Noor-ul-Ain"."""
INITIALS = re.compile(r"\w\.(?:\w\.|Kh\.|Ch\.|Sh\.|Zh\.|Y[aeou]\.|Ts\.|Dj\.)*|(?:Kh|Ch|Sh|Zh|Y[aeou]|Ts|Dj)\.\w\.")
CALLED_BY_FIELD = frozenset(
    "ministry university committee commission council chamber agency union institute federation association".split()
)
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
        return known or initials(word) or ARTICLE_INSIDE.search(word.text) is not None

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
                and (not word.acronym or shouted or initials(word) or (index == last - 1 > first and _shouted(word)))
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

    def short_for_a_field(self, ending: Sequence[Word]) -> bool:
        """ "ICT", "AI" behind a word of a name; "Loi", "SA" and those of a "Ministry of ICT" are not."""
        before, word = ending
        short = word.acronym and word.lower in self.lexicon.common_acronyms and before.lower not in ("of", "and", "&")
        return short and word.lower not in self.lexicon.heads["company"]

    def post_nominal(self, word: Word) -> bool:
        """ "OBE", "CMG" behind a full name; "II" is part of it."""
        written = word.acronym or word.text[1:2].isupper()
        return written and word.lower in self.lexicon.suffixes and not set(word.lower) <= {"i", "v"}

    def noun_before_name(self, words: list[Word], chunk: Chunk) -> bool:
        """ "The Vice-Rector of the University Ken Murata": a mere noun for a body, then a full name."""
        head, last = chunk.head, chunk.last
        opens = head == chunk.first and words[head - 1].lower == "the" and last - head > FULL_NAME
        return (
            opens
            and head is not None
            and (
                words[head + 1].lower in self.lexicon.given_names
                or (words[head].lower in CALLED_BY_FIELD and last - head > FULL_NAME + 1)
            )
        )

    def country_before_name(self, words: list[Word], chunk: Chunk, sent: bool = False) -> int:
        """Where a person's name begins behind a country: "Kenyan Joe Mucheru", "to Pakistan Pang Chunxue", "of the
        Republic of Serbia Dragoslav Petkovljev", "the ministers of Peru Ana Rojas and Chile Juan Prieto"; the chunk's
        own beginning where none does ("Korea Hydro Power"). ``sent`` tells that an office leads to it."""
        first, last = chunk.first, chunk.last
        noun = chunk.head
        if noun is not None and not (sent and first < noun < last - 1 and self.family_first(words, noun, last)):
            return first
        realm = self.gazetteer.find(text_of(words[first : first + FULL_NAME]))
        if realm is not None and realm.kind == "country" and last - first > FULL_NAME + 1:
            return first + FULL_NAME
        if self.gazetteer.country_of(words[first].text):
            final = words[last - 1].lower
            return first if self.lexicon.is_topic(final) or self.is_common(final) else first + 1
        if last - first > FULL_NAME and self.gazetteer.country_of(text_of(words[first : first + FULL_NAME])):
            return first if chunk.kinds else first + FULL_NAME
        loose = first > 0 and words[first - 1].lower == "and"
        led = loose or (first > 0 and words[first - 1].lower in (*PLACE_LEADERS, *PARTS_OF_LANDS, "the", ",", "for"))
        for end in range(last - FULL_NAME, first, -1):
            place = self.gazetteer.find(text_of(words[first:end]))
            link = first - (2 if words[first - 1].lower == "the" else 1)
            beside = (
                link > 0 and words[link].lower in ("of", "to") and words[link - 1].lower in self.lexicon.title_heads
            )
            held = beside or (
                sent and (words[link].lower in ("of", "to") or (loose and self._second_post(words, first)))
            )
            city = place is not None and place.kind in ("city", "province") and (held or words[first - 1].lower == "in")
            known = place is not None and (place.kind in ("country", "region") or city) and led
            named = (city and words[end].lower in self.lexicon.given_names) or self.plain_names(words, end, last)
            named = named or (held and self.family_first(words, end, last))
            if loose and not held and not self._given(words, end, last):  # "and Kazakhstan Temir Zholy"
                continue
            calls = [i for i in range(end, last - 1) if words[i].lower in self.lexicon.given_names]
            trade = last - end > FULL_NAME and self.is_common(words[end].lower) and len(words[end].text) > SHORT_WORD
            if trade and calls and calls[0] > end:
                continue  # "of Kazan Helicopters Ana Rojas"
            if known and (named or ((beside or (held and not city)) and self.unknown_words(words, end, last))):
                return end
        return first

    def _second_post(self, words: list[Word], first: int) -> bool:
        """ "To Australia and" before a further country: where an envoy is posted, too."""
        places = (self.gazetteer.find(text_of(words[i : first - 1])) for i in range(max(0, first - 4), first - 1))
        return any(place is not None and place.kind == "country" for place in places)


def unaccented(text: str) -> str:
    """ "Martin" for "Martín"."""
    return text if text.isascii() else "".join(c for c in normalize("NFKD", text) if not combining(c))


def initials(word: Word) -> bool:
    """ "A.M.", "K.Kh." before a surname."""
    return word.text[-1] == "." and INITIALS.fullmatch(word.text) is not None


def _shouted(word: Word) -> bool:
    """ "SAITO" in "Masashi SAITO": long enough, and with the vowels of a word that is spoken."""
    return len(word.text) >= SHORTEST_SHOUTED and sum(c in "AEIOUY" for c in word.text) >= FULL_NAME
