"""Bytes of a page as words: by the mark before them, by the alphabet they name, or else as Windows wrote them."""

from __future__ import annotations

import codecs
import re

from magdit.check.archive.bounds import PAGE_BYTES
from magdit.check.archive.piece import NotReadable

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_LOOK_IN = 2_048
_TEXTS = frozenset({"utf-8", "iso8859-1", "iso8859-15", "cp1252", "ascii", "utf-16"})


def as_words(data: bytes, *, charset: str = "", html: bool = False) -> str:
    """The words in these bytes; raises NotReadable for what is no text."""
    if len(data) > PAGE_BYTES:
        raise NotReadable("too_large")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    if b"\x00" in data:
        raise NotReadable("no_text")
    named = _META.search(data[:_LOOK_IN]) if html else None
    told = charset or (named[1].decode("ascii") if named else "")
    for encoding in ("utf-8", _known(told), "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("iso8859-1")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise NotReadable("no_text") from None


def _known(charset: str) -> str:
    """An alphabet that a site may name; anything else (Python also knows `zlib` and `rot13`) is read as UTF-8."""
    try:
        name = codecs.lookup(charset).name
    except LookupError:
        return "utf-8"
    return name if name in _TEXTS else "utf-8"
