"""Whatever a phone or program made: the film comes out upright, whole, in time and without anything told about it."""

import av
import numpy as np
import pytest

from magdit.check.images.film.hiding import hide_in_film
from magdit.check.images.film.looking import look_at_film
from magdit.check.images.refusal import Refused
from magdit.check.images.trace_kinds import TraceKind
from magdit.check.images.video import take_in_media
from tests.check.images.clips import SECRETS, clip
from tests.check.images.film.filmed import Shot, film
from tests.check.images.film.marked import MarkFinder, marked, standing
from tests.check.images.film.measured import frames_hidden, greenness, shown
from tests.check.images.test_video import decoded

PAIR = ((60, 80), (300, 140))


def hidden(made, target, **given):
    """Look and hide with the stand-in finder."""
    look = look_at_film(made.path, MarkFinder())
    hide_in_film(look, target, **given)
    return look


def times(path) -> list[float]:
    with av.open(str(path)) as container:
        return [round(float(frame.time), 3) for frame in container.decode(container.streams.video[0])]


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("film.mp4", {}),
        ("film.mov", {"codec": "mpeg4"}),
        ("nieuw.mp4", {"codec": "libx265"}),
        ("film.webm", {"codec": "libvpx-vp9"}),
        ("film.mkv", {"rate": 30}),
        ("oneven.webm", {"codec": "libvpx-vp9", "size": (321, 213)}),
        ("oneven.mkv", {"codec": "ffv1", "size": (319, 241)}),
        ("klein.mp4", {"size": (64, 48)}),
        ("oud.avi", {"codec": "mpeg4"}),
        ("zonder tijden.avi", {"options": {"preset": "medium"}}),
    ],
)
def test_every_kind_of_film_comes_out_with_the_marks_gone(tmp_path, name, given):
    made = film(tmp_path / name, [Shot(marked(*PAIR), 1, (240, 160, 480), (200, 150, 400))], **given)

    look = hidden(made, tmp_path / "schoon.mp4")

    frames = shown(tmp_path / "schoon.mp4")
    assert frames_hidden(made.truth, look) == 1
    assert len(frames) == len(made.truth)
    assert frames[0].shape == (made.height // 2 * 2, made.width // 2 * 2, 3)
    assert max(map(greenness, shown(made.path))) > 0.02
    assert max(map(greenness, frames)) == 0


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_film_held_otherwise_comes_out_upright(tmp_path, turn):
    made = film(tmp_path / "film.mp4", [standing(marked(*PAIR))], size=(480, 320), turn=turn)
    straight = shown(film(tmp_path / "recht.mp4", [standing(marked(*PAIR))], size=(480, 320)).path)

    look = hidden(made, tmp_path / "schoon.mp4", numbers=[])

    frames = shown(tmp_path / "schoon.mp4")
    assert (look.width, look.height) == (480, 320)
    assert [len(look.tracks), len(frames)] == [2, len(straight)]
    assert np.abs(frames[5].astype(int) - straight[5]).mean() < 6


def test_frames_keep_their_uneven_times(tmp_path):
    made = film(
        tmp_path / "film.mp4", [standing(marked(*PAIR), 2)], times=lambda number: number * 1200 + number**2 * 15
    )

    hidden(made, tmp_path / "schoon.mp4")

    assert times(tmp_path / "schoon.mp4") == times(made.path)


@pytest.mark.parametrize(
    ("name", "sound", "becomes"),
    [("film.mp4", "aac", "aac"), ("film.mkv", "libopus", "opus"), ("film.mkv", "pcm_s16le", "aac")],
)
def test_the_sound_comes_along(tmp_path, name, sound, becomes):
    made = film(tmp_path / name, [standing(marked(*PAIR), 2)], sound=sound)

    hidden(made, tmp_path / "schoon.mp4")

    with av.open(str(tmp_path / "schoon.mp4")) as container:
        heard = container.streams.audio[0]
        assert heard.codec_context.name == becomes
        assert float(heard.duration * heard.time_base) == pytest.approx(2, abs=0.1)
    assert max(abs(frame.to_ndarray()).max() for frame in _sound(tmp_path / "schoon.mp4")) > 0.05


def _sound(path):
    with av.open(str(path)) as container:
        yield from container.decode(container.streams.audio[0])


def test_the_sound_goes_with_one_word(tmp_path):
    made = film(tmp_path / "film.mp4", [standing(marked(*PAIR))], sound="aac")

    hidden(made, tmp_path / "stil.mp4", sound=False)

    assert decoded(tmp_path / "stil.mp4") == (len(made.truth), 0)


def test_only_the_chosen_faces_go(tmp_path):
    made = film(tmp_path / "film.mp4", [standing(marked(*PAIR))], size=(480, 320))

    look = hidden(made, tmp_path / "schoon.mp4", numbers=[1])

    frames = shown(tmp_path / "schoon.mp4")
    assert [track.number for track in look.tracks] == [1, 2]
    assert max(greenness(frame[:, :240]) for frame in frames) == 0
    assert min(greenness(frame[:, 240:]) for frame in frames) > 0.03


def test_a_number_that_is_not_there_is_said(tmp_path):
    made = film(tmp_path / "film.mp4", [standing(marked(*PAIR), 0.4)])

    with pytest.raises(Refused) as caught:
        hidden(made, tmp_path / "schoon.mp4", numbers=[1, 7])

    assert (caught.value.code, caught.value.facts["face"], caught.value.facts["count"]) == ("no_face_to_hide", 7, 2)
    assert not (tmp_path / "schoon.mp4").exists()


def test_the_new_film_tells_nothing(tmp_path):
    path = clip(tmp_path / "film.mp4")
    look = look_at_film(path, MarkFinder())

    digest = hide_in_film(look, tmp_path / "schoon.mp4")

    content = (tmp_path / "schoon.mp4").read_bytes()
    clean = take_in_media(tmp_path / "schoon.mp4")
    assert TraceKind.GPS in {trace.kind for trace in look.traces}
    assert (clean.traces, clean.has_sound, clean.sha256) == ((), True, digest)
    assert [word for word in SECRETS if word in content] == []


def test_the_same_film_gives_the_same_bytes_and_starts_at_once(tmp_path):
    made = film(tmp_path / "film.mp4", [Shot(marked(*PAIR), 1, (240, 160, 480), (200, 150, 400))], sound="aac")

    hidden(made, tmp_path / "een.mp4")
    hidden(made, tmp_path / "twee.mp4")

    content = (tmp_path / "een.mp4").read_bytes()
    assert content == (tmp_path / "twee.mp4").read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")


def test_how_far_it_is_is_told(tmp_path):
    made = film(tmp_path / "film.mp4", [standing(marked(*PAIR), 2)])
    told = []

    look = look_at_film(made.path, MarkFinder(), progress=lambda done, total: told.append((done, total)))
    hide_in_film(look, tmp_path / "schoon.mp4", progress=lambda done, total: told.append((done, total)))

    assert len(told) == 2 * len(made.truth)
    assert all(0 <= done <= total <= 2 for done, total in told)
    assert told[len(made.truth) - 1][0] == pytest.approx(1.96)


def test_a_film_is_looked_at_fully_each_second_and_where_a_scene_begins_and_in_between_at_a_glance(tmp_path):
    scenes = [standing(marked((60, 80)), 2.4), standing(marked((300, 140), seed=7), 1.6)]
    made = film(tmp_path / "film.mp4", scenes, size=(480, 320))
    finder = MarkFinder()

    look = look_at_film(made.path, finder)

    assert look.cuts == pytest.approx((2.4,))
    assert len(finder.full) == 5  # at 0, 1, 2, 2.4 and 3.4
    assert 15 <= len(finder.glances) <= 30
    assert [(track.start, track.end) for track in look.tracks] == [(0, 2.36), (2.4, 3.96)]


def test_in_a_recording_without_picture_there_is_nothing_to_look_at(tmp_path):
    with pytest.raises(Refused) as caught:
        look_at_film(clip(tmp_path / "stem.m4a", picture=None, muxer="ipod"), MarkFinder())

    assert caught.value.code == "no_picture"


def test_a_film_that_changed_since_it_was_looked_at_is_refused(tmp_path):
    made = film(tmp_path / "film.mp4", [standing(marked(*PAIR))])
    look = look_at_film(made.path, MarkFinder())
    film(made.path, [standing(marked(*PAIR), 0.6)])

    with pytest.raises(Refused) as caught:
        hide_in_film(look, tmp_path / "schoon.mp4")

    assert caught.value.code == "damaged"
    assert [path.name for path in tmp_path.iterdir()] == ["film.mp4"]


def test_a_film_larger_than_any_channel_shows_comes_out_smaller_with_the_marks_gone(tmp_path):
    made = film(tmp_path / "groot.mp4", [standing(marked(*PAIR), 0.2)], size=(2880, 1920))

    hidden(made, tmp_path / "schoon.mp4")

    frames = shown(tmp_path / "schoon.mp4")
    assert frames[0].shape == (1280, 1920, 3)
    assert max(map(greenness, frames)) == 0


@pytest.mark.parametrize("stored", ["yuv420p", "yuvj420p", "yuv444p", "yuv422p10le"])
def test_colours_stay_what_they_were(tmp_path, stored):
    """A phone stores the full range of shades, a camera the smaller one; light stays light, dark stays dark."""
    still = marked(*PAIR)
    still.picture.paste((250, 250, 250), (0, 0, 60, 60))
    still.picture.paste((5, 5, 5), (0, 200, 60, 260))
    made = film(tmp_path / "film.mp4", [standing(still, 0.3)], size=(480, 320), stored=stored)

    hidden(made, tmp_path / "schoon.mp4", numbers=[])

    before, after = shown(made.path)[3].astype(int), shown(tmp_path / "schoon.mp4")[3].astype(int)
    assert np.abs(before - after).mean() < 3
    assert np.abs(before[30, 30] - after[30, 30]).max() <= 3
    assert np.abs(before[230, 30] - after[230, 30]).max() <= 3
