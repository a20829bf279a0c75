"""The JSON interface under /api: what it takes, checked by type, and what it gives, as OpenAPI describes it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response

from kg.export import FORMATS
from kg.serve import schemas
from kg.serve.schemas import Failure

Ask = Callable[..., Awaitable[Response]]

NAME = "A name, as fully as needed, or an IRI."
DATE = r"^\d{4}(-\d{2}){0,2}$"
RELATION = r"^[A-Za-z][A-Za-z0-9_-]{0,60}$"
Text = Annotated[str, Query(min_length=1, max_length=2000)]
Name = Annotated[str, Query(min_length=1, max_length=2000, description=NAME)]
Words = Annotated[list[Annotated[str, Query(pattern=RELATION)]], Query(max_length=50)]
Word = Annotated[str, Query(pattern=RELATION)]
Format = Literal["turtle", "ntriples", "trig", "jsonld", "graphml", "gexf", "jsonl", "csv"]
Limit = Annotated[int, Query(ge=1, le=500)]
Day = Annotated[str | None, Query(pattern=DATE, description="A year, a month or a day.")]

ERRORS: dict[int | str, dict[str, Any]] = {
    400: {"model": Failure, "description": "It makes no sense."},
    404: {"model": Failure, "description": "The graph does not know it."},
    422: {"model": Failure, "description": "A parameter is not as it must be."},
    500: {"model": Failure, "description": "It took too long or too much, or a fault in kg."},
    503: {"model": Failure, "description": "Too many requests wait."},
}


FILE: dict[int | str, dict[str, Any]] = {**ERRORS, 200: {"description": "The file, in the format asked for."}}


def make_router(ask: Ask, most: int) -> APIRouter:
    """The interface; ``ask`` gives a job's response by its name and what it takes, ``most`` bounds a file's bytes."""
    router = APIRouter(prefix="/api", responses=ERRORS, default_response_class=Response)

    def route(path: str, model: type[schemas.Document]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        told = {200: {"model": model}}
        return router.get(path, response_model=None, responses={**ERRORS, **told})  # type: ignore[dict-item]

    @route("/ask", schemas.Answer)
    async def answer(q: Text, limit: Limit = 50) -> Response:
        """Answer a question in English, with the sentences that the answer rests on."""
        return await ask("ask", question=q, limit=limit)

    @route("/search", schemas.Matches)
    async def search(q: Text, type: Words = [], limit: Limit = 10) -> Response:  # noqa: B006
        """The things that a text may mean, best first."""
        return await ask("search", text=q, types=type, limit=limit)

    @route("/entity", schemas.Profile)
    async def entity(name: Name) -> Response:
        """All that the graph knows of one thing, by relation, with its sentences."""
        return await ask("entity", name=name)

    @route("/path", schemas.Paths)
    async def path(
        start: Name,
        end: Name,
        k: Annotated[int, Query(ge=1, le=10)] = 3,
        max_hops: Annotated[int, Query(ge=1, le=8)] = 6,
        only: Words = [],  # noqa: B006
        without: Words = [],  # noqa: B006
        through_places: bool = False,
    ) -> Response:
        """The shortest connections of two things, with the sentences of each step."""
        options = {"k": k, "max_hops": max_hops, "only": only, "without": without, "through_places": through_places}
        return await ask("path", start=start, end=end, **options)

    @route("/near", schemas.Neighbourhood)
    async def near(
        name: Name,
        relation: Words = [],  # noqa: B006
        type: Words = [],  # noqa: B006
        since: Day = None,
        until: Day = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 40,
    ) -> Response:
        """A thing with its neighbours, and the ties among them, to be drawn."""
        return await ask("near", name=name, relations=relation, types=type, since=since, until=until, limit=limit)

    @route("/tie", schemas.Sentences)
    async def tie(subject: Name, predicate: Word, object: Name) -> Response:
        """The sentences behind one edge of a drawing."""
        return await ask("tie", subject=subject, predicate=predicate, object=object)

    @route("/article", schemas.MarkedArticle)
    async def article(name: Text) -> Response:
        """An article with its names and statements marked."""
        return await ask("article", name=name)

    @route("/articles", schemas.ArticleList)
    async def articles(offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0, limit: Limit = 100) -> Response:
        """The articles, by name."""
        return await ask("articles", offset=offset, limit=limit)

    @route("/overview", schemas.Overview)
    async def overview() -> Response:
        """How much is in the graph."""
        return await ask("overview")

    @route("/words", schemas.Words)
    async def words() -> Response:
        """The classes and relations that the graph is told in."""
        return await ask("words")

    @route("/places", schemas.Places)
    async def places() -> Response:
        """Events and agreements by the place where they were held or signed."""
        return await ask("places")

    @route("/times", schemas.Times)
    async def times() -> Response:
        """Events and agreements by their dates."""
        return await ask("times")

    @route("/queries", schemas.Queries)
    async def queries() -> Response:
        """The named queries."""
        return await ask("queries")

    @route("/query", schemas.Table)
    async def query(request: Request, name: Text) -> Response:
        """The rows of a named query; its parameters are given beside its name."""
        values = {key: value for key, value in request.query_params.items() if key != "name"}
        return await ask("query", name=name, values=values)

    @router.get("/export", response_model=None, responses=FILE)
    async def export(
        name: Annotated[str | None, Query(min_length=1, max_length=2000, description=NAME)] = None,
        hops: Annotated[int, Query(ge=1, le=3)] = 1,
        format: Format = "turtle",
    ) -> Response:
        """The graph as a file: what lies around one thing, or all of it."""
        found = await ask("export", name=name, hops=hops, format=format, most=most)
        if found.status_code == 200:
            found.headers["Content-Disposition"] = f'attachment; filename="graph{FORMATS[format].ending}"'
        return found

    return router
