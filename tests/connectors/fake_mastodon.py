"""A Mastodon server as far as the connector knows it. It remembers idempotency keys until `forget` is called."""

from __future__ import annotations

import html
import re
from typing import Any

from tests.connectors.fakes import Fake, Heard, Reply

TOKEN = "tok-3n-v4n-d3-sch00l"


class FakeMastodon(Fake):
    """One account, its statuses and its media."""

    def __init__(self) -> None:
        self.statuses: dict[str, dict[str, Any]] = {}
        self.media: dict[str, dict[str, Any]] = {}
        self.keys: dict[str, str] = {}
        self.next = 100
        self.busy = 0  # so often a film is not ready yet
        super().__init__()

    def forget(self) -> None:
        """An hour later."""
        self.keys.clear()

    def answer(self, heard: Heard) -> Reply:
        if not heard.path.startswith("/api/"):
            return Reply(200, body=b"te zien") if self._is_shown(heard.path) else Reply(404, body=b"weg")
        if heard.headers.get("authorization") != f"Bearer {TOKEN}":
            return Reply(401, {"error": "The access token is invalid"})
        what = heard.path.split("/")[3:]
        if what[0] == "accounts":
            return Reply(200, {"id": "7"} if what[1] == "verify_credentials" else list(self.statuses.values())[::-1])
        return self._media(heard, what) if what[0] == "media" else self._status(heard, what)

    def _is_shown(self, path: str) -> bool:
        addresses = [one["url"] for one in (*self.statuses.values(), *self.media.values())]
        return self.address + path in addresses

    def _media(self, heard: Heard, what: list[str]) -> Reply:
        if heard.method == "DELETE":
            if any(one["id"] == what[1] for status in self.statuses.values() for one in status["media_attachments"]):
                return Reply(422, {"error": "Media attachment is currently used by a status"})
            self.media.pop(what[1])
            return Reply(200, {})
        if heard.method == "GET":
            self.busy -= 1
            return Reply(206 if self.busy > 0 else 200, self.media[what[1]])
        said = re.search(rb'name="description"\r\n\r\n(.*?)\r\n--', heard.body, re.DOTALL)
        assert said is not None
        number = self._number()
        url = f"{self.address}/files/{number}.jpg"
        self.media[number] = {"id": number, "type": "image", "description": said[1].decode(), "url": url}
        return Reply(202 if self.busy else 200, self.media[number])

    def _status(self, heard: Heard, what: list[str]) -> Reply:
        if heard.method == "POST":
            return self._new(heard)
        if what[1] not in self.statuses:
            return Reply(404, {"error": "Record not found"})
        if what[2:] == ["source"]:
            return Reply(200, {"id": what[1], "text": self.statuses[what[1]]["text"]})
        if heard.method == "DELETE":
            for one in self.statuses.pop(what[1])["media_attachments"]:
                self.media.pop(one["id"])
            return Reply(200, {})
        return Reply(200, self.statuses[what[1]])

    def _new(self, heard: Heard) -> Reply:
        key, said = heard.headers["idempotency-key"], heard.json()
        if key not in self.keys:
            number = self.keys[key] = self._number()
            self.statuses[number] = {
                "id": number,
                "url": f"{self.address}/@school/{number}",
                "text": said["status"],
                "content": f"<p>{html.escape(said['status'])}</p>",
                "visibility": said["visibility"],
                "media_attachments": [self.media[one] for one in said["media_ids"]],
            }
        return Reply(200, self.statuses[self.keys[key]])

    def _number(self) -> str:
        self.next += 1
        return str(self.next)
