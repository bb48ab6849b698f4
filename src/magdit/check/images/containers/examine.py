"""Which kind of file this is, by its first bytes, and the walk that belongs to it. Its name proves nothing."""

from __future__ import annotations

from pathlib import Path

from magdit.check.images.containers import gif, heif, jpeg, png, webp
from magdit.check.images.containers.part import Broken, Container, CutShort
from magdit.check.images.refusal import Refused

OTHER_PICTURES = {
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"BM": "BMP",
    b"8BPS": "Photoshop",
    b"\x00\x00\x01\x00": "ICO",
    b"\xff\x0a": "JPEG XL",
    b"\x00\x00\x00\x0cJXL ": "JPEG XL",
    b"\x00\x00\x00\x0cjP  ": "JPEG 2000",
}
OTHER_FILES = {
    b"PK\x03\x04": "ZIP",
    b"%PDF": "PDF",
    b"RIFF": "AVI/WAV",
    b"\x1aE\xdf\xa3": "Matroska",
    b"ID3": "MP3",
    b"OggS": "Ogg",
    b"MZ": "EXE",
    b"\x7fELF": "ELF",
}


def examine(data: bytes, *, path: Path) -> Container:
    """Walk over the file, or refuse it: no picture, another kind of picture, cut short, broken."""
    try:
        return _walk(data, path=path)
    except CutShort as error:
        raise Refused("truncated", path=path) from error
    except Broken as error:
        raise Refused("damaged", path=path) from error


def _walk(data: bytes, *, path: Path) -> Container:
    if data.startswith(jpeg.START):
        return jpeg.walk(data)
    if data.startswith(png.START):
        return png.walk(data)
    if webp.recognises(data):
        return webp.walk(data)
    if data.startswith(gif.STARTS):
        return gif.walk(data)
    if heif.recognises(data):
        return heif.walk(data)
    raise _not_ours(data, path=path)


def _not_ours(data: bytes, *, path: Path) -> Refused:
    picture = _other_picture(data)
    if picture is not None:
        return Refused("unsupported_format", path=path, found=picture)
    return Refused("not_an_image", path=path, found=_other_file(data))


def _other_picture(data: bytes) -> str | None:
    if heif.AV1 & set(heif.brands(data)):
        return "AVIF"
    text = _as_text(data)
    if text.startswith(b"<svg") or (text.startswith(b"<?xml") and b"<svg" in text):
        return "SVG"
    return _by_start(data, OTHER_PICTURES)


def _other_file(data: bytes) -> str | None:
    if heif.brands(data):
        return "MP4"
    if _as_text(data).startswith((b"<!doctype html", b"<html")):
        return "HTML"
    return _by_start(data, OTHER_FILES)


def _as_text(data: bytes) -> bytes:
    return data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()


def _by_start(data: bytes, names: dict[bytes, str]) -> str | None:
    return next((name for start, name in names.items() if data.startswith(start)), None)
