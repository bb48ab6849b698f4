"""What a teacher hands in and cannot be taken in: told at once, with its reason, and nothing is changed."""

import hashlib
import os
import sys
import time

import pytest

from magdit.check.images import decode
from magdit.check.images.intake import take_in
from magdit.check.images.limits import Limits
from magdit.check.images.refusal import Refused
from tests.check.images.makers import encoded, full_png_bomb, picture, png_bomb, put

HTML = b"<!DOCTYPE html><html><body>Niet gevonden</body></html>"


def refused(path, limits=None) -> Refused:
    with pytest.raises(Refused) as caught:
        take_in(path, limits or Limits())
    return caught.value


def test_a_file_that_is_not_there_is_named(tmp_path):
    answer = refused(tmp_path / "weg.jpg")

    assert (answer.code, answer.facts["path"]) == ("not_found", tmp_path / "weg.jpg")


def test_a_folder_is_no_photo(tmp_path):
    assert refused(tmp_path).code == "not_a_file"


def test_a_pipe_is_no_photo_and_nobody_waits_for_it(tmp_path):
    os.mkfifo(tmp_path / "foto.jpg")

    assert refused(tmp_path / "foto.jpg").code == "not_a_file"


def test_an_empty_file_is_said_to_be_empty(tmp_path):
    assert refused(put(tmp_path, "leeg.jpg", b"")).code == "empty"


def test_a_photo_that_may_not_be_read_says_so(tmp_path, monkeypatch):
    path = put(tmp_path, "dicht.jpg", encoded(picture(), "JPEG"))
    monkeypatch.setattr("pathlib.Path.open", lambda *a, **k: (_ for _ in ()).throw(PermissionError(13, "Denied")))

    answer = refused(path)

    assert (answer.code, answer.facts["reason"]) == ("unreadable", "Denied")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"PK\x03\x04" + b"\x00" * 50, "ZIP"),
        (b"%PDF-1.7\n", "PDF"),
        (HTML, "HTML"),
        (b"\xef\xbb\xbf  <html>", "HTML"),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isommp42", "MP4"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "AVI/WAV"),
        (b"zomaar wat tekst van Bram", None),
        (b"\x00", None),
    ],
)
@pytest.mark.parametrize("name", ["foto.jpg", "foto.png"])
def test_what_is_no_picture_is_not_taken_for_one_by_its_name(tmp_path, name, content, found):
    answer = refused(put(tmp_path, name, content))

    assert (answer.code, answer.facts["found"]) == ("not_an_image", found)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (encoded(picture(), "TIFF"), "TIFF"),
        (encoded(picture(), "BMP"), "BMP"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00avifmif1miaf", "AVIF"),
    ],
)
def test_a_picture_of_a_kind_we_do_not_know_is_named(tmp_path, content, found):
    answer = refused(put(tmp_path, "foto.jpg", content))

    assert (answer.code, answer.facts["found"]) == ("unsupported_format", found)


def test_a_photo_of_too_many_bytes_is_refused_before_it_is_read(tmp_path):
    path = put(tmp_path, "groot.jpg", encoded(picture(), "JPEG") + b"\x00" * 5000)

    answer = refused(path, Limits(file_bytes=4000))

    assert (answer.code, answer.facts["limit"]) == ("too_many_bytes", 4000)


@pytest.mark.parametrize("bomb", [png_bomb(12_000), full_png_bomb(12_000)], ids=["claimed", "real"])
def test_a_bomb_of_12_000_by_12_000_is_refused_before_a_pixel_is_made(tmp_path, bomb):
    path = put(tmp_path, "bom.png", bomb)
    started = time.perf_counter()

    answer = refused(path)

    assert (answer.code, answer.facts["width"], answer.facts["height"]) == ("too_many_pixels", 12_000, 12_000)
    assert time.perf_counter() - started < 0.25


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_every_kind_holds_to_the_limit_of_pixels(tmp_path, kind):
    path = put(tmp_path, "foto", encoded(picture(60, 40), kind))

    answer = refused(path, Limits(pixels=2399))

    assert answer.code == "too_many_pixels"
    assert take_in(path, Limits(pixels=2400)).width == 60


def test_a_very_long_strip_is_refused_although_it_has_few_pixels(tmp_path):
    path = put(tmp_path, "strook.png", encoded(picture(60, 2), "PNG"))

    assert refused(path, Limits(side=59)).code == "too_many_pixels"


def test_a_heic_photo_holds_to_the_limit_of_pixels_too(tmp_path, heic):
    assert refused(put(tmp_path, "foto.heic", heic(picture(64, 64))), Limits(pixels=4000)).code == "too_many_pixels"


def test_a_heic_photo_on_a_machine_that_cannot_read_it_says_what_is_missing(tmp_path, heic, monkeypatch):
    path = put(tmp_path, "foto.heic", heic(picture(64, 64)))
    monkeypatch.setattr(decode.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setitem(sys.modules, "pillow_heif", None)

    assert refused(path).code == "no_heic"


@pytest.mark.parametrize("kind", ["WEBP", "PNG"])
def test_moving_pictures_are_refused_by_name(tmp_path, kind):
    moving = encoded(picture(seed=1), kind, save_all=True, append_images=[picture(seed=2), picture(seed=3)])

    answer = refused(put(tmp_path, "beweegt." + kind.lower(), moving))

    assert (answer.code, answer.facts["found"]) == ("animated", kind.lower())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "HEIC"])
@pytest.mark.parametrize("tenths", range(1, 10))
def test_a_photo_that_was_cut_off_is_never_half_shown(tmp_path, heic, kind, tenths):
    image = picture(200, 160)
    whole = heic(image) if kind == "HEIC" else encoded(image, kind)
    path = put(tmp_path, "half", whole[: len(whole) * tenths // 10])

    assert refused(path).code in {"truncated", "damaged", "not_an_image"}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_even_the_last_byte_may_not_be_missing(tmp_path, kind):
    path = put(tmp_path, "bijna", encoded(picture(200, 160), kind)[:-1])

    assert refused(path).code == "truncated"


def test_a_machine_without_memory_says_so(tmp_path, monkeypatch):
    def without_memory(*given, **named):
        raise MemoryError

    monkeypatch.setattr("magdit.check.images.intake.upright", without_memory)

    assert refused(put(tmp_path, "foto.png", encoded(picture(), "PNG"))).code == "out_of_memory"


def test_a_refused_file_stays_as_it_was(tmp_path):
    path = put(tmp_path, "bom.png", png_bomb(12_000))
    before = hashlib.sha256(path.read_bytes()).hexdigest()

    refused(path)

    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert list(tmp_path.iterdir()) == [path]
