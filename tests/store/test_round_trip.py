"""What is written is what is read: any extraction, any text in it, comes back as it was."""

from __future__ import annotations

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Literal as RdfLiteral
from rdflib.util import from_n3

from kg.errors import QueryError
from kg.model import Entity, Evidence, Extraction, Literal, Mention, MentionForm, Referent, Source, Span, Statement
from kg.names import Names
from kg.store import GraphView, LedgerEntry, memory_store
from kg.store.dataset import ArticleRecord, Change, ReadRecord
from kg.store.lines import literal
from kg.store.rdf import date_literal, model_literal, nt, value_literal
from kg.vocabulary import load_vocabulary
from tests.graphs import Said, graph_of

VOCABULARY = load_vocabulary()
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
spans = st.tuples(st.integers(0, 10_000), st.integers(1, 500)).map(lambda p: Span(p[0], p[0] + p[1]))
FORMS: tuple[MentionForm, ...] = ("name", "nominal", "pronoun")
hints = st.dictionaries(st.sampled_from(["iso", "country", "seat", "body", "year"]), texts, max_size=3)
dates = st.dates().map(lambda d: d.isoformat())
literals = st.one_of(
    st.tuples(dates, st.sampled_from([4, 7, 10])).map(lambda p: Literal(p[0][: p[1]], "date")),
    st.integers(0, 10**12).map(lambda n: Literal(str(n), "integer")),
    texts.map(lambda t: Literal(t, "string")),
)


@st.composite
def referents(draw: st.DrawFn) -> tuple[Referent, ...]:
    keys = draw(st.lists(texts, unique=True, min_size=2, max_size=5))
    found = []
    for key in sorted(keys):
        label, others = draw(texts), draw(st.sets(texts, max_size=3))
        places = sorted(draw(st.sets(spans, max_size=4)))
        mentions = tuple(Mention(place, draw(st.sampled_from(FORMS))) for place in places)
        kind = draw(st.sampled_from(["Person", "Organization", "Place", "Event"]))
        found.append(
            Referent(key, kind, label, (label, *sorted(others - {label})), mentions, dict(sorted(draw(hints).items())))
        )
    return tuple(found)


@st.composite
def records(draw: st.DrawFn) -> ArticleRecord:
    name = draw(texts)
    known = draw(referents())
    keys = [r.key for r in known]
    quotes: dict[Span, str] = {}
    said: dict[str, Statement] = {}
    for _ in range(draw(st.integers(0, 5))):
        relation = draw(st.sampled_from(sorted(VOCABULARY.relations)))
        places = sorted(draw(st.sets(spans, min_size=1, max_size=3)))
        evidence = tuple(Evidence(name, p.start, p.end, quotes.setdefault(p, draw(texts))) for p in places)
        statement = Statement(
            draw(st.sampled_from(keys)),
            relation,
            draw(literals) if VOCABULARY.relations[relation].datatype else draw(st.sampled_from(keys)),
            evidence,
            draw(st.sampled_from(["asserted", "planned", "negated", "hypothetical"])),
            draw(st.integers(0, 100)) / 100,
            draw(st.just("") | texts),
        )
        symmetric = VOCABULARY.relations[relation].symmetric
        said.setdefault(Names().statement(name, statement, symmetric=symmetric), statement)
    optional = st.none() | texts
    source = Source(
        Names().article(name),
        name,
        draw(optional),
        draw(optional),
        draw(optional),
        draw(st.none() | dates),
        draw(optional),
        draw(texts),
    )
    extraction = Extraction(name, known, tuple(said[iri] for iri in sorted(said)))
    return ArticleRecord(source, extraction, {key: Names().entity("Person", key) for key in keys})


@settings(max_examples=150)
@given(record=records(), text=texts)
def test_any_extraction_comes_back_as_it_was_written(record: ArticleRecord, text: str) -> None:
    store = memory_store()
    entry = LedgerEntry(record.source.name, record.source.sha256, "1", "/articles")
    entities = [Entity(iri, "Person", key, (key,)) for key, iri in record.entity_of.items()]
    store.apply(Change(write=[record], read=[ReadRecord(entry, text)], describe=entities))
    view = GraphView(store)
    source = view.source(record.source.name)
    assert source == record.source
    assert view.record(source) == record
    assert view.text(record.source.name) == text
    assert store.ledger() == {record.source.name: entry}
    light = dict(store.known_referents())[record.source.name] or []
    assert {r.key: (r.type, r.label, r.labels, r.hints, iri) for r, iri in light} == {
        r.key: (r.type, r.label, r.labels, r.hints, record.entity_of[r.key]) for r in record.extraction.referents
    }


@given(
    label=texts,
    others=st.sets(texts, max_size=4),
    country=st.none() | texts,
    place=st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
)
def test_any_entity_comes_back_as_it_was_described(
    label: str, others: set[str], country: str | None, place: tuple[float, float] | None
) -> None:
    store = memory_store()
    latitude, longitude = place or (None, None)
    iri = store.names.entity("Place", label, "x")
    links = ("https://sws.geonames.org/1/",)
    entity = Entity(iri, "Place", label, (label, *sorted(others - {label})), links, country, latitude, longitude)
    store.apply(Change(describe=[entity]))
    assert GraphView(store).entity(iri) == entity
    store.apply(Change(drop=[entity]))
    assert GraphView(store).entities() == {}


@given(value=literals)
def test_values_keep_their_kind(value: Literal) -> None:
    node = from_n3(value_literal(value))
    assert isinstance(node, RdfLiteral)
    assert model_literal(node) == value


def test_dates_have_the_type_of_their_precision() -> None:
    found = [date_literal(text).rsplit("#")[-1] for text in ("2024", "2024-05", "2024-05-09")]
    assert found == ["gYear>", "gYearMonth>", "date>"]


def test_terms_are_written_canonically() -> None:
    assert nt(RdfLiteral('a "b"\\\n\x07é')) == '"a \\"b\\"\\\\\\n\\u0007é"'
    assert nt(RdfLiteral("x", lang="en")) == '"x"@en'


def test_writing_an_article_again_replaces_it_and_removing_leaves_nothing() -> None:
    store = memory_store()
    name, evidence = "a.txt", Evidence("a.txt", 0, 1, "A")
    for key in ("Person:A", "Person:B"):
        referent = Referent(key, "Person", key[-1], (key[-1],), ())
        place = Referent("Place:P", "Place", "P", ("P",), ())
        statement = Statement(key, "visited", "Place:P", (evidence,))
        source = Source(store.names.article(name), name, sha256="x")
        ids = {key: store.names.entity("Person", key[-1]), "Place:P": store.names.entity("Place", "P")}
        change = Change(
            write=[ArticleRecord(source, Extraction(name, (referent, place), (statement,)), ids)],
            read=[ReadRecord(LedgerEntry(name, "x", "1", "/a.txt"), "A")],
            describe=[Entity(ids[key], "Person", key[-1], (key[-1],)), Entity(ids["Place:P"], "Place", "P", ("P",))],
            drop=[Entity(store.names.entity("Person", "A"), "Person", "A", ("A",))] if key == "Person:B" else [],
        )
        store.apply(change)
    view = GraphView(store)
    assert [fact.subject.label for fact in view.facts()] == ["B"]
    store.apply(Change(remove=[name], drop=list(view.entities().values())))
    left = {str(row[0]) for row in store.rows("SELECT ?p WHERE { GRAPH ?g { ?s ?p ?o } }")}
    assert left == {store.names.term("nameIndex"), store.names.term("storeFormat")}


@pytest.mark.parametrize("query", ["SELEKT", "SELECT ?x WHERE { ?x"])
def test_a_query_that_makes_no_sense_says_so(query: str) -> None:
    with pytest.raises(QueryError) as caught:
        memory_store().query(query)
    assert caught.value.exit_code == 2


def test_the_version_of_the_rules_is_kept() -> None:
    store = memory_store()
    assert store.resolver_version() is None
    store.apply(Change(resolver="1"))
    store.apply(Change(resolver="2"))
    store.apply(Change())
    assert store.resolver_version() == "2"
    assert store.ledger() == {}


def test_facts_that_are_read_in_parts_are_all_there_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    said = [Said(("Person", f"Guest {n}"), "attended", ("Event", "Trade Fair")) for n in range(5)]
    view = GraphView(graph_of({"a.txt": said}))
    whole, about = view.facts(), view.facts(view.names.entity("Event", "Trade Fair"), predicate="attended")
    monkeypatch.setattr("kg.store.view.STATEMENTS", 2)
    assert len(whole) == 5
    assert view.facts_of(fact.id for fact in whole) == about == whole


def test_every_character_is_written_as_oxigraph_writes_it() -> None:
    """Backups and exports of a folder come from Oxigraph's lines, those of a server from kg's own."""
    text = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x10000), 0x1F600, 0x1FFFE)))
    term = pyoxigraph.NamedNode("x:a")
    written = pyoxigraph.serialize(
        [pyoxigraph.Triple(term, term, pyoxigraph.Literal(text))], format=pyoxigraph.RdfFormat.N_TRIPLES
    )
    assert written is not None
    assert written.decode() == f"<x:a> <x:a> {literal(text)} .\n"
