"""A clean copy holds what is seen and nothing else; it is written whole or not at all, and over nobody's file."""

import errno
import hashlib
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from magdit.check.images import atomic
from magdit.check.images.atomic import free_name
from magdit.check.images.channel_sizes import LONG_SIDES, long_side_for
from magdit.check.images.containers.examine import examine
from magdit.check.images.intake import take_in
from magdit.check.images.metadata import traces_left
from magdit.check.images.rebuild import write_clean
from magdit.check.images.refusal import Refused
from magdit.words.media import MEDIA
from tests.check.images.makers import XMP, chunk, encoded, picture, put, segment, srgb_profile, telling_exif

MARKERS = (
    *(
        b"Exif",
        b"adobe",
        b"xmp",
        b"xap",
        b"rdf",
        b"GPS",
        b"8BIM",
        b"Photoshop",
        b"ICC",
        b"acsp",
        b"sRGB",
        b"JFXX",
        b"MPF",
    ),
    *(b"c2pa", b"jumb", b"tEXt", b"iTXt", b"zTXt", b"tIME", b"eXIf", b"Pillow", b"Lavc", b"libjpeg", b"Comment"),
    *(b"Bram", b"Noor", b"Telefoon", b"2026", b"SN-42", b"ABCDEF", b"geheim", b"Camera-app", b"klassenlijst"),
)
PIXELS = np.asarray(picture(60, 40))


def refused(pixels, target, kind="jpeg") -> Refused:
    with pytest.raises(Refused) as caught:
        write_clean(pixels, target, kind)
    return caught.value


@pytest.mark.parametrize(("kind", "pillow"), [("jpeg", "JPEG"), ("png", "PNG")])
def test_a_clean_copy_shows_the_same_and_says_what_it_is(tmp_path, kind, pillow):
    copy = write_clean(PIXELS, tmp_path / "schoon", kind)

    with Image.open(copy.path) as reopened:
        assert (reopened.format, reopened.size, reopened.mode) == (pillow, (60, 40), "RGB")
        assert np.abs(np.asarray(reopened).astype(int) - PIXELS).mean() < 4
    assert (copy.width, copy.height) == (60, 40)
    assert copy.sha256 == hashlib.sha256(copy.path.read_bytes()).hexdigest()


@pytest.mark.parametrize("kind", ["jpeg", "png"])
@pytest.mark.parametrize("stored", ["JPEG", "PNG", "WEBP"])
def test_nothing_that_the_original_told_is_in_the_clean_copy(tmp_path, kind, stored):
    options = {"exif": telling_exif(), "xmp": XMP, "icc_profile": srgb_profile()}
    original = put(tmp_path, "foto", encoded(picture(), stored, **options) + b"klassenlijst van Bram")

    copy = write_clean(take_in(original).pixels, tmp_path / "schoon", kind)

    content = copy.path.read_bytes()
    words = (b"Bram", b"Noor", b"Telefoon", b"2026", b"SN-42", b"GPS", b"Exif", b"adobe", b"ICC", b"Pillow", b"sRGB")
    assert traces_left(copy.path) == ()
    assert [word for word in words if word in content] == []


def telling_photos(heic) -> dict[str, bytes]:
    """A photo of each kind with everything in it that can be in it, thumbnails and bytes behind it included."""
    options = {"exif": telling_exif(), "xmp": XMP, "icc_profile": srgb_profile()}
    jpeg = encoded(picture(64, 48), "JPEG", comment=b"Noor op schoolreis", **options)
    extra = segment(0xED, b"Photoshop 3.0\x008BIM Bram") + segment(0xE0, b"JFXX\x00\x10 klein beeld")
    more = segment(0xE2, b"MPF\x00 Noor") + segment(0xEB, b"JP\x00\x01 c2pa Bram") + segment(0xE1, b"Telefoon-eigen")
    png = encoded(picture(64, 48), "PNG", **options)
    texts = (
        chunk(b"tEXt", b"Author\x00Bram") + chunk(b"tIME", b"\x07\xea\x03\x03\x0c\x00\x00") + chunk(b"caBX", b"Noor")
    )
    return {
        "foto.jpg": jpeg[:2] + extra + more + jpeg[2:] + b"film van Bram",
        "foto.png": png[:33] + texts + png[33:] + b"klassenlijst van Bram",
        "foto.webp": encoded(picture(64, 48), "WEBP", **options) + b"Bram",
        "foto.gif": encoded(picture(64, 48), "GIF", comment=b"Noor op schoolreis") + b"Bram",
        "foto.heic": heic(picture(64, 48), exif=telling_exif().tobytes(), xmp=XMP),
    }


@pytest.mark.parametrize("kind", ["jpeg", "png"])
@pytest.mark.parametrize("name", ["foto.jpg", "foto.png", "foto.webp", "foto.gif", "foto.heic"])
def test_of_a_photo_with_everything_in_it_no_marker_is_left(tmp_path, heic, name, kind):
    photo = take_in(put(tmp_path, name, telling_photos(heic)[name]))

    content = write_clean(photo.pixels, tmp_path / "schoon", kind, alt_text="Noor en Bram").path.read_bytes()

    assert photo.traces
    assert [marker for marker in MARKERS if marker.lower() in content.lower()] == []
    assert set(parts_of(content)) <= {"SOF", "SOS", "DQT", "DHT", "APP0", "IHDR", "IDAT", "IEND"}
    assert content.endswith((b"\xff\xd9", b"IEND\xaeB`\x82"))


def parts_of(content: bytes) -> list[str]:
    return [part.name for part in examine(content, path=Path("schoon")).parts]


def test_the_alt_text_lies_beside_the_file_and_not_in_it(tmp_path):
    copy = write_clean(PIXELS, tmp_path / "schoon.jpg", alt_text="Kinderen rennen over het plein")

    assert copy.alt_text == "Kinderen rennen over het plein"
    assert b"plein" not in copy.path.read_bytes()


def test_a_small_copy_is_scaled_as_pillow_would_scale_it_at_once(tmp_path):
    """In bands, to hold a large photo once; the pixels are the same."""
    image = picture(700, 900)

    copy = write_clean(np.asarray(image), tmp_path / "schoon.png", "png", long_side=450)

    assert np.array_equal(take_in(copy.path).pixels, np.asarray(image.resize((350, 450), Image.Resampling.LANCZOS)))


@pytest.mark.parametrize(
    ("medium", "long_side"),
    [("instagram", 1440), ("insta", 1440), ("twitch", 2048), ("website", 2048), ("drukwerk", 4096), ("kauwgom", 4096)],
)
def test_every_channel_gets_what_it_shows(medium, long_side):
    """By any spelling, and by the wider kind when it has no size of its own."""
    assert long_side_for(medium) == long_side


def test_where_nothing_is_said_a_large_picture_stays_large():
    assert long_side_for(None) == 4096


def test_the_sizes_are_of_media_that_exist():
    assert set(LONG_SIDES) <= {word.code for word in MEDIA}


def test_png_keeps_every_pixel(tmp_path):
    copy = write_clean(PIXELS, tmp_path / "schoon.png", "png")

    assert np.array_equal(take_in(copy.path).pixels, PIXELS)


def test_a_long_side_makes_it_smaller_and_never_larger(tmp_path):
    assert write_clean(PIXELS, tmp_path / "a.jpg", long_side=30).width == 30
    assert write_clean(PIXELS, tmp_path / "b.jpg", long_side=30).height == 20
    assert write_clean(PIXELS, tmp_path / "c.jpg", long_side=500).width == 60
    assert write_clean(PIXELS, tmp_path / "d.jpg", long_side=1).height == 1


def test_the_same_pixels_give_the_same_file(tmp_path):
    first, second = (write_clean(PIXELS, tmp_path / name) for name in ("a.jpg", "b.jpg"))

    assert first.sha256 == second.sha256


def test_an_original_is_never_written_over(tmp_path):
    original = put(tmp_path, "foto.jpg", encoded(picture(), "JPEG"))
    before = original.read_bytes()

    answer = refused(PIXELS, original)

    assert (answer.code, answer.facts["path"]) == ("target_exists", original)
    assert original.read_bytes() == before
    assert list(tmp_path.iterdir()) == [original]


def test_a_link_that_leads_nowhere_is_somebodys_too(tmp_path):
    link = tmp_path / "foto.jpg"
    link.symlink_to(tmp_path / "weg")

    assert refused(PIXELS, link).code == "target_exists"


def test_a_file_that_appears_meanwhile_is_not_written_over(tmp_path, monkeypatch):
    target = tmp_path / "foto.jpg"
    monkeypatch.setattr(atomic.os, "fsync", lambda number: target.write_bytes(b"van Fatima"))

    answer = refused(PIXELS, target)

    assert answer.code == "target_exists"
    assert target.read_bytes() == b"van Fatima"
    assert list(tmp_path.iterdir()) == [target]


def test_a_memory_stick_without_links_works_as_well(tmp_path, monkeypatch):
    monkeypatch.setattr(atomic.os, "link", _raises(OSError(errno.EPERM, "no links here")))

    copy = write_clean(PIXELS, tmp_path / "foto.jpg")

    assert [copy.path] == list(tmp_path.iterdir())
    assert refused(PIXELS, copy.path).code == "target_exists"


def test_a_free_name_is_found_beside_what_is_there(tmp_path):
    target = tmp_path / "foto.jpg"
    assert free_name(target) == target

    target.touch()
    (tmp_path / "foto-2.jpg").touch()

    assert free_name(target) == tmp_path / "foto-3.jpg"


def test_a_folder_that_is_not_there_is_named(tmp_path):
    answer = refused(PIXELS, tmp_path / "weg" / "foto.jpg")

    assert (answer.code, answer.facts["path"]) == ("no_such_folder", tmp_path / "weg")


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (OSError(errno.ENOSPC, "No space left"), "disk_full"),
        (OSError(errno.EDQUOT, "Quota exceeded"), "disk_full"),
        (PermissionError(errno.EACCES, "Denied"), "not_writable"),
        (OSError(errno.EROFS, "Read-only"), "not_writable"),
    ],
)
def test_trouble_on_the_disk_leaves_nothing_behind(tmp_path, monkeypatch, trouble, code):
    monkeypatch.setattr(atomic.os, "fsync", _raises(trouble))

    answer = refused(PIXELS, tmp_path / "foto.jpg")

    assert (answer.code, answer.facts["path"]) == (code, tmp_path / "foto.jpg")
    assert list(tmp_path.iterdir()) == []


def test_a_truly_full_disk_leaves_no_half_file(tmp_path):
    """A process that may write 4,000 bytes and no more."""
    program = textwrap.dedent("""
        import resource, signal, sys
        from pathlib import Path
        import numpy as np
        from magdit.check.images.rebuild import write_clean
        from magdit.check.images.refusal import Refused
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
        noise = np.random.default_rng(1).integers(0, 256, (200, 200, 3), dtype=np.uint8)
        try:
            write_clean(noise, Path(sys.argv[1]) / "foto.jpg")
        except Refused as refusal:
            print(refusal.code)
    """)
    command = [sys.executable, "-B", "-c", program, str(tmp_path)]

    ran = subprocess.run(command, capture_output=True, text=True, check=True, env=_environment())

    assert ran.stdout.strip() == "disk_full"
    assert list(tmp_path.iterdir()) == []


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def _raises(trouble):
    def fail(*given, **named):
        raise trouble

    return fail
