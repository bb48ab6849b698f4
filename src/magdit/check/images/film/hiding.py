"""A new film in which the chosen faces are gone, in every frame; packed without anything told about it.

Always H.264 in MP4, upright, ready to be watched while it still loads. Sound is copied, or left out when that is asked.
The film must be the one that was looked at, frame for frame; otherwise nothing is written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from magdit.check.images.atomic import new_file
from magdit.check.images.containers.set_up import SEI
from magdit.check.images.film.paint import Cover, Paint, Plane, Planes
from magdit.check.images.film.reel import USUAL_RATE, Moment, Reel, opened
from magdit.check.images.film.sound import Sound, sounds_of
from magdit.check.images.film.track import FilmLook, Progress, Track, in_silence
from magdit.check.images.refusal import Refused

if TYPE_CHECKING:
    from av.bitstream import BitStreamFilterContext
    from av.container import OutputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

Style = Literal["omgeving", "ovaal"]  # as in photos; a mark that is drawn would have to be drawn in every frame

# Beside the box of a face, in pixels and in parts of its longer side: the box is tight, and a film smears.
LEAST_BESIDE = 8.0
BESIDE = 0.12
# No channel of a school shows more, and a frame of 8 megapixels would need more than 0.6 GB to encode.
LONGEST = 1920
ENCODER: Final = "libx264"
SETTINGS = {"preset": "veryfast", "crf": "20", "rc-lookahead": "8", "threads": "2"}
PACKING = {"movflags": "+faststart", "fflags": "+bitexact"}


def hide_in_film(
    look: FilmLook,
    target: Path,
    *,
    numbers: Collection[int] | None = None,
    sound: bool = True,
    style: Style = "omgeving",
    progress: Progress = in_silence,
) -> str:
    """Write the film without the faces with these numbers (all of them when none are given); returns its hash."""
    chosen = _chosen(look, numbers)
    with new_file(target) as temporary:
        with opened(look.media) as reel:
            _write(
                reel,
                temporary,
                look=look,
                chosen=chosen,
                sound=sound,
                paint=Paint(even=style == "ovaal"),
                tell=progress,
            )
        with temporary.open("rb") as written:
            return hashlib.file_digest(written, "sha256").hexdigest()


def covers(tracks: Collection[Track], frame: int, *, scale: float = 1.0) -> dict[int, Cover]:
    """What to cover in this frame, by number, when it is shown at this scale."""
    found = {}
    for track in tracks:
        sides = track.at(frame)
        if sides is not None:
            sides = sides * np.float32(scale)
            longer = float(max(sides[2] - sides[0], sides[3] - sides[1]))
            found[track.number] = Cover.around(sides, beside=LEAST_BESIDE + BESIDE * longer)
    return found


def _chosen(look: FilmLook, numbers: Collection[int] | None) -> tuple[Track, ...]:
    if numbers is None:
        return look.tracks
    unknown = sorted(set(numbers) - {track.number for track in look.tracks})
    if unknown:
        raise Refused("no_face_to_hide", path=look.media.path, face=unknown[0], count=len(look.tracks))
    return tuple(track for track in look.tracks if track.number in set(numbers))


def _write(
    reel: Reel, temporary: Path, *, look: FilmLook, chosen: tuple[Track, ...], sound: bool, paint: Paint, tell: Progress
) -> None:
    import av

    scale = min(1.0, LONGEST / max(look.width, look.height))
    with av.open(f"file:{temporary}", "w", format="mp4", options=PACKING) as clean:
        film = _Writer(clean, reel, _size(look, scale))
        heard = sounds_of(reel, clean) if sound else Sound()
        frames = 0
        for moment in reel.moments(heard.streams, heard.take):
            frame = _on_paper(moment, _size(look, scale))
            paint.over(planes(frame), covers(chosen, moment.number, scale=scale))
            film.add(frame)
            frames += 1
            tell(min(moment.time, look.seconds), look.seconds)
        if frames != look.frames:
            raise Refused("damaged", path=look.media.path)
        heard.end()
        film.end()


def _size(look: FilmLook, scale: float) -> tuple[int, int]:
    """Width and height of the new film, upright, before an odd row or column falls off."""
    return max(2, round(look.width * scale)), max(2, round(look.height * scale))


def _on_paper(moment: Moment, size: tuple[int, int]) -> VideoFrame:
    """A frame of our own to paint on: upright, of even size, with the time and the colours of the film's."""
    import av

    width, height = size[::-1] if moment.turns % 2 else size
    shown = moment.frame.reformat(width=width, height=height, format="yuv420p", interpolation="AREA")
    paper = av.VideoFrame(size[0] // 2 * 2, size[1] // 2 * 2, "yuv420p")
    for own, theirs in zip(planes(paper), planes(shown), strict=True):
        own[:] = np.rot90(theirs, moment.turns)[: len(own), : len(own[0])]
    paper.pts, paper.time_base = moment.frame.pts, moment.frame.time_base
    return paper


def planes(frame: VideoFrame) -> Planes:
    """The three planes of a frame, to look at and, when it is our own, to paint on."""
    light, blue, red = (_plane(frame, at) for at in range(3))
    return light, blue, red


def _plane(frame: VideoFrame, at: int) -> Plane:
    plane = frame.planes[at]
    rows = np.frombuffer(memoryview(plane), dtype=np.uint8)[: plane.height * plane.line_size]
    return rows.reshape(plane.height, plane.line_size)[:, : plane.width]


class _Writer:
    """Encodes the frames, and takes out what the encoder tells about itself."""

    def __init__(self, clean: OutputContainer, reel: Reel, size: tuple[int, int]) -> None:
        self._clean = clean
        rate = reel.stream.average_rate or reel.stream.guessed_rate or USUAL_RATE
        self._stream: VideoStream = clean.add_stream(ENCODER, rate=rate, options=SETTINGS)
        self._stream.width, self._stream.height = size[0] // 2 * 2, size[1] // 2 * 2
        self._stream.pix_fmt = "yuv420p"
        # What the numbers mean: without it a player takes a phone's full range for the smaller one, and all goes harsh.
        told, made = reel.stream.codec_context, self._stream.codec_context
        made.color_range, made.colorspace = told.color_range, told.colorspace
        made.color_primaries, made.color_trc = told.color_primaries, told.color_trc
        made.time_base = reel.stream.time_base or Fraction(1, 90_000)
        self._filter: BitStreamFilterContext | None = None

    def add(self, frame: VideoFrame) -> None:
        """Encode one more frame."""
        self._mux(frame)

    def end(self) -> None:
        """Let the encoder finish what it held back."""
        self._mux(None)

    def _mux(self, frame: VideoFrame | None) -> None:
        for packet in self._stream.encode(frame):
            for ready in self._words_out().filter(packet):
                ready.stream = self._stream
                self._clean.mux(ready)

    def _words_out(self) -> BitStreamFilterContext:
        """Made when all streams are there and the encoder has begun, for only then it is known how it writes."""
        from av.bitstream import BitStreamFilterContext

        if self._filter is None:
            self._clean.start_encoding()
            kinds = "|".join(str(kind) for kind in sorted(SEI["h264"]))
            self._filter = BitStreamFilterContext(f"filter_units=remove_types={kinds}", self._stream)
        return self._filter
