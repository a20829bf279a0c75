"""From the words of a question to the things of the graph that they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from kg.ask.items import Named
from kg.ask.kinds import NAMED_BY
from kg.ask.lexicon import PREPOSITIONS
from kg.ask.text import ARTICLES, Word, text_of
from kg.ask.times import YEAR
from kg.groups import adjectives, group_names, groups
from kg.lookup import SURE, Finder, Match, fold, nation, nations
from kg.model import Entity

LINKS = ("between", "of", "with")
"""What says which one a common noun means: "the meeting between A and B"."""
MAX_LOOKUPS = 40
"""No honest question names more things than this; a hostile one shall not keep the machine busy."""


LONGEST_ACRONYM = 6


def _parts(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether a name ends before this word: a preposition or joint, or the year that ends the question."""
    year = at + 1 == end == len(words) and re.fullmatch(YEAR, words[at].text) is not None
    return year or words[at].text in PREPOSITIONS | {"and", "or", ","}


@cache
def _worldly() -> frozenset[str]:
    """The names of all countries and parts of the world, folded."""
    return group_names().union(*(country.names for country in nations().values()))


def _may_mean(text: str, match: Match) -> bool:
    """Whether a text can mean what is only near it: "Austria" is no misspelt Australia, "ASEAN" no person "Asan"."""
    if match.how in ("exact", "acronym"):
        return True
    if match.how == "misspelt" and text.isupper() and len(text) <= LONGEST_ACRONYM:
        return False
    return fold(text) not in _worldly()


class Linker:
    """Links words to entities; remembers what it has looked up."""

    def __init__(self, finder: Finder, known: Mapping[str, Sequence[Entity]]) -> None:
        """``known`` tells what some words mean, whatever the graph calls so."""
        self._finder = finder
        self._known = {
            fold(said): tuple(Match(entity, 1.0, "exact") for entity in things) for said, things in known.items()
        }
        self._found: dict[str, tuple[Match, ...]] = {}

    def exact(self, text: str) -> bool:
        """Whether this is a name in the graph as it stands."""
        return fold(text) in self._known or fold(text) in group_names() or self._finder.exact(text)

    def is_known(self, text: str) -> bool:
        """Whether all that the text may mean is meant: it was told beforehand, or is a group of countries."""
        return fold(text) in self._known or fold(text) in group_names()

    def prepare(self, texts: Iterable[str]) -> None:
        """Read at once what ``exact`` will be asked of these texts."""
        self._finder.prepare(texts)

    def knows_word(self, word: str) -> bool:
        """Whether some name in the graph holds the (folded) word."""
        return self._finder.knows_word(word)

    def find(self, text: str) -> tuple[Match, ...]:
        """What the text may mean, best first."""
        meant = self._known.get(fold(text)) if self._known else None
        if meant:
            return meant
        if text not in self._found:
            if len(self._found) >= MAX_LOOKUPS:
                return ()
            found = (match for match in self._finder.find(text) if _may_mean(text, match))
            group = groups()[fold(text)] if fold(text) in group_names() else None
            named = (Match(group.entity, 1.0, "exact"),) if group else ()
            self._found[text] = (*named, *(match for match in found if not named or match.how == "exact"))
        return self._found[text]

    def nation(self, words: Sequence[Word], at: int, end: int) -> tuple[int, Named] | None:
        """The country that an adjective of nationality names ("Chinese", "South Korean"), and where it ends."""
        for length in (3, 2, 1):
            text = text_of(words[at : at + length])
            pronoun = text == "us" and words[at].raw.islower()
            if at + length < end and text in groups() and text not in nations():
                return at + length, Named(text, (Match(groups()[text].entity, 1.0, "exact"),), meant=True)
            if at + length < end and text in nations() and not pronoun:
                return at + length, self._country(text)
        return None

    def _country(self, demonym: str) -> Named:
        for name in sorted(nation(demonym), key=lambda n: (-len(n), n)):
            if not self._finder.exact(name):
                continue
            places = [m for m in self.find(name) if m.entity.type == "Place" and m.how == "exact"]
            if places:
                return Named(demonym, tuple(places))
        return Named(demonym, ())

    def name(
        self, words: Sequence[Word], start: int, end: int, locks: dict[int, int]
    ) -> tuple[int, Named | None, list[str]]:
        """The name that begins in these words: where it ends, what it may mean, and the words left out of it.

        First as it stands; then up to some preposition, with the rest left for what follows; then, where
        the name comes last ("the plane maker Embraer"), without what goes before it.
        """
        if start in locks and self._bare(words, start, locks[start]) and words[locks[start] % len(words)].text in LINKS:
            said = self._said(words, start, end)
            whole = self.find(said)
            if whole and whole[0].score >= SURE:
                return end, Named(said, whole), []
        locked = start in locks and not self._says_which(words, start, locks[start], end)
        if locked and (locks[start] == end or _parts(words, locks[start], end)):
            return (
                locks[start],
                Named(self._said(words, start, locks[start]), self.find(self._said(words, start, locks[start]))),
                [],
            )
        cuts = list(self._cuts(words, start, end, locks))
        for cut in self._order(words, start, cuts):
            said = self._said(words, start, cut)
            matches = self.find(said)
            if matches and matches[0].score >= SURE:
                return cut, Named(said, matches), []
        first = cuts[-1] if len(cuts) > 1 else end
        for at in range(start, first):
            if at in locks and not self._says_which(words, at, locks[at], end):
                dropped = [word.text for word in words[start:at]]
                said = self._said(words, at, locks[at])
                return locks[at], Named(said, self.find(said)), [w for w in dropped if w not in adjectives()]
        end = first
        said = self._said(words, start, end)
        if all(word.text in ARTICLES or len(word.text) < 2 for word in words[start:end]):
            return end, None, []
        return end, Named(said, self.find(said)), []

    def _cuts(self, words: Sequence[Word], start: int, end: int, locks: dict[int, int]) -> Iterator[int]:
        """Where a name that begins at ``start`` may end: the whole, or before a preposition or "and"."""
        yield end
        inside = {i for a, b in locks.items() for i in range(a, b)}
        for at in range(end - 1, start, -1):
            if at in inside or words[at].text not in PREPOSITIONS | {"and", "or", ","}:
                continue
            if not self._says_which(words, start, at, end):
                yield at

    def _says_which(self, words: Sequence[Word], start: int, at: int, end: int) -> bool:
        """Whether "of" tells which body a lone common noun means by a name that the graph does not know: "university of
        Leeds" is then no university at all."""
        body = words[at - 1].text in NAMED_BY["Organization"] and self._bare(words, start, at)
        if at >= end or words[at].text != "of" or not body:
            return False
        known = (match for match in self.find(self._said(words, at + 1, end)) if match.score >= SURE)
        return all(match.how == "misspelt" for match in known)

    def _order(self, words: Sequence[Word], start: int, cuts: list[int]) -> list[int]:
        """The whole first, unless its head is itself the name of one thing and a place or event follows."""
        if len(cuts) > 1:
            head = self.find(self._said(words, start, cuts[-1]))
            tail = words[cuts[-1]].text
            one = len(head) == 1 or (len(head) > 1 and head[0].score > head[1].score)
            if (
                tail in ("in", "at", "on", "during", "and", "or", ",")
                and one
                and head[0].score >= 0.6
                and not self._bare(words, start, cuts[-1])
            ):
                return [cuts[-1], *cuts[:-1]]
        return cuts

    def _bare(self, words: Sequence[Word], start: int, end: int) -> bool:
        """Whether this is a lone common noun ("the forum"), whose meaning hangs on what follows it."""
        said = [word for word in words[start:end] if word.text not in ARTICLES]
        return len(said) == 1 and said[0].raw.islower()

    def _said(self, words: Sequence[Word], start: int, end: int) -> str:
        while start < end - 1 and words[start].text in ARTICLES and not fold(words[start].raw).startswith("the "):
            start += 1
        return " ".join(word.raw for word in words[start:end])
