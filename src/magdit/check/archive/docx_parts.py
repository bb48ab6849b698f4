"""One part of a DOCX read: its words and the pictures it names, page by page. Knows elements; opens no file.

A DOCX holds no pages of itself: where one ends, Word wrote down when it last showed the document. Read without that,
it is one page. Deleted words and comments count: whoever gets the file can read them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesNSImpl

from magdit.check.archive.bounds import DEEPEST, SHEETS
from magdit.check.archive.piece import NotReadable
from magdit.check.archive.strict_xml import parse

_TEXTS = frozenset({"t", "delText"})
_BREAKS = frozenset({"br", "lastRenderedPageBreak", "pageBreakBefore"})
_OFF = frozenset({"0", "false", "off"})
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


@dataclass
class Written:
    """A page as it is being read: its words, and its pictures as (number in the list of relations, alt text)."""

    words: list[str] = field(default_factory=list)
    pictures: list[tuple[str, str]] = field(default_factory=list)
    elsewhere: int = 0

    @property
    def is_empty(self) -> bool:
        return not self.pictures and not "".join(self.words).strip()


def read_part(data: bytes) -> list[Written]:
    """The pages of the text in this part; raises NotReadable."""
    reader = _Reader()
    parse(data, reader)
    return reader.pages


def read_relations(data: bytes) -> dict[str, tuple[str, str, bool]]:
    """What a part refers to: by number the kind, the target, and whether that lies outside the document."""
    reader = _Relations()
    parse(data, reader)
    return reader.found


class _Relations(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, tuple[str, str, bool]] = {}

    def startElementNS(self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl) -> None:  # noqa: N802 - named by xml.sax
        if name[1] != "Relationship":
            return
        told = _plain(attrs)
        kind = told.get("Type", "").rsplit("/", 1)[-1]
        self.found[told.get("Id", "")] = (kind, told.get("Target", ""), told.get("TargetMode") == "External")


class _Reader(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.pages = [Written()]
        self._depth = self._aside = 0
        self._in_text = self._break_after = False
        self._alt = ""

    @property
    def _page(self) -> Written:
        return self.pages[-1]

    def startElementNS(self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl) -> None:  # noqa: N802 - named by xml.sax
        self._depth += 1
        if self._depth > DEEPEST:
            raise NotReadable("too_deep")
        tag = name[1]
        # The same words once more, for older programs.
        if self._aside or tag == "Fallback":
            self._aside += 1
            return
        told = _plain(attrs)
        if tag in _TEXTS:
            self._in_text = True
        elif tag in {"tab", "cr", "noBreakHyphen"}:
            self._page.words.append("\n" if tag == "cr" else "-" if tag == "noBreakHyphen" else "\t")
        elif tag == "docPr":
            self._alt = " ".join(filter(None, (told.get("title", ""), told.get("descr", ""))))
        elif tag in {"blip", "imagedata"}:
            self._picture(told)
        else:
            self._turn(tag, told)

    def endElementNS(self, name: tuple[str | None, str], qname: str | None) -> None:  # noqa: N802 - named by xml.sax
        self._depth -= 1
        if self._aside:
            self._aside -= 1
            return
        if name[1] in _TEXTS:
            self._in_text = False
        elif name[1] == "p":
            self._page.words.append("\n")
            if self._break_after:
                self._break_after = False
                self._new_page()

    def characters(self, content: str) -> None:
        if self._in_text and not self._aside:
            self._page.words.append(content)

    def _turn(self, tag: str, told: dict[str, str]) -> None:
        """Whether a page ends here."""
        if tag == "br" and told.get("type") != "page":
            self._page.words.append("\n")
        elif tag in _BREAKS and told.get("val", "1") not in _OFF:
            self._new_page()
        elif tag == "sectPr":
            self._break_after = self._depth > 3  # the last one is of the document itself

    def _picture(self, told: dict[str, str]) -> None:
        number = told.get("embed") or told.get("id", "")
        if number:
            self._page.pictures.append((number, self._alt))
        elif told.get("link") or told.get("href"):
            self._page.elsewhere += 1
        self._alt = ""

    def _new_page(self) -> None:
        """Word marks one end of a page in more than one way: nothing written since, nothing ended."""
        if not self._page.is_empty:
            if len(self.pages) >= SHEETS:
                raise NotReadable("too_many_sheets")
            self.pages.append(Written())


def _plain(attrs: AttributesNSImpl) -> dict[str, str]:
    """The attributes by their own name; of two that share one, that of relations."""
    told: dict[str, str] = {}
    for (space, name), value in attrs.items():
        if name not in told or space in {_RELATIONS, _STRICT}:
            told[name] = str(value)
    return told
