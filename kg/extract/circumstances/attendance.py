"""Lists of those who were at an event, behind a colon or as items: "Also present were: A, Rector of X; B"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kg.extract.discourse.discourse import Discourse
from kg.extract.discourse.events import EventBook
from kg.extract.reference.referents import Thing
from kg.extract.relations.findings import Finding
from kg.extract.syntax.alongside import RELATIVES
from kg.extract.syntax.modality import modality
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import FINITE, Token
from kg.model import Span

ATTENDING = frozenset("attend participate join take include comprise be consist accompany witness grace follow".split())
PRESENT = frozenset(
    """
    present attended attendance participated participants participating part attendees guests dignitaries presence
    joined accompanied delegates included attending
    """.split()
)
"""Words of a line that say that those listed behind it were there."""
SPEAKING = frozenset("spoke speaking speakers addressed addresses speeches remarks panellists panelists".split())
"""Words of a line that say that those listed behind it spoke."""
POSED = frozenset("seated sitting standing pictured photographed shown left right l-r row".split())
"""Words of a caption that names those in the picture."""
POSING = POSED | frozenset(("from", "front", "back", "top", "bottom", "in", "(", "l"))
"""Words that such a caption begins with."""
LONGEST_CAPTION = 8
THERE = SPEAKING | frozenset(("present", "attendance", "presence", "guests", "attendees", "dignitaries", "those"))
"""Words that open a sentence whose subjects stand behind "were": "Also present at the talks were A, B and C"."""
OPENED = frozenset("chaired co-chaired attended led co-led headed opened inaugurated moderated presided".split())
MEETING = frozenset(("present", "attendance", "attending", "attended"))
"""Words of those who were where the article tells of an event by its verbs alone."""
HAPPENING = frozenset("hold take organise organize host convene".split())
"""What is told of an event in passing: "Present at the dinner, held in Lima, were A and B"."""
INCLUDING = frozenset(("include", "includes", "included"))
COMPANY = frozenset(("presence", "attendance", "participation"))
LISTED = frozenset(("attend", "witness", "grace", "address"))
FARTHEST_NAME = 4
FARTHEST_OPENING = 4


class Attendance:
    """Reads the lists of an article for people at its events."""

    def __init__(self, discourse: Discourse, events: EventBook, gathering: Callable[[int], Thing | None]) -> None:
        self.discourse = discourse
        self.events = events
        self.gathering = gathering

    def findings(self, blocks: Sequence[ParsedBlock]) -> Iterator[Finding]:
        """Who was where, in text order."""
        lead: tuple[Thing, str] | None = None
        for block in blocks:
            if block.read.block.kind == "item":
                if lead is not None:
                    people = self._people(block, list(block.doc[:FARTHEST_NAME]))[:1]
                    yield from self._there(people, *lead, block.span_of(block.doc[0], block.doc[-1]))
                continue
            lead = None
            yield from self._opening(block)
            for colon in (t for t in block.doc if t.text == ":" or _inverted(t)):
                told = self._told(block, colon)
                row = row_behind(block, colon)
                if told is not None and row:
                    people = self._people(block, [t for t in row if _of_the_row(t, colon)])
                    yield from self._there(people, *told, block.span_of(row[0], row[-1]))
                elif told is not None and colon.i == len(block.doc) - 1:
                    lead = told

    def _opening(self, block: ParsedBlock) -> Iterator[Finding]:
        """ "Chaired by A, Minister of Trade, and B, the meeting …": the names before the first event."""
        for by in block.doc[1:]:
            verb = block.doc[by.i - 1]
            if by.lower_ != "by" or verb.i != verb.sent.start or verb.lower_ not in OPENED:
                continue
            event = next((t for t in block.doc[by.i : by.sent.end] if self.events.at(block, t)), None)
            thing = self.events.at(block, event) if event is not None else None
            if event is None or thing is None or any(t.tag_ in FINITE for t in block.doc[by.i : event.i]):
                continue
            people = self._people(block, list(block.doc[by.i : event.i]))
            yield from self._there(people, thing, "attended", block.sentence_span(verb))

    def _told(self, block: ParsedBlock, colon: Token) -> tuple[Thing, str] | None:
        """The event that the line before a colon is about, and what those listed did there: were there, or spoke."""
        first = next((i + 1 for i in range(colon.i - 1, -1, -1) if block.doc[i].text in (".", "!", "?")), 0)
        line = block.doc[first : colon.i]
        verb = next((t for t in line if t.lemma_ in ATTENDING and t.pos_ in ("VERB", "AUX")), None)
        spoke = any(t.lower_ in SPEAKING for t in line)
        posed = 0 < len(line) <= LONGEST_CAPTION and line[0].lower_ in POSING and any(t.lower_ in POSED for t in line)
        present = posed or spoke or any(t.lower_ in PRESENT for t in line)
        if not present or (verb is not None and modality(verb) != "asserted"):
            return None
        named = [e for t in line if (e := self.events.at(block, t)) is not None]
        named = named[:1] if any(t.lower_ in RELATIVES and t.nbor(-1).text == "," for t in line[1:]) else named
        named = [e for e in named if not self.events.is_quiet(e)] or named
        event = named[-1] if named else self.events.in_focus(block.spans[colon.i].start)
        if posed and not named:
            event = self._pictured(block)
        elif event is None and any(t.lower_ in MEETING for t in line):
            event = self.gathering(block.spans[colon.i].start)
        return (event, "spokeAt" if spoke else "attended") if event is not None else None

    def _pictured(self, block: ParsedBlock) -> Thing | None:
        """The event of a picture: the one that its caption names, or else the only one that the article tells of."""
        here = [e for t in block.doc if (e := self.events.at(block, t)) is not None and not self.events.is_quiet(e)]
        told = here or [e for e in self.events.all() if not self.events.is_quiet(e)]
        return told[-1] if len(set(told)) == 1 else None

    def _people(self, block: ParsedBlock, tokens: Sequence[Token]) -> list[Thing]:
        masked = [block.names[t.i] for t in tokens if t.i in block.names]
        return [self.discourse.registry.of_name(m.name) for m in masked if m.name.kind == "Person"]

    def _there(self, people: Sequence[Thing], event: Thing, did: str, span: Span) -> Iterator[Finding]:
        for person in people:
            yield Finding(person, did, event, span, "asserted", 0.75, "attendance-list")


def in_parts(by: Token) -> bool:
    """Whether semicolons part those who stand behind "by", which is beyond the parser."""
    return any(t.text == ";" for t in by.doc[by.i + 1 : by.sent.end])


def _of_the_row(person: Token, start: Token) -> bool:
    """Whether a name is one of a row, not told of in it: "envoys of Ana Rojas", "a school founded by Luis Vega"."""
    before = person.nbor(-1)
    return before == start or before.lower_ == "including" or before.pos_ not in ("ADP", "SCONJ")


def _inverted(verb: Token) -> bool:
    """Whether those who were there stand behind a word: "Among those present at the meeting were A; B", "The meeting
    was attended by A, Minister of B; C, Minister of D"."""
    if (verb.lower_ == "by" and verb.head.lemma_ in LISTED) or (verb.lower_ == "of" and verb.head.lower_ in COMPANY):
        return True
    closing = verb.i + 1 == len(verb.doc)
    if verb.lower_ in ("were", "was") and not closing and verb.nbor(1).pos_ == "ADP":  # "Guests were at the college"
        return False
    those = verb.sent.start < verb.i and verb.doc[verb.sent.start].lower_ == "those"
    first = next((t.i + 1 for t in reversed(verb.doc[: verb.i]) if t.text in (".", "!", "?", ";")), 0)
    line = verb.doc[first : verb.i]
    those = those or any(t.lower_ == "present" for t in line[:FARTHEST_OPENING])
    attending = any(t.lower_ in ("who", "attending") for t in line)
    if verb.lower_ not in ("were", "was"):
        if verb.lower_ not in INCLUDING or not (those or attending or in_parts(verb)):
            return False
        if any(t.lower_ == "attending" for t in line):
            return _says_there(line)
    return any(t.lower_ in THERE for t in line[:FARTHEST_OPENING]) and _says_there(line)


def _says_there(line: Sequence[Token]) -> bool:
    """Whether a line opens without a verb, and tells of nothing else that those did: "those who received him"."""
    verbs = [t for t in line if t.pos_ == "VERB" and not (t.lemma_ in HAPPENING and t.dep_ in ("acl", "relcl"))]
    told = ATTENDING | {"speak", "address", "present"}
    return all((t is not line[0] or t.lower_ == "speaking") and (t.lemma_ in told or t.dep_ == "amod") for t in verbs)


def row_behind(block: ParsedBlock, colon: Token) -> list[Token]:
    """The tokens of a row of names behind a colon, up to the end of the sentence; none where it is a clause."""
    row: list[Token] = []
    for token in block.doc[colon.i + 1 :]:
        if token.text in (".", "!", "?") or (token.pos_ in ("VERB", "AUX") and token.tag_ in ("VBD", "VBZ", "VBP")):
            return row if token.text in (".", "!", "?") else []
        row.append(token)
    return row if any(t.i in block.names for t in row[:FARTHEST_NAME]) else []
