"""Finding a status that an earlier try placed: it says the same and shows the same pictures.

Two posts that say and show the same are then one status. Better that than one that nobody knows of: such a one would
stay when the other is taken down.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from magdit.connectors.calling import expect
from magdit.connectors.connector import Post, Trouble
from magdit.connectors.mastodon_media import Server, described, number

TAG = re.compile(r"<[^>]*>")
LATEST = 40
OPENING = 30


def own_id(server: Server) -> str:
    """The account that the token belongs to."""
    said = expect(server.ask("GET", "/api/v1/accounts/verify_credentials")).json()
    return number(said.get("id") if isinstance(said, dict) else None)


def earlier(server: Server, text: str, post: Post) -> Mapping[str, Any] | None:
    """The status of an earlier try among the latest of this account."""
    path = f"/api/v1/accounts/{own_id(server)}/statuses?limit={LATEST}&exclude_reblogs=true"
    said = expect(server.ask("GET", path)).json()
    if not isinstance(said, list):
        raise Trouble("nonsense", again=True)
    statuses: list[Mapping[str, Any]] = [one for one in said if isinstance(one, dict)]
    for status in statuses:
        if _shows(status, post) and _opens(status, text) and _says(server, status, text):
            return status
    return None


def _shows(status: Mapping[str, Any], post: Post) -> bool:
    there = [_flat(str(one.get("description") or "")) for one in media_of(status)]
    return there == [_flat(described(picture)) for picture in post.pictures]


def _opens(status: Mapping[str, Any], text: str) -> bool:
    """A cheap first look; links and names of others look different on a page."""
    there = unescape(TAG.sub(" ", str(status.get("content") or "")))
    return _letters(there)[:OPENING].startswith(_letters(text.partition("http")[0].partition("@")[0])[:OPENING])


def _says(server: Server, status: Mapping[str, Any], text: str) -> bool:
    said = expect(server.ask("GET", f"/api/v1/statuses/{number(status.get('id'))}/source")).json()
    return isinstance(said, dict) and _flat(str(said.get("text") or "")) == _flat(text)


def media_of(status: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    media = status.get("media_attachments")
    return [one for one in media if isinstance(one, dict)] if isinstance(media, list) else []


def _flat(text: str) -> str:
    return " ".join(text.split())


def _letters(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())
