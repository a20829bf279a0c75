"""Where events were: the cities, venues and seats behind an event's noun, or behind the verb that tells of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from kg.extract.discourse.discourse import Discourse
from kg.extract.discourse.events import EventBook
from kg.extract.reference.referents import Thing
from kg.extract.syntax.clauses import objects_of
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import FINITE, Token
from kg.extract.text.dates import DateMention

VENUES = frozenset(
    """
    headquarters headquarter hq office offices hall building hotel campus residence premises house palace centre
    center city town capital ministry university auditorium venue port airport secretariat outskirts heart
    club museum school college institute suburb district
    """.split()
)
TRAVELLING = frozenset("mission expedition visit trip tour journey".split())
BEFORE_NOUN = frozenset(("compound", "amod", "nmod", "poss", "nummod"))
FARTHEST_PLACE = 12
FARTHEST_HERE = 20
LEADING_DATES = frozenset(("on", "from", "place", "between", "during", "here", "today", "last", ","))
DEEPEST_VENUE = 3
CLAUSAL = frozenset(("who", "which", "where", "that"))
HALLS = frozenset("centre center hall hotel palace theatre theater museum complex stadium arena campus".split())
HOUSES = HALLS | frozenset("house auditorium club resort school college building library headquarters".split())
CONGRESSES = frozenset("convention conference exhibition congress expo fairground".split())
"""Words of halls that are called after their city."""
OPENING = frozenset(("opening", "inauguration", "inaugural", "groundbreaking", "commissioning"))
FARTHEST_CLAUSE = 25
DEEPEST_CLAUSE = 4
COMING_FOR = frozenset("attend participate take join address host chair open".split())
REACHING = frozenset("arrive fly travel come go land be".split())


def is_house(thing: Thing) -> bool:
    """Whether a place is a building of which the gazetteer does not know."""
    return thing.kind == "Place" and thing.place is None and not HOUSES.isdisjoint(thing.words())


class Whereabouts:
    """Finds the places of a sentence that an event can have been at. ``seats`` says where the article's bodies are."""

    def __init__(
        self, events: EventBook, discourse: Discourse, dates: Sequence[DateMention], seats: Mapping[Thing, Thing]
    ) -> None:
        self.events = events
        self.discourse = discourse
        self.dates = dates
        self.seats = seats

    def on(self, block: ParsedBlock, token: Token, *prepositions: str) -> list[Thing]:
        """The places that hang on a token by a preposition, through venues: "at the town hall in Lima"."""
        return [p for noun in objects_of(token, *prepositions) for p in self.venue(block, noun)]

    def venue(self, block: ParsedBlock, noun: Token, depth: int = 0) -> list[Thing]:
        """The place that a noun is, or lies in: a city, a body of known seat, "the headquarters in Lima"."""
        things = self.discourse.things(block, noun) if self.events.at(block, noun) is None else []
        found = [t for t in things if t.kind == "Place"]
        found = found or [p for t in things if (p := self._seat(t)) is not None]
        if not found and depth < DEEPEST_VENUE and noun.pos_ in ("NOUN", "PROPN"):
            inner = objects_of(noun, "in", "at", "near")
            if noun.lower_ in VENUES:
                whose = [*objects_of(noun, "of"), *(c for c in noun.children if c.dep_ in ("poss", "compound"))]
                held = self.discourse.lexicon.title_heads  # "the Peruvian ambassador's residence" is not in Peru
                inner += [n for n in whose if n.i in block.names or n.lemma_.casefold() not in held]
            return [p for each in inner for p in self.venue(block, each, depth + 1)]
        if len(found) == 1 and found[0].place is None:  # "at the Lakeside Hotel in Lima"
            inner = objects_of(noun, "in") if depth == 0 else []
            found += [p for each in inner for p in self.venue(block, each, 1) if p not in found]
            found += [p for p in self._past_comma(block, noun) if p not in found]
        return found

    def _past_comma(self, block: ParsedBlock, noun: Token) -> list[Thing]:
        """ "At the Lakeside Hotel, Lima": the city behind the venue."""
        named = block.names.get(noun.i + 2)
        place = named.name.place if named is not None and block.doc[noun.i + 1].text == "," else None
        return self.discourse.things(block, block.doc[noun.i + 2])[:1] if place and place.kind == "city" else []

    def city_of(self, thing: Thing) -> Thing | None:
        """The city in the name of a hall or an event, "the Lima Convention Centre": a capital, one that the text
        names, or that of a hall for congresses."""
        words = thing.label.split() if "hotel" not in thing.words() else []
        counts = range(min(3, len(words) - 1), 0, -1)
        found = (self.discourse.gazetteer.find(" ".join(words[:count])) for count in counts)
        place = next((place for place in found if place is not None and place.kind == "city"), None)
        city = self.discourse.registry.country(place) if place is not None else None
        if place is None or city is None:
            return None
        return city if place.capital or city.names or not CONGRESSES.isdisjoint(thing.words()) else None

    def named_in_house(self, block: ParsedBlock, token: Token, verbs: Sequence[Token]) -> Thing | None:
        """ "Was held at the Lima Convention Centre": the city in the name of a hall that is told of as a body."""
        nouns = [n for t in (token, *verbs) if t.lemma_ != "attend" for n in objects_of(t, "at")]
        things = [t for n in nouns if self.events.at(block, n) is None for t in self.discourse.things(block, n)]
        return next((city for t in things if HALLS & set(t.words()) and (city := self.city_of(t)) is not None), None)

    def _seat(self, body: Thing) -> Thing | None:
        """Where a body is said to be, or the country that its name says it is of."""
        if body in self.seats or body.kind != "Organization" or "mission" in body.hints:
            return self.seats.get(body)
        _, _, tail = body.label.rpartition(" of ")
        city = self.discourse.gazetteer.find(tail)
        if city is not None and city.kind == "city" and set(body.words()) & HALLS:
            return self.discourse.registry.country(city)
        country = self.discourse.gazetteer.countries.get(body.hints.get("country", ""))
        return self.discourse.registry.country(country) if country is not None else None

    def behind(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """The place named right behind an event, with no more than its date, venue or company between."""
        between = False
        places: list[Thing] = []
        for index in range(token.i + 1, min(len(block.doc), token.i + FARTHEST_PLACE)):
            here = block.doc[index]
            between = between or here.lower_ == "between"
            if between and here.lower_ == "and":  # "the signing of a pact between A and B in Lima"
                between = False
            elif here.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ") and here.text != ",":
                return places
            if here.lower_ in ("in", "at") and index + 1 < len(block.doc):
                noun = next((t for t in here.children if t.dep_ == "pobj"), block.doc[index + 1])
                found = self.venue(block, noun)
                places += [p for p in found if p not in places]
                if any(p.place is not None for p in places):
                    break
        return places

    def of_verb(self, block: ParsedBlock, verb: Token) -> list[Thing]:
        """The places of a verb that tells of an event's being held."""
        return self.on(block, verb, "in", "at") or self._after_days(block, verb) or self.on_the_way(block, verb)

    def _after_days(self, block: ParsedBlock, verb: Token) -> list[Thing]:
        """ "Was held from 5 to 7 May in Lima": the place behind the verb, though the parser hung it on the date."""
        said = block.sentence_span(verb)
        days = [d.span for d in self.dates if said.start <= d.span.start < said.end]
        for here in block.doc[verb.i + 1 : verb.sent.end] if days else ():
            if here.lower_ in ("in", "at") and here.head != verb:
                return [p for n in here.children if n.dep_ == "pobj" for p in self.venue(block, n)]
            if here.lower_ not in LEADING_DATES and not any(block.spans[here.i] in day for day in days):
                return []
        return []

    def by_day(self, block: ParsedBlock, date: DateMention | None) -> list[Thing]:
        """ "Talks between A, Minister of Trade, and B in Lima on 3 May": the city right before or behind the day."""
        first, last = (block.token_at(date.span.start), block.token_at(date.span.end - 1)) if date else (None, None)
        if first is None or last is None:
            return []
        before = first.i - 1 - (block.doc[first.i - 1].lower_ in ("on", ",", "from")) if first.i else 0
        behind = last.i + 2 if last.i + 1 < len(block.doc) and block.doc[last.i + 1].lower_ in ("in", "at") else before
        for index in (before, behind):
            named = block.names.get(index)
            if named is not None and named.name.kind == "Place" and block.doc[index - 1].lower_ in ("in", "at"):
                return self.discourse.things(block, block.doc[index])[:1]
        return []

    def named_with(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """The city before an event's noun: "the Maputo business forum"."""
        index = token.i - 1
        while token.i not in block.names and index > token.sent.start and block.doc[index].dep_ in BEFORE_NOUN:
            if index in block.names:
                break
            index -= 1
        named = block.names.get(index) if index + 1 <= token.i and token.i not in block.names else None
        place = named.name.place if named is not None and named.name.kind == "Place" else None
        if named is None or place is None or place.kind != "city" or block.doc[index].dep_ not in BEFORE_NOUN:
            return []
        return self.discourse.things(block, block.doc[index])

    def opened(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """ "The opening ceremony of the embassy in Lima": where that is which is opened."""
        if not any(c.lower_ in OPENING for c in (token, *token.children)):
            return []
        return [p for noun in objects_of(token, "of", "for") for p in self.venue(block, noun)]

    def before_next_clause(self, block: ParsedBlock, verb: Token) -> list[Thing]:
        """ "Met Ana Rojas at the Board's headquarters, Lakeside in Lima": the city behind, before another verb."""
        for here in block.doc[verb.i + 1 : min(verb.sent.end, verb.i + FARTHEST_CLAUSE) - 1]:
            if here.pos_ in ("VERB", "AUX", "SCONJ") or here.text in (";", ":", "“", '"') or here.lower_ in CLAUSAL:
                return []
            named = block.names.get(here.i + 1)
            if here.lower_ == "in" and named is not None and named.name.kind == "Place" and not self._held_there(here):
                return [
                    t
                    for t in self.discourse.things(block, block.doc[here.i + 1])[:1]
                    if t.place and t.place.kind == "city"
                ]
        return []

    def _held_there(self, preposition: Token) -> bool:
        """ "The Consul General in Lima": where an office is held, whoever meets its holder somewhere."""
        before = preposition.nbor(-1)
        return before.lemma_.casefold() in self.discourse.lexicon.title_heads or before.lower_ == "general"

    def on_the_way(self, block: ParsedBlock, verb: Token) -> list[Thing]:
        """ "During a visit to Lima, A held talks with B": where somebody was who did it."""
        journeys = [n for n in objects_of(verb, "during", "on") if n.lower_ in TRAVELLING]
        return [p for noun in journeys for p in self.on(block, noun, "to", "in") if "iso" not in p.hints]

    def of_antecedent(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """ "Flew to Lima, where she attended the forum": the place that "where" stands for."""
        verb = next(
            (t for t in (token, *islice(token.ancestors, DEEPEST_CLAUSE)) if t.dep_ in ("relcl", "advcl")), None
        )
        where = verb is not None and any(c.lower_ == "where" for c in verb.children)
        if verb is None or not where:
            return []
        before = next((t.i for t in verb.subtree if t.lower_ == "where"), verb.i) - 1
        before -= before > 0 and block.doc[before].text == ","
        nouns = [verb.head] if verb.dep_ == "relcl" else []
        named = [block.doc[before]] if before in block.names else []
        found = next((found for n in (*named, *nouns) if (found := self.venue(block, n))), [])
        return [p for p in found if "iso" not in p.hints]

    def reached(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """ "Arrived in Lima to attend the forum": the city where somebody goes for it."""
        over = token.head.head if token.dep_ == "pobj" else token.head
        to = any(c.lower_ == "to" and c.dep_ == "aux" for c in over.children)
        going = over.head if to and over.lemma_ in COMING_FOR and over.dep_ in ("xcomp", "advcl") else None
        if going is None or going.lemma_ not in REACHING or token.dep_ not in ("dobj", "pobj"):
            return []
        return [p for p in self.on(block, going, "in", "to", "at") if p.place is not None and p.place.kind == "city"]

    def is_here(self, token: Token) -> bool:
        """ "Was signed here", "signed the accord at the Board's office here": before anything else is told."""
        for here in token.doc[token.i + 1 : min(token.sent.end, token.i + FARTHEST_HERE)]:
            if here.lower_ == "here" and here.head.pos_ != "ADP":
                return True
            if here.tag_ in FINITE or here.pos_ == "SCONJ" or here.text in (";", ":") or here.lower_ in CLAUSAL:
                break
        return any(c.lower_ == "here" and c.dep_ == "advmod" for c in token.children)
