"""A Mastodon server, by its own interface. Media first, then the status with an Idempotency-Key.

Mastodon keeps that key for an hour. Later tries therefore look first among the account's latest statuses for one that
says the same, with the same pictures. What other servers took over, Mastodon asks them to remove; nobody can see
from here whether they do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from magdit.connectors.asking import Ask
from magdit.connectors.calling import GONE, can_be_seen, expect
from magdit.connectors.connector import Placed, Post, Trouble, Way
from magdit.connectors.given import require, value
from magdit.connectors.limits import Limits, from_surroundings
from magdit.connectors.mastodon_found import earlier, media_of, own_id
from magdit.connectors.mastodon_media import Server, number, upload
from magdit.connectors.reach import web_address
from magdit.connectors.sending import look_over
from magdit.connectors.wire import Sent

ADDRESS, TOKEN = Ask("address", "address"), Ask("token", "secret")
VISIBILITY = Ask("visibility", "choice", needed=False, choices=("public", "unlisted", "private"))


class Mastodon:
    """Statuses on an account of the school."""

    code = "mastodon"
    by_hand = False
    asks: tuple[Ask, ...] = (ADDRESS, TOKEN, VISIBILITY)

    def __init__(self, limits: Callable[[], Limits] = from_surroundings) -> None:
        self._limits = limits

    def check(self, way: Way) -> None:
        own_id(self._server(way))

    def place(self, way: Way, post: Post) -> Placed:
        server, text = self._server(way), _text(post)
        look_over(post.pictures)
        there = earlier(server, text, post)
        if there is not None:
            return _placed(post.key, there)
        media = [upload(server, picture) for picture in post.pictures]
        status = {"status": text, "media_ids": media, "visibility": value(VISIBILITY, way)}
        answer = server.ask("POST", "/api/v1/statuses", Sent.of_json(status), once=post.key)
        if 400 <= answer.status < 500:
            _remove(server, media)
        return _placed(post.key, expect(answer).json())

    def take_down(self, way: Way, remote: Mapping[str, Any]) -> None:
        """A try of which no answer came is not found by its key: then place looks, and finds it by its words."""
        if not remote.get("id"):
            raise Trouble("cannot_find", again=False)
        server = self._server(way)
        answer = server.ask("DELETE", f"/api/v1/statuses/{number(remote.get('id'))}?delete_media=true")
        if answer.status not in GONE:
            expect(answer)

    def is_gone(self, way: Way, remote: Mapping[str, Any], url: str) -> bool:
        if not remote.get("id"):
            return False
        answer = self._server(way).ask("GET", f"/api/v1/statuses/{number(remote['id'])}")
        if answer.status not in GONE:
            expect(answer)
            return False
        addresses = [one for one in (url, *remote.get("media", ())) if web_address(one)]
        return not any(can_be_seen(self._limits(), one) for one in addresses)

    def _server(self, way: Way) -> Server:
        require(self.asks, way)
        return Server.of(value(ADDRESS, way), value(TOKEN, way), self._limits())


def _placed(key: str, status: object) -> Placed:
    if not isinstance(status, dict):
        raise Trouble("nonsense", again=True)
    url = web_address(status.get("url"))
    if not url:
        raise Trouble("nonsense", again=True)
    given = [one.get(name) for one in media_of(status) for name in ("url", "preview_url")]
    media = [address for address in map(web_address, given) if address]
    return Placed(url=url, remote={"key": key, "id": number(status.get("id")), "media": media})


def _remove(server: Server, media: Sequence[str]) -> None:
    """What was sent for a status that was refused; a server that cannot do this throws it away within a day."""
    for one in media:
        with suppress(Trouble):
            server.ask("DELETE", f"/api/v1/media/{one}")


def _text(post: Post) -> str:
    title, text = post.title.strip(), post.text.strip()
    return text if text.startswith(title.rstrip(" …")) else f"{title}\n\n{text}"
