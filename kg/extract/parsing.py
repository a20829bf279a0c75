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
from spacy.tokens import Doc, Token

from kg.extract.dates import FULL_DATE, DateMention
from kg.extract.mentions import Name, ReadBlock
from kg.extract.office_groups import Holder
from kg.extract.people import People
from kg.extract.subordination import body_above, end_of_quotation, end_of_subordination, place_adjoining
from kg.extract.words import Word
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
HEADLINE_VERBS = {
    form: past
    for forms, past in (
        ("ink inks sign signs", "signed"), ("meet meets", "met"), ("visit visits", "visited"), ("host hosts", "hosted"),
        ("open opens", "opened"), ("launch launches", "launched"), ("receive receives", "received"),
        ("attend attends", "attended"), ("address addresses", "addressed"), ("arrive arrives", "arrived"),
        ("join joins", "joined"), ("partner partners", "partnered"), ("seal seals", "sealed"), ("form forms", "formed"),
        ("conclude concludes", "concluded"), ("exchange exchanges", "exchanged"), ("agree agrees", "agreed"),
        ("forge forges", "forged"), ("strike strikes", "struck"), ("establish establishes", "established"),
    )
    for form in forms.split()
}  # fmt: skip
LONGEST_ASIDE = 8
SEAT_SIGNS = frozenset((",", "in", "of", "from"))
ROW_JOINTS = frozenset(("and", "&", "the", "as", "well"))
LISTED = frozenset("members representatives officials leaders executives diplomats delegates staff others".split())
"""What goes on in a list of names: "A, the Dean, members of the board and B"."""
PARSER_PIPES = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer")


@dataclass(frozen=True, slots=True)
class Masked:
    """What stands behind a masked token: the name, and the holder where it is a person with offices."""

    name: Name
    holder: Holder | None


@dataclass(slots=True)
class ParsedBlock:
    """A block as parsed. ``spans`` gives each token's characters in the article; ``names`` what tokens stand for."""

    read: ReadBlock
    doc: Doc
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

    def token_at(self, start: int) -> Token | None:
        """The token over a place in the article's text, if one is."""
        index = bisect_right(self.spans, start, key=lambda span: span.start) - 1
        return self.doc[index] if index >= 0 and start < self.spans[index].end else None

    def sentence_at(self, start: int) -> Span | None:
        """The sentence over a place in the article's text, if one is."""
        token = self.token_at(start)
        return self.sentence_span(token) if token is not None else None


def parse(
    nlp: Language,
    blocks: Sequence[ReadBlock],
    people: Sequence[People],
    references: Mapping[int, Sequence[Name]],
    dates: Sequence[DateMention] = (),
) -> list[ParsedBlock]:
    """Parse the blocks of an article; ``people`` are those found in each, ``references`` the descriptions that stand
    for somebody in it, by the number of the block, ``dates`` those of the article, in order."""
    masked = [
        _mask(nlp, block, each.holders, references.get(i, ()), _days(block, dates))
        for i, (block, each) in enumerate(zip(blocks, people, strict=True))
    ]
    for doc in _piped(nlp, [each.doc for each in masked]):
        assert doc is not None
    return masked


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


def _piped(nlp: Language, docs: Iterable[Doc]) -> Iterator[Doc]:
    for name in PARSER_PIPES:
        docs = pipe(nlp, name, docs)
    return iter(docs)


def _based(words: Sequence[Word], name: Name) -> int:
    """The end of "Shenzhen based" or "Shenzhen-based" before a noun: an adjective to the parser. 0 where it is none."""
    if name.kind != "Place":
        return 0
    end = name.last + (1 if name.last < len(words) and words[name.last].text in ("-", "–") else 0)
    if end + 1 < len(words) and words[end].lower == "based" and words[end + 1].lower != "in":
        return end + 1
    return 0


def pipe(nlp: Language, name: str, docs: Iterable[Doc]) -> Iterator[Doc]:
    """Run one component of the pipeline over documents."""
    component: Any = nlp.get_pipe(name)
    found: Iterator[Doc] = component.pipe(docs)
    return found


@dataclass(slots=True)
class _Piece:
    text: str
    start: int
    end: int
    space: bool
    masked: Masked | None = None


def _mask(
    nlp: Language, block: ReadBlock, holders: list[Holder], references: Sequence[Name], days: Mapping[int, int]
) -> ParsedBlock:
    pieces = list(_pieces(block, holders, references, days))
    if not pieces:
        return ParsedBlock(block, Doc(nlp.vocab), [], {}, holders)
    if block.block.kind in ("title", "heading") or not pieces[-1].text.endswith((".", "!", "?", "”", '"', ":")):
        if block.headline:
            _small_letters(pieces)
        _plain_headline(pieces)
    pieces = _plain_rows(pieces)
    for piece, after in pairwise(pieces):
        piece.space = piece.space or (piece.text in (",", ";", ":") and after.text[0].isalpha())
    offset = block.block.span.start
    doc = Doc(nlp.vocab, words=[p.text for p in pieces], spaces=[p.space for p in pieces])
    spans = [Span(p.start + offset, p.end + offset) for p in pieces]
    names = {i: p.masked for i, p in enumerate(pieces) if p.masked}
    return ParsedBlock(block, doc, spans, names, holders)


def _plain_rows(pieces: list[_Piece]) -> list[_Piece]:
    """Rows of names as the parser knows them: "A; B; and C" with commas, "between A, and B" without one, and "between
    A in Chad and B" without the seat."""
    kept: list[_Piece] = []
    opened = -1  # how many names since "between"
    past = 0
    for index, piece in enumerate(pieces):
        past = max(past, _past_seat(pieces, index) if opened == 1 else 0)
        if index < past:
            continue
        after = [p for p in pieces[index + 1 : index + 4] if p.text not in ROW_JOINTS]
        following = after[0].masked if after else None
        opened = 0 if piece.text == "between" else opened + (1 if piece.masked and opened >= 0 else 0)
        if kept and kept[-1].masked and following:
            closed = pieces[index + 1].text in ROW_JOINTS
            if piece.text == "," and closed and opened == 1:
                continue
            if piece.text == ";" and _in_row(pieces, index, following):
                piece.text = ","
        kept.append(piece)
    return kept


def _past_seat(pieces: Sequence[_Piece], index: int) -> int:
    """Past ", Chad" or "in the Republic of Chad" behind a body where the row goes on with "and"; 0 where it is none."""
    behind = index and pieces[index - 1].masked
    if not behind or behind.name.kind != "Organization" or pieces[index].text not in SEAT_SIGNS:
        return 0
    place = index + (2 if pieces[index + 1 : index + 2] and pieces[index + 1].text == "the" else 1)
    masked = pieces[place].masked if place + 1 < len(pieces) else None
    goes_on = masked is not None and any(p.text in ("and", "&") for p in pieces[place + 1 : place + 3])
    return place + 1 if goes_on and masked is not None and masked.name.kind == "Place" else 0


def _in_row(pieces: Sequence[_Piece], index: int, following: Masked) -> bool:
    """Whether what follows a semicolon is the next of a row, and no clause of its own: "A signed; B left"."""
    end = next(i for i in range(index + 1, len(pieces)) if pieces[i].masked is following)
    behind = pieces[end + 1].text if end + 1 < len(pieces) else "."
    return not behind[0].isalpha() or behind in ROW_JOINTS


def _small_letters(pieces: Sequence[_Piece]) -> None:
    """A line in title case, or all in capitals, with those capitals off that are no name's."""
    shouted = sum(len(p.text) for p in pieces if p.text.isupper()) > sum(
        len(p.text) for p in pieces if p.text.istitle()
    )
    for piece in pieces:
        if piece.masked is None and (shouted or piece.text.istitle()):
            piece.text = piece.text.lower()


def _plain_headline(pieces: Sequence[_Piece]) -> None:
    """Headlines join names by commas and tell the past in the present: "Laos, Cambodia ink MoU"."""
    for before, piece, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if piece.text == "," and before.masked and after.masked:
            piece.text = "and"
        elif before.masked and piece.text in HEADLINE_VERBS:
            piece.text = HEADLINE_VERBS[piece.text]


def _pieces(
    block: ReadBlock, holders: list[Holder], references: Sequence[Name], days: Mapping[int, int]
) -> Iterator[_Piece]:
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
            space = bool(block.doc[words[last - 1].last - 1].whitespace_)
            yield _Piece(DAY, words[index].start, words[last - 1].end, space)
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
            yield _Piece(
                "local", words[index].start, words[last - 1].end, bool(block.doc[words[last - 1].last - 1].whitespace_)
            )
        elif name and name.kind != "Demonym":
            last = _whole_body(words, by_first_word, name)
            yield _stand_in(block, index, name.last, Masked(name, None), last)
        else:
            last = _whole_term(words, index)
            yield from _plain(block, index, last)
        index = last


def _whole_body(words: Sequence[Word], by_first_word: dict[int, Name], name: Name) -> int:
    """The end of a name with all behind it that says whose or where the body is: one noun to the parser."""
    above = body_above(words, by_first_word, name)
    if above is not None:
        return end_of_subordination(words, name, above)
    place = place_adjoining(words, by_first_word, name)
    return place.last if place is not None else _skip_alias(words, by_first_word, name.last)


def _owned_body(
    words: Sequence[Word], by_first_word: Mapping[int, Name], groups: Mapping[int, Holder], name: Name
) -> bool:
    """ "Guyana's Ministry of Trade": one body to the parser."""
    body = by_first_word.get(name.last + 1)
    if name.kind != "Place" or body is None or body.kind != "Organization" or body.first in groups:
        return False
    return words[name.last].possessive


def _government(words: Sequence[Word], by_first_word: Mapping[int, Name], index: int) -> Name | None:
    """The place in "the government of Senegal": the government is the country."""
    if (
        words[index].lower not in ("government", "governments")
        or index + 2 >= len(words)
        or words[index + 1].lower != "of"
    ):
        return None
    name = by_first_word.get(index + (3 if words[index + 2].lower == "the" else 2))
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
    listed = any(word.lower in LISTED for word in words[last + 1 : last + 3])
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


def _plain(block: ReadBlock, first: int, last: int) -> Iterator[_Piece]:
    word = block.words[first]
    space = bool(block.doc[block.words[last - 1].last - 1].whitespace_)
    if last > first + 1:
        yield _Piece(word.text, word.start, block.words[last - 1].end, space)
    elif word.lower.startswith("co-") and len(word.text) > SHORTEST_JOINT:
        yield _Piece(word.text[3:], word.start, word.end, space)
    else:
        yield from _tokens(block, word.first, word.last)


def _skip_alias(words: Sequence[Word], by_first_word: dict[int, Name], last: int) -> int:
    """Past "(PSEB)" behind a name: the parser need not see it."""
    alias = by_first_word.get(last + 1)
    if alias is not None and alias.alias_of is not None and alias.first == last + 1:
        return min(alias.last + 1, len(words))
    return last


def _stand_in(block: ReadBlock, first: int, last: int, masked: Masked, skip_to: int | None = None) -> _Piece:
    words = block.words
    end = (skip_to or last) - 1
    space = bool(block.doc[words[end].last - 1].whitespace_)
    name = masked.name
    if name.kind == "Event" and name.head:
        return _Piece(name.head.capitalize(), words[first].start, words[last - 1].end, space, masked)
    single = last - first == 1 and name.kind == "Place"
    if name.kind == "Organization" and first and words[first - 1].lower == "the":
        return _Piece("Ministry", words[first].start, words[last - 1].end, space, masked)
    shown = (
        words[first].text if single else STAND_INS.get(name.kind) or (name.head or words[last - 1].text).capitalize()
    )
    return _Piece(shown, words[first].start, words[last - 1].end, space, masked)


def _tokens(block: ReadBlock, first: int, last: int) -> Iterator[_Piece]:
    for token in block.doc[first:last]:
        yield _Piece(token.text, token.idx, token.idx + len(token.text), bool(token.whitespace_))
