"""Compares what is extracted from articles with facts that people agreed on: precision, recall, misses and traps."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from kg.articles import find_sources
from kg.build import BuildReport, Progress, build
from kg.errors import UsageError
from kg.model import Entity, Extractor, Fact, Literal
from kg.store import GraphView, memory_store
from kg.vocabulary import Vocabulary

Triple = tuple[str, str, str]
HONORIFIC = re.compile(r"^(?:the|mr|mrs|ms|dr|prof|professor|h\.?e\.?|his excellency|her excellency)\.?\s+", re.I)


@dataclass(frozen=True)
class Gold:
    """What people found in one article.

    ``names`` and ``types`` are of its entities, by their ids. ``facts`` must be found, ``optional`` ones may be,
    and ``wrong`` ones are traps.
    """

    article: str
    names: Mapping[str, tuple[str, ...]]
    types: Mapping[str, str]
    facts: frozenset[Triple]
    optional: frozenset[Triple]
    wrong: frozenset[Triple]


@dataclass(frozen=True)
class ArticleScore:
    """How one article came out. ``found`` and ``gold`` count facts by relation, ``false`` what is spurious or a trap.

    ``split`` gives the entities that came out as several things, and how many.
    """

    article: str
    found: Counter[str]
    gold: Counter[str]
    false: Counter[str]
    missed: tuple[str, ...]
    spurious: tuple[str, ...]
    trapped: tuple[str, ...]
    split: Mapping[str, int]


@dataclass(frozen=True)
class Score:
    """How many facts were to be found, how many were, and how many statements were false."""

    found: int
    gold: int
    false: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was."""
        return self.found / (self.found + self.false) if self.found + self.false else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold facts that was found; 0 where there are none."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class Evaluation:
    """The scores of all articles that have gold; ``unread`` are gold articles that were not among those read."""

    articles: tuple[ArticleScore, ...]
    unread: tuple[str, ...] = ()

    @property
    def score(self) -> Score:
        """Over all articles and relations."""
        return Score(*(sum(sum(c.values()) for c in self._counts(which)) for which in ("found", "gold", "false")))

    @property
    def by_relation(self) -> dict[str, Score]:
        """For each relation, in the order of how often gold has it."""
        found, gold, false = (sum(self._counts(which), Counter[str]()) for which in ("found", "gold", "false"))
        names = sorted(found.keys() | gold.keys() | false.keys(), key=lambda name: (-gold[name], name))
        return {name: Score(found[name], gold[name], false[name]) for name in names}

    @property
    def trapped(self) -> int:
        """How many traps were stepped into."""
        return sum(len(article.trapped) for article in self.articles)

    def _counts(self, which: str) -> Iterator[Counter[str]]:
        yield from (getattr(article, which) for article in self.articles)


def evaluate_articles(
    paths: Sequence[Path],
    gold: Path,
    extractor: Extractor,
    vocabulary: Vocabulary,
    progress: Progress | None = None,
) -> tuple[Evaluation, BuildReport]:
    """Read the articles into a graph in memory, as a build does, and compare it with the gold files of a folder.

    Only articles that have gold count; those that cannot be read count as read and have nothing found. UsageError where
    a path does not exist, a gold file is not well formed or none fits the articles.
    """
    known = read_gold(gold, vocabulary)
    given = {PurePosixPath(source.name).name for source in find_sources(paths)}
    chosen = [each for each in known if each.article in given]
    if not chosen:
        expected = ", ".join(each.article for each in known[:3])
        raise UsageError(f"no gold in {gold} is of these articles", f"its gold is of {expected} …")
    with memory_store(vocabulary=vocabulary) as store:
        report = build(store, paths, extractor, progress=progress)
        evaluation = evaluate(GraphView(store).facts(), chosen, vocabulary)
    return Evaluation(evaluation.articles, tuple(sorted(g.article for g in known if g.article not in given))), report


def evaluate(facts: Iterable[Fact], gold: Iterable[Gold], vocabulary: Vocabulary) -> Evaluation:
    """Compare facts with gold, article by article."""
    by_article: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        for name in {evidence.article for evidence in fact.evidence}:
            by_article[PurePosixPath(name).name].append(fact)
    known = list(gold)
    scored = _scored(known, vocabulary)
    return Evaluation(tuple(_Comparison(g, vocabulary, scored).score(by_article[g.article]) for g in known))


def read_gold(folder: Path, vocabulary: Vocabulary) -> list[Gold]:
    """The gold files of a folder, in the order of their names; UsageError where one is not well formed."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise UsageError(f"there is no gold in {folder}", "gold files end in .json; docs/eval.md shows their form")
    found = []
    for path in files:
        try:
            found.append(_gold(json.loads(path.read_text(encoding="utf-8")), vocabulary))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise UsageError(f"{path}: not a gold file: {error!r}", "docs/eval.md shows its form") from error
    return found


def normal(name: str) -> str:
    """A name folded, so that spelling habits do not count: case, accents, quotes, hyphens, articles, honorifics."""
    name = unicodedata.normalize("NFKD", name)
    name = "".join(c for c in name if not unicodedata.combining(c)).casefold()
    name = re.sub(r"['’‘`´]s\b", "", name)
    name = re.sub(r"[^\w@&]+", " ", name.replace("&", " and ")).strip()
    while (shorter := HONORIFIC.sub("", name)) != name:
        name = shorter
    return name


def _gold(data: Mapping[str, Any], vocabulary: Vocabulary) -> Gold:
    def triples(field: str) -> frozenset[Triple]:
        for _, relation, _ in data.get(field, []):
            vocabulary.relation(relation)
        return frozenset(_canonical((s, p, o), vocabulary) for s, p, o in data.get(field, []))

    entities = data["entities"]
    facts, optional = triples("facts") if "facts" in data else frozenset(), triples("optional")
    weaker = {w for fact in facts | optional for w in _implied(fact, vocabulary)}
    return Gold(
        article=data["doc"],
        names={key: tuple(entity["names"]) for key, entity in entities.items()},
        types={key: entity["type"] for key, entity in entities.items()},
        facts=facts,
        optional=(optional | weaker) - facts,
        wrong=triples("wrong"),
    )


def _scored(gold: Iterable[Gold], vocabulary: Vocabulary) -> set[str]:
    """The relations that count: kg's own but for the particulars of agreements, and whatever else the gold has."""
    plain = {r.name for r in vocabulary.relations.values() if r.domain != ("Agreement",)} - vocabulary.own
    return plain | {fact[1] for each in gold for fact in (*each.facts, *each.optional, *each.wrong)}


def _canonical(fact: Triple, vocabulary: Vocabulary) -> Triple:
    s, p, o = fact
    return (min(s, o), p, max(s, o)) if vocabulary.relations[p].symmetric else fact


def _implied(fact: Triple, vocabulary: Vocabulary) -> Iterator[Triple]:
    s, p, o = fact
    for weaker in vocabulary.relations[p].implies:
        found = _canonical((s, weaker, o), vocabulary)
        yield found
        yield from _implied(found, vocabulary)


@dataclass
class _Comparison:
    """One article's facts against its gold."""

    gold: Gold
    vocabulary: Vocabulary
    scored: set[str]
    found: set[Triple] = field(default_factory=set)
    spurious: dict[str, str] = field(default_factory=dict)
    trapped: dict[str, str] = field(default_factory=dict)
    nodes: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        self._ids: dict[str, list[str]] = defaultdict(list)
        for key, names in self.gold.names.items():
            for name in names:
                self._ids[normal(name)].append(key)

    def score(self, facts: Iterable[Fact]) -> ArticleScore:
        """Hold all facts against the gold."""
        for fact in facts:
            if fact.modality == "asserted" and fact.predicate in self.scored:
                self._take(fact)
        missed = self.gold.facts - self.found
        return ArticleScore(
            article=self.gold.article,
            found=Counter(fact[1] for fact in self.found),
            gold=Counter(fact[1] for fact in self.gold.facts),
            false=Counter([*self.spurious.values(), *self.trapped.values()]),
            missed=tuple(sorted(" | ".join(fact) for fact in missed)),
            spurious=tuple(sorted(self.spurious)),
            trapped=tuple(sorted(self.trapped)),
            split={self.gold.names[key][0]: len(ids) for key, ids in self.nodes.items() if len(ids) > 1},
        )

    def _take(self, fact: Fact) -> None:
        subject, end = self._id(fact.subject), self._end(fact)
        shown = f"{fact.subject.label} | {fact.predicate} | {_label(fact.object)}"
        if subject is None or end is None:
            self.spurious[shown] = fact.predicate
            return
        triple = _canonical((subject, fact.predicate, end), self.vocabulary)
        if triple in self.gold.wrong:
            self.trapped[shown] = fact.predicate
        elif triple in self.gold.facts or triple in self.gold.optional:
            self.found |= {triple, *_implied(triple, self.vocabulary)} & self.gold.facts
        elif not self._is_finer_date(triple):
            self.spurious[shown] = fact.predicate

    def _id(self, entity: Entity) -> str | None:
        """The gold entity that a thing stands for: by its label first, then by most of its labels."""
        hit = self._ids.get(normal(entity.label))
        if hit:
            same = [key for key in hit if self.gold.types[key].casefold() == entity.type.casefold()]
            chosen: str | None = (same or hit)[0]
        else:
            votes = Counter(key for name in entity.labels for key in self._ids.get(normal(name), []))
            chosen = votes.most_common(1)[0][0] if votes else None
        if chosen is not None:
            self.nodes[chosen].add(entity.id)
        return chosen

    def _end(self, fact: Fact) -> str | None:
        if isinstance(fact.object, Entity):
            return self._id(fact.object)
        if fact.object.datatype == "date":
            return fact.object.value.strip()[:10]
        return re.sub(r"\D", "", fact.object.value) if fact.object.datatype == "integer" else fact.object.value.strip()

    def _is_finer_date(self, triple: Triple) -> bool:
        """A coarser or finer date than the gold's is neither found nor wrong."""
        subject, relation, date = triple
        return self.vocabulary.relations[relation].datatype == "date" and any(
            (s, p) == (subject, relation) and (o.startswith(date) or date.startswith(o))
            for s, p, o in self.gold.facts | self.gold.optional
        )


def _label(end: Entity | Literal) -> str:
    return end.value if isinstance(end, Literal) else end.label
