"""Signs in a name's own words, and right behind it, that it is a business's or another body's without a core noun."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.naming.body_signs import stands_for_a_body
from kg.extract.naming.office_context import LONGEST_APPOSED
from kg.extract.naming.offices import Office
from kg.extract.naming.person_signs import FULL_NAME, SHORT_WORD, PersonSigns
from kg.extract.text.words import Word, text_of

LONGEST_ACRONYM = 5
HELD = frozenset("state-run state-owned state-controlled state-backed government-owned privately-owned parent".split())
"""What is said of businesses right before their names: "the state-run Acme"."""
LONGEST_LEAD = 5
LONGEST_TRADE = 3
"""Words behind a name to the noun that says what it is: "Ostara oil tank maker"."""
BODILY = frozenset(("organization", "company"))
ROW = frozenset((",", "and", "&"))
DESCRIBING = frozenset((",", "is", "was", "–", "—"))
"""What stands between a name and what is said of it: "Ostara, a maker of …"."""
TRADES = frozenset(
    "gold silver lithium copper capital air energies energia energie cloud labs pharma motors beverages".split()
)
"""What businesses are called by that deal in it, and fields are not: "Lobos Gold"."""


class BrandSigns(PersonSigns):
    """Reads the words of one name at a time."""

    common: frozenset[str]

    def _brand(
        self, words: list[Word], offices: list[Office], first: int, last: int, entity: Callable[[], str | None]
    ) -> bool:
        """Whether common words inside a sentence stand where a body does: "with Elm", "president of Elm"."""
        if words[first].initial or not self._may_be_a_brand(words, first, last):
            return False
        beside = self._beside_brands(words, first) if last - first == 1 else 0
        if beside > 1 or (stands_for_a_body(words, first, last) and entity() != "Place"):
            return True
        likely = beside or self._led_by_office(words, offices, first)
        return bool(likely) and entity() == "Organization"

    def _may_be_a_brand(self, words: list[Word], first: int, last: int) -> bool:
        """Whether common words can be a company's name: "Elm", no field ("Trade"), body ("Parliament") or plural."""
        goes_on = last < len(words) and (words[last].lower in ("of", "the", "for") or words[last].text.isdigit())
        return not goes_on and not any(
            self.lexicon.is_field(w.lower)
            or self.lexicon.head_kinds(w.text)
            or w.lower in self.lexicon.title_heads
            or w.lower.endswith("ism")
            or (w.lower.endswith("s") and w.lower[:-1] in self.common)
            for w in words[first:last]
        )

    def _beside_brands(self, words: list[Word], index: int) -> int:
        """How sure it is that a common word with a capital stands where a body can: 1 alone or behind a word that is
        none, "with Elm", "Ostara and Elm", 2 between two such: "Ostara, Elm and Boreal"."""
        after = words[index + 1 : index + 3]
        if "-" in words[index].text or (after and (after[0].capital or after[0].lower in ("of", "for"))):
            return 0
        beside = [words[index - 2]] if index > 1 and words[index - 1].lower in ROW else []
        beside += after[1:] if after and after[0].lower in ROW else []
        brands = sum(self._brand_like(word) for word in beside)
        return brands or int(index > 0 and words[index - 1].lower in ("with", "by", "between", "from"))

    def _brand_like(self, word: Word) -> bool:
        if self.lexicon.head_kinds(word.text) & BODILY:  # "Ostara Group, Elm and …"
            return word.capital
        known = self.is_common(word.lower) or word.lower in self.lexicon.common_acronyms
        named = word.lower in self.lexicon.given_names or self.gazetteer.find(word.text) is not None
        return word.capital and not (known or named)

    def _seated(self, words: list[Word], last: int) -> bool:
        """ "Harbour Works, based in Lima": what of several common words is no field is a body's name."""
        behind = [word.lower for word in words[last : last + 3]]
        return behind[:1] == [","] and behind[1:] in (["based", "in"], ["located", "in"])

    def _noun(self, word: Word) -> bool:
        """Whether a word can be the noun that one before it belongs to: "a bank manager", not "a bank based in"."""
        known = word.lower in self.lexicon.function or word.lower.endswith(("ed", "ing"))
        return not known and word.text[0].isalpha()

    def _described_body(self, words: list[Word], first: int, last: int) -> bool:
        """ "The energy firm Ostara", "Lobos Lithium, a subsidiary of …", "Ostara is a Dutch maker of pumps"."""
        before = words[first - 1] if first else None
        leads = before is not None and not before.capital
        if before is not None and leads and (before.lower in self.lexicon.before_body or before.lower in HELD):
            return True
        if before is not None and before.text == "," and last < len(words) and words[last].text == ",":
            lead = {w.lower for w in words[max(0, first - LONGEST_LEAD) : first - 2]}  # "A Lima clinic, Acme, paid"
            if words[first - 2].text in self.lexicon.before_body and lead & {"a", "an"}:
                return True
        if first > 1 and before is not None and before.lower in ("based", "headquartered"):
            return words[first - 2].text in ("-", "–")
        if first > 1 and before is not None and before.text == "major":  # "mining major Ostara", "a major port"
            return words[first - 2].text.isalpha() and words[first - 2].lower not in self.lexicon.function
        if self._before_trade(words, first, last):
            return True
        told = last + 2 < len(words) and words[last].text in DESCRIBING
        if not told:
            return False
        owner = next((i for i in range(last + 2, min(len(words), last + 4)) if words[i].possessive), last)
        if words[last + 1].lower not in ("a", "an", "the") and not (owner > last and words[last + 1].capital):
            return False  # "Ostara, Peru's only maker of pumps"
        begin = last + 2 if owner == last else owner + 1
        following = words[begin : begin + LONGEST_APPOSED]
        for index, word in enumerate(following):
            if word.lower in self.lexicon.before_body and not word.capital:
                behind = words[begin + index + 1] if begin + index + 1 < len(words) else None
                return behind is None or not (behind.possessive or self._noun(behind))
            if word.lower in ("of", "in", "that", "which", "who", ",") or not (
                word.text[0].isalnum() or word.text == "-"
            ):
                return False
        return False

    def _before_trade(self, words: list[Word], first: int, last: int) -> bool:
        """ "Peru's Ostara mining group", "the Ostara news agency": what it is said to be stands behind the name."""
        behind = words[last : last + LONGEST_TRADE]
        noun = next((i for i, word in enumerate(behind) if word.lower in self.lexicon.before_body), None)
        placed = noun is None or self.gazetteer.find(text_of(words[first:last]).replace("’", "'"))
        if noun is None or placed or any(w.capital or not w.text.isalpha() for w in behind[: noun + 1]):
            return False
        trades = all(self._noun(word) or self.lexicon.is_topic(word.lower) for word in behind[:noun])
        return trades and not all(self._plain_word(word) for word in words[first:last])

    def _like_a_business(self, words: list[Word], first: int, last: int, entity: str | None) -> bool:
        """Signs that a name without a core noun is a body's: "the" before it, a field or plural at its end ("Gezira
        Farms", "Lobos Lithium"), a city at its beginning ("Apia Cocoa")."""
        if first and words[first - 1].lower == "the":
            return True
        final = words[last - 1].lower
        plural = (
            entity != "Person" and final.endswith("s") and len(final) > SHORT_WORD + 1 and final[:-1] in self.common
        )
        place = self.gazetteer.find(words[first].text)
        placed = (
            place is not None
            and words[first].lower not in self.lexicon.ambiguous_places
            and self.well_known_place(words[first].text)
        )
        return self.lexicon.is_topic(final) or final in TRADES or plural or (placed and self.is_common(final))

    def _written_as_brand(self, words: list[Word], first: int, last: int) -> bool:
        """ "GoTo", "ACR": no city is written so."""
        word = words[first]
        return last - first == 1 and ((word.acronym and len(word.text) <= SHORT_WORD) or self._camel(word))

    def _camel(self, word: Word) -> bool:
        """ "SungEel", "HiTech", "eBay": capitals inside are for brands, save in names like "McKay" and "O'Neil"."""
        inner = [i for i, c in enumerate(word.text) if i > 1 and c.isupper() and word.text[i - 1].islower()]
        return (
            bool(inner)
            and not word.text.startswith(("Mc", "Mac", "De", "La", "Le", "O'", "O’", "Fitz"))
            and "-" not in word.text
        )

    def hyphenated(self, word: Word) -> bool:
        return "-" in word.text or "–" in word.text

    def pair_of_places(self, word: Word) -> bool:
        """ "China-Pakistan", as in "China-Pakistan ties"; not "Guinea-Bissau"."""
        if not self.hyphenated(word) or self.gazetteer.find(word.text.replace("–", "-")) is not None:
            return False
        parts = word.text.replace("–", "-").split("-")
        return all(self.gazetteer.find(p) or self.gazetteer.country_of(p) for p in parts)

    def _all_fields(self, words: list[Word], first: int, last: int) -> bool:
        return all(w.lower in self.lexicon.topics or w.lower in self.lexicon.modifiers for w in words[first:last])

    def _plain_word(self, word: Word) -> bool:
        """A common word, or an acronym for one: "IT" is, "BC" is not."""
        if word.acronym and len(word.text) <= LONGEST_ACRONYM:
            return word.lower in self.lexicon.common_acronyms
        return self.is_common(word.lower)

    def _unspoken(self, word: Word, length: int) -> bool:
        """ "PKN Dala": an acronym that nobody is called."""
        letters = word.text.casefold()
        return (
            length > 1
            and word.acronym
            and letters.isalpha()
            and len(letters) >= SHORT_WORD
            and not set(letters) & set("aeiouy")
        )

    def _ends_in_country(self, words: list[Word], first: int, last: int) -> bool:
        """ "Lithium Australia", "Bursa Malaysia", "ETH Zurich": a business with its country, an acronym with a city."""
        place = self.gazetteer.find(text_of(words[first + 1 : last])) or self.gazetteer.find(words[last - 1].text)
        if place is None:
            return False
        opening = self.gazetteer.find(words[first].text)
        abroad = opening is None or (opening.country != place.country and opening.kind == "city")
        return (place.kind in ("country", "province") and abroad) or (
            words[first].acronym and place.kind == "city" and last - first == FULL_NAME
        )
