"""The contact sheet: frames of a film beside each other, with their time and a numbered box around every face.

For a screen only, to tick who must be hidden: it never goes out. A number with a question mark may be no face at all.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from PIL import Image, ImageDraw, ImageFont

from magdit.check.images.faces import SEEN
from magdit.check.images.film.track import FilmLook, Sample, Track

ACROSS, DOWN = 4, 5
GAP, LINE_HEIGHT = 8, 24
LINE, INK, PAPER = "#ffffff", "#123c69", "#f4f1ea"  # light within dark, so that a box is seen on snow and at night
LETTERS = 16


def contact_sheet(look: FilmLook) -> tuple[Image.Image, ...]:
    """The pages of the sheet. A frame in which nobody came or went since the one before is left out."""
    shown = list(_telling(look))
    size = ACROSS * DOWN
    return tuple(_page(look, shown[at : at + size]) for at in range(0, len(shown), size))


def clock(seconds: float) -> str:
    """A time as people read it on a player: 1:02.5"""
    tenths = round(seconds * 10)
    return f"{tenths // 600}:{tenths // 10 % 60:02d}.{tenths % 10}"


def in_frame(look: FilmLook, frame: int) -> tuple[Track, ...]:
    """The tracks that are in this frame."""
    return tuple(track for track in look.tracks if track.first <= frame <= track.last)


def _telling(look: FilmLook) -> Iterator[Sample]:
    before: tuple[Track, ...] = ()
    for sample in look.samples:
        now = in_frame(look, sample.frame)
        if now and now != before:
            yield sample
        before = now


def _page(look: FilmLook, samples: Sequence[Sample]) -> Image.Image:
    stills = [_still(look, sample) for sample in samples]
    width, height = stills[0].width + GAP, stills[0].height + GAP + LINE_HEIGHT
    across, down = min(ACROSS, len(stills)), -(-len(stills) // ACROSS)
    page = Image.new("RGB", (across * width + GAP, down * height + GAP), PAPER)
    pen = ImageDraw.Draw(page)
    for at, (sample, still) in enumerate(zip(samples, stills, strict=True)):
        left, top = GAP + at % ACROSS * width, GAP + at // ACROSS * height
        pen.text((left, top), clock(sample.time), fill=INK, font=ImageFont.load_default(LETTERS))
        page.paste(still, (left, top + LINE_HEIGHT))
    return page


def _still(look: FilmLook, sample: Sample) -> Image.Image:
    """One frame with its boxes, the numbers on top of all of them."""
    with Image.open(io.BytesIO(sample.jpeg)) as opened:
        still = opened.convert("RGB")
    pen = ImageDraw.Draw(still)
    tracks = in_frame(look, sample.frame)
    for track in tracks:
        _box(pen, track, sample.frame, scale=still.width / look.width)
    for track in tracks:
        _number(pen, track, sample.frame, scale=still.width / look.width)
    return still


def _sides(track: Track, frame: int, *, scale: float) -> tuple[float, float, float, float]:
    left, top, right, bottom = (float(side) * scale for side in track.boxes[frame - track.first])
    return left, top, max(left + 1, right), max(top + 1, bottom)


def _box(pen: ImageDraw.ImageDraw, track: Track, frame: int, *, scale: float) -> None:
    left, top, right, bottom = _sides(track, frame, scale=scale)
    pen.rectangle((left - 1, top - 1, right + 1, bottom + 1), outline=INK)
    pen.rectangle((left, top, right, bottom), outline=LINE)


def _number(pen: ImageDraw.ImageDraw, track: Track, frame: int, *, scale: float) -> None:
    left, top, _, _ = _sides(track, frame, scale=scale)
    text = f"{track.number}" if track.score > SEEN else f"{track.number}?"
    font = ImageFont.load_default(LETTERS * 3 // 4)
    at = (max(2.0, left), max(0.0, top - LETTERS))
    pen.rectangle(pen.textbbox(at, text, font=font), fill=INK, outline=INK, width=2)
    pen.text(at, text, fill=LINE, font=font)
