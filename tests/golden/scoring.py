"""Counts golden articles and golden sentences, as the evaluation's own script does.

An article's gold is a JSON file (``entities``, ``facts``, ``optional``, ``wrong``): a fact counts as found where
both of its ends carry a name of the gold's; what is said and stands in neither list is spurious. A sentence is
right where all its ``facts`` are said, none of ``not`` is, and each of ``planned`` is said as no fact.
"""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from kg.articles import parse_article, read_article
from kg.model import Article, Extraction, Extractor, Literal, Referent, Statement
from kg.vocabulary import load_vocabulary

Fact = tuple[str, str, str]

SYMMETRIC = {"signedMoUWith", "signedAgreementWith", "metWith", "cooperatesWith"}
IMPLIES = {
    "signedMoUWith": "signedAgreementWith",
    "signedAgreementWith": "cooperatesWith",
    "spokeAt": "attended",
}
LITERAL = {"heldOn", "agreementCount"}
SCORED = frozenset(
    (
        "signedMoUWith",
        "signedAgreementWith",
        "represents",
        "attended",
        "spokeAt",
        "organized",
        "heldIn",
        "heldOn",
        "locatedIn",
        "visited",
        "metWith",
        "partOf",
        "cooperatesWith",
        "promotes",
        "established",
        "agreementCount",
    )
)
_HONORIFIC = re.compile(r"^(?:the|mr|mrs|ms|dr|prof|professor|h\.?e\.?|his excellency|her excellency)\.?\s+", re.I)


def normal(name: str) -> str:
    """A name without what is habit of spelling: case, accents, quotes, hyphens, articles, forms of address."""
    name = unicodedata.normalize("NFKD", name)
    name = "".join(c for c in name if not unicodedata.combining(c)).casefold()
    name = re.sub(r"['’‘`´]s\b", "", name)
    name = re.sub(r"[^\w@&]+", " ", name.replace("&", " and ")).strip()
    while (shorter := _HONORIFIC.sub("", name)) != name:
        name = shorter
    return name


def canonical(fact: Sequence[str]) -> Fact:
    """The fact with the ends of a symmetric relation in a fixed order."""
    subject, relation, end = fact
    if relation in SYMMETRIC:
        return (min(subject, end), relation, max(subject, end))
    return (subject, relation, end)


def implied(fact: Fact) -> Iterator[Fact]:
    """The weaker facts that follow from ``fact``."""
    subject, relation, end = fact
    while relation in IMPLIES:
        relation = IMPLIES[relation]
        yield canonical((subject, relation, end))


def with_implied(facts: Iterable[Fact]) -> set[Fact]:
    """``facts`` and all that follows from them."""
    return {f for fact in facts for f in (fact, *implied(fact))}


def literal(relation: str, value: str) -> str:
    """A date as far as its day, a number as its digits."""
    return value.strip()[:10] if relation == "heldOn" else re.sub(r"\D", "", value)


@dataclass(frozen=True)
class Gold:
    """What a reader finds in one article."""

    article: str
    entities: Mapping[str, tuple[str, tuple[str, ...]]]
    facts: frozenset[Fact]
    optional: frozenset[Fact]
    wrong: frozenset[Fact]
    ids: Mapping[str, tuple[str, ...]]

    def resolve(self, referent: Referent) -> str | None:
        """The gold's entity that a referent stands for: by its label, else by most of its labels."""
        if hits := self.ids.get(normal(referent.label)):
            same = [key for key in hits if self.entities[key][0].casefold() == referent.type.casefold()]
            return (same or list(hits))[0]
        votes = Counter(key for name in referent.labels for key in self.ids.get(normal(name), ()))
        return votes.most_common(1)[0][0] if votes else None

    def holds_date(self, event: str, value: str) -> bool:
        """Whether the gold has a coarser or finer date for the event: then ``value`` is neither right nor wrong."""
        return any(
            s == event and p == "heldOn" and (o.startswith(value) or value.startswith(o))
            for s, p, o in self.facts | self.optional
        )


def load_gold(path: Path) -> Gold:
    """The gold of one file. Raises ValueError where it does not hold together."""
    data = json.loads(path.read_text(encoding="utf-8"))
    entities = {key: (e["type"], tuple(e["names"])) for key, e in data["entities"].items()}
    ids: dict[str, list[str]] = defaultdict(list)
    for key, (_, names) in entities.items():
        for name in names:
            ids[normal(name)].append(key)
    lists = {part: [tuple(fact) for fact in data.get(part, [])] for part in ("facts", "optional", "wrong")}
    for subject, relation, end in (fact for part in lists.values() for fact in part):
        _check_fact(path.name, subject, relation, end, entities)
    facts = {canonical(f) for f in lists["facts"]}
    optional = with_implied({canonical(f) for f in lists["optional"]} | facts) - facts
    return Gold(
        data["doc"],
        entities,
        frozenset(facts),
        frozenset(optional),
        frozenset(canonical(f) for f in lists["wrong"]),
        {name: tuple(dict.fromkeys(keys)) for name, keys in ids.items()},
    )


def _check_fact(where: str, subject: str, relation: str, end: str, known: Iterable[str] | None) -> None:
    if relation not in SCORED:
        raise ValueError(f"{where}: {relation} is no relation that counts")
    if relation == "heldOn" and not re.fullmatch(r"\d{4}(-\d\d){0,2}", end):
        raise ValueError(f"{where}: {end} is no ISO date")
    if relation == "agreementCount" and not end.isdigit():
        raise ValueError(f"{where}: {end} is no number")
    missing = [] if known is None else [k for k in (subject, end) if k not in known]
    if missing and (missing != [end] or relation not in LITERAL):
        raise ValueError(f"{where}: {', '.join(missing)} is no entity")


@dataclass(frozen=True)
class Sentence:
    """One to three sentences and what is to be read in them. A name "A|B" is one thing with either name."""

    text: str
    published: date | None
    facts: tuple[Fact, ...]
    never: tuple[Fact, ...]
    planned: tuple[Fact, ...]


def load_sentences(path: Path) -> list[Sentence]:
    """The golden sentences of one file, if it is there. Raises ValueError where a fact is malformed."""
    sentences: list[Sentence] = []
    if not path.exists():
        return sentences
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["sentence"]:
        lists = []
        for part in ("facts", "not", "planned"):
            facts = [(str(s), str(p), str(o)) for s, p, o in entry.get(part, [])]
            for subject, relation, end in facts:
                _check_fact(f"{path.name}: {entry['text'][:40]}", subject, relation, end, None)
            lists.append(tuple(facts))
        if not any(lists):
            raise ValueError(f"{path.name}: nothing is asked of {entry['text'][:40]!r}")
        sentences.append(Sentence(entry["text"], _day(entry.get("published")), *lists))
    return sentences


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


@dataclass
class ArticleReport:
    """How one article went."""

    article: str
    gold: frozenset[Fact]
    found: set[Fact] = field(default_factory=set)
    spurious: set[str] = field(default_factory=set)
    wrong: set[str] = field(default_factory=set)
    confident: set[str] = field(default_factory=set)
    """Of what is spurious or wrong, that which the extractor was sure of."""
    sure: int = 0
    """How many statements the extractor was sure of and that the gold judges."""

    @property
    def missed(self) -> set[Fact]:
        """What the gold has and the extractor has not."""
        return set(self.gold) - self.found


SURE = 0.8


def score_article(gold: Gold, extraction: Extraction) -> ArticleReport:
    """Compare one article's statements with its gold."""
    report = ArticleReport(gold.article, gold.facts)
    referents = {r.key: r for r in extraction.referents}
    for statement in extraction.statements:
        if statement.predicate not in SCORED or statement.modality != "asserted":
            continue
        shown = _shown(statement, referents)
        subject = gold.resolve(referents[statement.subject])
        end = _end(statement, referents, gold)
        right = False
        if subject is None or end is None:
            report.spurious.add(shown)
        else:
            fact = canonical((subject, statement.predicate, end))
            if fact in gold.wrong:
                report.wrong.add(shown)
            elif fact in gold.facts or fact in gold.optional:
                report.found |= {fact, *implied(fact)} & gold.facts
                right = True
            elif statement.predicate == "heldOn" and gold.holds_date(subject, end):
                continue
            else:
                report.spurious.add(shown)
        if statement.confidence >= SURE:
            report.sure += 1
            if not right:
                report.confident.add(shown)
    return report


def _end(statement: Statement, referents: Mapping[str, Referent], gold: Gold) -> str | None:
    if isinstance(statement.object, Literal):
        return literal(statement.predicate, statement.object.value)
    return gold.resolve(referents[statement.object])


def _shown(statement: Statement, referents: Mapping[str, Referent]) -> str:
    end = statement.object.value if isinstance(statement.object, Literal) else referents[statement.object].label
    return f"{referents[statement.subject].label} | {statement.predicate} | {end}"


def sentence_faults(sentence: Sentence, extraction: Extraction) -> list[str]:
    """What is wrong with the reading of one golden sentence; empty where all is right."""
    referents = {r.key: r for r in extraction.referents}
    said = [s for s in extraction.statements if s.modality == "asserted"]
    unsaid = [s for s in extraction.statements if s.modality in ("planned", "hypothetical")]

    def holds(fact: Fact, statements: Iterable[Statement]) -> bool:
        return any(_matches(fact, statement, referents) for statement in statements)

    faults = [f"missed: {_line(f)}" for f in sentence.facts if not holds(f, said)]
    faults += [f"wrong: {_line(f)}" for f in sentence.never if holds(f, said)]
    for fact in sentence.planned:
        if holds(fact, said):
            faults.append(f"wrong: {_line(fact)} as a fact")
        elif not holds(fact, unsaid):
            faults.append(f"missed: {_line(fact)} as planned")
    return faults


def _line(fact: Fact) -> str:
    return " | ".join(part.split("|")[0] for part in fact)


def _matches(fact: Fact, statement: Statement, referents: Mapping[str, Referent]) -> bool:
    subject, relation, end = fact
    if relation not in (statement.predicate, *(f[1] for f in implied(("", statement.predicate, "")))):
        return False
    first = referents[statement.subject]
    if isinstance(statement.object, Literal):
        return _named(first, subject) and literal(relation, statement.object.value) == end
    second = referents[statement.object]
    if _named(first, subject) and _named(second, end):
        return True
    return relation in SYMMETRIC and _named(first, end) and _named(second, subject)


def _named(referent: Referent, names: str) -> bool:
    own = {normal(name) for name in (referent.label, *referent.labels)}
    return any(normal(name) in own for name in names.split("|"))


@dataclass
class HalfReport:
    """How one half of the golden set went."""

    articles: list[ArticleReport]
    sentences: int
    faults: dict[str, list[str]]
    """By the sentence's text."""

    @property
    def figures(self) -> dict[str, float]:
        """The figures that have floors."""
        found = sum(len(r.found) for r in self.articles)
        false = sum(len(r.spurious) + len(r.wrong) for r in self.articles)
        total = sum(len(r.gold) for r in self.articles)
        right = self.sentences - len(self.faults)
        return {
            "precision": found / (found + false) if found else 0.0,
            "recall": found / total if total else 0.0,
            "sentences": right / self.sentences if self.sentences else 0.0,
        }

    def misses(self, per_relation: int = 5) -> str:
        """The first misses by relation, what was said falsely, and the first sentences that went wrong."""
        by_relation: dict[str, list[str]] = defaultdict(list)
        asked = Counter(f[1] for r in self.articles for f in r.gold)
        for report in self.articles:
            for fact in sorted(report.missed):
                by_relation[fact[1]].append(f"{report.article}: {' | '.join(fact)}")
        lines = []
        for relation, missed in sorted(by_relation.items(), key=lambda item: -len(item[1])):
            lines.append(f"{relation}: missed {len(missed)} of {asked[relation]}")
            lines += [f"    {line}" for line in missed[:per_relation]]
        false = [f"{r.article}: {line}" for r in self.articles for line in sorted(r.wrong | r.spurious)]
        lines += [f"said falsely: {len(false)}", *(f"    {line}" for line in false[: 3 * per_relation])]
        lines.append(f"sentences not wholly right: {len(self.faults)} of {self.sentences}")
        for text, faults in list(self.faults.items())[: 3 * per_relation]:
            lines += [f"    {text[:90]}", *(f"        {fault}" for fault in faults)]
        return "\n".join(lines)


def score_half(folder: Path, extractor: Extractor) -> HalfReport:
    """Read the golden articles and sentences below ``folder``, and count."""
    articles = []
    for path in sorted(folder.glob("gold/*.json")):
        gold = load_gold(path)
        article = read_article(folder / "articles" / gold.article, gold.article)
        articles.append(score_article(gold, extractor.extract(article)))
    sentences = load_sentences(folder / "sentences.toml")
    faults = {}
    for sentence in sentences:
        if found := sentence_faults(sentence, extractor.extract(as_article(sentence))):
            faults[sentence.text] = found
    return HalfReport(articles, len(sentences), faults)


def as_article(sentence: Sentence) -> Article:
    """A golden sentence as an article of its own."""
    article = parse_article(sentence.text.encode(), "sentence.txt")
    return replace(article, published=sentence.published) if sentence.published else article


def known_relations() -> set[str]:
    """The relations of the vocabulary that count."""
    return set(load_vocabulary().relations) & SCORED
