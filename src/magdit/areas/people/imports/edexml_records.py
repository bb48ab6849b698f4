"""The records of an EDEXML file, one by one while it is read: an answer of hundreds of megabytes fits in no memory.

Matches on local names, since UWLR has namespaces and EDEXML has none. Never opens a second file, never expands an
entity: a document with a DTD is refused. Knows elements; knows no school.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

from defusedxml import sax
from defusedxml.common import DefusedXmlException

from magdit.areas.people.imports.bundle import MAX_ZIP
from magdit.areas.people.imports.delivery import Place
from magdit.areas.people.imports.problems import Problems

SECTIONS = {"groepen": "groep", "leerlingen": "leerling", "leerkrachten": "leerkracht"}
KNOWN = {
    "school": frozenset({"schooljaar", "brincode", "dependancecode", "aanmaakdatum", "peildatum", "xsdversie"}),
    "groep": frozenset({"naam"}),
    "samengestelde_groep": frozenset({"naam"}),
    "leerling": frozenset(
        {"achternaam", "voorvoegsel", "voornamen", "roepnaam", "geboortedatum", "emailadres"}
        | {"instroomdatum", "uitstroomdatum"}
    ),
    "leerkracht": frozenset({"achternaam", "voorvoegsel", "voornamen", "roepnaam", "emailadres", "rol"}),
}
REFERENCES = frozenset({"groep", "samengestelde_groep"})
# Structure, or about the record itself: nothing is lost by not naming it in the report.
QUIET = frozenset({"groepen", "samengestelde_groepen", "mutatiedatum"})
DEEPEST = 40
LONGEST = 20_000


@dataclass(slots=True)
class Record:
    """One element with what stands directly in it, and the groups it points at."""

    kind: str
    key: str
    line: int
    texts: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    groups: list[tuple[str, int]] = field(default_factory=list)


class Reader(ContentHandler):
    """Hands every whole record to `emit`. `unread` gathers what was left aside, `roots` what was seen at all."""

    def __init__(self, emit: Callable[[Record], None]) -> None:
        super().__init__()
        self._emit, self._path, self._record = emit, list[str](), None
        self._place: Locator | None = None
        self._depth, self._text, self._size = 0, list[str](), 0
        self.unread: set[str] = set()
        self.seen: set[str] = set()

    _record: Record | None

    @property
    def line(self) -> int:
        """Where reading has got to."""
        return (self._place.getLineNumber() or 0) if self._place else 0

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802  (named by xml.sax)
        self._place = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802  (named by xml.sax)
        local = name.rpartition(":")[2]
        within = self._path[-1] if self._path else ""
        self._path.append(local)
        self._empty()
        if len(self._path) > DEEPEST:
            raise SAXException("too deep")
        if self._record is None:
            self.seen.add(local)
            if local == "school" or (within in SECTIONS and self._is_record(within, local)):
                self._begin(local, attrs)
        elif local in REFERENCES and attrs.get("key"):
            self._record.groups.append((group_key(local, attrs["key"]), self.line))

    def characters(self, content: str) -> None:
        if self._record is not None and self._size < LONGEST:
            self._text.append(content[:LONGEST])
            self._size += len(content)

    def endElement(self, name: str) -> None:  # noqa: N802  (named by xml.sax)
        local = self._path.pop()
        record = self._record
        if record is None:
            return
        depth = len(self._path) - self._depth
        if depth < 0:
            self._record = None
            self._emit(record)
        elif depth == 0:
            self._keep(record, local)
        self._empty()

    def _empty(self) -> None:
        self._text.clear()
        self._size = 0

    def _is_record(self, section: str, local: str) -> bool:
        return local == SECTIONS[section] or (section == "groepen" and local == "samengestelde_groep")

    def _begin(self, kind: str, attrs: AttributesImpl) -> None:
        self._record = Record(kind, attrs.get("key", "").strip(), self.line)
        self._depth = len(self._path)
        self.unread |= {f"{kind}@{other.rpartition(':')[2]}" for other in attrs.getNames() if other != "key"}

    def _keep(self, record: Record, local: str) -> None:
        text = "".join(self._text).strip()
        if local in KNOWN[record.kind]:
            record.texts[local], record.lines[local] = text[:LONGEST], self.line
        elif local not in REFERENCES | QUIET:
            self.unread.add(f"{record.kind}/{local}")


def group_key(kind: str, key: str) -> str:
    """Groups and combined groups may have the same key in one file; here they never do."""
    return f"s:{key}" if kind == "samengestelde_groep" else key


def read_records(source: Path, emit: Callable[[Record], None], problems: Problems) -> Reader:
    """Read a whole file, record by record; NotTaken for what is no sound XML."""
    place = Place(source.name, 0)
    if not source.is_file():
        raise problems.fail("file_missing", place)
    if source.stat().st_size > MAX_ZIP:
        raise problems.fail("too_large", place)
    reader = Reader(emit)
    try:
        with source.open("rb") as file:
            sax.parse(file, reader, forbid_dtd=True)
    except DefusedXmlException:
        raise problems.fail("xml_dtd", Place(source.name, reader.line)) from None
    except SAXParseException as cause:
        raise problems.fail("xml_broken", Place(source.name, cause.getLineNumber() or 0)) from None
    except (SAXException, OSError, LookupError):
        raise problems.fail("xml_broken", Place(source.name, reader.line)) from None
    return reader
