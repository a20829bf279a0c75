"""The names of bodies in text written in capitals: which of its common words are part of them."""

from __future__ import annotations

from kg.extract.naming.name_words import HEADLINE_VERBS
from kg.extract.naming.shouting import Run
from kg.extract.naming.word_cases import SMALL, WordCases
from kg.extract.text.lexicon import Lexicon

FULL_NAME = 2
STRONG = frozenset(
    """
    ministry university commission committee embassy institute council chamber bank agency authority association
    academy corporation federation union foundation consulate parliament assembly senate secretariat college republic
    department faculty office school forces alliance guild court
    directorate board bureau centre center museum library hospital organisation organization society kingdom institution
    forum summit conference congress expo exhibition fair festival symposium olympics biennale polytechnic
    """.split()
)
"""Nouns for bodies and gatherings that are called by their fields alone: "Trade Commission", "Education Forum"."""
DETERMINERS = frozenset("a an this that these those his her its their our each every any some no another one".split())
NAMED_KINDS = frozenset(("organization", "mission", "programme", "event"))
AUXILIARIES = frozenset("and was were is are has have had will would".split())
PARTICIPLES = frozenset("armed united advanced applied associated".split())
FIRMS = frozenset("company group service services".split())
OWNERS = frozenset("women people children men workers".split())
GENERIC = frozenset(
    """
    meeting meetings visit talks tour ceremony session event reception dinner training signing launch delegation team
    mission company companies group firm government service services party hearing presentation consultation
    consultations day delegations countries country officials leaders relations ties cooperation
    """.split()
)
"""Nouns that are no name's core, though fields stand before them."""
PLAIN_OPENERS = frozenset("new first second third bilateral mutual major leading high shared official".split())
"""What is said of a body more often than it begins its name."""


class RestoredBodies:
    """Raises the words of bodies' names in one run of words; ``names`` are the places of those that have a capital."""

    cases: WordCases
    lexicon: Lexicon
    run: Run
    names: set[int]
    kept: dict[int, str]
    behind_office: set[int]

    def _raise(self, first: int, last: int) -> None:
        self.names.update(i for i in range(first, last) if self.run[i].lower not in SMALL)

    def _bodies(self) -> None:
        """ "JOINT PERMANENT COMMISSION", "MINISTRY OF DEFENCE, JUSTICE AND SECURITY"; not "THE COMMISSION"."""
        for head, word in enumerate(self.run):
            kinds = self.lexicon.head_kinds(word.text)
            if kinds:
                first, last = self._before(head), self._behind(head)
                indefinite = first > 0 and self.run[first - 1].lower in ("a", "an") and first not in self.names
                if indefinite and self.names.isdisjoint(range(first, head)):
                    continue
                if word.lower in STRONG and (first < head or last > head + 1):
                    self._raise(first, last)
                elif "company" in kinds or (self._called(first, head) and kinds & NAMED_KINDS):
                    self._raise(first, head + 1)

    def _called(self, first: int, head: int) -> bool:
        """Whether what stands before a core noun that is a common one, too, makes a name of it: without an article,
        no common noun stands in the singular."""
        unknown = first < head and head - 1 in self.names and self._unknown(head - 1)
        introduces = self.run[head].lower in self.lexicon.before_body and head + 1 in self.names
        if introduces or self.run[head].lower in GENERIC:
            return unknown and not introduces and self.run[head].lower in FIRMS
        singled = first > 0 and self.run[first - 1].lower in DETERMINERS
        return unknown or (not singled and head - first >= FULL_NAME)

    def _firms(self) -> None:
        """ "SAVA TRACTORS", "TISZA CABLE WORKS": a name, of no person, and the goods behind it."""
        for index in sorted(self.names):
            behind = index + 1
            if index not in self.kept and self._unknown(index) and not self._behind_person(index):
                while behind - index <= FULL_NAME and behind < len(self.run) and self._goods(behind):
                    behind += 1
                self._raise(index + 1, behind)

    def _behind_person(self, index: int) -> bool:
        """Whether a word belongs to a person: a name stands before it, or it is given itself."""
        given = self.run[index].lower in self.lexicon.given_names
        behind = index > 0 and (index - 1 in self.names or self.run[index - 1].text == ".")
        return given or behind or index in self.behind_office

    def _goods(self, index: int) -> bool:
        """A noun; a plural that can be a verb's form is one where a verb or sign follows: "GEZIRA FARMS SIGNED"."""
        if self._noun(index):
            return True
        lower, behind = self.run[index].lower, self.run[index + 1 : index + 2]
        closed = not behind or not behind[0].text[0].isalnum() or behind[0].lower in AUXILIARIES
        verb = bool(behind) and self.cases.is_verb(behind[0].lower)
        plural = lower.endswith("s") and lower not in HEADLINE_VERBS and lower not in self.lexicon.function
        return plural and lower not in GENERIC and lower[0].isalpha() and (closed or verb)

    def _noun(self, index: int) -> bool:
        """Whether a common word can be part of a name: no verb, office or the like."""
        lower = self.run[index].lower
        if not lower[0].isalpha() or lower in self.lexicon.function or lower in self.lexicon.months:
            return False
        verb = self.cases.is_verb(lower) and not lower.endswith("ing")
        return not (verb or lower in HEADLINE_VERBS or lower in self.lexicon.title_heads or lower in GENERIC)

    def _unknown(self, index: int) -> bool:
        lower = self.run[index].lower
        known = self.cases.gazetteer.country_of(lower) or self.cases.gazetteer.find(lower)
        return known is None and not lower.endswith(("-based", "-day", "-level"))

    def _part(self, index: int) -> bool:
        """Whether a word can be part of a body's name."""
        word = self.run[index]
        if not word.text[0].isalpha() or word.lower in self.lexicon.function or word.lower in self.lexicon.months:
            return False
        named = index in self.names or word.lower in STRONG or word.lower in PARTICIPLES
        return named or self.lexicon.is_field(word.lower)

    def _before(self, head: int) -> int:
        first = head
        while first > 0:
            step = 1 if self._inside(first - 1) else 2 if first > 1 and self._joint(first - 1) else 0
            if not step:
                break
            first -= step
        while first < head and self._plain_opener(first):
            first += 1
        return first

    def _inside(self, index: int) -> bool:
        return (self._part(index) or self._noun(index)) and self.run[index].lower not in self.lexicon.title_heads

    def _joint(self, index: int) -> bool:
        """ "SCIENCE AND TECHNOLOGY COUNCIL", "SAILORS' SCHOOL"."""
        lower = self.run[index].lower
        if lower in ("'", "'s"):
            return self._owner(self.run[index - 1].lower)
        return lower in ("and", "&", ",") and self._fields(index - 1, index + 1)

    def _plain_opener(self, index: int) -> bool:
        """What is said of a body, and is no part of its name: "THE SALALAH-BASED", "A THREE-DAY", "THE FIRM ACME"."""
        lower = self.run[index].lower
        introduces = lower in self.lexicon.before_body - STRONG or lower.endswith(("-based", "-day", "-level"))
        return introduces or (lower in PLAIN_OPENERS and index + 1 not in self.names)

    def _owner(self, lower: str) -> bool:
        """ "SAILORS' SCHOOL", "WOMEN'S FORUM"."""
        return lower in OWNERS or (lower.endswith("s") and self.cases.plain(lower))

    def _fields(self, *places: int) -> bool:
        return all(self.lexicon.is_field(self.run[i].lower) for i in places)

    def _behind(self, head: int) -> int:
        last = head + 1
        if last >= len(self.run) or self.run[last].lower not in ("of", "for", "on"):
            return last
        start = last + (2 if last + 1 < len(self.run) and self.run[last + 1].lower == "the" else 1)
        end = start
        while end < len(self.run):
            if self._part(end) or (end - start < FULL_NAME and self._noun(end)):
                end += 1
            elif end > start and end + 1 < len(self.run) and self._goes_on(end):
                end += 2
            else:
                break
        return end if end > start else last

    def _goes_on(self, index: int) -> bool:
        """Whether a list of fields goes on behind a joint: "DEFENCE, JUSTICE, AND SECURITY"."""
        here, behind = self.run[index].lower, self.run[index + 1].lower
        if here == "," and behind == "and":
            return self._fields(index - 1)
        closed = index + 2 < len(self.run) and here == "and" and self._noun(index + 1) and self._fields(index + 2)
        return here in ("and", "&", ",") and self._fields(index - 1) and (closed or self._fields(index + 1))
