"""Films that lie about how long they last, or say nothing of it: looked at as far as we are willing, and no longer."""

import time
from dataclasses import replace

import av
import pytest

from magdit.check.draft.look import Eyes
from magdit.check.images.film.looking import look_at_film
from magdit.check.images.limits import Limits
from magdit.check.images.refusal import Refused
from magdit.check.images.video import take_in_media
from tests.check.images.film.filmed import film
from tests.check.images.film.marked import MarkFinder, marked, standing

TICKS = 30_000


def test_what_a_browser_recorded_says_nothing_of_its_length_and_is_looked_at(tmp_path):
    """A recording that goes out while it is made: nobody went back to write how long it became."""
    whole = film(tmp_path / "heel.webm", [standing(marked((60, 80)), 2)], codec="libvpx", size=(160, 96)).path
    path = tmp_path / "opname.webm"
    with av.open(str(whole)) as source, av.open(str(path), "w", options={"live": "1"}) as live:
        copy = live.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(source.streams.video[0]):
            if packet.size:
                packet.stream = copy
                live.mux(packet)

    media = take_in_media(path)

    assert media.duration == pytest.approx(2, abs=0.1)
    assert len(look_at_film(path, MarkFinder()).tracks) == 1


def test_a_film_that_lasts_longer_than_it_says_is_stopped_where_we_stop(tmp_path):
    path = film(
        tmp_path / "lang.mkv", [standing(marked(), 0.4)], size=(160, 96), times=lambda number: number * 20 * TICKS
    ).path

    say_a_second(path)

    with pytest.raises(Refused) as caught:
        look_at_film(path, MarkFinder(), limits=Limits(video_seconds=100))

    assert (take_in_media(path).duration, caught.value.code) == (1, "too_long")


def say_a_second(path) -> None:
    """Write over what the file says of its length."""
    content = bytearray(path.read_bytes())
    at = content.index(b"\x44\x89\x88") + 3
    content[at : at + 8] = b"\x40\x8f\x40\x00\x00\x00\x00\x00"  # 1000.0 thousandths
    path.write_bytes(bytes(content))


def test_a_look_that_takes_too_long_ends_by_itself(tmp_path, monkeypatch):
    path = film(tmp_path / "film.mp4", [standing(marked(), 0.4)], size=(160, 96)).path
    media = replace(take_in_media(path), duration=0.0)
    clock = iter(range(0, 1_000_000, 100))
    monkeypatch.setattr(time, "monotonic", lambda: float(next(clock)))

    with pytest.raises(TimeoutError):
        Eyes(load_finder=MarkFinder, longest=300.0).film(media)
