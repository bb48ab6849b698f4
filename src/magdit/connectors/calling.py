"""One call to another computer: certificates looked at, time and answer bounded, and every failure a Trouble.

It follows a redirect only when it asks for something and only to the same host. Nothing of a call (headers hold
secrets) is logged or put into an error.
"""

from __future__ import annotations

import http.client
import json
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from magdit.connectors.connector import Trouble
from magdit.connectors.limits import Limits
from magdit.connectors.reach import Target, target

MOVED = (301, 302, 303, 307, 308)
GONE = (404, 410)
HOPS = 3
MOST_IPS = 4
PIECE = 65_536
# What the other side says, and whether trying again may help. Other answers of 400 and up: not_accepted.
SAID = {
    401: ("signed_out", False),
    403: ("forbidden", False),
    404: ("no_such_door", False),
    405: ("no_such_door", False),
    408: ("slow", True),
    410: ("no_such_door", False),
    413: ("too_large", False),
    425: ("too_often", True),
    429: ("too_often", True),
}


@dataclass(frozen=True)
class Sent:
    """What goes along: the bytes, how many, and what they are."""

    parts: Iterable[bytes]
    length: int
    kind: str

    @staticmethod
    def of_json(value: object) -> Sent:
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")
        return Sent((body,), len(body), "application/json; charset=utf-8")


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    body: bytes = field(repr=False)
    location: str = ""

    def json(self) -> Any:
        """The answer as data; anything else (a page about maintenance) is nonsense, which may pass."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            raise Trouble("nonsense", again=True) from None


def call(
    limits: Limits, method: str, url: str, *, headers: Mapping[str, str] | None = None, sent: Sent | None = None
) -> Answer:
    """Call, and give back what was answered, whatever its status; Trouble when there was no whole answer."""
    origin = None
    for _ in range(HOPS):
        to = target(url, limits)
        if origin is not None and to.origin != origin:
            break
        origin = to.origin
        answer = _guarded(to, limits, method, headers or {}, sent)
        if answer.status not in MOVED:
            return answer
        if method != "GET":
            break
        url = _joined(url, answer.location)
    raise Trouble("redirected", again=False)


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        raise Trouble("redirected", again=False) from None


def expect(answer: Answer, *wanted: int) -> Answer:
    """The answer, when its status is one of these (or any good one); otherwise the Trouble that it stands for."""
    if answer.status in wanted or (not wanted and 200 <= answer.status < 300):
        return answer
    if answer.status < 400:
        raise Trouble("nonsense", again=True)
    if answer.status >= 500:
        raise Trouble("their_fault", again=True)
    code, again = SAID.get(answer.status, ("not_accepted", False))
    raise Trouble(code, again=again)


def can_be_seen(limits: Limits, url: str) -> bool:
    """Whether anyone still gets something at this address. Only "not here" and "gone" count as no."""
    answer = call(limits, "GET", url, headers={"Range": "bytes=0-0", "Cache-Control": "no-cache"})
    if answer.status in GONE:
        return False
    if answer.status >= 500 or answer.status == 429:
        expect(answer)
    return True


def _guarded(to: Target, limits: Limits, method: str, headers: Mapping[str, str], sent: Sent | None) -> Answer:
    try:
        return _call_once(to, limits, method, headers, sent)
    except ssl.SSLCertVerificationError:
        raise Trouble("certificate", again=False) from None
    except TimeoutError:
        raise Trouble("slow", again=True) from None
    except (http.client.RemoteDisconnected, http.client.IncompleteRead):
        raise Trouble("cut_off", again=True) from None
    except (http.client.HTTPException, ValueError):
        raise Trouble("nonsense", again=True) from None
    except OSError:
        raise Trouble("unreachable", again=True) from None


def _call_once(to: Target, limits: Limits, method: str, headers: Mapping[str, str], sent: Sent | None) -> Answer:
    until = time.monotonic() + limits.whole
    line = _opened(to, limits)
    # A line that gives a byte now and then is never silent, yet never ends. So it is cut when its time is over.
    watch = threading.Timer(limits.whole, _cut, (line.sock,))
    watch.daemon = True
    watch.start()
    try:
        answer = _asked(line, to, limits, method, headers, sent)
    except (OSError, http.client.HTTPException, Trouble):
        if time.monotonic() < until:
            raise
        answer = None
    finally:
        watch.cancel()
        line.close()
    if answer is None or time.monotonic() >= until:  # what came of a line that was cut is no answer
        raise TimeoutError
    return answer


def _cut(line: socket.socket) -> None:
    """Shut the bare line, whatever stands around it by now; it may be over already."""
    with suppress(OSError):
        socket.socket.shutdown(line, socket.SHUT_RDWR)


def _asked(
    line: http.client.HTTPConnection,
    to: Target,
    limits: Limits,
    method: str,
    headers: Mapping[str, str],
    sent: Sent | None,
) -> Answer:
    if isinstance(line.sock, ssl.SSLSocket):
        line.sock.do_handshake()
    _send(line, to, method, headers, sent)
    answer = line.getresponse()
    body = b"" if answer.status in MOVED else _read(answer, limits.answer)
    return Answer(answer.status, body, answer.headers.get("Location", ""))


def _opened(to: Target, limits: Limits) -> http.client.HTTPConnection:
    """A line to an address that was looked at, not to what the name may lead to a moment later."""
    bare = _first_open(to, limits.seconds)
    line = http.client.HTTPConnection(to.host, to.port, timeout=limits.seconds)
    line.sock = bare
    if to.secure:
        context = ssl.create_default_context()
        line.sock = context.wrap_socket(bare, server_hostname=to.host, do_handshake_on_connect=False)
    return line


def _first_open(to: Target, seconds: float) -> socket.socket:
    last: OSError = OSError("no address")
    for ip in to.ips[:MOST_IPS]:
        try:
            return socket.create_connection((ip, to.port), timeout=seconds)
        except OSError as error:
            last = error
    raise last


def _send(
    line: http.client.HTTPConnection,
    to: Target,
    method: str,
    headers: Mapping[str, str],
    sent: Sent | None,
) -> None:
    standard = 443 if to.secure else 80
    host = f"[{to.host}]" if ":" in to.host else to.host
    line.putrequest(method, to.path, skip_host=True, skip_accept_encoding=True)
    about = {
        "Host": host if to.port == standard else f"{host}:{to.port}",
        "User-Agent": "magdit",
        "Connection": "close",
    }
    if sent is not None:
        about |= {"Content-Type": sent.kind, "Content-Length": str(sent.length)}
    for name, value in {**about, **headers}.items():
        line.putheader(name, value)
    line.endheaders()
    try:
        for part in sent.parts if sent is not None else ():
            line.send(part)
    except (BrokenPipeError, ConnectionResetError):
        return  # it answered before it had heard all (too large, signed out): that answer is read


def _read(answer: http.client.HTTPResponse, most: int) -> bytes:
    body = bytearray()
    while piece := answer.read1(PIECE):
        body += piece
        if len(body) > most:
            raise Trouble("too_much", again=True)
    if answer.length:  # it promised more
        raise Trouble("cut_off", again=True)
    return bytes(body)
