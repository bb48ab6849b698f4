"""More than three hundred files that somebody could hand in as a photo, made to break us; the same ones every time.

Whether one is refused or comes in as an ordinary picture is up to who opens it: it may break nothing, show nothing
else, and cost little. `sure`: that one can only be refused.
"""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import pillow_heif
from PIL import Image

from tests.check.images.makers import chunk, encoded, full_png_bomb, picture, png_bomb, segment, telling_exif

KINDS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif", "HEIC": "heic"}
SCRIPT = b"<script>alert(document.cookie)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">' + SCRIPT + b"</svg>"
HTML = b"<!doctype html><html><body>" + SCRIPT + b"</body></html>"
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&c;</text></svg>'
)
STEALS = b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>'


@dataclass(frozen=True)
class Hostile:
    """A file under the name that it is sent with."""

    name: str
    content: bytes
    sure: bool = False


@cache
def hostile_files() -> tuple[Hostile, ...]:
    """All of them, made once."""
    makers = (_flipped, _cut, _noise, _bombs, _two_in_one, _other_kinds, _named, _moving, _odd, _films, _nothing)
    return tuple(file for make in makers for file in make())


def a_photo(kind: str = "JPEG") -> bytes:
    """An ordinary small picture with metadata."""
    if kind == "HEIC":
        written = io.BytesIO()
        pillow_heif.from_pillow(picture(64, 64)).save(written, quality=90, exif=telling_exif().tobytes())
        return written.getvalue()
    return encoded(picture(), kind, **({} if kind == "GIF" else {"exif": telling_exif()}))


def _flipped() -> Iterator[Hostile]:
    for kind, ending in KINDS.items():
        for seed in range(16):
            chance, content = random.Random(f"flipped {kind} {seed}"), bytearray(a_photo(kind))
            for _ in range(chance.choice([1, 3, 20, 200])):
                content[chance.randrange(len(content))] = chance.randrange(256)
            yield Hostile(f"gewijzigd-{seed}.{ending}", bytes(content))


def _cut() -> Iterator[Hostile]:
    for kind, ending in KINDS.items():
        content = a_photo(kind)
        for seed in range(8):
            at = random.Random(f"cut {kind} {seed}").randrange(1, len(content) - 2)
            yield Hostile(f"half-{seed}.{ending}", content[:at])


def _noise() -> Iterator[Hostile]:
    for kind, ending in KINDS.items():
        content = a_photo(kind)
        for seed in range(8):
            chance = random.Random(f"noise {kind} {seed}")
            yield Hostile(
                f"ruis-{seed}.{ending}",
                content[: chance.choice([4, 12, 24, 60])] + chance.randbytes(chance.randrange(9000)), sure=True,
            )  # fmt: skip
    for seed in range(12):
        yield Hostile(f"ruis-{seed}", random.Random(f"only noise {seed}").randbytes(3000), sure=True)


def _bombs() -> Iterator[Hostile]:
    for side in (9_000, 12_000, 30_000, 65_535, 2**31 - 1):
        yield Hostile(f"bom-{side}.png", png_bomb(side), sure=True)
    yield Hostile("echte-bom.png", full_png_bomb(7_300), sure=True)
    whole, jpeg, gif, webp = (bytearray(a_photo(kind)) for kind in ("PNG", "JPEG", "GIF", "WEBP"))
    packed = zlib.compress(b"\x00" * 30_000_000, 9)
    for name, text in ((b"zTXt", b"Comment\x00\x00" + packed), (b"iCCP", b"p\x00\x00" + packed),
                       (b"iTXt", b"XML\x00\x01\x00\x00\x00" + packed)):  # fmt: skip
        yield Hostile(f"{name.decode()}.png", bytes(whole[:33] + chunk(name, text) + whole[33:]))
    frame = jpeg.index(b"\xff\xc0")
    jpeg[frame + 5 : frame + 9] = b"\xff\xff\xff\xff"
    yield Hostile("groot.jpg", bytes(jpeg), sure=True)
    gif[6:10] = b"\xff\xff\xff\xff"
    yield Hostile("groot.gif", bytes(gif), sure=True)
    webp[24:30] = b"\xff\x3f\xff\xff\xff\xff"
    yield Hostile("groot.webp", bytes(webp))
    yield Hostile("honderd-keer.jpg", _painted_over(120), sure=True)
    yield Hostile("lang.jpg", a_photo()[:2] + segment(0xFE, b"x" * 60_000) * 200 + a_photo()[2:])
    yield Hostile("veel-delen.png", bytes(whole[:33] + chunk(b"tEXt", b"a\x00b") * 5_000 + whole[33:]))
    yield Hostile("te-veel-delen.png", bytes(whole[:33] + chunk(b"tEXt", b"") * 100_000 + whole[33:]), sure=True)
    yield Hostile("te-veel-delen.jpg", a_photo()[:2] + segment(0xFE, b"") * 100_000 + a_photo()[2:], sure=True)


def _painted_over(times: int) -> bytes:
    whole = encoded(picture(2000, 1500), "JPEG", progressive=True)
    last = whole.rindex(b"\xff\xda")
    return whole[:last] + whole[last:-2] * times + b"\xff\xd9"


def _two_in_one() -> Iterator[Hostile]:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("index.html", HTML)
    trailers = {
        "zip": archive.getvalue(),
        "html": HTML,
        "svg": SVG,
        "php": b"<?php system('id'); ?>",
        "pdf": b"%PDF-1.7\n",
    }
    for kind, ending in KINDS.items():
        for name, trailer in trailers.items():
            yield Hostile(f"foto.{name}.{ending}", a_photo(kind) + trailer)
    jpeg, gif = a_photo(), a_photo("GIF")
    yield Hostile("commentaar.jpg", jpeg[:2] + segment(0xFE, HTML) + jpeg[2:])
    yield Hostile("script.gif", b"GIF89a=1;alert(1);//" + gif[6:])
    yield Hostile("commentaar.gif", gif[:-1] + b"\x21\xfe" + bytes([len(SCRIPT)]) + SCRIPT + b"\x00" + gif[-1:])
    yield Hostile("script.png", a_photo("PNG")[:33] + chunk(b"tEXt", b"Comment\x00" + HTML) + a_photo("PNG")[33:])


def _other_kinds() -> Iterator[Hostile]:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("bom.txt", b"\x00" * 20_000_000)
    contents = {
        "svg": SVG, "met-bom.svg": b"\xef\xbb\xbf" + SVG, "ruim.svg": b"\n\n  <?xml version='1.0'?>\n" + SVG,
        "utf16.svg": SVG.decode().encode("utf-16"), "lacht.svg": LAUGHS, "leest.svg": STEALS, "html": HTML,
        "xhtml": b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>" + SCRIPT + b"</html>",
        "pdf": b"%PDF-1.7\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>\n%%EOF", "zip": archive.getvalue(),
        "docx": archive.getvalue(), "exe": b"MZ" + bytes(600), "elf": b"\x7fELF" + bytes(600), "sh": b"#!/bin/sh\nid\n",
        "php": b"<?php phpinfo(); ?>", "js": b"alert(1)", "css": b"*{background:url(//x)}", "json": b"{}",
        "csv": b"=cmd|'/c calc'!A1\n", "eml": b"From: x\n\n", "rtf": b"{\\rtf1}",
        "7z": b"7z\xbc\xaf\x27\x1c" + bytes(99),
        "gz": zlib.compress(bytes(999)), "ico": b"\x00\x00\x01\x00\x01\x00" + bytes(60), "psd": b"8BPS" + bytes(99),
        "avif": b"\x00\x00\x00\x1cftypavif" + bytes(200), "jxl": b"\xff\x0a" + bytes(99), "swf": b"CWS" + bytes(99),
    }  # fmt: skip
    for name, content in contents.items():
        for ending in ("jpg", "heic"):
            yield Hostile(f"{name}.{ending}", content, sure=True)
    for kind in ("TIFF", "BMP"):
        yield Hostile(f"foto.{kind.lower()}", encoded(picture(), kind), sure=True)


NAMES = (
    "../../etc/passwd", "..\\..\\windows\\win.ini", "/etc/cron.d/x.jpg", "C:\\x.jpg", "....//x.jpg", "a/../../b.jpg",
    "..", ".", "", " ", ".htaccess", "foto.jpg/../../x.php", "foto.php.jpg", "foto.jpg.php", "foto.jpg;.php",
    "a\nb.jpg", "a\rb.jpg", "a\tb.jpg", "a\x1b[31mb.jpg", "a\x7fb.jpg", "gpj.\u202eexe.jpg", "\u200b.jpg",
    "foto\u2028.jpg",
    "<img src=x onerror=alert(1)>.jpg", '"><script>alert(1)</script>.jpg', "{{7*7}}.jpg", "%2e%2e%2fx.jpg", "%00.jpg",
    "';drop table draft;--.jpg", "$(id).jpg", "`id`.jpg", "|id.jpg", "&id.jpg", "con.jpg", "nul", "aux.jpg", "x" * 300,
    "é" * 200 + ".jpg", "\U0001f600.jpg", "Noor van Dijk.jpg", "bsn_111222333.jpg", "file:///etc/passwd", "-rf.jpg",
    "content-type: text/html.jpg", "foto .jpg ", "foto.jpg.", "CON", "\u0661.jpg",
)  # fmt: skip


def _named() -> Iterator[Hostile]:
    for at, name in enumerate(NAMES):
        yield Hostile(name, encoded(picture(seed=at + 5), "JPEG"))


def _moving() -> Iterator[Hostile]:
    more = [picture(seed=2), picture(seed=3)]
    for kind in ("PNG", "WEBP", "GIF"):
        yield Hostile(f"beweegt.{kind.lower()}", encoded(picture(), kind, save_all=True, append_images=more))
    yield Hostile("beweegt.jpg", encoded(picture(), "GIF", save_all=True, append_images=more))


def _odd() -> Iterator[Hostile]:
    yield Hostile("cmyk.jpg", encoded(picture().convert("CMYK"), "JPEG"))
    yield Hostile("grijs.jpg", encoded(picture().convert("L"), "JPEG"))
    sixteen = np.arange(64 * 64, dtype=np.uint16).reshape(64, 64) * 16
    yield Hostile("16-bit.png", encoded(Image.fromarray(sixteen), "PNG"))
    yield Hostile("doorzichtig.png", encoded(picture().convert("RGBA"), "PNG"))
    yield Hostile("palet.png", encoded(picture().convert("P"), "PNG", transparency=0))
    yield Hostile("1-bit.png", encoded(picture().convert("1"), "PNG"))
    for kind, ending in KINDS.items():
        if kind != "HEIC":
            yield Hostile(f"een-punt.{ending}", encoded(picture(1, 1), kind))
            yield Hostile(f"een-lijn.{ending}", encoded(picture(1, 3000), kind))
    whole = encoded(picture(900, 700), "JPEG", progressive=True, quality=90)
    for part in (0.2, 0.5, 0.9):
        half = whole[: int(len(whole) * part)]
        yield Hostile(f"half-geladen-{part}.jpg", half)
        yield Hostile(f"half-geladen-en-af-{part}.jpg", half + b"\xff\xd9")
        yield Hostile(f"half-en-leeg-{part}.jpg", half + bytes(len(whole) - len(half)))


def _films() -> Iterator[Hostile]:
    head = struct.pack(">I", 24) + b"ftypisom\x00\x00\x02\x00isommp41"
    bodies: dict[str, Callable[[random.Random], bytes]] = {
        "ruis": lambda chance: chance.randbytes(4000),
        "geen-moov": lambda chance: struct.pack(">I", 2008) + b"mdat" + chance.randbytes(2000),
        "lege-moov": lambda chance: struct.pack(">I", 8) + b"moov",
        "diep": lambda chance: b"".join(struct.pack(">I", 8 * (200 - n)) + b"moov" for n in range(200)),
        "te-lang": lambda chance: struct.pack(">I", 2**31) + b"moov" + chance.randbytes(100),
        "heel-lang": lambda chance: struct.pack(">I", 1) + b"mdat" + struct.pack(">Q", 2**60) + chance.randbytes(100),
        "nul": lambda chance: struct.pack(">I", 0) + b"moov" + chance.randbytes(500),
        "half-kopje": lambda chance: struct.pack(">I", 108) + b"moov" + struct.pack(">I", 100) + b"mvhd" + bytes(92),
    }
    for name, body in bodies.items():
        for ending in ("mp4", "mov", "jpg"):
            yield Hostile(f"{name}.{ending}", head + body(random.Random(f"film {name}")), sure=True)
    starts = {"mkv": b"\x1aE\xdf\xa3", "wav": b"RIFF\xff\xff\xff\xffWAVEfmt ",
              "avi": b"RIFF\xff\xff\xff\xffAVI LIST", "mp3": b"ID3\x04\x00\x00\x7f\x7f\x7f\x7f",
              "ogg": b"OggS", "flac": b"fLaC", "aac": b"\xff\xf1"}  # fmt: skip
    for ending, start in starts.items():
        yield Hostile(f"ruis.{ending}", start + random.Random(f"sound {ending}").randbytes(3000))


def _nothing() -> Iterator[Hostile]:
    for at, content in enumerate(
        (b"", b"\x00", b"\n", b" " * 100, b"\xff", b"\xff\xd8", b"\x89PNG\r\n\x1a\n", bytes(100_000))
    ):
        yield Hostile(f"niets-{at}.jpg", content, sure=True)
