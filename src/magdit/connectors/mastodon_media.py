"""The calls to a Mastodon server that its connector is made of: ask, upload, and compare with what stands there."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from magdit.connectors.calling import call, expect
from magdit.connectors.connector import OutPicture, Trouble
from magdit.connectors.limits import Limits
from magdit.connectors.sending import Outgoing, outgoing
from magdit.connectors.wire import Answer, Sent

LOOKS = 60  # how often to ask whether a film is ready
ALT = 1500  # signs that Mastodon takes beside a picture


@dataclass(frozen=True)
class Server:
    """A server with the account that magdit signs in to."""

    base: str
    token: str = field(repr=False)
    limits: Limits

    @staticmethod
    def of(address: str, token: str, limits: Limits) -> Server:
        """The server of a profile: https://mastodon.nl/@school and https://mastodon.nl are the same."""
        parts = urlsplit(address)
        return Server(f"{parts.scheme}://{parts.netloc}", token, limits)

    def ask(self, method: str, path: str, sent: Sent | None = None, *, once: str = "") -> Answer:
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/json"}
        headers |= {"Idempotency-Key": once} if once else {}
        return call(self.limits, method, self.base + path, headers=headers, sent=sent)


def number(said: object) -> str:
    """An id as Mastodon gives them: digits. Anything else never comes into an address."""
    if isinstance(said, str) and said.isascii() and said.isdigit() and len(said) <= 30:
        return said
    raise Trouble("nonsense", again=True)


def upload(server: Server, picture: OutPicture) -> str:
    """Send a picture and wait until the server is ready with it; its id."""
    with outgoing(picture) as out:
        answer = expect(server.ask("POST", "/api/v2/media", _form(out, picture)), 200, 202)
    said = answer.json()
    mark = number(said.get("id") if isinstance(said, dict) else None)
    for _ in range(LOOKS):
        if answer.status == 200:
            return mark
        time.sleep(server.limits.pause)
        answer = expect(server.ask("GET", f"/api/v1/media/{mark}"), 200, 206)
    raise Trouble("slow", again=True)


def described(picture: OutPicture) -> str:
    """What stands beside a picture, as Mastodon takes it."""
    return "".join(sign for sign in picture.alt if sign.isprintable() or sign == "\n")[:ALT].strip()


def _form(out: Outgoing, picture: OutPicture) -> Sent:
    line = f"--magdit{picture.sha256}"  # stands nowhere in the file: it is the file's own hash
    head = (
        f'{line}\r\nContent-Disposition: form-data; name="description"\r\n\r\n{described(picture)}\r\n'
        f'{line}\r\nContent-Disposition: form-data; name="file"; filename="bericht.{out.extension}"\r\n'
        f"Content-Type: {out.media_type}\r\n\r\n"
    ).encode(errors="replace")
    tail = f"\r\n{line}--\r\n".encode()

    def parts() -> Iterator[bytes]:
        yield head
        yield from out.parts()
        yield tail

    length = len(head) + out.length + len(tail)
    return Sent(parts(), length, f"multipart/form-data; boundary={line[2:]}")
