"""Words as names are written with them: tokens joined where no space parts them ("E-Soft", "AT&T", "Mata'afa")."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc

JOINERS = frozenset("-–@&'’`")
SHORTENED = frozenset(
    """
    ts gen col maj brig capt lt dr mr mrs ms prof hon eng amb h.e rev dra sra sr emb lic ing arq econ st profa ir hj tn
    drs engr adv assoc asst mtro mtra licda md mohd muhd smt arch cllr ald fr mgr msgr cdr cmdr cmdre adm radm vadm
    abg mme mlle dott avv cnel gral pn bpk drg cpt cpl sgt insp supt barr atty zrt kft nyrt ehf hf lieut
    """.split()
)
"""Titles to which bad typing sticks the name: "Gen.Muhoozi"."""
BASED = frozenset(("based", "headquartered", "incorporated", "registered", "domiciled"))
"""What is said of bodies behind their places: "Lima-based"."""
FORMS = frozenset(("a.s", "s.r.o", "d.o.o", "d.d"))
"""Forms of companies in small letters, without their last stop."""
EXCELLENCY = frozenset(("H", "H.", "E", "E."))
"""Letters that are one honorific where they stand together: "H. E."."""
LONGEST_INITIAL = 2
"""Capital letters before a full stop that are an initial: "A.", "Ch."."""
BRANDED = re.compile(r"[a-z]{1,4}[A-Z][a-z]{2,}|[dl]['’][A-ZÀ-Þ].+")
"""Names with small letters before their capital: "eThekwini", "d'Ivoire"."""
DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,3}\.)+[A-Z][A-Za-z]{0,4}\.?")
"""A degree behind a name: "M.H.", "S.Ag.", "LL.M", "Ph.D."."""
STOPS = frozenset(".!?")
SENTENCE_ENDS = STOPS | frozenset("…:;•|")
QUOTES = frozenset("\"'“”‘’«»()[]")
ARTICLED = re.compile(r"(?:a[lnrstdz]|ash|[eu]l|e[dsn])[-–’'](?=\w)", re.IGNORECASE)
"""The article that Arabic names begin with: "al-Amiri", "ul-Haq"; their capital stands behind it."""
DIRECTIONS = frozenset("south north east west southeast south-east southern latin middle sub-saharan".split())
CONTINENTS = frozenset("europe africa asia america mediterranean caribbean pacific balkans".split())
ORDINALS = frozenset(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth
    """.split()
)
INITIALLED = re.compile(r"(?:[A-Z][a-z]?\.){1,2}[A-Z][a-z-]{2,}")
"""A surname that its initial is stuck to: "B.Sukhbat", "Kh.Zorig"."""
NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)")
NEW = frozenset("zealand york delhi guinea caledonia jersey mexico brunswick orleans hampshire england".split())
POSSESSIVES = frozenset(("'s", "’s", "'", "’", "‘s", "`s"))


def plain(text: str) -> str:
    """A text with its case off, dashes and apostrophes plain."""
    return text.casefold().replace("–", "-").replace("’", "'")


@dataclass(slots=True)
class Word:
    """One word: its text, its characters (offsets of the block's text) and its tokens (``last`` exclusive)."""

    text: str
    start: int
    end: int
    first: int
    last: int
    space: bool = False
    """Whether a space stands behind it."""
    initial: bool = False
    """Whether it begins a sentence, so that its capital says nothing."""
    lower: str = field(init=False)
    """The word with its case off, dashes and apostrophes plain."""
    capital: bool = field(init=False)
    """Whether it begins with a capital letter (after digits, opening signs or an article, too: "4th" does not)."""

    def __post_init__(self) -> None:
        self.lower = plain(self.text)  # asked for some forty times each
        text = ARTICLED.sub("", self.text, count=1) if self.text[0] in "aeu" else self.text
        if text[0].isalpha():  # most do
            self.capital = text[0].isupper() or (not text.islower() and BRANDED.fullmatch(text) is not None)
        else:
            self.capital = not text[0].isdigit() and next((c.isupper() for c in text if c.isalpha()), False)

    @property
    def acronym(self) -> bool:
        """Whether it is written in capitals throughout, as "PSEB", "P@SHA" or "U.S." are."""
        if self.text.islower():  # most are
            return False
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) >= 2 and sum(c.isupper() for c in letters) >= max(2, len(letters) - 1)

    @property
    def possessive(self) -> bool:
        """Whether it is the sign of a possessive."""
        return self.text in POSSESSIVES


def text_of(words: Sequence[Word]) -> str:
    """Words as one string, with a space where the text has one: "People's Republic", not "People 's Republic"."""
    pieces = [words[0].text] if words else []
    for before, word in pairwise(words):
        pieces.append(word.text if word.start == before.end else f" {word.text}")
    return "".join(pieces)


class _Written(NamedTuple):
    """A token as it is written, and whether a space stands behind it."""

    text: str
    start: int
    space: bool
    at: int
    """Which of the block's tokens it is."""


def _written(doc: Doc) -> list[_Written]:
    """The tokens of a block, with "U.S.-based", which spaCy takes for one, as three."""
    tokens: list[_Written] = []
    for token in doc:
        text, start, space = token.text, token.idx, bool(token.whitespace_)
        if text.endswith("-based") and text[-7:-6] == ".":
            cut = start + len(text) - 6
            tokens += [_Written(text[:-6], start, False, token.i), _Written("-", cut, False, token.i)]
            text, start = "based", cut + 1
        tokens.append(_Written(text, start, space, token.i))
    return tokens


def words_of(doc: Doc) -> list[Word]:
    """The words of a tokenised block. Punctuation and possessive signs are words of their own."""
    words: list[Word] = []
    tokens = _written(doc)
    text = doc.text  # spaCy joins it anew each time
    index = 0
    while index < len(tokens):
        last = index + 1
        while last < len(tokens) and not tokens[last - 1].space and _joined(tokens, index, last):
            last += 1
        start, space = tokens[index].start, tokens[last - 1].space
        first, past = tokens[index].at, tokens[last - 1].at + 1
        end = tokens[last - 1].start + len(tokens[last - 1].text)
        written = text[start:end]
        if words and written in EXCELLENCY and words[-1].text in EXCELLENCY:
            words[-1] = replace(words[-1], text="H.E.", end=end, last=past, space=space)
        elif written == "HE" and last < len(tokens) and tokens[last].text.istitle():
            words.append(Word("H.E.", start, end, first, past, space, _initial(words)))
        elif words and words[-1].lower == "tan" and written.casefold() in ("sri", "seri"):
            words[-1] = replace(words[-1], text="Tan-Sri", end=end, last=past, space=space)  # "Tan" alone is a surname
        elif written.strip():
            words.append(Word(written, start, end, first, past, space, _initial(words)))
        index = last
    return words


def with_pairs(words: list[Word], is_place: Callable[[str], bool]) -> list[Word]:
    """The words, with two places that a slash joins before a name as one: the "Peru/Chad Joint Commission"."""
    if all(word.text != "/" for word in words):
        return words
    found: list[Word] = []
    for index, word in enumerate(words):
        named = index + 1 < len(words) and words[index + 1].capital
        if named and len(found) > 1 and found[-1].text == "/" and found[-2].end + 1 == word.start:
            first = found[-2]
            if is_place(first.text) and is_place(word.text):
                found[-2:] = [
                    replace(first, text=f"{first.text}-{word.text}", end=word.end, last=word.last, space=word.space)
                ]
                continue
        found.append(word)
    return found


def _joined(tokens: Sequence[_Written], first: int, token: int) -> bool:
    """Whether ``token`` belongs to the word that began at ``first``; no space parts it from what is before it."""
    before, here = tokens[token - 1].text, tokens[token].text
    if here == "." and token == first + 1:
        short = len(before) <= LONGEST_INITIAL and before.istitle()
        degree = tokens[token].space or (tokens[token + 1 : token + 2] and tokens[token + 1].text == ",")
        short = short and (tokens[token].space or _surname(tokens, token + 1))
        return before.lower() in SHORTENED or before in FORMS or short or bool(degree and DEGREE.fullmatch(before))
    if before == "." and token == first + 2:
        return tokens[first].text.lower() not in SHORTENED and _surname(tokens, token)
    dato = before.lower() == "dato"
    if (here in POSSESSIVES and not dato) or not tokens[first].text[0].isalnum():
        return False
    if here in ("'", "’") and dato:
        return True
    if here in JOINERS:
        after = tokens[token + 1].text if token + 1 < len(tokens) else " "
        return after.lower() not in BASED and not tokens[token].space and after[0].isalnum()
    return before in JOINERS and here[0].isalnum()


def _surname(tokens: Sequence[_Written], index: int) -> bool:
    """Whether a surname is stuck to the initial before it: "Ch.Bold"."""
    return index < len(tokens) and tokens[index].text.istitle() and len(tokens[index].text) > LONGEST_INITIAL


def _initial(before: list[Word]) -> bool:
    for word in reversed(before):
        if word.text in SENTENCE_ENDS:
            return True
        if word.text not in QUOTES:
            return False
    return True


UNITED = frozenset(("states", "kingdom", "arab", "republic"))


def begins_place(words: Sequence[Word], index: int) -> bool:
    """ "President of South Africa", "of New Zealand": the word begins a place's name."""
    if index + 1 >= len(words) or not words[index + 1].capital:
        return False
    new = words[index].lower == "new" and words[index + 1].lower in NEW
    part = words[index].lower.endswith(("ern", "central")) and words[index + 1].lower in CONTINENTS
    field = any(word.lower in ("affairs", "cooperation") for word in words[index + 2 : index + 4])
    joined = words[index].lower in ("united", "federated") and words[index + 1].lower in UNITED
    return (new or part or joined or words[index].lower in DIRECTIONS) and not field


def without_brackets(words: Sequence[Word]) -> list[Word]:
    """Words but for those in brackets: "Duma (lower house) of the"."""
    kept: list[Word] = []
    depth = 0
    for word in words:
        depth += word.text == "("
        if not depth:
            kept.append(word)
        depth -= word.text == ")" and depth > 0
    return kept


def sentences(words: Sequence[Word], ends: Collection[str] = STOPS) -> Iterator[range]:
    """The sentences of a row of words, as ranges of them; each goes up to one of the ``ends``."""
    first = 0
    for index, word in enumerate(words):
        if word.text in ends or index + 1 == len(words):
            yield range(first, index + 1)
            first = index + 1


def sentence_start(words: Sequence[Word], last: int) -> int:
    """The last word up to ``last`` that a sentence begins with."""
    return max((i for i in range(last + 1) if words[i].initial), default=0)
