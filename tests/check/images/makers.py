"""Makes image files as phones, programs and people with bad intentions make them."""

import io
import struct
import zlib
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def picture(width: int = 48, height: int = 32, seed: int = 1) -> Image.Image:
    """A smooth picture of which no corner is like another."""
    down, across = np.mgrid[0:height, 0:width]
    red, green, blue = across * 255 // width, down * 255 // height, (across + down + seed * 40) % 256
    return Image.fromarray(np.stack([red, green, blue], axis=2).astype(np.uint8))


def encoded(image: Image.Image, kind: str, **options) -> bytes:
    written = io.BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


def put(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def stored_turned(image: Image.Image, orientation: int) -> Image.Image:
    """The pixels as a phone stores them, so that this EXIF orientation turns them upright again."""
    return image.transpose(TURNS[orientation]) if orientation in TURNS else image


def exif(orientation: int = 1) -> Image.Exif:
    block = Image.Exif()
    block[0x0112] = orientation
    return block


def telling_exif() -> Image.Exif:
    """Everything that a phone likes to tell; place and names are invented."""
    block = Image.Exif()
    block[0x010F], block[0x0110], block[0x0131] = "Telefoonmaker", "Telefoon 9", "Camera-app 1.2"
    block[0x0132], block[0x013B], block[0x010E] = "2026:03:03 12:00:00", "Bram", "Schoolreis van Noor"
    details = block.get_ifd(0x8769)
    details[0x9003], details[0xA431], details[0xA420] = "2026:03:03 12:00:00", "SN-424242", "ABCDEF"
    details[0x927C], details[0xA430] = b"geheim van de maker", "Bram"
    place = block.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (51.0, 30.0, 0.0), "E", (5.0, 30.0, 0.0)
    return block


XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf exif:GPSLatitude="51,30.0N" dc:creator="Bram"/></x:xmpmeta>'


def segment(marker: int, content: bytes) -> bytes:
    """One JPEG segment."""
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def chunk(name: bytes, content: bytes) -> bytes:
    """One PNG chunk."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png_bomb(side: int) -> bytes:
    """A few bytes that claim to be a picture of side x side."""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\x00" * 100_000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def full_png_bomb(side: int) -> bytes:
    """The same, with every pixel really in it: small on disk, huge in memory."""
    packed = zlib.compressobj(9)
    row = b"\x00" * (side * 3 + 1)
    rows = b"".join(packed.compress(row) for _ in range(side)) + packed.flush()
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def srgb_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def lab_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
