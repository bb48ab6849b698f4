"""A folder as a source: every photo, page, text and newsletter in it. Nothing is written there and no link followed."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from magdit.check.archive.bounds import PAGE_BYTES, WORDS
from magdit.check.archive.html_page import HtmlPage, Shown, read_html
from magdit.check.archive.html_pieces import AROUND, page_pieces
from magdit.check.archive.piece import Missed, NotReadable, Picture, Piece, key_of
from magdit.check.archive.plain import as_words
from magdit.check.draft.attempts import within
from magdit.check.images.reading import read_whole
from magdit.check.images.refusal import Refused
from magdit.journeys.archive.source import DOCUMENTS, Remembered, sheets_of, unread

PHOTOS = frozenset(".jpg .jpeg .jpe .jfif .png .webp .gif .heic .heif .hif .bmp .tif .tiff .avif .svg".split())
PAGES = frozenset({".html", ".htm", ".xhtml"})
TEXTS = frozenset({".txt", ".md", ".markdown"})
FILMS = frozenset(".mp4 .m4v .mov .mkv .webm .avi .3gp .mp3 .m4a .wav .ogg .aac .flac .mpg .wmv".split())
# What makes a page work and holds nothing that people read.
TOOLS = frozenset(".css .js .mjs .map .woff .woff2 .ttf .otf .eot .ico .cur .xsl .json .scss .less .db .ini".split())


class Folder:
    """A folder, or one file as a folder of one. `beside` is where the report goes, which is not judged."""

    def __init__(self, root: Path, *, beside: Path) -> None:
        self._root = root if root.is_dir() else root.parent
        self._left: dict[Path, str] = {}
        self._files = sorted(_files(root, beside.resolve(), self._left)) if root.is_dir() else [root]
        self._known = frozenset(self._files)
        self._places = frozenset(map(key_of, map(self._place, (*self._files, *self._left))))
        self._edges: set[str] = set()
        self.at = 0

    @property
    def count(self) -> int:
        """How many files there are to look at."""
        return len(self._files) + len(self._left)

    def pieces(self, done: Remembered) -> Iterator[Piece]:
        """First the pages, so that it is known which photos stand on one; then all else."""
        for path, code in self._left.items():
            self.at += 1
            if not done.is_done(key_of(self._place(path)), code):
                yield unread(self._place(path), code, stamp=code)
        shown: set[Path] = set()
        for path in self._files:
            if path.suffix.lower() in PAGES:
                self.at += 1
                for piece in self._page(path):
                    self._edges |= {piece.key} if piece.place == AROUND else set()
                    shown.update(picture.path for picture in piece.pictures if picture.path)
                    if not done.is_done(piece.key, piece.stamp):
                        yield piece
        for path in self._files:
            if path.suffix.lower() in PAGES:
                continue
            self.at += 1
            if path not in shown:
                yield from self._file(path, done)

    def fetch(self, picture: Picture, into: Path) -> Path:
        """Pictures of a folder lie there, or inside a page or document: nothing is ever fetched."""
        raise NotReadable("elsewhere")

    def still_there(self, told: Mapping[str, Any]) -> bool:
        """Whether the file still lies there, or a page still has this edge. Asked when all was read."""
        return told["where"] in self._places or told["key"] in self._edges

    def _place(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix()

    def _page(self, path: Path) -> Iterator[Piece]:
        place = self._place(path)
        try:
            stamp, page = _stamp(path), _read_page(path)
        except NotReadable as error:
            yield unread(place, error.code, stamp=error.code)
            return
        yield from page_pieces(page, place, lambda shown: self._picture(shown, place), stamp=stamp)

    def _file(self, path: Path, done: Remembered) -> Iterator[Piece]:
        kind, place = path.suffix.lower(), self._place(path)
        try:
            stamp = _stamp(path)
        except NotReadable as error:
            yield unread(place, error.code, stamp=error.code)
            return
        if kind in DOCUMENTS:
            yield from sheets_of(path, kind, place, done, stamp)
        elif not done.is_done(key_of(place), stamp):
            yield _one(path, kind, place, stamp)

    def _picture(self, shown: Shown, place: str) -> Picture | Missed:
        """The file that a page shows, as long as it lies in this folder."""
        try:
            parts = urlsplit(shown.address)
        except ValueError:
            return Missed(shown.address[:300], "gone")
        if parts.scheme or parts.netloc:
            return Missed(shown.address[:300], "elsewhere")
        inside = posixpath.normpath(posixpath.join("/", posixpath.dirname(place), unquote(parts.path)))
        path = self._root / inside.lstrip("/")
        if path not in self._known:
            return Missed(shown.address[:300], "gone")
        return _picture(path, shown.alt)


def _files(root: Path, beside: Path, left: dict[Path, str]) -> Iterator[Path]:
    """Every file that somebody put there, but no hidden ones. Links and shut folders are `left`, to be named."""

    def shut(error: OSError) -> None:
        left[Path(str(error.filename))] = "unreadable"

    for folder, names, files in os.walk(root, onerror=shut, followlinks=False):
        here = Path(folder)
        links = [name for name in (*names, *files) if not name.startswith(".") and (here / name).is_symlink()]
        left |= {here / name: "link" for name in links}
        names[:] = [name for name in names if not name.startswith(".") and (here / name).resolve() != beside]
        for name in files:
            path = here / name
            if not name.startswith(".") and not path.is_symlink() and path.suffix.lower() not in TOOLS:
                yield path


def _one(path: Path, kind: str, place: str, stamp: str) -> Piece:
    if kind in PHOTOS:
        return Piece(place, pictures=(_picture(path),), stamp=stamp)
    if kind not in TEXTS:
        return unread(place, "film" if kind in FILMS else "other_kind", stamp=stamp)
    try:
        words = as_words(read_whole(path, limit=PAGE_BYTES))
    except Refused as refused:
        return Piece(place, stamp=stamp) if refused.code == "empty" else unread(place, refused.code, stamp=stamp)
    except NotReadable as error:
        return unread(place, error.code, stamp=stamp)
    missed = (Missed("tekst", "too_many_words"),) if len(words) > WORDS else ()
    return Piece(place, words[:WORDS], missed=missed, stamp=stamp)


def _picture(path: Path, alt: str = "") -> Picture:
    try:
        stamp = _stamp(path)
    except NotReadable:
        stamp = ""
    return Picture(key_of(str(path), part=stamp), path.name, alt, path=path)


def _read_page(path: Path) -> HtmlPage:
    try:
        text = as_words(read_whole(path, limit=PAGE_BYTES), html=True)
        return within(lambda: read_html(text))
    except Refused as refused:
        raise NotReadable(refused.code) from None
    except TimeoutError:
        raise NotReadable("too_slow") from None


def _stamp(path: Path) -> str:
    """What changes when the file does."""
    try:
        status = path.stat()
    except OSError:
        raise NotReadable("unreadable") from None
    return f"{status.st_size}-{status.st_mtime_ns}"
