"""What single words, and runs of them, can be inside names: capitals, core nouns, fields, places, dates."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import INITIALLED, Word, text_of
from kg.gazetteer import Gazetteer, GazetteerPlace

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
"""Verbs that headlines write in the present, in capitals as all else, with the past that they tell."""
SMALL_VERBS = frozenset((*HEADLINE_VERBS, *HEADLINE_VERBS.values()))
"""Verbs that a line in title case would write with capitals."""

OPENERS = frozenset(("of", "for"))
SURNAMES = frozenset(("camara", "câmara"))
"""Head nouns that open a body's name; behind other words they are surnames."""
TOPIC_OPENERS = frozenset(("on", "in", "against", "to"))
LONGEST_PLACE = 8
LONGEST_NUMBER = 3
FULL_NAME = 2
NICKNAME_OPENERS, NICKNAME_CLOSERS = frozenset("\"“'‘("), frozenset("\"”'’)")
FIELD_TAILS = frozenset(
    "invest services service communities community societies works forces cities institutions".split()
)
"""Nouns for bodies that close a field inside a name: "Labour and Customer Services"."""
SENT = frozenset("delegation delegations team teams contingent entourage".split())
"""Nouns for those whom a body or country sends; with a capital they end no name."""
OF_SENT = frozenset(
    """
    parliamentary ministerial government governmental official business trade economic technical military academic
    cultural high-level level high joint expert
    """.split()
)
PERMANENT = frozenset(("EU", "European", "Permanent"))
"""What begins the names of delegations that are missions: "EU Delegation"."""
FIELD_ENDINGS = ("ics", "ology", "onomy", "ography", "culture", "isation", "ization", "urgy", "metry")
FIELD_KINDS = frozenset(("place", "programme"))
"""Kinds of thing whose nouns can stand in a field: "Territory", "Programme Implementation"."""
SONS = frozenset("bin binti ibn bint el al".split())
INNER_STYLES = frozenset("haj haji hajj sheikh sheik pandit imam pehin".split())
"""Styles that are names, too, behind a given name."""
PATRONS = frozenset("king queen prince princess sultan emir sheikh shaikh sir lady tun tunku imam".split())
"""Titles of those after whom bodies are called."""
BORN_NAMES = frozenset(
    "university college hospital foundation school academy institute center centre museum library award".split()
)
"""Nouns for bodies that are called after people."""
LONGEST_PATRON = 8
NICKNAME = 3
MISSIONS = frozenset(("embassy", "consulate", "high", "honorary"))
"""Words of a nickname inside a name, with its quotes."""


class NameWords:
    """Answers what words are, with the lexicon, the gazetteer and the common words of English."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer, common: frozenset[str]) -> None:
        self.lexicon = lexicon
        self.gazetteer = gazetteer
        self.common = common

    def is_common(self, lower: str) -> bool:
        """Whether a word is an English common word, or a plain inflection of one."""
        stems = (lower, lower[:-1], lower[:-2], lower[:-3], f"{lower[:-3]}e", f"{lower[:-3]}y")
        endings = ("", "s d", "es ed", "ing", "ing", "ies")
        return any(
            stem in self.common and (not ending or lower.endswith(tuple(ending.split())))
            for stem, ending in zip(stems, endings, strict=True)
        )

    def _run_end(self, words: list[Word], start: int, blocked: set[int]) -> int:
        end = max(self.place_end(words, start), start + 1)
        while (
            self._free_capital(words, end, blocked)
            and not self._date_word(words, end)
            and not self._honours(words, end)
            and words[end].lower != "between"  # in title case
        ):
            end += 1
        return end

    def _honours(self, words: list[Word], index: int) -> bool:
        """Whether a person begins: with an honorific, or behind a place or body with an initial ("Peru A.Rojas")."""
        if INITIALLED.fullmatch(words[index].text) and index:
            before = words[index - 1].text
            return bool(self.lexicon.head_kinds(before)) or self.gazetteer.find(before) is not None
        honorific = words[index].lower in self.lexicon.honorifics and self._capital(words, index + 1)
        if honorific and words[index].lower in INNER_STYLES and index:  # "Khalid Haji Omar"
            honorific = not (self._given(words[index - 1]) or words[index - 1].lower in SONS)
        return honorific and words[index].lower != "royal"

    def _given(self, word: Word) -> bool:
        """Whether a word can only be a person's: no place, office, style or noun."""
        lexicon, lower = self.lexicon, word.lower
        if (
            not word.capital
            or word.possessive
            or self.gazetteer.find(word.text)
            or self.gazetteer.country_of(word.text)
        ):
            return False
        other = lower in lexicon.honorifics or lower in lexicon.title_heads or lexicon.head_kinds(word.text)
        common = word.acronym or lower in lexicon.function or self.is_common(lower)
        return lower in lexicon.given_names or not (other or common)

    def _trim(self, words: list[Word], first: int, last: int) -> int:
        """The end of a name without signs, and without those whom its body sends: "ESA Delegation" is ESA's."""
        while last > first and not words[last - 1].text[0].isalnum():
            if words[last - 1].text == ")" and words[last - 2].lower == "persero":
                break
            last -= 1
        sent = last - first > 1 and words[last - 1].lower in SENT and words[first].text not in PERMANENT
        if not sent or (last < len(words) and words[last].lower in ("to", "of")):
            return last
        last -= 1
        while last - first > 1 and words[last - 1].lower in OF_SENT:
            last -= 1
        return last

    def _head(self, words: list[Word], first: int, last: int) -> int | None:
        """The position of the core noun: the last head noun before the first "of", "for" or "on"."""
        end = next((i for i in range(first + 1, last) if words[i].lower in (*OPENERS, *TOPIC_OPENERS)), last)
        for index in range(end - 1, first - 1, -1):
            if words[index].lower in self.lexicon.particles and not words[index].capital:
                continue
            if index > first and words[index].lower in SURNAMES:
                continue
            if words[index].lower in self.lexicon.heads["company"] or self.lexicon.head_kinds(words[index].text):
                return index
        return None

    def heads_body(self, word: Word) -> bool:
        """Whether a word can be the core noun of a body's name."""
        return "organization" in self.lexicon.head_kinds(word.text)

    def place_end(self, words: list[Word], first: int) -> int:
        """The end of the longest place name or demonym of several words that begins at ``first``, else ``first``."""
        if first >= len(words) or not (words[first].capital or words[first].lower in ("the", "people")):
            return first
        limit = first + 1
        while limit < min(len(words), first + LONGEST_PLACE) and (
            words[limit].text[0].isalnum() or words[limit].text == "&" or words[limit].possessive
        ):
            limit += 1
        for last in range(limit, first, -1):
            if not words[last - 1].capital:
                continue
            text = text_of(words[first:last])
            several = last - first > 1
            if words[first].lower == "the" and last - first == FULL_NAME and self._capital(words, last):
                continue  # "the Common Market"
            place = self.gazetteer.find(text)
            if place and (words[first].capital or (several and self._takes_article(words[first + 1], place))):
                return last
            if several and self.gazetteer.country_of(text):
                return last
        return first

    def _takes_article(self, word: Word, place: GazetteerPlace) -> bool:
        """Whether "the" belongs to a place's name: "the Gambia", "the Hague", no "the Colony"."""
        return place.kind != "city" or not self.is_common(word.lower)

    def _free_capital(self, words: list[Word], index: int, blocked: set[int]) -> bool:
        return self._capital(words, index) and index not in blocked and not words[index].initial

    def _capital(self, words: list[Word], index: int) -> bool:
        return index < len(words) and words[index].capital

    def _near_number(self, words: list[Word], index: int) -> bool:
        """Whether a day or year stands beside the word: then "Jun" is a month, not a name."""
        return any(0 <= i < len(words) and words[i].text[:1].isdigit() for i in (index - 1, index + 1))

    def _date_word(self, words: list[Word], index: int) -> bool:
        """Whether a word is a weekday or month; a short one ("Jan", "Mar") is only beside a number."""
        return self._calendar(words[index]) and (
            len(words[index].text) > LONGEST_NUMBER or self._near_number(words, index)
        )

    def _calendar(self, word: Word) -> bool:
        return word.lower in self.lexicon.weekdays or (
            word.lower in self.lexicon.months and word.lower not in ("may", "march")
        )

    def _is_country(self, words: list[Word], first: int, last: int) -> bool:
        place = self.gazetteer.find(text_of(words[first:last]))
        return place is not None and place.kind == "country"

    def _is_mission(self, words: list[Word], first: int, last: int) -> bool:
        return any(
            w.lower in ("embassy", "consulate", "mission", "consulate-general") for w in words[first:last]
        ) or any(words[i].lower == "high" and words[i + 1].lower == "commission" for i in range(first, last - 1))

    def _event_or_agreement(self, words: list[Word], first: int, last: int) -> bool:
        head = self._head(words, first, last)
        if head is None:
            return words[last - 1].acronym or last - first > 1
        return bool(self.lexicon.head_kinds(words[head].text) & {"event", "programme", "agreement"})

    def _field(self, word: Word) -> bool:
        """A field of policy or business, in parts too: "Agro-Industry"."""
        return any(self.lexicon.is_topic(part) for part in (word.lower, *word.lower.split("-")))

    def _ends_in_field(self, words: list[Word], index: int) -> bool:
        return self._field(words[index]) or (
            words[index].acronym and words[index].lower in self.lexicon.common_acronyms
        )

    def _sentence_word(self, words: list[Word], index: int) -> bool:
        """ "They" behind "Corp.": a sentence begins though the full stop is part of the name."""
        before, word = words[index - 1], words[index]
        form = before.lower in self.lexicon.heads["company"] and self.begins_anew(words, index)
        return before.text.endswith(".") and ((word.lower in self.lexicon.function and not word.acronym) or form)

    def begins_anew(self, words: list[Word], index: int) -> bool:
        """ "Acme Holdings, Inc. Elm has …": behind a company's form with a full stop, a capital and a small word."""
        if index + 1 >= len(words) or not words[index].capital or words[index].lower in self.lexicon.heads["company"]:
            return False
        return words[index + 1].text.islower() or words[index + 1].text == ","

    def _namesake(self, words: list[Word], index: int) -> bool:
        """ "Royal Air Force", "Sultan Amari University": a title that opens a body's name."""
        lower, start = words[index].lower, index + 1
        if lower == "royal":
            return self._capital(words, start) and words[start].lower not in self.lexicon.honorifics
        if lower not in PATRONS or not self._capital(words, start):
            return False
        while start < min(len(words), index + LONGEST_PATRON) and words[start].lower not in BORN_NAMES:
            if not words[start].capital and not (words[start].lower == "and" and self._field(words[start - 1])):
                return False
            start += 1
        named = start < min(len(words), index + LONGEST_PATRON) and words[start].capital
        return named or self.heads_body(words[index + 1])

    def _numbered_body(self, words: list[Word], first: int, last: int) -> bool:
        """ "Military Hospital 108"."""
        group = words[last - 1].lower == "group"
        return group or (last - first > 1 and words[last - 1].lower in self.lexicon.heads["organization"])

    def _abroad(self, words: list[Word], first: int, head: int, place: int) -> bool:
        """ "American Chamber of Commerce in Ethiopia", "American University in Cairo": one country's body, named after
        the other, too, that begins at ``place``; "Lutheran Church in Chad"."""
        known = self.gazetteer.find(text_of(words[place : max(self.place_end(words, place), place + 1)]))
        home = self.gazetteer.country_of(words[first].text)
        if words[head].lower == "church":
            return head > first and known is not None and known.kind == "country"
        abroad = home is not None and known is not None and home.country != known.country
        return abroad and (words[head].lower == "chamber" or (head == first + 1 and words[head].lower == "university"))

    def _is_forum(self, word: Word | None) -> bool:
        """ "Heads of Government Meeting": a capitalised noun for an event."""
        return word is not None and word.capital and "event" in self.lexicon.head_kinds(word.text)

    def _of_forum(self, words: list[Word], first: int) -> bool:
        """ "Summit of Leaders", "Forum of University Rectors": those whom an event is for belong to its name."""
        openers = [i for i in (first - 1, first - 2) if i > 0 and words[i].lower == "of"]
        return any(self._is_forum(words[i - 1]) for i in openers)

    def _forum_of_fields(self, words: list[Word], first: int, head: int) -> bool:
        """ "LakeChad Trade and Investment Forum": no two things where the second is fields and a forum."""
        return "event" in self.lexicon.head_kinds(words[head].text) and self._all_fields(words, first, head)

    def _all_fields(self, words: list[Word], first: int, last: int) -> bool:
        return all(
            self._field(w) or w.lower in self.lexicon.modifiers or w.lower in self.lexicon.common_acronyms
            for w in words[first:last]
        )

    def _fields_only(self, words: list[Word], first: int, last: int) -> bool:
        """Fields, and no body, place or person among them."""
        return self._all_fields(words, first, last) and self._field(words[last - 1])

    def _joint_places(self, word: Word) -> bool:
        """ "Pakistan-China", "Sino-African"."""
        parts = word.text.replace("–", "-").split("-")
        joint = len(parts) > 1 and not self.gazetteer.find(word.text)
        return joint and any(self.gazetteer.find(p) or self.gazetteer.country_of(p) for p in parts)

    def _regional(self, words: list[Word], first: int, last: int) -> bool:
        """Whether the words are a region or of one: "Latin American", "Pacific"."""
        text = text_of(words[first:last])
        place = self.gazetteer.country_of(text) or self.gazetteer.find(text)
        return place is not None and place.kind == "region"

    def _common_run(self, words: list[Word], first: int, last: int) -> bool:
        """Words that can be fields inside a name that "of" or "for" has opened: common words, no body or place."""
        tail = last - (last - first > 1 and words[last - 1].lower in FIELD_TAILS)
        return (self._field(words[last - 1]) and self._all_fields(words, first, last)) or all(
            self._all_fields(words, i, i + 1) or self._like_a_field(words[i]) for i in range(first, tail)
        )

    def _members(self, words: list[Word], index: int) -> bool:
        """ "Chambers": a plural noun for those whom a union has."""
        word = words[index]
        return word.lower.endswith("s") and "organization" in self.lexicon.head_kinds(word.text[:-1])

    def _field_led(self, words: list[Word], index: int) -> bool:
        """ "The Digital Economy": an article, and fields and no body behind it."""
        if index >= len(words) or words[index].lower != "the":
            return False
        end = index + 1
        while end < len(words) and words[end].capital:
            end += 1
        fields = end > index + 1 and self.gazetteer.country_of(words[index + 1].text) is None
        fields = fields and self._common_run(words, index + 1, end)
        return fields and not self.heads_body(words[end - 1])

    def _like_a_field(self, word: Word) -> bool:
        """A common word that names no body, event or place by itself: "Programme Implementation", "Territory"."""
        kinds = self.lexicon.head_kinds(word.text)
        common = (self.is_common(word.lower) or word.lower.endswith(FIELD_ENDINGS)) and not self.gazetteer.find(
            word.text
        )
        return (common and kinds <= FIELD_KINDS) or (word.lower in self.lexicon.portfolios and not kinds - FIELD_KINDS)

    def _joint_body(self, words: list[Word], first: int, last: int, blocked: set[int]) -> bool:
        """ "Maldives – Sri Lanka Joint Commission": a dash between two places opens a longer name."""
        if not self._is_country(words, first, last) or not self._free_capital(words, last + 1, blocked):
            return False
        end = self.place_end(words, last + 1)
        return end > last + 1 and self._is_country(words, last + 1, end) and self._free_capital(words, end, blocked)

    def _fields_before(self, words: list[Word], first: int, last: int) -> bool:
        """Whether what stands before the joint can only begin a longer name: fields, with no more than a place or
        adjective before them ("Shenzhen Science", not "Zenith Insurance")."""
        start = self.place_end(words, first)
        if words[first].lower in PATRONS:  # "King Amari Relief and Aid Centre"
            start = first + 2
        elif start == first and (self.gazetteer.country_of(words[first].text) or self._joint_places(words[first])):
            start += 1
        return (
            self._ends_in_field(words, last - 1)
            and not self._is_country(words, first, last)
            and (start > first or self._all_fields(words, first, last))
        )

    def _nickname(self, words: list[Word], first: int, last: int, blocked: set[int]) -> bool:
        """ "Joseph “Joe” Phiri": a capitalised word between quotes or brackets inside a person's name."""
        inner = words[last : last + NICKNAME + 1]
        if len(inner) <= NICKNAME or inner[2].text not in NICKNAME_CLOSERS or not inner[1].capital:
            return False
        named = self._free_capital(words, last + NICKNAME, blocked) and not inner[NICKNAME].acronym
        bracket = inner[0].text == "(" and (inner[1].acronym or self.gazetteer.find(inner[1].text) is not None)
        plain = self._head(words, first, last) is None and self.place_end(words, first) < last
        return named and not bracket and plain and not self._all_fields(words, first, last)

    def _two_people(self, words: list[Word], first: int, joint: int, after: int) -> bool:
        """ "Ana Rojas & Luis Vega": full names without a core noun on both sides, no phrase of common words."""
        if min(joint - first, after - joint - 1) < FULL_NAME or self._head(words, first, joint) is not None:
            return False
        return self._head(words, joint + 1, after) is None and not any(
            self.is_common(w.lower) or self._field(w) for w in (*words[first:joint], *words[joint + 1 : after])
        )


def small_mission(words: Sequence[Word], index: int) -> int:
    """The end of "embassy", "consulate general", "high commission" in small letters; ``index`` where none is."""
    if words[index].lower not in MISSIONS or words[index].capital:
        return index
    lowers = [w.lower for w in words[index : index + 2]]
    if lowers in (["high", "commission"], ["consulate", "general"], ["honorary", "consulate"]):
        return index + 2
    return index + 1 if lowers[0] in ("embassy", "consulate") else index


def is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")


def told_in_small(words: Sequence[Word]) -> bool:
    """Whether a verb in small letters tells that a line is no title, for all its names: "Lima Fund visited by …"."""
    return any(word.text in SMALL_VERBS for word in words) and all(word.text != ":" for word in words)
