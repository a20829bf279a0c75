"""What events are called: a name with all that belongs to it, an unnamed event by its noun and what stands around."""

from __future__ import annotations

from kg.extract.reference.referents import Thing, fold_words
from kg.extract.syntax.alongside import RELATIVES
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.pieces import Masked
from kg.extract.syntax.tokens import Token
from kg.extract.text.words import NUMBERED, ORDINALS
from kg.model import Span

CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
    """.split()
)
SIDES = frozenset("sidelines sideline margins margin fringes occasion eve side".split())
"""What an event is held "on", that is not what it is about."""
POSSESSIVES = frozenset(("'", "’", "'s", "’s"))
GROUPS = frozenset(
    """
    leaders heads ministers presidents rectors chiefs mission government state ambassadors governors mayors speakers
    consuls directors secretaries commanders defenders officials envoys
    """.split()
)
"""Those whom a conference is for, by words that are offices elsewhere: "the Rectors' Conference"."""
WITHIN = frozenset(("of", "and", "the", "for", "on", "&", "-", "–", "state"))
OPENING_QUOTES = frozenset(("“", '"', "«", "‘"))
CLOSING_QUOTES = frozenset(("”", '"', "»", "’"))
ROUNDS = frozenset(("session", "round", "series", "sessions", "rounds"))
AHEAD = frozenset(("upcoming", "forthcoming", "next", "future", "planned", "proposed", "coming"))
PARTS = frozenset(("opening", "closing", "inaugural", "inauguration"))
"""What the ceremonies are called that are a part of a forum."""
PURPOSES = PARTS | {"handover", "awards", "award", "signing"}
"""What tells one ceremony from another."""
LONGEST_TAIL = 22
LONGEST_QUOTED = 10
LONGEST_DESCRIPTION = 14
FARTHEST_NAME = 12
ASIDE = CALENDAR | frozenset("in on at this last today yesterday".split())
"""Words of when and where, between an event and what describes it."""


def full_name(block: ParsedBlock, token: Token) -> str:
    """A named event's name with what the name grammar leaves out: "Rectors' Conference of the Lake Countries"."""
    doc, first = block.doc, token.i
    own = block.names[first].name.text.split() if first in block.names else []
    cut = len(own) > 1 and own[0].endswith("s") and own[0].casefold() in GROUPS
    led = _group(block, first - 1 - (doc[first - 1].text in POSSESSIVES or doc[first - 1].lower_ == "of"))
    if led and not cut:
        while first > token.sent.start and _belongs(block, first - 1):
            first -= 1
        while doc[first].lower_ in ("the", "of", "and") or doc[first].text in POSSESSIVES:
            first += 1
    return _text(block, doc[first], doc[_tail(block, token)])


def noun_of(name: str, nouns: frozenset[str]) -> str:
    """The noun in an event's name that tells its kind: "Forum" in "Forum of Rectors" and "Lake Trade Forum 2023"."""
    words = fold_words(name)
    end = next((i for i, word in enumerate(words) if i and word in ("of", "on", "for", "in", "to")), len(words))
    return next((word for word in reversed(words[:end]) if word in nouns), words[-1])


def is_ahead(token: Token) -> bool:
    """Whether an event is told of as to come: "the upcoming forum", "the forum, to be held in May"."""
    if any(c.dep_ == "amod" and c.lower_ in AHEAD for c in token.children):
        return True
    behind = token.doc[token.i + 1 : min(token.sent.end, token.i + 4)]
    words = [t.lower_ for t in behind if t.text != ","]
    return words[:2] == ["to", "be"] or words[:2] == ["to", "take"] or words[:2] == ["scheduled", "for"]


def quoted(block: ParsedBlock, token: Token) -> str:
    """The title in quotes right behind an event's name, with the name: 'Investment Forum "Lake Invest"'."""
    doc = block.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].text not in OPENING_QUOTES:
        return ""
    behind = doc[token.i + 2 : token.i + 2 + LONGEST_QUOTED]
    last = next((t.i for t in behind if t.text in CLOSING_QUOTES), None)
    return _text(block, token, doc[last]) if last is not None else ""


def titles(block: ParsedBlock, token: Token) -> list[str]:
    """An event's title in quotes right behind its noun, with the noun and alone: 'the exhibition "Lake Pack"'."""
    whole = quoted(block, token)
    start = next((i for i, letter in enumerate(whole) if letter in OPENING_QUOTES), 0)
    return [whole, whole[start + 1 : -1].strip()] if whole else []


def _group(block: ParsedBlock, index: int) -> bool:
    return index >= 0 and block.doc[index].lower_ in GROUPS and block.doc[index].text[0].isupper()


def _belongs(block: ParsedBlock, index: int) -> bool:
    token, masked = block.doc[index], block.names.get(index)
    if masked is not None:
        return masked.name.kind != "Person"
    if token.text in POSSESSIVES or (token.lower_ in ("of", "and") and _group(block, index - 1)):
        return True
    return (token.text[0].isupper() or token.text[0].isdigit()) and token.lower_ != "the" and token.pos_ != "VERB"


def _tail(block: ParsedBlock, token: Token) -> int:
    """The last word of the "of …" behind an event's noun."""
    doc, last = block.doc, token.i
    if last + 1 >= len(doc) or not (doc[last + 1].lower_ == "of" or _group(block, last + 1)):
        return last
    objects = {n.i for c in token.children if c.lower_ == "of" for n in c.children if n.dep_ == "pobj"}
    for here in doc[token.i + 1 : min(token.sent.end, token.i + LONGEST_TAIL)]:
        masked = block.names.get(here.i)
        if masked is not None and masked.name.kind == "Person":
            break
        if masked is not None or here.text[0].isupper() or here.i in objects:
            last = here.i
        elif here.lower_ not in WITHIN and not (here.pos_ in ("ADJ", "NOUN") and here.head.i in objects):
            break
    return last


def description(block: ParsedBlock, token: Token, nouns: frozenset[str]) -> tuple[str, Span]:
    """An event's noun with what stands before it and its "on …": "webinar on outsourcing ICT talent"; ``nouns`` are
    those for events, which "of" may lead to."""
    first = token
    for child in token.children:
        if (
            child.dep_ in ("compound", "amod", "nmod")
            and child.i < first.i
            and child.lower_ not in ("recent", "current")
        ):
            first = child
    if first.i > token.sent.start + 1 and block.doc[first.i - 1].text == "-":
        first = block.doc[first.i - 2]
    last = token
    for child in token.children:
        topic = next((c for c in child.children if c.dep_ == "pobj"), None) if child.lower_ in ("on", "of") else None
        if topic is not None and child.lower_ == "of" and topic.lower_ not in nouns:
            topic = None
        if topic is None or topic.lower_ in CALENDAR | SIDES or topic.text[0].isdigit():
            continue
        end = max(t.i for t in child.subtree) if child.lower_ == "on" else topic.i
        end = min((c.left_edge.i - 2 for c in topic.children if c.dep_ == "conj" and c.lower_ in nouns), default=end)
        comma = next((t.i for t in block.doc[token.i : end + 1] if t.text == "," or t.lower_ in RELATIVES), end + 1)
        if min(end, comma - 1) - token.i <= LONGEST_DESCRIPTION:
            last = block.doc[min(end, comma - 1)]
    return _text(block, first, last), block.span_of(first, last)


def described_by(block: ParsedBlock, token: Token) -> Masked | None:
    """The named event that a noun behind it describes: "ITCN Asia 2025, a premier trade fair", "the Lake Forum in Lima
    on Monday, an event organised by"."""
    for index in range(token.i - 1, max(token.sent.start, token.i - FARTHEST_NAME) - 1, -1):
        here = block.doc[index]
        if here.pos_ in ("VERB", "AUX") and here.dep_ != "amod":
            return None
        masked = block.names.get(index)
        if masked is None:
            continue
        aside = index + 1
        while aside < token.i and _when_or_where(block, aside):
            aside += 1
        described = block.doc[aside].text == "," and block.doc[aside + 1].lower_ in ("a", "an", "the")
        if masked.name.kind != "Place" or described:
            return masked if masked.name.kind == "Event" and described else None
    return None


def _when_or_where(block: ParsedBlock, index: int) -> bool:
    token, masked = block.doc[index], block.names.get(index)
    return masked.name.kind == "Place" if masked is not None else token.lower_ in ASIDE or token.pos_ == "NUM"


def numbered_round(block: ParsedBlock, token: Token) -> tuple[str, Span] | None:
    """ "The third round of political consultations": an event of its own, called by its number."""
    above = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    number = next((c for c in above.children if c.lower_ in ORDINALS or NUMBERED.fullmatch(c.lower_)), None)
    if above == token or above.lower_ not in ROUNDS or number is None or number.i > above.i:
        return None
    return _text(block, number, token), block.span_of(number, token)


def top_of_heads(token: Token) -> Token:
    """ "The Heads of Government meeting": the word that the parser takes for the noun of it; else the noun itself."""
    above = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    return above if above.lower_ == "heads" else token


def of_heads(block: ParsedBlock, token: Token) -> tuple[str, Span] | None:
    """What such a phrase says, with what stands before it."""
    top = top_of_heads(token)
    if top is token:
        return None
    first = next((c for c in top.children if c.dep_ in ("compound", "amod", "nmod") and c.i < top.i), top)
    return _text(block, first, token), block.span_of(first, token)


def otherwise_called(token: Token, known: Thing) -> bool:
    """Whether a noun's number or purpose is not that of a known event: "the 54th meeting" is not the 53rd, "the closing
    ceremony" not the opening one."""
    own = {c.lower_ for c in token.children}
    words = {word for label in known.labels for word in fold_words(label)}
    purpose = own & PURPOSES - words
    if purpose and (words & PURPOSES or not purpose <= PARTS):
        return True
    numbers, others = ({word for word in told if word in ORDINALS or NUMBERED.fullmatch(word)} for told in (own, words))
    return bool(numbers and others) and not numbers & others


def whole_description(block: ParsedBlock, token: Token) -> str:
    """The noun with what stands before it and all of its "of …": "10th meeting of the ministers of economy"."""
    first = description(block, token, frozenset())[1]
    last = block.spans[_tail(block, token)]
    return _written(block, Span(first.start, last.end))


def _text(block: ParsedBlock, first: Token, last: Token) -> str:
    return _written(block, block.span_of(first, last))


def _written(block: ParsedBlock, span: Span) -> str:
    text, offset = block.read.text, block.read.block.span.start
    return " ".join(text[span.start - offset : span.end - offset].split())
