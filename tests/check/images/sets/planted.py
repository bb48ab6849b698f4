"""Pictures and a film with a marker planted in every place where a file can tell something beside what is seen.

Every marker is one of a kind, so whichever turns up somewhere tells where it came from.
"""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from pathlib import Path

import pillow_heif
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from tests.check.images.clips import clip
from tests.check.images.makers import chunk, encoded, picture, segment

# By the numbers of EXIF. What is written in bytes there is bytes here.
IMAGE = {0x010E: "omschrijving", 0x010F: "merk", 0x0110: "model", 0x0131: "programma", 0x013B: "maker",
         0x013C: "computer", 0x8298: "rechten"}  # fmt: skip
DETAILS = {0x927C: "makernote", 0x9286: "opmerking", 0xA420: "kenmerk", 0xA430: "eigenaar", 0xA431: "serienummer",
           0xA433: "lensmerk", 0xA434: "lens", 0xA435: "lensnummer"}  # fmt: skip
PLACE = {0x1B: "plaatsbepaling", 0x1C: "gebied"}
WIDE = {0x9C9B: "xp-titel", 0x9C9D: "xp-maker", 0x9C9E: "xp-trefwoord"}
IN_BYTES = {0x927C, 0x9286, 0x1B, 0x1C}


def marker(place: str) -> str:
    return f"merkteken-{place}-verstopt"


@dataclass(frozen=True)
class Planted:
    """A file with all that was planted in it, as it stands there: as bytes, or two bytes a sign."""

    name: str
    content: bytes
    places: tuple[str, ...]

    def told_in(self, content: bytes) -> list[str]:
        """Which of the markers are in these bytes."""
        return [place for place in self.places if any(form in content for form in forms(place))]


def forms(place: str) -> tuple[bytes, ...]:
    """A marker in every way that it can be written, also packed."""
    text = marker(place)
    return text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")


def planted_pictures() -> list[Planted]:
    return [_jpeg(), _png(), _webp(), _gif(), _heic()]


def planted_film(folder: Path) -> Planted:
    places = ("film-titel", "film-maker", "film-opmerking", "film-plaats", "film-eind")
    told = dict(zip(("title", "artist", "comment", "location"), map(marker, places), strict=False))
    content = clip(folder / "film.mp4", told=told).read_bytes()
    return Planted(
        "film.mp4", content + (b"\x00\x00\x00\x40free" + marker("film-eind").encode()).ljust(64, b"\x00"), places
    )


def _exif() -> tuple[Image.Exif, list[str]]:
    block = Image.Exif()
    for number, place in IMAGE.items():
        block[number] = marker(place)
    for number, place in WIDE.items():
        block[number] = marker(place).encode("utf-16-le")
    for within, places in ((block.get_ifd(0x8769), DETAILS), (block.get_ifd(0x8825), PLACE)):
        for number, place in places.items():
            within[number] = marker(place).encode() if number in IN_BYTES else marker(place)
    return block, [*IMAGE.values(), *WIDE.values(), *DETAILS.values(), *PLACE.values()]


def _xmp(*places: str) -> bytes:
    rows = "".join(f"<dc:{place}>{marker(place)}</dc:{place}>" for place in places)
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>{rows}</rdf:RDF></x:xmpmeta>'.encode()


def _profile(place: str) -> bytes:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    return bytes(profile) + marker(place).encode()


def _photoshop(*places: str) -> bytes:
    """IPTC: town, by-line, caption, keyword, as newspapers write them."""
    rows = b"".join(
        b"\x1c\x02" + bytes([number]) + len(marker(place)).to_bytes(2, "big") + marker(place).encode()
        for number, place in zip((90, 80, 120, 25), places, strict=True)
    )
    return b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + len(rows).to_bytes(4, "big") + rows


def _jpeg() -> Planted:
    block, told = _exif()
    xmp = ("xmp-maker", "xmp-plaats", "xmp-onderwerp")
    iptc = ("iptc-plaats", "iptc-maker", "iptc-bijschrift", "iptc-trefwoord")
    small = encoded(picture(16, 12, seed=9), "JPEG", comment=marker("klein-beeld").encode())
    whole = encoded(picture(64, 48), "JPEG", exif=block, xmp=_xmp(*xmp), icc_profile=_profile("kleurprofiel"),
                    comment=marker("commentaar").encode())  # fmt: skip
    extra = [
        segment(0xED, _photoshop(*iptc)), segment(0xE0, b"JFXX\x00\x10" + small),
        segment(0xE1, b"http://ns.adobe.com/xmp/extension/\x00" + marker("xmp-meer").encode()),
        segment(0xE2, b"MPF\x00" + marker("meer-beelden").encode()), segment(0xE3, marker("app3").encode()),
        segment(0xE4, marker("app4").encode()), segment(0xEB, b"JP\x00\x01" + marker("herkomst").encode()),
        segment(0xEC, b"Ducky" + marker("ducky").encode()), segment(0xEF, marker("app15").encode()),
        segment(0xFE, marker("tweede-commentaar").encode()),
    ]  # fmt: skip
    moving = encoded(picture(), "JPEG", comment=marker("tweede-beeld").encode())
    content = whole[:2] + b"".join(extra) + whole[2:] + moving + marker("staart").encode()
    more = ("klein-beeld", "kleurprofiel", "commentaar", "xmp-meer", "meer-beelden", "app3", "app4", "herkomst",
            "ducky", "app15", "tweede-commentaar", "tweede-beeld", "staart")  # fmt: skip
    return Planted("foto.jpg", content, (*told, *xmp, *iptc, *more))


def _png() -> Planted:
    block, told = _exif()
    texts = PngInfo()
    texts.add_text("Author", marker("png-maker"))
    texts.add_itxt("Title", marker("png-titel"))
    whole = encoded(picture(64, 48), "PNG", exif=block, pnginfo=texts)
    packed = zlib.compress(marker("png-opgerold").encode(), 0)  # at level 0 it stands there as it is
    extra = chunk(b"zTXt", b"Comment\x00\x00" + packed) + chunk(b"caBX", marker("png-herkomst").encode())
    extra += chunk(b"iCCP", marker("png-profiel").encode() + b"\x00\x00" + zlib.compress(_profile("png-kleur"), 0))
    extra += chunk(b"prVt", marker("png-eigen").encode())
    more = (
        "png-maker",
        "png-titel",
        "png-opgerold",
        "png-herkomst",
        "png-profiel",
        "png-kleur",
        "png-eigen",
        "png-staart",
    )
    return Planted("foto.png", whole[:33] + extra + whole[33:] + marker("png-staart").encode(), (*told, *more))


def _webp() -> Planted:
    block, told = _exif()
    xmp = ("xmp-maker", "xmp-plaats")
    whole = encoded(picture(64, 48), "WEBP", exif=block, xmp=_xmp(*xmp), icc_profile=_profile("kleurprofiel"))
    return Planted("foto.webp", whole + marker("staart").encode(), (*told, *xmp, "kleurprofiel", "staart"))


def _gif() -> Planted:
    whole = encoded(picture(64, 48), "GIF", comment=marker("gif-commentaar").encode())
    xmp = _xmp("gif-xmp")[:250]
    extra = b"\x21\xff\x0bXMP DataXMP" + bytes([len(xmp)]) + xmp + b"\x00"
    content = whole[:-1] + extra + whole[-1:] + marker("gif-staart").encode()
    return Planted("foto.gif", content, ("gif-commentaar", "gif-xmp", "gif-staart"))


def _heic() -> Planted:
    block, told = _exif()
    written, xmp = io.BytesIO(), ("xmp-maker", "xmp-plaats")
    pillow_heif.from_pillow(picture(64, 48)).save(written, quality=90, exif=block.tobytes(), xmp=_xmp(*xmp))
    tail = b"\x00\x00\x00\x40free" + marker("heic-staart").encode().ljust(56, b"\x00")
    return Planted("foto.heic", written.getvalue() + tail, (*told, *xmp, "heic-staart"))
