"""A WordPress site as a source: its posts and pages by its own public list, then media that stand on neither."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from magdit.check.archive.html_page import read_html, whole_size
from magdit.check.archive.piece import NotReadable, Picture, Piece, key_of
from magdit.check.archive.sitemap import host_of
from magdit.check.archive.wordpress import Medium, Post, read_media, read_posts
from magdit.journeys.archive.fetching import Answer, Fetcher, Manners
from magdit.journeys.archive.source import Remembered, unread
from magdit.journeys.archive.web import Web, marked, name_of, picture_at

Row = TypeVar("Row", Post, Medium)
_TAG = re.compile(r"<[^>]*>?")
PER_PAGE = 50
MOST_PAGES = 2_000
ANSWER_BYTES = 40_000_000
POST_FIELDS = "id,link,title,content,excerpt,featured_media"
MEDIA_FIELDS = "id,source_url,mime_type,alt_text,title,caption,description"


class Blog:
    """Everything that WordPress shows to who is not signed in."""

    def __init__(self, address: str, manners: Manners, work: Path) -> None:
        self._root = address.rstrip("/")
        self._web = Web(Fetcher(frozenset({host_of(address)}), manners), work)
        self._plain = False  # the site has no addresses of words, so its list stands behind a question mark
        self.at = self.count = 0

    def begin(self) -> None:
        """Find out that this is a WordPress site and how it is asked; raises NotReadable when it is none."""
        try:
            read_posts(self._answer("posts", 1).data)
        except NotReadable as first:
            self._plain = True
            try:
                read_posts(self._answer("posts", 1).data)
            except NotReadable:
                raise first from None

    def pieces(self, done: Remembered) -> Iterator[Piece]:
        """Posts and pages with what stands on them, then files that stand on none."""
        media: dict[int, Medium] = {}
        yield from self._media(media)
        shown: set[str] = set()
        offered: dict[str, None] = {}
        for kind in ("posts", "pages"):
            for post in self._listed(kind, read_posts):
                if isinstance(post, Piece):
                    yield post
                    continue
                self.at += 1
                for piece in self._post(post, media, kind):
                    shown.update(whole_size(picture.url) for picture in piece.pictures)
                    offered |= dict.fromkeys(piece.links)
                    if not done.is_done(piece.key, piece.stamp):
                        yield piece
        yield from self._loose(media, shown, offered, done)

    def fetch(self, picture: Picture, into: Path) -> Path:
        """A file with the picture that stands at this address."""
        return self._web.fetch(picture, into)

    def still_there(self, told: Mapping[str, Any]) -> bool:
        """From here nobody can see that; who took something down begins anew."""
        return True

    def _post(self, post: Post, media: dict[int, Medium], kind: str) -> Iterator[Piece]:
        place = post.link if self._web.fetcher.may_come_from(post.link) else f"{self._root}/?p={post.number}"
        if post.is_locked:
            yield unread(place, "locked", stamp="locked")
            return
        picture = media.get(post.picture or 0)
        above = f'<img src="{_quoted(picture.link)}" alt="{_quoted(picture.alt)}">' if picture else ""
        html = f"<title>{_TAG.sub('', post.title)}</title><main>{above}<div>{post.content}</div>"
        try:
            _, pieces = self._web.page(html, place, stamp=marked(html))
            for piece in pieces:
                # A page of WordPress is no post: what is done with that stays with a person.
                yield (
                    replace(piece, remote={"post": post.number}) if piece.place == place and kind == "posts" else piece
                )
        except NotReadable as error:
            yield unread(place, error.code, stamp=marked(html))

    def _media(self, found: dict[int, Medium]) -> Iterator[Piece]:
        for medium in self._listed("media", read_media):
            if isinstance(medium, Piece):
                yield medium
            else:
                found[medium.number] = medium

    def _loose(
        self, media: dict[int, Medium], shown: set[str], offered: dict[str, None], done: Remembered
    ) -> Iterator[Piece]:
        """Files that visitors can open although no page shows them, and newsletters."""
        for medium in media.values():
            if whole_size(medium.link) in shown:
                continue
            if medium.kind.startswith("image/"):
                yield from self._loose_picture(medium, done)
            else:
                offered.setdefault(medium.link)
        self.count += len(offered)
        for address in offered:
            self.at += 1
            yield from self._web.pieces_at(address, done)

    def _loose_picture(self, medium: Medium, done: Remembered) -> Iterator[Piece]:
        stamp = marked(medium.link, medium.words, medium.alt)
        if done.is_done(key_of(medium.link), stamp):
            return
        if not self._web.fetcher.may_come_from(medium.link):
            yield unread(medium.link[:300], "elsewhere", stamp=stamp)
            return
        picture = picture_at(medium.link, medium.alt)
        remote = {"media": [{"id": medium.number, "urls": [medium.link]}]}
        words = _words(medium.words)
        yield Piece(medium.link, words, (picture,), title=name_of(medium.link), stamp=stamp, remote=remote)

    def _listed(self, kind: str, read: Callable[[bytes], tuple[Row, ...]]) -> Iterator[Row | Piece]:
        """Everything of one kind; a list that breaks off is named, so that the rest never counts as clean."""
        known: set[int] = set()
        for page in range(1, MOST_PAGES + 1):
            try:
                answer = self._answer(kind, page)
                rows = [row for row in read(answer.data) if row.number not in known]
            except NotReadable as error:
                yield unread(f"{self._root} ({kind}, vanaf bladzijde {page})", error.code, rest=True)
                return
            self._count(kind, answer)
            known.update(row.number for row in rows)
            yield from rows
            # A server that gives the same page again and again has no more.
            if not rows or page >= _number(answer.headers.get("x-wp-totalpages", ""), otherwise=MOST_PAGES):
                return
        yield unread(f"{self._root} ({kind}, vanaf bladzijde {MOST_PAGES + 1})", "too_many_addresses", rest=True)

    def _count(self, kind: str, answer: Answer) -> None:
        if kind != "media" and answer.address.endswith("&page=1"):
            self.count += _number(answer.headers.get("x-wp-total", ""), otherwise=0)

    def _answer(self, kind: str, page: int) -> Answer:
        fields = MEDIA_FIELDS if kind == "media" else POST_FIELDS
        asked = f"per_page={PER_PAGE}&_fields={fields}&page={page}"
        where = f"/?rest_route=/wp/v2/{kind}&{asked}" if self._plain else f"/wp-json/wp/v2/{kind}?{asked}"
        return self._web.fetcher.get(self._root + where, limit=ANSWER_BYTES)


def _words(html: str) -> str:
    return read_html(f"<main>{html}").body.words


def _quoted(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def _number(told: str, *, otherwise: int) -> int:
    return int(told) if told.isdigit() and len(told) < 9 else otherwise
