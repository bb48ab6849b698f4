"""A sitemap: the pages of a site as it lists them itself, the pictures on them, or further lists of a large site."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesNSImpl

from magdit.check.archive.bounds import ADDRESSES, DEEPEST, LIST_BYTES
from magdit.check.archive.piece import NotReadable
from magdit.check.archive.strict_xml import parse

_LONGEST = 2_048
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True)
class Sitemap:
    """Addresses in the order in which they are listed, each once. `refused` counts what is no address of the web."""

    pages: tuple[str, ...]
    pictures: tuple[str, ...]
    lists: tuple[str, ...]
    refused: int = 0


def read_sitemap(data: bytes) -> Sitemap:
    """Read the list; raises NotReadable for what is none."""
    reader = _Reader()
    parse(_plain(data), reader)
    if not reader.is_sitemap:
        raise NotReadable("no_sitemap")
    return Sitemap(tuple(reader.pages), tuple(reader.pictures), tuple(reader.lists), reader.refused)


def is_address(text: str) -> bool:
    """Whether this is an ordinary address of a page: http or https, a host, no password, no sign that nobody sees."""
    if not text or len(text) > _LONGEST or any(ord(sign) <= 32 or ord(sign) == 127 for sign in text):
        return False
    try:
        parts = urlsplit(text)
        port_is_one = parts.port is None or parts.port > 0
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc and port_is_one


def host_of(address: str) -> str:
    """The host of an address with its port, as it is compared: `www` before it makes no other site of it."""
    parts = urlsplit(address)
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    port = parts.port or usual
    return (parts.hostname or "").lower().removeprefix("www.") + ("" if port in {80, 443} else f":{port}")


def _plain(data: bytes) -> bytes:
    """Large sites hand their list in packed; one that grows too far is refused."""
    if data.startswith(_GZIP):
        try:
            data = zlib.decompressobj(31).decompress(data, LIST_BYTES + 1)
        except zlib.error:
            raise NotReadable("damaged") from None
    if len(data) > LIST_BYTES:
        raise NotReadable("too_large")
    return data


class _Reader(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.pages: dict[str, None] = {}
        self.pictures: dict[str, None] = {}
        self.lists: dict[str, None] = {}
        self.refused = 0
        self.is_sitemap = False
        self._path: list[str] = []
        self._text: list[str] = []

    def startElementNS(self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl) -> None:  # noqa: N802 - named by xml.sax
        self._path.append(name[1])
        self._text = []
        if len(self._path) > DEEPEST:
            raise NotReadable("too_deep")
        if len(self._path) == 1:
            self.is_sitemap = name[1] in {"urlset", "sitemapindex"}

    def endElementNS(self, name: tuple[str | None, str], qname: str | None) -> None:  # noqa: N802 - named by xml.sax
        path = tuple(self._path[-2:])
        self._path.pop()
        kinds = {("url", "loc"): self.pages, ("sitemap", "loc"): self.lists, ("image", "loc"): self.pictures}
        if path in kinds:
            self._keep("".join(self._text).strip(), kinds[path])
        self._text = []

    def characters(self, content: str) -> None:
        if self._path[-1:] == ["loc"] and len(self._text) < _LONGEST:
            self._text.append(content[:_LONGEST])

    def _keep(self, address: str, where: dict[str, None]) -> None:
        if not is_address(address):
            self.refused += 1
        elif len(where) >= ADDRESSES:
            raise NotReadable("too_many_addresses")
        else:
            where[address.partition("#")[0]] = None
