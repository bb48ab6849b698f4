"""A folder of the school's own website: a page for each post, and the feeds of all of them. No network.

Whole or not at all: a post is made beside its place and then moved there in one step, and a feed is replaced, never
rewritten. Which folders there are says the keeper of the computer (MAGDIT_FOLDERS); an account names one below that.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from magdit.connectors.asking import Ask
from magdit.connectors.connector import Placed, Post, Trouble, Way
from magdit.connectors.feed import Entry, Shown, atom, newest, page, rss
from magdit.connectors.given import require, value
from magdit.connectors.limits import Limits, from_surroundings
from magdit.connectors.on_disk import locked, made, make_public, written
from magdit.connectors.reach import web_address
from magdit.connectors.sending import mark_of, outgoing

NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}(/[a-z0-9][a-z0-9_-]{0,60}){0,4}")
MARK = re.compile(r"bericht-[0-9a-f]{20}")
IN_FEED = 50
ADDRESS, FOLDER, TITLE = Ask("address", "address"), Ask("folder", "folder"), Ask("title", "text", needed=False)


class Folder:
    """Posts as pages in a folder, with RSS and Atom beside them."""

    code = "folder"
    by_hand = False
    asks: tuple[Ask, ...] = (ADDRESS, FOLDER, TITLE)

    def __init__(self, limits: Callable[[], Limits] = from_surroundings) -> None:
        self._limits = limits

    def check(self, way: Way) -> None:
        with self._open(way) as folder:
            written(folder / ".proef", b"")
            (folder / ".proef").unlink()

    def place(self, way: Way, post: Post) -> Placed:
        mark = mark_of(post.key)
        with self._open(way) as folder:
            if not (folder / mark).is_dir():
                _make(folder, mark, post)
            _write_feeds(folder, way)
        return Placed(url=f"{_base(way)}{mark}/", remote={"key": post.key})

    def take_down(self, way: Way, remote: Mapping[str, Any]) -> None:
        mark = mark_of(str(remote["key"]))
        with self._open(way, known=True) as folder:
            for place in _places(folder, mark):
                shutil.rmtree(place)
            _write_feeds(folder, way)

    def is_gone(self, way: Way, remote: Mapping[str, Any], url: str) -> bool:
        mark = mark_of(str(remote["key"]))
        with self._open(way, known=True) as folder:
            feeds = [folder / name for name in ("feed.xml", "atom.xml")]
            named = any(mark.encode() in feed.read_bytes() for feed in feeds if feed.is_file())
            return not named and not _places(folder, mark)

    @contextmanager
    def _open(self, way: Way, *, known: bool = False) -> Iterator[Path]:
        """The folder of this account, for us alone as long as we are in it.

        `known`: we worked there before. Is it not there, then its disk is away, and nothing on it is gone.
        """
        require(self.asks, way)
        if not web_address(way.address):
            raise Trouble("bad_address", again=False)
        folder = _below(self._limits().folders, value(FOLDER, way))
        try:
            if not known:
                made(folder)
            with locked(folder, known=known):
                yield folder
        except OSError:
            raise Trouble("folder_unwritable", again=True) from None


def _below(root: Path | None, name: str) -> Path:
    """The folder that was meant; never one outside what the keeper gave, also not by a link that stands in it."""
    if root is None or not root.is_absolute() or not root.is_dir():
        raise Trouble("no_folders", again=False)
    folder = (root / name).resolve()
    if not NAME.fullmatch(name) or not folder.is_relative_to(root.resolve()):
        raise Trouble("folder_outside", again=False)
    return folder


def _base(way: Way) -> str:
    return value(ADDRESS, way).rstrip("/") + "/"


def _places(folder: Path, mark: str) -> list[Path]:
    """Where something of this post stands: in its place, or beside it when a try died half way."""
    return [place for place in (folder / mark, _beside(folder, mark)) if place.exists()]


def _beside(folder: Path, mark: str) -> Path:
    return folder / f".{mark}"


def _make(folder: Path, mark: str, post: Post) -> None:
    beside = _beside(folder, mark)
    if beside.exists():
        shutil.rmtree(beside)
    beside.mkdir()
    try:
        _fill(beside, mark, post)
    except BaseException:
        shutil.rmtree(beside)
        raise
    beside.rename(folder / mark)


def _fill(beside: Path, mark: str, post: Post) -> None:
    files = []
    for number, picture in enumerate(post.pictures, start=1):
        with outgoing(picture) as out:
            name = f"{number}.{out.extension}"
            written(beside / name, out.parts())
            files.append(Shown(name, out.media_type, out.length, picture.alt))
    kept = {"title": post.title, "text": post.text, "files": [vars(one) for one in files]}
    written(beside / "bericht.json", json.dumps(kept).encode())
    when = datetime.fromtimestamp(0, UTC)  # a page tells no day
    written(beside / "index.html", page(Entry(mark, "", post.title, post.text, when, tuple(files))).encode())
    make_public(beside)


def _write_feeds(folder: Path, way: Way) -> None:
    base, title = _base(way), value(TITLE, way) or "Nieuws"
    marks = [place for place in folder.iterdir() if MARK.fullmatch(place.name) and place.is_dir()]
    found = (_entry(place, place.name, f"{base}{place.name}/") for place in marks)
    entries = newest((entry for entry in found if entry is not None), IN_FEED)
    when = entries[0].when if entries else datetime.fromtimestamp(0, UTC)
    written(folder / "feed.xml", rss(title, base, entries))
    written(folder / "atom.xml", atom(title, base, entries, when))


def _entry(place: Path, mark: str, address: str) -> Entry | None:
    """A post as it was kept in its folder; since when is what the disk says. What others spoiled is in no feed."""
    kept = place / "bericht.json"
    try:
        said = json.loads(kept.read_bytes())
        when = datetime.fromtimestamp(int(kept.stat().st_mtime), UTC)
        files = tuple(Shown(**one) for one in said["files"])
        return Entry(mark=mark, address=address, title=said["title"], text=said["text"], when=when, files=files)
    except (OSError, ValueError, TypeError, LookupError):
        return None
