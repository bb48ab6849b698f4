"""Films made to break us are refused with a reason, or looked at; they never crash and never take all memory."""

import random

import av
import numpy as np
import pytest

from magdit.check.images.film.hiding import hide_in_film
from magdit.check.images.film.looking import look_at_film
from magdit.check.images.limits import Limits
from magdit.check.images.refusal import Refused
from magdit.check.images.video import take_in_media
from tests.check.images.film.filmed import film
from tests.check.images.film.marked import MarkFinder, marked, standing
from tests.check.images.makers import put


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = tmp_path_factory.mktemp("films")
    return {
        name: film(
            folder / name, [standing(marked((60, 80)))], sound="aac" if name.endswith("mp4") else None, **given
        ).path
        for name, given in {
            "film.mp4": {"size": (160, 96)},
            "film.mkv": {"size": (160, 96), "codec": "libx265"},
            "film.webm": {"size": (160, 96), "codec": "libvpx-vp9"},
        }.items()
    }


def refused(path, limits=None) -> Refused:
    with pytest.raises(Refused) as caught:
        look_at_film(path, MarkFinder(), limits=limits or Limits())
    return caught.value


@pytest.mark.parametrize("name", ["film.mp4", "film.mkv", "film.webm"])
@pytest.mark.parametrize("tenths", [1, 5, 9])
def test_a_film_that_was_cut_off_is_refused_or_looked_at_as_far_as_it_goes(whole, tmp_path, name, tenths):
    content = whole[name].read_bytes()
    path = put(tmp_path, name, content[: len(content) * tenths // 10])

    try:
        outcome = "looked" if look_at_film(path, MarkFinder()).frames else "nothing"
    except Refused as caught:
        outcome = caught.code

    assert outcome in {"looked", "truncated", "damaged", "no_picture_or_sound"}


@pytest.mark.parametrize("name", ["film.mp4", "film.mkv", "film.webm"])
@pytest.mark.parametrize("seed", range(8))
def test_wrong_bytes_anywhere_never_crash(whole, tmp_path, name, seed):
    chance = random.Random(f"{name} {seed}")
    content = bytearray(whole[name].read_bytes())
    for _ in range(chance.choice([1, 20, 200])):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path = put(tmp_path, name, bytes(content))

    try:
        hide_in_film(look_at_film(path, MarkFinder()), tmp_path / "schoon.mp4")
    except Refused:
        assert list(tmp_path.iterdir()) == [path]


def test_a_film_larger_than_any_camera_makes_is_refused_before_a_frame_is_decoded(tmp_path):
    path = film(tmp_path / "groot.mkv", [standing(marked(), 0.1)], size=(4096, 2560)).path

    found = refused(path)

    assert (found.code, found.facts["width"], found.facts["height"]) == ("film_too_large", 4096, 2560)


def test_a_film_that_grows_on_the_way_is_refused(tmp_path):
    """The first frames say small, later ones are huge."""
    path = tmp_path / "groeit.mkv"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mjpeg", rate=5)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuvj420p"
        for number, (width, height) in enumerate([(64, 48), (64, 48), (640, 480)]):
            container.mux(_photo_packet(stream, number, width, height))

    assert refused(path, Limits(video_pixels=100_000)).code in {"film_too_large", "damaged"}


def _photo_packet(stream, number, width, height):
    import io

    from PIL import Image

    written = io.BytesIO()
    Image.fromarray(np.full((height, width, 3), 90, np.uint8)).save(written, "JPEG")
    packet = av.Packet(written.getvalue())
    packet.stream, packet.pts, packet.dts = stream, number * 200, number * 200
    return packet


def test_hundreds_of_streams_are_refused(tmp_path):
    path = tmp_path / "sporen.mkv"
    with av.open(str(path), "w") as container:
        streams = [container.add_stream("pcm_s16le", rate=8000) for _ in range(300)]
        for stream in streams:
            frame = av.AudioFrame.from_ndarray(np.zeros((1, 160), np.int16), format="s16", layout="mono")
            frame.sample_rate, frame.pts = 8000, 0
            container.mux(stream.encode(frame))

    assert refused(path).code == "too_many_streams"


def test_more_frames_than_anyone_can_watch_are_refused(whole):
    assert refused(whole["film.mp4"], Limits(video_frames=10)).code == "too_many_frames"


def test_an_absurd_frame_rate_costs_no_more_looks(tmp_path):
    path = film(tmp_path / "snel.mkv", [standing(marked((60, 80)), 0.2)], rate=1000, size=(160, 96)).path
    finder = MarkFinder()

    look = look_at_film(path, finder)

    assert look.frames == 200
    assert len(finder.full) + len(finder.glances) <= 4


def test_a_film_without_a_single_frame_is_refused(tmp_path):
    path = tmp_path / "leeg.mkv"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        container.start_encoding()

    assert refused(path).code in {"no_picture_or_sound", "damaged"}


@pytest.mark.parametrize(
    "content", [b"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1/geheim.ts\n", b"ffconcat version 1.0\nfile /etc/passwd\n"]
)
def test_a_list_that_calls_for_other_files_is_no_film(tmp_path, content):
    assert refused(put(tmp_path, "film.mp4", content)).code == "not_media"


def test_when_the_finder_fails_so_does_the_look(whole):
    class Broken(MarkFinder):
        def glance(self, pixels, *, long_side, threshold=0.2):
            raise MemoryError

    with pytest.raises(MemoryError):
        look_at_film(whole["film.mp4"], Broken())


def test_limits_hold_from_the_first_look(whole):
    assert take_in_media(whole["film.mp4"]).has_sound
    assert refused(whole["film.mp4"], Limits(video_pixels=1000)).code == "film_too_large"
