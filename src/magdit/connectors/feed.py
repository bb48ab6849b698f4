"""The posts of a folder as a page each and as two feeds: RSS 2.0 and Atom. Makes text; touches no file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from magdit.connectors.as_page import paragraphs, plain, shown, without_heading

ATOM = "http://www.w3.org/2005/Atom"
register_namespace("atom", ATOM)


@dataclass(frozen=True)
class Shown:
    """A file that stands in the folder of its post."""

    name: str
    media_type: str
    length: int
    alt: str


@dataclass(frozen=True)
class Entry:
    """A post as it stands in the folder: under which name, at what address, since when."""

    mark: str
    address: str
    title: str
    text: str
    when: datetime
    files: tuple[Shown, ...] = ()

    @property
    def heading(self) -> str:
        """The title, or else how the text begins."""
        return plain(self.title) or plain(self.text).partition("\n")[0][:80] or "Bericht"

    @property
    def said(self) -> tuple[str, ...]:
        """The text below the heading, in paragraphs of HTML."""
        return paragraphs(without_heading(self.heading, self.text))

    def html(self) -> str:
        """The post as HTML with whole addresses, as readers of feeds want it."""
        files = [f"<p>{shown(one.media_type, self.address + one.name, one.alt)}</p>" for one in self.files]
        return "\n".join([*(f"<p>{part}</p>" for part in self.said), *files])


def page(entry: Entry) -> str:
    """The page of a post. It brings no script and loads nothing from elsewhere."""
    files = [f"<p>{shown(one.media_type, one.name, one.alt)}</p>" for one in entry.files]
    lines = [
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(entry.heading)}</title>\n</head>\n<body>\n<article>",
        f"<h1>{escape(entry.heading)}</h1>",
        *(f"<p>{part}</p>" for part in entry.said),
        *files,
        "</article>\n</body>\n</html>\n",
    ]
    return "\n".join(lines)


def rss(title: str, address: str, entries: Sequence[Entry]) -> bytes:
    """The feed as RSS 2.0, newest first."""
    root = Element("rss", {"version": "2.0"})
    channel = SubElement(root, "channel")
    _put(channel, title=title, link=address, description=title, language="nl")
    SubElement(channel, f"{{{ATOM}}}link", {"href": address + "feed.xml", "rel": "self", "type": "application/rss+xml"})
    for entry in entries:
        item = SubElement(channel, "item")
        _put(item, title=entry.heading, link=entry.address, description=entry.html())
        SubElement(item, "guid", {"isPermaLink": "true"}).text = entry.address
        _put(item, pubDate=format_datetime(entry.when))
        for one in entry.files[:1]:  # RSS knows one
            about = {"url": entry.address + one.name, "length": str(one.length), "type": one.media_type}
            SubElement(item, "enclosure", about)
    return _written(root)


def atom(title: str, address: str, entries: Sequence[Entry], when: datetime) -> bytes:
    """The same as Atom."""
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "nl"})
    _put(root, id=address + "atom.xml", title=title, updated=when.isoformat())
    SubElement(root, "link", {"href": address + "atom.xml", "rel": "self"})
    _put(SubElement(root, "author"), name=title)
    for entry in entries:
        item = SubElement(root, "entry")
        _put(item, id=entry.address, title=entry.heading, updated=entry.when.isoformat())
        SubElement(item, "link", {"href": entry.address})
        SubElement(item, "content", {"type": "html"}).text = entry.html()
        for one in entry.files:
            SubElement(item, "link", _enclosed(entry, one))
    return _written(root)


def newest(entries: Iterable[Entry], most: int) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.when, entry.mark), reverse=True)[:most])


def _enclosed(entry: Entry, one: Shown) -> dict[str, str]:
    return {
        "rel": "enclosure",
        "href": entry.address + one.name,
        "type": one.media_type,
        "length": str(one.length),
    }


def _put(into: Element, **values: str) -> None:
    for name, value in values.items():
        SubElement(into, name).text = value


def _written(root: Element) -> bytes:
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))
