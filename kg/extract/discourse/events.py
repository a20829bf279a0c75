"""Events, named or not: "the 4th Global Digital Economy Conference", "a webinar on trade", "at a meeting today"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.discourse.event_names import (
    CALENDAR,
    ROUNDS,
    described_by,
    description,
    full_name,
    is_ahead,
    noun_of,
    numbered_round,
    of_heads,
    otherwise_called,
    titles,
    top_of_heads,
    whole_description,
)
from kg.extract.discourse.event_nouns import (
    ATTENDED,
    BARE,
    BODIES,
    BOTH,
    CALENDAR_NOUNS,
    CALLED,
    CONVERSATIONS,
    COUNTS,
    ENDS,
    LOOSE,
    NAMED_SITTINGS,
    NOUNS,
    OCCASIONS,
    OPENINGS,
    PAPERS,
    PRONOUNS,
    QUIET,
    RUNNING,
    SAT_AT,
    SITTINGS,
    called_off,
    described,
    first_told,
    happens,
    is_around,
    is_day,
    is_new,
    is_noun,
    is_past,
    is_signing,
    is_theme,
    kindred,
    known_before,
    noun_at,
    of_agreement,
    of_body,
    of_papers,
    of_signing,
    points,
    said_to_be,
    signed_at,
    starts_clause,
    takes_place,
    tells_none,
    travels,
)
from kg.extract.discourse.verb_events import VerbEvents, deed_before, met_anew
from kg.extract.naming.mentions import Name
from kg.extract.reference.referents import Registry, Thing, fold_words
from kg.extract.syntax.clauses import objects_of
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import SUBJECTS, Token
from kg.model import Mention

FARTHEST_SITTING, NEAR = 1000, 500
"""Characters back within which the only event told of is the one that is meant."""


class EventBook:
    """The events of an article, and which tokens refer to them."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._at: dict[tuple[int, int], Thing] = {}
        self.verbal = VerbEvents(registry)
        self._read: list[ParsedBlock] = []
        self._told: set[int] = set()  # the events that are not only told of as to come
        self._order: list[tuple[int, Thing, str]] = []
        self._who: dict[Thing, set[Thing]] = {}
        """Who met at a meeting, as far as sentences before its noun say so by a verb."""
        self._around: set[int] = set()
        """Where the text names an event only as that around another: "a part of the summit"."""
        self.called: list[tuple[Thing, Thing]] = []
        """Events told of by a noun, and the names by which the text calls them."""
        self._body = 0  # where the text begins behind its title
        self._heads: dict[str, Thing] = {}  # named events by the noun for their kind: "the show" is "Lima Motor Show"
        self._scenes: list[tuple[int, int, Thing]] = []
        """Where the text says "at the meeting", and goes on about what happened there."""

    def read(self, blocks: Sequence[ParsedBlock]) -> None:
        """Find the events of the article, in text order."""
        for block in blocks:
            for token in block.doc:
                self._token(block, token)
            self._read.append(block)
            if block.read.block.kind == "title" and block.doc:
                self._body = block.spans[-1].end

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
        return self.verbal.make("signing", block, token)

    def in_focus(self, position: int) -> Thing | None:
        """The event that a place in the text is about: the one at which it said to be just before, the only one told of
        just before, or the one told of most."""
        scene = next((e for e in reversed(self._scenes) if e[0] <= position), None)
        if scene is not None and position - scene[0] < NEAR:
            since = [t for p, t, _ in self._order if p > scene[0] and scene[1] <= p <= position]
            if all(t is scene[2] for t in since):  # the text has come to no other event
                return scene[2]
        told = [e for e in self.before(position) if id(e[1]) in self._told]
        loud = [e for e in told if not self.is_quiet(e[1])]
        loud = [e for e in loud if e[0] >= self._body] or loud
        before = [e for e in loud if not is_day(e[1]) and e[2] != "mission"] or loud
        near = [e for e in before if position - e[0] < NEAR]
        near = near if len({t for _, t, _ in near}) == 1 else before
        mentions = [t for _, t, noun in near if noun != "meeting" or t.hints.get("noun") != "meeting"]
        mentions = mentions or ([t for _, t, _ in near] if len({t for _, t, _ in near}) == 1 else [])
        counts = {t: mentions.count(t) for t in mentions}
        most = [t for t in counts if counts[t] == max(counts.values())]
        kind = min(most, key=lambda t: t.first).hints.get("noun") if most else None
        return next((t for t in reversed(most) if t.hints.get("noun") == kind), None)  # of two receptions the second

    def sat_at(self, position: int) -> Thing | None:
        """The talks, or the signing, told of last not long before a place in the text: where others may be present."""
        near = [t for p, t, noun in self.before(position) if noun in SAT_AT and position - p < FARTHEST_SITTING]
        return near[-1] if near else None

    def signings(self) -> list[Thing]:
        """The events of the text, or else the title, that are signings; or the ceremonies without a purpose."""
        text = [event for position, event, _ in self._order if position >= self._body] or self.all()
        events = dict.fromkeys([*text, *self.verbal.made.values()])
        bare = [t for t in events if t.hints.get("noun") == "ceremony" and set(fold_words(t.label)[:-1]) <= BARE]
        return [t for t in events if is_signing(t)] or bare

    def is_quiet(self, thing: Thing) -> bool:
        """Whether the event is only a noun such as "visit" or "talks", and not said to have taken place."""
        return thing.hints.get("noun", "") in QUIET and "held" not in thing.hints

    def _token(self, block: ParsedBlock, token: Token) -> None:
        masked = block.names.get(token.i)
        if masked:
            body = masked.name.text.casefold() in BODIES
            if masked.name.kind == "Event" and not (body or of_agreement(block, token) or is_theme(token)):
                self._name(block, token, masked.name)
            return
        noun = noun_at(token)
        if noun in PRONOUNS:
            self._pronoun(block, token)
        if noun == "edition":
            self._edition(block, token)
        if noun not in NOUNS and noun not in LOOSE and not of_papers(token):
            if noun in self._heads and points(token) and (noun not in CALENDAR_NOUNS or token.dep_ in SUBJECTS):
                self._note(block, token, self._heads[noun], noun)
            return
        described = None if (named := self._named_before(block, token)) else described_by(block, token)
        named = self.registry.of_name(described.name) if described is not None else named
        if named is not None:
            self._note(block, token, named, noun)
            return
        loose = not is_noun(token) or starts_clause(block, token) or tells_none(token)
        before = token.dep_ in ("compound", "amod") and token.head.pos_ in ("NOUN", "PROPN")
        if not loose and not (before and token.head.i not in block.names):
            self._nominal(block, token, noun)

    def _name(self, block: ParsedBlock, token: Token, name: Name) -> None:
        """An event's name, and the noun that it is the name of: "a trade fair called Lake Expo"."""
        thing = self._named(self.registry.of_name(name), name.text)
        self._call(block, token, thing, name.text)
        self._heads[(name.head or "").casefold()] = thing
        what = token.head.head if token.head.lemma_ in CALLED and token.head.dep_ == "acl" else token
        unnamed = self.at(block, what) if what is not token else None
        if unnamed is not None:
            self.called.append((unnamed, thing))
        self._note(block, token, thing, noun_of(name.text, NOUNS))

    def _nominal(self, block: ParsedBlock, token: Token, noun: str) -> None:
        """The event that a noun without a name tells of, a known one or a new one."""
        thing = self._pointed_at(block, token, noun) if points(token) or token.lower_ == "sessions" else None
        if thing is None and noun in OCCASIONS and points(token) and not described(token):
            thing = self._of_deed(block, token)
            noun = thing.hints["noun"] if thing is not None else noun
        opened = [n for n in objects_of(token, "of") if n.i in block.names] if noun in {*ENDS, "ceremony"} else []
        if opened and self._is_event(block, opened[0]):
            thing = self.registry.of_name(block.names[opened[0].i].name)
        if thing is None and (what := said_to_be(token)) is not None and self._is_event(block, what):
            thing = self.at(block, what)
        if thing is None and token.dep_ == "pobj" and token.head.head.lower_ in ROUNDS:
            thing = self.at(block, token.head.head)
        if thing is None and noun == "mission" and not travels(token):
            return
        signed = noun in OCCASIONS and signed_at(token)
        known = noun not in LOOSE or noun in ("event", "session") or (noun in OCCASIONS and first_told(token))
        if thing is None and not known and not self._opening(block, token):
            return
        if thing is None:
            thing = self._unnamed(block, token, noun)
            if signed and "signing" not in fold_words(thing.label):
                thing.hints["noun"] = "ceremony"
                thing.labels["signing ceremony"] += 1
        thing.mentions.append(Mention(block.spans[token.i], "nominal"))
        thing.labels[token.text] += 1
        self._note(block, token, thing, noun)

    def _edition(self, block: ParsedBlock, token: Token) -> None:
        """ "The second edition of the Lake Fair": the fair."""
        for name in (block.names[n.i].name for n in objects_of(token, "of") if self._is_event(block, n)):
            self._note(block, token, self.registry.of_name(name), noun_of(name.text, NOUNS))

    def _pronoun(self, block: ParsedBlock, token: Token) -> None:
        """ "Consultations began. They were held in Lima": the event told of last, here or in the sentence before."""
        runs = token.dep_ == "nsubj" and token.head.lemma_ in RUNNING
        if not self._order or not (runs or happens(token)):
            return
        before = self._subject_before(block, token)
        if before is None and runs:
            return
        position, thing, noun = before or self._order[-1]
        if block.spans[token.i].start - position < NEAR and (token.lower_ == "they") == noun.endswith("s"):
            self._note(block, token, thing, noun)

    def _subject_before(self, block: ParsedBlock, token: Token) -> tuple[int, Thing, str] | None:
        """ "The forum was held during a visit. It was organised by …": what the sentence before is about."""
        before = block.doc[token.sent.start - 1].sent if token.sent.start else token.sent
        subjects = {block.spans[c.i].start for c in before.root.children if c.dep_ in ("nsubj", "nsubjpass")}
        return next((told for told in reversed(self._order) if told[0] in subjects), None)

    def _opening(self, block: ParsedBlock, token: Token) -> bool:
        """ "Attended the opening of the new stadium": an event of its own; that of a forum is a part of the forum."""
        attended = token.lower_ in ENDS and token.head.lemma_ in ATTENDED
        opened = objects_of(token, "of") if attended else []
        if attended and token.lower_ == "opening" and not described(token):  # "opened the school. … At the opening"
            before = [*(t for read in self._read[-1:] for t in read.doc), *block.doc[: token.i]]
            return any(t.lemma_ in ("open", "inaugurate") and t.pos_ == "VERB" for t in before)
        return any(n.lower_ not in NOUNS and not self._is_event(block, n) for n in opened)

    def _is_event(self, block: ParsedBlock, token: Token) -> bool:
        return token.i in block.names and block.names[token.i].name.kind == "Event"

    def _named_before(self, block: ParsedBlock, token: Token) -> Thing | None:
        """The named event whose kind the noun says again: "the 5th Lake Forum meeting"."""
        before = block.names.get(token.i - 1)
        if before is None or before.name.kind != "Event" or block.doc[token.i - 1].head != token:
            return None
        thing = self.registry.of_name(before.name)
        thing.labels[f"{before.name.text} {token.text}"] += 1
        return thing

    def _note(self, block: ParsedBlock, token: Token, thing: Thing, noun: str) -> None:
        start = block.spans[token.i].start
        self._at[start, token.i] = thing
        above = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
        for same in (top_of_heads(token), above if above.lower_ in OPENINGS | ROUNDS else token):
            self._at.setdefault((block.spans[same.i].start, same.i), thing)
        if not is_ahead(token):
            self._told.add(id(thing))
        self._order.append((start, thing, noun))
        if is_around(token):
            self._around.add(start)
        if takes_place(token, noun):
            thing.hints["held"] = "yes"
        if called_off(token):
            thing.hints["off"] = "yes"
        setting = token.dep_ == "pobj" and token.head.lower_ in ("at", "during") and token.head.i == token.sent.start
        if setting and not self.is_quiet(thing):
            self._scenes.append((start, block.sentence_span(token).end, thing))

    def _named(self, thing: Thing, text: str) -> Thing:
        """A name that is a bare head noun, "the Forum", is the last event of that noun."""
        words = fold_words(text)
        bare = len(words) == 1 and fold_words(thing.label) == words
        earlier = [t for _, t, noun in self._order if bare and noun == words[0] and t is not thing]
        return earlier[-1] if earlier else thing

    def _call(self, block: ParsedBlock, token: Token, thing: Thing, name: str) -> None:
        """Note the fuller names under which the article tells of a named event."""
        if len(thing.names) > 1 and len(fold_words(name)) == 1:
            return
        whole = full_name(block, token)
        if thing.label == name and (len(fold_words(name)) == 1 or not whole.startswith(name)):
            thing.label = whole
        thing.labels.update((whole, *titles(block, token)))

    def _pointed_at(self, block: ParsedBlock, token: Token, noun: str) -> Thing | None:
        """The earlier event that "the webinar", "this meeting", "the event" means."""
        telling = [c for c in token.children if c.dep_ == "prep" and c.lower_ in ("between", "with", "on", "for")]
        described = any(n.pos_ != "NUM" and n.lower_ not in CALENDAR for c in telling for n in c.children)
        if noun in CONVERSATIONS:
            whose = [n for n in objects_of(token, "of") if not any(c.lower_ in BOTH for c in n.children)]
            described = described or any(n.tag_ in ("NNS", "NNPS") or n.i in block.names for n in whose)
        if of_signing(token, noun):
            signed = [t for t in self.all() if is_signing(t)]
            return signed[0] if len(signed) == 1 else None
        known = [(t, other) for _, t, other in self._order if not otherwise_called(token, t)]
        known = [(t, other) for t, other in known if "past" not in t.hints] or known
        titled = {t for p, t, _ in self._order if p < self._body}
        same = [t for t, other in known if other == noun] or kindred(noun, known, titled)
        if same and not described:
            return None if noun == "meeting" and self._met_others(block, token, same[-1]) else same[-1]
        sat = known[-1][0] if noun == "meeting" and not described and known and known[-1][1] in SITTINGS else None
        if sat is None and noun == "meeting" and not described and known and known[-1][1] in NAMED_SITTINGS:
            return known[-1][0]
        if sat is not None and not sat.names:
            return None if self._met_others(block, token, sat) else sat
        if noun in ENDS and objects_of(token, "of"):
            return None
        if not LOOSE.isdisjoint((noun, token.lower_)) or (noun == "ceremony" and not objects_of(token, "of")):
            last = [t for t, _ in known if not self.is_quiet(t)]
            last = [t for t in last if not is_day(t)] or last
            own = [t for p, t, _ in self._order if t in last and p not in self._around]
            return (own or last)[-1] if last else None
        return None

    def _met_others(self, block: ParsedBlock, token: Token, known: Thing) -> bool:
        """ "A met B. … At the meeting … A also met C. During the meeting": whether others have met since."""
        start, people = met_anew(self.registry, self._read, block, token)
        last = max((p for p, t, _ in self._order if t is known), default=0)
        who = self._who.get(known, set()) if known.hints.get("noun") == "meeting" else {known}
        return start > last and bool(who) and not people <= who

    def _of_deed(self, block: ParsedBlock, token: Token) -> Thing | None:
        """ "The signing of the MoU … on the occasion", "A met B … on this occasion": the signing or talks told of last,
        by a noun or else by a verb."""
        deed = deed_before(self._read, block, token)
        thing = self.sat_at(block.spans[token.i].start)
        if deed is not None and thing is None:
            noun, where, verb = deed
            thing = self.signing(where, verb) if noun == "signing" else self.verbal.make(noun, where, verb)
        if thing is not None and is_signing(thing):
            thing.hints["noun"] = "ceremony"
            return thing
        return thing if token.lower_ != "ceremony" else None

    def _unnamed(self, block: ParsedBlock, token: Token, noun: str) -> Thing:
        numbered = numbered_round(block, token)
        label, span = numbered or of_heads(block, token) or description(block, token, NOUNS | PAPERS)
        words = fold_words(label)
        for named in self.registry.of_kind("Event"):
            known = [fold_words(name) for name in named.labels]
            if len(words) > 1 and any(k == words or (not is_new(token) and k[-len(words) :] == words) for k in known):
                return named
        thing = self.registry.new("Event", label, span.start)
        thing.labels.update((whole_description(block, token), *titles(block, token)))
        thing.hints["noun"] = "round" if numbered else noun
        if noun == "meeting":
            self._who[thing] = met_anew(self.registry, self._read, block, token)[1]
        if is_past(token):
            thing.hints["past"] = "yes"
        if of_body(block, token):
            thing.hints["of"] = "body"
        elif (token.dep_ == "dobj" and not known_before(token)) or objects_of(token, "of", "between", "with"):
            thing.hints["of"] = "people"
        return thing
