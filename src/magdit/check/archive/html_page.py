"""The words and pictures of a web page. Runs no script and fetches nothing; addresses stay as they were written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from lxml import etree

from magdit.check.archive.bounds import PICTURES, WORDS
from magdit.check.archive.piece import Missed, NotReadable

_UNREAD = frozenset({"script", "style", "template"})
_FRAME = frozenset({"nav", "header", "footer", "aside"})
_MAIN = frozenset({"main", "article"})
_INLINE = frozenset("a abbr b bdi cite code em font i mark q s small span strong sub sup time u wbr".split())
_SOURCES = ("data-src", "data-lazy-src", "data-original", "src")
_PICTURE = re.compile(r"\.(?:jpe?g|jpe|jfif|png|webp|gif|heic|heif|avif|bmp|tiff?)\Z", re.IGNORECASE)
_DOCUMENT = re.compile(r"\.(?:pdf|docx)\Z", re.IGNORECASE)
_FILM = re.compile(r"\.(?:mp4|m4v|mov|webm|mp3|m4a|wav|ogg)\Z", re.IGNORECASE)
_BACKGROUND = re.compile(r"url\(\s*['\"]?([^'\")]{1,2000})", re.IGNORECASE)
_PAIRS = (("<!--", "-->"), ("<script", "</script"), ("<style", "</style"))
_TAG = re.compile(r"<[!?/a-zA-Z]")
_SIZED = re.compile(r"-\d{2,5}x\d{2,5}(?=\.\w{2,5}(?:\Z|\?))")
_BLANKS = re.compile(r"[ \t\r\f\v\u00a0]+")
_LINES = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as a page shows it: the address as written, and the words for who cannot see it."""

    address: str
    alt: str = ""


@dataclass(frozen=True)
class Part:
    """The page itself, or what stands around it."""

    words: str
    pictures: tuple[Shown, ...]


@dataclass(frozen=True)
class HtmlPage:
    """What a page holds. `frame` is its menu, head and foot; `documents` are newsletters it links to."""

    title: str
    base: str
    body: Part
    frame: Part
    documents: tuple[str, ...]
    missed: tuple[Missed, ...]


def read_html(text: str) -> HtmlPage:
    """Read a page or a piece of one; raises NotReadable for what the parser stumbles over."""
    reader = _Reader()
    parser = etree.HTMLParser(target=reader, huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        parser.feed(text.replace("\x00", " "))
        parser.close()
    except (etree.LxmlError, ValueError):
        raise NotReadable("damaged") from None
    return reader.page(cut_short=_is_cut_short(text))


def whole_size(address: str) -> str:
    """The address of a picture without the size that a site adds to smaller copies (`reis-300x200.jpg`)."""
    return _SIZED.sub("", address)


@dataclass
class _Gathered:
    words: list[str] = field(default_factory=list)
    pictures: dict[str, Shown] = field(default_factory=dict)

    def part(self) -> Part:
        words = _LINES.sub("\n", _BLANKS.sub(" ", "".join(self.words))).strip()
        return Part(words, tuple(self.pictures.values()))


class _Reader:
    """Gathers while lxml reads. Tags that are not closed never nest deeper here: only counts are kept."""

    def __init__(self) -> None:
        self._body, self._frame = _Gathered(), _Gathered()
        self._unread = self._around = self._main = self._films = 0
        self._in_title = False
        self._title: list[str] = []
        self._base = ""
        self._documents: dict[str, None] = {}
        self._missed: dict[Missed, None] = {}
        self._size = 0

    def page(self, *, cut_short: bool) -> HtmlPage:
        """What was gathered."""
        if cut_short:
            self._missed[Missed("tekst", "damaged")] = None
        if self._size > WORDS:
            self._missed[Missed("tekst", "too_many_words")] = None
        return HtmlPage(
            title=" ".join("".join(self._title).split())[:200],
            base=self._base,
            body=self._body.part(),
            frame=self._frame.part(),
            documents=tuple(self._documents),
            missed=tuple(self._missed),
        )

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        """An element begins."""
        told = dict(attrs)
        self._count(tag, 1)
        if self._unread:
            return
        self._in_title = tag == "title" and not self._title
        if tag not in _INLINE:
            self._say("\n")
        self._look(tag, told)
        for found in _BACKGROUND.findall(told.get("style", "")[:10_000]):
            self._show(Shown(found))
        self._say_beside(told)

    def end(self, tag: str) -> None:
        """An element ends."""
        self._count(tag, -1)
        if tag == "title":
            self._in_title = False
        if tag not in _INLINE:
            self._say("\n")

    def data(self, data: str) -> None:
        """Words."""
        if self._in_title:
            self._title.append(data[:500])
        elif not self._unread:
            self._say(data)

    def close(self) -> None:
        """The page ends."""

    def _count(self, tag: str, by: int) -> None:
        if tag in _UNREAD:
            self._unread = max(0, self._unread + by)
        elif tag in _MAIN:
            self._main = max(0, self._main + by)
        elif tag in _FRAME and not self._main:
            self._around = max(0, self._around + by)
        elif tag in {"video", "audio"}:
            self._films = max(0, self._films + by)

    @property
    def _here(self) -> _Gathered:
        return self._frame if self._around and not self._main else self._body

    def _say(self, words: str) -> None:
        self._size += len(words)
        if self._size <= WORDS:
            self._here.words.append(words)

    def _say_beside(self, told: Mapping[str, str]) -> None:
        """Words that a browser shows on hovering, and those for who searches the web."""
        if told.get("title", "").strip():
            self._say(f"\n{told['title']}\n")
        about = told.get("name", "").lower() or told.get("property", "").lower()
        if about in {"description", "og:description", "author"}:
            self._say(f"\n{told.get('content', '')}\n")

    def _look(self, tag: str, told: Mapping[str, str]) -> None:
        if tag == "base":
            self._base = self._base or told.get("href", "")
        elif tag in {"img", "image"} or (tag == "input" and told.get("type", "").lower() == "image"):
            self._show(Shown(_best(told), told.get("alt", "")))
        elif tag == "meta" and told.get("property", "").lower() == "og:image":
            self._show(Shown(told.get("content", "")))
        elif tag in {"video", "audio"} or (tag == "source" and self._films):
            self._show(Shown(told.get("poster", "")))
            self._missed[Missed(_said(told.get("src", "")), "film")] = None
        elif tag == "iframe":
            self._missed[Missed(_said(told.get("src", "") or told.get("data-src", "")), "embedded")] = None
        elif tag in {"a", "object", "embed", "area"}:
            self._follow(told.get("href", "") or told.get("data", "") or told.get("src", ""))

    def _follow(self, address: str) -> None:
        """A link to a picture shows it; a link to a newsletter offers it."""
        path = _path(address)
        if _PICTURE.search(path):
            self._show(Shown(address))
        elif _DOCUMENT.search(path):
            self._documents[address] = None
        elif _FILM.search(path):
            self._missed[Missed(_said(address), "film")] = None

    def _show(self, shown: Shown) -> None:
        address = shown.address.strip()
        if not address:
            return
        pictures, whole = self._here.pictures, whole_size(address)
        known = pictures.get(whole)
        if known is None and len(pictures) >= PICTURES:
            self._missed[Missed("afbeeldingen", "too_many_pictures")] = None
        elif known is None or known.address != whole:  # the largest of several sizes
            pictures[whole] = Shown(whole if address == whole else (known or shown).address.strip(), _alt(known, shown))


def _is_cut_short(text: str) -> bool:
    """Whether a comment, script or tag was begun that never ends, so that what follows is seen by no reader."""
    plain = text.lower()
    if any(plain.rfind(begun) > plain.rfind(ended) for begun, ended in _PAIRS):
        return True
    return _TAG.search(text, text.rfind(">") + 1) is not None


def _alt(known: Shown | None, shown: Shown) -> str:
    return (known.alt if known else "") or shown.alt[:2_000]


def _best(told: Mapping[str, str]) -> str:
    """The largest copy that the page offers; a placeholder inside the page only when there is nothing else."""
    offered = list(_offered(told.get("srcset", "") or told.get("data-srcset", "")))
    if offered:
        return max(offered)[1]
    given = [told[name] for name in _SOURCES if told.get(name, "").strip()]
    given += [told[name] for name in ("href", "xlink:href") if told.get(name, "").strip()]
    real = [address for address in given if not address.lstrip().lower().startswith("data:")]
    return next(iter(real or given), "")


def _offered(srcset: str) -> Iterable[tuple[float, str]]:
    for one in re.split(r",\s+", srcset[:20_000]):
        address, _, size = one.strip().partition(" ")
        if address and not address.startswith("data:"):
            number = re.match(r"\d{1,6}(?:\.\d{1,3})?", size.strip())
            yield (float(number[0]) if number else 1.0, address.rstrip(","))


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _said(address: str) -> str:
    return address[:300] or "zonder adres"
