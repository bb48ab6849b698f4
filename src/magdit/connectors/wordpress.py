"""A WordPress site, by its REST interface with an application password: the media first, then the post that shows them.

The address of the post (its slug) is made of the key, so that an earlier try is found, also one that died half way:
its post is taken as ours, its loose media are removed. Taken down means deleted for good, post and media.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from magdit.connectors.asking import Ask
from magdit.connectors.calling import can_be_seen
from magdit.connectors.connector import Placed, Post, Trouble, Way
from magdit.connectors.given import require, value
from magdit.connectors.limits import Limits, from_surroundings
from magdit.connectors.reach import web_address
from magdit.connectors.sending import look_over, mark_of
from magdit.connectors.wordpress_post import Medium, content
from magdit.connectors.wordpress_site import Site

ADDRESS, USER, PASSWORD = Ask("address", "address"), Ask("user", "text"), Ask("password", "secret")
FEATURED = Ask("featured", "yes_no", needed=False)
RIGHTS = ("publish_posts", "upload_files", "delete_posts", "delete_published_posts")


class WordPress:
    """Posts with their pictures in the media library."""

    code = "wordpress"
    by_hand = False
    asks: tuple[Ask, ...] = (ADDRESS, USER, PASSWORD, FEATURED)

    def __init__(self, limits: Callable[[], Limits] = from_surroundings) -> None:
        self._limits = limits

    def check(self, way: Way) -> None:
        rights = self._site(way).rights()
        if not all(rights.get(right) is True for right in RIGHTS):
            raise Trouble("too_few_rights", again=False)

    def place(self, way: Way, post: Post) -> Placed:
        site, mark = self._site(way), mark_of(post.key)
        look_over(post.pictures)
        there = site.posts(mark)
        if there:
            return _placed(post.key, there[0], site.media(mark))
        for loose in site.media(mark):
            site.remove("media", loose.id)
        media = [site.upload(f"{mark}-{number}", picture) for number, picture in enumerate(post.pictures, start=1)]
        made = site.create(_fields(way, post, mark, media))
        if made.get("slug") != mark:  # an earlier try, still on its way when we looked, was there first
            return _second(site, post.key, made, media)
        return _placed(post.key, made, media)

    def take_down(self, way: Way, remote: Mapping[str, Any]) -> None:
        site, mark = self._site(way), mark_of(str(remote["key"]))
        for kind, ids in _known(remote).items():
            for one in ids:
                site.remove(kind, one)
        for post in (*site.posts(mark), *site.binned(mark)):
            site.remove("posts", post["id"])
        for medium in site.media(mark):
            site.remove("media", medium.id)

    def is_gone(self, way: Way, remote: Mapping[str, Any], url: str) -> bool:
        site, mark = self._site(way), mark_of(str(remote["key"]))
        if site.posts(mark) or site.binned(mark) or site.media(mark):
            return False
        if any(site.has(kind, one) for kind, ids in _known(remote).items() for one in ids):
            return False
        listed = [address for medium in remote.get("media", ()) for address in medium.get("urls", ())]
        return not any(can_be_seen(self._limits(), one) for one in (url, *listed) if web_address(one))

    def _site(self, way: Way) -> Site:
        require(self.asks, way)
        return Site.of(value(ADDRESS, way), value(USER, way), value(PASSWORD, way), self._limits())


def _fields(way: Way, post: Post, mark: str, media: list[Medium]) -> dict[str, object]:
    pictures = [medium for medium in media if medium.kind == "image"]
    top = {"featured_media": pictures[0].id} if pictures and value(FEATURED, way) else {}
    text = content(post, media, without_first=bool(top))
    return {"title": post.title, "content": text, "slug": mark, "status": "publish", **top}


def _second(site: Site, key: str, made: Mapping[str, Any], media: list[Medium]) -> Placed:
    """Take our own, later post away again, and answer with the first."""
    site.remove("posts", made["id"])
    for medium in media:
        site.remove("media", medium.id)
    there = site.posts(mark_of(key))
    if not there:
        raise Trouble("nonsense", again=True)
    return _placed(key, there[0], site.media(mark_of(key)))


def _placed(key: str, post: Mapping[str, Any], media: list[Medium]) -> Placed:
    remote = {"key": key, "post": post["id"], "media": [{"id": one.id, "urls": list(one.urls)} for one in media]}
    return Placed(url=web_address(post["link"]), remote=remote)


def _known(remote: Mapping[str, Any]) -> dict[str, list[int]]:
    """How the other side called what was placed, when it answered; post first, so that nothing shows a hole."""
    posts = [remote["post"]] if remote.get("post") else []
    return {"posts": posts, "media": [medium["id"] for medium in remote.get("media", ())]}
