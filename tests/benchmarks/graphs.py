"""A store of so many made-up statements: ``python -m tests.benchmarks.graphs STATEMENTS STORE``.

Its triples are made by the mapper that builds use, and loaded in bulk. As in news, a few things are in very many
statements and most in few (Zipf's law), countries above all. The things of ``KNOWN`` are in every such store, so that
one question can be asked of stores of all sizes.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

import pyoxigraph

from kg.model import Entity, Evidence, Extraction, Literal, Mention, Referent, Source, Span, Statement
from kg.namekeys import keys_of
from kg.names import Names
from kg.store import LedgerEntry
from kg.store.dataset import ArticleRecord, ReadRecord
from kg.store.format import format_line
from kg.store.ledger import brief_line, reading_lines
from kg.store.lines import Line
from kg.store.nameindex import gram_lines, key_lines, stamp, words_among
from kg.store.rdf import Mapper
from kg.vocabulary import load_vocabulary
from tests.benchmarks.identity import FIELDS, HEADS
from tests.benchmarks.identity import GIVEN as NAMES_OF_PEOPLE

PER_ARTICLE = 24
COUNTRIES = {
    "China": "CN", "Pakistan": "PK", "Kenya": "KE", "Chile": "CL", "Poland": "PL", "Morocco": "MA", "Norway": "NO",
    "Vietnam": "VN", "Egypt": "EG", "Peru": "PE", "Ghana": "GH", "Jordan": "JO",
}  # fmt: skip
SYLLABLES = "ba co di fu ga he jo ku la mi no pe ra sa te vo wi xe ya zu".split()
GATHERINGS = ("Forum", "Summit", "Conference", "Expo")
KNOWN = {
    "forum": ("Event", "Pakistan-China Software and IT Forum"),
    "board": ("Organization", "Pakistan Software Export Board", "PSEB"),
    "company": ("Organization", "Huawei"),
    "person": ("Person", "Yi Xiang"),
    "speaker": ("Person", "Babar Amin"),
    "city": ("Place", "Shenzhen"),
}
SAID = [
    ("person", "represents", "company"),
    ("board", "attended", "forum"),
    ("speaker", "spokeAt", "forum"),
    ("forum", "heldIn", "city"),
    ("board", "signedMoUWith", "company"),
]
DEEDS = [
    ("people", "represents", "bodies", 22),
    ("people", "attended", "events", 18),
    ("people", "spokeAt", "events", 8),
    ("bodies", "organized", "events", 8),
    ("bodies", "signedMoUWith", "bodies", 10),
    ("bodies", "cooperatesWith", "bodies", 8),
    ("people", "metWith", "people", 6),
    ("bodies", "locatedIn", "places", 7),
    ("events", "heldIn", "places", 5),
    ("people", "visited", "places", 4),
    ("events", "heldOn", "", 4),
]
"""Who did what to whom, and in how many of a hundred statements."""


Statements = list[tuple[Entity, str, Entity | str]]


class World:
    """The things that articles tell of, and what is said of them; the same seed gives the same."""

    def __init__(self, statements: int, names: Names, seed: int = 7) -> None:
        self.random = Random(seed)
        self.names = names
        self.entities: dict[str, Entity] = {}
        self.known = {short: self._thing(*what) for short, what in KNOWN.items()}
        self.things = {
            "places": [self._thing("Place", name, country=code) for name, code in COUNTRIES.items()],
            "people": [self._thing("Person", self._person()) for _ in range(max(100, statements // 12))],
            "bodies": [self._thing("Organization", self._body()) for _ in range(max(80, statements // 16))],
            "events": [self._thing("Event", self._event()) for _ in range(max(40, statements // 30))],
        }
        self.things["places"] += [self._thing("Place", self._word()) for _ in range(500)]

    def known_statements(self) -> Statements:
        """What is said in every such store."""
        return [(self.known[one], relation, self.known[other]) for one, relation, other in SAID]

    def statements(self, number: int) -> Statements:
        """So many more, no two of them alike."""
        found: dict[object, tuple[Entity, str, Entity | str]] = {}
        while len(found) < number:
            one, relation, other = self._statement()
            ends = frozenset((one.id, other if isinstance(other, str) else other.id))
            if len(ends) == 2:
                found[relation, ends] = one, relation, other
        return list(found.values())

    def _statement(self) -> tuple[Entity, str, Entity | str]:
        ((who, relation, whom, _),) = self.random.choices(DEEDS, [deed[-1] for deed in DEEDS])
        if not whom:
            day = f"{self.random.randint(2005, 2025)}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"
            return self._one(who), relation, day
        return self._one(who), relation, self._one(whom)

    def _one(self, kind: str) -> Entity:
        """One thing of that kind: the n-th of them about n to the power of 0.8 times as seldom as the first."""
        among = self.things[kind]
        rank = (1 + self.random.random() * ((len(among) + 1) ** 0.2 - 1)) ** 5
        return among[min(int(rank), len(among)) - 1]

    def _thing(self, kind: str, label: str, *others: str, country: str | None = None) -> Entity:
        iri = self.names.entity(kind, label)
        return self.entities.setdefault(iri, Entity(iri, kind, label, (label, *others), country=country))

    def _word(self) -> str:
        return "".join(self.random.choices(SYLLABLES, k=self.random.randint(2, 4))).title()

    def _person(self) -> str:
        return f"{self.random.choice(NAMES_OF_PEOPLE)} {self._word()} {self._word()}".title()

    def _body(self) -> str:
        return f"{self._word()} {self.random.choice(FIELDS)} {self._word()} {self.random.choice(HEADS)}"

    def _event(self) -> str:
        return f"{self._word()} {self._word()} {self.random.choice(GATHERINGS)} {self.random.randint(2005, 2025)}"


def articles(world: World, statements: int) -> Iterator[tuple[ArticleRecord, ReadRecord]]:
    """Articles that make so many statements together, each sentence one of them."""
    made = 0
    for number in count():
        said = world.known_statements() if number == 0 else world.statements(min(PER_ARTICLE, statements - made))
        if not said:
            return
        made += len(said)
        yield _article(world.names, f"{number % 100:02}/{number:07}.txt", number, said)


def _article(names: Names, name: str, number: int, said: Statements) -> tuple[ArticleRecord, ReadRecord]:
    text, statements = "", []
    referents: dict[str, Referent] = {}
    entity_of: dict[str, str] = {}
    for subject, relation, other in said:
        sentence = f"{subject.label} {relation} {other if isinstance(other, str) else other.label}."
        for thing in (subject, other):
            if isinstance(thing, Entity):
                key, at = f"{thing.type}:{thing.label}", len(text) + sentence.index(thing.label)
                mention = Mention(Span(at, at + len(thing.label)))
                referents.setdefault(key, Referent(key, thing.type, thing.label, thing.labels, (mention,)))
                entity_of[key] = thing.id
        value = Literal(other, "date") if isinstance(other, str) else f"{other.type}:{other.label}"
        evidence = Evidence(name, len(text), len(text) + len(sentence), sentence)
        statements.append(
            Statement(f"{subject.type}:{subject.label}", relation, value, (evidence,), "asserted", 0.9, "made up")
        )
        text += sentence + "\n"
    published = f"{2005 + number % 20}-05-{number % 28 + 1:02}"
    source = Source(names.article(name), name, f"Article {number}", f"Paper {number % 50}", None, published, None, "0")
    extraction = Extraction(name, tuple(referents.values()), tuple(statements))
    reading = ReadRecord(LedgerEntry(name, "0", "made up", f"/{name}"), text)
    return ArticleRecord(source, extraction, entity_of), reading


def quads(statements: int) -> Iterator[tuple[str, Line]]:
    """The triples of such a store, each with its graph."""
    names = Names()
    mapper, world = Mapper(names, load_vocabulary()), World(statements, names)
    for article, reading in articles(world, statements):
        written = mapper.article(article.source, article.extraction, article.entity_of)
        yield from ((article.source.id, line) for line in written)
        told = [*reading_lines(names, reading), brief_line(names, article)]
        yield from ((names.ledger_graph, line) for line in told)
    words: set[str] = set()
    for entity in world.entities.values():
        yield from ((names.entities_graph, line) for line in mapper.entity(entity))
        yield from ((names.ledger_graph, line) for line in key_lines(names, entity))
        words |= words_among(keys_of(entity))
    index = [format_line(names), stamp(names), *gram_lines(names, sorted(words))]
    yield from ((names.ledger_graph, line) for line in index)


def write_graph(statements: int, folder: Path) -> None:
    """Make the store in a folder, which must not be there yet."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".nq", dir=folder.parent) as file:
        for graph, line in quads(statements):
            file.write(f"{line} <{graph}> .\n")
        file.flush()
        store = pyoxigraph.Store(str(folder))
        store.bulk_load(path=file.name, format=pyoxigraph.RdfFormat.N_QUADS, lenient=True)
        store.flush()


if __name__ == "__main__":
    write_graph(int(sys.argv[1].replace(",", "")), Path(sys.argv[2]))
