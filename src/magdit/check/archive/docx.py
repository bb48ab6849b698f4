"""A newsletter in DOCX, page by page: words, pictures, and what travels in the file without standing on a page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from magdit.check.archive.bounds import PART_BYTES, PICTURES, WORDS
from magdit.check.archive.docx_parts import Written, read_part, read_relations
from magdit.check.archive.packed import Packed, unpacked
from magdit.check.archive.piece import Missed, NotReadable, Picture, Sheet
from magdit.check.images.limits import DEFAULT

_BESIDE = re.compile(r"word/(?:header|footer|footnotes|endnotes|comments)\d*\.xml")
_MEDIA = re.compile(r"word/media/[^/]+")
_INSIDE = re.compile(r"word/embeddings/[^/]+")
_MAIN = "word/document.xml"


def docx_sheets(path: Path) -> Iterator[Sheet]:
    """The pages of this document one by one, or NotReadable.

    What stands on no page or on all of them (heads, feet, notes, comments, loose pictures) comes with the last.
    """
    with unpacked(path) as packed:
        main = _main_part(packed)
        pages = read_part(packed.read(main, limit=PART_BYTES))
        if len(pages) > 1 and pages[-1].is_empty:
            del pages[-1]
        document = _Document(packed)
        for number, page in enumerate(pages, 1):
            sheet = document.sheet(page, number, main, of=len(pages))
            yield document.with_the_rest(sheet) if number == len(pages) else sheet


def _main_part(packed: Packed) -> str:
    if "_rels/.rels" in packed:
        relations = read_relations(packed.read("_rels/.rels", limit=PART_BYTES)).values()
        for kind, target, outside in relations:
            if kind == "officeDocument" and not outside and target.lstrip("/") in packed:
                return target.lstrip("/")
    if _MAIN not in packed:
        raise NotReadable("no_docx")
    return _MAIN


class _Document:
    def __init__(self, packed: Packed) -> None:
        self._packed = packed
        self._placed: set[str] = set()

    def sheet(self, page: Written, number: int, part: str, *, of: int) -> Sheet:
        """One page, with the pictures it names."""
        missed: list[Missed] = []
        pictures = tuple(self._pictures(page, part, missed))
        if page.elsewhere:
            missed.append(Missed(f"{page.elsewhere} afbeelding(en)", "elsewhere"))
        words = "".join(page.words).strip()
        if len(words) > WORDS:
            missed.append(Missed(f"bladzijde {number}", "too_many_words"))
        return Sheet(number, of, words[:WORDS], pictures, tuple(missed))

    def with_the_rest(self, last: Sheet) -> Sheet:
        """The last page with what stands on all of them, and with what lies in the file and on no page."""
        words, pictures, missed = [last.words], list(last.pictures), list(last.missed)
        for part in filter(_BESIDE.fullmatch, self._packed.names):
            for page in read_part(self._packed.read(part, limit=PART_BYTES)):
                beside = self.sheet(page, last.number, part, of=last.of)
                words.append(beside.words)
                pictures += beside.pictures
                missed += beside.missed
        for name in self._packed.names:
            if _INSIDE.fullmatch(name):
                missed.append(Missed(PurePosixPath(name).name, "file_inside"))
            elif _MEDIA.fullmatch(name) and name not in self._placed:
                pictures += self._picture(name, "", missed)
        return Sheet(last.number, last.of, "\n".join(filter(None, words)), tuple(pictures), tuple(missed))

    def _pictures(self, page: Written, part: str, missed: list[Missed]) -> Iterator[Picture]:
        relations = self._relations(part)
        for number, alt in page.pictures[:PICTURES]:
            _, target, outside = relations.get(number, ("", "", False))
            name = posixpath.normpath(posixpath.join(posixpath.dirname(part), target)).lstrip("/")
            if outside or name not in self._packed:
                missed.append(Missed(PurePosixPath(target).name or number, "elsewhere" if outside else "damaged"))
            else:
                yield from self._picture(name, alt, missed)
        if len(page.pictures) > PICTURES:
            missed.append(Missed("afbeeldingen", "too_many_pictures"))

    def _picture(self, name: str, alt: str, missed: list[Missed]) -> list[Picture]:
        self._placed.add(name)
        try:
            data = self._packed.read(name, limit=DEFAULT.file_bytes)
        except NotReadable as error:
            missed.append(Missed(PurePosixPath(name).name, error.code))
            return []
        return [Picture.of_bytes(data, PurePosixPath(name).name, alt)]

    def _relations(self, part: str) -> dict[str, tuple[str, str, bool]]:
        folder, name = posixpath.split(part)
        beside = f"{folder}/_rels/{name}.rels"
        return read_relations(self._packed.read(beside, limit=PART_BYTES)) if beside in self._packed else {}
