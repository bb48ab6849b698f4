"""The frames of a film, upright and one by one, as a player shows them. Decodes; looks at nothing.

Only the first moving picture counts, and only so many frames of so many pixels as we are willing to decode.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from magdit.check.images.limits import DEFAULT, Limits
from magdit.check.images.refusal import Refused
from magdit.check.images.video import Media, is_film, open_media

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.packet import Packet
    from av.stream import Stream
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

    Heard = Callable[[Packet[Stream]], None]

Pixels = npt.NDArray[np.uint8]
QUARTER = 90
THREADS = 2
USUAL_RATE = Fraction(25)


@dataclass(frozen=True)
class Moment:
    """One frame and when it is shown. `turns` is how many quarters to the left make it upright."""

    number: int
    time: float
    frame: VideoFrame
    turns: int

    @property
    def width(self) -> int:
        """Upright."""
        return self.frame.height if self.turns % 2 else self.frame.width

    @property
    def height(self) -> int:
        """Upright."""
        return self.frame.width if self.turns % 2 else self.frame.height

    def picture(self, long_side: int) -> Pixels:
        """Return the upright pixels, not longer than this."""
        width, height = self._fitting(long_side)
        colours = self.frame.reformat(width=width, height=height, format="rgb24", interpolation="AREA")
        return upright(np.asarray(colours.to_ndarray(), dtype=np.uint8), self.turns)

    def grey(self, long_side: int) -> Pixels:
        """Return the light and dark of it, upright, not longer than this."""
        width, height = self._fitting(long_side)
        shades = self.frame.reformat(width=width, height=height, format="gray", interpolation="AREA")
        return upright(np.asarray(shades.to_ndarray(), dtype=np.uint8), self.turns)

    def _fitting(self, long_side: int) -> tuple[int, int]:
        """The size as stored, shrunk to this."""
        scale = min(1.0, long_side / max(self.frame.width, self.frame.height))
        return max(1, round(self.frame.width * scale)), max(1, round(self.frame.height * scale))


@dataclass(frozen=True)
class Reel:
    """An opened film."""

    media: Media
    container: InputContainer
    stream: VideoStream
    limits: Limits

    def moments(self, sounds: Sequence[AudioStream] = (), heard: Heard | None = None) -> Iterator[Moment]:
        """Every frame in the order of showing; refuses a film without any, or with more than anyone can watch.

        Packets of the sounds are handed to `heard` on the way, in the order in which they lie in the file.
        """
        number = -1
        for number, frame in enumerate(self._timed(sounds, heard)):
            if number >= self.limits.video_frames:
                raise Refused("too_many_frames", path=self.media.path, limit=self.limits.video_frames)
            time = float(frame.time or 0)
            if time > self.limits.video_seconds:  # whatever it said of itself
                raise Refused(
                    "too_long", path=self.media.path, seconds=round(time), limit=round(self.limits.video_seconds)
                )
            yield Moment(number, time, frame, quarters(frame.rotation))
        if number < 0:
            raise Refused("no_picture_or_sound", path=self.media.path)

    def _decoded(self, sounds: Sequence[AudioStream], heard: Heard | None) -> Iterator[VideoFrame]:
        for packet in self.container.demux([self.stream, *sounds]):
            if packet.stream.index == self.stream.index:
                yield from self.stream.decode(packet)
            elif heard is not None:
                heard(packet)

    def _timed(self, sounds: Sequence[AudioStream], heard: Heard | None) -> Iterator[VideoFrame]:
        """Frames whose time moves on. An AVI knows no times; there each frame comes a frame after the one before."""
        latest: int | None = None
        for frame in self._decoded(sounds, heard):
            if frame.width * frame.height > self.limits.video_pixels:
                raise too_large(self.media, frame.width, frame.height, self.limits)
            if frame.pts is None or (latest is not None and frame.pts <= latest):
                frame.pts = 0 if latest is None else latest + self._step()
            latest = frame.pts
            yield frame

    def _step(self) -> int:
        """How long one frame is shown, in the time of the film."""
        rate = self.stream.average_rate or self.stream.guessed_rate or USUAL_RATE
        return max(1, round(1 / (rate * self.stream.time_base))) if self.stream.time_base else 1


@contextmanager
def opened(media: Media, limits: Limits = DEFAULT) -> Iterator[Reel]:
    """Open a film to look at its frames; whatever ffmpeg stumbles over on the way is one thing to its owner."""
    import av

    if not media.has_picture:
        raise Refused("no_picture", path=media.path)
    try:
        with media.path.open("rb") as file, open_media(file, kind=media.format, limits=limits) as container:
            stream = next(stream for stream in container.streams.video if is_film(stream))
            stream.codec_context.options = {"max_pixels": str(limits.video_pixels)}
            stream.codec_context.thread_count = THREADS
            stream.codec_context.thread_type = "AUTO"
            yield Reel(media, container, stream, limits)
    except (av.FFmpegError, ValueError, OverflowError, EOFError) as error:
        raise Refused("damaged", path=media.path) from error


def too_large(media: Media, width: int, height: int, limits: Limits) -> Refused:
    """The refusal of frames that are larger than any camera's."""
    return Refused("film_too_large", path=media.path, width=width, height=height, limit=limits.video_pixels)


def quarters(rotation: int) -> int:
    """How many quarters to the left; a film is never held askew."""
    return round(rotation / QUARTER) % 4


def upright(pixels: Pixels, turns: int) -> Pixels:
    """Turn so many quarters to the left."""
    return np.ascontiguousarray(np.rot90(pixels, turns)) if turns else pixels
