"""One visitor for each host: asks for one page at a time, waits in between, and obeys what the host asks of robots."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from kg.articles.decoding import charset_of
from kg.errors import UsageError
from kg.fetch.addresses import RefusedError, check_address, host_of

if TYPE_CHECKING:
    import httpx
    from protego import Protego

AGENT = "kg"
"""What the visitor is called in robots.txt."""
_MEDIA = ("text/html", "application/xhtml+xml", "application/pdf", "text/plain")
_BUSY = {429, 500, 502, 503, 504}
_MOVED = {301, 302, 303, 307, 308}
_MAX_MOVES = 5
_MAX_ROBOTS = 512 * 1024


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """How pages are fetched: seconds between two of one host, seconds to wait for one, its largest size in bytes, how
    often to try again, the longest wait that a host may ask for, and whether private hosts may be asked."""

    delay: float = 2.0
    timeout: float = 30.0
    max_bytes: int = 20 * 1024 * 1024
    retries: int = 3
    max_wait: float = 120.0
    allow_private: bool = False
    contact: str = ""
    """An address for those who wonder who is visiting; part of the user agent."""
    wait: Callable[[float], object] = time.sleep


@dataclass(frozen=True, slots=True)
class Page:
    """What came from an address: the bytes, what they are, and where redirections led."""

    raw: bytes
    media: str
    charset: str
    address: str


class Visitor:
    """Fetches pages of hosts, each host's in turn. Not for several threads at once: give each its own."""

    def __init__(self, version: str, options: FetchOptions) -> None:
        """UsageError where the libraries for it are not installed."""
        try:
            import httpx  # noqa: PLC0415 - an extra, and slow to load
            import protego  # noqa: F401, PLC0415 - as above
        except ImportError as error:
            raise UsageError(
                "kg fetch needs httpx and protego, which are not installed", "pip install 'kg[fetch]'"
            ) from error
        self._httpx = httpx
        self._options = options
        self._private = options.allow_private
        contact = f"; +{options.contact}" if options.contact else ""
        self._client = httpx.Client(
            headers={"User-Agent": f"{AGENT}/{version} (news reader{contact})", "Accept": ", ".join(_MEDIA)},
            timeout=options.timeout,
            follow_redirects=False,
        )
        self._robots: dict[str, Protego | RefusedError | None] = {}
        self._last: dict[str, float] = {}

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def visit(self, address: str) -> Page:
        """The page at an address. Raises RefusedError with the reason where there is none to be had."""
        current = address
        for _ in range(_MAX_MOVES + 1):
            current = check_address(current, allow_private=self._private)
            self._obey(current)
            status, headers, raw = self._ask_patiently(current)
            if status not in _MOVED:
                return _page(current, status, headers, raw)
            if not headers.get("location"):
                break
            current = urljoin(current, headers["location"])
        raise RefusedError("redirected in circles")

    def _obey(self, address: str) -> None:
        """Raises RefusedError where robots.txt forbids the address."""
        parts = urlsplit(address)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self._robots:
            try:
                self._robots[root] = self._read_robots(f"{root}/robots.txt")
            except RefusedError as error:
                self._robots[root] = error
        rules = self._robots[root]
        if isinstance(rules, RefusedError):
            raise RefusedError(rules.message)
        if rules is not None and not rules.can_fetch(address, AGENT):
            raise RefusedError("robots.txt of the host forbids it")

    def _read_robots(self, address: str) -> Protego | None:
        """The rules of a host; None where it has none. Where it cannot say, nothing may be fetched."""
        from protego import Protego  # noqa: PLC0415 - see __init__

        for _ in range(_MAX_MOVES):
            status, headers, raw = self._ask_patiently(address, limit=_MAX_ROBOTS)
            if status not in _MOVED:
                break
            address = check_address(urljoin(address, headers.get("location", "")), allow_private=self._private)
        if status in _BUSY:
            raise RefusedError(f"robots.txt of the host cannot be read: status {status}")
        return Protego.parse(raw.decode("utf-8", "replace")) if status == 200 else None

    def _ask_patiently(self, address: str, limit: int | None = None) -> tuple[int, httpx.Headers, bytes]:
        """Status, headers and body; asked again, ever later, where the host is busy or does not answer."""
        for attempt in range(self._options.retries + 1):
            self._pause(address)
            try:
                status, headers, raw = self._ask(address, limit)
            except self._httpx.TransportError as error:
                if attempt == self._options.retries:
                    reason = "timed out" if isinstance(error, self._httpx.TimeoutException) else "no connection"
                    raise RefusedError(f"{reason}: {str(error) or type(error).__name__}") from None
                self._options.wait(2.0**attempt)
                continue
            if status not in _BUSY or attempt == self._options.retries:
                break
            asked = _seconds(headers.get("retry-after", ""))
            if asked > self._options.max_wait:
                raise RefusedError(f"the host is busy and asks to wait {asked:.0f} seconds")
            self._options.wait(max(asked, 2.0**attempt))
        return status, headers, raw

    def _ask(self, address: str, limit: int | None) -> tuple[int, httpx.Headers, bytes]:
        """One request. Raises RefusedError where the answer is too large or does not end."""
        most = limit or self._options.max_bytes
        end = time.monotonic() + 4 * self._options.timeout
        body = bytearray()
        try:
            with self._client.stream("GET", address) as answer:
                if limit is None and answer.status_code == 200:
                    _check_media(answer.headers)
                for piece in answer.iter_bytes():
                    body += piece
                    if len(body) > most:
                        if limit:  # robots.txt counts as far as it is read
                            break
                        raise RefusedError(f"larger than {most // 1024 // 1024} MB")
                    if time.monotonic() > end:
                        raise RefusedError("does not come to an end")
                return answer.status_code, answer.headers, bytes(body)
        except (self._httpx.InvalidURL, self._httpx.DecodingError, UnicodeError) as error:
            raise RefusedError(f"cannot be fetched: {error}") from None

    def _pause(self, address: str) -> None:
        """Wait until the host may be asked again."""
        host = host_of(address)
        rules = self._robots.get(f"{urlsplit(address).scheme}://{urlsplit(address).netloc}")
        wanted = 0.0
        if rules is not None and not isinstance(rules, RefusedError):
            wanted = float(rules.crawl_delay(AGENT) or 0)
        delay = max(self._options.delay, min(wanted, self._options.max_wait))
        left = self._last.get(host, float("-inf")) + delay - time.monotonic()
        if left > 0:
            self._options.wait(left)
        self._last[host] = time.monotonic()


def _check_media(headers: httpx.Headers) -> None:
    media = headers.get("content-type", "text/html").split(";")[0].strip().casefold()
    if media not in _MEDIA:
        raise RefusedError(f"not a page, but {media[:60]}")


def _page(address: str, status: int, headers: httpx.Headers, raw: bytes) -> Page:
    if status != 200:
        raise RefusedError(f"status {status}")
    if not raw.strip():
        raise RefusedError("an empty page")
    kind = headers.get("content-type", "text/html")
    return Page(raw, kind.split(";")[0].strip().casefold(), charset_of(kind) or "", address)


def _seconds(retry_after: str) -> float:
    """What a host's Retry-After asks for: seconds, or a time of day."""
    if retry_after.strip().isdigit():
        return float(retry_after)
    try:
        asked = parsedate_to_datetime(retry_after)
        return max(0.0, (asked - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, IndexError):
        return 0.0
