"""A WordPress site as far as the connector knows it: posts and media, slugs that never come twice, a bin."""

from __future__ import annotations

import base64
from typing import Any

from tests.connectors.fakes import Fake, Heard, Reply

USER, PASSWORD = "magdit", "abcd efgh ijkl mnop"
RIGHTS = ["publish_posts", "upload_files", "delete_posts", "delete_published_posts"]


class FakeWordPress(Fake):
    """Keeps what it gets under its number. `before_create` runs when a post is about to be made."""

    def __init__(self) -> None:
        self.kept: dict[str, dict[int, dict[str, Any]]] = {"posts": {}, "media": {}}
        self.next = 10
        self.rights = dict.fromkeys(RIGHTS, True)
        self.before_create: Any = lambda: None
        super().__init__()

    def answer(self, heard: Heard) -> Reply:
        route = heard.query.get("rest_route")
        if route is None:
            return self._page(heard)
        signed = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        if heard.headers.get("authorization") != f"Basic {signed}":
            return Reply(401, {"code": "rest_not_logged_in"})
        kind, _, number = route.removeprefix("/wp/v2/").partition("/")
        if kind == "users":
            return Reply(200, {"id": 1, "capabilities": self.rights})
        if number:
            return self._one(heard, kind, int(number))
        return self._new(heard, kind) if heard.method == "POST" else self._list(heard, kind)

    def _page(self, heard: Heard) -> Reply:
        shown = [url for kept in self.kept.values() for one in kept.values() for url in (one["link"], *one["files"])]
        return Reply(200, body=b"te zien") if self.address + heard.path in shown else Reply(404, body=b"weg")

    def _list(self, heard: Heard, kind: str) -> Reply:
        slug, search = heard.query.get("slug"), heard.query.get("search", "")
        wanted = "trash" if heard.query.get("status") == "trash" else "publish"
        rows = [one for one in self.kept[kind].values() if one["status"] == wanted]
        return Reply(200, [one for one in rows if slug in (None, one["slug"]) and search in one["slug"]])

    def _one(self, heard: Heard, kind: str, number: int) -> Reply:
        if number not in self.kept[kind]:
            return Reply(404, {"code": "rest_post_invalid_id"})
        if heard.method == "DELETE":
            assert heard.query["force"] == "true"
            return Reply(200, {"deleted": True, "previous": self.kept[kind].pop(number)})
        if heard.method == "POST":
            self.kept[kind][number] |= heard.json()
        return Reply(200, self.kept[kind][number])

    def _new(self, heard: Heard, kind: str) -> Reply:
        if kind == "posts":
            self.before_create()
            row = heard.json()
        else:
            name = heard.headers["content-disposition"].partition('filename="')[2].rstrip('"')
            row = {"slug": name.partition(".")[0], "mime_type": heard.headers["content-type"], "bytes": len(heard.body)}
        return Reply(201, self.keep(kind, row))

    def keep(self, kind: str, row: dict[str, Any]) -> dict[str, Any]:
        slug, taken = row["slug"], {one["slug"] for one in self.kept[kind].values()}
        if slug in taken:
            slug = f"{slug}-2"
        self.next += 1
        link = f"{self.address}/{slug}/"
        files = [f"{self.address}/uploads/{slug}{size}.jpg" for size in ("", "-300x200")] if kind == "media" else []
        row = {"status": "publish", **row, "id": self.next, "slug": slug, "link": link, "files": files}
        if files:
            row["source_url"] = files[0]
            row["media_details"] = {"sizes": {"medium": {"source_url": files[1]}}}
        self.kept[kind][self.next] = row
        return row
