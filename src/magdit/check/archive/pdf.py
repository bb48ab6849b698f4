"""A newsletter in PDF, page by page: the words that can be read from it and the pictures that lie in it."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from magdit.check.archive.bounds import DOCUMENT_BYTES, PICTURES, SHEETS, WORDS
from magdit.check.archive.piece import Missed, NotReadable, Picture, Sheet
from magdit.check.draft.attempts import within
from magdit.check.images.limits import DEFAULT

FEW_WORDS = 20  # signs: a page with a picture and no more than this is probably a scan
LONGEST = 60.0  # seconds for one page
JPEG = "/DCTDecode"
Key = str | list[str] | tuple[str, ...]
# pypdf tells at length what is odd about a file; that goes to nobody, and may hold what stands in it.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def pdf_sheets(path: Path) -> Iterator[Sheet]:
    """The pages of this document one by one, or NotReadable. A page that cannot be read is named in its own sheet."""
    if path.stat().st_size > DOCUMENT_BYTES:
        raise NotReadable("too_large")
    with path.open("rb") as opened:
        reader, of = _reader(opened)
        inside = _has_files_inside(reader)
        for number in range(1, of + 1):
            sheet = _sheet(reader, number, of)
            if inside and number == of:
                sheet = Sheet(
                    number, of, sheet.words, sheet.pictures, (*sheet.missed, Missed("bijlage", "file_inside"))
                )
            yield sheet


def _reader(opened: io.BufferedReader) -> tuple[Any, int]:
    """The document and how many pages it has. One that only its maker may change can be read by all."""
    import pypdf

    def read() -> tuple[Any, int]:
        reader = pypdf.PdfReader(opened, strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotReadable("encrypted")
        return reader, len(reader.pages)

    reader, of = _tried(read)
    if of > SHEETS:
        raise NotReadable("too_many_sheets")
    if not of:
        raise NotReadable("damaged")
    return reader, of


def _tried(call: Any) -> Any:
    """What a library makes of a file of others: any fault and any delay is a document that cannot be read."""
    try:
        return within(call, longest=LONGEST)
    except NotReadable:
        raise
    except TimeoutError:
        raise NotReadable("too_slow") from None
    except BaseException as error:  # also RecursionError and MemoryError: a hostile file fails in any way it likes
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        raise NotReadable("damaged") from None


def _sheet(reader: Any, number: int, of: int) -> Sheet:
    missed: list[Missed] = []
    try:
        page = _tried(lambda: reader.pages[number - 1])
        words = "\n".join(filter(None, (str(_tried(page.extract_text)).strip(), *_tried(lambda: list(_notes(page))))))
    except NotReadable as error:
        return Sheet(number, of, "", missed=(Missed(f"bladzijde {number}", error.code),))
    pictures = tuple(_pictures(page, missed))
    if (pictures or missed) and len(words) < FEW_WORDS:
        missed.append(Missed(f"bladzijde {number}", "words_in_picture"))
    if len(words) > WORDS:
        missed.append(Missed(f"bladzijde {number}", "too_many_words"))
    return Sheet(number, of, words[:WORDS], pictures, tuple(missed))


def _notes(page: Any) -> Iterator[str]:
    """Remarks that were stuck on the page and what was filled in on it: whoever gets the file can read them."""
    listed = page.get("/Annots")
    for one in listed.get_object() if listed is not None else ():
        note = one.get_object()
        yield from (str(note[name]) for name in ("/Contents", "/V") if isinstance(note.get(name), str))


def _pictures(page: Any, missed: list[Missed]) -> Iterator[Picture]:
    try:
        keys: list[Key] = _tried(lambda: list(page.images.keys()))
    except NotReadable as error:
        missed.append(Missed("afbeeldingen", error.code))
        return
    for at, key in enumerate(keys[:PICTURES], 1):
        name = f"afbeelding {at}"
        try:
            data = _tried(lambda key=key: _picture(page, key))
        except NotReadable as error:
            missed.append(Missed(name, error.code))
        else:
            yield Picture.of_bytes(data, f"{name}{_ending(data)}")
    if len(keys) > PICTURES:
        missed.append(Missed("afbeeldingen", "too_many_pictures"))


def _picture(page: Any, key: Key) -> bytes:
    """The bytes of one picture: a JPEG as it lies there, anything else rebuilt as PNG."""
    found = _object(page, key)
    if found is not None:
        width, height = int(found.get("/Width", 0)), int(found.get("/Height", 0))
        if width * height > DEFAULT.pixels or max(width, height) > DEFAULT.side:
            raise NotReadable("too_many_pixels")
        if _filters(found) == [JPEG]:
            return bytes(found._data)  # pypdf would decode it and write it anew
    picture = page.images[key if isinstance(key, str) else tuple(key)].image
    if picture is None or picture.width * picture.height > DEFAULT.pixels:
        raise NotReadable("damaged")
    out = io.BytesIO()
    picture.convert("RGB").save(out, "PNG", compress_level=1)
    return out.getvalue()


def _object(page: Any, key: Key) -> Any:
    """The picture itself, through the forms it lies in; None for one that stands in the text of the page."""
    names = [key] if isinstance(key, str) else list(key)
    here = page
    for name in names:
        listed = here.get("/Resources", {}).get_object().get("/XObject")
        if listed is None or name not in listed.get_object():
            return None
        here = listed.get_object()[name].get_object()
    return here


def _filters(found: Any) -> list[str]:
    told = found.get("/Filter", [])
    told = told.get_object() if hasattr(told, "get_object") else told
    return [str(one) for one in told] if isinstance(told, list) else [str(told)]


def _ending(data: bytes) -> str:
    return ".jpg" if data.startswith(b"\xff\xd8") else ".png"


def _has_files_inside(reader: Any) -> bool:
    """Whether another file lies in this one; not knowing counts as yes."""

    def look() -> bool:
        names = reader.trailer["/Root"].get_object().get("/Names")
        return names is not None and "/EmbeddedFiles" in names.get_object()

    try:
        return bool(_tried(look))
    except NotReadable:
        return True
