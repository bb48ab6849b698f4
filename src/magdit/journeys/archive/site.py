"""The pages of a sitemap as a source, and the newsletters that they link to."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from magdit.check.archive.bounds import ADDRESSES, LIST_BYTES
from magdit.check.archive.piece import NotReadable, Picture, Piece, key_of
from magdit.check.archive.sitemap import Sitemap, host_of, read_sitemap
from magdit.journeys.archive.fetching import Fetcher, Manners
from magdit.journeys.archive.source import Remembered, unread
from magdit.journeys.archive.web import Web, picture_at

MOST_LISTS = 500


class Site:
    """Everything that a sitemap names, from the hosts that it names."""

    def __init__(self, first: Sitemap, manners: Manners, work: Path, *, hosts: frozenset[str] = frozenset()) -> None:
        named = hosts or frozenset(host_of(one) for one in (*first.pages, *first.pictures, *first.lists))
        self._web = Web(Fetcher(named, manners), work)
        self._first = first
        self._shown: set[str] = set()
        self.at, self.count = 0, len(first.pages)

    @classmethod
    def at_address(cls, address: str, manners: Manners, work: Path) -> Site:
        """A sitemap that still has to be fetched; its own host is the one that is named. Raises NotReadable."""
        hosts = frozenset({host_of(address)})
        answer = Fetcher(hosts, manners).get(address, limit=LIST_BYTES)
        return cls(read_sitemap(answer.data), manners, work, hosts=hosts)

    def pieces(self, done: Remembered) -> Iterator[Piece]:
        """Page by page, in the order of the list; then the newsletters they offer and the pictures named apart."""
        if self._first.refused:
            yield unread("de sitemap", "no_address", part=f"{self._first.refused} regel(s)")
        pictures: dict[str, None] = {}
        offered: dict[str, None] = {}
        seen: dict[str, None] = {}
        for sitemap in self._lists():
            if isinstance(sitemap, Piece):
                yield sitemap
                continue
            pictures |= dict.fromkeys(sitemap.pictures)
            fresh = [page for page in sitemap.pages if page not in seen]
            seen |= dict.fromkeys(fresh)
            self.count = len(seen)
            for address in fresh:
                self.at += 1
                yield from self._page(address, done, offered)
        yield from self._rest([one for one in offered if one not in seen], list(pictures), done)

    def fetch(self, picture: Picture, into: Path) -> Path:
        """A file with the picture that stands at this address."""
        return self._web.fetch(picture, into)

    def still_there(self, told: Mapping[str, Any]) -> bool:
        """From here nobody can see that; who took something down begins anew."""
        return True

    def _page(self, address: str, done: Remembered, offered: dict[str, None]) -> Iterator[Piece]:
        if done.is_done(key_of(address), ""):
            offered |= dict.fromkeys(done.pieces[key_of(address)]["links"])
            return
        for piece in self._web.pieces_at(address, done):
            offered |= dict.fromkeys(piece.links)
            self._shown.update(picture.key for picture in piece.pictures)
            yield piece

    def _rest(self, offered: list[str], pictures: list[str], done: Remembered) -> Iterator[Piece]:
        self.count += len(offered)
        for address in offered:
            self.at += 1
            yield from self._web.pieces_at(address, done)
        for address in pictures:
            key = key_of(address)
            if not (key in self._shown or done.is_done(key, "") or done.has_picture(key)):
                yield Piece(address, pictures=(picture_at(address),))

    def _lists(self) -> Iterator[Sitemap | Piece]:
        """This list and those it names, each once, however they name each other."""
        yield self._first
        waiting, known = deque(self._first.lists), set(self._first.lists)
        asked = 0
        while waiting:
            address = waiting.popleft()
            asked += 1
            try:
                if asked > MOST_LISTS or self.count > ADDRESSES:
                    raise NotReadable("too_many_addresses")
                found = read_sitemap(self._web.fetcher.get(address, limit=LIST_BYTES).data)
            except NotReadable as error:
                yield unread(address, error.code)
                if error.code == "too_many_addresses":
                    return
                continue
            waiting.extend(one for one in found.lists if one not in known)
            known.update(found.lists)
            yield found
