"""Where the row of words says that a body is: "Delta University, Chad", "the Dutch firm Waterloop", "A, a bank of B".

The row is read, not the parse: a body's seat stands right behind its name, or before it as its owner or origin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.circumstances.row import Seat, is_known
from kg.extract.circumstances.seats_based import FIRST
from kg.extract.circumstances.seats_described import KINDRED, DescribedRow
from kg.extract.circumstances.seats_listed import BETWEEN
from kg.extract.discourse.event_nouns import NOUNS
from kg.extract.naming.brand_signs import HELD
from kg.extract.naming.mentions import Name
from kg.extract.naming.subordination import DASHES, open_land, place_adjoining
from kg.extract.reference.referents import Registry, Thing
from kg.extract.relations.findings import Finding
from kg.extract.syntax.alongside import RECEIVING
from kg.extract.syntax.modality import is_to_come
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import FINITE
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import BASED, SENTENCE_ENDS, Word
from kg.gazetteer import GazetteerPlace

MEETING = frozenset(("joint", "intergovernmental", "bilateral", "inter-governmental"))
"""Bodies called so have no seat, only sessions."""
LEADERS = frozenset("at of from to near inside : ( including".split())
"""Words that take a body and its place as one: "at Delta University in Doba"; but not "met Acme in Doba"."""
SEEN = frozenset(
    """
    visit visits visited visiting tour toured touring inspect inspected open opened opens inaugurate inaugurated
    establish established founded launched join joined attend attended enter entered
    """.split()
)
"""Verbs whose object is where they happen: "visited the Training Centre in Doba"."""
SITED = (*BASED, "located", "situated")
HEADING = frozenset("its a the main global regional head corporate international".split())
HOUSES = frozenset(("headquarters", "headquarter", "hq", "office", "offices", "seat", "base"))
COMPANIES = frozenset("company firm group bank corporation university start-up startup holding agency cluster".split())
"""Nouns that stand behind a body's name and say only what it is: "Peru's Acme company"."""
CLOSING = frozenset(",.;:()[]–—-|!?”\"'")
LONGEST_GAP = 6
NEAREST = 3
LONGEST_ASIDE = 10


class Seats:
    """Reads a block for the places of the bodies it names."""

    def __init__(self, registry: Registry, lexicon: Lexicon, here: Thing | None) -> None:
        self.registry = registry
        self.lexicon = lexicon
        self.here = here

    def findings(self, block: ParsedBlock) -> Iterator[Finding]:
        """Where the block's bodies are, in text order for each way of saying it."""
        row = SeatRow(block, self.lexicon, self.registry.gazetteer)
        before = list(row.before())
        origins = {seat.name.first: seat.place.place for seat in before}
        for seat in (*row.behind(), *row.based(), *before, *row.described(), *row.listed()):
            body, place = self.registry.of_name(seat.name), self._place(seat.place)
            if "mission" not in body.hints and self._elsewhere(seat, origins.get(seat.name.first)):
                continue
            span, token = block.sentence_at(seat.name.start), block.token_at(seat.name.start)
            modifies = token is not None and token.dep_ in ("compound", "nmod") and token.head.pos_ == "NOUN"
            if modifies and token is not None:
                modifies = token.head.lower_ not in COMPANIES and token.head.i - token.i <= NEAREST
            if modifies or is_to_come(token) or (seat.rule == "body-comma-place" and self._bare_acronym(body)):
                continue
            if place is not None and "mission" in body.hints and seat.rule == "body-of-country":
                self._sends(place, body)
            elif place is not None and span is not None and "seat" not in body.hints:
                yield Finding(body, "locatedIn", place, span, "asserted", seat.confidence, seat.rule)

        for name in row.here() if self.here is not None else ():
            span = block.sentence_at(name.start)
            if span is not None and self.here is not None:
                yield Finding(self.registry.of_name(name), "locatedIn", self.here, span, "asserted", 0.75, "body-here")

    def _elsewhere(self, seat: Seat, origin: GazetteerPlace | None) -> bool:
        """ "Signed with the Finnish maker Acme in Lima": there it signed, and is not."""
        place = seat.place.place
        if seat.rule != "body-in-place" or place is None or origin is None or origin.is_wide:
            return False
        return place.country != origin.country

    def _sends(self, country: Thing, mission: Thing) -> None:
        """ "Zambia's Embassy" is called after the country that sends it, and is not there."""
        if len(mission.words()) == 1:
            mission.label = f"{mission.label} of {country.label}"
            mission.labels[mission.label] += 1

    def _bare_acronym(self, body: Thing) -> bool:
        """Letters behind a person's name may be a degree as well as a body."""
        return body.label.isupper() and " " not in body.label

    def _place(self, name: Name) -> Thing | None:
        if name.kind == "Place":
            return self.registry.of_name(name)
        known: GazetteerPlace | None = name.place
        return self.registry.country(known) if known is not None and not known.is_wide else None


class SeatRow(DescribedRow):
    """Where a block's bodies are said to be, body by body."""

    # Behind a name

    def behind(self) -> Iterator[Seat]:
        """ "Delta University (DU), Chad", "Acme Bank (Peru)", "at Acme Bank in Lima", "Lima University - Peru"."""
        for name in self.bodies:
            end = self.past_bracket(name.last)
            sign = self.lower(end)
            place = self.place_at(end + 1)
            based = self._based(end + 1 if sign == "," else end) if place is None else 0
            if based:
                place = self.place_at(based)
                if place is not None:
                    yield Seat(name, place, "body-based-in", 0.85)
                continue
            if place is None and sign == "," and self.lower(end + 1) in ("in", "of", "from"):
                place = self.place_at(end + 2)
                aside = (
                    place is not None and self.text(self.past_noun(place)) == ","
                )  # "the Acme Bank, in Lima, signed"
                led = aside or self._is_led(name) or self.lower(end + 1) != "in"
                if place is not None and led and self._closes(place):
                    yield Seat(name, place, "body-comma-place", 0.75)
                continue
            if place is None:
                adjoining = place_adjoining(self.words, self.at, name)
                if adjoining is not None:
                    yield Seat(name, adjoining, "body-then-place", 0.7)
                continue
            closed = self._closes(place) or open_land(self.words, self.at, name) is place
            if sign in (",", *DASHES) and closed and not self._in_row_of_places(name):
                yield Seat(name, place, "body-comma-place", 0.75)
            elif sign == "(" and self._is_mission(name) and place.place is not None and place.place.kind == "country":
                continue  # "the Embassy of the Republic of China (Taiwan)"
            elif sign == "(" and self.text(place.last) in (")", ","):
                yield Seat(name, place, "body-comma-place", 0.8)
            elif sign in self._inside(end, place) and (
                self._is_mission(name) or (not self._of_event(name) and self._takes(name, end, place))
            ):
                yield Seat(name, place, "body-in-place", 0.75)
            elif sign in ("of", "from") and is_known(place) and self._whence(name, end, place):
                yield Seat(name, place, "body-of-country", 0.7)
        yield from self.named_after_place()

    def _inside(self, preposition: int, place: Name) -> tuple[str, ...]:
        """What leads to a place: "in", "at" to a city, and "on" to an island."""
        if place.place is not None and place.place.kind == "city" and preposition + 1 == place.first:
            return ("in", "at")
        about = {self.lower(place.last), *(self.lower(i) for i in range(preposition + 1, place.first))}
        return ("in", "on") if about & {"island", "isle", "peninsula"} else ("in",)

    def here(self) -> Iterator[Name]:
        """The bodies of "at the Lima Heart Centre here", "the Lima Heart Centre here and …"."""
        for name in self.bodies:
            end = self.past_bracket(name.last)
            if self.lower(end) == "here":
                token = self.block.token_at(self.words[end].start + self.block.read.block.span.start)
                after = token.doc[token.i + 1] if token is not None and token.i + 1 < len(token.doc) else None
                led = self._is_led(name) and self.lower(name.first - 1) != "of" != self.lower(name.first - 2)
                if led or (after is not None and (after.lower_ == "and" or after.tag_ in FINITE)):
                    yield name

    def _is_mission(self, name: Name) -> bool:
        return name.head is not None and "mission" in self.lexicon.head_kinds(name.head)

    def _based(self, index: int) -> int:
        """Where the place of "Acme Bank based in Lima", "Acme Bank, with headquarters in Lima" begins; 0 for none."""
        start = index
        if self.lower(start) == "with":
            start += 1
            while self.lower(start) in HEADING:
                start += 1
            if self.lower(start) not in HOUSES:
                return 0
            start += 1
            start -= 1 if self.lower(start) == "in" else 0
        elif self.lower(start) not in SITED:
            return 0
        return start + 2 if self.lower(start + 1) == "in" else 0

    def _closes(self, place: Name) -> bool:
        """Whether the place ends what is said of the body, and is no item of a list of places: "Chad, Peru and …"."""
        index = self.past_noun(place)
        while (following := self.at.get(index + 1) if self.text(index) == "," else None) is not None:
            inner, outer = place.place, following.place
            if following.kind != "Place":
                break
            if inner is not None and inner.kind == "country":
                return False
            if inner is not None and outer is not None and inner.country != outer.country:
                return False
            index = self.past_noun(following)
        if index >= len(self.words):
            return True
        if self.text(index) == ",":
            joined = self.lower(index + 1) in ("and", "&")
            after = self.at.get(index + 2 if joined else index + 1)
            return after is None or after.kind not in ("Place", "Demonym") or self._describing(after)
        if self.lower(index) in ("and", "&"):
            after = self.at.get(index + 1) or self.at.get(index + 2)
            return after is not None and after.kind == "Organization" and not self.headline
        return self.text(index) in CLOSING

    def _describing(self, place: Name) -> bool:
        """Whether a country is only whose the next body is: "and Chad's Acme", "and Chadian importer Acme"."""
        if place.last < len(self.words) and self.words[place.last].possessive:
            return True
        nouns = range(place.last, place.last + LONGEST_GAP)
        body = next((i for i in nouns if i in self.at), None)
        return place.kind == "Demonym" and body is not None and self.at[body].kind == "Organization"

    def _in_row_of_places(self, name: Name) -> bool:
        """ "Japan, the European Union, China": what stands among places is no body with its seat."""
        start = name.first - (2 if self.lower(name.first - 1) == "the" else 1)
        before = self.ending.get(start)
        if self.text(start) != "," or before is None or before.kind != "Place":
            return False
        sign = self.text(before.first - 1)  # "Delta University – Chad, Moana University – Tonga"
        return sign not in DASHES and not (sign == "," and self.ending_before(before.first - 1) in self.bodies)

    def _is_led(self, name: Name) -> bool:
        """Whether what stands before a body's name takes it and its place as one."""
        index = name.first - 1
        while index > 0 and (self.lower(index) in FIRST or (self._qualifies(index) and not self._is_verb(index))):
            index -= 1
        lead = self.lower(index)
        if lead in ("and", ",", "&"):
            for back in range(index, max(-1, index - 2), -1):
                joined = self.ending.get(back) or self.ending_before(back)
                if joined is not None and joined.kind == "Place":
                    joined = self._body_of(joined)
                if joined is not None and joined.kind == "Organization":
                    return self._is_led(joined)
            return False
        return lead in LEADERS or self._is_verb(index)

    def _takes(self, name: Name, preposition: int, place: Name) -> bool:
        """Whether "in" says where the body is, and not where something happened."""
        index = name.first - (2 if self.lower(name.first - 1) == "the" else 1)
        if self._met_there(index) and self.lower(place.last) in ("on", "yesterday", "today", "this", "last", "earlier"):
            return False
        after = self.lower(place.last)
        first_of_two = self.lower(index) == "between" and after in ("and", "(")
        return first_of_two or self.paired(name, place) or self._is_led(name) or self._belongs(name, preposition)

    def _met_there(self, index: int) -> bool:
        """ "Received a delegation of Delta University in Lima on Monday": there they were received."""
        guests = self.lower(index - 1) if self.lower(index) in ("from", "of") else ""
        if guests not in self.lexicon.delegations | self.lexicon.people:
            return False
        token = self.block.token_at(self.words[index - 1].start + self.block.read.block.span.start)
        return token is not None and token.dep_ == "dobj" and token.head.lemma_ in RECEIVING

    def _whence(self, name: Name, preposition: int, place: Name) -> bool:
        """Whether "of" or "from" says of what country the body is: "the Trade Authority (TA) of Peru"."""
        if self.lower(preposition) == "from" and self._from_too(name, place):
            return True
        held = self.lower(name.first - 2) in self.lexicon.title_heads and self.lower(name.first - 1) == "of"
        if held and self.lower(preposition) == "of":
            return True  # "Vice President of Acme Cement of Chad Ana Rojas"
        adjoining = place_adjoining(self.words, self.at, name) is place
        index = name.first - (2 if self.lower(name.first - 1) == "the" else 1)
        if self.lower(preposition) == "from" and self.lower(index) == "of" and self._closes(place):
            return True  # "students of Delta University from Doba, Chad"
        return adjoining or self._belongs(name, preposition) or self._is_party(name)

    def _from_too(self, name: Name, place: Name) -> bool:
        """ "Acme from Chad (a bank) and Elm from Peru": whence each of a row is."""
        end = self.words[place.last : place.last + LONGEST_ASIDE]
        closing = next((i + 1 for i, w in enumerate(end) if w.text == ")"), 0) if end and end[0].text == "(" else 0
        start = place.last + closing
        while self.lower(start) in BETWEEN:
            start += 1
        after = self.at.get(start) if start > place.last + closing else None
        if after is not None and after.kind == "Organization" and self.lower(self.past_bracket(after.last)) == "from":
            return self.place_at(self.past_bracket(after.last) + 1) is not None
        index = name.first
        while self.lower(index - 1) in BETWEEN:
            index -= 1
        before = self.ending_before(index) if index < name.first else None
        return before is not None and before.kind == "Place" and self.lower(before.first - 1) == "from"

    def _is_party(self, name: Name) -> bool:
        """ "An agreement with Delta University from Chad": there "from" tells whence it is."""
        index = name.first - (2 if self.lower(name.first - 1) == "the" else 1)
        index -= 1 if self.lower(index) in self.lexicon.before_body else 0
        index -= 1 if self.lower(index) == "the" else 0
        if self.lower(index) == "and" and (joined := self.ending_before(index)) is not None:
            body = self.ending_before(joined.first - 1) if joined.kind == "Place" else joined
            return body is not None and body.kind == "Organization" and self._is_party(body)
        opens = index < 0 or self.text(index) in SENTENCE_ENDS
        return opens or self.lower(index) in ("with", "between", "by")

    def _of_event(self, name: Name) -> bool:
        """ "The summit of the Lake Union in Kisumu": there the summit was, not the union."""
        index = name.first - (2 if self.lower(name.first - 1) in FIRST else 1)
        met = self.lower(index) == "of" and self.lower(index - 1) in NOUNS | {"reunion", "edition", "round"}
        return met or any(w.lower in MEETING for w in self.words[name.first : name.last])

    def _body_of(self, place: Name) -> Name | None:
        """The body that a place stands behind: "A in Lima" before "and B in Quito"."""
        return self.ending_before(place.first - 1) if self.lower(place.first - 1) in ("in", ",") else None

    def _qualifies(self, index: int) -> bool:
        word = self.words[index]
        return word.text.isalpha() and word.text.islower() and word.text.endswith(("al", "ed", "ous", "ic", "new"))

    def _is_verb(self, index: int) -> bool:
        return self.lower(index) in SEEN

    def _belongs(self, name: Name, preposition: int) -> bool:
        """Whether the parse hangs the preposition on the body itself, or on its list."""
        token = self.block.token_at(name.start)
        at = self.words[preposition].start + self.block.read.block.span.start
        here = self.block.token_at(at)
        if token is None or here is None:
            return False
        chain = (token.i, *(t.i for t in token.ancestors if t.dep_ == "conj" or t.i == token.i))
        return here.head.i in chain and here.head.pos_ in ("NOUN", "PROPN")

    # Before a name

    def before(self) -> Iterator[Seat]:
        """ "Tonga's Moana University", "the Dutch firm Waterloop", "Peru's largest bank, the Acme Bank"."""
        for name in self.bodies:
            index, comma = name.first - 1, False
            if self.lower(index) == "the":
                index -= 1
            if self.text(index) == ",":
                index, comma = index - 1, True
            stop = max(-1, index - LONGEST_GAP)
            while index > stop and index + 1 not in self.ending:
                index -= 1
            owner = self.ending.get(index + 1)
            if owner is None or not is_known(owner, demonym=True):
                continue
            gap = list(self.words[owner.last : name.first])
            if self._tells_origin(owner, [w for w in gap if w.text not in (",", "the")], comma=comma):
                yield Seat(name, owner, "body-of-country", 0.7)

    def _tells_origin(self, owner: Name, gap: list[Word], *, comma: bool) -> bool:
        """Whether only what describes the body stands between its country and its name."""
        possessive = bool(gap) and gap[0].possessive
        inner = gap[1:] if possessive else gap
        if not inner:
            return comma is not possessive and (possessive or self._of_noun(owner))
        if any(w.capital and not w.acronym for w in inner) or not self._describes(inner):
            return False
        sole = not comma or self.lower(owner.first - 1) in ("a", "an")
        of = "" if self.lower(owner.first - 1) in ("in", "from", "to") or owner.place is None else owner.place.kind
        named = sole and of in ("city", "country")  # "the Lima exporter Acme", "the New Zealand charity Acme"
        owned = possessive or named or owner.kind == "Demonym"
        owner_told = possessive and {w.lower for w in inner} <= HELD  # "Kazakhstan's state-run Dala Energy"
        return owner_told or (owned and inner[-1].lower in self.lexicon.before_body | KINDRED)

    def _of_noun(self, owner: Name) -> bool:
        """ "A parts maker from China, Acme Piston Co.": what stands before the place is the noun for the body."""
        index = owner.first - (2 if self.lower(owner.first - 1) == "the" else 1)
        noun = self.lower(index - 1) in self.lexicon.before_body and index not in self.ending
        return self.lower(index) in ("from", "in", "of") and noun

    def _describes(self, words: Sequence[Word]) -> bool:
        """Whether words only describe: "food processing and packaging giant", but not "bank and the insurer"."""
        for before, word in zip((None, *words), words, strict=False):
            joins = word.lower in ("and", "&") and before is not None and word is not words[-1]
            if joins and before is not None and not self._is_body_noun(before.lower):
                continue
            if word.lower in self.lexicon.function or not word.text[0].isalnum():
                return False
        return True

    def _is_body_noun(self, word: str) -> bool:
        heads = self.lexicon.head_kinds(word)
        return word in self.lexicon.before_body or bool(heads) or word in self.lexicon.title_heads or word.endswith("s")
