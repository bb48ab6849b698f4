"""Another program that places posts: it gets them signed, with a key by which it places each once, and is asked to
take them down the same way. What it must answer stands in docs/beheer.md.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable, Mapping
from typing import Any

from magdit.connectors.asking import Ask
from magdit.connectors.calling import call, can_be_seen, expect
from magdit.connectors.connector import OutPicture, Placed, Post, Trouble, Way
from magdit.connectors.given import require, value
from magdit.connectors.limits import Limits, from_surroundings
from magdit.connectors.reach import web_address
from magdit.connectors.sending import outgoing
from magdit.connectors.wire import Answer, Sent

ENDPOINT, SECRET = Ask("endpoint", "address"), Ask("secret", "secret")
SHORTEST = 16
MOST = 40_000_000  # bytes of all files together: they go along in one message
CANNOT_LOOK = (404, 405, 501)


class Webhook:
    """Posts as JSON, signed with HMAC-SHA256 over the very bytes of the message."""

    code = "webhook"
    by_hand = False
    asks: tuple[Ask, ...] = (ENDPOINT, SECRET)

    def __init__(self, limits: Callable[[], Limits] = from_surroundings) -> None:
        self._limits = limits

    def check(self, way: Way) -> None:
        expect(self._tell(way, "check", ""))

    def place(self, way: Way, post: Post) -> Placed:
        told = {"title": post.title, "text": post.text, "pictures": _packed(post.pictures)}
        said = expect(self._tell(way, "place", post.key, post=told)).json()
        url = said.get("url") if isinstance(said, dict) else None
        if url is None or (url != "" and not web_address(url)):
            raise Trouble("nonsense", again=True)
        return Placed(url=url, remote={"key": post.key, "id": _short(said.get("id"))})

    def take_down(self, way: Way, remote: Mapping[str, Any]) -> None:
        answer = self._tell(way, "take_down", str(remote["key"]), id=_short(remote.get("id")))
        if answer.status != 410:
            expect(answer)

    def is_gone(self, way: Way, remote: Mapping[str, Any], url: str) -> bool:
        """What the other side says, and the address itself. One that cannot look never proves that it is gone."""
        answer = self._tell(way, "look", str(remote["key"]), id=_short(remote.get("id")))
        if answer.status in CANNOT_LOOK:
            return False
        said = expect(answer).json()
        gone = isinstance(said, dict) and said.get("gone") is True
        return gone and not (url and can_be_seen(self._limits(), url))

    def _tell(self, way: Way, action: str, key: str, **more: object) -> Answer:
        require(self.asks, way)
        secret = value(SECRET, way)
        if len(secret) < SHORTEST:
            raise Trouble("setting_unfit", again=False, name=SECRET.name)
        sent = Sent.of_json({"magdit": 1, "action": action, "key": key, **more})
        digest = hmac.new(secret.encode(), b"".join(sent.parts), hashlib.sha256).hexdigest()
        # A key of its own for each action: who keeps answers by key must not answer a takedown with a placing.
        once = key if action == "place" else f"{key}:{action}"
        headers = {"Idempotency-Key": once, "Magdit-Signature": f"sha256={digest}", "Accept": "application/json"}
        return call(self._limits(), "POST", value(ENDPOINT, way), headers=headers, sent=sent)


def _packed(pictures: tuple[OutPicture, ...]) -> list[dict[str, object]]:
    packed: list[dict[str, object]] = []
    left = MOST
    for number, picture in enumerate(pictures, start=1):
        with outgoing(picture) as out:
            left -= out.length
            if left < 0:
                raise Trouble("too_large", again=False)
            about = {"kind": picture.kind, "alt": picture.alt, "sha256": picture.sha256, "type": out.media_type}
            body = base64.b64encode(b"".join(out.parts())).decode()
            packed.append({**about, "name": f"{number}.{out.extension}", "base64": body})
    return packed


def _short(mark: object) -> str:
    """How the other side calls it, when that is a word or a number."""
    return str(mark)[:200] if isinstance(mark, str | int) else ""
