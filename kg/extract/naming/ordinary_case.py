"""Text written in capitals throughout, as some agencies write, in the case that English has: "KALOMBO MWANSA SAID" is
read as "Kalombo Mwansa said". Every character keeps its place, so that offsets are still the article's."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from kg.extract.naming.declared import beginning
from kg.extract.naming.name_words import HEADLINE_VERBS
from kg.extract.naming.offices import find_offices
from kg.extract.naming.restored_bodies import RestoredBodies
from kg.extract.naming.shouting import Run, acronyms_in, forms_beside, shouted_runs
from kg.extract.naming.word_cases import SMALL, TITLES, WordCases
from kg.extract.text.words import Word, text_of
from kg.model import Article

KNOWN_SHARE = 0.25
"""So many of the words must be English ones: else they are a row of acronyms, or of names."""
LONGEST_PLACE = 6
COMMON_HOLDERS = frozenset(
    "official leader expert member colleague counterpart teacher researcher partner owner investor scholar".split()
)
"""Offices that are written small."""
SENTENCE_ENDS = frozenset(".!?•|")
GRACES = frozenset("excellency highness majesty worship honour honor holiness eminence royal grace lordship".split())


class OrdinaryCase:
    """Gives text in capitals its ordinary case."""

    def __init__(self, cases: WordCases) -> None:
        self.cases = cases

    def article(self, article: Article) -> Article:
        """The article as it is read: as it stands, but for what its blocks have in capitals throughout."""
        runs = [run for run in shouted_runs(article) if self._english(run)]
        if not runs:
            return article
        written = forms_beside(article, runs)
        acronyms = acronyms_in(runs)
        text = list(article.text)
        for run in runs:
            for word in _Restoring(self.cases, run, written, acronyms).words():
                text[word.start : word.end] = word.text
        return replace(article, text="".join(text))

    def _english(self, run: Run) -> bool:
        words = [w.lower for w in run if w.text[0].isalpha() and len(w.text) > 1]
        common = sum(self.cases.plain(w) for w in words)
        return common > 1 and common >= KNOWN_SHARE * len(words)


class _Restoring(RestoredBodies):
    """Restores one run of words. ``kept`` are words that are written the same wherever they stand."""

    def __init__(self, cases: WordCases, run: Run, written: Mapping[str, str], acronyms: Collection[str]) -> None:
        self.cases = cases
        self.lexicon = cases.lexicon
        self.run = run
        self.kept = {}
        for index, word in enumerate(run):
            form = "" if "-" in word.lower else cases.form(word.text, written.get(word.lower), acronyms)
            if form:
                self.kept[index] = form
        self.titled = [replace(w, text=self.kept.get(i) or cases.title(w)) for i, w in enumerate(run)]
        self.names = {i for i in range(len(run)) if i in self.kept or self._names(i)}
        self.behind_office = set()

    def _names(self, index: int) -> bool:
        word = self.run[index]
        if word.lower in ("may", "march"):
            return any(w.text[0].isdigit() for w in (*self.run[index - 1 : index], *self.run[index + 1 : index + 2]))
        if (
            not word.text[0].isalpha()
            or word.lower in self.lexicon.function
            or word.lower in self.cases.small_particles
        ):
            return False
        return word.lower in TITLES or not all(self.cases.plain(part) for part in word.lower.split("-") if part)

    def words(self) -> list[Word]:
        """The words of the run in ordinary case."""
        self._declared()
        self._places()
        self._offices()
        self._people()
        self._bodies()
        self._firms()
        found = []
        for index, (word, titled) in enumerate(zip(self.run, self.titled, strict=True)):
            text = titled.text if index in self.names else self.cases.small(word)
            if self._begins(index):
                text = text[0].upper() + text[1:]
            found.append(replace(word, text=text if len(text) == len(word.text) else word.text))
        return found

    def _begins(self, index: int) -> bool:
        """Whether a sentence begins there; a full stop behind a title or initial ends none."""
        before = index - 1
        while before >= 0 and not self.run[before].text[0].isalnum() and self.run[before].text not in SENTENCE_ENDS:
            before -= 1
        if before < 0 or self.run[before].text not in SENTENCE_ENDS:
            return before < 0 and self.run[0].initial
        if self.run[before].text != "." or not before:
            return True
        short = self.run[before - 1].lower
        closed = short in self.lexicon.heads["company"] and self.run[index].lower in SMALL
        return not (len(short) == 1 or closed or short in self.lexicon.honorifics)

    def _declared(self) -> None:
        """Names in full before their acronyms."""
        for index in range(len(self.run) - 2):
            if self.run[index].text == "(":
                self._raise(beginning(self.titled, index), index)

    def _places(self) -> None:
        """Names of places of several words: "SOUTH AFRICA", "UNITED STATES OF AMERICA"."""
        for first in range(len(self.run)):
            for last in range(min(len(self.run), first + LONGEST_PLACE), first + 1, -1):
                text = text_of(self.run[first:last])
                place = self.cases.gazetteer.find(text) or self.cases.gazetteer.country_of(text)
                if place is not None and self.run[first].lower not in SMALL:
                    self._raise(first, last)
                    break

    def _offices(self) -> None:
        """ "MINISTER OF LABOUR AND HOME AFFAIRS"; not "OFFICIALS"."""
        for office in find_offices(self.titled, self.lexicon):
            if not office.plural(self.titled) and not COMMON_HOLDERS.issuperset(office.heads):
                self._raise(office.first, office.last)
                self.behind_office.add(office.last)

    def _people(self) -> None:
        """Styles before names, "SHEIKH", and surnames that are common words: "MR. KEY", "JOHN KEY", "ISA ALI BELLO"."""
        styles = self.lexicon.honorifics - self.lexicon.function
        for index in range(1, len(self.run)):
            before = index - 2 if self.run[index - 1].text == "." else index - 1
            leader = self.run[before].lower
            given = before == index - 1 and (leader in self.lexicon.given_names or "." in leader)
            named = before == index - 1 and self._person(before) and self._person(index + 1)
            follows = index in self.behind_office and index + 1 in self.names
            if (given or named or leader in styles or follows) and self._surname(index):
                self.names.add(index)
        for index in range(len(self.run) - 2, -1, -1):
            behind = index + 2 if self.run[index + 1].text == "." else index + 1
            if self.run[index].lower in styles and (behind in self.names or behind in self.behind_office):
                self.names.add(index)
            elif self.run[index].lower in ("his", "her") and self.run[index + 1].lower in GRACES:
                self.names |= {index, index + 1}
                self.titled[index] = replace(self.titled[index], text=self.run[index].text.capitalize())

    def _person(self, index: int) -> bool:
        """Whether a word is a name, and no place's."""
        return index in self.names and index not in self.kept and self._unknown(index)

    def _surname(self, index: int) -> bool:
        lower = self.run[index].lower
        if not lower[0].isalpha() or lower in self.lexicon.function or lower in self.lexicon.title_heads:
            return False
        verb = self.cases.is_verb(lower) or lower in HEADLINE_VERBS
        return not (verb or self.lexicon.is_field(lower) or self.lexicon.head_kinds(lower))
