"""For whom people work whose job is no known office: "Ana Rojas, a midwife at Delta Hospital", "Kwanza Bank fundraiser
Luis Vega", "Joe Phiri, whose firm Dala Agro exports flax"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.holders.office_group import Holder, OfficeGroup
from kg.extract.naming.mentions import Name
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import Word

SERVED = frozenset(("at", "with"))
ARTICLES = frozenset(("a", "an", "the"))
JOB_ENDINGS = (
    "er",
    "or",
    "ist",
    "ian",
    "eer",
    "man",
    "woman",
    "wife",
    "nurse",
    "aide",
    "clerk",
    "chef",
    "pilot",
    "lead",
)
"""How nouns end for what people do."""
NO_JOBS = frozenset(
    """
    after later earlier former further rather either other another never ever however together over under whether
    forever number member partner passenger customer user winner supporter shareholder stakeholder holder survivor
    visitor prisoner supplier competitor donor sponsor owner father mother brother sister daughter prior senior junior
    major minor journalist reporter photographer observer
    chapter letter order offer paper matter power water corner summer winter quarter center computer tractor container
    factor sector author better human woman-owned german tanker carrier player
    student graduate patient guest client candidate fan resident participant friend relative son
    """.split()
)
"""Words that end like jobs and are none, and what people are at a body without working for it."""
LONGEST_JOB = 5


class Engaged:
    """Reads one block's words around people who have no office."""

    def __init__(self, lexicon: Lexicon, words: Sequence[Word], name_at: Mapping[int, Name]) -> None:
        self.lexicon = lexicon
        self.words = words
        self.name_at = name_at
        self.name_ending = {name.last: name for name in name_at.values()}

    def note(self, holder: Holder) -> None:
        """Give somebody without an office the body whose work they are said to do."""
        body = None if holder.groups else self._behind(holder.last) or self._before(holder.first)
        if body is not None:
            holder.groups.append(OfficeGroup(holder.first, holder.first, [], [body], acting=True))

    def _behind(self, last: int) -> Name | None:
        """ ", a midwife at Delta Hospital", ", whose firm Dala Agro"."""
        if self._lower(last) != ",":
            return None
        if self._lower(last + 1) == "whose":
            return self._body(last + 3) if self._lower(last + 2) in self.lexicon.before_body else None
        article = self._lower(last + 1) in ARTICLES
        start = end = last + 1 + article
        while end < min(len(self.words), start + LONGEST_JOB) and self._told(end):
            end += 1
        if end == start or self._lower(end) not in SERVED or not self._job(end - 1, sure=article):
            return None
        return self._body(end + 1)

    def _before(self, first: int) -> Name | None:
        """ "Kwanza Bank fundraiser", "Kwanza Bank's chief fundraiser" before a name."""
        start = first
        while start > max(0, first - LONGEST_JOB) and start not in self.name_ending and self._told(start - 1):
            start -= 1
        if start == first or not self._job(first - 1, sure=False):
            return None
        start -= self.words[start - 1].possessive if start else 0
        name = self.name_ending.get(start)
        return name if name is not None and name.kind == "Organization" else None

    def _body(self, start: int) -> Name | None:
        name = self.name_at.get(start) or (self.name_at.get(start + 1) if self._lower(start) == "the" else None)
        return name if name is not None and name.kind == "Organization" else None

    def _told(self, index: int) -> bool:
        """Whether a word in small letters can belong to what a job is called."""
        word = self.words[index]
        plain = word.text.islower() and word.text.replace("-", "").isalpha() and index not in self.name_at
        return plain and word.lower not in self.lexicon.function and not word.lower.endswith(("ing", "ed", "ly"))

    def _job(self, index: int, *, sure: bool) -> bool:
        """Whether a noun tells what somebody does; one behind an article is ``sure`` to be said of the person."""
        lower = self.words[index].lower
        called = not self.lexicon.head_kinds(lower) if sure else lower.endswith(JOB_ENDINGS)
        return called and lower not in NO_JOBS and (sure or not self.lexicon.is_topic(lower))

    def _lower(self, index: int) -> str:
        return self.words[index].lower if index < len(self.words) else ""
