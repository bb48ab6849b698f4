"""Every kind of photo a school has comes in as plain upright pixels, as a viewer would show it."""

import hashlib
import io
import time

import numpy as np
import pytest
from PIL import Image, ImageCms

from magdit.check.images.intake import take_in
from tests.check.images.makers import TURNS, encoded, exif, lab_profile, picture, put, srgb_profile, stored_turned

CORNERS = np.array([[200, 30, 30], [30, 200, 30], [30, 30, 200], [200, 200, 30]], dtype=np.uint8)


def four_corners(width=64, height=40) -> Image.Image:
    """Red, green, blue and yellow, each a quarter: whichever way it is turned, one can tell."""
    pixels = np.empty((height, width, 3), dtype=np.uint8)
    top, bottom = pixels[: height // 2], pixels[height // 2 :]
    top[:, : width // 2], top[:, width // 2 :], bottom[:, : width // 2], bottom[:, width // 2 :] = CORNERS
    return Image.fromarray(pixels)


def codes(photo) -> list[str]:
    return [remark.code for remark in photo.remarks]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_still_comes_in_with_its_size_its_kind_and_its_hash(tmp_path, kind):
    path = put(tmp_path, f"foto.{kind.lower()}", encoded(picture(48, 32), kind))

    photo = take_in(path)

    assert (photo.format, photo.width, photo.height) == (kind.lower(), 48, 32)
    assert photo.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert photo.pixels.dtype == np.uint8
    assert photo.pixels.shape == (32, 48, 3)
    assert codes(photo) == []


def test_nobody_writes_in_the_pixels_that_came_in(crossing):
    photo = take_in(crossing)

    with pytest.raises(ValueError, match="read-only"):
        photo.pixels[0, 0] = 0


def test_a_photo_from_an_iphone_comes_in(tmp_path, heic):
    photo = take_in(put(tmp_path, "IMG_1.HEIC", heic(four_corners())))

    assert (photo.format, photo.width, photo.height, codes(photo)) == ("heic", 64, 40, [])
    assert np.abs(photo.pixels[5, 5].astype(int) - CORNERS[0]).max() < 25


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_whichever_way_the_phone_was_held_the_photo_stands_upright(tmp_path, kind, orientation):
    stored = stored_turned(four_corners(), orientation)
    options = {"exif": exif(orientation), **({"lossless": True} if kind == "WEBP" else {})}

    photo = take_in(put(tmp_path, "foto", encoded(stored, kind, **options)))

    assert (photo.width, photo.height) == (64, 40)
    corners = photo.pixels[[5, 5, -5, -5], [5, -5, 5, -5]].astype(int)
    assert np.abs(corners - CORNERS).max() < 25


@pytest.mark.parametrize("orientation", [0, 9, 77])
def test_an_orientation_that_does_not_exist_turns_nothing(tmp_path, orientation):
    path = put(tmp_path, "foto.png", encoded(four_corners(), "PNG", exif=exif(orientation)))

    assert np.array_equal(take_in(path).pixels, np.asarray(four_corners()))


@pytest.mark.parametrize("orientation", sorted(TURNS))
def test_a_large_photo_is_turned_without_a_seam(tmp_path, orientation):
    """It is turned in bands; the height is no whole number of them."""
    image = picture(37, 700)
    path = put(tmp_path, "foto.png", encoded(stored_turned(image, orientation), "PNG", exif=exif(orientation)))

    assert np.array_equal(take_in(path).pixels, np.asarray(image))


def test_a_heic_photo_is_not_turned_twice(tmp_path, heic):
    """The file says it in two places; libheif has already done it."""
    stored = stored_turned(four_corners(), 6)

    photo = take_in(put(tmp_path, "foto.heic", heic(stored, exif=exif(6).tobytes())))

    assert (photo.width, photo.height) == (64, 40)
    assert np.abs(photo.pixels[5, 5].astype(int) - CORNERS[0]).max() < 40


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "YCbCr"])
def test_every_kind_of_colour_becomes_plain_colour(tmp_path, mode):
    kind = {"CMYK": "JPEG", "YCbCr": "JPEG"}.get(mode, "PNG")
    grey = np.asarray(picture().convert("L"))
    deep = Image.fromarray(grey.astype(np.uint16) << 8)
    image = deep if mode == "I;16" else picture().convert(mode)

    photo = take_in(put(tmp_path, "foto", encoded(image, kind)))

    shown = np.asarray((Image.fromarray(grey) if mode == "I;16" else image).convert("RGB")).astype(int)
    assert photo.pixels.shape == (32, 48, 3)
    assert np.abs(photo.pixels - shown).mean() < 4


def test_what_is_transparent_shows_paper_and_not_what_was_hidden_below(tmp_path):
    hidden = picture().convert("RGBA")
    hidden.putalpha(0)

    photo = take_in(put(tmp_path, "foto.png", encoded(hidden, "PNG")))

    assert (photo.pixels == 255).all()
    assert codes(photo) == ["transparency_on_white"]


def test_a_wide_colour_profile_is_translated_and_not_ignored(tmp_path):
    """The same numbers mean a stronger red in a wider profile."""
    wide = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    adobe = _with_gamma(wide)
    plain = take_in(put(tmp_path, "a.png", encoded(picture(), "PNG", icc_profile=srgb_profile()))).pixels

    photo = take_in(put(tmp_path, "b.png", encoded(picture(), "PNG", icc_profile=adobe)))

    assert codes(photo) == []
    assert np.array_equal(plain, np.asarray(picture()))
    assert not np.array_equal(photo.pixels, plain)


def _with_gamma(profile) -> bytes:
    """The sRGB profile under another name and with its red and blue primaries swapped."""
    content = bytearray(profile.tobytes().replace(b"s\x00R\x00G\x00B", b"x\x00X\x00Y\x00Z").replace(b"sRGB", b"xXYZ"))
    red, blue = content.index(b"rXYZ"), content.index(b"bXYZ")
    content[red], content[blue] = content[blue], content[red]
    return bytes(content)


@pytest.mark.parametrize("profile", [b"geen profiel", b"\x00" * 200, lab_profile()])
def test_a_broken_colour_profile_is_left_aside_and_said(tmp_path, profile):
    photo = take_in(put(tmp_path, "foto.png", encoded(picture(), "PNG", icc_profile=profile)))

    assert np.array_equal(photo.pixels, np.asarray(picture()))
    assert codes(photo) == ["colour_profile_ignored"]


def test_a_fine_photo_under_a_wrong_name_comes_in_and_is_remarked(tmp_path):
    photo = take_in(put(tmp_path, "foto.jpg", encoded(picture(), "PNG")))

    assert codes(photo) == ["wrong_extension"]
    assert photo.remarks[0].facts["found"] == "png"
    assert photo.remarks[0].facts["extension"] == ".jpg"


def test_of_a_phone_photo_with_more_pictures_inside_the_first_is_taken(tmp_path):
    several = encoded(picture(seed=1), "MPO", save_all=True, append_images=[picture(seed=3)])

    photo = take_in(put(tmp_path, "foto.jpg", several))

    assert np.abs(photo.pixels.astype(int) - np.asarray(picture(seed=1))).mean() < 6
    assert "first_image_only" in codes(photo)


def test_of_a_gif_that_moves_the_first_picture_is_taken_and_that_is_said(tmp_path):
    frames = [picture(seed=2), picture(seed=3)]
    first = put(tmp_path, "stil.gif", encoded(picture(seed=1), "GIF"))

    photo = take_in(
        put(tmp_path, "beweegt.gif", encoded(picture(seed=1), "GIF", save_all=True, append_images=frames, loop=0))
    )

    assert np.array_equal(photo.pixels, take_in(first).pixels)
    assert codes(photo) == ["first_image_only"]


def test_a_gif_of_a_thousand_pictures_costs_no_more_than_its_first(tmp_path):
    """What follows the first picture is not even walked over, broken or not."""
    frames = encoded(picture(seed=1), "GIF", save_all=True, append_images=[picture(seed=2)], loop=0)
    path = put(tmp_path, "lang.gif", frames[:-40] + b"\x2c" * 5_000_000)
    started = time.perf_counter()

    photo = take_in(path)

    assert (photo.width, codes(photo)) == (48, ["first_image_only"])
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"subsampling": 0}, {"keep_rgb": True}])
def test_a_jpeg_shows_exactly_what_pillow_shows(tmp_path, crossing, options, orientation):
    """It is decoded by another way, which is faster; the pixels must be the same to the last bit."""
    content = encoded(Image.open(crossing), "JPEG", exif=exif(orientation), **options)

    photo = take_in(put(tmp_path, "foto.jpg", content))

    shown = Image.open(io.BytesIO(content)).convert("RGB")
    assert np.array_equal(photo.pixels, np.asarray(shown if orientation == 1 else shown.rotate(-90, expand=True)))


def test_a_grey_jpeg_comes_in_as_grey(tmp_path):
    content = encoded(picture().convert("L"), "JPEG")

    photo = take_in(put(tmp_path, "foto.jpg", content))

    assert np.array_equal(photo.pixels, np.asarray(Image.open(io.BytesIO(content)).convert("RGB")))


def test_a_jpeg_about_which_a_decoder_complains_comes_in_as_a_viewer_shows_it(tmp_path):
    """A few bytes too many in a scan are common in photos from old phones."""
    content = encoded(picture(), "JPEG")

    photo = take_in(put(tmp_path, "foto.jpg", content[:-2] + b"\x00\x00\x00" + content[-2:]))

    assert photo.pixels.shape == (32, 48, 3)
