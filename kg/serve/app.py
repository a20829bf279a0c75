"""The web application: addresses, and what each hands to the working processes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

import kg
from kg.serve import sparql
from kg.serve.api import make_router
from kg.serve.limits import Limits
from kg.serve.pool import OverloadError, Pool, Task
from kg.serve.reply import Reply
from kg.settings import Settings
from kg.store.serialized import UnacceptableError

PAGES = ("/", "/entity", "/article", "/articles", "/search", "/path", "/map", "/timeline", "/query")
"""Addresses of the explorer: one page, which looks at its own address."""
STATIC = Path(str(files("kg.serve"))) / "static"
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
    " img-src 'self' data: blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""The explorer needs nothing from elsewhere, and nobody else may show it or read from it."""


def make_app(settings: Settings, limits: Limits | None = None, hosts: Sequence[str] = ("*",)) -> FastAPI:
    """The application for the store that the settings name; it answers only to requests for one of ``hosts``."""
    bounds = limits or Limits()
    pool = Pool(settings, bounds)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await pool.start()
        try:
            yield
        finally:
            await pool.stop()

    app = FastAPI(
        title="kg",
        version=kg.__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,  # FastAPI's own pages of documentation load scripts from elsewhere
        redoc_url=None,
        lifespan=lifespan,
    )

    async def reply(job: str, **arguments: Any) -> Response:
        found = await pool.run(Task(job, arguments))
        return _response(found)

    _add_errors(app)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.middleware("http")(_with_headers)
    app.include_router(make_router(reply, bounds.result))
    _add_endpoint(app, bounds, reply)
    for address in PAGES:
        app.add_api_route(address, _page, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app


def _add_endpoint(app: FastAPI, limits: Limits, reply: Callable[..., Awaitable[Response]]) -> None:
    async def endpoint(request: Request) -> Response:
        ranges = sparql.accepted(request.headers.get("accept"))
        try:
            body = await _body(request, limits.body)
            fields = request.query_params.multi_items()
            query = sparql.query_of(request.method, fields, request.headers.get("content-type", ""), body)
            if query is None:
                if ranges and ranges[0] == "text/html":
                    return RedirectResponse("/query", 303)
                media, text = sparql.description(str(request.url.replace(query="")), ranges)
                return Response(text, media_type=media)
        except sparql.RefusedError as error:
            found = _response(Reply.failure(error.status, error.reason))
            found.headers["Connection"] = "close"  # what was sent may not have been read to its end
            return found
        except UnacceptableError as error:
            return _response(Reply.failure(406, str(error)))
        return await reply("sparql", query=query, ranges=ranges, most=limits.result)

    app.add_api_route("/sparql", endpoint, methods=["GET", "POST"], include_in_schema=False)


def _add_errors(app: FastAPI) -> None:
    @app.exception_handler(OverloadError)
    async def overloaded(*_: object) -> Response:
        found = _response(Reply.failure(503, "too many requests wait already", "try again in a moment"))
        found.headers["Retry-After"] = "5"
        return found

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        where = " ".join(str(part) for part in first["loc"][1:])
        return _response(Reply.failure(422, f"{where}: {first['msg']}", "see /api/openapi.json"))

    @app.exception_handler(HTTPException)
    async def refused(_: Request, error: HTTPException) -> Response:
        found = _response(Reply.failure(error.status_code, str(error.detail)))
        found.headers.update(error.headers or {})
        return found


async def _with_headers(request: Request, call: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await call(request)
    response.headers.update(HEADERS)
    if request.url.path.startswith("/static/"):
        response.headers["Cache-Control"] = "no-cache"  # modules of two versions must not meet in a browser
    return response


async def _body(request: Request, most: int) -> bytes:
    """What was sent with a request; RefusedError as soon as it is too much."""
    told = request.headers.get("content-length", "0")
    if told.isdigit() and int(told) > most:
        raise sparql.RefusedError(413, f"a query may have {most // 1024} kB")
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            raise sparql.RefusedError(413, f"a query may have {most // 1024} kB")
    return bytes(body)


async def _page() -> Response:
    return FileResponse(STATIC / "index.html", headers={"Cache-Control": "no-cache"})


def _response(reply: Reply) -> Response:
    return Response(reply.body, reply.status, media_type=reply.media)
