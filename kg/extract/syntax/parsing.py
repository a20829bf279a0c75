"""Parses sentences with their names masked: each name, and each person with their offices, is a single word there.

A parser trained on general news goes astray in "the Shenzhen Science, Technology and Innovation Commission" and in
rows of titles. With one plain proper noun in the place of each name, the rest of the sentence is ordinary English.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.holders.office_group import Holder
from kg.extract.holders.people import People
from kg.extract.naming.mentions import Name, ReadBlock
from kg.extract.naming.subordination import (
    body_above,
    end_of_quotation,
    end_of_subordination,
    open_land,
    place_beside,
)
from kg.extract.syntax.instruments_listed import mend_instruments
from kg.extract.syntax.mending import mend
from kg.extract.syntax.pieces import Masked, Piece, plain_headline, plain_rows, small_letters, without_days
from kg.extract.syntax.rows import PartyRows
from kg.extract.syntax.tokens import Sentence, Token, Tokens
from kg.extract.text.dates import FULL_DATE, DateMention
from kg.extract.text.words import BASED, Word
from kg.model import Span

STAND_INS = {
    "Person": "John",
    "Organization": "Microsoft",
    "Place": "Paris",
    "Programme": "Initiative",
    "Event": "Expo",
}
"""Names that the parser knows well, in the place of those that it does not."""
DAY = "2015"
"""What the parser reads for a date of several words: "Monday, 30th May 2022" would end a sentence for it."""
INSTRUMENT_TAILS = frozenset(("understanding", "understandings", "intent", "cooperation", "agreement", "association"))
INSTRUMENTS = frozenset(("memorandum", "memoranda", "memorandums", "letter", "letters", "memo"))
SHORTEST_JOINT = 6
"""Shorter words with "co-" ("co-op") are words of their own; "co-organised" is "organised" to the parser."""
JOININGS = {"tie-up": "alliance", "tie-ups": "alliances", "link-up": "alliance", "team-up": "alliance"}
"""Nouns of two words, and one for each that the parser knows."""
PARTS = frozenset("province region district county governorate prefecture city state municipality".split())
LEADING = frozenset("in of from to at near on and with where which who by".split())
FAIRS = frozenset(
    """
    trade job jobs career careers book education educational science food art arts craft crafts agricultural technology
    agriculture investment tourism travel halal business industry industrial property recruitment health employment
    export import product furniture skills cultural culture tech fashion textile textiles wine coffee tea handicraft
    handicrafts charity community scholarship university college student machinery energy auto gift jewellery
    """.split()
)
"""What stands before a fair, which the parser takes for an adjective there."""
FAIR = "exhibition"
"""What it reads for one."""
LONGEST_ASIDE = 8
LONGEST_GOVERNMENT = 7
"""Words of "Government and the people of the"."""
OPENERS = frozenset("The It They He She In This These At On Both Under Its Their".split())
"""Words with which a sentence begins behind a name that ends in a full stop."""
LISTED = frozenset("members representatives officials leaders executives diplomats delegates staff others".split())
"""What goes on in a list of names: "A, the Dean, members of the board and B"."""
WAYS = frozenset("ways means prospects how issues avenues possibilities".split())
"""What is discussed with those before: "discussed with A, Rector of X, ways to cooperate"."""
PREPOSITIONS = frozenset("during including regarding concerning following according excluding".split())
"""Words in "-ing" that are no deed of those before: "A, the Dean, vowing more", "with A, the Dean, adding that"."""
REPORTING = frozenset(("reports", "reported", "says", "said", "writes", "quoted"))
PARSER_PIPES = ("tok2vec", "tagger", "parser")


@dataclass(slots=True)
class ParsedBlock:
    """A block as parsed. ``spans`` gives each token's characters in the article; ``names`` what tokens stand for."""

    read: ReadBlock
    doc: list[Token]
    spans: list[Span]
    names: dict[int, Masked]
    holders: list[Holder]

    def span_of(self, first: Token, last: Token) -> Span:
        """The article's characters from one token to another, both included."""
        return Span(self.spans[first.i].start, self.spans[last.i].end)

    def sentence_span(self, token: Token) -> Span:
        """The sentence that a token stands in."""
        sentence = token.sent
        return self.span_of(sentence[0], sentence[-1])

    @property
    def sentences(self) -> Iterator[Sentence]:
        """The block's sentences, in the order of the text."""
        token = self.doc[0] if self.doc else None
        while token is not None:
            yield token.sent
            token = self.doc[token.sent.end] if token.sent.end < len(self.doc) else None

    def token_at(self, start: int) -> Token | None:
        """The token over a place in the article's text, if one is."""
        index = bisect_right(self.spans, start, key=lambda span: span.start) - 1
        return self.doc[index] if index >= 0 and start < self.spans[index].end else None

    def sentence_at(self, start: int) -> Span | None:
        """The sentence over a place in the article's text, if one is."""
        token = self.token_at(start)
        return self.sentence_span(token) if token is not None else None


class Parser:
    """Parses articles with spaCy's pipeline."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._tokens = Tokens(nlp)

    def parse(
        self,
        blocks: Sequence[ReadBlock],
        people: Sequence[People],
        references: Mapping[int, Sequence[Name]],
        dates: Sequence[DateMention] = (),
    ) -> list[ParsedBlock]:
        """Parse the blocks of an article; ``people`` are those found in each, ``references`` the descriptions that
        stand for somebody in it, by the number of the block, ``dates`` those of the article, in order."""
        rows = [
            _masked(block, each.holders, references.get(i, ()), _days(block, dates))
            for i, (block, each) in enumerate(zip(blocks, people, strict=True))
        ]
        docs: Iterable[Doc] = [
            Doc(self._nlp.vocab, words=[p.text for p in row], spaces=[p.space for p in row]) for row in rows
        ]
        for name in PARSER_PIPES:
            docs = pipe(self._nlp, name, docs)
        return [
            self._block(block, doc, row, each.holders)
            for block, doc, row, each in zip(blocks, docs, rows, people, strict=True)
        ]

    def _block(self, block: ReadBlock, doc: Doc, row: Sequence[Piece], holders: list[Holder]) -> ParsedBlock:
        offset = block.block.span.start
        spans = [Span(p.start + offset, p.end + offset) for p in row]
        names = {i: p.masked for i, p in enumerate(row) if p.masked}
        parsed = ParsedBlock(block, self._tokens.read(doc), spans, names, holders)
        for token, piece in zip(parsed.doc, row, strict=True):
            if piece.text == FAIR and piece.end - piece.start < len(FAIR):
                token.text = token.lower_ = token.lemma_ = "fair"
        kinds = {i: masked.name.kind for i, masked in names.items()}
        states = {i for i, m in names.items() if m.name.kind == "Place" and spans[i].start < m.name.start}
        mend(parsed.doc, {i: "Organization" if i in states else kind for i, kind in kinds.items()})
        PartyRows(parsed.doc, kinds).mend()
        mend_instruments(parsed.sentences, {i for i, kind in kinds.items() if kind in ("Organization", "Place")})
        return parsed


def _days(block: ReadBlock, dates: Sequence[DateMention]) -> dict[int, int]:
    """The end of each date that is told in several words with its day, by the word that it begins with; not right
    before a name, which a number would count."""
    span, words = block.block.span, block.words
    first = bisect_left(dates, span.start, key=lambda date: date.span.start)
    ends: dict[int, int] = {}
    for date in takewhile(lambda d: d.span.start < span.end, dates[first:]):
        inside = [i for i, word in enumerate(words) if date.span.start <= word.start + span.start < date.span.end]
        numbered = any(words[i].text[0].isdigit() for i in inside)
        named = any(word.capital for word in words[inside[-1] + 1 : inside[-1] + 2]) if inside else True
        if len(inside) > 1 and numbered and not named and len(date.value) == FULL_DATE:
            ends[inside[0]] = inside[-1] + 1
    return ends


def _based(words: Sequence[Word], name: Name) -> int:
    """The end of "Shenzhen based" or "Shenzhen-based" before a noun: an adjective to the parser. 0 where it is none."""
    if name.kind != "Place":
        return 0
    end = name.last + (1 if name.last < len(words) and words[name.last].text in ("-", "–") else 0)
    if end + 1 < len(words) and words[end].lower in BASED and words[end + 1].lower != "in":
        return end + 1
    return 0


def pipe(nlp: Language, name: str, docs: Iterable[Doc]) -> Iterator[Doc]:
    """Run one component of the pipeline over documents."""
    component: Any = nlp.get_pipe(name)
    found: Iterator[Doc] = component.pipe(docs)
    return found


def _masked(
    block: ReadBlock, holders: list[Holder], references: Sequence[Name], days: Mapping[int, int]
) -> list[Piece]:
    pieces = list(_pieces(block, holders, references, days))
    if not pieces:
        return []
    if block.block.kind in ("title", "heading") or not block.words[-1].text.endswith((".", "!", "?", "”", '"', ":")):
        if block.headline:
            small_letters(pieces)
        plain_headline(pieces)
    pieces = plain_rows(without_days(pieces))
    for piece, after in pairwise(pieces):
        piece.space = piece.space or (piece.text in (",", ";", ":") and after.text[0].isalpha())
    return pieces


def _pieces(
    block: ReadBlock, holders: list[Holder], references: Sequence[Name], days: Mapping[int, int]
) -> Iterator[Piece]:
    by_first_word = {name.first: name for name in [*block.names, *references]}
    groups = {holder.first: holder for holder in holders}
    index, words = 0, block.words
    while index < len(words):
        holder, name = groups.get(index), by_first_word.get(index)
        if holder:
            last = holder.last
            yield _stand_in(
                block, index, last, Masked(holder.person, holder), _closing_comma(words, groups, by_first_word, holder)
            )
            last = max(last, _closing_comma(words, groups, by_first_word, holder))
        elif _government(words, by_first_word, index):
            name = _government(words, by_first_word, index)
            assert name is not None
            last = name.last
            yield _stand_in(block, index, last, Masked(name, None))
        elif index + 1 not in groups and end_of_quotation(words, by_first_word, index):
            name = by_first_word[index + 1]
            last = end_of_quotation(words, by_first_word, index)
            yield _stand_in(block, index + 1, name.last, Masked(name, None), last)
        elif index in days:
            last = days[index]
            space = words[last - 1].space
            yield Piece(DAY, words[index].start, words[last - 1].end, space)
        elif words[index].text == "(" and _aside(words, groups, index):
            last = _aside(words, groups, index)
        elif (
            name
            and name.kind == "Place"
            and words[name.last : name.last + 1]
            and words[name.last].possessive
            and name.last + 1 in groups
        ):
            holder = groups[name.last + 1]
            last = holder.last
            yield _stand_in(block, index, last, Masked(holder.person, holder))
        elif name and _owned_body(words, by_first_word, groups, name):
            body = by_first_word[name.last + 1]
            last = _whole_body(words, by_first_word, body)
            yield _stand_in(block, index, body.last, Masked(body, None), last)
        elif name and _based(words, name):
            last = _based(words, name)
            yield Piece("local", words[index].start, words[last - 1].end, words[last - 1].space)
        elif name and name.kind != "Demonym":
            last = _whole_body(words, by_first_word, name)
            yield _stand_in(block, index, name.last, Masked(name, None), last)
            if words[last - 1].text.endswith(".") and words[last : last + 1] and words[last].text in OPENERS:
                yield Piece(".", words[last - 1].end - 1, words[last - 1].end, True)  # "… with Acme Co. The two …"
        else:
            last = _whole_term(words, index)
            yield from _plain(block, index, last)
        index = last


def _whole_body(words: Sequence[Word], by_first_word: dict[int, Name], name: Name) -> int:
    """The end of a name with all behind it that says whose or where the body is: one noun to the parser."""
    above = body_above(words, by_first_word, name)
    if above is not None:
        return end_of_subordination(words, name, above)
    if name.kind == "Place" and name.first and words[name.first - 1].lower in LEADING and _parted(words, name.last):
        return name.last + 1
    if name.kind == "Organization" and words[name.last : name.last + 1] and words[name.last].text in PARTS:
        return name.last + (words[name.last - 2].lower in ("of", "in") or words[name.last - 3].lower in ("of", "in"))
    land = open_land(words, by_first_word, name)
    if land is not None:
        return land.last
    place = place_beside(words, by_first_word, name)
    return place.last if place is not None else _skip_alias(words, by_first_word, name.last)


def _parted(words: Sequence[Word], index: int) -> bool:
    """Whether a noun for a part of a country stands there, and closes what is said: "in Jilin province, …"."""
    after = words[index + 1].lower if index + 1 < len(words) else "."
    return index < len(words) and words[index].text in PARTS and (after in LEADING or not after[0].isalpha())


def _owned_body(
    words: Sequence[Word], by_first_word: Mapping[int, Name], groups: Mapping[int, Holder], name: Name
) -> bool:
    """ "Guyana's Ministry of Trade": one body to the parser."""
    body = by_first_word.get(name.last + 1)
    if name.kind != "Place" or body is None or body.kind != "Organization" or body.first in groups:
        return False
    return words[name.last].possessive


def _government(words: Sequence[Word], by_first_word: Mapping[int, Name], index: int) -> Name | None:
    """The place in "the government (and people) of Senegal": the government is the country."""
    if words[index].lower not in ("government", "governments"):
        return None
    behind = [w.lower for w in words[index + 1 : index + LONGEST_GOVERNMENT] if w.lower != "the"]
    people = behind[:2] == ["and", "people"]
    if behind[2 if people else 0 :][:1] != ["of"]:
        return None
    of = next(i for i in range(index + 1, len(words)) if words[i].lower == "of")
    after = of + 1 < len(words) and words[of + 1].lower == "the"
    name = by_first_word.get(of + (2 if after else 1))
    return name if name is not None and name.kind == "Place" else None


def _closing_comma(
    words: Sequence[Word], groups: Mapping[int, Holder], by_first_word: Mapping[int, Name], holder: Holder
) -> int:
    """The end of "Ali Kamal, Chief Economist," with the comma that closes it, where the list does not go on."""
    last = holder.last
    opened = any(word.text == "," for word in words[holder.first : last])
    if not opened or last + 1 >= len(words) or words[last].text != ",":
        return last
    named = last + 1 in groups or last + 1 in by_first_word
    named = named or any(word.lower in REPORTING for word in words[last + 2 : last + 3])  # ", Reuters reports"
    named = named or (words[last + 1].lower.endswith("ing") and words[last + 1].lower not in PREPOSITIONS)
    listed = any(word.lower in LISTED for word in words[last + 1 : last + 3]) or words[last + 1].lower in WAYS
    return last if named or listed else last + 1


def _aside(words: Sequence[Word], groups: Mapping[int, Holder], index: int) -> int:
    """The end of a short remark in brackets that names nobody: the parser need not see it. 0 where it is none."""
    for last in range(index + 1, min(len(words), index + LONGEST_ASIDE)):
        if last in groups:
            return 0
        if words[last].text == ")":
            return last + 1
    return 0


def _whole_term(words: Sequence[Word], index: int) -> int:
    """The end of "memorandum of understanding", "letter of intent": one noun to the parser."""
    of = index + 2 < len(words) and words[index + 1].lower == "of"
    if words[index].lower in INSTRUMENTS and of and words[index + 2].lower in INSTRUMENT_TAILS:
        return index + 3
    return index + 1


def _plain(block: ReadBlock, first: int, last: int) -> Iterator[Piece]:
    word = block.words[first]
    space = block.words[last - 1].space
    if last > first + 1:
        yield Piece(word.text, word.start, block.words[last - 1].end, space)
    elif word.lower == "fair" and first and block.words[first - 1].lower in FAIRS:
        yield Piece(FAIR, word.start, word.end, space)
    elif word.lower in JOININGS:
        yield Piece(JOININGS[word.lower], word.start, word.end, word.space)
    elif word.lower.startswith("co-") and len(word.text) > SHORTEST_JOINT:
        yield Piece(word.text[3:], word.start, word.end, space)
    else:
        yield from _tokens(block, word)


def _skip_alias(words: Sequence[Word], by_first_word: dict[int, Name], last: int) -> int:
    """Past "(PSEB)" behind a name: the parser need not see it."""
    alias = by_first_word.get(last + 1)
    if alias is not None and alias.alias_of is not None and alias.first == last + 1:
        return min(alias.last + 1, len(words))
    return last


def _stand_in(block: ReadBlock, first: int, last: int, masked: Masked, skip_to: int | None = None) -> Piece:
    words = block.words
    end = (skip_to or last) - 1
    space = words[end].space
    name = masked.name
    if name.kind == "Event" and name.head:
        return Piece(name.head.capitalize(), words[first].start, words[last - 1].end, space, masked)
    single = last - first == 1 and name.kind == "Place"
    if name.kind == "Organization" and first and words[first - 1].lower == "the":
        return Piece("Ministry", words[first].start, words[last - 1].end, space, masked)
    shown = (
        words[first].text if single else STAND_INS.get(name.kind) or (name.head or words[last - 1].text).capitalize()
    )
    return Piece(shown, words[first].start, words[last - 1].end, space, masked)


def _tokens(block: ReadBlock, word: Word) -> Iterator[Piece]:
    if word.last == word.first + 1:
        yield Piece(word.text, word.start, word.end, word.space)
        return
    for token in block.doc[word.first : word.last]:
        yield Piece(token.text, token.idx, token.idx + len(token.text), bool(token.whitespace_))
