"""Where the fields of an office end: "of Infrastructure, Communications and Transportation"."""

from __future__ import annotations

from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import Word, begins_place

PORTFOLIO_OPENERS = frozenset(("of", "for", "on"))
LONGEST_PORTFOLIO = 24
MINISTERS = frozenset("minister ministers secretary secretaries state ps cs undersecretary under-secretary".split())
REALMS = frozenset(
    """
    republic kingdom state states emirate emirates union federation sultanate confederation principality commonwealth
    nations
    """.split()
)
"""Nouns for countries: what stands before them is the country's name, no field of an office."""
SERVICES = frozenset("service services police navy army forces force treasury community communities".split())
"""Nouns for bodies that are fields of ministers, too: "Minister of the Public Service"."""
OF_STATES = frozenset("national state federal central royal".split())
"""What begins the names of a state's bodies."""
OF_COMPANIES = frozenset(("ceo", "founder", "co-founder", "executive"))
"""Offices of companies, never of a field: "CEO of Western Digital"."""
OF_BODIES = frozenset(("officer", "representatives", "employees"))
"""Offices of bodies, seldom of fields."""
OF_PLACES = frozenset(
    "mayor mayors lord-mayor governor governors prefect prefects akim hokim rais vice-mayor vice-governor".split()
)
"""Offices of places, never of a field: "Port" in "Mayor of Port Louis" is none."""


def portfolio_end(words: list[Word], index: int, lexicon: Lexicon, capital: bool) -> int:
    """The end of "of Infrastructure, Communications and Transportation", or ``index`` where no field follows."""
    end = index
    limit = min(len(words), index + LONGEST_PORTFOLIO)
    cursor = index
    if (
        cursor >= limit
        or words[cursor].lower not in PORTFOLIO_OPENERS
        or (
            words[cursor].lower == "of"
            and words[index - 1].lower in OF_PLACES | OF_COMPANIES
            and "affairs"
            not in (w.lower for w in words[cursor + 1 : cursor + 4])  # "Vice Governor of Economic Affairs"
        )
    ):
        return index
    while cursor < limit:
        word = words[cursor]
        if word.lower in PORTFOLIO_OPENERS:
            joined = words[cursor - 1].lower in ("and", "&", ",")
            if cursor > index and not joined and (word.lower == "of" or not _opens_field(words, cursor + 1, lexicon)):
                break
            cursor += 1
        elif word.text == "," and _body_begins(words, cursor + 1, lexicon):
            break
        elif word.lower in ("and", "&", ",", "the", "women's", "'s", "’s", "against"):
            cursor += 1
        elif begins_place(words, cursor):
            break
        elif (word.capital or not capital or _minister_of(words, index, word, lexicon)) and (
            _portfolio_word(word, lexicon)
            or (word.lower in lexicon.portfolios and words[index - 1].lower in MINISTERS)
            or (word.lower in SERVICES and words[cursor - 1].lower in PORTFOLIO_OPENERS)
            or _before_field(words, cursor, lexicon)
            or (cursor - end < 2 and _closes_field(words, cursor, lexicon))
        ):
            cursor += 1
            end = cursor
        else:
            break
    if end < len(words) and (words[end].possessive or words[end].lower in lexicon.before_body):  # "of the Chinese firm"
        return index
    if end < len(words) and words[end].lower in REALMS and words[end].capital:  # "of Trade, Arab Republic of Egypt"
        return next((i for i in range(end - 1, index + 1, -1) if words[i].text == ","), index)
    if end < len(words) and not words[end].capital and heads_body(words[end], lexicon):  # "of the trade section"
        return index
    end = _without_body(words, index, end)
    national = end > index + 2 and words[index + 1].lower in OF_STATES and words[index - 1].lower not in MINISTERS
    if national and (heads_body(words[end - 1], lexicon) or words[end - 1].lower == "administration"):
        return index  # "Director of National Heritage Administration"
    the = end > index and words[index + 1].lower == "the"
    if the and (_led_body(words, index, end, lexicon) or _joined_body(words, end, lexicon)):
        return index
    if end < len(words) and words[end].capital and words[end].lower not in lexicon.function:
        if words[index].lower == "of" and all(
            w.lower in lexicon.modifiers or w.lower == "the" for w in words[index + 1 : end]
        ):
            return index  # "Chairman of the Independent Farmers' Association"
        styled = words[end].lower in lexicon.honorifics or words[end].lower in lexicon.given_names
        if words[index - 1].lower in OF_BODIES and not styled:
            return index  # "CEO of Telecom Egypt"
        return _whole_field(words, index, end, lexicon)
    return end


def _without_body(words: list[Word], index: int, end: int) -> int:
    """The end before a comma that no "and" follows, "Head of Trade Finance, Standard Chartered": what stands behind
    it is no further field, unless a minister's."""
    commas = [i for i in range(index, end) if words[i].text == "," and words[index - 1].lower not in MINISTERS]
    listed = any(word.lower in ("and", "&") for word in words[commas[0] : end + 1]) if commas else True
    return end if listed else commas[0]


def _whole_field(words: list[Word], index: int, end: int, lexicon: Lexicon) -> int:
    """Give up the portfolio where it runs on into a name that is a body ("of Shenzhen Science Commission") or a
    country ("of the Federal Republic of Germany")."""
    following = end
    while following < len(words) and words[following].capital:
        following += 1
    name_goes_on = any({"organization", "event"} & lexicon.head_kinds(w.text) for w in words[end:following])
    adjective = words[index + 1].lower == "the" and not lexicon.is_topic(words[end - 1].lower)
    name_goes_on = name_goes_on or (adjective and bool(lexicon.head_kinds(words[end].text)))  # "the Eastern Province"
    return index if name_goes_on or any(w.lower in REALMS for w in words[end:following]) else end


def _body_begins(words: list[Word], index: int, lexicon: Lexicon) -> bool:
    """ "Business Development, Andes Park Hotel": whether a body's name begins behind a comma."""
    end = index
    while end < len(words) and words[end].capital:
        end += 1
    return end > index + 1 and heads_body(words[end - 1], lexicon)


def _opens_field(words: list[Word], index: int, lexicon: Lexicon) -> bool:
    """ "For International Trade" behind "Under Secretary of Commerce": a field of the field."""
    following = words[index : index + 2]
    return len(following) > 1 and any(w.capital and lexicon.is_topic(w.lower) for w in following)


def _minister_of(words: list[Word], index: int, word: Word, lexicon: Lexicon) -> bool:
    """ "Ministers of energy": a field in small letters behind an office in capitals."""
    return words[index - 1].lower in MINISTERS and lexicon.is_topic(word.lower)


def _before_field(words: list[Word], index: int, lexicon: Lexicon) -> bool:
    """ "Caricom" in "Foreign and Caricom Affairs", "ASEAN" in "for ASEAN Affairs": an unknown word before a field."""
    if index + 1 >= len(words) or not words[index + 1].capital:
        return False
    after = words[index + 1].lower
    return after in ("affairs", "abroad") or (words[index - 1].lower in ("and", "&") and after in lexicon.topics)


def heads_body(word: Word, lexicon: Lexicon) -> bool:
    """Whether "of the Cooperation Council" names a body, not a field."""
    return "organization" in lexicon.head_kinds(word.text) and word.lower not in SERVICES


def _led_body(words: list[Word], index: int, end: int, lexicon: Lexicon) -> bool:
    """ "Of the Trade Council"; "of the State Security Service" is a body, "Minister of the Public Service" none."""
    service = words[end - 1].lower in SERVICES and words[end - 1].capital
    return heads_body(words[end - 1], lexicon) or (service and words[index - 1].lower not in MINISTERS)


def _joined_body(words: list[Word], end: int, lexicon: Lexicon) -> bool:
    """ "Of the Trade and NAFTA Office": a body that goes on behind "and"."""
    return end < len(words) and words[end].lower in ("and", "&") and _body_begins(words, end + 1, lexicon)


def _closes_field(words: list[Word], index: int, lexicon: Lexicon) -> bool:
    """ "Husbandry" in "Agriculture, Animal Husbandry and Food": an unknown word between a field and "and"."""
    if index + 1 >= len(words) or not words[index].capital or words[index].lower in lexicon.given_names:
        return False
    before = words[index - 2 if words[index - 1].text == "," else index - 1]
    listed = before is words[index - 1] or (index + 2 < len(words) and lexicon.is_topic(words[index + 2].lower))
    return words[index + 1].lower in ("and", "&") and lexicon.is_topic(before.lower) and listed


def _portfolio_word(word: Word, lexicon: Lexicon) -> bool:
    bodily = "organization" in lexicon.head_kinds(word.text)
    return lexicon.is_topic(word.lower) or (word.lower in lexicon.modifiers and not bodily)
