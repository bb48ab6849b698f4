"""What stands at an address, as pieces: a page, a newsletter, a photo or a text. Fetches from named hosts alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from magdit.check.archive.bounds import DOCUMENT_BYTES, PAGE_BYTES, WORDS
from magdit.check.archive.html_page import HtmlPage, Shown, read_html
from magdit.check.archive.html_pieces import page_pieces
from magdit.check.archive.piece import Missed, NotReadable, Picture, Piece, key_of
from magdit.check.archive.plain import as_words
from magdit.check.draft.attempts import within
from magdit.check.images.limits import DEFAULT
from magdit.journeys.archive.fetching import Answer, Fetcher
from magdit.journeys.archive.source import Remembered, is_whole, sheets_of, unread

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_DOCUMENTS = {"application/pdf": ".pdf", _WORD: ".docx"}
_COPY = re.compile(r"https?://i[0-3]\.wp\.com/([^/?]+/[^?]+)")
_FILMS = ("video/", "audio/")


class Web:
    """The pages of some hosts. `work` is a folder of ours in which a newsletter lies while it is read."""

    def __init__(self, fetcher: Fetcher, work: Path) -> None:
        self.fetcher = fetcher
        self._work = work

    def pieces_at(self, address: str, done: Remembered) -> Iterator[Piece]:
        """What stands there, unless all of it was judged before."""
        if is_whole(address, done, ""):
            return
        try:
            answer = self.fetcher.get(address, limit=DOCUMENT_BYTES)
            yield from self._pieces(address, answer, done)
        except NotReadable as error:
            yield unread(address, error.code)

    def page(self, html: str, place: str, *, base: str = "", stamp: str = "") -> tuple[HtmlPage, Iterator[Piece]]:
        """A page that was fetched, and its pieces."""
        try:
            page = within(lambda: read_html(html))
        except TimeoutError:
            raise NotReadable("too_slow") from None
        root = _joined(base or place, page.base)
        links = tuple(
            link for link in (_joined(root, one) for one in page.documents) if self.fetcher.may_come_from(link)
        )
        pieces = page_pieces(page, place, lambda shown: self._find(shown, root), stamp=stamp, links=links)
        return page, pieces

    def fetch(self, picture: Picture, into: Path) -> Path:
        """A file with the picture that stands at this address."""
        answer = self.fetcher.get(picture.url, limit=DEFAULT.file_bytes)
        into.write_bytes(answer.data)
        return into

    def _pieces(self, address: str, answer: Answer, done: Remembered) -> Iterator[Piece]:
        kind = "application/pdf" if answer.data.startswith(b"%PDF") else answer.kind
        if kind in _HTML:
            text = as_words(answer.data, charset=answer.charset, html=True)
            yield from (one for one in self.page(text, address, base=answer.address)[1] if not _done(one, done))
        elif kind in _DOCUMENTS:
            yield from self._sheets(address, _DOCUMENTS[kind], answer.data, done)
        elif kind.startswith("image/"):
            yield Piece(address, pictures=(Picture.of_bytes(answer.data, name_of(address)),))
        elif kind == "text/plain" and len(answer.data) <= PAGE_BYTES:
            yield Piece(address, as_words(answer.data, charset=answer.charset)[:WORDS])
        else:
            yield unread(address, "film" if kind.startswith(_FILMS) else "other_kind")

    def _sheets(self, address: str, kind: str, data: bytes, done: Remembered) -> Iterator[Piece]:
        path = self._work / f"document{kind}"
        path.write_bytes(data)
        try:
            yield from sheets_of(path, kind, address, done, "")
        finally:
            path.unlink(missing_ok=True)

    def _find(self, shown: Shown, base: str) -> Picture | Missed:
        address = _at_home(_joined(base, shown.address))
        if not self.fetcher.may_come_from(address):
            return Missed((address or shown.address)[:300], "elsewhere")
        return picture_at(address, shown.alt)


def picture_at(address: str, alt: str = "") -> Picture:
    """A picture that is still to be fetched."""
    return Picture(key_of(address), name_of(address), alt, url=address)


def name_of(address: str) -> str:
    """How the file at this address is called."""
    return unquote(urlsplit(address).path.rsplit("/", 1)[-1])[:200] or "afbeelding"


def marked(*parts: str) -> str:
    """What changes when one of these texts does."""
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _done(piece: Piece, done: Remembered) -> bool:
    return done.is_done(piece.key, piece.stamp)


def _at_home(address: str) -> str:
    """The picture on the site itself, of which WordPress may show a copy from its own computers (i0.wp.com)."""
    copy = _COPY.match(address)
    return f"https://{copy[1]}" if copy else address


def _joined(base: str, address: str) -> str:
    """The whole address; of what is none, nothing."""
    try:
        return urljoin(base, address.strip()).partition("#")[0].replace(" ", "%20")
    except ValueError:
        return ""
