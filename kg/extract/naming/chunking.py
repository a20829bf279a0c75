"""Cuts a block's words into names: where each begins and ends, whatever it names.

English news writes names with capitals, but the names of bodies run on through "of", "for", "and" and commas.
What may join is decided by the kind of words: the head noun ("Ministry", "Commission", "Forum"), words for fields
of policy or business ("Trade", "Innovation"), places, and company suffixes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.naming.declared import DeclaredNames
from kg.extract.naming.joints import PEOPLE, NameJoints
from kg.extract.naming.name_words import (
    LONGEST_NUMBER,
    NICKNAME,
    NICKNAME_CLOSERS,
    NICKNAME_OPENERS,
    OPENERS,
    SENT,
    TOPIC_OPENERS,
    is_year,
    small_mission,
)  # fmt: skip
from kg.extract.naming.offices import ROYAL, Office
from kg.extract.naming.subordination import UNIT_HEADS
from kg.extract.text.words import Word, text_of

TOPIC_OPENING_KINDS = frozenset(("event", "agreement"))
TIES = frozenset("friendship solidarity relations cooperation ties".split())
WHOLE_HEADS = frozenset(
    """
    university ministry academy agency college polytechnic universidad université council company corporation hospital
    """.split()
)
MAJESTIES = frozenset(("HM", "HRH"))
PASSING = frozenset("acting outgoing incoming caretaker former".split())
"""What is said of an office before the body that it is in: "Acting Trade Council Chairman"."""
HOUSES = frozenset(("duma", "senate", "seimas", "committee"))
TAUGHT = frozenset(("college", "school", "academy", "institute", "club"))
LEGISLATURES = frozenset(("parliament", "assembly", "congress", "majlis", "khural", "duma"))
"""Nouns for what has houses and committees."""
GATHERED = frozenset(
    """
    association union federation forum club league network alliance society confederation foundation congress college
    colleges council board institute academy guild chamber authority
    """.split()
)
"""What officers are united or taught in: "Economists Association", "Teachers College"."""
SERVING = frozenset("office council court courts chancellery cabinet secretariat bureau ministry ministries".split())
"""Bodies called after an office: "Office of the President", "Court of Justice"."""
OWNED = frozenset("office department college university council club hospital fund trust bureau".split())
DONE_BY = (
    "-managed", "-run", "-owned", "-funded", "-backed", "-sponsored", "-supported", "-controlled", "-operated",
    "-listed", "-style", "-like", "-type", "-born", "-trained", "-made", "-bound",
)  # fmt: skip
"""Endings of what is said of a body before its name: "Acme-managed"."""
SMALL_FORMS = frozenset(("plc", "a.s.", "s.r.o.", "d.o.o.", "d.d."))
"""Forms of companies in small letters."""
DOING = frozenset(("signing", "speaking", "acting", "answering"))
"""What people do for a body: "Signing for the Ministry was …"."""
FIRST_WORDS = 6
"""Within how many words of a story its dateline is over."""
BODY_KINDS = frozenset(("organization", "event", "programme", "agreement", "company"))


@dataclass(frozen=True, slots=True)
class Chunk:
    """A name's words, ``first`` to ``last`` (exclusive).

    ``head`` is the position of its core noun, if a word in it can be one, and ``kinds`` what that noun can name.
    ``place`` tells that the gazetteer knows the whole of it; ``person`` that the words before say it is one's;
    ``body`` that it is known as a body's.
    """

    first: int
    last: int
    head: int | None = None
    kinds: frozenset[str] = frozenset()
    place: bool = False
    person: bool = False
    body: bool = False


COUNTED = frozenset("two three four five six seven eight nine ten eleven twelve several many some most".split())
"""What counts people or bodies of a country where a sentence begins: "Seven Chadian firms"."""
UNSURE = frozenset("a an any no another new future separate".split())
"""What stands before missions that may not be there (yet)."""


class Chunker(NameJoints):
    """Cuts the words of one block at a time."""

    def chunks(self, words: list[Word], offices: Sequence[Office], declared: DeclaredNames) -> list[Chunk]:
        """The names of a block, left to right, never overlapping each other or the cores of offices; those that the
        article declares are whole."""
        blocked = {i for office in offices if self._blocks(words, office) for i in range(office.first, office.last)}
        found: list[Chunk] = []
        index = 0
        while index < len(words):
            known = declared.body_end(words, index)
            end = declared.end(words, index)
            whole = end > index and not blocked.intersection(range(index, end))
            chunk = self._chunk(words, index, end) if whole else None
            if known > max(end, index) and not self._free_capital(words, known, blocked):
                chunk = Chunk(index, known, kinds=frozenset(("organization",)), body=True)
            if chunk is None and index not in blocked:
                chunk = self._chunk_at(words, index, blocked)
            if chunk:
                found.append(chunk)
                index = chunk.last
            else:
                index += 1
        return found

    def _blocks(self, words: list[Word], office: Office) -> bool:
        """An office bars names from its words, unless the words go on as a body's name ("Director Institute")."""
        after = words[office.last] if office.last < len(words) else None
        joined = after is not None and office.capital and after.capital
        taught = after is not None and after.lower in TAUGHT and office.first and words[office.first - 1].capital
        if joined and after and (taught or after.lower in ("office", "council", "cup")):  # "Oslo Teacher College"
            return False
        if joined and after and words[office.first].lower == "specialist" and self.heads_body(after):
            return False
        if joined and after and office.plural(words) and after.lower in GATHERED:
            return False
        if office.capital and words[office.last - 1].lower.endswith("s") and self._of_forum(words, office.first):
            return False
        if office.capital and (self._namesake(words, office.first) or self._owns_body(words, office.last)):
            return False
        of = office.first - (2 if office.first and words[office.first - 1].lower == "the" else 1)
        served = of > 0 and words[of].lower == "of" and words[of - 1].lower in SERVING
        return not (served and (words[of - 1].capital or words[of - 1].lower == "council"))

    def _owns_body(self, words: list[Word], index: int) -> bool:
        """ "Prime Minister's Office", "Queen's University": a noun for a body behind a title's possessive."""
        owned = index + 1 < len(words) and words[index].possessive and words[index + 1].capital
        return owned and words[index + 1].lower in OWNED

    def _chunk_at(self, words: list[Word], first: int, blocked: set[int]) -> Chunk | None:
        word = words[first]
        place_end = self.place_end(words, first)
        if not word.capital and not (word.text[0].isdigit() and self._numbered(words, first)):
            mission = small_mission(words, first) if words[first - 1].possessive and first > 1 else first
            if mission > first and self._is_country(words, first - 2, first - 1):
                return self._chunk(words, first, mission)
            return self._chunk(words, first, place_end) if place_end > first + 1 else None
        known = place_end > first + 1
        if not known and (self._styles(words, first) or self._excluded(words, first)):
            return None
        if not known and word.lower in PASSING and self._capital(words, first + 1):
            return None
        if self._date_word(words, first):
            return None
        last = self._trim(words, first, self._extend(words, first, max(place_end, first + 1), blocked))
        if last - first == 2 and word.text[0].isdigit() and self.gazetteer.country_of(words[first + 1].text):
            first += 1  # "the 31st Chadian President"
        return self._chunk(words, first, last) if last > first else None

    def _styles(self, words: list[Word], index: int) -> bool:
        """Whether a word is an honorific: no acronym that no name follows ("at BP"), no patron of a body."""
        word = words[index]
        if word.lower not in self.lexicon.honorifics or self._namesake(words, index):
            return False
        body = index + 1 < len(words) and self.heads_body(words[index + 1])
        return not word.acronym or word.text in MAJESTIES or (self._capital(words, index + 1) and not body)

    def _chunk(self, words: list[Word], first: int, last: int) -> Chunk:
        whole = text_of(words[first:last])
        place = self.gazetteer.find(whole) is not None
        head = self._head(words, first, last)
        kinds = self.lexicon.head_kinds(words[head].text) if head is not None else frozenset()
        nickname = any(
            words[i].text in NICKNAME_OPENERS and words[i + 2].text in NICKNAME_CLOSERS
            for i in range(first + 1, last - 2)
        )
        return Chunk(first, last, head, kinds, place, nickname and head is None)

    def _excluded(self, words: list[Word], index: int) -> bool:
        """Whether a capitalised word begins no name: a function word, or a common word that a sentence begins with."""
        word = words[index]
        titled = word.initial and not (index + 1 < len(words) and words[index + 1].text.istitle())  # "WHO Director"
        if word.lower in self.lexicon.function and not (
            word.acronym and len(word.text) > 2 and not titled and not (word.initial and word.lower == "the")
        ):
            end = self._run_end(words, index + 1, set())
            if end < len(words) and words[end].possessive and words[end - 1].lower in PEOPLE:
                end = self._run_end(words, end + 1, set())  # "First People's Hospital"
            opens = word.lower == "first" or (word.lower == "all" and not word.initial)
            bank = opens and any(self.heads_body(w) for w in words[index + 1 : end])
            return not (bank or word.text == "US" or (word.text == "IT" and self._capital(words, index + 1)))
        if word.text in ("I", "A") or (len(word.text) == 1 and not self._capital(words, index + 1)):
            return True
        if ("." in word.text and word.lower in self.lexicon.suffixes) or word.text.endswith("/"):  # "REPORT.AZ/ Baku"
            return True
        if self._behind_quotes(words, index):
            return True
        if word.lower.endswith(DONE_BY) or self._introduces(words, index):
            return True
        if word.lower in self.lexicon.common_acronyms | SENT and not self._capital(words, index + 1):
            led = index > 0 and words[index - 1].text in self.lexicon.before_body  # "the carrier BLT"
            return not (led and word.acronym)
        if not word.initial or word.acronym:
            return False
        return self._common_opening(words, index)

    def _behind_quotes(self, words: list[Word], index: int) -> bool:
        """The form of the company in quotes before it: '"Lakes Railways" CJSC'."""
        closed = index > 1 and words[index - 1].text in NICKNAME_CLOSERS | {"»"} and words[index].acronym
        return closed and words[index].lower in self.lexicon.heads["company"]

    def _introduces(self, words: list[Word], index: int) -> bool:
        """Whether an acronym only says what body is named behind it: "the Belgian NGO Acme"; no "NGO Council"."""
        word = words[index]
        if not word.acronym or word.lower not in self.lexicon.before_body or not self._capital(words, index + 1):
            return False
        return not self.lexicon.head_kinds(words[index + 1].text)

    def _common_opening(self, words: list[Word], index: int) -> bool:
        word = words[index]
        if word.lower in ROYAL or self.gazetteer.find(word.text) or self.gazetteer.country_of(word.text):
            return False
        owner = index + 1 < len(words) and words[index + 1].possessive and self._capital(words, index + 2)
        if word.lower in DOING and index + 1 < len(words) and words[index + 1].lower == "for":
            return True
        if not self.is_common(word.lower) or (owner and word.lower in PEOPLE):
            return False
        if self._capital(words, index + 1) and not self._inflected(word.lower):
            return word.lower in COUNTED and self.gazetteer.country_of(words[index + 1].text) is not None
        useful = word.lower in self.lexicon.topics or word.lower in self.lexicon.modifiers
        return not ((useful or self.lexicon.head_kinds(word.text)) and self._goes_on(words, index + 1))

    def _inflected(self, lower: str) -> bool:
        """ "Building", "Visited", "Ports"; not "Wing", "Access"."""
        stem = lower.removesuffix("ing")
        verbs = (stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else "")
        none = stem != lower and not any(len(verb) > 2 and self.is_common(verb) for verb in verbs)
        return not none and lower.endswith(("ing", "ed", "ly", "s")) and not lower.endswith(("ss", "red"))

    def _goes_on(self, words: list[Word], index: int) -> bool:
        if self._capital(words, index):
            return True
        opener = index < len(words) and words[index].lower in (*OPENERS, "and", "&")
        return opener and (self._capital(words, index + 1) or self._capital(words, index + 2))

    def _numbered(self, words: list[Word], index: int) -> bool:
        """ "4th Global Conference", "2032 Olympic Games": a number opens a name only before capitals."""
        text = words[index].text
        beside = words[max(0, index - 1) : index + 2]
        if any(w.lower in self.lexicon.months and w.capital for w in beside):
            return False
        return self._capital(words, index + 1) and (text[-2:].casefold() in ("st", "nd", "rd", "th") or is_year(text))

    def _extend(self, words: list[Word], first: int, last: int, blocked: set[int]) -> int:
        while last < len(words) and last not in blocked:
            step = self._step(words, first, last, blocked)
            if step <= last:
                break
            last = step
        return last

    def _step(self, words: list[Word], first: int, last: int, blocked: set[int]) -> int:
        """The end after one more piece, or ``last`` where the name is complete."""
        word = words[last]
        if word.lower == "between":  # in title case
            return last
        if (
            self._free_capital(words, last, blocked)
            and not self._date_word(words, last)
            and not self._sentence_word(words, last)
        ):
            if self._two_names(words, first, last) or self._introduces(words, last):
                return last
            return max(self.place_end(words, last), last + 1)
        if word.text in NICKNAME_OPENERS and self._nickname(words, first, last, blocked):
            return last + NICKNAME
        if word.text in ("-", "–") and self._joint_body(words, first, last, blocked):
            return last + 1
        if word.text.isdigit() and len(word.text) <= LONGEST_NUMBER and self._numbered_body(words, first, last):
            return last + 1
        if is_year(word.text) and self._event_or_agreement(words, first, last):
            return last + 1
        if word.lower in OPENERS or word.lower in TOPIC_OPENERS:
            return self._after_opener(words, first, last, blocked)
        if word.lower == "with":
            return self._after_with(words, first, last, blocked)
        if word.text in SMALL_FORMS:
            return last + 1
        if word.text == "(":
            return self._bracketed_form(words, last)
        if word.lower in ("and", "&", ","):
            return self._after_joint(words, first, last, blocked)
        if word.lower in self.lexicon.particles or word.lower in self.lexicon.foreign:
            return max(self._after_particle(words, last, blocked), self._foreign_tail(words, first, last))
        if word.possessive:
            return self._after_possessive(words, first, last, blocked)
        if word.text.islower():
            mission = small_mission(words, last)
            if mission > last and self.gazetteer.country_of(text_of(words[first:last])) is not None:
                return last if first and words[first - 1].lower in UNSURE else mission
            return self._foreign_tail(words, first, last)
        return last

    def _two_names(self, words: list[Word], first: int, index: int) -> bool:
        """Two names side by side: a demonym or place before a person is split elsewhere; here an acronym that
        closes a full name, as in "Managing Director PSEB Asim", or an agency, "LIMA. ANP Kenyan traders". A royal
        title behind a country or body, as in "Ambassador to Kuwait Prince Sultan", begins the name of a person."""
        if self.place_end(words, index) > index + 1:
            return False
        if words[index].lower in ROYAL and (
            self._is_country(words, first, index) or self.lexicon.head_kinds(words[index - 1].text)
        ):
            return True
        if 1 < first < FIRST_WORDS and index == first + 1 and words[first].acronym and words[first - 1].text == ".":
            return words[first - 2].acronym and self.gazetteer.country_of(words[index].text) is not None
        anew = self._behind_house(words, first, index) or self._owner_behind(words, first, index)
        return index > first and (self._honours(words, index) or anew)

    def _behind_house(self, words: list[Word], first: int, index: int) -> bool:
        """ "The Speaker of Parliament Ana Rojas": a word that tells of no body, right behind one that names a house."""
        house = (
            index == first + 1 < len(words)
            and words[first].lower in LEGISLATURES
            and words[first - 1].lower in ("of", "the")
        )
        body = house and (self.lexicon.head_kinds(words[index].text) or self.lexicon.is_field(words[index].lower))
        return bool(house and not body and first > 1)

    def _after_opener(self, words: list[Word], first: int, last: int, blocked: set[int]) -> int:
        head = self._head(words, first, last)
        kinds = self.lexicon.head_kinds(words[head].text) if head is not None else frozenset()
        opener = words[last].lower
        if opener == "in" and head is not None and self._abroad(words, first, head, last + 1):
            return max(self.place_end(words, last + 1), last)
        bare = opener == "for" and last - first == 1 and words[first].acronym  # "Secretary of ASEAN for Trade"
        bare = bare or (kinds == {"company"} and head == last - 1 > first)  # "Acme Inc. of Lima"
        if bare or not kinds & BODY_KINDS or (opener in TOPIC_OPENERS and not self._topic_opener(words, kinds, last)):
            return last
        start = last + 1
        if start < len(words) and words[start].lower == "the":
            start += 1
        if not self._free_capital(words, start, blocked) or self._date_word(words, start):
            return last
        if "organization" in kinds and self._of_a_people(words, start):
            return last
        if opener == "of" and kinds == {"programme"} and start > last + 1 and self._ends_in_body(words, start, blocked):
            return last  # "the Export Initiative of the Trade Administration"
        unit = head is not None and words[head].lower in UNIT_HEADS | HOUSES and head == last - 1
        unit = unit or (head == last - 1 > first and words[last - 1].lower == "office")
        bilateral = start > last + 1 and head == last - 1 > first and self._joint_places(words[first])
        if bilateral and opener == "of" and self._ends_in_body(words, start, blocked):
            return last  # "the Peru-Chad Business Council of the Trade Board"
        if (unit or (opener == "of" and self._complete(words, head, last))) and self._whole_body(words, start, blocked):
            return last
        return self._run_end(words, start, blocked)

    def _of_a_people(self, words: list[Word], start: int) -> bool:
        """ "The Faculty of Law of the Mexican university": a demonym before a common noun."""
        end = max(self.place_end(words, start), start + 1)
        noun = end < len(words) and words[end].text.islower() and words[end].lower not in self.lexicon.function
        return noun and self.gazetteer.country_of(text_of(words[start:end])) is not None

    def _ends_in_body(self, words: list[Word], start: int, blocked: set[int]) -> bool:
        return self.heads_body(words[self._run_end(words, start, blocked) - 1])

    def _complete(self, words: list[Word], head: int | None, last: int) -> bool:
        """Whether a name has said what its body is for: "Institute of Seismology", "Council for Research Policy"."""
        body = head is not None and "organization" in self.lexicon.head_kinds(words[head].text)
        return head is not None and body and any(w.lower in (*OPENERS, "on") for w in words[head + 1 : last])

    def _after_with(self, words: list[Word], first: int, last: int, blocked: set[int]) -> int:
        """ "Association for Friendship with Foreign Countries": what a body is for goes on behind "with"."""
        head = self._head(words, first, last)
        body = head is not None and head < last - 1 and "organization" in self.lexicon.head_kinds(words[head].text)
        if not body or words[last - 1].lower not in TIES or not self._free_capital(words, last + 1, blocked):
            return last
        return self._run_end(words, last + 1, blocked)

    def _whole_body(self, words: list[Word], start: int, blocked: set[int]) -> bool:
        """Whether a name begins that a unit can be part of: "the Faculty of the University of Lima" is two names."""
        end = self._run_end(words, start, blocked)
        return any(w.lower in WHOLE_HEADS or w.lower in LEGISLATURES for w in words[start:end]) or (
            words[start - 1].lower == "the" and self._is_mission(words, start, end)
        )

    def _topic_opener(self, words: list[Word], kinds: frozenset[str], last: int) -> bool:
        """ "Conference on Trade", "Committee on Health"; "Embassy in Nairobi" is settled with missions."""
        after = words[last + 1] if last + 1 < len(words) else None
        opener = words[last].lower
        owner = last + 2 < len(words) and words[last + 2].possessive  # "the Law Society on Kenya's coast"
        if after is None or not after.capital or (owner and opener == "on"):
            return False
        topical = after.lower in self.lexicon.topics or after.lower in self.lexicon.modifiers
        if opener == "on":
            topical = topical or self.place_end(words, last + 1) > last + 1
            return topical and words[last - 1].lower not in ("government", "canada", "university", "ministry")
        topical = topical and self.place_end(words, last + 1) <= last + 2  # "the Summit in New York"
        return opener == "against" or (bool(kinds & TOPIC_OPENING_KINDS) and topical and opener == "in")
