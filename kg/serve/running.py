"""Starts the server, and says where it is."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence

import uvicorn

from kg.errors import UsageError
from kg.serve.app import make_app
from kg.serve.limits import Limits
from kg.settings import Settings

LOOPBACK = ("localhost", "127.0.0.1", "::1")
MOST_CONNECTIONS = 500
KEPT_ALIVE = 5
"""Seconds for which a connection without a request is kept."""


def run(
    settings: Settings,
    host: str,
    port: int,
    limits: Limits,
    started: Callable[[str], None],
    hosts: Sequence[str] = (),
) -> None:
    """Serve until Ctrl-C; ``started`` is told the address. Port 0 takes any that is free.

    On loopback only requests for this machine's own names are answered, so that no page from elsewhere can read the
    graph through a name that it makes point here. UsageError where the address cannot be had.
    """
    names = (*LOOPBACK, *hosts) if host in LOOPBACK else hosts or ("*",)
    listening = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    config = uvicorn.Config(
        make_app(settings, limits, names),
        log_level="warning",
        access_log=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=KEPT_ALIVE,
        server_header=False,
    )
    started(f"http://{shown}:{listening.getsockname()[1]}/")
    uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen()  # whoever comes before the server is ready waits
    except (OSError, OverflowError) as error:
        listening.close()
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"cannot serve at {host}:{port}: {reason}", "choose another --port or --host") from error
    listening.set_inheritable(True)
    return listening
