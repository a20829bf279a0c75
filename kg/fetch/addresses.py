"""Addresses of pages: which may be fetched, and what their files are called."""

from __future__ import annotations

import hashlib
import ipaddress
import re
import socket
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit, urlunsplit

from kg.errors import KgError

_UNSAFE = re.compile(r"[^\w.-]+")
_ENDINGS = {"application/pdf": ".pdf", "text/plain": ".txt"}
_MAX_NAME = 80


class RefusedError(KgError):
    """A page is not fetched; the message says why."""


def read_addresses(text: str) -> list[str]:
    """The addresses of a list, one a line, each once; blank lines and lines with ``#`` before them are none."""
    lines = (line.strip() for line in text.lstrip("\ufeff").splitlines())
    return list(dict.fromkeys(line for line in lines if line and not line.startswith("#")))


def check_address(address: str, *, allow_private: bool) -> str:
    """The address in the form that is asked for, without its fragment.

    Raises RefusedError for what is no address of a page on the web, and without ``allow_private`` for hosts that are
    not on the public network: a list from elsewhere must not reach what only this machine does.
    """
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise RefusedError(f"not an address: {error}") from None
    if parts.scheme not in ("http", "https"):
        what = (
            f"{parts.scheme}: addresses are not fetched" if parts.scheme else "not an address: it begins with https://"
        )
        raise RefusedError(what)
    if not host or any(char.isspace() or not char.isprintable() for char in address):
        raise RefusedError("not an address")
    if parts.username or parts.password:
        raise RefusedError("an address with a password in it is not fetched")
    if not allow_private:
        _check_public(host)
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))


def host_of(address: str) -> str:
    """The host of an address, with its port where it names one."""
    return urlsplit(address).netloc.rpartition("@")[2].casefold()


def file_for(address: str, media: str) -> str:
    """The file, below the folder, of an address's page: it tells host and path, and no two are the same."""
    parts = urlsplit(address)
    host = _UNSAFE.sub("_", host_of(address)).strip(".") or "host"
    words = _UNSAFE.sub("-", unquote(f"{parts.path}-{parts.query}" if parts.query else parts.path)).strip("-.")
    stem = re.sub(r"\.(?:x?html?|php|aspx?|jsp|pdf|txt)$", "", words, flags=re.IGNORECASE)[:_MAX_NAME].strip("-.")
    digest = hashlib.sha256(address.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{host}/{stem or 'index'}.{digest}{_ENDINGS.get(media, '.html')}"


def _check_public(host: str) -> None:
    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(host, None, proto=socket.IPPROTO_TCP)}
    except (OSError, UnicodeError):
        raise RefusedError(f"there is no host {host}") from None
    if not _all_public(str(address) for address in found):
        raise RefusedError("a private address (--allow-private fetches it)")


def _all_public(addresses: Iterable[str]) -> bool:
    return all(ipaddress.ip_address(address.split("%")[0]).is_global for address in addresses)
