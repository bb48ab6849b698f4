"""One line to another computer, opened, used once and closed: a request goes out, an answer comes back, in time.

Follows nothing and judges nothing of what is answered; whatever goes wrong on the line is raised as it came.
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

from magdit.connectors.connector import Trouble
from magdit.connectors.limits import Limits
from magdit.connectors.reach import Target

MOVED = (301, 302, 303, 307, 308)
MOST_IPS = 4
PIECE = 65_536


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


def call_once(to: Target, limits: Limits, method: str, headers: Mapping[str, str], sent: Sent | None) -> Answer:
    """Ask once, within the limits; what was answered, whatever it is."""
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
