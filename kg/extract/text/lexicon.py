"""The words from which names, titles and references are recognised, read from ``data/lexicon.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files


@dataclass(frozen=True)
class Lexicon:
    """Sets of lower-case words; see the comments in the data file for what each is for."""

    heads: Mapping[str, frozenset[str]]
    """For each kind of thing (organization, mission, company, event, programme, agreement, place) its head nouns."""
    head_endings: tuple[str, ...]
    """Endings of words that are compounds of such nouns, all for bodies."""
    title_heads: frozenset[str]
    title_modifiers: frozenset[str]
    title_after: frozenset[str]
    title_phrases: frozenset[str]
    """Offices of several words, written together."""
    portfolios: frozenset[str]
    """Fields that only ministers have, by these words."""
    state_titles: frozenset[str]
    national_titles: frozenset[str]
    """Offices that speak for a country where it is named with them."""
    mission_titles: frozenset[str]
    honorifics: frozenset[str]
    suffixes: frozenset[str]
    given_names: frozenset[str]
    """Given names of many languages, none of which is mostly another word."""
    surname_endings: tuple[str, ...]
    """Endings of surnames that hardly any other word has."""
    body_endings: tuple[str, ...]
    """Endings of words that companies and agencies are called by."""
    particles: frozenset[str]
    foreign: frozenset[str]
    topics: frozenset[str]
    modifiers: frozenset[str]
    common_acronyms: frozenset[str]
    acronyms: frozenset[str]
    """Acronyms of bodies that look like words: "unesco"."""
    ambiguous_places: frozenset[str]
    function: frozenset[str]
    before_body: frozenset[str]
    bodies: Mapping[str, tuple[tuple[str, ...], ...]]
    """Names of bodies that no grammar tells, as words, by their first words; the longest first."""
    months: frozenset[str]
    weekdays: frozenset[str]
    sides: frozenset[str]
    countries: frozenset[str]
    people: frozenset[str]
    delegations: frozenset[str]

    def is_topic(self, word: str) -> bool:
        """Whether a lower-case word is a field of policy or business, in the singular or plural."""
        return word in self.topics or f"{word}s" in self.topics or word.removesuffix("s") in self.topics

    def is_field(self, word: str) -> bool:
        """Whether a lower-case word is a field, or an adjective such as stands before one."""
        known = word in self.modifiers or word in self.title_modifiers or word in ("and", "&", ",")
        return known or self.is_topic(word)

    def head_kinds(self, word: str) -> frozenset[str]:
        """The kinds of thing for which ``word`` (any case) can be the core noun."""
        lower = word.casefold()
        if lower in SHORT and word.istitle():  # "Loi" is a name
            return NOTHING
        kinds = self._kinds_of_heads.get(DATED.sub("", lower) if lower[-1:].isdigit() else lower)
        if kinds is None:
            return BODY if lower.endswith(self.head_endings) else NOTHING
        return kinds

    @cached_property
    def several_bodies(self) -> Set[str]:
        """The nouns for bodies in the plural: "wineries", "banks"."""
        plurals = {f"{w[:-1]}ies" if w[-1] == "y" and w[-2:] != "ey" else f"{w}s" for w in self.before_body}
        return plurals | {w for w in self.before_body if w.endswith("s")}

    @cached_property
    def _kinds_of_heads(self) -> Mapping[str, frozenset[str]]:
        heads = {word for words in self.heads.values() for word in words}
        return {head: frozenset(kind for kind, words in self.heads.items() if head in words) for head in heads}


SHORT = frozenset(("loi", "lois", "mou", "mous", "asa", "spa", "ente"))
"""Nouns that are short for others, and names where they are written as such."""
NOTHING: frozenset[str] = frozenset()
BODY = frozenset(("organization",))
DATED = re.compile(r"(?<=[a-z])[-–](?:19|20)[0-9]{2}$")
"""The year that is joined to a name: "Lake Forum-2023"."""


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that comes with kg."""
    data = tomllib.loads(files("kg.extract").joinpath("data/lexicon.toml").read_text(encoding="utf-8"))
    heads, titles, names, groups = data["heads"], data["titles"], data["names"], data["groups"]
    return Lexicon(
        heads={kind: _words(words) for kind, words in heads.items() if kind != "ending"},
        head_endings=tuple(heads["ending"].split()),
        title_heads=_words(titles["head"]),
        title_modifiers=_words(titles["modifier"]),
        title_after=_words(titles["after"]),
        title_phrases=frozenset(phrase.replace(" ", "").replace("’", "'") for phrase in titles["phrase"]),
        portfolios=_words(titles["portfolio"]),
        state_titles=_words(titles["state"]),
        national_titles=_words(titles["national"]),
        mission_titles=_words(titles["mission"]),
        honorifics=_words(titles["honorific"]),
        suffixes=_words(titles["suffix"]),
        given_names=_words(names["given"]),
        surname_endings=tuple(names["surname_ending"].split()),
        body_endings=tuple(names["body_ending"].split()),
        particles=_words(names["particle"]),
        foreign=_words(names["foreign"]),
        topics=_words(names["topic"]),
        modifiers=_words(names["modifier"]),
        common_acronyms=_words(names["common_acronym"]),
        acronyms=_words(names["acronym"]),
        ambiguous_places=_words(names["ambiguous_place"]),
        function=_words(names["function"]),
        before_body=_words(names["before_body"]),
        bodies=_phrases(names["body"]),
        months=_words(names["month"]),
        weekdays=_words(names["weekday"]),
        sides=_words(groups["side"]),
        countries=_words(groups["country"]),
        people=_words(groups["people"]),
        delegations=_words(groups["delegation"]),
    )


def _phrases(names: list[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    split = sorted((tuple(name.casefold().replace("'s", " 's").split()) for name in names), key=len, reverse=True)
    return {words[0]: tuple(each for each in split if each[0] == words[0]) for words in split}


def _words(value: str | list[str]) -> frozenset[str]:
    return frozenset(value.split() if isinstance(value, str) else value)
