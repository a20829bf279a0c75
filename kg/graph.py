"""The library's front door: one object for all that the commands do."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from html import escape
from os import PathLike
from pathlib import Path as FilePath
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self, TextIO

from kg.ask import Answer, answer
from kg.census import census
from kg.errors import UsageError
from kg.export import ExportReport, export, read_selection, to_networkx
from kg.extract.frames.own import read_own_frames
from kg.lookup import Match, find, resolve_one
from kg.model import Entity, Extractor, Fact
from kg.paths import Path, find_paths
from kg.profile import Articles
from kg.queries import Plain, Rows, library, named_query, read_query, run_query
from kg.settings import load_settings
from kg.store import GraphStore, GraphView, open_store

if TYPE_CHECKING:
    import networkx
    import pandas
    from rdflib import Graph

    from kg.build import BuildReport, Progress
    from kg.check import CheckReport


COLUMNS = [
    "subject", "subject_class", "relation", "object", "object_class", "modality", "confidence",
    "article", "published", "sentence", "start", "end", "statement",
]  # fmt: skip
"""Of the table of statements."""


class KnowledgeGraph:
    """A knowledge graph in a store on disk.

    The store is opened for reading when it is first asked, and for writing only while it is built, so that others can
    read beside it. Close the graph, or use it in a ``with`` statement.
    """

    def __init__(self, store: str | PathLike[str] | None = None) -> None:
        """A graph in the folder ``store``; without it, where KG_STORE, kg.toml or the default (./kg.store) say.

        UsageError where the settings make no sense.
        """
        self._settings = load_settings({"store": None if store is None else os.fspath(store)})
        self._store: GraphStore | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"KnowledgeGraph({str(self._settings.store)!r})"

    def _repr_html_(self) -> str:
        """How a notebook shows it: where it is, and how much of what it holds."""
        found = census(self.view)
        counts = {"articles": found.articles, "things": found.entities.total(), "statements": found.statements.total()}
        cells = "".join(f"<tr><th>{name}</th><td>{count:,}</td></tr>" for name, count in counts.items())
        return f"<p><strong>kg</strong> {escape(str(self._settings.store))}</p><table>{cells}</table>"

    def close(self) -> None:
        """Let go of the store; the next question opens it again."""
        if self._store is not None:
            self._store.close()
            self._store = None

    @property
    def view(self) -> GraphView:
        """The graph as values of the model, to read. StoreError where there is no store yet."""
        if self._store is None:
            self._store = open_store(self._settings.store, names=self._settings.names())
        return GraphView(self._store)

    def build(
        self,
        paths: str | PathLike[str] | Iterable[str | PathLike[str]],
        *,
        prune: bool = False,
        frames: str | PathLike[str] | Iterable[str | PathLike[str]] | None = None,
        extractor: Extractor | None = None,
        jobs: int = 1,
        progress: Progress | None = None,
    ) -> BuildReport:
        """Read new and changed articles (files or folders) into the graph, and tell what was done.

        ``prune`` takes articles out whose files are gone. ``frames`` are files with relations and frames of one's
        own (without it, what KG_FRAMES or kg.toml say). ``jobs`` is how many processes read. Articles that
        cannot be read are in the report's ``failures``.
        StoreBusyError where another process builds, UsageError for paths that do not exist and for faulty frames.
        """
        # The language model takes seconds and hundreds of megabytes, which only building needs.
        from kg.articles import InputOptions  # noqa: PLC0415
        from kg.build import build  # noqa: PLC0415
        from kg.extract import load_extractor  # noqa: PLC0415
        from kg.workers import CachedExtractor, Processes  # noqa: PLC0415

        own = read_own_frames(self._settings.frames if frames is None else _files(frames))
        self.close()
        reader = extractor or load_extractor(own.frames, own.vocabulary)
        if self._settings.cache and extractor is None:
            reader = CachedExtractor(reader, self._settings.cache)
        with (
            open_store(self._settings.store, write=True, names=self._settings.names()) as store,
            Processes(jobs) as workers,
        ):
            return build(
                store,
                _files(paths),
                reader,
                workers=workers,
                options=InputOptions(dict(self._settings.fields)),
                relations=own.relations,
                prune=prune,
                progress=progress,
            )

    def ask(self, question: str, limit: int | None = None) -> Answer:
        """Answer a question in English; the answer's ``status`` tells whether there is one."""
        return answer(self.view, question, limit=limit)

    def query(self, query: str, /, **parameters: str | int) -> list[dict[str, Plain]] | Graph | bool:
        """Run a named query, or SPARQL, with parameters as a person writes them (entities by name or IRI).

        A SELECT gives rows as dictionaries, an ASK a truth value, a CONSTRUCT an rdflib graph. UsageError for an
        unknown name or parameter, QueryError where the SPARQL cannot be run, NotFoundError for an unknown entity.
        """
        known = query in library() or not any(c in query for c in " \n{")
        chosen = named_query(query) if known else read_query("query", query)
        result = run_query(self.view, chosen, {name: str(value) for name, value in parameters.items()})
        if isinstance(result, Rows):
            return [dict(zip(result.columns, row, strict=True)) for row in result.rows]
        return result

    def path(
        self,
        start: str,
        end: str,
        *,
        k: int = 1,
        max_hops: int = 6,
        only: Sequence[str] = (),
        without: Sequence[str] = (),
        through_places: bool = False,
    ) -> list[Path]:
        """The ``k`` shortest connections between two things (names or IRIs), with the statements of each step.

        NotFoundError where an end is not in the graph or nothing connects them.
        """
        view = self.view
        ends = resolve_one(view, start).id, resolve_one(view, end).id
        return find_paths(
            view, *ends, k=k, max_hops=max_hops, only=only, without=without, through_places=through_places
        )

    def search(self, text: str, *, types: Sequence[str] | None = None, limit: int = 10) -> list[Match]:
        """Things by name, whole, partial or misspelt, the likeliest first."""
        return find(self.view, text, types=types, limit=limit)

    def entity(self, name: str) -> Entity:
        """The one thing of that name or IRI; NotFoundError, with near names, where there is none."""
        return resolve_one(self.view, name)

    def facts(self, about: str | None = None) -> list[Fact]:
        """All facts, or those about one thing (name or IRI), each with its evidence."""
        view = self.view
        return view.facts(None if about is None else resolve_one(view, about).id)

    def to_pandas(self) -> pandas.DataFrame:
        """All statements as a table, a row for each sentence that says one; UsageError where pandas is missing."""
        try:
            import pandas  # noqa: PLC0415 - an extra, and slow to load
        except ImportError as error:
            raise UsageError("a table needs pandas, which is not installed", "pip install 'kg[notebook]'") from error
        view = self.view
        articles = Articles(view)
        rows = [
            (
                *(fact.subject.label, fact.subject.type, fact.predicate, *_end(fact), fact.modality, fact.confidence),
                *(e.article, articles.published(e.article), e.quote, e.start, e.end, fact.id),
            )
            for fact in view.facts()
            for e in fact.evidence
        ]
        return pandas.DataFrame(rows, columns=COLUMNS)

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """The graph as a networkx graph: the nodes and edges of the GEXF export."""
        return to_networkx(self.view)

    def export(
        self,
        destination: str | PathLike[str] | BinaryIO | TextIO,
        format: str | None = None,
        *,
        filters: Iterable[str] = (),
        ego: str | None = None,
        hops: int = 1,
        variant: str = "",
    ) -> ExportReport:
        """Write the graph to a file or stream; the file's ending tells the format unless it is named.

        ``filters`` (as in ``"country=Kenya"``) and ``ego``, a thing's name with all within ``hops`` relations of it,
        say which part; ``variant`` is ``dynamic`` (GEXF) or ``rdf12`` (Turtle, TriG, N-Triples). UsageError for an
        unknown format or filter, NotFoundError where nothing is called ``ego``.
        """
        view = self.view
        selection = read_selection(view, filters, ego, hops)
        return export(view, destination, format, selection=selection, variant=variant)

    def check(self) -> CheckReport:
        """Check the graph against the SHACL shapes of the vocabulary."""
        # pySHACL takes a second to load.
        from kg.check import check  # noqa: PLC0415

        return check(self.view.store)


def _end(fact: Fact) -> tuple[str, str | None]:
    """What a statement ends in: a thing and its class, or a value."""
    return (fact.object.label, fact.object.type) if isinstance(fact.object, Entity) else (fact.object.value, None)


def _files(paths: str | PathLike[str] | Iterable[str | PathLike[str]]) -> list[FilePath]:
    """One path or several, as a list."""
    return [FilePath(path) for path in ([paths] if isinstance(paths, str | PathLike) else paths)]
