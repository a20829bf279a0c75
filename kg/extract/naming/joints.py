"""Where a name goes on behind a comma, "and" or a bracket: company forms, seats, pairs, lists of fields."""

from __future__ import annotations

from kg.extract.naming.name_words import FIELD_TAILS, OPENERS, NameWords
from kg.extract.text.words import Word, text_of

EVENT_FIELDS = frozenset("dialogue exhibition conference convention exchange".split())
"""Events that open the name of a body: "Exhibition and Convention Centre", "Dialogue and Cooperation Platform"."""
JOINING = frozenset(("e", "y", "et", "i", "dan", "und", "og", "och", "en"))
"""The "and" of other languages."""
COMPANY_TAILS = frozenset(("associates", "sons", "partners", "company", "co", "co.", "brothers", "daughters"))
PAST = frozenset(
    """
    met led held sent said told took gave made won ran went came paid built spoke began brought sold bought saw got kept
    lost rose fell drew grew wrote chose
    """.split()
)
"""Forms of verbs that no list of common words holds."""
PEOPLE = frozenset("people women men children workers farmers teachers students".split())
PLURALS = ("s", "men", "women", "people", "children")
SAINTLY = frozenset(("st", "st.", "saint"))
MINISTRIES = frozenset("ministry ministries department secretariat".split())
WORKS = frozenset("engineering construction procurement shipbuilding contracting trading logistics".split())
"""What companies do, by two of which they are called: "Acme Engineering and Construction"."""


HOLDINGS = frozenset("library libraries archive archives museum museums gallery".split())
"""What one house may be two of: "the National Library and Archives"."""
FIELD_AND_NAME = 3
"""Words of a field with a person's name behind it: "Industry Ana Rojas"."""
BUILDINGS = frozenset("palace house hotel hall airport airbase base villa castle residence".split())


class NameJoints(NameWords):
    """Reads what stands behind the joints of one name at a time."""

    def _after_joint(self, words: list[Word], first: int, last: int, blocked: set[int]) -> int:
        suffix = self._company_suffix(words, first, last)
        if suffix > last:
            return suffix
        further = max(self._seat_end(words, first, last), self._second_region(words, first, last))
        if further > last:
            return further
        if (listed := self._foreign_list(words, first, last, blocked)) > last:
            return listed
        if words[last].lower == "&" and self._pair(words, first, last, blocked):
            return self._run_end(words, last + 1, blocked)
        return self._field_list(words, first, last, blocked)

    def _company_suffix(self, words: list[Word], first: int, last: int) -> int:
        after = words[last + 1] if last + 1 < len(words) else None
        if after is None or not after.capital:
            return last
        stopped = after.text.endswith(".") and self.begins_anew(words, last + 2)
        opens_next = self._capital(words, last + 2) and not stopped
        if words[last].text == "," and after.lower in self.lexicon.heads["company"] and not opens_next:
            return last + 2
        joint = words[last].lower in ("and", "&")
        joined = joint and after.lower in COMPANY_TAILS
        works = joint and not opens_next and words[last - 1].lower in WORKS and after.lower in WORKS
        named = last - first > 1 and not self.lexicon.is_topic(words[first].lower)
        kept = joint and words[last - 1].lower in HOLDINGS and after.lower in HOLDINGS
        return last + 2 if (joined or kept or (works and named)) and not self._is_country(words, first, last) else last

    def _bracketed_form(self, words: list[Word], last: int) -> int:
        """ "Acme (Pty) Ltd", "PT Acme (Persero)", "Acme (Malaysia) Sdn Bhd": the end of what the brackets hold."""
        if last + 2 >= len(words) or words[last + 2].text != ")":
            return last
        form, forms = words[last + 1].lower, self.lexicon.heads["company"]
        further = last + 3 < len(words) and words[last + 3].capital and words[last + 3].lower in forms
        return last + 3 if form == "persero" or (further and words[last + 1].capital) else last

    def _seat_end(self, words: list[Word], first: int, last: int) -> int:
        """The end of a mission's seat: "Consulate General of Pakistan, Guangzhou"."""
        if words[last].text != "," or not self._is_mission(words, first, last):
            return last
        end = self.place_end(words, last + 1)
        place = self.gazetteer.find(text_of(words[last + 1 : end])) if end > last + 1 else None
        return end if place and place.kind == "city" else last

    def _second_region(self, words: list[Word], first: int, last: int) -> int:
        """The end of what "and" joins to a region in a body's name: "Commission for Asia and the Pacific"."""
        if [w.lower for w in words[last : last + 2]] != ["and", "the"]:
            return last
        opener = next((i for i in range(last - 1, first, -1) if words[i].lower in OPENERS), first)
        end = max(self.place_end(words, last + 2), last + 3)
        bodily = opener > first and self.heads_body(words[opener - 1])
        return (
            end if bodily and self._regional(words, opener + 1, last) and self._regional(words, last + 2, end) else last
        )

    def _foreign_list(self, words: list[Word], first: int, last: int, blocked: set[int]) -> int:
        """The end of the fields in "Ministério da Agricultura, Pecuária e Abastecimento"."""
        if words[last].text != "," or not self.heads_body(words[first]) or self.is_common(words[first].lower):
            return last
        index, closed = last + 1, False
        while index < len(words) and not closed and self._free_capital(words, index, blocked):
            while self._free_capital(words, index, blocked) or words[index].lower in self.lexicon.foreign - JOINING:
                index += 1
                if index >= len(words):
                    return last
            closed = words[index].lower in JOINING
            if not closed and words[index].text != ",":
                return last
            index += 1
        if not closed or not self._free_capital(words, index, blocked):
            return last
        end = self._run_end(words, index, blocked)
        other = any(self.heads_body(w) or w.lower in self.lexicon.given_names for w in words[last:end])
        return last if other else end

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
        if not runs or self._is_country(words, *runs[-1]):  # "the Ministry of Trade and New Zealand's Acme Bank"
            return last
        opening, middle = runs[-1], runs[:-1]
        head = self._head(words, first, last)
        closes = self._head(words, *opening)
        opened = head is not None and any(w.lower in (*OPENERS, "on") for w in words[head + 1 : last])
        seat = self._closing_country(words, *opening)
        placed = self.place_end(words, last - 1) >= last and not self._regional(words, last - 1, last)
        of_state = head is not None and words[head].lower in MINISTRIES and not placed
        named = [*([] if of_state else [(last - 1, last)]), *middle, (opening[0], seat)]
        if opened and self._members(words, last - 1) and self._members(words, end - 1) and len(runs) == 1:
            return end  # "Union of Chambers and Trade Exchanges"
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
        opens = head is not None and head == first < last - 1 and words[head].lower in self.lexicon.modifiers  # "State"
        field = head is None or opens or (head == last - 1 and words[head].lower == "television")
        if closes is not None and not begins_named:
            forum = (head is None or head == first) and self._forum_of_fields(words, opening[0], closes)
            if forum or (field and self._fields_before(words, first, last)):
                return end
        tail_place = self.gazetteer.find(words[end - 1].text) is not None and end - opening[0] > 1
        tail = self._all_fields(words, opening[0], end - tail_place) or words[opening[0]].lower in FIELD_TAILS
        return end if head is None and tail and self._fields_before(words, first, last) else last

    def _closing_country(self, words: list[Word], first: int, last: int) -> int:
        """Where the country, company form or person begins that ends a run, "Tourism Kenya", "Industry Inc.", "Industry
        Ana Rojas"; else its end."""
        if last - first > 1 and words[last - 1].lower in self.lexicon.heads["company"]:
            return last - 1
        field = first
        while field < last and self._all_fields(words, field, field + 1):
            field += 1
        unknown = 0 <= last - first - FIELD_AND_NAME <= 1 and all(
            self._unknown(word) for word in words[first + 1 : last]
        )
        if first < field < last - 1 and (words[field].lower in self.lexicon.given_names or unknown):
            return field
        return next((i for i in range(first + 1, last) if self._is_country(words, i, last)), last)

    def _unknown(self, word: Word) -> bool:
        """Whether a word can be part of a person's name, for all that is known of it."""
        known = self.is_common(word.lower) or self.lexicon.is_topic(word.lower) or self.lexicon.head_kinds(word.text)
        return not (known or word.acronym or self.gazetteer.find(word.text) is not None)

    def _owner_behind(self, words: list[Word], first: int, index: int) -> bool:
        """ "Received at Lake Palace Peru's Minister Luis Vega": a country that owns what follows, behind a building."""
        building = first and words[first - 1].lower == "at" and words[index - 1].lower in BUILDINGS
        end = max(self.place_end(words, index), index + 1) if building else len(words)
        return end < len(words) and words[end].possessive and self._is_country(words, index, end)

    def _of_members(self, words: list[Word], index: int) -> bool:
        """The sign in "Exporters' Association"."""
        owned = words[index].text in ("'", "’") if index + 1 < len(words) else False
        return owned and words[index + 1].capital and self.heads_body(words[index + 1])

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
            if closing and self._field_led(words, start):  # "and the Blue Economy"
                start += 1
            if not self._free_capital(words, start, blocked):
                return [], last
            end = start + 1
            while (self._free_capital(words, end, blocked) and not self._honours(words, end)) or (
                self._of_members(words, end)
            ):
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

    def _foreign_tail(self, words: list[Word], first: int, last: int) -> int:
        """ "Agence française de développement", "Instituto nacional de salud": the small words of a foreign language
        behind a foreign noun for a body."""
        if not self.heads_body(words[first]) or self.is_common(words[first].lower):
            return last
        end = index = last
        while index < len(words) and words[index].text.islower() and words[index].text.isalpha():
            lower = words[index].lower
            linked = lower in self.lexicon.foreign or lower in self.lexicon.particles
            if not linked and (lower in self.lexicon.function or lower in PAST or self.is_common(lower)):
                break
            index += 1
            end = end if linked else index
        return end

    def _after_possessive(self, words: list[Word], first: int, last: int, blocked: set[int]) -> int:
        """ "Workers' Party", "People's Bank": a common plural before the sign belongs to the name, and so does who
        "St. Mary's Hospital" is called after; in "Acme Universal's Latin America head" nothing does."""
        before = words[last - 1].lower
        named = self.gazetteer.find(words[last - 1].text) or self.gazetteer.country_of(words[last - 1].text)
        named = named or self.gazetteer.find(text_of(words[first:last]))
        common = before in self.common or before in PEOPLE or before.rstrip("s") in self.common
        person = words[last - 1].acronym or words[min(last + 1, len(words) - 1)].lower in self.lexicon.given_names
        if not self._free_capital(words, last + 1, blocked):
            return last
        owned = any(self.heads_body(word) for word in words[last + 1 : self._run_end(words, last + 1, blocked)])
        if owned and words[first].lower in SAINTLY and last - first > 1:
            return last + 2
        if named or not common or person:
            return last
        if last - 1 > first and not owned and not before.endswith(PLURALS):
            return last
        head = self._head(words, first, last)
        plural = words[last].text in ("'", "’") and head is not None and head > first  # "Lima Court Reporters' Guild"
        if owned and before not in PEOPLE and head is not None and not plural:
            return last  # "the Ministry of Health's Nursing Department"
        if self.lexicon.head_kinds(words[last - 1].text) and before not in PEOPLE:
            return last
        return last + 2
