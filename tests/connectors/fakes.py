"""Other sides that are not there: real HTTP servers on this computer's own loopback, which go wrong when told to.

A Mishap strikes once, at the first call that its words are in: before the call is heard (`late=False`), or after it was
carried out and only the answer is lost (`late=True`).
"""

from __future__ import annotations

import json
import ssl
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

HTML = b"<!doctype html><title>Onderhoud</title><p>We zijn zo terug."


@dataclass
class Mishap:
    """What goes wrong, at which call, and whether the call was carried out first."""

    kind: str  # a status, or: html, truncated, huge, cut, garbage, slow, drip, away, deep
    at: str = ""
    late: bool = False
    spared: int = 0  # so many such calls go well first
    struck: bool = False


@dataclass
class Heard:
    """A call as it came in."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes
    target: str = ""  # path and query as they came

    @property
    def line(self) -> str:
        return f"{self.method} {self.path} {self.query.get('rest_route', '')}"

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Reply:
    """What is answered."""

    status: int = 200
    value: object = None
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None


ODD = {
    "html": Reply(body=HTML),
    "deep": Reply(body=b"[" * 50_000),
    "truncated": Reply(body=b'{"id": 1', headers={"Content-Length": "5000"}),
    "huge": Reply(body=b'"' + b"x" * 500_000 + b'"'),
    "away": Reply(302, {}, {"Location": "http://elders.example/"}),
}


class Fake:
    """A server with a mind of its own: subclasses say in `answer` what they do with a call."""

    def __init__(self) -> None:
        self.mishaps: list[Mishap] = []
        self.heard: list[Heard] = []
        self.over = threading.Event()
        self.lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"fake": self}))
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def answer(self, heard: Heard) -> Reply:
        raise NotImplementedError

    def secure(self, context: ssl.SSLContext) -> None:
        """From now on over TLS."""
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.address = self.address.replace("http:", "https:")

    def close(self) -> None:
        self.over.set()
        self._server.shutdown()
        self._server.server_close()

    def mishap(self, heard: Heard) -> Mishap | None:
        with self.lock:
            for one in self.mishaps:
                if not one.struck and one.at in heard.line:
                    one.spared -= 1
                    one.struck = one.spared < 0
                    return one if one.struck else None
        return None


class _Handler(BaseHTTPRequestHandler):
    fake: Fake
    protocol_version = "HTTP/1.1"

    def _any(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        query = dict(parse_qsl(parts.query))
        heard = Heard(self.command, parts.path, query, {k.lower(): v for k, v in self.headers.items()}, body, self.path)
        self.close_connection = True
        wrong = self.fake.mishap(heard)
        if wrong is None or wrong.late:
            with self.fake.lock:
                self.fake.heard.append(heard)
                reply = self.fake.answer(heard)
            if wrong is None:
                self._say(reply)
                return
        self._go_wrong(wrong.kind)

    do_GET = do_POST = do_DELETE = _any  # noqa: N815  (names of the standard library)

    def _say(self, reply: Reply) -> None:
        body = json.dumps(reply.value).encode() if reply.body is None else reply.body
        kind = "application/json" if reply.body is None else "text/html"
        self.send_response(reply.status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _go_wrong(self, kind: str) -> None:
        if kind.isdigit():
            self._say(Reply(int(kind), {"code": "nee"}))
        elif kind in ODD:
            self._say(ODD[kind])
        elif kind == "garbage":
            self.wfile.write(b"\x00\xffniets hiervan is HTTP\r\n\r\n")
        elif kind == "slow":
            self.fake.over.wait(10)
        elif kind == "drip":
            self._drip(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 100000\r\n\r\n")
        elif kind == "drip_head":
            self._drip(b"HTTP/1.1 200 OK\r\nX-Long: ")

    def _drip(self, begin: bytes) -> None:
        """Begins, and then gives a byte now and then, without an end."""
        self.wfile.write(begin)
        while not self.fake.over.wait(0.02):
            self.wfile.write(b" ")

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except OSError:  # the caller hung up, as it may
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""
