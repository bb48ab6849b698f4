"""A web page as pieces: the page itself, and what stands around it, which is the same piece on every page."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable, Iterator
from urllib.parse import unquote_to_bytes

from magdit.check.archive.html_page import HtmlPage, Part, Shown
from magdit.check.archive.piece import Missed, Picture, Piece
from magdit.check.images.limits import DEFAULT

AROUND = "rand van de pagina's"
Found = Picture | Missed | None
Find = Callable[[Shown], Found]


def page_pieces(
    page: HtmlPage, place: str, find: Find, *, stamp: str = "", links: tuple[str, ...] = ()
) -> Iterator[Piece]:
    """The pieces of a page. `find` tells which picture an address is, or that it is not looked at."""
    # The edge first: once the page itself is remembered, nobody comes back for it.
    pictures, missed = _pictures(page.frame, find)
    if page.frame.words or pictures or missed:
        mark = _marked(page.frame.words, pictures, missed)
        title = f"gezien op {place}"
        yield Piece(AROUND, page.frame.words, pictures, missed, title=title, stamp=mark, part=mark)
    pictures, missed = _pictures(page.body, find)
    words = "\n".join(filter(None, (page.title, page.body.words)))
    stamp = _marked(stamp, pictures) if stamp else ""
    yield Piece(place, words, pictures, (*page.missed, *missed), title=page.title, stamp=stamp, links=links)


def _pictures(part: Part, find: Find) -> tuple[tuple[Picture, ...], tuple[Missed, ...]]:
    found = [_inside(shown) if is_inside(shown.address) else find(shown) for shown in part.pictures]
    pictures = {one.key: one for one in found if isinstance(one, Picture)}
    missed = {one: None for one in found if isinstance(one, Missed)}
    return tuple(pictures.values()), tuple(missed)


def _marked(words: str, pictures: tuple[Picture, ...], missed: tuple[Missed, ...] = ()) -> str:
    told = "\n".join((words, *(picture.key for picture in pictures), *(f"{miss.where} {miss.code}" for miss in missed)))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def is_inside(address: str) -> bool:
    """Whether the picture is written out in the page itself."""
    return address[:5].lower() == "data:"


def _inside(shown: Shown) -> Found:
    """A picture written out in the page. A drawing that only keeps a place open is none."""
    head, comma, body = shown.address[5:].partition(",")
    kind = head.split(";")[0].strip().lower()
    if not comma or not kind.startswith("image/"):
        return Missed("afbeelding in de pagina", "damaged")
    if len(body) > DEFAULT.file_bytes:
        return Missed("afbeelding in de pagina", "too_large")
    data = unquote_to_bytes(body)
    if head.lower().endswith(";base64"):
        try:
            data = base64.b64decode(data, validate=False)
        except (binascii.Error, ValueError):
            return Missed("afbeelding in de pagina", "damaged")
    if kind == "image/svg+xml":
        return Missed("tekening in de pagina", "unsupported_format") if _shows(data) else None
    return Picture.of_bytes(data, "afbeelding in de pagina", shown.alt)


def _shows(drawing: bytes) -> bool:
    plain = drawing.lower()
    return b"<image" in plain or b"<text" in plain or b"<foreignobject" in plain
