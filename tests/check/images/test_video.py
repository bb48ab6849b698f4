"""A film is never passed unlooked: it is taken in with what it tells, and packed anew without."""

import errno
import hashlib
import random
from fractions import Fraction

import av
import pytest

from magdit.check.images import atomic
from magdit.check.images.limits import Limits
from magdit.check.images.refusal import Refused
from magdit.check.images.remux import remux_clean
from magdit.check.images.trace_kinds import TraceKind
from magdit.check.images.video import take_in_media
from tests.check.images.clips import SECRETS, clip, held_sideways
from tests.check.images.makers import encoded, picture, put

FILMS = {
    "film.mp4": {},
    "film.mov": {},
    "film.mkv": {},
    "nieuw.mp4": {"picture": "libx265"},
    "film.webm": {"picture": "libvpx", "sound": "libopus"},
    "oud.avi": {"picture": "mpeg4", "sound": "libmp3lame"},
    "stil.mp4": {"sound": None},
}
SOUNDS = {
    "stem.m4a": {"muxer": "ipod"},
    "stem.mp3": {"sound": "libmp3lame"},
    "stem.ogg": {"sound": "libopus"},
    "stem.wav": {"sound": "pcm_s16le"},
    "stem.flac": {"sound": "flac"},
}


@pytest.fixture(scope="module")
def clips(tmp_path_factory):
    folder = tmp_path_factory.mktemp("clips")
    films = {name: clip(folder / name, **given) for name, given in FILMS.items()}
    return films | {name: clip(folder / name, picture=None, **given) for name, given in SOUNDS.items()}


def refused(path, limits=None) -> Refused:
    with pytest.raises(Refused) as caught:
        take_in_media(path, limits or Limits())
    return caught.value


def decoded(path) -> tuple[int, int]:
    """How many pictures and pieces of sound can really be shown and heard."""
    counts = []
    for kind in ("video", "audio"):
        with av.open(str(path)) as container:
            streams = [stream for stream in container.streams if stream.type == kind]
            counts.append(sum(1 for _ in container.decode(streams[0])) if streams else 0)
    return counts[0], counts[1]


@pytest.mark.parametrize("name", FILMS)
def test_a_film_comes_in_as_a_film(clips, name):
    media = take_in_media(clips[name])

    assert (media.kind, media.has_picture, media.has_sound) == ("video", True, name != "stil.mp4")
    assert 0.9 < media.duration < 1.3
    assert media.sha256 == hashlib.sha256(clips[name].read_bytes()).hexdigest()


@pytest.mark.parametrize("name", SOUNDS)
def test_a_recording_comes_in_as_sound(clips, name):
    media = take_in_media(clips[name])

    assert (media.kind, media.has_picture, media.has_sound) == ("geluid", False, True)


@pytest.mark.parametrize("name", ["film.mp4", "film.mov", "film.mkv", "stem.mp3"])
def test_what_a_film_tells_is_named_and_not_kept(clips, name):
    media = take_in_media(clips[name])

    kinds = {trace.kind for trace in media.traces}
    assert kinds >= {TraceKind.GPS, TraceKind.COMMENT, TraceKind.CAMERA}
    assert not [word for word in ("51.5", "Noor", "Bram", "Telefoonmaker") if word in repr(media.traces)]


@pytest.mark.parametrize("name", [*FILMS, *SOUNDS])
def test_a_clean_copy_shows_and_sounds_the_same_and_tells_nothing(clips, tmp_path, name):
    media = take_in_media(clips[name])
    before = clips[name].read_bytes()
    target = tmp_path / f"schoon{media.format.extension}"

    digest = remux_clean(media, target)

    content = target.read_bytes()
    assert take_in_media(target).traces == ()
    assert [word for word in SECRETS if word in content] == []
    assert decoded(target) == decoded(clips[name])
    assert digest == hashlib.sha256(content).hexdigest()
    assert clips[name].read_bytes() == before


@pytest.mark.parametrize("name", [name for name in FILMS if name != "stil.mp4"])
def test_the_sound_goes_when_that_is_asked(clips, tmp_path, name):
    media = take_in_media(clips[name])
    target = tmp_path / f"stil{media.format.extension}"

    remux_clean(media, target, with_sound=False)

    clean = take_in_media(target)
    assert (clean.has_sound, clean.has_picture) == (False, True)
    assert decoded(target) == (decoded(clips[name])[0], 0)


def test_sound_without_sound_is_nothing(clips, tmp_path):
    with pytest.raises(Refused) as caught:
        remux_clean(take_in_media(clips["stem.mp3"]), tmp_path / "niets.mp3", with_sound=False)

    assert caught.value.code == "nothing_left"
    assert list(tmp_path.iterdir()) == []


def test_a_film_held_sideways_stays_turned(tmp_path):
    path = clip(tmp_path / "film.mp4")
    matrix = held_sideways(path)

    remux_clean(take_in_media(path), tmp_path / "schoon.mp4")

    assert matrix in (tmp_path / "schoon.mp4").read_bytes()


def test_a_cover_picture_and_chapters_stay_behind(tmp_path):
    path = _with_cover_and_chapters(tmp_path / "les.mp4")
    media = take_in_media(path)

    remux_clean(media, tmp_path / "schoon.mp4")

    assert {trace.kind for trace in media.traces} >= {TraceKind.THUMBNAIL, TraceKind.CHAPTERS}
    clean = take_in_media(tmp_path / "schoon.mp4")
    assert (clean.traces, clean.has_sound, clean.has_picture) == ((), True, True)
    assert b"Noor vertelt" not in (tmp_path / "schoon.mp4").read_bytes()


def test_a_recording_with_a_cover_picture_is_sound_and_no_film(tmp_path):
    path = _with_cover_and_chapters(tmp_path / "stem.mp4", picture=None)

    assert take_in_media(path).kind == "geluid"


def _with_cover_and_chapters(path, **given):
    """A film with a still beside it, and a chapter with a name in it."""
    plain = clip(path.with_name("los.mp4"), **given)
    with av.open(str(plain)) as source, av.open(str(path), "w") as made:
        copies = {stream.index: made.add_stream_from_template(stream, opaque=True) for stream in source.streams}
        cover = made.add_stream("mjpeg", rate=1)
        cover.width, cover.height, cover.pix_fmt = 48, 32, "yuvj420p"
        cover.disposition = av.stream.Disposition.attached_pic
        made.set_chapters(
            [{"id": 1, "start": 0, "end": 1, "time_base": Fraction(1), "metadata": {"title": "Noor vertelt"}}]
        )
        for packet in source.demux():
            if packet.size:
                packet.stream = copies[packet.stream.index]
                made.mux(packet)
        still = av.Packet(encoded(picture(48, 32), "JPEG"))
        still.stream, still.pts, still.dts = cover, 0, 0
        made.mux(still)
    plain.unlink()
    return path


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_photo_is_no_film(tmp_path, kind):
    assert refused(put(tmp_path, "film.mp4", encoded(picture(), kind))).code == "not_media"


@pytest.mark.parametrize(
    "content",
    [
        b"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1/geheim.ts\n",
        b"ffconcat version 1.0\nfile /etc/passwd\n",
        b"<?xml version='1.0'?><MPD/>",
        b"v=0\no=- 0 0 IN IP4 127.0.0.1\n",
        b"gewoon tekst",
    ],
)
def test_a_list_that_calls_for_other_files_is_no_film(tmp_path, content):
    assert refused(put(tmp_path, "film.mp4", content)).code == "not_media"


def test_what_is_no_film_at_all_is_refused_as_a_photo_would_be(tmp_path):
    assert refused(tmp_path / "weg.mp4").code == "not_found"
    assert refused(tmp_path).code == "not_a_file"
    assert refused(put(tmp_path, "leeg.mp4", b"")).code == "empty"


def test_limits_hold_for_films(clips):
    assert refused(clips["film.mp4"], Limits(video_bytes=100)).code == "too_many_bytes"
    assert refused(clips["film.mp4"], Limits(video_seconds=0.5)).code == "too_long"


@pytest.mark.parametrize("tenths", range(1, 10))
@pytest.mark.parametrize("name", ["film.mp4", "film.mov"])
def test_a_film_that_was_cut_off_is_refused(clips, tmp_path, name, tenths):
    whole = clips[name].read_bytes()

    assert refused(put(tmp_path, name, whole[: len(whole) * tenths // 10])).code in {"truncated", "damaged"}


@pytest.mark.parametrize("name", [*FILMS, *SOUNDS])
@pytest.mark.parametrize("seed", range(6))
def test_a_film_with_wrong_bytes_anywhere_never_crashes(clips, tmp_path, name, seed):
    chance = random.Random(f"{name} {seed}")
    content = bytearray(clips[name].read_bytes())
    for _ in range(chance.choice([1, 10, 100])):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path = put(tmp_path, name, bytes(content))

    try:
        media = take_in_media(path)
        remux_clean(media, tmp_path / f"schoon{media.format.extension}")
    except Refused:
        assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_no_half_film(clips, tmp_path, monkeypatch):
    def full(number):
        raise OSError(errno.ENOSPC, "No space left")

    monkeypatch.setattr(atomic.os, "fsync", full)

    with pytest.raises(Refused) as caught:
        remux_clean(take_in_media(clips["film.mp4"]), tmp_path / "schoon.mp4")

    assert caught.value.code == "disk_full"
    assert list(tmp_path.iterdir()) == []


def test_a_film_is_never_written_over_another_file(clips):
    media = take_in_media(clips["film.mp4"])

    with pytest.raises(Refused) as caught:
        remux_clean(media, media.path)

    assert caught.value.code == "target_exists"
