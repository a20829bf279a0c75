"""Finds offices: "Acting Consul General and Trade Counsellor", "Minister of Science, Technology and Innovation"."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from functools import cache

from kg.extract.naming.portfolios import MINISTERS, heads_body, portfolio_end
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import Word

APPOSING = frozenset((",", "-", "–", "—"))
"""Signs that part an office from whom holds it."""
JOINING = frozenset(("and", "&", "cum", "/", "-", "–"))
LONGEST_PHRASE = 6
LONGEST_FIELD = 3
FEWEST_BEFORE = 2
DESIGNATED = ("-designate", "-elect")
"""Endings of an office that somebody is to take up: "Ambassador-Designate"."""
SHORTEST_HEAD = 2
"""Offices of two letters ("PM", "CS") are offices in capitals only."""
ROYAL = frozenset("king queen prince princess sultan emir amir ameer".split())
NAME_LIKE = ROYAL - {"queen", "emir"} | frozenset("dean major marshal judge pope justice".split())
RANKS = frozenset("justice judge major marshal".split())
VERB_FORMS = frozenset(("heads", "chairs", "officers", "partners", "judges"))
VERB_LEADERS = frozenset(("who", "which", "that", "he", "she", "currently", "also", "now", "and"))
"""Words after which "heads" is what somebody does."""
BUSINESS = frozenset(("ceo", "cfo", "coo", "cto", "founder", "co-founder"))
"""Offices that only companies have: a field before them belongs to the company's name ("Sembra Energy CEO")."""
LOWER_RANKS = frozenset("sub vice deputy co pro under acting ex assistant".split())
MEMBERS = frozenset(("member", "members"))
SON_OF = frozenset(("bin", "ibn", "bint", "binti"))
TITLE_LEADERS = frozenset("the 's ’s majesty majesties highness highnesses hm h.m. by and".split())
BOARDS = (["directors"], ["trustees"], ["governors"], ["management"], ["regents"])
SMALL_MODIFIERS = frozenset("deputy acting former vice honorary assistant outgoing incoming then new interim".split())
NO_MORE = frozenset(("former", "ex"))
"""Words before an office that was held once: no part of one that is held still."""
RANKING = frozenset("managing deputy vice executive assistant associate acting senior".split())
"""Words of rank that may have a capital before an office in small letters."""
UNITED = frozenset("european african eurasian economic customs".split())
"""Words that stand before "Union" in the names of unions of states: no "Union Minister" behind them."""
UNITS = frozenset("department division section unit school faculty secretariat office".split())
GENERAL_BODIES = frozenset(("consulate", "secretariat", "directorate", "inspectorate", "assembly", "council"))


@dataclass(frozen=True, slots=True)
class Office:
    """An office as written, word positions ``first`` to ``last`` (exclusive).

    ``heads`` are its core nouns; ``portfolio`` the words that name no body but a field ("Foreign Affairs",
    "Mining"), behind it or before it; ``core_last`` is where the office ends and the portfolio begins.
    """

    first: int
    last: int
    core_last: int
    heads: tuple[str, ...]
    portfolio: tuple[str, ...]
    capital: bool

    def plural(self, words: list[Word]) -> bool:
        """Whether several people hold it: "Presidents", "the foreign ministers of A and B"."""
        several = words[self.core_last - 1].lower.endswith("s") and "-of-" not in self.heads[-1]  # "board of directors"
        return several or any(words[i].lower.endswith("s") and words[i + 1].lower == "of" for i in self._core())

    def _core(self) -> range:
        return range(self.first, self.core_last - 1)


def find_offices(words: list[Word], lexicon: Lexicon, peoples: Container[str] = frozenset()) -> list[Office]:
    """The offices of a block, left to right, never overlapping. ``peoples`` are adjectives of countries, behind which
    "King" is an office: "Moroccan King Mohammed VI"."""
    offices = []
    index = 0
    while index < len(words):
        office = _office_at(words, index, lexicon, peoples)
        if office and not _inside_body(words, office, lexicon):
            offices.append(office)
        index = office.last if office else index + 1
    return offices


def _inside_body(words: list[Word], office: Office, lexicon: Lexicon) -> bool:
    """ "Cabinet of Ministers", "House of Representatives": a plural office that closes a body's name."""
    return office.plural(words) and _closes_house(words, office.first, lexicon)


def _closes_house(words: list[Word], first: int, lexicon: Lexicon) -> bool:
    """ "Ministers" behind "Cabinet of"."""
    body = words[first - 2] if first >= FEWEST_BEFORE and words[first - 1].lower == "of" else None
    return body is not None and body.capital and (heads_body(body, lexicon) or body.lower == "society")


def _office_at(words: list[Word], first: int, lexicon: Lexicon, peoples: Container[str]) -> Office | None:
    core_last, heads = _core(words, first, lexicon)
    if words[first].text == "AG" and first and words[first - 1].capital and core_last == first + 1:
        return None  # "Acme AG"
    if not heads or (words[first].lower in VERB_FORMS and first and words[first - 1].lower in VERB_LEADERS):
        return None
    if (core_last > first + 1 or words[first].lower in lexicon.topics) and _closes_body(words, first, lexicon):
        return None
    while core_last + 1 < len(words) and words[core_last].lower in JOINING:
        if words[core_last + 1].lower in NO_MORE or (core_last == first + 1 and _closes_house(words, first, lexicon)):
            break
        more_last, more = _core(words, core_last + 1, lexicon)
        if not more:
            break
        core_last, heads = more_last, (*heads, *more)
    capital = words[core_last - 1].capital or words[first].initial
    crowned = first > 0 and words[first].lower in ROYAL and words[first - 1].lower in peoples
    if core_last == first + 1 and not crowned and _first_name(words, first, lexicon):
        return None
    last = portfolio_end(words, core_last, lexicon, words[core_last - 1].capital)
    portfolio = tuple(w.lower for w in words[core_last:last] if w.text[0].isalnum())[1:]
    if not portfolio and not MINISTERS.isdisjoint(heads):  # "Trade Minister", "Health and Sports Secretary"
        portfolio = tuple(w.lower for w in words[first : core_last - 1] if w.lower in lexicon.topics)
    return Office(first, last, core_last, heads, portfolio, capital)


def _closes_body(words: list[Word], first: int, lexicon: Lexicon) -> bool:
    """Whether a word before an office belongs to the body's name before it: "Investments" in "Board of Investments
    Managing Head", "Group" in "World Bank Group President"."""
    index, lower = first - 1, words[first].lower
    if lower in lexicon.topics and first and words[index].capital and not words[index].initial:
        last, heads = _core(words, first, lexicon)
        return not BUSINESS.isdisjoint(heads) and last > first and words[index].lower not in lexicon.function
    if lower == "union" and first and words[index].lower in UNITED:
        return True
    if lower == "group":
        return first > 0 and words[index].capital and heads_body(words[index], lexicon)
    while index > 0 and (words[index].lower in ("and", "&", ",") or _is_field(words[index], lexicon)):
        index -= 1
    if index <= 0 or words[index].lower not in ("of", "for") or lower in lexicon.title_modifiers - lexicon.topics:
        return False
    return words[index - 1].capital and heads_body(words[index - 1], lexicon) and _is_field(words[first], lexicon)


def _first_name(words: list[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether a word such as "Sultan" or "Dean" is the first part of a person's name, not a title."""
    before = words[index - 1].lower if index else ""
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None or after.lower in lexicon.honorifics or heads_body(after, lexicon):
        return False
    if words[index].lower not in NAME_LIKE or not words[index].capital:
        return False
    if words[index].lower == "dean" and index and (words[index - 1].acronym or heads_body(words[index - 1], lexicon)):
        return False  # "ZTU Dean Ana Rojas"
    if words[index].lower in RANKS and before in lexicon.honorifics:  # "the Honourable Lady Justice Amina Jallow"
        return False
    if after.lower in SON_OF or (before not in TITLE_LEADERS and after.capital):
        return True
    return before != "the" and after.capital and _office_behind(words, index + 1, lexicon)


def _office_behind(words: list[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether another office follows the name: "Sultan Salim Al Habsi, Minister of Finance" is no sultan."""
    while index < len(words) and words[index].capital:
        index += 1
    if index + 1 >= len(words) or words[index].text != "," or not words[index + 1].capital:
        return False
    return _core(words, index + 1, lexicon)[0] > index + 1


def _core(words: list[Word], first: int, lexicon: Lexicon) -> tuple[int, tuple[str, ...]]:
    """Where an office that begins at ``first`` ends, and its core noun; no noun where none begins there."""
    index = first
    while index < len(words):
        phrase = _phrase(words, index, lexicon)
        if phrase and _heads_unit(words, index, phrase, lexicon):
            return index + 1, (words[index].lower.removesuffix("s"),)
        if phrase:
            return _after(words, index + phrase, lexicon), (phrase_head(words[index : index + phrase]),)
        word = words[index]
        if word.lower in MEMBERS and _of_body(words, index, lexicon):
            return index + 1, ("member",)
        lower = word.lower if word.lower in lexicon.title_heads else _singular(_held(word.lower))
        if lower in ROYAL and index > first:
            return first, ()
        shortened = len(lower) <= SHORTEST_HEAD and not word.acronym
        if (
            (lower in lexicon.title_heads or _double(lower, lexicon))
            and not shortened
            and not _mere_modifier(words, index, lexicon)
        ):
            return _after(words, index + 1, lexicon), (lower,)
        if (index == first and word.lower in (*JOINING, ",")) or not _modifies(words, index, lexicon):
            return first, ()
        index += 1
    return first, ()


def _heads_unit(words: list[Word], index: int, phrase: int, lexicon: Lexicon) -> bool:
    """ "Head of Department of Physics", "Chairman of the Board of Trade": the body has a name of its own."""
    last = index + phrase
    if last + 1 >= len(words) or words[last].lower != "of" or not words[last + 1].capital:
        return False
    board = words[last - 1].lower == "board" and lexicon.is_topic(words[last + 1].lower)
    return words[last - 1].capital and words[index + 1].lower == "of" and (board or words[last - 1].lower in UNITS)


def _of_body(words: list[Word], index: int, lexicon: Lexicon) -> bool:
    """ "Members of Parliament", "FADTC members Ana Rojas and Luis Vega"."""
    after = words[index + 1] if index + 1 < len(words) else None
    if not index or (after is not None and after.lower == "of"):
        return after is not None and after.lower == "of"
    before = words[index - 1]
    body = before.acronym or (before.capital and "organization" in lexicon.head_kinds(before.text))
    apposed = index > 1 and words[index - 2].text in APPOSING and (after is None or not after.text[0].isalnum())
    return body and not words[index].capital and (apposed or (after is not None and after.capital))


def _double(lower: str, lexicon: Lexicon) -> bool:
    """ "CEO-Director", "Founder-President": two offices joined by a hyphen; "sub-governor": one of lower rank."""
    parts = lower.split("-")
    begun = parts[0] in LOWER_RANKS and len(parts) > 1
    return len(parts) > 1 and all(part in lexicon.title_heads for part in parts[begun:])


def _singular(lower: str) -> str:
    return f"{lower[:-3]}y" if lower.endswith("ies") else lower if lower.endswith("ss") else lower.removesuffix("s")


def _held(lower: str) -> str:
    """The office without the sign that somebody is still to take it up."""
    if not lower.endswith(DESIGNATED):
        return lower
    return next(lower.removesuffix(ending) for ending in DESIGNATED if lower.endswith(ending))


def _phrase(words: list[Word], index: int, lexicon: Lexicon) -> int:
    """How many words from ``index`` are an office of several words, such as "chargé d'affaires"; 0 for none."""
    begun, beginnings = words[index].lower, _beginnings(lexicon.title_phrases)
    if begun not in beginnings and begun.removesuffix("s") not in beginnings:
        return 0
    for length in range(min(LONGEST_PHRASE, len(words) - index), 1, -1):
        phrase = _held(collapsed(words[index : index + length]))
        member = phrase.endswith("members") and phrase.removesuffix("s") in lexicon.title_phrases
        if member or phrase in lexicon.title_phrases or _one_of(words[index : index + length]) in lexicon.title_phrases:
            return length
    return 0


def _one_of(words: list[Word]) -> str:
    """ "headofmission" for "Heads of Mission", "Heads of Missions"."""
    if len(words) < FEWEST_BEFORE or not words[0].lower.endswith("s") or words[1].lower != "of":
        return ""
    return "".join(word.lower.removesuffix("s") for word in words)


@cache
def _beginnings(phrases: frozenset[str]) -> frozenset[str]:
    """All that phrases begin with: few words are among it."""
    return frozenset(phrase[:end] for phrase in phrases for end in range(1, len(phrase) + 1))


def collapsed(words: list[Word]) -> str:
    """Words as one string, without spaces and with plain apostrophes: "charged'affaires"."""
    return "".join(word.lower for word in words).replace("’", "'")


def phrase_head(words: list[Word]) -> str:
    """The core noun that stands for an office of several words."""
    return "-".join(_held(word.lower) for word in words if word.text[0].isalnum())


def _mere_modifier(words: list[Word], index: int, lexicon: Lexicon) -> bool:
    """ "Deputy" in "Deputy Minister", "Chief" in "Chief Economist": another office follows at once."""
    word, after = words[index], words[index + 1] if index + 1 < len(words) else None
    if word.lower == "general" and index and words[index - 1].lower in GENERAL_BODIES:
        return True
    if after is None or not _same_style(word, after):
        return False
    body = "organization" in lexicon.head_kinds(after.text)
    general = word.lower == "general" and (body or (after.capital and lexicon.is_topic(after.lower)))
    if word.capital and (general or _executive_field(word, after, body, lexicon)):
        return True
    if word.lower not in lexicon.title_modifiers and word.lower != "general":
        return False
    end, heads = _core(words, index + 1, lexicon)
    return bool(heads) and end > index + 1


def _executive_field(word: Word, after: Word, body: bool, lexicon: Lexicon) -> bool:
    """ "Executive Education", "Executive Council": no executive."""
    return word.lower == "executive" and after.capital and (body or lexicon.is_topic(after.lower))


def _modifies(words: list[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether the word can stand before an office's core: an adjective or field, in the core's own case."""
    word = words[index]
    if word.lower in JOINING or word.text == ",":
        after = words[index + 1] if index + 1 < len(words) else None
        listed = word.lower in ("and", "&") or any(w.lower in ("and", "&") for w in words[index + 2 : index + 4])
        behind = words[index + 2].lower if index + 2 < len(words) else ""  # "trade and industry minister"
        small = after is not None and after.lower in lexicon.topics and not after.capital and behind in MINISTERS
        return listed and index > 0 and after is not None and (small or _is_field(after, lexicon))
    if index + 1 < len(words) and not _same_style(word, words[index + 1]):
        return False
    return word.lower in lexicon.title_modifiers or _is_field(word, lexicon)


def _same_style(word: Word, after: Word) -> bool:
    small = (word.lower in SMALL_MODIFIERS and after.capital) or (word.initial and word.capital)
    small = small or (word.capital and word.lower in RANKING)  # "Managing director"
    shortened = after.acronym and not word.capital  # "group CEO"
    return word.capital == after.capital or small or shortened or after.lower in JOINING or after.text == ","


def _is_field(word: Word, lexicon: Lexicon) -> bool:
    return word.capital and word.lower in lexicon.topics


def _after(words: list[Word], index: int, lexicon: Lexicon) -> int:
    capital = words[index - 1].capital
    while index < len(words):
        joined = index + 1 < len(words) and words[index].lower in ("and", "&")  # "Extraordinary and Plenipotentiary"
        word = words[index + joined]
        if word.lower not in lexicon.title_after or word.capital != capital:
            break
        if joined and words[index + 2 : index + 3] and words[index + 2].lower in lexicon.title_heads:
            break  # "vice president and general secretary"
        index += 1 + joined
    if index < len(words) and words[index].lower == "general" and words[index].capital == words[index - 1].capital:
        index += 1
    return _field_after(words, _board_end(words, index), lexicon)


def _board_end(words: list[Word], index: int) -> int:
    """ "Chairman of the Board of Directors of Acme": the board belongs to the office."""
    lowers = [word.lower for word in words[index : index + 5]]
    board = 3 if lowers[:3] == ["of", "the", "board"] else 2 if lowers[:2] == ["of", "board"] else 0
    if not board:
        return index
    return index + board + (2 if lowers[board : board + 1] == ["of"] and lowers[board + 1 :][:1] in BOARDS else 0)


def _field_after(words: list[Word], index: int, lexicon: Lexicon) -> int:
    """ "Chairman Coordination of the Federation", "Director External Linkages Dr": fields right behind the core, before
    "of" or a style of address."""
    end = index
    while end < len(words) and _is_field(words[end], lexicon):
        end += 1
    if index < end < len(words) and words[end].lower in ("of", "at"):
        return end
    end = index
    while end < min(len(words), index + LONGEST_FIELD) and _names_nothing(words[end], lexicon):
        end += 1
    styled = index < end < len(words) and words[end].capital and words[end].lower in lexicon.honorifics
    return end if styled and any(lexicon.is_field(word.lower) for word in words[index:end]) else index


def _names_nothing(word: Word, lexicon: Lexicon) -> bool:
    body = word.acronym and word.lower not in lexicon.common_acronyms
    person = word.lower in lexicon.honorifics or word.lower in lexicon.given_names
    return word.capital and not body and not person and not lexicon.head_kinds(word.text)
