"""Which kind of film or sound file this is, by its first bytes, and whether its outer boxes fit in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from magdit.check.images.containers import heif

BOX_STARTS = (b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")


@dataclass(frozen=True)
class FilmFormat:
    """What ffmpeg calls the reader and the writer of this kind, and the extension that fits it."""

    demuxer: str
    muxer: str
    extension: str


MP4 = FilmFormat("mov", "mp4", ".mp4")
QUICKTIME = FilmFormat("mov", "mov", ".mov")
PHONE_3GP = FilmFormat("mov", "3gp", ".3gp")
SOUND_M4A = FilmFormat("mov", "ipod", ".m4a")
MATROSKA = FilmFormat("matroska", "matroska", ".mkv")
WEBM = FilmFormat("matroska", "webm", ".webm")
AVI = FilmFormat("avi", "avi", ".avi")
WAV = FilmFormat("wav", "wav", ".wav")
MP3 = FilmFormat("mp3", "mp3", ".mp3")
OGG = FilmFormat("ogg", "ogg", ".ogg")
FLAC = FilmFormat("flac", "flac", ".flac")
AAC = FilmFormat("aac", "adts", ".aac")
WITH_BOXES = {MP4, QUICKTIME, PHONE_3GP, SOUND_M4A}


def film_format(head: bytes) -> FilmFormat | None:
    """Name the kind, or nothing when it is none that we take in."""
    claimed = heif.brands(head)
    if claimed:
        return None if set(claimed) & heif.AV1 or claimed[0] in heif.STILLS | heif.SEQUENCES else _by_brand(claimed[0])
    if head[4:8] in BOX_STARTS:
        return QUICKTIME
    if head.startswith(b"RIFF"):
        return {b"AVI ": AVI, b"WAVE": WAV}.get(head[8:12])
    if head.startswith(b"\x1aE\xdf\xa3"):
        return WEBM if b"webm" in head else MATROSKA
    return _by_start(head)


def last_box_fits(opened: BinaryIO, *, kind: FilmFormat, size: int) -> bool:
    """Walk the outer boxes of a film; a file that was cut off ends inside one."""
    at = 0
    while kind in WITH_BOXES and at + 8 <= size:
        opened.seek(at)
        head = opened.read(16)
        length = int.from_bytes(head[:4], "big")
        if length == 1:
            length = int.from_bytes(head[8:16], "big")
        if length == 0:
            return True
        if length < 8 or at + length > size:
            return False
        at += length
    return True


def _by_brand(brand: bytes) -> FilmFormat:
    if brand == b"qt  ":
        return QUICKTIME
    if brand.startswith(b"3g"):
        return PHONE_3GP
    return SOUND_M4A if brand.startswith(b"M4A") else MP4


def _by_start(head: bytes) -> FilmFormat | None:
    starts = {b"OggS": OGG, b"fLaC": FLAC, b"ID3": MP3}
    known = next((kind for start, kind in starts.items() if head.startswith(start)), None)
    if known is not None:
        return known
    sync = int.from_bytes(head[:2], "big")
    if sync & 0xFFF6 == 0xFFF0:
        return AAC
    return MP3 if sync & 0xFFE0 == 0xFFE0 and sync & 0x0006 else None
