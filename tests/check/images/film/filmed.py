"""A camera over a photograph: pans, zooms and cuts, so that the place of every face is known in every frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PIL import Image

TICKS = 30_000  # in a second: whole numbers for all the usual rates
Box = tuple[float, float, float, float]  # left, top, width, height


@dataclass(frozen=True)
class Still:
    """A photograph and where its faces are."""

    picture: Image.Image
    faces: tuple[Box, ...]

    def mirrored(self) -> Still:
        flipped = self.picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        return Still(flipped, tuple((self.picture.width - x - w, y, w, h) for x, y, w, h in self.faces))


@dataclass(frozen=True)
class Shot:
    """One scene: the camera goes from one part of the photo to another, each given as middle and width."""

    still: Still
    seconds: float
    start: tuple[float, float, float]
    end: tuple[float, float, float]

    def part(self, done: float, shape: float) -> tuple[float, float, float, float]:
        """Which part of the photo is in the picture, moved to lie on it."""
        x, y, width = (a + (b - a) * done for a, b in zip(self.start, self.end, strict=True))
        width = min(width, self.still.picture.width, self.still.picture.height * shape)
        height = width / shape
        left = min(max(0.0, x - width / 2), self.still.picture.width - width)
        top = min(max(0.0, y - height / 2), self.still.picture.height - height)
        return left, top, left + width, top + height


@dataclass(frozen=True)
class Filmed:
    """A film and its truth: for every frame the boxes of the faces (left, top, right, bottom), cut off by the edge."""

    path: Path
    width: int
    height: int
    truth: tuple[np.ndarray, ...]


SHOWN = 0.5  # of a face that lies in the picture: less is an ear, or a chin


def film(
    path: Path,
    shots: Iterable[Shot],
    *,
    size: tuple[int, int] = (640, 360),
    rate: int = 25,
    codec: str = "libx264",
    options: dict[str, str] | None = None,
    times: Callable[[int], int] | None = None,
    turn: int = 0,
    sound: str | None = None,
    stored: str = "yuv420p",
    told: dict[str, str] | None = None,
) -> Filmed:
    """Film the shots one after the other. `times` gives a frame's time in 30,000ths when unevenly spread.

    `told` is what the file tells about itself.
    """
    truth: list[np.ndarray] = []
    with av.open(str(path), "w", options={"movflags": "use_metadata_tags"} if told else {}) as container:
        container.metadata.update(told or {})
        stream = container.add_stream(codec, rate=rate, options=options or quick(codec))
        stream.width, stream.height = size if turn % 180 == 0 else size[::-1]
        stream.pix_fmt = stored
        stream.time_base = stream.codec_context.time_base = Fraction(1, TICKS)
        heard = container.add_stream(sound, rate=48_000) if sound else None
        if turn:
            stream.set_display_rotation(turn)
        for number, (picture, boxes) in enumerate(_frames(shots, size=size, rate=rate)):
            truth.append(boxes)
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(np.rot90(picture, -turn // 90)))
            frame.pts = times(number) if times else number * TICKS // rate
            frame.time_base = Fraction(1, TICKS)
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
        if heard is not None:
            _tone(container, heard, seconds=len(truth) / rate)
    return Filmed(path, *size, tuple(truth))


def quick(codec: str) -> dict[str, str]:
    """Settings with which a test need not wait."""
    return {
        "libx264": {"preset": "veryfast", "crf": "20"},
        "libx265": {"preset": "ultrafast", "crf": "22", "x265-params": "log-level=none"},
        "libvpx-vp9": {"deadline": "realtime", "cpu-used": "8", "crf": "30", "b": "0"},
    }.get(codec, {})


def _frames(shots, *, size, rate):
    for shot in shots:
        count = round(shot.seconds * rate)
        for number in range(count):
            box = shot.part(number / max(1, count - 1), size[0] / size[1])
            picture = shot.still.picture.resize(size, Image.Resampling.BILINEAR, box=box, reducing_gap=2.0)
            yield np.asarray(picture), _shown(shot.still.faces, box, size)


def _shown(faces, part, size) -> np.ndarray:
    scale = size[0] / (part[2] - part[0])
    boxes = np.array([(x, y, x + w, y + h) for x, y, w, h in faces], dtype=float).reshape(-1, 4)
    boxes = (boxes - np.array([part[0], part[1], part[0], part[1]])) * scale
    clipped = np.clip(boxes, 0, np.array([*size, *size]))
    whole = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    part_of = np.clip(clipped[:, 2] - clipped[:, 0], 0, None) * np.clip(clipped[:, 3] - clipped[:, 1], 0, None)
    return clipped[part_of >= SHOWN * whole]


def _tone(container, stream, *, seconds: float) -> None:
    length = stream.codec_context.frame_size or 1024
    for number in range(int(seconds * 48_000 / length)):
        wave = np.sin(np.arange(number * length, (number + 1) * length) / 20).astype(np.float32)[None] / 8
        kind = "s16" if stream.codec_context.name == "pcm_s16le" else "fltp"
        samples = (wave * 32_000).astype(np.int16) if kind == "s16" else wave
        frame = av.AudioFrame.from_ndarray(samples, format=kind, layout="mono")
        frame.sample_rate, frame.pts = 48_000, number * length
        container.mux(stream.encode(frame))
    container.mux(stream.encode())
