"""Cuts a block's words into names: where each begins and ends, whatever it names.

English news writes names with capitals, but the names of bodies run on through "of", "for", "and" and commas.
What may join is decided by the kind of words: the head noun ("Ministry", "Commission", "Forum"), words for fields
of policy or business ("Trade", "Innovation"), places, and company suffixes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.declared import DeclaredNames
from kg.extract.name_words import (
    FIELD_TAILS,
    LONGEST_NUMBER,
    NICKNAME,
    NICKNAME_CLOSERS,
    NICKNAME_OPENERS,
    OPENERS,
    SENT,
    TOPIC_OPENERS,
    NameWords,
    is_year,
)  # fmt: skip
from kg.extract.offices import ROYAL, Office
from kg.extract.subordination import UNIT_HEADS
from kg.extract.words import Word, text_of

TOPIC_OPENING_KINDS = frozenset(("event", "agreement"))
TIES = frozenset("friendship solidarity relations cooperation ties".split())
WHOLE_HEADS = frozenset(
    """
    university ministry academy agency college polytechnic universidad université council company corporation hospital
    """.split()
)
PASSING = frozenset("acting outgoing incoming caretaker former".split())
"""What is said of an office before the body that it is in: "Acting Trade Council Chairman"."""
EVENT_FIELDS = frozenset("dialogue exhibition conference convention exchange".split())
"""Events that open the name of a body: "Exhibition and Convention Centre", "Dialogue and Cooperation Platform"."""
COMPANY_TAILS = frozenset(("associates", "sons", "partners", "company", "co", "co.", "brothers", "daughters"))
MINISTRIES = frozenset("ministry ministries department secretariat".split())
WORKS = frozenset("engineering construction procurement shipbuilding contracting trading logistics".split())
"""What companies do, by two of which they are called: "Acme Engineering and Construction"."""
BODY_KINDS = frozenset(("organization", "event", "programme", "agreement", "company"))


@dataclass(frozen=True, slots=True)
class Chunk:
    """A name's words, ``first`` to ``last`` (exclusive).

    ``head`` is the position of its core noun, if a word in it can be one, and ``kinds`` what that noun can name.
    ``place`` tells that the gazetteer knows the whole of it; ``person`` that the words before say it is one's.
    """

    first: int
    last: int
    head: int | None = None
    kinds: frozenset[str] = frozenset()
    place: bool = False
    person: bool = False


class Chunker(NameWords):
    """Cuts the words of one block at a time."""

    def chunks(self, words: list[Word], offices: Sequence[Office], declared: DeclaredNames) -> list[Chunk]:
        """The names of a block, left to right, never overlapping each other or the cores of offices; those that the
        article declares are whole."""
        blocked = {i for office in offices if self._blocks(words, office) for i in range(office.first, office.last)}
        found: list[Chunk] = []
        index = 0
        while index < len(words):
            end = declared.end(words, index)
            whole = end > index and not blocked.intersection(range(index, end))
            chunk = self._chunk(words, index, end) if whole else None
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
        if after and office.capital and after.capital and after.lower in ("office", "council", "cup"):
            return False
        before = [w.lower for w in words[max(0, office.first - 3) : office.first]]
        if office.capital and words[office.last - 1].lower.endswith("s") and self._of_forum(words, office.first):
            return False
        return not (
            (before[-2:] == ["office", "of"] and words[office.first - 2].capital)
            or (before[-3:] == ["office", "of", "the"] and words[office.first - 3].capital)
            or before[-2:] == ["council", "of"]
        )

    def _chunk_at(self, words: list[Word], first: int, blocked: set[int]) -> Chunk | None:
        word = words[first]
        place_end = self.place_end(words, first)
        if not word.capital and not (word.text[0].isdigit() and self._numbered(words, first)):
            return self._chunk(words, first, place_end) if place_end > first + 1 else None
        known = place_end > first + 1
        if not known and (word.lower in self.lexicon.honorifics or self._excluded(words, first)):
            return None
        if not known and word.lower in PASSING and self._capital(words, first + 1):
            return None
        if self._date_word(words, first):
            return None
        last = self._extend(words, first, max(place_end, first + 1), blocked)
        last = self._trim(words, first, last)
        return self._chunk(words, first, last) if last > first else None

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
        if word.lower in self.lexicon.function and not (word.acronym and len(word.text) > 2 and not word.initial):
            return not (word.text == "US" or (word.text == "IT" and self._capital(words, index + 1)))
        if word.text in ("I", "A") or (len(word.text) == 1 and not self._capital(words, index + 1)):
            return True
        if "." in word.text and word.lower in self.lexicon.suffixes:
            return True
        if word.lower in self.lexicon.common_acronyms | SENT and not self._capital(words, index + 1):
            return True
        if not word.initial or word.acronym:
            return False
        return self._common_opening(words, index)

    def _common_opening(self, words: list[Word], index: int) -> bool:
        word = words[index]
        if word.lower in ROYAL or self.gazetteer.find(word.text) or self.gazetteer.country_of(word.text):
            return False
        if not self.is_common(word.lower):
            return False
        if self._capital(words, index + 1) and not word.lower.endswith(("ing", "ed", "ly", "s")):
            return False
        useful = word.lower in self.lexicon.topics or word.lower in self.lexicon.modifiers
        return not ((useful or self.lexicon.head_kinds(word.text)) and self._goes_on(words, index + 1))

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
            if self._two_names(words, first, last):
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
        if word.lower in ("and", "&", ","):
            return self._after_joint(words, first, last, blocked)
        if word.lower in self.lexicon.particles or word.lower in self.lexicon.foreign:
            return self._after_particle(words, last, blocked)
        if word.possessive:
            return self._after_possessive(words, last, blocked)
        return last

    def _two_names(self, words: list[Word], first: int, index: int) -> bool:
        """Two names side by side: a demonym or place before a person is split elsewhere; here an acronym that
        closes a full name, as in "Managing Director PSEB Asim". A royal title behind a country or body, as in
        "Ambassador to Kuwait Prince Sultan", begins the name of a person."""
        if self.place_end(words, index) > index + 1:
            return False
        if words[index].lower in ROYAL and (
            self._is_country(words, first, index) or self.lexicon.head_kinds(words[index - 1].text)
        ):
            return True
        return index > first and self._honours(words, index)

    def _after_opener(self, words: list[Word], first: int, last: int, blocked: set[int]) -> int:
        head = self._head(words, first, last)
        kinds = self.lexicon.head_kinds(words[head].text) if head is not None else frozenset()
        opener = words[last].lower
        if opener == "in" and head is not None and self._abroad(words, first, head):
            return max(self.place_end(words, last + 1), last)
        bare = opener == "for" and last - first == 1 and words[first].acronym  # "Secretary of ASEAN for Trade"
        if bare or not kinds & BODY_KINDS or (opener in TOPIC_OPENERS and not self._topic_opener(words, kinds, last)):
            return last
        start = last + 1
        if start < len(words) and words[start].lower == "the":
            start += 1
        if not self._free_capital(words, start, blocked) or self._date_word(words, start):
            return last
        unit = head is not None and words[head].lower in UNIT_HEADS and head == last - 1
        if (unit or (opener == "of" and self._complete(words, head, last))) and self._whole_body(words, start, blocked):
            return last
        return self._run_end(words, start, blocked)

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
        return any(w.lower in WHOLE_HEADS for w in words[start:end])

    def _topic_opener(self, words: list[Word], kinds: frozenset[str], last: int) -> bool:
        """ "Conference on Trade", "Committee on Health"; "Embassy in Nairobi" is settled with missions."""
        after = words[last + 1] if last + 1 < len(words) else None
        opener = words[last].lower
        if after is None or not after.capital:
            return False
        topical = after.lower in self.lexicon.topics or after.lower in self.lexicon.modifiers
        if opener == "on":
            topical = topical or self.place_end(words, last + 1) > last + 1
            return topical and words[last - 1].lower not in ("government", "canada", "university", "ministry")
        return opener == "against" or (bool(kinds & TOPIC_OPENING_KINDS) and topical and opener == "in")

    def _after_joint(self, words: list[Word], first: int, last: int, blocked: set[int]) -> int:
        suffix = self._company_suffix(words, first, last)
        if suffix > last:
            return suffix
        seat = self._seat_end(words, first, last)
        if seat > last:
            return seat
        if words[last].lower == "&" and self._pair(words, first, last, blocked):
            return self._run_end(words, last + 1, blocked)
        return self._field_list(words, first, last, blocked)

    def _company_suffix(self, words: list[Word], first: int, last: int) -> int:
        after = words[last + 1] if last + 1 < len(words) else None
        if after is None or not after.capital:
            return last
        opens_next = self._capital(words, last + 2)
        if words[last].text == "," and after.lower in self.lexicon.heads["company"] and not opens_next:
            return last + 2
        joint = words[last].lower in ("and", "&")
        joined = joint and after.lower in COMPANY_TAILS
        works = joint and not opens_next and words[last - 1].lower in WORKS and after.lower in WORKS
        named = last - first > 1 and not self.lexicon.is_topic(words[first].lower)
        return last + 2 if (joined or (works and named)) and not self._is_country(words, first, last) else last

    def _seat_end(self, words: list[Word], first: int, last: int) -> int:
        """The end of a mission's seat: "Consulate General of Pakistan, Guangzhou"."""
        if words[last].text != "," or not self._is_mission(words, first, last):
            return last
        end = self.place_end(words, last + 1)
        place = self.gazetteer.find(text_of(words[last + 1 : end])) if end > last + 1 else None
        return end if place and place.kind == "city" else last

    def _pair(self, words: list[Word], first: int, last: int, blocked: set[int]) -> bool:
        """ "Hessen Trade & Invest", "Johnson & Johnson"; not "Huawei & Ministry of Energy"."""
        if not self._free_capital(words, last + 1, blocked) or self._is_country(words, first, last):
            return False
        after = self._run_end(words, last + 1, blocked)
        if self._honours(words, last + 1) or self._two_people(words, first, last, after):
            return False
        whole = text_of(words[last + 1 : after])
        full = self._head(words, first, last) is not None and self._head(words, last + 1, after) is not None
        return not full and not self.gazetteer.find(whole)

    def _field_list(self, words: list[Word], first: int, last: int, blocked: set[int]) -> int:
        """The end of a list of fields inside a name, or ``last``: "Science, Technology and Innovation Commission"
        (the core noun closes it), "Ministry of Planning, Development and Special Initiatives" (it opens it)."""
        runs, end = self._runs(words, last, blocked)
        if not runs:
            return last
        opening, middle = runs[-1], runs[:-1]
        head = self._head(words, first, last)
        closes = self._head(words, *opening)
        opened = head is not None and any(w.lower in (*OPENERS, "on") for w in words[head + 1 : last])
        seat = self._closing_country(words, *opening)
        of_state = head is not None and words[head].lower in MINISTRIES and not self.place_end(words, last - 1) >= last
        named = [*([] if of_state else [(last - 1, last)]), *middle, (opening[0], seat)]
        if opened and all(self._common_run(words, *run) for run in named):
            return end if words[end - 1].lower in self.lexicon.heads["company"] else seat
        if closes is not None and not middle and self._regional(words, first, last):
            return end if self._regional(words, opening[0], opening[0] + 1) else last
        if closes is not None and head == last - 1 and words[head].lower in EVENT_FIELDS:
            kinds = self.lexicon.head_kinds(words[closes].text)
            between = [i for i in range(opening[0], closes) if words[i].lower not in EVENT_FIELDS]
            return end if kinds - {"event"} and all(self._all_fields(words, i, i + 1) for i in between) else last
        if not self._ends_in_field(words, last - 1) or not all(self._all_fields(words, *run) for run in middle):
            return last
        place = self.gazetteer.find(words[opening[0]].text)
        sure = place is not None and words[opening[0]].lower not in self.lexicon.ambiguous_places
        begins_named = self._is_country(words, *opening) or sure
        field = head is None or (head == last - 1 and words[head].lower == "television")  # "Television and Radio"
        if closes is not None and not begins_named:
            forum = (head is None or head == first) and self._forum_of_fields(words, opening[0], closes)
            if forum or (field and self._fields_before(words, first, last)):
                return end
        tail_place = self.gazetteer.find(words[end - 1].text) is not None and end - opening[0] > 1
        tail = self._all_fields(words, opening[0], end - tail_place) or words[opening[0]].lower in FIELD_TAILS
        return end if head is None and tail and self._fields_before(words, first, last) else last

    def _closing_country(self, words: list[Word], first: int, last: int) -> int:
        """Where the country or company form begins that ends a run, "Tourism Kenya", "Industry Inc."; else its end."""
        if last - first > 1 and words[last - 1].lower in self.lexicon.heads["company"]:
            return last - 1
        return next((i for i in range(first + 1, last) if self._is_country(words, i, last)), last)

    def _runs(self, words: list[Word], last: int, blocked: set[int]) -> tuple[list[tuple[int, int]], int]:
        """Runs of capitals parted by commas, up to the one after "and"; none where no "and" closes the list."""
        runs: list[tuple[int, int]] = []
        index = last
        while index < len(words):
            closing = words[index].lower in ("and", "&")
            if not closing and words[index].text != ",":
                return [], last
            start = index + 1
            if not closing and start < len(words) and words[start].lower in ("and", "&"):
                closing, start = True, start + 1
            if not self._free_capital(words, start, blocked):
                return [], last
            end = start + 1
            while self._free_capital(words, end, blocked):
                end += 1
            runs.append((start, end))
            if closing:
                return runs, end
            index = end
        return [], last

    def _after_particle(self, words: list[Word], last: int, blocked: set[int]) -> int:
        index = last
        while (
            index < len(words)
            and index - last < 3
            and (words[index].lower in self.lexicon.particles or words[index].lower in self.lexicon.foreign)
        ):
            index += 1
        return index + 1 if self._free_capital(words, index, blocked) else last

    def _after_possessive(self, words: list[Word], last: int, blocked: set[int]) -> int:
        """ "Workers' Party", "People's Bank": a common plural before the sign belongs to the name."""
        before = words[last - 1].lower
        named = self.gazetteer.find(words[last - 1].text) or self.gazetteer.country_of(words[last - 1].text)
        common = (
            before in self.common
            or before in ("people", "women", "men", "children")
            or before.rstrip("s") in self.common
        )
        if named or not common or not self._free_capital(words, last + 1, blocked):
            return last
        if self.lexicon.head_kinds(words[last - 1].text) and before not in ("workers",):
            return last
        return last + 2
