"""From what a person typed to the entities they may mean: exact, acronym, partial, described, misspelt.

Scores say how a name was met, best first: 1.0 the label as it stands, 0.97 another of its names, 0.95 either
one but for a title or a company's legal form, 0.9 the acronym of a label, 0.87 a label that is the acronym of
the text, 0.55–0.85 all words of the text within a label (more where fewer and commoner words are left over),
0.5–0.7 described by the names of its neighbours, up to 0.84 misspelt. Equal scores are ordered by how,
then by the number of statements, the length of the label, the label and the IRI.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from math import log
from typing import Literal

from rapidfuzz import fuzz, process

from kg.errors import NotFoundError
from kg.model import Entity
from kg.store import GraphView

How = Literal["exact", "acronym", "partial", "described", "misspelt"]
HOWS: tuple[How, ...] = ("exact", "acronym", "partial", "described", "misspelt")

SURE = 0.5  # a match scored below this is worth offering, not worth taking
IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
MAX_TEXT = 200  # no name is longer; what is longer is not looked up


def word_set(*lines: str) -> frozenset[str]:
    """The words of some lines, as a set."""
    return frozenset(" ".join(lines).split())


LITTLE_WORDS = word_set(
    "a an the of and for in on at to by with from between de la le du des und der die das y e do da"
)
TITLES = word_set(
    "mr mrs ms miss dr prof professor sir hon honourable honorable excellency president vice minister prime premier",
    "ambassador consul general rector secretary chairman chairwoman chairperson director chief governor mayor senator",
    "congressman congresswoman parliamentary deputy foreign ceo engr his her h e",
)
LEGAL_FORMS = word_set("ltd limited private pvt pty plc inc incorporated corp corporation co company llc gmbh ag sa")
CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NUMBERS = {word: str(n) for words in (CARDINALS, ORDINALS) for n, word in enumerate(words, start=1)}


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


def fold(text: str) -> str:
    """A name as it is compared: no case, accents, punctuation or leading article; "P.E.I." is "pei"."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"['’‘`´](?:s\b)?", "", plain)
    plain = re.sub(r"\b[^\W\d_](?:\.[^\W\d_])+\b\.?", lambda m: m[0].replace(".", "") + " ", plain)
    plain = plain.replace("&", " and ").replace("@", "a")
    words = re.findall(r"[^\W_]+", plain)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@dataclass(frozen=True, slots=True)
class Country:
    """A country as people's adjectives name it: its ISO 3166-1 code and its names, folded."""

    code: str
    names: frozenset[str]


@cache
def nations() -> Mapping[str, Country]:
    """The countries by their demonyms, folded: "chinese", "dutch", "south korean", "us"."""
    # Read from its file: the gazetteer itself also knows the world's cities, which would cost every question a second.
    table = files("kg").joinpath("gazetteer/countries.tsv").read_text(encoding="utf-8")
    found: dict[str, Country] = {}
    for line in table.splitlines():
        code, name, others, demonyms, *_ = [*line.split("\t"), "", "", ""]
        if line.startswith("#") or not name:
            continue
        names = [name, *others.split("|")]
        country = Country(code, frozenset(filter(None, map(fold, names))))
        short = [other for other in names if other.isupper() and len(other) <= 4]
        for demonym in filter(None, map(fold, [*demonyms.split("|"), *short])):
            found.setdefault(demonym, country)
    return found


def nation(word: str) -> frozenset[str]:
    """The names of the country that a folded adjective of nationality names; none where it is no such word."""
    country = nations().get(word)
    return country.names if country else frozenset()


def initials(words: Iterable[str]) -> str:
    """The first letters of the words that carry meaning."""
    return "".join(word[0] for word in words if word not in LITTLE_WORDS and not word[0].isdigit())


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of one entity, folded."""

    iri: str
    text: str
    main: bool


class Finder:
    """Finds entities of one view by name; reads their names once, so it serves one run of look-ups."""

    def __init__(self, view: GraphView) -> None:
        self.view = view

    def find(self, text: str, *, types: Collection[str] | None = None, limit: int = 10) -> list[Match]:
        """See the function ``find``."""
        wanted = fold(text)
        if not wanted or len(text) > MAX_TEXT:
            return []
        scored: dict[str, tuple[float, How]] = {}
        for stage in (self._exact, self._acronym, self._partial, self._described, self._misspelt):
            if stage in (self._described, self._misspelt) and any(score >= SURE for score, _ in scored.values()):
                break
            for iri, score, how in stage(wanted):
                if score > scored.get(iri, (0.0, ""))[0] and self._is_of(iri, types):
                    scored[iri] = (round(score, 3), how)
        return self._ranked(scored, limit)

    def exact(self, text: str) -> bool:
        """Whether some entity bears this very name (titles and legal forms aside)."""
        return len(text) <= MAX_TEXT and any(True for _ in self._exact(fold(text)))

    def knows_word(self, word: str) -> bool:
        """Whether some name holds the (folded) word."""
        return _stem(word) in self._by_word

    @cached_property
    def _names(self) -> list[_Name]:
        """The candidates: every name in the graph. The one place to put an index in front of."""
        rows = self.view.store.rows(
            "SELECT ?e ?label ?main WHERE { GRAPH <" + self.view.names.entities_graph + "> {"
            " { ?e <http://www.w3.org/2000/01/rdf-schema#label> ?label . BIND(true AS ?main) }"
            " UNION { ?e <http://www.w3.org/2004/02/skos/core#altLabel> ?label . BIND(false AS ?main) } } }"
        )
        names = {_Name(str(e), fold(str(label)), str(main) == "true") for e, label, main in rows}
        return sorted((n for n in names if n.text), key=lambda n: (n.iri, not n.main, n.text))

    @cached_property
    def _types(self) -> dict[str, str]:
        rows = self.view.store.rows(f"SELECT ?e ?c WHERE {{ GRAPH <{self.view.names.entities_graph}> {{ ?e a ?c }} }}")
        return {str(e): self.view.names.local(str(c)) for e, c in rows}

    @cached_property
    def _by_text(self) -> dict[str, list[_Name]]:
        return self._indexed(lambda name: [name.text])

    @cached_property
    def _bare(self) -> dict[str, list[_Name]]:
        return self._indexed(lambda name: {_without_forms(name.text), self._untitled(name)} - {name.text, ""})

    @cached_property
    def _by_word(self) -> dict[str, list[_Name]]:
        return self._indexed(lambda name: _stems(name.text))

    def _indexed(self, keys: Callable[[_Name], Iterable[str]]) -> dict[str, list[_Name]]:
        found: dict[str, list[_Name]] = defaultdict(list)
        for name in self._names:
            for key in keys(name):
                found[key].append(name)
        return found

    @cached_property
    def _by_office(self) -> dict[str, set[str]]:
        """The people who hold an office, by the words of it."""
        kg = self.view.names.namespace
        rows = self.view.store.rows(
            f"SELECT ?e ?hint WHERE {{ ?ref <{kg}hint> ?hint ; <{kg}refersTo> ?e FILTER(STRSTARTS(?hint, 'office=')) }}"
        )
        found: dict[str, set[str]] = defaultdict(set)
        for entity, hint in rows:
            for word in _stems(fold(str(hint).removeprefix("office="))):
                found[word].add(str(entity))
        return found

    def _is_of(self, iri: str, types: Collection[str] | None) -> bool:
        return types is None or any(self.view.vocabulary.is_a(self._types.get(iri, ""), t) for t in types)

    def _untitled(self, name: _Name) -> str:
        return _without_titles(name.text) if self._types.get(name.iri) == "Person" else name.text

    def _exact(self, wanted: str) -> Iterator[tuple[str, float, How]]:
        for name in self._by_text.get(wanted, ()):
            yield name.iri, 1.0 if name.main else 0.97, "exact"
        for name in self._bare.get(wanted, ()):
            yield name.iri, 0.95, "exact"
        bare = {_without_forms(wanted), _without_titles(wanted)} - {wanted, ""}
        for text in bare:
            for name in [*self._by_text.get(text, ()), *self._bare.get(text, ())]:
                if text == _without_forms(wanted) or self._types.get(name.iri) == "Person":
                    yield name.iri, 0.95, "exact"

    def _acronym(self, wanted: str) -> Iterator[tuple[str, float, How]]:
        words = wanted.split()
        if len(words) == 1 and 2 <= len(wanted) <= 10:
            for name in self._names:
                parts = name.text.split()
                if len(parts) > 1 and wanted in (initials(parts), "".join(p[0] for p in parts), initials(parts[1:])):
                    yield name.iri, 0.9 if wanted != initials(parts[1:]) else 0.86, "acronym"
        elif len(words) >= 3:
            for name in self._by_text.get(initials(words), ()):
                yield name.iri, 0.87, "acronym"

    def _partial(self, wanted: str) -> Iterator[tuple[str, float, How]]:
        words = _stems(wanted) - LITTLE_WORDS
        if not words:
            return
        rarest = min(words, key=lambda w: (len(self._by_word.get(w, ())), w))
        for name in self._by_word.get(rarest, ()):
            has = _stems(name.text)
            if words <= has:
                yield name.iri, 0.55 + 0.3 * self._weight(words) / self._weight(has - LITTLE_WORDS), "partial"

    def _weight(self, words: Iterable[str]) -> float:
        """How much the words tell: the rarer, the more."""
        total = len(self._names) + 1
        return sum(log(1 + total / (1 + len(self._by_word.get(word, ())))) for word in sorted(words)) or 1.0

    def _described(self, wanted: str) -> Iterator[tuple[str, float, How]]:
        """Some words in its own names, every other one in the names (or nationality, or year) of its neighbours."""
        words = _stems(wanted) - LITTLE_WORDS
        own: dict[str, set[str]] = defaultdict(set)
        for word in words:
            for name in self._by_word.get(word, ()):
                own[name.iri].add(word)
            for iri in (*self._of_class(word), *self._by_office.get(word, ())):
                own[iri].add(word)
        if len(words) < 2 or not own:
            return
        near = self._neighbour_words(sorted(own, key=lambda iri: (-len(own[iri]), iri))[:300])
        for iri, had in own.items():
            left = words - had
            around = near.get(iri, frozenset())
            if all(word in around or nation(word) & around for word in left):
                yield iri, 0.5 + 0.2 * self._weight(had) / self._weight(words), "described"

    def _of_class(self, word: str) -> list[str]:
        labels = {_stem(c.label.casefold()): c.name for c in self.view.vocabulary.classes.values() if c.colour}
        named = labels.get(word)
        return [iri for iri, known in self._types.items() if known == named] if named in ("Event", "Agreement") else []

    def _neighbour_words(self, iris: Sequence[str]) -> dict[str, frozenset[str]]:
        """The words in the names of what the graph ties each entity to, and the values it gives it."""
        values = " ".join(f"<{iri}>" for iri in iris)
        kg = self.view.names.namespace
        rows = self.view.store.rows(
            f"SELECT DISTINCT ?e ?o WHERE {{ VALUES ?e {{ {values} }} {{ ?e ?p ?o }} UNION {{ ?o ?p ?e }}"
            f" FILTER(STRSTARTS(STR(?p), '{kg}') && ?p NOT IN (<{kg}refersTo>, <{kg}kind>)) }}"
        )
        tied: dict[str, set[str]] = defaultdict(set)
        for entity, other in rows:
            tied[str(entity)].add(str(other))
        words_of: dict[str, set[str]] = defaultdict(set)
        for name in self._names:
            words_of[name.iri] |= {name.text, *_stems(name.text)}
        return {
            iri: frozenset(w for o in others for w in words_of.get(o) or _stems(fold(o[:40])))
            for iri, others in tied.items()
        }

    def _misspelt(self, wanted: str) -> Iterator[tuple[str, float, How]]:
        mended = self._mended(wanted)
        if mended != wanted:
            for stage in (self._exact, self._partial, self._described):
                for iri, score, _ in stage(mended):
                    yield iri, 0.85 * score, "misspelt"
        texts = [name.text for name in self._names]
        for _, ratio, index in process.extract(wanted, texts, scorer=fuzz.ratio, score_cutoff=60, limit=30):
            yield self._names[index].iri, _misspelt_score(ratio, len(wanted)), "misspelt"
        words = _stems(mended) - LITTLE_WORDS
        for word in sorted(words):
            for name in self._by_word.get(word, ()):
                yield name.iri, 0.45 * self._weight(words & _stems(name.text)) / self._weight(words), "misspelt"

    def _mended(self, wanted: str) -> str:
        """The text with each long word that no name holds replaced by the one that it is nearest to."""
        words = wanted.split()
        known = sorted(self._by_word)
        for at, word in enumerate(words):
            if len(word) >= 5 and not self.knows_word(word):
                near = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=82)
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


def _stem(word: str) -> str:
    """A word without its plural ending, ordinals and number words as figures: enough to meet other forms of it."""
    if word in NUMBERS:
        return NUMBERS[word]
    if re.fullmatch(r"\d+(st|nd|rd|th)", word):
        return word[:-2]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in text.split())


def _without_titles(text: str) -> str:
    words = text.split()
    start = next((at for at, word in enumerate(words) if word not in TITLES), len(words) - 1)
    return " ".join(words[start:])


def _without_forms(text: str) -> str:
    words = text.split()
    end = next((at for at in range(len(words), 0, -1) if words[at - 1] not in LEGAL_FORMS), 1)
    return " ".join(words[:end])
