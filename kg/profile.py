"""All that the graph knows of one thing, by relation, with who says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from kg.copies import independent
from kg.model import Entity, Evidence, Fact, Source
from kg.store import GraphView
from kg.vocabulary import Vocabulary

NO_POST = ("counterpart", "colleague", "representative", "member")
"""Words by which articles speak of people without an office of theirs."""


def evidence_json(evidence: Evidence) -> dict[str, object]:
    """A sentence and its place, as all JSON output gives it."""
    return {"article": evidence.article, "quote": evidence.quote, "start": evidence.start, "end": evidence.end}


class Articles:
    """Knows the articles, so as to name them beside their sentences; each is looked up once."""

    def __init__(self, view: GraphView) -> None:
        self._source: Callable[[str], Source | None] = cache(view.source)

    def source(self, article: str) -> Source | None:
        """The article, if the graph has one of this name."""
        return self._source(article)

    def name(self, article: str) -> str:
        """An article as a citation: file, publisher and date, as far as they are known."""
        source = self._source(article)
        known = (article, source.publisher, source.published) if source else (article,)
        return ", ".join(part for part in known if part)

    def published(self, article: str) -> str | None:
        """The article's date, if it has one."""
        source = self._source(article)
        return source.published if source else None

    def counted(self, articles: Iterable[str]) -> tuple[int, int]:
        """How many articles these are, and how many reports: copies of one report are one."""
        known = {name: self._source(name) for name in articles}
        return len(known), independent(known, {n: s.copy_of for n, s in known.items() if s})


@dataclass(frozen=True, slots=True)
class Line:
    """A fact as seen from the thing that is shown: the relation in that direction, and the other end."""

    relation: str
    modality: str
    other: str
    other_id: str | None
    inverse: bool
    facts: tuple[Fact, ...]


def lines_about(thing: Entity, facts: Sequence[Fact], vocabulary: Vocabulary) -> list[Line]:
    """Facts that say the same, from however many articles, as one line each; asserted ones first."""

    def line(fact: Fact) -> tuple[bool, str, str, str, str | None, bool]:
        relation = vocabulary.relation(fact.predicate)
        inverse = fact.subject.id != thing.id
        end = fact.subject if inverse else fact.object
        label = relation.inverse_label if inverse and not relation.symmetric else relation.label
        name, iri = (end.label, end.id) if isinstance(end, Entity) else (end.value, None)
        return fact.modality != "asserted", label, fact.modality, name, iri, inverse and not relation.symmetric

    keyed = sorted(((line(fact), fact) for fact in facts), key=lambda pair: (*map(str, pair[0]), pair[1].id))
    return [
        Line(label, modality, name, iri, inverse, tuple(fact for _, fact in group))
        for (_, label, modality, name, iri, inverse), group in groupby(keyed, key=lambda pair: pair[0])
    ]


def posts_of(view: GraphView, person: Entity) -> list[str]:
    """The offices that articles give a person, as they write them, those that most articles give first."""
    if person.type != "Person":
        return []
    rows = view.store.rows(
        f"PREFIX kg: <{view.names.namespace}>\n"
        "SELECT ?hint (COUNT(DISTINCT ?article) AS ?told) WHERE {\n"
        f"  GRAPH ?article {{ ?known kg:refersTo <{person.id}> ; kg:hint ?hint }}\n"
        '  FILTER(STRSTARTS(?hint, "post="))\n}\nGROUP BY ?hint ORDER BY DESC(?told) ?hint'
    )
    found = [post for row in rows for post in str(row[0]).removeprefix("post=").split("; ")]
    told: dict[str, str] = {}
    for post in found:
        told.setdefault(post.casefold(), re.sub(r" (?=,)", "", post))
    # "Minister" says nothing beside "Minister of Health".
    longer = {one for one in told if any(one != other and one in other for other in told)}
    return [post for one, post in told.items() if one not in longer and one not in NO_POST]


def profile_json(thing: Entity, lines: Sequence[Line], articles: Articles, posts: Sequence[str]) -> dict[str, object]:
    """The object that ``kg show --format json`` prints."""
    counted = [articles.counted(e.article for fact in line.facts for e in fact.evidence) for line in lines]
    return {
        "id": thing.id,
        "label": thing.label,
        "labels": list(thing.labels),
        "type": thing.type,
        "posts": list(posts),
        "links": list(thing.links),
        "facts": [
            {
                "relation": line.facts[0].predicate,
                "inverse": line.inverse,
                "label": line.relation,
                "modality": line.modality,
                "statements": [fact.id for fact in line.facts],
                "other": {"id": line.other_id, "label": line.other} if line.other_id else {"value": line.other},
                "sources": sources,
                "independent": reports,
                "evidence": [evidence_json(e) for fact in line.facts for e in fact.evidence],
            }
            for line, (sources, reports) in zip(lines, counted, strict=True)
        ],
    }
