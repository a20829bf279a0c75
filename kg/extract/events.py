"""Events, named or not: "the 4th Global Digital Economy Conference", "a webinar on trade", "at a meeting today"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from kg.extract.clauses import TOPICAL, objects_of
from kg.extract.event_names import (
    ROUNDS,
    description,
    full_name,
    is_ahead,
    numbered_round,
    otherwise_called,
    quoted,
    whole_description,
)
from kg.extract.frames import INSTRUMENT, MOU
from kg.extract.parsing import ParsedBlock
from kg.extract.referents import Registry, Thing, fold_words
from kg.extract.tokens import Token
from kg.model import Mention

NOUNS = frozenset(
    """
    webinar meeting conference forum seminar ceremony roundtable round-table reception talks summit hearing
    exhibition fair expo symposium session workshop congress dialogue festival gathering banquet luncheon dinner
    briefing lecture inauguration launch panel consultation consultations colloquium convention mission tour visit
    event trip celebration hackathon conclave concert gala drill exercise competition
    retreat rally screening marathon plenary orientation handover
    signing discussion discussions negotiation negotiations reunion unveiling groundbreaking commissioning commemoration
    """.split()
)
LOOSE = frozenset(("event", "occasion", "gathering", "function", "programme", "program", "session", "opening"))
"""Nouns that point back to an event of whatever kind."""
CONVERSATIONS = frozenset(("meeting", "talks", "discussion", "discussions", "consultations", "audience"))
"""Nouns for the same event of people who met: "held talks … The meeting was attended by"."""
QUIET = frozenset(
    """
    visit trip tour discussion discussions talks signing launch training course negotiation negotiations
    consultation consultations lecture
    """.split()
)
"""Nouns whose unnamed events need their participants in the same clause to be told as one."""
ATTENDED = frozenset("attend witness grace join at during mark perform".split())
GIVEN = frozenset("receive get request".split())
"""Verbs of those who are told something at an event: "The envoys received a briefing on trade"."""
POINTING = frozenset(("the", "this", "that", "said"))
POSTED = frozenset(("diplomatic", "permanent", "consular", "foreign", "resident", "no", "its", "their", "embassy"))
"""What stands before a mission that is a body, no journey."""
BOTH = frozenset(("they", "both", "two"))
COMING = frozenset(("next", "future", "upcoming", "forthcoming", "another", "second", "third", "separate", "other"))
HAPPENING = frozenset("hold organise organize convene host chair co-chair attend moderate inaugurate stage".split())
"""What is done to an event that "it" or "they" stands for: "They were held in Lima"."""
ENDING = frozenset(("result", "lead", "culminate"))
"""Verbs that lead to a signing told of as done, no event of its own: "The talks resulted in the signing of …"."""
BODIES = frozenset(("congress", "dialogue", "exchange"))
"""What, by itself and with a capital, names no event."""
BARE = frozenset(("online", "virtual", "brief", "official", "formal", "colourful", "colorful", "short", "joint"))
SIGNING = frozenset(("sign", "ink", "conclude", "initial", "exchange"))
PAPERS = frozenset("documents memoranda memorandums mous agreements instruments notes papers letters".split())
PRONOUNS = frozenset(("it", "they"))
SAT_AT = frozenset("talks discussions negotiations consultations signing".split())
"""Nouns of events that need their participants, and may have others present."""
FARTHEST_SITTING = 1000
NEAR = 500
"""Characters back within which the only event told of is the one that is meant."""
TRADING = frozenset("trade business economic study investment fact finding exploratory commercial".split())
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}
FARTHEST_NAME = 12
LONGEST_TOPIC = 6


class EventBook:
    """The events of an article, and which tokens refer to them."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._at: dict[tuple[int, int], Thing] = {}
        self._made: dict[int, Thing] = {}
        self._verbs: dict[int, tuple[ParsedBlock, Token]] = {}
        self._told: set[int] = set()
        """The events that are not only told of as to come."""
        self._order: list[tuple[int, Thing, str]] = []

    def read(self, blocks: Sequence[ParsedBlock]) -> None:
        """Find the events of the article, in text order."""
        for block in blocks:
            for token in block.doc:
                self._token(block, token)

    def at(self, block: ParsedBlock, token: Token) -> Thing | None:
        """The event that a token refers to, if it refers to one."""
        return self._at.get((block.spans[token.i].start, token.i))

    def listed(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """The events that "two events: a forum and a dinner" names, in the sentence or behind it."""
        if token.lower_ not in ("events", "activities", "gatherings"):
            return []
        colon = next((t.i for t in block.doc[token.i : token.sent.end] if t.text == ":"), token.sent.end)
        behind = [t for c in token.children if c.dep_ == "appos" for t in c.subtree]
        named = [self.at(block, t) for t in behind or block.doc[colon : token.sent.end]]
        found = [event for event in dict.fromkeys(named) if event is not None]
        count = next((COUNTS[c.lower_] for c in token.children if c.lower_ in COUNTS), 0)
        return found or self._told_next(block.spans[token.i].start, count)

    def _told_next(self, position: int, count: int) -> list[Thing]:
        """So many events of several kinds as are first told of behind a place in the text, or none."""
        found: dict[str, Thing] = {}
        for start, event, noun in self._order:
            if start > position and event.first > position and not self.is_quiet(event) and noun not in LOOSE:
                found.setdefault(noun, event)
        return list(found.values()) if len(found) == count else []

    def before(self, position: int) -> list[tuple[int, Thing, str]]:
        """The mentions of events before a place in the text, in order: where, which, by what noun."""
        return [entry for entry in self._order if entry[0] <= position]

    def all(self) -> list[Thing]:
        """The events that the article names or has a noun for, once each."""
        return list(dict.fromkeys(event for _, event, _ in self._order))

    def signing(self, block: ParsedBlock, token: Token) -> Thing:
        """The signing that a verb tells of, as an event: for those who looked on."""
        told = self.signings()
        if len(told) == 1:
            return told[0]
        return self.made("signing", block, token)

    def made(self, noun: str, block: ParsedBlock, token: Token) -> Thing:
        """The signing or meeting that a sentence tells of by its verb, as an event."""
        key = block.spans[token.sent.start].start
        if key not in self._made:
            label = "signing ceremony" if noun == "signing" else noun
            thing = self.registry.new("Event", label, block.spans[token.i].start)
            thing.hints["noun"] = noun
            thing.labels[noun] += 1
            self._made[key] = thing
            self._verbs[key] = (block, token)
        return self._made[key]

    def told_by(self, event: Thing) -> list[tuple[ParsedBlock, Token]]:
        """The verb by which alone a sentence told of an event."""
        return [self._verbs[key] for key, made in self._made.items() if made is event]

    def in_focus(self, position: int) -> Thing | None:
        """The event that a place in the text is about: the only one told of just before, or the one told of most."""
        told = [e for e in self.before(position) if id(e[1]) in self._told]
        before = [e for e in told if not self.is_quiet(e[1]) and not _is_day(e[1])]
        near = [e for e in before if position - e[0] < NEAR]
        near = near if len({t for _, t, _ in near}) == 1 else before
        mentions = [t for _, t, noun in near if noun != "meeting" or t.hints.get("noun") != "meeting"]
        mentions = mentions or ([t for _, t, _ in near] if len({t for _, t, _ in near}) == 1 else [])
        counts = {t: mentions.count(t) for t in mentions}
        most = [t for t in counts if counts[t] == max(counts.values())]
        first = min(most, key=lambda t: t.first, default=None)
        alike = [t for t in most if first and t.hints.get("noun") == first.hints.get("noun")]
        return alike[-1] if alike else None  # of two receptions the second

    def sat_at(self, position: int) -> Thing | None:
        """The talks, or the signing, told of last not long before a place in the text: where others may be present."""
        near = [t for p, t, noun in self.before(position) if noun in SAT_AT and position - p < FARTHEST_SITTING]
        return near[-1] if near else None

    def signings(self) -> list[Thing]:
        """The events that are signings; where none is called so, the ceremonies without a purpose of their own."""
        events = [*self.all(), *self._made.values()]
        signed = [t for t in events if _is_signing(t)]
        bare = [t for t in events if t.hints.get("noun") == "ceremony" and set(fold_words(t.label)[:-1]) <= BARE]
        return signed or bare

    def is_quiet(self, thing: Thing) -> bool:
        """Whether the event is only a noun such as "visit" or "talks"."""
        return thing.hints.get("noun", "") in QUIET

    def _token(self, block: ParsedBlock, token: Token) -> None:
        masked = block.names.get(token.i)
        start = block.spans[token.i].start
        if masked:
            body = masked.name.text.casefold() in BODIES
            if masked.name.kind == "Event" and not body and not self._of_agreement(block, token):
                called = self._named(self.registry.of_name(masked.name), masked.name.text)
                self._call(block, token, called, masked.name.text)
                self._note(start, token, called, fold_words(masked.name.text)[-1])
            return
        noun = token.lower_
        if noun == "table" and token.i and block.doc[token.i - 1].lower_ == "round":
            noun = "roundtable"
        if noun in ("meetings", "sessions") and token.head.lemma_ == "attend" and self._points(token):
            noun = noun.removesuffix("s")
        if noun in PRONOUNS:
            self._pronoun(token, start)
        if noun == "edition":
            self._edition(block, token, start)
        if noun not in NOUNS and noun not in LOOSE and not _of_papers(token):
            return
        named = self._named_before(block, token) or self._apposed_to(block, token)
        if named is not None:
            self._note(start, token, named, noun)
            return
        if token.pos_ not in ("NOUN", "PROPN") or self._starts_clause(block, token):
            return
        if noun == "briefing" and token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in GIVEN:
            return
        if noun == "signing" and token.dep_ == "pobj" and token.head.head.lemma_ in ENDING:
            return
        if noun == "mission" and any(c.lower_ in POSTED for c in token.children):
            return
        if (
            token.dep_ in ("compound", "amod")
            and token.head.pos_ in ("NOUN", "PROPN")
            and token.head.i not in block.names
        ):
            return
        thing = self._pointed_at(block, token, noun) if self._points(token) else None
        opened = [n for n in objects_of(token, "of") if n.i in block.names] if noun in ("opening", "ceremony") else []
        if opened and self._is_event(block, opened[0]):
            thing = self.registry.of_name(block.names[opened[0].i].name)
        if thing is None and token.dep_ == "pobj" and token.head.head.lower_ in ROUNDS:
            thing = self.at(block, token.head.head)
        if thing is None and noun == "mission" and not _travels(token):
            return
        if thing is None and noun in LOOSE and noun not in ("event", "session") and not self._opening(block, token):
            return
        if thing is None:
            thing = self._unnamed(block, token, noun)
        thing.mentions.append(Mention(block.spans[token.i], "nominal"))
        thing.labels[token.text] += 1
        self._note(start, token, thing, noun)

    def _of_agreement(self, block: ParsedBlock, token: Token) -> bool:
        """ "An MoU on Political Consultations": what an agreement is about is no event yet."""
        link = ""
        for above in islice(token.ancestors, LONGEST_TOPIC):
            named = block.names.get(above.i)
            lemma = (named.name.head or "") if named else above.lemma_.casefold()
            if lemma in MOU or lemma in INSTRUMENT:
                return link in TOPICAL
            if above.pos_ not in ("ADP", "NOUN", "PROPN"):
                return link in TOPICAL and above.lemma_ in SIGNING
            link = above.lower_ if above.pos_ == "ADP" else link
        return False

    def _edition(self, block: ParsedBlock, token: Token, start: int) -> None:
        """ "The second edition of the Lake Fair": the fair."""
        for named in (n for n in objects_of(token, "of") if self._is_event(block, n)):
            name = block.names[named.i].name
            self._note(start, token, self.registry.of_name(name), fold_words(name.text)[-1])

    def _pronoun(self, token: Token, start: int) -> None:
        """ "Consultations began. They were held in Lima": the event told of last, here or in the sentence before."""
        head = token.head
        placed = head.lemma_ == "take" and any(c.lower_ == "place" for c in head.children)
        done = token.dep_ == "nsubjpass" and head.lemma_ in HAPPENING
        if not self._order or not (done or (placed and token.dep_ == "nsubj")):
            return
        position, thing, noun = self._order[-1]
        if start - position < NEAR and (token.lower_ == "they") == noun.endswith("s"):
            self._note(start, token, thing, noun)

    def _opening(self, block: ParsedBlock, token: Token) -> bool:
        """ "Attended the opening of the new stadium": an event of its own; that of a forum is a part of the forum."""
        opened = objects_of(token, "of") if token.lower_ == "opening" and token.head.lemma_ in ATTENDED else []
        return any(n.lower_ not in NOUNS and not self._is_event(block, n) for n in opened)

    def _is_event(self, block: ParsedBlock, token: Token) -> bool:
        return token.i in block.names and block.names[token.i].name.kind == "Event"

    def _starts_clause(self, block: ParsedBlock, token: Token) -> bool:
        """ "Briefing Ana Rojas on trade, …": a participle that the tagger took for a noun."""
        following = token.i + 1 in block.names and block.names[token.i + 1].name.kind == "Person"
        return token.i == token.sent.start and token.lower_.endswith("ing") and following

    def _named_before(self, block: ParsedBlock, token: Token) -> Thing | None:
        """The named event whose kind the noun says again: "the 5th Lake Forum meeting"."""
        before = block.names.get(token.i - 1)
        if before is None or before.name.kind != "Event" or block.doc[token.i - 1].head != token:
            return None
        thing = self.registry.of_name(before.name)
        thing.labels[f"{before.name.text} {token.text}"] += 1
        return thing

    def _apposed_to(self, block: ParsedBlock, token: Token) -> Thing | None:
        """The named event that a noun behind it describes: "ITCN Asia 2025, a premier trade fair"."""
        for index in range(token.i - 1, max(token.sent.start, token.i - FARTHEST_NAME) - 1, -1):
            here = block.doc[index]
            if here.pos_ in ("VERB", "AUX") and here.dep_ != "amod":
                return None
            masked = block.names.get(index)
            if masked:
                described = block.doc[index + 1].text == "," and block.doc[index + 2].lower_ in ("a", "an", "the")
                return self.registry.of_name(masked.name) if masked.name.kind == "Event" and described else None
        return None

    def _note(self, start: int, token: Token, thing: Thing, noun: str) -> None:
        self._at[start, token.i] = thing
        if not is_ahead(token):
            self._told.add(id(thing))
        self._order.append((start, thing, noun))

    def _named(self, thing: Thing, text: str) -> Thing:
        """A name that is a bare head noun, "the Forum", is the last event of that noun."""
        words = fold_words(text)
        if len(words) == 1 and fold_words(thing.label) == words:
            earlier = [t for _, t, noun in self._order if noun == words[0] and t is not thing]
            if earlier:
                return earlier[-1]
        return thing

    def _call(self, block: ParsedBlock, token: Token, thing: Thing, name: str) -> None:
        """Note the fuller names under which the article tells of a named event."""
        if len(thing.names) > 1 and len(fold_words(name)) == 1:
            return
        whole, title = full_name(block, token), quoted(block, token)
        if thing.label == name and (len(fold_words(name)) == 1 or not whole.startswith(name)):
            thing.label = whole
        thing.labels[whole] += 1
        if title:
            thing.labels[title] += 1

    def _points(self, token: Token) -> bool:
        if any(c.lower_ in COMING for c in token.children):
            return False
        return any(c.dep_ == "det" and c.lower_ in POINTING for c in token.children)

    def _pointed_at(self, block: ParsedBlock, token: Token, noun: str) -> Thing | None:
        """The earlier event that "the webinar", "this meeting", "the event" means."""
        described = any(c.dep_ == "prep" and c.lower_ in ("between", "with", "on", "for") for c in token.children)
        if noun in CONVERSATIONS:
            whose = [n for n in objects_of(token, "of") if not any(c.lower_ in BOTH for c in n.children)]
            described = described or any(n.tag_ in ("NNS", "NNPS") or n.i in block.names for n in whose)
        if self._of_signing(token, noun):
            signed = [t for t in self.all() if _is_signing(t)]
            return signed[0] if len(signed) == 1 else None
        alike = CONVERSATIONS if noun in CONVERSATIONS else (noun,)
        known = [(t, other) for _, t, other in self._order if not otherwise_called(token, t)]
        same = [t for t, other in known if other == noun] or [t for t, other in known if other in alike]
        if same and not described:
            return same[-1]
        if noun == "opening" and objects_of(token, "of"):
            return None
        if noun in LOOSE or (noun == "ceremony" and not objects_of(token, "of")):
            last = [t for t, _ in known if not self.is_quiet(t)]
            return last[-1] if last else None
        return None

    def _of_signing(self, token: Token, noun: str) -> bool:
        """ "The signing (of the MoU)", "the signing ceremony"."""
        return noun == "signing" or (noun == "ceremony" and any(c.lower_ == "signing" for c in token.children))

    def _unnamed(self, block: ParsedBlock, token: Token, noun: str) -> Thing:
        numbered = numbered_round(block, token)
        label, span = numbered or description(block, token, NOUNS | PAPERS)
        words = fold_words(label)
        new = any(c.lower_ in ("a", "an") for c in token.children)
        for named in self.registry.of_kind("Event"):
            known = [fold_words(name) for name in named.labels]
            if len(words) > 1 and any(k == words or (not new and k[-len(words) :] == words) for k in known):
                return named
        thing = self.registry.new("Event", label, span.start)
        thing.labels[whole_description(block, token)] += 1
        thing.hints["noun"] = "round" if numbered else noun
        if self._of_body(block, token):
            thing.hints["of"] = "body"
        elif (token.dep_ == "dobj" and not _held_by_both(token)) or objects_of(token, "of", "between", "with"):
            thing.hints["of"] = "people"
        return thing

    def _of_body(self, block: ParsedBlock, token: Token) -> bool:
        """Whether it is an event of a body: "the Council meeting", "a meeting of the Council"."""
        named = [c for c in token.children if c.dep_ in ("compound", "nmod")] + objects_of(token, "of")
        kinds = [block.names[c.i].name.kind for c in named if c.i in block.names]
        return any(kind in ("Organization", "Event", "Programme") for kind in kinds)


def _is_day(event: Thing) -> bool:
    """ "National Day", "Constitution Day of Nepal": what something is held for, and nobody speaks at."""
    words = fold_words(event.label)
    return "day" in words and NOUNS.isdisjoint(words)


def _of_papers(token: Token) -> bool:
    """ "The exchange of documents": what is exchanged at a ceremony."""
    return token.lower_ == "exchange" and any(n.lower_ in PAPERS for n in objects_of(token, "of"))


def _held_by_both(noun: Token) -> bool:
    """ "The two sides held talks": those who were told of before, whoever they are."""
    subjects = [c for c in noun.head.children if c.dep_ == "nsubj"]
    return any(t.lower_ in BOTH or any(c.lower_ in BOTH for c in t.children) or t.lower_ == "sides" for t in subjects)


def _travels(mission: Token) -> bool:
    """Whether a mission is one that goes somewhere, no embassy."""
    return bool(objects_of(mission, "to")) or any(c.lower_ in TRADING for c in mission.children)


def _is_signing(thing: Thing) -> bool:
    return thing.hints.get("noun") == "signing" or "signing" in thing.label.casefold()
