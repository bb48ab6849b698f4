"""A program at the other end of a webhook: it looks at the signature, and places each key once."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

from tests.connectors.fakes import Fake, Heard, Reply

SECRET = "een-gedeeld-geheim-van-school"


class FakeReceiver(Fake):
    """Keeps posts by key."""

    def __init__(self) -> None:
        self.posts: dict[str, dict[str, Any]] = {}
        self.can_look = True
        super().__init__()

    def answer(self, heard: Heard) -> Reply:
        if heard.method == "GET":
            return Reply(200 if heard.path.removeprefix("/post/") in self.posts else 404, body=b"")
        digest = hmac.new(SECRET.encode(), heard.body, hashlib.sha256).hexdigest()
        if heard.headers.get("magdit-signature") != f"sha256={digest}":
            return Reply(401, {})
        said = heard.json()
        key = said["key"]
        if said["action"] == "place":
            assert heard.headers["idempotency-key"] == key
            self.posts.setdefault(key, said["post"])
            return Reply(200, {"url": f"{self.address}/post/{key}", "id": 5})
        if said["action"] == "take_down":
            return Reply(200 if self.posts.pop(key, None) else 410, {})
        if said["action"] == "look":
            return Reply(200, {"gone": key not in self.posts}) if self.can_look else Reply(501, {})
        return Reply(200, {})
