"""A long film takes no more memory than a short one: pieces come in, frames are looked at and copied one by one.

Measured is the most that the process ever held (VmHWM); what stands in memory under a name (memfd) is refused here.
"""

from __future__ import annotations

import os
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from magdit.areas.drafts.models import Draft, Picture
from magdit.check.draft.look import Eyes
from magdit.journeys.hand_in import uploading
from magdit.journeys.hand_in.cleaning import clean_all
from magdit.journeys.hand_in.drawing import draw_in_film
from magdit.journeys.hand_in.films import layout_kept
from magdit.journeys.hand_in.saying import say_of_faces
from magdit.journeys.hand_in.taking_in import look_at_waiting
from tests.check.images.film.test_drawn import Blind

MB = 1_000_000
EYES = Eyes(load_finder=Blind)
PIECE = 1_000_000
HOLDS = 60  # MB that a long film may take more than a short one, in ways of the allocator


def noise(path: Path, *, seconds: int, size: tuple[int, int], rate: int) -> Path:
    """Photographs of noise one after the other: large as a film, and made at once."""
    grain = np.random.default_rng(7).integers(0, 256, (size[1], size[0], 3), dtype=np.uint8)
    Image.fromarray(grain).save(path.with_suffix(".jpg"), quality=60)
    photo = path.with_suffix(".jpg").read_bytes()
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mjpeg", rate=rate)
        stream.width, stream.height, stream.pix_fmt = *size, "yuvj420p"
        for number in range(seconds * rate):
            packet = av.Packet(photo)
            packet.stream, packet.time_base = stream, Fraction(1, rate)
            packet.pts = packet.dts = number
            container.mux(packet)
    return path


def most_held(work) -> int:
    """The most megabytes that this process held while it did this, above what it held before."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = held("VmRSS")
    work()
    return (held("VmHWM") - before) // 1000


def held(what: str) -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(what))


@pytest.fixture
def whole_story(begun, bram, system, doing_as, monkeypatch):
    """Comes in piece by piece, is looked at, a face is drawn in it and hidden, and the copy is made."""
    monkeypatch.setattr(os, "memfd_create", None)
    doing = doing_as(bram)

    def story(path: Path) -> None:
        upload = uploading.start(doing, begun.pk, name=path.name, size=path.stat().st_size)
        with path.open("rb") as opened:
            at = 0
            while piece := opened.read(PIECE):
                uploading.go_on(doing, begun.pk, upload, piece, at=at)
                at += len(piece)
        assert look_at_waiting(system, eyes=EYES) == 1
        picture = Picture.objects.get(draft=begun, clean__isnull=False, look="gezien", faces=[])
        left, top = layout_kept(picture).corner(0)
        version = Draft.objects.get(pk=begun.pk).version
        row = draw_in_film(doing, picture, sheet=0, x=left + 40, y=top + 40, w=60, h=60, version=version)
        picture = Picture.objects.get(pk=picture.pk)
        row = say_of_faces(doing, picture, [picture.faces[0]["id"]], fate="verborgen", version=row.version)
        assert clean_all(doing, row, eyes=EYES) == []

    return story


@pytest.mark.parametrize(
    ("size", "rate", "most"),
    [((640, 360), 2, 400), pytest.param((1920, 1080), 5, 600, marks=pytest.mark.full)],
    ids=["small", "1080p"],
)
def test_a_minute_takes_no_more_memory_than_some_seconds(whole_story, tmp_path, record_property, size, rate, most):
    short = noise(tmp_path / "kort.mkv", seconds=5, size=size, rate=rate)
    long = noise(tmp_path / "lang.mkv", seconds=60, size=size, rate=rate)

    little = most_held(lambda: whole_story(short))
    much = most_held(lambda: whole_story(long))

    record_property("megabytes", [short.stat().st_size // MB, little, long.stat().st_size // MB, much])
    assert much < little + HOLDS
    assert max(little, much) < most
