"""From what a person typed to the entities they may mean: exact, acronym, partial, described, misspelt.

Scores say how a name was met, best first: 1.0 the label as it stands, 0.97 another of its names, 0.95 either
one but for a title or a company's legal form, 0.9 the acronym of a label, 0.87 a label that is the acronym of
the text, 0.55–0.85 all words of the text within a label (more where fewer and commoner words are left over),
0.5–0.7 described by the names of its neighbours, up to 0.84 misspelt. Equal scores are ordered by how,
then by the number of statements, the length of the label, the label and the IRI.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log
from typing import Literal

from rapidfuzz import fuzz, process
from rdflib import RDFS, SKOS

from kg.errors import NotFoundError
from kg.model import Entity
from kg.namekeys import LITTLE_WORDS, fold, initials, stem_of, stems, without_forms, without_titles
from kg.store import GraphView
from kg.store.nameindex import NameIndex

__all__ = ["SURE", "Finder", "Match", "find", "fold", "nation", "nations", "resolve_one"]

How = Literal["exact", "acronym", "partial", "described", "misspelt"]
HOWS: tuple[How, ...] = ("exact", "acronym", "partial", "described", "misspelt")

SURE = 0.5  # a match scored below this is worth offering, not worth taking
IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
MAX_TEXT = 200  # no name is longer; what is longer is not looked up
MAX_HOLDERS = 300  # so many things that bear a word are looked at
MAX_DESCRIBED = 30  # so many things are compared with their neighbours
NAMES = 10_000  # as if there were so many names, when it is weighed how much a word tells


@dataclass(frozen=True, slots=True)
class Match:
    """An entity that a text may mean: how it was met and how well, from 0 to 1."""

    entity: Entity
    score: float
    how: How


def find(view: GraphView, text: str, *, types: Collection[str] | None = None, limit: int = 10) -> list[Match]:
    """The entities that ``text`` may mean, best first (see the module's order); ``types`` keeps these classes.

    Gives an empty list where nothing is near.
    """
    return Finder(view).find(text, types=types, limit=limit)


def resolve_one(view: GraphView, text: str, *, types: Collection[str] | None = None) -> Entity:
    """The one entity that ``text`` (a name or an IRI) means.

    NotFoundError where nothing fits, with near names as its hint, and where several fit equally well,
    with their names.
    """
    known = view.entity(text) if IRI.fullmatch(text) else None
    if known:
        return known
    matches = find(view, text, types=types)
    if not matches or matches[0].score < SURE:
        near = " · ".join(dict.fromkeys(match.entity.label for match in matches[:5]))
        raise NotFoundError(
            f"nothing in the graph is called {text[:80]!r}",
            f"did you mean: {near}" if near else "kg search WORDS finds what the graph knows",
        )
    tied = [match.entity for match in matches if match.score == matches[0].score]
    if len(tied) > 1:
        listed = " · ".join(f"{entity.label} ({entity.type}, {entity.id})" for entity in tied)
        raise NotFoundError(
            f"{text[:80]!r} may mean {len(tied)} things", f"write more of the name, or the IRI: {listed}"
        )
    return tied[0]


@dataclass(frozen=True, slots=True)
class Country:
    """A country as people's adjectives name it: its ISO 3166-1 code and its names, folded."""

    code: str
    names: frozenset[str]


def table_rows(name: str) -> Iterator[list[str]]:
    """The rows of one of the gazetteer's tables, filled up to four fields.

    Read from their file: the gazetteer itself also knows the world's cities, which would cost every question a second.
    """
    table = files("kg").joinpath(f"gazetteer/{name}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return ([*row, *[""] * (4 - len(row))] for row in rows)


@cache
def nations() -> Mapping[str, Country]:
    """The countries by their demonyms, folded: "chinese", "dutch", "south korean", "us"."""
    found: dict[str, Country] = {}
    for code, name, others, demonyms, *_ in table_rows("countries"):
        names = [name, *others.split("|")]
        country = Country(code, frozenset(filter(None, map(fold, names))))
        short = [other for other in names if other.isupper() and len(other) <= 4]
        for demonym in filter(None, map(fold, [*demonyms.split("|"), *short])):
            found.setdefault(demonym, country)
    return found


@cache
def country_names() -> Mapping[str, str]:
    """The usual name of each country by its ISO 3166-1 code."""
    return {code: name for code, name, *_ in table_rows("countries")}


def nation(word: str) -> frozenset[str]:
    """The names of the country that a folded adjective of nationality names; none where it is no such word."""
    country = nations().get(word)
    return country.names if country else frozenset()


class Finder:
    """Finds entities of one view by name; remembers what it has read, so it serves one run of look-ups."""

    def __init__(self, view: GraphView) -> None:
        self.view = view
        self._index = NameIndex(view.store)
        self._types: dict[str, str] = {}
        self._names: dict[str, tuple[str, ...]] = {}

    def find(self, text: str, *, types: Collection[str] | None = None, limit: int = 10) -> list[Match]:
        """See the function ``find``."""
        wanted = fold(text)
        if not wanted or len(text) > MAX_TEXT:
            return []
        scored: dict[str, tuple[float, How]] = {}
        for stage in (self._exact, self._acronym, self._partial, self._described, self._misspelt):
            if stage in (self._described, self._misspelt) and any(score >= SURE for score, _ in scored.values()):
                break
            found = list(stage(wanted))
            fitting = self._of(types, {iri for iri, _, _ in found})
            for iri, score, how in found:
                if score > scored.get(iri, (0.0, ""))[0] and iri in fitting:
                    scored[iri] = (round(score, 3), how)
        return self._ranked(scored, limit)

    def exact(self, text: str) -> bool:
        """Whether some entity bears this very name (titles and legal forms aside)."""
        return len(text) <= MAX_TEXT and any(True for _ in self._exact(fold(text)))

    def knows_word(self, word: str) -> bool:
        """Whether some name holds the (folded) word."""
        return self._index.count(stem_of(word)) > 0

    def beginning(self, text: str, limit: int) -> list[str]:
        """Labels of entities that begin so, for completion; those of one word of the text must be few enough."""
        start = fold(text)
        if not start:
            return []
        first, *rest = start.split()
        words = [stem_of(first)] if rest or self._index.count(stem_of(first)) else self._index.words_from(first, limit)
        holders = {iri for word in words for iri in self._index.holders([word], MAX_HOLDERS)}
        labels = [entity.label for entity in self.view.entities(holders).values()] if holders else []
        return sorted({label for label in labels if fold(label).startswith(start)}, key=lambda x: (len(x), x))[:limit]

    def prepare(self, texts: Iterable[str]) -> None:
        """Read at once what ``exact`` will need to know of these texts."""
        self._index.fetch(key for text in texts for key, _ in _exact_keys(fold(text)))

    def _of(self, types: Collection[str] | None, iris: Collection[str]) -> Collection[str]:
        """Those of the entities that are of one of these classes."""
        if types is None:
            return iris
        self._learn_types(iris)
        is_a = self.view.vocabulary.is_a
        return {iri for iri in iris if any(is_a(self._types.get(iri, ""), t) for t in types)}

    def _learn_types(self, iris: Iterable[str]) -> None:
        new = sorted(set(iris) - self._types.keys())
        if new:
            values = " ".join(f"<{iri}>" for iri in new)
            graph = self.view.names.entities_graph
            for entity, kind in self.view.store.rows(
                f"SELECT ?e ?c WHERE {{ VALUES ?e {{ {values} }} GRAPH <{graph}> {{ ?e a ?c }} }}"
            ):
                self._types[str(entity)] = self.view.names.local(str(kind))

    def _names_of(self, iris: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """The folded names of some entities."""
        new = sorted(set(iris) - self._names.keys())
        if new:
            values = " ".join(f"<{iri}>" for iri in new)
            graph, terms = self.view.names.entities_graph, f"<{RDFS.label}>, <{SKOS.altLabel}>"
            found: dict[str, set[str]] = {iri: set() for iri in new}
            for entity, label in self.view.store.rows(
                # A filter and not a second VALUES: Oxigraph would go through the product of the two.
                f"SELECT ?e ?l WHERE {{ VALUES ?e {{ {values} }} GRAPH <{graph}> {{ ?e ?p ?l }}"
                f" FILTER(?p IN ({terms})) }}"
            ):
                found[str(entity)].add(fold(str(label)))
            self._names.update({iri: tuple(sorted(texts - {""})) for iri, texts in found.items()})
        return self._names

    def _exact(self, wanted: str) -> Iterator[tuple[str, float, How]]:
        for key, score in _exact_keys(wanted):
            for iri in self._index.entities(key):
                if score > 0:
                    yield iri, score, "exact"
                else:  # without its title only a person is meant
                    self._learn_types([iri])
                    if self._types.get(iri) == "Person":
                        yield iri, -score, "exact"

    def _acronym(self, wanted: str) -> Iterator[tuple[str, float, How]]:
        words = wanted.split()
        if len(words) == 1 and 2 <= len(wanted) <= 10:
            for sign, score in (("^", 0.9), ("'", 0.86)):
                yield from ((iri, score, "acronym") for iri in self._index.entities(sign + wanted))
        elif len(words) >= 3:
            for sign in "=~":
                yield from ((iri, 0.87, "acronym") for iri in self._index.entities(sign + initials(words)))

    def _partial(self, wanted: str) -> Iterator[tuple[str, float, How]]:
        words = stems(wanted) - LITTLE_WORDS
        if not words:
            return
        holders = self._index.holders(words, MAX_HOLDERS)
        names = self._names_of(holders)
        for iri in holders:
            for text in names[iri]:
                has = stems(text)
                if words <= has:
                    yield iri, 0.55 + 0.3 * self._weight(words) / self._weight(has - LITTLE_WORDS), "partial"

    def _weight(self, words: Iterable[str]) -> float:
        """How much the words tell: the rarer, the more."""
        return sum(log(1 + NAMES / (1 + self._index.count(word))) for word in sorted(words)) or 1.0

    def _described(self, wanted: str) -> Iterator[tuple[str, float, How]]:
        """Some words in its own names, every other one in the names (or nationality, or year) of its neighbours."""
        words = stems(wanted) - LITTLE_WORDS
        if len(words) < 2:
            return
        first = re.split(r" (?:in|of|at|on|for|from|between|with|to|by) ", f"{wanted} ")[0].split()
        head = stem_of(first[-1]) if first else ""
        own: dict[str, set[str]] = defaultdict(set)
        for word in words:
            for iri in (*self._index.holders([word], MAX_HOLDERS), *self._index.in_office(word, MAX_HOLDERS)):
                own[iri].add(word)
        few = [word for word in words if self._index.count(word) <= MAX_HOLDERS]
        rare = [iri for iri, had in own.items() if had & set(few)][:MAX_DESCRIBED]
        tied: set[str] = set(rare)
        for word in words - set(few):
            for iri in self._index.beside(word, rare, MAX_HOLDERS):
                own[iri].add(word)
                tied.add(iri)
        for word in words & set(self._class_words()):
            for iri in self._of_class(self._class_words()[word], list(own)):
                own[iri].add(word)
        names = self._names_of(own)
        for iri, had in own.items():
            had |= words & frozenset(word for text in names[iri] for word in stems(text))
        ranked = sorted(own, key=lambda iri: (iri not in tied, -self._weight(own[iri]), iri))
        for iri in ranked[:MAX_DESCRIBED]:
            left = words - own[iri]
            around = self._around(iri) if left else frozenset[str]()
            if all(word in around or nation(word) & around for word in left):
                named = head in own[iri]  # "the Shenzhen forum" is a forum, and no Shenzhen
                score = self._weight(own[iri]) / self._weight(words)
                yield iri, (0.6 + 0.1 * score) if named else (0.5 + 0.1 * score), "described"

    def _class_words(self) -> Mapping[str, str]:
        classes = self.view.vocabulary.classes.values()
        return {stem_of(c.label.casefold()): c.name for c in classes if c.name in ("Event", "Agreement")}

    def _of_class(self, name: str, near: Sequence[str]) -> Iterator[str]:
        """Things of a class beside some of these."""
        values = " ".join(f"<{iri}>" for iri in near[:MAX_DESCRIBED])
        kind = self.view.names.term(name)
        rows = self.view.store.rows(
            f"SELECT DISTINCT ?e WHERE {{ VALUES ?n {{ {values} }} {{ ?e ?p ?n }} UNION {{ ?n ?p ?e }}"
            f" ?e a <{kind}> }} LIMIT {MAX_HOLDERS}"
        )
        yield from sorted(str(row[0]) for row in rows)

    def _around(self, iri: str) -> frozenset[str]:
        """The words in the names of what the graph ties an entity to, and the values it gives it."""
        kg = self.view.names.namespace
        relations = ", ".join(f"<{kg}{name}>" for name in (*self.view.vocabulary.relations, "countryCode"))
        near = []
        for pattern in (f"<{iri}> ?p ?o", f"?o ?p <{iri}>"):
            query = f"SELECT DISTINCT ?o WHERE {{ {pattern} FILTER(?p IN ({relations})) }} LIMIT {MAX_HOLDERS}"
            near += [str(row[0]) for row in self.view.store.rows(query)]
        names = self._names_of(o for o in near if IRI.fullmatch(o))
        found = {word for o in near for text in names.get(o, ()) for word in (text, *stems(text))}
        return frozenset(found | {word for o in near if o not in names for word in stems(fold(o[:40]))})

    def _misspelt(self, wanted: str) -> Iterator[tuple[str, float, How]]:
        mended = self._mended(wanted)
        if mended != wanted:
            for stage in (self._exact, self._partial, self._described):
                for iri, score, _ in stage(mended):
                    yield iri, 0.85 * score, "misspelt"
        words = stems(mended) - LITTLE_WORDS
        likely = {near for word in stems(wanted) for near in self._index.words_like(word, 5)}
        near = {iri for word in sorted(words | likely) for iri in self._index.holders([word], MAX_HOLDERS)}
        names = self._names_of(near)
        for iri in sorted(near):
            for text in names[iri]:
                ratio = fuzz.ratio(wanted, text)
                if ratio >= 60:
                    yield iri, _misspelt_score(ratio, len(wanted)), "misspelt"
                yield iri, 0.45 * self._weight(words & stems(text)) / self._weight(words), "misspelt"

    def _mended(self, wanted: str) -> str:
        """The text with each long word that no name holds replaced by the one that it is nearest to."""
        words = wanted.split()
        for at, word in enumerate(words):
            if len(word) >= 5 and not self.knows_word(word):
                near = process.extractOne(word, self._index.words_like(word), scorer=fuzz.ratio, score_cutoff=82)
                words[at] = near[0] if near else word
        return " ".join(words)

    def _ranked(self, scored: dict[str, tuple[float, How]], limit: int) -> list[Match]:
        chosen: list[str] = []
        for score in sorted({score for score, _ in scored.values()}, reverse=True):
            if len(chosen) < limit:
                chosen += [iri for iri, (own, _) in scored.items() if own == score]
        entities = self.view.entities(chosen) if chosen else {}
        degrees = self._degrees(chosen) if len(chosen) > 1 else Counter()
        matches = [Match(entities[iri], *scored[iri]) for iri in chosen if iri in entities]
        matches.sort(
            key=lambda m: (
                -m.score,
                HOWS.index(m.how),
                -degrees[m.entity.id],
                len(m.entity.label),
                m.entity.label,
                m.entity.id,
            )
        )
        return matches[:limit]

    def _degrees(self, iris: Sequence[str]) -> Counter[str]:
        """How many statements each takes part in."""
        values = " ".join(f"<{iri}>" for iri in iris)
        rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        rows = self.view.store.rows(
            f"SELECT ?e (COUNT(?st) AS ?n) WHERE {{ VALUES ?e {{ {values} }}"
            f" {{ ?st <{rdf}subject> ?e }} UNION {{ ?st <{rdf}object> ?e }} }} GROUP BY ?e"
        )
        return Counter({str(e): int(str(n)) for e, n in rows if e is not None})


def _misspelt_score(ratio: float, length: int) -> float:
    """Long names may bear a slip or two; in short ones a slip makes another name."""
    sure = ratio >= (86 if length >= 8 else 79 if length >= 5 else 101)
    return 0.5 + (ratio - 70) / 90 if sure else ratio / 210


def _exact_keys(wanted: str) -> Iterator[tuple[str, float]]:
    """The keys that a whole name may be filed under, with their scores; below 0 where only persons count."""
    yield "=" + wanted, 1.0
    yield "~" + wanted, 0.97
    yield "-" + wanted, 0.95
    bare = without_forms(wanted)
    for text in sorted({bare, without_titles(wanted)} - {wanted, ""}):
        for sign in "=~-":
            yield sign + text, 0.95 if text == bare else -0.95
