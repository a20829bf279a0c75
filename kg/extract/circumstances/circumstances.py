"""When and where events were: the dates and places that hang on an event's noun, or on the clause that tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.extract.circumstances.whereabouts import TRAVELLING, Whereabouts, is_house
from kg.extract.discourse.discourse import Discourse
from kg.extract.discourse.event_nouns import BEGINNINGS
from kg.extract.discourse.events import EventBook
from kg.extract.discourse.holding import AHEAD, closes, gathered_for, telling_behind, verbs_of_holding
from kg.extract.reference.referents import Thing
from kg.extract.relations.findings import Finding
from kg.extract.syntax.modality import modality
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token
from kg.extract.text.dates import FULL_DATE, UNKNOWN_YEAR, DateMention
from kg.model import Literal, Span

SHARING = frozenset(
    """
    attend join address inaugurate chair co-chair lead witness grace deliver give moderate open close host hold
    participate take engage sit invite welcome speak gather convene meet represent preside bring organise organize turn
    """.split()
)
"""Verbs of those who are at an event: when they do so is when it is."""
LINKS = frozenset(("at", "during", "in", "to", "over", "for"))
UNITING = frozenset("bring draw gather attract feature unite assemble see convene".split())
"""Verbs by which an event has those who are there."""
TALKING = frozenset(("talks", "consultations", "negotiations"))
PAYING = frozenset("pay make undertake begin start conclude complete embark".split())
RECEIVING = frozenset(("welcome", "receive", "host"))
ENDING = frozenset("conclude end complete finish wrap".split())
"""Verbs whose day is the last of a visit: it began before."""
GOING = frozenset("be leave depart arrive embark go fly travel come land set".split())
"""Verbs whose day is that of the visit for which somebody goes."""
FARTHEST_DATE = 25
BOUNDS = frozenset(("until", "till", "through", "before", "after", "by", "since", "than"))
"""What stands before a day that an event does not begin on: "runs until 24 July"."""
FARTHEST_VISIT = 1500
LONGEST_CHAIN = 3
PASSED = frozenset(("place", "days", "day"))
"""Nouns that may stand between a verb and the date: "for two days, 3 and 4 May"."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
DATELINE_END = re.compile(r"\s*(\([^()]*\))?\s*[—–:]|\s*(\([^()]*\))?\s+-\s|\s*\([A-Z]{2,}\)\s+[A-Z]")


class Circumstances:
    """Reads where and when an article's events were. ``seats`` says where its bodies are, ``here`` where it was
    written."""

    def __init__(
        self,
        events: EventBook,
        discourse: Discourse,
        dates: Sequence[DateMention],
        seats: Mapping[Thing, Thing],
        here: Thing | None,
    ) -> None:
        self.events = events
        self.discourse = discourse
        self.dates = dates
        self.seats = seats
        self.where = Whereabouts(events, discourse, dates, seats)
        self.here = here
        years = {d.value[:4] for d in dates if len(d.value) > len("2024") and not d.value.startswith(UNKNOWN_YEAR)}
        self.year = years.pop() if len(years) == 1 else None
        """The only year of which the article tells a month or day."""
        self.attended: dict[Thing, Span] = {}
        self.housed: dict[Thing, tuple[Thing, Span]] = {}
        """Events at a house of which no city is told, with the city in its name, and where that is said."""

    def findings(self, blocks: Sequence[ParsedBlock], before: Sequence[Finding]) -> Iterator[Finding]:
        """The days and places of all events; what only the clause tells counts where nothing plainer is said."""
        self.attended = {
            f.object: f.span
            for f in before
            if f.predicate in ("attended", "spokeAt", "organized") and isinstance(f.object, Thing)
        }
        plain: list[Finding] = []
        loose: list[Finding] = []
        for block in blocks:
            for token in block.doc:
                event = self.events.at(block, token)
                if event is not None:
                    plain += self._of_noun(block, token, event)
                    loose += self._of_clause(block, token, event)
        told = {(f.subject, f.predicate) for f in (*before, *plain) if f.predicate in ("heldIn", "heldOn")}
        yield from plain
        for finding in loose:
            if (finding.subject, finding.predicate) not in told:
                yield finding
                if finding.predicate == "heldOn":
                    told.add((finding.subject, finding.predicate))
        yield from self._cities([f for f in (*before, *plain, *loose) if f.predicate == "heldIn"])

    def _cities(self, held: Sequence[Finding]) -> Iterator[Finding]:
        """ "Was held at the Lima Convention Centre", "the Lima Trade Forum took place at the Lakeside House": the city
        in the name of the house or of the event, where none is told."""
        known = {f.subject for f in held if isinstance(f.object, Thing) and not is_house(f.object)}
        found = {f.subject: (self.where.city_of(f.object), f.span) for f in held if isinstance(f.object, Thing)}
        for event in (*self.attended, *found):
            city, span = found.get(event) or (None, self.attended.get(event))
            named = self.where.city_of(event) if event.names and city is None and event not in known else None
            if span is not None and named is not None and (named is self.here or event in found):
                found[event] = (named, span)
        for event, (city, span) in {**self.housed, **found}.items():
            if event not in known and city is not None:
                yield Finding(event, "heldIn", city, span, "asserted", 0.6, "event-house")

    # What hangs on the noun

    def _of_noun(self, block: ParsedBlock, token: Token, event: Thing) -> Iterator[Finding]:
        span, held = block.sentence_span(token), verbs_of_holding(token)
        ended = token.lower_ in TRAVELLING and token.dep_ == "dobj" and token.head.lemma_ in ENDING
        date = self._date(block, token, held) if not ended else None
        value = self._with_year(block, token, date) if date is not None else None
        if value is not None:
            yield Finding(event, "heldOn", Literal(value, "date"), span, "asserted", 0.75, "event-date")
        travel = token.lower_ in TRAVELLING or (token.i in block.names and token.text.casefold() in TRAVELLING)
        if travel and modality(token) not in ("negated", "hypothetical"):
            ways = [token, *(verb for verb in held if verb.lemma_ in PAYING)]
            for place in [p for way in ways for p in self.where.on(block, way, "to")]:
                yield Finding(event, "heldIn", place, span, "asserted", 0.75, "event-destination")
        alone = event not in self.attended or token.lower_ in TRAVELLING
        if self.events.is_quiet(event) and alone and not (token.lower_ in TALKING and held):
            if token.lower_ in TALKING:
                for place in self.where.on(block, token, "in"):
                    yield Finding(event, "heldIn", place, span, "asserted", 0.7, "event-place")
            return
        yield from self._of_tail(block, token, event)
        told = next((found for verb in held if (found := self.where.of_verb(block, verb))), [])
        places = [*self.where.behind(block, token), *told, *self.where.named_with(block, token)]
        if any(c.lower_ in ("virtual", "online") for c in token.children):
            return
        places = places or self.where.of_antecedent(block, token) or self.where.reached(block, token)
        for place in places or self.where.opened(block, token) or self.where.by_day(block, date):
            yield Finding(event, "heldIn", place, span, "asserted", 0.75, "event-place")
        if self.here is not None and any(self.where.is_here(t) for t in (token, *held)):
            yield Finding(event, "heldIn", self.here, span, "asserted", 0.7, "event-here")
        city = None if places else self.where.named_in_house(block, token, held)
        if city is not None:
            self.housed.setdefault(event, (city, span))

    def _of_tail(self, block: ParsedBlock, token: Token, event: Thing) -> Iterator[Finding]:
        """ "The Lake Forum, to take place in Kisumu in May", "a reception given last Friday at Casa Luz in Madrid":
        what stands behind the words that tell of its being held, whatever the parser makes of them."""
        start = telling_behind(token)
        if start is None:
            return
        end = next((t.i for t in block.doc[start.i + 1 : token.sent.end] if closes(t)), token.sent.end)
        span, last = block.sentence_span(token), block.spans[end - 1].end
        for date in self.dates:
            if block.spans[start.i].start < date.span.start and date.span.end <= last:
                value = self._with_year(block, token, date)
                if value is not None:
                    yield Finding(event, "heldOn", Literal(value, "date"), span, "asserted", 0.75, "event-date")
                break
        for here in block.doc[start.i + 1 : end]:
            if here.lower_ in ("in", "at") and here.dep_ == "prep":
                places = [p for n in here.children if n.dep_ == "pobj" for p in self.where.venue(block, n)]
                for place in places:
                    yield Finding(event, "heldIn", place, span, "asserted", 0.75, "event-place")
                if places:
                    break

    # What hangs on the clause

    def _of_clause(self, block: ParsedBlock, token: Token, event: Thing) -> Iterator[Finding]:
        """ "On 3 May Ana Rojas attended the forum": the day on which those who were there were there."""
        quiet = self.events.is_quiet(event) and (event not in self.attended or token.lower_ in TRAVELLING)
        verbs = self._telling(token) if not quiet or token.lower_ == "talks" else []
        verbs += [c for c in token.children if c.dep_ == "relcl" and c.lemma_ in UNITING and _which(c)]
        attended = token.dep_ == "dobj" and token.head.lemma_ in SHARING and not quiet
        if not verbs and not attended:
            return
        span = block.sentence_span(token)
        for date in (*self._hanging(block, token, {v.i for v in verbs}), *self._closing(block, token)):
            value = self._with_year(block, token, date)
            if value is not None and not self._in_dateline(block, date):
                yield Finding(event, "heldOn", Literal(value, "date"), span, "asserted", 0.7, "event-clause")
                break
        near = self.where.on(block, verbs[0], "in", "at") if verbs else []
        for place in near or (self.where.before_next_clause(block, token) if verbs else ()):
            yield Finding(event, "heldIn", place, span, "asserted", 0.65, "event-clause")

    def _closing(self, block: ParsedBlock, token: Token) -> Iterator[DateMention]:
        """ "Attended the forum at the Board's hall, Wednesday (7/8/2019).": the only day of a sentence, at its end."""
        said = block.sentence_span(token)
        days = [d for d in self.dates if said.start <= d.span.start and d.span.end <= said.end]
        last = block.token_at(days[0].span.end - 1) if len(days) == 1 else None
        behind = block.doc[token.i + 1 : last.i] if last is not None else []
        if last is None or last.i < token.i or any(t.pos_ in ("VERB", "AUX") or t.lower_ in BOUNDS for t in behind):
            return
        if all(t.is_punct for t in block.doc[last.i + 1 : token.sent.end]):
            yield days[0]

    def _telling(self, token: Token) -> list[Token]:
        """The verbs whose day is the event's: that of those who do something at it, and those joined above it."""
        top = token
        while top.dep_ in ("appos", "conj") and top.head.pos_ in ("NOUN", "PROPN"):
            top = top.head
        linked = top.dep_ == "pobj" and top.head.lower_ in LINKS
        governor = top.head
        while linked and governor.pos_ not in ("VERB", "AUX") and governor.head != governor:
            if governor.dep_ not in ("prep", "pobj", "dobj", "attr", "nsubj", "nsubjpass", "npadvmod"):
                return []
            governor = governor.head
        if linked and governor.dep_ == "acl" and governor.head.dep_ == "dobj" and top.head.lower_ in ("at", "during"):
            governor = governor.head.head
        if governor.pos_ not in ("VERB", "AUX"):
            return []
        present = linked and top.head.lower_ in ("at", "during")
        shared = governor.lemma_ in SHARING and (
            linked
            or top.dep_ == "nsubjpass"
            or (top.dep_ == "dobj" and any(c.lower_ in ("a", "an") for c in top.children))
            or (top.dep_ == "dobj" and (top.lower_ in BEGINNINGS or governor.lemma_ in ("open", "inaugurate")))
        )
        subject = top.dep_ == "nsubj" and governor.lemma_ in UNITING
        if not (present or shared or subject):
            return []
        verbs = [governor]
        said = modality(governor)
        while (
            verbs[-1].dep_ in ("advcl", "xcomp", "conj")
            and verbs[-1].head.pos_ == "VERB"
            and len(verbs) < LONGEST_CHAIN
        ):
            own = verbs[-1].dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in verbs[-1].children)
            if own or modality(verbs[-1].head) != said:
                break
            verbs.append(verbs[-1].head)
        return verbs

    def of_sentence(self, block: ParsedBlock, verb: Token, event: Thing, rule: str) -> Iterator[Finding]:
        """Day and place of the clause that tells of an event without its noun: "was signed in Espoo on 4 May"."""
        span, at = block.sentence_span(verb), block.spans[verb.i].start
        days = [
            date
            for date in self._hanging(block, verb, {v.i for v in _joined(verb)})
            if not (date.value.startswith(UNKNOWN_YEAR) and not date.fits(self.year or ""))
            and not self._in_dateline(block, date)
        ]
        if days:
            nearest = min(days, key=lambda date: abs(date.span.start - at)).value.replace(UNKNOWN_YEAR, self.year or "")
            yield Finding(event, "heldOn", Literal(nearest, "date"), span, "asserted", 0.7, rule)
        if self.here is not None and self.where.is_here(verb):
            yield Finding(event, "heldIn", self.here, span, "asserted", 0.7, "event-here")
        signed = [c for c in verb.children if c.dep_ == "dobj"]
        cities = [p for noun in signed for p in self.where.on(block, noun, "in", "at") if "iso" not in p.hints]
        near = self.where.on(block, verb, "in", "at") or cities or self.where.on_the_way(block, verb)
        near = near or self.where.of_antecedent(block, verb)
        near = near or next((found for day in days if (found := self.where.by_day(block, day))), [])
        for place in near or self.where.before_next_clause(block, verb):
            yield Finding(event, "heldIn", place, span, "asserted", 0.7, rule)

    def _date(self, block: ParsedBlock, token: Token, held: Sequence[Token]) -> DateMention | None:
        """A date that stands with the event's noun, or with the verbs that tell of its being held."""
        anchors = [{token.i}, *({verb.i} for verb in held)]
        if (
            token.dep_ == "pobj"
            and (token.head.lower_ in ("at", "during", "in") or gathered_for(token.head))
            and token.head.head.pos_ == "VERB"
            and not self.events.is_quiet(self.events.at(block, token) or Thing("Event"))
        ):
            anchors.insert(1, {token.head.head.i})
        if token.dep_ == "pobj" and token.lower_ in TRAVELLING and token.head.head.lemma_ in GOING | RECEIVING:
            anchors.append({token.head.head.i})
        dates = [self._bracketed(block, token), *(d for a in anchors for d in self._hanging(block, token, a))]
        if token.lower_ in TRAVELLING:
            dates.append(self._behind(block, token))
        return next((d for d in dates if d is not None), None)

    def _behind(self, block: ParsedBlock, token: Token) -> DateMention | None:
        """ "A visit to Peru by the President, Luis Vega, from 3 to 5 May": the date that stands before any verb."""
        last = min(token.sent.end, token.i + FARTHEST_DATE)
        verb = next((t.i for t in block.doc[token.i + 1 : last] if t.pos_ in ("VERB", "AUX")), last)
        start, end = block.spans[token.i].end, block.spans[verb - 1].end
        days = (d for d in self.dates if start <= d.span.start and d.span.end <= end and len(d.value) == FULL_DATE)
        return next((d for d in days if not _before(d, block, {verb})), None)  # "on a visit, on Friday met A"

    def _bracketed(self, block: ParsedBlock, token: Token) -> DateMention | None:
        """ "The forum (3-5 May) was held": the date in the bracket behind the event, which the parser does not see."""
        end, last = block.spans[token.i].end, block.read.block.span.end
        return next((d for d in self.dates if end + 2 == d.span.start < last and block.token_at(end + 1) is None), None)

    def _hanging(self, block: ParsedBlock, token: Token, anchors: set[int]) -> Iterator[DateMention]:
        """The dates of a token's sentence that hang on one of the anchors, in text order."""
        sentence = block.sentence_span(token)
        for date in self.dates:
            if sentence.start <= date.span.start and date.span.end <= sentence.end:
                first = next((t for t in token.sent if block.spans[t.i].end > date.span.start), None)
                if first is None or (first.i and block.doc[first.i - 1].lower_ in BOUNDS):
                    continue
                if any(t.lower_ in AHEAD for t in block.doc[token.i : first.i]):
                    continue
                left_out = first.i > 0 and block.spans[first.i].start >= date.span.end  # "received on Monday Ana Rojas"
                behind = left_out and first.i - 1 in anchors
                if behind or self._hangs(first, anchors, date, block) or _before(date, block, anchors):
                    yield date

    def _with_year(self, block: ParsedBlock, token: Token, date: DateMention) -> str | None:
        """A day whose year is not told is one of the year in the event's name: "ITCN Asia 2025 … from May 9-11"."""
        if not date.value.startswith(UNKNOWN_YEAR):
            return date.value
        event = self.events.at(block, token)
        year = event.hints.get("year") if event is not None else None
        years = {m for label in event.labels for m in YEAR.findall(label)} if event is not None and not year else set()
        year = year or (years.pop() if len(years) == 1 else self.year)
        return date.value.replace(UNKNOWN_YEAR, year) if year and date.fits(year) else None

    def _hangs(self, token: Token, anchors: set[int], date: DateMention, block: ParsedBlock) -> bool:
        """Whether the date's words depend on an anchor, with only prepositions and the date itself between."""
        current, steps = token, 0
        while current.head != current and steps < 8:
            if current.i in anchors:
                return True
            inside = block.spans[current.i].start < date.span.end and block.spans[current.i].end > date.span.start
            if (
                not inside
                and current.dep_ not in ("prep", "pobj", "npadvmod", "pcomp")
                and (current.lemma_ not in ("schedule", "take", "here") or current.dep_ == "advcl")
            ):
                return False
            if not inside and current.dep_ == "pobj" and current.i not in anchors and current.lower_ not in PASSED:
                return False
            current, steps = current.head, steps + 1
        return current.i in anchors

    def _in_dateline(self, block: ParsedBlock, date: DateMention) -> bool:
        """Whether the date only tells when the report was written: "Oct. 21, 2015 (ABC) — …"."""
        return DATELINE_END.match(block.read.text, date.span.end - block.read.block.span.start) is not None


def _which(verb: Token) -> bool:
    """ "The forum, which brought together …": whether a clause tells what the event itself did."""
    return any(c.lower_ in ("which", "that") and c.dep_ == "nsubj" for c in verb.children)


def _joined(verb: Token) -> list[Token]:
    """A verb, and those that it is joined to in one breath: "On Monday A visited the Board and met B"."""
    verbs = [verb]
    while verbs[-1].dep_ == "conj" and verbs[-1].head.pos_ == "VERB" and len(verbs) < LONGEST_CHAIN:
        if any(c.dep_ in ("nsubj", "nsubjpass") for c in verbs[-1].children):
            break
        verbs.append(verbs[-1].head)
    return verbs


def _before(date: DateMention, block: ParsedBlock, anchors: set[int]) -> bool:
    """Whether a date stands right before an anchor that is a verb: "The head of the Board on Friday opened …"."""
    last = block.token_at(date.span.end - 1)
    if last is None:
        return False
    between = ("aux", "auxpass", "advmod", "punct")
    verb = next((t for t in last.doc[last.i + 1 : last.sent.end] if t.dep_ not in between), None)
    above = verb.head if verb is not None and verb.dep_ in ("xcomp", "advcl") else None
    if above is not None and above.lemma_ in GOING | PAYING and above.i < last.i:
        return False  # "arrived on Friday to attend the forum"
    aside = last.i + 1 < last.sent.end and last.nbor(1).is_punct
    if aside and (len(date.value) < FULL_DATE or verb not in (last.head.head, last.head.head.head)):
        return False  # "A on Friday, 3 May, opened", not "the fair, which begins on Friday, was discussed"
    return verb is not None and verb.i in anchors and verb.pos_ == "VERB" and verb.i - last.i <= LONGEST_CHAIN


def seats_of(findings: Sequence[Finding]) -> dict[Thing, Thing]:
    """Where the bodies of an article are, by what was found: the first place told of each."""
    seats: dict[Thing, Thing] = {}
    for finding in findings:
        body, place = finding.subject, finding.object
        if finding.predicate == "locatedIn" and body.kind == "Organization" and isinstance(place, Thing):
            seats.setdefault(body, place)
    return seats
