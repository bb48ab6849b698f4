"""What a photo tells beside its picture is named by kind and place; what it says is never kept."""

import numpy as np
import pytest
from PIL.PngImagePlugin import PngInfo

from magdit.check.images.intake import take_in
from magdit.check.images.metadata import traces_left
from magdit.check.images.trace_kinds import Trace, TraceKind
from tests.check.images.makers import XMP, chunk, encoded, picture, put, segment, srgb_profile, telling_exif

TOLD = {
    TraceKind.GPS,
    TraceKind.SERIAL_NUMBER,
    TraceKind.CAMERA,
    TraceKind.SOFTWARE,
    TraceKind.DATETIME,
    TraceKind.OWNER,
    TraceKind.COMMENT,
    TraceKind.MAKER_NOTE,
    TraceKind.UNIQUE_ID,
}


def kinds(path) -> set[TraceKind]:
    return {trace.kind for trace in traces_left(path)}


def jpeg_with(*segments: bytes) -> bytes:
    """A JPEG with these segments right after its start."""
    whole = encoded(picture(), "JPEG")
    return whole[:2] + b"".join(segments) + whole[2:]


def png_with(*chunks: bytes) -> bytes:
    whole = encoded(picture(), "PNG")
    return whole[:33] + b"".join(chunks) + whole[33:]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_everything_a_phone_tells_is_named(tmp_path, kind):
    path = put(tmp_path, f"foto.{kind.lower()}", encoded(picture(), kind, exif=telling_exif()))

    assert kinds(path) >= TOLD


def test_an_iphone_photo_tells_as_much(tmp_path, heic):
    path = put(tmp_path, "foto.heic", heic(picture(64, 64), exif=telling_exif().tobytes(), xmp=XMP))

    assert kinds(path) >= TOLD | {TraceKind.XMP}


def test_no_value_is_kept_anywhere_in_what_came_in(tmp_path):
    photo = take_in(put(tmp_path, "foto.jpg", encoded(picture(), "JPEG", exif=telling_exif(), xmp=XMP)))

    told = repr((photo.traces, photo.remarks))
    assert not [value for value in ("Bram", "Noor", "424242", "Telefoon", "51", "2026", "geheim") if value in told]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (segment(0xFE, b"Schoolreis"), Trace(TraceKind.COMMENT, "COM")),
        (segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + XMP), Trace(TraceKind.XMP, "XMP")),
        (segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + XMP), Trace(TraceKind.GPS, "XMP")),
        (segment(0xED, b"Photoshop 3.0\x008BIM"), Trace(TraceKind.IPTC, "APP13")),
        (segment(0xE2, b"MPF\x00..."), Trace(TraceKind.MORE_IMAGES, "APP2")),
        (segment(0xE0, b"JFXX\x00\x10..."), Trace(TraceKind.THUMBNAIL, "APP0")),
        (segment(0xEB, b"JP\x00\x01 c2pa"), Trace(TraceKind.OTHER, "APP11")),
        (segment(0xE1, b"iets anders"), Trace(TraceKind.OTHER, "APP1")),
        (segment(0xE1, b"Exif\x00\x00kapot"), Trace(TraceKind.UNREADABLE, "EXIF")),
    ],
)
def test_every_part_of_a_jpeg_that_can_tell_something_is_named(tmp_path, part, expected):
    assert expected in traces_left(put(tmp_path, "foto.jpg", jpeg_with(part)))


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (chunk(b"tEXt", b"Comment\x00Schoolreis"), Trace(TraceKind.COMMENT, "tEXt")),
        (chunk(b"tEXt", b"Author\x00Bram"), Trace(TraceKind.OWNER, "tEXt")),
        (chunk(b"tEXt", b"Software\x00Tekenaar"), Trace(TraceKind.SOFTWARE, "tEXt")),
        (chunk(b"iTXt", b"XML:com.adobe.xmp\x00\x00\x00\x00\x00" + XMP), Trace(TraceKind.GPS, "XMP")),
        (chunk(b"tIME", b"\x07\xea\x03\x03\x0c\x00\x00"), Trace(TraceKind.DATETIME, "tIME")),
        (chunk(b"zTXt", b"Raw profile type exif\x00\x00x"), Trace(TraceKind.UNREADABLE, "zTXt")),
        (chunk(b"caBX", b"jumb"), Trace(TraceKind.OTHER, "caBX")),
    ],
)
def test_every_part_of_a_png_that_can_tell_something_is_named(tmp_path, part, expected):
    assert expected in traces_left(put(tmp_path, "foto.png", png_with(part)))


def test_a_colour_profile_is_a_trace_for_it_can_name_a_device(tmp_path):
    assert kinds(put(tmp_path, "foto.jpg", encoded(picture(), "JPEG", icc_profile=srgb_profile()))) == {TraceKind.ICC}


def test_a_small_picture_inside_the_exif_is_named_for_it_may_show_what_was_cut_away(tmp_path):
    path = put(tmp_path, "foto.jpg", encoded(picture(), "JPEG", exif=_with_thumbnail()))

    assert TraceKind.THUMBNAIL in kinds(path)


def test_a_place_that_cannot_be_read_still_counts_as_a_place(tmp_path):
    block = bytearray(telling_exif().tobytes())
    at = block.index(b"\x88\x25" if b"MM" in block[:10] else b"\x25\x88")
    block[at + 8 : at + 12] = b"\xff\xff\xff\x7f"

    assert TraceKind.GPS in kinds(put(tmp_path, "foto.jpg", encoded(picture(), "JPEG", exif=bytes(block))))


@pytest.mark.parametrize("length", [6, 10, 14, 20, 30, 60])
def test_a_block_that_breaks_off_is_said_to_be_unreadable(tmp_path, length):
    block = telling_exif().tobytes()[:length]

    assert TraceKind.UNREADABLE in kinds(put(tmp_path, "foto.jpg", jpeg_with(segment(0xE1, block))))


def _with_thumbnail() -> bytes:
    """An EXIF block by hand: one entry, and a second directory that holds the small picture's place and length."""
    entry = b"\x01\x00" + b"\x12\x01\x03\x00\x01\x00\x00\x00\x01\x00\x00\x00"
    second = 8 + len(entry) + 4
    directory = (
        b"\x02\x00"
        + b"\x01\x02\x04\x00\x01\x00\x00\x00"
        + (second + 30).to_bytes(4, "little")
        + b"\x02\x02\x04\x00\x01\x00\x00\x00\x04\x00\x00\x00"
        + b"\x00\x00\x00\x00"
    )
    return (
        b"Exif\x00\x00II*\x00\x08\x00\x00\x00" + entry + second.to_bytes(4, "little") + directory + b"\xff\xd8\xff\xd9"
    )


def test_an_animated_looking_comment_in_a_gif_is_named(tmp_path):
    path = put(tmp_path, "foto.gif", encoded(picture(), "GIF", comment=b"Noor op schoolreis"))

    assert kinds(path) == {TraceKind.COMMENT}


def test_bytes_behind_the_picture_are_named(tmp_path):
    path = put(tmp_path, "foto.jpg", encoded(picture(), "JPEG") + b"film van de telefoon")

    assert traces_left(path) == (Trace(TraceKind.TRAILING_BYTES, "after the picture"),)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_photo_that_tells_nothing_has_no_traces(tmp_path, kind):
    assert traces_left(put(tmp_path, "foto", encoded(picture(), kind))) == ()


def test_a_text_in_a_png_does_not_change_the_picture(tmp_path):
    info = PngInfo()
    info.add_text("Title", "Klas 6b")

    photo = take_in(put(tmp_path, "foto.png", encoded(picture(), "PNG", pnginfo=info)))

    assert np.array_equal(photo.pixels, np.asarray(picture()))
    assert photo.traces == (Trace(TraceKind.COMMENT, "tEXt"),)
