"""What can be asked of the graph over the network: each job takes a view and plain values, and gives a reply."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from io import BytesIO
from typing import Any, BinaryIO, cast

from rdflib import Graph

from kg.annotate import annotate_stored, annotation_json
from kg.ask import answer
from kg.census import census
from kg.errors import NotFoundError, QueryError
from kg.export import export as write_export
from kg.export import read_selection
from kg.lookup import find, resolve_one
from kg.model import Entity, Source
from kg.paths import find_paths
from kg.profile import Articles, evidence_json, lines_about, posts_of, profile_json
from kg.queries import Rows, explained, known_prefixes, library, named_query, run_query
from kg.serve.around import events_in_time, events_on_map, neighbourhood
from kg.serve.reply import Job, Reply
from kg.store import GraphView
from kg.store.serialized import Bounded, GraphQuery, TooLargeError, UnacceptableError
from kg.suggest import or_known


def ask(view: GraphView, question: str, limit: int | None) -> Reply:
    """The answer of a question in English, with its articles."""
    found = answer(view, question, limit=limit).to_json()
    return Reply.of({**found, "articles": _articles_in(view, found)})


def search(view: GraphView, text: str, types: Sequence[str] | None, limit: int) -> Reply:
    """The things that a text may mean, best first."""
    matches = find(view, text, types=types or None, limit=limit)
    return Reply.of({"matches": [{**_brief(m.entity), "score": m.score, "how": m.how} for m in matches]})


def entity(view: GraphView, name: str) -> Reply:
    """All that the graph knows of one thing (by name or IRI), with the articles that say it."""
    thing = resolve_one(view, name)
    articles = Articles(view)
    lines = lines_about(thing, view.facts(thing.id), view.vocabulary)
    profile = profile_json(thing, lines, articles, posts_of(view, thing))
    place = {"country": thing.country, "latitude": thing.latitude, "longitude": thing.longitude}
    return Reply.of({**profile, **place, "articles": _articles_in(view, profile)})


def path(view: GraphView, start: str, end: str, **options: Any) -> Reply:
    """The shortest connections of two things, with the sentences of each step."""
    first, last = resolve_one(view, start), resolve_one(view, end)
    paths = {"paths": [found.to_json() for found in find_paths(view, first.id, last.id, **options)]}
    return Reply.of({"start": _brief(first), "end": _brief(last), **paths, "articles": _articles_in(view, paths)})


def near(view: GraphView, name: str, **options: Any) -> Reply:
    """What stands around one thing, to be drawn."""
    return Reply.of(neighbourhood(view, resolve_one(view, name), **options))


def tie(view: GraphView, subject: str, predicate: str, object: str) -> Reply:
    """The sentences behind one edge of a drawing: two things, by name or IRI, and the relation that is asserted."""
    if predicate not in view.vocabulary.relations:
        raise NotFoundError(f"no relation is called {predicate!r}", or_known(predicate, view.vocabulary.relations))
    first, last = resolve_one(view, subject), resolve_one(view, object)
    facts = view.facts_between(first.id, predicate, last.id)
    said = {"evidence": [evidence_json(e) for fact in facts for e in fact.evidence]}
    return Reply.of({"subject": _brief(first), "object": _brief(last), **said, "articles": _articles_in(view, said)})


def article(view: GraphView, name: str) -> Reply:
    """An article with its names and statements marked."""
    found = annotate_stored(view, name)
    source = view.source(found.article)
    return Reply.of({**annotation_json(found), "source": _source(source) if source else None})


def articles(view: GraphView, offset: int, limit: int) -> Reply:
    """The articles, by name."""
    sources = list(view.sources().values())
    return Reply.of({"total": len(sources), "articles": [_source(s) for s in sources[offset : offset + limit]]})


def overview(view: GraphView) -> Reply:
    """How much is in the graph."""
    return Reply.of({"counts": census(view).to_json()})


def words(view: GraphView) -> Reply:
    """The words that the graph is told in: classes with their colours, and relations in both directions."""
    relations = {
        r.name: {
            "label": r.label,
            "inverse": r.inverse_label,
            "symmetric": r.symmetric,
            "literal": bool(r.datatype),
            "definition": r.definition,
        }
        for r in view.vocabulary.relations.values()
    }
    classes = {c.name: {"label": c.label, "colour": c.colour} for c in view.vocabulary.classes.values()}
    return Reply.of({"classes": classes, "relations": relations})


def places(view: GraphView) -> Reply:
    """Events and agreements by the place where they were held or signed."""
    return Reply.of({"places": events_on_map(view)})


def times(view: GraphView) -> Reply:
    """Events and agreements by their dates."""
    return Reply.of({"events": events_in_time(view)})


def queries(view: GraphView) -> Reply:  # noqa: ARG001 - as all jobs
    """The named queries, as they stand."""
    return Reply.of({"queries": [asdict(query) for query in library().values()]})


def query(view: GraphView, name: str, values: Mapping[str, str]) -> Reply:
    """The rows of a named query, with its parameters as a person writes them."""
    if name not in library():
        raise NotFoundError(f"no query is called {name!r}", or_known(name, library()))
    found = run_query(view, named_query(name), values)
    if isinstance(found, Rows):
        return Reply.of({"columns": found.columns, "rows": found.rows})
    if isinstance(found, Graph):
        return Reply(200, "text/turtle", found.serialize(format="turtle").encode())
    return Reply.of({"columns": ["answer"], "rows": [[found]]})


def export(view: GraphView, name: str | None, hops: int, format: str, most: int) -> Reply:
    """What lies around one thing, or the whole graph, as a file of at most so many bytes."""
    file = BytesIO()
    selection = read_selection(view, (), name, hops)
    try:
        write_export(view, cast("BinaryIO", Bounded(file, most)), format, selection=selection)
    except TooLargeError:
        hint = "choose fewer hops, or write it with kg export"
        return Reply.failure(500, f"the file would be larger than {most // 1024 // 1024} MB", hint)
    return Reply(200, MEDIA[format], file.getvalue())


def sparql(view: GraphView, query: GraphQuery, ranges: Sequence[str], most: int) -> Reply:
    """The answer of a SPARQL query, in the first format that is accepted; at most so many bytes."""
    file = BytesIO()
    try:
        media = view.store.write(query, ranges, known_prefixes(view.names), Bounded(file, most))
    except QueryError as error:
        raise explained(query.text, str(error)) from error
    except UnacceptableError as error:
        return Reply.failure(406, str(error))
    except TooLargeError:
        return Reply.failure(500, f"the answer is larger than {most // 1024 // 1024} MB", "ask for less, with LIMIT")
    return Reply(200, media, file.getvalue())


MEDIA = {
    "turtle": "text/turtle", "ntriples": "application/n-triples", "trig": "application/trig",
    "jsonld": "application/ld+json", "graphml": "application/graphml+xml", "gexf": "application/gexf+xml",
    "jsonl": "application/jsonl", "csv": "text/csv",
}  # fmt: skip
"""The media types of what is exported."""

JOBS: Mapping[str, Job] = {
    job.__name__: job
    for job in (
        *(ask, search, entity, path, near, tie, article, articles, overview, words),
        *(places, times, queries, query, export, sparql),
    )
}


def _brief(thing: Entity) -> dict[str, str]:
    return {"id": thing.id, "label": thing.label, "type": thing.type}


def _source(source: Source) -> dict[str, Any]:
    return asdict(source)


def _articles_in(view: GraphView, document: object) -> dict[str, Any]:
    """The articles that a document's evidence names."""
    names: set[str] = set()

    def gather(value: object) -> None:
        if isinstance(value, dict):
            if "quote" in value:
                names.add(str(value["article"]))
            for inner in value.values():
                gather(inner)
        elif isinstance(value, list):
            for inner in value:
                gather(inner)

    gather(document)
    found = ((name, view.source(name)) for name in sorted(names))
    return {name: _source(source) for name, source in found if source}
