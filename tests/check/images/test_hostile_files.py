"""Files made to break us: each is refused with a reason or taken in whole, and never crashes anything."""

import random
import time
import zipfile
import zlib

import numpy as np
import pytest

from magdit.check.images.intake import Photo, take_in
from magdit.check.images.refusal import Refused
from magdit.check.images.trace_kinds import TraceKind
from tests.check.images.makers import chunk, encoded, picture, put, segment, telling_exif

pytestmark = pytest.mark.filterwarnings("ignore:.*:UserWarning:PIL.TiffImagePlugin")

KINDS = ["JPEG", "PNG", "WEBP", "GIF", "HEIC"]


def outcome(path) -> Photo | Refused:
    try:
        return take_in(path)
    except Refused as refusal:
        return refusal


def made(kind, heic) -> bytes:
    if kind == "HEIC":
        return heic(picture(64, 64), exif=telling_exif().tobytes())
    return encoded(picture(), kind, **({} if kind == "GIF" else {"exif": telling_exif()}))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(40))
def test_a_file_with_wrong_bytes_anywhere_never_crashes(tmp_path, heic, kind, seed):
    chance = random.Random(f"{kind} {seed}")
    content = bytearray(made(kind, heic))
    for _ in range(chance.choice([1, 3, 20, 200])):
        content[chance.randrange(len(content))] = chance.randrange(256)

    answer = outcome(put(tmp_path, "raar", bytes(content)))

    assert isinstance(answer, Refused) or answer.pixels.shape[2] == 3


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(20))
def test_noise_behind_a_true_beginning_never_crashes(tmp_path, heic, kind, seed):
    chance = random.Random(f"{kind} {seed}")
    start = made(kind, heic)[: chance.choice([4, 12, 24, 60])]

    answer = outcome(put(tmp_path, "ruis", start + chance.randbytes(chance.randrange(2000))))

    assert isinstance(answer, Refused)


@pytest.mark.parametrize("seed", range(20))
def test_noise_is_no_photo(tmp_path, seed):
    assert isinstance(outcome(put(tmp_path, "ruis.jpg", random.Random(seed).randbytes(3000))), Refused)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_photo_with_another_file_behind_it_shows_only_the_photo_and_is_remarked(tmp_path, kind):
    path = put(tmp_path, f"foto.{kind.lower()}", encoded(picture(), kind))
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("klassenlijst.csv", "Noor;Sem")

    photo = take_in(path)

    assert TraceKind.TRAILING_BYTES in {trace.kind for trace in photo.traces}
    assert "bytes_after_the_picture" in {remark.code for remark in photo.remarks}


def test_a_jpeg_that_names_two_sizes_is_held_to_the_one_that_is_decoded(tmp_path):
    """A small size first, a huge one after it: whichever a decoder believes, the limit holds."""
    whole = encoded(picture(), "JPEG")
    frame = whole.index(b"\xff\xc0")
    huge = segment(0xC0, b"\x08" + b"\xff\xff\xff\xff" + whole[frame + 9 : frame + 19])

    answer = outcome(put(tmp_path, "twee.jpg", whole[: frame + 19] + huge + whole[frame + 19 :]))

    assert isinstance(answer, Refused) or answer.pixels.size < 1_000_000


def test_a_png_with_a_text_that_unpacks_without_end_does_not_fill_the_memory(tmp_path):
    text = chunk(b"zTXt", b"Comment\x00\x00" + zlib.compress(b"\x00" * 50_000_000, 9))
    whole = encoded(picture(), "PNG")
    path = put(tmp_path, "tekst.png", whole[:33] + text + whole[33:])

    answer = outcome(path)

    assert isinstance(answer, Refused) or np.array_equal(answer.pixels, np.asarray(picture()))


@pytest.mark.parametrize("part", [b"IHDR", b"IDAT", b"IEND"])
def test_a_png_chunk_longer_than_the_file_is_cut_off_and_not_believed(tmp_path, part):
    content = bytearray(encoded(picture(), "PNG"))
    at = content.index(part)
    content[at - 4 : at] = b"\x7f\xff\xff\xff"

    answer = outcome(put(tmp_path, "lang.png", bytes(content)))

    assert isinstance(answer, Refused)


def test_a_gif_that_never_ends_is_refused_at_once(tmp_path):
    whole = encoded(picture(), "GIF")

    answer = outcome(put(tmp_path, "eindeloos.gif", whole[:-1] + b"\x21\xfe" + b"\xff" + b"a" * 254))

    assert isinstance(answer, Refused)


def test_a_jpeg_that_is_painted_over_a_thousand_times_is_refused_at_once(tmp_path):
    """A scan of a few bytes makes the decoder pass over the whole picture, however large."""
    whole = encoded(picture(2000, 1500), "JPEG", progressive=True)
    last = whole.rindex(b"\xff\xda")
    content = whole[:last] + whole[last:-2] * 1000 + b"\xff\xd9"
    started = time.perf_counter()

    answer = outcome(put(tmp_path, "duizend.jpg", content))

    assert isinstance(answer, Refused)
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photo_of_more_parts_than_any_photo_has_is_refused_before_they_fill_the_memory(tmp_path, kind):
    """Two million parts fit in 30 MB, and each takes memory; a whole photo of 100 MB has some twelve thousand."""
    whole = encoded(picture(), kind)
    begin, part = (33, chunk(b"tEXt", b"")) if kind == "PNG" else (2, segment(0xFE, b""))
    many = put(tmp_path, "veel", whole[:begin] + part * 12_000 + whole[begin:])
    too_many = put(tmp_path, "te-veel", whole[:begin] + part * 20_000 + whole[begin:])

    assert isinstance(outcome(many), Photo)
    assert outcome(too_many).code == "damaged"


def test_an_ordinary_progressive_jpeg_comes_in(tmp_path):
    answer = outcome(put(tmp_path, "web.jpg", encoded(picture(200, 150), "JPEG", progressive=True)))

    assert isinstance(answer, Photo)
