"""Whether an office stands beside a name, which tells what kind of thing the name is of."""

from __future__ import annotations

from kg.extract.naming.offices import Office
from kg.extract.naming.portfolios import OF_PLACES, heads_body
from kg.extract.naming.subordination import QUOTES
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import Word, text_of
from kg.gazetteer import Gazetteer

SEATS = frozenset(("city", "town", "port", "province", "capital", "district", "village"))
BODY_WORDS = frozenset("of for the and &".split())
OFFICE_WORDS = frozenset("of for to at in the and & , ( )".split())
BEFORE_OFFICE = frozenset(
    "the a an its former acting new newly appointed elected re-elected newly-elected newly-appointed".split()
)
APPOINTED = frozenset("appointed named elected introduced nominated presented announced designated chose hired".split())
"""Verbs that give whom they name an office."""
LONGEST_OFFICE = 18
LONGEST_APPOSED = 6
LONGEST_NAME = 5
FULL_NAME = 2
BRACKET = 3
"""Words of a bracket with an acronym."""
CHIEFS = frozenset("heads ceos executives representatives leaders".split())
"""Officers of many bodies: "heads of Acme, Elm and others"."""
LED = frozenset("led headed chaired moderated".split())
LEADING = frozenset(
    """
    president chairman chairwoman chairperson chair director head chief ceo executive founder co-founder manager rector
    owner dean chancellor coo cfo cto managing-director director-general
    """.split()
)
"""Offices behind which "of" leads in a body, never a person."""


LASTING = frozenset(
    "secretary secretary-general director director-general ceo executive treasurer president vice-president".split()
)
"""Offices that no mere gathering has."""


class OfficeContext:
    """Reads the offices around a name."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self.lexicon = lexicon
        self.gazetteer = gazetteer

    def _titled(self, words: list[Word], offices: list[Office], first: int) -> bool:
        """Whether an honorific or an office stands right before the name."""
        before = words[first - 1] if first else None
        if before is not None and before.lower in self.lexicon.honorifics and (before.capital or "." in before.text):
            return True
        return any(o.capital and (o.last == first or self._host_between(words, o.last, first)) for o in offices)

    def _behind_office(self, words: list[Word], offices: list[Office], first: int) -> bool:
        """ "The Ambassador of Serbia to Kazakhstan, Vesna Obradinović": behind an office, its bodies and a comma."""
        if first < 2 or words[first - 1].text != ",":
            return False
        before = [o for o in offices if o.last < first and first - o.last <= LONGEST_OFFICE]
        office = words[before[-1].first : before[-1].last] if before else []
        if not office or not CHIEFS.isdisjoint(w.lower for w in office):
            return False
        return all(
            word.capital or word.lower in OFFICE_WORDS or word.possessive or self.lexicon.head_kinds(word.text)
            for word in words[before[-1].last : first - 1]
        )

    def _sole_name(self, words: list[Word], offices: list[Office], first: int) -> bool:
        """ "The President of Nis University, Antić, praised …": one word that closes what an office in a named body
        opens."""
        closed = first + 2 < len(words) and words[first + 1].text == "," and words[first].text.istitle()
        if not closed or not words[first + 2].text.islower() or not self._behind_office(words, offices, first):
            return False
        office = [o for o in offices if o.last < first][-1]
        if not any(words[i].initial for i in range(max(0, office.first - 1), office.last)):
            return False
        between = words[office.last : first - 1]
        return not OF_PLACES.isdisjoint(office.heads) or any(
            "organization" in self.lexicon.head_kinds(word.text) for word in between if word.capital
        )

    def _under_office(self, words: list[Word], offices: list[Office], first: int) -> bool:
        """ "Oceania Freight director Mark Tallis": right behind an office in small letters and whose it is."""
        office = next((o for o in offices if o.last == first and not o.capital), None)
        before = words[office.first - 1] if office is not None and office.first else None
        owned = before is not None and (before.capital or before.possessive or heads_body(before, self.lexicon))
        return office is not None and owned and not office.plural(words)

    def _governs(self, words: list[Word], offices: list[Office], first: int, last: int) -> bool:
        """ "Cairns mayor Bob Hill", "his Ica counterpart": what only a place can be."""
        office = next((o for o in offices if o.first in (last, last + 1)), None)
        if office is None or last - first >= FULL_NAME or words[first].acronym or words[first].lower.endswith("bank"):
            return False
        if office.heads == ("counterpart",):
            return office.first == last and words[first - 1].lower in ("his", "her", "their", "its")
        if OF_PLACES.isdisjoint(office.heads):
            return False
        after = words[office.last] if office.last < len(words) else None
        named = after is not None and (after.capital or after.text == ",") and office.last == office.core_last
        return words[last].possessive if office.first > last else named

    def _second_of_office(self, words: list[Word], offices: list[Office], first: int) -> bool:
        """ "Presidents Ali Kamal and Omar Diallo": behind "and" and a name that a plural office stands before."""
        if first < FULL_NAME or words[first - 1].lower != "and":
            return False
        before = [o for o in offices if o.last < first - 1 <= o.last + LONGEST_NAME]
        if not before or not before[-1].plural(words):
            return False
        named = words[before[-1].last : first - 1]
        named = named[1:] if named[0].text == "," else named
        return all(word.capital or (index and word.lower == "of") for index, word in enumerate(named))

    def _leads(self, words: list[Word], first: int) -> bool:
        """ "A delegation headed by Amina Yusuf": what bodies and meetings are led by is a person."""
        return first > 1 and words[first - 1].lower == "by" and words[first - 2].lower in LED

    def _behind_body(self, words: list[Word], offices: list[Office], first: int) -> bool:
        """ "Rector of the University of Lima Ana Rojas", "Head of the Lima Chamber of Trade, Mines and Crafts (LCT) Ana
        Rojas": right behind the body of an office."""
        before = [o for o in offices if o.last + 1 < first and first - o.last <= LONGEST_OFFICE]
        shortened = first > BRACKET and [w.text for w in words[first - BRACKET : first : 2]] == ["(", ")"]
        end = first - BRACKET if shortened and words[first - FULL_NAME].acronym else first
        quoted = words[end - 1].text in QUOTES
        if not before or words[before[-1].last].lower not in ("of", "at") or not (quoted or words[end - 1].capital):
            return False
        between = [word for word in words[before[-1].last : end] if word.text not in QUOTES]
        return any(self.lexicon.head_kinds(w.text) for w in between) and all(
            w.capital or w.possessive or w.lower in BODY_WORDS or (end < first and w.text == ",") for w in between
        )

    def _mayor_before(self, words: list[Word], offices: list[Office], first: int) -> bool:
        """ "Mayor Ana Rojas of Lima": whether an office of a place, a name and "of" stand before."""
        before = [o for o in offices if OF_PLACES & set(o.heads) and o.last < first - 1 <= o.last + LONGEST_NAME]
        return words[first - 1].lower == "of" and any(all(w.capital for w in words[o.last : first - 1]) for o in before)

    def _host_between(self, words: list[Word], start: int, end: int) -> bool:
        """ "Chargé d'affaires to Pakistan" before a name."""
        if not start + 1 < end <= start + 5 or words[start].lower not in ("to", "of"):
            return False
        start += 2 if words[start + 1].lower == "the" else 1
        end -= words[end - 1].lower in (*SEATS, "region", "state", "county", "area", "oblast")
        return self.gazetteer.find(text_of(words[start:end])) is not None

    def _before_office(self, words: list[Word], offices: list[Office], last: int) -> bool:
        """ "Acme Chief Executive Officer": the office right behind a name is held in it; "Grant Palmer MP" is none."""
        return any(o.first == last and o.capital and words[last].lower not in self.lexicon.suffixes for o in offices)

    def _names_its_officer(self, words: list[Word], offices: list[Office], last: int) -> bool:
        """ "Zambia Lumwana Country Manager Ana Rojas": a body's name, as an office and whoever holds it follow."""
        office = next((o for o in offices if o.first == last), None)
        after = words[office.last] if office is not None and office.last < len(words) else None
        return after is not None and after.capital and words[last].lower not in self.lexicon.suffixes

    def _run_for_good(self, words: list[Word], offices: list[Office], first: int) -> bool:
        """ "Secretary-General of the Pacific Conference of Churches": a gathering has no lasting officers."""
        start = first - (2 if words[first - 1].lower == "the" else 1)
        lasting = (o for o in offices if o.last == start and not LASTING.isdisjoint(o.heads))
        return words[start].lower == "of" and any(lasting) and not any(c.isdigit() for c in words[first].text)

    def _of_office(self, words: list[Word], offices: list[Office], first: int) -> bool:
        """ "Speaker of the National Assembly": whether a name stands behind an office and "of"."""
        start = first - (2 if words[first - 1].lower == "the" else 1)
        return words[start].lower == "of" and any(o.last == start for o in offices)

    def _led_by_office(self, words: list[Word], offices: list[Office], first: int) -> bool:
        """ "Chairman and president of Kexim": whether what stands behind an office and "of" is what it leads."""
        if words[first - 1].lower != "of" or first < FULL_NAME:
            return False
        return any(o.last == first - 1 and not LEADING.isdisjoint(o.heads) for o in offices)

    def _owns_office(self, words: list[Word], offices: list[Office], last: int) -> bool:
        """ "Drake Marine's chairman": whether an office stands behind the name's possessive."""
        owned = last < len(words) and words[last].possessive
        return owned and any(o.first == last + 1 for o in offices)

    def _appositive(self, words: list[Word], offices: list[Office], first: int, last: int) -> bool:
        """Whether an office or "who" follows after a comma: "Ali Kamal, Chief Economist …", "named Ali Kamal as its
        director"."""
        while last < len(words) and words[last].capital and words[last].lower in self.lexicon.suffixes:
            last += 1
        appointed = last < len(words) and words[last].lower == "as" and words[first - 1].lower in APPOINTED
        if last >= len(words) or not (appointed or words[last].text in (",", "(")):
            return False
        behind = last + 1
        if behind < len(words) and words[behind].lower == "who":
            return True
        while behind < min(len(words), last + LONGEST_APPOSED) and (
            words[behind].lower in BEFORE_OFFICE or self._national(words[behind]) or self._of_body(words, behind)
        ):
            behind += 1
        return any(last < o.first <= behind for o in offices)

    def _of_body(self, words: list[Word], index: int) -> bool:
        """Whether "bank's" in "the bank's director" stands there, or the sign of "Chad's"."""
        if words[index].possessive:
            return words[index - 1].lower in self.lexicon.before_body or self._national(words[index - 1])
        return words[index].lower in self.lexicon.before_body and words[index + 1 : index + 2] != []

    def _body_and_office(self, words: list[Word], offices: list[Office], last: int) -> bool:
        """ "Ajay Rao, World Bank Group President, …", "Mei Lin, the Delta Bank director, …": a body, then an office
        that no other name follows."""
        start = last + 1
        if last >= len(words) or words[last].text != ",":
            return False
        start += start < len(words) and words[start].lower == "the"
        office = next((o for o in offices if start < o.first <= start + LONGEST_APPOSED), None)
        if office is None or not all(w.capital or w.text in "()" for w in words[start : office.first]):
            return False
        return office.last >= len(words) or not words[office.last].capital

    def _national(self, word: Word) -> bool:
        place = self.gazetteer.find(word.text)
        return self.gazetteer.country_of(word.text) is not None or (place is not None and place.kind == "country")
