"""Fetching pages from the hosts that were named, and from no other: politely, bounded in size, time and redirects.

An address is looked up once and that very address is called, so that a name cannot mean another computer the second
time. Addresses inside a network are refused unless the user asked for them.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from magdit import __version__
from magdit.check.archive.piece import NotReadable
from magdit.check.archive.sitemap import host_of, is_address
from magdit.check.draft.attempts import within
from magdit.connectors.reach import is_public

AGENT = f"magdit/{__version__} (archive check)"
NAME = "magdit"
TIMEOUT = 15.0  # seconds for one answer of the other side
LONGEST = 120.0  # seconds for a whole file
WHOLE = LONGEST + 2 * TIMEOUT  # and for all that comes before it
REDIRECTS = 5
TRIES = 3
MOST_WAITING = 60.0
ROBOTS_BYTES = 500_000
_CHUNK = 1 << 16
_SAFE = "/:?#[]@!$&'()*+,;=%~"
_MOVED = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 500, 502, 503, 504})
_CODES = {401: "locked", 403: "locked", 404: "gone", 410: "gone"}


@dataclass(frozen=True)
class Answer:
    """What an address answered. `kind` is its type without its alphabet, in lower case."""

    address: str
    kind: str
    charset: str
    data: bytes = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Manners:
    """How we behave: seconds between two requests to a host, and whether our own network may be called."""

    pace: float = 1.0
    private: bool = False
    wait: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic


class Fetcher:
    """Asks for one address at a time."""

    def __init__(self, hosts: frozenset[str], manners: Manners) -> None:
        self.hosts = hosts
        self._manners = manners
        self._robots: dict[str, RobotFileParser | None] = {}
        self._last: dict[str, float] = {}

    def get(self, address: str, *, limit: int) -> Answer:
        """What stands at this address, or NotReadable with why not."""
        here = address
        for _ in range(REDIRECTS + 1):
            self._must_be_allowed(here)
            answer = self._asked(here, limit)
            if isinstance(answer, Answer):
                return answer
            here = urljoin(here, answer)
        raise NotReadable("loop")

    def may_come_from(self, address: str) -> bool:
        """Whether this is an address of one of the hosts that were named."""
        return is_address(address) and host_of(address) in self.hosts

    def _must_be_allowed(self, address: str) -> None:
        if not self.may_come_from(address):
            raise NotReadable("elsewhere")
        robots = self._robots_of(address)
        if robots is not None and not robots.can_fetch(NAME, address):
            raise NotReadable("robots")

    def _asked(self, address: str, limit: int) -> Answer | str:
        """The answer, or where it moved to; a server that is busy is asked again, later."""
        for tried in range(1, TRIES + 1):
            self._keep_pace(address)
            status, told, data = self._in_time(address, limit)
            if status == 200:
                kind, charset = _kind(told.get("content-type", ""))
                return Answer(address, kind, charset, data, told)
            if status in _MOVED and told.get("location"):
                return told["location"]
            if status not in _BUSY or tried == TRIES:
                break
            self._manners.wait(_seconds(told.get("retry-after", ""), otherwise=2.0 * tried))
        raise NotReadable(_CODES.get(status, "no_answer"))

    def _keep_pace(self, address: str) -> None:
        host, clock = host_of(address), self._manners.clock
        pace = self._manners.pace
        robots = self._robots.get(_root(address))
        asked = robots.crawl_delay(NAME) if robots is not None else None
        pace = max(pace, min(float(asked), MOST_WAITING)) if asked else pace
        since = clock() - self._last.get(host, float("-inf"))
        if since < pace:
            self._manners.wait(pace - since)
        self._last[host] = clock()

    def _robots_of(self, address: str) -> RobotFileParser | None:
        """The rules of this host for visitors like us; without any, all may be seen. Asked once."""
        root = _root(address)
        if root not in self._robots:
            self._robots[root] = None
            try:
                answer = self._asked(f"{root}/robots.txt", ROBOTS_BYTES)
            except NotReadable:
                return None
            if isinstance(answer, Answer):
                rules = RobotFileParser()
                rules.parse(answer.data.decode("utf-8", "replace").splitlines())
                self._robots[root] = rules
        return self._robots[root]

    def _in_time(self, address: str, limit: int) -> tuple[int, dict[str, str], bytes]:
        """An answer that drips in, a letter of its heading at a time, never ends by itself."""
        try:
            return within(lambda: self._once(address, limit), longest=WHOLE)
        except TimeoutError:
            raise NotReadable("too_slow") from None

    def _once(self, address: str, limit: int) -> tuple[int, dict[str, str], bytes]:
        parts = urlsplit(quote(address, safe=_SAFE))
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection = self._connected(parts.scheme, parts.hostname or "", parts.port)
        try:
            # A connection of its own for each request: slower, and nothing of one answer can be taken for the next.
            headers = {"User-Agent": AGENT, "Accept-Encoding": "identity", "Connection": "close"}
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            told = {name.lower(): value for name, value in answer.getheaders()}
            if answer.status != 200:
                return answer.status, told, b""
            if told.get("content-encoding", "identity").lower() != "identity":
                raise NotReadable("no_answer")
            return 200, told, self._body(answer, limit)
        except (http.client.HTTPException, ValueError, OSError) as error:
            raise NotReadable("too_slow" if isinstance(error, TimeoutError) else "no_answer") from None
        finally:
            connection.close()

    def _body(self, answer: http.client.HTTPResponse, limit: int) -> bytes:
        until = self._manners.clock() + LONGEST
        parts: list[bytes] = []
        size = 0
        while part := answer.read1(_CHUNK):
            parts.append(part)
            size += len(part)
            if size > limit:
                raise NotReadable("too_large")
            if self._manners.clock() > until:
                raise NotReadable("too_slow")
        if answer.length:
            raise NotReadable("no_answer")  # broken off halfway
        return b"".join(parts)

    def _connected(self, scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
        found = self._looked_up(host, port or (443 if scheme == "https" else 80))
        connection: http.client.HTTPConnection
        if scheme == "https":
            connection = http.client.HTTPSConnection(host, port, timeout=TIMEOUT, context=ssl.create_default_context())
        else:
            connection = http.client.HTTPConnection(host, port, timeout=TIMEOUT)
        # The address that was looked up and allowed is called; the name still counts for the certificate.
        connection._create_connection = lambda _, *rest: _called(found, *rest)  # type: ignore[attr-defined]  # no other way
        return connection

    def _looked_up(self, host: str, port: int) -> list[tuple[str, int]]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise NotReadable("no_host") from None
        addresses = [str(entry[4][0]) for entry in found]
        if not self._manners.private and not all(is_public(one) for one in addresses):
            raise NotReadable("private")
        return [(one, port) for one in dict.fromkeys(addresses)]


def _called(places: list[tuple[str, int]], *how: Any) -> socket.socket:
    """A connection to the first of these that answers."""
    for place in places[:-1]:
        try:
            return socket.create_connection(place, *how)
        except OSError:
            continue
    return socket.create_connection(places[-1], *how)


def _root(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _kind(told: str) -> tuple[str, str]:
    kind, *rest = (part.strip() for part in told.lower().split(";"))
    charset = next((part.partition("=")[2].strip("\"' ") for part in rest if part.startswith("charset=")), "")
    return kind, charset


def _seconds(told: str, *, otherwise: float) -> float:
    return min(float(told), MOST_WAITING) if told.strip().isdigit() else otherwise
