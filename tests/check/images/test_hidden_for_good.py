"""From file to file: with the face swapped for noise in the file that comes in, the same bytes come out.

The noise is put in the picture and the picture is stored as a phone stores it, so it spills as far as a JPEG lets it.
"""

import io

import numpy as np
import pytest
import simplejpeg
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from magdit.check.images.faces import Face
from magdit.check.images.hide import STYLES, hide
from magdit.check.images.intake import take_in
from magdit.check.images.rebuild import write_clean
from tests.check.images.makers import encoded, exif, put, stored_turned

WIDTH, HEIGHT = 208, 176
STORED = {
    "JPEG 4:4:4": {"kind": "JPEG", "quality": 85, "subsampling": 0},
    "JPEG 4:2:2": {"kind": "JPEG", "quality": 75, "subsampling": 1},
    "JPEG 4:2:0": {"kind": "JPEG", "quality": 60, "subsampling": 2},
    "JPEG of poor quality": {"kind": "JPEG", "quality": 15, "subsampling": 2},
    "progressive JPEG": {"kind": "JPEG", "quality": 80, "progressive": True, "subsampling": 2},
    "JPEG with restarts": {"kind": "JPEG", "quality": 80, "restart_marker_rows": 1},
    "PNG": {"kind": "PNG"},
    "WebP without loss": {"kind": "WEBP", "lossless": True},
}
boxes = st.builds(
    Face,
    x=st.integers(0, WIDTH - 12),
    y=st.integers(0, HEIGHT - 12),
    w=st.integers(1, 90),
    h=st.integers(1, 90),
    score=st.just(0.5),
)


def scene(seed: int = 3) -> np.ndarray:
    """Soft colours with some grain, as a camera makes them."""
    down, across = np.mgrid[0:HEIGHT, 0:WIDTH]
    soft = np.stack([60 + across // 2, 200 - down // 2, (across + down) % 256], axis=2)
    return (soft + np.random.default_rng(seed).integers(-8, 9, soft.shape)).clip(0, 255).astype(np.uint8)


def swapped(pixels: np.ndarray, faces, seed: int) -> np.ndarray:
    """The same picture, noise in the place of every face."""
    noisy, chance = pixels.copy(), np.random.default_rng(seed)
    for face in faces:
        box = noisy[face.y : face.y + face.h, face.x : face.x + face.w]
        box[:] = chance.integers(0, 256, box.shape)
    return noisy


def result(folder, content: bytes, faces, *, style="omgeving", name: str) -> bytes:
    """The bytes that come out of the whole way."""
    photo = take_in(put(folder, f"{name}-in", content))
    target = folder / f"{name}-uit"
    target.unlink(missing_ok=True)
    hidden = hide(photo.pixels, faces, photo.spill, style=style)
    return write_clean(hidden, target).path.read_bytes()


def both(folder, faces, store, *, seed=9, style="omgeving") -> tuple[bytes, bytes]:
    """What comes out with the faces and with noise in their place."""
    pixels = scene()
    shown, noisy = store(Image.fromarray(pixels)), store(Image.fromarray(swapped(pixels, faces, seed)))
    assert shown != noisy
    return result(folder, shown, faces, style=style, name="gezicht"), result(
        folder, noisy, faces, style=style, name="ruis"
    )


@pytest.mark.parametrize("stored", STORED)
@pytest.mark.parametrize("style", STYLES)
def test_the_face_leaves_no_byte_behind(tmp_path, stored, style):
    faces = [Face(x=47, y=33, w=34, h=47, score=0.9), Face(x=129, y=80, w=17, h=17, score=0.9)]

    shown, noisy = both(tmp_path, faces, lambda image: encoded(image, **STORED[stored]), style=style)

    assert shown == noisy


@settings(max_examples=40)
@given(faces=st.lists(boxes, min_size=1, max_size=3), seed=st.integers(0, 99), stored=st.sampled_from(list(STORED)))
def test_wherever_the_faces_are_and_however_it_is_stored(tmp_path_factory, faces, seed, stored):
    folder = tmp_path_factory.mktemp("foto")

    shown, noisy = both(folder, faces, lambda image: encoded(image, **STORED[stored]), seed=seed)

    assert shown == noisy


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("at", [(40, 32), (47, 33), (63, 47), (33, 79)])
def test_however_the_phone_was_held(tmp_path, orientation, at):
    """Turned, the blocks of the JPEG begin at another corner."""
    face = Face(x=at[0], y=at[1], w=33, h=46, score=0.9)

    def store(image):
        turned = stored_turned(image.crop((0, 0, 203, 171)), orientation)
        return encoded(turned, "JPEG", quality=70, subsampling=2, exif=exif(orientation))

    shown, noisy = both(tmp_path, [face], store)

    assert shown == noisy


@pytest.mark.parametrize("x", range(40, 57))
def test_every_place_in_a_block_is_covered(tmp_path, x):
    """Sixteen pixels beside the face: fifteen for the rest of a block, one for how colour is smoothed on reading."""
    face = Face(x=x, y=x - 7, w=17, h=17, score=0.9)

    shown, noisy = both(tmp_path, [face], lambda image: encoded(image, "JPEG", quality=60, subsampling=2))

    assert shown == noisy


def test_the_smoothing_does_reach_sixteen_pixels():
    """Why the margin is sixteen and not fifteen."""
    pixels = scene()
    face = Face(x=48, y=48, w=33, h=33, score=0.9)
    stored = (
        encoded(Image.fromarray(one), "JPEG", quality=60, subsampling=2) for one in (pixels, swapped(pixels, [face], 1))
    )

    shown, noisy = (np.asarray(Image.open(io.BytesIO(one))) for one in stored)

    columns = np.flatnonzero((shown != noisy).any(axis=(0, 2)))
    assert (columns.min(), columns.max()) == (48 - 1, 48 + 33 + 15)


@pytest.mark.parametrize("colour", ["411", "440"])
@pytest.mark.parametrize("x", [63, 64, 65, 80])
def test_cameras_that_spare_more_colour(tmp_path, colour, x):
    face = Face(x=x, y=49, w=33, h=40, score=0.9)

    def store(image):
        return simplejpeg.encode_jpeg(np.asarray(image), quality=80, colorspace="RGB", colorsubsampling=colour)

    shown, noisy = both(tmp_path, [face], store)

    assert shown == noisy


@pytest.mark.parametrize(("colour", "spill"), [("444", 16), ("420", 16), ("440", 16), ("411", 32)])
def test_a_file_says_how_far_it_spreads(tmp_path, colour, spill):
    content = simplejpeg.encode_jpeg(scene(), colorspace="RGB", colorsubsampling=colour)

    assert take_in(put(tmp_path, "foto.jpg", content)).spill == spill


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF"])
def test_other_files_get_the_usual_margin(tmp_path, kind):
    assert take_in(put(tmp_path, "foto", encoded(Image.fromarray(scene()), kind))).spill == 16
