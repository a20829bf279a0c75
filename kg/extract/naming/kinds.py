"""Decides what kind of thing a name names: by its core noun, the gazetteer, titles and offices around it, its shape,
and, least, by spaCy's recogniser."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.naming.body_signs import LIKELY, POSSIBLE, SURE, has_staff, is_gathering, stands_for_a_body
from kg.extract.naming.brand_signs import BrandSigns
from kg.extract.naming.chunking import WHOLE_HEADS, Chunk
from kg.extract.naming.office_context import SEATS
from kg.extract.naming.offices import ROYAL, Office
from kg.extract.naming.person_signs import LARGE_CITY
from kg.extract.naming.place_signs import (
    HEAVENS,
    PLACE_LEADERS,
    before_based,
    behind_based,
    called_a_place,
    in_a_building,
    in_its_country,
    in_row_of_places,
    nameless,
    stands_for_a_place,
)
from kg.extract.naming.portfolios import OF_PLACES
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import INITIALLED, NUMBERED, ORDINALS, Word, text_of
from kg.gazetteer import Gazetteer, GazetteerPlace

HOUSES = frozenset("headquarters office offices campus branch plant factory embassy summit meeting talks".split())
TRAVELLED = frozenset("visit visits visited visiting tour toured left reached".split())
GOING = frozenset("on went go goes came travelled traveled moved flew proceeded drove returned trip visit back".split())
"""Words behind which "to" leads to a place."""
REALMS = frozenset(("republic", "kingdom", "sultanate", "emirate", "principality"))
GOVERNMENT = frozenset(("government", "govt", "governments", "side", "authorities"))
GOVERNING = frozenset(("permanent", "general", "national", "legislative", "parliamentary"))
ASSEMBLED = frozenset("annual world youth plenary students first second third".split())
"""Words for assemblies that are events: "World Water Assembly"."""
PAPERS = frozenset("document documents note notes contract minutes arrangement".split())
"""What agreements are called, and much else."""
SHOWS = frozenset(("expo", "exposition", "festival", "feria"))
"""What names of events begin with: "Expo Madera"."""
SITTINGS = frozenset(("assembly", "council", "commission"))
"""Nouns for bodies that are counted by their sittings."""
TRADING = frozenset(("trade", "business", "economic", "investment"))
PERIODS = frozenset("year fy phase period quarter article section paragraph chapter resolution no number line".split())
"""Nouns whose number makes no event of them: "Fiscal Year 2016"."""
AGENCIES = (["united", "nations"], ["world", "food"])
"""Beginnings of programmes that are bodies: "United Nations Development Programme"."""
COMPANY_OPENERS = frozenset("PT CV JSC OJSC CJSC PJSC LLC LLP OOO ZAO PAO SOE".split())
"""Forms of companies that stand before their names: "PT Maju Jaya", "JSC Dala Oil"."""
FULL_NAME = 2
Judged = tuple[str | None, float, GazetteerPlace | None]
Entity = Callable[[], str | None]
"""The kind that spaCy's recogniser gives a name, asked for only where it counts: to recognise takes its time."""


class KindJudge(BrandSigns):
    """Judges one name at a time, from the words around it."""

    def __init__(
        self, lexicon: Lexicon, gazetteer: Gazetteer, common: frozenset[str], is_common: Callable[[str], bool]
    ) -> None:
        super().__init__(lexicon, gazetteer)
        self.common = common
        self.is_common = is_common

    def asks(self, words: list[Word], offices: list[Office], chunk: Chunk, text: str) -> bool:
        """Whether the kind of a name may hang on what spaCy's recogniser calls it."""
        asked = False

        def entity() -> None:
            nonlocal asked
            asked = True

        self.kind(words, offices, chunk, text, entity)
        return asked

    def kind(self, words: list[Word], offices: list[Office], chunk: Chunk, text: str, entity: Entity) -> Judged:
        """The kind of a name, how plain the signs of it are, and what the gazetteer knows of it as a place."""
        first, last = chunk.first, chunk.last
        if chunk.person:
            return "Person", 0.8, None
        if chunk.body:
            return "Organization", 1.0, None
        if words[last - 1].lower == "corps" and words[last - 2].lower in ("diplomatic", "consular"):
            return None, 0.0, None
        country = self.gazetteer.country_of(text)
        if country:
            return "Demonym", 1.0, country
        if last - first == 1 and words[first].lower in HEAVENS and first and words[first - 1].lower in PLACE_LEADERS:
            return None, 0.0, None
        if last - first > 1 and words[first].text.rstrip(".") in COMPANY_OPENERS:
            return "Organization", 0.85, None
        place = self.gazetteer.find(text)
        if nameless(words, first, last) or (self.pair_of_places(words[first]) and not chunk.kinds and place is None):
            return None, 0.0, None
        unplaced = place is None or words[first].lower in REALMS
        if last - first == 1 and unplaced and self._mere_noun(words[first], chunk):
            return None, 0.0, None
        if INITIALLED.fullmatch(words[first].text) and not chunk.kinds:
            return "Person", 0.9, None
        titled = self._titled(words, offices, first) and not (last - first == 1 and words[first].acronym)
        if place and place.kind in ("city", "province") and self._written_as_brand(words, first, last):
            place = None
        if place and place.kind in ("country", "region"):
            return "Place", 1.0, place
        headed = bool(chunk.kinds) and (chunk.head == last - 1 or self._named_after(words, chunk))
        if before_based(words, last) and (place or not (words[first].acronym or self._all_common(words, first, last))):
            return "Place", 1.0, place
        common = last - first == 1 and self.is_common(words[first].lower)
        named = titled and not headed and not self._all_fields(words, first, last)
        if named and not (common and (words[first].lower.endswith("s") or entity() != "Person")):
            return "Person", 0.95, None
        if chunk.head == first and last - first > 1 and words[first].lower in WHOLE_HEADS:  # "University of Texas"
            place = None
        seated = place is not None and place.kind == "city" and stands_for_a_body(words, first, last) == SURE
        if place and last - first > 1 and not seated:
            return "Place", 1.0, place
        governed = self._governed(words, first, last)
        if governed:
            return "Place", 0.9, governed
        if place and not (last - first == 1 and chunk.kinds & {"event", "organization", "programme"}):
            if self._governs(words, offices, first, last) or self._mayor_before(words, offices, first):
                return "Place", 0.9, place
            held = self._before_office(words, offices, last) and entity() == "Person"
            return self._city_or_not(words, first, last, (lambda: "Organization") if held else entity, place)
        if behind_based(words, first) and not (self._first_name(words[first]) or chunk.kinds & {"agreement"}):
            return "Organization", 0.9, None
        if chunk.kinds:
            noun = words[chunk.head or first].lower
            if noun in ("assembly", "panel") and self._of_office(words, offices, first):
                return "Organization", 0.9, None
            if noun in ("forum", "conference", "congress") and self._run_for_good(words, offices, first):
                return "Organization", 0.9, None
            kind = self._by_head(words, chunk, entity)
            if kind:
                return kind, 0.85, None
        return self._by_shape(words, offices, first, last, entity)

    def _mere_noun(self, word: Word, chunk: Chunk) -> bool:
        """ "City", "Republic", and "Briefing" where a sentence begins: no names by themselves."""
        if word.lower.endswith(("-level", "-led", "-wide")):  # "Minister-level officials"
            return True
        return chunk.kinds == {"place"} or word.lower in REALMS or (word.initial and "event" in chunk.kinds)

    def _governed(self, words: list[Word], first: int, last: int) -> GazetteerPlace | None:
        """ "Government of Kenya", "Chinese Government": the country itself."""
        lowers = [w.lower for w in words[first:last]]
        if lowers[0] == "government" and len(lowers) > 2 and lowers[1] == "of":
            return self.gazetteer.find(
                " ".join(w.text for w in words[first:last][2:] if w.lower != "the")
            ) or self._tail_place(words, first, last)
        if lowers[-1] in GOVERNMENT and len(lowers) > 1:
            rest = " ".join(w.text for w in words[first : last - 1] if w.lower != "federal")
            return self.gazetteer.country_of(rest) or self.gazetteer.find(rest)
        return None

    def _tail_place(self, words: list[Word], first: int, last: int) -> GazetteerPlace | None:
        """The country in "Government of the People's Republic of China"."""
        for start in range(first + 2, last):
            place = self.gazetteer.find(text_of(words[start:last]))
            if place:
                return place
        return None

    def _city_or_not(self, words: list[Word], first: int, last: int, entity: Entity, place: GazetteerPlace) -> Judged:
        before = words[first - 1].lower if first else ""
        after = words[last] if last < len(words) else None
        led = before in PLACE_LEADERS or (after is not None and (after.text == "," or after.possessive))
        owner = after is not None and after.possessive and last + 1 < len(words) and words[last + 1].capital
        led_by_noun = before == "of" and first > 1 and words[first - 2].lower in (*SEATS, *self.lexicon.title_heads)
        called = called_a_place(words, last) or in_row_of_places(words, first, last)
        if called or (led_by_noun and words[first - 2].lower in OF_PLACES):
            return "Place", 0.9, place
        known = place.population >= LARGE_CITY or place.capital
        travelled = before in TRAVELLED and known
        if after is not None and after.text == "," and in_its_country(self.gazetteer, words, last + 1, place):
            return "Place", 0.95, place
        if owner and (place.capital or place.population >= LARGE_CITY):
            return "Place", 0.8, place  # "a subsidiary of Lima's Acme Holdings"
        if stands_for_a_body(words, first, last) == SURE or (
            not place.capital and self._described_body(words, first, last)
        ):
            return "Organization", 0.95, None
        common = words[first].lower in self.lexicon.ambiguous_places
        large = known and not common
        went = first > 1 and words[first - 2].lower in GOING
        reached = before == "to" and (large or went) and words[first].lower not in self.lexicon.given_names
        noun = after is not None and after.lower in self.lexicon.before_body  # "the Lima company Acme"
        trading = noun and last + 1 < len(words) and words[last + 1].capital
        behind_body = before == "," and first > 1 and words[first - 2].capital  # "Delta University, Zaria"
        behind_body = behind_body and (
            (place.capital and words[first - 2].acronym)
            or "organization" in self.lexicon.head_kinds(words[first - 2].lower)
        )
        seated = owner or behind_body or led_by_noun or before in ("in", "at", "from", "near")
        placed = seated or travelled or reached or trading or (large and after is not None and after.lower in HOUSES)
        free = words[first].lower not in self.lexicon.given_names and before not in self.lexicon.honorifics
        seat = place.capital and not common and free
        if not (placed or seat) and entity() == "Person":
            return "Person", 0.5, None
        if large and led:
            return "Place", 0.9, place
        if large or trading or (led and not common) or entity() == "Place":
            return "Place", 0.9 if entity() == "Place" else 0.7, place
        if words[first].acronym or entity() == "Organization":
            return "Organization", 0.5, None
        return ("Place", 0.5, place) if not common else (None, 0.0, None)

    def _by_head(self, words: list[Word], chunk: Chunk, entity: Entity) -> str | None:
        kinds, head = chunk.kinds, words[chunk.head].lower if chunk.head is not None else ""
        alone = chunk.last - chunk.first == 1
        if "company" in kinds and not (alone or chunk.head == chunk.first):
            return "Organization"
        leading = chunk.head == chunk.first and not self._named_after(words, chunk)
        if leading and not alone and "organization" in kinds and not self.is_common(head):
            return "Organization"  # "Universitas Negeri Malang": no English noun begins a name by chance
        trading = self.lexicon.is_topic(words[chunk.last - 1].lower) and chunk.head == chunk.first
        if trading and not alone and kinds == {"place"} and words[chunk.first + 1].lower != "of":
            return None  # "Gulf Energy"
        if leading and not alone:
            called = entity()
            return "Event" if head in SHOWS else called if called in ("Person", "Place", "Organization") else None
        if head in SITTINGS and self._numbered_sitting(words, chunk):
            return "Event"
        if "agreement" in kinds and head not in PAPERS:
            return "Agreement"
        lowers = {w.lower for w in words[chunk.first : chunk.last]}
        if head == "survey" and "geological" not in lowers:
            return None
        if "event" in kinds and "organization" in kinds:
            bodily = lowers & GOVERNING or (head == "mission" and not lowers & TRADING)
            bodily = bodily or (head == "assembly" and not lowers & ASSEMBLED)
            return "Organization" if bodily else "Event"
        if "programme" in kinds and [w.lower for w in words[chunk.first : chunk.first + 2]] in AGENCIES:
            return "Organization"
        if "programme" in kinds and "organization" in kinds:
            return "Programme" if head.endswith("ies") else "Organization"
        if {"organization", "place"} <= kinds and not alone and (chunk.head == chunk.last - 1 or head == "hotel"):
            return "Place" if in_a_building(words, chunk.first) else "Organization"
        if head == "forum" and has_staff(words, chunk.first, chunk.last):
            return "Organization"
        for kind in ("event", "organization", "mission", "place", "programme"):
            if kind in kinds:
                return {"mission": "Organization"}.get(kind, kind.capitalize())
        return None

    def _numbered_sitting(self, words: list[Word], chunk: Chunk) -> bool:
        """ "The 38th General Assembly", "the sixth Joint Commission": one sitting of the body, told as an event."""
        number = words[chunk.first].lower if chunk.first != chunk.head else ""
        before = words[chunk.first - 1].lower if chunk.first else ""
        sitting = chunk.last < len(words) and "event" in self.lexicon.head_kinds(words[chunk.last].text)
        return not sitting and any(NUMBERED.fullmatch(w) or w.split("-")[-1] in ORDINALS for w in (number, before) if w)

    def _named_after(self, words: list[Word], chunk: Chunk) -> bool:
        """Whether a head noun that opens a name is followed by what makes it one: "University of", "Banco Central"."""
        if chunk.head is None or chunk.head + 1 >= chunk.last:
            return True
        after = words[chunk.head + 1]
        openers = {"of", "for", "on", *self.lexicon.foreign}
        if after.lower in openers or chunk.last - chunk.first > FULL_NAME + 1:
            return True
        return (
            after.lower in self.lexicon.topics
            or after.lower in self.lexicon.modifiers
            or self.gazetteer.find(after.text) is not None
        )

    def _by_shape(self, words: list[Word], offices: list[Office], first: int, last: int, entity: Entity) -> Judged:
        length = last - first
        word = words[first]
        if self._led_by_office(words, offices, first) and not self._all_common(words, first, last):
            return "Organization", 0.7, None
        if words[last - 1].lower == "affairs":  # "Provost (Mainland Affairs)"
            return None, 0.0, None
        if words[last - 1].text.isdigit() and length > 1:
            return (None, 0.0, None) if words[last - 2].lower in PERIODS else ("Event", 0.7, None)
        described = self._described_body(words, first, last)
        if length == 1 and word.acronym and not described and is_gathering(words, first):
            return "Event", 0.8, None
        if length == 1 and word.acronym and not described:
            return (None, 0.0, None) if word.lower in self.lexicon.common_acronyms else ("Organization", 0.6, None)
        if called_a_place(words, last) and length < FULL_NAME + 1:
            return "Place", 0.8, None
        the = first > 0 and words[first - 1].lower == "the"
        if self._governs(words, offices, first, last):
            return "Place", 0.7, None
        apposed = self._appositive(words, offices, first, last)
        held = length >= FULL_NAME and not (the or apposed) and self._behind_held_office(words, offices, first)
        told = not (the or held or self._names_its_officer(words, offices, last)) and (
            apposed
            or self._behind_office(words, offices, first)
            or self._under_office(words, offices, first)
            or self._second_of_office(words, offices, first)
            or (self._leads(words, first) and self.plain_names(words, first, last))
            or (self._body_and_office(words, offices, last) and self.plain_names(words, first, last))
        )
        if length >= FULL_NAME and told and self._like_a_person(words, first, last, entity):
            return "Person", 0.8, None
        if length >= FULL_NAME and (self._given(words, first, last) or word.lower in ROYAL):
            return "Person", 0.75, None
        run = length >= FULL_NAME and self._names_its_officer(words, offices, last)
        if held or run or (length >= FULL_NAME and self._owns_office(words, offices, last)):
            return "Organization", 0.7, None
        body = stands_for_a_body(words, first, last)
        if self._all_common(words, first, last):
            sure = described or body == SURE
            named = length > 1 and (sure or self._seated(words, last))
            named = named or (sure and self._may_be_a_brand(words, first, last))
            if named or self._brand(words, offices, first, last, entity):
                return "Organization", 0.6, None
            field = self.lexicon.is_topic(word.lower) or word.lower in self.lexicon.modifiers
            capitals = length >= FULL_NAME and not field and (not word.initial or entity() == "Organization")
            return ("Organization", 0.35, None) if capitals else (None, 0.0, None)
        if length >= FULL_NAME and self._behind_body(words, offices, first) and self.plain_names(words, first, last):
            return "Person", 0.8, None
        if described:
            if self._behind_unnamed(words, offices, first, last):
                return "Person", 0.7, None
            return "Organization", 0.8, None
        if self._before_office(words, offices, last) and not self._titled(words, offices, first):
            return "Organization", 0.7, None
        if length >= FULL_NAME and told and not self.lexicon.is_topic(words[last - 1].lower):
            return "Person", 0.8, None
        called_person = (
            length >= FULL_NAME and (self._surname(words[last - 1]) or entity() == "Person") if body else False
        )
        if body >= (LIKELY if called_person else POSSIBLE):
            return "Organization", 0.75, None
        called = entity() if entity() != "Place" else None
        if length >= FULL_NAME and called is None and any(office.first == last for office in offices):
            return "Organization", 0.6, None  # "Siemens Energy country manager"
        if length >= FULL_NAME and called != "Event" and self._like_a_business(words, first, last, called):
            return "Organization", 0.75, None
        if (
            self._camel(words[last - 1])
            or self._unspoken(word, length)
            or word.lower.endswith(self.lexicon.body_endings)
        ):
            return "Organization", 0.7, None
        if length > 1 and self._ends_in_country(words, first, last):
            return "Organization", 0.7, None
        if stands_for_a_place(words, first, last, sure=called is not None):
            return "Place", 0.9 if called else 0.45, None
        if length == 1 and self._sole_name(words, offices, first):
            return "Person", 0.6, None
        if called:
            return called, 0.6 if length > 1 else 0.3 if called == "Person" else 0.45, None
        return "Organization", 0.3, None

    def _like_a_person(self, words: list[Word], first: int, last: int, entity: Entity) -> bool:
        """Whether common words can be a person's name all the same: "Grant Palmer", but not "Digital Silk Road"."""
        called = entity()
        if called != "Person":
            return called != "Organization" and self.plain_names(words, first, last)
        return not any(self.lexicon.is_topic(w.lower) or w.lower in self.lexicon.modifiers for w in words[first:last])

    def _all_common(self, words: list[Word], first: int, last: int) -> bool:
        """Whether every word is a common one: then capitals make no name of them. Places are never common."""
        return all(
            (self._plain_word(w) or w.lower in self.lexicon.topics or not w.capital)
            and not self.well_known_place(w.text)
            for w in words[first:last]
        )
