"""Finds the names in an article: cuts them out, judges what each names, and lets them agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.naming.agreement import NameAgreement, capitals
from kg.extract.naming.chunking import Chunk, Chunker
from kg.extract.naming.declared import DeclaredNames
from kg.extract.naming.kinds import KindJudge
from kg.extract.naming.mentions import Name, ReadBlock
from kg.extract.naming.name_words import HEADLINE_VERBS, told_in_small
from kg.extract.naming.no_names import DASHES, is_byline, is_counted
from kg.extract.naming.offices import Office, find_offices
from kg.extract.naming.person_signs import (
    FAMILY_FIRST,
    FULL_NAME,
    LARGE_CITY,
    SHORT_WORD,
    called_again,
    initials,
)  # fmt: skip
from kg.extract.naming.portfolios import OF_PLACES
from kg.extract.naming.recognised import entity_of
from kg.extract.naming.shared_heads import spread_heads
from kg.extract.naming.shouting import spoken
from kg.extract.naming.small_nouns import with_small_nouns
from kg.extract.text.dates import MONTHS, WEEKDAYS
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import Word, plain, text_of, with_pairs, without_brackets, words_of
from kg.gazetteer import Gazetteer
from kg.model import Block

TITLE_CASE_SHARE = 0.6
"""A line with a larger share of its longer words in capitals is a headline: capitals say nothing there."""
LONGEST_HEADLINE = 16
FEWEST_WORDS = 3
LONGEST_NAME = 3
"""Words that a person's name has, where nothing but its place tells that it is one."""
SURE = 0.6
"""How plain the signs of a body's name must be for the same word to be it everywhere."""
LONGEST_COUNTRY, LONGEST_SURNAME, FARTHEST_OFFICE = 5, 6, 12
CLOSING = frozenset(("organization", "place"))
"""Kinds of nouns that close a body's name before a person's: "Section", "City"."""
CALENDAR = frozenset(WEEKDAYS) | frozenset(MONTHS)
Recogniser = Callable[[Sequence[Doc]], object]


class NameFinder:
    """Reads the blocks of an article for names."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer, common: frozenset[str], recognise: Recogniser) -> None:
        """``recognise`` finds spaCy's own named entities in documents."""
        self.recognise = recognise
        self.lexicon = lexicon
        self.gazetteer = gazetteer
        self.chunker = Chunker(lexicon, gazetteer, common)
        self.judge = KindJudge(lexicon, gazetteer, common, self.chunker.is_common)
        self.agreement = NameAgreement(lexicon, gazetteer)

    def _is_place(self, text: str) -> bool:
        return bool(self.gazetteer.find(text) or self.gazetteer.country_of(text))

    def read(self, blocks: Sequence[Block], docs: Sequence[Doc]) -> list[ReadBlock]:
        """The blocks with their names; ``docs`` are the blocks tokenised."""
        words = [with_pairs(words_of(doc), self._is_place) for doc in docs]
        declared = DeclaredNames(words, self.lexicon.bodies)
        cut = [self._cut(*each, declared) for each in zip(blocks, docs, words, strict=True)]
        self.recognise([block.doc for block, chunks in cut if self._asks(block, chunks)])
        read = [self._named(index, *each) for index, each in enumerate(cut)]
        known = {name.text: name for each in read if not each.headline for name in each.names}
        for index, each in enumerate(read):
            if each.headline:
                sure = [
                    n for n in each.names if n.text in known or n.kind == "Demonym" or (n.kind == "Place" and n.place)
                ]
                each.names = _with_known(index, each, sure, known.values())
        self._add_known(read)
        self.agreement.told_apart(read)
        self.agreement.agree([name for each in read for name in each.names])
        return read

    def _add_known(self, read: Sequence[ReadBlock]) -> None:
        """A word that a sentence begins with, or that stands alone with its capital, and that is part of a full name
        elsewhere in the article, names that person: "In reply, Field landed in Apia"; a common word that names a body
        elsewhere does here: "Elm will build it"."""
        names = [name for block in read for name in block.names]
        full = [n.text for n in names if n.kind == "Person" and " " in n.text]
        people, surnames = (
            {part for text in full for part in capitals(text)},
            {s for t in full if (s := called_again(t))},
        )
        bodies = {n.text for n in names if n.kind == "Organization" and n.last - n.first == 1 and n.strength >= SURE}
        for index, block in enumerate(read):
            taken = {i for name in block.names for i in range(name.first, name.last)}
            taken |= {i for office in block.offices for i in range(office.first, office.last)}
            offset = block.block.span.start
            for i, word in enumerate(block.words):
                person = word.text in people if word.initial else word.text in surnames and _alone(block.words, i)
                if (person or word.text in bodies) and i not in taken:
                    kind, strength = ("Person", 0.9) if person else ("Organization", SURE)
                    start, end = word.start + offset, word.end + offset
                    block.names.append(Name(index, i, i + 1, start, end, word.text, kind, strength))
            block.names.sort(key=lambda name: name.first)

    def _is_headline(self, words: list[Word], offices: list[Office]) -> bool:
        """Whether a line is written in title case: its common words have capitals, which then say nothing. The
        offices of a caption have them anyway."""
        ends = {o.last for o in offices}
        if any(
            w.lower in self.lexicon.honorifics
            and (not i or words[i - 1].text in (":", ",") or (i in ends and self._names_alone(words, i + 1)))
            for i, w in enumerate(words)
        ):
            return False
        longer = [w for w in words if len(w.text) > SHORT_WORD and w.text[0].isalpha()]
        if not FEWEST_WORDS <= len(longer) <= LONGEST_HEADLINE or words[-1].text.endswith(
            (".", "!", "?", "”", '"', ";", ",")
        ):
            return False
        common = [w for w in longer if self.chunker.is_common(w.lower) and not self.gazetteer.find(w.text)]
        held = {w.start for o in offices for w in words[o.first : o.last]}
        free = [w for w in common if w.start not in held] or common
        told = any(w.capital and not w.initial and w.lower in HEADLINE_VERBS for w in words)
        if not told and (self._entry(words, offices) or told_in_small(words)):
            return False
        return len(common) > (0 if told else 1) and all(
            sum(w.capital for w in ws) / len(ws) > TITLE_CASE_SHARE for ws in (common, free)
        )

    def _names_alone(self, words: list[Word], first: int) -> bool:
        """Whether the words with capitals from ``first`` on are a full name."""
        last = next((i for i in range(first, len(words)) if not words[i].capital), len(words))
        return last - first >= FULL_NAME and self.judge.plain_names(words, first, last)

    def _entry(self, words: list[Word], offices: list[Office]) -> bool:
        """ "Ana Rojas, Director General, Delta University", "Director General, Delta Fund, Ambassador Ana Rojas": a
        line that holds somebody's name and offices."""
        commas = [i for i, word in enumerate(words) if word.text in (",", "–", "-")]
        comma = commas[0] if commas else 0
        closing = next((o for o in offices if commas and o.first == commas[-1] + 1 and o.capital), None)
        if closing is not None and offices[0].first == 0 and self.judge.plain_names(words, closing.last, len(words)):
            return len(words) - closing.last >= FULL_NAME
        named = FULL_NAME <= comma <= LONGEST_SURNAME and all(word.capital for word in words[:comma])
        return named and any(o.first == comma + 1 and o.capital for o in offices)

    def _cut(self, block: Block, doc: Doc, words: list[Word], declared: DeclaredNames) -> tuple[ReadBlock, list[Chunk]]:
        """A block with its offices, and the chunks that may be its names."""
        offices = find_offices(words, self.lexicon, self.gazetteer.demonyms)
        headline = block.kind != "item" and self._is_headline(words, offices)
        chunks = [
            p for c in self.chunker.chunks(words, offices, declared) for p in self._pieces(words, offices, c, headline)
        ]
        return ReadBlock(block, doc.text, doc, words, offices, [], headline), chunks

    def _asks(self, block: ReadBlock, chunks: Sequence[Chunk]) -> bool:
        """Whether the kind of one of the chunks may hang on what spaCy's recogniser calls it."""
        return any(self.judge.asks(block.words, block.offices, c, _text(block, c)) for c in chunks)

    def _named(self, index: int, read: ReadBlock, chunks: Sequence[Chunk]) -> ReadBlock:
        block, words = read.block, read.words
        names = []
        for chunk in chunks:
            name = self._name(index, read, chunk)
            if name and not is_byline(words, name) and not is_counted(words, name):
                names.append(name)
        if block.kind == "item":
            self.agreement.itemised(words, names)
        self.agreement.owned(words, names)
        self.agreement.bracketed(words, names)
        self.agreement.listed(words, names)
        self.agreement.bound(words, names)
        names = self.agreement.of_both(words, self.agreement.peoples(words, self.agreement.joined(words, names)))
        self.agreement.in_row(words, names)
        names = spread_heads(words, with_small_nouns(words, names, self.lexicon))
        read.names = self.agreement.named_after(words, self.agreement.quoted(words, names))
        return read

    def _pieces(self, words: list[Word], offices: list[Office], chunk: Chunk, headline: bool) -> list[Chunk]:
        """A chunk as it is, or parted: a demonym or country before a person's name, and in a headline every place."""
        first, last = chunk.first, chunk.last
        while (
            not (chunk.body or headline) and last - first > 1 and self.judge.short_for_a_field(words[last - 2 : last])
        ):
            last -= 1
            chunk = replace(chunk, last=last)
        while chunk.head is None and last - first > FULL_NAME and self.judge.post_nominal(words[last - 1]):
            last -= 1
            chunk = replace(chunk, last=last)
        if headline and not chunk.place:
            return [
                Chunk(i, i + 1, None, frozenset(), self.gazetteer.find(words[i].text) is not None)
                for i in range(first, last)
                if self.gazetteer.find(words[i].text) or self.gazetteer.country_of(words[i].text)
            ] or [chunk]
        if last - first == 1 or chunk.place or chunk.body:
            return [chunk]
        if words[first].lower == "the":
            return [replace(chunk, first=first + 1)]
        if of := self._placed_person(words, offices, chunk):
            return [Chunk(first, of, person=True), Chunk(of + 1, last, place=True)]
        holder = self._holder_behind_body(words, offices, chunk)
        if holder > first:
            place = self.gazetteer.find(text_of(words[first:holder])) is not None
            kinds = chunk.kinds if place else chunk.kinds or frozenset(("organization",))
            return [replace(chunk, last=holder, kinds=kinds, place=place), Chunk(holder, last, person=True)]
        country = self.judge.country_before_name(words, chunk, self._held(words, offices, first))
        if country > first:
            return [
                Chunk(first, country, None, frozenset(), True),
                Chunk(country, last, person=last - country >= FULL_NAME and not words[country].acronym),
            ]
        if (
            chunk.head is not None
            and (
                chunk.head == first
                or not self.chunker.heads_body(words[chunk.head - 1])
                or (chunk.head + 1 < last and words[chunk.head + 1].lower in self.lexicon.given_names | FAMILY_FIRST)
                or self._held(words, offices, first)
            )
            and (first < chunk.head < last - FULL_NAME or self.judge.noun_before_name(words, chunk))
            and self._person_behind(words, offices, chunk)
        ):
            if chunk.head == first:
                return [Chunk(first + 1, last, person=True)]
            held = self._held(words, offices, first)
            return [replace(chunk, last=chunk.head + 1), Chunk(chunk.head + 1, last, person=held)]
        return [chunk]

    def _placed_person(self, words: list[Word], offices: list[Office], chunk: Chunk) -> int:
        """ "Mayor Park Min-jun of Lima": where "of" parts a person, whose surname can head a place, from a place."""
        first = chunk.first
        if chunk.head != first or not any(o.last == first and o.capital for o in offices):
            return 0
        ends = range(first + FULL_NAME, min(chunk.last, first + LONGEST_NAME + 1))
        of = next((i for i in ends if words[i].lower == "of"), 0)
        return of if of and self.judge.plain_names(words, first + 1, of) else 0

    def _holder_behind_body(self, words: list[Word], offices: list[Office], chunk: Chunk) -> int:
        """ "Chairman of the Board of UTZ Asel Nurbekova", "Secretary to the Ministry of Trade Ana Rojas": where the
        officer's full name begins behind the body's; the chunk's beginning where it holds none."""
        first, last = chunk.first, chunk.last
        beside = any(o.last == first and o.capital for o in offices)
        leader = words[first - 1].lower
        leads = leader in ("of", "the", "at", "to", "with", "for", "'s", "’s") or leader in self.lexicon.before_body
        if not beside and not (leads and self._held(words, offices, first)):
            return first
        begin = next(
            (i for i in range(first + 1, last - 1) if len(words[i].text) > SHORT_WORD and initials(words[i])), None
        )
        if begin is not None and self.judge.plain_names(words, begin, last):
            return begin
        if chunk.head is None:
            field = next((i for i in range(first, last) if not self.lexicon.is_topic(words[i].lower)), last)
            if first < field <= last - FULL_NAME and self.judge.plain_names(words, field, last):
                return field  # "in charge of Trade Ana Rojas"
            begin = next((i for i in range(first + 2, last - 1) if words[i - 1].acronym), first)
            if begin > first and self.judge.plain_names(words, begin, last):
                return begin
            begin = max(self.chunker.place_end(words, first + 1), first + 1)  # "UIN Jakarta" is one body
            governed = any(o.last in (first - 1, first - 2) and OF_PLACES & set(o.heads) for o in offices)
            if governed:
                begin = self.chunker.place_end(words, first)
            known = governed and self.gazetteer.find(text_of(words[first:begin])) is not None
            acronym = words[first].acronym and not (beside and self._surname_first(words, offices, first))
            named = (acronym or known) and last - begin >= FULL_NAME
            plain = named and (known or self.judge.plain_names(words, begin, last))
            closed = next((i for i in range(last - FULL_NAME, first + 1, -1) if words[i - 1].acronym), 0)
            if closed and not plain and self.judge.plain_names(words, closed, last):  # "Lakes PA Ana Rojas"
                return closed
            link = first - (2 if leader == "the" else 1)
            unit = (
                words[link].lower == "of" and link > 0 and self.chunker.heads_body(words[link - 1])
            )  # "the branch of"
            of_office = unit or (words[link].lower in ("of", "at", "for") and any(o.last == link for o in offices))
            of_office = of_office and self.judge.country_before_name(words, chunk) == first
            return begin if plain else self._given_name_inside(words, first, last) if of_office else first
        for start in range(last - FULL_NAME, chunk.head + FULL_NAME, -1):
            if not self.judge.plain_names(words, start, last):  # "Van" in "Nguyen Van Thanh" is a city's name, too
                continue
            place = self.chunker.place_end(words, chunk.head + FULL_NAME) == start
            given = words[start].lower in self.lexicon.given_names
            national = any(
                known is not None and (known.kind == "country" or given or known.population >= LARGE_CITY)
                for begin in range(start - 1, max(chunk.head, start - LONGEST_COUNTRY), -1)
                for known in [self.gazetteer.find(text_of(words[begin:start]))]
            )
            before = words[start - 1]
            closed = self.lexicon.is_topic(before.lower) or bool(self.lexicon.head_kinds(before.text) & CLOSING)
            common = self.chunker.is_common(before.lower) and before.lower not in self.lexicon.particles
            closed = closed or before.lower == "republic" or (common and before.capital)
            if place or national or closed:
                return start
        return first

    def _given_name_inside(self, words: list[Word], first: int, last: int) -> int:
        """ "CEO of Andean Carbon Diego Vial": where a given name begins a full name behind words that are none;
        ``first`` where the whole is one person's or, with somebody named behind it, one body's."""
        if words[first].lower in self.lexicon.given_names or (last < len(words) and words[last].text == ","):
            return first
        for start in range(first + 1, last - 1):
            if words[start].lower in self.lexicon.given_names and self.judge.plain_names(words, start, last):
                return start
        return first

    def _surname_first(self, words: list[Word], offices: list[Office], first: int) -> bool:
        """ "Deputy Minister SOK Chenda Sophea": right behind an office of a state, what can be spoken is a surname."""
        word = words[first]
        known = word.lower in self.lexicon.acronyms or word.lower in self.lexicon.common_acronyms
        of_state = self.lexicon.state_titles - {"secretary"}
        held = any(o.last == first and not of_state.isdisjoint(o.heads) for o in offices)
        general = [w.lower for w in words[max(0, first - 2) : first]] == ["secretary", "general"]
        return (held or general) and not known and len(word.text) <= LONGEST_SURNAME and spoken(word.text)

    def _held(self, words: list[Word], offices: list[Office], first: int) -> bool:
        """Whether an office stands not far before, and no sign parts it from what begins at ``first``."""
        near = (words[o.last : first] for o in offices if 0 < first - o.last <= FARTHEST_OFFICE)
        return any(all(map(_goes_on, without_brackets(between))) for between in near)

    def _person_behind(self, words: list[Word], offices: list[Office], chunk: Chunk) -> bool:
        """Whether what follows a body's core noun can only be a person; behind an office common words can, too."""
        start, last = (chunk.head or 0) + 1, chunk.last
        place = self.judge.well_known_place(text_of(words[start:last]))
        if place or (self.chunker.place_end(words, start) == last and not self._held(words, offices, chunk.first)):
            return False  # "Delta Clinic Abu Dhabi"
        if self.judge.plain_names(words, start, last):
            return True
        named = self.judge.unknown_words(words, start, last) and not self.judge.names_country(words, start, last)
        return named and FULL_NAME <= last - start <= LONGEST_NAME and self._held(words, offices, chunk.first)

    def _name(self, index: int, block: ReadBlock, chunk: Chunk) -> Name | None:
        first, last, words = chunk.first, chunk.last, block.words
        text = _text(block, chunk)
        begin, end = words[first].first, words[last - 1].last
        kind, strength, place = self.judge.kind(
            words, block.offices, chunk, text, lambda: entity_of(block.doc, begin, end)
        )
        if kind is None:
            return None
        head = words[chunk.head].lower if chunk.head is not None else None
        offset = block.block.span.start
        start, end = words[first].start + offset, words[last - 1].end + offset
        return Name(index, first, last, start, end, text, kind, strength, head, place)


def _text(block: ReadBlock, chunk: Chunk) -> str:
    return " ".join(block.text[block.words[chunk.first].start : block.words[chunk.last - 1].end].split())


def _goes_on(word: Word) -> bool:
    return word.text[0].isalnum() or word.possessive


def _alone(words: Sequence[Word], index: int) -> bool:
    """Whether a word has its capital by itself: no day or month, and no part of anything longer."""
    word = words[index]
    beside = [w for w in words[max(0, index - 1) : index + 2] if w is not word]
    plain = word.capital and not word.acronym and word.lower not in CALENDAR
    return plain and not any(w.text[0].isupper() or w.text[0].isdigit() or w.text in DASHES for w in beside)


def _with_known(index: int, block: ReadBlock, names: Sequence[Name], known: Iterable[Name]) -> list[Name]:
    """The names of a headline, with those of several words that the article writes in its sentences, too."""
    words = [w.lower for w in block.words]
    found = {name.first: name for name in names}
    for name in known:
        parts = plain(name.text).replace(",", " ,").replace("'s ", " 's ").split()
        for first in (i for i in range(len(words)) if len(parts) > 1 and words[i : i + len(parts)] == parts):
            last, offset = first + len(parts), block.block.span.start
            if any(n.last - n.first >= len(parts) for i, n in found.items() if i < last and n.last > first):
                continue
            found = {i: n for i, n in found.items() if i >= last or n.last <= first}
            start, end = block.words[first].start + offset, block.words[last - 1].end + offset
            found[first] = replace(name, block=index, first=first, last=last, start=start, end=end, alias_of=None)
    return [found[first] for first in sorted(found)]
