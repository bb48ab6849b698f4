"""A web site on this computer: what it serves is a table, what it was asked is kept, and it can misbehave."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Served:
    """One answer: what, as what, with which number."""

    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Site:
    """The address, what stands there by path (with its question), and every path that was asked for, in order."""

    root: str
    pages: dict[str, Served | Callable[[int], Served]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def put(self, path: str, body: bytes | str, kind: str = "text/html; charset=utf-8", **more) -> None:
        content = body.encode() if isinstance(body, str) else body
        self.pages[path] = Served(content, kind, **more)

    def times(self, path: str) -> int:
        return self.asked.count(path)


@contextmanager
def serving() -> Iterator[Site]:
    """A site that is up as long as the test lasts."""
    site = Site("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            found = site.pages.get(self.path, Served(b"", status=404))
            answer = found(site.times(self.path)) if callable(found) else found
            self.send_response(answer.status)
            length = {"Content-Length": str(len(answer.body)), "Content-Type": answer.kind}
            for name, value in {**length, **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.root = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
